//! The pages of a PDF, and the notes that stand on them.

use super::note::{self, Note};
use super::syntax::{Entries, holds_text, reference};
use super::update::Update;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::hayro_syntax::object::dict::Dict;
use hayro_interpret::hayro_syntax::object::{Array, ObjectIdentifier};
use hayro_interpret::hayro_syntax::page::Page;
use juesuan_paper::Rect;
use std::collections::{BTreeMap, HashMap};

pub(super) struct Pages<'a> {
    pdf: &'a Pdf,
    /// Texts are encrypted, for the object in which they stand.
    sealed: bool,
    /// How often each list of annotations is used, by the number of its object.
    lists: HashMap<(u32, u16), usize>,
    /// New annotations, by the page, counted from 1.
    new: BTreeMap<usize, Vec<u32>>,
}

/// A page that can take notes: an object of its own.
struct Own<'a> {
    id: (u32, u16),
    dict: Dict<'a>,
    /// From displayed places to its own.
    back: [f64; 6],
}

impl<'a> Pages<'a> {
    pub fn of(pdf: &'a Pdf, sealed: bool) -> Self {
        let mut lists = HashMap::new();
        for page in pdf.pages().iter() {
            if let Some(list) = page.raw().get_ref("Annots") {
                let list = (list.obj_number, u16::try_from(list.gen_number).unwrap_or(0));
                *lists.entry(list).or_insert(0) += 1;
            }
        }
        Pages {
            pdf,
            sealed,
            lists,
            new: BTreeMap::new(),
        }
    }

    /// Whether that page can take notes.
    pub fn takes(&self, page: usize) -> bool {
        self.page(page).is_some()
    }

    fn page(&self, page: usize) -> Option<Own<'a>> {
        let page: &Page<'a> = self.pdf.pages().get(page.checked_sub(1)?)?;
        let dict = page.raw().clone();
        let id = dict.obj_id()?;
        // A page that stands in the list of pages itself has no number of its own.
        let same = self.pdf.xref().get::<Dict<'_>>(id)?;
        if !std::ptr::eq(same.data(), dict.data()) && same.data() != dict.data() {
            return None;
        }
        Entries::of(dict.data(), 0)?;
        if self.sealed && !self.stays_sealed(&dict) {
            return None;
        }
        Some(Own {
            id: (id.obj_number, u16::try_from(id.gen_number).ok()?),
            dict,
            back: inverse(page.initial_transform(true).as_coeffs())?,
        })
    }

    /// Whether all texts of a page and its list can be written again as they are: they stay in their object, and it
    /// is no part of another, which would be encrypted as a whole.
    fn stays_sealed(&self, page: &Dict<'_>) -> bool {
        let stays =
            |data: &[u8], alone: bool| !holds_text(data) || (alone && self.is_in_file(data));
        let list = page.get_ref("Annots").map(|list| {
            let number = (list.obj_number, u16::try_from(list.gen_number).unwrap_or(0));
            self.lists.get(&number) == Some(&1)
        });
        let its = page.get::<Array<'_>>("Annots");
        let its = its.map_or(&b""[..], |list| list.data());
        stays(page.data(), true) && list.is_none_or(|alone| stays(its, alone))
    }

    /// Whether these are bytes of the file, and not of a stream that was unpacked.
    fn is_in_file(&self, data: &[u8]) -> bool {
        let file = self.pdf.data().as_ref().as_ptr_range();
        file.contains(&data.as_ptr())
    }

    /// Puts a note on lines of a page.
    pub fn note(
        &mut self,
        page: usize,
        lines: &[Rect],
        note: &Note,
        by: (usize, &str),
        update: &mut Update<'_>,
    ) {
        let Some(own) = self.page(page) else { return };
        let lines: Vec<_> = lines
            .iter()
            .map(|line| note::corners(*line, own.back))
            .collect();
        let written = note::write(note, &lines, own.id, by, update);
        self.new.entry(page).or_default().push(written);
    }

    /// Lists the new notes with those that were there.
    pub fn put(&self, update: &mut Update<'_>) {
        for (page, new) in &self.new {
            if let Some(own) = self.page(*page) {
                self.list(&own, new, update);
            }
        }
    }

    fn list(&self, own: &Own<'_>, new: &[u32], update: &mut Update<'_>) {
        let data = own.dict.data();
        let Some(entries) = Entries::of(data, 0) else {
            return;
        };
        let new: String = new.iter().map(|number| format!(" {number} 0 R")).collect();
        let there = entries.range(data, "Annots");
        let value = there
            .clone()
            .and_then(|range| data.get(range))
            .unwrap_or_default();
        let alone = reference(value).filter(|list| self.lists.get(list) == Some(&1));
        let old = own.dict.get::<Array<'_>>("Annots");
        let old = old.map_or(&b""[..], |list| list.data());
        let mut list = b"[".to_vec();
        list.extend_from_slice(old);
        // A comment would go on over what follows.
        list.push(b'\n');
        list.extend_from_slice(new.trim_start().as_bytes());
        list.push(b']');
        let is_list = |(object, generation): (u32, u16)| {
            let id = ObjectIdentifier::new(object, i32::from(generation));
            self.pdf.xref().get::<Array<'_>>(id).is_some()
        };
        if let Some(alone) = alone.filter(|it| is_list(*it)) {
            update.put(alone.0, alone.1, list);
            return;
        }
        let (from, to, name) = match there {
            Some(range) => (range.start, range.end, ""),
            None => (entries.end, entries.end, "/Annots"),
        };
        let mut page = data.get(..from).unwrap_or_default().to_vec();
        page.extend_from_slice(name.as_bytes());
        page.extend_from_slice(&list);
        page.extend_from_slice(data.get(to..).unwrap_or_default());
        update.put(own.id.0, own.id.1, page);
    }
}

/// The way back of a transform.
fn inverse([a, b, c, d, e, f]: [f64; 6]) -> Option<[f64; 6]> {
    let size = a * d - b * c;
    if !size.is_normal() {
        return None;
    }
    let [a, b, c, d] = [d / size, -b / size, -c / size, a / size];
    Some([a, b, c, d, -(a * e + c * f), -(b * e + d * f)])
}

#[cfg(test)]
mod tests {
    #[test]
    fn there_and_back() {
        for there in [
            [1.0, 0.0, 0.0, -1.0, 0.0, 842.0],
            [0.0, 1.0, 1.0, 0.0, -10.0, -20.0],
            [-1.0, 0.0, 0.0, 1.0, 595.0, 5.0],
        ] {
            let back = super::inverse(there).unwrap();
            let apply =
                |[a, b, c, d, e, f]: [f64; 6], (x, y)| (a * x + c * y + e, b * x + d * y + f);
            assert_eq!(apply(back, apply(there, (3.0, 7.0))), (3.0, 7.0));
        }
        assert_eq!(super::inverse([0.0; 6]), None);
    }
}
