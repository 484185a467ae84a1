//! The figures of a flat text: numbers with their units.

use rust_decimal::Decimal;
use std::ops::Range;

/// What a number counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Of {
    /// 元, 万元, 亿元: how many 万元 one is, as the power of ten.
    Money {
        power: i32,
        whole: bool,
    },
    Percent,
    /// 倍.
    Times,
    /// 个百分点.
    Points,
    /// 2024年.
    Year,
    /// 分.
    Score,
    /// Things: 辆, 人次.
    Count(&'static str),
    /// A bare number.
    Nothing,
}

/// A number of a text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure {
    /// The number and its unit, in the flat text.
    pub range: Range<usize>,
    /// The digits alone.
    pub digits: Range<usize>,
    pub value: Decimal,
    pub of: Of,
    /// 以上, 以下, 以内 or a bracket with 含 behind it: a bound, not a figure.
    pub bound: bool,
}

/// What counts things, the longest first where one begins with another.
const COUNTED: &[&str] = &[
    "台(套)",
    "人次",
    "批次",
    "平方米",
    "公里",
    "个百分点",
    "辆",
    "个",
    "台",
    "套",
    "人",
    "次",
    "批",
    "项",
    "家",
    "件",
    "名",
    "户",
    "亩",
    "张",
    "篇",
    "期",
    "场",
    "份",
    "所",
    "条",
    "天",
    "吨",
    "米",
    "团",
    "组",
    "万人",
    "万户",
    "万亩",
    "万份",
];

/// All numbers of a text that are figures: not those that number a list, a document, a date or a subject.
pub(crate) fn figures(text: &str) -> Vec<Figure> {
    let mut found: Vec<Figure> = Vec::new();
    let mut at = 0;
    while let Some(offset) = text[at..].find(|c: char| c.is_ascii_digit()) {
        let start = at + offset;
        let mut digits = digits(text, start);
        if let Some(year) = glued_year(text, &digits) {
            found.push(year);
            digits.start += 4;
        }
        at = digits.end;
        if numbers_something(text, &digits) {
            continue;
        }
        if let Some(figure) = figure(text, digits) {
            at = figure.range.end;
            found.push(figure);
        }
    }
    units_of_lists(text, &mut found);
    found
}

/// 与2019498.83万元: a year that lost its 年, with the amount of that year right behind it.
fn glued_year(text: &str, digits: &Range<usize>) -> Option<Figure> {
    let number = text.get(digits.clone())?;
    let whole = number.split('.').next()?;
    let year = whole
        .get(..4)
        .filter(|year| ("2000"..="2099").contains(year))?;
    let compared = text.get(..digits.start)?.ends_with(['与', '比', '较']);
    if !compared
        || !(6..=9).contains(&whole.len())
        || !number.contains('.')
        || whole.contains([',', '，'])
    {
        return None;
    }
    Some(Figure {
        range: digits.start..digits.start + 4,
        digits: digits.start..digits.start + 4,
        value: year.parse().ok()?,
        of: Of::Year,
        bound: false,
    })
}

/// The digits of a number with its separators: `1,552.63`.
fn digits(text: &str, start: usize) -> Range<usize> {
    let bytes = text.as_bytes();
    let run = |from: usize| {
        let length = bytes
            .get(from..)
            .unwrap_or(&[])
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count();
        from + length
    };
    let mut end = run(start);
    if end - start <= 3 {
        while let Some(width) = separator(&text[end..]) {
            let group = run(end + width);
            if group - (end + width) != 3 {
                break;
            }
            end = group;
        }
    }
    if text[end..].starts_with('.') && run(end + 1) > end + 1 {
        end = run(end + 1);
    }
    start..end
}

fn separator(rest: &str) -> Option<usize> {
    // A Chinese comma between three digits is typed by mistake, or with a full-width keyboard.
    ['，', ',']
        .iter()
        .find(|sign| rest.starts_with(**sign))
        .map(|sign| sign.len_utf8())
}

