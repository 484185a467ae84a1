//! The cells of a sheet laid out as a table: without what is hidden, merged cells as one.

use super::sheet::{Merge, Sheet};
use crate::made::{MOST_CELLS, cell};
use juesuan_paper::{Cell, Place};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A merged cell that reaches farther beyond what is written is cut.
const FAR: u32 = 8;
/// Cells that are looked at for merged ones.
const MOST_LOOKS: usize = 20_000_000;

/// A sheet as a table.
pub(super) struct Laid {
    pub rows: Vec<Vec<Cell>>,
    /// Rows and columns left out, as they are hidden, though something stands in them.
    pub hidden: usize,
}

/// Lays out a sheet.
pub(super) fn out(sheet: Sheet) -> Laid {
    let hidden_rows = ordered(&sheet.hidden_rows);
    let hidden_columns = ordered(&sheet.hidden_columns);
    let merges: HashMap<(u32, u32), Merge> = sheet
        .merges
        .iter()
        .map(|it| ((it.top, it.left), *it))
        .collect();
    let mut texts: BTreeMap<(u32, u32), String> = BTreeMap::new();
    let (mut rows_left_out, mut columns_left_out) = (BTreeSet::new(), BTreeSet::new());
    for text in sheet.cells {
        let merge = merges.get(&(text.row, text.column));
        let row = shown(
            text.row,
            merge.map_or(text.row, |it| it.bottom),
            &hidden_rows,
        );
        let column = shown(
            text.column,
            merge.map_or(text.column, |it| it.right),
            &hidden_columns,
        );
        match (row, column) {
            (Some(_), Some(_)) => {
                texts.insert((text.row, text.column), text.text);
            }
            (None, _) => {
                rows_left_out.insert(text.row);
            }
            (_, None) => {
                columns_left_out.insert(text.column);
            }
        }
    }
    let covered = covered(&sheet.merges, &texts);
    texts.retain(|at, _| !covered.contains(at));
    let rows = Axis::of(
        texts.keys().map(|(row, _)| *row),
        merges
            .values()
            .filter(|it| texts.contains_key(&(it.top, it.left)))
            .map(|it| (it.top, it.bottom)),
        &hidden_rows,
    );
    let columns = Axis::of(
        texts.keys().map(|(_, column)| *column),
        merges
            .values()
            .filter(|it| texts.contains_key(&(it.top, it.left)))
            .map(|it| (it.left, it.right)),
        &hidden_columns,
    );
    let whole = rows.len().saturating_mul(columns.len()) <= MOST_CELLS;
    let (rows, columns) = if whole {
        (rows, columns)
    } else {
        (rows.used(), columns.used())
    };
    let mut laid = Laid {
        rows: Vec::new(),
        hidden: rows_left_out.len() + columns_left_out.len(),
    };
    let placed = Placed {
        texts,
        merges,
        sheet: &sheet.name,
        rows: &rows,
        columns: &columns,
    };
    if rows.len().saturating_mul(columns.len()) <= MOST_CELLS {
        placed.all(&mut laid.rows);
    } else {
        placed.filled(&mut laid.rows);
    }
    laid
}

/// Ranges in their order, those that touch joined.
fn ordered(ranges: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let mut sorted = ranges.to_vec();
    sorted.sort_unstable();
    let mut joined: Vec<(u32, u32)> = Vec::new();
    for (from, to) in sorted {
        match joined.last_mut() {
            Some(last) if from <= last.1.saturating_add(1) => last.1 = last.1.max(to),
            _ => joined.push((from, to)),
        }
    }
    joined
}

/// The first number from … to that is in none of the ranges.
fn shown(from: u32, to: u32, hidden: &[(u32, u32)]) -> Option<u32> {
    let at = hidden.partition_point(|range| range.1 < from);
    let first = match hidden.get(at) {
        Some(range) if range.0 <= from => range.1.checked_add(1)?,
        _ => from,
    };
    (first <= to).then_some(first)
}

/// Cells under merged ones that say something which is not shown.
fn covered(merges: &[Merge], texts: &BTreeMap<(u32, u32), String>) -> BTreeSet<(u32, u32)> {
    let mut covered = BTreeSet::new();
    let mut looked = 0_usize;
    for merge in merges {
        for (at, _) in texts.range((merge.top, 0)..=(merge.bottom, u32::MAX)) {
            looked += 1;
            if (merge.left..=merge.right).contains(&at.1) && *at != (merge.top, merge.left) {
                covered.insert(*at);
            }
        }
        // Merged cells upon merged cells without end are no sheet of anybody's.
        if looked > MOST_LOOKS {
            break;
        }
    }
    covered
}

/// The rows, or the columns, that the table has.
struct Axis {
    numbers: Vec<u32>,
    used: Vec<u32>,
}

