//! Which indicators of several forms belong together (汇总): those of one goal, category, dimension,
//! name, unit and direction.
//!
//! Forms come here in an order of their own (see `consolidate`), so nothing depends on that of files.

use super::comparable::{Comparable, comparable};
use super::indicator::speaks_of_rate;
use super::{Comparison, Direction, Form, Goal, Indicator, Nature, Quantity, Reading, read};
use juesuan_figure::{self as figure, Number};
use std::collections::{BTreeSet, HashMap};

/// An indicator of one form.
pub(super) struct Part<'a> {
    /// Which form, by its place.
    pub form: usize,
    pub indicator: &'a Indicator,
    /// Unit and direction, where the target is a number.
    pub kind: Option<Kind<'a>>,
    pub value: Value<'a>,
}

/// What must agree beside the names. Ordered, so that it can be listed in one way only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Kind<'a> {
    pub unit: &'a str,
    pub lower_is_better: bool,
}

/// What an indicator gives to the whole.
pub(super) enum Value<'a> {
    /// Target and actual, of one unit and one period.
    Numbers(Quantity<'a>, Quantity<'a>),
    /// How much of the target was done, percent; the target as a number where it is one.
    Degree(Option<Quantity<'a>>, Number),
    /// Points that somebody gave.
    Points(Number),
    Nothing(Why),
}

pub(super) use crate::finding::Lack as Why;

/// The rows of one indicator over all forms that have it.
pub(super) struct Row<'a> {
    pub parts: Vec<Part<'a>>,
    /// Forms that have several rows of this name, and how many.
    pub twice: Vec<(usize, usize)>,
}

/// A goal with its rows, in the order they are first met.
pub(super) struct Matched<'a> {
    pub name: String,
    pub rows: Vec<Row<'a>>,
}

/// What tells goals apart: their names, or their places where they have none.
#[derive(PartialEq, Eq, Hash, Clone, Copy)]
enum GoalKey<'a> {
    Name(&'a str),
    Place(usize),
}

/// The goal of a row, by its place, and category, dimension and name.
type RowKey<'a> = (usize, &'a str, &'a str, &'a str);

/// Rows of one name under one heading, each with the form it is of.
type Named<'a> = Vec<(usize, &'a Indicator)>;

pub(super) fn matched<'a>(forms: &[&'a Form]) -> Vec<Matched<'a>> {
    let keys = goal_keys(forms);
    let mut goals: Vec<(GoalKey, Vec<Named>)> = Vec::new();
    let mut goal_places: HashMap<GoalKey, usize> = HashMap::new();
    let mut places: HashMap<RowKey, usize> = HashMap::new();
    // Units fill in one template: what stands in a place of one form mostly stands there in the next.
    let mut lately: Vec<Vec<(RowKey, usize)>> = Vec::new();
    for (f, form) in forms.iter().enumerate() {
        for (g, goal) in form.goals.iter().enumerate() {
            let key = keys.of(g, &goal.name);
            let at = *goal_places.entry(key).or_insert_with(|| {
                goals.push((key, Vec::new()));
                goals.len() - 1
            });
            let rows = &mut goals[at].1;
            if lately.len() <= g {
                lately.resize(g + 1, Vec::new());
            }
            let lately = &mut lately[g];
            for (i, indicator) in goal.indicators.iter().enumerate() {
                // A row somebody has not used is none of the others' business.
                if forms.len() > 1 && is_spare(indicator) {
                    continue;
                }
                let (category, dimension) = (indicator.category.trim(), indicator.dimension.trim());
                let key = (at, category, dimension, indicator.name.trim());
                let row = match lately.get(i) {
                    Some((before, row)) if *before == key => *row,
                    _ => *places.entry(key).or_insert_with(|| {
                        rows.push(Vec::new());
                        rows.len() - 1
                    }),
                };
                match lately.get_mut(i) {
                    Some(before) => *before = (key, row),
                    None => lately.push((key, row)),
                }
                rows[row].push((f, &**indicator));
            }
        }
    }
    let goals = goals.into_iter().map(|(key, rows)| Matched {
        name: match key {
            GoalKey::Name(name) => name.to_owned(),
            GoalKey::Place(_) => String::new(),
        },
        rows: rows.into_iter().flat_map(apart).collect(),
    });
    goals.collect()
}

