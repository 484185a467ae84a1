//! A whole and its parts, which 其中 introduces: `支出 10 万元，其中：人员 6 万元，公用 4 万元。`

use super::slip::{Slip, SlipKind};
use super::tokens::{Amount, Kind, Narrative, REACH, Unit};
use super::words::{BESIDE, INCOMPLETE, MIXED, NESTED, TRAITS, says};
use juesuan_figure::working::Working;
use juesuan_figure::{Exact, Number, grouped};
use rust_decimal::Decimal;

/// Parts of one whole, at most: as many as there are bits, and few enough for every sum to be exact.
const MOST_PARTS: usize = 30;

/// An amount before 其中, and whether it may be the whole that is meant: `比上年增加 30 万元` is not.
#[derive(Clone, Copy)]
struct Whole<'a> {
    amount: Amount<'a>,
    sure: bool,
}

/// What follows 其中.
#[derive(Default)]
struct List {
    parts: Vec<Number>,
    /// Where the list may end, or may go on: bit n behind n parts.
    ends: u32,
    /// How many parts stand before the first semicolon; those behind it can only acquit.
    certain: usize,
    incomplete: bool,
    overlapping: bool,
}

impl<'a> Narrative<'a> {
    /// The slip in the whole before the 其中 at `at`, if it is one.
    pub fn total(&self, at: usize) -> Option<Slip> {
        let mut wholes = self.wholes(at).unwrap_or_default();
        let mut found = None;
        while let Some(first) = wholes.first() {
            let unit = first.amount.unit;
            let mut alike = wholes.clone();
            alike.retain(|whole| whole.amount.unit.base == unit.base);
            wholes.retain(|whole| whole.amount.unit.base != unit.base);
            let plain = |whole: &Whole| whole.amount.plain && whole.amount.unit == unit;
            if alike.iter().all(plain)
                && let Some(list) = self.list(at, unit)
                && let Some(slip) = list.slip(&alike, unit)
            {
                // Of several units only one has parts here; two are seen where the sentence is no list.
                if found.is_some() {
                    return None;
                }
                found = Some(slip);
            }
        }
        found
    }

    /// Amounts the 其中 at `at` may part, the nearest first: those of its sentence, or of the
    /// sentence before where it begins one; in a bracket that begins with it, the one before the
    /// bracket. `None` where it stands in the midst of words or that cannot be told.
    fn wholes(&self, at: usize) -> Option<Vec<Whole<'a>>> {
        let here = &self.tokens[at];
        let last = at.checked_sub(1)?;
        let before = &self.tokens[last];
        if before.end != here.begin && !self.flat.line_within(here.begin, here.begin) {
            return None;
        }
        let mut wholes = Vec::new();
        if matches!(before.kind, Kind::Open) {
            let outside = last.checked_sub(1)?;
            if self.tokens[outside].end == before.begin {
                wholes.extend(self.whole(outside));
            }
            return Some(wholes);
        }
        let end = if before.kind.ends_sentence() {
            last
        } else {
            at
        };
        let mut parted = false;
        for j in (self.sentence_start(end, 0)?..end).rev() {
            if self.tokens[j].depth > here.depth {
                continue;
            }
            // What an earlier 其中 parts is not parted again.
            parted |= matches!(self.tokens[j].kind, Kind::Among);
            if let Some(mut whole) = self.whole(j) {
                whole.sure &= !parted;
                wholes.push(whole);
            }
        }
        Some(wholes)
    }

    fn whole(&self, at: usize) -> Option<Whole<'a>> {
        let amount = *self.amount(at)?;
        let sure = !self.is_beside(at);
        (amount.unit.base != Unit::PERCENT).then_some(Whole { amount, sure })
    }

    /// The parts behind the 其中 at `at`, up to the end of the sentence or of the bracket around it;
    /// `None` where it is no plain list of parts.
    fn list(&self, at: usize, unit: Unit) -> Option<List> {
        let here = &self.tokens[at];
        let mut list = List::default();
        let mut certain = None;
        // Which words stand before the first part, and so before all.
        let mut usual = None;
        let (mut from, mut label) = (here.end, here.end);
        for (passed, token) in self.tokens[at + 1..].iter().enumerate() {
            // Before the words are looked at: they may be all the rest of a long text.
            if passed > REACH {
                return None;
            }
            if token.depth > here.depth {
                continue;
            }
            let words = self.words(from, token.begin);
            if self.flat.line_within(from, token.begin) {
                list.may_end();
            }
            list.incomplete |= says(words, INCOMPLETE);
            list.overlapping |= says(words, TRAITS);
            let mut part = None;
            let fits = match &token.kind {
                Kind::Amount(amount) if amount.unit.base == unit.base => {
                    part = Some(amount.number);
                    amount.plain && amount.unit == unit && list.parts.len() < MOST_PARTS
                }
                Kind::Bare | Kind::Among => false,
                _ => true,
            };
            if !fits || says(words, BESIDE) || says(words, NESTED) {
                // What is said behind a semicolon does not unsettle the list before it.
                certain?;
                break;
            }
            if let Some(number) = part {
                list.parts.push(number);
                let mixed = mixed(self.words(label, token.begin));
                if certain.is_none() && *usual.get_or_insert(mixed) != mixed {
                    return None;
                }
                label = token.end;
            }
            if token.depth < here.depth || matches!(token.kind, Kind::Stop) {
                break;
            }
            if matches!(token.kind, Kind::Semicolon) {
                list.may_end();
                certain.get_or_insert(list.parts.len());
            }
            from = token.end;
        }
        list.may_end();
        list.certain = certain.unwrap_or(list.parts.len());
        Some(list)
    }
}

