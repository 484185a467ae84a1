//! Arguments of scripts, which may be anything: a proxy that throws, an object in itself, a list of
//! four thousand million.
//!
//! What JavaScript throws must never pass through our own frames: they would not be unwound, and the
//! stack would stay that much shorter for good. So all that may run foreign code is imported with
//! `catch`, and what is read is a text, a number or JSON before anything is made of it.

use super::work::outside;
use js_sys::{JSON, JsString, Reflect};
use juesuan_exchange::{LARGEST_FILE, MOST_FORMS, well_formed};
use juesuan_figure::measure::MOST_PLACES;
use juesuan_figure::{self as figure, FigureError, Number};
use juesuan_paper::bounds::MOST_TEXT;
use juesuan_say::Spoken as _;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

/// Characters of an argument that an error quotes.
const MOST_QUOTED: usize = 80;

/// Characters a figure may have, blanks among them.
const LONGEST_FIGURE: u32 = 200;

/// Pairs of a weighted mean.
const MOST_PAIRS: f64 = 100_000.0;

/// JSON of a paper, in characters: one of thirty pages has some 400,000, with the place of each of its
/// characters.
const LARGEST_PAPER: usize = 64 * 1024 * 1024;

/// JSON of many forms, in characters.
const LARGEST_FORMS: usize = 10 * LARGEST_FILE;

#[wasm_bindgen]
extern "C" {
    // js-sys has it without `catch`, but of a revoked proxy it throws.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = isArray)]
    fn is_array(value: &JsValue) -> Result<bool, JsValue>;

    /// `[object Map]`.
    #[wasm_bindgen(catch, js_namespace = ["Object", "prototype", "toString"], js_name = call)]
    fn kind_of(value: &JsValue) -> Result<JsValue, JsValue>;

    /// `Symbol(a)`, `12` of a big integer.
    #[wasm_bindgen(catch, js_name = String)]
    fn text_of(value: &JsValue) -> Result<JsValue, JsValue>;
}

pub(super) fn amount(name: &str, value: &JsValue) -> Result<Number, JsError> {
    typed(name, value, figure::amount)
}

/// A text or a number, read as people write figures.
fn typed(
    name: &str,
    value: &JsValue,
    parse: fn(&str) -> Result<Number, FigureError>,
) -> Result<Number, JsError> {
    let text = if let Some(text) = value.dyn_ref::<JsString>() {
        if text.length() > LONGEST_FIGURE {
            return Err(bad(
                name,
                value,
                &format!("太长：一个数最多 {LONGEST_FIGURE} 个字"),
            ));
        }
        String::from(text)
    } else {
        match value.as_f64().filter(|number| number.is_finite()) {
            // The shortest text that reads back as the same float: 1552.63 stays 1552.63.
            Some(number) => number.to_string(),
            None => return Err(bad(name, value, "应为数字或数字文本")),
        }
    };
    parse(&text).map_err(|error| JsError::new(&format!("参数 {name}：{}。", error.in_chinese())))
}

/// How many decimals; one where it is left out.
pub(super) fn decimals(places: &JsValue) -> Result<u32, JsError> {
    if places.is_undefined() || places.is_null() {
        return Ok(1);
    }
    let allowed = |p: &f64| p.fract() == 0.0 && (0.0..=f64::from(MOST_PLACES)).contains(p);
    match places.as_f64().filter(allowed) {
        Some(places) => Ok(places as u32),
        None => Err(bad(
            "places",
            places,
            &format!("应为 0 到 {MOST_PLACES} 的整数"),
        )),
    }
}

/// Values, in percent, with their weights.
pub(super) fn pairs(list: &JsValue) -> Result<Vec<(Number, Number)>, JsError> {
    let length = length_of(list).ok_or_else(|| bad("pairs", list, "应为 [值, 权重] 的数组"))?;
    if length > MOST_PAIRS {
        return Err(bad("pairs", list, &format!("太长：最多 {MOST_PAIRS} 组")));
    }
    let item = |list: &JsValue, at: u32| outside(|| Reflect::get_u32(list, at)).unwrap_or_default();
    let mut read = Vec::new();
    for at in 0..length as u32 {
        let pair = item(list, at);
        let name = format!("pairs[{at}]");
        if length_of(&pair) != Some(2.0) {
            return Err(bad(&name, &pair, "应为 [值, 权重]"));
        }
        let value = typed(&format!("{name}[0]"), &item(&pair, 0), figure::percent)?;
        let weight = amount(&format!("{name}[1]"), &item(&pair, 1))?;
        read.push((value, weight));
    }
    Ok(read)
}

