//! The JavaScript interface: converts, calls the domain, converts back. Nothing else.

use crate::evaluation::{Form, RuleSet, built_in};
use crate::exchange::wire;
use crate::figure::{self, FigureError, Number, TooLarge};
use crate::measure::{self, MOST_PLACES};
use crate::workbook::Workbook;
use serde::{Serialize, de::DeserializeOwned};
use time::{Date, Month};
use wasm_bindgen::prelude::*;

/// Actual ÷ original budget, percent. 0 ÷ 0 is `notApplicable`, x ÷ 0 `unbudgeted`.
#[wasm_bindgen(js_name = completionRate, unchecked_return_type = "Measure")]
pub fn completion_rate(
    #[wasm_bindgen(unchecked_param_type = "string | number")] actual: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string | number")] budget: &JsValue,
    places: Option<f64>,
) -> Result<JsValue, JsError> {
    let (a, b) = (amount("actual", actual)?, amount("budget", budget)?);
    measured(measure::completion_rate(a, b, decimals(places)?))
}

/// Actual ÷ adjusted budget, percent (执行率 B/A).
#[wasm_bindgen(js_name = executionRate, unchecked_return_type = "Measure")]
pub fn execution_rate(
    #[wasm_bindgen(unchecked_param_type = "string | number")] actual: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string | number")] budget: &JsValue,
    places: Option<f64>,
) -> Result<JsValue, JsError> {
    let (a, b) = (amount("actual", actual)?, amount("budget", budget)?);
    measured(measure::execution_rate(a, b, decimals(places)?))
}

/// Part ÷ whole, percent. A whole of 0 is `notApplicable`.
#[wasm_bindgen(unchecked_return_type = "Measure")]
pub fn share(
    #[wasm_bindgen(unchecked_param_type = "string | number")] part: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string | number")] whole: &JsValue,
    places: Option<f64>,
) -> Result<JsValue, JsError> {
    let (p, w) = (amount("part", part)?, amount("whole", whole)?);
    measured(measure::share(p, w, decimals(places)?))
}

/// Change against last year. Where last year was 0 or less there is a change but no rate.
#[wasm_bindgen(unchecked_return_type = "Growth")]
pub fn growth(
    #[wasm_bindgen(unchecked_param_type = "string | number")] current: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string | number")] previous: &JsValue,
    places: Option<f64>,
) -> Result<JsValue, JsError> {
    let (c, p) = (amount("current", current)?, amount("previous", previous)?);
    let growth = measure::growth(c, p, decimals(places)?).map_err(too_large)?;
    out(&wire::Growth::from(&growth))
}

/// Mean of percentages with amounts as weights. Weights that add up to 0: `notApplicable`.
#[wasm_bindgen(js_name = weightedMean, unchecked_return_type = "Measure")]
pub fn weighted_mean(
    #[wasm_bindgen(unchecked_param_type = "[value: string | number, weight: string | number][]")]
    pairs: &JsValue,
) -> Result<JsValue, JsError> {
    let list: js_sys::Array = pairs
        .clone()
        .dyn_into()
        .map_err(|_| bad("pairs", pairs, "应为 [值, 权重] 的数组"))?;
    let mut read = Vec::with_capacity(list.length() as usize);
    for (i, pair) in list.iter().enumerate() {
        let name = format!("pairs[{i}]");
        let pair: js_sys::Array = pair
            .dyn_into()
            .ok()
            .filter(|p: &js_sys::Array| p.length() == 2)
            .ok_or_else(|| bad(&name, &list.get(i as u32), "应为 [值, 权重]"))?;
        let value = typed(&format!("{name}[0]"), &pair.get(0), figure::percent)?;
        let weight = amount(&format!("{name}[1]"), &pair.get(1))?;
        read.push((value, weight));
    }
    measured(measure::weighted_mean(&read, 1))
}

/// The built-in rule sets, whole; the first is the default.
#[wasm_bindgen(js_name = ruleSets, unchecked_return_type = "RuleSet[]")]
pub fn rule_sets() -> Result<JsValue, JsError> {
    out(built_in())
}

/// Scores and checks a form. Bad content comes back as findings, never as an exception.
#[wasm_bindgen(unchecked_return_type = "Evaluation")]
pub fn evaluate(
    #[wasm_bindgen(unchecked_param_type = "Form")] form: &JsValue,
    #[wasm_bindgen(js_name = ruleSet, unchecked_param_type = "RuleSet | undefined")]
    rule_set: &JsValue,
) -> Result<JsValue, JsError> {
    let form: Form = input("form", form)?;
    let rules: Option<RuleSet> = if rule_set.is_undefined() || rule_set.is_null() {
        None
    } else {
        let rules: RuleSet = input("ruleSet", rule_set)?;
        rules
            .check()
            .map_err(|e| JsError::new(&format!("参数 ruleSet：{e}")))?;
        Some(rules)
    };
    let evaluation = crate::evaluation::evaluate(&form, rules.as_ref(), today());
    out_large(&wire::Evaluation::from(&evaluation))
}

