//! Which column of the layout stands where in a pasted table, by the heads over it.

use super::heads::Heads;
use super::text::{plain, year_in};
use juesuan_domain::accounts::{Column, TableLayout};

/// What the heads over a pasted column make of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Over {
    Column(Column),
    /// A figure the table does not have: a rate, a change, another budget.
    Foreign,
    /// No head, or one that says nothing of figures.
    Nothing,
}

/// Heads of the one amount that a table, or a group of columns, is about.
const GENERIC: [&str; 22] = [
    "合计",
    "小计",
    "总计",
    "金额",
    "数额",
    "决算",
    "决算数",
    "决算金额",
    "本年数",
    "本年决算",
    "本年决算数",
    "支出决算数",
    "收入决算数",
    "本年支出",
    "本年支出合计",
    "本年支出小计",
    "支出合计",
    "本年收入合计",
    "本年收入小计",
    "收入合计",
    "实际支出",
    "支出数",
];

/// Whether a text heads a column of figures.
pub(super) fn is_label(table: &TableLayout, text: &str) -> bool {
    let text = bare(text);
    labelled(table, text).is_some()
        || GENERIC.contains(&text)
        || text.contains("预算数")
        || text.contains("决算数")
}

/// What each pasted column is.
pub(super) fn all(table: &TableLayout, heads: &Heads, year: Option<u32>) -> Vec<Over> {
    let this_year = year.or_else(|| {
        let texts = heads.columns.iter().flatten();
        texts.filter_map(|text| year_in(text)).max()
    });
    let mut all: Vec<Over> = (0..heads.columns.len())
        .map(|at| {
            if heads.is_numbering(at) {
                return Over::Foreign;
            }
            let over: Vec<&str> = heads.over(at).map(bare).collect();
            of(table, &over, this_year)
        })
        .collect();
    // Of two budgets that of the beginning of the year is meant, whichever stands first.
    let adjusted = |at: usize| {
        let head = heads.over(at).next().unwrap_or_default();
        head.contains("全年") || head.contains("调整")
    };
    let budgets: Vec<usize> = (0..all.len())
        .filter(|at| all[*at] == Over::Column(Column::Budget))
        .collect();
    if budgets.iter().any(|at| !adjusted(*at)) {
        for at in budgets.into_iter().filter(|at| adjusted(*at)) {
            all[at] = Over::Foreign;
        }
    }
    all
}

/// One column, by the texts over it from the lowest up.
fn of(table: &TableLayout, over: &[&str], year: Option<u32>) -> Over {
    let Some((lowest, above)) = over.split_first() else {
        return Over::Nothing;
    };
    let has = |column: Column| table.columns.iter().any(|c| c.column == column);
    let one_of = |column: Column| {
        if has(column) {
            Over::Column(column)
        } else {
            Over::Foreign
        }
    };
    if let Some(column) = labelled(table, lowest).filter(|column| *column != Column::Total) {
        return Over::Column(column);
    }
    if ["增减", "增长", "幅度", "率", "%", "±", "差异", "比"]
        .iter()
        .any(|word| lowest.contains(word))
    {
        return Over::Foreign;
    }
    if lowest.contains("结转") || lowest.contains("结余") {
        let opening = lowest.contains("上年") || lowest.contains("年初");
        return one_of(if opening {
            Column::Opening
        } else {
            Column::Closing
        });
    }
    if let Some(column) = short(lowest).filter(|column| has(*column)) {
        return Over::Column(column);
    }
    if lowest.contains("上年") || lowest.contains("去年") {
        return one_of(Column::Last);
    }
    if lowest.ends_with("预算") || lowest.contains("预算数") || lowest.contains("预算金额")
    {
        return one_of(Column::Budget);
    }
    if let (Some(of), Some(this)) = (year_in(lowest), year) {
        return match this.checked_sub(of) {
            Some(0) => main(table),
            Some(1) => one_of(Column::Last),
            _ => Over::Foreign,
        };
    }
    if GENERIC.contains(lowest) || labelled(table, lowest).is_some() {
        // A sum within a group is that group's.
        let group = above
            .iter()
            .find_map(|text| labelled(table, text).or_else(|| short(text)))
            .filter(|column| *column != Column::Total && has(*column));
        return group.map_or_else(|| main(table), Over::Column);
    }
    // A part of a group that the layout keeps as one.
    let within = above
        .iter()
        .any(|text| labelled(table, text).is_some_and(|column| column != Column::Total));
    if within || lowest.starts_with("其中") {
        Over::Foreign
    } else {
        Over::Nothing
    }
}

/// The amount the table is about.
fn main(table: &TableLayout) -> Over {
    let known = [Column::Total, Column::Amount, Column::Actual];
    let found = known
        .into_iter()
        .find(|column| table.columns.iter().any(|c| c.column == *column));
    found.map_or(Over::Nothing, Over::Column)
}

/// The column whose label this is.
fn labelled(table: &TableLayout, text: &str) -> Option<Column> {
    let found = table.columns.iter().find(|c| plain(&c.label) == text);
    found.map(|c| c.column)
}

/// Shorter names of the three sources of money.
fn short(text: &str) -> Option<Column> {
    match text {
        "公共预算财政拨款" => Some(Column::General),
        _ if text.starts_with("一般公共预算") => Some(Column::General),
        _ if text.starts_with("政府性基金") => Some(Column::Funds),
        _ if text.starts_with("国有资本") => Some(Column::Capital),
        "上级补助" => Some(Column::FromAbove),
        "附属单位上缴" | "附属单位缴款" => Some(Column::FromSubordinates),
        "财政拨款" => Some(Column::Fiscal),
        _ => None,
    }
}

/// A head without its unit and the numbers around it: `决算数(万元)`.
fn bare(text: &str) -> &str {
    match text.rsplit_once('(') {
        Some((before, inside)) if inside.trim_end_matches(')').ends_with('元') => before,
        _ => text,
    }
}
