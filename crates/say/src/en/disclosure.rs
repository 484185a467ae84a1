//! What is said of a published disclosure.

use super::disclosure_forms as forms;
use super::disclosure_names::{cause, statement_kind, table_no};
use crate::Told;
use juesuan_understand::{
    Finding, Lacking, Matter, Order, Residue, Severity, StatementKind, YearFrame,
};

/// Quoted findings that one sentence names; of more it says how many.
const MOST_NAMED: usize = 5;

pub(crate) fn found(finding: &Finding) -> Told {
    let sure = finding.severity == Severity::Error;
    let why = why(finding);
    let of_table = finding.also.first().is_some_and(|spot| spot.cell.is_some());
    told(&finding.matter, sure, &why, of_table)
}

/// The calculation and the cause, as the end of a sentence.
fn why(finding: &Finding) -> String {
    let working = match finding.working.as_deref().unwrap_or_default() {
        "" => String::new(),
        working => format!(" ({working})"),
    };
    let cause = finding
        .cause
        .map_or_else(String::new, |why| format!(", probably {}", cause(&why)));
    format!("{working}{cause}")
}

fn told(matter: &Matter, sure: bool, why: &str, of_table: bool) -> Told {
    use Matter as M;
    match matter {
        M::Claim { kind, name, printed, right } => {
            claim(&subject(*kind, name), printed, right, why, (sure, of_table))
        }
        M::Direction { name, printed, up } => direction(name, printed, *up, why),
        M::NotUnchanged { name, printed } => Told::new(format!(
            "{} says “{printed}”, yet a change is given{why}: check the change, or correct the words.",
            of(name)
        ))
        .remedy("Check the change and the words"),
        M::Order { name, printed, is } => {
            let (is, word) = match is {
                Order::Less => ("less than", "小于"),
                Order::Equal => ("equal to", "等于"),
                Order::Greater => ("greater than", "大于"),
            };
            Told::new(format!(
                "{} says “{printed}”, but the first amount is {is} the second{why}: correct the word.",
                of(name)
            ))
            .remedy(format!("Change to “{word}”"))
        }
        M::Sum { name, printed, sum } => Told::new(format!(
            "{} is “{printed}”, its parts come to {sum}{why}: check the whole and its parts.",
            of(name)
        ))
        .remedy("Check the whole and its parts"),
        M::Twice { name, printed, before } => Told::new(format!(
            "“{name}” is {before} before and {printed} here{why}: check which of them is wrong."
        ))
        .remedy("Check both places"),
        M::Rounded { figures } => {
            let one = |(printed, exact): &(String, String)| {
                if exact.is_empty() {
                    printed.clone()
                } else {
                    format!("{printed} ({exact} by the amounts printed)")
                }
            };
            Told::new(format!(
                "{} that rounding explains: {}. Nothing needs to be changed.",
                counted(figures.len(), "difference"),
                named(figures.iter().map(one))
            ))
        }
        M::ZeroBase { figures } => Told::new(format!(
            "{} of a base of 0 ({}): there is no rate to be divided by 0; say it in words, such as “there was none last year”.",
            counted(figures.len(), "percentage"),
            named(figures.iter().cloned())
        )),
        M::LastYear {
            name,
            printed,
            before,
            right,
        } => Told::new(format!(
            "{} says “{printed}”; last year's disclosure has {before}, which gives {right}{why}: check it, or say that last year was adjusted.",
            of(name)
        ))
        .remedy("Check last year's figure"),
        M::TableAmount { table, what, printed, right } => Told::new(format!(
            "{}, “{what}” is {printed} and should be {right}{why}: the sums or the other tables have that amount.",
            title(table)
        ))
        .remedy(format!("Change to {right}")),
        M::SumOfParts { table, what, printed, right } => Told::new(format!(
            "{}, “{what}” is {printed}, its parts come to {right}{why}: check the sum and its parts.",
            title(table)
        ))
        .remedy("Check the sum and its parts"),
        M::TwoTables { table, what, printed, other_table, other_what, other } => {
            Told::new(format!(
                "{}, “{what}” is {printed}; {}, “{other_what}” is {other}; they should be the same{why}: check both tables.",
                title(table),
                title(other_table)
            ))
            .remedy("Check both tables")
        }
        M::RepeatedRow { table, what } => Told::new(format!(
            "{}, the row “{what}” stands there twice, so that the sums do not come out{why}: take one of them out.",
            title(table)
        ))
        .remedy("Take one of the rows out"),
        M::MissingTables { numbers } => Told::new(format!(
            "These tables are listed and were not found: {}. Add them; a table without amounts is published too, with the reason.",
            named(numbers.iter().map(table_no))
        ))
        .remedy("Add the missing tables"),
        M::RoundedSums { count } => Told::new(format!(
            "{} of tables with a difference that rounding explains. Nothing needs to be changed.",
            counted(*count, "sum")
        )),
        M::NothingButAmounts { what } => Told::new(format!(
            "The text says that there is no {what}, the table has amounts{why}: check text and table."
        ))
        .remedy("Check text and table"),
        M::AmountButEmpty { what, printed } => Told::new(format!(
            "The text has {printed} for {what}, its table is empty{why}: check text and table."
        ))
        .remedy("Fill in the table, or correct the text"),
        M::ItemsNotSpent { items } => Told::new(format!(
            "The text lists {}, on which nothing was spent in the table: take them out, or check the table.",
            quoted(items)
        ))
        .remedy("Take out what nothing was spent on"),
        M::ItemsNotListed { items } => Told::new(format!(
            "The table has amounts for {}, which the text does not list: add them, or check the table.",
            quoted(items)
        ))
        .remedy("Add what was left out"),
        M::SubjectName { printed, right, code } => Told::new(format!(
            "The subject “{printed}” is “{right}”{} in the tables: use one name.",
            code_of(code)
        ))
        .remedy(format!("Change to “{right}”")),
        M::SubjectLevel { printed, right } => Told::new(format!(
            "The level of “{printed}” is wrong, it should be “{right}”: 类, 款 and 项 have codes of 3, 5 and 7 digits."
        ))
        .remedy(format!("Change to “{right}”")),
        M::Purpose { printed, subject } => Told::new(format!(
            "What the money for “{subject}” was used for reads “{printed}”, as if copied from another subject: check it."
        ))
        .remedy("Check what it was used for"),
        M::NoReason => Told::new(
            "Actual and budget differ, and no reason is given: write the main reason.",
        )
        .remedy("Write the reason"),
        M::ChangedAndUnchanged { printed } => Told::new(format!(
            "“{printed}” speaks of a change and of none: keep the one that the figures show."
        ))
        .remedy("Keep one of them"),
        M::Year { printed, right, frame } => {
            let place = match frame {
                YearFrame::Title => "The title",
                YearFrame::Statement => "The year that the sentence is about",
                YearFrame::Comparison => "The year that is compared with",
                YearFrame::Day => "The year of the closing date",
            };
            Told::new(format!(
                "{place} says {printed} and should be {right} in this document: correct the year."
            ))
            .remedy(format!("Change to {right}"))
        }
        M::UnitName { printed, right } => Told::new(format!(
            "The unit is called “{printed}” here and “{right}” in the document: use one name."
        ))
        .remedy(format!("Change to “{right}”")),
        M::Contents { printed, heading } => match heading {
            Some(heading) => Told::new(format!(
                "The contents have “{printed}”, the heading is “{heading}”: make them the same."
            ))
            .remedy("Make contents and heading the same"),
            None => Told::new(format!(
                "The contents have “{printed}”, and there is no such heading: add it, or take the line out."
            ))
            .remedy("Add the heading, or take the line out"),
        },
        M::Numbering { before, printed, right } => Told::new(format!(
            "After “{before}” comes “{printed}”, it should be “{right}”: correct the number, or add what was left out."
        ))
        .remedy(format!("Change to “{right}”")),
        M::Residue { kind, printed } => residue(*kind, printed),
        M::Lacking { what, printed, right } => lacking(*what, printed, right.as_deref()),
        M::Bracket { sign, opens } => {
            let lacks = if *opens { "never closed" } else { "never opened" };
            Told::new(format!(
                "“{sign}” is {lacks}: add its other half, or take it out."
            ))
            .remedy("Add the other half")
        }
        M::Punctuation { printed, right } => Told::new(format!(
            "The punctuation “{printed}” is wrong, it should be “{right}”."
        ))
        .remedy(format!("Change to “{right}”")),
        M::NoFullStop => Told::new("The paragraph ends without a full stop: add “。”.")
            .remedy("Add the full stop"),
        M::ScoreAboveWeight {
            name,
            printed,
            weight,
        } => forms::above(name, printed, weight),
        M::Misplaced {
            name,
            under,
            belongs,
        } => forms::misplaced(name, under, belongs),
        M::TargetAndActual {
            why: apart,
            name,
            target,
            actual,
        } => forms::apart(*apart, name, target, actual, why),
        M::FormBlank { name, what } => forms::blank(name, what),
        M::Grade { printed, total } => forms::grade(printed, total),
        M::Words { printed, right } => Told::new(format!(
            "“{printed}” has a word doubled, lost or mistyped, it should be “{right}”."
        ))
        .remedy(format!("Change to “{right}”")),
    }
}