/// Brings several forms together, then scores the result: quantities are added, rates and
/// qualitative scores averaged with the amounts spent as weights.
#[wasm_bindgen(unchecked_return_type = "Consolidation")]
pub fn consolidate(
    #[wasm_bindgen(unchecked_param_type = "Form[]")] forms: &JsValue,
) -> Result<JsValue, JsError> {
    let read: Vec<Form> = input("forms", forms)?;
    let one = crate::evaluation::consolidate(&read, today())
        .ok_or_else(|| bad("forms", forms, "至少应有一张表"))?;
    out_large(&wire::Consolidation::from(one))
}

/// Scores and checks every form of a workbook, works out and checks its final accounts and writes
/// their text.
#[wasm_bindgen(unchecked_return_type = "Assessment")]
pub fn assess(
    #[wasm_bindgen(unchecked_param_type = "Workbook")] workbook: &JsValue,
) -> Result<JsValue, JsError> {
    let workbook: Workbook = input("workbook", workbook)?;
    let assessment = crate::assess::assess(&workbook, today());
    out_large(&wire::Assessment::of(&workbook, &assessment))
}

/// The version of this build, `"0.1.0"`.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

fn amount(name: &str, value: &JsValue) -> Result<Number, JsError> {
    typed(name, value, figure::amount)
}

/// An argument that is a text or a number, read as people write figures.
fn typed(
    name: &str,
    value: &JsValue,
    parse: fn(&str) -> Result<Number, FigureError>,
) -> Result<Number, JsError> {
    let text = match (value.as_string(), value.as_f64()) {
        (Some(text), _) => text,
        // The shortest text that reads back as the same float: 1552.63 stays 1552.63.
        (None, Some(number)) if number.is_finite() => number.to_string(),
        _ => return Err(bad(name, value, "应为数字或数字文本")),
    };
    parse(&text).map_err(|e| JsError::new(&format!("参数 {name}：{e}。")))
}

fn decimals(places: Option<f64>) -> Result<u32, JsError> {
    match places {
        None => Ok(1),
        Some(p) if p.fract() == 0.0 && (0.0..=f64::from(MOST_PLACES)).contains(&p) => Ok(p as u32),
        Some(p) => Err(JsError::new(&format!(
            "参数 places：“{p}”应为 0 到 {MOST_PLACES} 的整数。"
        ))),
    }
}

fn measured(measure: Result<measure::Measure, TooLarge>) -> Result<JsValue, JsError> {
    out(&wire::Measure::from(&measure.map_err(too_large)?))
}

fn too_large(error: TooLarge) -> JsError {
    JsError::new(&format!("结果无法表示：{error}。"))
}

/// A form or workbook: over JSON, which crosses into wasm at once, where reading an object crosses
/// for every field of it.
fn input<T: DeserializeOwned>(name: &str, value: &JsValue) -> Result<T, JsError> {
    let json = js_sys::JSON::stringify(value)
        .ok()
        .and_then(|json| json.as_string());
    serde_json::from_str(&json.unwrap_or_default())
        .map_err(|e| bad(name, value, &format!("不符合格式（{e}）")))
}

fn out<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

/// As [`out`], for what is large: over JSON again.
fn out_large<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    let json = serde_json::to_string(value)?;
    js_sys::JSON::parse(&json).map_err(|_| JsError::new("结果无法转换为 JavaScript 对象。"))
}

/// Names the argument and quotes the beginning of it.
fn bad(name: &str, value: &JsValue, why: &str) -> JsError {
    let text = value.as_string().or_else(|| {
        let json = js_sys::JSON::stringify(value).ok()?;
        json.as_string()
    });
    let text = text.unwrap_or_else(|| format!("{value:?}"));
    let quoted: String = text.chars().take(60).collect();
    let tail = if quoted.len() < text.len() { "…" } else { "" };
    JsError::new(&format!("参数 {name}：“{quoted}{tail}”{why}。"))
}

/// Today on this machine's clock.
fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let month = Month::try_from(u8::try_from(now.get_month() + 1).ok()?).ok()?;
    let day = u8::try_from(now.get_date()).ok()?;
    Date::from_calendar_date(i32::try_from(now.get_full_year()).ok()?, month, day).ok()
}
