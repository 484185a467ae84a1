//! The JavaScript interface: converts, calls the domain, converts back. Nothing else.

// What wasm-bindgen writes has some of its own; scripts/lint.sh looks that we write none.
#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]
#![cfg(target_arch = "wasm32")]

mod argument;
#[cfg(feature = "bench")]
mod bench;
mod disclosure;
mod publication;
mod work;

use argument::{amount, decimals, list, object, read};
use juesuan_domain::Workbook;
use juesuan_domain::evaluation::{Form, RuleSet, RuleSetError, built_in};
use juesuan_exchange::{evaluate_written, recognise, wire};
use juesuan_figure::measure;
use juesuan_figure::typed::Object;
use juesuan_figure::{Number, TooLarge};
use juesuan_say::Spoken as _;
use serde::Serialize;
use time::{Date, Month};
use wasm_bindgen::prelude::*;
use work::Work;

/// What a reviewer adds: of any cell, so its types are written here by hand.
#[wasm_bindgen(typescript_custom_section)]
const REVIEW: &str = r#"
/** A finding that stays as it is, and why. */
export interface SetAside {
    /** The code of the finding. */
    code?: string;
    /** Its cell, as a path. */
    path?: string;
    /** What it read then, by name: of other numbers it would be another matter, and is said again. */
    arguments?: Record<string, string>;
    /**
     * Of one that was set aside by an older version, or by a script: the message it had. Once a finding
     * with this message is met, its arguments stand in its place.
     */
    message?: string;
    reason?: Typed;
}

/** A reviewer's remark on a cell. */
export interface Remark {
    /** The cell, as a path. */
    path?: string;
    text?: Typed;
    /** Who began it. */
    author?: Typed;
    /** The day on which its author last wrote in it, `2026-11-28`. */
    date?: Typed;
    /** What became of it: `answered` or `changed`; absent while it is open. */
    state?: Typed;
}
"#;

/// Actual ÷ original budget, percent. 0 ÷ 0 is `notApplicable`, x ÷ 0 `unbudgeted`.
#[wasm_bindgen(js_name = completionRate, unchecked_return_type = "Measure")]
pub fn completion_rate(
    #[wasm_bindgen(unchecked_param_type = "string | number")] actual: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string | number")] budget: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "number")] places: &JsValue,
) -> Result<JsValue, JsError> {
    let _work = Work::begin()?;
    let (a, b) = (amount("actual", actual)?, amount("budget", budget)?);
    let places = decimals(places)?;
    measured(|| measure::completion_rate(a, b, places))
}

/// Actual ÷ adjusted budget, percent (执行率 B/A).
#[wasm_bindgen(js_name = executionRate, unchecked_return_type = "Measure")]
pub fn execution_rate(
    #[wasm_bindgen(unchecked_param_type = "string | number")] actual: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string | number")] budget: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "number")] places: &JsValue,
) -> Result<JsValue, JsError> {
    let _work = Work::begin()?;
    let (a, b) = (amount("actual", actual)?, amount("budget", budget)?);
    let places = decimals(places)?;
    measured(|| measure::execution_rate(a, b, places))
}

/// Part ÷ whole, percent. A whole of 0 is `notApplicable`.
#[wasm_bindgen(unchecked_return_type = "Measure")]
pub fn share(
    #[wasm_bindgen(unchecked_param_type = "string | number")] part: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string | number")] whole: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "number")] places: &JsValue,
) -> Result<JsValue, JsError> {
    let _work = Work::begin()?;
    let (p, w) = (amount("part", part)?, amount("whole", whole)?);
    let places = decimals(places)?;
    measured(|| measure::share(p, w, places))
}

/// Change against last year. Where last year was 0 or less there is a change but no rate.
#[wasm_bindgen(unchecked_return_type = "Growth")]
pub fn growth(
    #[wasm_bindgen(unchecked_param_type = "string | number")] current: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "string | number")] previous: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "number")] places: &JsValue,
) -> Result<JsValue, JsError> {
    let _work = Work::begin()?;
    let (c, p) = (amount("current", current)?, amount("previous", previous)?);
    let places = decimals(places)?;
    answer(|| {
        let growth = measure::growth(c, p, places).map_err(too_large)?;
        Ok(wire::Growth::from(&growth))
    })
}

/// Mean of percentages with amounts as weights. Weights that add up to 0: `notApplicable`.
#[wasm_bindgen(js_name = weightedMean, unchecked_return_type = "Measure")]
pub fn weighted_mean(
    #[wasm_bindgen(unchecked_param_type = "[value: string | number, weight: string | number][]")]
    pairs: &JsValue,
) -> Result<JsValue, JsError> {
    let _work = Work::begin()?;
    let read = argument::pairs(pairs)?;
    measured(|| measure::weighted_mean(&read, 1))
}

