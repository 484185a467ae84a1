//! Numbers of headings and items: one left out, or one twice.

use super::look::Proof;
use crate::passage::{DocumentPart, Passage, Role};
use crate::{Matter, Severity};

/// How numbers are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// 第一部分
    Part,
    /// 一、
    Chinese,
    /// （一）
    ChineseInBrackets,
    /// 1. 1、 1．
    Arabic,
    /// （1）
    ArabicInBrackets,
    /// 1）
    ArabicHalfBracket,
}

/// A number at the beginning of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    pub style: Style,
    pub number: usize,
    /// How many characters it takes up.
    pub length: usize,
}

const DIGITS: &str = "一二三四五六七八九";

/// 1 to 99 in Chinese.
pub(crate) fn chinese(chars: &[char]) -> Option<usize> {
    let digit = |c: &char| DIGITS.chars().position(|d| d == *c).map(|at| at + 1);
    match chars {
        ['十'] => Some(10),
        ['十', ones] => Some(10 + digit(ones)?),
        [tens, '十'] => Some(digit(tens)? * 10),
        [tens, '十', ones] => Some(digit(tens)? * 10 + digit(ones)?),
        [one] => digit(one),
        _ => None,
    }
}

/// A number from 1 to 99 in Chinese.
pub(crate) fn in_chinese(number: usize) -> String {
    let digit = |n: usize| {
        DIGITS
            .chars()
            .nth(n.wrapping_sub(1))
            .map(String::from)
            .unwrap_or_default()
    };
    match (number / 10, number % 10) {
        (0, ones) => digit(ones),
        (1, ones) => format!("十{}", digit(ones)),
        (tens, ones) => format!("{}十{}", digit(tens), digit(ones)),
    }
}

impl Mark {
    /// The number that a text begins with.
    pub fn of(chars: &[char]) -> Option<Mark> {
        let is_chinese = |c: &&char| **c == '十' || DIGITS.contains(**c);
        let bracket = usize::from(chars.first() == Some(&'（'));
        let part = usize::from(chars.first() == Some(&'第'));
        let start = bracket + part;
        let rest = chars.get(start..)?;
        let in_chinese = rest.iter().take_while(is_chinese).count();
        let in_digits = rest.iter().take_while(|c| c.is_ascii_digit()).count();
        let count = in_chinese.max(in_digits);
        let number = if in_chinese > 0 {
            chinese(rest.get(..in_chinese)?)?
        } else if (1..=2).contains(&in_digits) {
            rest.get(..in_digits)?
                .iter()
                .collect::<String>()
                .parse()
                .ok()?
        } else {
            return None;
        };
        let behind = rest.get(count)?;
        let after = rest.get(count + 1);
        let style = match (bracket, part, in_chinese > 0, behind) {
            (0, 1, true, '部') if after == Some(&'分') => Style::Part,
            (0, 0, true, '、') => Style::Chinese,
            (1, 0, true, '）') => Style::ChineseInBrackets,
            (1, 0, false, '）') => Style::ArabicInBrackets,
            (0, 0, false, '）') => Style::ArabicHalfBracket,
            (0, 0, false, '、' | '.' | '．') if !after.is_some_and(char::is_ascii_digit) => {
                Style::Arabic
            }
            _ => return None,
        };
        let length = start + count + if style == Style::Part { 2 } else { 1 };
        Some(Mark {
            style,
            number,
            length,
        })
    }

    /// As it would be printed with another number, beside one that is printed so.
    fn with(self, number: usize, printed: &str) -> String {
        let old: String = printed
            .chars()
            .filter(|c| *c == '十' || DIGITS.contains(*c))
            .collect();
        if old.is_empty() {
            printed.replacen(&self.number.to_string(), &number.to_string(), 1)
        } else {
            printed.replacen(&old, &in_chinese(number), 1)
        }
    }
}

/// A list that goes on.
struct Running<'a> {
    mark: Mark,
    passage: &'a Passage,
    at: usize,
    /// Whether it began with 1 and went on without a break.
    orderly: bool,
    /// The last numbers of lists around it that are written the same way.
    outer: Vec<usize>,
}

/// A document of fewer passages, without contents and tables, may be a part of one.
const EXCERPT: usize = 40;

