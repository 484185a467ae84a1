//! What is asked of documents that are open.

use super::App;
use crate::page::clock::today;
use crate::page::files;
use crate::page::keys;
use crate::page::message::{Against, AskingMsg, DocumentMsg, Out, Take};
use crate::page::whereabouts::View;
use juesuan::Spot;
use juesuan::flows::asking::{Asked, Effect, Msg, Purpose};
use juesuan::flows::importing::Importing;
use juesuan::flows::reading;
use juesuan::flows::{Notice, Said, judging, opening};
use juesuan::paper::{Kind, Written};
use juesuan::shown_year;
use juesuan::understand::LedgerChoices;
use juesuan_ask::{DocumentsAsk, Imported, Noted, Other};
use std::rc::Rc;
use web_sys::File;

impl App {
    pub(super) fn ask(&mut self, msg: AskingMsg) -> bool {
        for effect in self.asking.update(msg) {
            match effect {
                Effect::Compared(row, beside) => {
                    self.read(reading::Msg::Compared(row, beside));
                }
                Effect::Reviewed(row, review) => {
                    self.read(reading::Msg::Reviewed(row, review));
                }
                Effect::Imported(row, imported) => self.show_imported(row, *imported),
                Effect::Published(paper) => {
                    self.published = Some(Rc::from(paper));
                    self.composed();
                }
                Effect::Say(notice) => self.notice = Some(notice),
                effect => self.asker.carry_out(effect),
            }
        }
        true
    }

    pub(super) fn request(
        &mut self,
        ask: DocumentsAsk,
        file: Option<File>,
        purpose: Purpose,
    ) -> bool {
        self.ask(Msg::Ask(Box::new(Asked { ask, file, purpose })))
    }

    /// Something is asked of a document that is open, or of what is published.
    pub(super) fn work_on(&mut self, msg: DocumentMsg) -> bool {
        match msg {
            DocumentMsg::ReviewBy(at, rules) => self.review_by(at, rules),
            DocumentMsg::Import(at) => self.import(at),
            DocumentMsg::Take(how) => self.take(how),
            DocumentMsg::Pack => self.pack(),
            DocumentMsg::Gather => self.gather(),
            DocumentMsg::MarkFile(at) => self.mark_file(at),
            DocumentMsg::TogglePart(part) => self.toggle_part(part),
            DocumentMsg::Write(kind) => self.holds_back(Out::File(kind)) || self.write(kind),
            DocumentMsg::Compare(at, with) => self.compare(at, with),
        }
    }

    /// What the open workbook would be published as, made anew.
    pub(super) fn publish(&mut self) -> bool {
        let Some(document) = &self.document else {
            return false;
        };
        let ask = DocumentsAsk::Publish {
            workbook: document.workbook().clone(),
            parts: self.parts.clone(),
            today: today().map(|day| day.to_string()),
        };
        self.published = None;
        self.request(ask, None, Purpose::Publish)
    }

    /// A part of what is published is left out, or taken in again.
    fn toggle_part(&mut self, part: &'static str) -> bool {
        match self.parts.iter().position(|chosen| chosen == part) {
            Some(at) => {
                self.parts.remove(at);
            }
            None => self.parts.push(part.to_owned()),
        }
        self.publish()
    }

    /// What is published goes into a file.
    pub(super) fn write(&mut self, kind: Written) -> bool {
        let (Some(published), Some(document)) = (&self.published, &self.document) else {
            return false;
        };
        let workbook = document.workbook();
        let year = shown_year(&workbook.year);
        let stem = files::stem(&[&year, workbook.unit()], self.words.nav_published());
        let name = format!("{stem}.{}", kind.ending());
        let ask = DocumentsAsk::Write {
            paper: published.paper.clone(),
            kind,
            language: self.words.language.tag().to_owned(),
        };
        self.request(ask, None, Purpose::Save { name })
    }

    /// A paper is reviewed again, its forms scored by other rules.
    fn review_by(&mut self, at: usize, rules: String) -> bool {
        let Some(opened) = self.reading.papers().get(at) else {
            return false;
        };
        let row = opened.row;
        let paper = opened.paper.clone();
        let ask = DocumentsAsk::Review { paper, rules };
        self.request(ask, None, Purpose::Review { row })
    }

    /// A paper becomes a workbook, which is shown before anything is taken.
    fn import(&mut self, at: usize) -> bool {
        let Some(opened) = self.reading.papers().get(at) else {
            return false;
        };
        self.import_by(opened.row, LedgerChoices::default())
    }

