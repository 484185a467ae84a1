//! A layout as the changes it makes to another.
//!
//! Rows and columns are named by table and key, `05.total`, and tables by their nature. A change that
//! does not apply, as the removal of a row that is not there, is an error: it would say something that
//! is not so of the layout it was written for.

use super::column::Column;
use super::identity::{BadRule, Rule};
use super::layout::{ColumnLayout, Layout, RowLayout, TableLayout, TableNo};
use super::layout_parts::{
    BadLayout, Entries, IdentityFile, class_rows, table_no, title_identities,
};
use crate::evaluation::Source;
use serde::Deserialize;

/// A file of changes.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Patch {
    id: String,
    from: u16,
    /// The layout it is a change of.
    pub base: String,
    place: Option<String>,
    name: String,
    source: Source,
    /// Rows that are called otherwise.
    #[serde(default)]
    labels: Entries<String>,
    /// Tables that are headed otherwise.
    #[serde(default)]
    titles: Entries<String>,
    /// The numbers under which tables are printed.
    #[serde(default)]
    printed_as: Entries<String>,
    /// What a table without rows has none of.
    #[serde(default)]
    may_be_empty: Entries<String>,
    /// Whether rows by subject come before the total.
    #[serde(default)]
    total_last: Entries<bool>,
    #[serde(default)]
    classes: Classes,
    #[serde(default)]
    rows: Rows,
    #[serde(default)]
    columns: Columns,
    #[serde(default)]
    across: Across,
    #[serde(default)]
    identities: Identities,
}

/// Classes of spending, by code.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Classes {
    remove: Vec<String>,
    add: Vec<AddClass>,
    rename: Entries<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AddClass {
    code: String,
    name: String,
    before: Option<String>,
    after: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Rows {
    remove: Vec<String>,
    add: Vec<AddRow>,
    r#move: Vec<MoveRow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AddRow {
    row: String,
    label: String,
    #[serde(default)]
    total: bool,
    /// Its amounts may be below zero.
    #[serde(default)]
    signed: bool,
    before: Option<String>,
    after: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MoveRow {
    row: String,
    before: Option<String>,
    after: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Columns {
    remove: Vec<String>,
    add: Vec<AddColumn>,
    rename: Entries<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AddColumn {
    column: String,
    label: String,
    #[serde(default)]
    beside: bool,
    /// Its amounts may be below zero.
    #[serde(default)]
    signed: bool,
    before: Option<String>,
    after: Option<String>,
    /// The sides whose rows have it, by their titles; all where none is named.
    #[serde(default)]
    sides: Vec<String>,
}

/// Identities of every row of a table.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Across {
    remove: Entries<Vec<String>>,
    add: Entries<Vec<String>>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Identities {
    /// By their numbers.
    remove: Vec<String>,
    add: Vec<IdentityFile>,
}

impl Patch {
    /// The layout that the changes make of another.
    ///
    /// # Errors
    /// [`BadLayout`] for the first change that does not apply.
    pub fn applied_to(self, base: &Layout) -> Result<Layout, BadLayout> {
        let mut layout = base.clone();
        self.classes.apply(&mut layout)?;
        self.rows.apply(&mut layout)?;
        self.columns.apply(&mut layout)?;
        for (path, label) in self.labels.0 {
            let row = row_mut(&mut layout, &path)?;
            if row.of_class {
                return Err(BadLayout(format!(
                    "the row {path} is of a class: it is renamed in classes"
                )));
            }
            row.label = label;
        }
        for (no, title) in self.titles.0 {
            table(&mut layout, &no)?.title = title;
        }
        for (no, printed) in self.printed_as.0 {
            table(&mut layout, &no)?.printed = table_no(&printed)?;
        }
        for (no, nothing) in self.may_be_empty.0 {
            table(&mut layout, &no)?.may_be_empty = Some(nothing);
        }
        for (no, last) in self.total_last.0 {
            table(&mut layout, &no)?.total_last = last;
        }
        self.across.apply(&mut layout)?;
        self.identities.apply(&mut layout)?;
        layout.id = self.id;
        layout.from = self.from;
        layout.place = self.place;
        layout.name = self.name;
        layout.source = self.source;
        title_identities(&mut layout);
        Ok(layout)
    }
}

// ---- finding things

fn table<'a>(layout: &'a mut Layout, no: &str) -> Result<&'a mut TableLayout, BadLayout> {
    let no = table_no(no)?;
    Ok(&mut layout.tables[no.index()])
}

/// Table and key of `05.total`.
fn parted(path: &str) -> Result<(TableNo, &str), BadLayout> {
    let parted = path.split_once('.').filter(|(_, key)| !key.is_empty());
    let (no, key) = parted.ok_or_else(|| BadLayout(format!("{path} is not a table and a key")))?;
    Ok((table_no(no)?, key))
}

fn no_row(path: &str) -> BadLayout {
    BadLayout(format!("there is no row {path}"))
}

/// Side and place of a row.
fn place_of(layout: &Layout, path: &str) -> Result<(TableNo, usize, usize), BadLayout> {
    let (no, key) = parted(path)?;
    let sides = layout.tables[no.index()].sides.iter().enumerate();
    let mut found = sides.filter_map(|(side, rows)| {
        let at = rows.rows.iter().position(|row| row.key == key)?;
        Some((no, side, at))
    });
    found.next().ok_or_else(|| no_row(path))
}

fn row_mut<'a>(layout: &'a mut Layout, path: &str) -> Result<&'a mut RowLayout, BadLayout> {
    let (no, side, at) = place_of(layout, path)?;
    Ok(&mut layout.tables[no.index()].sides[side].rows[at])
}

