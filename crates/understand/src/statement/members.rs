//! Items as they are met: which is new, which is one that was met before, and what list it is a part of.

use super::item::{Amount, Item};
use super::past::names_nothing;
use super::read::{List, Reader};
use super::roles;
use super::words::{last_clause, row_of_names};
use juesuan_figure::interval::Printed;
use rust_decimal::Decimal;

/// Whether these are the income and the spending of one kind.
fn side_of_both(first: &str, second: &str) -> bool {
    first.contains("收入") && second.contains("支出") && first.chars().count() >= 4
}

impl Reader {
    pub(super) fn add(&mut self, name: &str) -> usize {
        self.close_before_total(name);
        let list = self.membership();
        let total = if self.each && list.is_none() {
            self.total_before()
        } else {
            None
        };
        self.compares = None;
        let item = self.said.items.len();
        self.opener.get_or_insert(item);
        self.said.items.push(Item {
            section: self.section,
            matter: self.matter,
            name: name
                .trim_start_matches(|c: char| "，,、;:)。".contains(c))
                .trim_end_matches(|c: char| "，,、;:。".contains(c))
                .to_owned(),
            key: self.key(name),
            sentence: self.sentence,
            opener: self.opener,
            first: Some(self.first),
            dated: self.dated,
            whole: list.map(|list| list.whole).or(total),
            list: list.map_or(0, |list| list.number),
            whole_name: self.among.clone(),
            ..Item::default()
        });
        self.item = Some(item);
        item
    }

    /// The list that an item of this line is a part of. Where its first part stands on a line of its own, the others
    /// stand on lines that are numbered alike.
    pub(super) fn membership(&mut self) -> Option<List> {
        let (style, line) = (self.style, self.lines);
        self.close_full();
        let list = self.lists.last_mut()?;
        if list.line == line {
            return Some(*list);
        }
        if self.stopped {
            return None;
        }
        // Its parts stood in its own line: lines behind it are of something else.
        let items = &self.said.items;
        let parts = items.iter().filter(|item| item.list == list.number);
        if list.members.is_none() && parts.count() >= 2 {
            return None;
        }
        let members = *list.members.get_or_insert(style);
        (members == style).then_some(*list)
    }

    /// …，其中：甲3万元，乙2万元，收入合计9万元: a total is none of the parts of what is no total itself.
    fn close_before_total(&mut self, name: &str) {
        let totals = [
            "收入合计",
            "支出合计",
            "收入总",
            "支出总",
            "收入总计",
            "支出总计",
            "收入总量",
            "支出总量",
            "合计",
            "总计",
        ];
        if !totals.contains(&self.key(name).text()) || name.contains("本年") {
            return;
        }
        while let Some(list) = self.lists.last().filter(|list| !list.bracket) {
            let whole = self.said.items.get(list.whole);
            if whole.is_some_and(|whole| whole.name.contains(['总', '合'])) {
                break;
            }
            self.lists.pop();
        }
    }

    /// A list within a list ends where its parts come to its whole: 甲5万元，其中：乙3万元，丙2万元；丁4万元.
    fn close_full(&mut self) {
        let Some(list) = self.lists.last().filter(|list| !list.bracket) else {
            return;
        };
        let items = &self.said.items;
        let inner = items.get(list.whole).is_some_and(|whole| whole.list > 0);
        let amount = |item: &Item| item.actual.first().map(|it| (it.counted, it.printed.value));
        let parts = items.iter().filter(|item| item.list == list.number);
        let parts: Option<Vec<_>> = parts.map(amount).collect();
        let whole = items.get(list.whole).and_then(amount);
        let (Some((counted, whole)), Some(parts)) = (whole, parts) else {
            return;
        };
        let sum: Decimal = parts.iter().map(|(_, value)| *value).sum();
        let full = parts.len() >= 2 && sum == whole && parts.iter().all(|part| part.0 == counted);
        let of_lines = list.members.is_some() && list.line < self.lines;
        if (inner || of_lines) && full && !whole.is_zero() {
            self.lists.pop();
        }
    }

    /// Whether a line without a number is a further part of the list whose parts stand on such lines: a name, and
    /// right behind it an amount.
    pub(super) fn lists_a_part(&self, text: &str) -> bool {
        let own_lines = self
            .lists
            .last()
            .is_some_and(|list| list.members == Some(None));
        let name = text
            .split(|c: char| c.is_ascii_digit())
            .next()
            .unwrap_or("");
        let after = text.get(name.len()..).unwrap_or("");
        let behind = after.trim_start_matches(|c: char| c.is_ascii_digit() || ".,".contains(c));
        let money = ["万元", "元", "亿元"]
            .iter()
            .any(|unit| behind.starts_with(unit));
        own_lines
            && money
            && !name.contains(['，', ':', ';', '。'])
            && (3..=20).contains(&name.chars().count())
    }

