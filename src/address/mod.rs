//! Addresses of cells, of whatever kind: how they are written, how cells lie in rows and columns, and
//! blocks of them. What cells there are, forms and accounts say, each of its own.

mod block;
mod grid;
mod path;

pub use block::Block;
pub use grid::{Going, Grid, RowAt, Sheet, Towards};
pub use path::{BadCell, Written};
pub(crate) use path::{Numbered, Steps, shortened};
