//! The line below the view: what was just done, and what the selected figures come to.

use crate::page::message::Msg;
use crate::page::words::Words;
use juesuan::figure::Tally;
use juesuan::flows::line::{Line, Removed};
use yew::prelude::*;

/// Spoken when it changes.
pub fn line(said: Option<&Line>, tally: Option<&Tally>, on: &Callback<Msg>, words: Words) -> Html {
    let sentence = said.map(|said| match said {
        Line::WorkedOut { shown, result } => words.worked_out(shown, result),
        Line::NotWorkedOut(error) => words.not_worked_out(error),
        Line::Removed(removed) => match removed {
            Removed::Form(name) => words.removed_form(name),
            Removed::Rules(name) => words.own_discarded(name),
            Removed::Goal(number) => words.removed_goal(*number),
            Removed::Indicator(name) | Removed::Subject(name) | Removed::Matter(name) => {
                words.removed_row(name)
            }
        },
    });
    let wrong = matches!(said, Some(Line::NotWorkedOut(_)));
    let removed = matches!(said, Some(Line::Removed(_)));
    html! {
        <div class={classes!("status-line", wrong.then_some("wrong"))} role="status" aria-label={words.line_label()}>
            if let Some(sentence) = sentence {
                if wrong {
                    <span class="alert-icon" aria-hidden="true"></span>
                }
                <p>{ words.mixed(&sentence) }</p>
                if removed {
                    <button type="button" title="Ctrl+Z" onclick={on.reform(|_| Msg::Undo)}>{ words.undo() }</button>
                }
            }
            if let Some(tally) = tally {
                <p class="tally">{ words.tally(tally) }</p>
            }
        </div>
    }
}
