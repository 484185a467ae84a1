//! The nine tables as they are printed: what stands over and below each of them, and those whose sides stand
//! beside each other.

use crate::drawing::{At, Drawing};
use crate::formula::{self, Amounts};
use crate::writing::Writing;
use juesuan_domain::accounts::{Cell, Column, RowLayout, Side, TableLayout, TableNo, unnumbered};
use juesuan_paper::TextStyle;
use juesuan_say::official::{self, published as words};

/// Columns of a table that stands on an upright page; wider ones lie on their side.
const MOST_UPRIGHT: usize = 6;

/// The keys of what is left from the year before, and of what that is made of.
const OPENING: &str = "opening";
const OPENING_PART: &str = "opening-";

/// How wide columns are beside each other.
pub(crate) mod width {
    pub const LABEL: u32 = 30;
    pub const NUMBER: u32 = 6;
    pub const AMOUNT: u32 = 14;
    pub const CODE: u32 = 12;
}

impl Writing<'_> {
    /// The tables that are asked for, each on a page of its own; above the first of them the title of their part,
    /// where that is asked for.
    pub(crate) fn tables(&mut self, mut title: Option<String>) {
        for table in self.reckoned().layout.in_print() {
            if self.parts.has_table(table.no) {
                self.printed_table(table, title.take());
            }
        }
    }

    fn printed_table(&mut self, table: &'static TableLayout, title: Option<String>) {
        let mut amounts = Amounts::new();
        let mut drawing = match table.no {
            TableNo::THREE_PUBLIC => self.three_public(table, &mut amounts),
            TableNo::BASIC => self.basic(table, &mut amounts),
            _ if table.lines.is_some() => self.by_subject(table, &mut amounts),
            _ => self.side_by_side(table, &mut amounts),
        };
        formula::add(&mut drawing, self.reckoned(), table.no, &amounts);
        drawing.look.sheet = Some(format!("{} {}", table.short(), table.title));
        self.page(drawing.look.widths.len() > MOST_UPRIGHT);
        if let Some(title) = title {
            self.heading(1, title);
        }
        self.styled_heading(2, table.title.clone(), TextStyle::TableTitle);
        let number = words::at_the_right(&words::table_number(&table.printed));
        self.styled(number, TextStyle::TableLine);
        let line = words::of_whom(self.titles.body, &self.titles.unit);
        self.styled(line, TextStyle::TableLine);
        self.table(drawing);
        let note = words::table_note(table.no.index()).to_owned();
        self.styled(note, TextStyle::TableNote);
        if let Some(what) = self.has_nothing_in(table) {
            let none = words::remark(&official::nothing_here(what));
            self.styled(none, TextStyle::TableNote);
        }
    }

    /// What the unit has none of, where a table stands empty for that.
    fn has_nothing_in(&self, table: &'static TableLayout) -> Option<&'static str> {
        let what = table.may_be_empty.as_deref()?;
        let typed = self.workbook.accounts.table(table.no);
        let total = |column| {
            self.reckoned()
                .value(Cell::Fixed(table.no, "total", column))
        };
        let mut columns = table
            .line_columns()
            .filter(|column| !table.is_beside(*column));
        let is_zero = |column| total(column).known().is_some_and(|value| value.is_zero());
        let nothing = typed.none || typed.lines.is_empty();
        (nothing && columns.all(is_zero)).then_some(what)
    }

    /// Whether rows and columns are numbered, as the ministry prints them.
    pub(crate) fn is_numbered(&self) -> bool {
        self.reckoned().layout.place.is_none()
    }

    /// Puts an amount, and takes down where it stands.
    pub(crate) fn put_amount(
        &mut self,
        drawing: &mut Drawing,
        at: At,
        cell: Cell,
        amounts: &mut Amounts,
    ) {
        let text = self.amount(cell);
        drawing.put(at, text);
        amounts.insert(cell, (at.row, at.column));
    }

    /// 01 and 04: income at the left, spending at the right.
    fn side_by_side(&mut self, table: &'static TableLayout, amounts: &mut Amounts) -> Drawing {
        let numbered = self.is_numbered();
        let labels = if numbered { 2 } else { 1 };
        let columns: Vec<Vec<Column>> = table
            .sides
            .iter()
            .map(|side| in_print(table, side))
            .collect();
        let mut widths = Vec::new();
        for columns in &columns {
            widths.push(width::LABEL);
            widths.extend(numbered.then_some(width::NUMBER));
            widths.extend(columns.iter().map(|_| width::AMOUNT));
        }
        let mut drawing = Drawing::new(widths);
        let rows = aligned(&table.sides);
        let heads = if numbered { 3 } else { 2 };
        drawing.look.heads = heads;
        let (mut left, mut number) = (0, 0);
        for (side, (laid_out, columns)) in table.sides.iter().zip(&columns).enumerate() {
            drawing.head(
                At::over(0, left, 1, labels + columns.len()),
                laid_out.title.as_str(),
            );
            drawing.head(At::one(1, left), official::TABLE_ITEM);
            if numbered {
                drawing.head(At::one(1, left + 1), words::ROW_NUMBER);
                drawing.head(At::one(2, left), words::COLUMN_NUMBER);
                drawing.head(At::one(2, left + 1), "");
            }
            for (at, column) in columns.iter().enumerate() {
                let head = laid_out.heads.iter().find(|(other, _)| other == column);
                let head = head.map_or_else(|| table.label(*column), |(_, head)| head);
                drawing.head(At::one(1, left + labels + at), head);
                if numbered {
                    number += 1;
                    drawing.head(At::one(2, left + labels + at), number.to_string());
                }
            }
            for (at, sides) in rows.iter().enumerate() {
                let row = heads + at;
                let printed = sides.get(side).copied().flatten();
                let place = At::one(row, left);
                let (name, indent) = printed.map_or(("", 0), |row| label(table, row));
                drawing.put(place, name);
                if indent > 0 {
                    drawing.look_of(place).indent = indent;
                }
                if printed.is_some_and(|row| row.total) {
                    drawing.look_of(place).bold = true;
                }
                if numbered {
                    let line = side * rows.len() + at + 1;
                    drawing.head(At::one(row, left + 1), line.to_string());
                }
                for (nth, column) in columns.iter().enumerate() {
                    let at = At::one(row, left + labels + nth);
                    match printed {
                        Some(of) => {
                            let cell = Cell::Fixed(table.no, &of.key, *column);
                            self.put_amount(&mut drawing, at, cell, amounts);
                        }
                        None => drawing.put(at, ""),
                    }
                }
            }
            left += labels + columns.len();
        }
        drawing
    }
}