/// How many a list has; `None` of what is no list.
fn length_of(list: &JsValue) -> Option<f64> {
    if !outside(|| is_array(list)).unwrap_or(false) {
        return None;
    }
    outside(|| Reflect::get(list, &"length".into()))
        .ok()?
        .as_f64()
}

/// The JSON of a form, a workbook or a rule set: it crosses into wasm at once, where reading an
/// object crosses for every field of it.
pub(super) fn object(name: &str, value: &JsValue) -> Result<String, JsError> {
    if kind(value).as_deref() != Some("[object Object]") {
        return Err(bad(name, value, "不符合格式，应为一个对象"));
    }
    json(name, value, LARGEST_FILE)
}

/// A disclosure that was handed over.
pub(super) enum Given {
    /// Plain text.
    Text(String),
    /// The JSON of a paper.
    Paper(String),
}

/// A text, or an object with blocks.
pub(super) fn paper(name: &str, value: &JsValue) -> Result<Given, JsError> {
    if let Some(text) = value.dyn_ref::<JsString>() {
        // A character has two units at most.
        if text.length() as usize > 2 * MOST_TEXT {
            return Err(bad(name, value, &format!("太长：最多 {MOST_TEXT} 字")));
        }
        return Ok(Given::Text(String::from(text)));
    }
    if kind(value).as_deref() != Some("[object Object]") || !is_paper(value) {
        return Err(bad(
            name,
            value,
            "不符合格式，应为文本，或 readDocument 给出的 Paper",
        ));
    }
    json(name, value, LARGEST_PAPER).map(Given::Paper)
}

/// Whether an object has a list of blocks, as papers have.
fn is_paper(value: &JsValue) -> bool {
    let blocks = outside(|| Reflect::get(value, &"blocks".into()));
    blocks.is_ok_and(|blocks| length_of(&blocks).is_some())
}

/// What a disclosure is checked with.
#[derive(Default)]
pub(super) struct Options {
    /// The JSON of a paper, or of a workbook, and whether it is the former.
    pub last_year: Option<(String, bool)>,
    /// An id.
    pub rule_set: Option<String>,
}

impl Options {
    pub fn of(options: &JsValue) -> Result<Self, JsError> {
        let is_left_out = |value: &JsValue| value.is_undefined() || value.is_null();
        if is_left_out(options) {
            return Ok(Options::default());
        }
        if kind(options).as_deref() != Some("[object Object]") {
            return Err(bad("options", options, "不符合格式，应为一个对象"));
        }
        let get = |key: &str| {
            outside(|| Reflect::get(options, &key.into()))
                .map_err(|_| bad("options", options, &format!("的 {key} 读不出来")))
        };
        let (last_year, rule_set) = (get("lastYear")?, get("ruleSet")?);
        let last_year = if is_left_out(&last_year) {
            None
        } else if kind(&last_year).as_deref() != Some("[object Object]") {
            let why = "不符合格式，应为 readDocument 给出的 Paper，或工作簿";
            return Err(bad("options.lastYear", &last_year, why));
        } else {
            let is_paper = is_paper(&last_year);
            let most = if is_paper {
                LARGEST_PAPER
            } else {
                LARGEST_FILE
            };
            Some((json("options.lastYear", &last_year, most)?, is_paper))
        };
        let rule_set = match rule_set.dyn_ref::<JsString>() {
            _ if is_left_out(&rule_set) => None,
            Some(id) if id.length() as usize <= MOST_QUOTED => Some(String::from(id)),
            _ => {
                let why = "不符合格式，应为评分规则的代号";
                return Err(bad("options.ruleSet", &rule_set, why));
            }
        };
        Ok(Options {
            last_year,
            rule_set,
        })
    }
}

