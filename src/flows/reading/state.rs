//! What the flow knows of its files: those that wait, the one at hand, and papers that are open.

use crate::flows::asking::Beside;
use crate::flows::judging::{Judging, Marks};
use crate::paper::Paper;
use crate::understand::Review;
use juesuan_ask::ReadAs;
use std::rc::Rc;

/// What is done with a file once it is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Want {
    /// Its paper is shown.
    Show,
    /// Its paper is kept.
    Keep,
    /// Only the list tells of it.
    Line,
    /// A workbook is made of it.
    Workbook,
}

impl Want {
    /// Whether it is one of many, about which nobody is asked.
    pub fn is_one_of_many(self) -> bool {
        matches!(self, Want::Line | Want::Workbook)
    }

    /// What is asked of the reader for it.
    pub fn read_as(self) -> ReadAs {
        match self {
            Want::Show | Want::Keep => ReadAs::Paper,
            Want::Line => ReadAs::Summary,
            Want::Workbook => ReadAs::Workbook,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Waiting {
    pub row: usize,
    pub want: Want,
}

/// The file at hand.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Now {
    pub file: Waiting,
    /// With which it is tried.
    pub password: Option<String>,
    /// The page itself is at it.
    pub here: bool,
    pub asking: Option<bool>,
    pub done: usize,
    pub total: Option<usize>,
}

impl Now {
    /// A file whose turn has come.
    pub fn of(file: Waiting) -> Self {
        Now {
            file,
            password: None,
            here: false,
            asking: None,
            done: 0,
            total: None,
        }
    }
}

/// A paper that is open, with its review.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Its line in the list.
    pub row: usize,
    /// What the file says.
    pub paper: Rc<Paper>,
    /// What was found in it.
    pub review: Rc<Review>,
    /// Its figures.
    pub marks: Rc<Marks>,
    /// How far somebody is with it.
    pub judging: Rc<Judging>,
    /// What it was held against.
    pub beside: Option<Rc<Beside>>,
}

impl Opened {
    /// Another review takes the place of its own; what was noted of findings stays with them.
    pub(super) fn renew(&mut self, review: Review) {
        let notes = self.judging.kept(&self.review);
        self.judging = Rc::new(Judging::new(&review, &notes));
        self.marks = Rc::new(Marks::of(&self.paper, &review));
        self.review = Rc::new(review);
    }
}
