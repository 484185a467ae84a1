//! Reads a document line by line: which figure is said of which item.

use super::item::{Amount, Claim, Item, Said, What};
use super::names::{Key, without_number};
use super::roles::{self, Against, Role};
use crate::figures::{Figure, Of, figures};
use crate::flat::Flat;
use crate::{DisclosureKind, Document, Line, Spot};
use juesuan_figure::interval::Printed;
use rust_decimal::Decimal;
use std::cmp::Ordering;
use std::ops::Range;

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
struct Reader {
    said: Said,
    unit: Option<String>,
    year: Option<u16>,
    /// The disclosure is a budget.
    plans: bool,
    /// And this line is of one.
    budget: bool,
    section: usize,
    matter: usize,
    sentence: usize,
    /// The item at hand.
    item: Option<usize>,
    /// Lists that are open, the innermost last: the whole, and whether a bracket opened it.
    lists: Vec<List>,
    /// How many lists were opened.
    opened: usize,
    /// The name of a whole that the sentence begins with: X支出决算中，….
    among: Option<String>,
    /// What changes of the sentence are held against.
    against: Against,
    /// The last change that was read in the sentence.
    change: Option<usize>,
    /// Within words that give a reason or a purpose.
    aside: bool,
    /// The list goes on in the next line.
    goes_on: bool,
    /// What the line is about: 1、社会保障和就业支出（类）…（项）。
    title: String,
    /// The first item of the line.
    first: usize,
    /// 完成年初预算5万元的: what the next rate is.
    leading: Option<Role>,
    /// The figure before is what the item came to last year.
    after_last_year: bool,
    /// How many figures stand side by side, from the one at hand on.
    side_by_side: usize,
    /// Items that were named together: A、B和C分别为….
    row: Vec<usize>,
    /// How many figures of one role have stood side by side, and which role that was.
    beside: usize,
    role: Option<Role>,
    /// The words before the first of them say that they are of several: 分别.
    each: bool,
}

/// A list that is open: 其中, 包括.
#[derive(Debug, Clone, Copy, PartialEq)]
struct List {
    whole: usize,
    /// A bracket opened it, and closes it.
    bracket: bool,
    number: usize,
}

/// A line while it is read.
struct Reading<'a> {
    line: &'a Line,
    flat: &'a Flat,
}

impl Reader {
    fn section(&mut self, section: usize, matter: usize) {
        if matter != self.matter {
            self.item = None;
            self.lists.clear();
        }
        (self.section, self.matter) = (section, matter);
        self.among = None;
        self.goes_on |= !self.lists.is_empty();
    }

