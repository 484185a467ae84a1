//! What changes are held against, and what the words of a comparison say is compared.

use super::names::{Key, without_number, without_years};
use super::past::is_base;
use super::read::{Compared, Reader};
use super::roles::Against;

/// Words that say that a comparison is of one scope in both years.
const ONE_SCOPE: [&str; 4] = ["按同口径", "同口径", "按可比口径", "可比口径"];

/// Words that name nothing of their own where something is compared.
const NAMELESS: [&str; 13] = [
    "",
    "各",
    "总计",
    "支出",
    "收入",
    "均",
    "总体",
    "同比",
    "费用支出",
    "费用",
    "该项支出",
    "该项费用",
    "该项经费",
];

/// Words for what something came to, whatever it is.
const ACCOUNTS: [&str; 4] = ["决算", "决算数", "支出决算", "支出决算数"];

/// 2022年度决算数: the words say only that it is what something came to.
pub(super) fn is_account(words: &str) -> bool {
    ACCOUNTS.contains(&without_years(words).as_str())
}

/// Whether words name nothing of their own, as what is compared or has changed: it is the item at hand.
pub(super) fn is_nameless(words: &str) -> bool {
    NAMELESS.contains(&words) || ONE_SCOPE.contains(&words)
}

impl Reader {
    /// What the changes of the sentence are held against. Whether the clause names last year.
    pub(super) fn compare(&mut self, clause: &str) -> bool {
        let compares = ["比", "较", "与"].iter().any(|word| clause.contains(word));
        let before = self.year.and_then(|year| year.checked_sub(1));
        let last = ["上年", "去年", "上一年"]
            .iter()
            .any(|word| clause.contains(word))
            || before.is_some_and(|before| {
                clause.contains(&format!("{before}年"))
                    && !clause.contains(&format!("{before}年初"))
            });
        if compares && last {
            self.against = Against::LastYear;
        } else if compares && clause.contains("预算") && !clause.contains('占') && !self.budget {
            self.against = Against::Budget;
        } else if compares && clause.contains('年') && !clause.contains("年初") {
            self.against = Against::LastYear;
        }
        compares && last
    }

    /// Keeps the name of what a clause compares, for changes that name nothing themselves.
    pub(super) fn names_what_it_compares(&mut self, clause: &str) {
        if self.aside {
            return;
        }
        let Some(name) = compared_name(clause) else {
            return;
        };
        let key = self.key(name);
        let totals = ["合计", "年初", "支出总", "收入总"];
        if !(is_nameless(key.text()) || totals.contains(&key.text()) || is_account(name)) {
            self.compares = Some(Compared {
                name: name.to_owned(),
                item: None,
            });
        }
    }

    /// The item that the last comparison of the sentence names.
    pub(super) fn compared_item(&mut self) -> Option<usize> {
        let compared = self.compares.clone()?;
        let item = match compared.item {
            Some(item) => item,
            None => self
                .find(&compared.name)
                .unwrap_or_else(|| self.named_ahead(&compared.name)),
        };
        self.compares = Some(Compared {
            item: Some(item),
            ..compared
        });
        Some(item)
    }
}

/// The words of a clause before those that it is compared with.
fn compared_name(clause: &str) -> Option<&str> {
    let compares = |(at, c): &(usize, char)| {
        "与比较同和".contains(*c) && clause.get(at + c.len_utf8()..).is_some_and(is_base)
    };
    let (at, _) = clause.char_indices().find(compares)?;
    let name = without_number(clause.get(..at)?);
    let name = ONE_SCOPE
        .iter()
        .find_map(|word| name.strip_suffix(word))
        .unwrap_or(name);
    let of_own = !Key::of(name, None).is_empty() && name.chars().count() <= 40;
    // What has an amount is an item already.
    (of_own && !name.contains("元")).then_some(name)
}
