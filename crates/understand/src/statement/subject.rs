//! Which item a change is about.

use super::compared::{is_account, is_nameless};
use super::item::{Claim, What};
use super::names::Key;
use super::read::Reader;

impl Reader {
    /// The item that a change is about.
    pub(super) fn subject(&mut self, subject: &str) -> Option<usize> {
        let key = self.key(subject);
        if let Some(side) = self.side_named(&key) {
            return side;
        }
        if is_nameless(key.text()) || is_account(subject) {
            if self.aside {
                return None;
            }
            return self.compared_item().or_else(|| self.without_subject());
        }
        let found = self
            .find(subject)
            .unwrap_or_else(|| self.named_ahead(subject));
        let several = self.side_by_side > 1 || self.beside > 0;
        if several && self.row.contains(&found) {
            return self.row.get(self.beside).copied();
        }
        Some(found)
    }

    /// 与上年相比，今年收入增加5万元: what came in as a whole, where the item at hand is something else.
    fn side_named(&self, key: &Key) -> Option<Option<usize>> {
        let side = ["收入", "支出"]
            .into_iter()
            .find(|side| *side == key.text())?;
        let of = |item: usize| self.said.items.get(item);
        let hand = self.item.and_then(of);
        if hand.is_none_or(|hand| hand.key.text().contains(side)) {
            return None;
        }
        Some(
            self.find(side)
                .filter(|item| of(*item).is_some_and(|of| of.key.alike(key) >= 2)),
        )
    }

    /// The item of a change that names none. In a new sentence behind a list it is the whole, or else the last part.
    fn without_subject(&mut self) -> Option<usize> {
        // 接待费支出较预算增加5万元，增长10%；较上年减少3万元: nothing was named since.
        if let Some((item, items)) = self.changed
            && items == self.said.items.len()
            && self.side_by_side < 2
            && self.beside == 0
        {
            return Some(item);
        }
        let item = self.in_row()?;
        let of = self.said.items.get(item)?;
        let behind = of.sentence != self.sentence && item != self.first;
        // On a line of its own behind a list it is the whole's.
        let here = |claim: &Claim| claim.sentence == self.sentence && claim.item == Some(item);
        let of_before = item < self.first && !self.said.claims.iter().any(here);
        if let Some(whole) = of.whole.filter(|_| of_before && self.title.is_empty()) {
            self.other = Some(item);
            return Some(whole);
        }
        match of.whole.filter(|whole| *whole >= self.first) {
            Some(whole) if behind => {
                self.other = Some(item);
                Some(whole)
            }
            Some(whole) => {
                // 支出5万元，其中：甲3万元，乙2万元，同比增加1万元: it may be the whole's.
                self.other = Some(whole).filter(|whole| !self.is_changed(*whole));
                Some(item)
            }
            None => Some(item),
        }
    }

    /// Whether a change or a rate of growth is told of an item, or of a part of it.
    fn is_changed(&self, whole: usize) -> bool {
        let of_it = |claim: &Claim| {
            let item = claim.item.and_then(|item| self.said.items.get(item));
            let part = item.is_some_and(|item| item.whole == Some(whole));
            let changes = matches!(claim.what, What::Change { .. } | What::Growth { .. });
            changes && (claim.item == Some(whole) || part)
        };
        self.said.claims.iter().any(of_it)
    }
}