/// The neighbour by which something is placed, and whether it comes behind it.
fn neighbour<'a>(
    what: &str,
    before: Option<&'a str>,
    after: Option<&'a str>,
) -> Result<(&'a str, bool), BadLayout> {
    match (before, after) {
        (Some(before), None) => Ok((before, false)),
        (None, Some(after)) => Ok((after, true)),
        _ => Err(BadLayout(format!(
            "{what} needs a place: either before or after"
        ))),
    }
}

fn column(path: &str) -> Result<(TableNo, Column), BadLayout> {
    let (no, key) = parted(path)?;
    let column = Column::named(key);
    let column = column.ok_or_else(|| BadLayout(format!("there is no column {path}")))?;
    Ok((no, column))
}

// ---- applying

impl Classes {
    fn apply(self, layout: &mut Layout) -> Result<(), BadLayout> {
        if self.remove.is_empty() && self.add.is_empty() && self.rename.0.is_empty() {
            return Ok(());
        }
        let at = |classes: &[(String, String)], code: &str| {
            let at = classes.iter().position(|(other, _)| other == code);
            at.ok_or_else(|| BadLayout(format!("there is no class {code}")))
        };
        let classes = &mut layout.classes;
        for code in self.remove {
            let at = at(classes, &code)?;
            classes.remove(at);
        }
        for added in self.add {
            let what = format!("the class {}", added.code);
            let (by, behind) = neighbour(&what, added.before.as_deref(), added.after.as_deref())?;
            let at = at(classes, by)? + usize::from(behind);
            classes.insert(at, (added.code, added.name));
        }
        for (code, name) in self.rename.0 {
            let at = at(classes, &code)?;
            classes[at].1 = name;
        }
        let rows = class_rows(&layout.classes);
        for side in layout.tables.iter_mut().flat_map(|table| &mut table.sides) {
            if let Some(first) = side.rows.iter().position(|row| row.of_class) {
                side.rows.retain(|row| !row.of_class);
                side.rows.splice(first..first, rows.iter().cloned());
            }
        }
        Ok(())
    }
}

impl Rows {
    fn apply(self, layout: &mut Layout) -> Result<(), BadLayout> {
        let of_class = |path: &str| {
            BadLayout(format!(
                "the row {path} is of a class: it comes and goes with it"
            ))
        };
        for path in self.remove {
            let (no, side, at) = place_of(layout, &path)?;
            let removed = layout.tables[no.index()].sides[side].rows.remove(at);
            if removed.of_class {
                return Err(of_class(&path));
            }
        }
        for added in self.add {
            let (no, key) = parted(&added.row)?;
            let row = RowLayout {
                key: key.to_owned(),
                label: added.label,
                total: added.total,
                signed: added.signed,
                of_class: false,
            };
            let (before, after) = (added.before.as_deref(), added.after.as_deref());
            insert(layout, no, row, &added.row, before, after)?;
        }
        for moved in self.r#move {
            let (no, side, at) = place_of(layout, &moved.row)?;
            let row = layout.tables[no.index()].sides[side].rows.remove(at);
            if row.of_class {
                return Err(of_class(&moved.row));
            }
            let (before, after) = (moved.before.as_deref(), moved.after.as_deref());
            insert(layout, no, row, &moved.row, before, after)?;
        }
        Ok(())
    }
}

