//! Names of rows: the number before them, the code in front of them.

use super::found::Mark;
use super::reading::closed;

/// A name with what stood before it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Named {
    pub code: Option<String>,
    pub name: String,
    pub mark: Mark,
}

/// Takes the name of a row apart. Blanks are closed up.
pub(super) fn named(text: &str) -> Named {
    let text = closed(text);
    let (mut rest, mut within) = (text.as_str(), false);
    let mut mark = Mark::None;
    for _ in 0..3 {
        if let Some(behind) = within_prefix(rest) {
            (rest, within) = (behind, true);
        } else if let Some((found, behind)) = number(rest) {
            (rest, mark) = (behind, found);
        } else {
            break;
        }
    }
    if within {
        mark = Mark::Within;
    }
    let (code, name) = match code_before(rest) {
        Some((code, name)) => (Some(code.to_owned()), name),
        None => (None, rest),
    };
    Named {
        code,
        name: name.to_owned(),
        mark,
    }
}

/// A text without the number that it begins with, of those that titles have.
pub(super) fn without_mark(text: &str) -> &str {
    match number(text) {
        Some((Mark::First(_) | Mark::Second(_) | Mark::Third(_) | Mark::Fourth(_), rest)) => rest,
        _ => text,
    }
}

fn within_prefix(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("其中")?;
    let rest = rest
        .strip_prefix(['：', ':', '，', ',', '、'])
        .unwrap_or(rest);
    (!rest.is_empty()).then_some(rest)
}

/// The number that a name begins with: 一、 （一） 1. （1） ①.
fn number(text: &str) -> Option<(Mark, &str)> {
    let first = text.chars().next()?;
    if let Some(count) = circled(first) {
        let rest = text.get(first.len_utf8()..)?;
        return (!rest.is_empty()).then_some((Mark::Fourth(count), rest));
    }
    if let Some(inner) = text.strip_prefix(['（', '(']) {
        let (number, rest) = inner.split_once(['）', ')'])?;
        let rest = rest.strip_prefix(['、', '.', '．']).unwrap_or(rest);
        if rest.is_empty() {
            return None;
        }
        return chinese(number)
            .map(|count| (Mark::Second(count), rest))
            .or_else(|| arabic(number).map(|count| (Mark::Fourth(count), rest)));
    }
    let end = text.find(['、', '.', '．', '，', ','])?;
    let (number, rest) = text.split_at(end);
    let rest = rest.strip_prefix(['、', '.', '．', '，', ','])?;
    if rest.is_empty() {
        return None;
    }
    if let Some(count) = chinese(number) {
        return Some((Mark::First(count), rest));
    }
    // 1.5 is no number of a row.
    let digit = rest.starts_with(|c: char| c.is_ascii_digit());
    arabic(number)
        .filter(|_| !digit)
        .map(|count| (Mark::Third(count), rest))
}

fn circled(c: char) -> Option<u16> {
    ('①'..='⑳')
        .contains(&c)
        .then(|| u16::try_from(c as u32 - '①' as u32 + 1).unwrap_or(1))
}

fn arabic(text: &str) -> Option<u16> {
    let ascii: String = text.chars().map(juesuan_figure::fold).collect();
    if !(1..=3).contains(&ascii.len()) || !ascii.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    ascii.parse().ok()
}

/// A Chinese numeral below 100: 三, 十二, 二十六.
pub(super) fn chinese(text: &str) -> Option<u16> {
    let digit = |c: char| {
        "一二三四五六七八九"
            .chars()
            .position(|d| d == c)
            .and_then(|at| u16::try_from(at + 1).ok())
    };
    let (tens, ones) = match text.split_once('十') {
        Some((tens, ones)) => (tens, ones),
        None => ("", text),
    };
    let single = |part: &str| {
        let mut chars = part.chars();
        let found = digit(chars.next()?)?;
        chars.next().is_none().then_some(found)
    };
    let has_ten = text.contains('十');
    let tens = match (has_ten, tens) {
        (false, _) => 0,
        (true, "") => 1,
        (true, tens) => single(tens)?,
    };
    let ones = match (has_ten, ones) {
        (true, "") => 0,
        (_, ones) => single(ones)?,
    };
    Some(tens * 10 + ones)
}

/// A code in front of a name: `2080501行政单位离退休`, `[2080501]行政单位离退休`.
fn code_before(text: &str) -> Option<(&str, &str)> {
    let (inner, bracketed) = match text.strip_prefix(['[', '【', '〔', '(', '（']) {
        Some(inner) => (inner, true),
        None => (text, false),
    };
    let end = inner
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(inner.len());
    let (code, rest) = (inner.get(..end)?, inner.get(end..)?);
    if !matches!(code.len(), 3 | 5 | 7 | 9) || !code.starts_with(['2', '3', '5']) {
        return None;
    }
    let rest = if bracketed {
        rest.strip_prefix([']', '】', '〕', ')', '）'])?
    } else {
        rest
    };
    let rest = rest
        .strip_prefix(['-', '－', '—', '、', '_', '.', ':', '：'])
        .unwrap_or(rest);
    let name = rest
        .chars()
        .next()
        .is_some_and(|c| !c.is_ascii_digit() && !".,%年月日号、个人".contains(c));
    name.then_some((code, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (text, code, name, mark) in [
            (
                "一、一般公共预算财政拨款收入",
                None,
                "一般公共预算财政拨款收入",
                Mark::First(1),
            ),
            (
                "二十四、抗疫特别国债安排的支出",
                None,
                "抗疫特别国债安排的支出",
                Mark::First(24),
            ),
            ("（二）公用经费", None, "公用经费", Mark::Second(2)),
            ("1.一般公共预算", None, "一般公共预算", Mark::Third(1)),
            ("2、公务接待费", None, "公务接待费", Mark::Third(2)),
            ("（1）国内接待费", None, "国内接待费", Mark::Fourth(1)),
            ("①国内接待费", None, "国内接待费", Mark::Fourth(1)),
            ("其中：政府性基金", None, "政府性基金", Mark::Within),
            ("其中：1.外事接待费", None, "外事接待费", Mark::Within),
            ("其中", None, "其中", Mark::None),
            ("合 计", None, "合计", Mark::None),
            (
                "2080501 行政单位离退休",
                Some("2080501"),
                "行政单位离退休",
                Mark::None,
            ),
            (
                "[20805]行政事业单位\n养老支出",
                Some("20805"),
                "行政事业单位养老支出",
                Mark::None,
            ),
            ("301-工资福利支出", Some("301"), "工资福利支出", Mark::None),
            ("本年支出合计", None, "本年支出合计", Mark::None),
            ("一般公共服务支出", None, "一般公共服务支出", Mark::None),
            ("2024年", None, "2024年", Mark::None),
            ("500个", None, "500个", Mark::None),
            ("（类）", None, "（类）", Mark::None),
        ] {
            let found = named(text);
            assert_eq!(
                (found.code.as_deref(), found.name.as_str(), found.mark),
                (code, name, mark),
                "{text}"
            );
        }
    }
}
