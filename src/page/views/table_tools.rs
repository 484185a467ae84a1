use crate::page::field::use_read_only;
use crate::page::keys;
use crate::page::message::Msg;
use crate::page::pasting::Pasted;
use crate::page::pasting::pasted;
use crate::page::shared::BuiltIn;
use crate::page::text;
use juesuan::accounts::{Accounts, Cell, Change, Layout, Reckoned, Subject, Subjects, TableNo};
use juesuan::exchange::{Unit, UnitFound};
use juesuan::{Edit, Place};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement};
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
    complete: bool,
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
            complete: table.complete,
            lines: table.lines.len(),
            others: others.into_iter().flatten().collect(),
            zeros: reckoned.zeros(accounts, no).len(),
        }
    }
}

/// What can be done with a whole table: subjects added, a table pasted, blanks filled.
#[component]
pub fn TableTools(props: &Props) -> Html {
    let (no, on) = (props.no, &props.on);
    let read_only = use_read_only();
    let State {
        layout,
        none,
        complete,
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
        <section class="table-tools" aria-label={text::TABLE_TOOLS}>
            <div class="tool-row">
                { layout_choice(props, read_only) }
                if let Some(subjects) = table.lines {
                    <SubjectSearch {subjects} table={no} on={on.clone()} />
                }
                { for others.into_iter().map(|from| html! {
                    <button type="button" onclick={change(Change::BringSubjects { table: no, from })}>
                        { text::bring_subjects(&layout.table(from).short()) }
                    </button>
                }) }
                if table.lines.is_some() {
                    <button type="button" onclick={change(Change::AddLine { table: no, at: lines })}>{ text::LINE_BLANK }</button>
                }
                <button type="button" aria-expanded={pasting.to_string()} onclick={toggle}>{ text::TABLE_PASTE }</button>
                <button type="button" title={text::FILL_ZEROS_HINT} disabled={zeros == 0} onclick={change(Change::FillZeros { table: no })}>
                    { text::fill_zeros(zeros) }
                </button>
                <button type="button" onclick={on.reform(move |_| Msg::CopyTable(no))}>{ text::TABLE_COPY }</button>
                if table.lines.is_some() {
                    <label class="check" title={text::TABLE_COMPLETE_HINT}>
                        <input type="checkbox" checked={complete} onchange={on.reform(move |event: Event| {
                            Msg::Edit(Edit::Accounts(Change::SetComplete { table: no, complete: is_checked(&event) }))
                        })} />
                        { text::TABLE_COMPLETE }
                    </label>
                }
                if table.may_be_empty.is_some() {
                    <label class="check">
                        <input type="checkbox" checked={none} onchange={on.reform(move |event: Event| {
                            Msg::Edit(Edit::Accounts(Change::SetNone { table: no, none: is_checked(&event) }))
                        })} />
                        { text::TABLE_NONE }
                    </label>
                }
            </div>
            if *pasting {
                <PasteBox {no} on={on.clone()} />
            }
            if let Some(pasted) = &props.pasted {
                { outcome(pasted, on) }
            }
        </section>
    }
}

/// Which layout the tables have: the ministry's of the year, or that of a place.
fn layout_choice(props: &Props, read_only: bool) -> Html {
    let used = props.table.layout;
    let chosen = props.table.chosen.as_str();
    let onchange = props.on.reform(|event: Event| {
        let select = event
            .target()
            .and_then(|t| t.dyn_into::<HtmlSelectElement>().ok());
        let text = select.map(|select| select.value()).unwrap_or_default();
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
            <label for={keys::id(Place::Accounts(Cell::Layout))}>{ text::TABLE_LAYOUT }</label>
            <select id={keys::id(Place::Accounts(Cell::Layout))} disabled={read_only} title={used.source.note.clone()} {onchange}>
                <option value="" selected={chosen.is_empty()}>{ text::LAYOUT_BY_YEAR }</option>
                if unknown {
                    <option value={chosen.to_owned()} selected=true>{ text::layout_unknown(chosen) }</option>
                }
                { for Layout::all().iter().filter(offered).map(|layout| html! {
                    <option value={layout.id.clone()} selected={layout.id == chosen}>{ &layout.name }</option>
                }) }
            </select>
        </>
    }
}

fn is_checked(event: &Event) -> bool {
    let input = event
        .target()
        .and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| input.checked())
}