/// A figure of the text; `(sure, of_table)`: it is certain, and the right one stands in a table.
fn claim(
    subject: &str,
    printed: &str,
    right: &str,
    why: &str,
    (sure, of_table): (bool, bool),
) -> Told {
    if right.is_empty() {
        return Told::new(format!(
            "{subject} “{printed}” does not agree with the other figures{why}: check it."
        ))
        .remedy("Check this figure");
    }
    let told = if !why.is_empty() && sure {
        format!("{subject} “{printed}” is wrong, it should be {right}{why}.")
    } else if !why.is_empty() {
        format!(
            "{subject} “{printed}” may be wrong, the amounts printed give {right}{why}: check it."
        )
    } else {
        let other = if of_table {
            "in the table"
        } else {
            "elsewhere"
        };
        let remedy = if sure {
            "make them the same"
        } else {
            "check both places"
        };
        format!("{subject} “{printed}” is {right} {other}: {remedy}.")
    };
    let remedy = if sure {
        format!("Change to {right}")
    } else {
        "Check this figure".to_owned()
    };
    Told::new(told).remedy(remedy)
}

fn direction(name: &str, printed: &str, up: Option<bool>, why: &str) -> Told {
    match up {
        Some(up) => {
            let (is, words) = if up {
                ("went up", "Change to “增加” or “增长”")
            } else {
                ("went down", "Change to “减少” or “下降”")
            };
            Told::new(format!(
                "{} says “{printed}”, but it {is}{why}: the direction is the wrong way round, correct it.",
                of(name)
            ))
            .remedy(words)
        }
        None => Told::new(format!(
            "{}: “{printed}” says that it went up and that it went down{why}: check the direction.",
            of(name)
        ))
        .remedy("Check the direction"),
    }
}

