//! Self-evaluation forms (绩效自评表): what is typed, the rules, the scores and the checks.
//!
//! [`Form`] is as typed; [`RuleSet`] is data from `rules/`; [`evaluate`] is pure and gives an
//! [`Evaluation`]: every score with its working, every heading's sum, and the findings.

mod across;
mod bands;
mod bringing;
mod cell;
mod checks;
mod comparable;
mod consolidate;
mod consolidated_wording;
mod content;
mod evaluate;
mod evaluated;
mod execution;
mod finding;
mod form;
mod heads;
mod indicator;
mod matching;
mod outline;
mod parts;
mod places;
mod qualitative;
mod quantitative;
mod review;
mod rows;
mod rule_cell;
mod rule_check;
mod rule_draft;
mod rule_read;
mod rules;
mod scale;
mod score;
mod settings;
mod split;
mod together;
mod trial;
mod typing;
mod whereabouts;
mod wording;
mod working;

pub use across::check_across;
pub use bands::{Band, BandKey, BandsFrom};
pub use bands::{FEWEST_BANDS, MOST_BANDS};
pub use bringing::Brought;
pub use cell::{BadCell, Cell, ExecutionField, FormField, GoalField, IndicatorField};
pub(crate) use cell::{goal_named, indicator_named};
pub use consolidate::{
    Consolidation, Rules, Source as ConsolidationSource, consolidate, consolidate_sources,
    usual_rules,
};
pub use evaluate::evaluate;
pub(crate) use evaluate::evaluate_after;
pub use evaluated::{Evaluation, ExecutionEvaluation, GoalEvaluation};
pub use finding::Finding;
pub use form::{Execution, Form, FormKind, Goal, Indicator, MOST_INDICATORS, Nature};
pub use heads::{Head, is_category, is_dimension, unbracketed};
pub use matching::is_blank as is_unreported;
pub use outline::{Heading, Level};
pub use parts::{Group, Outlier, Outside, Part, groups, parts};
pub use review::{Remark, SetAside};
pub(crate) use rows::{Before, Rows};
pub use rule_cell::{
    BandField, CategoryField, GradeField, RuleCell, RuleField, RuleList, TemplateField,
};
pub use rule_check::{MOST_ROWS, RuleFault};
pub use rule_draft::{BandDraft, CategoryDraft, GradeDraft, RuleDraft, TemplateDraft};
pub use rules::{
    Category, Grade, MOST_PLACES_SET, RuleSet, TemplateRow, Words, ZeroByZero, built_in, rule_set,
};
pub use scale::Bounds;
pub use scale::said_before;
pub use score::{Score, ScoreStatus, quantitative_score};
pub use settings::{Effect, Effective, effects};
pub use split::Split;
pub use trial::{Differing, Trial, Tried, trial};
pub use whereabouts::whereabouts;
pub use wording::{rule_set_beside, rule_set_unknown, rule_set_unusable, setting_unreadable};

// What evaluations are made of and others need too is known by these names as well.
pub use crate::finding::{BandsError, RuleSetError};
pub use crate::quantity::{Comparison, Direction, Months, Period, Quantity, Reading, read};
pub use crate::settings::{Setting, SettingFault, SettingProblem, Settings};
pub use crate::source::Source;