/// Whether these digits number something: `1.`, `(3)`, 第3条, 〔2020〕10号, 2080501.
fn numbers_something(text: &str, digits: &Range<usize>) -> bool {
    let (before, number, after) = (
        &text[..digits.start],
        &text[digits.clone()],
        &text[digits.end..],
    );
    let last = before.chars().next_back();
    if last.is_some_and(|c| c.is_ascii_alphabetic() || "第〔[【#_".contains(c)) {
        return true;
    }
    if after.starts_with(|c: char| c.is_ascii_alphabetic() || "号〕]】".contains(c)) {
        return true;
    }
    let short = number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit());
    let opens = last.is_none_or(|c| "。;:，,、(".contains(c) || c == '中');
    if short && opens {
        let mut next = after.chars();
        let sign = next.next().is_some_and(|c| "、.)".contains(c));
        let listed = sign && !next.next().is_some_and(|c| c.is_ascii_digit());
        // `39、12和3` are figures of a list; `1、` after a full stop or a colon is a number of one.
        let figures_of_a_list = matches!(last, Some('、'))
            || matches!(last, Some(',' | '，')) && after.starts_with('、');
        if listed && (!figures_of_a_list || after.starts_with('.')) {
            return true;
        }
    }
    // A subject's code.
    number.len() >= 5
        && number.bytes().all(|b| b.is_ascii_digit())
        && !after.starts_with([
            '元', '万', '亿', '%', '、', '和', '及', ',', '，', '人', '个', '户',
        ])
}

fn figure(text: &str, digits: Range<usize>) -> Option<Figure> {
    let number: String = text[digits.clone()]
        .chars()
        .filter(|c| !",，".contains(*c))
        .collect();
    // No amount is longer: what is, is a number of an account or a telephone.
    let whole = number.split('.').next().map_or(0, str::len);
    if whole > 15 || number.len() - whole > 9 {
        return None;
    }
    let mut value: Decimal = number.parse().ok()?;
    let mut start = digits.start;
    let before = &text[..digits.start];
    if let Some(sign) = before.chars().next_back().filter(|c| "-+".contains(*c)) {
        let rest = &before[..before.len() - 1];
        // `90%-95%` and `3-5` are ranges.
        let range = rest.ends_with(|c: char| c.is_ascii_digit() || "%元万)年月".contains(c));
        if !range {
            start -= 1;
            if sign == '-' {
                value.set_sign_negative(true);
            }
        }
    }
    let after = &text[digits.end..];
    let whole_year = number.len() == 4 && ("1990"..="2099").contains(&number.as_str());
    let (of, length) = unit(after, whole_year);
    let end = digits.end + length;
    let behind = &text[end..];
    let bound = ["以上", "以下", "以内", "(含", "及以上", "左右以内"]
        .iter()
        .any(|word| behind.starts_with(word))
        && !behind.starts_with("(含外宾")
        && (behind.starts_with("(含)") || !behind.starts_with('('));
    Some(Figure {
        range: start..end,
        digits,
        value,
        of,
        bound,
    })
}

fn unit(after: &str, whole_year: bool) -> (Of, usize) {
    let money = |power, whole, length| (Of::Money { power, whole }, length);
    for (unit, power) in [
        ("万亿元", 8),
        ("万亿", 8),
        ("千万元", 3),
        ("百万元", 2),
        ("千元", -1),
    ] {
        if after.starts_with(unit) {
            return money(power, true, unit.len());
        }
    }
    if after.starts_with("亿元") {
        return money(4, true, "亿元".len());
    }
    if after.starts_with("万元") {
        return money(0, true, "万元".len());
    }
    if after.starts_with("元") {
        return money(-4, true, "元".len());
    }
    if after.starts_with('%') {
        return (Of::Percent, 1);
    }
    if after.starts_with('倍') {
        return (Of::Times, "倍".len());
    }
    for words in ["个百分点", "百分点"] {
        if after.starts_with(words) {
            return (Of::Points, words.len());
        }
    }
    if whole_year && after.starts_with('年') {
        return (Of::Year, "年".len());
    }
    if after.starts_with('分')
        && !["分钟", "分别", "分之", "分项"]
            .iter()
            .any(|word| after.starts_with(word))
    {
        return (Of::Score, "分".len());
    }
    if let Some(counted) = COUNTED.iter().find(|counted| after.starts_with(**counted)) {
        return (Of::Count(counted), counted.len());
    }
    // 万 and 亿 alone are money, but where they count things: 5万人次.
    let alone = |sign: &str| {
        let things = |c: char| "人户亩平份次件名吨辆个只条台套米公张头株册字".contains(c);
        after
            .strip_prefix(sign)
            .is_some_and(|rest| !rest.starts_with(things))
    };
    if alone("万") {
        return money(0, false, "万".len());
    }
    if alone("亿") {
        return money(4, false, "亿".len());
    }
    (Of::Nothing, 0)
}

