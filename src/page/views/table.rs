use super::disclosure::sections_of_table;
use super::grid::{Handlers, Texts, do_motion, handlers, target_place};
use super::identities::Identities;
use super::table_piece::{ROWS_OF_A_PIECE, TablePiece};
use super::table_row::Head;
use super::table_tools::TableTools;
use crate::page::block::{Block, grid_of};
use crate::page::document::{Marks, Place};
use crate::page::keys::{self, Motion};
use crate::page::message::Msg;
use crate::page::selection::Towards;
use crate::page::whereabouts::View;
use crate::page::words::{Words, lang_of, use_words};
use juesuan::Edit;
use juesuan::accounts::{
    Accounts, Cell, Change, Column, Grid, Layout, Reckoned, TableLayout, TableNo,
};
use juesuan::disclosure::Disclosure;
use juesuan::exchange::shown_amount;
use juesuan::flows::pasting::Pasted;
use juesuan::say::official;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties)]
pub struct Props {
    pub no: TableNo,
    pub accounts: Rc<Accounts>,
    pub reckoned: Rc<Reckoned>,
    pub disclosure: Rc<Disclosure>,
    pub marks: Rc<Marks<Cell>>,
    pub block: Option<Block>,
    pub pasted: Option<Pasted>,
    /// Errors of each table, for the tabs.
    pub errors: Vec<usize>,
    pub unit: String,
    /// Only the table itself, for paper.
    #[prop_or_default]
    pub bare: bool,
    pub on: Callback<Msg>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.no == other.no
            && Rc::ptr_eq(&self.accounts, &other.accounts)
            && Rc::ptr_eq(&self.reckoned, &other.reckoned)
            && Rc::ptr_eq(&self.disclosure, &other.disclosure)
            && Rc::ptr_eq(&self.marks, &other.marks)
            && self.block == other.block
            && self.pasted == other.pasted
            && self.errors == other.errors
            && self.unit == other.unit
            && self.accounts.layout == other.accounts.layout
            && self.bare == other.bare
            && self.on == other.on
    }
}

impl Props {
    fn layout(&self) -> &'static Layout {
        self.reckoned.layout
    }
}

/// A table of the accounts, editable in place, with the identities it takes part in and the sentences
/// that are written from it.
#[component]
pub fn TableView(props: &Props) -> Html {
    let words = use_words();
    let (on, layout) = (&props.on, props.layout());
    let block = props.block.filter(Block::is_block);
    let onkeydown = {
        let (accounts, on) = (props.accounts.clone(), on.clone());
        Callback::from(move |event: KeyboardEvent| {
            keydown(&event, &accounts, layout, block.is_some(), &on);
        })
    };
    let texts = block.map(|block| {
        let (accounts, reckoned) = (props.accounts.clone(), props.reckoned.clone());
        Rc::new(move || {
            block.texts(&accounts, layout, |cell| {
                shown_amount(&accounts, &reckoned, cell)
            })
        }) as Texts
    });
    let paste = on.reform(|(place, cells)| Msg::Paste(place, cells));
    let Handlers {
        onpaste,
        oncopy,
        oncut,
        onmousedown,
        onmouseover,
        onfocusin,
        onfocusout,
    } = handlers(on, texts, is_in_table, paste);
    let paper = paper(props, block.is_some());
    if props.bare {
        return paper;
    }
    html! {
        <div class="table-view" {onkeydown} {onpaste} {oncopy} {oncut} {onmousedown} {onmouseover} {onfocusin} {onfocusout}>
            { tabs(props, words) }
            <TableTools no={props.no} accounts={props.accounts.clone()} reckoned={props.reckoned.clone()}
                zeros={props.reckoned.zeros(&props.accounts, props.no).len()}
                pasted={props.pasted.clone().filter(|pasted| pasted.table == props.no)} on={on.clone()} />
            { paper }
            <Identities reckoned={props.reckoned.clone()} accounts={props.accounts.clone()} table={Some(props.no)} on={on.clone()} />
            { sections_of_table(&props.disclosure, &props.accounts, &props.reckoned, props.no, on, words) }
        </div>
    }
}

