//! The parts of a consolidation: which forms go together, and which of them stand out.

use super::{Form, FormKind, RuleSet, evaluate};
use crate::finding::Severity;
use juesuan_figure::{self as figure, Exact, Number};
use rust_decimal::Decimal;
use std::borrow::Borrow;
use std::collections::HashMap;
use time::Date;

/// Below so many parts nothing is called an outlier: there is no "most of them" yet.
const FEWEST_FOR_OUTLIERS: usize = 8;

/// Points of a total, and percentage points of a rate, within which nothing stands out, however
/// much alike the others are.
const NEAR_TOTAL: u32 = 5;
const NEAR_RATE: u32 = 10;

/// One of the forms that are brought together, as a line of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The unit that filled the form in; may be empty.
    pub unit: String,
    /// Of a project form, the project.
    pub name: String,
    /// 万元, where they can be read.
    pub budget: Option<Decimal>,
    /// What was spent, in 万元, where it can be read.
    pub actual: Option<Decimal>,
    /// Execution rate, percent, and as the form prints it.
    pub rate: Option<Decimal>,
    /// The execution rate as the form prints it, with its percent sign.
    pub rate_shown: String,
    /// The computed total, in points.
    pub total: Exact,
    /// The total that the unit claims, in points, where it can be read.
    pub claimed_total: Option<Decimal>,
    /// False while a score is taken over, waiting or invalid.
    pub complete: bool,
    /// Findings of the severity error.
    pub errors: usize,
    /// In which way it stands out from most of the others.
    pub outlier: Option<Outlier>,
}

/// What of a form stands out; one of both at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outlier {
    /// Of the computed total, in points.
    pub total: Option<Outside>,
    /// Of the execution rate, percent.
    pub rate: Option<Outside>,
}

/// A value far above or below most of the others, the middle half of which lies from `low` to `high`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outside {
    /// What stands out, in the unit of the figure it is of.
    pub value: Exact,
    /// It is above the others; otherwise below them.
    pub above: bool,
    /// Lower end of the middle half.
    pub low: Exact,
    /// Upper end of the middle half.
    pub high: Exact,
}

/// Forms that go together: all overall forms, or the project forms of one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Whether these are overall forms or project forms.
    pub kind: FormKind,
    /// The project; empty for overall forms, for projects without a name, and for all together.
    pub name: String,
    /// All project forms, whatever their names.
    pub all: bool,
    /// Which forms, by their place.
    pub forms: Vec<usize>,
}

/// The groups forms fall into, the largest first; where there are projects of several names, all
/// project forms together come last.
pub fn groups<F: Borrow<Form>>(forms: &[F]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut places: HashMap<(FormKind, &str), usize> = HashMap::new();
    for (at, form) in forms.iter().enumerate() {
        let form: &Form = form.borrow();
        let name = match form.kind {
            FormKind::Overall => "",
            FormKind::Project => form.name.trim(),
        };
        let group = *places.entry((form.kind, name)).or_insert_with(|| {
            groups.push(Group {
                kind: form.kind,
                name: name.to_owned(),
                all: false,
                forms: Vec::new(),
            });
            groups.len() - 1
        });
        groups[group].forms.push(at);
    }
    // Those of one size by what they are, so that the order of files decides nothing.
    groups.sort_by(|a, b| {
        let key = |group: &Group| (std::cmp::Reverse(group.forms.len()), group.kind);
        key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name))
    });
    let mut projects = groups.iter_mut().filter(|g| g.kind == FormKind::Project);
    match (projects.next(), projects.next()) {
        // Alone and without a name it is simply all there are.
        (Some(only), None) => only.all = only.name.is_empty(),
        (Some(_), Some(_)) => {
            let projects = groups.iter().filter(|g| g.kind == FormKind::Project);
            let mut all: Vec<usize> = projects.flat_map(|g| g.forms.iter().copied()).collect();
            all.sort_unstable();
            groups.push(Group {
                kind: FormKind::Project,
                name: String::new(),
                all: true,
                forms: all,
            });
        }
        _ => {}
    }
    groups
}

/// Scores each form by `rules`, or by its own where there are none, and says which stand out: a
/// total or a rate farther from the middle half of all than one and a half times its width
/// (Tukey's fences), and at least 5 points or 10 percentage points.
pub fn parts<F: Borrow<Form>>(
    forms: &[F],
    rules: Option<&RuleSet>,
    today: Option<Date>,
) -> Vec<Part> {
    let mut parts: Vec<Part> = forms
        .iter()
        .map(|form| part(form.borrow(), rules, today))
        .collect();
    let totals = parts.iter().filter(|p| p.complete).map(|p| p.total);
    let totals = Fences::around(totals.collect(), NEAR_TOTAL);
    let exact = |rate: Option<Decimal>| Exact::try_from(rate?).ok();
    let rates = parts.iter().filter_map(|p| exact(p.rate));
    let rates = Fences::around(rates.collect(), NEAR_RATE);
    for part in &mut parts {
        let total = totals.as_ref().filter(|_| part.complete);
        let total = total.and_then(|fences| fences.outside(part.total));
        let rate = rates
            .as_ref()
            .zip(exact(part.rate))
            .and_then(|(fences, rate)| fences.outside(rate));
        let stands_out = total.is_some() || rate.is_some();
        part.outlier = stands_out.then_some(Outlier { total, rate });
    }
    parts
}

fn part(form: &Form, rules: Option<&RuleSet>, today: Option<Date>) -> Part {
    let evaluation = evaluate(form, rules, today);
    let amount = |text: &str| figure::amount(text).ok().map(Number::decimal);
    let errors = evaluation.findings.iter();
    let errors = errors.filter(|f| f.severity() == Severity::Error && f.set_aside.is_none());
    Part {
        unit: form.unit.trim().to_owned(),
        name: form.name.trim().to_owned(),
        budget: amount(&form.execution.budget),
        actual: amount(&form.execution.actual),
        rate: evaluation.execution.rate.value,
        total: evaluation.total,
        claimed_total: evaluation.claimed_total,
        complete: evaluation.complete,
        errors: errors.count(),
        rate_shown: evaluation.execution.rate_shown,
        outlier: None,
    }
}

fn doubled(value: Exact) -> Option<Exact> {
    value.checked_add(value)
}

/// The middle half of some values, and the bounds beyond which one stands out.
struct Fences {
    quartiles: (Exact, Exact),
    /// Twice the bounds: half a width need not be a whole number of units.
    doubled: (Exact, Exact),
}

impl Fences {
    fn around(mut values: Vec<Exact>, near: u32) -> Option<Self> {
        if values.len() < FEWEST_FOR_OUTLIERS {
            return None;
        }
        values.sort_unstable();
        let (low, high) = (values[values.len() / 4], values[values.len() * 3 / 4]);
        let width = high.checked_sub(low)?;
        let near = Exact::from(Number::from(2 * near));
        let reach = doubled(width)?.checked_add(width)?.max(near);
        Some(Fences {
            quartiles: (low, high),
            doubled: (
                doubled(low)?.checked_sub(reach)?,
                doubled(high)?.checked_add(reach)?,
            ),
        })
    }

    fn outside(&self, value: Exact) -> Option<Outside> {
        let twice = doubled(value)?;
        let above = twice > self.doubled.1;
        let (low, high) = self.quartiles;
        (above || twice < self.doubled.0).then_some(Outside {
            value,
            above,
            low,
            high,
        })
    }
}
