//! Self-evaluation forms (绩效自评表): what is typed, the rules, the scores and the checks.
//!
//! [`Form`] is as typed; [`RuleSet`] is data from `rules/`; [`evaluate`] is pure and gives an
//! [`Evaluation`]: every score with its working, every heading's sum, and the findings.

mod across;
mod cell;
mod checks;
mod consolidate;
mod evaluate;
mod form;
mod outline;
mod quantity;
mod rules;
mod score;
mod vocabulary;
mod wording;
mod working;

pub use across::check_across;
pub use cell::{BadCell, Cell, ExecutionField, FormField, GoalField, IndicatorField};
pub use consolidate::{Consolidation, consolidate};
pub use evaluate::{Evaluation, ExecutionEvaluation, GoalEvaluation, evaluate};
pub use form::{Band, Direction, Execution, Form, FormKind, Goal, Indicator, Nature};
pub use outline::{Heading, Level};
pub use quantity::{Comparison, Period, Quantity, Reading, read};
pub use rules::{Category, Grade, RuleSet, Source, TemplateRow, Words, built_in, rule_set};
pub use score::{Score, ScoreStatus, quantitative_score};
pub use wording::whereabouts;

/// A form may hold this many indicators; beyond it the page refuses the file and a script gets a
/// finding. The longest published forms have some eighty.
pub const MOST_INDICATORS: usize = 2_000;

/// Finding of a form.
pub type Finding = crate::finding::Finding<Cell>;