    /// The document of a row, with what was chosen of it where it is a ledger.
    fn import_by(&mut self, row: usize, choices: LedgerChoices) -> bool {
        let mut papers = self.reading.papers().iter();
        let Some(opened) = papers.find(|paper| paper.row == row) else {
            return false;
        };
        let paper = opened.paper.clone();
        let ask = DocumentsAsk::Import { paper, choices };
        self.request(ask, None, Purpose::Import { row })
    }

    fn show_imported(&mut self, row: usize, imported: Imported) {
        let row_of = self.reading.rows().get(row);
        let name = row_of.map_or_else(String::new, |row| row.name.clone());
        // A choice of a ledger: one is there already, in the midst of it.
        if let Some(before) = &self.importing
            && self.view == View::Import
            && before.row == row
        {
            self.importing = Some(before.renewed(imported));
            return;
        }
        self.importing = Some(Importing::new(row, name, imported));
        self.show(View::Import);
        self.focus = Some(keys::MAIN.to_owned());
    }

    /// What is to become of what was imported.
    fn take(&mut self, how: Take) -> bool {
        let Some(importing) = &mut self.importing else {
            return false;
        };
        match how {
            Take::Toggle(part) => importing.toggle(part),
            Take::Replace(these, replaced) => importing.replace(these, replaced),
            Take::Choose(choice) => {
                let row = importing.row;
                let Some(choices) = importing.chosen(choice) else {
                    return false;
                };
                return self.import_by(row, choices);
            }
            Take::Look(spot) => {
                let row = importing.row;
                let paper = self
                    .reading
                    .papers()
                    .iter()
                    .position(|paper| paper.row == row);
                let Some(at) = paper else { return false };
                self.read(reading::Msg::Judge(at, judging::Msg::Place(spot)));
                self.show(View::Paper(at));
            }
            Take::New { next_year } => {
                let Some(workbook) = importing.workbook() else {
                    return false;
                };
                let workbook = Box::new(workbook);
                self.open(if next_year {
                    opening::Msg::AfterThis(workbook)
                } else {
                    opening::Msg::Combined(Ok(workbook))
                });
            }
            Take::Open => {
                let workbook = self.document.as_ref().map(|document| document.workbook());
                let edit = workbook.and_then(|workbook| {
                    Some((importing.edit(workbook)?, importing.places(workbook)))
                });
                let Some((edit, cells)) = edit else {
                    return false;
                };
                let spot = workbook.map(|workbook| edit.spot(workbook));
                let view = match spot {
                    Some(Spot::Form(form)) => View::Form(form),
                    Some(Spot::Accounts(cell)) => cell.table().map_or(View::Facts, View::Table),
                    _ => View::Facts,
                };
                if self.edit(&edit) {
                    self.show(view);
                    self.notice = Some(Notice::Done(Said::Taken(cells)));
                }
            }
        }
        true
    }

    /// What was found is written into the file itself, which is saved under another name.
    fn mark_file(&mut self, at: usize) -> bool {
        let Some(opened) = self.reading.papers().get(at) else {
            return false;
        };
        let Some(row) = self.reading.rows().get(opened.row) else {
            return false;
        };
        let notes = (0..opened.review.findings.len()).map(|finding| {
            let note = opened.judging.note(finding);
            note.map_or_else(Noted::default, |note| Noted {
                aside: note.aside.clone(),
                remark: note.remark.clone(),
            })
        });
        let ask = DocumentsAsk::Mark {
            paper: opened.paper.clone(),
            review: opened.review.clone(),
            notes: notes.collect(),
            language: self.words.language.tag().to_owned(),
            reviewer: self.reading.reviewer().trim().to_owned(),
        };
        let kind = match opened.paper.kind {
            Kind::Pdf => "pdf",
            _ => Written::Docx.ending(),
        };
        let stem = files::without_ending(&row.name);
        let stem = files::stem(&[stem, self.words.findings()], self.words.findings());
        let name = format!("{stem}.{kind}");
        let file = row.file.clone();
        self.request(ask, Some(file), Purpose::Save { name })
    }

    /// Holds a paper against another document of its unit.
    fn compare(&mut self, at: usize, with: Against) -> bool {
        let papers = self.reading.papers();
        let Some(opened) = papers.get(at) else {
            return false;
        };
        let other = match with {
            Against::Paper(other) => papers.get(other).map(|other| {
                let name = other.paper.name.clone().unwrap_or_default();
                (Other::Paper(other.paper.clone()), name)
            }),
            Against::Workbook => self.document.as_ref().map(|document| {
                let workbook = document.workbook();
                (
                    Other::Workbook(workbook.clone()),
                    workbook.unit().to_owned(),
                )
            }),
        };
        let Some((with, name)) = other else {
            return false;
        };
        let row = opened.row;
        let ask = DocumentsAsk::Compare {
            paper: opened.paper.clone(),
            with,
        };
        self.request(ask, None, Purpose::Compare { row, name })
    }
}
