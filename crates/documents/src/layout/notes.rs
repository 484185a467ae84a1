//! What is left out of a paper, gathered into one note for each thing.

use super::page::Page;
use juesuan_paper::{Note, NoteCode};

/// A text in a note is not longer.
const LONGEST: usize = 80;
/// More notes about different texts help nobody.
const MOST: usize = 100;
/// One private character in so many means that the font does not say what its characters are. A few are
/// bullets of symbol fonts.
const FEW: usize = 20;

/// Notes of a document as they are found, page by page.
#[derive(Default)]
pub struct Notes {
    notes: Vec<Note>,
}

impl Notes {
    /// A remark about a page; the same one about another page is added to it.
    pub fn add(&mut self, code: NoteCode, page: usize, text: Option<String>, count: usize) {
        let text = text.map(|text| text.chars().take(LONGEST).collect::<String>());
        let same = |note: &&mut Note| note.code == code && note.text == text;
        let count_of_note = (count > 0).then_some(count);
        if let Some(note) = self.notes.iter_mut().find(same) {
            if note.pages.last() != Some(&page) {
                note.pages.push(page);
            }
            if let Some(count) = count_of_note {
                note.count = Some(note.count.unwrap_or(0) + count);
            }
            return;
        }
        if self.notes.len() < MOST {
            self.notes.push(Note {
                text,
                pages: vec![page],
                count: count_of_note,
                ..Note::new(code)
            });
        }
    }

    /// What a page as a whole makes worth a note.
    pub fn of_page(&mut self, page: &Page) {
        let number = page.number;
        if page.glyphs.is_empty() && !page.pictures.is_empty() {
            self.add(NoteCode::ScannedPage, number, None, 0);
        }
        let count = |is: fn(char) -> bool| page.glyphs.iter().filter(|glyph| is(glyph.c)).count();
        let unknown = count(|c| c == '\u{FFFD}');
        let private = count(|c| ('\u{E000}'..='\u{F8FF}').contains(&c));
        let private = if private * FEW > page.glyphs.len() {
            private
        } else {
            0
        };
        if unknown + private > 0 {
            self.add(NoteCode::UnreadableFont, number, None, unknown + private);
        }
        if !page.slanting.is_empty() {
            self.add(NoteCode::TurnedText, number, Some(page.slanting.clone()), 0);
        }
        if page.dropped > 0 {
            self.add(NoteCode::Shortened, number, None, page.glyphs.len());
        }
    }

    /// All of them, those of one code together.
    pub fn done(mut self) -> Vec<Note> {
        self.notes.sort_by_key(|note| note.code);
        self.notes
    }
}