/// The built-in rule sets, whole; the first is the default.
#[wasm_bindgen(js_name = ruleSets, unchecked_return_type = "RuleSet[]")]
pub fn rule_sets() -> Result<JsValue, JsError> {
    let _work = Work::begin()?;
    answer(|| Ok(built_in()))
}

/// Scores and checks a form. Bad content comes back as findings, never as an exception.
#[wasm_bindgen(unchecked_return_type = "Evaluation")]
pub fn evaluate(
    #[wasm_bindgen(unchecked_param_type = "Form")] form: &JsValue,
    #[wasm_bindgen(js_name = ruleSet, unchecked_optional_param_type = "RuleSet")]
    rule_set: &JsValue,
) -> Result<JsValue, JsError> {
    let _work = Work::begin()?;
    let form = object("form", form)?;
    let rules = if rule_set.is_undefined() || rule_set.is_null() {
        None
    } else {
        Some(object("ruleSet", rule_set)?)
    };
    let today = today();
    answer(|| {
        let form: Form = read("form", &form)?;
        let rules: Option<RuleSet> = rules.map(|rules| read("ruleSet", &rules)).transpose()?;
        rules.as_ref().map_or(Ok(()), usable)?;
        let evaluation = evaluate_written(form, rules.as_ref(), today);
        Ok(wire::Evaluation::from(&evaluation))
    })
}

/// Brings several forms together, then scores the result: quantities are added, rates and
/// qualitative scores averaged with the amounts spent as weights.
#[wasm_bindgen(unchecked_return_type = "Consolidation")]
pub fn consolidate(
    #[wasm_bindgen(unchecked_param_type = "Form[]")] forms: &JsValue,
) -> Result<JsValue, JsError> {
    let _work = Work::begin()?;
    let (json, today) = (list("forms", forms)?, today());
    answer(|| {
        let forms: Vec<Object<Form>> = read("forms", &json)?;
        let forms: Vec<Form> = forms.into_iter().map(|form| form.0).collect();
        let one = juesuan_domain::evaluation::consolidate(&forms, today);
        one.map(wire::Consolidation::from)
            .ok_or_else(|| "参数 forms：“[]”至少应有一张表。".to_owned())
    })
}

/// Scores and checks every form of a workbook, works out and checks its final accounts and writes
/// their text.
#[wasm_bindgen(unchecked_return_type = "Assessment")]
pub fn assess(
    #[wasm_bindgen(unchecked_param_type = "Workbook")] workbook: &JsValue,
) -> Result<JsValue, JsError> {
    let _work = Work::begin()?;
    let (json, today) = (object("workbook", workbook)?, today());
    answer(|| {
        let mut workbook: Workbook = read("workbook", &json)?;
        recognise(&mut workbook, today);
        let assessment = juesuan_domain::assess::assess(&workbook, today);
        Ok(wire::Assessment::of(&workbook, &assessment))
    })
}

/// The version of this build, `"0.1.0"`.
#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Whether a script's own rules can be used. Points that do not add up to 100 are its own matter.
fn usable(rules: &RuleSet) -> Result<(), String> {
    let within = |points: Number| Number::ZERO <= points && points <= Number::ONE_HUNDRED;
    match rules.check() {
        Ok(()) => Ok(()),
        Err(RuleSetError::Points {
            execution,
            indicators,
        }) if within(execution) && within(indicators) => Ok(()),
        Err(error) => Err(format!("参数 ruleSet：{}", error.in_chinese())),
    }
}

fn measured(
    measure: impl FnOnce() -> Result<measure::Measure, TooLarge>,
) -> Result<JsValue, JsError> {
    let measure = measure().map_err(|error| JsError::new(&too_large(error)))?;
    // A few fields cross as they are; whole forms and workbooks as one text (see `answer`).
    serde_wasm_bindgen::to_value(&wire::Measure::from(&measure)).map_err(not_converted)
}

fn not_converted(_: serde_wasm_bindgen::Error) -> JsError {
    JsError::new("结果无法转换为 JavaScript 对象。")
}

fn too_large(error: TooLarge) -> String {
    format!("结果无法表示：{}。", error.in_chinese())
}

/// Works out an answer and hands it over as JSON.
fn answer<T: Serialize>(work: impl FnOnce() -> Result<T, String>) -> Result<JsValue, JsError> {
    let answer =
        work().and_then(|answer| serde_json::to_string(&answer).map_err(|error| error.to_string()));
    let json = answer.map_err(|sentence| JsError::new(&sentence))?;
    js_sys::JSON::parse(&json).map_err(|_| JsError::new("结果无法转换为 JavaScript 对象。"))
}

/// Today on this machine's clock.
fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let month = Month::try_from(u8::try_from(now.get_month() + 1).ok()?).ok()?;
    let day = u8::try_from(now.get_date()).ok()?;
    Date::from_calendar_date(i32::try_from(now.get_full_year()).ok()?, month, day).ok()
}
