//! What there is to say of several forms together, and of the rules of a workbook.

use super::declare::{Argument, choices, matters};
use super::rules::RuleSetError;
use crate::figure::{Exact, Number};
use crate::settings::SettingProblem;
use std::rc::Rc;

choices! {
    /// Why a form gives nothing to an indicator, the most telling first where several hold.
    Lack:
    /// No target is typed.
    TargetMissing = "target-missing",
    /// No actual is typed.
    ActualMissing = "actual-missing",
    /// The target cannot be read.
    TargetUnreadable = "target-unreadable",
    /// The actual cannot be read.
    ActualUnreadable = "actual-unreadable",
    /// A number against words.
    ActualWords = "actual-words",
    /// Target and actual do not compare.
    Incomparable = "incomparable",
    /// No score is typed where judgement decides.
    ScoreMissing = "score-missing",
    /// The score cannot be read.
    ScoreUnreadable = "score-unreadable",
}

choices! {
    /// What is short of the forms that do not give an amount.
    Short:
    /// The execution of the budget, and what is weighted by spending.
    ExecutionAndRates = "execution-and-rates",
    /// The execution of the budget.
    Execution = "execution",
    /// The amount itself.
    Amount = "amount",
}

/// What a form is called. Each may be empty. Of ten thousand forms every row of the whole may name most: the
/// texts are shared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FormName {
    /// The unit that filled it in.
    pub unit: Rc<str>,
    /// Of a project.
    pub project: Rc<str>,
    /// The name of the file it came from.
    pub file: Rc<str>,
}

impl Argument for FormName {
    fn argument(&self) -> String {
        [&*self.unit, &self.project, &self.file].join("|")
    }
}

/// Forms that count an indicator in one unit and one direction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    /// Empty where there is none.
    pub unit: String,
    /// Whether less is better for them.
    pub lower_is_better: bool,
    /// Which forms.
    pub forms: Vec<FormName>,
}

impl Argument for Alike {
    fn argument(&self) -> String {
        let direction = if self.lower_is_better {
            "lower"
        } else {
            "higher"
        };
        format!("{} {direction}: {}", self.unit, self.forms.argument())
    }
}

/// Rules as they are named.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RulesName {
    /// The name of the set, or its id where it is not there or cannot be used.
    pub name: String,
    /// Where another set has the same name.
    pub id: Option<String>,
    /// Whether there is such a set that can be used.
    pub known: bool,
}

impl Argument for RulesName {
    fn argument(&self) -> String {
        format!("{} {}", self.name, self.id.argument())
    }
}

matters! {
    /// What there is to say of several forms together, and of the rules of a workbook.
    TogetherMatter:
    /// A rule set that is not known; `used` scores in its place.
    RulesUnknown { id: String } with { used: String } = RuleSetUnknown;
    /// A rule set that a workbook brings along and that cannot be used, and what is wrong with it;
    /// `used` scores in its place, where a form names it.
    RulesUnusable { name: String, why: RuleSetError } with { used: Option<String> } = RuleSetUnusable;
    /// Rules of a workbook under the id of a built-in set: they do not stand for it.
    RulesBeside { name: String, id: String } with { official: String } = RuleSetBeside;
    /// A setting that cannot be read, `problem` being what is wrong with it.
    Setting { setting: &'static str, text: String } with { problem: SettingProblem } = SettingUnreadable;
    ProjectSpending { sum: Exact, spending: Number } = ProjectSpending;
    OneMatter { name: String, here: String, other: String, there: String } = OneMatterTwoValues;
    /// `has` of `forms` have the indicator; those `named` are those that have it, or those that have not.
    Partly { has: usize, forms: usize, named: Vec<FormName>, named_have_it: bool } = ConsolidatedPartly;
    Twice { name: String, forms: Vec<FormName>, rows: usize } = ConsolidatedTwice;
    /// `used`: the weight most forms have.
    Weights { used: Option<Number>, others: Vec<FormName> } = ConsolidatedWeights;
    Units { kinds: Vec<Alike> } = ConsolidatedUnits;
    UnitsAndDirections { kinds: Vec<Alike> } = ConsolidatedUnits "and-directions";
    Directions { kinds: Vec<Alike> } = ConsolidatedDirections;
    NumbersAndWords { numbers: Vec<FormName>, words: Vec<FormName> } = ConsolidatedNot "numbers-and-words";
    /// Forms that give nothing to one indicator, by the reason; `nothing`: no form gives anything.
    LeftOut { forms: Vec<(Lack, Vec<FormName>)>, nothing: bool } = ConsolidatedNot "left-out";
    /// Amounts of the head that some forms do not give.
    AmountsLeftOut { missing: Vec<FormName>, unreadable: Vec<FormName>, short: Short }
        with { label: String } = ConsolidatedNot "amounts";
    /// Forms in which nothing was reported.
    Blank { forms: Vec<FormName>, all: bool } = ConsolidatedBlank;
    /// Forms made under other rules than those that score the whole.
    Rules { used: String, others: Vec<(RulesName, Vec<FormName>)> } = ConsolidatedRules;
}
