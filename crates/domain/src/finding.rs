//! What a check says: which rule of the house is broken, where, why, and what would mend it.

mod accounts;
mod declare;
mod form;
mod matter;
mod rules;
mod score;
mod together;

pub use accounts::{AccountsMatter, Against, Compared, Difference, Incomparable, OtherSide};
pub use declare::Kind;
pub use form::{Expected, FormMatter, Missed};
pub use matter::Matter;
pub use rules::{BandsError, RuleSetError, RulesPart, Should};
pub use score::{Range, ScoreMatter, Strict};
pub use together::{Alike, FormName, Lack, RulesName, Short, TogetherMatter};

use juesuan_figure::working::Working;
use std::collections::BTreeMap;
use std::fmt;
use std::rc::Rc;

/// Characters of a typed text by which a finding is recognised, at most.
const LONGEST: usize = 40;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The form is wrong as it stands.
    Error,
    /// Somebody should look: it may be right, but usually is not.
    Warning,
    /// How something was understood.
    Notice,
}

impl Severity {
    /// Its name, as scripts know it.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Notice => "notice",
        }
    }

    /// The severity of this name.
    pub fn named(name: &str) -> Option<Self> {
        let all = [Severity::Error, Severity::Warning, Severity::Notice];
        all.into_iter().find(|severity| severity.as_str() == name)
    }
}

/// One finding of a check, as data. `C` addresses a cell and displays as its path.
/// `InWords` of `say` has the sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding<C> {
    /// The kind of finding.
    pub code: Code,
    /// The cell it is about.
    pub cell: C,
    /// What it is about.
    pub matter: Rc<Matter>,
    /// What the check rests on.
    pub rule: Option<Rule>,
    /// The calculation, where there is one.
    pub working: Option<Working>,
    /// What would mend it, as something that can be done for the user.
    pub mend: Option<Mend<C>>,
    /// Why somebody decided to leave it as it is. It is listed and printed still, and no longer
    /// counted.
    pub set_aside: Option<String>,
    /// The places of a finding that is said once for many.
    pub also: Vec<Also<C>>,
}

/// What was read, by name.
pub type Arguments = BTreeMap<String, String>;

/// What a check rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// The words of a rule set.
    Words(String),
    /// The document it is from.
    Source {
        /// The title of the document.
        title: String,
        /// Who issued it.
        issuer: String,
    },
    /// A relation between cells, by its number and title.
    Identity {
        /// Its number, as the layout has it.
        no: String,
        /// What it says, in words.
        title: String,
    },
}

/// One of several places a finding is about, and what there is to say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Also<C> {
    /// The cell.
    pub cell: C,
    /// What there is to say of it.
    pub difference: Difference,
}

/// A mechanical mend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mend<C> {
    /// Put `text` into `cell`.
    Put {
        /// The cell to write into.
        cell: C,
        /// What to write there.
        text: String,
    },
    /// Take the row of `cell` to where it belongs.
    Place {
        /// A cell of the row.
        cell: C,
        /// The 一级指标 it belongs under.
        category: String,
        /// The 二级指标 it belongs under.
        dimension: String,
    },
}

impl<C> Finding<C> {
    /// A finding that says no more than its matter: no rule, no working, no mend.
    pub fn new(cell: C, matter: impl Into<Matter>) -> Self {
        let matter = Rc::new(matter.into());
        Finding {
            code: matter.code(),
            cell,
            matter,
            rule: None,
            working: None,
            mend: None,
            set_aside: None,
            also: Vec::new(),
        }
    }

    /// The same with what the check rests on.
    #[must_use]
    pub fn resting_on(mut self, rule: Rule) -> Self {
        self.rule = Some(rule);
        self
    }

    /// The same with the calculation behind it.
    #[must_use]
    pub fn worked(mut self, working: Working) -> Self {
        self.working = Some(working);
        self
    }

    /// The same with a mend that puts `text` into `cell`.
    #[must_use]
    pub fn mend(mut self, cell: C, text: impl Into<String>) -> Self {
        self.mend = Some(Mend::Put {
            cell,
            text: text.into(),
        });
        self
    }

    /// A mend that takes the row of `cell` to the given headings.
    #[must_use]
    pub fn place(mut self, cell: C, category: &str, dimension: &str) -> Self {
        self.mend = Some(Mend::Place {
            cell,
            category: category.to_owned(),
            dimension: dimension.to_owned(),
        });
        self
    }

    /// What was read, by name, as a file keeps it: by it the finding is recognised, whatever words it is
    /// said in.
    pub fn arguments(&self) -> Arguments {
        let arguments = self.matter.arguments().into_iter();
        arguments
            .map(|(name, text)| (name.to_owned(), text))
            .collect()
    }

    /// How findings are listed: those set aside last, the worst first.
    pub fn order(&self) -> (bool, Severity) {
        (self.set_aside.is_some(), self.severity())
    }

