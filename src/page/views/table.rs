use super::disclosure::sections_of_table;
use super::grid::{Handlers, Texts, do_motion, handlers, target_place};
use super::identities::Identities;
use super::table_row::{Head, TableRow};
use super::table_tools::TableTools;
use crate::page::app::{Msg, View};
use crate::page::block::{Block, grid_of};
use crate::page::bookkeeping::Pasted;
use crate::page::document::{Marks, Place};
use crate::page::field::Mark;
use crate::page::keys::{self, Motion};
use crate::page::selection::Towards;
use crate::page::text;
use juesuan::Edit;
use juesuan::accounts::{
    Accounts, Cell, Change, Column, Grid, Layout, Reckoned, RowAt, TableNo, Value,
};
use juesuan::disclosure::Disclosure;
use juesuan::exchange::shown_amount;
use juesuan::figure::display_amount;
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
            && Rc::ptr_eq(&self.reckoned, &other.reckoned)
            && Rc::ptr_eq(&self.marks, &other.marks)
            && self.block == other.block
            && self.pasted == other.pasted
            && self.bare == other.bare
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
            { tabs(props) }
            <TableTools no={props.no} accounts={props.accounts.clone()} reckoned={props.reckoned.clone()}
                pasted={props.pasted.clone().filter(|pasted| pasted.table == props.no)} on={on.clone()} />
            { paper }
            <Identities reckoned={props.reckoned.clone()} accounts={props.accounts.clone()} table={Some(props.no)} on={on.clone()} />
            { sections_of_table(&props.disclosure, &props.accounts, &props.reckoned, props.no, on) }
        </div>
    }
}

fn paper(props: &Props, with_block: bool) -> Html {
    let table = props.layout().table(props.no);
    let lines = props.accounts.table(props.no).lines.len();
    let grids = Grid::of(props.layout(), props.no, lines);
    let beside = props.no == TableNo::INCOME_AND_SPENDING;
    html! {
        <article class={classes!("paper", "accounts", with_block.then_some("with-block"))}>
            <h1 class="form-title">{ &table.title }</h1>
            <div class="form-meta">
                <span>{ text::unit_line(&props.unit) }</span>
                <span>{ table.short() }{ "　" }{ text::FORM_AMOUNTS }</span>
            </div>
            <div class={classes!("sides", beside.then_some("side-by-side"))}>
                { for grids.iter().enumerate().map(|(side, grid)| sheet(props, side, grid)) }
            </div>
            if props.accounts.table(props.no).none {
                <p class="nothing-here">{ text::nothing_here(table.may_be_empty.as_deref().unwrap_or_default()) }</p>
            }
        </article>
    }
}

/// The tables, with their errors.
fn tabs(props: &Props) -> Html {
    let tab = |no: TableNo| {
        let table = props.layout().table(no);
        let errors = props.errors.get(no.index()).copied().unwrap_or(0);
        let current = no == props.no;
        html! {
            <button type="button" class={classes!("tab", current.then_some("current"))} aria-current={current.then_some("page")}
                title={table.title.clone()} onclick={props.on.reform(move |_| Msg::Show(View::Table(no)))}>
                { table.short() }
                if errors > 0 {
                    <span class="badge" aria-label={text::count(juesuan::finding::Severity::Error, errors)}>{ errors }</span>
                }
            </button>
        }
    };
    html! {
        <nav class="tabs" aria-label={text::TABLES}>{ for TableNo::all().map(tab) }</nav>
    }
}

/// One side of a table: its heads and rows.
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
    let by_subject = layout.lines.is_some();
    html! {
        <table class={classes!("sheet-table", by_subject.then_some("by-subject"))} aria-label={format!("{} {}", layout.title, laid_out.title)}>
            <colgroup>
                if !by_subject {
                    <col class="c-label" />
                }
                { for heads.iter().map(|head| html! {
                    <col class={match head.column {
                        Column::Code => "c-code",
                        Column::Name => "c-subject",
                        _ if head.beside => "c-amount c-beside",
                        _ => "c-amount",
                    }} />
                }) }
            </colgroup>
            <thead>
                <tr>
                    if !by_subject {
                        <th scope="col">{ if laid_out.title.is_empty() { text::TABLE_ITEM } else { laid_out.title.as_str() } }</th>
                    }
                    { for heads.iter().map(|head| html! {
                        <th scope="col" class={classes!(head.beside.then_some("beside"))}>{ &head.label }</th>
                    }) }
                </tr>
            </thead>
            <tbody>
                { for grid.rows.iter().enumerate().map(|(at, row)| self::row(props, side, at, *row, &heads)) }
            </tbody>
        </table>
    }
}

fn row(props: &Props, side: usize, at: usize, row: RowAt, heads: &Rc<Vec<Head>>) -> Html {
    let layout = props.layout().table(props.no);
    let table = props.accounts.table(props.no);
    let cell = |column: Column| match row {
        RowAt::Fixed(key) => Cell::Fixed(props.no, key, column),
        RowAt::Line(line) => Cell::Line(props.no, line, column),
    };
    let (cells, label, total) = match row {
        RowAt::Fixed(key) => {
            let cells = table.rows.get(key).cloned().map(Rc::new);
            let row = layout.row(key).map(|(_, row)| row);
            (
                cells.unwrap_or_default(),
                row.map(|row| row.label.as_str()),
                row.is_some_and(|row| row.total),
            )
        }
        RowAt::Line(line) => (table.lines[line].clone(), None, false),
    };
    // What follows from others is shown where nothing is typed; what does not is waited for.
    let hints: Vec<(Column, Option<String>)> = heads
        .iter()
        .filter(|head| head.column.is_amount())
        .filter(|head| cells.get(&head.column).is_none_or(|text| text.is_blank()))
        .map(|head| {
            let derived = match props.reckoned.value(cell(head.column)) {
                Value::Derived(value) => Some(display_amount(value)),
                _ => None,
            };
            (head.column, derived)
        })
        .collect();
    let marks: Vec<(Column, Mark)> = heads
        .iter()
        .filter_map(|head| {
            let mark = props.marks.get(&cell(head.column))?;
            Some((head.column, mark.clone()))
        })
        .collect();
    let depth = match row {
        RowAt::Line(line) => table.code(line).len().saturating_sub(3) / 2,
        RowAt::Fixed(_) => 0,
    };
    let name = match row {
        RowAt::Line(line) => props.accounts.line_name(props.layout(), props.no, line),
        RowAt::Fixed(_) => String::new(),
    };
    html! {
        <TableRow key={match row { RowAt::Fixed(key) => key.to_owned(), RowAt::Line(line) => line.to_string() }}
            table={props.no} {row} label={label.map(AttrValue::from)} {name} {total} {depth} {cells} heads={heads.clone()} {hints} {marks}
            last={row == RowAt::Line(table.lines.len().wrapping_sub(1))}
            selected={props.block.and_then(|block| block.columns_of_row(side, at)).filter(|_| props.block.is_some_and(|b| b.table == props.no))}
            on={props.on.clone()} />
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