pub(super) fn check(proof: &mut Proof<'_>) {
    let passages: Vec<&Passage> = proof
        .passages
        .iter()
        .filter(|p| !p.is_cell() && p.part != DocumentPart::Contents)
        .collect();
    let all = proof.passages.iter();
    let excerpt = passages.len() < EXCERPT
        && !all
            .clone()
            .any(|p| p.part == DocumentPart::Contents || p.is_cell());
    let mut lists: Vec<Running<'_>> = Vec::new();
    let mut faults = Vec::new();
    for (at, passage) in passages.iter().enumerate() {
        let Some(mark) = Mark::of(&passage.plain.chars) else {
            if matches!(passage.role, Role::Heading(1)) {
                lists.clear();
            }
            continue;
        };
        if mark.style == Style::Part {
            // A part ends every list but that of the parts.
            lists.retain(|list| list.mark.style == Style::Part);
        }
        let known = lists.iter().position(|list| list.mark.style == mark.style);
        let mut now = Running {
            mark,
            passage,
            at,
            orderly: mark.number == 1,
            outer: Vec::new(),
        };
        if let Some(known) = known {
            lists.truncate(known + 1);
            if let Some(before) = lists.pop() {
                let behind = passages.get(at + 1..).unwrap_or(&[]);
                let between = passages.get(before.at..at).unwrap_or(&[]);
                if go_on(&before, &mut now, between, behind) {
                    let mistyped = now.mark.number != mark.number;
                    let left_out = mark.number > before.mark.number + 2 && !mistyped;
                    faults.push((before.passage, before.mark, *passage, mark, left_out));
                }
            }
        }
        lists.push(now);
    }
    for (before, before_mark, passage, mark, left_out) in faults {
        let printed = passage.plain.slice(0..mark.length);
        let matter = Matter::Numbering {
            before: before.plain.slice(0..before_mark.length),
            right: mark.with(before_mark.number + 1, &printed),
            printed,
        };
        // Templates themselves print the second part without its number. What was cut out of a document lacks several
        // of its sections.
        let severity = match mark.style {
            Style::Part => Severity::Notice,
            _ if excerpt && left_out => Severity::Notice,
            _ => Severity::Warning,
        };
        proof.add(severity, matter, passage.spot(0..mark.length));
        if let Some(finding) = proof.found.last_mut() {
            finding.also.push(before.spot(0..before_mark.length));
        }
    }
}

/// Whether the list goes on with a fault; what goes on says what it is then.
fn go_on(
    before: &Running<'_>,
    now: &mut Running<'_>,
    between: &[&Passage],
    behind: &[&Passage],
) -> bool {
    let number = now.mark.number;
    if number == before.mark.number + 1 {
        now.orderly = before.orderly;
        now.outer.clone_from(&before.outer);
    } else if number == 1 {
        now.outer.clone_from(&before.outer);
        now.outer.push(before.mark.number);
    } else if let Some(outer) = before.outer.iter().rposition(|last| last + 1 == number) {
        now.orderly = true;
        now.outer.extend(before.outer.iter().take(outer));
    } else if before.orderly && is_fault(before, now.mark, between, behind) {
        now.orderly = true;
        now.outer.clone_from(&before.outer);
        let next = next_number(now.mark, behind);
        // Mistyped: the next goes on from what this should be.
        if next == Some(before.mark.number + 2) {
            now.mark.number = before.mark.number + 1;
        }
        return true;
    }
    false
}

/// The next number that is written the same way.
fn next_number(mark: Mark, behind: &[&Passage]) -> Option<usize> {
    behind
        .iter()
        .filter_map(|p| Mark::of(&p.plain.chars))
        .find(|next| next.style == mark.style)
        .map(|next| next.number)
}

/// A number twice, one mistyped, or one or two left out that do not stand within a paragraph between.
fn is_fault(before: &Running<'_>, mark: Mark, between: &[&Passage], behind: &[&Passage]) -> bool {
    match next_number(mark, behind) {
        Some(next) if next == before.mark.number + 2 => return true,
        Some(next) if next != mark.number + 1 && next != 1 => return false,
        _ => {}
    }
    if mark.number == before.mark.number {
        return true;
    }
    let left_out = before.mark.number + 1..mark.number;
    if left_out.is_empty() || left_out.len() > 2 {
        return false;
    }
    let printed = before.passage.plain.slice(0..before.mark.length);
    let signs: &[&str] = match before.mark.style {
        Style::Part => &["部分"],
        Style::Chinese => &["、"],
        Style::Arabic => &["、", ".", "．"],
        _ => &["）"],
    };
    let end: String = printed.chars().rev().take(1).collect();
    left_out.into_iter().all(|number| {
        let wanted = before.mark.with(number, &printed);
        let digits = wanted.trim_end_matches("部分").trim_end_matches(&end);
        let stands = |passage: &&Passage| {
            signs
                .iter()
                .any(|sign| passage.plain.has(&format!("{digits}{sign}")))
        };
        !between.iter().any(stands)
    })
}

