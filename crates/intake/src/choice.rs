//! Which layout the tables of a disclosure are printed in.

use juesuan_domain::accounts::{Layout, TableLayout, TableNo, unnumbered};
use juesuan_understand::FoundTable;
use std::collections::HashMap;

/// The layout whose rows and heads are most like those printed; of two that are alike the ministry's of the year.
pub fn layout(tables: &[(TableNo, &FoundTable)], year: &str) -> &'static Layout {
    let mut best = Layout::of_year(year);
    let mut most = likeness(best, tables);
    for layout in Layout::all() {
        let like = likeness(layout, tables);
        if like > most {
            (best, most) = (layout, like);
        }
    }
    best
}

/// How many rows and heads are the same, less those that only one of them has.
fn likeness(layout: &'static Layout, tables: &[(TableNo, &FoundTable)]) -> i64 {
    tables
        .iter()
        .map(|(no, table)| {
            let laid_out = layout.table(*no);
            rows(laid_out, table) + heads(laid_out, table) + order(laid_out, table)
        })
        .sum()
}

fn rows(layout: &TableLayout, table: &FoundTable) -> i64 {
    // By subject the rows are the unit's.
    if layout.lines.is_some() {
        return 0;
    }
    let mut left: HashMap<String, i64> = HashMap::new();
    for row in &table.rows {
        *left.entry(plain(&row.name)).or_default() += 1;
    }
    let mut like = 0;
    for (_, row) in layout.rows() {
        match left.get_mut(&plain(unnumbered(&row.label))) {
            Some(count) if *count > 0 => {
                *count -= 1;
                like += 1;
            }
            _ => like -= 1,
        }
    }
    like - left.values().sum::<i64>()
}

fn heads(layout: &TableLayout, table: &FoundTable) -> i64 {
    let heads: Vec<String> = table.all_heads().map(plain).collect();
    let printed = layout.columns.iter().filter(|column| !column.beside);
    printed
        .map(|column| {
            let label = plain(&column.label);
            let last = label.rsplit(':').next().unwrap_or(&label).to_owned();
            if heads.contains(&label) || heads.contains(&last) {
                1
            } else {
                -1
            }
        })
        .sum()
}

/// Whether the total stands above the subjects or below them.
fn order(layout: &TableLayout, table: &FoundTable) -> i64 {
    if layout.lines.is_none() {
        return 0;
    }
    let total = table.rows.iter().position(|row| row.name == "合计");
    let subject = table.rows.iter().position(|row| row.code.is_some());
    match (total, subject) {
        (Some(total), Some(subject)) if (total > subject) == layout.total_last => 1,
        (Some(_), Some(_)) => -1,
        _ => 0,
    }
}

/// Without blanks, narrow.
fn plain(text: impl AsRef<str>) -> String {
    let chars = text.as_ref().chars().filter(|c| !c.is_whitespace());
    chars.map(juesuan_figure::fold).collect()
}
