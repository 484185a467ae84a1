//! Quick figures: small calculators with two or three boxes each, and below them, over the whole width,
//! the ones that make a table.

mod calculator;
mod copy;
mod result;
mod structure;
mod three_public;
mod years;

use crate::page::words::use_words;
use calculator::Calculator;
use juesuan::quick::Calculation;
use structure::StructureCard;
use three_public::ThreePublicCard;
use years::YearsCard;
use yew::prelude::*;

/// Results follow every key.
#[component]
pub fn Quick() -> Html {
    let words = use_words();
    html! {
        <div class="quick">
            <h1>{ words.quick_title() }</h1>
            <p class="lead">{ words.mixed(words.quick_lead()) }</p>
            <div class="cards">
                { for Calculation::ALL.iter().map(|calculation| html! { <Calculator calculation={*calculation} /> }) }
            </div>
            <StructureCard />
            <YearsCard />
            <ThreePublicCard />
        </div>
    }
}
