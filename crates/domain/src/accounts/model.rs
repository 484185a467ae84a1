use super::cell::{BadCell, Cell, Column, Fact, WorkField};
use super::layout::{Layout, Subjects, TableNo};
use super::path;
use super::subjects::{Depth, Subject, parent, plain_code};
use crate::address::Written;
use crate::review::{Remark, SetAside, remark_on};
use crate::sorted::Sorted;
use juesuan_figure::typed::{Object, Typed, null_is_default, objects};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::rc::Rc;

/// Rows a table may have; the longest published ones have some three hundred.
pub const MOST_LINES: usize = 2_000;

/// The final accounts of a year as typed: tables, what the text needs beside them, and what the clerk
/// worded anew. Nothing in it is computed, and any text may be unreadable.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Accounts {
    /// Tables 公开01 to 公开09 by their numbers, `"05"`; a table nobody touched is left out.
    #[serde(deserialize_with = "tables", serialize_with = "by_number")]
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(type = "Record<string, Table>")
    )]
    pub tables: [Rc<Table>; 9],
    /// Figures and texts that stand in no table.
    #[serde(
        deserialize_with = "null_is_default",
        skip_serializing_if = "Sorted::is_empty"
    )]
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(type = "Record<string, string | number>")
    )]
    pub facts: Sorted<Fact, Typed>,
    /// Key work of the year.
    #[serde(deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(all(target_arch = "wasm32", feature = "api"), tsify(type = "Work[]"))]
    pub work: Vec<Rc<Work>>,
    /// Id of the style of the text; empty for the first.
    #[serde(
        deserialize_with = "null_is_default",
        skip_serializing_if = "String::is_empty"
    )]
    pub style: String,
    /// Id of the layout of the tables; empty for the ministry's of the year.
    #[serde(
        deserialize_with = "null_is_default",
        skip_serializing_if = "String::is_empty"
    )]
    pub layout: String,
    /// Sentences in the clerk's own words, by their keys: figures stand in braces, `{收入总计}`.
    #[serde(
        deserialize_with = "null_is_default",
        skip_serializing_if = "Sorted::is_empty"
    )]
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(type = "Record<string, string>")
    )]
    pub text: Sorted<String, Typed>,
    /// Findings that somebody decided to leave as they are.
    #[serde(deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(type = "SetAside[]")
    )]
    pub set_aside: Vec<SetAside<Cell>>,
    /// What a reviewer wrote beside cells.
    #[serde(deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(all(target_arch = "wasm32", feature = "api"), tsify(type = "Remark[]"))]
    pub remarks: Vec<Remark<Cell>>,
    /// What was written last year in cells of words that begin the year empty: reasons, and what was reached. It is
    /// there to be looked at while they are written anew, and never printed.
    #[serde(deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(all(target_arch = "wasm32", feature = "api"), tsify(type = "Remark[]"))]
    pub last_words: Vec<Remark<Cell>>,
}

/// A table as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Table {
    /// The unit has nothing that would stand here, and says so.
    #[serde(deserialize_with = "null_is_default", skip_serializing_if = "is_false")]
    pub none: bool,
    /// No row by subject is missing, as the clerk says: a subject without one has nothing.
    #[serde(deserialize_with = "null_is_default", skip_serializing_if = "is_false")]
    pub complete: bool,
    /// Rows that the layout prints, by their keys, and in them cells by their columns.
    #[serde(
        deserialize_with = "null_is_default",
        skip_serializing_if = "Sorted::is_empty"
    )]
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(type = "Record<string, Record<string, string | number>>")
    )]
    pub rows: Sorted<String, Cells>,
    /// Rows by subject.
    #[serde(
        deserialize_with = "null_is_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(type = "Record<string, string | number>[]")
    )]
    pub lines: Vec<Rc<Cells>>,
}

/// The cells of a row by their columns, as typed.
pub type Cells = Sorted<Column, Typed>;

