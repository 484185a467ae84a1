//! Forms drawn by lot, right and with one fault each.

use crate::draw::Draw;
use crate::drawn;
use crate::loud;
use crate::print::{LAYOUTS, Layout, print};
use juesuan_domain::evaluation::{Form, Indicator, built_in};
use juesuan_understand::review;
use rust_decimal::Decimal;
use std::rc::Rc;

const FORMS: u64 = 75;

fn number(text: &str) -> Decimal {
    text.trim_end_matches(['%', '分']).parse().unwrap()
}

fn row(form: &mut Form, at: usize) -> &mut Indicator {
    Rc::make_mut(&mut form.goals[0].indicators[at])
}

#[test]
fn right_forms_say_nothing() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for (number, rules) in built_in().iter().enumerate() {
        for seed in 0..FORMS {
            let mut draw = Draw::new(seed * 8 + number as u64);
            let form = drawn::form(&mut draw, rules);
            {
                let layout = LAYOUTS[(seed as usize + number) % LAYOUTS.len()];
                let paper = print(&form, layout, rules);
                let review = review(&paper);
                count += 1;
                let read = review.forms.first().map(|found| {
                    (
                        found.form.indicator_count(),
                        found.left,
                        found.form.claimed_total.to_string(),
                    )
                });
                let there = (form.indicator_count(), 0, form.claimed_total.to_string());
                if read.as_ref().is_none_or(|read| {
                    (read.0, read.1) != (there.0, 0) || number_of(&read.2) != number_of(&there.2)
                }) {
                    wrong.push(format!(
                        "{layout:?} {} {seed}: read {read:?} of {there:?}",
                        rules.id
                    ));
                }
                for said in loud(&review, &paper) {
                    wrong.push(format!("{layout:?} {} {seed}: {said}", rules.id));
                }
            }
        }
    }
    assert!(count >= 300);
    assert!(
        wrong.is_empty(),
        "{} of {count}:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(12)].join("\n")
    );
}

fn number_of(text: &str) -> Option<Decimal> {
    text.trim_end_matches('分').parse().ok()
}

/// A fault: its name, and what makes it; `false` where this form has no place for it.
type Fault = (&'static str, fn(&mut Form, &mut Draw) -> bool);

const FAULTS: &[Fault] = &[
    ("rate", |form, draw| {
        let rate = number(&form.execution.rate);
        let off = Decimal::new(draw.between(3, 900), 2);
        let rate = if rate > Decimal::from(50) {
            rate - off
        } else {
            rate + off
        };
        form.execution.rate = format!("{rate:.2}%").into();
        true
    }),
    ("budget", |form, draw| {
        let budget = number(&form.execution.budget) + Decimal::new(draw.between(60, 5_000), 0);
        form.execution.budget = format!("{budget:.2}").into();
        true
    }),
    ("actual", |form, draw| {
        let actual = number(&form.execution.actual) * Decimal::new(draw.between(70, 97), 2);
        form.execution.actual = format!("{actual:.2}").into();
        true
    }),
    ("execution score", |form, draw| {
        let claimed = number(&form.execution.claimed) - Decimal::new(draw.between(2, 40), 1);
        form.execution.claimed = claimed.normalize().to_string().into();
        true
    }),
    ("score", |form, draw| {
        let at = draw.below(form.indicator_count());
        let claimed = number(&row(form, at).claimed) - Decimal::ONE;
        if claimed < Decimal::ZERO {
            return false;
        }
        row(form, at).claimed = claimed.normalize().to_string().into();
        true
    }),
    ("score above weight", |form, draw| {
        let at = draw.below(form.indicator_count());
        let above = number(&row(form, at).weight) + Decimal::new(draw.between(1, 30), 1);
        row(form, at).claimed = above.normalize().to_string().into();
        true
    }),
    ("full score of a missed target", |form, _| {
        let missed = (0..form.indicator_count()).find(|at| {
            let of = &form.goals[0].indicators[*at];
            number(&of.claimed) + Decimal::ONE < number(&of.weight)
        });
        let Some(at) = missed else { return false };
        let weight = number(&row(form, at).weight);
        let more = weight - number(&row(form, at).claimed);
        row(form, at).claimed = weight.to_string().into();
        let total = number(&form.claimed_total) + more;
        form.claimed_total = total.normalize().to_string().into();
        true
    }),
    ("total", |form, draw| {
        let total = number(&form.claimed_total) - Decimal::from(draw.between(1, 9));
        form.claimed_total = total.normalize().to_string().into();
        true
    }),
    ("weight", |form, draw| {
        let at = draw.below(form.indicator_count());
        let weight = number(&row(form, at).weight) + Decimal::from(draw.between(1, 6));
        row(form, at).weight = weight.normalize().to_string().into();
        true
    }),
    ("satisfaction", |form, draw| {
        let outputs = |of: &Indicator| of.category.contains("产出");
        let count = form.goals[0]
            .indicators
            .iter()
            .filter(|of| outputs(of))
            .count();
        let at = draw.below(count);
        row(form, at).name = "来访群众满意率".into();
        true
    }),
];

#[test]
fn each_planted_fault_is_found_once() {
    let mut missed = Vec::new();
    let mut count = 0;
    for (name, plant) in FAULTS {
        for (at, rules) in built_in().iter().enumerate() {
            for seed in 0..25 {
                let mut draw = Draw::new(10_000 + seed * 8 + at as u64);
                let mut form = drawn::form(&mut draw, rules);
                if !plant(&mut form, &mut draw) {
                    continue;
                }
                let layout = LAYOUTS[(seed as usize + at) % LAYOUTS.len()];
                // There the headings are printed with the sum of what stands below them.
                let paper = print(&form, layout, rules);
                count += 1;
                let said = loud(&review(&paper), &paper);
                if said.len() != 1 {
                    missed.push(format!("{name}: {layout:?} {} {seed}: {said:?}", rules.id));
                }
            }
        }
    }
    assert!(count > 900);
    assert!(
        missed.is_empty(),
        "{} of {count}:\n{}",
        missed.len(),
        missed[..missed.len().min(40)].join("\n")
    );
}

/// A fault that is certain is an error: a sum, a rate, a score above its weight.
#[test]
fn certain_faults_are_errors() {
    use juesuan_understand::Severity;
    let certain = ["rate", "score above weight", "total"];
    let mut weak = Vec::new();
    for (name, plant) in FAULTS.iter().filter(|(name, _)| certain.contains(name)) {
        for (at, rules) in built_in().iter().enumerate() {
            for seed in 0..10 {
                let mut draw = Draw::new(20_000 + seed * 8 + at as u64);
                let mut form = drawn::form(&mut draw, rules);
                if !plant(&mut form, &mut draw) {
                    continue;
                }
                let paper = print(&form, Layout::Ministry, rules);
                let review = review(&paper);
                if !review
                    .findings
                    .iter()
                    .any(|one| one.severity == Severity::Error)
                {
                    weak.push(format!(
                        "{name} {} {seed}: {:?}",
                        rules.id,
                        loud(&review, &paper)
                    ));
                }
            }
        }
    }
    assert!(weak.is_empty(), "{}", weak.join("\n"));
}
