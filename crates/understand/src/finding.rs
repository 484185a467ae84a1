//! What is wrong with a disclosure, or should be looked at, as data.

use crate::claimed::StatementKind;
use crate::place::Spot;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// How sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Severity {
    /// Certainly wrong.
    Error,
    /// A person should look at it.
    Warning,
    /// Rounding and custom: said once for all of a kind.
    Notice,
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// How sure it is.
    pub severity: Severity,
    /// What is wrong.
    pub matter: Matter,
    /// Where it must be mended.
    pub spot: Spot,
    /// The other places it speaks of: the amount of a table that the text should have.
    pub also: Vec<Spot>,
    /// How the right figure is worked out, in signs: `9,746.50 ÷ 9,759.38 = 99.8680…%`.
    pub working: Option<String>,
    /// How it probably came about.
    pub cause: Option<Cause>,
}

impl Finding {
    /// One that speaks of one place, and of which no working or cause is known.
    pub(crate) fn new(severity: Severity, matter: Matter, spot: Spot) -> Self {
        Finding {
            severity,
            matter,
            spot,
            also: Vec::new(),
            working: None,
            cause: None,
        }
    }
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Matter {
    /// A figure of the text that nothing gives.
    Claim {
        /// What kind of figure it is.
        kind: StatementKind,
        /// What it is said of.
        name: String,
        /// As printed, with its unit.
        printed: String,
        /// What it should be, with its unit.
        right: String,
    },
    /// 增加 for what went down, or 减少 for what went up.
    Direction {
        /// What it is said of.
        name: String,
        /// The figure with its words: 增长27.78%.
        printed: String,
        /// It went up; `None` where the words do not agree among themselves.
        up: Option<bool>,
    },
    /// 与上年持平 of what changed.
    NotUnchanged {
        /// What it is said of.
        name: String,
        /// The words.
        printed: String,
    },
    /// 决算数小于预算数 where it is not so.
    Order {
        /// What it is said of.
        name: String,
        /// The words.
        printed: String,
        /// How actual and budget stand.
        is: Order,
    },
    /// Parts that do not come to their whole.
    Sum {
        /// The whole.
        name: String,
        /// Its amount as printed.
        printed: String,
        /// What its parts come to.
        sum: String,
    },
    /// Two amounts for one item.
    Twice {
        /// The item.
        name: String,
        /// Its amount here.
        printed: String,
        /// Its amount before.
        before: String,
    },
    /// Rates and amounts that only the rounding of printed digits explains: all of them at once, with what an
    /// exact calculation gives.
    Rounded {
        /// As printed, and exact: `(93.4%, 93.3%)`.
        figures: Vec<(String, String)>,
    },
    /// A rate of a budget or a year that is zero.
    ZeroBase {
        /// As printed.
        figures: Vec<String>,
    },
    /// An amount of a table that sums or other tables show to be wrong.
    TableAmount {
        /// The title of the table.
        table: String,
        /// Its line and its column: `行政运行·基本支出`.
        what: String,
        /// As printed, with its unit.
        printed: String,
        /// What it should be, with its unit.
        right: String,
    },
    /// A sum of a table that does not come out; any of its amounts may be wrong.
    SumOfParts {
        /// The title of the table.
        table: String,
        /// Line and column of the sum.
        what: String,
        /// The sum as printed, with its unit.
        printed: String,
        /// What its parts come to, with its unit.
        right: String,
    },
    /// Two tables that should have the same amount.
    TwoTables {
        /// The title of the one.
        table: String,
        /// Line and column in it.
        what: String,
        /// The amount in it, as printed, with its unit.
        printed: String,
        /// The title of the other.
        other_table: String,
        /// Line and column in it.
        other_what: String,
        /// The amount in it, as printed, with its unit.
        other: String,
    },
    /// A line that stands in a table twice, so that its sums do not come out.
    RepeatedRow {
        /// The title of the table.
        table: String,
        /// Its code and its name.
        what: String,
    },
    /// Tables that the document lists and does not have.
    MissingTables {
        /// Their numbers in final accounts, 1 to 9.
        numbers: Vec<u8>,
    },
    /// Sums of tables that differ by no more than rounding.
    RoundedSums {
        /// How many.
        count: usize,
    },
    /// What is said of last year is not what last year's disclosure says.
    LastYear {
        /// What it is said of.
        name: String,
        /// The words with the figure.
        printed: String,
        /// The amount in last year's disclosure.
        before: String,
        /// What the figure would be with that.
        right: String,
    },
    /// Words of the template that were to be replaced, chosen from, or left out.
    Residue {
        /// What kind of words.
        kind: Residue,
        /// As printed, blanks closed up: `增加（减少）`.
        printed: String,
    },
    /// A figure, a sign or a unit that is not there.
    Lacking {
        /// What is not there.
        what: Lacking,
        /// As printed: `13.95`.
        printed: String,
        /// With what lacks: `13.95%`; nothing where only the author knows.
        right: Option<String>,
    },
    /// A bracket, or a quotation mark, without its other half.
    Bracket {
        /// The one that is there.
        sign: char,
        /// Whether the other half is the one that would close it.
        opens: bool,
    },
    /// Signs of punctuation of which one is too many, or the wrong one.
    Punctuation {
        /// As printed: `。。`.
        printed: String,
        /// What it should be: `。`.
        right: String,
    },
    /// A sentence that ends a paragraph without a full stop, among others that have one.
    NoFullStop,
    /// Words that were doubled, mistyped, or of which one was lost.
    Words {
        /// As printed: `较上一度`.
        printed: String,
        /// What it should be: `较上一年度`.
        right: String,
    },
    /// A year that is not the one the document speaks of.
    Year {
        /// As printed.
        printed: u16,
        /// What it should be.
        right: u16,
        /// What kind of place it stands in.
        frame: YearFrame,
    },
    /// The name of the unit, misspelt, or that of another unit in its place.
    UnitName {
        /// As printed.
        printed: String,
        /// The name of the unit.
        right: String,
    },
    /// A line of the contents that the headings have in other words, or not at all.
    Contents {
        /// The line of the contents.
        printed: String,
        /// The heading that is meant, as printed; nothing where there is none.
        heading: Option<String>,
    },
    /// Numbers of headings or items that leave one out or have one twice.
    Numbering {
        /// The number before: `二、`.
        before: String,
        /// The number as printed: `四、`.
        printed: String,
        /// What it should be: `三、`.
        right: String,
    },
    /// The name of a subject (科目) that the tables have otherwise for the same amount or code.
    SubjectName {
        /// As printed, with its level: `其他国土资源事务支出（项）`.
        printed: String,
        /// What the tables have: `其他自然资源事务支出（项）`.
        right: String,
        /// Its code.
        code: String,
    },
    /// The level behind the name of a subject: （款） for （项）.
    SubjectLevel {
        /// As printed.
        printed: String,
        /// What it should be.
        right: String,
    },
    /// Items that the text lists as spent on, with nothing spent on them in the table.
    ItemsNotSpent {
        /// Their names, as the text has them.
        items: Vec<String>,
    },
    /// Items with an amount in the table that the list of the text leaves out.
    ItemsNotListed {
        /// Their names, as the table has them.
        items: Vec<String>,
    },
    /// The text says that there was nothing, but the table has amounts.
    NothingButAmounts {
        /// What it is about: `政府性基金`.
        what: String,
    },
    /// The text has an amount, but the table is empty.
    AmountButEmpty {
        /// What it is about.
        what: String,
        /// The amount, as printed.
        printed: String,
    },
    /// A change and 持平 in one comparison.
    ChangedAndUnchanged {
        /// The words, as printed.
        printed: String,
    },
    /// Budget and actual differ, and no reason is given.
    NoReason,
    /// What money was used for names another subject.
    Purpose {
        /// What is printed.
        printed: String,
        /// The subject it is printed under.
        subject: String,
    },
    /// A score of a form that is more than its points.
    ScoreAboveWeight {
        /// The indicator, or the execution.
        name: String,
        /// The score, as printed.
        printed: String,
        /// The points that it is out of.
        weight: String,
    },
    /// An indicator under a heading of a form that it does not belong to.
    Misplaced {
        /// The indicator, or its heading.
        name: String,
        /// The heading it stands under.
        under: String,
        /// The one it belongs under.
        belongs: String,
    },
    /// A target and an actual of a form that do not compare as they stand.
    TargetAndActual {
        /// What lies between them.
        why: Apart,
        /// The indicator.
        name: String,
        /// The target, as printed.
        target: String,
        /// The actual, as printed.
        actual: String,
    },
    /// A cell of a form that must be filled in.
    FormBlank {
        /// The indicator.
        name: String,
        /// What its cell is called.
        what: String,
    },
    /// A grade that the total does not give on any scale.
    Grade {
        /// The grade, as printed.
        printed: String,
        /// The total, as printed.
        total: String,
    },
}

/// What lies between a target and an actual.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Apart {
    /// They are counted over periods of which one was converted: 每月1000份, 5万份.
    Converted,
    /// Periods that do not convert exactly.
    Periods,
    /// Other units: 份, 人次.
    Units,
    /// The actual is a bound and no figure: 低于90%.
    Bound,
}

