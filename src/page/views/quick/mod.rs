//! Quick figures: small calculators with two or three boxes each, and below them, over the whole width,
//! the ones that make a table.

mod calculator;
mod copy;
mod result;
mod structure;
mod three_public;
mod years;

use crate::page::text;
use calculator::Calculator;
use juesuan::quick::Calculation;
use structure::StructureCard;
use three_public::ThreePublicCard;
use years::YearsCard;
use yew::prelude::*;

/// Results follow every key.
#[component]
pub fn Quick() -> Html {
    html! {
        <div class="quick">
            <h1>{ text::QUICK_TITLE }</h1>
            <p class="lead">{ text::QUICK_LEAD }</p>
            <div class="cards">
                { for Calculation::ALL.iter().map(|calculation| html! { <Calculator calculation={*calculation} /> }) }
            </div>
            <StructureCard />
            <YearsCard />
            <ThreePublicCard />
        </div>
    }
}
