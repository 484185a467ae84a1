use crate::page::message::Msg;
use crate::page::shared::Shared;
use crate::page::words::{Words, lang_of, use_words};
use juesuan::Place;
use juesuan::accounts::{Accounts, Cell, Kind, Reckoned, Relation, State, TableNo};
use juesuan::figure::Exact;
use juesuan::say::official;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub reckoned: Shared<Reckoned>,
    /// For what rows are called.
    pub accounts: Shared<Accounts>,
    /// Only those that a table takes part in; all where `None`.
    #[prop_or_default]
    pub table: Option<TableNo>,
    pub on: Callback<Msg>,
}

/// Members of one identity that wait and are shown by themselves.
const MOST_WAITING: usize = 12;

/// An identity with all it says: of every column, and of every class.
struct Listed<'a> {
    no: String,
    title: String,
    members: Vec<&'a Relation>,
}

/// The identities between cells: number, both sides with their cells, difference.
#[component]
pub fn Identities(props: &Props) -> Html {
    let words = use_words();
    let all = props.table.is_none();
    let listed = listed(props, words);
    let lines = listed.iter().map(|identity| line(props, identity, words));
    html! {
        <section class="card identities" aria-label={words.identities()}>
            if !all {
                <h2>{ words.identities() }</h2>
            }
            if all {
                <h1>{ words.identities_all() }</h1>
                <p class="lead">{ words.identities_lead() }</p>
            }
            <div class="scroll" tabindex="0" role="group" aria-label={words.identities()}>
            <table>
                <thead><tr>
                    { for words.identity_columns().iter().map(|head| html! { <th scope="col">{ *head }</th> }) }
                </tr></thead>
                <tbody>{ for lines }</tbody>
            </table>
            </div>
        </section>
    }
}

fn listed(props: &Props, words: Words) -> Vec<Listed<'_>> {
    let layout = props.reckoned.layout;
    // There are thousands of relations in long tables, and few kinds: neighbours are mostly of one.
    let mut kinds: Vec<(Kind, Vec<&Relation>)> = Vec::new();
    for relation in props.reckoned.relations() {
        if let Some(table) = props.table
            && !touches(&props.reckoned, relation, table)
        {
            continue;
        }
        match kinds
            .iter_mut()
            .rev()
            .find(|(kind, _)| *kind == relation.kind)
        {
            Some((_, members)) => members.push(relation),
            None => kinds.push((relation.kind, vec![relation])),
        }
    }
    let mut listed: Vec<Listed> = Vec::new();
    for (kind, members) in kinds {
        let (no, title) = match kind {
            Kind::Identity(at) => {
                let identity = &layout.identities[at];
                (identity.no.clone(), identity.title.clone())
            }
            Kind::Across(table) => (
                format!("{table}-{}", official::ACROSS),
                words.identity_across(&layout.table(table).short()),
            ),
            Kind::Tree(table) => (
                format!("{table}-{}", official::TREE),
                words.identity_tree(&layout.table(table).short()),
            ),
        };
        match listed.iter_mut().find(|identity| identity.no == no) {
            Some(identity) => identity.members.extend(members),
            None => listed.push(Listed { no, title, members }),
        }
    }
    // Those the ministry numbers first, then those that every table has.
    listed.sort_by_key(|identity| identity.no.contains('-'));
    listed
}

fn touches(reckoned: &Reckoned, relation: &Relation, table: TableNo) -> bool {
    match relation.kind {
        Kind::Across(of) | Kind::Tree(of) => of == table,
        Kind::Identity(_) => {
            let (left, right) = reckoned.sides(relation);
            let right = right.iter().map(|(_, cell, _)| *cell);
            let mut cells = left.into_iter().chain(right);
            cells.any(|cell| cell.table() == Some(table))
        }
    }
}

