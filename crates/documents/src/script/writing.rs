//! Papers as files.

use super::{bad, begin, broken};
use crate::{Paper, Written, write};
use js_sys::{JSON, JsString, Reflect, Uint8Array};
use juesuan_say::Spoken as _;
use wasm_bindgen::prelude::*;

/// JSON of a paper, in UTF-16 units: one of thirty pages has some 400,000, with the place of each of its characters.
const LARGEST: u32 = 64 << 20;

/// Writes a paper as a file for Word ("docx") or Excel ("xlsx"): one that `readDocument` gave, that `publish` made, or
/// that was made by hand. Equal papers give equal bytes. Throws an Error with one sentence for what such a file cannot
/// hold.
#[wasm_bindgen(js_name = writeDocument)]
pub fn write_document(
    #[wasm_bindgen(unchecked_param_type = "Paper")] paper: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "\"docx\" | \"xlsx\"")] kind: &JsValue,
) -> Result<Uint8Array, JsError> {
    // Arguments first: what runs code of the caller's may call in its turn.
    let json = json(paper)?;
    let kind = match kind.dyn_ref::<JsString>().map(String::from).as_deref() {
        Some("docx") => Written::Docx,
        Some("xlsx") => Written::Xlsx,
        _ => return Err(bad("kind", kind, "应为 docx 或 xlsx")),
    };
    let at_work = begin().ok_or_else(broken)?;
    let read: Result<Paper, _> = juesuan_json::read(&json);
    let written = read.map(|read| write(&read, kind));
    drop(at_work);
    match written {
        Err(error) => {
            let why: String = error.to_string().chars().take(80).collect();
            Err(bad("paper", paper, &format!("不符合格式（{why}）")))
        }
        Ok(Err(unwritable)) => Err(JsError::new(&unwritable.in_chinese())),
        Ok(Ok(bytes)) => Ok(Uint8Array::from(bytes.as_slice())),
    }
}

/// The JSON of a paper: it crosses at once, where reading an object crosses for every field of it.
fn json(paper: &JsValue) -> Result<String, JsError> {
    let blocks = match paper.is_object() {
        true => Reflect::get(paper, &"blocks".into()).ok(),
        false => None,
    };
    if !blocks.is_some_and(|blocks| js_sys::Array::is_array(&blocks)) {
        let why = "不符合格式，应为 readDocument 或 publish 给出的 Paper";
        return Err(bad("paper", paper, why));
    }
    match JSON::stringify(paper) {
        // A cycle, a depth no stack holds, a big integer, a getter that throws.
        Err(_) => Err(bad("paper", paper, "不能转换为 JSON")),
        Ok(json) if json.length() > LARGEST => {
            let why = format!("太大：最多 {} MB", LARGEST >> 20);
            Err(bad("paper", paper, &why))
        }
        Ok(json) => Ok(String::from(json)),
    }
}
