//! The tables as the ministry lays them out: data from `layouts/`, one file for each change.

use super::cell::Column;
use super::identity::{Identity, Rule};
use crate::source::Source;
use crate::year::read_year;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::OnceLock;

/// Number of a table: 公开01 to 公开09. Displays as `01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TableNo(u8);

impl TableNo {
    pub const INCOME_AND_SPENDING: TableNo = TableNo(1);
    pub const INCOME: TableNo = TableNo(2);
    pub const SPENDING: TableNo = TableNo(3);
    pub const FISCAL: TableNo = TableNo(4);
    pub const GENERAL: TableNo = TableNo(5);
    pub const BASIC: TableNo = TableNo(6);
    pub const THREE_PUBLIC: TableNo = TableNo(7);
    pub const FUNDS: TableNo = TableNo(8);
    pub const CAPITAL: TableNo = TableNo(9);

    pub fn new(number: u8) -> Option<Self> {
        (1..=9).contains(&number).then_some(TableNo(number))
    }

    /// Its place among the tables, from 0.
    pub fn index(self) -> usize {
        usize::from(self.0) - 1
    }

    pub fn all() -> impl Iterator<Item = TableNo> {
        (1..=9).map(TableNo)
    }
}

impl fmt::Display for TableNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}", self.0)
    }
}

/// The tables of some years.
#[derive(Debug, Clone)]
pub struct Layout {
    pub id: String,
    /// The first year it is for; it holds until a later one begins.
    pub from: u16,
    pub name: String,
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
    pub no: TableNo,
    pub title: String,
    /// Which subjects its rows are by; `None` where the layout prints all rows there are.
    pub lines: Option<Subjects>,
    /// What a table without rows has none of, in words; `None` where it must not be empty.
    pub may_be_empty: Option<String>,
    pub columns: Vec<ColumnLayout>,
    pub sides: Vec<Side>,
    /// Identities of every row that the unit adds, by column.
    pub across: Vec<Rule>,
    /// Table 06: the rows that sum up the classes named.
    pub parts: Vec<(String, Vec<String>)>,
}

/// Which classification the rows of a table are by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Subjects {
    Functional,
    Economic,
}

#[derive(Debug, Clone)]
pub struct ColumnLayout {
    pub column: Column,
    pub label: String,
    /// Not part of the published table: shown beside it and not printed.
    pub beside: bool,
    /// Its amounts may be below zero.
    pub signed: bool,
}

/// Rows that belong together: income, spending, or all there are.
#[derive(Debug, Clone)]
pub struct Side {
    pub title: String,
    /// The columns its rows have.
    pub columns: Vec<Column>,
    /// What a column is called here, where that differs.
    pub heads: Vec<(Column, String)>,
    pub rows: Vec<RowLayout>,
    /// Identities of every row, by column.
    pub across: Vec<Rule>,
}

#[derive(Debug, Clone)]
pub struct RowLayout {
    /// Unique in its table: a word of ours, or the code of a class.
    pub key: String,
    pub label: String,
    /// A sum of other rows.
    pub total: bool,
    /// Its amounts may be below zero, as balances may.
    pub signed: bool,
}

impl Layout {
    pub fn table(&'static self, no: TableNo) -> &'static TableLayout {
        &self.tables[no.index()]
    }

    /// The layout for a year as typed: the last that has begun, and the first for years before it.
    /// Without a year, and for a text that is none ([`read_year`]), the latest there is: accounts are
    /// mostly written for the year just past. A finding says so.
    ///
    /// ```
    /// use juesuan::accounts::Layout;
    /// assert_eq!(Layout::of_year("2021").id, "mof-2020");
    /// assert_eq!(Layout::of_year("2024").id, "mof-2022");
    /// ```
    pub fn of_year(year: &str) -> &'static Layout {
        let year = read_year(year).year().unwrap_or(u16::MAX);
        let layouts = Self::all();
        let begun = layouts.iter().rev().find(|layout| layout.from <= year);
        begun.unwrap_or(&layouts[0])
    }

    /// Every layout there is, the earliest first.
    pub fn all() -> &'static [Layout] {
        static LAYOUTS: OnceLock<Vec<Layout>> = OnceLock::new();
        LAYOUTS.get_or_init(|| {
            let files = [
                include_str!("../../layouts/accounts-2020.json"),
                include_str!("../../layouts/accounts-2022.json"),
            ];
            let mut layouts: Vec<Layout> = Vec::new();
            for file in files {
                // Part of the program: a test reads every one of them.
                let file: LayoutFile = serde_json::from_str(file).expect("a built-in layout");
                let layout = file.laid_out(&layouts).expect("a built-in layout");
                layouts.push(layout);
            }
            layouts
        })
    }
}

impl TableLayout {
    /// Rows that the layout prints, with the side each is on.
    pub fn rows(&self) -> impl Iterator<Item = (&Side, &RowLayout)> {
        self.sides
            .iter()
            .flat_map(|side| side.rows.iter().map(move |row| (side, row)))
    }

    pub fn row(&self, key: &str) -> Option<(&Side, &RowLayout)> {
        self.rows().find(|(_, row)| row.key == key)
    }

    /// `公开05`.
    pub fn short(&self) -> String {
        format!("公开{}", self.no)
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

    pub fn is_beside(&self, column: Column) -> bool {
        self.columns.iter().any(|c| c.column == column && c.beside)
    }
}

/// The key of a row as every layout's own text, for addresses.
pub(super) fn row_key(table: TableNo, key: &str) -> Option<&'static str> {
    Layout::all()
        .iter()
        .find_map(|layout| layout.table(table).row(key))
        .map(|(_, row)| row.key.as_str())
}

