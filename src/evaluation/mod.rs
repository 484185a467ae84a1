//! Self-evaluation forms (绩效自评表): what is typed, the rules, the scores and the checks.
//!
//! [`Form`] is as typed; [`RuleSet`] is data from `rules/`; [`evaluate`] is pure and gives an
//! [`Evaluation`]: every score with its working, every heading's sum, and the findings.

mod across;
mod bands;
mod behind;
mod binding;
mod bringing;
mod cell;
mod checks;
mod comparable;
mod consolidate;
mod consolidated_wording;
mod evaluate;
mod form;
mod matching;
mod narrative;
mod outline;
mod parts;
mod period;
mod places;
mod quantity;
mod range;
mod review;
mod rule_check;
mod rules;
mod score;
mod settings;
mod together;
mod vocabulary;
mod wording;
mod working;

pub use across::check_across;
pub(crate) use bands::said_before;
pub use bands::{Band, BandKey, BandsError, BandsFrom, Bounds};
pub use bringing::Brought;
pub use cell::{BadCell, Cell, ExecutionField, FormField, GoalField, IndicatorField};
pub(crate) use checks::check_text;
pub use consolidate::{
    Consolidation, Rules, Source as ConsolidationSource, consolidate, consolidate_sources,
    usual_rules,
};
pub use evaluate::{Evaluation, ExecutionEvaluation, GoalEvaluation, evaluate};
pub use form::{Direction, Execution, Form, FormKind, Goal, Indicator, Nature, Remark, SetAside};
pub use outline::{Heading, Level};
pub use parts::{Group, Part, groups, parts};
pub use period::{Months, Period};
pub use quantity::{Comparison, Quantity, Reading, read};
pub(crate) use review::{mark_aside, move_paths, put_aside, write_remark};
pub use rule_check::RuleSetError;
pub use rules::{
    Category, Grade, RuleSet, Source, TemplateRow, Words, ZeroByZero, built_in, rule_set,
};
pub use score::{Score, ScoreStatus, quantitative_score};
pub use settings::{Effect, MOST_PLACES_SET, Setting, Settings, effects};
pub use wording::{
    rule_set_beside, rule_set_unknown, rule_set_unusable, setting_unreadable, whereabouts,
};

/// A form may hold this many indicators; beyond it the page refuses the file and a script gets a
/// finding. The longest published forms have some eighty.
pub const MOST_INDICATORS: usize = 2_000;

/// Finding of a form.
pub type Finding = crate::finding::Finding<Cell>;
