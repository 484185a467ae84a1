use super::cell::Cell;

/// Finding of a form.
pub type Finding = crate::finding::Finding<Cell>;
