use super::result::{copy_table, list_box, remarks, sentence, table};
use crate::page::field::chosen_value;
use crate::page::words::{Words, use_words};
use juesuan::quick::{Rounding, structure};
use yew::prelude::*;

/// The structure of a list: each part's share, and the adjustment of shares that do not add to 100.
#[component]
pub fn StructureCard() -> Html {
    let words = use_words();
    let typed = use_state(String::new);
    let places = use_state(|| 1_u32);
    let adjust = use_state(|| false);
    let result = structure(&typed, *places, *adjust, words.language);
    let on_type = {
        let (typed, adjust) = (typed.clone(), adjust.clone());
        // Another list is adjusted only once somebody asks for it.
        Callback::from(move |text: String| {
            typed.set(text);
            adjust.set(false);
        })
    };
    let on_places = {
        let (places, adjust) = (places.clone(), adjust.clone());
        Callback::from(move |event: Event| {
            if let Some(chosen) = chosen_value(&event).and_then(|value| value.parse().ok()) {
                places.set(chosen);
                adjust.set(false);
            }
        })
    };
    let on_adjust = {
        let adjust = adjust.clone();
        Callback::from(move |_: MouseEvent| adjust.set(!*adjust))
    };
    let sheet = &result.sheet;
    html! {
        <section class="card calculator wide-calculator" aria-label={words.structure_title()}>
            <h2>{ words.structure_title() }<small>{ words.structure_formula() }</small></h2>
            <div class="columns">
                { list_box("quick-structure", words.structure_list(), words.structure_example(), &typed, sheet, on_type, words) }
                <div class="outcome">
                    if let Some(shown) = &sheet.table {
                        <div class="quick-tools">
                            <label for="quick-places">{ words.structure_places() }</label>
                            <select id="quick-places" onchange={on_places}>
                                { for words.structure_places_choices().iter().map(|(value, label)| html! {
                                    <option value={*value} selected={*value == places.to_string()}>{ *label }</option>
                                }) }
                            </select>
                            { copy_table(shown, words) }
                        </div>
                        { table(shown, words.structure_title(), words) }
                    }
                    <div class="said" aria-live="polite">
                        { remarks(sheet, words) }
                        if let Some(rounding) = &result.rounding {
                            { rounding_said(rounding, on_adjust, words) }
                        }
                        { sentence(sheet, words) }
                    </div>
                </div>
            </div>
        </section>
    }
}

/// That rounded shares do not add to 100, and the way to shares that do.
fn rounding_said(rounding: &Rounding, on_adjust: Callback<MouseEvent>, words: Words) -> Html {
    let label = match rounding.adjusted {
        None => words.structure_adjust(),
        Some(_) => words.structure_adjust_back(),
    };
    html! {
        <p class="rounding">
            <span class="warning">
                { words.mixed(&rounding.said) }
                { for rounding.adjusted.iter().map(|adjusted| html! { <span class="adjusted">{ words.mixed(adjusted) }</span> }) }
            </span>
            <button type="button" title={words.structure_adjust_hint()} onclick={on_adjust}>{ label }</button>
        </p>
    }
}
