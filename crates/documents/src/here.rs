//! In the page itself, where a portal's policy allows no worker: reads one file at a time, and gives up by itself,
//! since nobody else can end it.

use crate::{Asked, read, script, serve};
use js_sys::{Date, Uint8Array};
use juesuan_ask::{Answer, DocumentsAsk};
use juesuan_paper::within_size;
use juesuan_say::Language;
use std::cell::Cell;
use wasm_bindgen::prelude::*;

thread_local! {
    /// When reading is given up, in milliseconds since 1970; and how often nobody has looked at the clock since.
    static LATEST: Cell<f64> = const { Cell::new(f64::INFINITY) };
    static UNLOOKED: Cell<u32> = const { Cell::new(0) };
}

/// How many steps are taken between two looks at the clock.
const STEPS: u32 = 1024;

/// A step of something that may take long. Throws when it has taken too long: nothing can be read here after that.
pub(crate) fn step() {
    let steps = UNLOOKED.get() + 1;
    UNLOOKED.set(steps % STEPS);
    if steps == STEPS {
        look();
    }
}

fn look() {
    if Date::now() > LATEST.get() {
        wasm_bindgen::throw_str("too late");
    }
}

/// Answers what is asked (as JSON, like the answer) of the bytes of a file, within so many milliseconds. Throws
/// where that is not enough.
#[wasm_bindgen(js_name = readHere, skip_typescript)]
pub fn read_here(ask: &str, bytes: &Uint8Array, patience: f64) -> Result<String, JsError> {
    let Some(DocumentsAsk::Read {
        name,
        password,
        language,
    }) = juesuan_ask::read(ask)
    else {
        return Err(JsError::new("ask"));
    };
    let language = Language::named(&language).unwrap_or_default();
    let _at_work = script::begin().ok_or_else(|| JsError::new("spoilt"))?;
    LATEST.set(Date::now() + patience);
    let mut asked = Asked {
        password: password.as_deref(),
        progress: &mut |_, _| look(),
    };
    let paper = within_size(f64::from(bytes.length()))
        .and_then(|()| read(&bytes.to_vec(), Some(&name), &mut asked));
    LATEST.set(f64::INFINITY);
    let answer = match serve::answer(paper, language) {
        Ok(given) => Answer::Done(given),
        Err(sentence) => Answer::Refused(sentence),
    };
    Ok(juesuan_ask::write(&answer))
}