/// The columns of a side that are printed.
pub(crate) fn in_print(table: &'static TableLayout, side: &'static Side) -> Vec<Column> {
    let columns = side.columns.iter().copied();
    columns.filter(|column| !table.is_beside(*column)).collect()
}

/// The rows of a side from top to bottom. What is left from the year before stands above what it is made of.
fn in_order(side: &'static Side) -> Vec<&'static RowLayout> {
    let mut rows: Vec<&RowLayout> = side.rows.iter().collect();
    let of = |rows: &[&RowLayout], is: fn(&str) -> bool| rows.iter().position(|row| is(&row.key));
    if let (Some(whole), Some(part)) = (
        of(&rows, |key| key == OPENING),
        of(&rows, |key| key.starts_with(OPENING_PART)),
    ) && part < whole
    {
        let whole = rows.remove(whole);
        rows.insert(part, whole);
    }
    rows
}

/// How a row is called in print. What a balance is made of goes by the names of the budgets, below the sum.
fn label(table: &'static TableLayout, row: &'static RowLayout) -> (&'static str, usize) {
    let budget = row.key.strip_prefix(OPENING_PART);
    // A label that says it all itself stands as it is.
    let income = budget
        .filter(|_| row.label.contains('：'))
        .and_then(|budget| {
            table
                .rows()
                .find(|(_, row)| row.key.strip_prefix("income-") == Some(budget))
        });
    let indent = usize::from(budget.is_some());
    match income {
        Some((_, income)) => (unnumbered(&income.label), indent),
        None => (&row.label, indent),
    }
}

/// The rows of all sides, beside each other: the sums of the year in one row, and the totals at the bottom.
fn aligned(sides: &'static [Side]) -> Vec<Vec<Option<&'static RowLayout>>> {
    let parted: Vec<[Vec<&'static RowLayout>; 2]> = sides
        .iter()
        .map(|side| {
            let mut upper = in_order(side);
            let sum = upper.iter().position(|row| row.key.ends_with("-total"));
            let lower = upper.split_off(sum.unwrap_or(upper.len()));
            [upper, lower]
        })
        .collect();
    let most = |half: usize| {
        parted
            .iter()
            .map(|rows| rows[half].len())
            .max()
            .unwrap_or(0)
    };
    let (upper, lower) = (most(0), most(1));
    let above = (0..upper).map(|at| parted.iter().map(|rows| rows[0].get(at).copied()).collect());
    let below = (0..lower).map(|at| {
        let of = |rows: &[&'static RowLayout]| match (at + 1 == lower, rows.split_last()) {
            (true, Some((last, _))) => Some(*last),
            (false, Some((_, others))) => others.get(at).copied(),
            (_, None) => None,
        };
        parted.iter().map(|rows| of(&rows[1])).collect()
    });
    above.chain(below).collect()
}
