use super::cell::Cell;

/// Finding of the accounts.
pub type Finding = crate::finding::Finding<Cell>;

/// One of the places of a finding about many.
pub type Also = crate::finding::Also<Cell>;
