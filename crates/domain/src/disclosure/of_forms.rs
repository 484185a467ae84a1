//! What the text reads of the forms.

use crate::evaluation::{Evaluation, Form};
use std::cell::Cell;
use std::rc::Rc;

/// The forms of a workbook, and what each of them comes to.
///
/// It notices that it is read: what was written without it is the same after an edit of a form, and need not be written
/// again at each key.
#[derive(Debug, Clone)]
pub struct OfForms<'a> {
    forms: &'a [Rc<Form>],
    evaluations: &'a [Rc<Evaluation>],
    is_read: Cell<bool>,
}

impl<'a> OfForms<'a> {
    /// The forms as typed, and what each was evaluated to, in the same order.
    pub fn new(forms: &'a [Rc<Form>], evaluations: &'a [Rc<Evaluation>]) -> Self {
        OfForms {
            forms,
            evaluations,
            is_read: Cell::new(false),
        }
    }

    /// Each of them, in the order of the workbook.
    pub(super) fn all(&self) -> impl Iterator<Item = (usize, &'a Form)> + use<'a> {
        self.is_read.set(true);
        self.forms.iter().map(|form| &**form).enumerate()
    }

    /// The form at this place.
    pub(super) fn at(&self, place: usize) -> Option<&'a Form> {
        self.is_read.set(true);
        self.forms.get(place).map(|form| &**form)
    }

    /// What the form at this place comes to, where its score is not provisional.
    pub(super) fn complete(&self, place: usize) -> Option<&'a Evaluation> {
        self.is_read.set(true);
        let evaluation = self.evaluations.get(place)?;
        evaluation.complete.then_some(evaluation)
    }

    /// What `write` makes, and whether it read anything of the forms.
    pub(super) fn watch<T>(&self, write: impl FnOnce() -> T) -> (T, bool) {
        let earlier = self.is_read.replace(false);
        let written = write();
        let is_read = self.is_read.get();
        self.is_read.set(earlier || is_read);
        (written, is_read)
    }
}
