use crate::working::Working;

/// A figure in a text that does not follow from the figures around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// Whether a sum or a rate is wrong.
    pub kind: SlipKind,
    /// `7,044 + 8,345 + 13,930 = 29,319`
    pub working: Working,
    /// As it stands in the text, without blanks; a rate with its sign: `29,339`, `100.0%`.
    pub written: String,
    /// What it should be: `29,319`, `96.3%`.
    pub exact: String,
    /// The unit as it stands behind the whole, `人次`; none for a rate.
    pub unit: String,
}

/// What a slip is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlipKind {
    /// A whole and its parts, which 其中 introduces.
    Total,
    /// 完成…的 R%.
    Rate,
}
