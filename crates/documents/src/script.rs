//! The JavaScript interface: converts, reads, converts back.

mod writing;

use crate::{Asked, Marked, Unreadable, mark, read};
use js_sys::{JSON, JsString, Reflect, Uint8Array};
use juesuan_paper::{Remarks, Unmarkable, within_size};
use juesuan_say::{Language, Spoken as _, of_file, reviewer, say_notes};
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

/// JSON of a review, in MB of characters: one of thirty pages has less than one.
const LARGEST_REVIEW: u32 = 64;

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

/// Writes the findings of a review into the file that was reviewed: comments in a Word file (.docx), highlighted
/// text with notes in a PDF. All else in it stays as it is. Findings that were set aside are passed over. Throws an
/// Error with one sentence for what takes no notes: another kind of file, one that is protected, encrypted or signed
/// so that nothing may be added, one that is not what was reviewed.
#[wasm_bindgen(js_name = markDocument, unchecked_return_type = "Uint8Array")]
pub fn mark_document(
    #[wasm_bindgen(unchecked_param_type = "Uint8Array")] bytes: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "ReviewToMark")] review: &JsValue,
) -> Result<Uint8Array, JsError> {
    let Some(bytes) = bytes.dyn_ref::<Uint8Array>() else {
        return Err(bad("bytes", bytes, "应为 Uint8Array"));
    };
    let remarks = remarks(review)?;
    let at_work = begin().ok_or_else(broken)?;
    let marked = marked(bytes, &remarks);
    drop(at_work);
    match marked {
        Ok(marked) => Ok(Uint8Array::from(marked.bytes.as_slice())),
        Err(unmarkable) => Err(JsError::new(&unmarkable.in_chinese())),
    }
}

fn marked(bytes: &Uint8Array, remarks: &Remarks) -> Result<Marked, Unmarkable> {
    within_size(f64::from(bytes.length())).map_err(Unmarkable::Unreadable)?;
    let author = reviewer(Language::Chinese);
    mark(&bytes.to_vec(), &remarks.findings, author)
}

/// The findings of a review, which crosses as one text.
fn remarks(review: &JsValue) -> Result<Remarks, JsError> {
    let wrong = || {
        bad(
            "review",
            review,
            "不符合格式，应为 checkDisclosure 给出的 Review",
        )
    };
    if !review.is_object() {
        return Err(wrong());
    }
    let json = JSON::stringify(review).map_err(|_| bad("review", review, "不能转换为 JSON"))?;
    if json.length() > LARGEST_REVIEW * 1024 * 1024 {
        let most = format!("太大：最多 {LARGEST_REVIEW} MB");
        return Err(bad("review", review, &most));
    }
    juesuan_json::read(&String::from(json)).map_err(|_| wrong())
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
