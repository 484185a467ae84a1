//! What is wrong with a cell of rules that are being written, said beside it.

use super::figures::wrong;
use super::rules::{bands, called, rule_set, should};
use super::settings::{setting, setting_problem};
use juesuan_domain::evaluation::{
    BandField, CategoryField, FEWEST_BANDS, GradeField, MOST_BANDS, MOST_ROWS, RuleCell, RuleFault,
    RuleField, RuleList, TemplateField,
};
use juesuan_domain::finding::{BandsError, RuleSetError};

/// What a cell is called, or a list.
pub(crate) fn rule_cell(cell: &RuleCell) -> String {
    let label = match cell {
        RuleCell::Whole(field) => match field {
            RuleField::Name => "Name",
            RuleField::Id => "Id",
            RuleField::SourceTitle => "Document",
            RuleField::SourceIssuer => "Issuer and number",
            RuleField::SourceNote => "Note",
            RuleField::ExecutionPoints => "Points for execution",
            RuleField::IndicatorPoints => "Points of all indicators",
            RuleField::Execution => "How execution is scored",
            RuleField::Higher => "Where more is better",
            RuleField::Lower => "Where less is better",
            RuleField::Bands => "What is judged",
            RuleField::FarAbove => "Far above the target",
            RuleField::Notes => "Notes below the table",
        },
        RuleCell::Setting(cell) => return setting(cell),
        RuleCell::List(list) => match list {
            RuleList::Categories => "First-level categories",
            RuleList::Bands => "Bands of the scale",
            RuleList::Grades => "Grades",
            RuleList::Template => "Project template",
        },
        RuleCell::Category(_, field) => match field {
            CategoryField::Name => "Name",
            CategoryField::Points => "Points",
            CategoryField::Stems => "Known by",
            CategoryField::Dimensions => "Dimensions known by",
        },
        RuleCell::Band(_, BandField::Name) | RuleCell::Grade(_, GradeField::Name) => "Name",
        RuleCell::Band(_, BandField::From) => "From (%)",
        RuleCell::Grade(_, GradeField::From) => "From (points)",
        RuleCell::Row(_, field) => match field {
            TemplateField::Category => "Category",
            TemplateField::Dimension => "Dimension",
            TemplateField::Weight => "Points",
        },
    };
    label.to_owned()
}

/// A whole sentence, for whoever types there.
pub(crate) fn rule_fault(fault: &RuleFault) -> String {
    use RuleSetError as E;
    match &fault.error {
        E::Id(_) => {
            "Take 1 to 40 small letters, digits and hyphens, such as wuhan-2020.".to_owned()
        }
        E::IdTaken(id) => format!("Other rules have the id “{id}”: take another."),
        E::Blank(part) => format!("It is blank: write {}.", called(*part)),
        E::Points {
            execution,
            indicators,
        } => format!(
            "{execution} points for execution and {indicators} for the indicators must be 100 together, those of the indicators above 0, none below: correct them."
        ),
        E::NoCategory => "There is no category: add one at least.".to_owned(),
        E::Stems(_) => {
            "It has no words it is known by: write some, such as 产出, with commas between them."
                .to_owned()
        }
        E::Categories { sum, points } => format!(
            "The points add up to {sum}, not to the {points} of the indicators: correct them, or leave them blank."
        ),
        E::CategoriesAbove { sum, points } => format!(
            "The points add up to {sum}, more than the {points} of the indicators: correct them."
        ),
        E::Bands(BandsError::Count(count)) => format!(
            "There are {count} bands, {FEWEST_BANDS} to {MOST_BANDS} are possible: add or remove some."
        ),
        E::Bands(BandsError::NoName(_)) => "It is blank: write the name of the band.".to_owned(),
        E::Bands(BandsError::SameName(name)) => {
            format!("Another band is called “{name}” too: give each a name of its own.")
        }
        E::Bands(BandsError::Bounds(bounds)) => {
            let all: Vec<String> = bounds.iter().map(ToString::to_string).collect();
            let all = all.join(", ");
            format!("The lower bounds must descend within 0 and 100, and are {all}: correct them.")
        }
        E::Bands(BandsError::Last(_, from)) => format!(
            "The last band begins at {from} and must begin at 0, or low scores are in no band: correct it."
        ),
        E::Bands(error) => bands(error),
        E::Grade(_) => {
            "It must be below the grade before it and within 0 and 100: correct it.".to_owned()
        }
        E::Bound {
            value, should: s, ..
        } => {
            format!("{value} must be {}: correct it.", should(*s))
        }
        E::Template { sum, points } => format!(
            "The points add up to {sum}, not to the {points} of the indicators: correct them."
        ),
        E::TemplateLong(count) | E::TooMany { count, .. } => {
            format!("There are {count}, at most {MOST_ROWS} are possible: remove some.")
        }
        E::Figure(error) => format!("{}: write a number, such as 10.", wrong(error)),
        E::Setting(problem) => setting_problem(problem),
        E::Places(_) | E::Deadline(_) => rule_set(&fault.error),
    }
}
