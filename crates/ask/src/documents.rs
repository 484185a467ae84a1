//! The module that reads documents.

use crate::Module;
use juesuan_paper::Paper;
use juesuan_understand::{Review, Summary};
use serde::{Deserialize, Serialize};

/// Reads files into papers, and holds their figures against each other.
#[derive(Debug, Clone, Copy)]
pub struct Documents;

impl Module for Documents {
    const NAME: &'static str = "documents";
    type Ask = DocumentsAsk;
    type Answer = DocumentsAnswer;
}

/// What it can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
        /// Only [`DocumentsAnswer::Summary`] is wanted: of a thousand files no page can hold all papers.
        in_short: bool,
    },
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
}

/// A paper, and what was found in it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Reviewed {
    /// What the file says.
    pub paper: Paper,
    /// What was found in it.
    pub review: Review,
}
