//! The rows of a ledger's export: code, name, amounts under their heads, and what is said of the money.

use crate::text::plain;
use juesuan_domain::accounts::{Depth, Subjects, plain_code, read_amount};
use juesuan_figure::Exact;
use juesuan_paper::{Block, Cell, Paper};
use juesuan_understand::Spot;
use std::collections::BTreeMap;

/// Words of the heads over codes and names.
const CODES: [&str; 3] = ["编码", "代码", "编号"];
const NAMES: [&str; 2] = ["名称", "科目"];
/// Words of the heads over amounts.
const AMOUNTS: [&str; 9] = [
    "金额",
    "借方",
    "贷方",
    "发生额",
    "发生数",
    "支出数",
    "决算数",
    "累计",
    "余额",
];
/// Words that tell the money, and what they tell.
const SAID: [(&str, Said); 5] = [
    ("一般公共预算", Said::General),
    ("政府性基金", Said::Funds),
    ("国有资本经营", Said::Capital),
    ("基本支出", Said::Basic),
    ("项目支出", Said::Project),
];
/// Rows of a table among which its head is looked for.
const MOST_HEAD: usize = 12;

/// What is said of money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Said {
    General,
    Funds,
    Capital,
    Basic,
    Project,
}

impl Said {
    pub fn words(self) -> &'static str {
        SAID.iter()
            .find(|(_, said)| *said == self)
            .map_or("", |(words, _)| words)
    }
}

/// A row with at least one amount.
pub struct Row {
    pub code: String,
    pub name: String,
    /// Where the code stands, or else the name.
    pub spot: Spot,
    /// By their heads, in the places of [`Rows::heads`]: as printed, and read.
    pub amounts: BTreeMap<usize, (String, Option<Exact>)>,
    pub said: Vec<Said>,
}

/// All rows of a ledger.
#[derive(Default)]
pub struct Rows {
    /// Heads over amounts, each once.
    pub heads: Vec<String>,
    pub rows: Vec<Row>,
}

impl Rows {
    /// The rows of every table that has the heads of a ledger.
    pub fn of(paper: &Paper) -> Self {
        let mut rows = Rows::default();
        let mut title = String::new();
        for (block, of) in paper.blocks.iter().enumerate() {
            match of {
                Block::Table { rows: cells, .. } => {
                    rows.table(block, cells, &title);
                    title.clear();
                }
                Block::Heading { text, .. } | Block::Paragraph { text, .. } => title.push_str(text),
                _ => {}
            }
        }
        rows
    }

    fn table(&mut self, block: usize, cells: &[Vec<Cell>], title: &str) {
        let Some(first) = cells.iter().take(MOST_HEAD).position(|row| is_head(row)) else {
            return;
        };
        // A head may take a second row, as 借方 and 贷方 under 本期发生额.
        let below = cells.get(first + 1).is_some_and(|row| {
            let mut texts = row.iter().map(|cell| plain(&cell.text));
            !row.is_empty() && texts.all(|text| text.is_empty() || is_amount(&text))
        });
        let last = first + usize::from(below);
        let mut heads: BTreeMap<usize, String> = BTreeMap::new();
        for cell in cells[first..=last].iter().flatten() {
            let end = cell.column.saturating_add(cell.columns.clamp(1, 64));
            for column in cell.column..end {
                let head = heads.entry(column).or_default();
                let text = plain(&cell.text);
                if !head.contains(&text) {
                    head.push_str(&text);
                }
            }
        }
        let with = |words: &[&str]| {
            let mut heads = heads.iter();
            let has = |head: &str| words.iter().any(|word| head.contains(word));
            heads.find(|(_, head)| has(head)).map(|(column, _)| *column)
        };
        let code = with(&CODES);
        let names = heads.iter().filter(|(column, _)| Some(**column) != code);
        let mut names = names.filter(|(_, head)| NAMES.iter().any(|word| head.contains(word)));
        let name = names.next().map(|(column, _)| *column);
        let amounts: Vec<(usize, usize)> = heads
            .iter()
            .filter(|(column, head)| {
                is_amount(head) && Some(**column) != code && Some(**column) != name
            })
            .map(|(column, head)| (*column, self.head(head)))
            .collect();
        let over = cells[..first].iter().flatten();
        let over: String = over.map(|cell| cell.text.as_str()).collect();
        let over = format!("{title}{over}");
        for row in &cells[last + 1..] {
            self.rows
                .extend(one(block, row, (code, name), &amounts, &over));
        }
    }

    /// The place of a head; a new one where it has none yet.
    fn head(&mut self, head: &str) -> usize {
        let known = self.heads.iter().position(|other| other == head);
        known.unwrap_or_else(|| {
            self.heads.push(head.to_owned());
            self.heads.len() - 1
        })
    }
}

