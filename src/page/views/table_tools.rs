use super::choosing::Choosing;
use crate::page::field::{chosen_value, is_checked, use_read_only};
use crate::page::keys;
use crate::page::message::Msg;
use crate::page::pasting::pasted;
use crate::page::shared::BuiltIn;
use crate::page::words::{Words, lang_of, use_words};
use juesuan::accounts::{Accounts, Cell, Change, Layout, Reckoned, Subject, Subjects, TableNo};
use juesuan::exchange::TableRead;
use juesuan::exchange::{Unit, UnitFound};
use juesuan::flows::pasting::Msg::WholeTable;
use juesuan::flows::pasting::Pasted;
use juesuan::say::page::UnitRead;
use juesuan::{Edit, Place};
use std::rc::Rc;
use web_sys::HtmlElement;
use yew::prelude::*;

/// Subjects offered at a time.
const OFFERED: usize = 12;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub no: TableNo,
    pub table: State,
    pub pasted: Option<Pasted>,
    pub on: Callback<Msg>,
}

/// What of a table its tools depend on.
#[derive(Clone, PartialEq)]
pub struct State {
    layout: BuiltIn<Layout>,
    /// The layout that was chosen; blank where the year chooses.
    chosen: AttrValue,
    none: bool,
    /// Rows by subject: a new one comes after the last.
    lines: usize,
    /// Tables whose subjects can be brought.
    others: Vec<TableNo>,
    /// How many cells there are to be filled with zero.
    zeros: usize,
}

impl State {
    pub fn of(accounts: &Accounts, reckoned: &Reckoned, no: TableNo) -> Self {
        let layout = reckoned.layout;
        let table = accounts.table(no);
        let others = layout.table(no).lines.map(|subjects| {
            let others = subjects.other_tables(layout, no).into_iter();
            others.filter(|from| !accounts.table(*from).lines.is_empty())
        });
        State {
            layout: BuiltIn(layout),
            chosen: AttrValue::from(accounts.layout.to_string()),
            none: table.none,
            lines: table.lines.len(),
            others: others.into_iter().flatten().collect(),
            zeros: reckoned.zeros(accounts, no).len(),
        }
    }
}

