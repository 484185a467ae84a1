//! What came of a disclosure, in the shapes of the JavaScript interface.

use crate::imported::Imported;
use juesuan_domain::Workbook;
use juesuan_paper::{Paper, Place};
use juesuan_say::{Language, Spoken as _};
use serde::Serialize;

/// What came of a disclosure, with places as scripts know them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Answer {
    /// The workbook.
    pub workbook: Workbook,
    /// What stands in it, and where it is from.
    pub taken: Vec<Taken>,
    /// What does not, and why.
    pub left: Vec<Left>,
}

/// Something that stands in the workbook now.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Taken {
    /// Its address: `accounts.01.left-total.amount`.
    pub to: String,
    /// Where it stands in the disclosure.
    pub from: Place,
    /// As printed there.
    pub text: String,
    /// `printed`, or `followed` where it follows from what is printed.
    pub how: &'static str,
}

/// Something that was left.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Left {
    /// Where it stands in the disclosure.
    pub from: Place,
    /// As printed there, shortened.
    pub text: String,
    /// The code of the reason.
    pub why: &'static str,
    /// The reason as a sentence.
    pub message: String,
}

impl Answer {
    /// What came of a paper, in a language.
    pub fn of(imported: Imported, paper: &Paper, language: Language) -> Self {
        let taken = imported.taken.into_iter().map(|one| Taken {
            to: one.to,
            from: one.from.place(paper),
            text: one.text,
            how: one.how.as_str(),
        });
        let left = imported.left.into_iter().map(|one| Left {
            from: one.from.place(paper),
            text: one.text,
            why: one.why.code(),
            message: one.why.spoken(language),
        });
        Answer {
            taken: taken.collect(),
            left: left.collect(),
            workbook: imported.workbook,
        }
    }
}
