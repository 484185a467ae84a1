//! Sums over the subjects of a table: 类 = its 款, 款 = its 项, 合计 = the 类.

use super::book::{Book, Id, Line, Shape};
use super::identity::{Identity, Rule, State, Strength};
use crate::table::found::Side;
use crate::table::lookup::is_total;

/// The sums over the subjects of a table.
pub(super) fn of(book: &Book<'_>, shape: &Shape<'_>) -> Vec<Identity> {
    let no = book.tables.get(shape.table).and_then(|table| table.no);
    let coded: Vec<&Line<'_>> = shape
        .lines
        .iter()
        .filter(|line| line.code.is_some())
        .collect();
    if coded.len() < 2 {
        return Vec::new();
    }
    // Subjects that stand in it again and again are those of several units.
    let mut codes: Vec<&str> = coded.iter().filter_map(|line| line.code).collect();
    codes.sort_unstable();
    let again = codes
        .windows(2)
        .filter(|pair| matches!(pair, [a, b] if a == b))
        .count();
    let strength = match no {
        _ if again > 2 => Strength::Weak,
        Some(2 | 3 | 5 | 6 | 8 | 9) => Strength::Law,
        _ if again == 0 && classified(&codes) => Strength::Law,
        _ => Strength::Shape,
    };
    let mut found = Vec::new();
    let width = shape
        .sides()
        .iter()
        .map(|side| shape.columns_of(*side).len())
        .max()
        .unwrap_or(0);
    for parent in &coded {
        let below = children(parent, &coded);
        let again = coded.iter().filter(|line| line.code == parent.code).count() > 1;
        if below.is_empty() || again {
            continue;
        }
        for ordinal in 0..width {
            let Some(whole) = shape.nth(parent, ordinal) else {
                continue;
            };
            let parts = amounts(shape, &below, ordinal);
            if !parts.is_empty() {
                found.push(Identity::sum(
                    Rule::Codes(shape.table),
                    strength,
                    whole,
                    parts,
                ));
            }
        }
    }
    let roots: Vec<&Line<'_>> = coded
        .iter()
        .filter(|line| !coded.iter().any(|other| above(other, line)))
        .copied()
        .collect();
    for total in shape
        .lines
        .iter()
        .filter(|line| line.code.is_none() && is_total(line.name))
    {
        for ordinal in 0..width {
            found.extend(total_of(book, shape, (total, ordinal), &roots, strength));
        }
    }
    found.extend(staff_and_public(shape, width));
    found
}

/// Whether the codes are those of the classifications, of which a table has all that a subject is made of: several
/// levels of them, and a subject with several parts.
fn classified(codes: &[&str]) -> bool {
    let all = codes
        .iter()
        .all(|code| code.starts_with(['2', '3', '5']) && matches!(code.len(), 3 | 5 | 7));
    let levels = |length: usize| codes.iter().filter(|code| code.len() == length).count();
    all && codes.len() >= 6 && levels(3) >= 2 && levels(5) >= 2
}

fn amounts(shape: &Shape<'_>, lines: &[&Line<'_>], ordinal: usize) -> Vec<Id> {
    lines
        .iter()
        .filter_map(|line| shape.nth(line, ordinal))
        .collect()
}

/// Whether a subject stands above another.
fn above(upper: &Line<'_>, lower: &Line<'_>) -> bool {
    match (upper.code, lower.code) {
        (Some(upper), Some(lower)) => lower.len() > upper.len() && lower.starts_with(upper),
        _ => false,
    }
}

/// The subjects right below another: none stands between.
fn children<'b, 'a>(parent: &Line<'a>, coded: &[&'b Line<'a>]) -> Vec<&'b Line<'a>> {
    let below: Vec<&Line<'a>> = coded
        .iter()
        .filter(|line| above(parent, line))
        .copied()
        .collect();
    below
        .iter()
        .filter(|line| !below.iter().any(|other| above(other, line)))
        .copied()
        .collect()
}

/// A total line: of all subjects, of its own side, or of staff and public expenses alone.
fn total_of(
    book: &Book<'_>,
    shape: &Shape<'_>,
    (total, ordinal): (&Line<'_>, usize),
    roots: &[&Line<'_>],
    strength: Strength,
) -> Option<Identity> {
    let whole = shape.nth(total, ordinal)?;
    let staff = |line: &Line<'_>| {
        line.code
            .is_some_and(|code| code.starts_with("301") || code.starts_with("303"))
    };
    let make = |lines: Vec<&Line<'_>>| {
        let parts = amounts(shape, &lines, ordinal);
        (!parts.is_empty()).then(|| Identity::sum(Rule::Codes(shape.table), strength, whole, parts))
    };
    if total.name.contains("人员") {
        return make(roots.iter().filter(|line| staff(line)).copied().collect());
    }
    if total.name.contains("公用") {
        return make(roots.iter().filter(|line| !staff(line)).copied().collect());
    }
    if total.name == "小计" {
        return None;
    }
    let all = make(roots.to_vec());
    let own = make(
        roots
            .iter()
            .filter(|line| line.side == total.side)
            .copied()
            .collect(),
    );
    let holds = |identity: &Option<Identity>| {
        identity
            .as_ref()
            .is_some_and(|it| it.state(book).is_some_and(|state| state != State::Broken))
    };
    if shape.sides().len() > 1 && !holds(&all) && holds(&own) {
        return own;
    }
    all
}

/// 合计 = 人员经费合计 + 公用经费合计, where all three are there.
fn staff_and_public(shape: &Shape<'_>, width: usize) -> Vec<Identity> {
    let line = |wanted: &dyn Fn(&str) -> bool| {
        shape
            .lines
            .iter()
            .find(|line| line.code.is_none() && is_total(line.name) && wanted(line.name))
    };
    let (Some(staff), Some(public), Some(total)) = (
        line(&|name| name.contains("人员")),
        line(&|name| name.contains("公用")),
        line(&|name| !name.contains("人员") && !name.contains("公用")),
    ) else {
        return Vec::new();
    };
    // A total that stands only in one half of a table may be that half's.
    if total.side != Side::Left && staff.side == total.side {
        return Vec::new();
    }
    (0..width)
        .filter_map(|ordinal| {
            let parts = amounts(shape, &[staff, public], ordinal);
            (parts.len() == 2).then_some(Identity::sum(
                Rule::Codes(shape.table),
                Strength::Shape,
                shape.nth(total, ordinal)?,
                parts,
            ))
        })
        .collect()
}
