//! Taking what another workbook has into this one: tables with what is said of their rows, facts, key work and style.
//! What this one has and the other lacks stays. One change, undone in one step.

use super::cell::{Cell, Fact, WorkField};
use super::column::Column;
use super::layout::{Layout, TableNo};
use super::model::{Accounts, Cells, Table};
use juesuan_figure::typed::Typed;

/// A row that was read from somewhere else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// The row it is for.
    pub row: Target,
    /// What goes into which column.
    pub cells: Vec<(Column, String)>,
}

/// Which row it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A row that the layout prints, by its key.
    Fixed(&'static str),
    /// By its code; of a row that is not there yet also the name.
    Subject {
        /// The code of the subject, digits alone.
        code: String,
        /// Its name.
        name: String,
    },
}

/// What of another workbook's accounts is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// These tables.
    pub tables: Vec<TableNo>,
    /// What stands in no table.
    pub facts: bool,
    /// The key work.
    pub work: bool,
    /// The style of the text.
    pub style: bool,
}

/// What is taken from another workbook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Taking {
    /// Rows for each table.
    pub tables: Vec<(TableNo, Vec<Filled>)>,
    /// Tables that have nothing, and say so; put only where nothing stands in them.
    pub none: Vec<TableNo>,
    /// What stands in no table.
    pub facts: Vec<(Fact, String)>,
    /// Matters of the key work, what is filled in of each. They are told by their names.
    pub work: Vec<Vec<(WorkField, String)>>,
    /// The style of the text.
    pub style: Option<String>,
}

/// A cell that another text is put into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overwritten {
    /// The cell; of a table that said that it has nothing, that of its total.
    pub cell: Cell,
    /// What was typed there; blank for a table that said that it has nothing.
    pub before: String,
    /// What is put there; blank for a table that said that it has nothing.
    pub after: String,
}

impl Taking {
    /// Some parts of these accounts. Of the amounts only those in rows and columns that the layout of the workbook
    /// has which they are put into; reasons, uses and explanations belong to their rows in every layout.
    pub fn of(from: &Accounts, wanted: &Wanted, layout: &'static Layout) -> Self {
        let rows = |no: &TableNo| {
            let filled = filled(from.table(*no), *no, layout);
            (!filled.is_empty()).then_some((*no, filled))
        };
        let none = wanted.tables.iter().copied();
        let facts = from.facts.iter().filter(|_| wanted.facts);
        let facts = facts.filter(|(_, text)| !text.is_blank());
        let work = from.work.iter().filter(|_| wanted.work).map(|work| {
            let fields = WorkField::COLUMNS.into_iter();
            let fields = fields.map(|field| (field, work.text(field)));
            fields
                .filter(|(_, text)| !text.is_blank())
                .map(|(field, text)| (field, text.to_string()))
                .collect()
        });
        Taking {
            tables: wanted.tables.iter().filter_map(rows).collect(),
            none: none.filter(|no| from.table(*no).none).collect(),
            facts: facts
                .map(|(fact, text)| (*fact, text.to_string()))
                .collect(),
            work: work.filter(|fields: &Vec<_>| is_named(fields)).collect(),
            style: (wanted.style && !from.style.is_empty()).then(|| from.style.clone()),
        }
    }

    /// Whether there is nothing to take.
    pub fn is_empty(&self) -> bool {
        *self == Taking::default()
    }

    /// What is typed in these accounts and would be replaced by something else.
    pub fn overwrites(&self, into: &Accounts) -> Vec<Overwritten> {
        let mut all = Vec::new();
        // Asks of each text that is put somewhere; none of them goes.
        let mut asked = self.clone();
        asked.keep(into, |one| {
            all.push(one);
            true
        });
        all
    }

    /// Without what would replace something that is typed, where `replaces` does not say that it may.
    pub fn sparing(mut self, into: &Accounts, replaces: impl Fn(&Overwritten) -> bool) -> Self {
        self.keep(into, |one| replaces(&one));
        self
    }