    /// How much it weighs, which its code decides.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

impl Code {
    /// Those about several forms together.
    pub const ACROSS: &'static [Code] = &[
        Code::RuleSetUnusable,
        Code::RuleSetBeside,
        Code::ProjectSpending,
        Code::SettingUnreadable,
        Code::OneMatterTwoValues,
        Code::ConsolidatedPartly,
        Code::ConsolidatedWeights,
        Code::ConsolidatedNot,
        Code::ConsolidatedUnits,
        Code::ConsolidatedDirections,
        Code::ConsolidatedRules,
        Code::ConsolidatedTwice,
        Code::ConsolidatedBlank,
    ];
}

impl Code {
    /// Those about tables of the accounts and their text.
    pub const ACCOUNTS: &'static [Code] = &[
        Code::YearUnreadable,
        Code::YearMissing,
        Code::StyleUnknown,
        Code::LayoutUnknown,
        Code::CellsUnplaced,
        Code::TableSum,
        Code::TableShort,
        Code::TableRounding,
        Code::RoundingShown,
        Code::TablesDisagree,
        Code::AmountNegative,
        Code::CodeUnknown,
        Code::CodeTwice,
        Code::CodeOrphan,
        Code::CodeName,
        Code::TableEmpty,
        Code::TableNotEmpty,
        Code::FactsDisagree,
        Code::FactsMissing,
        Code::ReasonMissing,
        Code::SentenceWaiting,
        Code::SentenceFigure,
        Code::SentenceTyped,
        Code::SharesRounded,
        Code::FormsDisagree,
    ];
}

