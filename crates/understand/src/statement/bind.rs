//! Binds each figure to its item.

use super::item::{Amount, Claim, Item, What};
use super::read::{List, Reader, Reading};
use super::roles::{self, Role};
use super::words::{change_without_verb, last_clause, leading, rate_without_sign, row_of_names};
use crate::Spot;
use crate::figures::{Figure, Of};
use juesuan_figure::interval::Printed;
use rust_decimal::Decimal;
use std::ops::Range;

impl Reader {
    pub(super) fn figure(&mut self, reading: &Reading<'_>, figure: &Figure, from: usize) {
        let text = &reading.flat.text;
        let (phrase, before) = self.phrase(text, from, figure.range.start);
        let phrase = phrase.trim_start_matches(['、', '和', '及', ' ']);
        // 占,23.77%: a comma too many.
        let phrase = if phrase.is_empty() && before.trim_end_matches([',', '，']).ends_with('占')
        {
            "占"
        } else {
            phrase
        };
        if figure.bound {
            return;
        }
        let listed = from > 0
            && matches!(
                text.get(from..figure.range.start),
                Some("、" | "和" | "及" | "与" | "," | "，")
            );
        let changes = !self.changes.is_empty();
        let bare_rate =
            figure.of == Of::Nothing && rate_without_sign(text, figure, phrase, changes);
        let role = match (&figure.of, self.role.take().filter(|_| listed)) {
            (Of::Percent | Of::Times | Of::Money { .. } | Of::Count(_), Some(role)) => {
                self.beside += 1;
                Some(role)
            }
            (Of::Percent, None) if phrase == "的" && self.leading.is_some() => self.leading.take(),
            (Of::Percent, None)
                if roles::is_last_year(phrase)
                    || (phrase.is_empty()
                        && before.ends_with('(')
                        && roles::is_last_year(last_clause(before))) =>
            {
                self.last_rate(reading, figure);
                return;
            }
            (Of::Points, _) => {
                self.points(reading, figure, phrase);
                return;
            }
            (Of::Percent | Of::Times, None) => Some(roles::of_percent(phrase)),
            (Of::Money { .. }, None) if phrase.is_empty() && self.after_last_year => {
                change_without_verb(text.get(figure.range.end..).unwrap_or(""))
            }
            (Of::Money { .. }, None) if self.year_before(phrase) => {
                Some(Role::LastYear(String::new()))
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

    /// 比上年的96.39%: what a share was last year.
    fn last_rate(&mut self, reading: &Reading<'_>, figure: &Figure) {
        let range = figure.range.clone();
        let rate = Printed::new(figure.value);
        self.claim(
            reading,
            range.clone(),
            range,
            self.item,
            What::LastRate(rate),
        );
        self.shares.1 = self.said.claims.len().checked_sub(1);
    }

    /// 提高1.1个百分点.
    fn points(&mut self, reading: &Reading<'_>, figure: &Figure, phrase: &str) {
        let range = figure.range.clone();
        let (now, last) = self.shares;
        let what = match roles::verb(phrase) {
            Some((direction, _)) => What::Points {
                direction,
                points: Printed::new(figure.value),
                now,
                last,
            },
            None => What::Other,
        };
        self.claim(reading, range.clone(), range, self.item, what);
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
            Role::Actual(_) | Role::Budget(_) | Role::LastYear(_) if self.aside => {
                (None, What::Other)
            }
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
                let change = self
                    .changes
                    .get(self.beside)
                    .or(self.changes.last())
                    .copied();
                let its = change.and_then(|change| self.said.claims.get(change)?.item);
                self.other = change.and_then(|change| self.said.claims.get(change)?.other);
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
        let share = matches!(what, What::Share { .. });
        self.claim(reading, range, quote, item, what);
        if changes {
            if self.beside == 0 {
                self.changes.clear();
            }
            self.changes.extend(self.said.claims.len().checked_sub(1));
        }
        if share {
            self.shares = (self.said.claims.len().checked_sub(1), None);
        }
        if bare && let Some(claim) = self.said.claims.last_mut() {
            claim.sign_missing = true;
        }
    }

    /// 2021年度16万元，2020年度29万元: what the item at hand came to in another year.
    fn year_before(&self, phrase: &str) -> bool {
        let Some(of) = self.item.and_then(|item| self.said.items.get(item)) else {
            return false;
        };
        let text = roles::trimmed(phrase);
        let Some((year, rest)) = text.get(..4).zip(text.get(4..)) else {
            return false;
        };
        let rest = rest
            .strip_prefix('年')
            .map(|rest| rest.strip_prefix('度').unwrap_or(rest));
        let plain = [
            "",
            "支出",
            "收入",
            "决算数",
            "支出决算",
            "决算",
            "支出决算数",
            "支出为",
        ];
        let dated = year.bytes().all(|byte| byte.is_ascii_digit())
            && rest.is_some_and(|rest| plain.contains(&rest));
        dated && of.sentence == self.sentence && !of.actual.is_empty() && of.last.is_none()
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
            return if self.aside {
                None
            } else {
                self.without_subject()
            };
        }
        let found = self.find(subject).unwrap_or_else(|| self.to_come(subject));
        let several = self.side_by_side > 1 || self.beside > 0;
        if several && self.row.contains(&found) {
            return self.row.get(self.beside).copied();
        }
        Some(found)
    }

    /// The item of a change that names none. In a new sentence behind a list it is the whole, or else the last part.
    fn without_subject(&mut self) -> Option<usize> {
        let item = self.in_row()?;
        let of = self.said.items.get(item)?;
        let behind = of.sentence != self.sentence && item != self.first;
        match of.whole.filter(|whole| behind && *whole >= self.first) {
            Some(whole) => {
                self.other = Some(item);
                Some(whole)
            }
            None => Some(item),
        }
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
        let list = self.membership();
        let total = if self.each && list.is_none() {
            self.total_before()
        } else {
            None
        };
        self.said.items.push(Item {
            section: self.section,
            matter: self.matter,
            name: name
                .trim_start_matches(|c: char| "，,、;:)。".contains(c))
                .trim_end_matches(|c: char| "，,、;:。".contains(c))
                .to_owned(),
            key: self.key(name),
            sentence: self.sentence,
            whole: list.map(|list| list.whole).or(total),
            list: list.map_or(0, |list| list.number),
            whole_name: self.among.clone(),
            ..Item::default()
        });
        let item = self.said.items.len() - 1;
        self.item = Some(item);
        item
    }

    /// The list that an item of this line is a part of. Where its first part stands on a line of its own, the others
    /// stand on lines that are numbered alike.
    fn membership(&mut self) -> Option<List> {
        let (style, line) = (self.style, self.lines);
        let list = self.lists.last_mut()?;
        if list.line == line {
            return Some(*list);
        }
        let members = *list.members.get_or_insert(style);
        (members == style).then_some(*list)
    }

    /// The total that the sentence begins with: 支出合计…，基本支出、项目支出分别为….
    fn total_before(&self) -> Option<usize> {
        let total = |item: &Item| {
            let named = ["合计", "总计", "总额", "共计"]
                .iter()
                .any(|word| item.name.contains(word));
            named && item.sentence == self.sentence
        };
        let items = self.said.items.get(self.first..)?;
        items.iter().rposition(total).map(|at| at + self.first)
    }

    fn actual(&mut self, name: &str, before: &str, amount: Amount) -> Option<usize> {
        if self.beside > 0 {
            return self.of_row(amount);
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

    pub(super) fn claim(
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
            other: self.other.take(),
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
        Of::Times => printed.rounded().times(Decimal::ONE_HUNDRED),
        _ => Some(printed),
    }
}