struct GoalKeys<'a> {
    /// No form has more than one goal: whatever each calls it, it is the goal.
    single: bool,
    /// The one name that the goal in this place has wherever it has any.
    names: Vec<Option<&'a str>>,
}

fn goal_keys<'a>(forms: &[&'a Form]) -> GoalKeys<'a> {
    let most = forms.iter().map(|form| form.goals.len()).max();
    let most = most.unwrap_or(0);
    let names = (0..most).map(|g| {
        let names = forms.iter().filter_map(|form| form.goals.get(g));
        let mut names = names.map(|goal| goal.name.trim()).filter(|n| !n.is_empty());
        let first = names.next()?;
        names.all(|name| name == first).then_some(first)
    });
    GoalKeys {
        single: most <= 1,
        names: names.collect(),
    }
}

impl<'a> GoalKeys<'a> {
    fn of(&self, place: usize, name: &'a str) -> GoalKey<'a> {
        let agreed = self.names.get(place).copied().flatten();
        match (name.trim(), agreed) {
            (_, Some(name)) if self.single => GoalKey::Name(name),
            (_, None) if self.single => GoalKey::Place(0),
            ("", Some(name)) => GoalKey::Name(name),
            ("", None) => GoalKey::Place(place),
            (name, _) => GoalKey::Name(name),
        }
    }
}

/// Rows of one name. A form that has two of them means two matters: by unit and direction where these
/// differ, and else by which comes first.
fn apart(rows: Named<'_>) -> Vec<Row<'_>> {
    let parts = rows.into_iter().map(|(form, row)| part(form, row));
    let parts: Vec<Part> = parts.collect();
    let mut twice = Vec::new();
    let mut by_kind = false;
    for rows in parts.chunk_by(|a, b| a.form == b.form) {
        if rows.len() > 1 {
            twice.push((rows[0].form, rows.len()));
            let kinds: BTreeSet<Kind> = rows.iter().filter_map(|part| part.kind).collect();
            by_kind |= kinds.len() > 1;
        }
    }
    if twice.is_empty() {
        return vec![Row { parts, twice }];
    }
    let mut seen: HashMap<(usize, Option<Kind>), usize> = HashMap::new();
    let mut places: HashMap<(Option<Kind>, usize), usize> = HashMap::new();
    let mut apart: Vec<Row> = Vec::new();
    for part in parts {
        let kind = part.kind.filter(|_| by_kind);
        let nth = seen.entry((part.form, kind)).or_insert(0);
        let at = *places.entry((kind, *nth)).or_insert_with(|| {
            apart.push(Row {
                parts: Vec::new(),
                twice: Vec::new(),
            });
            apart.len() - 1
        });
        *nth += 1;
        apart[at].parts.push(part);
    }
    // Said once, where the first of them is.
    if let Some(first) = apart.first_mut() {
        first.twice = twice;
    }
    apart
}

fn part<'a>(form: usize, indicator: &'a Indicator) -> Part<'a> {
    let (target, actual) = (read(&indicator.target), read(&indicator.actual));
    let numbers = indicator.nature != Some(Nature::Qualitative);
    let (kind, value) = match (&target, &actual) {
        (Reading::Quantity(a), Reading::Quantity(b)) if numbers => {
            match comparable(a, b, speaks_of_rate(&indicator.name)) {
                Comparable::Yes(pair) => {
                    let numbers = Value::Numbers(pair.target, pair.actual);
                    (Some(kind(indicator, &pair.target)), numbers)
                }
                Comparable::Degree => {
                    let degree = Value::Degree(Some(*a), b.number);
                    (Some(kind(indicator, a)), degree)
                }
                _ => (Some(kind(indicator, a)), Value::Nothing(Why::Incomparable)),
            }
        }
        (Reading::Quantity(a), actual) if numbers => {
            let why = match actual {
                Reading::Empty => Why::ActualMissing,
                Reading::Unreadable(_) => Why::ActualUnreadable,
                _ => Why::ActualWords,
            };
            (Some(kind(indicator, a)), Value::Nothing(why))
        }
        _ => (None, judged(indicator, &target, &actual)),
    };
    Part {
        form,
        indicator,
        kind,
        value,
    }
}

