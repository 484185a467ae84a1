//! Taking what another workbook has into this one: tables with what is said of their rows, and facts. What this one
//! has and the other lacks stays. One change, undone in one step.

use super::cell::{Cell, Fact};
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

/// What is taken from another workbook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Taking {
    /// Rows for each table.
    pub tables: Vec<(TableNo, Vec<Filled>)>,
    /// What stands in no table.
    pub facts: Vec<(Fact, String)>,
}

/// A cell that another text is put into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overwritten {
    /// The cell.
    pub cell: Cell,
    /// What was typed there.
    pub before: String,
    /// What is put there.
    pub after: String,
}

impl Taking {
    /// Some tables of these accounts, and the facts where they are wanted. Of the amounts only those in rows and
    /// columns that the layout of the workbook has which they are put into; reasons, uses and explanations belong to
    /// their rows in every layout.
    pub fn of(from: &Accounts, tables: &[TableNo], facts: bool, layout: &'static Layout) -> Self {
        let rows = |no: &TableNo| {
            let filled = filled(from.table(*no), *no, layout);
            (!filled.is_empty()).then_some((*no, filled))
        };
        let of_facts = from
            .facts
            .iter()
            .filter(|(_, text)| facts && !text.is_blank());
        Taking {
            tables: tables.iter().filter_map(rows).collect(),
            facts: of_facts
                .map(|(fact, text)| (*fact, text.to_string()))
                .collect(),
        }
    }

    /// Whether there is nothing to take.
    pub fn is_empty(&self) -> bool {
        self.tables.is_empty() && self.facts.is_empty()
    }

    /// What is typed in these accounts and would be replaced by something else.
    pub fn overwrites(&self, into: &Accounts) -> Vec<Overwritten> {
        let mut all = Vec::new();
        for (no, rows) in &self.tables {
            for row in rows {
                for (column, after) in &row.cells {
                    let cell = match &row.row {
                        Target::Fixed(key) => Some(Cell::Fixed(*no, key, *column)),
                        Target::Subject { code, .. } => into
                            .line_with(*no, code)
                            .map(|line| Cell::Line(*no, line, *column)),
                    };
                    all.extend(cell.and_then(|cell| overwritten(into, cell, after)));
                }
            }
        }
        let facts = self.facts.iter();
        all.extend(facts.filter_map(|(fact, after)| overwritten(into, Cell::Fact(*fact), after)));
        all
    }

    /// Where it changes something first.
    pub fn spot(&self) -> Cell {
        match (self.tables.first(), self.facts.first()) {
            (None, Some((fact, _))) => Cell::Fact(*fact),
            (table, _) => {
                let no = table.map_or(TableNo::INCOME_AND_SPENDING, |(no, _)| *no);
                Cell::Fixed(no, "total", Column::Total)
            }
        }
    }

    /// How many cells it puts something into.
    pub fn cells(&self) -> usize {
        let rows = self.tables.iter().flat_map(|(_, rows)| rows);
        rows.map(|row| row.cells.len()).sum::<usize>() + self.facts.len()
    }
}

fn overwritten(into: &Accounts, cell: Cell, after: &str) -> Option<Overwritten> {
    let before = into.cell(cell)?;
    let differs = !before.is_blank() && before.to_string().trim() != after.trim();
    differs.then(|| Overwritten {
        cell,
        before: before.to_string(),
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
            let taking = Taking::of(&other.accounts, &[THREE], false, mine.layout());
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
            let taking = Taking::of(&other.accounts, &[THREE], facts, layout);
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
