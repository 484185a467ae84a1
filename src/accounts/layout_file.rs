//! The files of `layouts/`: a layout written out, or the changes it makes to another.

use super::column::Column;
use super::identity::{BadRule, Rule};
use super::layout::{ColumnLayout, Layout, RowLayout, Side, Subjects, TableLayout, TableNo};
use super::layout_check::check;
use super::layout_parts::{
    BadLayout, Entries, IdentityFile, class_rows, table_no, title_identities,
};
use super::layout_patch::Patch;
use crate::evaluation::Source;
use serde::Deserialize;

impl Layout {
    /// Reads a layout file. `before` holds the layouts it may be a change of.
    ///
    /// # Errors
    /// [`BadLayout`] where the file cannot be read, names a table, row, column or identity that is
    /// not there, or gives one key twice.
    pub fn read(json: &str, before: &[Layout]) -> Result<Layout, BadLayout> {
        let head: Head = juesuan_json::read(json).map_err(|error| BadLayout(error.to_string()))?;
        let of = |what: String| BadLayout(format!("layout {}: {what}", head.id));
        let unread = |error: serde_json::Error| of(error.to_string());
        if before.iter().any(|layout| layout.id == head.id) {
            return Err(of("there is one of this id already".to_owned()));
        }
        let layout = match &head.base {
            Some(base) => {
                let patch: Patch = juesuan_json::read(json).map_err(unread)?;
                let base = before.iter().find(|layout| layout.id == *base);
                let base = base.ok_or_else(|| of(format!("there is no base {:?}", patch.base)))?;
                patch.applied_to(base)
            }
            None => {
                let whole: Whole = juesuan_json::read(json).map_err(unread)?;
                whole.laid_out()
            }
        };
        let layout = layout.map_err(|BadLayout(what)| of(what))?;
        check(&layout).map_err(|BadLayout(what)| of(what))?;
        Ok(layout)
    }
}

/// What tells one kind of file from the other.
#[derive(Deserialize)]
struct Head {
    id: String,
    base: Option<String>,
}

// ---- a layout written out

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Whole {
    id: String,
    from: u16,
    place: Option<String>,
    name: String,
    source: Source,
    classes: Vec<(String, String)>,
    tables: Vec<TableFile>,
    identities: Vec<IdentityFile>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct TableFile {
    no: u8,
    /// The number it is printed under, where that is another.
    printed_as: Option<String>,
    title: String,
    lines: Option<Subjects>,
    may_be_empty: Option<String>,
    columns: Vec<ColumnFile>,
    #[serde(default)]
    total_last: bool,
    #[serde(default)]
    across: Vec<String>,
    #[serde(default)]
    parts: Entries<Vec<String>>,
    sides: Vec<SideFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ColumnFile {
    key: Column,
    label: String,
    #[serde(default)]
    beside: bool,
    #[serde(default)]
    signed: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SideFile {
    title: String,
    columns: Option<Vec<Column>>,
    #[serde(default)]
    heads: Entries<String>,
    #[serde(default)]
    across: Vec<String>,
    rows: Vec<RowFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
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

impl Whole {
    fn laid_out(self) -> Result<Layout, BadLayout> {
        let tables = self
            .tables
            .into_iter()
            .map(|table| table.read(&self.classes));
        let tables = tables.collect::<Result<Vec<_>, BadLayout>>()?;
        if !tables.iter().map(|table| table.no).eq(TableNo::all()) {
            return Err(BadLayout("its tables are not 01 to 09 in order".to_owned()));
        }
        let identities = self.identities.into_iter().map(IdentityFile::read);
        let mut layout = Layout {
            id: self.id,
            from: self.from,
            place: self.place,
            name: self.name,
            source: self.source,
            identities: identities.collect::<Result<_, BadLayout>>()?,
            classes: self.classes,
            tables,
        };
        title_identities(&mut layout);
        Ok(layout)
    }
}

fn rules(texts: &[String]) -> Result<Vec<Rule>, BadRule> {
    texts.iter().map(|text| Rule::read(text)).collect()
}

impl TableFile {
    fn read(self, classes: &[(String, String)]) -> Result<TableLayout, BadLayout> {
        let no = TableNo::new(self.no);
        let no = no.ok_or_else(|| BadLayout(format!("there is no table {}", self.no)))?;
        let all: Vec<Column> = self.columns.iter().map(|column| column.key).collect();
        let mut sides = Vec::with_capacity(self.sides.len());
        for side in self.sides {
            let across = if side.across.is_empty() {
                &self.across
            } else {
                &side.across
            };
            let across = rules(across)?;
            let heads = side.heads.0.into_iter().map(|(column, head)| {
                let named = Column::named(&column);
                let named = named.ok_or_else(|| BadLayout(format!("there is no column {column}")));
                named.map(|column| (column, head))
            });
            sides.push(Side {
                heads: heads.collect::<Result<_, BadLayout>>()?,
                title: side.title,
                columns: side.columns.unwrap_or_else(|| all.clone()),
                rows: side
                    .rows
                    .into_iter()
                    .flat_map(|row| row.read(classes))
                    .collect(),
                across,
            });
        }
        Ok(TableLayout {
            no,
            printed: match self.printed_as {
                Some(printed) => table_no(&printed)?,
                None => no,
            },
            title: self.title,
            lines: self.lines,
            may_be_empty: self.may_be_empty,
            columns: self.columns.into_iter().map(ColumnFile::read).collect(),
            sides,
            total_last: self.total_last,
            across: rules(&self.across)?,
            parts: self.parts.0,
        })
    }
}

impl ColumnFile {
    fn read(self) -> ColumnLayout {
        ColumnLayout {
            column: self.key,
            label: self.label,
            beside: self.beside,
            signed: self.signed,
        }
    }
}

impl RowFile {
    fn read(self, classes: &[(String, String)]) -> Vec<RowLayout> {
        if self.classes {
            return class_rows(classes);
        }
        vec![RowLayout {
            key: self.key,
            label: self.label,
            total: self.total,
            signed: self.signed,
            of_class: false,
        }]
    }
}
