//! The page: a page of its own, its worker, or a form in somebody else's page. Which of them is asked for
//! by what the script calls.

#[cfg(target_arch = "wasm32")]
mod page;

// Nothing happens before a script calls.
fn main() {}
