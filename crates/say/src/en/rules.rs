//! What is wrong with a rule set.

use super::figures::wrong;
use super::settings::setting_problem;
use juesuan_domain::evaluation::{FEWEST_BANDS, MOST_BANDS, MOST_PLACES_SET, MOST_ROWS};
use juesuan_domain::finding::{BandsError, RuleSetError, RulesPart, Should};

/// A whole sentence, for the one who wrote it.
pub(crate) fn rule_set(error: &RuleSetError) -> String {
    use RuleSetError as E;
    match error {
        E::Id(id) => format!(
            "The id “{id}” cannot be used: take 1 to 40 small letters, digits and hyphens, such as wuhan-2020."
        ),
        E::Blank(part) => {
            format!(
                "{} is blank: a rule set must give {}.",
                part.as_str(),
                called(*part)
            )
        }
        E::Points {
            execution,
            indicators,
        } => format!(
            "{execution} points for execution and {indicators} for the indicators are not 100 together: correct executionPoints and indicatorPoints."
        ),
        E::NoCategory => "There is no category: categories must have one at least.".to_owned(),
        E::Stems(name) => format!(
            "The category “{name}” has no words it is known by: no word in stems may be empty."
        ),
        E::Categories { sum, points } => format!(
            "The categories add up to {sum} points, not to the {points} of the indicators: correct points."
        ),
        E::CategoriesAbove { sum, points } => format!(
            "The categories with points add up to {sum}, more than the {points} of the indicators: correct points."
        ),
        E::Bands(error) => bands(error),
        E::Grade(name) => format!(
            "The lower bound of the grade “{name}” must be below the one before it and within 0 and 100: correct grades."
        ),
        E::Bound {
            name,
            value,
            should,
        } => {
            let should = self::should(*should);
            format!("{name} is {value} and must be {should}: correct it.")
        }
        E::Places(name) => {
            format!("{name} must be a whole number from 0 to {MOST_PLACES_SET}: correct it.")
        }
        E::Deadline(date) => format!(
            "The deadline “{date}” is no date: write year, month and day, such as 2021-06-30."
        ),
        E::Template { sum, points } => format!(
            "The weights of the template add up to {sum}, not to the {points} points of the indicators: correct projectTemplate."
        ),
        E::TemplateLong(rows) => format!(
            "The template has {rows} rows, at most {MOST_ROWS} are possible: shorten projectTemplate."
        ),
        E::TooMany { name, count } => {
            format!("{name} has {count} entries, at most {MOST_ROWS} are possible: remove some.")
        }
        E::Figure(error) => format!("{}: write a number.", wrong(error)),
        E::Setting(problem) => setting_problem(problem),
        E::IdTaken(id) => format!("Other rules have the id “{id}”: take another."),
    }
}

pub(super) fn should(should: Should) -> &'static str {
    match should {
        Should::NotBelowZero => "0 or more",
        Should::AboveHundred => "above 100",
        Should::UpToHundred => "above 0 and at most 100",
    }
}

pub(super) fn called(part: RulesPart) -> &'static str {
    match part {
        RulesPart::Name => "its name",
        RulesPart::SourceTitle => "the document it is from",
        RulesPart::SourceIssuer => "who issued that document",
        RulesPart::Execution => "how the execution of the budget is scored",
        RulesPart::Higher => "how indicators are scored of which more is better",
        RulesPart::Lower => "how indicators are scored of which less is better",
        RulesPart::Bands => "the bands for what is judged",
        RulesPart::Category => "the name of each category",
        RulesPart::Grade => "the name of each grade",
    }
}

pub(crate) fn bands(error: &BandsError) -> String {
    use BandsError as E;
    match error {
        E::Count(count) => format!(
            "There are {count} bands, {FEWEST_BANDS} to {MOST_BANDS} are possible: correct bands."
        ),
        E::Key(key) => format!(
            "The key “{key}” of a band cannot be used: take 1 to 40 small letters, digits and hyphens, such as met."
        ),
        E::SameKey(key) => {
            format!("Two bands have the key “{key}”: each needs its own, correct bands.")
        }
        E::NoName(key) => format!("The band “{key}” has no name: fill in its name in bands."),
        E::SameName(name) => {
            format!("Two bands are called “{name}”: each needs its own name, correct bands.")
        }
        E::Bounds(bounds) => {
            let all: Vec<String> = bounds.iter().map(ToString::to_string).collect();
            let all = all.join(", ");
            format!("The lower bounds of the bands must descend within 0 and 100, and are {all}: correct bands.")
        }
        E::Last(name, from) => format!(
            "The last band, “{name}”, begins at {from} and must begin at 0, or low scores are in no band: correct bands."
        ),
        E::Twice => {
            "There are bands both in bands and in bandsFrom, and they differ: keep bands, remove bandsFrom."
                .to_owned()
        }
    }
}
