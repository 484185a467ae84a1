//! The tables beside the text: which amounts of them an item of the text is.

use super::item::Value;
use super::names::Key;
use crate::table;
use crate::{AmountCell, Document, FoundTable};
use std::collections::HashMap;

/// Names of rows that hold the total of a table.
const TOTALS: &[&str] = &[
    "合计",
    "总计",
    "本年支出合计",
    "本年收入合计",
    "支出合计",
    "收入合计",
    "支出总计",
    "收入总计",
    "收支总计",
    "本年合计",
    "总计(合计)",
];

/// Names of columns that hold the total of a row.
const WHOLE_COLUMNS: &[&str] = &[
    "合计",
    "小计",
    "总计",
    "金额",
    "决算数",
    "预算数",
    "本年支出合计",
    "本年收入合计",
    "支出合计",
    "收入合计",
    "本年支出",
    "本年收入",
    "本年决算数",
    "合计数",
];

/// What is asked of the tables.
pub(crate) struct Asked<'a> {
    /// The item's key.
    pub key: &'a Key,
    /// Its name as printed, with the names of its 类 and 款 where it has them.
    pub name: &'a str,
    /// What was planned, not what was spent.
    pub budget: bool,
}

/// The tables of a document, with the keys of all that they name: each is taken once, not for every figure
/// of the text.
pub(crate) struct Tables<'a> {
    tables: Vec<Keyed<'a>>,
    /// For each section the tables that it speaks of.
    of_sections: Vec<Vec<usize>>,
}

impl<'a> Tables<'a> {
    pub fn of(document: &'a Document<'_>) -> Self {
        Tables {
            tables: document.tables.iter().map(Keyed::of).collect(),
            of_sections: document
                .sections
                .iter()
                .map(|section| of_section(&document.tables, &section.path))
                .collect(),
        }
    }

    /// Amounts of the first table that a section speaks of and that has the item; where it speaks of none, or they
    /// do not have it, those of any table that is about it.
    pub fn amounts(&self, asked: &Asked<'_>, section: usize) -> Vec<Value> {
        let own = self.of_sections.get(section).map_or(&[][..], Vec::as_slice);
        let tables = own.iter().filter_map(|at| self.tables.get(*at));
        let mut values = tables.map(|table| table.amounts(asked));
        if let Some(values) = values.find(|values| !values.is_empty()) {
            return values;
        }
        if own.is_empty() || asked.key.text().contains("财政拨款") {
            let about = |table: &Keyed<'_>| table.about(asked).collect::<Vec<_>>();
            return self.tables.iter().flat_map(about).collect();
        }
        Vec::new()
    }
}

/// A table with the keys of its names.
struct Keyed<'a> {
    table: &'a FoundTable,
    columns: Columns,
    /// Of rows and heads, by their names.
    keys: HashMap<&'a str, Key>,
    /// What the table is about.
    about: Key,
    /// 一般公共预算财政拨款基本支出: the table's fund, and the name of the column; and the same without 财政拨款.
    of_fund: HashMap<&'a str, [Key; 2]>,
}

impl<'a> Keyed<'a> {
    fn of(table: &'a FoundTable) -> Self {
        let about = subject(&table.title);
        let fund = about.strip_suffix("支出").unwrap_or(&about);
        let mut keys = HashMap::new();
        let mut of_fund = HashMap::new();
        for cell in &table.amounts {
            for name in cell.heads.iter().chain([&cell.name]) {
                keys.entry(name.as_str()).or_insert_with(|| key_of(name));
            }
            if let Some(head) = cell.heads.last() {
                of_fund.entry(head.as_str()).or_insert_with(|| {
                    let short = fund.replace("财政拨款", "");
                    [fund, short.as_str()].map(|fund| key_of(&format!("{fund}{head}")))
                });
            }
        }
        Keyed {
            table,
            columns: Columns::of(table),
            keys,
            about: key_of(&about),
            of_fund,
        }
    }

    /// The amounts that the item is: all of them, where several have its name. They are sure where the name is
    /// the same, and all agree.
    fn amounts(&self, asked: &Asked<'_>) -> Vec<Value> {
        let mut found: Vec<(u8, &AmountCell)> = Vec::new();
        for cell in self.cells(asked) {
            let rank = self
                .by_row(cell, asked.key)
                .max(self.by_column(cell, asked.key))
                .max(self.by_title(cell, asked.key));
            if rank > 0 {
                found.push((rank, cell));
            }
        }
        let Some(best) = found.iter().map(|(rank, _)| *rank).max() else {
            return Vec::new();
        };
        found.retain(|(rank, _)| *rank == best);
        among_its_own(self.table, asked.name, &mut found);
        let first = found.first().map(|(_, cell)| cell.value);
        let agree = found.iter().all(|(_, cell)| {
            first.is_some_and(|first| first.interval().meets(cell.value.interval()))
        });
        found
            .iter()
            .map(|(rank, cell)| value(cell, agree && *rank >= 2))
            .collect()
    }

