//! How much is read.

/// Characters of one document that are read.
pub const MOST_CHARACTERS: usize = 20_000_000;
/// Cells of one table that are read.
pub const MOST_CELLS: usize = 200_000;
