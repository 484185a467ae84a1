use super::table_row::{Head, TableRow};
use crate::page::block::Block;
use crate::page::document::Marks;
use crate::page::field::Mark;
use crate::page::message::Msg;
use crate::page::words::{Words, use_words};
use juesuan::accounts::{
    Accounts, Cell, Cells, Column, Layout, Reckoned, RowAt, Table, TableLayout, TableNo, Value,
};
use juesuan::figure::display_amount;
use juesuan::say::official;
use std::rc::Rc;
use yew::prelude::*;

/// Rows of one piece of a table.
pub const ROWS_OF_A_PIECE: usize = 12;

/// Some rows of a table, with its heads. They are compared without anything being built, since at every
/// key all pieces but one are as they were.
#[derive(Properties)]
pub struct Props {
    pub no: TableNo,
    pub side: usize,
    /// The place of the first row on its side.
    pub from: usize,
    pub rows: Vec<RowAt>,
    pub heads: Rc<Vec<Head>>,
    pub accounts: Rc<Accounts>,
    pub reckoned: Rc<Reckoned>,
    pub marks: Rc<Marks<Cell>>,
    pub block: Option<Block>,
    pub on: Callback<Msg>,
}

impl Props {
    fn layout(&self) -> &'static Layout {
        self.reckoned.layout
    }

    fn laid_out(&self) -> &'static TableLayout {
        self.layout().table(self.no)
    }

    fn table(&self) -> &Table {
        self.accounts.table(self.no)
    }

    fn cell(&self, row: RowAt, column: Column) -> Cell {
        match row {
            RowAt::Fixed(key) => Cell::Fixed(self.no, key, column),
            RowAt::Line(line) => Cell::Line(self.no, line, column),
        }
    }

    fn typed(&self, row: RowAt) -> Option<&Cells> {
        match row {
            RowAt::Fixed(key) => self.table().rows.get(key),
            RowAt::Line(line) => self.table().lines.get(line).map(|cells| &**cells),
        }
    }

    fn values(&self) -> impl Iterator<Item = Value> {
        let cells = self.rows.iter().flat_map(move |row| {
            let amounts = self.heads.iter().filter(|head| head.column.is_amount());
            amounts.map(move |head| self.cell(*row, head.column))
        });
        cells.map(|cell| self.reckoned.value(cell))
    }

    fn marks_of(&self, row: RowAt) -> impl Iterator<Item = (Column, &Mark)> {
        let marks = self.heads.iter().map(move |head| {
            let mark = self.marks.get(&self.cell(row, head.column))?;
            Some((head.column, mark))
        });
        marks.flatten()
    }

    fn selected(&self, at: usize) -> Option<(usize, usize)> {
        self.block?.columns_of_row(self.side, self.from + at)
    }

    /// Whether nothing comes below these rows.
    fn is_last(&self) -> bool {
        let (lines, total_last) = (self.table().lines.len(), self.laid_out().total_last);
        match self.rows.last() {
            Some(RowAt::Line(line)) => line + 1 == lines && !total_last,
            _ => lines == 0 || total_last,
        }
    }
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        fn selected(props: &Props) -> impl Iterator<Item = Option<(usize, usize)>> {
            (0..props.rows.len()).map(|at| props.selected(at))
        }
        fn marks(props: &Props) -> impl Iterator<Item = (Column, &Mark)> {
            props.rows.iter().flat_map(|row| props.marks_of(*row))
        }
        let same_typed = |row: &RowAt| {
            let (ours, theirs) = (self.typed(*row), other.typed(*row));
            ours.map(std::ptr::from_ref) == theirs.map(std::ptr::from_ref) || ours == theirs
        };
        (self.no, self.side, self.from, &self.rows)
            == (other.no, other.side, other.from, &other.rows)
            && self.on == other.on
            && self.layout().id == other.layout().id
            && self.is_last() == other.is_last()
            && self.heads == other.heads
            && self.rows.iter().all(same_typed)
            && self.values().eq(other.values())
            && marks(self).eq(marks(other))
            && selected(self).eq(selected(other))
    }
}

/// A table of its own for these rows. On paper all pieces are one table again.
#[component]
pub fn TablePiece(props: &Props) -> Html {
    let words = use_words();
    let layout = props.laid_out();
    let laid_out = &layout.sides[props.side];
    let by_subject = layout.lines.is_some();
    let again = (props.from > 0).then_some("again");
    let label = format!("{} {}", layout.title, laid_out.title);
    html! {
        <div class="part table-piece">
            <table class={classes!("sheet-table", by_subject.then_some("by-subject"), again)} aria-label={label.trim().to_owned()}>
                <colgroup>
                    if !by_subject {
                        <col class="c-label" />
                    }
                    { for props.heads.iter().map(|head| html! {
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
                            <th scope="col">{ if laid_out.title.is_empty() { official::TABLE_ITEM } else { laid_out.title.as_str() } }</th>
                        }
                        { for props.heads.iter().map(|head| html! {
                            <th scope="col" class={classes!(head.beside.then_some("beside"))}>{ &head.label }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for props.rows.iter().enumerate().map(|(at, row)| self::row(props, at, *row, words)) }
                </tbody>
            </table>
        </div>
    }
}

fn row(props: &Props, at: usize, row: RowAt, words: Words) -> Html {
    let (heads, table) = (&props.heads, props.table());
    let (cells, label, total) = match row {
        RowAt::Fixed(key) => {
            let cells = table.rows.get(key).cloned().map(Rc::new);
            let row = props.laid_out().row(key).map(|(_, row)| row);
            (
                cells.unwrap_or_default(),
                row.map(|row| row.label.as_str()),
                row.is_some_and(|row| row.total),
            )
        }
        RowAt::Line(line) => (
            table.lines.get(line).cloned().unwrap_or_default(),
            None,
            false,
        ),
    };
    // What follows from others is shown where nothing is typed; what does not is waited for.
    let hints: Vec<(Column, Option<String>)> = heads
        .iter()
        .filter(|head| head.column.is_amount())
        .filter(|head| cells.get(&head.column).is_none_or(|text| text.is_blank()))
        .map(|head| {
            let derived = match props.reckoned.value(props.cell(row, head.column)) {
                Value::Derived(value) => Some(display_amount(value)),
                Value::OutOfRange => Some(words.out_of_range().to_owned()),
                _ => None,
            };
            (head.column, derived)
        })
        .collect();
    let marks: Vec<(Column, Mark)> = props
        .marks_of(row)
        .map(|(column, mark)| (column, mark.clone()))
        .collect();
    let (depth, name) = match row {
        RowAt::Line(line) => (
            table.code(line).len().saturating_sub(3) / 2,
            props.accounts.line_name(props.layout(), props.no, line),
        ),
        RowAt::Fixed(_) => (0, String::new()),
    };
    html! {
        <TableRow key={match row { RowAt::Fixed(key) => key.to_owned(), RowAt::Line(line) => line.to_string() }}
            table={props.no} {row} label={label.map(AttrValue::from)} {name} {total} {depth} {cells} heads={heads.clone()} {hints} {marks}
            last={row == RowAt::Line(table.lines.len().wrapping_sub(1))} selected={props.selected(at)} on={props.on.clone()} />
    }
}
