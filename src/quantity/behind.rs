//! What stands behind a number of a target or actual.

use super::binding::{Front, behind, behind_begins, binds_behind};
use super::model::{Comparison, Quantity, Read, Reading, problem};
use super::period::{Period, goes_on, period_behind};
use super::vocabulary::{
    LONGEST_UNIT, ends_unit, known, limits, multiple_of, strip_any, without_odd,
};
use crate::figure::{Number, Problem, fold};

/// What stands behind a number: multiple, unit, words of comparison and period.
#[derive(Debug, Clone, Copy)]
pub(super) struct Behind<'a> {
    pub multiple: u32,
    pub unit: &'a str,
    /// The unit and its factor, where it is in the list.
    pub known: Option<(&'static str, u32)>,
    pub comparison: Option<Comparison>,
    /// （含）
    included: bool,
    period: Option<Period>,
    /// Nothing else stands there.
    alone: bool,
    /// All from the unit on.
    from_unit: &'a str,
    /// What stands behind all that.
    pub rest: &'a str,
}

impl Default for Behind<'_> {
    fn default() -> Self {
        Behind {
            multiple: 1,
            unit: "",
            known: None,
            comparison: None,
            included: false,
            period: None,
            alone: true,
            from_unit: "",
            rest: "",
        }
    }
}

impl<'a> Behind<'a> {
    /// A unit of the list, with its multiple or without, and nothing else; `None` where it is not just that.
    pub fn plain(tail: &'a str) -> Option<Self> {
        if tail.is_empty() {
            return Some(Behind::default());
        }
        let (multiple, from_unit) = multiple_of(tail).unwrap_or((1, tail));
        let (spelled, unit, factor) = known(from_unit)?;
        (spelled.len() == from_unit.len()).then(|| Behind {
            multiple,
            unit: from_unit,
            known: Some((*unit, *factor)),
            from_unit,
            ..Behind::default()
        })
    }

    pub fn read(tail: &'a str) -> Self {
        let tail = without_odd(tail.trim_start());
        let (multiple, rest) = multiple_of(tail).unwrap_or((1, tail));
        let from_unit = without_odd(rest.trim_start());
        let listed = known(from_unit);
        let unit_end = match listed {
            Some((spelled, _, _)) => spelled.len(),
            None => {
                let end = from_unit
                    .char_indices()
                    .find(|&(_, c)| ends_unit(c) || c == '每')
                    .map_or(from_unit.len(), |(at, _)| at);
                behind_begins(&from_unit[..end]).unwrap_or(end)
            }
        };
        let (unit, after) = from_unit.split_at(unit_end);
        let known = listed.map(|(_, unit, factor)| (*unit, *factor));
        let (mut comparison, included, rest) = behind(after);
        let (period, rest) = period_behind(rest);
        // Behind a period too: 1000份/月以上; a second one is left, and makes it words.
        let mut rest = rest;
        if comparison.is_none() {
            (comparison, _, rest) = behind(rest);
        }
        // `5个工作日内`; not `3项内容`.
        if let Some(inside) = rest.trim_start().strip_prefix('内')
            && comparison.is_none()
            && known.is_some_and(|(unit, _)| limits(unit) || inside.trim().is_empty())
        {
            comparison = Some(Comparison::AtMost);
            rest = inside;
        }
        // A range is 之间 or, of what a person says, 区间.
        let rest = strip_any(rest.trim_start(), &["之间", "区间"]).unwrap_or(rest);
        Behind {
            multiple,
            unit,
            known,
            comparison,
            included,
            period,
            alone: rest
                .trim_end_matches(['。', '；', ';', '，', ',', '.', '．', ' '])
                .is_empty(),
            from_unit,
            rest,
        }
    }

    /// More words than a unit has: the number counts something, but what cannot be told.
    pub fn is_sentence(&self) -> bool {
        self.known.is_none() && self.unit.chars().count() > LONGEST_UNIT
    }

    /// A character no unit has, `12a`, `97.1%%`, and the text from it on.
    pub fn junk(&self) -> Option<(&'a str, char)> {
        let rest = &self.from_unit[self.unit.len()..];
        if self.known.is_some_and(|(unit, _)| unit == "%") {
            let next = rest.chars().next()?;
            let junk = !ends_unit(next) && next.is_ascii() || fold(next) == '%';
            return junk.then_some((rest, next));
        }
        let first = self.unit.chars().next()?;
        let latin = fold(first).is_ascii() && self.known.is_none();
        latin.then_some((self.from_unit, first))
    }

    /// Whether something is left that belongs to a number and was not read: a sign, `90%≥`, a range that
    /// does not end, `90%-`, or a multiple, `3个亿`.
    pub fn leaves_something(&self) -> bool {
        let rest = self.rest.trim_start();
        let sign = rest.contains(|c| "≥≤<>=±×÷*^~～|".contains(fold(c)));
        let open = rest
            .strip_prefix(goes_on)
            .is_some_and(|rest| rest.trim().is_empty());
        let multiple = self.known.is_some() && rest.starts_with(['亿', '万', '千', '百']);
        let digit = rest.starts_with(|c| fold(c).is_ascii_digit());
        let unit = self.known.is_none() && binds_behind(self.unit);
        sign || open || multiple || digit || unit || binds_behind(rest)
    }

    pub fn quantity(
        &self,
        number: Number,
        front: &Front<'_>,
        period: Option<Period>,
        text: &str,
    ) -> Read<'a> {
        let Ok(comparison) = front.with(self.comparison, self.included) else {
            return Ok(Reading::Words);
        };
        let known = match (self.known, front) {
            (None, Front { percent: true, .. }) if self.unit.is_empty() => Some(("%", 1)),
            (None, Front { yuan: true, .. }) if self.unit.is_empty() => Some(("元", 1)),
            (known, _) => known,
        };
        let (unit, factor) = known.unwrap_or((self.unit.trim_end(), 1));
        let typed = number;
        let times = u64::from(self.multiple) * u64::from(factor);
        let number = if times == 1 {
            typed
        } else {
            typed
                .times(Number::from(self.multiple))
                .and_then(|n| n.times(Number::from(factor)))
                .map_err(|_| problem(text, text, Problem::TooLarge))?
        };
        Ok(Reading::Quantity(Quantity {
            number,
            unit,
            period: self.period.or(period),
            comparison,
            bare: self.alone,
            typed,
            factor: times,
        }))
    }
}
