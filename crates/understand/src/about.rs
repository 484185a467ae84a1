//! Whose disclosure it is, of what year, and of what kind.

use crate::passage::{DocumentPart, Passage, passages};
use crate::pattern::{Pattern, year_at};
use juesuan_paper::Paper;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::hash::Hash;

/// What a disclosure is about.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct About {
    /// The full name of the unit or department, as its title has it.
    pub unit: Option<String>,
    /// The year that it accounts for, or plans.
    pub year: Option<u16>,
    /// What kind of disclosure it is.
    pub kind: DisclosureKind,
}

/// The kinds of disclosures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum DisclosureKind {
    /// 决算: what was received and spent.
    FinalAccounts,
    /// 预算: what is planned.
    Budget,
    /// A self-evaluation form alone.
    SelfEvaluation,
    /// None of these, or it cannot be told.
    #[default]
    Unknown,
}

impl About {
    /// Whose paper it is, of what year, and of what kind: what its cover, headings and labels have, and what
    /// most of its sentences begin with.
    pub fn of(paper: &Paper) -> Self {
        let file_name = paper.name.as_deref().unwrap_or_default();
        About::of_passages(&passages(paper), file_name)
    }

    pub(crate) fn of_passages(passages: &[Passage], file_name: &str) -> Self {
        About {
            unit: unit(passages),
            year: year(passages, file_name),
            kind: kind(passages, file_name),
        }
    }
}

/// How many speak for each, the first one first where as many do.
struct Votes<T>(Vec<T>, HashMap<T, usize>);

impl<T: Eq + Hash + Clone> Votes<T> {
    fn new() -> Self {
        Votes(Vec::new(), HashMap::new())
    }

    fn add(&mut self, for_what: T, weight: usize) {
        let votes = self.1.entry(for_what.clone()).or_insert(0);
        if *votes == 0 {
            self.0.push(for_what);
        }
        *votes += weight;
    }

    fn of(&self, what: &T) -> usize {
        self.1.get(what).copied().unwrap_or(0)
    }

    fn most(&self) -> Option<T> {
        let most = self.0.iter().map(|what| self.of(what)).max()?;
        self.0.iter().find(|what| self.of(what) == most).cloned()
    }
}

/// What the names of units end in.
pub(crate) const UNIT_ENDS: &str =
    "局厅委办部处院所站队校园馆社会室心府学司场厂台库镇乡道狱团组庭关地会联行港";

/// What a name does not begin with: words that lead up to it.
const BEFORE_NAMES: &[&str] = &[
    "纳入",
    "根据",
    "按照",
    "从",
    "由",
    "截至",
    "截止",
    "反映",
    "关于",
    "其中",
    "附件",
    "包括",
    "以及",
    "欢迎来到",
    "欢迎访问",
    "年度",
    "年",
    "度",
    "注",
    "说明",
];

/// What is no name of a unit though it ends like one.
const NOT_NAMES: &[&str] = &[
    "本部门",
    "本单位",
    "各单位",
    "我单位",
    "我部门",
    "我局",
    "本局",
    "本院",
    "我院",
    "部门",
    "单位",
    "机关",
];

/// Labels before the name of the unit.
const LABELS: &[&str] =
    &["{^}(编制|预算|填报|公开|填表)?(部门|单位)(名称|全称)?(（(公章|盖章|签章)）)?："];

/// What stands behind the name of the unit in titles and in front of figures.
const FRAMES: &[&str] = &[
    "{y}年(度)?(部门|单位|收入|支出|收支|收、支|财政|一般公共|政府性|国有资本|“三公”|三公|机关运行|政府采购|预算|决算|无|没有|省级|市级|区级|县级|本级)",
    "{y}年(度)?{$}",
    "概况{$}",
    "(部门|单位)?(决算|预算)(情况|单位|报表|公开|表|说明|{$})",
    "(本年度|本年|当年)(没有|无|收入|支出)",
];

