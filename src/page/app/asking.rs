//! What is asked of documents that are open.

use super::App;
use crate::page::clock::today;
use crate::page::files;
use crate::page::message::{Against, AskingMsg};
use juesuan::flows::asking::{Asked, Effect, Msg, Purpose, ending};
use juesuan::flows::reading;
use juesuan::paper::Kind;
use juesuan::shown_year;
use juesuan_ask::{DocumentsAsk, Noted, Other};

impl App {
    pub(super) fn ask(&mut self, msg: AskingMsg) -> bool {
        for effect in self.asking.update(msg) {
            match effect {
                Effect::Compared(row, beside) => {
                    self.read(reading::Msg::Compared(row, beside));
                }
                Effect::Published(paper) => self.published = Some(paper.into()),
                Effect::Say(notice) => self.notice = Some(notice),
                effect => self.asker.carry_out(effect),
            }
        }
        true
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
        self.ask(Msg::Ask(Box::new(Asked {
            ask,
            file: None,
            purpose: Purpose::Publish,
        })))
    }

    /// A part of what is published is left out, or taken in again.
    pub(super) fn toggle_part(&mut self, part: &'static str) -> bool {
        match self.parts.iter().position(|chosen| chosen == part) {
            Some(at) => {
                self.parts.remove(at);
            }
            None => self.parts.push(part.to_owned()),
        }
        self.publish()
    }

    /// What is published goes into a file.
    pub(super) fn write(&mut self, kind: Kind) -> bool {
        let (Some(paper), Some(document)) = (&self.published, &self.document) else {
            return false;
        };
        let workbook = document.workbook();
        let year = shown_year(&workbook.year);
        let stem = files::stem(&[&year, workbook.unit()], self.words.nav_published());
        let name = format!("{stem}.{}", ending(kind));
        let ask = DocumentsAsk::Write {
            paper: paper.clone(),
            kind,
        };
        self.ask(Msg::Ask(Box::new(Asked {
            ask,
            file: None,
            purpose: Purpose::Save { name },
        })))
    }

    /// What was found is written into the file itself, which is saved under another name.
    pub(super) fn mark_file(&mut self, at: usize) -> bool {
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
        let kind = ending(opened.paper.kind);
        let stem = row
            .name
            .rsplit_once('.')
            .map_or(&*row.name, |(stem, _)| stem);
        let stem = files::stem(&[stem, self.words.findings()], self.words.findings());
        let asked = Asked {
            ask,
            file: Some(row.file.clone()),
            purpose: Purpose::Save {
                name: format!("{stem}.{kind}"),
            },
        };
        self.ask(Msg::Ask(Box::new(asked)))
    }

    /// Holds a paper against another document of its unit.
    pub(super) fn compare(&mut self, at: usize, with: Against) -> bool {
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
        self.ask(Msg::Ask(Box::new(Asked {
            ask,
            file: None,
            purpose: Purpose::Compare { row, name },
        })))
    }
}