/// Which of the [`MIXED`] words a text has, a bit each.
fn mixed(text: &str) -> u32 {
    let mut bits = 0;
    for word in MIXED {
        bits = bits << 1 | u32::from(text.contains(word));
    }
    bits
}

impl List {
    /// The list may end behind the parts there are so far.
    fn may_end(&mut self) {
        self.ends |= 1 << self.parts.len();
    }

    /// The slip in one of the `wholes`: none where any reading of the list makes any of them right,
    /// or where two could be wrong.
    fn slip(&self, wholes: &[Whole], unit: Unit) -> Option<Slip> {
        let mut found = None;
        let mut unclear = false;
        let mut sum = Decimal::ZERO;
        for (i, part) in self.parts.iter().enumerate() {
            sum += part.decimal();
            // One part is no list.
            let count = i + 1;
            let ends = self.ends >> count;
            if count < 2 || ends & 1 == 0 {
                continue;
            }
            // Where another whole or another end of the list is thinkable, only a sum next to the
            // whole tells that these are meant.
            let first = self.ends.trailing_zeros() as usize == count;
            let doubtful = wholes.len() > 1 || !first;
            for whole in wholes {
                let value = whole.amount.number.decimal();
                if value == sum {
                    return None;
                }
                if whole.sure && count <= self.certain && self.is_slip(sum, value, unit, doubtful) {
                    unclear |= found.is_some();
                    found = Some((whole.amount, count, sum));
                }
            }
        }
        let (whole, count, sum) = found.filter(|_| !unclear)?;
        let exact = grouped(sum);
        let parts = &self.parts[..count];
        let working = Working::sum(
            parts.iter().copied(),
            Exact::sum(parts.iter().copied()).ok()?,
        );
        Some(Slip {
            kind: SlipKind::Total,
            working,
            written: whole.written.to_owned(),
            exact,
            unit: whole.written_unit.to_owned(),
        })
    }

    /// Whether a sum that is not the whole is a slip. Lists often leave parts out, so less is one
    /// only within 2%. More is one, unless it is so much more that the parts overlap: who is counted
    /// is often counted by several traits, money is spent once.
    fn is_slip(&self, sum: Decimal, whole: Decimal, unit: Unit, doubtful: bool) -> bool {
        let times = |value: Decimal, count: u32| value * Decimal::from(count);
        let more = sum > whole;
        if times((sum - whole).abs(), 50) <= whole {
            return more || !self.incomplete;
        }
        let bounded = if unit.base == Unit::MONEY {
            sum <= times(whole, 2)
        } else {
            !self.overlapping && times(sum, 5) <= times(whole, 6)
        };
        more && bounded && !doubtful
    }
}
