//! What there is to say of the tables, of what is typed beside them, and of the text.

use super::declare::{Argument, choices, matters};
use crate::settings::SettingProblem;
use juesuan_figure::measure::Senseless;
use juesuan_figure::{Exact, FigureError, Number};
use rust_decimal::Decimal;

/// A whole, and what its parts come to, in 万元.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    /// What the whole comes to.
    pub whole: Exact,
    /// What its parts come to together.
    pub parts: Exact,
}

impl Compared {
    /// How far they are apart; `None` where that is out of range.
    pub fn apart(self) -> Option<Exact> {
        self.whole.checked_sub(self.parts).map(Exact::abs)
    }
}

impl Argument for Compared {
    fn argument(&self) -> String {
        format!("{} : {}", self.whole, self.parts)
    }
}

/// What an amount is held against. Phrases are what cells are called in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OtherSide {
    /// One cell, by its phrase.
    Cell(String),
    /// A table that has no row for it.
    NoRow {
        /// The table, as it is called in print.
        table: String,
        /// The row that would hold the amount, by its name.
        row: String,
    },
    /// The sum of so many cells, by the first of them.
    Cells {
        /// The phrase of the first of them.
        first: String,
        /// How many there are, the first among them.
        count: usize,
    },
    /// The sum of its parts.
    Parts,
    /// The sum of what is typed beside the tables.
    Facts,
    /// Execution of the overall form.
    FormExecution,
    /// Basic spending of the overall form.
    FormBasic,
    /// Project spending of the overall form.
    FormProjects,
    /// The execution of all project forms.
    ProjectForms,
}

/// What there is to say of one of several places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// Rows that come to less than their whole.
    Short {
        /// What the whole is called in a sentence.
        phrase: String,
        /// The whole and its rows.
        sums: Compared,
    },
    /// Both sides of what rounding explains.
    Rounding {
        /// What one side is called in a sentence.
        phrase: String,
        /// What the other side is called.
        other: OtherSide,
        /// Both sides.
        sums: Compared,
    },
    /// What is displayed does not add up.
    Shown {
        /// What the whole is called in a sentence.
        phrase: String,
        /// The whole as it is displayed.
        shown: Exact,
        /// The displayed parts together.
        sum: Exact,
    },
}

impl Argument for Difference {
    fn argument(&self) -> String {
        match self {
            Difference::Short { sums, .. } | Difference::Rounding { sums, .. } => sums.argument(),
            Difference::Shown { shown, sum, .. } => format!("{shown} : {sum}"),
        }
    }
}

/// Why a target and an actual of the key work do not compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Incomparable {
    /// Their units, empty where there is none.
    Units(String, String),
    /// They are for different parts of the year.
    Periods,
    /// The target is zero: there is no rate.
    ZeroTarget,
    /// The rate has more digits than can be held.
    TooLarge,
}

impl Argument for Incomparable {
    fn argument(&self) -> String {
        match self {
            Incomparable::Units(target, actual) => format!("{target} : {actual}"),
            Incomparable::Periods => "periods".to_owned(),
            Incomparable::ZeroTarget => "zero-target".to_owned(),
            Incomparable::TooLarge => "too-large".to_owned(),
        }
    }
}

choices! {
    /// What an amount differs from.
    Against:
    /// The same amount a year ago.
    LastYear = "last-year",
    /// The budget at the beginning of the year.
    Budget = "budget",
    /// The budget, where nothing else is meant.
    Anything = "anything",
}

