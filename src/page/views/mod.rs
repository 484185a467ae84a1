//! What is on the screen, one file a part.

pub mod findings;
pub mod form;
mod goal;
pub mod nav;
pub mod quick;
mod row;
pub mod start;
pub mod top;
