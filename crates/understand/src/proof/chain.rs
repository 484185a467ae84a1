//! Names of subjects in a text, one behind the other: 类, 款, 项.

use super::reasons::amount_at;
use crate::passage::Passage;
use crate::pattern::number_end;
use juesuan_domain::accounts::{Depth, Subjects};
use juesuan_figure::interval::Printed;
use rust_decimal::Decimal;
use std::ops::Range;
use std::sync::LazyLock;

/// A name with its level, as the text has it: `行政运行（项）`.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub name: String,
    pub depth: Depth,
    pub range: Range<usize>,
    /// It begins behind a 、: that may be in the midst of a name, or between two.
    pub cut: bool,
}

/// Names of the classification that have a 、 in them.
static WITH_COMMA: LazyLock<Vec<Vec<char>>> = LazyLock::new(|| {
    let all = Subjects::Functional.all().iter();
    let names = all.flat_map(|subject| subject.names());
    let with_comma = names.filter(|name| name.contains('、'));
    with_comma
        .map(|name| name.trim_end_matches("支出").chars().collect())
        .collect()
});

/// Names of subjects that follow each other: 类, 款, 项.
pub(super) fn chains(passage: &Passage) -> Vec<Vec<Named>> {
    let chars = &passage.plain.chars;
    let mut chains: Vec<Vec<Named>> = Vec::new();
    let mut last_end = None;
    for at in 0..chars.len() {
        let depth = match chars.get(at..at + 3) {
            Some(['（', '类', '）']) => Depth::Class,
            Some(['（', '款', '）']) => Depth::Group,
            Some(['（', '项', '）']) => Depth::Item,
            _ => continue,
        };
        let from = last_end.unwrap_or(0);
        let start = name_start(chars, at, from);
        let cut = start > from && is_cut(chars, start);
        let name: String = chars.get(start..at).unwrap_or(&[]).iter().collect();
        let end = at + 3;
        let named = Named {
            name,
            depth,
            range: start..end,
            cut,
        };
        match chains.last_mut() {
            Some(chain) if last_end == Some(start) => chain.push(named),
            _ => chains.push(vec![named]),
        }
        last_end = Some(end);
    }
    chains.retain(|chain| chain.iter().all(|named| !named.name.is_empty()));
    chains
}

/// Where the name that ends here begins. Names have brackets of their own: 党委办公厅（室）及相关机构事务.
fn name_start(chars: &[char], end: usize, from: usize) -> usize {
    let mut start = end;
    let mut depth = 0usize;
    while start > from {
        let Some(c) = start.checked_sub(1).and_then(|at| chars.get(at)) else {
            break;
        };
        match c {
            '）' => depth += 1,
            '（' if depth == 0 => break,
            '（' => depth -= 1,
            '\u{4e00}'..='\u{9fff}' | '“' | '”' => {}
            '、' if depth > 0 => {}
            '、' => return whole_start(chars, end, from).unwrap_or(start),
            _ => break,
        }
        start -= 1;
    }
    start
}

/// Where a name with a 、 in it begins that ends here, if the classification has one: 环境保护法规、规划及标准.
fn whole_start(chars: &[char], end: usize, from: usize) -> Option<usize> {
    let before = chars.get(from..end)?;
    let before = before.strip_suffix(&['支', '出']).unwrap_or(before);
    let name = WITH_COMMA.iter().find(|name| before.ends_with(name))?;
    Some(from + before.len() - name.len())
}

/// Whether what begins here stands behind a 、 that parts no number of a list from its text.
fn is_cut(chars: &[char], start: usize) -> bool {
    let Some(comma) = start
        .checked_sub(1)
        .filter(|at| chars.get(*at) == Some(&'、'))
    else {
        return false;
    };
    let before = comma.checked_sub(1).and_then(|at| chars.get(at));
    before.is_some_and(|c| !c.is_ascii_digit() && !"一二三四五六七八九十".contains(*c))
}

/// Whether two names are one: 支出 at the end, quotation marks and 和 for 与 do not count.
pub(super) fn same(a: &str, b: &str) -> bool {
    let plain = |name: &str| {
        let name: String = name
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '“' | '”' | '、'))
            .map(|c| match c {
                '与' | '及' => '和',
                '(' => '（',
                ')' => '）',
                other => other,
            })
            .collect();
        name.strip_suffix("支出")
            .map_or(name.clone(), str::to_owned)
    };
    plain(a) == plain(b)
}

/// Whether a text that ends in a name may mean it: `主要用于社会保障和就业支出`.
pub(super) fn means(text: &str, name: &str) -> bool {
    same(text, name)
        || text.ends_with(name)
        || (name.ends_with("支出")
            && text.ends_with(name.trim_end_matches("支出"))
            && text.chars().count() > 4
            && name.chars().count() > 4)
}

/// The amount of an item: that of 支出决算 where there is one, else the first behind its name.
pub(super) fn amount_behind(passage: &Passage, from: usize) -> Option<Printed> {
    let chars = &passage.plain.chars;
    let named = [
        "支出决算为",
        "支出决算数为",
        "决算数为",
        "决算为",
        "支出决算",
    ]
    .iter()
    .find_map(|words| Some((passage.plain.find(words, from)?, words.chars().count())));
    let near = chars.len().min(from + 12);
    let at = match named {
        Some((at, length)) => (at + length..(at + length + 2).min(chars.len()))
            .find(|at| number_end(chars, *at).is_some())?,
        None => (from..near).find(|at| number_end(chars, *at).is_some())?,
    };
    // The next item is not this one.
    let behind = chars.get(from..at).unwrap_or(&[]);
    if behind
        .windows(3)
        .any(|w| matches!(w, ['（', '类' | '款' | '项', '）']))
    {
        return None;
    }
    let end = number_end(chars, at)?;
    let value = Printed::new(amount_at(chars, at)?);
    match (chars.get(end), chars.get(end + 1)) {
        (Some('万'), _) => Some(value),
        (Some('元'), _) => value.times(Decimal::new(1, 4)),
        (Some('亿'), Some('元')) => value.times(Decimal::new(10_000, 0)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn one_name_in_several_spellings() {
        for (a, b, one) in [
            ("住房保障支出", "住房保障", true),
            ("“三公”经费", "三公经费", true),
            ("水利与环境", "水利和环境", true),
            ("住房保障支出", "住房改革支出", false),
        ] {
            assert_eq!(same(a, b), one, "{a} {b}");
        }
    }
}