fn residue(kind: Residue, printed: &str) -> Told {
    match kind {
        Residue::Choice => Told::new(format!(
            "“{printed}” of the template offers a choice that was not made: keep one of them."
        ))
        .remedy("Keep one of them"),
        Residue::ChoiceOfNothing => Told::new(format!(
            "“{printed}” of the template offers a choice where nothing changed: say that it is unchanged."
        ))
        .remedy("Change to “持平”"),
        Residue::Blank => Told::new(format!(
            "The blank “{printed}” of the template was not filled in: fill it in, or take the sentence out."
        ))
        .remedy("Fill it in, or take it out"),
        Residue::Instruction => Told::new(format!(
            "“{printed}” is an instruction of the template: take it out."
        ))
        .remedy("Take it out"),
        Residue::Example => Told::new(format!(
            "“{printed}” is an example of the template: write what holds for the unit."
        ))
        .remedy("Write what holds for the unit"),
    }
}

fn lacking(what: Lacking, printed: &str, right: Option<&str>) -> Told {
    let lacks = match what {
        Lacking::Percent => "lacks “%” behind it",
        Lacking::Unit => "lacks its unit",
        Lacking::Yuan => "lacks “元” behind it",
        Lacking::Figure => "lacks a figure",
    };
    match right {
        Some(right) => Told::new(format!("“{printed}” {lacks}, it should be “{right}”."))
            .remedy(format!("Change to “{right}”")),
        None => Told::new(format!("“{printed}” {lacks}: add it.")).remedy("Add it"),
    }
}

/// `The share of “人员经费”`.
fn subject(kind: StatementKind, name: &str) -> String {
    let what = statement_kind(&kind).to_lowercase();
    match name {
        "" => format!("The {what}"),
        name => format!("The {what} of “{name}”"),
    }
}

fn of(name: &str) -> String {
    match name {
        "" => "This place".to_owned(),
        name => format!("“{name}”"),
    }
}

fn title(table: &str) -> String {
    match table {
        "" => "In a table".to_owned(),
        table => format!("In “{table}”"),
    }
}

fn code_of(code: &str) -> String {
    match code {
        "" => String::new(),
        code => format!(" (code {code})"),
    }
}

fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

fn quoted(items: &[String]) -> String {
    named(items.iter().map(|item| format!("“{item}”")))
}

/// The first of them, and how many there are.
fn named(texts: impl Iterator<Item = String>) -> String {
    let all: Vec<String> = texts.collect();
    let first = all
        .iter()
        .take(MOST_NAMED)
        .cloned()
        .collect::<Vec<_>>()
        .join(", ");
    if all.len() > MOST_NAMED {
        format!("{first} and others, {} in all", all.len())
    } else {
        first
    }
}
