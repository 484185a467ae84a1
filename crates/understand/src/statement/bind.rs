//! Binds each figure to its item.

use super::item::{Amount, Claim, What};
use super::past::is_last_year;
use super::read::{Reader, Reading};
use super::roles::{self, Against, Direction, Role};
use super::words::{change_without_verb, last_clause, leading, rate_without_sign};
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
        let phrase = share_behind_a_comma(phrase, before).unwrap_or(phrase);
        if figure.bound {
            return;
        }
        self.counts = match figure.of {
            Of::Money { .. } => Some(false),
            Of::Count(_) => Some(true),
            _ => None,
        };
        let listed = from > 0
            && matches!(
                text.get(from..figure.range.start),
                Some("、" | "和" | "及" | "与" | "," | "，")
            );
        let changes = !self.changes.is_empty();
        let bare_rate =
            figure.of == Of::Nothing && rate_without_sign(text, figure, phrase, changes);
        if figure.of == Of::Points {
            return self.points(reading, figure, phrase);
        }
        let bracketed =
            phrase.is_empty() && before.ends_with('(') && is_last_year(last_clause(before));
        if figure.of == Of::Percent && !listed && (bracketed || is_last_year(phrase)) {
            return self.last_rate(reading, figure);
        }
        let beside = self.role_beside(text, figure, from, listed);
        let bare_rate = bare_rate || (beside.is_some() && figure.of == Of::Nothing);
        let role = match beside {
            Some(role) => {
                self.beside += 1;
                Some(role)
            }
            None => self.role_of(text, figure, phrase, bare_rate),
        };
        self.leading = leading(figure, phrase, text);
        if !listed {
            self.beside = 0;
            self.each = phrase.contains("分别") || phrase.contains("依次");
            self.both = ["均为", "都为", "均是", "同为"]
                .iter()
                .any(|word| phrase.ends_with(word));
        }
        self.role.clone_from(&role);
        self.after_last_year = matches!(role, Some(Role::LastYear(_)));
        let at_hand = self.item;
        match role {
            Some(role) => {
                self.role(reading, figure, (phrase, before), role, bare_rate);
                // 占本年支出合计125万元的80%: the share is of the item before.
                if matches!(self.leading, Some(Role::Share { .. })) && at_hand.is_some() {
                    self.item = at_hand;
                    self.row.clear();
                }
            }
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

    /// The role of the figure before, where this one stands beside it in a row.
    fn role_beside(
        &mut self,
        text: &str,
        figure: &Figure,
        from: usize,
        listed: bool,
    ) -> Option<Role> {
        let last_of_rates = ends_rates(text, from, figure);
        self.role.take().filter(|role| {
            let rate = matches!(
                role,
                Role::Share { .. } | Role::Growth { .. } | Role::Completion { .. }
            );
            let of_own = figure.of != Of::Nothing || (rate && last_of_rates);
            listed && of_own && figure.of != Of::Score
        })
    }

    /// What a figure that stands by itself is, by its words.
    fn role_of(
        &mut self,
        text: &str,
        figure: &Figure,
        phrase: &str,
        bare_rate: bool,
    ) -> Option<Role> {
        match &figure.of {
            Of::Percent if phrase == "的" && self.leading.is_some() => self.leading.take(),
            Of::Percent | Of::Times => Some(roles::of_percent(phrase)),
            Of::Money { .. } if phrase.is_empty() && self.after_last_year => {
                change_without_verb(text.get(figure.range.end..).unwrap_or(""))
            }
            Of::Money { .. } if self.year_before(phrase) => Some(Role::LastYear(String::new())),
            Of::Money { .. } | Of::Count(_) => {
                let last = self.year.map(|year| year - 1);
                Some(roles::of_amount(phrase, self.budget, last))
            }
            _ if bare_rate => Some(roles::of_percent(phrase)),
            _ => None,
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
        if roles::is_difference(phrase) {
            self.against = Against::Budget;
        }
        let (item, what) = self.said_of(role, amount, before);
        let item = match (&what, phrase.rsplit_once('占')) {
            (What::Share { .. }, Some((subject, _))) => self.shared(subject, item),
            _ => item,
        };
        let changes = matches!(what, What::Change { .. });
        if changes {
            self.changed = item.map(|item| (item, self.said.items.len()));
        }
        let share = matches!(what, What::Share { .. });
        self.claim(reading, range, quote, item, what);
        if changes && !phrase.contains(['比', '较', '与', '同']) {
            self.rate_before();
        }
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

    /// 较上年下降40%，减少6万元: the rate stands before the change that it goes with.
    fn rate_before(&mut self) {
        let Some(at) = self.said.claims.len().checked_sub(1) else {
            return;
        };
        let Some([rate, change]) = self.said.claims.last_chunk_mut::<2>() else {
            return;
        };
        let What::Change {
            direction, against, ..
        } = change.what
        else {
            return;
        };
        let beside = rate.item == change.item && rate.spot.block == change.spot.block;
        if let What::Growth {
            direction: other,
            against: of,
            change: own @ None,
            ..
        } = &mut rate.what
            && beside
            && (*other, *of) == (direction, against)
        {
            *own = Some(at);
        }
    }

    /// What the figure says, and of which item.
    fn said_of(&mut self, role: Role, amount: Amount, before: &str) -> (Option<usize>, What) {
        let printed = amount.printed;
        match role {
            Role::Actual(_) | Role::Budget(_) | Role::LastYear(_) if self.aside => {
                (None, What::Other)
            }
            Role::Actual(name) => {
                let name = name.strip_prefix('占').unwrap_or(&name);
                let item = self.actual(name, before, amount);
                let of = item.and_then(|item| self.said.items.get(item));
                let of = of.filter(|of| of.actual.is_empty());
                let what = match of.map(|of| (of.budget.is_some(), of.last.is_some())) {
                    Some((true, _)) => What::Budget,
                    Some((false, true)) => What::LastYear,
                    _ => What::Actual,
                };
                (item, what)
            }
            Role::ItsActual => (self.its_actual(amount, before), What::Actual),
            Role::Budget(name) => (self.budgeted(&name, before, amount), What::Budget),
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
            Role::Growth { direction, subject } => self.grown(direction, &subject, printed),
            Role::Share { base } => (
                self.in_row(),
                What::Share {
                    base,
                    rate: printed,
                },
            ),
            Role::Completion { .. } => (self.in_row(), What::Completion { rate: printed }),
            Role::Average => (self.item, What::Average(amount)),
            Role::Other => (None, What::Other),
        }
    }

    /// A rate goes with the change before it, if there is one.
    fn grown(
        &mut self,
        direction: Direction,
        subject: &str,
        printed: Printed,
    ) -> (Option<usize>, What) {
        let change = self
            .changes
            .get(self.beside)
            .or(self.changes.last())
            .copied();
        let its = change.and_then(|change| self.said.claims.get(change)?.item);
        self.other = change.and_then(|change| self.said.claims.get(change)?.other);
        let item = if subject.is_empty() || its.is_some() {
            its.or_else(|| self.subject(subject))
        } else {
            self.subject(subject)
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
            "预算",
            "预算数",
            "年初预算",
        ];
        let dated = year.bytes().all(|byte| byte.is_ascii_digit())
            && rest.is_some_and(|rest| plain.contains(&rest));
        dated && of.sentence == self.sentence && !of.actual.is_empty() && of.last.is_none()
    }

    /// The item that a figure of a row belongs to: the third share to the third item.
    pub(super) fn in_row(&mut self) -> Option<usize> {
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

/// 占,23.77%: a comma too many.
fn share_behind_a_comma(phrase: &str, before: &str) -> Option<&'static str> {
    let before = before.trim_end_matches([',', '，']);
    (phrase.is_empty() && before.ends_with('占')).then_some("占")
}

fn spot(reading: &Reading<'_>, range: &Range<usize>) -> Spot {
    Spot::text(reading.line.block, reading.flat.origin(range.clone()))
}

/// 占比分别为37%、63。: the last of a row of rates, which has no sign where the one before has.
fn ends_rates(text: &str, from: usize, figure: &Figure) -> bool {
    let before = text.get(..from).unwrap_or("");
    let after = text.get(figure.range.end..).unwrap_or("");
    let ends = after.is_empty() || after.starts_with(['。', ';', ')']);
    figure.of == Of::Nothing && before.ends_with('%') && ends
}

/// A figure in 万元, in percent, or in what is counted.
fn printed(figure: &Figure) -> Option<Printed> {
    let printed = Printed::new(figure.value);
    match figure.of {
        Of::Money { power, .. } if power < 0 => {
            printed.times(Decimal::new(1, power.unsigned_abs()))
        }
        // 1056亿元 is rounded as 1056.3亿元 is; a whole number of 万元 is what was paid.
        Of::Money { power, .. } if power > 0 => printed
            .rounded()
            .times(Decimal::from(10u32.pow(power.unsigned_abs()))),
        Of::Times => printed.rounded().times(Decimal::ONE_HUNDRED),
        _ => Some(printed),
    }
}