fn insert(
    layout: &mut Layout,
    no: TableNo,
    row: RowLayout,
    path: &str,
    before: Option<&str>,
    after: Option<&str>,
) -> Result<(), BadLayout> {
    let (by, behind) = neighbour(&format!("the row {path}"), before, after)?;
    let (by_no, side, at) = place_of(layout, by)?;
    if by_no != no {
        return Err(BadLayout(format!(
            "the row {path} cannot stand beside {by}, which is of another table"
        )));
    }
    let rows = &mut layout.tables[no.index()].sides[side].rows;
    rows.insert(at + usize::from(behind), row);
    Ok(())
}

impl Columns {
    fn apply(self, layout: &mut Layout) -> Result<(), BadLayout> {
        let missing = |path: &str| BadLayout(format!("there is no column {path}"));
        for path in self.remove {
            let (no, column) = column(&path)?;
            let table = &mut layout.tables[no.index()];
            if !table.has(column) {
                return Err(missing(&path));
            }
            table.columns.retain(|c| c.column != column);
            for side in &mut table.sides {
                side.columns.retain(|c| *c != column);
                side.heads.retain(|(c, _)| *c != column);
            }
        }
        for added in self.add {
            added.apply(layout)?;
        }
        for (path, label) in self.rename.0 {
            let (no, column) = column(&path)?;
            let columns = &mut layout.tables[no.index()].columns;
            let found = columns.iter_mut().find(|c| c.column == column);
            found.ok_or_else(|| missing(&path))?.label = label;
        }
        Ok(())
    }
}

impl AddColumn {
    fn apply(self, layout: &mut Layout) -> Result<(), BadLayout> {
        let (no, new) = column(&self.column)?;
        let what = format!("the column {}", self.column);
        let (by, behind) = neighbour(&what, self.before.as_deref(), self.after.as_deref())?;
        let (by_no, by_column) = column(by)?;
        let table = &mut layout.tables[no.index()];
        let at = table.columns.iter().position(|c| c.column == by_column);
        let Some(at) = at.filter(|_| by_no == no) else {
            return Err(BadLayout(format!(
                "{what} cannot stand beside {by}, which its table has not"
            )));
        };
        let added = ColumnLayout {
            column: new,
            label: self.label,
            beside: self.beside,
            signed: self.signed,
        };
        table.columns.insert(at + usize::from(behind), added);
        for title in &self.sides {
            if !table.sides.iter().any(|side| side.title == *title) {
                return Err(BadLayout(format!("the table {no} has no side {title}")));
            }
        }
        for side in &mut table.sides {
            if !self.sides.is_empty() && !self.sides.contains(&side.title) {
                continue;
            }
            // In a side that has not the neighbour it comes last.
            let at = side.columns.iter().position(|c| *c == by_column);
            let at = at.map_or(side.columns.len(), |at| at + usize::from(behind));
            side.columns.insert(at, new);
        }
        Ok(())
    }
}

impl Across {
    fn apply(self, layout: &mut Layout) -> Result<(), BadLayout> {
        for (no, rules) in self.remove.0 {
            let table = table(layout, &no)?;
            for text in rules {
                let rule = Rule::read(&text)?;
                let mut found = false;
                let of_sides = table.sides.iter_mut().map(|side| &mut side.across);
                for across in of_sides.chain(std::iter::once(&mut table.across)) {
                    let before = across.len();
                    across.retain(|other| *other != rule);
                    found |= across.len() < before;
                }
                if !found {
                    return Err(BadLayout(format!(
                        "the rows of table {no} have no rule “{text}”"
                    )));
                }
            }
        }
        for (no, rules) in self.add.0 {
            let table = table(layout, &no)?;
            let rules = rules.iter().map(|text| Rule::read(text));
            for rule in rules.collect::<Result<Vec<_>, BadRule>>()? {
                // On each side that has its columns; where none has, the check of the whole says so.
                let has = |columns: &[Column]| {
                    let mut wanted = rule.terms().filter_map(|term| term.column);
                    wanted.all(|column| columns.contains(&column))
                };
                for side in table.sides.iter_mut().filter(|side| has(&side.columns)) {
                    side.across.push(rule.clone());
                }
                table.across.push(rule);
            }
        }
        Ok(())
    }
}

impl Identities {
    fn apply(self, layout: &mut Layout) -> Result<(), BadLayout> {
        for no in self.remove {
            let at = layout.identities.iter().position(|one| one.no == no);
            let at = at.ok_or_else(|| BadLayout(format!("there is no identity {no}")))?;
            layout.identities.remove(at);
        }
        for added in self.add {
            layout.identities.push(added.read()?);
        }
        Ok(())
    }
}