/// One identity: as a whole while it holds or waits, and every member that does not hold.
fn line(props: &Props, identity: &Listed, words: Words) -> Html {
    let with = |is: fn(State) -> bool| identity.members.iter().filter(move |r| is(r.state));
    let broken: Vec<&&Relation> = with(State::is_wrong).collect();
    let short: Vec<&&Relation> = with(|state| matches!(state, State::Short(_))).collect();
    let rounded: Vec<&&Relation> = with(|state| matches!(state, State::Rounding(_))).collect();
    let holds = with(|state| state == State::Holds).count();
    let waiting = with(|state| state == State::Waiting).count();
    let counts = words.identity_counts(holds, rounded.len(), waiting + short.len());
    let (class, state) = match (broken.len(), short.len(), rounded.len(), waiting) {
        (0, 0, 0, 0) => ("holds", words.identity_holds().to_owned()),
        (0, 0, 0, waiting) if waiting == identity.members.len() => {
            ("waits", words.identity_waits().to_owned())
        }
        (0, 0, _, 0) => ("holds", counts),
        (0, _, _, _) => ("waits", counts),
        (broken, _, _, _) => ("broken", words.identity_broken(broken)),
    };
    // Those that do not hold are shown, and those that wait with a side already there.
    let half = |relation: &&&Relation| props.reckoned.both_sides(relation) != [None, None];
    let waits = with(|state| state == State::Waiting);
    let waits: Vec<&&Relation> = waits.filter(half).take(MOST_WAITING).collect();
    let shown = broken.iter().chain(&short).chain(&rounded).chain(&waits);
    let shown: Vec<&Relation> = shown.map(|relation| **relation).collect();
    // The first pair that is not of zeros stands for all of them.
    let of_zeros = |relation: &Relation| match props.reckoned.both_sides(relation)[0] {
        Some((whole, _)) => whole.is_zero(),
        None => true,
    };
    let told = identity.members.iter().find(|one| !of_zeros(one));
    let first = told.or(identity.members.first());
    let mut rows = vec![html! {
        <tr class={class}>
            <th scope="row">{ words.mixed(&identity.no) }</th>
            <td class="title">{ words.mixed(&identity.title) }</td>
            { for first.map(|first| sides(props, first, words)) }
            <td class="state">{ state }</td>
        </tr>
    }];
    if identity.members.len() > 1 {
        rows.extend(shown.into_iter().map(|relation| {
            let (class, state) = match relation.state {
                State::Short(_) => ("waits", words.identity_short()),
                State::Rounding(_) => ("holds", words.identity_rounded()),
                State::Waiting => ("waits", words.identity_waits()),
                _ => ("broken", ""),
            };
            html! {
                <tr class={classes!(class, "member")}>
                    <td></td>
                    <td class="title">{ words.mixed(&title_of(props, relation)) }</td>
                    { sides(props, relation, words) }
                    <td class="state">{ state }</td>
                </tr>
            }
        }));
    }
    html! { <>{ for rows }</> }
}

fn title_of(props: &Props, relation: &Relation) -> String {
    let (left, _) = props.reckoned.sides(relation);
    left.map_or_else(String::new, |cell| {
        props.accounts.phrase(props.reckoned.layout, cell)
    })
}

/// Both sides with their cells, and the difference.
fn sides(props: &Props, relation: &Relation, words: Words) -> Html {
    let (left, _) = props.reckoned.sides(relation);
    let [whole, sum] = props.reckoned.both_sides(relation);
    let difference = match (whole, sum) {
        (Some((whole, true)), Some((sum, true))) => whole.checked_sub(sum),
        _ => None,
    };
    let other = props
        .reckoned
        .sides(relation)
        .1
        .first()
        .map(|(_, cell, _)| *cell);
    // Of parts that are not all known yet, what is known.
    let shown = |side: Option<(Exact, bool)>| match side {
        None => words.awaited().to_owned(),
        Some((amount, true)) => amount.rounded(2).grouped(),
        Some((amount, false)) => words.so_far(&amount.rounded(2).grouped()),
    };
    html! {
        <>
            <td class="side">{ link(props, left, shown(whole), words) }</td>
            <td class="side">{ link(props, other, shown(sum), words) }</td>
            <td class="side difference">{ difference.map(Exact::grouped) }</td>
        </>
    }
}

fn link(props: &Props, cell: Option<Cell>, shown: String, words: Words) -> Html {
    let Some(cell) = cell else {
        return html! { { shown } };
    };
    let phrase = props.accounts.phrase(props.reckoned.layout, cell);
    html! {
        <button type="button" class="link" lang={lang_of(&phrase)} title={phrase.clone()} aria-label={format!("{phrase} {shown}")}
            onclick={props.on.reform(move |_| Msg::GoTo(Place::Accounts(cell)))}><span lang={words.tag()}>{ shown }</span></button>
    }
}
