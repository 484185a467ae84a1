//! The worker's side of the conversation: a WebAssembly module that answers what the page asks.
//!
//! A module of its own is a crate with one exported function, which calls `serve` with what it does.
//! On anything but wasm32 this crate is empty.

// What wasm-bindgen writes has some of its own; scripts/lint.sh looks that we write none.
#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]
#![warn(missing_docs)]

#[cfg(target_arch = "wasm32")]
mod serve;
#[cfg(target_arch = "wasm32")]
pub use serve::{Page, serve};
