//! The module that reads documents.

use crate::Module;
use juesuan_paper::Paper;
use serde::{Deserialize, Serialize};

/// Reads files into papers.
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
    },
}

/// What it gives.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DocumentsAnswer {
    /// What the file says.
    Paper(Box<Paper>),
    /// It is opened with a password only.
    Password {
        /// The one that was given is not it.
        wrong: bool,
    },
}
