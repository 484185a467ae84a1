//! The kinds of findings that people look through one at a time.

use crate::understand::{Finding, Matter, StatementKind};

/// A kind of findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Amounts, counts and scores that nothing gives.
    Amounts,
    /// Changes, growth, shares and completion.
    Rates,
    /// Words for up and down, more and less, that the figures contradict.
    Words,
    /// Parts that do not come to their whole, and two amounts for one item.
    Sums,
    /// Digits that were rounded, and rates of nothing.
    Rounding,
    /// What tables say, among themselves and beside the text.
    Tables,
    /// What the text is like, whatever its figures: blanks, signs, names, years.
    Text,
}

impl Kind {
    /// Each of them, in the order in which they are offered.
    pub const ALL: [Kind; 7] = [
        Kind::Amounts,
        Kind::Rates,
        Kind::Words,
        Kind::Sums,
        Kind::Rounding,
        Kind::Tables,
        Kind::Text,
    ];

    /// What a finding is.
    pub fn of(finding: &Finding) -> Self {
        match &finding.matter {
            Matter::Claim { kind, .. } => match kind {
                StatementKind::Change
                | StatementKind::Growth
                | StatementKind::Share
                | StatementKind::Completion => Kind::Rates,
                StatementKind::Comparison => Kind::Words,
                StatementKind::Sum => Kind::Sums,
                StatementKind::Year | StatementKind::Name => Kind::Text,
                StatementKind::Amount | StatementKind::Count | StatementKind::Score => {
                    Kind::Amounts
                }
            },
            Matter::Direction { .. }
            | Matter::Order { .. }
            | Matter::ChangedAndUnchanged { .. } => Kind::Words,
            Matter::Sum { .. } | Matter::Twice { .. } => Kind::Sums,
            Matter::Rounded { .. } | Matter::RoundedSums { .. } | Matter::ZeroBase { .. } => {
                Kind::Rounding
            }
            Matter::TableAmount { .. }
            | Matter::SumOfParts { .. }
            | Matter::TwoTables { .. }
            | Matter::RepeatedRow { .. }
            | Matter::MissingTables { .. }
            | Matter::NothingButAmounts { .. }
            | Matter::AmountButEmpty { .. } => Kind::Tables,
            _ => Kind::Text,
        }
    }
}
