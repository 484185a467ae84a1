//! How long reading may take in the page itself, which nobody else can end.

use std::cell::Cell;

thread_local! {
    /// When it is given up, in milliseconds since 1970; in a worker never.
    static LATEST: Cell<f64> = const { Cell::new(f64::INFINITY) };
    /// Steps since somebody last looked at the clock.
    static STEPS: Cell<u32> = const { Cell::new(0) };
}

/// How many steps are taken between two looks at the clock.
const UNLOOKED: u32 = 1024;

/// From now on so many milliseconds.
pub(crate) fn begin(milliseconds: f64) {
    LATEST.set(js_sys::Date::now() + milliseconds);
}

/// It was enough.
pub(crate) fn end() {
    LATEST.set(f64::INFINITY);
}

/// A step of something that may take long.
pub(crate) fn step() {
    STEPS.set((STEPS.get() + 1) % UNLOOKED);
    if STEPS.get() == 0 {
        look();
    }
}

/// Throws when it was not enough: this module can read nothing after that.
pub(crate) fn look() {
    let latest = LATEST.get();
    if latest.is_finite() && js_sys::Date::now() > latest {
        wasm_bindgen::throw_str("too late");
    }
}
