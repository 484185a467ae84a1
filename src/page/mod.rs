//! The page: what people see and touch. Knows the browser, and leaves every calculation to the
//! library.

mod app;
mod block;
mod clock;
mod consolidating;
mod database;
mod document;
mod early;
mod embedded;
mod entry;
mod field;
mod files;
mod frame;
mod host;
mod keeping;
mod keys;
mod language;
mod leaving;
mod listeners;
mod message;
mod modules;
mod offline;
mod pasting;
mod picture;
mod policy;
mod program;
mod rescue;
mod said;
mod selection;
mod storage;
mod views;
mod whereabouts;
mod words;
mod worker;

pub use program::prepare;