#[cfg(test)]
mod tests {
    use super::{Mark, Style, chinese, in_chinese};
    use crate::Matter;
    use crate::plain::Plain;
    use crate::proof::cases::{hold, hold_nothing};

    fn numbering(matter: &Matter) -> bool {
        matches!(matter, Matter::Numbering { .. })
    }

    #[test]
    fn marks_are_read() {
        for (text, expected) in [
            ("一、主要职能", Some((Style::Chinese, 1))),
            ("二十一、其他", Some((Style::Chinese, 21))),
            ("（十二）其他", Some((Style::ChineseInBrackets, 12))),
            ("(1)其他", Some((Style::ArabicInBrackets, 1))),
            ("1.其他", Some((Style::Arabic, 1))),
            ("10．其他", Some((Style::Arabic, 10))),
            ("3、其他", Some((Style::Arabic, 3))),
            ("2）其他", Some((Style::ArabicHalfBracket, 2))),
            ("第三部分 说明", Some((Style::Part, 3))),
            ("1.5万元", None),
            ("2024年度", None),
            ("一是加强管理", None),
            ("一般公共预算", None),
            ("123、其他", None),
            ("", None),
        ] {
            let mark = Mark::of(&Plain::of(text).chars).map(|mark| (mark.style, mark.number));
            assert_eq!(mark, expected, "{text}");
        }
        for number in 1..100 {
            let written: Vec<char> = in_chinese(number).chars().collect();
            assert_eq!(chinese(&written), Some(number));
        }
    }

    #[test]
    fn gaps_and_doubles() {
        hold(
            numbering,
            &[
                (
                    "# 一、概况\n# 二、收入\n# 四、支出\n# 五、其他",
                    "W 四、 +1",
                ),
                (
                    "# 一、概况\n# 二、收入\n# 二、支出\n# 三、其他",
                    "W 二、 +1",
                ),
                ("（一）概况\n（二）收入\n（四）支出", "W （四） +1"),
                ("1.概况\n2.收入\n4.支出\n5.其他", "W 4. +1"),
                ("1、概况\n2、收入\n2、支出\n3、其他", "W 2、 +1"),
                ("(1)概况\n(2)收入\n(4)支出", "W (4) +1"),
                (
                    "# 第一部分 概况\n# 第二部分 收入\n# 第四部分 支出",
                    "N 第四部分 +1",
                ),
                ("一、概况\n（一）收入\n（二）支出\n三、其他", "W 三、 +1"),
                ("九、概况\n十、收入\n十二、支出", ""),
                ("一、概况\n三、收入\n三、支出\n四、其他", "W 三、 +1"),
                ("一、概况\n五、收入\n三、支出\n四、其他", "W 五、 +1"),
                ("一、概况\n四、收入\n五、支出", "N 四、 +1"),
                (
                    "目录\n一、概况\n二、收入\n一、概况\n四、收入\n五、支出",
                    "W 四、 +1",
                ),
                ("一、概况\n二、收入\n二、支出\n四、其他", "W 二、 +1"),
                (
                    "一、甲\n二、乙\n三、丙\n四、丁\n五、戊\n六、己\n七、庚\n八、辛\n九、壬\n十、癸\n十二、子",
                    "W 十二、 +1",
                ),
                (
                    "# 第一部分 概况\n一、甲\n三、乙\n# 第二部分 收入\n一、丙\n二、丁",
                    "W 三、 +1",
                ),
            ],
        );
    }

    #[test]
    fn lists_that_are_in_order() {
        hold_nothing(
            numbering,
            &[
                "# 一、概况\n# 二、收入\n# 三、支出",
                "1.概况\n2.收入\n1.支出\n2.其他",
                // A list within a list, written the same way.
                "1.概况\n1.收入\n2.支出\n3.其他\n2.后记",
                "1.概况\n2.收入\n1.支出\n2.其他\n3.税金\n3.后记\n4.附件",
                "一、概况\n1.甲\n2.乙\n二、收入\n1.丙\n2.丁",
                "（一）概况\n（二）收入\n# 第二部分\n（四）支出",
                // The one that seems left out stands within a paragraph.
                "1.概况\n2.收入。3.支出。\n4.其他",
                "1.5万元用于水费\n3.5万元用于电费",
                "2024年收入\n2026年支出",
                "|1.甲\n|3.乙",
                "3.甲\n5.乙",
                "1.甲\n7.乙",
                "# 目录\n一、甲\n三、乙",
            ],
        );
    }
}
