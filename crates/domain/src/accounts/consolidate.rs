//! Accounts of several units brought together (汇总): every amount is the sum of the units' amounts, typed or
//! computed. What a unit lacks is no zero: it is left out of that sum, and named.

use super::cell::{Cell, Fact, FactKind};
use super::column::Column;
use super::layout::{Layout, TableNo};
use super::model::{Accounts, Cells};
use super::reckon::{Reckoned, reckon};
use super::taking::{Filled, Taking, Target};
use super::value::Value;
use super::{Reading, path};
use juesuan_figure::Exact;
use std::collections::BTreeMap;
use std::rc::Rc;

/// The accounts of one unit.
#[derive(Debug, Clone)]
pub struct UnitAccounts {
    /// The accounts as typed.
    pub accounts: Rc<Accounts>,
    /// The layout of their tables.
    pub layout: &'static Layout,
}

/// What was brought together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct BroughtTogether {
    /// As if typed: the sums in 万元.
    pub accounts: Accounts,
    /// What units lack, by their places.
    pub lacking: Vec<Lacking>,
}

/// What a unit lacks of what others have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lacking {
    /// Which unit, by its place.
    pub unit: usize,
    /// What it lacks.
    pub what: Lack,
}

/// What can be lacking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lack {
    /// A table: nothing is filled in, and nobody said that there is nothing.
    Table(TableNo),
    /// So many amounts of a table that others have: blank, or not to be read.
    Amounts(TableNo, usize),
    /// So many rows of a table that are told by no code.
    Rows(TableNo, usize),
    /// So many numbers beside the tables that others have: these are left blank for all.
    Facts(usize),
    /// Its tables are laid out otherwise than those of most: rows and columns that these do not have are left out.
    Layout,
}

/// Brings the accounts of units together; their order decides nothing.
pub fn bring_together(units: &[UnitAccounts]) -> BroughtTogether {
    let Some(layout) = usual_layout(units) else {
        return BroughtTogether::default();
    };
    let mut whole = Whole {
        reckoned: units
            .iter()
            .map(|unit| reckon(&unit.accounts, unit.layout))
            .collect(),
        units,
        layout,
        lacking: Vec::new(),
    };
    let mut accounts = Accounts {
        layout: layout.id.clone(),
        style: in_common(units, |unit| &unit.accounts.style),
        ..Accounts::default()
    };
    let mut taking = Taking::default();
    for no in TableNo::all() {
        let (filled, none) = whole.table(no);
        if none {
            taking.none.push(no);
        } else if !filled.is_empty() {
            taking.tables.push((no, filled));
        }
    }
    taking.facts = whole.facts();
    // Rows and facts that were just read are there.
    let _ = accounts.take(&taking, layout);
    let mut lacking = whole.lacking;
    let others = units.iter().enumerate();
    let others = others.filter(|(_, unit)| unit.layout.id != layout.id);
    lacking.extend(others.map(|(unit, _)| Lacking {
        unit,
        what: Lack::Layout,
    }));
    lacking.sort_unstable();
    BroughtTogether { accounts, lacking }
}

/// The layout of most units.
fn usual_layout(units: &[UnitAccounts]) -> Option<&'static Layout> {
    let count = |layout: &Layout| {
        units
            .iter()
            .filter(|unit| unit.layout.id == layout.id)
            .count()
    };
    let used = Layout::all().iter().filter(|layout| count(layout) > 0);
    used.max_by_key(|layout| count(layout))
}

/// What all units have alike; blank where they differ.
fn in_common(units: &[UnitAccounts], of: impl Fn(&UnitAccounts) -> &String) -> String {
    let first = units.first().map(&of);
    let same = first.filter(|first| units.iter().all(|unit| of(unit) == *first));
    same.cloned().unwrap_or_default()
}

struct Whole<'a> {
    units: &'a [UnitAccounts],
    reckoned: Vec<Reckoned>,
    layout: &'static Layout,
    lacking: Vec<Lacking>,
}

