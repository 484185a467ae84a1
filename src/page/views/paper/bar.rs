use crate::page::message::ReadingMsg;
use crate::page::words::use_words;
use juesuan::flows::reading::{Msg, Progress};
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub progress: Progress,
    pub on: Callback<ReadingMsg>,
}

/// Over the page while files are read: how far it is, or the password that one wants.
#[component]
pub fn ReadingBar(props: &Props) -> Html {
    let words = use_words();
    let on = &props.on;
    let field = use_node_ref();
    match &props.progress {
        Progress::Reading {
            name,
            done,
            total,
            waiting,
        } => {
            let sentence = words.document_reading(name, *done, *total);
            let value = total.map(|_| done.to_string());
            let max = total.map(|total| total.max(1).to_string());
            html! {
                <section class="notice-bar reading-bar">
                    <p role="status">
                        { words.mixed(&sentence) }
                        if *waiting > 0 {
                            <small>{ words.documents_waiting(*waiting) }</small>
                        }
                    </p>
                    <progress aria-label={sentence} {value} {max}></progress>
                    <button type="button" onclick={on.reform(|_| Msg::Cancel)}>{ words.cancel() }</button>
                </section>
            }
        }
        Progress::Asking { name, wrong } => {
            let onsubmit = {
                let (on, field) = (on.clone(), field.clone());
                Callback::from(move |event: SubmitEvent| {
                    event.prevent_default();
                    if let Some(input) = field.cast::<HtmlInputElement>() {
                        on.emit(Msg::Password(input.value()));
                        input.set_value("");
                    }
                })
            };
            html! {
                <form class="notice-bar reading-bar" {onsubmit}>
                    <p role="alert">
                        { words.mixed(&words.password_wanted(name)) }
                        if *wrong {
                            { words.password_wrong() }
                        }
                    </p>
                    <input ref={field} type="password" aria-label={words.password()} placeholder={words.password()} autocomplete="off" />
                    <button type="submit">{ words.password_open() }</button>
                    <button type="button" onclick={on.reform(|_| Msg::Skip)}>{ words.password_skip() }</button>
                </form>
            }
        }
    }
}