/// A matter of the key work of the year, as typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Work {
    /// What was to be done.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub matter: Typed,
    /// What was aimed at, in words.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub target: Typed,
    /// How far it got, in words.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub progress: Typed,
    /// The target as a figure, `19200人次`; blank where it is none.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub target_value: Typed,
    /// What was reached, as a figure of the target's unit; blank where it is none.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub actual_value: Typed,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "as serde wants it")]
fn is_false(value: &bool) -> bool {
    !value
}

fn by_number<S: serde::Serializer>(tables: &[Rc<Table>; 9], s: S) -> Result<S::Ok, S::Error> {
    let touched = TableNo::all().zip(tables);
    let touched = touched.filter(|(_, table)| **table != Rc::default());
    s.collect_map(touched.map(|(no, table)| (no.to_string(), table)))
}

fn tables<'de, D: serde::Deserializer<'de>>(d: D) -> Result<[Rc<Table>; 9], D::Error> {
    let by_number: Option<Sorted<String, Object<Rc<Table>>>> = Option::deserialize(d)?;
    let mut tables: [Rc<Table>; 9] = Default::default();
    for (number, table) in by_number.unwrap_or_default() {
        let no = number.parse().ok().and_then(TableNo::new);
        let no = no.ok_or_else(|| serde::de::Error::custom(format!("no table {number}")))?;
        tables[no.index()] = table.0;
    }
    Ok(tables)
}

static BLANK: std::sync::LazyLock<Typed> = std::sync::LazyLock::new(Typed::default);

impl Work {
    /// What is typed in one of its cells.
    pub fn text(&self, field: WorkField) -> &Typed {
        match field {
            WorkField::Matter => &self.matter,
            WorkField::Target => &self.target,
            WorkField::Progress => &self.progress,
            WorkField::TargetValue => &self.target_value,
            WorkField::ActualValue => &self.actual_value,
        }
    }

    fn slot(&mut self, field: WorkField) -> &mut Typed {
        match field {
            WorkField::Matter => &mut self.matter,
            WorkField::Target => &mut self.target,
            WorkField::Progress => &mut self.progress,
            WorkField::TargetValue => &mut self.target_value,
            WorkField::ActualValue => &mut self.actual_value,
        }
    }
}

impl Table {
    /// The code of a row as it is read: digits, without blanks.
    pub fn code(&self, row: usize) -> Cow<'_, str> {
        let typed = self.lines.get(row).and_then(|line| line.get(&Column::Code));
        typed.map_or(Cow::Borrowed(""), |code| plain_code(code))
    }

    /// Whether anything is typed anywhere in it.
    pub fn is_blank(&self) -> bool {
        let blank = |cells: &Cells| cells.values().all(Typed::is_blank);
        self.rows.values().all(blank) && self.lines.iter().all(|line| blank(line))
    }

    /// Where a row of this code belongs: behind those with smaller codes.
    fn place_for(&self, code: &str) -> usize {
        let behind = (0..self.lines.len()).rposition(|row| {
            let other = self.code(row);
            Depth::of(&other).is_some() && *other < *code
        });
        behind.map_or(0, |row| row + 1)
    }

    /// Adds rows for a subject and those above it that are not there yet. Says where the first of
    /// them came to stand, and how many there are; none where it was there.
    pub(crate) fn add_subject(&mut self, subjects: Subjects, subject: Subject) -> Vec<usize> {
        let mut wanted = vec![subject.code];
        while let Some(above) = parent(wanted[wanted.len() - 1]) {
            wanted.push(above);
        }
        let mut added: Vec<usize> = Vec::new();
        for code in wanted.into_iter().rev() {
            if (0..self.lines.len()).any(|row| self.code(row) == code) {
                continue;
            }
            let name = subjects.named(code).map_or("", |subject| subject.name);
            let at = self.place_for(code);
            for row in &mut added {
                if *row >= at {
                    *row += 1;
                }
            }
            self.lines.insert(at, Rc::new(line(code, name)));
            added.push(at);
        }
        added.sort_unstable();
        added
    }
}