fn paper(props: &Props, with_block: bool) -> Html {
    let table = props.layout().table(props.no);
    let lines = props.accounts.table(props.no).lines.len();
    let grids = Grid::of(props.layout(), props.no, lines);
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
fn tabs(props: &Props, words: Words) -> Html {
    let tab = |table: &'static TableLayout| {
        let no = table.no;
        let errors = props.errors.get(no.index()).copied().unwrap_or(0);
        let current = no == props.no;
        html! {
            <button type="button" class={classes!("tab", current.then_some("current"))} aria-current={current.then_some("page")}
                lang={lang_of(&table.title)} title={table.title.clone()} onclick={props.on.reform(move |_| Msg::Show(View::Table(no)))}>
                { table.short() }
                if errors > 0 {
                    <span class="badge" lang={words.tag()} aria-label={words.count(juesuan::finding::Severity::Error, errors)}>{ errors }</span>
                }
            </button>
        }
    };
    html! {
        <nav class="tabs" aria-label={words.tables()}>{ for props.layout().in_print().into_iter().map(tab) }</nav>
    }
}

/// One side of a table: its heads and rows, in pieces of which at a key only one is drawn anew.
fn sheet(props: &Props, side: usize, grid: &Grid) -> Html {
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
    let heads: Rc<Vec<Head>> = Rc::new(grid.columns.iter().map(head).collect());
    let pieces = (0..grid.rows.len().max(1)).step_by(ROWS_OF_A_PIECE);
    let long = grid.rows.len() > ROWS_OF_A_PIECE;
    html! {
        <div class={classes!("sheet-side", long.then_some("long"))}>
            { for pieces.map(|from| {
                let to = (from + ROWS_OF_A_PIECE).min(grid.rows.len());
                html! {
                    <TablePiece key={from} no={props.no} {side} {from} rows={grid.rows[from..to].to_vec()} heads={heads.clone()}
                        accounts={props.accounts.clone()} reckoned={props.reckoned.clone()} marks={props.marks.clone()}
                        block={props.block.filter(|block| block.table == props.no)} on={props.on.clone()} />
                }
            }) }
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
    accounts: &Accounts,
    layout: &'static Layout,
    block: bool,
    on: &Callback<Msg>,
) {
    let Some(place @ Place::Accounts(cell)) = target_place(event) else {
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
    match neighbour(accounts, layout, cell, motion) {
        Some(cell) => on.emit(Msg::GoTo(Place::Accounts(cell))),
        None => do_motion(on, event, motion),
    }
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

/// The cell a key leads to.
fn neighbour(
    accounts: &Accounts,
    layout: &'static Layout,
    cell: Cell,
    motion: Motion,
) -> Option<Cell> {
    let (grid, _, (row, column)) = grid_of(accounts, layout, cell)?;
    let (last_row, last_column) = (grid.rows.len() - 1, grid.columns.len() - 1);
    let along = |mut columns: Box<dyn Iterator<Item = usize>>, row| {
        columns.find_map(|column| grid.cell(row, column))
    };
    match motion {
        Motion::Go(Towards::Up) => (0..row).rev().find_map(|row| grid.cell(row, column)),
        Motion::Go(Towards::Down) => (row + 1..=last_row).find_map(|row| grid.cell(row, column)),
        Motion::Go(Towards::Left) => along(Box::new((0..column).rev()), row),
        Motion::Go(Towards::Right) => along(Box::new(column + 1..=last_column), row),
        Motion::RowStart => along(Box::new(0..=last_column), row),
        Motion::RowEnd => along(Box::new((0..=last_column).rev()), row),
        Motion::First => (0..=last_row).find_map(|row| grid.cell(row, column)),
        Motion::Last => (0..=last_row).rev().find_map(|row| grid.cell(row, column)),
        _ => None,
    }
}