fn unit(passages: &[Passage]) -> Option<String> {
    let frames: Vec<Pattern> = FRAMES.iter().map(|frame| Pattern::new(frame)).collect();
    let labels: Vec<Pattern> = LABELS.iter().map(|label| Pattern::new(label)).collect();
    let mut votes = Votes::new();
    for (at, passage) in passages.iter().enumerate() {
        let chars = &passage.plain.chars;
        let first = at < 8 && passage.part == DocumentPart::Cover && !passage.is_cell();
        let weight = match passage.part {
            DocumentPart::Cover if first => 4,
            _ if passage.is_heading() => 3,
            _ => 1,
        };
        if first
            && chars.len() <= 40
            && let Some(name) = name_before(chars, chars.len())
        {
            votes.add(name, weight);
        }
        for label in &labels {
            if let Some((_, end)) = label.at(chars, 0) {
                let words: Vec<char> = chars
                    .iter()
                    .skip(end)
                    .take_while(|c| !matches!(c, '单' | '（' | '，' | '金'))
                    .copied()
                    .collect();
                if let Some(name) = as_name(&words) {
                    votes.add(name, 2);
                }
            }
        }
        for frame in &frames {
            let mut from = 0;
            while let Some((range, _)) = frame.find(chars, from) {
                if let Some(name) = name_before(chars, range.start) {
                    votes.add(name, weight);
                }
                from = range.start + 1;
            }
        }
    }
    // A name broken over two lines of a title: its second half speaks for the whole.
    let halves: Vec<(String, String)> = votes
        .0
        .iter()
        .filter_map(|half| {
            let whole = votes.0.iter().find(|whole| {
                let before = whole.strip_suffix(half.as_str()).unwrap_or_default();
                let of_unit = before.chars().last().is_some_and(|c| UNIT_ENDS.contains(c));
                of_unit && votes.of(whole) >= 2
            })?;
            Some((half.clone(), whole.clone()))
        })
        .collect();
    for (half, whole) in halves {
        let weight = votes.1.remove(&half).unwrap_or(0);
        votes.add(whole, weight);
    }
    // The cover itself may have it wrong: what the text has more often counts too. A name within a longer one
    // is not counted.
    let mut candidates = votes.0.clone();
    candidates.sort_by_key(|name| std::cmp::Reverse(votes.of(name)));
    candidates.truncate(MOST_NAMES);
    for name in &candidates {
        let longer = |other: &&String| other.len() > name.len() && other.contains(name.as_str());
        let within: Vec<&String> = candidates.iter().filter(longer).collect();
        let times = passages
            .iter()
            .filter(|p| !p.is_cell() && p.plain.has(name))
            .filter(|p| !within.iter().any(|whole| p.plain.has(whole)))
            .take(MOST_TIMES)
            .count();
        votes.add(name.clone(), times);
    }
    votes.most()
}

/// So many names are looked for.
const MOST_NAMES: usize = 12;

/// So often is enough to say that a name is the usual one.
const MOST_TIMES: usize = 12;

/// The name of a unit that ends here, if what stands there is one.
pub(crate) fn name_before(chars: &[char], end: usize) -> Option<String> {
    let part = chars.get(..end)?;
    let mut depth = 0usize;
    let length = part
        .iter()
        .rev()
        .take_while(|c| {
            match c {
                '）' => depth += 1,
                '（' if depth > 0 => {
                    depth -= 1;
                    return true;
                }
                _ => {}
            }
            depth > 0 || is_of_name(**c)
        })
        .count();
    let words = part.get(part.len() - length..)?;
    as_name(words)
}

fn is_of_name(c: char) -> bool {
    matches!(
        c,
        '\u{4e00}'..='\u{9fff}' | '·' | '、' | '“' | '”' | '）' | '〇'
    )
}

