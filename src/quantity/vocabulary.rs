//! The words and signs that stand around a number in targets and actuals.

use crate::figure::{ODD, fold};

/// Characters of a unit that is not in the list, at most: more are a sentence.
pub(super) const LONGEST_UNIT: usize = 4;

/// A number of this many is meant at least: `600余人次`, `600多人次`.
pub(crate) fn without_odd(text: &str) -> &str {
    strip_any(text, ODD).unwrap_or(text)
}

/// Words that multiply the unit behind them, longer ones first.
const MULTIPLES: &[(&str, u32)] = &[
    ("千万", 10_000_000),
    ("百万", 1_000_000),
    ("万", 10_000),
    ("亿", 100_000_000),
    ("千", 1_000),
];

/// The multiple a text begins with, and what follows it.
pub(crate) fn multiple_of(text: &str) -> Option<(u32, &str)> {
    // Asked of every number, and few have one: each of the words begins with 千, 百, 万 or 亿, and these end
    // so in UTF-8.
    if !matches!(text.as_bytes(), [_, _, 0x83 | 0x87 | 0xbe | 0xbf, ..]) {
        return None;
    }
    // 千克 and 千瓦时 are units, and 万亿 is no multiple anybody spends.
    let begins_unit = || {
        let next = text.strip_prefix('千')?.chars().next()?;
        "克米瓦伏安卡焦帕赫字".contains(next).then_some(())
    };
    MULTIPLES
        .iter()
        .find_map(|(word, multiple)| Some((*multiple, text.strip_prefix(word)?)))
        .filter(|_| !text.starts_with("万亿") && begins_unit().is_none())
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
pub(crate) fn known(text: &str) -> Option<&'static (&'static str, &'static str, u32)> {
    // The last byte first: asked of every number, and most Chinese characters begin alike in UTF-8.
    let text = text.as_bytes();
    UNITS.iter().find(|(spelled, _, _)| {
        let spelled = spelled.as_bytes();
        let last = spelled.len() - 1;
        text.get(last) == Some(&spelled[last]) && text.starts_with(spelled)
    })
}

/// Whether 内 behind the unit sets a limit, whatever follows: `30天内办结`, `90万元内`.
pub(super) fn limits(unit: &str) -> bool {
    ["天", "工作日", "个月", "分钟", "元"].contains(&unit)
}

pub(super) fn ends_unit(c: char) -> bool {
    c.is_whitespace() || "，。；、,;:：（）()/／！!“”\"'".contains(c)
}

pub(crate) fn strip_any<'a>(text: &'a str, words: &[&str]) -> Option<&'a str> {
    words.iter().find_map(|word| text.strip_prefix(word))
}

/// Strips a word from the beginning; blanks before and within it do not count, and its signs may be
/// typed full-width.
pub(super) fn strip_start<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text;
    for wanted in word.chars() {
        rest = rest.trim_start();
        let found = rest.chars().next().filter(|c| same(*c, wanted))?;
        rest = &rest[found.len_utf8()..];
    }
    Some(rest)
}

/// Whether a character may stand for another: most are compared with words they are not, and neither has
/// another form.
fn same(typed: char, wanted: char) -> bool {
    typed == wanted || fold(typed) == fold(wanted)
}

/// [`strip_start`], from the end.
pub(super) fn strip_end<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text;
    for wanted in word.chars().rev() {
        rest = rest.trim_end();
        let found = rest.chars().next_back().filter(|c| same(*c, wanted))?;
        rest = &rest[..rest.len() - found.len_utf8()];
    }
    Some(rest)
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
