use super::grid::{around_cells, use_here};
use crate::page::document::Marks;
use crate::page::field::{Field, Kind, use_read_only};
use crate::page::keys;
use crate::page::message::Msg;
use crate::page::shared::Shared;
use crate::page::words::{Words, lang_of, use_words};
use juesuan::accounts::{
    Accounts, Cell, Change, Column, Fact, FactKind, Reading, Reckoned, TableNo, VEHICLES, WorkField,
};
use juesuan::disclosure::Disclosure;
use juesuan::figure::display_amount;
use juesuan::say::Spoken as _;
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
    let words = use_words();
    let read_only = use_read_only();
    let here = use_here();
    let assets: Vec<Fact> = VEHICLES.iter().chain(EQUIPMENT).copied().collect();
    let inside = html! {
        <>
            <header>
                <h1>{ words.nav_facts() }</h1>
                <p class="lead">{ words.facts_lead() }</p>
            </header>
            { group(props, words.facts_profile(), PROFILE, read_only, words) }
            { group(props, words.facts_three_public(), THREE_PUBLIC, read_only, words) }
            { group(props, words.facts_operating(), OPERATING, read_only, words) }
            { group(props, words.facts_procurement(), PROCUREMENT, read_only, words) }
            { group(props, words.facts_assets(), &assets, read_only, words) }
            { group(props, words.facts_performance(), PERFORMANCE, read_only, words) }
            { work(props, words) }
        </>
    };
    around_cells("facts", &props.on, &here, inside)
}

fn group(
    props: &Props,
    title: &'static str,
    facts: &[Fact],
    read_only: bool,
    words: Words,
) -> Html {
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
                { for facts.iter().map(|fact| self::fact(props, *fact, words)) }
            </div>
            if count > 0 && !read_only {
                <button type="button" class="quiet" title={words.facts_fill_hint()} aria-label={words.facts_fill(title, count)}
                    onclick={fill}>{ words.fill_count(count) }</button>
            }
        </section>
    }
}

fn fact(props: &Props, fact: Fact, words: Words) -> Html {
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
        <div class={classes!("fact", wide.then_some("wide"))} lang={lang_of(fact.label())}>
            <label for={keys::id(Place::Accounts(cell))}>{ words.mixed(fact.label()) }<small lang={words.tag()}>{ words.fact_unit(fact) }</small></label>
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
fn work(props: &Props, words: Words) -> Html {
    let on = &props.on;
    let count = props.accounts.work.len();
    let rows = props.disclosure.work().iter().enumerate().map(|(row, work)| {
        let remove = on.reform(move |_| Msg::Edit(Edit::Accounts(Change::RemoveWork { row })));
        html! {
            <tr>
                { for WorkField::COLUMNS.iter().map(|column| html! {
                    <td lang={lang_of(column.label())}>{ field(props, Cell::Work(row, *column), &words.work_cell(row, column.label()), Kind::Text, None) }</td>
                }) }
                <td class="computed" lang={words.tag()} title={work.working.spoken(words.language)}>{ &work.rate }</td>
                <td><button type="button" class="quiet" aria-label={words.work_remove(row)} title={words.work_remove(row)} onclick={remove}>{ "✕" }</button></td>
            </tr>
        }
    });
    let add = on.reform(move |_| {
        let then = Place::Accounts(Cell::Work(count, WorkField::Matter));
        Msg::EditThen(Edit::Accounts(Change::AddWork { at: count }), then)
    });
    html! {
        <section class="card work-group" aria-label={words.facts_work()}>
            <h2>{ words.facts_work() }</h2>
            <p class="lead">{ words.facts_work_lead() }</p>
            if count > 0 {
                <div class="scroll" tabindex="0" role="group" aria-label={words.facts_work()}>
                <table class="work-grid">
                    <colgroup><col class="w-matter" /><col /><col /><col class="w-value" /><col class="w-value" /><col class="w-rate" /><col class="w-remove" /></colgroup>
                    <thead><tr>
                        { for WorkField::COLUMNS.iter().map(|column| html! { <th scope="col">{ words.mixed(column.label()) }</th> }) }
                        <th scope="col">{ words.work_rate() }</th><th scope="col"><span class="off-screen">{ words.line_remove() }</span></th>
                    </tr></thead>
                    <tbody>{ for rows }</tbody>
                </table>
                </div>
            }
            <button type="button" class="work-add" onclick={add}>{ "＋ " }{ words.work_add() }</button>
        </section>
    }
}
