//! What there is to say of one form, and of any text.

use super::declare::{choices, matters};
use crate::figure::{Exact, FigureError, Number};
use rust_decimal::Decimal;

choices! {
    /// What a cell is for.
    Expected:
    /// Money.
    Amount = "amount",
    /// A percentage.
    Percentage = "percentage",
    /// A target or an actual.
    Quantity = "quantity",
    /// A weight or a score.
    Points = "points",
}

matters! {
    /// What there is to say of one form, and of any text. Labels are those of cells, names and texts
    /// are as typed, shortened; amounts are in 万元, weights in points.
    FormMatter:
    /// A number that cannot be read.
    Unreadable { error: FigureError } with { label: String, expected: Expected } = FigureUnreadable;
    /// A result that is too long.
    TooLarge {} with { label: String } = FigureUnreadable "too-large";
    Missing {} with { label: String } = CellMissing;
    Negative { number: Number } with { label: String } = FigureNegative;
    Decimals { number: Number } with { label: String } = AmountDecimals;
    NothingToExecute {} = ExecutionNotApplicable;
    Unbudgeted { actual: Number } = SpentUnbudgeted;
    OverBudget { budget: Number, actual: Number } = SpentOverBudget;
    /// `written` and `exact` are percentages as shown.
    ExecutionRate { written: String, exact: String } = ExecutionRateDiffers;
    SpendingParts { sum: Decimal, whole: Number } = SpendingParts;
    Weights { sum: Exact, points: Exact } = WeightsTotal;
    /// `sums_right`: the indicators add up to what they must everywhere else, so that the goal alone is
    /// wrong. Goals are counted from 0.
    GoalWeight { written: Number, sum: Exact } with { goal: usize, sums_right: bool } = GoalWeight;
    HeadingWeight { name: String, written: Number, sum: Exact } with { sums_right: bool } = HeadingWeight;
    CategoryWeight { name: String, sum: Exact, points: Number } with { rules: String } = CategoryWeight;
    /// `under` is empty where it stands under no heading.
    SatisfactionMisplaced { under: String } = DimensionMisplaced "satisfaction";
    Misplaced { dimension: String, category: String, belongs: String } = DimensionMisplaced;
    /// Those missed by name, of an indicator without one `None`, and how many `more` there are.
    DeviationMissing { names: Vec<Missed>, more: usize } = DeviationMissing;
    DeviationUnneeded {} = DeviationUnneeded;
    Placeholder { placeholder: &'static str } with { label: String } = PlaceholderLeft;
    DateUnreadable { date: String } = DateUnreadable;
    DateFuture { date: String } with { today: String } = DateFuture;
    DateLate { date: String, deadline: String } = DateLate;
    TooManyRows { count: usize } with { most: usize } = FormTooLarge;
    /// A whole and its parts in a text.
    WrittenTotal { written: String, exact: String, unit: String } = NarrativeTotal;
    /// A rate in a text.
    WrittenRate { written: String, exact: String } = NarrativeRate;
}

/// What was missed: an indicator, by its name where it has one, or the execution of the budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missed {
    /// The execution of the budget.
    Execution,
    /// An indicator, by its name.
    Indicator(String),
    /// An indicator without a name.
    Unnamed,
}

impl super::declare::Argument for Missed {
    fn argument(&self) -> String {
        match self {
            Missed::Execution => "execution".to_owned(),
            Missed::Indicator(name) => name.clone(),
            Missed::Unnamed => String::new(),
        }
    }
}
