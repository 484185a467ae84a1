//! What is said of one form.

use super::figures::{formula_mend, wrong};
use crate::Told;
use juesuan_domain::finding::{Expected, FormMatter, Missed};
use juesuan_figure::{FigureError, Problem, grouped};

pub(super) fn told(matter: &FormMatter) -> Told {
    use FormMatter as M;
    match matter {
        M::Unreadable {
            error,
            label,
            expected,
        } => unreadable(error, label, *expected),
        M::TooLarge { label } => Told::new(format!(
            "{label} is so far from the target that the score cannot be computed exactly: check the digits."
        ))
        .remedy("Check the digits"),
        M::Missing { label } => {
            Told::new(format!("{label} is not filled in, so there is no score yet."))
                .remedy(format!("Fill in {label}"))
        }
        M::Negative { number, label } => Told::new(format!(
            "{label} {} is below zero: fill in a number that is not.",
            grouped(number.decimal())
        ))
        .remedy("Change to a number not below zero"),
        M::Decimals { number, label } => Told::new(format!(
            "{label} {} 万元 has more than two decimals: final accounts keep two decimals of 万元.",
            grouped(number.decimal())
        ))
        .remedy("Keep two decimals"),
        M::NothingToExecute {} => Told::new(
            "Budget and spending are both 0, so there is no execution rate: the claimed score counts.",
        ),
        M::Unbudgeted { actual } => Told::new(format!(
            "The budget is 0 and the spending is {}: check the budget, which should be the adjusted one.",
            grouped(actual.decimal())
        ))
        .remedy("Check the budget"),
        M::OverBudget { budget, actual } => Told::new(format!(
            "The spending {} is above the budget {}: check whether it is the adjusted budget of the whole year.",
            grouped(actual.decimal()),
            grouped(budget.decimal())
        ))
        .remedy("Check that the budget has the changes made within the year"),
        M::ExecutionRate { written, exact } => Told::new(format!(
            "The execution rate {written} is not what it should be: spending ÷ budget = {exact}; change it to {exact}."
        ))
        .remedy(format!("Change to {exact}")),
        M::SpendingParts { sum, whole } => Told::new(format!(
            "Basic and project spending together are {}, the whole spending is {}: check the three numbers.",
            grouped(*sum),
            grouped(whole.decimal())
        ))
        .remedy("Check basic, project and whole spending"),
        M::Weights { sum, points } => {
            let gap = points.checked_sub(*sum).unwrap_or_default();
            let word = if gap.is_negative() {
                "too many"
            } else {
                "missing"
            };
            let (sum, points, gap) = (grouped(*sum), grouped(*points), grouped(gap.abs()));
            Told::new(format!(
                "The weights of the indicators add up to {sum} and should be {points}: {gap} points {word}."
            ))
            .remedy(format!("Make the weights add up to {points}"))
        }
        M::GoalWeight {
            written,
            sum,
            goal,
            sums_right,
        } => {
            let (written, sum) = (grouped(written.decimal()), grouped(*sum));
            let says = format!(
                "Goal {} says {written} points, its indicators add up to {sum}",
                goal + 1
            );
            if *sums_right {
                Told::new(format!("{says}: change it to {sum}, or change the weights."))
                    .remedy(format!("Change to {sum}"))
            } else {
                Told::new(format!("{says}: other sums are wrong too, check the weights first."))
                    .remedy(format!("Check the weights, so that they add up to {written}"))
            }
        }
        M::HeadingWeight {
            name,
            written,
            sum,
            sums_right,
        } => {
            let (written, sum) = (grouped(written.decimal()), grouped(*sum));
            Told::new(format!(
                "“{name}” says {written} points, its indicators add up to {sum}: correct one of them."
            ))
            .remedy(if *sums_right {
                format!("Change to {sum} points")
            } else {
                format!("Check the weights, so that they add up to {written}")
            })
        }
        M::CategoryWeight {
            name,
            sum,
            points,
            rules,
        } => {
            let (sum, points) = (grouped(*sum), grouped(points.decimal()));
            Told::new(format!(
                "The weights under {name} add up to {sum}, in {rules} they are {points}: give a reason if this was changed."
            ))
            .remedy(format!("Change to {points} points, or give a reason"))
        }
        M::SatisfactionMisplaced { under } => {
            let place = if under.is_empty() {
                "other indicators".to_owned()
            } else {
                format!("“{under}”")
            };
            Told::new(format!(
                "Satisfaction belongs under 满意度指标 and stands under {place}: move it there."
            ))
            .remedy("Move to 满意度指标")
        }
        M::Misplaced {
            dimension,
            category,
            belongs,
        } => Told::new(format!(
            "“{dimension}” belongs to {belongs} and stands under “{category}”: move it to {belongs}."
        ))
        .remedy(format!("Move to {belongs}")),
        M::DeviationMissing { names, more } => deviation_missing(names, *more),
        M::DeviationUnneeded {} => Told::new(
            "The analysis speaks of something missed, and every target was reached: check text and numbers.",
        )
        .remedy("Check the analysis"),
        M::Placeholder { placeholder, label } => Told::new(format!(
            "{label} still holds the template's placeholder “{placeholder}”: replace it."
        ))
        .remedy("Write what is meant"),
        M::DateUnreadable { date } => Told::new(format!(
            "The date “{date}” cannot be read: write year, month and day, such as 2021-05-20."
        ))
        .remedy("Write year, month and day"),
        M::DateFuture { date, today } => Told::new(format!(
            "The date {date} is after today ({today}): check it."
        ))
        .remedy("Check the date"),
        M::DateLate { date, deadline } => Told::new(format!(
            "The date {date} is after the deadline {deadline}: check it, or say why the form is late."
        )),
        M::TooManyRows { count, most } => Told::new(format!(
            "There are {count} indicators; a form has at most {most}: split it into several forms."
        ))
        .remedy("Split it into several forms"),
        M::WrittenTotal {
            written,
            exact,
            unit,
        } => Told::new(format!(
            "The total in the text is {written}{unit}, its parts add up to {exact}{unit}: check it."
        ))
        .remedy(format!("Check the text, or change to {exact}")),
        M::WrittenRate { written, exact } => Told::new(format!(
            "The rate in the text is {written}, the two amounts beside it give {exact}: check it."
        ))
        .remedy(format!("Check the text, or change to {exact}")),
    }
}

