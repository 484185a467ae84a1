//! Values that views compare without looking into them.

use juesuan::accounts::{Accounts, Reckoned};
use juesuan::disclosure::Disclosure;
use juesuan::evaluation::{Evaluation, Form};
use juesuan::{Assessment, Workbook};
use std::ops::{Deref, Range};
use std::rc::Rc;
use yew::html::IntoPropValue;

/// Something shared, the same only as its very self: what changes is made anew, so another one is
/// another value.
#[derive(Debug, Default)]
pub struct Shared<T>(Rc<T>);

impl<T> Shared<T> {
    pub fn new(value: T) -> Self {
        Shared(Rc::new(value))
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Shared(self.0.clone())
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> From<Rc<T>> for Shared<T> {
    fn from(value: Rc<T>) -> Self {
        Shared(value)
    }
}

/// The open workbook and what it comes to, for what asks them by itself.
pub type Book = (Shared<Workbook>, Shared<Assessment>);

macro_rules! shared_as_props {
    ($($of:ty),*) => {
        $(impl IntoPropValue<Shared<$of>> for Rc<$of> {
            fn into_prop_value(self) -> Shared<$of> {
                self.into()
            }
        })*
    };
}

shared_as_props!(Accounts, Reckoned, Disclosure, Form, Evaluation);

/// A part of something shared: the same where what is in it is the same, which need not be looked at
/// in the very same whole.
#[derive(Debug)]
pub struct Part<T, U: 'static> {
    whole: Shared<T>,
    of: usize,
    rows: Range<usize>,
    all: fn(&T, usize) -> &[U],
}

impl<T, U> Part<T, U> {
    /// Some of the rows that `all` gives of one of the wholes there are, by its place.
    pub fn new(
        whole: Shared<T>,
        of: usize,
        rows: Range<usize>,
        all: fn(&T, usize) -> &[U],
    ) -> Self {
        Part {
            whole,
            of,
            rows,
            all,
        }
    }
}

impl<T, U> Clone for Part<T, U> {
    fn clone(&self) -> Self {
        Part {
            whole: self.whole.clone(),
            rows: self.rows.clone(),
            ..*self
        }
    }
}

impl<T, U> Deref for Part<T, U> {
    type Target = [U];

    fn deref(&self) -> &[U] {
        let all = (self.all)(&self.whole, self.of);
        all.get(self.rows.clone()).unwrap_or_default()
    }
}

impl<T, U: PartialEq> PartialEq for Part<T, U> {
    fn eq(&self, other: &Self) -> bool {
        let same = self.whole == other.whole && (self.of, &self.rows) == (other.of, &other.rows);
        same || **self == **other
    }
}

/// Something built in, the same only as its very self.
#[derive(Debug)]
pub struct BuiltIn<T: 'static>(pub &'static T);

impl<T> Clone for BuiltIn<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for BuiltIn<T> {}

impl<T> PartialEq for BuiltIn<T> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl<T> Deref for BuiltIn<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0
    }
}
