//! The ids workbooks are kept under.

use super::clock::now;

/// A new id: the time and a random tail, so that two windows never make the same one.
pub fn new_id() -> String {
    let tail = (js_sys::Math::random() * 1e9) as u64;
    format!("{}-{tail}", now() as u64)
}