    /// Its amounts where its title has the name of the item: 一般公共预算财政拨款基本支出 is a column of another
    /// table than the one its section speaks of.
    fn about(&self, asked: &Asked<'_>) -> impl Iterator<Item = Value> {
        self.cells(asked)
            .filter(|cell| self.by_title(cell, asked.key) >= 2)
            .map(|cell| value(cell, true))
    }

    /// What was planned, or what it came to.
    fn cells(&self, asked: &Asked<'_>) -> impl Iterator<Item = &'a AmountCell> {
        let budget = asked.budget;
        self.table
            .amounts
            .iter()
            .filter(move |cell| self.columns.has_role(cell, budget))
    }

    /// How sure it is that the row or head of this name is the item: 3 or 2, but never 1.
    fn same(&self, name: &str, key: &Key) -> u8 {
        same(self.keys.get(name), key)
    }

    /// The row is called as the item.
    fn by_row(&self, cell: &AmountCell, key: &Key) -> u8 {
        if is_total(&cell.name) || !self.columns.is_whole(cell) {
            return 0;
        }
        self.same(&cell.name, key)
    }

    /// The column is called as the item, in the row of totals, or in the only row.
    fn by_column(&self, cell: &AmountCell, key: &Key) -> u8 {
        if !cell.name.is_empty() && !is_total(&cell.name) {
            return 0;
        }
        // Of 公务用车 / 小计 the name stands above; of 公务用车 / 运行维护费 it does not.
        let mut best = 0;
        for head in cell.heads.iter().rev() {
            let whole = WHOLE_COLUMNS.contains(&head.as_str());
            best = if whole { 0 } else { self.same(head, key) };
            let plain = whole || head.contains("决算数") || head.contains("预算数");
            if best > 0 || !plain {
                break;
            }
        }
        best
    }

    /// The item is what the table is about: its total.
    fn by_title(&self, cell: &AmountCell, key: &Key) -> u8 {
        if !(is_total(&cell.name) || cell.name.is_empty()) {
            return 0;
        }
        // 收入 / 决算数 has the total of its side; 公务用车购置及运行维护费 / 小计 / 决算数 that of something else.
        let plain = |head: &String| {
            let side = ["收入", "支出", "项目", "本年支出", "本年收入"].contains(&head.as_str());
            let total = WHOLE_COLUMNS.contains(&head.as_str())
                || head.contains("合计")
                || head.contains("决算数");
            side || total || head.contains("预算数") || head.contains("三公")
        };
        if self.columns.is_whole(cell) && cell.heads.iter().all(plain) {
            // 收入合计 of a table of income and spending is not its 收支总计.
            let side = self.keys.get(cell.name.as_str());
            let side = side.filter(|side| side.text().len() > "合计".len());
            return same(side, key).max(same(Some(&self.about), key));
        }
        let head = cell.heads.last();
        let composed = head.and_then(|head| self.of_fund.get(head.as_str()));
        // The words are put together: it is never as sure as a name that is printed.
        let composed = composed.into_iter().flatten();
        let best = composed.map(|composed| same(Some(composed), key)).max();
        best.unwrap_or(0).min(2)
    }
}

fn value(cell: &AmountCell, sure: bool) -> Value {
    Value {
        printed: cell.value,
        spot: Some(cell.spot.clone()),
        sure,
    }
}

/// Only what is called the same counts: 3 or 2, but never 1.
fn same(name: Option<&Key>, key: &Key) -> u8 {
    match name.map_or(0, |name| name.alike(key)) {
        alike @ 2.. => alike,
        _ => 0,
    }
}

/// Which of the columns are what.
struct Columns {
    /// Some column is called 预算数 beside another that is called 决算数.
    planned: bool,
}

impl Columns {
    fn of(table: &FoundTable) -> Self {
        let has = |word: &str| {
            table
                .amounts
                .iter()
                .any(|cell| cell.heads.last().is_some_and(|head| head.contains(word)))
        };
        Columns {
            planned: has("预算") && has("决算"),
        }
    }

