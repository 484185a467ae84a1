//! The checks of what is typed beside the tables: sums of facts, and facts against the tables.

use super::beside::{PROCUREMENT, RUNNING, Reading};
use super::cell::{Cell, Column, Fact, FactKind};
use super::check::Place;
use super::finding::Finding;
use super::layout::TableNo;
use super::mend::Mending;
use super::model::Accounts;
use super::value::Figure;
use super::wording::{self as say, Compared};
use crate::figure::Number;
use crate::finding::OtherSide;
use crate::prose::check_text;
use crate::working::Working;
use rust_decimal::Decimal;

/// Rows of 公开07 with what there must be where something is spent.
const COUNTED: [(&str, Fact); 5] = [
    ("abroad", Fact::Groups),
    ("purchase", Fact::Purchased),
    ("running", Fact::Held),
    ("reception", Fact::Receptions),
    ("reception", Fact::Guests),
];

impl Accounts {
    /// Whether what is typed beside the tables says that something was spent in a row of 公开07.
    pub(super) fn speaks_of(&self, key: &str) -> bool {
        let some = |fact: Fact| self.known(fact).is_some_and(|amount| !amount.is_zero());
        let counted = COUNTED
            .iter()
            .any(|(row, fact)| *row == key && *fact != Fact::Held && some(*fact));
        counted || (key == "running" && RUNNING.into_iter().any(some))
    }
}

impl Place<'_> {
    pub(super) fn facts(&mut self, findings: &mut Vec<Finding>) {
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

    /// A fact with what its digits leave open; counts are exact.
    fn figure(&self, fact: Fact) -> Option<Figure> {
        let number = self.number(fact)?;
        let text = self.accounts.facts.get(&fact)?;
        Some(Figure::of(number, text))
    }

    /// The sum of the facts that are filled in, with those that are.
    fn figures(&self, facts: &[Fact]) -> Option<(Figure, Vec<(Fact, Number)>)> {
        let mut sum = Figure::default();
        let mut known = Vec::new();
        for fact in facts {
            let (Some(figure), Some(number)) = (self.figure(*fact), self.number(*fact)) else {
                continue;
            };
            sum.exact = sum.exact.checked_add(figure.exact)?;
            sum.slack = sum.slack.checked_add(figure.slack)?;
            known.push((*fact, number));
        }
        (!known.is_empty()).then_some((sum, known))
    }

    /// Whether a part is more than its whole, and rounding does not explain it.
    fn exceeds(&mut self, part: Fact, p: Figure, whole: &str, w: Figure) -> bool {
        let sums = Compared {
            whole: p.exact,
            parts: w.exact,
        };
        let place = say::rounding_place(
            Cell::Fact(part),
            part.label(),
            OtherSide::Cell(whole.to_owned()),
            sums,
        );
        p.exact > w.exact && !self.is_rounding(place, p, w)
    }

    fn sums_of_facts(&mut self, findings: &mut Vec<Finding>) {
        // One that is blank is not nothing.
        let procurement = self.figures(&PROCUREMENT);
        let procurement = procurement.filter(|(_, known)| known.len() == PROCUREMENT.len());
        if let (Some(part), Some((whole, _))) = (self.figure(Fact::SmallMedium), procurement)
            && self.exceeds(Fact::SmallMedium, part, "政府采购支出总额", whole)
            && let Some(number) = self.number(Fact::SmallMedium)
        {
            findings.push(say::more_than_procurement(number, whole.exact));
        }
        for (part, whole) in [
            (Fact::Micro, Fact::SmallMedium),
            (Fact::LikeCivilService, Fact::PublicService),
        ] {
            if let (Some(p), Some(w)) = (self.figure(part), self.figure(whole))
                && self.exceeds(part, p, whole.label(), w)
                && let (Some(p), Some(w)) = (self.number(part), self.number(whole))
            {
                findings.push(say::more_than(part, p, whole.label(), w));
            }
        }
        // What cannot be shown is not summed up in the text.
        if self.accounts.exact_sum(&PROCUREMENT).is_ok() && self.accounts.procurement().is_err() {
            findings.push(say::out_of_range(
                Cell::Fact(Fact::Goods),
                "政府采购支出总额",
            ));
        }
        self.running(findings);
        self.operating(findings);
        // Vehicles held are those of all kinds.
        if let (Some(held), Ok(all)) = (self.number(Fact::Held), self.accounts.vehicles())
            && held.decimal() > all
        {
            findings.push(say::more_held(held, all));
        }
    }

    /// The parts of running the vehicles against 公开07.
    fn running(&mut self, findings: &mut Vec<Finding>) {
        let running = Cell::Fixed(TableNo::THREE_PUBLIC, "running", Column::Actual);
        let (Some(whole), Some((sum, known))) =
            (self.reckoned.figure(running), self.figures(&RUNNING))
        else {
            return;
        };
        // Those that are blank may make up what is missing.
        if sum.exact < whole.exact && known.len() < RUNNING.len() {
            return;
        }
        let first = known[0].0;
        let sums = Compared {
            whole: whole.exact,
            parts: sum.exact,
        };
        let phrase = self.accounts.phrase(self.layout, running);
        let place = say::rounding_place(Cell::Fact(first), &phrase, OtherSide::Facts, sums);
        if sum.exact == whole.exact || self.is_rounding(place, whole, sum) {
            return;
        }
        let working = Working::sum(known.iter().map(|(_, number)| *number), sum.exact);
        let table = self.layout.table(TableNo::THREE_PUBLIC).short();
        findings.push(say::running_parts(first, table, sums, working));
    }

    /// Operating expenses of a unit run like the civil service are the public expenses of 06.
    fn operating(&mut self, findings: &mut Vec<Finding>) {
        let public = Cell::Fixed(TableNo::BASIC, "public", Column::Amount);
        let (Some(typed), Some(of_table), Some(number)) = (
            self.figure(Fact::Operating),
            self.reckoned.figure(public),
            self.number(Fact::Operating),
        ) else {
            return;
        };
        if typed.exact == of_table.exact || self.accounts.is_run_like_civil_service() != Ok(true) {
            return;
        }
        let sums = Compared {
            whole: typed.exact,
            parts: of_table.exact,
        };
        let phrase = self.accounts.phrase(self.layout, public);
        let cell = Cell::Fact(Fact::Operating);
        let place = say::rounding_place(
            cell,
            Fact::Operating.label(),
            OtherSide::Cell(phrase.clone()),
            sums,
        );
        if self.is_rounding(place, typed, of_table) {
            return;
        }
        let table = self.layout.table(TableNo::BASIC).short();
        let mut finding = say::operating_differs(number, table, of_table.exact);
        // What other sums confirm can stand here too.
        if Mending::new(self.accounts, self.reckoned).is_confirmed(public, None) {
            finding = finding.mend(cell, of_table.exact.grouped());
        }
        findings.push(finding);
    }

    /// Money spent on what is said not to be there, and the other way round.
    fn facts_of_spending(&self, findings: &mut Vec<Finding>) {
        for (key, fact) in COUNTED {
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
}
