//! Why a file is not taken, and what there may be only so many of.

use juesuan_domain::FORMAT;
use juesuan_domain::address::BadCell;
use juesuan_domain::evaluation::MOST_INDICATORS;
pub use juesuan_domain::unreadable::{FileError, RuleFileError};
use juesuan_domain::{Beyond, Counted, Limit};

pub(crate) fn file(error: &FileError) -> String {
    use FileError as E;
    match error {
        E::Empty => "The file is empty: there is nothing to open.".to_owned(),
        E::TooLarge(megabytes) => format!(
            "The file has {megabytes} MB, more than the 20 MB a workbook may have: it does not look like one saved here."
        ),
        E::NotText => {
            "The file is no text and cannot be opened: choose a .juesuan.json file saved here."
                .to_owned()
        }
        E::Broken { line, column } => format!(
            "The file is damaged or incomplete: line {line}, column {column} cannot be read. Try a copy saved earlier."
        ),
        E::NotWorkbook => {
            "This file is no workbook: choose a .juesuan.json file saved here.".to_owned()
        }
        E::Newer(format) => format!(
            "The file was saved by a newer version (format {format}), this one knows format {FORMAT}: open it with the newer version. The file was not changed."
        ),
        E::Misshapen { line, column } => format!(
            "The file does not fit its format: what stands in line {line}, column {column} does not belong there."
        ),
        E::TooManyIndicators(count) => format!(
            "A form has {count} indicators, more than the {MOST_INDICATORS} it may have: split it into several forms before opening it."
        ),
        E::TooMany { limit, count } => {
            let Words { what, of_each, .. } = words(limit.what);
            let most = limit.most;
            format!(
                "The file has {count} {what}{of_each}, more than the {most} there may be: remove some, or split it into several files, before opening it."
            )
        }
        E::NotValue => {
            "This is neither a form nor a workbook: it should be a JSON object.".to_owned()
        }
    }
}

pub(crate) fn rule_file(error: &RuleFileError) -> String {
    use RuleFileError as E;
    match error {
        E::Empty => "The rule file is empty: there is nothing to import.".to_owned(),
        E::TooLarge => {
            "The rule file has more than 256 KB: it does not look like rules exported here."
                .to_owned()
        }
        E::NotText => {
            "The rule file is no text and cannot be imported: choose an exported .rules.json file."
                .to_owned()
        }
        E::Broken { line, column } => format!(
            "The rule file is damaged or incomplete: line {line}, column {column} cannot be read."
        ),
        E::Workbook => "This is a workbook, not a rule file: open it as a workbook.".to_owned(),
        E::Missing(field) => {
            format!("The rule file lacks “{field}”: add it, then import the file again.")
        }
        E::Misshapen { line, column } => format!(
            "What stands in line {line}, column {column} of the rule file does not belong there: correct it, then import the file again."
        ),
        E::BuiltIn(id) => format!(
            "The rules “{id}” have the id of built-in rules and differ from them: give them another id, so that they are not mistaken for those."
        ),
        E::Faulty(error) => format!("These rules cannot be used. {}", super::rule_set(error)),
    }
}

pub(crate) fn beyond(beyond: &Beyond) -> String {
    match beyond {
        Beyond::Count {
            limit: Limit { what, most },
            count,
        } => {
            let Words {
                within,
                what,
                way_on,
                ..
            } = words(*what);
            format!(
                "{within} may have {most} {what} at most, and would have {count}. Nothing was changed: {way_on}."
            )
        }
        Beyond::Size => "The workbook would have more than 20 MB and could not be opened again once saved. Nothing was changed: shorten very long texts, or split it into several workbooks."
            .to_owned(),
    }
}

pub(crate) fn bad_cell(cell: &BadCell) -> String {
    format!("There is no cell “{}”", cell.0)
}

/// How a limit is said.
struct Words {
    /// In what they are counted.
    within: &'static str,
    /// What is counted.
    what: &'static str,
    /// Said behind what is counted, where a file has it in several places.
    of_each: &'static str,
    /// What to do instead.
    way_on: &'static str,
}

fn words(what: Counted) -> Words {
    let words = |within, what, of_each, way_on| Words {
        within,
        what,
        of_each,
        way_on,
    };
    let split = "split it into several forms";
    match what {
        Counted::Indicators => words("A form", "indicators", " in one form", split),
        Counted::Goals => words("A form", "goals", " in one form", split),
        Counted::Forms => words(
            "A workbook",
            "forms",
            "",
            "put the others into another workbook",
        ),
        Counted::Lines => words(
            "A table",
            "rows by subject",
            " in one table",
            "remove rows that are not needed",
        ),
        Counted::Work => words("A workbook", "rows of key work", "", "remove or join some"),
        Counted::RuleSets => words(
            "A workbook",
            "rule sets",
            "",
            "remove rules that are not needed first",
        ),
        Counted::Remarks => words(
            "A form, or all tables together,",
            "remarks or findings set aside",
            "",
            "remove those that are out of date first",
        ),
    }
}
