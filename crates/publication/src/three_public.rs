//! Table 07: the three public expenses beside each other, budget and accounts.

use crate::drawing::{At, Drawing};
use crate::formula::Amounts;
use crate::tables::width;
use crate::writing::Writing;
use juesuan_domain::accounts::{Cell, Column, TableLayout, unnumbered};
use juesuan_say::official::published as words;

/// The items from left to right: key of the row, and whether it is one of those under vehicles.
const ITEMS: [(&str, bool); 6] = [
    ("total", false),
    ("abroad", false),
    ("vehicles", true),
    ("purchase", true),
    ("running", true),
    ("reception", false),
];

/// What budget and accounts share of the twelve columns.
const KINDS: [Column; 2] = [Column::Budget, Column::Actual];

impl Writing<'_> {
    pub(crate) fn three_public(
        &mut self,
        table: &'static TableLayout,
        amounts: &mut Amounts,
    ) -> Drawing {
        let mut drawing = Drawing::new(vec![width::AMOUNT; 12]);
        // The ministry prints the budget of all items, then the accounts; others both of each item.
        let by_kind = self.is_numbered();
        if by_kind {
            heads_by_kind(&mut drawing, table);
        } else {
            heads_by_item(&mut drawing, table);
        }
        drawing.look.heads = 4;
        for (item, (key, _)) in ITEMS.iter().enumerate() {
            for (kind, column) in KINDS.iter().enumerate() {
                let at = if by_kind {
                    6 * kind + item
                } else {
                    2 * item + kind
                };
                let Some((_, row)) = table.row(key) else {
                    continue;
                };
                let cell = Cell::Fixed(table.no, &row.key, *column);
                self.put_amount(&mut drawing, At::one(4, at), cell, amounts);
            }
        }
        drawing
    }
}

/// What an item is called in a head.
fn label(table: &'static TableLayout, key: &str) -> &'static str {
    table.row(key).map_or("", |(_, row)| unnumbered(&row.label))
}

fn heads_by_kind(drawing: &mut Drawing, table: &'static TableLayout) {
    for (kind, column) in KINDS.iter().enumerate() {
        let left = 6 * kind;
        drawing.head(At::over(0, left, 1, 6), table.label(*column));
        for (item, (key, under_vehicles)) in ITEMS.iter().enumerate() {
            let column = left + item;
            match (*key, under_vehicles) {
                ("vehicles", _) => {
                    drawing.head(At::over(1, column, 1, 3), label(table, key));
                    drawing.head(At::one(2, column), words::SUBTOTAL);
                }
                (key, true) => drawing.head(At::one(2, column), label(table, key)),
                (key, false) => drawing.head(At::over(1, column, 2, 1), label(table, key)),
            }
            drawing.head(At::one(3, column), (column + 1).to_string());
        }
    }
}

fn heads_by_item(drawing: &mut Drawing, table: &'static TableLayout) {
    drawing.head(At::over(0, 0, 1, 12), words::THREE_PUBLIC);
    for (item, (key, under_vehicles)) in ITEMS.iter().enumerate() {
        let left = 2 * item;
        match (*key, under_vehicles) {
            ("vehicles", _) => {
                drawing.head(At::over(1, left, 1, 6), label(table, key));
                drawing.head(At::over(2, left, 1, 2), words::SUBTOTAL);
            }
            (key, true) => drawing.head(At::over(2, left, 1, 2), label(table, key)),
            (key, false) => drawing.head(At::over(1, left, 2, 2), label(table, key)),
        }
        for (kind, column) in KINDS.iter().enumerate() {
            drawing.head(At::one(3, left + kind), table.label(*column));
        }
    }
}
