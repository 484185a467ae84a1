//! Tables whose rows are printed: labels, and the amounts behind each.

use super::columns::Over;
use super::labels::LONGEST;
use super::placed::{Amount, Unread, Why};
use super::reading::Reading;
use super::text::{is_amount, name, plain};
use juesuan_domain::accounts::{Column, Side, TableNo, Target};

/// A row that begins at a cell.
struct Found {
    target: Target,
    /// Side and row where the layout prints it.
    printed: Option<(usize, usize)>,
    /// The cell behind its label.
    behind: usize,
}

impl Reading<'_> {
    pub(super) fn by_rows(&mut self) {
        for at in self.heads.end..self.cells.len() {
            if self.is_beside(&self.cells[at]) {
                continue;
            }
            let mut column = 0;
            let mut any = false;
            while column < self.cells[at].len() {
                let Some(found) = self.found(at, column) else {
                    column += 1;
                    continue;
                };
                any = true;
                if let Some(printed) = found.printed {
                    self.labels.taken.insert(printed);
                }
                let end = self.next_found(at, found.behind);
                let side = found.printed.map(|(side, _)| &self.table.sides[side]);
                if let Some(cells) = self.amounts_in(at, found.behind..end, side) {
                    self.put(found.target, cells);
                }
                column = end;
            }
            if !any {
                self.unknown_row(at);
            }
        }
        if self.table.no == TableNo::THREE_PUBLIC {
            self.blank_is_zero();
        }
    }

    /// The row that begins at a cell, by its code or its label.
    fn found(&self, row: usize, column: usize) -> Option<Found> {
        let text = self.text(row, column);
        if text.is_empty() {
            return None;
        }
        if self.table.lines.is_some() {
            let begun = self.begun(row, column).filter(|begun| {
                !begun.name.is_empty() && !matches!(self.over(column), Over::Column(_))
            });
            if let Some(begun) = begun {
                let behind = begun.behind;
                return Some(Found {
                    target: begun.target(),
                    printed: None,
                    behind,
                });
            }
        }
        if text.len() > 2 * LONGEST || is_amount(text) {
            return None;
        }
        let (side, printed) = self.labels.find(&name(text))?;
        Some(Found {
            target: Target::Fixed(&self.table.sides[side].rows[printed].key),
            printed: Some((side, printed)),
            behind: column + 1,
        })
    }

    /// The next cell at which a row begins, or the end of the line.
    fn next_found(&self, row: usize, from: usize) -> usize {
        let cells = self.cells[row].len();
        (from..cells)
            .find(|column| self.found(row, *column).is_some())
            .unwrap_or(cells)
    }

    /// The amounts of a row in some of its cells; `None` where nobody can say whose they are.
    fn amounts_in(
        &mut self,
        at: usize,
        cells: std::ops::Range<usize>,
        side: Option<&Side>,
    ) -> Option<Vec<(Column, Amount)>> {
        let has = |column: Column| side.is_none_or(|side| side.columns.contains(&column));
        let mut headed: Vec<(Column, usize)> = Vec::new();
        for place in cells.clone() {
            if let Over::Column(column) = self.over(place)
                && has(column)
                && !headed.iter().any(|(other, _)| *other == column)
            {
                headed.push((column, place));
            }
        }
        let wanted = self.published(side);
        let mut read = Vec::new();
        for (column, place) in &headed {
            if let Some(text) = self.amount(at, *place) {
                read.push((*column, text));
            }
        }
        if !headed.is_empty() && (!read.is_empty() || wanted.len() > 1) {
            return Some(read);
        }
        // Without heads, or where one amount stands under merged cells: in the order of the table.
        let there: Vec<usize> = cells
            .filter(|place| !self.heads.is_numbering(*place) || self.blanks_lost)
            .filter(|place| self.over(*place) != Over::Foreign)
            .filter(|place| {
                wanted.len() > 1 && !self.blanks_lost || !self.text(at, *place).is_empty()
            })
            .collect();
        let there = if self.blanks_lost {
            self.sure(at, there, wanted.len())?
        } else {
            there
        };
        for (column, place) in wanted.into_iter().zip(there) {
            if let Some(text) = self.amount(at, place) {
                read.push((column, text));
            }
        }
        Some(read)
    }

    /// Of words behind a label those that are its amounts, where there can be no other reading.
    fn sure(&mut self, at: usize, there: Vec<usize>, wanted: usize) -> Option<Vec<usize>> {
        let numbered = self.cells[..self.heads.end]
            .iter()
            .flatten()
            .any(|word| plain(word) == "行次");
        let mut there = there;
        if numbered && let Some(first) = there.first() {
            let number = self.text(at, *first);
            if number.len() <= 3 && number.bytes().all(|b| b.is_ascii_digit()) {
                there.remove(0);
            }
        }
        if there.is_empty() || there.len() == wanted {
            return Some(there);
        }
        self.unsure.push(at + 1);
        None
    }

    /// A row with a label and a number, below the head, that the table does not have.
    fn unknown_row(&mut self, at: usize) {
        if self.rows.is_empty() {
            return;
        }
        let texts: Vec<&str> = (0..self.cells[at].len())
            .map(|column| self.text(at, column))
            .filter(|text| !text.is_empty())
            .collect();
        let not_nothing =
            |text: &&&str| juesuan_domain::accounts::read_amount(text).is_ok_and(|n| !n.is_zero());
        if let Some(label) = texts.first()
            && texts.iter().any(|text| not_nothing(&text))
        {
            let shown: String = label.chars().take(20).collect();
            self.problem(
                Unread::row(at, Why::UnknownRow),
                format!(
                    "第 {} 行“{shown}”不是{}的行，没有放入：请核对年度和表号。",
                    at + 1,
                    self.table.short()
                ),
            );
        }
    }

    /// The columns of a side that are printed, in their order.
    pub(super) fn published(&self, side: Option<&Side>) -> Vec<Column> {
        let columns = self.table.columns.iter().filter(|column| !column.beside);
        columns
            .map(|column| column.column)
            .filter(|column| side.is_none_or(|side| side.columns.contains(column)))
            .collect()
    }
}
