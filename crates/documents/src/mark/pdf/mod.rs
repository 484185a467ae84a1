//! Notes in a PDF: highlighted text, added at the end of the file as an update. The bytes that were there stay.

mod note;
mod pages;
mod rights;
mod seal;
mod syntax;
mod tail;
mod update;

use super::marks::{Mark, Marked, marks, read, says};
use super::place::{self, Spot};
use crate::pdf;
use hayro_interpret::hayro_syntax::Pdf;
use juesuan_paper::{Kind, Paper, Rect, Remark, Unmarkable};
use note::Note;
use pages::Pages;
use tail::Tail;
use update::Update;

/// Numbers that are tried for the first new object, where a file says a wrong one.
const TRIED: u32 = 10_000;

/// Notes of a file.
const MOST: usize = 5_000;

/// A page, lines on it, and what is written there.
type OnPage = (usize, Vec<Rect>, Note);

pub(super) fn mark(bytes: &[u8], remarks: &[&Remark], author: &str) -> Result<Marked, Unmarkable> {
    let pdf = pdf::open(bytes, None).map_err(Unmarkable::Unreadable)?;
    let tail = Tail::read(bytes).ok_or(Unmarkable::Damaged(Kind::Pdf))?;
    let root = pdf.xref().root_id();
    if (root.obj_number, root.gen_number) != (tail.root.0, i32::from(tail.root.1)) {
        return Err(Unmarkable::Damaged(Kind::Pdf));
    }
    let seal = rights::allow(&pdf, &tail)?;
    if remarks.is_empty() {
        return Ok(Marked {
            bytes: bytes.to_vec(),
            written: 0,
            left_out: 0,
        });
    }
    let paper = read(bytes, pdf::read)?;
    let mut pages = Pages::of(&pdf, seal.is_some());
    let (notes, written) = notes(&paper, &marks(&paper, remarks), &pages);
    if written == 0 {
        return Err(Unmarkable::Elsewhere);
    }
    let mut update = Update::new(&tail, seal, first_free(&pdf, &tail)?);
    let mut number = 0;
    for (page, lines, note) in &notes {
        number += 1;
        pages.note(*page, lines, note, (number, author), &mut update);
    }
    pages.put(&mut update);
    let marked = update.added_to(bytes);
    if !says(&marked, &paper, pdf::read) {
        return Err(Unmarkable::Damaged(Kind::Pdf));
    }
    Ok(Marked {
        bytes: marked,
        written,
        left_out: remarks.len() - written,
    })
}

/// The first number from which on no object has one.
fn first_free(pdf: &Pdf, tail: &Tail) -> Result<u32, Unmarkable> {
    use hayro_interpret::hayro_syntax::object::{Object, ObjectIdentifier};
    let said = tail.size.max(1);
    let is_taken = |number: &u32| {
        let id = ObjectIdentifier::new(*number, 0);
        pdf.xref().get::<Object<'_>>(id).is_some()
    };
    let taken = (said..said.saturating_add(TRIED)).rev().find(is_taken);
    let first = taken.map_or(said, |number| number.saturating_add(1));
    // There must be room for all that is added.
    (first < u32::MAX / 2)
        .then_some(first)
        .ok_or(Unmarkable::Damaged(Kind::Pdf))
}

/// The notes of all marks, in their order, and how many marks have one. What stands on the same lines is one note:
/// of two only the upper one could be opened.
fn notes(paper: &Paper, marks: &[Mark], pages: &Pages<'_>) -> (Vec<OnPage>, usize) {
    let mut notes: Vec<OnPage> = Vec::new();
    let mut add = |spot: &Spot, note: Note| -> bool {
        let mut some = false;
        for page in by_page(place::boxes(paper, spot)) {
            let (page, lines) = page;
            if notes.len() >= MOST || !pages.takes(page) {
                continue;
            }
            some = true;
            let there = notes.iter_mut().find(|it| (it.0, &it.1) == (page, &lines));
            match there {
                Some((_, _, before)) => before.join(note.clone()),
                None => notes.push((page, lines, note.clone())),
            }
        }
        some
    };
    let mut written = 0;
    for mark in marks {
        let note = |severity| Note {
            severity,
            text: mark.text.clone(),
        };
        if add(&mark.spot, note(Some(mark.severity))) {
            written += 1;
            for spot in &mark.also {
                add(spot, note(None));
            }
        }
    }
    (notes, written)
}

/// The lines of each page.
fn by_page(boxes: Vec<(usize, Rect)>) -> Vec<(usize, Vec<Rect>)> {
    let mut pages: Vec<(usize, Vec<Rect>)> = Vec::new();
    for (page, line) in boxes {
        match pages.last_mut().filter(|last| last.0 == page) {
            Some((_, lines)) => lines.push(line),
            None => pages.push((page, vec![line])),
        }
    }
    pages
}
