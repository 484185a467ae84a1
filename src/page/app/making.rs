//! Workbooks that many documents have become: saved in one file, brought together.

use super::App;
use crate::page::files;
use juesuan::Workbook;
use juesuan::exchange::{EXTENSION, Failed, write_workbook};
use juesuan::flows::asking::Purpose;
use juesuan::flows::combining;
use juesuan::flows::reading::{Outcome, Row};
use juesuan_ask::DocumentsAsk;
use std::rc::Rc;
use web_sys::File;

impl App {
    /// Saves the workbooks in one archive, each as its own file.
    pub(super) fn pack(&mut self) -> bool {
        let workbooks = self.made();
        if workbooks.is_empty() {
            return false;
        }
        let ask = DocumentsAsk::Pack {
            workbooks,
            language: self.words.language.tag().to_owned(),
        };
        let name = format!("{}.zip", self.words.files_workbook());
        self.request(ask, None, Purpose::Save { name })
    }

    /// Brings the workbooks together, and says which files became none.
    pub(super) fn gather(&mut self) -> bool {
        let files = self.made().into_iter().filter_map(|(name, workbook)| {
            let parts = js_sys::Array::of1(&write_workbook(&workbook).into());
            File::new_with_str_sequence(&parts, &name).ok()
        });
        let files = files.collect();
        let failed = self.reading.rows().iter().filter_map(|row| {
            let why = self.why_none(row)?;
            let file = row.name.clone();
            Some(Failed { file, why })
        });
        let failed = failed.collect();
        self.combine(combining::Msg::BeginWith(files, failed))
    }

    /// Why no workbook came of a file; `None` where one did.
    fn why_none(&self, row: &Row<File>) -> Option<String> {
        let words = self.words;
        match (&row.outcome, &row.made) {
            (Outcome::NotRead(why), _) => Some(crate::page::said::why_not(why, words)),
            (Outcome::Locked, _) => Some(words.file_locked().to_owned()),
            (_, None) => Some(words.file_left().to_owned()),
            (_, Some(made)) => {
                let none = made.workbook.is_none();
                none.then(|| words.import_nothing().to_owned())
            }
        }
    }

    /// Each with the name of its own file: unit and year, or else what the document is called.
    fn made(&self) -> Vec<(String, Rc<Workbook>)> {
        let mut all: Vec<(String, Rc<Workbook>)> = Vec::new();
        for row in self.reading.rows() {
            let made = row.made.as_ref();
            let Some(workbook) = made.and_then(|made| made.workbook.clone()) else {
                continue;
            };
            let full = files::workbook_name(&workbook.year, workbook.unit());
            let stem = match workbook.unit() {
                "" => files::without_ending(&row.name),
                _ => full.trim_end_matches(EXTENSION),
            };
            let mut name = format!("{stem}{EXTENSION}");
            let mut count = 2;
            while all.iter().any(|(other, _)| *other == name) {
                name = format!("{stem} ({count}){EXTENSION}");
                count += 1;
            }
            all.push((name, workbook));
        }
        all
    }
}
