//! What the benchmark measures from inside: many forms, loaded once, scored without crossing into
//! JavaScript for each. Built only with the feature `bench`; nothing here ships.

use crate::evaluation::{Direction, Form, evaluate, quantitative_score};
use crate::exchange::{Gathering, wire};
use crate::figure;
use rust_decimal::Decimal;
use wasm_bindgen::prelude::*;

/// Forms in memory.
#[wasm_bindgen]
pub struct Forms(Vec<Form>);

#[wasm_bindgen]
impl Forms {
    /// From the JSON of an array of forms.
    ///
    /// # Errors
    /// Where it is none.
    #[wasm_bindgen(constructor)]
    pub fn new(json: &str) -> Result<Forms, JsError> {
        Ok(Forms(serde_json::from_str(json)?))
    }

    /// The bare loop: read the texts, score, add. Only for forms of plain figures, as the
    /// benchmark makes them; gives all totals, one a line, to be compared with its peers'.
    pub fn core(&self) -> Option<String> {
        let mut totals = String::new();
        for form in &self.0 {
            let total = core(form)?;
            totals.push_str(&total.normalize().to_string());
            totals.push('\n');
        }
        Some(totals)
    }

    /// Everything: workings, sums, findings, every text of them written out. Gives all totals.
    pub fn full(&self) -> String {
        let mut totals = String::new();
        for form in &self.0 {
            let evaluation = wire::Evaluation::from(&evaluate(form, None, None));
            totals.push_str(&evaluation.total);
            totals.push('\n');
        }
        totals
    }
}

/// Files on their way into one form, as the page's worker brings them together.
#[wasm_bindgen]
#[derive(Default)]
pub struct Files(Gathering);

#[wasm_bindgen]
impl Files {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Files {
        Files::default()
    }

    /// Reads one file.
    pub fn add(&mut self, name: &str, bytes: &[u8]) {
        self.0.add(name, bytes);
    }

    /// Everything the page shows of the consolidation, as it leaves the worker.
    pub fn outcome(&self) -> String {
        serde_json::to_string(&self.0.outcome(0, None)).unwrap_or_default()
    }
}

fn core(form: &Form) -> Option<Decimal> {
    let points = figure::score("20").ok()?;
    let budget = figure::amount(&form.execution.budget).ok()?;
    let actual = figure::amount(&form.execution.actual).ok()?;
    let mut total = quantitative_score(points, budget, actual, Direction::Higher).ok()?;
    for indicator in form.goals.iter().flat_map(|goal| &goal.indicators) {
        let weight = figure::score(&indicator.weight).ok()?;
        let target = figure::number(&indicator.target).ok()?;
        let actual = figure::number(&indicator.actual).ok()?;
        let direction = indicator.direction.unwrap_or(Direction::Higher);
        let score = quantitative_score(weight, target, actual, direction).ok()?;
        total = total.checked_add(score)?;
    }
    Some(total)
}
