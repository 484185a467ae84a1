use super::result::{copy_table, list_box, remarks, sentence, table};
use crate::page::words::use_words;
use juesuan::quick::years;
use yew::prelude::*;

/// The growth of several years, each against the one before.
#[component]
pub fn YearsCard() -> Html {
    let words = use_words();
    let typed = use_state(String::new);
    let on_type = {
        let typed = typed.clone();
        Callback::from(move |text: String| typed.set(text))
    };
    let sheet = years(&typed);
    html! {
        <section class="card calculator wide-calculator" aria-label={words.years_title()}>
            <h2>{ words.years_title() }<small>{ words.years_formula() }</small></h2>
            <div class="columns">
                { list_box("quick-years", words.years_list(), words.years_example(), &typed, &sheet, on_type, words) }
                <div class="outcome">
                    if let Some(shown) = &sheet.table {
                        <div class="quick-tools">{ copy_table(shown, words) }</div>
                        { table(shown, words.years_title(), words) }
                    }
                    <div class="said" aria-live="polite">
                        { remarks(&sheet, words) }
                        { sentence(&sheet, words) }
                    </div>
                </div>
            </div>
        </section>
    }
}
