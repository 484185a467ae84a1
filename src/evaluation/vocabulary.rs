//! The words and signs that stand around a number in targets and actuals.

use super::{Comparison, Period};
use crate::figure::fold;

/// Characters of a unit that is not in the list, at most: more are a sentence.
pub(super) const LONGEST_UNIT: usize = 4;

/// Signs and words before a number, longest first.
const BEFORE: &[(&str, Comparison)] = &[
    ("不低于", Comparison::AtLeast),
    ("不少于", Comparison::AtLeast),
    ("不小于", Comparison::AtLeast),
    ("大于等于", Comparison::AtLeast),
    ("大于或等于", Comparison::AtLeast),
    ("至少", Comparison::AtLeast),
    ("不高于", Comparison::AtMost),
    ("不超过", Comparison::AtMost),
    ("不多于", Comparison::AtMost),
    ("不大于", Comparison::AtMost),
    ("小于等于", Comparison::AtMost),
    ("小于或等于", Comparison::AtMost),
    ("至多", Comparison::AtMost),
    ("控制在", Comparison::AtMost),
    ("低于", Comparison::Below),
    ("小于", Comparison::Below),
    ("少于", Comparison::Below),
    ("高于", Comparison::Above),
    ("大于", Comparison::Above),
    ("超过", Comparison::Above),
    ("等于", Comparison::Equal),
    (">=", Comparison::AtLeast),
    ("=>", Comparison::AtLeast),
    ("<=", Comparison::AtMost),
    ("=<", Comparison::AtMost),
    ("≥", Comparison::AtLeast),
    ("≤", Comparison::AtMost),
    (">", Comparison::Above),
    ("<", Comparison::Below),
    ("=", Comparison::Equal),
];

/// Words behind a number.
const BEHIND: &[(&str, Comparison)] = &[
    ("及以上", Comparison::AtLeast),
    ("以上", Comparison::AtLeast),
    ("及以下", Comparison::AtMost),
    ("以下", Comparison::AtMost),
    ("以内", Comparison::AtMost),
    ("之内", Comparison::AtMost),
];

/// The sign or word of comparison a text begins with, and what follows it.
pub(super) fn leading_comparison(text: &str) -> (Option<Comparison>, &str) {
    let trimmed = text.trim_start();
    // Most targets begin with a digit or one of two signs: no need to look through the list.
    match trimmed.chars().next() {
        Some('0'..='9') | None => return (None, text),
        Some('≥') => return (Some(Comparison::AtLeast), &trimmed['≥'.len_utf8()..]),
        Some('≤') => return (Some(Comparison::AtMost), &trimmed['≤'.len_utf8()..]),
        Some(_) => {}
    }
    for (word, meaning) in BEFORE {
        if let Some(rest) = strip_folded(trimmed, word) {
            return (Some(*meaning), rest);
        }
    }
    (None, text)
}

/// The comparison that stands right before a number in running text.
pub(super) fn comparison_before(before: &str) -> Option<Comparison> {
    let before = before.trim_end();
    let before = ["大约", "约"]
        .iter()
        .find_map(|w| before.strip_suffix(w))
        .unwrap_or(before);
    let folded: String = before.trim_end().chars().rev().take(5).map(fold).collect();
    let folded: String = folded.chars().rev().collect();
    BEFORE
        .iter()
        .find(|(word, _)| folded.ends_with(word))
        .map(|(_, meaning)| *meaning)
}

