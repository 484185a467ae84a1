//! Finding an amount of a table by the name that a text has for it.

use super::found::{AmountCell, FoundTable};
use super::name::named as taken_apart;
use super::reading::closed;
use std::collections::BTreeMap;

/// Heads that say which amount of an item it is, not which item.
const MEASURES: [&str; 22] = [
    "合计",
    "小计",
    "总计",
    "金额",
    "预算数",
    "决算数",
    "年初预算数",
    "全年预算数",
    "调整预算数",
    "调整后预算数",
    "本年预算数",
    "本年决算数",
    "上年决算数",
    "上年预算数",
    "决算",
    "预算",
    "本年数",
    "上年数",
    "年初预算",
    "全年预算",
    "支出决算",
    "统计数",
];

/// Prefixes that a text may add or leave out.
const BEFORE: [&str; 10] = [
    "一般公共预算财政拨款",
    "一般公共预算",
    "公共预算财政拨款",
    "政府性基金预算财政拨款",
    "国有资本经营预算财政拨款",
    "财政拨款",
    "全年",
    "本年",
    "当年",
    "部门",
];

/// Endings that a text may add or leave out, the longer ones first.
const BEHIND: [&str; 12] = [
    "支出决算数",
    "支出预算数",
    "支出决算",
    "支出预算",
    "收入决算",
    "收入预算",
    "决算数",
    "预算数",
    "决算",
    "预算",
    "支出",
    "收入",
];

/// The level of a subject that a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Class,
    Group,
    Item,
}

/// The names of a table's lines and columns, ready to be compared.
#[derive(Default)]
struct Names {
    forms: Vec<Forms>,
    /// For each amount which of them is its line's, and which its column's.
    of: Vec<(usize, Option<usize>)>,
}

/// A name in the forms in which it is compared, from the closest.
struct Forms {
    plain: String,
    bare: String,
    core: String,
    short: String,
}

/// A name of the text taken apart.
struct Wanted {
    key: Forms,
    level: Option<Level>,
    /// The names of 类 and 款 before it.
    parents: Vec<Forms>,
}

impl Names {
    /// The names of these amounts.
    fn of(amounts: &[AmountCell]) -> Self {
        let mut names = Names::default();
        let mut known: BTreeMap<&str, usize> = BTreeMap::new();
        let forms = &mut names.forms;
        let mut number = |name| {
            *known.entry(name).or_insert_with(|| {
                forms.push(Forms::of(&plain(name)));
                forms.len() - 1
            })
        };
        names.of = amounts
            .iter()
            .map(|amount| {
                (
                    number(&amount.name),
                    column_name(&amount.heads).map(&mut number),
                )
            })
            .collect();
        names
    }
}

impl Forms {
    fn of(plain: &str) -> Self {
        let bare = without_brackets(plain);
        let core = core(&bare);
        Forms {
            plain: plain.to_owned(),
            short: core.replace("运行维护费", "运行费"),
            bare,
            core,
        }
    }
}

impl FoundTable {
    /// The amounts of the row or column that a text calls so. Blanks, quotes, numbers before the name, （类）（款）（项）,
    /// prefixes like 财政拨款 and endings like 支出 make no difference; those that need the least of this come
    /// first, rows before columns. Of a column, the amounts of the total row.
    pub fn named(&self, name: &str) -> Vec<&AmountCell> {
        let wanted = Wanted::of(name);
        if wanted.key.plain.is_empty() {
            return Vec::new();
        }
        let names = Names::of(&self.amounts);
        let near: Vec<Option<u8>> = names
            .forms
            .iter()
            .map(|forms| near(&wanted.key, forms))
            .collect();
        let near = |form: usize| near.get(form).copied().flatten();
        let mut found: Vec<(u8, usize)> = self
            .amounts
            .iter()
            .zip(&names.of)
            .enumerate()
            .filter_map(|(at, (amount, (row, column)))| {
                let column = column.and_then(near);
                Some((self.distance(&wanted, amount, near(*row), column)?, at))
            })
            .collect();
        found.sort_unstable();
        found
            .into_iter()
            .filter_map(|(_, at)| self.amounts.get(at))
            .collect()
    }

    fn distance(
        &self,
        wanted: &Wanted,
        amount: &AmountCell,
        row: Option<u8>,
        column: Option<u8>,
    ) -> Option<u8> {
        if let Some(row) = row.filter(|_| self.fits(wanted, amount)) {
            let level = match wanted.level {
                Some(level) if amount.code.as_deref().and_then(level_of) != Some(level) => 1,
                _ => 0,
            };
            return Some(row * 2 + level);
        }
        let total = amount.name.is_empty() || is_total(&amount.name);
        column
            .filter(|_| total && amount.code.is_none())
            .map(|column| 10 + column)
    }

