//! What is said of the tables, of what is typed beside them, and of the text.

use super::figures::{formula_mend, wrong};
use crate::Told;
use juesuan_domain::YEARS;
use juesuan_domain::finding::{
    AccountsMatter, Against, Compared, Difference, Incomparable, OtherSide,
};
use juesuan_figure::{Exact, FigureError, Problem, grouped};

pub(super) fn told(matter: &AccountsMatter) -> Told {
    use AccountsMatter as M;
    match matter {
        M::YearUnreadable { year, layout } => Told::new(format!(
            "The year “{year}” cannot be read: write four digits from {} to {}, such as 2024{}.",
            YEARS.start(),
            YEARS.end(),
            meanwhile(layout.as_deref())
        ))
        .remedy("Write the year in four digits"),
        M::YearMissing { layout } => Told::new(format!(
            "The year is not filled in: write four digits, such as 2024{}.",
            meanwhile(layout.as_deref())
        ))
        .remedy("Fill in the year"),
        M::StyleUnknown { style, used } => Told::new(format!(
            "There is no style named “{style}”: the text is in “{used}” for now; choose one under “决算说明”."
        ))
        .remedy("Choose the style again"),
        M::LayoutUnknown { layout, used } => Told::new(format!(
            "There is no layout named “{layout}”: the tables are those of {used} for now; choose a layout again."
        ))
        .remedy("Choose the layout again"),
        M::CellsUnplaced {
            cells,
            count,
            layout,
        } => {
            let more = if *count > cells.len() {
                format!(" and others, {count} in all")
            } else {
                String::new()
            };
            Told::new(format!(
                "{layout} has no place for these cells: {}{more}. What was typed is still in the file, neither shown nor counted; with a layout that has these rows and columns it appears again.",
                cells.join(", ")
            ))
            .remedy("Check the layout")
        }
        M::Setting { problem, .. } => {
            Told::new(super::setting_problem(problem)).remedy("Correct the setting under “评分规则”")
        }
        M::Unreadable {
            error,
            phrase,
            example,
            money,
        } => unreadable(error, phrase, example, *money),
        M::NotWhole { text, label } => Told::new(format!(
            "{label}: “{text}” is no whole number: fill in one, such as 1."
        )),
        M::OutOfRange { phrase } => Told::new(format!(
            "{phrase} follows from other cells and is too long to be exact: check the digits of its parts."
        ))
        .remedy("Check the digits of its parts"),
        M::Negative { number, phrase } => Told::new(format!(
            "{phrase} {} is below zero: correct it unless something was reversed.",
            grouped(number.decimal())
        ))
        .remedy("Check the sign"),
        M::Decimals { number, phrase } => Told::new(format!(
            "{phrase} {} 万元 has more than two decimals: keep two, or write “元” behind an amount in 元.",
            grouped(number.decimal())
        ))
        .remedy("Keep two decimals"),
        M::CodeMissing { line } => Told::new(format!(
            "Row {} has an amount and no code: fill in the code, or choose the subject.",
            line + 1
        ))
        .remedy("Choose the subject"),
        M::CodeUnreadable { code } => Told::new(format!(
            "“{code}” is no code: those of 类, 款 and 项 have 3, 5 and 7 digits, such as 2080109."
        ))
        .remedy("Choose the subject"),
        M::CodeUnknown { code, depth } => Told::new(format!(
            "The code {code} ({depth}) is not in the classification here: check it; if there is such a subject, write its full name and set this aside."
        ))
        .remedy("Check the code"),
        M::CodeTwice { code, first } => Told::new(format!(
            "Row {} has the code {code} already: make them one row, else it counts twice.",
            first + 1
        ))
        .remedy("Make them one row"),
        M::CodeOrphan {
            code,
            above,
            name,
            depth,
        } => Told::new(format!(
            "The row {above} {name} ({depth}) above {code} is missing: add it, so that the sums can be checked."
        ))
        .remedy("Add the subject above"),
        M::CodeName { code, typed, name } => Told::new(format!(
            "The subject {code} is called “{name}”, the row says “{typed}”: check code and name."
        ))
        .remedy(format!("Change to {name}")),
        M::TableEmpty { table, nothing, .. } => Told::new(format!(
            "{table} is not filled in: if there is no {nothing}, tick “本表无数据”, and the text will say so."
        ))
        .remedy("Fill it in, or tick “本表无数据”"),
        M::TableNotEmpty { table, nothing, .. } => Told::new(format!(
            "{table} is ticked “本表无数据” and has numbers: if there is {nothing}, untick it."
        ))
        .remedy("Untick it, or clear the numbers"),
        M::TableSum { sums, phrase } => Told::new(format!(
            "{phrase} {} and the sum of its parts {} differ by {}: check these cells.",
            sums.whole.grouped(),
            sums.parts.grouped(),
            apart(*sums)
        ))
        .remedy("Check the sum and its parts"),
        M::PartsExceed { sums, phrase } => Told::new(format!(
            "{phrase} {} is below the sum of the parts filled in, {}, by {}: check these cells.",
            sums.whole.grouped(),
            sums.parts.grouped(),
            apart(*sums)
        ))
        .remedy("Check the sum and its parts"),
        M::TableShort {
            sums,
            phrase,
            other,
        } => {
            let rows = match other {
                Some(table) => format!("the rows of this kind in {table}"),
                None => "the rows".to_owned(),
            };
            Told::new(format!(
                "{phrase} is {}, {rows} add up to {}, {} less: rows are missing, or an amount is wrong.",
                sums.whole.grouped(),
                sums.parts.grouped(),
                apart(*sums)
            ))
            .remedy("Add the missing rows, or check the amounts")
        }
        M::Rounding { count, one } => Told::new(match one {
            Some(one) => format!(
                "1 difference that rounding explains: {}. Nothing needs to be changed.",
                difference(one)
            ),
            None => format!("{count} differences that rounding explains. Nothing needs to be changed."),
        }),
        M::RoundingShown { count, one } => {
            let why = "the sums hold in 元, and what is shown in 万元 is rounded. Nothing needs to be changed.";
            Told::new(match one {
                Some(one) => format!("{}: {why}", difference(one)),
                None => format!("{count} sums: {why}"),
            })
        }
        M::TablesDisagree {
            sums,
            phrase,
            other,
        } => Told::new(format!(
            "{phrase} {} and {other} {} differ by {}: check both.",
            sums.whole.grouped(),
            sums.parts.grouped(),
            apart(*sums),
            other = other_side(other)
        ))
        .remedy("Check both tables"),
        M::Unbudgeted { actual, phrase } => Told::new(format!(
            "{phrase} is {} and its budget 0: check the budget, or say why it was added within the year.",
            grouped(*actual)
        ))
        .remedy("Check the budget"),
        M::OverBudget {
            actual,
            budget,
            phrase,
        } => Told::new(format!(
            "{phrase} {} is above the budget {}: the three public expenses should keep to it.",
            grouped(*actual),
            grouped(*budget)
        ))
        .remedy("Check budget and spending"),
        M::MoreThan {
            part,
            whole,
            part_label,
            whole_label,
        } => Told::new(format!(
            "{part_label} {} is more than {whole_label} {}: check both numbers.",
            grouped(part.decimal()),
            grouped(whole.decimal())
        ))
        .remedy("Check both numbers"),
        M::MoreThanProcurement { part, whole } => Told::new(format!(
            "授予中小企业合同金额 {} is more than 政府采购支出总额 {}, a share above 100%: check them.",
            grouped(part.decimal()),
            whole.grouped()
        ))
        .remedy("Check the amounts of procurement"),
        M::RunningParts { sums, table } => Told::new(format!(
            "The parts of 公务用车运行维护费 add up to {}, {table} says {}: check fuel, repairs, tolls and insurance.",
            sums.parts.grouped(),
            sums.whole.grouped()
        ))
        .remedy("Check the parts"),
        M::OperatingDiffers {
            typed,
            public,
            table,
        } => Told::new(format!(
            "机关运行经费 {} and 公用经费合计 of {table}, {}, differ: in administrative units and those run like the civil service they are one.",
            grouped(typed.decimal()),
            public.grouped()
        ))
        .remedy("Check both numbers"),
        M::MoreHeld { held, all } => Told::new(format!(
            "{held} vehicles are paid for and the unit has {} in all: check both numbers.",
            grouped(*all)
        ))
        .remedy("Check the numbers of vehicles"),
        M::SpentOnNothing {
            spent,
            phrase,
            label,
        } => Told::new(format!(
            "{phrase} is {} and {label} 0: check both numbers.",
            grouped(*spent)
        ))
        .remedy("Check both numbers"),
        M::NothingSpent {
            count,
            phrase,
            label,
        } => Told::new(format!(
            "{label} is {count} and {phrase} 0: check both numbers."
        ))
        .remedy("Check both numbers"),
        M::WorkNotComparable { why } => Told::new(format!(
            "{}, so there is no rate: use one unit, or write the numbers into the text.",
            incomparable(why)
        ))
        .remedy("Use one unit"),
        M::FormsDisagree { sums, phrase, name } => Told::new(format!(
            "{phrase} {} and {name} {} differ by {}: the same money has one number.",
            sums.whole.grouped(),
            sums.parts.grouped(),
            apart(*sums),
            name = other_side(name)
        ))
        .remedy("Check the accounts and the forms"),
        M::SharesRounded { sum, whole } => Told::new(format!(
            "The rounded shares of {whole} add up to {sum}, not 100%: nothing is wrong; “速算” can adjust them by the largest remainder."
        )),
        M::ReasonMissing { what, against } => {
            let against = match against {
                Against::LastYear => " from last year",
                Against::Budget => " from the budget",
                Against::Anything => "",
            };
            Told::new(format!(
                "Why “{what}” differs{against} is not written yet: write it in the text."
            ))
            .remedy("Write the reason")
        }
        M::Senseless { name, why } => Told::new(format!(
            "The text uses “{name}”: {}. Check it; if it is so, reword the sentence.",
            super::senseless(why)
        ))
        .remedy("Check the numbers, or reword the sentence"),
        M::Waiting { name } => Told::new(format!(
            "The text uses “{name}”, which is not filled in."
        ))
        .remedy("Fill in this cell"),
        M::Unexplained { code, name } => Told::new(format!(
            "The glossary has no explanation of “{name}” ({code}): write one."
        ))
        .remedy("Write what the subject means"),
        M::FigureUnknown { name } => Told::new(format!(
            "The reworded sentence names “{name}”, which is no figure: choose one of the list, or restore the sentence."
        ))
        .remedy("Use a figure of the list"),
        M::FigureTyped { words } => Told::new(format!(
            "The reworded sentence has a figure typed by hand, “{words}”, which will not follow the tables: use a name in braces."
        ))
        .remedy("Use the name of the figure in braces"),
    }
}

