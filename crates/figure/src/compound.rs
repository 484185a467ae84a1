use super::Number;
use super::fold::fold;
use super::scan::leading;

/// Words that multiply the number before them, longer ones first.
const MULTIPLES: &[(&str, u64)] = &[
    ("千亿", 100_000_000_000),
    ("百亿", 10_000_000_000),
    ("十亿", 1_000_000_000),
    ("千万", 10_000_000),
    ("百万", 1_000_000),
    ("十万", 100_000),
    ("亿", 100_000_000),
    ("万", 10_000),
    ("千", 1_000),
    ("百", 100),
];

/// A number in several terms, `1亿2千万` or `3万5000`, of which the first has been read: its value and
/// what follows it. `None` where there is one term only, or the terms do not fit each other: each must
/// fill the places the one before it leaves open, so `3万5`, which may be 30,005 or 35,000, is none.
///
/// ```
/// use juesuan_figure::{compound, leading};
/// let (first, rest) = leading("1亿2千万元").unwrap();
/// let (number, rest) = compound(first, rest).unwrap();
/// assert_eq!((number.to_string().as_str(), rest), ("120000000", "元"));
/// ```
pub fn compound(first: Number, rest: &str) -> Option<(Number, &str)> {
    if first.is_negative() || first.decimals() > 0 {
        return None;
    }
    let (mut multiple, mut rest) = multiple(rest)?;
    let mut sum = first.times(Number::try_from_u64(multiple)?).ok()?;
    let mut terms = 1;
    while rest
        .trim_start()
        .starts_with(|c: char| fold(c).is_ascii_digit())
    {
        let (number, behind) = leading(rest).ok()?;
        let written = &rest[..rest.len() - behind.len()];
        let (factor, behind) = self::multiple(behind).unwrap_or((1, behind));
        let term = number.times(Number::try_from_u64(factor)?).ok()?;
        let fits = term < Number::try_from_u64(multiple)? && factor < multiple;
        // Without a multiple, digits for every open place: `3万5000`.
        let full = factor > 1 || written.trim().chars().count() == multiple.ilog10() as usize;
        if !fits || !full || number.decimals() > 0 && factor == 1 {
            return None;
        }
        sum = Number::sum([sum, term]).ok()?;
        (multiple, rest) = (factor, behind);
        terms += 1;
    }
    (terms > 1).then_some((sum, rest))
}

fn multiple(text: &str) -> Option<(u64, &str)> {
    let text = text.trim_start();
    MULTIPLES
        .iter()
        .find_map(|(word, multiple)| Some((*multiple, text.strip_prefix(word)?)))
}