/// A row with its code and name.
pub(crate) fn line(code: &str, name: &str) -> Cells {
    let mut cells = Cells::new();
    cells.insert(Column::Code, code.into());
    if !name.is_empty() {
        cells.insert(Column::Name, name.into());
    }
    cells
}

impl Accounts {
    /// One of the nine tables, as typed.
    pub fn table(&self, no: TableNo) -> &Table {
        &self.tables[no.index()]
    }

    pub(crate) fn table_mut(&mut self, no: TableNo) -> &mut Table {
        Rc::make_mut(&mut self.tables[no.index()])
    }

    /// What is typed in a cell; `None` where there is no such row.
    pub fn cell(&self, cell: Cell) -> Option<&Typed> {
        let blank: &Typed = &BLANK;
        Some(match cell {
            Cell::Fixed(table, key, column) => {
                let row = self.table(table).rows.get(key);
                row.and_then(|row| row.get(&column)).unwrap_or(blank)
            }
            Cell::Line(table, row, column) => {
                let line = self.table(table).lines.get(row)?;
                line.get(&column).unwrap_or(blank)
            }
            Cell::Fact(fact) => self.facts.get(&fact).unwrap_or(blank),
            Cell::Work(row, field) => self.work.get(row)?.text(field),
            Cell::Sentence(key) => self.text.get(key).unwrap_or(blank),
            // Not texts that are typed here: see `Accounts::style`, `Accounts::layout`, and the workbook.
            Cell::Style | Cell::Layout | Cell::Year | Cell::Setting(_) => blank,
        })
    }

    /// Puts a text into a cell; an empty one takes it out of the file.
    ///
    /// # Errors
    /// [`BadCell`] where there is no such row; nothing is changed then.
    pub fn set(&mut self, cell: Cell, text: &str) -> Result<(), BadCell> {
        let missing = || BadCell(cell.to_string());
        match cell {
            Cell::Fixed(table, key, column) => {
                let rows = &mut self.table_mut(table).rows;
                let row = rows.or_default(key.to_owned());
                put(row, column, text);
                if row.is_empty() {
                    rows.remove(key);
                }
            }
            Cell::Line(table, row, column) => {
                if row >= self.table(table).lines.len() {
                    return Err(missing());
                }
                put(
                    Rc::make_mut(&mut self.table_mut(table).lines[row]),
                    column,
                    text,
                );
            }
            Cell::Fact(fact) => put(&mut self.facts, fact, text),
            Cell::Work(row, field) => {
                let work = self.work.get_mut(row).ok_or_else(missing)?;
                *Rc::make_mut(work).slot(field) = text.into();
            }
            Cell::Sentence(key) => put(&mut self.text, key.to_owned(), text),
            Cell::Style => text.clone_into(&mut self.style),
            Cell::Layout => text.clone_into(&mut self.layout),
            Cell::Year | Cell::Setting(_) => return Err(missing()),
        }
        Ok(())
    }

    /// How many rows the longest table has.
    pub fn longest(&self) -> usize {
        let tables = self.tables.iter().map(|table| table.lines.len());
        tables.max().unwrap_or(0)
    }

