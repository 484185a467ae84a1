use crate::page::document::Place;
use crate::page::field::{Field, Kind, Mark, use_read_only};
use crate::page::message::Msg;
use crate::page::words::{Words, use_words};
use juesuan::Edit;
use juesuan::accounts::{Cell, Cells, Change, Column, RowAt, TableNo, read_amount};
use juesuan::figure::display_amount;
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
    /// What a row by subject is called, for readers.
    pub name: String,
    pub total: bool,
    /// How deep its subject is: 类, 款, 项.
    pub depth: usize,
    /// Nothing comes below it.
    pub last: bool,
    pub cells: Rc<Cells>,
    pub heads: Rc<Vec<Head>>,
    /// Of blank amounts: what follows, or nothing where the cell is waited for.
    pub hints: Vec<(Column, Option<String>)>,
    pub marks: Vec<(Column, Mark)>,
    /// First and last of its columns that are selected.
    pub selected: Option<(usize, usize)>,
    pub on: Callback<Msg>,
}

/// A row of a table. Drawn anew only when something in it changed.
#[component]
pub fn TableRow(props: &Props) -> Html {
    let words = use_words();
    let read_only = use_read_only();
    let active = use_state_eq(|| false);
    let set = |value: bool| {
        let active = active.clone();
        move || active.set(value)
    };
    let (enter, leave) = (set(true), set(false));
    let (focus_in, focus_out) = (enter.clone(), leave.clone());
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
    html! {
        <tr {class} onmouseenter={move |_| enter()} onmouseleave={move |_| leave()}
            onfocusin={move |_| focus_in()} onfocusout={move |_| focus_out()}>
            if let Some(label) = &props.label {
                <th scope="row" class="row-label" colspan={spanned(props).to_string()}>{ label }</th>
            }
            { for props.heads.iter().enumerate().map(|(at, head)| cell(props, at, head, is_line && *active && !read_only, words)) }
        </tr>
    }
}

/// The columns that the name of a printed row takes up: its own, or those of code and name.
fn spanned(props: &Props) -> usize {
    let words = props.heads.iter().filter(|head| !head.column.is_amount());
    words.count().max(1)
}

fn cell(props: &Props, at: usize, head: &Head, active: bool, words: Words) -> Html {
    let column = head.column;
    let selected = props
        .selected
        .is_some_and(|(first, last)| (first..=last).contains(&at));
    let selected = selected.then_some("selected");
    let address = match props.row {
        RowAt::Fixed(_) if !column.is_amount() => return Html::default(),
        RowAt::Fixed(key) => Cell::Fixed(props.table, key, column),
        RowAt::Line(line) => Cell::Line(props.table, line, column),
    };
    let typed = props.cells.get(&column).map(ToString::to_string);
    let typed = typed.unwrap_or_default();
    let mark = props.marks.iter().find(|(c, _)| *c == column);
    let mark = mark.map(|(_, mark)| mark.clone());
    let on_type = props.on.reform(move |text| {
        Msg::Edit(Edit::Accounts(Change::Set {
            cell: address,
            text,
        }))
    });
    let row_name = props.label.as_ref().map_or(props.name.as_str(), |l| l);
    let label = words.table_cell(row_name, &head.label);
    let id = address.to_string();
    match column {
        Column::Code => html! {
            <td class={classes!("code", selected)}>
                <Field {id} {label} kind={Kind::Line} text={typed} {mark} {on_type} />
            </td>
        },
        Column::Name => html! {
            <td class={classes!("subject", selected)}>
                <Field {id} {label} kind={Kind::Text} text={typed} hint={props.name.clone()} {mark} {on_type} />
                if active {
                    { actions(props, words) }
                }
            </td>
        },
        _ => {
            let hint = props.hints.iter().find(|(c, _)| *c == column);
            let state = match hint {
                Some((_, Some(_))) => Some("derived"),
                Some((_, None)) if !head.beside => Some("awaited"),
                _ => None,
            };
            let hint = match hint {
                Some((_, Some(derived))) => derived.clone(),
                Some((_, None)) if !head.beside => words.awaited().to_owned(),
                _ => String::new(),
            };
            html! {
                <td class={classes!("amount", state, head.beside.then_some("beside"), selected)}>
                    <Field {id} {label} kind={Kind::Figure} shown={shown(&typed)} text={typed} {hint} {mark} {on_type} />
                </td>
            }
        }
    }
}

/// How an amount reads once its cell was left: in 万元 with two decimals at most.
fn shown(typed: &str) -> Option<String> {
    if typed.trim().is_empty() {
        return None;
    }
    let number = read_amount(typed).ok()?;
    Some(display_amount(number.decimal()))
}

/// What can be done with the row. By keyboard the same with Alt, so Tab need not pass here.
fn actions(props: &Props, words: Words) -> Html {
    let RowAt::Line(line) = props.row else {
        return Html::default();
    };
    let table = props.table;
    let add = {
        let then = Place::Accounts(Cell::Line(table, line + 1, Column::Code));
        props.on.reform(move |_| {
            let change = Change::AddLine {
                table,
                at: line + 1,
            };
            Msg::EditThen(Edit::Accounts(change), then)
        })
    };
    let remove = props
        .on
        .reform(move |_| Msg::Edit(Edit::Accounts(Change::RemoveLine { table, line })));
    html! {
        <span class="actions" lang={words.tag()} onmousedown={|event: MouseEvent| event.prevent_default()}>
            <button type="button" tabindex="-1" title={words.line_add()} aria-label={words.line_add()} onclick={add}>{ "＋" }</button>
            <button type="button" tabindex="-1" title={words.line_remove()} aria-label={words.line_remove()} onclick={remove}>{ "✕" }</button>
        </span>
    }
}
