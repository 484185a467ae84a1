//! What is on the screen, one file a part.

pub mod consolidate;
mod finding;
pub mod findings;
pub mod form;
mod goal;
pub mod hand_on;
pub mod nav;
mod piece;
pub mod quick;
mod row;
pub mod rules;
mod shell;
pub mod start;
pub mod top;
