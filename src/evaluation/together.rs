//! One indicator of several forms as one: quantities added, rates and judgements averaged.

use super::consolidated_wording as say;
use super::matching::{Kind, Part, Row, Value, Why, points};
use super::{
    Cell, Comparison, Direction, Finding, Indicator, IndicatorField, Nature, Period, Quantity,
    Reading, RuleSet, read,
};
use crate::figure::{self, Exact, Number, Quotient, grouped, sum_of_products};
use crate::finding::FormName;
use crate::typed::Typed;
use std::collections::{BTreeMap, BTreeSet};

/// Decimals of a consolidated rate, percent: finer than any score can tell.
const RATE_PLACES: u32 = 6;

/// Different texts of one cell that are written side by side, at most.
const MOST_TEXTS: usize = 3;

/// What the rows of one indicator are brought together with.
pub(super) struct Whole<'a> {
    pub rules: &'a RuleSet,
    /// What each form is called.
    pub labels: &'a dyn Fn(usize) -> FormName,
    /// What was spent in each form, where that can be read.
    pub spent: &'a [Option<Number>],
}

impl Whole<'_> {
    fn forms(&self) -> usize {
        self.spent.len()
    }

    pub fn named<'a>(&self, forms: impl IntoIterator<Item = &'a usize>) -> Vec<FormName> {
        forms.into_iter().map(|form| (self.labels)(*form)).collect()
    }

    /// Σ value × amount ÷ Σ amount, over the forms whose amount is known; one value alone, and one
    /// that all have in common, needs no amounts. `None` where there is nothing to weigh with.
    fn mean(&self, values: &[(usize, Number)], places: u32) -> Option<Exact> {
        let first = values.first()?.1;
        if values.iter().all(|(_, value)| *value == first) {
            return Some(first.into());
        }
        let pairs = values
            .iter()
            .filter_map(|(form, value)| Some((*value, self.spent[*form]?)));
        let pairs: Vec<(Number, Number)> = pairs.collect();
        if let [(only, _)] = pairs[..] {
            return Some(only.into());
        }
        let (products, amounts) = sum_of_products(&pairs).ok()?;
        let mean = Quotient::of_wide(products, amounts)?.round(places).ok()?;
        Exact::try_from(mean).ok()
    }
}

/// What target and actual come to, as text.
struct Done {
    target: Option<String>,
    actual: String,
}

/// The indicator that the rows make, and what is to be said of it.
pub(super) fn together(
    row: &Row<'_>,
    whole: &Whole<'_>,
    at: &impl Fn(IndicatorField) -> Cell,
    findings: &mut Vec<Finding>,
) -> Indicator {
    let parts = &row.parts;
    let first = parts[0].indicator;
    let mut one = Indicator {
        category: first.category.trim().into(),
        dimension: first.dimension.trim().into(),
        name: first.name.trim().into(),
        nature: common(parts, |part| part.indicator.nature).flatten(),
        direction: common(parts, |part| part.indicator.direction).flatten(),
        ..Indicator::default()
    };
    who_has_it(row, whole, at, findings);
    one.weight = weight(parts, whole, at(IndicatorField::Weight), findings);
    let kinds: BTreeSet<Kind> = parts.iter().filter_map(|part| part.kind).collect();
    if kinds.len() > 1 {
        let of_kind = kinds.iter().map(|kind| {
            let forms = parts.iter().filter(|part| part.kind == Some(*kind));
            (*kind, whole.named(forms.map(|part| &part.form)))
        });
        let of_kind = of_kind.collect();
        findings.push(say::kinds_differ(at(IndicatorField::Target), of_kind));
        return one;
    }
    let with_number = parts.iter().filter(|part| part.kind.is_some()).count();
    let in_words = parts
        .iter()
        .filter(|part| matches!(part.value, Value::Points(_) | Value::Degree(None, _)))
        .count();
    let kind = kinds.first().filter(|_| with_number > in_words);
    if kind.is_none() && with_number > 0 && with_number == in_words {
        // As many count as judge: nobody can say which is meant.
        let numbers = parts.iter().filter(|part| part.kind.is_some());
        let words = parts.iter().filter(|part| part.kind.is_none());
        findings.push(say::numbers_and_words(
            at(IndicatorField::Target),
            whole.named(numbers.map(|part| &part.form)),
            whole.named(words.map(|part| &part.form)),
        ));
        return one;
    }
    let mut left_out = LeftOut::default();
    let done = match kind {
        Some(kind) => numbers(parts, *kind, whole, &mut one, &mut left_out),
        None => words(parts, whole, &mut one, &mut left_out),
    };
    if let Some(done) = done {
        if let Some(target) = done.target {
            one.target = target.into();
        }
        one.actual = done.actual.into();
    }
    let nothing = one.actual.is_blank() && one.awarded.is_blank();
    // What a single form lacks its own findings say.
    if whole.forms() > 1 && (nothing || !left_out.0.is_empty()) {
        let cell = at(IndicatorField::Actual);
        findings.push(say::left_out(cell, left_out.named(whole), nothing));
    }
    one
}

