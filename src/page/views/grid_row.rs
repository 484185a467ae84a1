//! What rows of forms and rows of tables have alike.

use crate::page::field::Mark;
use crate::page::message::Msg;
use crate::page::words::Words;
use juesuan::{Edit, Place};
use std::rc::Rc;
use yew::prelude::*;

/// Whether the mouse or somebody's caret is in a row, and what hears of it.
pub struct Active {
    pub is: bool,
    set: Callback<bool>,
}

#[hook]
pub fn use_active() -> Active {
    let active = use_state_eq(|| false);
    Active {
        is: *active,
        set: Callback::from(move |value| active.set(value)),
    }
}

impl Active {
    /// The row with its cells.
    pub fn row(&self, class: Classes, cells: Html) -> Html {
        let set = &self.set;
        html! {
            <tr {class} onmouseenter={set.reform(|_| true)} onmouseleave={set.reform(|_| false)}
                onfocusin={set.reform(|_| true)} onfocusout={set.reform(|_| false)}>{ cells }</tr>
        }
    }
}

/// Something that can be done with a row.
pub struct Action {
    pub label: &'static str,
    pub sign: Html,
    pub enabled: bool,
    pub edit: Edit,
    /// Where to be afterwards.
    pub then: Option<Place>,
}

/// What can be done with the row. By keyboard the same with Alt, so Tab need not pass here.
pub fn actions<const N: usize>(on: &Callback<Msg>, words: Words, actions: [Action; N]) -> Html {
    let button = |action: Action| {
        let Action {
            label,
            sign,
            enabled,
            edit,
            then,
        } = action;
        let onclick = on.reform(move |_| match then {
            Some(place) => Msg::EditThen(edit.clone(), place),
            None => Msg::Edit(edit.clone()),
        });
        html! {
            <button type="button" tabindex="-1" title={label} aria-label={label} disabled={!enabled} {onclick}>{ sign }</button>
        }
    };
    html! {
        // A press here leaves the field somebody is in as it is: left, the row would lose its buttons.
        <span class="actions" lang={words.tag()} onmousedown={|event: MouseEvent| event.prevent_default()}>
            { for actions.into_iter().map(button) }
        </span>
    }
}

/// The class of a column where the first and last that are selected are known.
pub fn selected(columns: Option<(usize, usize)>, column: usize) -> Option<&'static str> {
    let inside = columns.is_some_and(|(first, last)| (first..=last).contains(&column));
    inside.then_some("selected")
}

/// What there is to be said of one cell of a row.
pub fn mark_of<C: PartialEq>(marks: &[(C, Rc<Mark>)], column: &C) -> Option<Rc<Mark>> {
    let mark = marks.iter().find(|(other, _)| other == column);
    mark.map(|(_, mark)| mark.clone())
}