matters! {
    /// What there is to say of the tables, of what is typed beside them, and of the text. A phrase is
    /// what a cell is called in a sentence; amounts are in 万元; rows are counted from 0.
    AccountsMatter:
    /// `layout`: the tables that are used meanwhile, where they are those of a year.
    YearUnreadable { year: String } with { layout: Option<String> } = YearUnreadable;
    YearMissing {} with { layout: Option<String> } = YearMissing;
    /// `used`: the style the text is written in instead.
    StyleUnknown { style: String } with { used: String } = StyleUnknown;
    /// `used`: the tables that are used instead.
    LayoutUnknown { layout: String } with { used: String } = LayoutUnknown;
    /// The first of the cells that have something typed and no place, and how many there are.
    CellsUnplaced { cells: Vec<String>, count: usize } with { layout: String } = CellsUnplaced;
    /// A setting that cannot be read, where there is no form to say it at.
    Setting { setting: &'static str, text: String } with { problem: SettingProblem } = SettingUnreadable;
    /// `money`: an amount is asked for, not a count.
    Unreadable { error: FigureError } with { phrase: String, example: &'static str, money: bool }
        = FigureUnreadable;
    NotWhole { text: String } with { label: String } = FigureUnreadable "not-whole";
    /// A cell whose amount follows and is too long to be shown.
    OutOfRange {} with { phrase: String } = FigureUnreadable "out-of-range";
    Negative { number: Number } with { phrase: String } = AmountNegative;
    Decimals { number: Number } with { phrase: String } = AmountDecimals;
    CodeMissing {} with { line: usize } = CodeUnknown "missing";
    CodeUnreadable { code: String } = CodeUnknown "unreadable";
    CodeUnknown { code: String } with { depth: &'static str } = CodeUnknown;
    /// `first`: the row that has the code already.
    CodeTwice { code: String } with { first: usize } = CodeTwice;
    /// The row above that is missing, by code and name.
    CodeOrphan { code: String, above: String } with { name: String, depth: &'static str } = CodeOrphan;
    CodeName { code: String, typed: String } with { name: String } = CodeName;
    /// `no` is the table's number, `table` what it is called in print, `nothing` what it would hold.
    TableEmpty { no: String } with { table: String, nothing: String } = TableEmpty;
    TableNotEmpty { no: String } with { table: String, nothing: String } = TableNotEmpty;
    TableSum { sums: Compared } with { phrase: String } = TableSum;
    /// What is there of the parts is more than the whole.
    PartsExceed { sums: Compared } with { phrase: String } = TableSum "exceeded";
    /// Rows that come to less than their whole, which may not all be there yet. `other`: the table
    /// they are in, as it is called in print, where it is another one.
    TableShort { sums: Compared } with { phrase: String, other: Option<String> } = TableShort;
    /// Differences that rounding explains; of one alone what it is.
    Rounding { count: usize, one: Option<Difference> } = TableRounding;
    /// Exact sums that do not add up in what is displayed of them.
    RoundingShown { count: usize, one: Option<Difference> } = RoundingShown;
    TablesDisagree { sums: Compared } with { phrase: String, other: OtherSide } = TablesDisagree;
    Unbudgeted { actual: Decimal } with { phrase: String } = SpentUnbudgeted;
    OverBudget { actual: Decimal, budget: Decimal } with { phrase: String } = SpentOverBudget;
    MoreThan { part: Number, whole: Number } with { part_label: String, whole_label: String }
        = FactsDisagree "part";
    MoreThanProcurement { part: Number, whole: Exact } = FactsDisagree "procurement";
    RunningParts { sums: Compared } with { table: String } = FactsDisagree "running";
    OperatingDiffers { typed: Number, public: Exact } with { table: String } = FactsDisagree "operating";
    MoreHeld { held: Number, all: Decimal } = FactsDisagree "vehicles";
    SpentOnNothing { spent: Decimal } with { phrase: String, label: String } = FactsMissing "nothing-there";
    NothingSpent { count: Number } with { phrase: String, label: String } = FactsMissing "nothing-spent";
    WorkNotComparable { why: Incomparable } = UnitMismatch "work";
    /// A figure of the accounts, and what the forms say of the same money.
    FormsDisagree { sums: Compared } with { phrase: String, name: OtherSide } = FormsDisagree;
    /// Rounded shares of `whole` come to `sum`, a percentage as shown.
    SharesRounded { sum: String } with { whole: String } = SharesRounded;
    /// The reason why `what` is another amount than something else.
    ReasonMissing {} with { what: String, against: Against } = ReasonMissing;
    /// A figure of the text that means nothing, and why.
    Senseless { name: String } with { why: Senseless } = SentenceWaiting "senseless";
    Waiting {} with { name: String } = SentenceWaiting;
    Unexplained { code: String } with { name: String } = SentenceWaiting "explanation";
    FigureUnknown { name: String } = SentenceFigure;
    FigureTyped { words: String } = SentenceTyped;
}