    fn has_role(&self, cell: &AmountCell, budget: bool) -> bool {
        let last = cell.heads.last().map_or("", String::as_str);
        if self.planned {
            last.contains(if budget { "预算" } else { "决算" })
        } else {
            !budget
        }
    }

    /// Whether the cell stands in the column that has the total of its row.
    fn is_whole(&self, cell: &AmountCell) -> bool {
        let plain = |head: &String| {
            WHOLE_COLUMNS.contains(&head.as_str())
                || head.contains("决算数")
                || head.contains("金额")
                || head.contains("预算数")
        };
        cell.heads.is_empty() || cell.heads.iter().rev().take(2).any(plain)
    }
}

fn key_of(name: &str) -> Key {
    Key::of(&crate::flat::Flat::of(name).text, None)
}

fn is_total(name: &str) -> bool {
    TOTALS.contains(&name)
}

/// What a table is about: its title without 决算表, 总表.
fn subject(title: &str) -> String {
    let flat = crate::flat::Flat::of(title).text;
    let title = flat.rsplit(':').next().unwrap_or("");
    let mut text = title.split('(').next().unwrap_or("").to_owned();
    for ending in ["表", "总", "明细", "决算", "预算"] {
        if let Some(rest) = text.strip_suffix(ending).map(str::to_owned) {
            text = rest;
        }
    }
    text
}

/// Of several 行政运行 those under the 类 and 款 that the item names.
fn among_its_own(table: &FoundTable, name: &str, found: &mut Vec<(u8, &AmountCell)>) {
    if found.len() < 2 || !(name.contains("(款)") || name.contains("(类)")) {
        return;
    }
    for (mark, digits) in [("(类)", 3), ("(款)", 5)] {
        let parent = |cell: &AmountCell| {
            let code = cell.code.as_deref()?.get(..digits)?;
            let mut rows = table.rows.iter();
            let row = rows.find(|row| row.code.as_deref() == Some(code))?;
            Some(crate::flat::Flat::of(&row.name).text)
        };
        let fits = |cell: &AmountCell| {
            parent(cell).is_some_and(|parent| {
                let short = parent.strip_suffix("支出").unwrap_or(&parent);
                [parent.as_str(), short]
                    .iter()
                    .any(|parent| name.contains(&format!("{parent}{mark}")))
            })
        };
        let own: Vec<_> = found
            .iter()
            .filter(|(_, cell)| fits(cell))
            .copied()
            .collect();
        if !own.is_empty() {
            *found = own;
        }
    }
}

/// The tables that a section speaks of: by its title first, then by that of the section above it.
fn of_section(tables: &[FoundTable], path: &[String]) -> Vec<usize> {
    path.iter()
        .rev()
        .filter_map(|title| table::of_section(tables, title).first().copied())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_speaks_of_a_table() {
        let titles = [
            "收入支出决算总表",
            "收入决算表",
            "支出决算表",
            "财政拨款收入支出决算总表",
            "一般公共预算财政拨款支出决算表",
            "一般公共预算财政拨款基本支出决算表",
            "财政拨款“三公”经费支出决算表",
            "政府性基金预算财政拨款收入支出决算表",
            "国有资本经营预算财政拨款支出决算表",
        ];
        let tables = titles.map(|title| FoundTable {
            title: title.to_owned(),
            ..FoundTable::default()
        });
        for (section, number) in [
            ("一、收入支出决算总体情况说明", Some(0)),
            ("一、2020年度收入支出总体情况", Some(0)),
            ("二、收入决算情况说明", Some(1)),
            ("二、关于收入决算情况说明", Some(1)),
            ("三、支出决算情况说明", Some(2)),
            ("四、财政拨款收入支出决算总体情况说明", Some(3)),
            ("五、一般公共预算财政拨款支出决算情况说明", Some(4)),
            ("六、一般公共预算财政拨款基本支出决算情况说明", Some(5)),
            (
                "七、一般公共预算财政拨款“三公”经费支出决算情况说明",
                Some(6),
            ),
            ("七、财政拨款“三公”经费支出决算情况说明", Some(6)),
            ("八、政府性基金预算财政拨款支出决算情况说明", Some(7)),
            ("九、国有资本经营预算财政拨款支出决算情况说明", Some(8)),
            ("十、预算绩效管理情况", None),
            ("十一、其他重要事项的情况说明", None),
        ] {
            let found = of_section(&tables, &[section.to_owned()]);
            assert_eq!(found.first().copied(), number, "{section}");
        }
    }
}
