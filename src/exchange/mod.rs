//! In and out: workbooks as files, and derived values in the shapes scripts know.

mod file;
mod pasted;
pub mod wire;

pub use file::{EXTENSION, FileError, LARGEST_FILE, read_workbook, write_workbook};
pub use pasted::pasted_cells;