impl Axis {
    /// From the first to the last that is used, without those that are hidden.
    fn of(
        used: impl Iterator<Item = u32>,
        merged: impl Iterator<Item = (u32, u32)>,
        hidden: &[(u32, u32)],
    ) -> Axis {
        let mut used: Vec<u32> = used.collect::<BTreeSet<_>>().into_iter().collect();
        let (Some(&first), Some(&last)) = (used.first(), used.last()) else {
            return Axis {
                numbers: Vec::new(),
                used,
            };
        };
        let end = merged
            .filter(|(_, to)| *to <= last.saturating_add(FAR))
            .map(|(_, to)| to)
            .max();
        let last = last.max(end.unwrap_or(0));
        let mut numbers = Vec::new();
        let mut at = first;
        while let Some(number) = shown(at, last, hidden) {
            numbers.push(number);
            at = number.saturating_add(1);
        }
        // What is merged and begins in a hidden row stands in the first that is shown.
        for number in &mut used {
            *number = shown(*number, last, hidden).unwrap_or(*number);
        }
        used.dedup();
        Axis { numbers, used }
    }

    fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Only those in which something stands.
    fn used(self) -> Axis {
        Axis {
            numbers: self.used.clone(),
            used: self.used,
        }
    }

    /// Where the numbers from … to stand: the first, and how many.
    fn span(&self, from: u32, to: u32) -> Option<(usize, usize)> {
        let first = self.numbers.partition_point(|it| *it < from);
        let end = self.numbers.partition_point(|it| *it <= to);
        (first < end).then(|| (first, end - first))
    }
}

/// All that makes up the table.
struct Placed<'a> {
    texts: BTreeMap<(u32, u32), String>,
    merges: HashMap<(u32, u32), Merge>,
    sheet: &'a str,
    rows: &'a Axis,
    columns: &'a Axis,
}

impl Placed<'_> {
    /// Every cell, the empty ones, too.
    fn all(mut self, rows: &mut Vec<Vec<Cell>>) {
        let (height, width) = (self.rows.len(), self.columns.len());
        let mut taken = vec![false; height * width];
        let mut placed: BTreeMap<(usize, usize), Cell> = BTreeMap::new();
        let mut merges: Vec<Merge> = self.merges.values().copied().collect();
        merges.sort_unstable_by_key(|it| (it.top, it.left));
        let mut looked = 0_usize;
        for merge in merges {
            if looked > MOST_LOOKS {
                break;
            }
            let text = self.texts.get(&(merge.top, merge.left));
            if let Some(cell) = self.cell(merge, text.cloned().unwrap_or_default()) {
                let area = || {
                    (cell.row..cell.row + cell.rows).flat_map(|row| {
                        (cell.column..cell.column + cell.columns)
                            .map(move |column| row * width + column)
                    })
                };
                looked += cell.rows * cell.columns;
                // Of merged cells one upon the other, the first counts.
                if area().any(|at| taken.get(at) == Some(&true)) {
                    continue;
                }
                for at in area() {
                    if let Some(taken) = taken.get_mut(at) {
                        *taken = true;
                    }
                }
                placed.insert((cell.row, cell.column), cell);
            }
        }
        for (row, number) in self.rows.numbers.iter().enumerate() {
            let mut cells = Vec::new();
            for (column, letter) in self.columns.numbers.iter().enumerate() {
                if let Some(cell) = placed.remove(&(row, column)) {
                    cells.push(cell);
                } else if taken.get(row * width + column) == Some(&false) {
                    let text = self.texts.remove(&(*number, *letter)).unwrap_or_default();
                    cells.push(self.named(cell(row, column, text), *number, *letter));
                }
            }
            rows.push(cells);
        }
    }

    /// Only cells that say something: of a sheet on which they lie far apart.
    fn filled(mut self, rows: &mut Vec<Vec<Cell>>) {
        for ((row, column), text) in std::mem::take(&mut self.texts) {
            let alone = Merge {
                top: row,
                left: column,
                bottom: row,
                right: column,
            };
            let merge = self.merges.get(&(row, column)).copied().unwrap_or(alone);
            if let Some(cell) = self.cell(merge, text) {
                match rows.last_mut() {
                    Some(last) if last.first().is_some_and(|it| it.row == cell.row) => {
                        last.push(cell)
                    }
                    _ => rows.push(vec![cell]),
                }
            }
        }
    }

    fn cell(&self, merge: Merge, text: String) -> Option<Cell> {
        let (row, rows) = self.rows.span(merge.top, merge.bottom)?;
        let (column, columns) = self.columns.span(merge.left, merge.right)?;
        Some(self.named(
            Cell {
                rows,
                columns,
                ..cell(row, column, text)
            },
            merge.top,
            merge.left,
        ))
    }

    fn named(&self, cell: Cell, row: u32, column: u32) -> Cell {
        Cell {
            place: Place {
                sheet: Some(self.sheet.to_owned()),
                cell: Some(format!("{}{}", letters(column), row + 1)),
                ..Place::default()
            },
            ..cell
        }
    }
}

/// A column as spreadsheets name it: A, Z, AA.
fn letters(column: u32) -> String {
    let mut left = column + 1;
    let mut letters = Vec::new();
    while left > 0 {
        left -= 1;
        letters.push(char::from_u32('A' as u32 + left % 26).unwrap_or('A'));
        left /= 26;
    }
    letters.iter().rev().collect()
}