/// Forms that give nothing to the whole, by the reason.
#[derive(Default)]
struct LeftOut(BTreeMap<u8, (Why, Vec<usize>)>);

impl LeftOut {
    fn add(&mut self, part: &Part<'_>, why: Why) {
        let (_, forms) = self.0.entry(why as u8).or_insert((why, Vec::new()));
        forms.push(part.form);
    }

    fn named(&self, whole: &Whole<'_>) -> Vec<(Why, Vec<FormName>)> {
        let forms = self.0.values();
        forms
            .map(|(why, forms)| (*why, whole.named(forms)))
            .collect()
    }
}

/// What all parts have in common; `None` where they differ.
fn common<T: PartialEq>(parts: &[Part<'_>], of: impl Fn(&Part<'_>) -> T) -> Option<T> {
    let first = of(&parts[0]);
    parts.iter().all(|part| of(part) == first).then_some(first)
}

/// Forms that lack the indicator, and forms that have several rows of its name.
fn who_has_it(
    row: &Row<'_>,
    whole: &Whole<'_>,
    at: &impl Fn(IndicatorField) -> Cell,
    findings: &mut Vec<Finding>,
) {
    let (parts, forms) = (&row.parts, whole.forms());
    let cell = at(IndicatorField::Name);
    if parts.len() < forms {
        let has: BTreeSet<usize> = parts.iter().map(|part| part.form).collect();
        let few_have_it = has.len() * 2 < forms;
        let lacks: Vec<usize> = if few_have_it {
            Vec::new()
        } else {
            (0..forms).filter(|form| !has.contains(form)).collect()
        };
        let named = if few_have_it {
            whole.named(&has)
        } else {
            whole.named(&lacks)
        };
        findings.push(say::partly(cell, has.len(), forms, named, few_have_it));
    }
    let name = parts[0].indicator.name.trim();
    if !row.twice.is_empty() && !name.is_empty() {
        let forms: Vec<usize> = row.twice.iter().map(|(form, _)| *form).collect();
        let rows = row.twice.iter().map(|(_, rows)| *rows).max().unwrap_or(2);
        findings.push(say::twice(cell, name, whole.named(&forms), rows));
    }
}

