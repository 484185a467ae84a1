//! What can happen to the page: the messages of its flows, and what is the page's own.

use super::picture::Picture;
use super::storage::Removed;
use super::whereabouts::View;
use juesuan::accounts::{ChartKind, Overwritten, TableNo};
use juesuan::address::Towards;
use juesuan::flows::importing::{LedgerChoice, Part};
use juesuan::flows::opening::Chosen;
use juesuan::flows::{asking, combining, keeping, looking, offline, opening, pasting, reading};
use juesuan::paper::Written;
use juesuan::quick::Calculation;
use juesuan::say::Language;
use juesuan::understand::Spot;
use juesuan::{Edit, Place};
use std::borrow::Cow;
use wasm_bindgen::JsValue;
use web_sys::File;

/// The flows' messages, with what this browser hands out.
pub type OpeningMsg = opening::Msg<File, JsValue>;
pub type KeepingMsg = keeping::Msg<JsValue, Removed>;
pub type CombiningMsg = combining::Msg<File>;
pub type ReadingMsg = reading::Msg<File, JsValue>;
pub type AskingMsg = asking::Msg<File>;

pub enum Msg {
    Opening(OpeningMsg),
    Keeping(KeepingMsg),
    Pasting(pasting::Msg),
    Combining(CombiningMsg),
    Reading(ReadingMsg),
    Asking(AskingMsg),
    Offline(offline::Msg),
    Portal(FromPortal),
    /// The rest of the program is here, or could not be had.
    RestCame(bool),
    Show(View),
    /// Files hang over the page, or do no more.
    Dragging(bool),
    /// Files were chosen or dropped, of any kind.
    Chosen(Vec<Chosen<File, JsValue>>),
    Edit(Edit),
    /// An edit, and where to be afterwards.
    EditThen(Edit, Place),
    /// An edit, and then to where it changed something.
    EditThere(Edit),
    /// A new project form, laid out by the rules of the workbook.
    AddProject,
    /// A block from a spreadsheet, pasted at a cell.
    Paste(Place, Vec<Vec<String>>),
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
    /// Something of the list one types into.
    Look(looking::Msg),
    Undo,
    Redo,
    /// Into a file; a portal is only told.
    Save,
    Print,
    /// All forms of the workbook, one behind the other.
    PrintAll,
    /// What was held back for its errors goes out all the same, or not.
    GoOn(bool),
    /// All that is to be printed is drawn.
    PrintNow,
    /// The browser prints, asked by the page or from its own menu.
    Printing,
    Printed,
    ImportRules(File),
    RulesRead(Option<Vec<u8>>),
    ExportRules(String),
    /// Rules that are being written, by their place, into a file.
    ExportDraft(usize),
    /// Rules that are being written are tried on another form.
    TryOn(usize),
    /// The list of findings is handed on.
    HandOn(Shape),
    /// The list of findings and remarks, on paper.
    PrintList,
    /// To the next finding of the document that is shown, or the one before.
    StepReview(bool),
    /// Something is asked of a document that is open, or of what is published.
    Document(DocumentMsg),
    /// To the findings beside the view, and back.
    ToPanel,
    /// What was found in a document is handed on.
    HandOnReview(usize, ReviewShape),
    /// The text goes to a word processor.
    CopyText,
    CopyTable(TableNo),
    SaveChart(ChartKind, Picture),
    Say(String),
    Dismiss,
    /// To an element, by its id: past what stands around it to the view, to the remark on the current cell, to the
    /// name that remarks are signed with.
    Focus(Cow<'static, str>),
    /// What is remarked on a cell, as typed.
    WriteRemark(Place, String),
    /// Back to the units of a consolidation.
    ToUnits,
    CopyUnits,
    /// Another language is chosen here.
    Speak(Language),
}

/// Where a line of the list one types into leads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Target {
    View(View),
    Place(Place),
    /// The first box of it.
    Quick(Calculation),
    Deed(Deed),
}

/// What can be done from the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    Undo,
    Redo,
    Save,
    Print,
    PrintAll,
    Check,
    NextFinding,
    ToPanel,
    AddProject,
    CopyText,
    Find,
    Speak(Language),
}

/// What a portal does to the page that stands in it.
pub enum FromPortal {
    /// It handed another value over.
    HandedOver,
    /// It took the page away: nothing of it is left.
    PutAway,
    /// It chose other rules.
    UseRules(String),
    /// It lets nobody change anything, or lets them again.
    ReadOnly(bool),
    /// It chose a language, by its tag.
    SpeakAs(String),
}

/// What goes out of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Out {
    Print,
    PrintAll,
    File(Written),
}

/// In which shape the list of findings is handed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    Text,
    Table,
    File,
}

/// What is asked of documents that are open, by their numbers, and of what is published.
pub enum DocumentMsg {
    /// A document is reviewed again, its forms scored by these rules.
    ReviewBy(usize, String),
    /// A document becomes a workbook.
    Import(usize),
    /// What is to become of that workbook.
    Take(Take),
    /// The workbooks that the documents of the list have become are saved in one file.
    Pack,
    /// The same are brought together.
    Gather,
    /// What was found in a document is written into its file.
    MarkFile(usize),
    /// A part of what is published is left out, or taken in again.
    TogglePart(&'static str),
    /// What is published goes into a file.
    Write(Written),
    /// The document that is shown is held against another one, or against the open workbook.
    Compare(usize, Against),
}

/// What is to become of a workbook that a document has become.
pub enum Take {
    /// A part of it is left out, or taken in again.
    Toggle(Part),
    /// What is typed in the open workbook may be replaced, or stays.
    Replace(Vec<Overwritten>, bool),
    /// It is a ledger, and something is chosen of it.
    Choose(LedgerChoice),
    /// To where something stands in the document.
    Look(Spot),
    /// It is opened as a workbook, as it is or emptied for the year after.
    New {
        /// For the year after.
        next_year: bool,
    },
    /// It is put into the open workbook.
    Open,
}

/// What a document is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Against {
    /// Another document that is open, by its number.
    Paper(usize),
    /// The open workbook, as it would be published.
    Workbook,
}

/// In which shape the review of a document is handed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewShape {
    List,
    File,
    Letter,
}
