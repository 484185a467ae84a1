//! The module that reads documents.

use crate::Module;
use juesuan_domain::Workbook;
use juesuan_paper::{Paper, Written};
use juesuan_understand::{Ledger, LedgerChoices, Left, Review, Revision, Summary, Taken};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// Reads files into papers, and holds their figures against each other.
#[derive(Debug, Clone, Copy)]
pub struct Documents;

impl Module for Documents {
    const NAME: &'static str = "documents";
    type Ask = DocumentsAsk;
    type Answer = DocumentsAnswer;
}

/// What it can be asked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DocumentsAsk {
    /// The file that comes along is read.
    Read {
        /// What it is called.
        name: String,
        /// To open it with, where it wants one.
        password: Option<String>,
        /// In which language a refusal is said, by its tag.
        language: String,
        /// As what it is wanted.
        read_as: ReadAs,
    },
    /// A paper is held against another document of its unit.
    Compare {
        /// The paper.
        paper: Rc<Paper>,
        /// What it is held against.
        with: Other,
    },
    /// A workbook becomes the paper that is published.
    Publish {
        /// The workbook.
        workbook: Rc<Workbook>,
        /// Only these parts; all where there are none.
        parts: Vec<String>,
        /// The date of today, `2025-09-30`; deadlines are told by it.
        today: Option<String>,
    },
    /// A paper is reviewed again, its forms scored by other rules.
    Review {
        /// The paper.
        paper: Rc<Paper>,
        /// The id of the rules; empty for those that its forms seem to follow.
        rules: String,
    },
    /// A paper becomes a workbook.
    Import {
        /// The paper.
        paper: Rc<Paper>,
        /// What somebody chose, where it is a ledger.
        choices: LedgerChoices,
    },
    /// What was found is written into the file that comes along.
    Mark {
        /// What the file says.
        paper: Rc<Paper>,
        /// What was found in it.
        review: Rc<Review>,
        /// What somebody wrote of each finding.
        notes: Vec<Noted>,
        /// In which language it is said, by its tag.
        language: String,
        /// Who reviewed it; may be empty.
        reviewer: String,
    },
    /// Workbooks go into one file, an archive.
    Pack {
        /// Each with the name of its own file.
        workbooks: Vec<(String, Rc<Workbook>)>,
        /// In which language a refusal is said, by its tag.
        language: String,
    },
    /// A paper becomes a file.
    Write {
        /// The paper.
        paper: Rc<Paper>,
        /// Word or Excel.
        kind: Written,
        /// In which language a refusal is said, by its tag.
        language: String,
    },
}

/// What somebody wrote of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Noted {
    /// Why it is set aside.
    pub aside: Option<String>,
    /// What else is to be said of it; may be empty.
    pub remark: String,
}

/// A workbook as it is published.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Published {
    /// The disclosure.
    pub paper: Rc<Paper>,
    /// What is still wrong or missing.
    pub lacks: Vec<Lack>,
}

/// Something that is wrong or missing in what is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lack {
    /// What kind of thing it is.
    pub kind: LackKind,
    /// Its address in the workbook, where it is mended at one place.
    pub place: Option<String>,
    /// What it is called; blank where its place says it.
    pub name: String,
}

/// The kinds of things that are looked for before something is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum LackKind {
    /// A finding that is certain.
    Error,
    /// A cell that nobody has filled in.
    Blank,
    /// A difference without its reason.
    Reason,
    /// Words that hold a place, as `XX`.
    Placeholder,
}

/// A workbook that came of a paper.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Imported {
    /// The workbook, if there is anything in it.
    pub workbook: Option<Workbook>,
    /// What stands in it.
    pub taken: Vec<Taken>,
    /// What of the paper does not.
    pub left: Vec<Left>,
    /// What was read of it, where it is a ledger.
    pub ledger: Option<Ledger>,
}

/// As what a file is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReadAs {
    /// [`DocumentsAnswer::Paper`]: all of it, with its review.
    Paper,
    /// [`DocumentsAnswer::Summary`]: of a thousand files no page can hold all papers.
    Summary,
    /// [`DocumentsAnswer::Made`]: the workbook that it becomes.
    Workbook,
}

/// A workbook that a file became, one of many.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Made {
    /// The workbook, if there is anything in it.
    pub workbook: Option<Rc<Workbook>>,
    /// How much was taken.
    pub taken: usize,
    /// How much of the file was left.
    pub left: usize,
}

/// What a paper is held against.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Other {
    /// Another paper.
    Paper(Rc<Paper>),
    /// A workbook, as it would be published.
    Workbook(Rc<Workbook>),
}

/// What it gives.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DocumentsAnswer {
    /// What the file says, and what was found in it.
    Paper(Box<Reviewed>),
    /// What was found in it, in short.
    Summary(Box<Summary>),
    /// It is opened with a password only.
    Password {
        /// The one that was given is not it.
        wrong: bool,
    },
    /// The other document is of the year before: what the paper says of last year was held against it.
    BesideLastYear(Box<Review>),
    /// The other document is taken to be an earlier version.
    Revised(Box<Revision>),
    /// What was found by other rules.
    Reviewed(Box<Review>),
    /// The workbook that the paper became.
    Imported(Box<Imported>),
    /// The workbook that a file became.
    Made(Box<Made>),
    /// What is published.
    Published(Box<Published>),
    /// The bytes of a file come beside it.
    Written,
    /// The bytes of a file with what was found written into it come beside it.
    Marked {
        /// Findings that stand in it.
        written: usize,
        /// Findings whose place is not in it, or cannot take a note.
        left_out: usize,
    },
}

/// A paper, and what was found in it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Reviewed {
    /// What the file says.
    pub paper: Paper,
    /// What was found in it.
    pub review: Review,
}
