//! Reads a document line by line: which figure is said of which item.

use super::item::{Item, Said, What};
use super::names::{Key, Style, style, without_number};
use super::roles::{Against, Role};
use super::words::{
    as_planned, comparison, ends_a_purpose, is_named_by_its_use, not_planned, side_by_side, title,
    told_item_by_item, unchanged,
};
use crate::figures::{Figure, Of, figures};
use crate::flat::Flat;
use crate::{DisclosureKind, Document, Line};
use std::ops::Range;

/// Words that lead up to a list.
const LISTS: &[&str] = &[
    "其中",
    "包括",
    "以下方面",
    "下列方面",
    "以下几方面",
    "以下几个方面",
    "内容如下",
    "分别是",
    "构成情况",
    "具体构成",
    "具体是",
    "具体为",
];

/// All that the text of a document says in figures.
pub(crate) fn said(document: &Document<'_>) -> Said {
    let mut reader = Reader {
        unit: document.about.unit.clone(),
        year: document.about.year,
        plans: document.about.kind == DisclosureKind::Budget,
        ..Reader::default()
    };
    for (number, section) in document.sections.iter().enumerate() {
        reader.section(number, section.matter);
        for line in &section.lines {
            reader.line(line);
        }
    }
    reader.said
}

/// Where one is while reading.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) said: Said,
    pub(super) unit: Option<String>,
    pub(super) year: Option<u16>,
    /// The disclosure is a budget.
    pub(super) plans: bool,
    /// And this line is of one.
    pub(super) budget: bool,
    pub(super) section: usize,
    pub(super) matter: usize,
    pub(super) sentence: usize,
    /// The item at hand.
    pub(super) item: Option<usize>,
    /// Lists that are open, the innermost last: the whole, and whether a bracket opened it.
    pub(super) lists: Vec<List>,
    /// The clause before compares with last year.
    pub(super) compared: bool,
    /// What the last comparison of the sentence names, and the item that is: 收支总计与上年相比.
    pub(super) compares: Option<Compared>,
    /// The last share of the item at hand, and what it was last year.
    pub(super) shares: (Option<usize>, Option<usize>),
    /// How many lists were opened.
    pub(super) opened: usize,
    /// How many semicolons and lines were passed.
    pub(super) segment: usize,
    /// How the line at hand is numbered, and which it is.
    pub(super) style: Option<Style>,
    pub(super) lines: usize,
    /// The name of a whole that the sentence begins with: X支出决算中，….
    pub(super) among: Option<String>,
    /// What changes of the sentence are held against.
    pub(super) against: Against,
    /// The last change that was read in the sentence, or several that stand side by side.
    pub(super) changes: Vec<usize>,
    /// And that is why the budget was not kept.
    pub(super) of_budget: bool,
    /// The item of the last change of the sentence, and how many items there were then.
    pub(super) changed: Option<(usize, usize)>,
    /// Within words that give a reason or a purpose.
    pub(super) aside: bool,
    /// And that is a purpose.
    pub(super) purpose: bool,
    /// The list goes on in the next line.
    pub(super) goes_on: bool,
    /// What the line is about: 1、社会保障和就业支出（类）…（项）。
    pub(super) title: String,
    /// The first item of the line.
    pub(super) first: usize,
    /// The first item since the last full stop or semicolon.
    pub(super) opener: Option<usize>,
    /// A full stop of the line is passed: what follows is no part of a list of lines.
    pub(super) stopped: bool,
    /// The last year that the line speaks of.
    pub(super) dated: Option<u16>,
    /// 完成年初预算5万元的: what the next rate is.
    pub(super) leading: Option<Role>,
    /// The figure before is what the item came to last year.
    pub(super) after_last_year: bool,
    /// The other item that the figure at hand may be of.
    pub(super) other: Option<usize>,
    /// How many figures stand side by side, from the one at hand on.
    pub(super) side_by_side: usize,
    /// Items that were named together: A、B和C分别为….
    pub(super) row: Vec<usize>,
    /// How many figures of one role have stood side by side, and which role that was.
    pub(super) beside: usize,
    pub(super) role: Option<Role>,
    /// The words before the first of them say that they are of several: 分别.
    pub(super) each: bool,
    /// And that it is of both that they name: 均为.
    pub(super) both: bool,
    /// The figure at hand counts something, or is money; `None` for rates.
    pub(super) counts: Option<bool>,
}

/// What a comparison names: 收支总计 of 收支总计与上年相比.
#[derive(Debug, Clone)]
pub(super) struct Compared {
    pub(super) name: String,
    /// Its item, once it was asked for.
    pub(super) item: Option<usize>,
}

/// A list that is open: 其中, 包括.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct List {
    pub(super) whole: usize,
    /// A bracket opened it, and closes it.
    pub(super) bracket: bool,
    pub(super) number: usize,
    /// How the line of its whole is numbered.
    pub(super) style: Option<Style>,
    /// That line.
    pub(super) line: usize,
    /// How the lines of its parts are numbered, where they stand on lines of their own.
    pub(super) members: Option<Option<Style>>,
    /// Between which semicolons it was opened.
    pub(super) segment: usize,
}