    /// The accounts to begin the next year with: the same subjects, style, layout, sentences, profile and matters
    /// of the key work; what was this year's is last year's, everything else is left to be filled in. `value` is
    /// what a cell comes to this year, as typed or computed, in 万元.
    pub(crate) fn next_year(
        &self,
        layout: &'static Layout,
        value: impl Fn(Cell) -> Option<Typed>,
    ) -> Self {
        let mut next = Accounts {
            style: self.style.clone(),
            layout: self.layout.clone(),
            text: self.text.clone(),
            ..Accounts::default()
        };
        for no in TableNo::all() {
            let laid_out = layout.table(no);
            let old = self.table(no);
            let has_last = laid_out.columns.iter().any(|c| c.column == Column::Last);
            // The figure that next year compares with.
            let compared = [Column::Amount, Column::Actual, Column::Total];
            let this = laid_out.line_columns().find(|c| compared.contains(c));
            let table = next.table_mut(no);
            // That it has nothing was said of this year; next year somebody says it again.
            for (_, row) in laid_out.rows() {
                let Some(this) = this.filter(|_| has_last) else {
                    continue;
                };
                if let Some(amount) = value(Cell::Fixed(no, &row.key, this)) {
                    let row = table.rows.or_default(row.key.clone());
                    row.insert(Column::Last, amount);
                }
            }
            for (at, old_line) in old.lines.iter().enumerate() {
                let kept = [Column::Code, Column::Name, Column::Explanation, Column::Use];
                let mut cells: Cells = old_line
                    .iter()
                    .filter(|(column, _)| kept.contains(column))
                    .map(|(column, text)| (*column, text.clone()))
                    .collect();
                if let Some(this) = this.filter(|_| has_last)
                    && let Some(amount) = value(Cell::Line(no, at, this))
                {
                    cells.insert(Column::Last, amount);
                }
                table.lines.push(Rc::new(cells));
            }
        }
        let kept = [
            Fact::Functions,
            Fact::Composition,
            Fact::ThreePublicScope,
            Fact::LikeCivilService,
        ];
        for fact in kept {
            if let Some(text) = self.facts.get(&fact) {
                next.facts.insert(fact, text.clone());
            }
        }
        if let Some(operating) = value(Cell::Fact(Fact::Operating)) {
            next.facts.insert(Fact::OperatingLast, operating);
        }
        let same = |work: &Rc<Work>| {
            Rc::new(Work {
                progress: Typed::default(),
                actual_value: Typed::default(),
                ..Work::clone(work)
            })
        };
        next.work = self.work.iter().map(same).collect();
        next.last_words = self.words_of_the_year();
        next
    }

    /// What was written about this year alone, by its cells.
    fn words_of_the_year(&self) -> Vec<Remark<Cell>> {
        let of_the_year = [Column::Reason, Column::ReasonLast];
        let mut cells: Vec<Cell> = Vec::new();
        for no in TableNo::all() {
            let table = self.table(no);
            for (key, row) in &table.rows {
                let said = row.keys().filter(|column| of_the_year.contains(column));
                cells.extend(said.filter_map(|column| path::fixed(no, key, *column)));
            }
            for (line, row) in table.lines.iter().enumerate() {
                let said = row.keys().filter(|column| of_the_year.contains(column));
                cells.extend(said.map(|column| Cell::Line(no, line, *column)));
            }
        }
        let facts = [
            Fact::OperatingReason,
            Fact::PerformanceWork,
            Fact::Outputs,
            Fact::ResultsUse,
        ];
        cells.extend(facts.map(Cell::Fact));
        let work = 0..self.work.len();
        cells.extend(work.map(|row| Cell::Work(row, WorkField::Progress)));
        let written = cells.into_iter().filter_map(|cell| {
            let text = self.cell(cell).filter(|text| !text.is_blank())?.clone();
            let path = Written::Cell(cell);
            Some(Remark::new(path, text))
        });
        written.collect()
    }

    /// What was written in a cell last year; none where nothing was.
    pub fn last_words(&self, cell: Cell) -> Option<&Typed> {
        remark_on(&self.last_words, cell).map(|words| &words.text)
    }
}

fn put<K: Ord>(cells: &mut Sorted<K, Typed>, key: K, text: &str) {
    if text.is_empty() {
        cells.remove(&key);
    } else {
        cells.insert(key, text.into());
    }
}

impl Accounts {
    /// Nothing is typed anywhere.
    pub fn is_untouched(&self) -> bool {
        self.tables
            .iter()
            .all(|table| table.is_blank() && !table.none)
            && self.facts.values().all(Typed::is_blank)
            && self.text.values().all(Typed::is_blank)
            && self.work.is_empty()
    }
}