/// These words as the name of a unit, without what leads up to it and without 本级.
pub(crate) fn as_name(words: &[char]) -> Option<String> {
    let mut text: String = words.iter().collect();
    for part in ["部分", "附件"] {
        if let Some((before, behind)) = text.split_once(part)
            && before.chars().count() <= 4
        {
            text = behind.to_owned();
        }
    }
    if let Some((before, behind)) = text.split_once('、')
        && before.chars().all(|c| "一二三四五六七八九十".contains(c))
    {
        text = behind.to_owned();
    }
    while let Some(rest) = BEFORE_NAMES
        .iter()
        .find_map(|word| text.strip_prefix(word).map(str::to_owned))
    {
        text = rest;
    }
    for tail in ["（本级）", "本级", "（机关）", "（汇总）"] {
        if let Some(rest) = text.strip_suffix(tail) {
            text = rest.to_owned();
        }
    }
    let count = text.chars().count();
    let ends_well = text.chars().last().is_some_and(|c| UNIT_ENDS.contains(c));
    let is_name = (4..=40).contains(&count)
        && ends_well
        && !text.contains(['、', '“', '×'])
        && !text.contains("XX")
        && !text.contains("部门决算")
        && !text.contains("部门预算")
        && !NOT_NAMES
            .iter()
            .any(|not| text == *not || text.starts_with("本部门") || text.starts_with("本单位"));
    is_name.then_some(text)
}

fn year(passages: &[Passage], file_name: &str) -> Option<u16> {
    let title = Pattern::new("{y}年(度)?{30}(决算|预算|绩效|概况|自评)");
    let frame = Pattern::new(
        "{y}年(度)?(部门|单位|收入|支出|收支|收、支|财政拨款|一般公共预算|政府性基金|国有资本|“三公”|三公|机关运行|政府采购|本部门|本单位|无[!此该这]|没有[!此该这])",
    );
    let held = Pattern::new("截[至止]{y}年12月31日");
    let mut votes = Votes::new();
    for (at, passage) in passages.iter().enumerate() {
        let chars = &passage.plain.chars;
        let add = |votes: &mut Votes<u16>, from: usize, weight: usize| {
            let year = chars
                .get(from..)
                .unwrap_or(&[])
                .iter()
                .enumerate()
                .find_map(|(step, _)| year_at(chars, from + step));
            if let Some(year) = year {
                votes.add(year, weight);
            }
        };
        let cover = passage.part == DocumentPart::Cover && !passage.is_cell() && chars.len() < 60;
        if cover && at < 8 && (0..chars.len()).any(|at| year_at(chars, at).is_some()) {
            add(&mut votes, 0, 5);
        }
        let short =
            passage.is_heading() || (passage.part == DocumentPart::Contents) || chars.len() < 60;
        if short
            && !passage.is_cell()
            && let Some((range, _)) = title.find(chars, 0)
            && !is_compared_with(chars, range.start)
        {
            add(&mut votes, range.start, 3);
        }
        for pattern in [&frame, &held] {
            if let Some((range, _)) = pattern.find(chars, 0) {
                add(&mut votes, range.start, 1);
            }
        }
    }
    votes.most().or_else(|| of_sheets(passages)).or_else(|| {
        let chars: Vec<char> = file_name.chars().collect();
        (0..chars.len()).find_map(|at| year_at(&chars, at))
    })
}

/// Whether what begins here is what something is compared with: 较2021年决算数 is of last year.
pub(crate) fn is_compared_with(chars: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| chars.get(at));
    before.is_some_and(|c| "与比较同".contains(*c))
}

/// The year that sheets have in a cell of its own: `2024年度`, `（2024年度）`. Several years say nothing.
fn of_sheets(passages: &[Passage]) -> Option<u16> {
    let of_cell = |passage: &Passage| {
        let chars = &passage.plain.chars;
        let chars = chars.strip_prefix(&['（']).unwrap_or(chars);
        let chars = chars.strip_suffix(&['）']).unwrap_or(chars);
        (chars.len() <= 7 && chars.ends_with(&['年', '度'])).then(|| year_at(chars, 0))?
    };
    let mut years = passages.iter().filter(|p| p.is_cell()).filter_map(of_cell);
    let first = years.next()?;
    years.all(|year| year == first).then_some(first)
}