/// A line while it is read.
pub(super) struct Reading<'a> {
    pub(super) line: &'a Line,
    pub(super) flat: &'a Flat,
}

impl Reader {
    fn section(&mut self, section: usize, matter: usize) {
        if matter != self.matter {
            self.item = None;
        }
        self.lists.clear();
        (self.section, self.matter) = (section, matter);
        self.among = None;
        self.goes_on = false;
    }

    fn line(&mut self, line: &Line) {
        let flat = Flat::of(&line.text);
        let style = style(&flat.text);
        let numbered = style.is_some();
        if !self.goes_on && !numbered && !self.lists_a_part(&flat.text) {
            self.lists.clear();
        }
        // 3. behind (1) and (2) is beside the 2. that they are parts of.
        if let Some(at) = self
            .lists
            .iter()
            .position(|list| numbered && list.style == style)
        {
            self.lists.truncate(at);
        }
        self.style = style;
        self.goes_on = false;
        self.begin_sentence();
        let reading = Reading { line, flat: &flat };
        self.lines += 1;
        self.segment += 1;
        self.title = title(&flat.text);
        let accounted = [
            "决算",
            "完成预算",
            "完成年初",
            "执行数",
            "执行率",
            "预算执行",
            "实际支出",
            "实际开支",
        ];
        self.budget = self.plans && !accounted.iter().any(|word| flat.text.contains(word));
        self.first = self.said.items.len();
        (self.dated, self.stopped) = (None, false);
        let mut end = 0;
        let all = figures(&flat.text);
        for (at, figure) in all.iter().enumerate() {
            if figure.of == Of::Year {
                self.year(&reading, figure);
                continue;
            }
            let start = figure.range.start;
            self.words(&reading, end..start);
            self.side_by_side = side_by_side(&flat.text, all.get(at..).unwrap_or(&[]));
            self.figure(&reading, figure, end);
            end = figure.range.end;
        }
        self.words(&reading, end..flat.text.len());
        let tail = flat.text.get(end..).unwrap_or("");
        self.goes_on = tail.ends_with(':') || (!self.lists.is_empty() && tail.ends_with(';'));
        if numbered && !self.lists.is_empty() {
            self.goes_on = true;
        }
    }

    fn begin_sentence(&mut self) {
        self.sentence += 1;
        self.opener = None;
        self.changed = None;
        self.of_budget = false;
        self.aside = false;
        self.against = Against::LastYear;
        self.changes.clear();
        self.compared = false;
        self.compares = None;
        self.among = None;
        self.role = None;
        self.beside = 0;
    }

    /// What the words between two figures change in how the next is read.
    fn words(&mut self, reading: &Reading<'_>, range: Range<usize>) {
        let text = &reading.flat.text;
        let Some(words) = text.get(range.clone()) else {
            return;
        };
        let last_bracket = words.rfind(')');
        let mut start = 0;
        for (at, c) in words.char_indices() {
            let clause = words.get(start..at).unwrap_or("");
            match c {
                '。' | '！' | '？' => {
                    self.clause(reading, clause, range.start + start);
                    let rest = text.get(range.start + at + c.len_utf8()..).unwrap_or("");
                    if !rest.is_empty() && without_number(rest).len() == rest.len() {
                        // Of a list whose parts stand on lines of their own the next line may have another.
                        let line = self.lines;
                        let three = self.goes_on_with_three(rest);
                        self.lists.retain(|list| {
                            list.line < line && list.members.is_some() || three == Some(list.number)
                        });
                        self.stopped = true;
                    } else {
                        self.lists.retain(|list| !list.bracket);
                    }
                    self.begin_sentence();
                }
                ';' => {
                    self.clause(reading, clause, range.start + start);
                    self.aside = false;
                    self.opener = None;
                    self.changes.clear();
                    self.compares = None;
                    self.close_inner();
                }
                '，' | ',' | ':' => self.clause(reading, clause, range.start + start),
                '(' => {
                    self.clause(reading, clause, range.start + start);
                    let closed = last_bracket.is_some_and(|last| last > at);
                    if let Some(item) = self.item.filter(|_| !closed) {
                        self.open(item, true);
                    }
                }
                ')' => {
                    if self.lists.last().is_some_and(|list| list.bracket) {
                        self.item = self.lists.pop().map(|list| list.whole);
                    }
                }
                _ => continue,
            }
            start = at + c.len_utf8();
        }
        let clause = words.get(start..).unwrap_or("");
        self.clause(reading, clause, range.start + start);
    }

