//! The same subject in two tables: where almost all amounts agree, one that does not is worth a look.

use super::book::{Book, Id, Shape};
use super::identity::{Identity, Rule, State, Strength};
use crate::table::lookup::is_total;

/// The amounts of subjects that stand in two tables.
pub(super) fn of(book: &Book<'_>) -> Vec<Identity> {
    let mut found = Vec::new();
    for (at, one) in book.shapes.iter().enumerate() {
        for other in book.shapes.iter().skip(at + 1) {
            for heads in [true, false] {
                let pairs = pairs(one, other, heads);
                let alike = pairs
                    .iter()
                    .filter(|(a, b)| !book.value(*a).is_zero() && !book.value(*b).is_zero())
                    .map(|(a, b)| {
                        Identity::equal(
                            Rule::Tables(one.table, other.table),
                            Strength::Weak,
                            *a,
                            *b,
                        )
                    });
                let all: Vec<Identity> = alike.collect();
                let holding = all
                    .iter()
                    .filter(|it| it.state(book).is_some_and(|state| state != State::Broken))
                    .count();
                if all.len() >= 3 && holding * 10 >= all.len() * 7 {
                    found.extend(all);
                    break;
                }
            }
        }
    }
    found
}

/// Amounts of the same subject in both: under the same heads, or in the first columns.
fn pairs(one: &Shape<'_>, other: &Shape<'_>, heads: bool) -> Vec<(Id, Id)> {
    let mut found = Vec::new();
    for line in &one.lines {
        let Some(twin) = other
            .lines
            .iter()
            .find(|twin| match (line.code, twin.code) {
                (Some(a), Some(b)) => a == b,
                (None, None) => is_total(line.name) && line.name == twin.name,
                _ => false,
            })
        else {
            continue;
        };
        if !heads {
            found.extend(one.nth(line, 0).zip(other.nth(twin, 0)));
            continue;
        }
        for column in one.columns_of(line.side) {
            let same = other
                .columns_of(twin.side)
                .into_iter()
                .find(|it| it.heads == column.heads)
                .and_then(|it| twin.cell(it.column));
            found.extend(line.cell(column.column).zip(same));
        }
    }
    found
}
