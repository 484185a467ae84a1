//! The JavaScript interface: converts, reads, converts back.

mod writing;

use crate::{Asked, Unreadable, read};
use js_sys::{JSON, JsString, Reflect, Uint8Array};
use juesuan_paper::within_size;
use juesuan_say::{Language, Spoken as _, of_file, say_notes};
use std::sync::atomic::{AtomicBool, Ordering};
use wasm_bindgen::prelude::*;

/// Papers, as scripts see them: plain objects, so their types are written by hand.
#[wasm_bindgen(typescript_custom_section)]
const PAPER: &str = include_str!("../../paper/src/script.d.ts");

/// What else this module takes.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("script.d.ts");

/// Characters of an argument that an error quotes.
const MOST_QUOTED: u32 = 80;

#[wasm_bindgen]
extern "C" {
    /// `[object Map]`.
    #[wasm_bindgen(catch, js_namespace = ["Object", "prototype", "toString"], js_name = call)]
    fn kind_of(value: &JsValue) -> Result<JsValue, JsValue>;
}

/// Whether somebody is at work: still so at the next call, that one was cut short, for lack of memory or of
/// stack, and nothing can be relied on after that.
static AT_WORK: AtomicBool = AtomicBool::new(false);

/// While it lives somebody is at work.
pub(crate) struct AtWork;

impl Drop for AtWork {
    fn drop(&mut self) {
        AT_WORK.store(false, Ordering::Relaxed);
    }
}

/// Begins to work; `None` where an earlier work was cut short.
pub(crate) fn begin() -> Option<AtWork> {
    // Made only where it is given: what is dropped ends the work.
    if AT_WORK.swap(true, Ordering::Relaxed) {
        return None;
    }
    Some(AtWork)
}

/// What is said then.
fn broken() -> JsError {
    JsError::new("之前的一次调用没有正常结束，此后的结果不再可靠：请重新载入模块。")
}

/// Reads a document: PDF, OFD, Word (.docx), Excel (.xlsx, .xls), OpenDocument spreadsheet, web page or text. The
/// kind is told by the content. Throws an Error with one sentence, which names the file, for what cannot be read.
#[wasm_bindgen(js_name = readDocument, unchecked_return_type = "Paper")]
pub fn read_document(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] bytes: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "string")] name: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "ReadOptions")] options: &JsValue,
) -> Result<JsValue, JsError> {
    // Arguments first: what runs code of the caller's may call in its turn.
    let Some(bytes) = bytes.dyn_ref::<Uint8Array>() else {
        return Err(bad("bytes", bytes, "应为 Uint8Array"));
    };
    let name = optional_text("name", name)?;
    let password = if is_left_out(options) {
        None
    } else if options.is_object() {
        let password = Reflect::get(options, &"password".into())
            .map_err(|_| bad("options.password", options, "无法读取"))?;
        optional_text("options.password", &password)?
    } else {
        return Err(bad("options", options, "应为对象"));
    };
    let at_work = begin().ok_or_else(broken)?;
    let json = json(bytes, name.as_deref(), password.as_deref());
    drop(at_work);
    let json = json.map_err(|unreadable| {
        let sentence = unreadable.in_chinese();
        JsError::new(&of_file(name.as_deref(), &sentence, Language::Chinese))
    })?;
    JSON::parse(&json).map_err(|_| JsError::new("结果无法转换为 JavaScript 对象。"))
}

/// The paper, which crosses as one text.
fn json(
    bytes: &Uint8Array,
    name: Option<&str>,
    password: Option<&str>,
) -> Result<String, Unreadable> {
    within_size(f64::from(bytes.length()))?;
    let progress = &mut |_, _| {};
    let mut paper = read(&bytes.to_vec(), name, &mut Asked { password, progress })?;
    say_notes(&mut paper, Language::Chinese);
    Ok(juesuan_json::write(&paper))
}

fn is_left_out(value: &JsValue) -> bool {
    value.is_undefined() || value.is_null()
}

fn optional_text(argument: &str, value: &JsValue) -> Result<Option<String>, JsError> {
    match value.dyn_ref::<JsString>() {
        Some(text) => Ok(Some(String::from(text))),
        None if is_left_out(value) => Ok(None),
        None => Err(bad(argument, value, "应为文本")),
    }
}

/// Names the argument and quotes the beginning of it, without asking anything of it.
fn bad(argument: &str, value: &JsValue, why: &str) -> JsError {
    let text = match value.dyn_ref::<JsString>() {
        Some(text) => {
            let beginning = String::from(text.slice(0, MOST_QUOTED));
            let tail = if text.length() > MOST_QUOTED {
                "…"
            } else {
                ""
            };
            format!("{beginning}{tail}")
        }
        None => match (value.as_f64(), value.as_bool()) {
            (Some(number), _) => number.to_string(),
            (None, Some(flag)) => flag.to_string(),
            _ if value.is_undefined() => "undefined".to_owned(),
            _ if value.is_null() => "null".to_owned(),
            _ => kind_of(value)
                .ok()
                .and_then(|kind| kind.as_string())
                .unwrap_or_else(|| "[object]".to_owned()),
        },
    };
    let text: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    JsError::new(&format!("参数 {argument}：“{text}”{why}。"))
}