/// The weight that most forms give it; of equally many none, which waits for somebody to decide.
fn weight(parts: &[Part<'_>], whole: &Whole<'_>, cell: Cell, findings: &mut Vec<Finding>) -> Typed {
    let read = |part: &Part<'_>| figure::score(&part.indicator.weight).ok();
    let weights: Vec<Option<Number>> = parts.iter().map(read).collect();
    let mut counted: BTreeMap<Number, usize> = BTreeMap::new();
    for weight in weights.iter().copied().flatten() {
        *counted.entry(weight).or_insert(0) += 1;
    }
    let most = counted.values().copied().max().unwrap_or(0);
    let mut usual = counted.iter().filter(|(_, count)| **count == most);
    let used = match (usual.next(), usual.next()) {
        (Some((weight, _)), None) => Some(*weight),
        _ => None,
    };
    let others: Vec<usize> = parts
        .iter()
        .zip(&weights)
        .filter(|(_, weight)| used.is_none() || **weight != used)
        .map(|(part, _)| part.form)
        .collect();
    if whole.forms() > 1 && !others.is_empty() && !counted.is_empty() {
        findings.push(say::weights(cell, used, whole.named(&others)));
    }
    used.map(|weight| weight.to_string())
        .unwrap_or_default()
        .into()
}

/// Targets and actuals of one unit and one direction.
fn numbers(
    parts: &[Part<'_>],
    kind: Kind<'_>,
    whole: &Whole<'_>,
    one: &mut Indicator,
    left_out: &mut LeftOut,
) -> Option<Done> {
    let degrees = |part: &&Part<'_>| matches!(part.value, Value::Degree(Some(_), _));
    let pairs = |part: &&Part<'_>| matches!(part.value, Value::Numbers(..));
    let by_degree = parts.iter().filter(degrees).count() > parts.iter().filter(pairs).count();
    let mut used: Vec<(&Part<'_>, Quantity<'_>, Number)> = Vec::new();
    let mut actuals: Vec<(usize, Quantity<'_>)> = Vec::new();
    for part in parts {
        match &part.value {
            Value::Numbers(a, b) if !by_degree && in_a_year(a).and(in_a_year(b)).is_some() => {
                used.push((part, *a, a.number));
                actuals.push((part.form, *b));
            }
            Value::Degree(Some(a), done) if by_degree && in_a_year(a).is_some() => {
                used.push((part, *a, *done));
            }
            Value::Nothing(why) => left_out.add(part, *why),
            Value::Points(_) | Value::Degree(None, _) => left_out.add(part, Why::ActualWords),
            _ => left_out.add(part, Why::Incomparable),
        }
    }
    let signs: BTreeSet<&str> = used.iter().map(|(_, a, _)| sign(a.comparison)).collect();
    let sign = match (signs.first(), signs.len()) {
        (Some(sign), 1) => sign,
        (Some(_), _) if kind.lower_is_better => "≤",
        (Some(_), _) => "≥",
        (None, _) => return None,
    };
    // A direction that was chosen and is not what the sign says goes along.
    if one.direction.is_none() && kind.lower_is_better && !sign.contains(['≤', '<']) {
        one.direction = Some(Direction::Lower);
    }
    let targets: Vec<(usize, Quantity<'_>)> =
        used.iter().map(|(part, a, _)| (part.form, *a)).collect();
    let target = amount(&targets, whole)?;
    let actual = if by_degree {
        let done: Vec<_> = used
            .iter()
            .map(|(part, _, done)| (part.form, *done))
            .collect();
        format!("{}%", grouped(whole.mean(&done, RATE_PLACES)?))
    } else {
        amount(&actuals, whole)?
    };
    Some(Done {
        target: Some(format!("{sign}{target}")),
        actual,
    })
}

/// The sum of quantities over the year, or the weighted mean of rates, as text.
fn amount(quantities: &[(usize, Quantity<'_>)], whole: &Whole<'_>) -> Option<String> {
    let (_, first) = quantities.first()?;
    if first.is_percent() {
        let rates: Vec<_> = quantities
            .iter()
            .map(|(form, q)| (*form, q.number))
            .collect();
        return Some(format!("{}%", grouped(whole.mean(&rates, RATE_PLACES)?)));
    }
    // Amounts stay in 万元 where all were typed so; periods become years.
    let in_ten_thousands = quantities.iter().all(|(_, q)| q.factor == 10_000);
    let yearly = quantities.iter().map(|(_, q)| {
        let number = if in_ten_thousands { q.typed } else { q.number };
        number.times(per_year(q)?).ok()
    });
    let yearly: Option<Vec<Number>> = yearly.collect();
    let sum = Exact::sum(yearly?).ok()?;
    let multiple = if in_ten_thousands { "万" } else { "" };
    Some(format!("{}{multiple}{}", grouped(sum), first.unit))
}

fn per_year(quantity: &Quantity<'_>) -> Option<Number> {
    let times = quantity.period.map_or(Some(1), Period::per_year)?;
    Some(Number::from(times))
}

/// A rate, or a quantity that can be counted over the year.
fn in_a_year(quantity: &Quantity<'_>) -> Option<()> {
    if !quantity.is_percent() {
        quantity.number.times(per_year(quantity)?).ok()?;
    }
    Some(())
}

fn sign(comparison: Option<Comparison>) -> &'static str {
    match comparison {
        Some(Comparison::AtLeast) => "≥",
        Some(Comparison::Above) => ">",
        Some(Comparison::AtMost) => "≤",
        Some(Comparison::Below) => "<",
        Some(Comparison::Equal) => "=",
        None => "",
    }
}

/// Targets in words: degrees of completion averaged, or points that were given.
fn words(
    parts: &[Part<'_>],
    whole: &Whole<'_>,
    one: &mut Indicator,
    left_out: &mut LeftOut,
) -> Option<Done> {
    let target = texts(parts, |indicator| &indicator.target);
    let is_points = |part: &Part<'_>| matches!(part.value, Value::Points(_));
    if !parts.iter().any(is_points) && one.nature != Some(Nature::Qualitative) {
        let mut done = Vec::new();
        for part in parts {
            match &part.value {
                Value::Degree(_, degree) => done.push((part.form, *degree)),
                Value::Nothing(why) => left_out.add(part, *why),
                _ => left_out.add(part, Why::ActualWords),
            }
        }
        one.target = target.into();
        return Some(Done {
            target: None,
            actual: format!("{}%", grouped(whole.mean(&done, RATE_PLACES)?)),
        });
    }
    let mut given = Vec::new();
    for part in parts {
        let value = match &part.value {
            Value::Degree(..) => &points(part.indicator),
            value => value,
        };
        match value {
            Value::Points(points) => given.push((part.form, *points)),
            Value::Nothing(why) => left_out.add(part, *why),
            _ => left_out.add(part, Why::ScoreMissing),
        }
    }
    one.target = target.into();
    let mean = whole.mean(&given, whole.rules.score_decimals())?;
    one.nature = Some(Nature::Qualitative);
    one.awarded = grouped(mean).into();
    one.band = figure::score(&one.weight)
        .ok()
        .zip(mean.number().ok())
        .and_then(|(weight, mean)| whole.rules.band_of(mean, weight));
    Some(Done {
        target: None,
        actual: texts(parts, |indicator| &indicator.actual),
    })
}

/// One text where all that wrote one wrote the same, or else the usual ones side by side. Numbers among
/// words are left out: one alone would be read as the number of all.
fn texts(parts: &[Part<'_>], of: fn(&Indicator) -> &Typed) -> String {
    let mut counted: BTreeMap<&str, usize> = BTreeMap::new();
    for part in parts {
        let text = of(part.indicator).trim();
        if part.kind.is_none() && read(text) == Reading::Words {
            *counted.entry(text).or_insert(0) += 1;
        }
    }
    let mut usual: Vec<(&str, usize)> = counted.into_iter().collect();
    // Stable: of texts that are equally usual the order is that of their characters.
    usual.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let shown: Vec<&str> = usual
        .iter()
        .take(MOST_TEXTS)
        .map(|(text, _)| *text)
        .collect();
    let more = if usual.len() > MOST_TEXTS { "等" } else { "" };
    format!("{}{more}", shown.join("；"))
}
