use super::result::{copy_table, list_box, remarks, sentence, table};
use crate::page::text;
use juesuan::quick::years;
use yew::prelude::*;

/// The growth of several years, each against the one before.
#[component]
pub fn YearsCard() -> Html {
    let typed = use_state(String::new);
    let on_type = {
        let typed = typed.clone();
        Callback::from(move |text: String| typed.set(text))
    };
    let sheet = years(&typed);
    html! {
        <section class="card calculator wide-calculator" aria-label={text::YEARS_TITLE}>
            <h2>{ text::YEARS_TITLE }<small>{ text::YEARS_FORMULA }</small></h2>
            <div class="columns">
                { list_box("quick-years", text::YEARS_LIST, text::YEARS_EXAMPLE, &typed, &sheet, on_type) }
                <div class="outcome">
                    if let Some(shown) = &sheet.table {
                        <div class="quick-tools">{ copy_table(shown) }</div>
                        { table(shown, text::YEARS_TITLE) }
                    }
                    <div class="said" aria-live="polite">
                        { remarks(&sheet) }
                        { sentence(&sheet) }
                    </div>
                </div>
            </div>
        </section>
    }
}
