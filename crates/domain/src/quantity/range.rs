//! A target from one number to another: `90%-95%`, `3至5次`.

use super::behind::Behind;
use super::binding::Front;
use super::dates::is_date;
use super::model::{Read, Reading};
use super::period::{Period, goes_on};
use super::vocabulary::{known, multiple_of};
use juesuan_figure::{self as figure, Number, fold};

/// From one number to another, and what stands behind the second.
pub(super) struct Range<'a> {
    low: Number,
    high: Number,
    /// Of the first number, where it has a multiple or a unit of its own.
    own: Option<(u32, Option<(&'static str, u32)>)>,
    pub behind: Behind<'a>,
}

/// The range that begins with a number, `written` so, if one does: not dates, `1-22日`, `2020-2021年`,
/// grades, `1-2级`, nor telephone numbers.
pub(super) fn range<'a>(written: &str, low: Number, tail: &'a str) -> Option<Range<'a>> {
    let start = tail.trim_start();
    let (multiple, rest) = multiple_of(start).map_or((1, start), |(m, rest)| (m, rest));
    let unit = known(rest.trim_start());
    let rest = unit.map_or(rest, |(spelled, _, _)| &rest.trim_start()[spelled.len()..]);
    let own = (multiple > 1 || unit.is_some())
        .then(|| (multiple, unit.map(|(_, unit, factor)| (*unit, *factor))));
    let rest = rest.trim_start();
    let joint = rest.chars().next().filter(|c| goes_on(*c) && *c != '、')?;
    let rest = rest[joint.len_utf8()..]
        .trim_start_matches('—')
        .trim_start();
    let (high, tail) = figure::leading(rest).ok()?;
    let typed = &rest[..rest.len() - tail.len()];
    let behind = Behind::read(tail);
    let further = behind
        .rest
        .chars()
        .next()
        .is_some_and(|c| fold(c).is_ascii_digit());
    let named = own.is_some_and(|(_, unit)| unit.is_some()) || behind.known.is_some();
    let zero = |text: &str| {
        let mut digits = text.trim().chars().map(fold);
        digits.next() == Some('0') && digits.next().is_some_and(|c| c.is_ascii_digit())
    };
    // `12-31` is the last day of the year, `2020-2021` are two years.
    let whole = |n: Number| n.decimals() == 0 && !n.is_negative();
    let at_most = |n: Number, most: u32| n <= Number::from(most);
    let dated = fold(joint) == '-' && at_most(low, 12) && at_most(high, 31)
        || [low, high]
            .iter()
            .all(|n| at_most(*n, 2199) && !at_most(*n, 1899));
    let date = is_date(high, None, tail) || is_date(low, None, start);
    let unfit = !named && (!behind.unit.is_empty() || whole(low) && whole(high) && dated);
    if further || date || unfit || zero(written) || zero(typed) || behind.junk().is_some() {
        return None;
    }
    if behind.known.is_none() && !behind.unit.is_empty() || behind.leaves_something() {
        return None;
    }
    Some(Range {
        low,
        high,
        own,
        behind,
    })
}

impl<'a> Range<'a> {
    /// Whether a unit from the list stands with it: in running text only then it is one.
    pub fn named(&self) -> bool {
        self.behind.known.is_some() || self.own.is_some_and(|(_, unit)| unit.is_some())
    }

    pub fn reading(&self, front: &Front<'_>, period: Option<Period>, text: &'a str) -> Read<'a> {
        let mut high = self.behind;
        let mut low = high;
        if let Some((multiple, unit)) = self.own {
            low.multiple = multiple;
            match (unit, high.known) {
                // `90%-95`
                (Some(unit), None) => {
                    if high.multiple == 1 {
                        high.multiple = multiple;
                    }
                    (low.known, high.known) = (Some(unit), Some(unit));
                }
                (Some(unit), Some(_)) => low.known = Some(unit),
                (None, _) => {}
            }
        }
        // What binds it beside is a contradiction, or about something else: 3-5天内 is at most five days.
        if high.comparison.is_some() || front.comparison.is_some() && !front.weak {
            return Ok(Reading::Words);
        }
        let unbound = Front {
            comparison: None,
            rest: "",
            ..*front
        };
        let ends = (
            low.quantity(self.low, &unbound, period, text)?,
            high.quantity(self.high, &unbound, period, text)?,
        );
        Ok(match ends {
            (Reading::Quantity(low), Reading::Quantity(high))
                if low.unit == high.unit && low.number < high.number =>
            {
                Reading::Range(low, high)
            }
            _ => Reading::Words,
        })
    }
}
