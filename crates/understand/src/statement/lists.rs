//! Lists of parts: what opens them and what closes them.

use super::item::{Claim, Item, What};
use super::read::{List, Reader};
use super::words::lead_name;
use rust_decimal::Decimal;

/// 收入包括, 支出包括: which side the list is of.
fn side_of_lead(lead: &str) -> Option<&'static str> {
    let name = lead_name(lead);
    ["收入", "支出"].into_iter().find(|side| *side == name)
}

impl Reader {
    /// What follows is told item by item: parts of a total, but no parts of the last item of a list.
    pub(super) fn tell_item_by_item(&mut self) {
        let total = |item: &Item| {
            let sides = ["本年收入", "本年支出"];
            ["合计", "总计", "总额", "总数"]
                .iter()
                .any(|word| item.name.contains(word))
                || sides.iter().any(|side| item.name.ends_with(side))
                || (item.key.text() == "三公经费" && !item.actual.is_empty())
        };
        if self
            .item
            .and_then(|item| self.said.items.get(item))
            .is_some_and(total)
        {
            self.open_list("");
        } else if self.lists.is_empty() {
            self.item = None;
        }
    }

    /// 收入总计…，包括：甲…，乙…；支出总计…: a list whose parts are parted by commas ends at the semicolon.
    pub(super) fn close_inner(&mut self) {
        let Some(list) = self.lists.last().copied() else {
            return;
        };
        // 国内公务接待支出5万元，共接待8批次、90人次: only money is a part of money.
        let counted = |item: &Item| item.actual.first().is_some_and(|it| it.counted.is_some());
        let whole = self.said.items.get(list.whole).is_some_and(counted);
        let part = |item: &&Item| item.list == list.number && counted(item) == whole;
        let parts: Vec<&Item> = self.said.items.iter().filter(part).collect();
        let (count, sentence) = (parts.len(), self.sentence);
        // Of parts that stand in several sentences another one follows.
        let spread = parts.iter().any(|item| item.sentence != sentence);
        if !list.bracket && list.segment == self.segment && count >= 2 && !spread {
            self.lists.pop();
            self.item = Some(list.whole);
        }
        self.segment += 1;
    }

    /// “三公”经费…。其中：因公出国（境）费0万元。公务用车购置费2万元…: the list that goes on in the next sentence, which
    /// begins with another of the three.
    pub(super) fn goes_on_with_three(&self, rest: &str) -> Option<usize> {
        let list = self.lists.last().filter(|list| !list.bracket)?;
        let whole = self.said.items.get(list.whole)?;
        let begins = [
            ("出国", &["因公出国"][..]),
            ("车", &["公务用车", "公车"]),
            ("接待", &["公务接待"]),
        ];
        let (word, _) = begins
            .iter()
            .find(|(_, names)| names.iter().any(|name| rest.starts_with(name)))?;
        let mut parts = self
            .said
            .items
            .iter()
            .filter(|item| item.list == list.number)
            .peekable();
        parts.peek()?;
        let new = !parts.any(|item| item.key.text().contains(word));
        (whole.key.text() == "三公经费" && new).then_some(list.number)
    }

    pub(super) fn open_list(&mut self, lead: &str) {
        let Some(item) = self.whole_by(lead) else {
            if side_of_lead(lead).is_some() {
                self.lists.retain(|list| list.bracket);
            }
            return;
        };
        let item = self.full_before(lead, item).unwrap_or(item);
        // “三公”经费支出决算中，甲1万元，乙2万元，丙3万元。其中：…: all of them are told again, not what the last is made of.
        let one_of_several = |of: &Item| of.whole_name.is_some() && of.sentence != self.sentence;
        if lead == "其中" && self.said.items.get(item).is_some_and(one_of_several) {
            return;
        }
        let known = self.lists.last().is_some_and(|list| list.whole == item);
        let has = self.said.items.get(item).is_some_and(|item| {
            !item.actual.is_empty() || item.budget.is_some() || item.last.is_some()
        });
        if !known && has {
            self.open(item, false);
        }
        if lead.starts_with("其中") {
            self.compare_as_whole(item);
        }
    }

    /// …比预算减少5万元。其中，甲2万元，减少1万元: the changes of the parts are held against what that of the whole is.
    fn compare_as_whole(&mut self, whole: usize) {
        let before = self.sentence.checked_sub(1);
        let of_whole = |claim: &&Claim| claim.item == Some(whole) && !claim.aside;
        let told = self.said.claims.iter().filter(of_whole);
        let mut told = told.filter_map(|claim| match claim.what {
            What::Change { against, .. } | What::Growth { against, .. } => {
                Some((against, Some(claim.sentence) == before))
            }
            _ => None,
        });
        if let Some((against, true)) = told.next()
            && told.all(|(other, beside)| other == against && beside)
        {
            self.against = against;
        }
    }

    /// What a list is a list of: the item at hand. Where that is one of a line before, what the words that lead up to
    /// the list name, if they do; and no part of another list.
    fn whole_by(&self, lead: &str) -> Option<usize> {
        let item = self.item?;
        if let Some(side) = side_of_lead(lead) {
            return self.whole_of_side(side, item);
        }
        if item >= self.first {
            return Some(item);
        }
        let name = lead_name(lead);
        if !self.key(name).is_empty() {
            let found = self.find(name)?;
            let of = self.said.items.get(found)?;
            return (of.key.alike(&self.key(name)) >= 2).then_some(found);
        }
        (self.said.items.get(item)?.list == 0).then_some(item)
    }

    /// 收支总预算5万元。收入包括：…；支出包括：…: the whole of both sides, or the total of this one.
    fn whole_of_side(&self, side: &str, item: usize) -> Option<usize> {
        let of = self.said.items.get(item)?;
        let both = |of: &Item| of.key.text().contains("收支");
        let whole = of.whole.and_then(|whole| self.said.items.get(whole));
        let total = of.name.contains(['总', '合']) || of.name.contains("本年");
        match () {
            () if both(of) => Some(item),
            () if whole.is_some_and(both) => of.whole,
            () if of.key.text().contains(side) && total => Some(item),
            () => None,
        }
    }

    /// 合计5万元，包括甲4万元，乙1万元。其中：…: behind a list that has all of its whole another is of that once more.
    fn full_before(&self, lead: &str, item: usize) -> Option<usize> {
        let of = self.said.items.get(item)?;
        if lead != "其中" || of.list == 0 || of.sentence == self.sentence {
            return None;
        }
        let amount = |item: &Item| item.actual.first().map(|it| (it.counted, it.printed.value));
        let (counted, whole) = amount(self.said.items.get(of.whole?)?)?;
        let parts = self.said.items.iter().filter(|part| part.list == of.list);
        let parts: Option<Vec<_>> = parts.map(amount).collect();
        let parts = parts.filter(|parts| parts.len() >= 2)?;
        let sum: Decimal = parts.iter().map(|(_, value)| *value).sum();
        let full = sum == whole && parts.iter().all(|part| part.0 == counted);
        full.then_some(of.whole).flatten()
    }

    pub(super) fn open(&mut self, whole: usize, bracket: bool) {
        self.opened += 1;
        self.lists.push(List {
            whole,
            bracket,
            number: self.opened,
            style: self.style,
            line: self.lines,
            members: None,
            segment: self.segment,
        });
    }
}
