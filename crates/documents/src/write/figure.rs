//! What a cell says: a figure, and how it is printed, or words.

/// Digits of a number that a spreadsheet keeps.
const DIGITS: usize = 15;

/// A figure as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Figure {
    /// With `-`, digits and `.`, as XML and formulas hold numbers; of a percentage the part of one.
    pub value: String,
    /// Digits behind the point, as printed.
    pub places: usize,
    /// Thousands are parted by commas.
    pub thousands: bool,
    pub percent: bool,
    /// Digits before the point.
    pub whole: usize,
}

impl Figure {
    /// Reads a figure that a spreadsheet can show just as it is printed, so that nothing of it is lost.
    pub fn of(text: &str) -> Option<Figure> {
        let (negative, rest) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (rest, percent) = match rest.strip_suffix('%') {
            Some(rest) => (rest, true),
            None => (rest, false),
        };
        let (whole, places) = rest.split_once('.').unwrap_or((rest, ""));
        let point = rest.len() > whole.len();
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit());
        if point && !digits(places) || places.len() > DIGITS {
            return None;
        }
        let thousands = whole.contains(',');
        let joined = whole.replace(',', "");
        let grouped = || {
            let mut groups = whole.split(',');
            let first = groups.next().is_some_and(|it| (1..=3).contains(&it.len()));
            first && groups.all(|it| it.len() == 3)
        };
        let leading = joined.len() > 1 && joined.starts_with('0');
        if !digits(&joined) || leading || thousands && !grouped() {
            return None;
        }
        let zero = |text: &str| text.bytes().all(|c| c == b'0');
        let significant = match zero(&joined) {
            true => places.trim_start_matches('0').len(),
            false => joined.len() + places.len(),
        };
        let nothing = zero(&joined) && zero(places);
        if significant > DIGITS || negative && nothing {
            return None;
        }
        let sign = if negative { "-" } else { "" };
        let value = match percent {
            false if point => format!("{sign}{joined}.{places}"),
            false => format!("{sign}{joined}"),
            true => {
                let all = format!("00{joined}");
                let (before, behind) = all.split_at(all.len() - 2);
                let before = before.trim_start_matches('0');
                let before = if before.is_empty() { "0" } else { before };
                format!("{sign}{before}.{behind}{places}")
            }
        };
        Some(Figure {
            value,
            places: places.len(),
            thousands,
            percent,
            whole: joined.len(),
        })
    }

    /// Whether it can be a code or a number of something as well: digits alone.
    pub fn is_bare(&self) -> bool {
        !self.percent && !self.thousands && self.places == 0 && !self.value.starts_with('-')
    }
}

/// Whether a text stands at the right where nothing is said: a figure, or a sign in its place. Digits alone may be a
/// code or a number in a list.
pub(super) fn is_amount(text: &str) -> bool {
    let text = text.trim();
    let text = text.strip_suffix('%').unwrap_or(text);
    let text = text.trim_start_matches(['-', '－', '−', '+', '(', '（']);
    let text = text.trim_end_matches([')', '）']);
    let digits = text.bytes().any(|c| c.is_ascii_digit());
    let amount = text
        .bytes()
        .all(|c| c.is_ascii_digit() || matches!(c, b',' | b'.'));
    digits && amount && (text.contains('.') || text.len() <= 2 || text.contains(','))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures() {
        // Value, places, thousands.
        for (text, expected) in [
            ("0", Some(("0", 0, false))),
            ("12", Some(("12", 0, false))),
            ("1,234.50", Some(("1234.50", 2, true))),
            ("-1,234", Some(("-1234", 0, true))),
            ("12.3%", Some(("0.123", 1, false))),
            ("100%", Some(("1.00", 0, false))),
            ("-3.05%", Some(("-0.0305", 2, false))),
            ("1,234.5%", Some(("12.345", 1, true))),
            ("999999999999.999", Some(("999999999999.999", 3, false))),
            ("0.000000000000001", Some(("0.000000000000001", 15, false))),
            // More digits than a spreadsheet keeps; a sign that it would lose.
            ("9999999999999.999", None),
            ("-0.00", None),
            // As people write, but a spreadsheet would show something else.
            ("+5", None),
            ("－5", None),
            ("1,23", None),
            ("1234,567", None),
            (",123", None),
            ("1.", None),
            (".5", None),
            ("007", None),
            ("", None),
            ("-", None),
            ("%", None),
            ("12万", None),
            ("１２", None),
        ] {
            let figure = Figure::of(text);
            let read = figure.as_ref();
            let read = read.map(|it| (it.value.as_str(), it.places, it.thousands));
            assert_eq!(read, expected, "{text}");
        }
    }

    #[test]
    fn amounts() {
        for (text, expected) in [
            ("1,234.50", true),
            ("0", true),
            ("12", true),
            ("-3.5%", true),
            ("（3.50）", true),
            ("201", false),
            ("2010301", false),
            ("", false),
            ("—", false),
            ("12人", false),
        ] {
            assert_eq!(is_amount(text), expected, "{text}");
        }
    }
}
