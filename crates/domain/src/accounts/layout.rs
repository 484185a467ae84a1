//! The tables as they are laid out: rows, columns, and the identities between their cells.

use super::column::Column;
use super::identity::{Identity, Rule};
use crate::source::Source;

pub use super::subjects::Subjects;
pub use super::table_no::TableNo;

/// The tables of some years.
#[derive(Debug, Clone)]
pub struct Layout {
    /// What files name it by.
    pub id: String,
    /// The first year it is for; it holds until a later one begins.
    pub from: u16,
    /// The place whose layout it is; `None` for the ministry's, which the year chooses.
    pub place: Option<String>,
    /// What people choose it by.
    pub name: String,
    /// Where it is from.
    pub source: Source,
    /// Classes of spending by function: code and name, in the order of the tables.
    pub classes: Vec<(String, String)>,
    /// 01 to 09, in this order.
    pub tables: Vec<TableLayout>,
    /// The identities between cells, those of single tables before those between tables.
    pub identities: Vec<Identity>,
}

/// One table.
#[derive(Debug, Clone)]
pub struct TableLayout {
    /// What it is: the number it has in files and paths, whatever it is printed under.
    pub no: TableNo,
    /// The number it is printed under.
    pub printed: TableNo,
    /// What it is headed.
    pub title: String,
    /// Which subjects its rows are by; `None` where the layout prints all rows there are.
    pub lines: Option<Subjects>,
    /// What a table without rows has none of, in words; `None` where it must not be empty.
    pub may_be_empty: Option<String>,
    /// From left to right.
    pub columns: Vec<ColumnLayout>,
    /// Rows that the layout prints, side by side.
    pub sides: Vec<Side>,
    /// Rows by subject come before those that the layout prints, as the total.
    pub total_last: bool,
    /// Identities of every row that the unit adds, by column.
    pub across: Vec<Rule>,
    /// Table 06: the rows that sum up the classes named.
    pub parts: Vec<(String, Vec<String>)>,
}

/// A column of a table.
#[derive(Debug, Clone)]
pub struct ColumnLayout {
    /// Which one.
    pub column: Column,
    /// What its head says.
    pub label: String,
    /// Not part of the published table: shown beside it and not printed.
    pub beside: bool,
    /// Its amounts may be below zero.
    pub signed: bool,
}

/// Rows that belong together: income, spending, or all there are.
#[derive(Debug, Clone)]
pub struct Side {
    /// `收入`, `支出`; blank where there is one side.
    pub title: String,
    /// The columns its rows have.
    pub columns: Vec<Column>,
    /// What a column is called here, where that differs.
    pub heads: Vec<(Column, String)>,
    /// From top to bottom.
    pub rows: Vec<RowLayout>,
    /// Identities of every row, by column.
    pub across: Vec<Rule>,
}

/// A row that the layout prints.
#[derive(Debug, Clone)]
pub struct RowLayout {
    /// Unique in its table: a word of ours, or the code of a class.
    pub key: String,
    /// What it is called, with its number.
    pub label: String,
    /// A sum of other rows.
    pub total: bool,
    /// Its amounts may be below zero, as balances may.
    pub signed: bool,
    /// The row of a class of spending.
    pub of_class: bool,
}

impl Layout {
    /// A table, by its nature.
    pub fn table(&'static self, no: TableNo) -> &'static TableLayout {
        &self.tables[no.index()]
    }

    /// The tables in the order in which they are printed.
    pub fn in_print(&'static self) -> Vec<&'static TableLayout> {
        let mut tables: Vec<&TableLayout> = self.tables.iter().collect();
        tables.sort_by_key(|table| table.printed);
        tables
    }

    /// A text that names tables as `公开08`, with the numbers they are printed with.
    pub(super) fn as_printed(&self, text: &str) -> String {
        const MARK: &str = "公开";
        let mut printed = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(at) = rest.find(MARK) {
            let (before, behind) = rest.split_at(at + MARK.len());
            printed.push_str(before);
            rest = behind;
            let no = behind.get(..2).and_then(|no| no.parse().ok());
            if let Some(no) = no.and_then(TableNo::new) {
                printed.push_str(&self.tables[no.index()].printed.to_string());
                rest = &behind[2..];
            }
        }
        printed.push_str(rest);
        printed
    }
}

impl TableLayout {
    /// Rows that the layout prints, with the side each is on.
    pub fn rows(&self) -> impl Iterator<Item = (&Side, &RowLayout)> {
        self.sides
            .iter()
            .flat_map(|side| side.rows.iter().map(move |row| (side, row)))
    }

    /// A row that the layout prints, with the side it is on.
    pub fn row(&self, key: &str) -> Option<(&Side, &RowLayout)> {
        self.rows().find(|(_, row)| row.key == key)
    }

    /// What it is called in print: `公开05`.
    pub fn short(&self) -> String {
        format!("公开{}", self.printed)
    }

    /// Whether it has a column.
    pub fn has(&self, column: Column) -> bool {
        self.columns.iter().any(|c| c.column == column)
    }

    /// What a column is called here.
    pub fn label(&self, column: Column) -> &str {
        let found = self.columns.iter().find(|c| c.column == column);
        found.map_or(column.label(), |c| &c.label)
    }

    /// The amount columns of rows that the unit adds.
    pub fn line_columns(&self) -> impl Iterator<Item = Column> {
        self.columns.iter().map(|c| c.column)
    }

    /// Whether a column is shown beside the table and not printed.
    pub fn is_beside(&self, column: Column) -> bool {
        self.columns.iter().any(|c| c.column == column && c.beside)
    }
}