/// `1.2、3.4和5.6万元`: the unit stands behind the last alone. Where others have theirs, one that has none lacks it.
fn units_of_lists(text: &str, figures: &mut [Figure]) {
    let mut last = true;
    for at in (1..figures.len()).rev() {
        let (before, after) = figures.split_at_mut(at);
        let (Some(left), Some(right)) = (before.last_mut(), after.first()) else {
            continue;
        };
        let between = text.get(left.range.end..right.digits.start).unwrap_or("");
        let listed = matches!(between, "、" | "和" | "及" | "与" | "," | "，");
        let unit = matches!(right.of, Of::Money { .. } | Of::Percent);
        if listed && left.of == Of::Nothing && unit && last {
            left.of = right.of.clone();
        } else {
            // The next to the left is the end of another list, or one that has its own unit.
            last = !listed;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each figure as `value unit`.
    fn read(text: &str) -> String {
        let flat = crate::flat::Flat::of(text).text;
        let one = |figure: Figure| {
            let unit = match figure.of {
                Of::Money { power: 4, .. } => "yi",
                Of::Money { power: 0, .. } => "wan",
                Of::Money { .. } => "yuan",
                Of::Percent => "%",
                Of::Times => "times",
                Of::Points => "points",
                Of::Year => "year",
                Of::Score => "score",
                Of::Count(counted) => counted,
                Of::Nothing => "-",
            };
            format!(
                "{}{}{}",
                figure.value,
                unit,
                if figure.bound { "!" } else { "" }
            )
        };
        figures(&flat)
            .into_iter()
            .map(one)
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn figures_are_read_with_their_units() {
        for (text, figures) in [
            (
                "2020 年度收、支总计 1,552.63 万元，增长 0.5%",
                "2020year 1552.63wan 0.5%",
            ),
            ("各是1234.5,1234.5万元", "1234.5wan 1234.5wan"),
            (
                "货物、工程和服务分别为1.2、3.4和5.60万元",
                "1.2wan 3.4wan 5.60wan",
            ),
            ("１，５５２．６３万元，占９９．９％", "1552.63wan 99.9%"),
            ("财预〔2020〕10号，第3条，15分钟", "15-"),
            ("单价100万元（含）以上设备0台（套）", "100wan! 0台(套)"),
            (
                "国内公务接待支出0.39万（含外宾接待支出0.00万元）",
                "0.39wan 0.00wan",
            ),
            (
                "1.社会保障和就业支出（类）。2、其他（项）3.40亿元",
                "3.40yi",
            ),
            ("提高3.2个百分点，减少-5万元", "3.2points -5wan"),
            ("90%-95%", "90% 95%"),
            ("2080501行政单位离退休54.53万元", "54.53wan"),
            (
                "平均得分99.33分（其中，优39个、良0个）",
                "99.33score 39个 0个",
            ),
            ("服务5万人次", "5万人"),
            ("公务接待2批次、26人次", "2批次 26人次"),
            ("增长13.95。", "13.95-"),
            ("与2019498.83万元相比", "2019year 498.83wan"),
        ] {
            assert_eq!(read(text), figures, "{text}");
        }
    }
}
