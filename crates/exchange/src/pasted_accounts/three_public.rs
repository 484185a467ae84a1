//! Table 07, 三公经费: its six items as columns, for budget and spending, or for years.

use super::heads;
use super::placed::{Amount, Unread, Why};
use super::reading::Reading;
use super::text::{is_amount, plain, year_in};
use juesuan_domain::accounts::{Column, Target};

/// The items in the order they are printed in.
const ITEMS: [&str; 6] = [
    "total",
    "abroad",
    "vehicles",
    "purchase",
    "running",
    "reception",
];

/// What a column, or a row, is about besides the item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Of(Column),
    /// Both 年初预算数 and 全年预算数 may be there.
    Adjusted,
    /// A change, a rate, another year.
    Foreign,
}

impl Reading<'_> {
    /// Reads items that stand side by side. Says whether they do.
    pub(super) fn three_public_across(&mut self) -> bool {
        if self.blanks_lost {
            return self.twelve_numbers();
        }
        let width = self.cells.iter().map(Vec::len).max().unwrap_or(0);
        let mut columns: Vec<(usize, &'static str, Option<Kind>)> = Vec::new();
        for at in 0..width {
            let item = self.heads.over(at).find_map(item);
            if let Some(item) = item.filter(|_| !self.heads.is_numbering(at)) {
                let kind = self.heads.over(at).find_map(|text| kind(text, self.year));
                columns.push((at, item, kind));
            }
        }
        let items = ITEMS
            .iter()
            .filter(|key| columns.iter().any(|(_, item, _)| item == *key))
            .count();
        if items < 3 {
            return self.by_order();
        }
        let rows: Vec<usize> = (self.heads.end..self.cells.len())
            .filter(|row| {
                !self.is_beside(&self.cells[*row])
                    && columns
                        .iter()
                        .any(|(at, _, _)| is_amount(self.text(*row, *at)))
            })
            .collect();
        let first_item = columns.iter().map(|(at, _, _)| *at).min().unwrap_or(0);
        let mut read: Vec<(&'static str, Column, Amount)> = Vec::new();
        let of_rows = columns.iter().all(|(_, _, kind)| kind.is_none());
        if !of_rows && rows.len() > 1 {
            let sentence = format!(
                "表中有 {} 行数（第 {} 行起），不能确定哪一行是本单位的，没有放入：请只复制表头和本单位的一行。",
                rows.len(),
                rows[0] + 1
            );
            self.problem(Unread::all(Why::SeveralRows), sentence);
            return true;
        }
        for row in &rows {
            let label: String = (0..first_item).map(|at| self.text(*row, at)).collect();
            let of_row = kind(&plain(&label), self.year);
            if of_rows && of_row.is_none() && rows.len() > 1 {
                self.of_no_year(*row, &label);
                continue;
            }
            for (at, item, kind) in &columns {
                let column = match kind.or(of_row).unwrap_or(Kind::Of(Column::Actual)) {
                    Kind::Of(column) => column,
                    Kind::Adjusted if !self.has_both_budgets(&columns) => Column::Budget,
                    Kind::Adjusted | Kind::Foreign => continue,
                };
                if read.iter().any(|(i, c, _)| i == item && *c == column) {
                    continue;
                }
                if let Some(text) = self.amount(*row, *at) {
                    read.push((item, column, text));
                }
            }
        }
        if read.is_empty() {
            return true;
        }
        let items: Vec<&'static str> = ITEMS
            .into_iter()
            .filter(|key| columns.iter().any(|(_, item, _)| item == key))
            .collect();
        for key in items {
            let cells = read.iter().filter(|(item, _, _)| *item == key);
            let cells = cells.map(|(_, column, text)| (*column, text.clone()));
            let cells = cells.collect();
            self.put(Target::Fixed(key), cells);
        }
        self.blank_is_zero();
        true
    }

    fn of_no_year(&mut self, row: usize, label: &str) {
        let shown: String = label.chars().take(20).collect();
        let sentence = format!(
            "第 {} 行“{shown}”没有写是预算数、决算数还是哪一年的数，没有放入。",
            row + 1
        );
        self.problem(Unread::row(row, Why::Unsure), sentence);
    }

    fn has_both_budgets(&self, columns: &[(usize, &'static str, Option<Kind>)]) -> bool {
        columns
            .iter()
            .any(|(_, _, kind)| *kind == Some(Kind::Of(Column::Budget)))
    }

    /// Without heads: a row below one that counts six or twelve columns, or of as many numbers.
    fn by_order(&mut self) -> bool {
        let counted = self.heads.counted.clone();
        let all: Vec<usize> = (0..self.cells.len())
            .filter(|row| !self.is_beside(&self.cells[*row]))
            .collect();
        let found = if matches!(counted.len(), 6 | 12) {
            let below = all.iter().filter(|row| **row >= self.heads.end);
            below
                .copied()
                .find(|row| counted.iter().any(|at| is_amount(self.text(*row, *at))))
                .map(|row| (row, counted))
        } else {
            all.iter().rev().find_map(|row| {
                let places: Vec<usize> = (0..self.cells[*row].len())
                    .filter(|at| is_amount(self.text(*row, *at)))
                    .collect();
                matches!(places.len(), 6 | 12).then_some((*row, places))
            })
        };
        let Some((row, places)) = found else {
            return false;
        };
        self.in_order(row, &places);
        true
    }

    fn twelve_numbers(&mut self) -> bool {
        let row = (0..self.cells.len()).find_map(|row| {
            if heads::counted(&self.cells[row], &[]).is_some() {
                return None;
            }
            let words = 0..self.cells[row].len();
            let places: Vec<usize> = words.filter(|at| is_amount(self.text(row, *at))).collect();
            (places.len() == 12).then_some((row, places))
        });
        let Some((row, places)) = row else {
            return false;
        };
        // Budget and spending in turn, or one behind the other: only the heads could say.
        let head: String = self.cells[..row]
            .iter()
            .flatten()
            .map(|w| plain(w))
            .collect();
        if head.matches("预算数").count() > 1 && !self.in_pairs(row) {
            self.unsure.push(row + 1);
            return true;
        }
        self.in_order(row, &places);
        true
    }

    /// Whether a row of heads above says budget and spending in turn, under each of the six items.
    fn in_pairs(&self, row: usize) -> bool {
        self.cells[..row].iter().any(|heads| {
            let heads = heads.iter().map(|cell| plain(cell));
            let heads: Vec<bool> = heads
                .filter(|head| head.ends_with("预算数") || head.ends_with("决算数"))
                .map(|head| head.ends_with("预算数"))
                .collect();
            heads.len() == 12 && heads.chunks(2).all(|pair| pair == [true, false])
        })
    }

    /// Six numbers that are spent, or six of the budget and six spent: all budgets first, or each
    /// beside what was spent.
    fn in_order(&mut self, row: usize, places: &[usize]) {
        let in_pairs = self.in_pairs(row);
        for (i, key) in ITEMS.iter().enumerate() {
            let columns: &[(Column, usize)] = match (places.len() == 12, in_pairs) {
                (true, true) => &[(Column::Budget, 2 * i), (Column::Actual, 2 * i + 1)],
                (true, false) => &[(Column::Budget, i), (Column::Actual, 6 + i)],
                (false, _) => &[(Column::Actual, i)],
            };
            let mut cells = Vec::new();
            for (column, place) in columns {
                let place = places.get(*place);
                if let Some(text) = place.and_then(|place| self.amount(row, *place)) {
                    cells.push((*column, text));
                }
            }
            self.put(Target::Fixed(key), cells);
        }
        self.blank_is_zero();
    }

    /// An empty cell means 0 here, in a column that has any number.
    pub(super) fn blank_is_zero(&mut self) {
        for column in [Column::Budget, Column::Actual, Column::Last] {
            let has = |(_, cells): &(Target, Vec<(Column, Amount)>)| {
                cells.iter().any(|(other, _)| *other == column)
            };
            if !self.rows.iter().any(has) {
                continue;
            }
            for (_, cells) in self.rows.iter_mut().filter(|row| !has(row)) {
                let zero = Amount {
                    text: "0".to_owned(),
                    from: None,
                };
                cells.push((column, zero));
            }
        }
        for (_, cells) in &mut self.rows {
            let order =
                |column: &Column| self.table.columns.iter().position(|c| c.column == *column);
            cells.sort_by_key(|(column, _)| order(column));
        }
    }
}

/// The item a head names.
pub(super) fn item(text: &str) -> Option<&'static str> {
    let (buys, runs) = (text.contains("购置"), text.contains("运行"));
    if text.contains("出国") || text.contains("出境") {
        Some("abroad")
    } else if text.contains("接待") {
        Some("reception")
    } else if buys && runs {
        Some("vehicles")
    } else if buys {
        Some("purchase")
    } else if runs {
        Some("running")
    } else if text == "小计" || text.contains("公务用车") {
        Some("vehicles")
    } else {
        matches!(text, "合计" | "总计").then_some("total")
    }
}

/// What a head, or the name of a row, says besides.
fn kind(text: &str, year: Option<u32>) -> Option<Kind> {
    if ["增减", "增长", "幅度", "比", "率"]
        .iter()
        .any(|word| text.contains(word))
    {
        return Some(Kind::Foreign);
    }
    let of = year_in(text);
    let last = text.contains("上年") || text.contains("去年");
    let last = last || matches!((of, year), (Some(of), Some(year)) if of + 1 == year);
    let other = matches!((of, year), (Some(of), Some(year)) if of != year && of + 1 != year);
    if text.contains("预算") && !text.contains("财政拨款") {
        return Some(
            match (
                last || other,
                text.contains("全年") || text.contains("调整"),
            ) {
                (true, _) => Kind::Foreign,
                (false, true) => Kind::Adjusted,
                (false, false) => Kind::Of(Column::Budget),
            },
        );
    }
    if other {
        return Some(Kind::Foreign);
    }
    if last {
        return Some(Kind::Of(Column::Last));
    }
    let actual =
        text.contains("决算") || text.contains("本年") || text.contains("支出数") || of.is_some();
    actual.then_some(Kind::Of(Column::Actual))
}
