//! What is on the screen, one file a part.

pub mod about;
mod chart;
pub mod consolidate;
pub mod disclosure;
pub mod facts;
mod finding;
pub mod findings;
pub mod form;
mod form_grid;
mod goal;
mod grid;
mod hand_on;
pub mod identities;
pub mod language;
pub mod nav;
mod piece;
pub mod quick;
mod row;
pub mod rules;
pub mod start;
pub mod table;
mod table_piece;
mod table_row;
mod table_tools;
pub mod top;
