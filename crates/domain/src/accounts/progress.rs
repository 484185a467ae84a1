//! How far the tables are, and in which order they are best filled in.

use super::cell::Cell;
use super::layout::TableNo;
use super::reckon::Reckoned;
use super::value::Value;

/// How far a table is: of the cells that are printed, those that do not follow from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Progress {
    /// Cells with something typed in them.
    pub typed: usize,
    /// Cells that wait to be filled in.
    pub waiting: usize,
    /// The first of those.
    pub next: Option<Cell>,
}

impl Reckoned {
    /// How far each table is, from 01 to 09.
    pub fn progress(&self) -> Vec<Progress> {
        let mut all = vec![Progress::default(); self.layout.tables.len()];
        for (at, value) in (0_u32..).zip(&self.values) {
            if matches!(value, Value::Derived(_) | Value::OutOfRange) {
                continue;
            }
            let Some((table, cell)) = self.printed(at) else {
                continue;
            };
            let of_table = &mut all[table.index()];
            if *value == Value::Waiting {
                of_table.waiting += 1;
                of_table.next = of_table.next.or(Some(cell));
            } else {
                of_table.typed += 1;
            }
        }
        all
    }

    /// The tables that follow from the others: once the tables by subject are filled in, most of their cells are known,
    /// whatever the amounts. All others are to be filled in first.
    pub fn following(&self) -> Vec<TableNo> {
        let by_subject = |no: TableNo| self.layout.table(no).lines.is_some();
        let tables = (0..self.values.len() as u32).map(|at| self.cell(at).and_then(Cell::table));
        let mut known: Vec<bool> = tables.map(|no| no.is_none_or(by_subject)).collect();
        let net = self.net();
        let mut goes_on = true;
        while std::mem::take(&mut goes_on) {
            for at in 0..self.relations().len() as u32 {
                // Rows that are not there belong to tables by subject.
                let members = net.members(at).map(|(_, cell)| cell as usize);
                let mut open = members.filter(|cell| known.get(*cell) == Some(&false));
                // What one relation leaves open alone follows from it.
                if let (Some(cell), None) = (open.next(), open.next()) {
                    known[cell] = true;
                    goes_on = true;
                }
            }
        }
        let mut counts = vec![(0, 0); self.layout.tables.len()];
        for (at, known) in (0_u32..).zip(known) {
            if let Some((table, _)) = self.printed(at) {
                let (all, follow) = &mut counts[table.index()];
                *all += 1;
                *follow += usize::from(known);
            }
        }
        let follows = |no: &TableNo| {
            let (all, follow) = counts[no.index()];
            !by_subject(*no) && follow * 2 > all
        };
        TableNo::all().filter(follows).collect()
    }

    /// A cell with its table, where it is printed: rows of one side lack columns that those of another have.
    fn printed(&self, at: u32) -> Option<(TableNo, Cell)> {
        let cell = self.cell(at)?;
        let table = cell.table()?;
        let layout = self.layout.table(table);
        let column = cell.column()?;
        let has = match cell {
            Cell::Fixed(_, key, _) => layout.row(key)?.0.columns.contains(&column),
            _ => true,
        };
        (has && !layout.is_beside(column)).then_some((table, cell))
    }
}
