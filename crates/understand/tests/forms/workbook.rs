//! The forms of the example workbook, printed.

use crate::loud;
use crate::print::{LAYOUTS, print};
use juesuan_domain::Workbook;
use juesuan_domain::evaluation::{evaluate, rule_set};
use juesuan_understand::review;
use std::rc::Rc;

const EXAMPLE: &str = include_str!("../../../../static/example.juesuan.json");

/// What the workbook's own checks do not say is not said of its print.
#[test]
fn forms_of_the_example_say_nothing() {
    let workbook: Workbook = juesuan_exchange_read(EXAMPLE);
    let rules = rule_set("wuhan-2020").unwrap();
    let mut wrong = Vec::new();
    let mut read = 0;
    for form in &workbook.forms {
        let mut form = (**form).clone();
        // The print has one goal, and what the example is there to show is mended.
        let rows = form
            .goals
            .iter()
            .flat_map(|goal| goal.indicators.clone())
            .collect();
        form.goals.truncate(1);
        form.goals[0].indicators = rows;
        let evaluation = evaluate(&form, Some(rules), None);
        form.execution.rate = evaluation.execution.rate_shown.clone().into();
        for (row, score) in form.goals[0]
            .indicators
            .iter_mut()
            .zip(&evaluation.goals[0].indicators)
        {
            let row = Rc::make_mut(row);
            row.claimed = score.score.unwrap().to_string().into();
            if row.name.contains("满意率") {
                row.dimension = "服务对象满意度".into();
            }
            if row.target.contains("每月1000份") {
                row.target = "12000份".into();
            }
        }
        form.claimed_total = evaluation.total.to_string().into();
        for layout in LAYOUTS {
            let paper = print(&form, layout, rules);
            let review = review(&paper);
            read += review
                .forms
                .iter()
                .map(|found| found.form.indicator_count())
                .sum::<usize>();
            for said in loud(&review, &paper) {
                wrong.push(format!("{layout:?}: {said}"));
            }
        }
    }
    assert!(read > 60, "{read} indicators were read");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn juesuan_exchange_read(text: &str) -> Workbook {
    serde_json::from_str(text).unwrap()
}
