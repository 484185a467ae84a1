//! The checks across cells and tables. Single cells and codes are checked where a table is read
//! ([`super::sheet`]), what is typed beside the tables in [`super::facts`].

use super::cell::{Cell, Column, WorkField};
use super::finding::{Also, Finding};
use super::layout::{Layout, TableNo};
use super::mend::Mending;
use super::model::Accounts;
use super::reckon::Reckoned;
use super::relation::{Kind, Relation, Side, State};
use super::value::{Figure, Value};
use super::wording::{self as say, Compared};
use super::working;
use crate::figure::Exact;
use crate::finding::OtherSide;
use crate::prose::check_text;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Everything there is to say of the accounts on their own.
pub fn examine(accounts: &Accounts, reckoned: &Reckoned) -> Vec<Finding> {
    examine_with(accounts, reckoned, Vec::new())
}

/// The same with differences that rounding explains elsewhere: there is one notice for all of them.
pub(crate) fn examine_with(
    accounts: &Accounts,
    reckoned: &Reckoned,
    roundings: Vec<Also>,
) -> Vec<Finding> {
    check(accounts, reckoned, roundings)
}

/// Everything there is to say of the accounts, in the order of the tables; `roundings` are those found
/// elsewhere.
fn check(accounts: &Accounts, reckoned: &Reckoned, roundings: Vec<Also>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut at = Place {
        accounts,
        reckoned,
        layout: reckoned.layout,
        roundings: Vec::new(),
    };
    at.chosen_layout(&mut findings);
    for no in TableNo::all() {
        findings.extend_from_slice(reckoned.findings_in(no));
        at.emptiness(no, &mut findings);
    }
    at.relations(&mut findings);
    at.out_of_range(&mut findings);
    at.budgets(&mut findings);
    at.facts(&mut findings);
    at.work(&mut findings);
    at.roundings.extend(roundings);
    findings.extend(say::rounding(at.roundings));
    findings
}

pub(super) struct Place<'a> {
    pub accounts: &'a Accounts,
    pub reckoned: &'a Reckoned,
    pub layout: &'static Layout,
    /// Differences that rounding explains, for one notice.
    pub roundings: Vec<Also>,
}