/// Kinds of words that a template leaves behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Residue {
    /// Two words of which one was to be chosen: `增加（减少）`.
    Choice,
    /// The same before a zero, where neither is right: `增加（减少）0万元`.
    ChoiceOfNothing,
    /// Something that was to be filled in: `XX万元`, `____`.
    Blank,
    /// Words to whoever fills it in: `（如持平作持平表述）`.
    Instruction,
    /// An example that was to be replaced.
    Example,
}

/// What a figure lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Lacking {
    /// The percent sign.
    Percent,
    /// 万元, or 元.
    Unit,
    /// 元 behind 万.
    Yuan,
    /// The figure itself.
    Figure,
}

/// Kinds of places that years stand in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum YearFrame {
    /// A title or a heading.
    Title,
    /// What a sentence is about: `⟨Y⟩年度收入`.
    Statement,
    /// What is compared with: `与⟨Y⟩年度相比`.
    Comparison,
    /// The day on which something was counted: `截至⟨Y⟩年12月31日`.
    Day,
}

/// How two amounts stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Order {
    /// The first is less.
    Less,
    /// They are the same.
    Equal,
    /// The first is greater.
    Greater,
}

impl From<Ordering> for Order {
    fn from(order: Ordering) -> Self {
        match order {
            Ordering::Less => Order::Less,
            Ordering::Equal => Order::Equal,
            Ordering::Greater => Order::Greater,
        }
    }
}

/// How a wrong figure came about, where that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Cause {
    /// Cut off after its last digit instead of rounded.
    Truncated,
    /// Divided by this year instead of last.
    ByThisYear,
    /// What is left of 100.
    Complement,
    /// Swapped with a neighbour.
    Swapped,
    /// Copied from a neighbour.
    Copied,
    /// Ten times as much, or a tenth.
    Ten,
    /// A hundred times as much, or a hundredth.
    Hundred,
    /// Ten thousand times as much, or a ten-thousandth: 元 for 万元.
    TenThousand,
    /// On another base than the words say.
    OtherBase,
}