/// What was read of a pasted table, and what was not; where its unit is not known, the choice.
fn outcome(pasted: &Pasted, on: &Callback<Msg>) -> Html {
    let read = &pasted.read;
    let in_unit = |unit: Unit, label: &'static str| {
        let (table, cells) = (pasted.table, pasted.cells.clone());
        let onclick = on.reform(move |_| Msg::PasteTable(table, cells.clone(), unit));
        html! { <button type="button" {onclick}>{ label }</button> }
    };
    let choices = match &read.unit {
        _ if read.amounts == 0 => Html::default(),
        UnitFound::Doubtful(_) => html! {
            <>
                { in_unit(Unit::Yuan, text::PASTE_AS_YUAN) }
                { in_unit(Unit::TenThousandYuan, text::PASTE_AS_WAN) }
            </>
        },
        UnitFound::Assumed if pasted.changed => in_unit(Unit::Yuan, text::PASTE_AS_YUAN),
        _ => Html::default(),
    };
    let attention = !read.problems.is_empty() || matches!(read.unit, UnitFound::Doubtful(_));
    html! {
        <div class={classes!("paste-outcome", attention.then_some("with-problems"))} role="status">
            <p>{ text::table_read(read, pasted.changed) }{ choices }</p>
            if !read.problems.is_empty() {
                <ul>{ for read.problems.iter().map(|problem| html! { <li>{ problem }</li> }) }</ul>
            }
        </div>
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
            let chosen = event
                .target()
                .and_then(|t| t.dyn_into::<HtmlSelectElement>().ok())
                .map(|select| select.value());
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
                Some(Ok(cells)) => on.emit(Msg::PasteTable(no, Rc::new(cells), *unit)),
                Some(Err(sentence)) => on.emit(Msg::Say(sentence)),
                None => {}
            }
            // The choice holds for this paste.
            unit.set(Unit::default());
        })
    };
    html! {
        <div class="paste-box">
            <label for="paste-unit">{ text::PASTE_UNIT }</label>
            <select id="paste-unit" {onchange}>
                { for UNITS.iter().map(|(name, this)| html! {
                    <option value={*name} selected={*this == *unit}>{ text::paste_unit(*this) }</option>
                }) }
            </select>
            <textarea ref={node} rows="2" value="" aria-label={text::TABLE_PASTE} placeholder={text::PASTE_HERE} {onpaste} />
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
    let typed = use_state(String::new);
    let at = use_state(|| 0_usize);
    let found: Rc<Vec<Subject>> = Rc::new(props.subjects.search(&typed, OFFERED));
    let chosen = (*at).min(found.len().saturating_sub(1));
    let list = "subject-list";
    let add = {
        let (on, table, typed, at) = (props.on.clone(), props.table, typed.clone(), at.clone());
        Callback::from(move |subject: Subject| {
            typed.set(String::new());
            at.set(0);
            on.emit(Msg::AddSubject(table, subject.code.to_owned()));
        })
    };
    let oninput = {
        let (typed, at) = (typed.clone(), at.clone());
        Callback::from(move |event: InputEvent| {
            let input = event
                .target()
                .and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            typed.set(input.map(|input| input.value()).unwrap_or_default());
            at.set(0);
        })
    };
    let onkeydown = {
        let (found, add, at, typed) = (found.clone(), add.clone(), at.clone(), typed.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.is_composing() {
                return;
            }
            match event.key().as_str() {
                "ArrowDown" => at.set((chosen + 1).min(found.len().saturating_sub(1))),
                "ArrowUp" => at.set(chosen.saturating_sub(1)),
                "Enter" => {
                    if let Some(subject) = found.get(chosen) {
                        add.emit(*subject);
                    }
                }
                "Escape" => typed.set(String::new()),
                _ => return,
            }
            event.prevent_default();
        })
    };
    let open = !typed.trim().is_empty();
    let active = (open && !found.is_empty()).then(|| format!("{list}-{chosen}"));
    html! {
        <div class="subject-search">
            <input type="text" role="combobox" aria-label={text::SUBJECT_SEARCH} placeholder={text::SUBJECT_SEARCH} autocomplete="off"
                spellcheck="false" aria-expanded={open.to_string()} aria-controls={list} aria-activedescendant={active}
                value={(*typed).clone()} {oninput} {onkeydown} />
            if open {
                <ul id={list} role="listbox" aria-label={text::SUBJECT_SEARCH}>
                    { for found.iter().enumerate().map(|(i, subject)| {
                        let (subject, add) = (*subject, add.clone());
                        html! {
                            <li id={format!("{list}-{i}")} role="option" aria-selected={(i == chosen).to_string()}
                                onmousedown={move |event: MouseEvent| { event.prevent_default(); add.emit(subject); }}>
                                <span class="code">{ subject.code }</span>{ subject.name }
                            </li>
                        }
                    }) }
                    if found.is_empty() {
                        <li class="none" role="option" aria-selected="false">{ text::SUBJECT_NONE }</li>
                    }
                </ul>
            }
        </div>
    }
}
