use crate::page::field::chosen_value;
use crate::page::message::Msg;
use crate::page::words::use_words;
use juesuan::say::Language;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub on: Callback<Msg>,
}

/// The choice of the page's language, each by its own name.
#[component]
pub fn LanguageChoice(props: &Props) -> Html {
    let words = use_words();
    let onchange = props.on.reform(|event: Event| {
        let tag = chosen_value(&event).unwrap_or_default();
        Msg::Speak(Language::named(&tag).unwrap_or_default())
    });
    html! {
        <label>{ words.language() }
        <select class="language" aria-label={words.language()} {onchange}>
            { for Language::ALL.iter().map(|language| html! {
                <option value={language.tag()} lang={language.tag()} selected={*language == words.language}>{ language.name() }</option>
            }) }
        </select>
        </label>
    }
}
