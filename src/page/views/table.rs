use super::disclosure::sections_of_table;
use super::grid::{Here, Texts, do_motion, handlers, use_here};
use super::guide::{Far, Guide, GuideNext};
use super::hint::{self, Hint};
use super::identities::Identities;
use super::table_grid::TableProps;
use super::table_piece::{ROWS_OF_A_PIECE, heads_above, piece};
use super::table_row::Head;
use super::table_tools::{Complete, State, TableTools};
use crate::page::field::use_embedded;
use crate::page::keys::{self, Motion};
use crate::page::message::Msg;
use crate::page::shared::BuiltIn;
use crate::page::whereabouts::View;
use crate::page::words::{Words, lang_of, use_words};
use juesuan::accounts::{Accounts, Cell, Change, Column, Layout, TableLayout, TableNo};
use juesuan::address::Grid;
use juesuan::exchange::shown_amount;
use juesuan::say::official;
use juesuan::session::Selection;
use juesuan::{Axis, Edit, GridOf, Place};
use std::rc::Rc;
use yew::prelude::*;

/// With more columns than these a table takes the whole screen.
const WIDE: usize = 5;

/// A table of the accounts, editable in place, with the identities it takes part in and the sentences
/// that are written from it.
#[component]
pub fn TableView(props: &TableProps) -> Html {
    let words = use_words();
    let (on, layout) = (&props.on, props.layout());
    let block = props
        .selection
        .filter(Selection::is_block)
        .map(|s| (s.of, s.block));
    // What rows are called lies in the tables, so with the same values it is the same.
    let names = use_memo(props.reckoned.clone(), |_| props.accounts.clone());
    // Which follow is a matter of the layout alone.
    let following = use_memo(BuiltIn(layout), |_| props.reckoned.following());
    let embedded = use_embedded();
    let here = use_here();
    let onkeydown = {
        let (accounts, on, here) = (props.accounts.clone(), on.clone(), here.clone());
        Callback::from(move |event: KeyboardEvent| {
            keydown(&event, &here, &accounts, layout, block.is_some(), &on);
        })
    };
    let texts = block.map(|(of, block)| {
        let (accounts, reckoned, no) = (props.accounts.clone(), props.reckoned.clone(), props.no);
        Rc::new(move || {
            let grids = Grid::of_table(&accounts, layout, no);
            let grid = grids.iter().find(|grid| grid.sheet == of);
            let shown = |place| match place {
                Place::Accounts(cell) => shown_amount(&accounts, &reckoned, cell),
                Place::Form(..) => String::new(),
            };
            grid.map_or_else(Vec::new, |grid| block.texts(grid, shown))
        }) as Texts
    });
    let paste = on.reform(|(place, cells)| Msg::Paste(place, cells));
    let around = handlers(on, &here, texts, is_in_table, paste);
    let paper = paper(props, block.is_some());
    if props.bare {
        return paper;
    }
    let progress = TableNo::all().zip(props.reckoned.progress());
    let far = progress.map(|(no, progress)| Far::of(&props.accounts, no, progress));
    let far: Rc<Vec<Far>> = Rc::new(far.collect());
    let inside = html! {
        <>
            if !embedded {
                <Guide no={props.no} layout={BuiltIn(layout)} far={far.clone()} following={following.clone()} errors={props.errors.clone()} on={on.clone()} />
            }
            { tabs(props, &far, words) }
            <Hint of={hint::Of::Drop} />
            <TableTools no={props.no} table={State::of(&props.accounts, &props.reckoned, props.no)}
                pasted={props.pasted.clone().filter(|pasted| pasted.table == props.no)} on={on.clone()} />
            { paper }
            if layout.table(props.no).lines.is_some() {
                <Complete no={props.no} complete={props.accounts.table(props.no).complete} on={on.clone()} />
            }
            if !embedded {
                <GuideNext no={props.no} layout={BuiltIn(layout)} far={far.clone()} {following} errors={props.errors.clone()} on={on.clone()} />
            }
            <Identities reckoned={props.reckoned.clone()} accounts={(*names).clone()} table={Some(props.no)} on={on.clone()} />
            { sections_of_table(&props.disclosure, &props.accounts, &props.reckoned, props.no, on, words) }
        </>
    };
    let wide = layout.table(props.no).columns.len() > WIDE;
    let class = classes!("table-view", wide.then_some("wide"));
    around.around("div", class, None, onkeydown, inside)
}

fn paper(props: &TableProps, with_block: bool) -> Html {
    let table = props.layout().table(props.no);
    let grids = Grid::of_table(&props.accounts, props.layout(), props.no);
    let beside = props.no == TableNo::INCOME_AND_SPENDING;
    html! {
        <article class={classes!("paper", "accounts", with_block.then_some("with-block"))} lang="zh-CN">
            <h1 class="form-title">{ &table.title }</h1>
            <div class="form-meta">
                <span>{ official::unit_line(&props.unit) }</span>
                <span>{ table.short() }{ "　" }{ official::FORM_AMOUNTS }</span>
            </div>
            <div class={classes!("sides", beside.then_some("side-by-side"))}>
                { for grids.iter().enumerate().map(|(side, grid)| sheet(props, side, grid)) }
            </div>
            if props.accounts.table(props.no).none {
                <p class="nothing-here">{ official::nothing_here(table.may_be_empty.as_deref().unwrap_or_default()) }</p>
            }
        </article>
    }
}

