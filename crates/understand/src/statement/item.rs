//! Items of the text with the amounts that are said of them, and the claims that are made.

use super::names::Key;
use super::roles::{Against, Direction};
use crate::Spot;
use juesuan_figure::interval::Printed;

/// An amount or a count as the text has it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Amount {
    /// Where it stands.
    pub spot: Spot,
    /// In 万元; of counts in what is counted.
    pub printed: Printed,
    /// What is counted; `None` of money.
    pub counted: Option<&'static str>,
}

/// Something that the text gives amounts for.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Item {
    /// The section of the document.
    pub section: usize,
    /// The matter of that section: see [`crate::Section::matter`].
    pub matter: usize,
    pub name: String,
    pub key: Key,
    /// What it came to: each time that it is said.
    pub actual: Vec<Amount>,
    pub budget: Option<Amount>,
    pub last: Option<Amount>,
    /// The item that it is a part of.
    pub whole: Option<usize>,
    /// It has the name of the figure beside it: 收、支总计各是1.2,1.3万元.
    pub second: bool,
    /// Where it has no amount of its own: the item that may be meant.
    pub instead: Option<usize>,
    /// And what its figure is: one that counts something, or money; `None` for rates.
    pub counts: Option<bool>,
    /// The sentence that it was met in.
    pub sentence: usize,
    /// The first items of the part of the sentence and of the line that it was met in.
    pub opener: Option<usize>,
    pub first: Option<usize>,
    /// The year that its line speaks of where it is met.
    pub dated: Option<u16>,
    /// The number of the list that it stands in; 0 for none.
    pub list: usize,
    /// The name of the whole, where the text has only that: 三公经费支出决算中.
    pub whole_name: Option<String>,
}

/// What is claimed of an item by one figure.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum What {
    Actual,
    Budget,
    LastYear,
    Change {
        direction: Direction,
        against: Against,
        amount: Amount,
    },
    Growth {
        direction: Direction,
        against: Against,
        rate: Printed,
        /// The claim of the change that it goes with.
        change: Option<usize>,
    },
    Share {
        base: String,
        rate: Printed,
    },
    Completion {
        rate: Printed,
    },
    /// 与上年持平: there is no change.
    Unchanged,
    /// 提高3.2个百分点: by how much a share changed, and the claims of that share now and last year.
    Points {
        direction: Direction,
        points: Printed,
        now: Option<usize>,
        last: Option<usize>,
    },
    /// What a share was last year.
    LastRate(Printed),
    /// 决算数大于预算数: the order that is claimed of actual and budget.
    Comparison(std::cmp::Ordering),
    Year {
        year: u16,
        /// It is compared with.
        before: bool,
    },
    Score,
    /// What an amount comes to for each car or each guest.
    Average(Amount),
    /// A figure that is tied to nothing.
    Other,
}

/// A figure of the text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Claim {
    pub spot: Spot,
    pub quote: String,
    /// As printed, with its unit.
    pub claimed: String,
    pub item: Option<usize>,
    /// The other item that it may be said of, where the words allow two.
    pub other: Option<usize>,
    pub what: What,
    /// Claims of one sentence have one number.
    pub sentence: usize,
    /// It has no % behind it where one belongs.
    pub sign_missing: bool,
    /// It stands among the words of a reason or a purpose: it may agree, but nothing is certain there.
    pub aside: bool,
}

/// All that the text says.
#[derive(Debug, Default)]
pub(crate) struct Said {
    pub items: Vec<Item>,
    pub claims: Vec<Claim>,
}

/// An amount that a figure is held against.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Value {
    pub printed: Printed,
    pub spot: Option<Spot>,
    /// The words leave no doubt that it is this one.
    pub sure: bool,
}

impl Value {
    pub fn of(amount: &Amount, sure: bool) -> Self {
        Value {
            printed: amount.printed,
            spot: Some(amount.spot.clone()),
            sure,
        }
    }
}
