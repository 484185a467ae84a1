//! Live formulas: sums over parts, from the identities of the layout, where they give what is printed.

use crate::drawing::{At, Drawing};
use juesuan_domain::accounts::{Cell, Kind, Reckoned, TableNo};
use juesuan_figure::interval::rounded;
use rust_decimal::Decimal;
use std::collections::{BTreeMap, BTreeSet};

/// Where the amounts of a table stand in it.
pub(crate) type Amounts = BTreeMap<Cell, (usize, usize)>;

/// Gives each amount of a table that is a sum of others in it its formula. One that would not give the printed
/// amount, or go in a circle, is left out.
pub(crate) fn add(drawing: &mut Drawing, reckoned: &Reckoned, no: TableNo, amounts: &Amounts) {
    let mut follows: BTreeMap<Cell, BTreeSet<Cell>> = BTreeMap::new();
    for relation in reckoned.relations() {
        let (Some(left), right) = reckoned.sides(relation) else {
            continue;
        };
        // One cell that is another says nothing of how it came about, unless it is the only one below it.
        let is_sum = match relation.kind {
            Kind::Tree(_) => !right.is_empty(),
            _ => right.len() > 1,
        };
        if left.table() != Some(no) || !is_sum || follows.contains_key(&left) {
            continue;
        }
        let Some(at) = amounts.get(&left) else {
            continue;
        };
        let terms: Option<Vec<(bool, (usize, usize))>> = right
            .iter()
            .map(|(minus, cell, _)| Some((*minus, *amounts.get(cell)?)))
            .collect();
        let (Some(terms), Some(whole)) = (terms, printed(reckoned, left)) else {
            continue;
        };
        let sum = right
            .iter()
            .try_fold(Decimal::ZERO, |sum, (minus, cell, _)| {
                let value = printed(reckoned, *cell)?;
                let value = if *minus { -value } else { value };
                sum.checked_add(value)
            });
        let cells: BTreeSet<Cell> = right.iter().map(|(_, cell, _)| *cell).collect();
        if sum != Some(whole) || reaches(&follows, &cells, left) {
            continue;
        }
        follows.insert(left, cells);
        drawing.look_of(At::one(at.0, at.1)).formula = Some(written(&terms));
    }
}

/// As it is printed, with two decimals.
fn printed(reckoned: &Reckoned, cell: Cell) -> Option<Decimal> {
    Some(rounded(reckoned.value(cell).known()?, 2))
}

/// Whether any of these cells follows from one, or is it.
fn reaches(follows: &BTreeMap<Cell, BTreeSet<Cell>>, from: &BTreeSet<Cell>, to: Cell) -> bool {
    let mut open: Vec<Cell> = from.iter().copied().collect();
    let mut seen = BTreeSet::new();
    while let Some(cell) = open.pop() {
        if cell == to {
            return true;
        }
        if seen.insert(cell) {
            open.extend(follows.get(&cell).into_iter().flatten());
        }
    }
    false
}

/// `SUM([3,2]:[28,2])`, `[4,2]+[5,2]-[6,2]`.
fn written(terms: &[(bool, (usize, usize))]) -> String {
    let signed = terms.iter().any(|(minus, _)| *minus);
    if !signed {
        return sum(&terms.iter().map(|(_, at)| *at).collect::<Vec<_>>());
    }
    let mut text = String::new();
    for (at, (minus, (row, column))) in terms.iter().enumerate() {
        let sign = match (minus, at) {
            (true, _) => "-",
            (false, 0) => "",
            (false, _) => "+",
        };
        text.push_str(&format!("{sign}[{row},{column}]"));
    }
    text
}

/// The sum of cells, those in one column below each other or in one row beside each other as a range.
pub(crate) fn sum(cells: &[(usize, usize)]) -> String {
    let mut ranges: Vec<[(usize, usize); 2]> = Vec::new();
    for &(row, column) in cells {
        if let Some([first, last]) = ranges.last_mut() {
            let below = first.1 == column && last.1 == column && last.0 + 1 == row;
            let beside = first.0 == row && last.0 == row && last.1 + 1 == column;
            if below || beside {
                *last = (row, column);
                continue;
            }
        }
        ranges.push([(row, column); 2]);
    }
    let ranges = ranges.iter().map(|[(row, column), last]| {
        if (*row, *column) == *last {
            format!("[{row},{column}]")
        } else {
            format!("[{row},{column}]:[{},{}]", last.0, last.1)
        }
    });
    format!("SUM({})", ranges.collect::<Vec<_>>().join(","))
}

#[cfg(test)]
mod tests {
    use super::sum;

    #[test]
    fn sums_are_written_as_ranges() {
        for (cells, expected) in [
            (&[(1, 2)][..], "SUM([1,2])"),
            (&[(1, 2), (2, 2), (3, 2)], "SUM([1,2]:[3,2])"),
            (&[(4, 1), (4, 2), (4, 3)], "SUM([4,1]:[4,3])"),
            (&[(1, 2), (3, 2)], "SUM([1,2],[3,2])"),
            (
                &[(1, 2), (2, 2), (5, 2), (6, 2)],
                "SUM([1,2]:[2,2],[5,2]:[6,2])",
            ),
            (&[(1, 1), (1, 2), (2, 2)], "SUM([1,1]:[1,2],[2,2])"),
        ] {
            assert_eq!(sum(cells), expected);
        }
    }
}
