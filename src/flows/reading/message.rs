//! What can happen to documents, and what is to be done then.

use super::list::{By, Which};
use crate::flows::Notice;
use crate::flows::asking::Beside;
use crate::flows::judging;
use crate::flows::opening::Chosen;
use crate::understand::Review;
use juesuan_ask::{Answer, DocumentsAnswer, Failure, ReadAs};

/// A file that was chosen or dropped, and what can be told of it at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Given<F, H> {
    /// The file, with its handle.
    pub chosen: Chosen<F, H>,
    /// The name it has on the disk.
    pub name: String,
    /// Its first bytes.
    pub head: Vec<u8>,
}

/// How many first bytes of a file tell a workbook.
pub const HEAD: usize = 64;

/// Whether it is a workbook of ours, or means to be one, by its name or its first bytes. Everything else is for
/// the reader of documents to look into.
pub fn is_workbook(name: &str, head: &[u8]) -> bool {
    let named = name
        .trim_end()
        .rsplit_once('.')
        .is_some_and(|(_, extension)| extension.eq_ignore_ascii_case("json"));
    let text = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let first = text.iter().find(|byte| !byte.is_ascii_whitespace());
    named || first == Some(&b'{')
}

/// What is heard of a file that is being read.
pub type News = Result<Answer<DocumentsAnswer>, Failure>;

/// What can happen. `F` is a file of the browser, `H` a handle to write it again.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg<F, H> {
    /// Files were chosen or dropped, perhaps some of each kind.
    Begin(Vec<Given<F, H>>),
    /// News of a file, by its number.
    News(u32, News),
    /// A password for the file that wants one.
    Password(String),
    /// The file that wants a password is left unread.
    Skip,
    /// Nothing more is read.
    Cancel,
    /// What was cancelled is read after all.
    Resume,
    /// Workbooks are made of all files of the list.
    Make,
    /// A file of the list is opened.
    Open(usize),
    /// A paper is put away.
    Close(usize),
    /// All papers and the list are put away.
    Clear,
    /// The list is ordered by a column.
    Order(By),
    /// Only some of the list, or all again.
    Which(Which),
    /// Only what has this text in its name or unit.
    Search(String),
    /// Who reviews.
    Reviewer(String),
    /// Somebody works through the review of a paper.
    Judge(usize, judging::Msg),
    /// The paper in this line was reviewed again.
    Reviewed(usize, Box<Review>),
    /// The paper in this line was held against another document.
    Compared(usize, Box<Beside>),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect<F, H> {
    /// It is a workbook: for the flow that opens such.
    Open(Chosen<F, H>),
    /// Several workbooks: they are brought together.
    Combine(Vec<F>),
    /// The reader is asked to read this. [`Msg::News`] tells what comes of it, with the number.
    Read {
        /// Of the file, for its news.
        number: u32,
        /// What is read.
        file: F,
        /// The name it has on the disk.
        name: String,
        /// For a file that wants one.
        password: Option<String>,
        /// As what it is wanted.
        read_as: ReadAs,
    },
    /// No worker can be had for it: the page reads this itself. [`Msg::News`] tells what comes of it.
    ReadHere {
        /// Of the file, for its news.
        number: u32,
        /// What is read.
        file: F,
        /// The name it has on the disk.
        name: String,
        /// For a file that wants one.
        password: Option<String>,
        /// As what it is wanted.
        read_as: ReadAs,
    },
    /// The reader is not needed any more, or is to stop what it does.
    Stop,
    /// This paper is shown. One that came together with a workbook is not: the workbook is, and papers are listed.
    Show(usize),
    /// The list is shown.
    List,
    /// Something is said over the page.
    Say(Notice),
}

/// What is on screen of the reading.
#[derive(Debug, Clone, PartialEq)]
pub enum Progress {
    /// A file is being read.
    Reading {
        /// Its name.
        name: String,
        /// Pages, sheets or parts that are read.
        done: usize,
        /// Of so many, where that is known.
        total: Option<usize>,
        /// Files that wait.
        waiting: usize,
    },
    /// A file wants a password.
    Asking {
        /// Its name.
        name: String,
        /// Another one was tried.
        wrong: bool,
    },
}