fn unreadable(error: &FigureError, label: &str, expected: Expected) -> Told {
    let (what, example) = match expected {
        Expected::Amount => ("an amount (元, 万元 or 亿元)", "1,552.63"),
        Expected::Percentage => ("a percentage", "100.0%"),
        Expected::Quantity => ("a number", "350人次 or 97.1%"),
        Expected::Points => ("points", "8"),
    };
    let mend = match &error.problem {
        Problem::TooLarge => "check the digits".to_owned(),
        Problem::TooPrecise => "write as many decimals as are needed".to_owned(),
        Problem::LookAlike { .. }
        | Problem::Scientific(Some(_))
        | Problem::Brackets(_)
        | Problem::Currency(_) => "correct it".to_owned(),
        Problem::Scientific(None) => "write out the whole number".to_owned(),
        problem @ (Problem::Formula(_) | Problem::NotWorkedOut(_)) => {
            formula_mend(problem).to_owned()
        }
        Problem::Unit(_) => format!("fill in {what}, such as {example}"),
        _ => format!("fill in a number, such as {example}"),
    };
    Told::new(format!("{label}: {}: {mend}.", wrong(error))).remedy(mend)
}

fn deviation_missing(names: &[Missed], more: usize) -> Told {
    let named = names.iter().map(|missed| match missed {
        Missed::Execution => "the execution of the budget".to_owned(),
        Missed::Indicator(name) => format!("“{name}”"),
        Missed::Unnamed => "an indicator without a name".to_owned(),
    });
    let list = named.collect::<Vec<_>>().join(", ");
    let tail = if more > 0 {
        format!(" and {more} more")
    } else {
        String::new()
    };
    Told::new(format!(
        "Missed or far off, and no cause is written: {list}{tail}. Write the cause."
    ))
    .remedy("Write the cause of what was missed or far off")
}