    /// What a clause, or the part of one before a figure, says.
    fn clause(&mut self, reading: &Reading<'_>, clause: &str, start: usize) {
        if clause.is_empty() {
            return;
        }
        // A heading of these words leads up to nothing.
        let leads = clause == "具体情况" && self.said.items.len() > self.first;
        if leads || told_item_by_item(clause) {
            return self.tell_item_by_item();
        }
        if LISTS.iter().any(|word| clause.contains(word))
            && !clause.contains("原因")
            && !clause.starts_with("主要包括")
        {
            self.open_list(clause);
        }
        if let Some(name) = not_planned(clause).filter(|name| !self.key(name).is_empty()) {
            self.item = Some(self.named_ahead(name));
        }
        let aside = [
            "原因",
            "由于",
            "因为",
            "主要用于",
            "主要是",
            "用于",
            "主要系",
        ];
        let opens = ["方面", "其中"];
        if self.aside && self.purpose && ends_a_purpose(clause) {
            self.aside = false;
        }
        if aside.iter().any(|word| clause.contains(word))
            && !opens.iter().any(|word| clause.contains(word))
            && !is_named_by_its_use(clause)
        {
            self.aside = true;
            self.purpose = clause.contains("用于");
            self.of_budget = comparison(clause).is_some();
        } else if self.of_budget && clause.starts_with('与') && clause.contains("相比") {
            // 决算数小于预算数的主要原因是节约，与上年相比增加5万元: the reason is given, and another comparison begins.
            (self.aside, self.of_budget) = (false, false);
        }
        let compared = self.compare(clause);
        let (whole, _) = self.phrase(&reading.flat.text, 0, start + clause.len());
        self.names_what_it_compares(whole);
        if let Some(name) = clause
            .strip_suffix('中')
            .filter(|name| name.chars().count() >= 4)
        {
            self.among = Some(name.to_owned());
        }
        let same = unchanged(clause, compared, self.compared, self.budget);
        if self.against == Against::LastYear && !self.aside && same {
            let range = start..start + clause.len();
            let own = self.item.filter(|item| *item >= self.first);
            let item = self.compared_item().or(own);
            self.claim(reading, range.clone(), range, item, What::Unchanged);
        }
        self.compared = compared;
        if let Some(order) = comparison(clause) {
            self.against = Against::Budget;
            let name = clause.split("决算").next().unwrap_or("");
            let item = self.find(name).or(self.item);
            let range = start..start + clause.len();
            self.claim(reading, range.clone(), range, item, What::Comparison(order));
        } else if !(self.budget || self.aside || compared) && as_planned(clause) {
            let range = start..start + clause.len();
            let item = self.item.filter(|item| *item >= self.first);
            let what = What::Comparison(std::cmp::Ordering::Equal);
            self.claim(reading, range.clone(), range, item, what);
        }
    }

    /// The item of this name that was met last in this matter, the likest first.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        let key = self.key(name);
        self.alike(&key).or_else(|| {
            // 收、支总计 of a 收入总计 and a 支出总计, 财政拨款收入、支出总计 of those of 财政拨款.
            let (before, both) = key.text().split_once("收支")?;
            ["支出", "收入"]
                .iter()
                .find_map(|side| self.alike(&self.key(&format!("{before}{side}{both}"))))
        })
    }

    /// What is money is no change of a count: 接待21人次 is not what 公务接待费 came to.
    fn alike(&self, key: &Key) -> Option<usize> {
        let alike = |(at, item): (usize, &Item)| {
            let amount = item.actual.first();
            let counted = amount.map(|amount| amount.counted.is_some());
            let other = matches!((counted, self.counts), (Some(a), Some(b)) if a != b);
            let alike = if item.matter == self.matter && !other {
                item.key.alike(key)
            } else {
                0
            };
            (alike > 0).then_some((alike, counted != Some(true), at))
        };
        self.said
            .items
            .iter()
            .enumerate()
            .filter_map(alike)
            .max()
            .map(|(_, _, at)| at)
    }

    pub(super) fn key(&self, name: &str) -> Key {
        Key::of(name, self.unit.as_deref())
    }

    fn year(&mut self, reading: &Reading<'_>, figure: &Figure) {
        let Ok(year) = u16::try_from(figure.value) else {
            return;
        };
        let before = reading.flat.text.get(..figure.range.start).unwrap_or("");
        let before = before.ends_with(['与', '比', '较', '同', '和']);
        if !before {
            self.dated = Some(year);
        }
        self.claim(
            reading,
            figure.range.clone(),
            figure.range.clone(),
            None,
            What::Year { year, before },
        );
    }

    /// The words right before a figure, from the last sign on. Brackets that are closed are passed over.
    pub(super) fn phrase<'a>(&self, text: &'a str, from: usize, to: usize) -> (&'a str, &'a str) {
        let words = text.get(from..to).unwrap_or("");
        let mut depth = 0usize;
        let mut start = 0;
        for (at, c) in words.char_indices().rev() {
            match c {
                ')' => depth += 1,
                '(' if depth > 0 => depth -= 1,
                '，' | ',' | ';' | '。' | ':' | '(' if depth == 0 => {
                    start = at + c.len_utf8();
                    break;
                }
                _ => {}
            }
        }
        let phrase = words.get(start..).unwrap_or("");
        (phrase, words.get(..start).unwrap_or(""))
    }
}