    /// Keeps what goes where nothing is typed, and of what replaces something that of which `replaces` says so.
    fn keep(&mut self, into: &Accounts, mut replaces: impl FnMut(Overwritten) -> bool) {
        let mut keeps = |cell: Option<Cell>, after: &str| {
            let one = cell.and_then(|cell| overwritten(into, cell, after));
            one.is_none_or(&mut replaces)
        };
        self.tables.retain_mut(|(no, rows)| {
            for row in rows.iter_mut() {
                let cell = |column| match &row.row {
                    Target::Fixed(key) => Some(Cell::Fixed(*no, key, column)),
                    Target::Subject { code, .. } => into
                        .line_with(*no, code)
                        .map(|line| Cell::Line(*no, line, column)),
                };
                row.cells
                    .retain(|(column, after)| keeps(cell(*column), after));
            }
            rows.retain(|row| !row.cells.is_empty());
            !rows.is_empty()
        });
        self.facts
            .retain(|(fact, after)| keeps(Some(Cell::Fact(*fact)), after));
        for fields in &mut self.work {
            let row = row_of_work(into, fields);
            fields.retain(|(field, after)| {
                // It tells the row, and stays with what is put there.
                *field == WorkField::Matter && row.is_some()
                    || keeps(row.map(|row| Cell::Work(row, *field)), after)
            });
            if row.is_some() && fields.len() == 1 {
                fields.clear();
            }
        }
        self.work.retain(|fields| !fields.is_empty());
        self.style = self
            .style
            .take()
            .filter(|style| keeps(Some(Cell::Style), style));
        self.none.retain(|no| {
            let table = into.table(*no);
            table.is_blank() && !table.none
        });
        // A table that said that it has nothing has something then.
        let mut unsaid = |no: TableNo| {
            !into.table(no).none || {
                let (before, after) = (String::new(), String::new());
                let cell = Cell::Fixed(no, "total", Column::Total);
                replaces(Overwritten {
                    cell,
                    before,
                    after,
                })
            }
        };
        self.tables.retain(|(no, _)| unsaid(*no));
    }

    /// Where it changes something first.
    pub fn spot(&self) -> Cell {
        let table = self.tables.first().map(|(no, _)| *no);
        let table = table.or(self.none.first().copied());
        let fact = self.facts.first().map(|(fact, _)| Cell::Fact(*fact));
        let work = (!self.work.is_empty()).then_some(Cell::Work(0, WorkField::Matter));
        match (table, fact.or(work), &self.style) {
            (Some(no), _, _) => Cell::Fixed(no, "total", Column::Total),
            (None, Some(cell), _) => cell,
            (None, None, Some(_)) => Cell::Style,
            _ => Cell::Fixed(TableNo::INCOME_AND_SPENDING, "total", Column::Total),
        }
    }

    /// How many cells it puts something into.
    pub fn cells(&self) -> usize {
        let rows = self.tables.iter().flat_map(|(_, rows)| rows);
        rows.map(|row| row.cells.len()).sum::<usize>()
            + self.none.len()
            + self.facts.len()
            + self.work.iter().map(Vec::len).sum::<usize>()
            + usize::from(self.style.is_some())
    }
}

/// Whether it says which matter it is.
fn is_named(fields: &[(WorkField, String)]) -> bool {
    fields.iter().any(|(field, _)| *field == WorkField::Matter)
}

/// The row of a matter, where it stands there already.
pub(super) fn row_of_work(into: &Accounts, fields: &[(WorkField, String)]) -> Option<usize> {
    let (_, matter) = fields
        .iter()
        .find(|(field, _)| *field == WorkField::Matter)?;
    let mut rows = into.work.iter();
    rows.position(|work| work.matter.trim() == matter.trim())
}

fn overwritten(into: &Accounts, cell: Cell, after: &str) -> Option<Overwritten> {
    let before = match cell {
        Cell::Style => into.style.clone(),
        cell => into.cell(cell)?.to_string(),
    };
    let differs = !before.trim().is_empty() && before.trim() != after.trim();
    differs.then(|| Overwritten {
        cell,
        before,
        after: after.to_owned(),
    })
}

