//! What is wrong with a disclosure, or should be looked at, as data.

use crate::{Spot, StatementKind};

/// How sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Certainly wrong.
    Error,
    /// A person should look at it.
    Warning,
    /// Rounding and custom: said once for all of a kind.
    Notice,
}

/// One finding.
#[derive(Debug, Clone, PartialEq)]
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

/// What is wrong.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
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
}

/// How a wrong figure came about, where that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
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