// ---- the files

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LayoutFile {
    id: String,
    from: u16,
    name: String,
    source: Source,
    /// The layout it is a change of.
    base: Option<String>,
    /// Rows that are called otherwise, as `01.opening`.
    #[serde(default)]
    labels: BTreeMap<String, String>,
    #[serde(default)]
    classes: Vec<(String, String)>,
    #[serde(default)]
    tables: Vec<TableFile>,
    #[serde(default)]
    identities: Vec<IdentityFile>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct TableFile {
    no: u8,
    title: String,
    lines: Option<Subjects>,
    may_be_empty: Option<String>,
    columns: Vec<ColumnFile>,
    #[serde(default)]
    across: Vec<String>,
    #[serde(default)]
    parts: BTreeMap<String, Vec<String>>,
    sides: Vec<SideFile>,
}

#[derive(Deserialize)]
struct ColumnFile {
    key: Column,
    label: String,
    #[serde(default)]
    beside: bool,
    #[serde(default)]
    signed: bool,
}

#[derive(Deserialize)]
struct SideFile {
    title: String,
    columns: Option<Vec<Column>>,
    #[serde(default)]
    heads: BTreeMap<Column, String>,
    #[serde(default)]
    across: Vec<String>,
    rows: Vec<RowFile>,
}

#[derive(Deserialize)]
struct RowFile {
    #[serde(default)]
    key: String,
    #[serde(default)]
    label: String,
    #[serde(default)]
    total: bool,
    #[serde(default)]
    signed: bool,
    /// Stands for a row of each class.
    #[serde(default)]
    classes: bool,
}

#[derive(Deserialize)]
struct IdentityFile {
    no: String,
    title: String,
    rules: Vec<String>,
}

/// What is wrong with a layout file.
#[derive(Debug, thiserror::Error)]
#[error("layout: {0}")]
pub(super) struct BadLayout(pub String);

impl LayoutFile {
    fn laid_out(self, before: &[Layout]) -> Result<Layout, BadLayout> {
        let mut layout = match &self.base {
            Some(base) => before
                .iter()
                .find(|layout| layout.id == *base)
                .cloned()
                .ok_or_else(|| BadLayout(format!("no base {base}")))?,
            None => self.built()?,
        };
        for (path, label) in &self.labels {
            let row = layout.tables.iter_mut().find_map(|table| {
                let prefix = format!("{}.", table.no);
                let key = path.strip_prefix(&prefix)?;
                let rows = table.sides.iter_mut().flat_map(|side| &mut side.rows);
                rows.into_iter().find(|row| row.key == key)
            });
            let row = row.ok_or_else(|| BadLayout(format!("no row {path}")))?;
            row.label.clone_from(label);
        }
        layout.id = self.id;
        layout.from = self.from;
        layout.name = self.name;
        layout.source = self.source;
        Ok(layout)
    }

    fn built(&self) -> Result<Layout, BadLayout> {
        let mut tables = Vec::with_capacity(self.tables.len());
        for table in &self.tables {
            tables.push(self.table(table)?);
        }
        let in_order = tables.iter().map(|table| table.no).eq(TableNo::all());
        if !in_order {
            return Err(BadLayout("tables 01 to 09 in order".to_owned()));
        }
        let identities = self.identities.iter().map(|identity| {
            let rules = identity.rules.iter().map(|rule| Rule::read(rule));
            Ok(Identity {
                no: identity.no.clone(),
                title: identity.title.clone(),
                rules: rules.collect::<Result<_, _>>()?,
            })
        });
        Ok(Layout {
            id: String::new(),
            from: 0,
            name: String::new(),
            source: self.source.clone(),
            classes: self.classes.clone(),
            identities: identities.collect::<Result<_, BadLayout>>()?,
            tables,
        })
    }

    fn table(&self, file: &TableFile) -> Result<TableLayout, BadLayout> {
        let no = TableNo::new(file.no).ok_or_else(|| BadLayout(format!("table {}", file.no)))?;
        let rules = |texts: &[String]| -> Result<Vec<Rule>, BadLayout> {
            texts.iter().map(|text| Rule::read(text)).collect()
        };
        let all: Vec<Column> = file.columns.iter().map(|column| column.key).collect();
        let mut sides = Vec::with_capacity(file.sides.len());
        for side in &file.sides {
            let across = if side.across.is_empty() {
                &file.across
            } else {
                &side.across
            };
            sides.push(Side {
                title: side.title.clone(),
                columns: side.columns.clone().unwrap_or_else(|| all.clone()),
                heads: side.heads.clone().into_iter().collect(),
                rows: side.rows.iter().flat_map(|row| self.rows(row)).collect(),
                across: rules(across)?,
            });
        }
        Ok(TableLayout {
            no,
            title: file.title.clone(),
            lines: file.lines,
            may_be_empty: file.may_be_empty.clone(),
            columns: file
                .columns
                .iter()
                .map(|column| ColumnLayout {
                    column: column.key,
                    label: column.label.clone(),
                    beside: column.beside,
                    signed: column.signed,
                })
                .collect(),
            sides,
            across: rules(&file.across)?,
            parts: file.parts.clone().into_iter().collect(),
        })
    }

    fn rows(&self, row: &RowFile) -> Vec<RowLayout> {
        if !row.classes {
            return vec![RowLayout {
                key: row.key.clone(),
                label: row.label.clone(),
                total: row.total,
                signed: row.signed,
            }];
        }
        self.classes
            .iter()
            .enumerate()
            .map(|(i, (code, name))| RowLayout {
                key: code.clone(),
                label: format!("{}、{name}", crate::figure::chinese_numeral(i as u32 + 1)),
                total: false,
                signed: false,
            })
            .collect()
    }
}
