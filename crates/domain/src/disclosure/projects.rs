//! The projects with a self-evaluation form: what was spent on them, what they scored, what came of them.

use super::material::{Amount, Item, Material, Named};
use super::missing::Source;
use crate::evaluation::{self, ExecutionField, Form, FormField, FormKind};
use juesuan_figure::interval::rounded;
use juesuan_figure::{Exact, Number};
use rust_decimal::Decimal;

impl<'a> Material<'a> {
    pub(super) fn projects(&self) -> impl Iterator<Item = (usize, &'a Form)> + use<'a> {
        let forms = self.forms.all();
        forms.filter(|(_, form)| form.kind == FormKind::Project)
    }

    /// The mean of the scores of all projects with a form, to two decimals; none while one is provisional.
    pub(super) fn mean_score(&self) -> Amount {
        let mut waiting = None;
        let mut scores = Vec::new();
        for (at, _) in self.projects() {
            let evaluation = self.forms.complete(at);
            match evaluation.and_then(|one| Number::new(one.accepted_total.decimal()?).ok()) {
                Some(score) => scores.push(score),
                None => waiting = waiting.or(Some(at)),
            }
        }
        let count = Decimal::from(scores.len());
        let sum = Number::sum(scores.iter().copied()).ok();
        let mean = sum.filter(|_| waiting.is_none() && !scores.is_empty());
        let total = evaluation::Cell::Form(FormField::ClaimedTotal);
        Amount {
            value: mean.and_then(|sum| {
                let mean = sum.decimal().checked_div(count)?;
                Some(rounded(mean, 2).normalize())
            }),
            source: waiting.map_or(Source::None, |at| Source::Form(at, total)),
            is_count: true,
        }
    }

    /// The budgets, or what was spent, of all projects with a form; while one is not known, that one.
    pub(super) fn of_projects(&self, field: ExecutionField) -> Amount {
        let amount = |at| self.execution(at, field);
        let amounts: Vec<Amount> = self.projects().map(|(at, _)| amount(at)).collect();
        let numbers: Option<Vec<Number>> = amounts
            .iter()
            .map(|amount| Number::new(amount.value?).ok())
            .collect();
        let sum = numbers.and_then(|numbers| Number::sum(numbers).ok());
        let told = amounts.iter().find(|amount| amount.value.is_none());
        Amount {
            value: sum.map(Number::decimal),
            source: told
                .or(amounts.first())
                .map_or(Source::None, |told| told.source),
            is_count: false,
        }
    }

    /// How many projects have each grade, the best first; none while one of them has none.
    pub(super) fn grades(&self) -> Vec<Item> {
        let mut grades: Vec<(&str, Exact, u32)> = Vec::new();
        for (at, _) in self.projects() {
            let evaluation = self.forms.complete(at);
            let Some(grade) = evaluation.and_then(|e| e.grade.as_deref()) else {
                return Vec::new();
            };
            let total = evaluation.map_or(Exact::ZERO, |e| e.accepted_total);
            match grades.iter_mut().find(|(other, ..)| *other == grade) {
                Some((_, best, count)) => {
                    *best = total.max(*best);
                    *count += 1;
                }
                None => grades.push((grade, total, 1)),
            }
        }
        grades.sort_by_key(|(_, best, _)| std::cmp::Reverse(*best));
        let item = |(grade, _, count): &(&str, Exact, u32)| Item {
            name: (*grade).to_owned(),
            full: (*grade).to_owned(),
            amount: Amount {
                value: Some(Decimal::from(*count)),
                source: Source::None,
                is_count: true,
            },
            score: None,
            form: None,
        };
        grades.iter().map(item).collect()
    }

    /// What the form of a project says in words; blank where it says nothing.
    pub(super) fn of_form(&self, name: &str, item: &Item) -> Named {
        let at = item.form.unwrap_or_default();
        let form = item.form.and_then(|at| self.forms.at(at));
        let (field, text) = match name {
            "偏差" => (
                FormField::Deviation,
                form.map(|form| form.deviation.trim().to_owned()),
            ),
            "改进" => (
                FormField::Improvement,
                form.map(|form| form.improvement.trim().to_owned()),
            ),
            _ => (FormField::Name, form.map(outcomes)),
        };
        let source = Source::Form(at, evaluation::Cell::Form(field));
        Named::Words(text.unwrap_or_default(), source)
    }
}

/// What came of a project, indicator by indicator, as typed: `社会保险政策宣传（4万份）`. Half of it would be taken
/// for the whole: while one is not filled in, nothing.
fn outcomes(form: &Form) -> String {
    let indicators = form.goals.iter().flat_map(|goal| &goal.indicators);
    let told = indicators.map(|indicator| {
        let (name, actual) = (indicator.name.trim(), indicator.actual.trim());
        (!name.is_empty() && !actual.is_empty()).then(|| format!("{name}（{actual}）"))
    });
    let told: Option<Vec<String>> = told.collect();
    told.unwrap_or_default().join("、")
}