/// Parts what stands behind a number, up to the first punctuation and from there on, at a word of
/// comparison right behind the unit: unit, comparison, and the rest. Further on, as in
/// `95%的业务在时限以内办结`, it is about something else.
pub(super) fn split_comparison<'a>(
    chunk: &'a str,
    after: &'a str,
) -> (&'a str, Option<Comparison>, &'a str) {
    let is_unit = |unit: &str| {
        known(unit).map_or(unit.chars().count() <= LONGEST_UNIT, |(spelled, _, _)| {
            *spelled == unit.trim_end()
        })
    };
    // Each of the words begins with one of these; a search for each word would cost more.
    let in_chunk = chunk
        .char_indices()
        .filter(|(_, c)| matches!(c, '及' | '以' | '之'))
        .find_map(|(at, _)| {
            let (word, meaning) = BEHIND
                .iter()
                .find(|(word, _)| chunk[at..].starts_with(word))?;
            Some((at, word, meaning))
        })
        .filter(|(at, _, _)| is_unit(&chunk[..*at]));
    if let Some((at, word, meaning)) = in_chunk {
        let rest = &chunk[at + word.len()..];
        let rest = if rest.is_empty() { after } else { rest };
        return (&chunk[..at], Some(*meaning), rest);
    }
    // `90%（含）以上`
    let included = strip_any(after, &["（含）", "(含)"]).and_then(|rest| {
        BEHIND
            .iter()
            .find_map(|(word, meaning)| Some((rest.strip_prefix(word)?, meaning)))
    });
    match included {
        Some((rest, meaning)) => (chunk, Some(*meaning), rest),
        None => (chunk, None, after),
    }
}

/// Parts a period from the unit before it, as in `份每月`, and `/月` at the beginning of the rest.
pub(super) fn split_period<'a>(unit: &'a str, rest: &'a str) -> (&'a str, Option<Period>, &'a str) {
    if let Some(at) = unit.find('每')
        && let Some((period, "")) = period_named(&unit[at..])
    {
        return (&unit[..at], Some(period), rest);
    }
    match rest.strip_prefix(['/', '／']).and_then(period_named) {
        Some((period, rest)) => (unit, Some(period), rest),
        None => (unit, None, rest),
    }
}

/// A number of this many is meant at least: `600余人次`, `600多人次`.
pub(super) fn without_odd(text: &str) -> &str {
    strip_any(text, &["余", "多"]).unwrap_or(text)
}

/// Words that multiply the unit behind them, longer ones first. 千 alone begins units of its own.
const MULTIPLES: &[(&str, u32)] = &[
    ("千万", 10_000_000),
    ("百万", 1_000_000),
    ("万", 10_000),
    ("亿", 100_000_000),
];

/// The multiple a text begins with, and what follows it.
pub(super) fn multiple_of(text: &str) -> Option<(u32, &str)> {
    if text.starts_with("千元") {
        return Some((1_000, &text['千'.len_utf8()..]));
    }
    // 万亿 is no multiple anybody spends.
    MULTIPLES
        .iter()
        .find_map(|(word, multiple)| Some((*multiple, text.strip_prefix(word)?)))
        .filter(|_| !text.starts_with("万亿"))
}

/// Words that name a period before a number, longest first.
const PERIODS: &[(&str, Period)] = &[
    ("每半年", Period::HalfYear),
    ("半年", Period::HalfYear),
    ("每个季度", Period::Quarter),
    ("每季度", Period::Quarter),
    ("按季度", Period::Quarter),
    ("每季", Period::Quarter),
    ("季均", Period::Quarter),
    ("每个月", Period::Month),
    ("每月", Period::Month),
    ("按月", Period::Month),
    ("月均", Period::Month),
    ("每周", Period::Week),
    ("周均", Period::Week),
    ("每天", Period::Day),
    ("每日", Period::Day),
    ("日均", Period::Day),
    ("全年", Period::Year),
    ("每年", Period::Year),
    ("年度", Period::Year),
    ("年均", Period::Year),
    ("一年", Period::Year),
];

/// The period word nearest before the number.
pub(super) fn period_before(before: &str) -> Option<Period> {
    PERIODS
        .iter()
        .filter_map(|(word, period)| before.rfind(word).map(|at| (at + word.len(), *period)))
        .max_by_key(|(end, _)| *end)
        .map(|(_, period)| period)
}

/// `月`, `季度`, `每年` at the beginning of a text, and what follows.
fn period_named(text: &str) -> Option<(Period, &str)> {
    const NAMES: &[(&str, Period)] = &[
        ("半年", Period::HalfYear),
        ("季度", Period::Quarter),
        ("年", Period::Year),
        ("季", Period::Quarter),
        ("月", Period::Month),
        ("周", Period::Week),
        ("天", Period::Day),
        ("日", Period::Day),
    ];
    let text = text.trim_start();
    let text = text.strip_prefix('每').unwrap_or(text);
    let text = text.strip_prefix('个').unwrap_or(text);
    NAMES
        .iter()
        .find_map(|(name, period)| Some((*period, text.strip_prefix(name)?)))
}

