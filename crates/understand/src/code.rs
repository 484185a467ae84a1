//! The names by which scripts and files know what was found: they stay when sentences are reworded.

use crate::{
    Apart, Cause, DisclosureKind, Finding, Matter, Order, Residue, RulesFrom, Severity,
    StatementKind, Unit,
};
use crate::{Lacking, Verdict, YearFrame};

/// Declares the stable names of an enum's variants.
macro_rules! names {
    ($type:ident: $($variant:ident = $name:literal,)+) => {
        impl $type {
            /// Every one of them, with its stable name.
            pub const NAMES: &'static [($type, &'static str)] = &[$(($type::$variant, $name),)+];

            /// Its name, as scripts and files know it.
            pub fn as_str(self) -> &'static str {
                match self { $($type::$variant => $name,)+ }
            }

            /// The one of this name.
            pub fn named(name: &str) -> Option<Self> {
                let mut all = Self::NAMES.iter();
                all.find(|(_, known)| *known == name).map(|(one, _)| *one)
            }
        }
    };
}

names! { Severity: Error = "error", Warning = "warning", Notice = "notice", }

names! { StatementKind:
    Amount = "amount", Change = "change", Growth = "growth", Share = "share", Completion = "completion",
    Comparison = "comparison", Sum = "sum", Count = "count", Score = "score", Year = "year", Name = "name",
}

names! { Verdict:
    Agrees = "agrees", Rounding = "rounding", Wrong = "wrong", Doubtful = "doubtful", Unknown = "unknown",
}

names! { DisclosureKind:
    FinalAccounts = "finalAccounts", Budget = "budget", SelfEvaluation = "selfEvaluation", Unknown = "unknown",
}

names! { Cause:
    Truncated = "truncated", ByThisYear = "byThisYear", Complement = "complement", Swapped = "swapped",
    Copied = "copied", Ten = "ten", Hundred = "hundred", TenThousand = "tenThousand", OtherBase = "otherBase",
}

names! { Unit: Yuan = "元", Qian = "千元", Wan = "万元", Million = "百万元", Yi = "亿元", }

names! { Order: Less = "less", Equal = "equal", Greater = "greater", }

names! { Residue:
    Choice = "choice", ChoiceOfNothing = "choiceOfNothing", Blank = "blank", Instruction = "instruction",
    Example = "example",
}

names! { Lacking: Percent = "percent", Unit = "unit", Yuan = "yuan", Figure = "figure", }

names! { Apart: Converted = "converted", Periods = "periods", Units = "units", Bound = "bound", }

names! { RulesFrom: Given = "given", Printed = "printed", Guessed = "guessed", Unknown = "unknown", }

names! { YearFrame: Title = "title", Statement = "statement", Comparison = "comparison", Day = "day", }

/// Declares the codes of matters once.
macro_rules! codes {
    ($($variant:ident = $code:literal,)+) => {
        impl Matter {
            /// Every code, in the order of the documentation.
            pub const CODES: &'static [&'static str] = &[$($code,)+];

            /// The stable name of this kind of matter, as scripts and the documentation know it.
            pub fn code(&self) -> &'static str {
                match self { $(Matter::$variant { .. } => $code,)+ }
            }
        }
    };
}

codes! {
    Claim = "figure-wrong",
    Direction = "direction-wrong",
    Order = "comparison-wrong",
    NotUnchanged = "not-unchanged",
    Sum = "parts-sum",
    Twice = "amount-twice",
    Rounded = "figures-rounded",
    ZeroBase = "zero-base",
    LastYear = "last-year-differs",
    TableAmount = "table-amount",
    SumOfParts = "table-parts",
    TwoTables = "tables-differ",
    RepeatedRow = "row-repeated",
    MissingTables = "tables-missing",
    RoundedSums = "sums-rounded",
    NothingButAmounts = "nothing-but-amounts",
    AmountButEmpty = "amount-but-empty",
    ItemsNotSpent = "items-not-spent",
    ItemsNotListed = "items-not-listed",
    SubjectName = "subject-name",
    SubjectLevel = "subject-level",
    Purpose = "purpose-copied",
    NoReason = "reason-not-given",
    ChangedAndUnchanged = "changed-and-unchanged",
    Year = "year-wrong",
    UnitName = "unit-name",
    Contents = "contents-differ",
    Numbering = "numbering-broken",
    Residue = "template-left",
    Lacking = "sign-missing",
    Bracket = "bracket-single",
    Punctuation = "punctuation-wrong",
    NoFullStop = "full-stop-missing",
    Words = "words-wrong",
    ScoreAboveWeight = "score-above-points",
    Misplaced = "indicator-misplaced",
    TargetAndActual = "target-and-actual",
    FormBlank = "score-missing",
    Grade = "grade-wrong",
}

