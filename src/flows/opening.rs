//! Workbooks that are opened: made anew, from files, from the store, from a consolidation, from a portal.

use super::{Notice, Said};
use juesuan_domain::Beyond;
use juesuan_domain::{Region, Workbook};
use juesuan_exchange::{FileError, LARGEST_FILE, read_workbook};
use std::rc::Rc;

/// A file somebody chose or dropped.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen<F, H> {
    /// What the browser hands out of it; its bytes are read later.
    pub file: F,
    /// Its size.
    pub bytes: f64,
    /// By which it can be written again, where the browser hands out such.
    pub handle: Option<H>,
}

/// What the store has under an id.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// `None` where what lies there is not even a text.
    pub workbook: Option<Result<Workbook, FileError>>,
    /// 0 where the store has none.
    pub revision: u64,
    /// It stands in last words only, which the store has not taken yet.
    pub waits: bool,
}

/// What can happen. `F` is a file of the browser, `H` a handle to write it again.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg<F, H> {
    /// An empty workbook of a unit somewhere.
    Create {
        /// The budget year, as typed.
        year: String,
        /// The unit's name, as typed.
        unit: String,
        /// The id of the place: by it rules and style.
        region: String,
    },
    /// The example that comes with the program.
    Example,
    /// A file was chosen or dropped.
    Open(Chosen<F, H>),
    /// Last year's file: its forms, emptied, begin a new workbook.
    OpenForNextYear(Chosen<F, H>),
    /// The browser's file dialog is wanted, which hands out files that can be written again.
    Choose,
    /// A file was read, or could not be.
    Read {
        /// Its bytes; `None` where it could not be read.
        bytes: Option<Vec<u8>>,
        /// By which it can be written again.
        handle: Option<H>,
        /// Its forms begin a workbook for the year after.
        next_year: bool,
    },
    /// A workbook of the list, by its id.
    Continue(String),
    /// A workbook of the list, emptied for the year after.
    NextYear(String),
    /// The store has answered; `None` where it has none under this id.
    Loaded {
        /// What was asked for.
        id: String,
        /// What lies there.
        found: Option<Box<Found>>,
        /// Its forms begin a workbook for the year after.
        next_year: bool,
    },
    /// What many files were brought together to.
    Combined(Result<Box<Workbook>, Beyond>),
    /// What a document has become, emptied for the year after.
    AfterThis(Box<Workbook>),
    /// What a portal hands over. It keeps it itself.
    HandedOver(Box<Workbook>),
}

/// Where a workbook that is opened is kept.
#[derive(Debug, Clone, PartialEq)]
pub enum Under<H> {
    /// Nowhere yet; the file it came from, where that can be written again.
    New {
        /// By which the file can be written again; `None` where there is no such file.
        file: Option<H>,
    },
    /// In the store, as this revision; or in last words that the store has not taken yet.
    Stored {
        /// Under which the store keeps it.
        id: String,
        /// The revision that was read; 0 where the store has none.
        revision: u64,
        /// It came from last words and is to be saved.
        waits: bool,
    },
    /// It was left a moment ago, and its save is still under way.
    LeftBehind {
        /// Under which the store will keep it.
        id: String,
    },
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect<F, H> {
    /// The file dialog: [`Msg::Open`] tells what was chosen.
    Choose,
    /// [`Msg::Read`] tells what is in it.
    Read {
        /// The file to read.
        file: F,
        /// By which it can be written again, for [`Msg::Read`] to hand on.
        handle: Option<H>,
        /// For [`Msg::Read`] to hand on.
        next_year: bool,
    },
    /// [`Msg::Loaded`] tells what the store has.
    Load {
        /// Under which the store keeps it.
        id: String,
        /// For [`Msg::Loaded`] to hand on.
        next_year: bool,
    },
    /// The list of workbooks may be another.
    List,
    /// What is open is sent to the store.
    Save,
    /// What is open is shown from its first form on.
    ShowOpen,
    /// This workbook takes the place of what is open. `checked`: missing cells are shown at once, as in a
    /// file that somebody filled in.
    Open {
        /// Where it is kept from now on.
        under: Under<H>,
        /// What is opened.
        workbook: Box<Workbook>,
        /// Missing cells are shown at once.
        checked: bool,
    },
    /// A portal's workbook takes the place of what is open, and nothing keeps it but the portal.
    Show {
        /// What the portal handed over.
        workbook: Box<Workbook>,
        /// Missing cells are shown at once.
        checked: bool,
    },
    /// Says something over the page.
    Say(Notice),
}

/// What is open while something happens, and how well it is kept.
#[derive(Debug, Clone, Copy, Default)]
pub struct Around<'a> {
    /// The open workbook, and the id it is kept under.
    pub open: Option<(&'a str, &'a Rc<Workbook>)>,
    /// Somebody has changed it.
    pub touched: bool,
    /// Something of it is neither in a file nor in the store, and cannot get there.
    pub at_risk: bool,
    /// Workbooks that were left while a save of them was under way, by id.
    pub left_behind: &'a [(String, Rc<Workbook>)],
}

/// The flow. It remembers nothing from one message to the next: files and the store may answer in any
/// order, and each answer is held against what is open by then.
#[derive(Debug, Default)]
pub struct Opening {
    /// The text of the example file.
    example: &'static [u8],
}

impl Opening {
    /// `example`: the text of the file that shows what the program does.
    pub fn new(example: &'static [u8]) -> Self {
        Opening { example }
    }

