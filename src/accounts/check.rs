//! The checks across cells and tables, and of what is typed beside them. Single cells and codes are
//! checked where a table is read ([`super::sheet`]).

use super::cell::{Cell, Column, Fact, FactKind, WorkField};
use super::layout::{Layout, TableNo};
use super::model::Accounts;
use super::reckon::{Kind, Reckoned, Relation, State};
use super::sheet::Value;
use super::wording as say;
use super::{Finding, Reading};
use crate::evaluation::check_text;
use crate::figure::{self, Number};
use rust_decimal::Decimal;

/// Everything there is to say of the accounts, in the order of the tables.
pub(super) fn check(accounts: &Accounts, reckoned: &Reckoned) -> Vec<Finding> {
    let mut findings = Vec::new();
    let at = Place {
        accounts,
        reckoned,
        layout: reckoned.layout,
    };
    at.chosen_layout(&mut findings);
    for no in TableNo::all() {
        findings.extend_from_slice(reckoned.findings_in(no));
        at.emptiness(no, &mut findings);
    }
    at.relations(&mut findings);
    at.budgets(&mut findings);
    at.facts(&mut findings);
    at.work(&mut findings);
    findings
}

pub(super) struct Place<'a> {
    pub accounts: &'a Accounts,
    pub reckoned: &'a Reckoned,
    pub layout: &'static Layout,
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
            findings.push(say::cells_unplaced(&used.name, &cells));
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
            findings.push(say::table_not_empty(cell, &layout.short(), nothing));
        } else if !table.none
            && table.is_blank()
            && self.reckoned.value(cell) == Value::Waiting
            && !self.accounts.is_untouched()
        {
            findings.push(say::table_empty(cell, &layout.short(), nothing));
        }
    }

    fn relations(&self, findings: &mut Vec<Finding>) {
        // Mostly nothing is: then no sum needs a second look.
        let finer = self.reckoned.is_finer_than_shown();
        for relation in self.reckoned.relations() {
            match relation.state {
                State::Broken(difference) => self.broken(relation, difference, findings),
                State::Exceeded(excess) => self.exceeded(relation, excess, findings),
                State::Holds if finer => self.rounding(relation, findings),
                State::Holds | State::Waiting => {}
            }
        }
    }

    fn broken(&self, relation: &Relation, difference: Decimal, findings: &mut Vec<Finding>) {
        let (Some(left), right) = self.reckoned.sides(relation) else {
            return;
        };
        let value = self.reckoned.value(left);
        let Some(whole) = value.known() else { return };
        // The one that is typed is the one to change; a derived one only passes on what was typed.
        let cell = match value {
            Value::Typed(_) => left,
            _ => right
                .iter()
                .find_map(|(_, cell, value)| cell.filter(|_| matches!(value, Value::Typed(_))))
                .unwrap_or(left),
        };
        let working = self.working(relation);
        let sum = whole - difference;
        let phrase = self.accounts.phrase(self.layout, left);
        let between = right
            .iter()
            .any(|(_, cell, _)| cell.is_none_or(|cell| cell.table() != left.table()));
        let mut finding = if between {
            let title = match relation.kind {
                Kind::Identity(at) => &self.layout.identities[at],
                _ => return,
            };
            let other = right.iter().find_map(|(_, cell, _)| *cell);
            let other = match (other, right.len()) {
                (Some(other), 1) => self.accounts.phrase(self.layout, other),
                _ => "另一表的各项之和".to_owned(),
            };
            say::tables_disagree(cell, title, &phrase, whole, &other, sum, difference)
        } else if let Some(parts) = self.rounded_parts(relation, difference) {
            say::table_rounding(cell, &phrase, whole, sum, difference, parts)
        } else {
            say::table_sum(cell, &phrase, whole, sum, difference)
        };
        finding.working = Some(working);
        if cell == left && sum >= Decimal::ZERO {
            finding = finding.mend(left, figure::grouped(sum));
        }
        findings.push(finding);
    }

    /// How many parts there are, where each of them rounded to two decimals can make such a difference.
    fn rounded_parts(&self, relation: &Relation, difference: Decimal) -> Option<usize> {
        let (_, right) = self.reckoned.sides(relation);
        let nonzero = right
            .iter()
            .filter(|(_, _, value)| value.known().is_some_and(|value| !value.is_zero()))
            .count();
        let most = Decimal::new(5, 3) * Decimal::from(nonzero + 1);
        (nonzero >= 2 && difference.abs() <= most).then_some(nonzero)
    }

    fn exceeded(&self, relation: &Relation, excess: Decimal, findings: &mut Vec<Finding>) {
        let (Some(left), _) = self.reckoned.sides(relation) else {
            return;
        };
        // Said once, where the whole was typed.
        if let Value::Typed(whole) = self.reckoned.value(left) {
            let phrase = self.accounts.phrase(self.layout, left);
            findings.push(say::parts_exceed(left, &phrase, whole, excess));
        }
    }

    /// A sum that holds exactly, and does not in what is displayed.
    fn rounding(&self, relation: &Relation, findings: &mut Vec<Finding>) {
        let (Some(left), right) = self.reckoned.sides(relation) else {
            return;
        };
        let Some(whole) = self.reckoned.value(left).known() else {
            return;
        };
        if right.len() < 2
            || right
                .iter()
                .all(|(_, _, v)| v.known().is_none_or(|v| v.scale() <= 2))
        {
            return;
        }
        let mut sum = Decimal::ZERO;
        for (minus, _, value) in &right {
            let shown = figure::rounded(value.known().unwrap_or_default(), 2);
            sum = if *minus { sum - shown } else { sum + shown };
        }
        let shown = figure::rounded(whole, 2);
        if shown != sum {
            let phrase = self.accounts.phrase(self.layout, left);
            findings.push(say::rounding_shown(left, &phrase, shown, sum));
        }
    }

    /// `1,100 + 149.26 = 1,249.26`.
    fn working(&self, relation: &Relation) -> String {
        working(self.reckoned, relation)
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

    fn facts(&self, findings: &mut Vec<Finding>) {
        for (fact, text) in &self.accounts.facts {
            let cell = Cell::Fact(*fact);
            match self.accounts.fact(*fact) {
                Reading::Unreadable(error) => {
                    let example = match fact.kind() {
                        FactKind::Count => "1",
                        _ => say::AMOUNT,
                    };
                    findings.push(say::unreadable(cell, fact.label(), &error, example));
                }
                Reading::NotWhole => findings.push(say::not_whole(cell, fact.label(), text)),
                Reading::Number(number) if number.is_negative() => {
                    findings.push(say::negative(cell, fact.label(), number));
                }
                _ if fact.kind() == FactKind::Text => {
                    check_text(cell, || fact.label().to_owned(), text, findings);
                }
                _ => {}
            }
        }
        self.sums_of_facts(findings);
        self.facts_of_spending(findings);
    }

    fn number(&self, fact: Fact) -> Option<Number> {
        match self.accounts.fact(fact) {
            Reading::Number(number) => Some(number),
            _ => None,
        }
    }

    fn sums_of_facts(&self, findings: &mut Vec<Finding>) {
        let number = |fact| self.number(fact);
        let at_most =
            |part: Fact, whole: Fact, whole_value: Option<Number>, findings: &mut Vec<_>| {
                if let (Some(p), Some(w)) = (number(part), whole_value)
                    && p > w
                {
                    findings.push(say::more_than(part, p, whole.label(), w));
                }
            };
        let procurement = self.accounts.procurement();
        if let (Some(part), Some(whole)) = (number(Fact::SmallMedium), procurement)
            && part.decimal() > whole
        {
            findings.push(say::more_than_procurement(part, whole));
        }
        at_most(
            Fact::Micro,
            Fact::SmallMedium,
            number(Fact::SmallMedium),
            findings,
        );
        at_most(
            Fact::LikeCivilService,
            Fact::PublicService,
            number(Fact::PublicService),
            findings,
        );
        // What running the vehicles is made of.
        let running = Cell::Fixed(TableNo::THREE_PUBLIC, "running", Column::Actual);
        let parts = [
            Fact::Fuel,
            Fact::Maintenance,
            Fact::Tolls,
            Fact::Insurance,
            Fact::OtherRunning,
        ];
        let known: Vec<(Fact, Number)> = parts
            .iter()
            .filter_map(|fact| Some((*fact, number(*fact)?)))
            .collect();
        if let Some(whole) = self.reckoned.value(running).known()
            && let [(first, _), ..] = known[..]
        {
            let sum: Decimal = known.iter().map(|(_, n)| n.decimal()).sum();
            if sum != whole {
                let terms: Vec<String> = known
                    .iter()
                    .map(|(_, n)| figure::grouped(n.decimal()))
                    .collect();
                let working = format!("{} = {}", terms.join(" + "), figure::grouped(sum));
                findings.push(say::running_parts(
                    first,
                    &self.layout.table(TableNo::THREE_PUBLIC).short(),
                    whole,
                    sum,
                    working,
                ));
            }
        }
        // Operating expenses of a unit run like the civil service are the public expenses of 06.
        let public = Cell::Fixed(TableNo::BASIC, "public", Column::Amount);
        if let (Some(typed), Some(public)) =
            (number(Fact::Operating), self.reckoned.value(public).known())
            && typed.decimal() != public
            && self.accounts.is_run_like_civil_service()
        {
            findings.push(say::operating_differs(
                typed,
                &self.layout.table(TableNo::BASIC).short(),
                public,
            ));
        }
        // Vehicles held are those of all kinds.
        if let (Some(held), Some(all)) = (number(Fact::Held), self.accounts.vehicles())
            && held.decimal() > all
        {
            findings.push(say::more_held(held, all));
        }
    }

    /// Money spent on what is said not to be there, and the other way round.
    fn facts_of_spending(&self, findings: &mut Vec<Finding>) {
        const PAIRS: [(&str, Fact); 5] = [
            ("abroad", Fact::Groups),
            ("purchase", Fact::Purchased),
            ("running", Fact::Held),
            ("reception", Fact::Receptions),
            ("reception", Fact::Guests),
        ];
        for (key, fact) in PAIRS {
            let spent = Cell::Fixed(TableNo::THREE_PUBLIC, key, Column::Actual);
            let (Some(spent_on), Some(count)) =
                (self.reckoned.value(spent).known(), self.number(fact))
            else {
                continue;
            };
            let phrase = self.accounts.phrase(self.layout, spent);
            if spent_on > Decimal::ZERO && count.is_zero() {
                findings.push(say::spent_on_nothing(fact, &phrase, spent_on));
            } else if spent_on.is_zero() && !count.is_zero() && fact != Fact::Held {
                findings.push(say::nothing_spent(fact, &phrase, count));
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
                findings.push(say::work_not_comparable(row, &why));
            }
        }
    }
}

/// `1,100 + 149.26 = 1,249.26`, `0 + 1,552.16 − 1,552.16 = 0`.
pub(super) fn working(reckoned: &Reckoned, relation: &Relation) -> String {
    const SHOWN: usize = 8;
    let (_, right) = reckoned.sides(relation);
    // Zeros say nothing in a long sum.
    let long = right.len() > SHOWN;
    let mut text = String::new();
    let mut sum = Decimal::ZERO;
    let mut terms = 0;
    for (minus, _, value) in &right {
        let value = value.known().unwrap_or_default();
        sum = if *minus { sum - value } else { sum + value };
        if long && value.is_zero() {
            continue;
        }
        terms += 1;
        if terms > SHOWN {
            continue;
        }
        if !text.is_empty() {
            text.push_str(if *minus { " − " } else { " + " });
        } else if *minus {
            text.push('−');
        }
        text.push_str(&figure::grouped(value));
    }
    if terms > SHOWN {
        text.push_str(&format!(" + …（共 {terms} 项）"));
    }
    if text.is_empty() {
        text.push('0');
    }
    if right.len() == 1 {
        return text;
    }
    format!("{text} = {}", figure::grouped(sum))
}