/// What was read, by name.
pub type Arguments = Vec<(&'static str, String)>;

impl Matter {
    /// What was read, by name: by it a finding is recognised, whatever words it is said in.
    pub fn arguments(&self) -> Arguments {
        use Matter as M;
        let texts = |texts: &[(&'static str, &String)]| -> Arguments {
            texts
                .iter()
                .map(|(name, text)| (*name, (*text).clone()))
                .collect()
        };
        let and = |mut all: Arguments, name: &'static str, text: String| {
            all.push((name, text));
            all
        };
        match self {
            M::Claim {
                kind,
                name,
                printed,
                right,
            } => and(
                texts(&[("name", name), ("printed", printed), ("right", right)]),
                "kind",
                kind.as_str().to_owned(),
            ),
            M::Direction { name, printed, up } => and(
                texts(&[("name", name), ("printed", printed)]),
                "up",
                up.map_or_else(String::new, |up| up.to_string()),
            ),
            M::NotUnchanged { name, printed } => texts(&[("name", name), ("printed", printed)]),
            M::Order { name, printed, is } => and(
                texts(&[("name", name), ("printed", printed)]),
                "is",
                is.as_str().to_owned(),
            ),
            M::Sum { name, printed, sum } => {
                texts(&[("name", name), ("printed", printed), ("sum", sum)])
            }
            M::Twice {
                name,
                printed,
                before,
            } => texts(&[("name", name), ("printed", printed), ("before", before)]),
            M::Rounded { figures } => {
                let figures = figures
                    .iter()
                    .map(|(printed, exact)| format!("{printed}→{exact}"));
                vec![("figures", figures.collect::<Vec<_>>().join("、"))]
            }
            M::LastYear {
                name,
                printed,
                before,
                right,
            } => texts(&[
                ("name", name),
                ("printed", printed),
                ("before", before),
                ("right", right),
            ]),
            M::ZeroBase { figures } => vec![("figures", figures.join("、"))],
            M::TableAmount {
                table,
                what,
                printed,
                right,
            }
            | M::SumOfParts {
                table,
                what,
                printed,
                right,
            } => texts(&[
                ("table", table),
                ("what", what),
                ("printed", printed),
                ("right", right),
            ]),
            M::TwoTables {
                table,
                what,
                printed,
                other_table,
                other_what,
                other,
            } => texts(&[
                ("table", table),
                ("what", what),
                ("printed", printed),
                ("otherTable", other_table),
                ("otherWhat", other_what),
                ("other", other),
            ]),
            M::RepeatedRow { table, what } => texts(&[("table", table), ("what", what)]),
            M::MissingTables { numbers } => {
                let numbers: Vec<String> = numbers.iter().map(u8::to_string).collect();
                vec![("numbers", numbers.join("、"))]
            }
            M::RoundedSums { count } => vec![("count", count.to_string())],
            M::NothingButAmounts { what } => texts(&[("what", what)]),
            M::AmountButEmpty { what, printed } => texts(&[("what", what), ("printed", printed)]),
            M::ItemsNotSpent { items } | M::ItemsNotListed { items } => {
                vec![("items", items.join("、"))]
            }
            M::SubjectName {
                printed,
                right,
                code,
            } => texts(&[("printed", printed), ("right", right), ("code", code)]),
            M::SubjectLevel { printed, right }
            | M::UnitName { printed, right }
            | M::Punctuation { printed, right }
            | M::Words { printed, right } => texts(&[("printed", printed), ("right", right)]),
            M::Purpose { printed, subject } => texts(&[("printed", printed), ("subject", subject)]),
            M::NoReason | M::NoFullStop => Vec::new(),
            M::ChangedAndUnchanged { printed } => texts(&[("printed", printed)]),
            M::Year {
                printed,
                right,
                frame,
            } => vec![
                ("printed", printed.to_string()),
                ("right", right.to_string()),
                ("frame", frame.as_str().to_owned()),
            ],
            M::Contents { printed, heading } => and(
                texts(&[("printed", printed)]),
                "heading",
                heading.clone().unwrap_or_default(),
            ),
            M::Numbering {
                before,
                printed,
                right,
            } => texts(&[("before", before), ("printed", printed), ("right", right)]),
            M::Residue { kind, printed } => and(
                texts(&[("printed", printed)]),
                "kind",
                kind.as_str().to_owned(),
            ),
            M::Lacking {
                what,
                printed,
                right,
            } => vec![
                ("what", what.as_str().to_owned()),
                ("printed", printed.clone()),
                ("right", right.clone().unwrap_or_default()),
            ],
            M::ScoreAboveWeight {
                name,
                printed,
                weight,
            } => texts(&[("name", name), ("printed", printed), ("weight", weight)]),
            M::Misplaced {
                name,
                under,
                belongs,
            } => texts(&[("name", name), ("under", under), ("belongs", belongs)]),
            M::TargetAndActual {
                why,
                name,
                target,
                actual,
            } => and(
                texts(&[("name", name), ("target", target), ("actual", actual)]),
                "why",
                why.as_str().to_owned(),
            ),
            M::FormBlank { name, what } => texts(&[("name", name), ("what", what)]),
            M::Grade { printed, total } => texts(&[("printed", printed), ("total", total)]),
            M::Bracket { sign, opens } => {
                vec![("sign", sign.to_string()), ("opens", opens.to_string())]
            }
        }
    }
}

impl Finding {
    /// The stable name of its kind.
    pub fn code(&self) -> &'static str {
        self.matter.code()
    }
}
