use super::grid::{around_cells, use_here};
use crate::page::document::Marks;
use crate::page::field::{Field, Kind, use_read_only};
use crate::page::keys;
use crate::page::message::Msg;
use crate::page::shared::Shared;
use crate::page::text;
use juesuan::accounts::{
    Accounts, Cell, Change, Column, Fact, FactKind, Reading, Reckoned, TableNo, VEHICLES, WorkField,
};
use juesuan::disclosure::Disclosure;
use juesuan::figure::display_amount;
use juesuan::{Edit, Place};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub accounts: Shared<Accounts>,
    pub reckoned: Shared<Reckoned>,
    /// Whose rates of the key work are shown here too.
    pub disclosure: Shared<Disclosure>,
    pub marks: Shared<Marks<Cell>>,
    pub on: Callback<Msg>,
}

const PROFILE: &[Fact] = &[
    Fact::Functions,
    Fact::Composition,
    Fact::Administrative,
    Fact::PublicService,
    Fact::LikeCivilService,
    Fact::OtherStaff,
    Fact::Retired,
];
const THREE_PUBLIC: &[Fact] = &[
    Fact::ThreePublicScope,
    Fact::Groups,
    Fact::Travellers,
    Fact::Purchased,
    Fact::Held,
    Fact::Fuel,
    Fact::Maintenance,
    Fact::Tolls,
    Fact::Insurance,
    Fact::OtherRunning,
    Fact::Receptions,
    Fact::Guests,
];
const OPERATING: &[Fact] = &[Fact::Operating, Fact::OperatingLast, Fact::OperatingReason];
const PROCUREMENT: &[Fact] = &[
    Fact::Goods,
    Fact::Works,
    Fact::Services,
    Fact::SmallMedium,
    Fact::Micro,
];
const EQUIPMENT: &[Fact] = &[Fact::GeneralEquipment, Fact::SpecialEquipment];
const PERFORMANCE: &[Fact] = &[Fact::PerformanceWork, Fact::Outputs, Fact::ResultsUse];

/// What the text needs beside the tables: typed once, each in its place.
#[component]
pub fn FactsView(props: &Props) -> Html {
    let read_only = use_read_only();
    let here = use_here();
    let assets: Vec<Fact> = VEHICLES.iter().chain(EQUIPMENT).copied().collect();
    let inside = html! {
        <>
            <header>
                <h1>{ text::NAV_FACTS }</h1>
                <p class="lead">{ text::FACTS_LEAD }</p>
            </header>
            { group(props, text::FACTS_PROFILE, PROFILE, read_only) }
            { group(props, text::FACTS_THREE_PUBLIC, THREE_PUBLIC, read_only) }
            { group(props, text::FACTS_OPERATING, OPERATING, read_only) }
            { group(props, text::FACTS_PROCUREMENT, PROCUREMENT, read_only) }
            { group(props, text::FACTS_ASSETS, &assets, read_only) }
            { group(props, text::FACTS_PERFORMANCE, PERFORMANCE, read_only) }
            { work(props) }
        </>
    };
    around_cells("facts", &props.on, &here, inside)
}

fn group(props: &Props, title: &'static str, facts: &[Fact], read_only: bool) -> Html {
    // What is blank in the operating expenses follows from table 06.
    let numbers = facts.iter().filter(|fact| {
        fact.kind() != FactKind::Text && !matches!(fact, Fact::Operating | Fact::OperatingLast)
    });
    let blank = numbers.filter(|fact| props.accounts.fact(**fact) == Reading::Blank);
    let blank: Vec<Fact> = blank.copied().collect();
    let count = blank.len();
    let fill = props.on.reform(move |_| {
        let facts = blank.clone();
        Msg::Edit(Edit::Accounts(Change::FillFacts { facts }))
    });
    html! {
        <section class="card fact-group" aria-label={title}>
            <h2>{ title }</h2>
            <div class="fact-fields">
                { for facts.iter().map(|fact| self::fact(props, *fact)) }
            </div>
            if count > 0 && !read_only {
                <button type="button" class="quiet" title={text::FACTS_FILL_HINT} aria-label={text::facts_fill(title, count)}
                    onclick={fill}>{ text::fill_count(count) }</button>
            }
        </section>
    }
}

fn fact(props: &Props, fact: Fact) -> Html {
    let cell = Cell::Fact(fact);
    let wide = fact.kind() == FactKind::Text;
    // What is not typed follows from table 06.
    let derived = match fact {
        Fact::Operating => {
            let public = Cell::Fixed(TableNo::BASIC, "public", Column::Amount);
            let public = props.reckoned.value(public).known();
            public.map(|amount| display_amount(amount).into())
        }
        _ => None,
    };
    html! {
        <div class={classes!("fact", wide.then_some("wide"))}>
            <label for={keys::id(Place::Accounts(cell))}>{ fact.label() }<small>{ text::fact_unit(fact) }</small></label>
            { field(props, cell, fact.label(), if wide { Kind::Text } else { Kind::Figure }, derived) }
        </div>
    }
}

fn field(props: &Props, cell: Cell, label: &str, kind: Kind, derived: Option<AttrValue>) -> Html {
    let typed = props.accounts.cell(cell).map(ToString::to_string);
    html! {
        <Field of={Place::Accounts(cell)} label={label.to_owned()} {kind} text={typed.unwrap_or_default()} {derived}
            mark={props.marks.get(&cell).cloned()} on_type={props.on.clone()} />
    }
}

/// The key work of the year: matter, target, progress, and how far it got.
fn work(props: &Props) -> Html {
    let on = &props.on;
    let count = props.accounts.work.len();
    let rows = props.disclosure.work().iter().enumerate().map(|(row, work)| {
        let remove = on.reform(move |_| Msg::Edit(Edit::Accounts(Change::RemoveWork { row })));
        html! {
            <tr>
                { for WorkField::COLUMNS.iter().map(|column| html! {
                    <td>{ field(props, Cell::Work(row, *column), &text::work_cell(row, column.label()), Kind::Text, None) }</td>
                }) }
                <td class="computed" title={work.working.clone()}>{ &work.rate }</td>
                <td><button type="button" class="quiet" aria-label={text::work_remove(row)} title={text::work_remove(row)} onclick={remove}>{ "✕" }</button></td>
            </tr>
        }
    });
    let add = on.reform(move |_| {
        let then = Place::Accounts(Cell::Work(count, WorkField::Matter));
        Msg::EditThen(Edit::Accounts(Change::AddWork { at: count }), then)
    });
    html! {
        <section class="card work-group" aria-label={text::FACTS_WORK}>
            <h2>{ text::FACTS_WORK }</h2>
            <p class="lead">{ text::FACTS_WORK_LEAD }</p>
            if count > 0 {
                <div class="scroll" tabindex="0" role="group" aria-label={text::FACTS_WORK}>
                <table class="work-grid">
                    <colgroup><col class="w-matter" /><col /><col /><col class="w-value" /><col class="w-value" /><col class="w-rate" /><col class="w-remove" /></colgroup>
                    <thead><tr>
                        { for WorkField::COLUMNS.iter().map(|column| html! { <th scope="col">{ column.label() }</th> }) }
                        <th scope="col">{ text::WORK_RATE }</th><th scope="col"><span class="off-screen">{ text::LINE_REMOVE }</span></th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
                </div>
            }
            <button type="button" class="work-add" onclick={add}>{ "＋ " }{ text::WORK_ADD }</button>
        </section>
    }
}