fn kind<'a>(indicator: &Indicator, target: &Quantity<'a>) -> Kind<'a> {
    let from_sign = || target.comparison.map(Comparison::direction);
    let direction = indicator.direction.or_else(from_sign);
    Kind {
        unit: target.unit,
        lower_is_better: direction == Some(Direction::Lower),
    }
}

/// Of an indicator in words: the points given, or how much was done.
fn judged<'a>(indicator: &Indicator, target: &Reading<'a>, actual: &Reading<'a>) -> Value<'a> {
    let unreadable = |reading: &Reading| matches!(reading, Reading::Unreadable(_));
    if unreadable(target) {
        return Value::Nothing(Why::TargetUnreadable);
    }
    if unreadable(actual) {
        return Value::Nothing(Why::ActualUnreadable);
    }
    if indicator.nature != Some(Nature::Qualitative) && *target == Reading::Empty {
        return Value::Nothing(Why::TargetMissing);
    }
    let no_points = indicator.band.is_none() && indicator.awarded.is_blank();
    if let Reading::Quantity(done) = actual
        && no_points
        && done.bare
        && done.is_percent()
    {
        return Value::Degree(None, done.number);
    }
    if indicator.nature == Some(Nature::Quantitative) {
        return Value::Nothing(Why::ActualWords);
    }
    points(indicator)
}

/// The points somebody gave: awarded, or else claimed.
pub(super) fn points<'a>(indicator: &Indicator) -> Value<'a> {
    let Indicator {
        awarded, claimed, ..
    } = indicator;
    let text = if awarded.is_blank() { claimed } else { awarded };
    if text.is_blank() {
        let untouched = indicator.actual.is_blank() && indicator.band.is_none();
        return Value::Nothing(if untouched {
            Why::ActualMissing
        } else {
            Why::ScoreMissing
        });
    }
    match figure::score(text) {
        Ok(points) if !points.is_negative() => Value::Points(points),
        _ => Value::Nothing(Why::ScoreUnreadable),
    }
}

impl Form {
    /// Whether anybody has begun to fill it in: more stands in it than whose it is, and than headings and weights, which a
    /// new form has.
    ///
    /// ```
    /// let workbook = juesuan_domain::Workbook::new("2024", "某局", "mof-2020");
    /// let mut form = (*workbook.forms[0]).clone();
    /// assert!(!form.is_begun());
    /// form.execution.budget = "120".into();
    /// assert!(form.is_begun());
    /// ```
    pub fn is_begun(&self) -> bool {
        let is_spare =
            |goal: &Goal| goal.name.is_blank() && goal.indicators.iter().all(|row| is_spare(row));
        !is_blank(self) || !self.goals.iter().all(is_spare)
    }
}

/// Whether nothing is in a row but headings and, at most, a weight.
fn is_spare(row: &Indicator) -> bool {
    let texts = [
        &row.name,
        &row.target,
        &row.actual,
        &row.claimed,
        &row.awarded,
    ];
    row.band.is_none() && texts.iter().all(|text| text.is_blank())
}

/// Whether nobody has reported anything in a form: its names, weights and targets may come from the
/// office that sent it.
pub fn is_blank(form: &Form) -> bool {
    let execution = &form.execution;
    let head = [
        &form.basic_spending,
        &form.project_spending,
        &execution.budget,
        &execution.actual,
        &execution.rate,
        &execution.claimed,
        &form.claimed_total,
        &form.deviation,
        &form.improvement,
    ];
    let row = |row: &Indicator| {
        row.band.is_none()
            && [&row.actual, &row.claimed, &row.awarded]
                .iter()
                .all(|text| text.is_blank())
    };
    head.iter().all(|text| text.is_blank())
        && form
            .goals
            .iter()
            .flat_map(|goal| &goal.indicators)
            .all(|i| row(i))
}