/// The tables, with their errors.
fn tabs(props: &TableProps, far: &[Far], words: Words) -> Html {
    let tab = |table: &'static TableLayout| {
        let no = table.no;
        let errors = props.errors.get(no.index()).copied().unwrap_or(0);
        let current = no == props.no;
        let (state, said) = far[no.index()].mark(words);
        html! {
            <button type="button" class={classes!("tab", current.then_some("current"))} aria-current={current.then_some("page")} tabindex={if current { "0" } else { "-1" }}
                lang={lang_of(&table.title)} title={table.title.clone()} onclick={props.on.reform(move |_| Msg::Show(View::Table(no)))}>
                <span class="tab-no">{ table.short() }</span>
                if errors == 0 {
                    <span class={classes!("tab-state", state)} lang={words.tag()} role="img" aria-label={said} title={said}></span>
                }
                if errors > 0 {
                    <span class="badge" lang={words.tag()} aria-label={words.count(juesuan::finding::Severity::Error, errors)}>{ errors }</span>
                }
                <span class="tab-name">{ official::table_name(&table.title) }</span>
            </button>
        }
    };
    html! {
        <nav class="tabs" aria-label={words.tables()} onkeydown={|event: KeyboardEvent| keys::rove(&event)}>{ for props.layout().in_print().into_iter().map(tab) }</nav>
    }
}

/// One side of a table: its heads and rows, in pieces of which at a key only one is drawn anew.
fn sheet(props: &TableProps, side: usize, grid: &Grid<GridOf>) -> Html {
    let layout = props.layout().table(props.no);
    let laid_out = &layout.sides[side];
    let head = |column: &Column| {
        let own = laid_out.heads.iter().find(|(c, _)| c == column);
        Head {
            column: *column,
            label: own.map_or_else(|| layout.label(*column).to_owned(), |(_, own)| own.clone()),
            beside: layout.is_beside(*column),
        }
    };
    let columns = grid.columns.iter().filter_map(|column| match column {
        Axis::Accounts(column) => Some(column),
        Axis::Form(_) => None,
    });
    let heads: Rc<Vec<Head>> = Rc::new(columns.map(head).collect());
    let pieces = (0..grid.rows.len().max(1)).step_by(ROWS_OF_A_PIECE);
    let long = grid.rows.len() > ROWS_OF_A_PIECE;
    let amounts = heads.iter().filter(|head| head.column.is_amount()).count();
    let class = classes!(
        "sheet-side",
        long.then_some("long"),
        layout.lines.map(|_| "subjects"),
        format!("amounts-{amounts}"),
    );
    html! {
        <div {class}>
            { heads_above(layout, side, &heads) }
            { for pieces.map(|from| piece(props, grid, side, &heads, from..(from + ROWS_OF_A_PIECE).min(grid.rows.len()))) }
        </div>
    }
}

/// Cells of the grid: what is typed into a table itself.
fn is_in_table(place: Place) -> bool {
    match place {
        Place::Accounts(cell) => cell.column().is_some_and(|column| {
            column.is_amount() || matches!(column, Column::Code | Column::Name)
        }),
        Place::Form(..) => false,
    }
}

fn keydown(
    event: &KeyboardEvent,
    here: &Here,
    accounts: &Accounts,
    layout: &'static Layout,
    block: bool,
    on: &Callback<Msg>,
) {
    let Some(place @ Place::Accounts(cell)) = here.at(event) else {
        return;
    };
    if !is_in_table(place) {
        if let Some(motion) = keys::motion(event, false, block) {
            event.prevent_default();
            do_motion(on, event, motion);
        }
        return;
    }
    if let Some((change, then)) = row_change(event, accounts, cell) {
        event.prevent_default();
        let edit = Edit::Accounts(change);
        match then {
            Some(cell) => on.emit(Msg::EditThen(edit, Place::Accounts(cell))),
            None => on.emit(Msg::Edit(edit)),
        }
        return;
    }
    let Some(motion) = keys::motion(event, true, block) else {
        return;
    };
    event.prevent_default();
    match going(accounts, layout, place, motion) {
        Some(place) => on.emit(Msg::GoTo(place)),
        None => do_motion(on, event, motion),
    }
}

/// The cell a key leads to, on the same side.
fn going(
    accounts: &Accounts,
    layout: &'static Layout,
    place: Place,
    motion: Motion,
) -> Option<Place> {
    let (Motion::Go(going), Place::Accounts(cell)) = (motion, place) else {
        return None;
    };
    let mut grids = Grid::of_table(accounts, layout, cell.table()?);
    grids.retain(|grid| grid.place(place).is_some());
    Grid::going(&grids, place, going)
}

/// What keys with Alt do with a row, and the cell to be in afterwards.
fn row_change(
    event: &KeyboardEvent,
    accounts: &Accounts,
    cell: Cell,
) -> Option<(Change, Option<Cell>)> {
    let Cell::Line(table, line, column) = cell else {
        return None;
    };
    if !event.alt_key() || event.is_composing() {
        return None;
    }
    match event.key().as_str() {
        "Enter" => Some((
            Change::AddLine {
                table,
                at: line + 1,
            },
            Some(Cell::Line(table, line + 1, Column::Code)),
        )),
        "Delete" => {
            let rest = accounts.table(table).lines.len().saturating_sub(1);
            let then = rest
                .checked_sub(1)
                .map(|last| Cell::Line(table, line.min(last), column));
            Some((Change::RemoveLine { table, line }, then))
        }
        _ => None,
    }
}