    fn line(&mut self, line: &Line) {
        let flat = Flat::of(&line.text);
        let numbered = without_number(&flat.text).len() < flat.text.len();
        if !self.goes_on && !numbered {
            self.lists.clear();
        }
        self.goes_on = false;
        self.begin_sentence();
        let reading = Reading { line, flat: &flat };
        self.title = title(&flat.text);
        let accounted = ["决算", "完成预算", "完成年初", "执行"];
        self.budget = self.plans && !accounted.iter().any(|word| flat.text.contains(word));
        self.first = self.said.items.len();
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
        self.aside = false;
        self.against = Against::LastYear;
        self.change = None;
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
        let mut start = 0;
        for (at, c) in words.char_indices() {
            let clause = words.get(start..at).unwrap_or("");
            match c {
                '。' | '！' | '？' => {
                    self.clause(reading, clause, range.start + start);
                    let rest = text.get(range.start + at + c.len_utf8()..).unwrap_or("");
                    if !rest.is_empty() && without_number(rest).len() == rest.len() {
                        self.lists.clear();
                    } else {
                        self.lists.retain(|list| !list.bracket);
                    }
                    self.begin_sentence();
                }
                ';' => {
                    self.clause(reading, clause, range.start + start);
                    self.aside = false;
                    self.change = None;
                }
                '，' | ',' | ':' => self.clause(reading, clause, range.start + start),
                '(' => {
                    self.clause(reading, clause, range.start + start);
                    let closed = words.get(at..).is_some_and(|rest| rest.contains(')'));
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
        if ["具体情况如下", "具体如下", "情况如下"]
            .iter()
            .any(|word| clause.ends_with(word))
        {
            // What follows is told item by item, and is no list of parts of the last one.
            self.lists.clear();
            self.item = None;
            return;
        }
        let list = [
            "其中",
            "包括",
            "以下方面",
            "下列方面",
            "以下几方面",
            "分别是",
            "构成情况",
        ];
        if list.iter().any(|word| clause.contains(word))
            && !clause.contains("原因")
            && !clause.starts_with("主要包括")
        {
            self.open_list();
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
        if aside.iter().any(|word| clause.contains(word))
            && !opens.iter().any(|word| clause.contains(word))
        {
            self.aside = true;
        }
        let compares = ["比", "较", "与"].iter().any(|word| clause.contains(word));
        if compares && clause.contains("预算") && !clause.contains("上年") && !clause.contains("占")
        {
            self.against = Against::Budget;
        } else if compares && (clause.contains("上年") || clause.contains('年')) {
            self.against = Against::LastYear;
        }
        if let Some(name) = clause
            .strip_suffix('中')
            .filter(|name| name.chars().count() >= 4)
        {
            self.among = Some(name.to_owned());
        }
        if let Some(order) = comparison(clause) {
            let name = clause.split("决算").next().unwrap_or("");
            let item = self.find(name).or(self.item);
            let range = start..start + clause.len();
            self.claim(reading, range.clone(), range, item, What::Comparison(order));
        }
    }

    fn open_list(&mut self) {
        let Some(item) = self.item else { return };
        let known = self
            .lists
            .last()
            .is_some_and(|list| list.whole == item && !list.bracket);
        let has = self
            .said
            .items
            .get(item)
            .is_some_and(|item| !item.actual.is_empty());
        if !known && has {
            self.open(item, false);
        }
    }

    fn open(&mut self, whole: usize, bracket: bool) {
        self.opened += 1;
        self.lists.push(List {
            whole,
            bracket,
            number: self.opened,
        });
    }

    /// The item of this name that was met last in this matter, the likest first.
    fn find(&self, name: &str) -> Option<usize> {
        let key = self.key(name);
        let alike = |(at, item): (usize, &Item)| {
            let alike = if item.matter == self.matter {
                item.key.alike(&key)
            } else {
                0
            };
            (alike > 0).then_some((alike, at))
        };
        self.said
            .items
            .iter()
            .enumerate()
            .filter_map(alike)
            .max()
            .map(|(_, at)| at)
    }

    fn key(&self, name: &str) -> Key {
        Key::of(name, self.unit.as_deref())
    }

    fn year(&mut self, reading: &Reading<'_>, figure: &Figure) {
        let Ok(year) = u16::try_from(figure.value) else {
            return;
        };
        let before = reading.flat.text.get(..figure.range.start).unwrap_or("");
        let before = before.ends_with(['与', '比', '较', '同', '和']);
        self.claim(
            reading,
            figure.range.clone(),
            figure.range.clone(),
            None,
            What::Year { year, before },
        );
    }

    /// The words right before a figure, from the last sign on. Brackets that are closed are passed over.
    fn phrase<'a>(&self, text: &'a str, from: usize, to: usize) -> (&'a str, &'a str) {
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

    fn figure(&mut self, reading: &Reading<'_>, figure: &Figure, from: usize) {
        let text = &reading.flat.text;
        let (phrase, before) = self.phrase(text, from, figure.range.start);
        let phrase = phrase.trim_start_matches(['、', '和', '及', ' ']);
        if figure.bound {
            return;
        }
        let listed = from > 0
            && matches!(
                text.get(from..figure.range.start),
                Some("、" | "和" | "及" | "与" | "," | "，")
            );
        let bare_rate = figure.of == Of::Nothing
            && self.change.is_some()
            && rate_without_sign(text, figure, phrase);
        let role = match (&figure.of, self.role.take().filter(|_| listed)) {
            (Of::Percent | Of::Money { .. } | Of::Count(_), Some(role)) => {
                self.beside += 1;
                Some(role)
            }
            (Of::Percent, None) if phrase == "的" && self.leading.is_some() => self.leading.take(),
            (Of::Percent, None) => Some(roles::of_percent(phrase)),
            (Of::Money { .. }, None) if phrase.is_empty() && self.after_last_year => {
                change_without_verb(text.get(figure.range.end..).unwrap_or(""))
            }
            (Of::Money { .. } | Of::Count(_), None) => Some(roles::of_amount(
                phrase,
                self.budget,
                self.year.map(|year| year - 1),
            )),
            _ if bare_rate => Some(roles::of_percent(phrase)),
            _ => None,
        };
        self.leading = leading(figure, phrase, text);
        if !listed {
            self.beside = 0;
            self.each = phrase.contains("分别") || phrase.contains("依次");
        }
        self.role.clone_from(&role);
        self.after_last_year = matches!(role, Some(Role::LastYear(_)));
        match role {
            Some(role) => self.role(reading, figure, (phrase, before), role, bare_rate),
            None => {
                // A bare number is no figure of anything.
                let what = match figure.of {
                    Of::Score => What::Score,
                    Of::Nothing => return,
                    _ => What::Other,
                };
                self.claim(
                    reading,
                    figure.range.clone(),
                    figure.range.clone(),
                    None,
                    what,
                );
            }
        }
    }

    fn role(
        &mut self,
        reading: &Reading<'_>,
        figure: &Figure,
        words: (&str, &str),
        role: Role,
        bare: bool,
    ) {
        let (phrase, before) = words;
        let Some(printed) = printed(figure) else {
            return;
        };
        let range = figure.range.clone();
        let quote = range.start.saturating_sub(phrase.len())..range.end;
        let amount = Amount {
            spot: spot(reading, &range),
            printed,
            counted: if let Of::Count(counted) = figure.of {
                Some(counted)
            } else {
                None
            },
        };
        let (item, what) = match role {
            Role::Actual(_) if self.aside => (None, What::Other),
            Role::Actual(name) => (self.actual(&name, before, amount), What::Actual),
            Role::ItsActual => (self.its_actual(amount, before), What::Actual),
            Role::Budget(name) => (self.budgeted(&name, amount), What::Budget),
            Role::LastYear(name) => (self.last_year(&name, amount), What::LastYear),
            Role::Change { direction, subject } => {
                let item = self.subject(&subject);
                (
                    item,
                    What::Change {
                        direction,
                        against: self.against,
                        amount,
                    },
                )
            }
            Role::Growth { direction, subject } => {
                let change = self.change;
                let its = change.and_then(|change| self.said.claims.get(change)?.item);
                let item = if subject.is_empty() || its.is_some() {
                    its.or_else(|| self.subject(&subject))
                } else {
                    self.subject(&subject)
                };
                (
                    item,
                    What::Growth {
                        direction,
                        against: self.against,
                        rate: printed,
                        change,
                    },
                )
            }
            Role::Share { base } => (
                self.in_row(),
                What::Share {
                    base,
                    rate: printed,
                },
            ),
            Role::Completion { base } => (
                self.in_row(),
                What::Completion {
                    base,
                    rate: printed,
                },
            ),
            Role::Other => (None, What::Other),
        };
        let changes = matches!(what, What::Change { .. });
        self.claim(reading, range, quote, item, what);
        if changes {
            self.change = self.said.claims.len().checked_sub(1);
        }
        if bare && let Some(claim) = self.said.claims.last_mut() {
            claim.sign_missing = true;
        }
    }

    /// The item that a figure of a row belongs to: the third share to the third item.
    fn in_row(&mut self) -> Option<usize> {
        if self.beside == 0 && self.side_by_side > 1 && self.row.len() != self.side_by_side {
            // 甲1万元、乙2万元，分别占…: the last items of the line.
            let count = self.said.items.len();
            if count - self.first >= self.side_by_side {
                self.row = (count - self.side_by_side..count).collect();
            }
        }
        let several = self.side_by_side > 1 || self.beside > 0;
        if several && self.row.len() > 1 && self.beside < self.row.len() {
            return self.row.get(self.beside).copied();
        }
        self.item
    }

    /// The item that a change is about.
    fn subject(&mut self, subject: &str) -> Option<usize> {
        let key = self.key(subject);
        let plain = [
            "",
            "各",
            "总计",
            "决算",
            "支出",
            "收入",
            "决算数",
            "支出决算",
            "均",
            "总体",
            "同比",
        ];
        if plain.contains(&key.text()) {
            return if self.aside { None } else { self.in_row() };
        }
        Some(self.find(subject).unwrap_or_else(|| self.to_come(subject)))
    }

    /// An item that is named before its amount is: the item at hand may stand in for it.
    fn to_come(&mut self, name: &str) -> usize {
        let instead = self.item.filter(|_| !self.aside);
        let key = self.key(name);
        self.said.items.push(Item {
            section: self.section,
            matter: self.matter,
            name: name.to_owned(),
            key,
            instead,
            ..Item::default()
        });
        self.said.items.len() - 1
    }

    fn add(&mut self, name: &str) -> usize {
        let list = self.lists.last().copied();
        self.said.items.push(Item {
            section: self.section,
            matter: self.matter,
            name: name
                .trim_matches(|c: char| "，,、;:".contains(c))
                .to_owned(),
            key: self.key(name),
            whole: list.map(|list| list.whole),
            list: list.map_or(0, |list| list.number),
            whole_name: self.among.clone(),
            ..Item::default()
        });
        let item = self.said.items.len() - 1;
        self.item = Some(item);
        item
    }

    fn actual(&mut self, name: &str, before: &str, amount: Amount) -> Option<usize> {
        if self.beside > 0 {
            return self.of_row(amount);
        }
        let title = self.title.clone();
        let own = if self.key(name).is_empty() {
            self.named_before(before, &title)
        } else {
            name
        };
        // 甲、乙和丙分别为: the first figure of a row.
        let names = row_of_names(own);
        if names.len() > 1 && self.each {
            self.row = names.iter().map(|name| self.add(name)).collect();
            self.item = self.row.first().copied();
        } else {
            self.row.clear();
            let item = self.add(own);
            self.row.push(item);
        }
        self.put(self.item?, amount)
    }

    /// The name of an amount that has none right before it: from the clause before, or the title of the line.
    fn named_before<'a>(&self, before: &'a str, title: &'a str) -> &'a str {
        let clause = roles::trimmed(last_clause(before));
        if title.is_empty() || !self.key(clause).is_empty() {
            clause
        } else {
            title
        }
    }

    fn of_row(&mut self, amount: Amount) -> Option<usize> {
        let item = match self.row.get(self.beside) {
            Some(item) => *item,
            None => {
                let name = self
                    .item
                    .and_then(|item| Some(self.said.items.get(item)?.name.clone()));
                let item = self.add(&name.unwrap_or_default());
                self.row.push(item);
                item
            }
        };
        self.item = Some(item);
        self.put(item, amount)
    }

    fn put(&mut self, item: usize, amount: Amount) -> Option<usize> {
        self.said.items.get_mut(item)?.actual.push(amount);
        Some(item)
    }

    /// Whether the item at hand was met in this line, or goes on from the line before.
    fn at_hand(&self) -> Option<usize> {
        self.item
            .filter(|item| *item >= self.first || self.title.is_empty())
    }

    fn its_actual(&mut self, amount: Amount, before: &str) -> Option<usize> {
        let title = self.title.clone();
        let item = match self.at_hand() {
            Some(item) => item,
            None => self.add(self.named_before(before, &title).to_owned().as_str()),
        };
        self.put(item, amount)
    }

    fn budgeted(&mut self, name: &str, amount: Amount) -> Option<usize> {
        let key = self.key(name);
        let free = |item: &usize| {
            self.said
                .items
                .get(*item)
                .is_some_and(|item| item.budget.is_none())
        };
        let item = match self.at_hand().filter(|item| key.is_empty() && free(item)) {
            Some(item) => item,
            None if key.is_empty() && !self.title.is_empty() => self.add(&self.title.clone()),
            None => self.add(name),
        };
        self.said.items.get_mut(item)?.budget = Some(amount);
        Some(item)
    }

    fn last_year(&mut self, name: &str, amount: Amount) -> Option<usize> {
        let key = self.key(name);
        let item = if key.is_empty() {
            self.item
        } else {
            self.find(name).or(self.item)
        }?;
        self.said.items.get_mut(item)?.last = Some(amount);
        Some(item)
    }

    fn claim(
        &mut self,
        reading: &Reading<'_>,
        range: Range<usize>,
        quote: Range<usize>,
        item: Option<usize>,
        what: What,
    ) {
        let words = |range: &Range<usize>| {
            reading
                .flat
                .text
                .get(range.clone())
                .unwrap_or("")
                .to_owned()
        };
        self.said.claims.push(Claim {
            spot: spot(reading, &range),
            quote: words(&quote),
            claimed: words(&range),
            item,
            what,
            sentence: self.sentence,
            sign_missing: false,
            aside: self.aside,
        });
    }
}

fn spot(reading: &Reading<'_>, range: &Range<usize>) -> Spot {
    Spot::text(reading.line.block, reading.flat.origin(range.clone()))
}

/// A figure in 万元, in percent, or in what is counted.
fn printed(figure: &Figure) -> Option<Printed> {
    let printed = Printed::new(figure.value);
    match figure.of {
        Of::Money { power, .. } if power < 0 => {
            printed.times(Decimal::new(1, power.unsigned_abs()))
        }
        Of::Money { power, .. } if power > 0 => {
            printed.times(Decimal::from(10u32.pow(power.unsigned_abs())))
        }
        _ => Some(printed),
    }
}

/// What a line is about: its first words, where they name a subject and no figure.
fn title(text: &str) -> String {
    let first = text.split(['。', '，', ':', ';']).next().unwrap_or("");
    let subject = ["(类)", "(款)", "(项)"]
        .iter()
        .any(|mark| first.contains(mark));
    if subject && figures(first).is_empty() {
        first.to_owned()
    } else {
        String::new()
    }
}

/// How many figures of one kind stand side by side, with nothing but 、 or 和 between them.
fn side_by_side(text: &str, figures: &[Figure]) -> usize {
    let mut count = 1;
    for pair in figures.windows(2) {
        let [left, right] = pair else { break };
        let between = text.get(left.range.end..right.range.start);
        if !matches!(between, Some("、" | "和" | "及" | "与" | "," | "，")) {
            break;
        }
        count += 1;
    }
    count
}

/// 完成年初预算5万元的60%, 占支出合计5万元的60%: what the rate behind the amount is.
fn leading(figure: &Figure, phrase: &str, text: &str) -> Option<Role> {
    let money = matches!(figure.of, Of::Money { .. });
    if !money || !text.get(figure.range.end..)?.starts_with('的') {
        return None;
    }
    match roles::of_percent(phrase) {
        role @ (Role::Share { .. } | Role::Completion { .. }) => Some(role),
        _ => None,
    }
}

/// 较2019年80万元20万元，增长25%: the verb of the change is lost, that of its rate says which it was.
fn change_without_verb(after: &str) -> Option<Role> {
    let clause = after
        .trim_start_matches(['，', ','])
        .split(|c: char| c.is_ascii_digit())
        .next()?;
    let (direction, _) = roles::verb(clause)?;
    Some(Role::Change {
        direction,
        subject: String::new(),
    })
}

/// 增长13.95。: the figure behind a change that has no sign.
fn rate_without_sign(text: &str, figure: &Figure, phrase: &str) -> bool {
    let after = text.get(figure.range.end..).unwrap_or("");
    let ends = after.is_empty() || after.starts_with(['。', '，', ',', ';', ')']);
    ends && figure.value.scale() > 0 && roles::verb(phrase).is_some()
}

fn last_clause(words: &str) -> &str {
    let words = words.trim_end_matches(|c: char| "，,;:。(".contains(c));
    words
        .rsplit(['，', ',', ';', ':', '。', '('])
        .next()
        .unwrap_or("")
}

/// 甲、乙和丙: the names of a row; one name where they are none.
fn row_of_names(name: &str) -> Vec<&str> {
    name.split(['、', '和', '及'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect()
}

/// 决算数小于预算数: actual against budget.
fn comparison(clause: &str) -> Option<Ordering> {
    let at = clause.find("预算")?;
    let actual = ["决算", "支出", "执行"]
        .iter()
        .any(|word| clause.contains(word));
    let words: [(&str, Ordering); 13] = [
        ("大于", Ordering::Greater),
        ("高于", Ordering::Greater),
        ("多于", Ordering::Greater),
        ("超过", Ordering::Greater),
        ("小于", Ordering::Less),
        ("低于", Ordering::Less),
        ("少于", Ordering::Less),
        ("等于", Ordering::Equal),
        ("基本持平", Ordering::Equal),
        ("持平", Ordering::Equal),
        ("一致", Ordering::Equal),
        ("相等", Ordering::Equal),
        ("相同", Ordering::Equal),
    ];
    if !actual || clause.contains("基本") || clause.contains("上年") || clause.contains('占') {
        return None;
    }
    let (place, order) = words
        .iter()
        .find_map(|(word, order)| Some((clause.find(word)?, *order)))?;
    let template = clause
        .get(..place)
        .is_some_and(|before| before.ends_with(['大', '小', ')', '(']));
    // Either 决算数大于预算数, or 决算数与预算数持平.
    let well = if order == Ordering::Equal {
        true
    } else {
        place < at
    };
    (well && !template).then_some(order)
}
