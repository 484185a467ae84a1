//! What the parts of a form are made of.

use crate::page::document::Marks;
use crate::page::field::{Field, Kind};
use crate::page::keys;
use crate::page::message::Msg;
use crate::page::selection::Selection;
use juesuan::Edit;
use juesuan::evaluation::{
    Cell, Evaluation, ExecutionField, Form, FormField, GoalField, IndicatorField, RuleSet,
};
use juesuan::figure::{self, Exact, display_amount, grouped};
use juesuan::say::official;
use std::rc::Rc;
use std::sync::Arc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct FormProps {
    pub index: usize,
    pub form: Rc<Form>,
    pub evaluation: Rc<Evaluation>,
    /// The rules it is scored by.
    pub rules: Arc<RuleSet>,
    pub marks: Rc<Marks>,
    pub selection: Option<Selection>,
    pub read_only: bool,
    pub on: Callback<Msg>,
}

/// A part of the form as a table of its own, all with the same columns: laying out a form of five
/// hundred rows in one piece at every key would take longer than a frame.
pub(super) fn grid(class: &'static str, rows: Html) -> Html {
    html! {
        <table class={classes!("form", class)}>
            <colgroup>
                <col class="c-category" /><col class="c-dimension" /><col class="c-name" />
                <col class="c-weight" /><col class="c-target" /><col class="c-actual" />
                <col class="c-score c-computed" /><col class="c-score" />
            </colgroup>
            <tbody>{ rows }</tbody>
        </table>
    }
}

/// A field of the form outside the rows of indicators.
pub(super) fn line(props: &FormProps, cell: Cell, kind: Kind, hint: &str) -> Html {
    let form = props.index;
    let typed = cell.text(&props.form).unwrap_or_default().to_owned();
    html! {
        <Field id={keys::id(form, cell)} label={cell.label()} {kind} shown={shown(cell, &typed)} text={typed}
            hint={hint.to_owned()} mark={props.marks.get(&cell).cloned()}
            on_type={props.on.reform(move |text| Msg::Edit(Edit::SetCell { form, cell, text }))} />
    }
}

/// How an amount or a score reads once its cell was left; texts and what cannot be read stay.
fn shown(cell: Cell, typed: &str) -> Option<String> {
    match cell {
        Cell::Form(FormField::BasicSpending | FormField::ProjectSpending)
        | Cell::Execution(ExecutionField::Budget | ExecutionField::Actual) => {
            let amount = figure::amount(typed).ok()?;
            // What was typed finer than two decimals is a finding, not rounded away.
            Some(if amount.decimals() > 2 {
                grouped(amount.decimal())
            } else {
                display_amount(amount.decimal())
            })
        }
        Cell::Form(FormField::ClaimedTotal)
        | Cell::Execution(ExecutionField::Claimed)
        | Cell::Goal(_, GoalField::Weight)
        | Cell::Indicator(_, _, IndicatorField::Weight | IndicatorField::Claimed) => {
            Some(grouped(figure::score(typed).ok()?.decimal()))
        }
        _ => None,
    }
}

/// On paper only the second half is printed.
pub(super) fn claimed_heading() -> Html {
    let (on_screen, everywhere) = official::FORM_CLAIMED;
    html! { <><span class="screen-word">{ on_screen }</span>{ everywhere }</> }
}

/// A sum of weights, unless no weight is filled in yet.
pub(super) fn filled_in(sum: Exact) -> Option<String> {
    (!sum.is_zero()).then(|| grouped(sum))
}