fn filled(from: &Table, no: TableNo, layout: &'static Layout) -> Vec<Filled> {
    let of = layout.table(no);
    let columns: Vec<_> = of.line_columns().collect();
    let texts = |cells: &Cells| {
        let known = cells
            .iter()
            .filter(|(column, _)| columns.contains(column) || !column.is_amount())
            .filter(|(_, text)| !text.is_blank());
        let texts: Vec<_> = known
            .map(|(column, text)| (*column, Typed::to_string(text)))
            .collect();
        texts
    };
    let fixed = of.rows().filter_map(|(_, row)| {
        let cells = texts(from.rows.get(row.key.as_str())?);
        let row = Target::Fixed(row.key.as_str());
        (!cells.is_empty()).then_some(Filled { row, cells })
    });
    let lines = (0..from.lines.len()).filter_map(|at| {
        let code = from.code(at).into_owned();
        let line = &from.lines[at];
        let name = line.get(&Column::Name).map(Typed::to_string);
        let mut cells = texts(line);
        // They tell the row, and are put there with it.
        cells.retain(|(column, _)| !matches!(column, Column::Code | Column::Name));
        let row = Target::Subject {
            name: name.unwrap_or_default(),
            code,
        };
        let is_told = !matches!(&row, Target::Subject { code, .. } if code.is_empty());
        (is_told && of.lines.is_some() && !cells.is_empty()).then_some(Filled { row, cells })
    });
    fixed.chain(lines).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Edit;
    use crate::workbook::Workbook;

    const THREE: TableNo = TableNo::SPENDING;

    fn wanted(facts: bool) -> Wanted {
        Wanted {
            tables: vec![THREE],
            facts,
            ..Wanted::default()
        }
    }

    fn workbook(set: &[(&str, &str)], facts: &[(Fact, &str)]) -> Workbook {
        let workbook = Workbook::new("2024", "某中心", "mof-2020");
        let rows = set.iter().map(|(code, amount)| Filled {
            row: Target::Subject {
                code: (*code).to_owned(),
                name: String::new(),
            },
            cells: vec![(super::super::Column::Basic, (*amount).to_owned())],
        });
        let facts = facts.iter().map(|(fact, text)| (*fact, (*text).to_owned()));
        let taking = Taking {
            tables: vec![(THREE, rows.collect())],
            facts: facts.collect(),
            ..Taking::default()
        };
        let edit = Edit::Take {
            accounts: taking,
            forms: Vec::new(),
        };
        workbook.edited(&edit).unwrap()
    }

    /// What is said of a row goes with it, though its columns are none of the layout's.
    #[test]
    fn words_are_taken_with_their_rows() {
        use super::super::Column;
        for column in [
            Column::Reason,
            Column::ReasonLast,
            Column::Use,
            Column::Explanation,
        ] {
            let mut other = workbook(&[("2010301", "5")], &[]);
            let cell = Cell::Line(THREE, 0, column);
            let set = Edit::Accounts(super::super::Change::Set {
                cell,
                text: "新增人员".to_owned(),
            });
            other = other.edited(&set).unwrap();
            let mine = workbook(&[("2010301", "5")], &[]);
            let taking = Taking::of(&other.accounts, &wanted(false), mine.layout());
            assert_eq!(taking.overwrites(&mine.accounts), []);
            let edit = Edit::Take {
                accounts: taking,
                forms: Vec::new(),
            };
            let taken = mine.edited(&edit).unwrap();
            let said = taken.accounts.cell(cell).unwrap();
            assert_eq!(said.to_string(), "新增人员", "{column:?}");
        }
    }

    #[test]
    fn what_is_taken_and_what_it_replaces() {
        for (mine, other, facts, replaced, then) in [
            ("", "2010301=5", false, "", "2010301=5"),
            ("2010301=5", "2010301=5", false, "", "2010301=5"),
            ("2010301=5", "2010301=6", false, "5→6", "2010301=6"),
            ("2010301=5", "2080505=6", false, "", "2010301=5 2080505=6"),
            ("2010301=5", "", false, "", "2010301=5"),
            ("2010301=5", "", true, "", "2010301=5"),
        ] {
            let rows = |text: &'static str| -> Vec<(&str, &str)> {
                text.split_whitespace()
                    .filter_map(|row| row.split_once('='))
                    .collect()
            };
            let (mine, other) = (
                workbook(&rows(mine), &[(Fact::Retired, "7")]),
                workbook(&rows(other), &[(Fact::Retired, "8"), (Fact::Guests, "3")]),
            );
            let layout = mine.layout();
            let taking = Taking::of(&other.accounts, &wanted(facts), layout);
            let told: Vec<String> = taking
                .overwrites(&mine.accounts)
                .iter()
                .filter(|one| !matches!(one.cell, Cell::Fact(_)))
                .map(|one| format!("{}→{}", one.before, one.after))
                .collect();
            assert_eq!(told.join(" "), replaced);
            let of_facts = taking.overwrites(&mine.accounts).len() - told.len();
            assert_eq!(of_facts, usize::from(facts));
            let taken = mine.edited(&Edit::Take {
                accounts: taking,
                forms: Vec::new(),
            });
            let taken = taken.unwrap();
            let table = taken.accounts.table(THREE);
            let mut lines: Vec<String> = (0..table.lines.len())
                .filter_map(|at| {
                    let amount = table.lines[at].get(&super::super::Column::Basic)?;
                    Some(format!("{}={amount}", table.code(at)))
                })
                .collect();
            lines.sort();
            assert_eq!(lines.join(" "), then);
            let guests = taken.accounts.cell(Cell::Fact(Fact::Guests)).unwrap();
            assert_eq!(guests.to_string(), if facts { "3" } else { "" });
        }
    }
}