fn kind(passages: &[Passage], file_name: &str) -> DisclosureKind {
    // 财政拨款决算 of a budget's "一般公共预算" is both: 决算 says more.
    let of = |text: &str| {
        let text = &without_funds(text);
        let accounted = ["决算", "预算对比", "完成预算", "收支完成"];
        if accounted.iter().any(|word| text.contains(word)) {
            DisclosureKind::FinalAccounts
        } else if text.contains("绩效") && (text.contains("自评") || text.contains("评价")) {
            DisclosureKind::SelfEvaluation
        } else if text.contains("预算") || text.contains("经费安排") {
            DisclosureKind::Budget
        } else {
            DisclosureKind::Unknown
        }
    };
    let texts = |part: &dyn Fn(&Passage) -> bool| {
        passages
            .iter()
            .filter(|p| !p.is_cell() && part(p) && p.plain.chars.len() < 60)
            .map(|p| of(&p.plain.text()))
            .filter(|kind| *kind != DisclosureKind::Unknown)
            .collect::<Vec<_>>()
    };
    let cover = texts(&|p| p.part == DocumentPart::Cover);
    if let Some(first) = cover.first() {
        return *first;
    }
    let heads = texts(&|p| p.is_heading());
    let lines = if heads.is_empty() {
        texts(&|_| true)
    } else {
        heads
    };
    let count = |kind| lines.iter().filter(|k| **k == kind).count();
    let (actual, planned, forms) = (
        count(DisclosureKind::FinalAccounts),
        count(DisclosureKind::Budget),
        count(DisclosureKind::SelfEvaluation),
    );
    if actual == 0 && planned == 0 && forms == 0 {
        return match of(file_name) {
            DisclosureKind::Unknown => match by_sentences(passages) {
                DisclosureKind::Unknown if names_a_budget(passages) => DisclosureKind::Budget,
                kind => kind,
            },
            kind => kind,
        };
    }
    if actual == 0 && planned == 0 {
        DisclosureKind::SelfEvaluation
    } else if actual * 2 >= planned {
        DisclosureKind::FinalAccounts
    } else {
        DisclosureKind::Budget
    }
}

/// Whether a short line has a table or section of a budget, though only by the name of its fund.
fn names_a_budget(passages: &[Passage]) -> bool {
    let short = |p: &&Passage| !p.is_cell() && p.plain.chars.len() < 60;
    let named = |p: &Passage| p.plain.has("预算") && !p.plain.has("预决算");
    passages.iter().filter(short).any(named)
}

/// Without what a budget or accounts are only named in: funds, and rules for both.
fn without_funds(text: &str) -> String {
    let names = [
        "一般公共预算",
        "政府性基金预算",
        "国有资本经营预算",
        "社会保险基金预算",
        "公共财政预算",
        "预决算",
        "预算法",
        "部门决算报表",
    ];
    let mut kept = text.to_owned();
    for name in names {
        kept = kept.replace(name, "");
    }
    kept
}

/// By the words of its sentences, where there is no title.
fn by_sentences(passages: &[Passage]) -> DisclosureKind {
    let texts = || passages.iter().map(|p| without_funds(&p.plain.text()));
    let (mut actual, mut planned) = (0usize, 0usize);
    for text in texts() {
        let accounted = [
            "决算",
            "完成预算",
            "完成年初预算",
            "年初预算为",
            "年初预算数为",
            "实际支出",
        ];
        if accounted.iter().any(|word| text.contains(word)) {
            actual += 1;
        } else if text.contains("预算") || text.contains("安排“三公”") {
            planned += 1;
        }
    }
    if actual == 0 && planned == 0 {
        DisclosureKind::Unknown
    } else if actual * 3 >= planned {
        DisclosureKind::FinalAccounts
    } else {
        DisclosureKind::Budget
    }
}

#[cfg(test)]
#[path = "about_cases.rs"]
mod tests;
