//! In the page itself, where a portal's policy allows no worker: reads one file at a time, and gives up by itself,
//! since nobody else can end it.

use crate::{Asked, patience, read, script, serve};
use js_sys::Uint8Array;
use juesuan_ask::{Answer, DocumentsAsk};
use juesuan_paper::within_size;
use juesuan_say::Language;
use wasm_bindgen::prelude::*;

/// Answers what is asked (as JSON, like the answer) of the bytes of a file, within so many milliseconds. Throws
/// where that is not enough.
#[wasm_bindgen(js_name = readHere, skip_typescript)]
pub fn read_here(ask: &str, bytes: &Uint8Array, milliseconds: f64) -> Result<String, JsError> {
    let Some(DocumentsAsk::Read {
        name,
        password,
        language,
        read_as,
    }) = juesuan_ask::read(ask)
    else {
        return Err(JsError::new("ask"));
    };
    let language = Language::named(&language).unwrap_or_default();
    let _at_work = script::begin().ok_or_else(|| JsError::new("spoilt"))?;
    patience::begin(milliseconds);
    let mut asked = Asked {
        password: password.as_deref(),
        progress: &mut |_, _| patience::look(),
    };
    let paper = within_size(f64::from(bytes.length()))
        .and_then(|()| read(&bytes.to_vec(), Some(&name), &mut asked));
    patience::end();
    let answer = match serve::answer(paper, language, read_as) {
        Ok(given) => Answer::Done(given),
        Err(sentence) => Answer::Refused(sentence),
    };
    Ok(juesuan_ask::write(&answer))
}
