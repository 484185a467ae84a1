//! What is on the screen, one file a part.

mod about;
mod chart;
pub mod consolidate;
mod disclosure;
mod facts;
mod finding;
pub mod findings;
pub mod form;
mod goal;
mod grid;
pub mod hand_on;
mod identities;
pub mod nav;
mod piece;
pub mod quick;
mod row;
pub mod rules;
mod shell;
pub mod start;
mod table;
mod table_piece;
mod table_row;
mod table_tools;
pub mod top;