    /// Whether the 类 and 款 that the text names are those above the row, as far as the table has them.
    fn fits(&self, wanted: &Wanted, amount: &AmountCell) -> bool {
        let Some(code) = &amount.code else {
            return true;
        };
        let above: Vec<&str> = self
            .rows
            .iter()
            .filter(|row| {
                row.code
                    .as_deref()
                    .is_some_and(|other| other.len() < code.len() && code.starts_with(other))
            })
            .map(|row| row.name.as_str())
            .collect();
        let same = self
            .amounts
            .iter()
            .filter(|other| other.name == amount.name && other.heads == amount.heads)
            .count();
        // The text may name a wrong 款: where only one row has the name, it is that.
        same <= 1
            || wanted.parents.iter().all(|parent| {
                above.is_empty()
                    || above
                        .iter()
                        .any(|name| near(parent, &Forms::of(&plain(name))).is_some())
            })
    }
}

fn level_of(code: &str) -> Option<Level> {
    match code.len() {
        3 => Some(Level::Class),
        5 => Some(Level::Group),
        7 => Some(Level::Item),
        _ => None,
    }
}

/// 合计, 总计, 本年支出合计.
pub(super) fn is_total(name: &str) -> bool {
    let name = name.trim_end_matches(['：', ':']);
    name.ends_with("合计") || name.ends_with("总计") || name == "小计" || name.ends_with("小计")
}

/// What a column is called: its lowest head that is no measure.
pub(super) fn column_name(heads: &[String]) -> Option<&str> {
    heads
        .iter()
        .rev()
        .map(String::as_str)
        .find(|head| !MEASURES.contains(head))
}

/// Whether a head only says which amount of an item it is.
pub(super) fn is_measure(head: &str) -> bool {
    MEASURES.contains(&head)
}

/// How much has to be left aside for two names to be the same: 0 nothing.
fn near(a: &Forms, b: &Forms) -> Option<u8> {
    if a.plain == b.plain {
        return Some(0);
    }
    if a.bare == b.bare && !a.bare.is_empty() {
        return Some(1);
    }
    if a.core.is_empty() || b.core.is_empty() {
        return None;
    }
    if a.core == b.core {
        return Some(2);
    }
    let same = |a: &str, b: &str| {
        const ENDS: [&str; 5] = ["", "费", "费用", "经费", "和结余"];
        const OTHERS: [&str; 3] = ["费", "费用", "经费"];
        ENDS.iter().any(|end| {
            a.strip_suffix(end).is_some_and(|a| {
                !a.is_empty()
                    && (a == b || OTHERS.iter().any(|other| b.strip_suffix(other) == Some(a)))
            })
        })
    };
    let (a, b) = (&a.short, &b.short);
    (same(a, b) || same(b, a) || a == b).then_some(3)
}

/// A name without prefixes and endings that make no difference.
fn core(name: &str) -> String {
    let mut name = name;
    for before in BEFORE {
        if let Some(rest) = name.strip_prefix(before)
            && rest.chars().count() >= 2
            && !rest.starts_with("财政拨款")
            && !["收入", "支出", "收支", "收入合计", "支出合计", "收入支出"].contains(&rest)
        {
            name = rest;
            break;
        }
    }
    for behind in BEHIND {
        if let Some(rest) = name.strip_suffix(behind)
            && rest.chars().count() >= 2
        {
            name = rest;
            break;
        }
    }
    name.to_owned()
}

/// A name without blanks, quotes and what stands before it.
fn plain(name: &str) -> String {
    taken_apart(name)
        .name
        .chars()
        .filter(|c| !"“”\"‘’'《》〈〉「」".contains(*c))
        .map(|c| match c {
            '(' | '﹙' => '（',
            ')' | '﹚' => '）',
            c => c,
        })
        .collect()
}

fn without_brackets(name: &str) -> String {
    let mut depth = 0_u32;
    name.chars()
        .filter(|c| {
            match c {
                '（' => depth += 1,
                '）' => {
                    depth = depth.saturating_sub(1);
                    return false;
                }
                _ => {}
            }
            depth == 0
        })
        .collect()
}

impl Wanted {
    /// 社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）, or the last of these alone.
    fn of(name: &str) -> Self {
        let text: String = plain(&closed(name));
        let mut rest = text.as_str();
        let mut parts: Vec<(String, Level)> = Vec::new();
        while let Some((end, level, width)) = [
            ("（类）", Level::Class),
            ("（款）", Level::Group),
            ("（项）", Level::Item),
        ]
        .iter()
        .filter_map(|(mark, level)| rest.find(mark).map(|at| (at, *level, mark.len())))
        .min_by_key(|(at, _, _)| *at)
        {
            let part = rest
                .get(..end)
                .unwrap_or("")
                .trim_start_matches(['、', '，', '-']);
            parts.push((part.to_owned(), level));
            rest = rest.get(end + width..).unwrap_or("");
        }
        let Some((last, level)) = parts.pop() else {
            return Wanted {
                key: Forms::of(&text),
                level: None,
                parents: Vec::new(),
            };
        };
        Wanted {
            key: Forms::of(&last),
            level: Some(level),
            parents: parts.iter().map(|(part, _)| Forms::of(part)).collect(),
        }
    }
}