/// Units as spelled, as compared, and how many of the latter one of the former is. Longest first
/// where one begins another.
const UNITS: &[(&str, &str, u32)] = &[
    ("%", "%", 1),
    ("％", "%", 1),
    ("﹪", "%", 1),
    ("百分比", "%", 1),
    ("个百分点", "百分点", 1),
    ("百分点", "百分点", 1),
    ("‰", "‰", 1),
    ("人次", "人次", 1),
    ("人", "人", 1),
    ("户次", "户次", 1),
    ("户", "户", 1),
    ("场次", "场次", 1),
    ("场", "场", 1),
    ("批次", "批次", 1),
    ("批", "批", 1),
    ("件次", "件次", 1),
    ("件", "件", 1),
    ("辆次", "辆次", 1),
    ("辆", "辆", 1),
    ("次", "次", 1),
    ("份", "份", 1),
    ("笔", "笔", 1),
    ("家", "家", 1),
    ("个工作日", "工作日", 1),
    ("工作日", "工作日", 1),
    ("个月", "个月", 1),
    ("个", "个", 1),
    ("项", "项", 1),
    ("名", "名", 1),
    ("起", "起", 1),
    ("篇", "篇", 1),
    ("条", "条", 1),
    ("台", "台", 1),
    ("套", "套", 1),
    ("期", "期", 1),
    ("册", "册", 1),
    ("本", "本", 1),
    ("张", "张", 1),
    ("座", "座", 1),
    ("所", "所", 1),
    ("处", "处", 1),
    ("宗", "宗", 1),
    ("例", "例", 1),
    ("亩", "亩", 1),
    ("元", "元", 1),
    ("平方公里", "平方米", 1_000_000),
    ("平方千米", "平方米", 1_000_000),
    ("公顷", "平方米", 10_000),
    ("平方米", "平方米", 1),
    ("㎡", "平方米", 1),
    ("公里", "米", 1_000),
    ("千米", "米", 1_000),
    ("km", "米", 1_000),
    ("米", "米", 1),
    ("吨", "千克", 1_000),
    ("千克", "千克", 1),
    ("公斤", "千克", 1),
    ("kg", "千克", 1),
    ("小时", "分钟", 60),
    ("分钟", "分钟", 1),
    ("天", "天", 1),
    ("日", "天", 1),
    ("分", "分", 1),
    ("℃", "℃", 1),
    ("kWh", "千瓦时", 1),
    ("千瓦时", "千瓦时", 1),
    ("GB", "GB", 1),
    ("TB", "TB", 1),
];

/// The known unit a text begins with: as spelled, as compared, and its factor.
pub(super) fn known(text: &str) -> Option<&'static (&'static str, &'static str, u32)> {
    UNITS
        .iter()
        .find(|(spelled, _, _)| text.starts_with(spelled))
}

/// Whether 内 behind the unit sets a limit, whatever follows: `30天内办结`, `90万元内`.
pub(super) fn limits(unit: &str) -> bool {
    ["天", "工作日", "个月", "分钟", "元"].contains(&unit)
}

pub(super) fn ends_unit(c: char) -> bool {
    c.is_whitespace() || "，。；、,;:：（）()/／！!“”\"'".contains(c)
}

pub(super) fn strip_any<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| text.strip_prefix(word))
}

/// Strips a word that may be typed full-width.
fn strip_folded<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for wanted in word.chars() {
        if rest.next().map(fold) != Some(wanted) {
            return None;
        }
    }
    Some(rest.as_str())
}

#[cfg(test)]
mod tests {
    use super::UNITS;

    #[test]
    fn the_first_unit_found_is_the_longest() {
        for (at, (longer, _, _)) in UNITS.iter().enumerate() {
            for (shorter, _, _) in &UNITS[..at] {
                assert!(
                    !longer.starts_with(shorter),
                    "{longer} is never found behind {shorter}"
                );
            }
        }
    }
}
