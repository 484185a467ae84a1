use super::grid_row::{Action, actions, mark_of, selected, use_active};
use crate::page::field::{Field, Kind, Mark, use_read_only};
use crate::page::message::Msg;
use crate::page::words::{Words, use_words};
use juesuan::accounts::{Cell, Cells, Change, Column, RowAt, TableNo, read_amount};
use juesuan::address::Sheet as _;
use juesuan::figure::display_in_table;
use juesuan::{Edit, Place};
use std::rc::Rc;
use yew::prelude::*;

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Head {
    pub column: Column,
    pub label: String,
    pub beside: bool,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub table: TableNo,
    pub row: RowAt,
    /// What the layout calls the row; none for a row by subject.
    pub label: Option<AttrValue>,
    /// What a row by subject is called: typed, or what its code means.
    pub name: AttrValue,
    pub total: bool,
    /// How deep its subject is: 类, 款, 项.
    pub depth: usize,
    pub cells: Rc<Cells>,
    pub heads: Rc<Vec<Head>>,
    /// Of blank amounts: what follows, or nothing where the cell is waited for.
    pub derived: Vec<(Column, Option<AttrValue>)>,
    /// The columns in which it comes to nothing.
    pub zeros: Vec<Column>,
    pub marks: Vec<(Column, Rc<Mark>)>,
    /// First and last of its columns that are selected.
    pub selected: Option<(usize, usize)>,
    pub on: Callback<Msg>,
}

/// A row of a table. Drawn anew only when something in it changed.
#[component]
pub fn TableRow(props: &Props) -> Html {
    let words = use_words();
    let read_only = use_read_only();
    let active = use_active();
    let is_line = matches!(props.row, RowAt::Line(_));
    let class = classes!(
        "line",
        props.total.then_some("total"),
        match props.depth {
            0 => None,
            1 => Some("depth-1"),
            _ => Some("depth-2"),
        }
    );
    let with_actions = is_line && active.is && !read_only;
    let cells = html! {
        <>
            if let Some(label) = &props.label {
                <th scope="row" class="row-label" colspan={spanned(props).to_string()}>{ label }</th>
            }
            { for props.heads.iter().enumerate().map(|(at, head)| cell(props, at, head, with_actions, words)) }
        </>
    };
    active.row(class, cells)
}

/// The columns that the name of a printed row takes up: its own, or those of code and name.
fn spanned(props: &Props) -> usize {
    let words = props.heads.iter().filter(|head| !head.column.is_amount());
    words.count().max(1)
}

fn cell(props: &Props, at: usize, head: &Head, active: bool, words: Words) -> Html {
    let column = head.column;
    let Some(cell) = props.table.cell(props.row, column) else {
        return Html::default();
    };
    let of = Place::Accounts(cell);
    let selected = selected(props.selected, at);
    let typed = props.cells.get(&column).map(ToString::to_string);
    let typed = typed.unwrap_or_default();
    let mark = mark_of(&props.marks, &column);
    let on_type = props.on.clone();
    let row_name = props.label.as_ref().unwrap_or(&props.name);
    let label = words.table_cell(row_name, &head.label);
    match column {
        Column::Code => html! {
            <td class={classes!("code", selected)}>
                <Field {of} {label} kind={Kind::Line} text={typed} {mark} {on_type} />
            </td>
        },
        Column::Name => {
            let derived = typed.trim().is_empty().then(|| props.name.clone());
            html! {
                <td class={classes!("subject", selected)}>
                    <Field {of} {label} kind={Kind::Text} text={typed} {derived} {mark} {on_type} />
                    if active {
                        { line_actions(props, words) }
                    }
                </td>
            }
        }
        _ => {
            let blank = props.derived.iter().find(|(c, _)| *c == column);
            let derived = blank.and_then(|(_, derived)| derived.clone());
            let awaited = blank.is_some() && derived.is_none() && !head.beside;
            let state = match (&derived, awaited) {
                (Some(_), _) => Some("derived"),
                (None, true) => Some("awaited"),
                _ => None,
            };
            let zero = props.zeros.contains(&column).then_some("zero");
            let hint = if awaited { words.awaited() } else { "" };
            html! {
                <td class={classes!("amount", state, zero, head.beside.then_some("beside"), selected)}>
                    <Field {of} {label} kind={Kind::Figure} shown={shown(&typed)} text={typed} {hint} {derived} {mark} {on_type} />
                </td>
            }
        }
    }
}

/// How an amount reads once its cell was left: in 万元 with two decimals.
fn shown(typed: &str) -> Option<String> {
    if typed.trim().is_empty() {
        return None;
    }
    let number = read_amount(typed).ok()?;
    Some(display_in_table(number.decimal()))
}

fn line_actions(props: &Props, words: Words) -> Html {
    let RowAt::Line(line) = props.row else {
        return Html::default();
    };
    let table = props.table;
    let below = line + 1;
    let action = |label, sign: Html, change, then| Action {
        label,
        sign,
        enabled: true,
        edit: Edit::Accounts(change),
        then,
    };
    let then = Place::Accounts(Cell::Line(table, below, Column::Code));
    let add = Change::AddLine { table, at: below };
    let remove = Change::RemoveLine { table, line };
    actions(
        &props.on,
        words,
        [
            action(words.line_add(), "＋".into(), add, Some(then)),
            action(words.line_remove(), "✕".into(), remove, None),
        ],
    )
}
