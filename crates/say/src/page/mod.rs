//! The texts of the page: what each language has to say, by the part of the page that says it.

mod at_hand;
mod consolidation;
mod documents;
mod figures;
mod findings;
mod form;
mod handing_on;
mod importing;
mod own_rules;
mod publishing;
mod quick;
mod report;
mod review;
mod rules;
mod shell;
mod start;
mod tables;
mod text;

pub use at_hand::AtHand;
pub use consolidation::Consolidation;
pub use documents::Documents;
pub use figures::Figures;
pub use findings::Findings;
pub use form::Form;
pub use handing_on::HandingOn;
pub use importing::Importing;
pub use own_rules::OwnRules;
pub use publishing::Publishing;
pub use quick::{Asked, Quick};
pub use report::Report;
pub use review::Review;
pub use rules::Rules;
pub use shell::Shell;
pub use start::Start;
pub use tables::{Tables, UnitRead};
pub use text::Text;

/// Every text of the page.
pub trait Page:
    Shell
    + Start
    + Form
    + Tables
    + Text
    + Figures
    + Findings
    + Report
    + HandingOn
    + Publishing
    + Rules
    + OwnRules
    + Consolidation
    + Documents
    + Review
    + Publishing
    + Importing
    + Quick
    + AtHand
{
}
