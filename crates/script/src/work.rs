//! One call at a time is at work, and one that never ended is known by the next.

use std::sync::atomic::{AtomicBool, Ordering};
use wasm_bindgen::prelude::*;

/// Whether somebody is at work: still so at the next call, that one never ended.
static AT_WORK: AtomicBool = AtomicBool::new(false);

/// One call at work.
///
/// A call that was cut short, for lack of memory or of stack, leaves what it was working on as it was
/// just then. Nothing can be relied on after that, and every further call says so.
pub(super) struct Work;

impl Work {
    pub fn begin() -> Result<Self, JsError> {
        if AT_WORK.swap(true, Ordering::Relaxed) {
            return Err(JsError::new(
                "之前的一次调用没有正常结束，此后的结果不再可靠：请重新载入模块。",
            ));
        }
        Ok(Work)
    }
}

impl Drop for Work {
    /// Reached however a call ends, but not where it is cut short.
    fn drop(&mut self) {
        AT_WORK.store(false, Ordering::Relaxed);
    }
}

/// Runs what may be code of the caller's, which may call in its turn.
pub(super) fn outside<T>(run: impl FnOnce() -> T) -> T {
    AT_WORK.store(false, Ordering::Relaxed);
    let result = run();
    AT_WORK.store(true, Ordering::Relaxed);
    result
}