impl Whole<'_> {
    fn lacks(&mut self, unit: usize, what: Lack) {
        self.lacking.push(Lacking { unit, what });
    }

    /// The rows of a table, and whether all units say that there is nothing.
    fn table(&mut self, no: TableNo) -> (Vec<Filled>, bool) {
        let tables = self.units.iter().map(|unit| unit.accounts.table(no));
        let tables: Vec<_> = tables.collect();
        let have = |at: &usize| !tables[*at].is_blank();
        let some: Vec<usize> = (0..tables.len()).filter(have).collect();
        let all_said = tables.iter().any(|table| table.none);
        if some.is_empty() && !all_said {
            return (Vec::new(), false);
        }
        for (unit, table) in tables.iter().enumerate() {
            if table.is_blank() && !table.none {
                self.lacks(unit, Lack::Table(no));
            }
        }
        if some.is_empty() {
            return (Vec::new(), tables.iter().all(|table| table.none));
        }
        let mut missing = vec![0; tables.len()];
        let mut filled = self.fixed(no, &some, &mut missing);
        filled.extend(self.lines(no, &some, &mut missing));
        for (unit, count) in missing.into_iter().enumerate() {
            if count > 0 {
                self.lacks(unit, Lack::Amounts(no, count));
            }
        }
        (filled, false)
    }

    fn amounts(&self, no: TableNo) -> Vec<Column> {
        let columns = self.layout.table(no).line_columns();
        columns.filter(|column| column.is_amount()).collect()
    }

    fn fixed(&self, no: TableNo, some: &[usize], missing: &mut [usize]) -> Vec<Filled> {
        let columns = self.amounts(no);
        let rows = self.layout.table(no).rows();
        let filled = rows.map(|(_, row)| {
            let key = row.key.as_str();
            let cells = columns.iter().filter_map(|column| {
                let values = some.iter().map(|unit| {
                    let cell = path::fixed(no, key, *column)?;
                    // In another layout there may be no such row.
                    self.units[*unit].layout.table(no).row(key)?;
                    Some(self.reckoned[*unit].value(cell))
                });
                Some((*column, sum(some, values, missing)?))
            });
            let cells = cells.collect();
            let row = Target::Fixed(key);
            Filled { row, cells }
        });
        filled.filter(|row| !row.cells.is_empty()).collect()
    }

    /// A subject that a unit does not list, it does not have.
    fn lines(&mut self, no: TableNo, some: &[usize], missing: &mut [usize]) -> Vec<Filled> {
        if self.layout.table(no).lines.is_none() {
            return Vec::new();
        }
        // By code: the name, and the row of each unit that has it.
        let mut subjects: BTreeMap<String, (String, Vec<(usize, usize)>)> = BTreeMap::new();
        for unit in some {
            let (accounts, layout) = (&self.units[*unit].accounts, self.units[*unit].layout);
            let table = accounts.table(no);
            let mut untold = 0;
            for line in 0..table.lines.len() {
                let code = table.code(line).into_owned();
                if code.is_empty() {
                    let amounts = |cells: &Cells| {
                        let mut cells = cells.iter();
                        cells.any(|(column, text)| column.is_amount() && !text.is_blank())
                    };
                    untold += usize::from(amounts(&table.lines[line]));
                    continue;
                }
                let subject = subjects.entry(code).or_default();
                let name = accounts.line_name(layout, no, line);
                // Of several names the same one, whatever the order of the units.
                if subject.0.is_empty() || (!name.is_empty() && name < subject.0) {
                    subject.0 = name;
                }
                subject.1.push((*unit, line));
            }
            if untold > 0 {
                self.lacks(*unit, Lack::Rows(no, untold));
            }
        }
        let columns = self.amounts(no);
        let filled = subjects.into_iter().map(|(code, (name, rows))| {
            let units: Vec<usize> = rows.iter().map(|(unit, _)| *unit).collect();
            let cells = columns.iter().filter_map(|column| {
                let values = rows.iter().map(|(unit, line)| {
                    let cell = Cell::Line(no, *line, *column);
                    Some(self.reckoned[*unit].value(cell))
                });
                Some((*column, sum(&units, values, missing)?))
            });
            let cells = cells.collect();
            let row = Target::Subject { code, name };
            Filled { row, cells }
        });
        filled.filter(|row| !row.cells.is_empty()).collect()
    }

    /// Numbers beside the tables that every unit has.
    fn facts(&mut self) -> Vec<(Fact, String)> {
        let mut missing = vec![0; self.units.len()];
        let mut facts = Vec::new();
        for fact in Fact::ALL.iter().copied() {
            if fact.kind() == FactKind::Text {
                continue;
            }
            let numbers = self
                .units
                .iter()
                .map(|unit| match unit.accounts.fact(fact) {
                    Reading::Number(number) => Some(Exact::from(number)),
                    _ => None,
                });
            let numbers: Vec<Option<Exact>> = numbers.collect();
            if numbers.iter().all(Option::is_none) {
                continue;
            }
            for (count, number) in missing.iter_mut().zip(&numbers) {
                *count += usize::from(number.is_none());
            }
            let whole: Option<Vec<Exact>> = numbers.into_iter().collect();
            let sum = whole.and_then(|all| Exact::sum(all).ok());
            facts.extend(sum.map(|sum| (fact, sum.grouped())));
        }
        for (unit, count) in missing.into_iter().enumerate() {
            if count > 0 {
                self.lacks(unit, Lack::Facts(count));
            }
        }
        facts
    }
}