/// What can be done with a whole table: subjects added, a table pasted, blanks filled.
#[component]
pub fn TableTools(props: &Props) -> Html {
    let words = use_words();
    let (no, on) = (props.no, &props.on);
    let read_only = use_read_only();
    let State {
        layout,
        none,
        lines,
        others,
        zeros,
        ..
    } = props.table.clone();
    let layout = layout.0;
    let table = layout.table(no);
    let pasting = use_state(|| false);
    let toggle = {
        let pasting = pasting.clone();
        Callback::from(move |_| pasting.set(!*pasting))
    };
    let change = |change: Change| on.reform(move |_| Msg::Edit(Edit::Accounts(change.clone())));
    html! {
        <section class="table-tools" aria-label={words.table_tools()}>
            <div class="tool-row">
                { layout_choice(props, read_only, words) }
                if let Some(subjects) = table.lines {
                    <SubjectSearch {subjects} table={no} on={on.clone()} />
                }
                { for others.into_iter().map(|from| html! {
                    <button type="button" onclick={change(Change::BringSubjects { table: no, from })}>
                        { words.mixed(&words.bring_subjects(&layout.table(from).short())) }
                    </button>
                }) }
                if table.lines.is_some() {
                    <button type="button" onclick={change(Change::AddLine { table: no, at: lines })}>{ words.line_blank() }</button>
                }
                <button type="button" aria-expanded={pasting.to_string()} onclick={toggle}>{ words.table_paste() }</button>
                <button type="button" title={words.fill_zeros_hint()} disabled={zeros == 0} onclick={change(Change::FillZeros { table: no })}>
                    { words.fill_zeros(zeros) }
                </button>
                <button type="button" onclick={on.reform(move |_| Msg::CopyTable(no))}>{ words.table_copy() }</button>
                if table.may_be_empty.is_some() {
                    <label class="check">
                        <input type="checkbox" checked={none} onchange={on.reform(move |event: Event| {
                            Msg::Edit(Edit::Accounts(Change::SetNone { table: no, none: is_checked(&event) }))
                        })} />
                        { words.table_none() }
                    </label>
                }
            </div>
            if *pasting {
                <PasteBox {no} on={on.clone()} />
            }
            if let Some(pasted) = &props.pasted {
                { outcome(pasted, on, words) }
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
pub struct CompleteProps {
    pub no: TableNo,
    pub complete: bool,
    pub on: Callback<Msg>,
}

/// Below the last row, where one has come to the end: that there are no others, so that the totals follow.
#[component]
pub fn Complete(props: &CompleteProps) -> Html {
    let words = use_words();
    let disabled = use_read_only();
    let table = props.no;
    let onchange = props.on.reform(move |event: Event| {
        let complete = is_checked(&event);
        Msg::Edit(Edit::Accounts(Change::SetComplete { table, complete }))
    });
    html! {
        <p class="complete-line screen-only" lang={words.tag()}>
            <label class="check"><input type="checkbox" checked={props.complete} {disabled} {onchange} />{ words.table_complete() }</label>
            <small>{ words.table_complete_hint() }</small>
        </p>
    }
}

/// Which layout the tables have: the ministry's of the year, or that of a place.
fn layout_choice(props: &Props, read_only: bool, words: Words) -> Html {
    let used = props.table.layout;
    let chosen = props.table.chosen.as_str();
    let onchange = props.on.reform(|event: Event| {
        let text = chosen_value(&event).unwrap_or_default();
        Msg::Edit(Edit::Accounts(Change::Set {
            cell: Cell::Layout,
            text,
        }))
    });
    // One of the ministry's can be named by a file; it is offered where it is.
    let offered = |layout: &&Layout| layout.place.is_some() || layout.id == chosen;
    let unknown = !chosen.is_empty() && used.id != chosen;
    html! {
        <>
            <label for={keys::id(Place::Accounts(Cell::Layout))}>{ words.table_layout() }</label>
            <select id={keys::id(Place::Accounts(Cell::Layout))} lang={lang_of(&used.source.note)} disabled={read_only} title={used.source.note.clone()} {onchange}>
                <option value="" lang={words.tag()} selected={chosen.is_empty()}>{ words.layout_by_year() }</option>
                if unknown {
                    <option value={chosen.to_owned()} selected=true>{ words.layout_unknown(chosen) }</option>
                }
                { for Layout::all().iter().filter(offered).map(|layout| html! {
                    <option value={layout.id.clone()} lang={lang_of(&layout.name)} selected={layout.id == chosen}>{ &layout.name }</option>
                }) }
            </select>
        </>
    }
}

/// What was read of a pasted table, and what was not; where its unit is not known, the choice.
fn outcome(pasted: &Pasted, on: &Callback<Msg>, words: Words) -> Html {
    let read = &pasted.read;
    let in_unit = |unit: Unit, label: &'static str| {
        let (table, cells) = (pasted.table, pasted.cells.clone());
        let onclick = on.reform(move |_| Msg::Pasting(WholeTable(table, cells.clone(), unit)));
        html! { <button type="button" {onclick}>{ label }</button> }
    };
    let choices = match &read.unit {
        _ if read.amounts == 0 => Html::default(),
        UnitFound::Doubtful(_) => html! {
            <>
                { in_unit(Unit::Yuan, words.paste_as_yuan()) }
                { in_unit(Unit::TenThousandYuan, words.paste_as_wan()) }
            </>
        },
        UnitFound::Assumed if pasted.changed => in_unit(Unit::Yuan, words.paste_as_yuan()),
        _ => Html::default(),
    };
    let attention = !read.problems.is_empty() || matches!(read.unit, UnitFound::Doubtful(_));
    html! {
        <div class={classes!("paste-outcome", attention.then_some("with-problems"))} role="status">
            <p>{ words.mixed(&said_of(read, pasted.changed, words)) }{ choices }</p>
            if !read.problems.is_empty() {
                <ul>{ for read.problems.iter().map(|problem| html! { <li>{ words.mixed(problem) }</li> }) }</ul>
            }
        </div>
    }
}

/// What was read of a whole table; `changed`: whether anything is another now.
fn said_of(read: &TableRead, changed: bool, words: Words) -> String {
    let (rows, amounts) = (read.rows, read.amounts);
    if amounts == 0 {
        return words.nothing_read().to_owned();
    }
    let unit = match &read.unit {
        UnitFound::Doubtful(reason) => return words.unit_doubtful(reason, rows, amounts),
        _ if !changed => return words.same_read(rows, amounts),
        UnitFound::Assumed => UnitRead::Assumed,
        _ if read.in_yuan => UnitRead::Yuan,
        _ => UnitRead::Wan,
    };
    words.table_read(rows, amounts, unit)
}

fn unit_word(unit: Unit, words: Words) -> &'static str {
    match unit {
        Unit::AsWritten => words.as_written(),
        Unit::TenThousandYuan => words.wan(),
        Unit::Yuan => words.yuan(),
    }
}

#[derive(Properties, PartialEq)]
struct PasteProps {
    no: TableNo,
    on: Callback<Msg>,
}

/// A place to paste a whole table into, and the unit its amounts are in.
#[component]
fn PasteBox(props: &PasteProps) -> Html {
    let words = use_words();
    const UNITS: [(&str, Unit); 3] = [
        ("written", Unit::AsWritten),
        ("wan", Unit::TenThousandYuan),
        ("yuan", Unit::Yuan),
    ];
    let unit = use_state(Unit::default);
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            if let Some(element) = node.cast::<HtmlElement>() {
                // Gone already, it needs no focus.
                let _ = element.focus();
            }
        });
    }
    let onchange = {
        let unit = unit.clone();
        Callback::from(move |event: Event| {
            let chosen = chosen_value(&event);
            let found = UNITS
                .iter()
                .find(|(name, _)| Some(*name) == chosen.as_deref());
            if let Some((_, chosen)) = found {
                unit.set(*chosen);
            }
        })
    };
    let onpaste = {
        let (on, no, unit) = (props.on.clone(), props.no, unit.clone());
        Callback::from(move |event: Event| {
            event.prevent_default();
            event.stop_propagation();
            match pasted(&event) {
                Some(Ok(cells)) => on.emit(Msg::Pasting(WholeTable(no, Rc::new(cells), *unit))),
                Some(Err(sentence)) => on.emit(Msg::Say(sentence)),
                None => {}
            }
            // The choice holds for this paste.
            unit.set(Unit::default());
        })
    };
    html! {
        <div class="paste-box">
            <label for="paste-unit">{ words.paste_unit() }</label>
            <select id="paste-unit" {onchange}>
                { for UNITS.iter().map(|(name, this)| html! {
                    <option value={*name} selected={*this == *unit}>{ unit_word(*this, words) }</option>
                }) }
            </select>
            <textarea ref={node} rows="2" value="" aria-label={words.table_paste()} placeholder={words.paste_here()} {onpaste} />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct SearchProps {
    subjects: Subjects,
    table: TableNo,
    on: Callback<Msg>,
}

/// Finds a subject by code or name, and adds its row.
#[component]
fn SubjectSearch(props: &SearchProps) -> Html {
    let words = use_words();
    let entries = {
        let subjects = props.subjects;
        Callback::from(move |typed: String| {
            let found = subjects.search(&typed, OFFERED).into_iter();
            let line = |one: Subject| (one.code.to_owned(), one.name.to_owned());
            found.map(line).collect()
        })
    };
    let table = props.table;
    let on_choose = props.on.reform(move |code| Msg::AddSubject(table, code));
    html! {
        <Choosing list="subject-list" class="subject-search" label={words.subject_search()} none={words.subject_none()} {entries} {on_choose} />
    }
}