    /// The total that the sentence begins with: 支出合计…，基本支出、项目支出分别为….
    pub(super) fn total_before(&self) -> Option<usize> {
        let total = |item: &Item| {
            let named = ["合计", "总计", "总额", "共计"]
                .iter()
                .any(|word| item.name.contains(word));
            named && item.sentence == self.sentence
        };
        let items = self.said.items.get(self.first..)?;
        items.iter().rposition(total).map(|at| at + self.first)
    }

    pub(super) fn actual(&mut self, name: &str, before: &str, amount: Amount) -> Option<usize> {
        if self.beside > 0 {
            return self.of_row(amount);
        }
        // 小学经费上年10万元，本年12万元: it is named already.
        if self.key(name).is_empty()
            && let Some(item) = self.item
            && let Some(of) = self.said.items.get(item)
            && of.sentence == self.sentence
            && of.last.is_some()
            && of.actual.is_empty()
        {
            return self.put(item, amount);
        }
        let title = self.title.clone();
        let plain = [
            "合计",
            "支出合计",
            "收入合计",
            "总计",
            "支出总计",
            "收入总计",
        ];
        let own = if self.key(name).is_empty() {
            self.named_before(before, &title).to_owned()
        } else if plain.contains(&name) && before.ends_with(':') {
            // 三公经费支出总体情况：支出合计….
            format!("{}{name}", last_clause(before))
        } else {
            name.to_owned()
        };
        let own = own.as_str();
        self.open_three(own);
        // 收入总计和支出总计均为5万元: one amount of two, told of the first.
        let own = match row_of_names(own).as_slice() {
            [first, second]
                if self.both && self.side_by_side == 1 && side_of_both(first, second) =>
            {
                *first
            }
            _ => own,
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

    /// “三公”经费5万元，因公出国（境）费0万元，…: its parts, without the word that says so.
    fn open_three(&mut self, name: &str) {
        let of_three = |item: &usize| {
            let of = self.said.items.get(*item);
            of.is_some_and(|of| {
                of.sentence == self.sentence && of.key.text() == "三公经费" && !of.actual.is_empty()
            })
        };
        if self.lists.is_empty()
            && name.contains("出国")
            && let Some(item) = self.item.filter(of_three)
        {
            self.open(item, false);
        }
    }

    /// The name of an amount that has none right before it: from the clause before, or the title of the line.
    pub(super) fn named_before<'a>(&self, before: &'a str, title: &'a str) -> &'a str {
        let clause = roles::trimmed(last_clause(before));
        if title.is_empty() || !self.key(clause).is_empty() {
            clause
        } else {
            title
        }
    }

    pub(super) fn of_row(&mut self, amount: Amount) -> Option<usize> {
        let item = match self.row.get(self.beside) {
            Some(item) => *item,
            None => {
                let name = self
                    .item
                    .and_then(|item| Some(self.said.items.get(item)?.name.clone()));
                let item = self.add(&name.unwrap_or_default());
                if let Some(item) = self.said.items.get_mut(item) {
                    item.second = true;
                }
                self.row.push(item);
                item
            }
        };
        self.item = Some(item);
        self.put(item, amount)
    }

    /// Parts of what was planned are planned as well, and parts of what last year had are last year's.
    pub(super) fn put(&mut self, item: usize, amount: Amount) -> Option<usize> {
        let whole = self.said.items.get(item)?.whole;
        let whole = whole
            .and_then(|whole| self.said.items.get(whole))
            .filter(|whole| whole.actual.is_empty());
        let planned = whole.is_some_and(|whole| whole.budget.is_some());
        let before = whole.is_some_and(|whole| whole.last.is_some());
        let of = self.said.items.get_mut(item)?;
        match () {
            () if planned && of.budget.is_none() => of.budget = Some(amount),
            () if before && !planned && of.last.is_none() => of.last = Some(amount),
            () => of.actual.push(amount),
        }
        Some(item)
    }

    /// Whether the item at hand was met in this line, or goes on from the line before.
    pub(super) fn at_hand(&self) -> Option<usize> {
        self.item
            .filter(|item| *item >= self.first || self.title.is_empty())
    }

    pub(super) fn its_actual(&mut self, amount: Amount, before: &str) -> Option<usize> {
        let title = self.title.clone();
        let item = match self.at_hand() {
            Some(item) => item,
            None => self.add(self.named_before(before, &title).to_owned().as_str()),
        };
        self.put(item, amount)
    }

    pub(super) fn budgeted(&mut self, name: &str, before: &str, amount: Amount) -> Option<usize> {
        let clause = last_clause(before);
        let named = ["支出", "收入", "经费", "费", "资金", "项目", ")"]
            .iter()
            .any(|end| clause.ends_with(end));
        // 其他支出，年初预算5万元: named in this line, while the item at hand is of one before.
        let of_own = named
            && self.item.is_some_and(|item| item < self.first)
            && self.key(name).is_empty()
            && (4..=40).contains(&self.key(clause).text().chars().count());
        let name = if of_own { clause } else { name };
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

    pub(super) fn last_year(&mut self, name: &str, amount: Amount) -> Option<usize> {
        let key = self.key(name);
        let item = if key.is_empty() {
            self.item?
        } else {
            // 上年支出5万元 is the item's; 上年度的年初结余5万元 is of something else.
            let of_line = self.item.filter(|item| *item >= self.first);
            let of_line = of_line.filter(|_| names_nothing(key.text()));
            self.find(name)
                .or(of_line)
                .unwrap_or_else(|| self.add(name))
        };
        self.said.items.get_mut(item)?.last = Some(amount);
        Some(item)
    }

    /// What a share is of a part of: what its words name before 占, or else the item at hand.
    pub(super) fn shared(&mut self, subject: &str, at_hand: Option<usize>) -> Option<usize> {
        let lead = [
            "分别", "依次", "其中", "合计", "各", "约", "共", "均", "其", "所", "总", "仅", "只",
            "又", "也", "则",
        ];
        let subject = lead
            .iter()
            .fold(subject, |name, word| name.trim_end_matches(word));
        if let Some(first) = self.shared_in_a_row(subject) {
            return Some(first);
        }
        if let Some(together) = self.several_together(subject) {
            return Some(together);
        }
        let key = self.key(subject);
        if key.text().chars().count() < 2 {
            return at_hand;
        }
        let alike = |item: usize| {
            let of = self.said.items.get(item);
            of.map_or(0, |of| of.key.alike(&key))
        };
        let short = |item: usize| {
            let of = self.said.items.get(item);
            of.is_some_and(|of| of.key.text().ends_with(key.text()))
        };
        if let Some(item) = at_hand.filter(|item| alike(*item) >= 2 || short(*item)) {
            return Some(item);
        }
        if let Some(item) = self.find(subject).filter(|item| alike(*item) >= 2) {
            return Some(item);
        }
        Some(self.named_apart(subject))
    }

    /// 两项合计占…: what the last two items of the line come to.
    fn several_together(&mut self, subject: &str) -> Option<usize> {
        let numbers = [("两", 2), ("二", 2), ("三", 3), ("四", 4), ("五", 5)];
        let words = [
            "以上", "上述", "这", "合计", "共计", "总计", "之和", "项", "者", "类",
        ];
        let number = words
            .iter()
            .fold(subject.to_owned(), |left, word| left.replace(word, ""));
        let (_, count) = numbers.iter().find(|(word, _)| *word == number)?;
        let of_line = self.said.items.get(self.first..)?.iter();
        let amounts: Vec<&Amount> = of_line.filter_map(|item| item.actual.first()).collect();
        let last = amounts.get(amounts.len().checked_sub(*count)?..)?;
        let zero = Printed::exact(Decimal::ZERO);
        let money = last.iter().all(|amount| amount.counted.is_none());
        let sum = last.iter().try_fold(zero, |sum, it| sum.plus(it.printed))?;
        let amount = Amount {
            printed: sum,
            ..(**last.last().filter(|_| money)?).clone()
        };
        let item = self.named_apart(subject);
        self.said.items.get_mut(item)?.actual.push(amount);
        Some(item)
    }

    /// 甲、乙和丙分别占…的5%、3%和2%: the first of as many names as there are shares; those that have no amount are
    /// items of their own, and not the ones before.
    fn shared_in_a_row(&mut self, subject: &str) -> Option<usize> {
        if self.beside > 0 || self.side_by_side < 2 {
            return None;
        }
        let of_commas = || subject.split('、').collect::<Vec<_>>();
        let names = [row_of_names(subject), of_commas()]
            .into_iter()
            .find(|names| names.len() == self.side_by_side)?;
        let mut row = Vec::with_capacity(names.len());
        for name in names {
            let key = self.key(name);
            let alike = |item: &usize| {
                let of = self.said.items.get(*item);
                of.is_some_and(|of| of.key.alike(&key) >= 2)
            };
            let item = match self.find(name).filter(alike) {
                Some(item) => item,
                None => self.named_apart(name),
            };
            row.push(item);
        }
        self.row = row;
        self.row.first().copied()
    }

    /// An item that is named without an amount, and for which no other stands in.
    fn named_apart(&mut self, name: &str) -> usize {
        let item = self.named_ahead(name);
        if let Some(of) = self.said.items.get_mut(item) {
            of.instead = None;
        }
        item
    }

    /// An item that is named before its amount is: the item at hand may stand in for it.
    pub(super) fn named_ahead(&mut self, name: &str) -> usize {
        let instead = self.item.filter(|_| !self.aside);
        let key = self.key(name);
        self.said.items.push(Item {
            section: self.section,
            matter: self.matter,
            name: name.to_owned(),
            key,
            instead,
            counts: self.counts,
            ..Item::default()
        });
        self.said.items.len() - 1
    }
}