/// The sum of what is known, where anything is; who lacks it is counted where the sum is not nothing.
fn sum(
    units: &[usize],
    values: impl Iterator<Item = Option<Value>>,
    missing: &mut [usize],
) -> Option<String> {
    let known = values.map(|value| Exact::try_from(value?.known()?).ok());
    let known: Vec<Option<Exact>> = known.collect();
    let sum = Exact::sum(known.iter().flatten().copied()).ok()?;
    if known.iter().all(Option::is_none) {
        return None;
    }
    if known.iter().flatten().any(|value| !value.is_zero()) {
        for (unit, value) in units.iter().zip(&known) {
            missing[*unit] += usize::from(value.is_none());
        }
    }
    Some(sum.grouped())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::Change;
    use crate::edit::Edit;
    use crate::workbook::Workbook;

    /// `03.2010301.basic=5 01.other.amount=3 facts.retired=2 08=none`, one unit.
    fn unit(told: &str) -> UnitAccounts {
        let mut workbook = Workbook::new("2024", "某中心", "mof-2020");
        for one in told.split_whitespace() {
            let (to, text) = one.split_once('=').unwrap();
            let text = text.to_owned();
            let parts: Vec<&str> = to.split('.').collect();
            let change = match parts[..] {
                [table] => Change::SetNone {
                    table: table.parse().ok().and_then(TableNo::new).unwrap(),
                    none: true,
                },
                [table, code, column] if code.starts_with('2') => Change::Fill {
                    table: table.parse().ok().and_then(TableNo::new).unwrap(),
                    filled: vec![Filled {
                        row: Target::Subject {
                            code: code.to_owned(),
                            name: String::new(),
                        },
                        cells: vec![(Column::named(column).unwrap(), text)],
                    }],
                },
                _ => Change::Set {
                    cell: format!("accounts.{to}").parse().unwrap(),
                    text,
                },
            };
            workbook = workbook.edited(&Edit::Accounts(change)).unwrap();
        }
        UnitAccounts {
            layout: workbook.layout(),
            accounts: workbook.accounts,
        }
    }

    /// What stands in a place of the sum, blank where nothing does.
    fn at(accounts: &Accounts, to: &str) -> String {
        let parts: Vec<&str> = to.split('.').collect();
        let table = || parts[0].parse().ok().and_then(TableNo::new).unwrap();
        let cell = match parts[..] {
            [_] => {
                return if accounts.table(table()).none {
                    "none"
                } else {
                    ""
                }
                .to_owned();
            }
            [_, code, column] if code.starts_with('2') => {
                let Some(line) = accounts.line_with(table(), code) else {
                    return String::new();
                };
                Cell::Line(table(), line, Column::named(column).unwrap())
            }
            _ => format!("accounts.{to}").parse().unwrap(),
        };
        accounts.cell(cell).unwrap().to_string()
    }

    #[test]
    fn amounts_are_added_and_what_a_unit_lacks_is_named() {
        let funds = TableNo::FUNDS;
        let three = TableNo::SPENDING;
        for (one, other, to, sum, lacking) in [
            (
                "03.2010301.basic=5",
                "03.2010301.basic=6.25",
                "03.2010301.basic",
                "11.25",
                vec![],
            ),
            // What follows from others counts too.
            (
                "03.2010301.basic=5 03.2010301.project=1 03.2010301.toAbove=0 03.2010301.business=0 03.2010301.toSubordinates=0",
                "03.2010301.total=6",
                "03.2010301.total",
                "12",
                vec![Lack::Amounts(three, 2)],
            ),
            // A subject that one does not list, it does not have.
            (
                "03.2010301.basic=5",
                "03.2080505.basic=6",
                "03.2010301.basic",
                "5",
                vec![],
            ),
            (
                "03.2010301.basic=5",
                "03.2080505.basic=6",
                "03.2080505.basic",
                "6",
                vec![],
            ),
            // Blank or unreadable is no zero.
            (
                "03.2010301.basic=5",
                "03.2010301.project=6",
                "03.2010301.basic",
                "5",
                vec![Lack::Amounts(three, 1), Lack::Amounts(three, 1)],
            ),
            (
                "03.2010301.basic=5",
                "03.2010301.basic=暂缺",
                "03.2010301.basic",
                "5",
                vec![Lack::Amounts(three, 1)],
            ),
            (
                "03.2010301.basic=5",
                "",
                "03.2010301.basic",
                "5",
                vec![Lack::Table(three)],
            ),
            ("", "", "03.2010301.basic", "", vec![]),
            // Negative amounts, and many decimals.
            (
                "03.2010301.basic=-5",
                "03.2010301.basic=0.000001",
                "03.2010301.basic",
                "-4.999999",
                vec![],
            ),
            // Tables of which all say that there is nothing; of which one says it; of which one says nothing at all.
            ("08=none", "08=none", "08", "none", vec![]),
            ("08=none", "08.2296006.income=4", "08", "", vec![]),
            (
                "08=none",
                "08.2296006.income=4",
                "08.2296006.income",
                "4",
                vec![],
            ),
            ("08=none", "", "08", "", vec![Lack::Table(funds)]),
            // Beside the tables only what all have.
            (
                "facts.retired=2",
                "facts.retired=3",
                "facts.retired",
                "5",
                vec![],
            ),
            (
                "facts.retired=2",
                "facts.held=3",
                "facts.retired",
                "",
                vec![Lack::Facts(1), Lack::Facts(1)],
            ),
            (
                "facts.functions=甲",
                "facts.functions=乙",
                "facts.functions",
                "",
                vec![],
            ),
        ] {
            let units = [unit(one), unit(other)];
            let whole = bring_together(&units);
            let found: Vec<Lack> = whole.lacking.iter().map(|one| one.what).collect();
            assert_eq!(
                (at(&whole.accounts, to), found),
                (sum.to_owned(), lacking),
                "{one} + {other}"
            );
            let turned = [units[1].clone(), units[0].clone()];
            assert_eq!(
                bring_together(&turned).accounts,
                whole.accounts,
                "{one} + {other}"
            );
        }
        assert_eq!(bring_together(&[]), BroughtTogether::default());
    }
}
