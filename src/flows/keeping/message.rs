//! What can happen to what is kept, and what is to be done then.

use crate::flows::{Entry, Notice};
use crate::session::{LastWords, Mark, StorageError, Word};
use juesuan_domain::Workbook;
use std::rc::Rc;

/// What became of a file that was to be written. `H` is a handle to write it again.
#[derive(Debug, Clone, PartialEq)]
pub enum Written<H> {
    /// It went into this file on disk, which can be written again.
    InFile(H),
    /// It went into the folder of downloads.
    Downloaded,
    /// Somebody thought better of it.
    Cancelled,
    /// The browser could not write it.
    Failed,
}

/// What can happen to what is kept. `R` is what the store gives for something that was removed.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg<H, R> {
    /// The store was opened, or could not be.
    Opened(Result<(), StorageError>),
    /// The clock of the autosave ran out, and the browser has nothing else to do.
    Autosave,
    /// The save of a workbook has ended, by its id.
    Saved(String, Result<u64, StorageError>),
    /// There may be room in the store now.
    Retry,
    /// The page is going away: save now.
    Flush,
    /// Another window spoke.
    Heard(Word),
    /// The open workbook goes on as a copy.
    Copy,
    /// Every workbook there is, in the store or in last words, last changed first.
    Listed(Vec<Entry>),
    /// The store takes its time: nobody waits for the list any longer.
    StoreIsSlow,
    /// A workbook of the list is to be deleted.
    Delete(Entry),
    /// It was deleted; with what was removed it can be put back.
    Deleted(Entry, R),
    /// The store could not delete it: it is still there.
    NotDeleted,
    /// What was deleted last is wanted back.
    Restore,
    /// The store could not put it back.
    NotRestored,
    /// The open workbook is to be written into a file.
    WriteFile,
    /// A file was written, or not, with the workbook as it was at a mark.
    Written(Mark, Written<H>),
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect<H, R> {
    /// Opens the store: [`Msg::Opened`] tells what came of it.
    OpenStore,
    /// [`Msg::Autosave`] comes in a moment.
    SaveSoon,
    /// It is not to come any more.
    NotSoon,
    /// [`Msg::Retry`] comes in a while.
    RetryLater,
    /// It is not to come any more.
    NotLater,
    /// Writes a workbook into the store over a revision (0 where it was never saved): [`Msg::Saved`]
    /// tells how that went.
    Write {
        /// Under which the store keeps it.
        id: String,
        /// As it was when the save began.
        workbook: Rc<Workbook>,
        /// The revision it was typed over: the save fails where another window has written since.
        before: u64,
    },
    /// All other windows are told.
    Tell(Word),
    /// Leaves a workbook where it is taken at once, and the next start finds it.
    LeaveLastWords {
        /// Under which the store would keep it.
        id: String,
        /// Which revision they were typed over, and by whom.
        head: LastWords,
        /// What is not saved yet.
        workbook: Rc<Workbook>,
    },
    /// The store has taken them: they must not lie about.
    DropLastWords {
        /// The workbook they were of.
        id: String,
    },
    /// The last words to leave, should the program stop by a mistake of ours; none where all is stored.
    Remember {
        /// Under which the store keeps the workbook.
        id: String,
        /// What goes before the workbook; `None` where the store has all of it.
        head: Option<LastWords>,
        /// The workbook as it is now.
        workbook: Rc<Workbook>,
    },
    /// There is nothing to leave then.
    Forget,
    /// [`Msg::Listed`] tells what there is.
    List,
    /// [`Msg::Deleted`] or [`Msg::NotDeleted`] tells how it went.
    Remove(Entry),
    /// [`Msg::Listed`] or [`Msg::NotRestored`] tells how it went.
    PutBack {
        /// Under which the store had it.
        id: String,
        /// What [`Msg::Deleted`] brought.
        removed: R,
    },
    /// The open workbook is closed: it is being deleted.
    Close,
    /// Writes a file, into the one that is given or where somebody chooses: [`Msg::Written`] tells how
    /// it went.
    WriteFile {
        /// The file to write over; `None`: somebody chooses one, or it goes into the downloads.
        file: Option<H>,
        /// What is written.
        workbook: Rc<Workbook>,
        /// The state that is written: what is typed meanwhile is not in the file.
        mark: Mark,
    },
    /// What is shown of it is another now.
    Redraw,
    /// Says something over the page.
    Say(Notice),
    /// Nothing is said over the page any more.
    SayNothing,
}
