//! The layouts that are built in: data from `layouts/`, one file for each
//! change, and a table of them all that the program reads.

use super::layout::{Layout, TableNo};
use super::layout_table;
use crate::year::read_year;
use std::sync::OnceLock;

impl Layout {
    /// The ministry's layout for a year as typed: the last that has begun, and the first for years
    /// before it. Without a year, and for a text that is none ([`read_year`]), the latest there is:
    /// accounts are mostly written for the year just past. A finding says so.
    ///
    /// ```
    /// use juesuan_domain::accounts::Layout;
    /// assert_eq!(Layout::of_year("2021").id, "mof-2020");
    /// assert_eq!(Layout::of_year("2024").id, "mof-2022");
    /// ```
    pub fn of_year(year: &str) -> &'static Layout {
        let year = read_year(year).year().unwrap_or(u16::MAX);
        let of_ministry = |layout: &&Layout| layout.place.is_none();
        let mut begun = Self::all().iter().rev().filter(of_ministry);
        let begun = begun.find(|layout| layout.from <= year);
        begun.unwrap_or(&Self::all()[0])
    }

    /// A layout by its id.
    ///
    /// ```
    /// use juesuan_domain::accounts::Layout;
    /// assert_eq!(Layout::named("shanghai-2024").unwrap().classes.len(), 24);
    /// assert!(Layout::named("shanghai").is_none());
    /// ```
    pub fn named(id: &str) -> Option<&'static Layout> {
        Self::all().iter().find(|layout| layout.id == id)
    }

    /// The layout that is chosen, or else the ministry's for the year: where none is chosen, and
    /// where there is none of that id.
    ///
    /// ```
    /// use juesuan_domain::accounts::Layout;
    /// assert_eq!(Layout::chosen("shanghai-2024", "2025").id, "shanghai-2024");
    /// assert_eq!(Layout::chosen("", "2025").id, "mof-2022");
    /// assert_eq!(Layout::chosen("unheard-of", "2025").id, "mof-2022");
    /// ```
    pub fn chosen(id: &str, year: &str) -> &'static Layout {
        Self::named(id).unwrap_or_else(|| Self::of_year(year))
    }

    /// Every layout there is: the ministry's from the earliest on, then those of places.
    pub fn all() -> &'static [Layout] {
        static LAYOUTS: OnceLock<Vec<Layout>> = OnceLock::new();
        // Part of the program: a test reads it.
        LAYOUTS.get_or_init(|| layout_table::read(TABLE).expect("the built-in layouts"))
    }
}

/// All of them, written out. A test makes it of the files.
pub(super) const TABLE: &str = include_str!("../../../../layouts/all.tsv");

/// A layout comes behind the one it is a change of.
#[cfg(test)]
pub(super) const FILES: [&str; 3] = [
    include_str!("../../../../layouts/accounts-2020.json"),
    include_str!("../../../../layouts/accounts-2022.json"),
    include_str!("../../../../layouts/accounts-shanghai-2024.json"),
];

/// The key of a row as a layout's own text, for addresses.
pub(super) fn row_key(table: TableNo, key: &str) -> Option<&'static str> {
    Layout::all()
        .iter()
        .find_map(|layout| layout.table(table).row(key))
        .map(|(_, row)| row.key.as_str())
}
