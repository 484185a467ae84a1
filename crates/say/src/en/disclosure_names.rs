//! What the parts of a reviewed disclosure are called.

use juesuan_understand::{Cause, DisclosureKind, Matter, Severity, StatementKind, Unit, Verdict};

/// How a wrong figure came about, as part of a sentence.
pub(crate) fn cause(cause: &Cause) -> String {
    let words = match cause {
        Cause::Truncated => "cut off after its last digit instead of rounded",
        Cause::ByThisYear => "divided by this year instead of last year",
        Cause::Complement => "what is left of 100%",
        Cause::Swapped => "swapped with a figure beside it",
        Cause::Copied => "copied from a figure beside it",
        Cause::Ten => "its decimal point one place off, by a factor of 10",
        Cause::Hundred => "its decimal point two places off, by a factor of 100",
        Cause::TenThousand => "元 taken for 万元, by a factor of 10,000",
        Cause::OtherBase => "on another base",
    };
    words.to_owned()
}

/// What a kind of matter is called in lists and filters.
pub(crate) fn kind(matter: &Matter) -> String {
    use Matter as M;
    let words = match matter {
        M::Claim { kind, .. } => return format!("{} wrong", statement_kind(kind)),
        M::Direction { .. } => "Up or down",
        M::NotUnchanged { .. } => "Unchanged or not",
        M::Order { .. } => "Comparison",
        M::Sum { .. } => "Sum of parts",
        M::Twice { .. } => "Two amounts for one",
        M::Rounded { .. } | M::RoundedSums { .. } => "Rounding",
        M::ZeroBase { .. } => "Base of zero",
        M::LastYear { .. } => "Last year",
        M::TableAmount { .. } => "Amount of a table",
        M::SumOfParts { .. } => "Sum of a table",
        M::TwoTables { .. } => "Two tables",
        M::RepeatedRow { .. } => "Row twice",
        M::MissingTables { .. } => "Missing tables",
        M::NothingButAmounts { .. } | M::AmountButEmpty { .. } => "Text and table",
        M::ItemsNotSpent { .. } | M::ItemsNotListed { .. } => "Items listed",
        M::SubjectName { .. } | M::SubjectLevel { .. } => "Subject",
        M::Purpose { .. } => "Purpose",
        M::NoReason => "Reason missing",
        M::ChangedAndUnchanged { .. } => "Changed and unchanged",
        M::Year { .. } => "Year",
        M::UnitName { .. } => "Name of the unit",
        M::Contents { .. } => "Contents",
        M::Numbering { .. } => "Numbering",
        M::Residue { .. } => "Left of the template",
        M::Lacking { .. } => "Figure or unit missing",
        M::Bracket { .. } | M::Punctuation { .. } | M::NoFullStop => "Punctuation",
        M::Words { .. } => "Misspelt",
        M::ScoreAboveWeight { .. } => "Score above points",
        M::Misplaced { .. } => "Indicator misplaced",
        M::TargetAndActual { .. } => "Target and actual",
        M::FormBlank { .. } => "Missing in a form",
        M::Grade { .. } => "Grade",
    };
    words.to_owned()
}

pub(crate) fn severity(severity: &Severity) -> String {
    match severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Notice => "Notice",
    }
    .to_owned()
}

pub(crate) fn statement_kind(kind: &StatementKind) -> String {
    match kind {
        StatementKind::Amount => "Amount",
        StatementKind::Change => "Change",
        StatementKind::Growth => "Rate of change",
        StatementKind::Share => "Share",
        StatementKind::Completion => "Completion rate",
        StatementKind::Comparison => "Comparison",
        StatementKind::Sum => "Sum",
        StatementKind::Count => "Count",
        StatementKind::Score => "Score",
        StatementKind::Year => "Year",
        StatementKind::Name => "Name",
    }
    .to_owned()
}

pub(crate) fn verdict(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Agrees => "Agrees",
        Verdict::Rounding => "Rounding",
        Verdict::Wrong => "Wrong",
        Verdict::Doubtful => "Doubtful",
        Verdict::Unknown => "Not held against anything",
    }
    .to_owned()
}

pub(crate) fn disclosure_kind(kind: &DisclosureKind) -> String {
    match kind {
        DisclosureKind::FinalAccounts => "Final accounts",
        DisclosureKind::Budget => "Budget",
        DisclosureKind::SelfEvaluation => "Self-evaluation",
        DisclosureKind::Unknown => "Not recognised",
    }
    .to_owned()
}

pub(crate) fn amounts_unit(unit: &Unit) -> String {
    unit.as_str().to_owned()
}

/// A table of final accounts by its number, 1 to 9.
pub(crate) fn table_no(no: &u8) -> String {
    format!("table {no:02}")
}