/// Declares the codes once: variant, stable text, severity.
macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $severity:ident;)*) => {
        /// The stable name of a kind of finding, as scripts and the documentation know it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[$doc])* $name,)* }

        impl Code {
            /// Every code, in the order of the documentation.
            pub const ALL: &'static [Code] = &[$(Code::$name,)*];

            /// Its name, as scripts and files know it.
            pub fn as_str(self) -> &'static str {
                match self { $(Code::$name => $text,)* }
            }

            /// How much findings of this kind weigh.
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// A number cannot be read.
    FigureUnreadable = "figure-unreadable", Error;
    /// A cell that the score needs is empty.
    CellMissing = "cell-missing", Warning;
    /// An amount, weight or score below zero.
    FigureNegative = "figure-negative", Error;
    /// An amount with more than two decimals of 万元.
    AmountDecimals = "amount-decimals", Notice;
    /// All weights together are not the points of the form.
    WeightsTotal = "weights-total", Error;
    /// The indicators of a goal do not add up to the weight written for the goal.
    GoalWeight = "goal-weight", Error;
    /// A heading carries points in words, `数量指标（36分）`, and its indicators add up to others.
    HeadingWeight = "heading-weight", Error;
    /// A category's points differ from those of the rule set.
    CategoryWeight = "category-weight", Warning;
    /// The claimed score is not the computed one.
    ScoreDiffers = "score-differs", Error;
    /// A score above its weight.
    ScoreAboveWeight = "score-above-weight", Error;
    /// A qualitative score outside the band it was given.
    ScoreOutsideBand = "score-outside-band", Error;
    /// A qualitative indicator in a band that its rule set does not have.
    BandUnknown = "band-unknown", Error;
    /// The claimed total is not the sum of the scores.
    TotalDiffers = "total-differs", Error;
    /// The claimed execution rate is not B ÷ A.
    ExecutionRateDiffers = "execution-rate-differs", Error;
    /// More was spent than the budget holds.
    SpentOverBudget = "spent-over-budget", Warning;
    /// Spent, and nothing was budgeted.
    SpentUnbudgeted = "spent-unbudgeted", Error;
    /// Budget and spending are both zero.
    ExecutionNotApplicable = "execution-not-applicable", Notice;
    /// Basic and project spending do not add up to the whole.
    SpendingParts = "spending-parts", Warning;
    /// Target and actual are in units that cannot be compared.
    UnitMismatch = "unit-mismatch", Warning;
    /// Target and actual are for different periods and were converted.
    PeriodConverted = "period-converted", Warning;
    /// Target and actual are for periods that do not convert exactly.
    PeriodMismatch = "period-mismatch", Warning;
    /// The target is a number, the actual is not, or the other way round.
    ActualWithoutNumber = "actual-without-number", Warning;
    /// A score could not be computed; the claimed one stands in the total.
    ScoreTakenOver = "score-taken-over", Warning;
    /// A percentage was read as the degree of completion of a target in words.
    DegreeOfCompletion = "degree-of-completion", Notice;
    /// Target or actual is negative: reached or not decides.
    NegativeRatio = "negative-ratio", Notice;
    /// A target with `=` was exceeded.
    AboveEqualTarget = "above-equal-target", Notice;
    /// A target with 大于 or 小于 was met exactly, and so not reached.
    TargetJustMissed = "target-just-missed", Warning;
    /// The actual is far above the target.
    FarAboveTarget = "far-above-target", Warning;
    /// An indicator stands under a dimension it does not belong to.
    DimensionMisplaced = "dimension-misplaced", Warning;
    /// Something was missed and no cause is written.
    DeviationMissing = "deviation-missing", Error;
    /// A miss is explained, and nothing was missed.
    DeviationUnneeded = "deviation-unneeded", Notice;
    /// A placeholder of the template is left in a text.
    PlaceholderLeft = "placeholder-left", Error;
    /// A total in a text is not the sum of the parts written beside it.
    NarrativeTotal = "narrative-total", Warning;
    /// A rate in a text is not what the two amounts beside it give.
    NarrativeRate = "narrative-rate", Warning;
    /// A date cannot be read.
    DateUnreadable = "date-unreadable", Error;
    /// The form is dated in the future.
    DateFuture = "date-future", Error;
    /// The form is dated after the rule set's deadline.
    DateLate = "date-late", Warning;
    /// The rule set named is not known; the default was used.
    RuleSetUnknown = "rule-set-unknown", Error;
    /// A rule set that a file brings along cannot be used.
    RuleSetUnusable = "rule-set-unusable", Error;
    /// A file brings other rules along under the id of a built-in set.
    RuleSetBeside = "rule-set-beside", Warning;
    /// The project forms do not add up to the unit's project spending.
    ProjectSpending = "project-spending", Warning;
    /// A setting of the workbook cannot be read.
    SettingUnreadable = "setting-unreadable", Error;
    /// One indicator has different values in two forms of the workbook.
    OneMatterTwoValues = "one-matter-two-values", Warning;
    /// Only some of the consolidated forms have the indicator.
    ConsolidatedPartly = "consolidated-partly", Notice;
    /// The consolidated forms give the indicator different weights.
    ConsolidatedWeights = "consolidated-weights", Warning;
    /// Something of the consolidated forms could not be brought together, or only of some.
    ConsolidatedNot = "consolidated-not", Warning;
    /// Indicators of one name are counted in different units.
    ConsolidatedUnits = "consolidated-units", Error;
    /// Of indicators of one name more is better here and less is better there.
    ConsolidatedDirections = "consolidated-directions", Error;
    /// The consolidated forms were made under different rules.
    ConsolidatedRules = "consolidated-rules", Error;
    /// A form has several rows of one name.
    ConsolidatedTwice = "consolidated-twice", Notice;
    /// Nothing is reported in some of the consolidated forms.
    ConsolidatedBlank = "consolidated-blank", Notice;
    /// More indicators than a form can hold.
    FormTooLarge = "form-too-large", Error;
    /// The year is none, or one far away.
    YearUnreadable = "year-unreadable", Error;
    /// Accounts were begun, and nobody has said for which year.
    YearMissing = "year-missing", Warning;
    /// The style of the text is not known; the first one was used.
    StyleUnknown = "style-unknown", Error;
    /// No layout has the id that was chosen.
    LayoutUnknown = "layout-unknown", Warning;
    /// Something is typed for which the layout has no place.
    CellsUnplaced = "cells-unplaced", Notice;
    /// A whole in a table is not the sum of its parts.
    TableSum = "table-sum", Error;
    /// The rows that are there come to less than their total: some may not be there yet.
    TableShort = "table-short", Warning;
    /// Differences within what rounding makes, in tables, between them and to the forms: one for all.
    TableRounding = "table-rounding", Notice;
    /// Exact sums hold, but what is displayed of them does not add up.
    RoundingShown = "rounding-shown", Notice;
    /// An identity between two tables does not hold.
    TablesDisagree = "tables-disagree", Error;
    /// An amount of a table below zero.
    AmountNegative = "amount-negative", Warning;
    /// A row with amounts has no code, or one that is not in the classification.
    CodeUnknown = "code-unknown", Warning;
    /// Two rows of one table have the same code.
    CodeTwice = "code-twice", Error;
    /// The subject above a row is missing.
    CodeOrphan = "code-orphan", Warning;
    /// The name of a subject is not the one that belongs to its code.
    CodeName = "code-name", Warning;
    /// A table that may be empty is neither filled in nor said to be empty.
    TableEmpty = "table-empty", Notice;
    /// A table is said to be empty and is not.
    TableNotEmpty = "table-not-empty", Error;
    /// Figures that are typed beside the tables do not agree.
    FactsDisagree = "facts-disagree", Error;
    /// Money was spent on something that is said not to be there.
    FactsMissing = "facts-missing", Warning;
    /// Something changed and no reason is written.
    ReasonMissing = "reason-missing", Error;
    /// A sentence cannot be written yet.
    SentenceWaiting = "sentence-waiting", Notice;
    /// A reworded sentence names a figure that does not exist.
    SentenceFigure = "sentence-figure", Error;
    /// A reworded sentence holds a figure typed by hand.
    SentenceTyped = "sentence-typed", Warning;
    /// Rounded shares of a whole do not add up to 100%.
    SharesRounded = "shares-rounded", Notice;
    /// A form and the accounts give different figures.
    FormsDisagree = "forms-disagree", Error;
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
