//! What can happen to the page.

use super::document::Place;
use super::entry::Entry;
use super::picture::Picture;
use super::selection::Towards;
use super::storage::{Found, Removed};
use super::whereabouts::View;
use super::{consolidating, files, keeping};
use juesuan::Edit;
use juesuan::accounts::{ChartKind, TableNo};
use juesuan::exchange::Unit;
use juesuan::say::Language;
use juesuan::session::Mark;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::File;

pub enum Msg {
    Show(View),
    Create {
        year: String,
        unit: String,
        rules: String,
    },
    Example,
    /// A file was chosen or dropped, and can perhaps be written again.
    Open(File, Option<JsValue>),
    /// Last year's file: its forms, emptied, begin a new workbook.
    OpenForNextYear(File),
    /// The browser's file dialog is wanted, which hands out files that can be written again.
    Choose,
    /// It was read, or could not be.
    Opened {
        bytes: Option<Vec<u8>>,
        file: Option<JsValue>,
        next_year: bool,
    },
    Keeping(keeping::Msg),
    Listed(Vec<Entry>),
    /// The store takes its time: nobody waits for it any longer.
    StoreIsSlow,
    Continue(String),
    Loaded {
        id: String,
        found: Option<Found>,
        next_year: bool,
    },
    NextYear(String),
    Delete(Entry),
    Deleted(Entry, Removed),
    Restore,
    Edit(Edit),
    /// An edit, and where to be afterwards.
    EditThen(Edit, Place),
    /// A new project form, laid out by the rules of the workbook.
    AddProject,
    /// A block from a spreadsheet, pasted at a cell.
    Paste(Place, Vec<Vec<String>>),
    /// A whole table from a spreadsheet, its amounts in the unit chosen.
    PasteTable(TableNo, Rc<Vec<Vec<String>>>, Unit),
    /// Rows for a subject.
    AddSubject(TableNo, String),
    Enter(Place),
    Leave(Place),
    GoTo(Place),
    /// The selected block is drawn to a cell.
    SelectTo(Place),
    SelectFurther(Towards),
    Unselect,
    FillDown,
    Clear,
    /// The cell somebody is in takes back what stood there when it was entered.
    Revert,
    Check,
    Undo,
    Redo,
    Save,
    /// A file was written, with the workbook as it was at a mark.
    Kept(Mark, Result<files::Kept, JsValue>),
    Print,
    /// All forms of the workbook, one behind the other.
    PrintAll,
    Printed,
    ImportRules(File),
    RulesRead(Option<Vec<u8>>),
    ExportRules(String),
    /// The list of findings is handed on.
    HandOn(Shape),
    /// The text goes to a word processor.
    CopyText,
    CopyTable(TableNo),
    SaveChart(ChartKind, Picture),
    Consolidate(Vec<File>),
    Consolidating(consolidating::Msg),
    /// The consolidated form as a workbook of its own.
    OpenConsolidated,
    /// The site has a new version, which can take over.
    NewVersion,
    Renew,
    RenewLater,
    Say(String),
    Dismiss,
    /// To the remark on the current cell.
    Remark,
    /// A portal handed another value over.
    HandedOver,
    /// The portal took the page away: nothing of it is left.
    PutAway,
    /// A portal chose other rules.
    UseRules(String),
    /// A portal lets nobody change anything, or lets them again.
    ReadOnly(bool),
    /// Another language is chosen here.
    Speak(Language),
    /// A portal chose a language, by its tag.
    SpeakAs(String),
}

/// In which shape the list of findings is handed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Text,
    Table,
    File,
}

/// What is said over the page, until it is dismissed.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// Something went wrong.
    Problem(String),
    /// Something was done.
    Done(String),
    /// A workbook was deleted, and can be had back.
    Deleted(Entry, Removed),
}
