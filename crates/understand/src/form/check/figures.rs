//! Each figure of a form, and whether it was held against another.

use super::super::draft::Draft;
use super::super::field::Field;
use super::super::words;
use crate::claimed::{Statement, StatementKind, Verdict};
use juesuan_domain::evaluation::{Cell, ExecutionField, FormField, IndicatorField};
use std::collections::BTreeMap;

/// The figures of a form by their cells.
pub(super) struct Figures {
    all: BTreeMap<Cell, Statement>,
    more: Vec<Statement>,
}

impl Figures {
    pub fn of(draft: &Draft) -> Self {
        let mut figures = Figures {
            all: BTreeMap::new(),
            more: Vec::new(),
        };
        let mut add = |cell: Cell, kind: StatementKind, text: &str, quote: &str| {
            if text.contains(|c: char| c.is_ascii_digit()) {
                let spot = draft.spot(cell);
                figures.all.insert(cell, statement(kind, spot, text, quote));
            }
        };
        let execution = &draft.form.execution;
        let line = [
            (
                ExecutionField::Budget,
                StatementKind::Amount,
                &execution.budget,
            ),
            (
                ExecutionField::Actual,
                StatementKind::Amount,
                &execution.actual,
            ),
            (
                ExecutionField::Rate,
                StatementKind::Completion,
                &execution.rate,
            ),
            (
                ExecutionField::Claimed,
                StatementKind::Score,
                &execution.claimed,
            ),
        ];
        for (field, kind, text) in line {
            add(Cell::Execution(field), kind, text, field.label());
        }
        for field in [FormField::BasicSpending, FormField::ProjectSpending] {
            let cell = Cell::Form(field);
            add(
                cell,
                StatementKind::Amount,
                cell.text(&draft.form).unwrap_or(""),
                field.label(),
            );
        }
        let total = Cell::Form(FormField::ClaimedTotal);
        add(total, StatementKind::Sum, &draft.form.claimed_total, "总分");
        for (g, goal) in draft.form.goals.iter().enumerate() {
            for (i, row) in goal.indicators.iter().enumerate() {
                for (field, kind, text) in [
                    (IndicatorField::Weight, StatementKind::Score, &row.weight),
                    (IndicatorField::Target, StatementKind::Count, &row.target),
                    (IndicatorField::Actual, StatementKind::Count, &row.actual),
                    (IndicatorField::Claimed, StatementKind::Score, &row.claimed),
                ] {
                    add(Cell::Indicator(g, i, field), kind, text, &row.name);
                }
            }
        }
        figures
    }

    /// Says of a figure how it stands; what is wrong once stays wrong.
    pub fn mark(&mut self, cell: Cell, verdict: Verdict) {
        if let Some(statement) = self.all.get_mut(&cell) {
            let worse = statement.verdict != Verdict::Wrong;
            if worse {
                statement.verdict = verdict;
            }
        }
    }

    /// The same, with what it should be.
    pub fn judge(&mut self, cell: Cell, verdict: Verdict, computed: String, working: String) {
        self.mark(cell, verdict);
        if let Some(statement) = self.all.get_mut(&cell) {
            statement.computed = Some(computed);
            statement.working = (!working.is_empty()).then_some(working);
        }
    }

    /// A figure that is no cell of the form: the sum of the weights.
    pub fn add(&mut self, kind: StatementKind, field: &Field, verdict: Verdict) {
        let mut one = statement(kind, field.spot.clone(), &field.text, &field.text);
        one.verdict = verdict;
        self.more.push(one);
    }

    /// All of them, in the order of the form.
    pub fn told(self, statements: &mut Vec<Statement>) {
        let mut all: Vec<Statement> = self.all.into_values().chain(self.more).collect();
        all.sort_by(|a, b| a.spot.cmp(&b.spot));
        statements.append(&mut all);
    }
}

fn statement(kind: StatementKind, spot: crate::Spot, text: &str, quote: &str) -> Statement {
    let quote = if quote.is_empty() { text } else { quote };
    Statement {
        kind,
        spot,
        quote: words::without_points(quote).to_owned(),
        claimed: text.to_owned(),
        computed: None,
        working: None,
        verdict: Verdict::Unknown,
    }
}
