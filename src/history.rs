//! Undo and redo over workbooks. Steps are whole workbooks that share all they have in common.

use crate::edit::{Edit, Refused, Spot, Typing};
use crate::limits::{Beyond, LARGEST_FILE};
use crate::workbook::Workbook;
use std::rc::Rc;

/// How many steps back one can go.
const DEPTH: usize = 500;

/// The workbook now, what it was, and what it was before undoing.
#[derive(Debug, Clone)]
pub struct History {
    present: Rc<Workbook>,
    past: Vec<Step>,
    future: Vec<Step>,
    /// The cell being typed into: further typing there belongs to the same step.
    typing: Option<Typing>,
    /// Bytes of the present workbook's file, or a few more; `None` where nobody has counted.
    bytes: Option<usize>,
}

/// A state and where the change that left it was.
#[derive(Debug, Clone)]
struct Step {
    workbook: Rc<Workbook>,
    changed: Spot,
}

impl History {
    /// A workbook that was just opened: nothing to undo or redo.
    pub fn new(workbook: Workbook) -> Self {
        History {
            present: Rc::new(workbook),
            past: Vec::new(),
            future: Vec::new(),
            typing: None,
            bytes: None,
        }
    }

    /// The workbook as it stands.
    pub fn present(&self) -> &Rc<Workbook> {
        &self.present
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether a step that was taken back can be made again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// Applies an edit. An edit that changes nothing leaves no step; typing on in one cell is one
    /// step until [`History::seal`], and none where it ends in what stood there before.
    ///
    /// # Errors
    /// [`Refused`] as [`Workbook::edited`], and where the file would be larger than can be opened again;
    /// nothing is changed then.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), Refused> {
        let edited = self.present.edited(edit)?;
        if edited == *self.present {
            return Ok(());
        }
        self.bytes = Some(self.bytes_of(edit, &edited)?);
        let changed = edit.spot(&self.present);
        let typing = edit.typing();
        let goes_on = typing.is_some() && self.typing == typing;
        let before = std::mem::replace(&mut self.present, Rc::new(edited));
        if !goes_on {
            if self.past.len() == DEPTH {
                self.past.remove(0);
            }
            self.past.push(Step {
                workbook: before,
                changed,
            });
        }
        self.future.clear();
        self.typing = typing;
        let nothing_left = |step: &Step| step.workbook == self.present;
        if goes_on && self.past.last().is_some_and(nothing_left) {
            self.past.pop();
            self.typing = None;
        }
        Ok(())
    }

    /// Applies an edit to the workbook and to all that it was or would be: as if it had always been so.
    /// Nobody can undo it. A state it does not fit stays as it is.
    pub fn set(&mut self, edit: &Edit) {
        let steps = self.past.iter_mut().chain(&mut self.future);
        let all = steps.map(|step| &mut step.workbook);
        for workbook in all.chain([&mut self.present]) {
            if let Ok(edited) = workbook.edited(edit)
                && edited != **workbook
            {
                *workbook = Rc::new(edited);
            }
        }
        self.typing = None;
        // Counted anew at the next edit.
        self.bytes = None;
        // Steps that differed in nothing else are none any more.
        let mut next = self.present.clone();
        self.past.reverse();
        self.past
            .retain(|step| *std::mem::replace(&mut next, step.workbook.clone()) != *step.workbook);
        self.past.reverse();
    }

    /// Bytes of what an edit made of the present workbook. Of typing a bound will do, as long as it is
    /// far from the limit: counting takes as long as writing the file.
    fn bytes_of(&self, edit: &Edit, edited: &Workbook) -> Result<usize, Beyond> {
        let bound = self.bytes.zip(edit.growth());
        let bound = bound.map(|(bytes, growth)| bytes.saturating_add(growth));
        if let Some(bound) = bound.filter(|bound| *bound <= LARGEST_FILE) {
            return Ok(bound);
        }
        let bytes = edited.file_size();
        // What was larger before may become smaller.
        if bytes > LARGEST_FILE && bytes > self.present.file_size() {
            return Err(Beyond::Size);
        }
        Ok(bytes)
    }

    /// The cell was left: typing there again is a new step.
    pub fn seal(&mut self) {
        self.typing = None;
    }

    /// Goes one step back and says where something changed.
    pub fn undo(&mut self) -> Option<Spot> {
        let step = self.past.pop()?;
        self.typing = None;
        self.bytes = None;
        let workbook = std::mem::replace(&mut self.present, step.workbook);
        self.future.push(Step {
            workbook,
            changed: step.changed,
        });
        Some(step.changed)
    }

    /// Goes one undone step forward and says where something changed.
    pub fn redo(&mut self) -> Option<Spot> {
        let step = self.future.pop()?;
        self.typing = None;
        self.bytes = None;
        let workbook = std::mem::replace(&mut self.present, step.workbook);
        self.past.push(Step {
            workbook,
            changed: step.changed,
        });
        Some(step.changed)
    }
}
