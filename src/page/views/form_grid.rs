//! What the parts of a form are made of.

use crate::page::document::Marks;
use crate::page::field::{Field, Kind};
use crate::page::message::Msg;
use crate::page::shared::Shared;
use juesuan::Place;
use juesuan::evaluation::{
    Cell, Evaluation, ExecutionField, Form, FormField, GoalField, IndicatorField, RuleSet,
};
use juesuan::figure::{self, Exact, display_amount, grouped};
use juesuan::say::official;
use juesuan::session::Selection;
use std::sync::Arc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct FormProps {
    pub index: usize,
    pub form: Shared<Form>,
    pub evaluation: Shared<Evaluation>,
    /// The rules it is scored by.
    pub rules: Arc<RuleSet>,
    pub marks: Shared<Marks>,
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

/// A field of the form outside the rows of indicators; `derived` is what follows from others.
pub(super) fn line(
    props: &FormProps,
    cell: Cell,
    kind: Kind,
    hint: impl Into<AttrValue>,
    derived: Option<AttrValue>,
) -> Html {
    let typed = cell.text(&props.form).unwrap_or_default();
    html! {
        <Field of={Place::Form(props.index, cell)} label={cell.label()} {kind} shown={shown(cell, typed)} text={typed.to_owned()}
            hint={hint.into()} derived={derived.filter(|_| typed.trim().is_empty())} mark={props.marks.get(&cell).cloned()}
            on_type={props.on.clone()} />
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

/// The class of a computed score from which the claimed one differs.
pub(super) fn differs(claimed: &str, computed: Option<&AttrValue>) -> Option<&'static str> {
    let claimed = grouped(figure::score(claimed).ok()?.decimal());
    (computed?.as_str() != claimed).then_some("differs")
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