/// The names of parts in the options; none where all are asked for.
pub(super) fn parts(options: &JsValue) -> Result<Vec<String>, JsError> {
    let is_left_out = |value: &JsValue| value.is_undefined() || value.is_null();
    if is_left_out(options) {
        return Ok(Vec::new());
    }
    if kind(options).as_deref() != Some("[object Object]") {
        return Err(bad("options", options, "不符合格式，应为一个对象"));
    }
    let list = outside(|| Reflect::get(options, &"parts".into()))
        .map_err(|_| bad("options", options, "的 parts 读不出来"))?;
    if is_left_out(&list) {
        return Ok(Vec::new());
    }
    let name = "options.parts";
    let length = length_of(&list).ok_or_else(|| bad(name, &list, "不符合格式，应为一个数组"))?;
    if length > MOST_FORMS as f64 {
        return Err(bad(name, &list, &format!("太长：最多 {MOST_FORMS} 项")));
    }
    let mut names = Vec::new();
    for at in 0..length as u32 {
        let item = outside(|| Reflect::get_u32(&list, at)).unwrap_or_default();
        match item.dyn_ref::<JsString>() {
            Some(part) if part.length() as usize <= MOST_QUOTED => names.push(String::from(part)),
            _ => {
                return Err(bad(
                    &format!("{name}[{at}]"),
                    &item,
                    "不符合格式，应为一个部分的名称",
                ));
            }
        }
    }
    Ok(names)
}

/// The JSON of a list of forms.
pub(super) fn list(name: &str, value: &JsValue) -> Result<String, JsError> {
    match length_of(value) {
        None => Err(bad(name, value, "不符合格式，应为一个数组")),
        Some(0.0) => Err(bad(name, value, "至少应有一张表")),
        Some(length) if length > MOST_FORMS as f64 => {
            Err(bad(name, value, &format!("太长：最多 {MOST_FORMS} 张表")))
        }
        Some(_) => json(name, value, LARGEST_FORMS),
    }
}

fn json(name: &str, value: &JsValue, most: usize) -> Result<String, JsError> {
    let json = outside(|| JSON::stringify(value)).ok().map(JsValue::from);
    let json = json.as_ref().and_then(|json| json.dyn_ref::<JsString>());
    match json {
        // A cycle, a depth no stack holds, a big integer, a getter that throws.
        None => Err(bad(name, value, "不能转换为 JSON")),
        Some(json) if json.length() as usize > most => {
            let most = most / 1024 / 1024;
            Err(bad(name, json, &format!("太大：最多 {most} MB")))
        }
        Some(json) => Ok(String::from(json)),
    }
}

/// What a JSON text holds; an error names the argument.
pub(super) fn read<T: DeserializeOwned>(name: &str, json: &str) -> Result<T, String> {
    serde_json::from_str(&well_formed(json)).map_err(|error| {
        let why = shortened(&error.to_string());
        let why = if why.starts_with("recursion limit exceeded") {
            "嵌套太深"
        } else {
            &why
        };
        format!("参数 {name}：“{}”不符合格式（{why}）。", shortened(json))
    })
}

/// Names the argument and quotes the beginning of it.
pub(super) fn bad(name: &str, value: &JsValue, why: &str) -> JsError {
    JsError::new(&format!("参数 {name}：“{}”{why}。", quoted(value)))
}

/// What of a value can be shown without asking too much of it.
fn quoted(value: &JsValue) -> String {
    /// A longer list is only counted.
    const MOST: f64 = 100.0;
    let text = match kind(value).as_deref() {
        _ if value.is_string() => Some(value.clone()),
        Some("[object Array]") => match length_of(value) {
            Some(length) if length > MOST => return format!("Array({length})"),
            _ => outside(|| JSON::stringify(value)).ok().map(JsValue::from),
        },
        Some("[object Object]") => outside(|| JSON::stringify(value)).ok().map(JsValue::from),
        // Of other objects a text may be as long as what is in them.
        Some(kind) if value.is_object() || value.is_function() => return shortened(kind),
        _ => outside(|| text_of(value)).ok(),
    };
    let text = text.as_ref().and_then(|text| text.dyn_ref::<JsString>());
    let text = text.map(|text| {
        // One more than is shown, of two units each.
        String::from(text.slice(0, 2 * (MOST_QUOTED as u32 + 1)))
    });
    text.map_or_else(|| "[object]".to_owned(), |text| shortened(&text))
}

fn kind(value: &JsValue) -> Option<String> {
    let kind = outside(|| kind_of(value)).ok()?;
    let kind = kind.dyn_ref::<JsString>()?;
    (kind.length() as usize <= MOST_QUOTED).then(|| String::from(kind))
}

/// The beginning of a text, on one line.
fn shortened(text: &str) -> String {
    let mut rest = text.chars();
    let mut short: String = rest
        .by_ref()
        .take(MOST_QUOTED)
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    if rest.next().is_some() {
        short.push('…');
    }
    short
}