fn one(
    block: usize,
    row: &[Cell],
    (code, name): (Option<usize>, Option<usize>),
    amounts: &[(usize, usize)],
    over: &str,
) -> Option<Row> {
    let at = |column: usize| row.iter().find(|cell| cell.column == column);
    let amounts: BTreeMap<usize, (String, Option<Exact>)> = amounts
        .iter()
        .filter_map(|(column, head)| {
            let text = at(*column)?.text.trim();
            let read = read_amount(text).ok().map(Exact::from);
            (!text.is_empty()).then(|| (*head, (text.to_owned(), read)))
        })
        .collect();
    if amounts.is_empty() {
        return None;
    }
    let cell = |column: Option<usize>| {
        column
            .and_then(at)
            .filter(|cell| !cell.text.trim().is_empty())
    };
    let (of_code, of_name) = (cell(code), cell(name));
    let mut text = of_code.map_or_else(String::new, |cell| digits(&cell.text));
    let mut called = of_name.map_or_else(String::new, |cell| cell.text.trim().to_owned());
    // 2080101 社会保险经办机构 in one cell.
    let joined = of_code.or(of_name).map(|cell| cell.text.trim());
    if let Some(joined) = joined {
        let end = joined
            .find(|c: char| !juesuan_figure::fold(c).is_ascii_digit())
            .unwrap_or(joined.len());
        let (digits, rest) = joined.split_at(end);
        if (text.is_empty() || of_name.is_none()) && Depth::of(&plain_code(digits)).is_some() {
            text = plain_code(digits).into_owned();
            let rest =
                rest.trim_start_matches(|c: char| c.is_whitespace() || "-－_、.".contains(c));
            if !rest.is_empty() {
                called = rest.to_owned();
            }
        }
    }
    if text.is_empty() && (called.is_empty() || is_sum(&called)) {
        return None;
    }
    let stands = of_code.or(of_name)?;
    let own = row
        .iter()
        .filter(|cell| Some(cell.column) != name && Some(cell.column) != code);
    let own: String = own.map(|cell| cell.text.as_str()).collect();
    Some(Row {
        spot: Spot::cell(block, stands.row, stands.column, 0..stands.text.len()),
        said: said(&own, over),
        code: text,
        name: called,
        amounts,
    })
}

/// What the row says of its money, or else the title; nothing where it says two things.
fn said(row: &str, title: &str) -> Vec<Said> {
    let of = |text: &str, kinds: &[Said]| {
        let mut found = SAID
            .iter()
            .filter(|(words, said)| kinds.contains(said) && text.contains(words));
        let first = found.next().map(|(_, said)| *said);
        first.filter(|_| found.next().is_none())
    };
    let kinds: [&[Said]; 2] = [
        &[Said::General, Said::Funds, Said::Capital],
        &[Said::Basic, Said::Project],
    ];
    let both = kinds
        .iter()
        .filter_map(|kinds| of(row, kinds).or_else(|| of(title, kinds)));
    both.collect()
}

fn is_head(row: &[Cell]) -> bool {
    let texts: Vec<String> = row.iter().map(|cell| plain(&cell.text)).collect();
    let subject = texts.iter().any(|text| {
        CODES.iter().chain(&NAMES).any(|word| text.contains(word)) && text.chars().count() <= 16
    });
    subject && texts.iter().any(|text| is_amount(text))
}

fn is_amount(head: &str) -> bool {
    head.chars().count() <= 16 && AMOUNTS.iter().any(|word| head.contains(word))
}

/// A code as ledgers write them: `208.01.01`, `208-0101`.
fn digits(text: &str) -> String {
    let plain = plain_code(text.trim());
    let parted = plain
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '/'));
    if parted {
        plain.chars().filter(char::is_ascii_digit).collect()
    } else {
        plain.into_owned()
    }
}

/// 合计 and the like, which is no subject.
fn is_sum(name: &str) -> bool {
    [
        "合计", "总计", "小计", "累计", "本月", "本年", "期初", "结转",
    ]
    .iter()
    .any(|word| name.contains(word))
}

/// Which subject a row is of: by its code, or else by its name.
pub fn subject(code: &str, name: &str) -> Option<(Subjects, &'static str)> {
    let all = [Subjects::Functional, Subjects::Economic];
    let by_code = all
        .into_iter()
        .find_map(|subjects| Some((subjects, subjects.named(code)?.code)));
    if by_code.is_some() {
        return by_code;
    }
    // A detail below a subject that we know, as 3010101 below 30101.
    let of_economic = |end: usize| {
        let above = code.get(..end)?;
        let detail = code.len() > end && code.bytes().all(|b| b.is_ascii_digit());
        let known = Subjects::Economic.named(above)?;
        (detail && code.starts_with('3')).then_some((Subjects::Economic, known.code))
    };
    if let Some(above) = of_economic(5) {
        return Some(above);
    }
    // A code that we do not know is no reason to go by the name.
    if !code.is_empty() && Depth::of(code).is_some() {
        return None;
    }
    let name = plain(name);
    let mut named = all.into_iter().flat_map(|subjects| {
        let named = subjects.all().iter();
        let named = named.filter(|subject| subject.names().any(|other| plain(other) == name));
        named
            .map(move |subject| (subjects, subject.code))
            .collect::<Vec<_>>()
    });
    let first = named.next()?;
    named.next().is_none().then_some(first)
}
