//! What the page says over itself, as data: its language puts it into words.

use juesuan_ask::Failure;
use juesuan_domain::Beyond;
use juesuan_exchange::{FileError, RuleFileError};
use juesuan_paper::Unreadable;

/// Why a file came to nothing.
#[derive(Debug, Clone, PartialEq)]
pub enum Why {
    /// It is no document, or one that is not read.
    Unreadable(Unreadable),
    /// As the reader says it.
    InWords(String),
    /// The reader could not be started, broke down, or was ended because nothing was heard of it.
    Failed(Failure),
}

/// A file that could not be read, by its name.
#[derive(Debug, Clone, PartialEq)]
pub struct NotRead {
    /// Its name.
    pub name: String,
    /// Why it came to nothing.
    pub why: Why,
}

/// A sentence of the page, with what it speaks of.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// The browser could not read a file.
    FileUnreadable,
    /// There is a copy of a form now, which is called so.
    FormCopied(String),
    /// A file was read, and is no workbook.
    FileRefused(FileError),
    /// A file is no rule set.
    RulesRefused(RuleFileError),
    /// There would be more than a workbook may hold.
    Beyond(Beyond),
    /// There is neither a form nor a table in it.
    NoForms,
    /// What is open is not kept yet: nothing else was opened.
    UnsavedFirst,
    /// What the store has under an id is not even a text.
    StoredNoText,
    /// What the store has under an id is no workbook.
    StoredUnreadable(FileError),
    /// The workbook was written into a file.
    FileSaved,
    /// A file could not be written.
    FileNotSaved,
    /// The store could not delete a workbook.
    DeleteFailed,
    /// The store could not put back a deleted workbook.
    RestoreFailed,
    /// A new version did not take over, since something would be lost.
    UpdateAtRisk,
    /// The consolidation broke down.
    CombiningBrokeOff,
    /// A pasted block has more columns than there is room for; `changed`: what fits was put there.
    PasteTooWide {
        /// Columns of the block.
        columns: usize,
        /// Columns from its first cell to the edge.
        room: usize,
        /// There is something to undo.
        changed: bool,
    },
    /// A pasted block has more rows than there is room for; `changed`: what fits was put there.
    PasteTooTall {
        /// Rows of the block.
        rows: usize,
        /// Rows from its first cell to the end.
        room: usize,
        /// There is something to undo.
        changed: bool,
    },
    /// A form would have more indicators than it may.
    PasteTooLong {
        /// Rows of the block.
        rows: usize,
        /// Indicators a form may have.
        most: usize,
    },
    /// A table would have more rows than it may.
    PasteTooLongTable {
        /// Rows of the table pasted.
        rows: usize,
        /// Rows a table may have.
        most: usize,
    },
    /// What came of a block that says where its rows belong.
    BlockBrought {
        /// Rows that were understood.
        rows: usize,
        /// What was not understood, a sentence each.
        problems: Vec<String>,
        /// There is something to undo.
        changed: bool,
    },
    /// A rule set was taken into the workbook; its name.
    RulesImported(String),
    /// A form is scored by rules that were written here; their name.
    RulesUsed(String),
    /// Rules that were written here are among the others; their name.
    RulesKept(String),
    /// The browser let nothing be copied or downloaded.
    HandOnFailed,
    /// The text of the final accounts was copied, and no sentence waits.
    TextCopied,
    /// So many sentences still wait for figures, and were left out.
    TextCopiedWaiting(usize),
    /// A table was copied, for a spreadsheet.
    TableCopied,
    /// So many lines of the list of findings.
    ReportCopied(usize),
    /// What was found in a document, so many findings.
    ReviewCopied(usize),
    /// So many lines of the list of findings, into a file.
    ReportSaved(usize),
    /// Documents that could not be read, each by its name.
    NotRead(Vec<NotRead>),
    /// So many cells were put into the open workbook.
    Taken(usize),
    /// A file of this name was written.
    Written(String),
    /// Findings were written into a file of this name, and others left out of it.
    Marked {
        /// Name of the file.
        name: String,
        /// Findings that stand in it.
        written: usize,
        /// Findings that do not.
        left_out: usize,
    },
    /// The module for documents did not do what it was asked.
    AskingFailed(Why),
    /// A sentence that another part of the program has put into words.
    InWords(String),
}

impl Said {
    /// Whether it speaks of a change that can be undone: once undone, it is no longer so.
    pub fn is_of_a_change(&self) -> bool {
        match self {
            Said::PasteTooWide { changed, .. }
            | Said::PasteTooTall { changed, .. }
            | Said::BlockBrought { changed, .. } => *changed,
            Said::Taken(_) => true,
            Said::FormCopied(_) | Said::RulesUsed(_) | Said::RulesKept(_) => true,
            _ => false,
        }
    }
}

/// What is said over the page, until it is dismissed.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// Something went wrong.
    Problem(Said),
    /// Something was done.
    Done(Said),
    /// The workbook of this unit was deleted, and can be had back.
    Deleted(String),
}