    /// Something happened; gives what is to be done.
    pub fn update<F, H>(&self, msg: Msg<F, H>, around: &Around<'_>) -> Vec<Effect<F, H>> {
        match msg {
            Msg::Create { year, unit, region } => {
                let workbook = Region::named(&region).workbook(&year, &unit);
                around.open_new(workbook, false, None)
            }
            Msg::Example => around.read(self.example, None, false),
            Msg::Open(chosen) => vec![read_file(chosen, false)],
            Msg::OpenForNextYear(chosen) => vec![read_file(
                Chosen {
                    handle: None,
                    ..chosen
                },
                true,
            )],
            Msg::Choose => vec![Effect::Choose],
            Msg::Read { bytes: None, .. } => problem(Said::FileUnreadable),
            Msg::Read {
                bytes: Some(bytes),
                handle,
                next_year,
            } => around.read(&bytes, handle, next_year),
            Msg::Continue(id) => vec![Effect::Load {
                id,
                next_year: false,
            }],
            Msg::NextYear(id) => vec![Effect::Load {
                id,
                next_year: true,
            }],
            Msg::Loaded {
                id,
                found,
                next_year,
            } => around.loaded(id, found, next_year),
            Msg::Combined(Ok(workbook)) => around.open_new(*workbook, true, None),
            Msg::AfterThis(workbook) => around.open_new(workbook.next_year(), false, None),
            Msg::Combined(Err(beyond)) => problem(Said::Beyond(beyond)),
            Msg::HandedOver(workbook) => vec![handed_over(workbook)],
        }
    }
}

fn problem<F, H>(said: Said) -> Vec<Effect<F, H>> {
    vec![Effect::Say(Notice::Problem(said))]
}

/// Reads a file somebody chose, or says that it is too large to be one of ours.
fn read_file<F, H>(chosen: Chosen<F, H>, next_year: bool) -> Effect<F, H> {
    if chosen.bytes > LARGEST_FILE as f64 {
        let megabytes = (chosen.bytes / (1024.0 * 1024.0)) as usize;
        let too_large = Said::FileRefused(FileError::TooLarge(megabytes));
        return Effect::Say(Notice::Problem(too_large));
    }
    Effect::Read {
        file: chosen.file,
        handle: chosen.handle,
        next_year,
    }
}

fn handed_over<F, H>(mut workbook: Box<Workbook>) -> Effect<F, H> {
    let untouched = Workbook::new("", "", &workbook.rule_set);
    if workbook.forms.is_empty() && workbook.accounts.is_untouched() {
        workbook.forms.clone_from(&untouched.forms);
    }
    Effect::Show {
        // Of a form nobody has begun, what is missing is not worth a word yet.
        checked: *workbook != untouched,
        workbook,
    }
}

impl Around<'_> {
    /// Opens what a file holds under an id of its own, or says why it cannot be opened.
    fn read<F, H>(&self, bytes: &[u8], handle: Option<H>, next_year: bool) -> Vec<Effect<F, H>> {
        match read_workbook(bytes) {
            Ok(workbook) if next_year => self.open_new(workbook.next_year(), false, None),
            // Where it is refused, what stays open must not be written into that file.
            Ok(workbook) => self.open_new(workbook, true, handle),
            Err(error) => problem(Said::FileRefused(error)),
        }
    }

    fn open_new<F, H>(
        &self,
        workbook: Workbook,
        checked: bool,
        file: Option<H>,
    ) -> Vec<Effect<F, H>> {
        self.open(Under::New { file }, workbook, checked)
    }

    /// Opens a workbook, unless there is nothing in it, or what is open could be lost.
    fn open<F, H>(&self, under: Under<H>, workbook: Workbook, checked: bool) -> Vec<Effect<F, H>> {
        if workbook.forms.is_empty() && workbook.accounts.is_untouched() {
            return problem(Said::NoForms);
        }
        if self.at_risk && self.touched {
            let unsaved = Effect::Say(Notice::Problem(Said::UnsavedFirst));
            return vec![Effect::Save, unsaved];
        }
        let workbook = Box::new(workbook);
        vec![Effect::Open {
            under,
            workbook,
            checked,
        }]
    }

    /// The store has answered. The open workbook may be ahead of its stored copy, and knows what can be
    /// undone; so may one that was left a moment ago.
    fn loaded<F, H>(
        &self,
        id: String,
        found: Option<Box<Found>>,
        next_year: bool,
    ) -> Vec<Effect<F, H>> {
        let open = self.open.filter(|(open, _)| *open == id);
        let left = || self.left_behind.iter().find(|(left, _)| *left == id);
        let ahead = open
            .map(|(_, workbook)| workbook)
            .or_else(|| left().map(|(_, workbook)| workbook));
        match (ahead, found) {
            (Some(workbook), _) if next_year => self.open_new(workbook.next_year(), false, None),
            (Some(_), _) if open.is_some() => vec![Effect::ShowOpen],
            (Some(workbook), _) => {
                let under = Under::LeftBehind { id };
                self.open(under, Workbook::clone(workbook), true)
            }
            // It is gone: the list did not know yet.
            (None, None) => vec![Effect::List],
            (None, Some(found)) => match found.workbook {
                Some(Ok(workbook)) if next_year => self.open_new(workbook.next_year(), false, None),
                Some(Ok(workbook)) => {
                    let (revision, waits) = (found.revision, found.waits);
                    let under = Under::Stored {
                        id,
                        revision,
                        waits,
                    };
                    self.open(under, workbook, true)
                }
                Some(Err(error)) => problem(Said::StoredUnreadable(error)),
                None => problem(Said::StoredNoText),
            },
        }
    }
}