pub(crate) fn difference(difference: &Difference) -> String {
    match difference {
        Difference::Short { phrase, sums } => format!(
            "{phrase} is {}, its rows add up to {}, {} less",
            sums.whole.grouped(),
            sums.parts.grouped(),
            apart(*sums)
        ),
        Difference::Rounding {
            phrase,
            other,
            sums,
        } => format!(
            "{phrase} {} and {other} {} differ by {}",
            sums.whole.grouped(),
            sums.parts.grouped(),
            apart(*sums),
            other = other_side(other)
        ),
        Difference::Shown { phrase, shown, sum } => format!(
            "{phrase} shows {}, its parts as shown add up to {}",
            shown.grouped(),
            sum.grouped()
        ),
    }
}

fn meanwhile(layout: Option<&str>) -> String {
    layout.map_or_else(String::new, |layout| {
        format!("; the tables are those of “{layout}” for now")
    })
}

fn apart(sums: Compared) -> String {
    let apart = sums.apart();
    apart.map_or_else(|| "more than can be shown".to_owned(), Exact::grouped)
}

fn unreadable(error: &FigureError, phrase: &str, example: &str, money: bool) -> Told {
    let mend = match &error.problem {
        Problem::TooLarge => "check the digits".to_owned(),
        Problem::TooPrecise => "write as many decimals as are needed".to_owned(),
        problem @ (Problem::Formula(_) | Problem::NotWorkedOut(_)) => {
            formula_mend(problem).to_owned()
        }
        Problem::Unit(_) if money => format!("fill in an amount, such as {example}"),
        _ => format!("fill in a number, such as {example}"),
    };
    Told::new(format!("{phrase}: {}: {mend}.", wrong(error)))
}

fn incomparable(why: &Incomparable) -> String {
    match why {
        Incomparable::Units(target, actual) => {
            format!("The target is in “{target}” and the actual in “{actual}”")
        }
        Incomparable::Periods => "Target and actual are for different periods".to_owned(),
        Incomparable::ZeroTarget => "The target is 0".to_owned(),
        Incomparable::TooLarge => "The numbers are too large to be exact".to_owned(),
    }
}

/// What an amount is held against.
fn other_side(other: &OtherSide) -> String {
    match other {
        OtherSide::Cell(phrase) => phrase.clone(),
        OtherSide::NoRow { table, row } => format!("{table}, which has no row “{row}”,"),
        OtherSide::Cells { first, count } => format!("the sum of {count} cells from {first} on,"),
        OtherSide::Parts => "the sum of its parts".to_owned(),
        OtherSide::Facts => "the sum of what is typed beside the tables".to_owned(),
        OtherSide::FormExecution => "the spending in the overall form".to_owned(),
        OtherSide::FormBasic => "the basic spending in the overall form".to_owned(),
        OtherSide::FormProjects => "the project spending in the overall form".to_owned(),
        OtherSide::ProjectForms => "the spending of all project forms together".to_owned(),
    }
}
