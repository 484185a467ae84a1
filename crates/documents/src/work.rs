//! What the page asks of documents that are open: to hold one against another, to bring one in as a workbook, to
//! write one, to write findings into its file.

use crate::write::zipped::Zipped;
use crate::{Marked, mark, write};
use juesuan_ask::{
    DocumentsAnswer, DocumentsAsk, Imported, Lack, LackKind, Made, Noted, Other, Published,
};
use juesuan_domain::evaluation::rule_set;
use juesuan_domain::{Workbook, assess, read_date};
use juesuan_exchange::{review_out, write_workbook};
use juesuan_intake::import_any;
use juesuan_paper::{Paper, Remark, Unwritable};
use juesuan_publication::{LackKind as Kind, Parts, check_before, publish_assessed};
use juesuan_say::{Language, Spoken as _, reviewer};
use juesuan_understand::{Document, LedgerChoices, Review, review_by, review_document, revised};
use std::rc::Rc;

/// What comes of something that is asked: the answer, and the bytes that go with it; or why not, in a sentence.
pub(crate) type Done = Result<(DocumentsAnswer, Option<Vec<u8>>), String>;

/// Does what is asked; `file` is what came with it. `None` of a file that is to be read: that is done elsewhere.
pub(crate) fn done(ask: DocumentsAsk, file: Option<Vec<u8>>) -> Option<Done> {
    let answer = |answer| Ok((answer, None));
    Some(match ask {
        DocumentsAsk::Read { .. } => return None,
        DocumentsAsk::Compare { paper, with } => answer(compared(&paper, with)),
        DocumentsAsk::Review { paper, rules } => {
            let review = review_by(&paper, None, rule_set(&rules).map(|rules| &**rules));
            answer(DocumentsAnswer::Reviewed(Box::new(review)))
        }
        DocumentsAsk::Import { paper, choices } => {
            let imported = imported(&paper, &choices);
            answer(DocumentsAnswer::Imported(Box::new(imported)))
        }
        DocumentsAsk::Publish {
            workbook,
            parts,
            today,
        } => answer(DocumentsAnswer::Published(Box::new(published(
            &workbook, &parts, today,
        )))),
        DocumentsAsk::Mark {
            paper,
            review,
            notes,
            language,
            reviewer: by,
        } => {
            let language = Language::named(&language).unwrap_or_default();
            let remarks = remarks(&paper, &review, &notes, language);
            let by = if by.is_empty() {
                reviewer(language)
            } else {
                &by
            };
            let marked = mark(&file.unwrap_or_default(), &remarks, by);
            marked
                .map(
                    |Marked {
                         bytes,
                         written,
                         left_out,
                     }| {
                        (DocumentsAnswer::Marked { written, left_out }, Some(bytes))
                    },
                )
                .map_err(|unmarkable| unmarkable.spoken(language))
        }
        DocumentsAsk::Pack {
            workbooks,
            language,
        } => {
            let language = Language::named(&language).unwrap_or_default();
            packed(&workbooks)
                .map(|bytes| (DocumentsAnswer::Written, Some(bytes)))
                .map_err(|unwritable| unwritable.spoken(language))
        }
        DocumentsAsk::Write {
            paper,
            kind,
            language,
        } => {
            let language = Language::named(&language).unwrap_or_default();
            write(&paper, kind)
                .map(|bytes| (DocumentsAnswer::Written, Some(bytes)))
                .map_err(|unwritable| unwritable.spoken(language))
        }
    })
}

/// A paper beside another document: last year's, where it is of the year before; otherwise an earlier version.
fn compared(paper: &Paper, with: Other) -> DocumentsAnswer {
    let other = match with {
        Other::Paper(other) => other,
        Other::Workbook(workbook) => published(&workbook, &[], None).paper,
    };
    let (before, now) = (Document::of(&other), Document::of(paper));
    let years = before.about.year.zip(now.about.year);
    if years.is_some_and(|(last, this)| last + 1 == this) {
        let review = review_document(&now, Some(&before), None);
        return DocumentsAnswer::BesideLastYear(Box::new(review));
    }
    let [earlier, later] = [&before, &now].map(|document| review_document(document, None, None));
    let revision = revised((&other, &earlier.findings), (paper, &later.findings));
    DocumentsAnswer::Revised(Box::new(revision))
}

fn published(workbook: &Workbook, parts: &[String], today: Option<String>) -> Published {
    let today = today.and_then(|today| read_date(&today));
    let assessment = assess(workbook, today);
    // What the page offers are names of parts.
    let parts = Parts::named(parts.iter().map(String::as_str)).unwrap_or_default();
    let before = check_before(workbook, &assessment, &parts);
    let lacks = before.lacks.into_iter().map(|lack| Lack {
        kind: match lack.kind {
            Kind::Error => LackKind::Error,
            Kind::Blank => LackKind::Blank,
            Kind::Reason => LackKind::Reason,
            Kind::Placeholder => LackKind::Placeholder,
        },
        place: lack.place.map(|place| place.to_string()),
        name: lack.name,
    });
    Published {
        lacks: lacks.collect(),
        paper: Rc::new(publish_assessed(workbook, &assessment, today, &parts)),
    }
}

/// Workbooks in one archive, each as its own file.
fn packed(workbooks: &[(String, Rc<Workbook>)]) -> Result<Vec<u8>, Unwritable> {
    let mut archive = Zipped::default();
    for (name, workbook) in workbooks {
        archive.add(name, write_workbook(workbook).as_bytes())?;
    }
    Ok(archive.finish())
}

/// The workbook that a paper becomes, one of many.
pub(crate) fn made(paper: &Paper) -> Made {
    let Imported {
        workbook,
        taken,
        left,
        ..
    } = imported(paper, &LedgerChoices::default());
    Made {
        workbook: workbook.filter(|_| !taken.is_empty()).map(Rc::new),
        taken: taken.len(),
        left: left.len(),
    }
}

/// What a paper becomes.
fn imported(paper: &Paper, choices: &LedgerChoices) -> Imported {
    let (imported, ledger) = import_any(paper, choices);
    let some = !imported.taken.is_empty() || ledger.is_some();
    Imported {
        workbook: some.then_some(imported.workbook),
        taken: imported.taken,
        left: imported.left,
        ledger,
    }
}

/// The findings as they are written into a file, with what somebody wrote of them.
fn remarks(paper: &Paper, review: &Review, notes: &[Noted], language: Language) -> Vec<Remark> {
    let mut remarks = review_out::remarks(review, paper, language);
    for (remark, note) in remarks.iter_mut().zip(notes) {
        remark.set_aside.clone_from(&note.aside);
        if !note.remark.is_empty() {
            remark.message.push('\n');
            remark.message.push_str(&note.remark);
        }
    }
    remarks
}
