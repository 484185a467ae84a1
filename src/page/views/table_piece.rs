use super::table_grid::TableProps;
use super::table_row::{Head, TableRow};
use crate::page::field::Mark;
use crate::page::message::Msg;
use crate::page::shared::BuiltIn;
use crate::page::words::{Words, use_words};
use juesuan::GridOf;
use juesuan::accounts::{Cells, Column, RowAt, TableLayout, Value, plain_code};
use juesuan::address::{Grid, Sheet as _};
use juesuan::figure::display_in_table;
use juesuan::say::official;
use juesuan::session::Selection;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// Rows of one piece of a table.
pub const ROWS_OF_A_PIECE: usize = 12;

/// Some rows of a table, with its heads and just what is shown of them: at every key all pieces but one
/// are as they were, which is seen without anything being drawn.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub of: BuiltIn<TableLayout>,
    pub side: usize,
    /// The place of the first row on its side.
    pub from: usize,
    pub heads: Rc<Vec<Head>>,
    pub rows: Vec<Line>,
    /// Where it touches these rows.
    pub selection: Option<Selection>,
    pub on: Callback<Msg>,
}

/// What is shown of a row.
#[derive(Clone, PartialEq)]
pub struct Line {
    row: RowAt,
    cells: Rc<Cells>,
    /// Of its amounts, from left to right.
    values: Vec<Value>,
    marks: Vec<(Column, Rc<Mark>)>,
}

impl Line {
    fn of(props: &TableProps, heads: &[Head], row: RowAt) -> Self {
        let table = props.accounts.table(props.no);
        let cells = match row {
            RowAt::Fixed(key) => table.rows.get(key).cloned().map(Rc::new),
            RowAt::Line(line) => table.lines.get(line).cloned(),
        };
        let all = || {
            let columns = heads.iter().map(|head| head.column);
            columns.filter_map(|column| Some((column, props.no.cell(row, column)?)))
        };
        let amounts = all().filter(|(column, _)| column.is_amount());
        let marks =
            all().filter_map(|(column, cell)| Some((column, props.marks.get(&cell)?.clone())));
        Line {
            row,
            cells: cells.unwrap_or_default(),
            values: amounts
                .map(|(_, cell)| props.reckoned.value(cell))
                .collect(),
            marks: marks.collect(),
        }
    }
}

/// What is shown of some rows of a side.
pub fn piece(
    props: &TableProps,
    grid: &Grid<GridOf>,
    side: usize,
    heads: &Rc<Vec<Head>>,
    rows: Range<usize>,
) -> Html {
    let touches = |s: &Selection| {
        let mut rows = rows.clone();
        rows.any(|row| s.columns_of_row(grid.sheet, row).is_some())
    };
    let lines = grid.rows[rows.clone()].iter();
    let lines: Vec<Line> = lines.map(|row| Line::of(props, heads, *row)).collect();
    html! {
        <TablePiece key={rows.start} of={BuiltIn(props.reckoned.layout.table(props.no))} {side} from={rows.start} heads={heads.clone()}
            rows={lines} selection={props.selection.filter(touches)} on={props.on.clone()} />
    }
}

/// A table of its own for these rows. On paper all pieces are one table again.
#[component]
pub fn TablePiece(props: &Props) -> Html {
    let layout = props.of.0;
    let laid_out = &layout.sides[props.side];
    let by_subject = layout.lines.is_some();
    let words = use_words();
    let again = (props.from > 0).then_some("again");
    let label = format!("{} {}", layout.title, laid_out.title);
    html! {
        <div class="part table-piece">
            <table class={classes!("sheet-table", by_subject.then_some("by-subject"), again)} aria-label={label.trim().to_owned()}>
                { columns(layout, &laid_out.title, &props.heads) }
                <tbody>
                    { for props.rows.iter().enumerate().map(|(at, line)| row(props, at, line, words)) }
                </tbody>
            </table>
        </div>
    }
}

/// The heads once more above all pieces: they stay in view over the rows. Readers have those of the pieces.
pub fn heads_above(layout: &'static TableLayout, side: usize, heads: &[Head]) -> Html {
    let by_subject = layout.lines.is_some().then_some("by-subject");
    html! {
        <table class={classes!("sheet-table", "heads", "screen-only", by_subject)} aria-hidden="true">
            { columns(layout, &layout.sides[side].title, heads) }
        </table>
    }
}

/// The columns of a table with their heads.
fn columns(layout: &'static TableLayout, title: &'static str, heads: &[Head]) -> Html {
    let by_subject = layout.lines.is_some();
    html! {
        <>
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
                            <th scope="col">{ if title.is_empty() { official::TABLE_ITEM } else { title } }</th>
                        }
                        { for heads.iter().map(|head| html! {
                            <th scope="col" class={match head.column {
                                Column::Code => "code",
                                Column::Name => "subject",
                                _ if head.beside => "beside",
                                _ => "",
                            }}>{ &head.label }</th>
                        }) }
                    </tr>
                </thead>
        </>
    }
}

fn row(props: &Props, at: usize, line: &Line, words: Words) -> Html {
    let (layout, heads, cells) = (props.of.0, &props.heads, &line.cells);
    let (key, label, total) = match line.row {
        RowAt::Fixed(key) => {
            let row = layout.row(key).map(|(_, row)| row);
            let label = row.map(|row| AttrValue::from(row.label.as_str()));
            (key.to_owned(), label, row.is_some_and(|row| row.total))
        }
        RowAt::Line(line) => (line.to_string(), None, false),
    };
    let (depth, name) = match line.row {
        RowAt::Line(_) => {
            let code = cells.get(&Column::Code).map_or("", |code| code);
            let depth = plain_code(code).len().saturating_sub(3) / 2;
            (depth, layout.line_name(cells))
        }
        RowAt::Fixed(_) => (0, String::new()),
    };
    // What follows from others is shown where nothing is typed; what does not is waited for.
    let amounts = heads.iter().filter(|head| head.column.is_amount());
    let derived = amounts
        .zip(&line.values)
        .filter(|(head, _)| cells.get(&head.column).is_none_or(|text| text.is_blank()))
        .map(|(head, value)| {
            let derived = match value {
                Value::Derived(value) => Some(display_in_table(*value).into()),
                Value::OutOfRange => Some(AttrValue::from(words.out_of_range())),
                _ => None,
            };
            (head.column, derived)
        });
    let amounts = heads.iter().filter(|head| head.column.is_amount());
    let zeros = amounts
        .zip(&line.values)
        .filter(|(_, value)| value.known().is_some_and(|amount| amount.is_zero()))
        .map(|(head, _)| head.column);
    let of = GridOf::Side {
        table: layout.no,
        side: props.side,
    };
    let selected = props
        .selection
        .and_then(|s| s.columns_of_row(of, props.from + at));
    html! {
        <TableRow {key} table={layout.no} row={line.row} {label} name={AttrValue::from(name)} {total} {depth}
            cells={cells.clone()} heads={heads.clone()} derived={derived.collect::<Vec<_>>()} marks={line.marks.clone()} zeros={zeros.collect::<Vec<_>>()}
            {selected} on={props.on.clone()} />
    }
}