impl Place<'_> {
    /// A layout that is not there, and what was typed under another.
    fn chosen_layout(&self, findings: &mut Vec<Finding>) {
        let (chosen, used) = (&self.accounts.layout, self.layout);
        if !chosen.is_empty() && *chosen != used.id {
            findings.push(say::layout_unknown(chosen, &used.name));
        }
        let cells = self.reckoned.unplaced();
        if !cells.is_empty() {
            findings.push(say::cells_unplaced(&used.name, cells));
        }
    }

    fn emptiness(&self, no: TableNo, findings: &mut Vec<Finding>) {
        let layout = self.layout.table(no);
        let Some(nothing) = &layout.may_be_empty else {
            return;
        };
        let table = self.accounts.table(no);
        let cell = Cell::Fixed(no, "total", Column::Total);
        if table.none && !table.is_blank() {
            findings.push(say::table_not_empty(cell, no, layout.short(), nothing));
        } else if !table.none
            && table.is_blank()
            && self.reckoned.value(cell) == Value::Waiting
            && !self.accounts.is_untouched()
        {
            findings.push(say::table_empty(cell, no, layout.short(), nothing));
        }
    }

    fn relations(&mut self, findings: &mut Vec<Finding>) {
        // Mostly nothing is: then no sum needs a second look.
        let finer = self.reckoned.is_finer_than_shown();
        let mut mending = Mending::new(self.accounts, self.reckoned);
        let mut shown = Vec::new();
        let mut shorts: Vec<(Kind, Finding)> = Vec::new();
        for relation in self.reckoned.relations() {
            match relation.state {
                State::Broken(_) | State::Exceeded(_) if !self.is_passed_on(relation) => {
                    findings.extend(self.wrong(relation, &mut mending));
                }
                State::Short(_) => self.short(relation, &mut shorts),
                State::Rounding(_) => self.roundings.extend(self.rounding(relation)),
                State::Holds if finer => shown.extend(self.rounding_shown(relation)),
                _ => {}
            }
        }
        findings.extend(shorts.into_iter().map(|(_, finding)| finding));
        findings.extend(say::rounding_shown(shown));
    }

    /// Whether a relation between derived amounts only repeats what another says of typed ones.
    fn is_passed_on(&self, relation: &Relation) -> bool {
        let is_typed = |cell: &Cell| matches!(self.reckoned.value(*cell), Value::Typed(_));
        let is_all_typed = |relation: &Relation| {
            let mut right = self.reckoned.sides(relation).1.into_iter();
            right.all(|(_, cell, _)| is_typed(&cell))
        };
        // The same total, at odds with what is typed below it and with what follows from that beside it.
        if !is_all_typed(relation)
            && self.reckoned.relations().iter().any(|other| {
                other.left == relation.left && other.state == relation.state && is_all_typed(other)
            })
        {
            return true;
        }
        let cells = |relation: &Relation| {
            let (left, right) = self.reckoned.sides(relation);
            let right = right.into_iter().map(|(_, cell, _)| cell);
            left.into_iter().chain(right).collect::<Vec<Cell>>()
        };
        let mut behind = cells(relation);
        if behind.iter().any(is_typed) {
            return false;
        }
        // Everything its amounts follow from.
        let mut seen: BTreeSet<Cell> = behind.iter().copied().collect();
        while let Some(cell) = behind.pop() {
            let source = self.reckoned.source(cell).filter(|_| !is_typed(&cell));
            let further = source.map(cells).unwrap_or_default();
            behind.extend(further.into_iter().filter(|cell| seen.insert(*cell)));
        }
        let mut others = self.reckoned.relations().iter();
        others.any(|other| {
            other.state.is_wrong() && {
                let cells = cells(other);
                cells.iter().any(is_typed) && cells.iter().any(|cell| seen.contains(cell))
            }
        })
    }

    /// Both sides of a relation as far as they are known.
    fn compared(&self, left: Cell, right: &[Side]) -> Option<Compared> {
        let whole = self.reckoned.figure(left)?.exact;
        let parts = working::sum(self.reckoned, right)?;
        Some(Compared { whole, parts })
    }

    /// The table on the right of an identity between tables, which may have no rows for it.
    fn other_table(&self, relation: &Relation, left: Cell, right: &[Side]) -> Option<TableNo> {
        let Kind::Identity(at) = relation.kind else {
            return None;
        };
        let other = match right {
            [(_, cell, _), ..] => cell.table(),
            [] => self.layout.identities[at].rules[0].right[0].1.table,
        };
        other.filter(|other| Some(*other) != left.table())
    }

    /// What stands on the right, in words.
    fn other(&self, no: TableNo, left: Cell, right: &[Side]) -> OtherSide {
        let phrase = |cell: &Cell| self.accounts.phrase(self.layout, *cell);
        match right {
            [] => {
                let row = match left {
                    Cell::Fixed(no, key, _) => self.layout.table(no).row(key),
                    _ => None,
                };
                let row = row.map_or("", |(_, row)| super::unnumbered(&row.label));
                OtherSide::NoRow {
                    table: self.layout.table(no).short(),
                    row: row.to_owned(),
                }
            }
            [(_, cell, _)] => OtherSide::Cell(phrase(cell)),
            [(_, first, _), ..] => OtherSide::Cells {
                first: phrase(first),
                count: right.len(),
            },
        }
    }

    fn wrong(&self, relation: &Relation, mending: &mut Mending) -> Option<Finding> {
        let (left, right) = self.reckoned.sides(relation);
        let left = left?;
        // The one that is typed is the one to change; a derived one only passes on what was typed.
        let is_typed = |cell: &Cell| matches!(self.reckoned.value(*cell), Value::Typed(_));
        let mut cells = std::iter::once(left).chain(right.iter().map(|(_, cell, _)| *cell));
        let cell = cells.find(is_typed).unwrap_or(left);
        let phrase = self.accounts.phrase(self.layout, left);
        let sums = self.compared(left, &right)?;
        let mut finding = match (relation.kind, self.other_table(relation, left, &right)) {
            (Kind::Identity(at), Some(no)) => {
                let other = self.other(no, left, &right);
                say::tables_disagree(cell, &self.layout.identities[at], &phrase, other, sums)
            }
            _ if matches!(relation.state, State::Exceeded(_)) => {
                say::parts_exceed(cell, &phrase, sums)
            }
            _ => say::table_sum(cell, &phrase, sums),
        };
        finding.working = Some(working::of_relation(self.reckoned, relation));
        if let Some(amount) = mending.certain(relation) {
            finding = finding.mend(left, amount);
        }
        Some(finding)
    }

    /// Said once for all columns of a row.
    fn short(&self, relation: &Relation, shorts: &mut Vec<(Kind, Finding)>) {
        let (Some(left), right) = self.reckoned.sides(relation) else {
            return;
        };
        let Some(sums) = self.compared(left, &right) else {
            return;
        };
        let phrase = self.accounts.phrase(self.layout, left);
        let is_same_row = |finding: &Finding| {
            let column = left.column().unwrap_or(Column::Amount);
            finding.cell.beside(column) == left
        };
        let same = shorts
            .iter_mut()
            .find(|(kind, finding)| *kind == relation.kind && is_same_row(finding));
        if let Some((_, finding)) = same {
            finding.also.push(say::short_place(left, &phrase, sums));
            return;
        }
        let other = self.other_table(relation, left, &right);
        let other = other.map(|no| self.layout.table(no).short());
        let mut finding = say::table_short(left, &phrase, other, sums);
        finding.working = Some(working::of_relation(self.reckoned, relation));
        shorts.push((relation.kind, finding));
    }

    fn rounding(&self, relation: &Relation) -> Option<Also> {
        let (left, right) = self.reckoned.sides(relation);
        let left = left?;
        let sums = self.compared(left, &right)?;
        let other = match self.other_table(relation, left, &right) {
            Some(no) => self.other(no, left, &right),
            None => OtherSide::Parts,
        };
        let phrase = self.accounts.phrase(self.layout, left);
        Some(say::rounding_place(left, &phrase, other, sums))
    }

    /// A sum that holds exactly, and does not in what is displayed.
    fn rounding_shown(&self, relation: &Relation) -> Option<Also> {
        let (left, right) = self.reckoned.sides(relation);
        let left = left?;
        let is_fine = |(_, _, value): &Side| {
            value
                .known()
                .is_none_or(|value: Decimal| value.scale() <= 2)
        };
        if right.len() < 2 || right.iter().all(is_fine) {
            return None;
        }
        let shown = |cell: Cell| Some(self.reckoned.figure(cell)?.exact.rounded(2));
        let whole = shown(left)?;
        let mut sum = Exact::ZERO;
        for (minus, cell, _) in &right {
            sum = if *minus {
                sum.checked_sub(shown(*cell)?)?
            } else {
                sum.checked_add(shown(*cell)?)?
            };
        }
        let phrase = self.accounts.phrase(self.layout, left);
        (whole != sum).then(|| say::shown_place(left, &phrase, whole, sum))
    }

    /// Amounts that follow and have too many digits to be shown.
    fn out_of_range(&self, findings: &mut Vec<Finding>) {
        for cell in self.reckoned.out_of_range() {
            let phrase = self.accounts.phrase(self.layout, cell);
            findings.push(say::out_of_range(cell, &phrase));
        }
    }

    /// Takes note of a difference that rounding explains; else there is an error to be said.
    pub(super) fn is_rounding(&mut self, place: Also, one: Figure, other: Figure) -> bool {
        let apart = one.exact.checked_sub(other.exact);
        let slack = one.slack.checked_add(other.slack);
        let within = apart
            .zip(slack)
            .is_some_and(|(apart, slack)| apart.abs() <= slack);
        if within {
            self.roundings.push(place);
        }
        within
    }

    /// Spending without a budget, and over it.
    fn budgets(&self, findings: &mut Vec<Finding>) {
        let typed = |cell: Cell| self.reckoned.value(cell).known();
        for (_, row) in self.layout.table(TableNo::THREE_PUBLIC).rows() {
            let budget = Cell::Fixed(TableNo::THREE_PUBLIC, &row.key, Column::Budget);
            let actual = budget.beside(Column::Actual);
            // Subtotals repeat what their parts say.
            if row.total {
                continue;
            }
            if let (Some(b), Some(a)) = (typed(budget), typed(actual)) {
                let phrase = self.accounts.phrase(self.layout, actual);
                if b.is_zero() && a > Decimal::ZERO {
                    findings.push(say::unbudgeted(actual, &phrase, a));
                } else if a > b {
                    findings.push(say::over_budget(actual, &phrase, a, b));
                }
            }
        }
        for line in self.reckoned.top(TableNo::GENERAL) {
            let budget = Cell::Line(TableNo::GENERAL, *line, Column::Budget);
            let actual = budget.beside(Column::Total);
            if let (Some(b), Some(a)) = (typed(budget), typed(actual))
                && b.is_zero()
                && a > Decimal::ZERO
            {
                let phrase = self.accounts.phrase(self.layout, actual);
                findings.push(say::unbudgeted(actual, &phrase, a));
            }
        }
    }

    fn work(&self, findings: &mut Vec<Finding>) {
        for (row, work) in self.accounts.work.iter().enumerate() {
            for field in [WorkField::Matter, WorkField::Target, WorkField::Progress] {
                let text = work.text(field);
                check_text(
                    Cell::Work(row, field),
                    || field.label().to_owned(),
                    text,
                    findings,
                );
            }
            if let super::work::Completion::NotComparable(why) = super::work::completion(work, 1) {
                findings.push(say::work_not_comparable(row, why));
            }
        }
    }
}
