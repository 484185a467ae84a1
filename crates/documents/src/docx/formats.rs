//! Numbers of lists as they are printed: `3` is 三, ③, III, c.

use crate::roman::roman;

const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const LEGAL: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const LEGAL_OLD: [char; 10] = ['零', '壹', '貳', '參', '肆', '伍', '陸', '柒', '捌', '玖'];
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

/// The number in a format of Word (`w:numFmt`). What is beyond a format's signs, and what is not known, is
/// printed in digits, as word processors do.
pub(super) fn number(format: &str, number: i64) -> String {
    let signs = match format {
        "none" => return String::new(),
        "decimalZero" => return format!("{number:02}"),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).map(|it| it.to_lowercase()),
        "upperLetter" => letters(number, b'A'),
        "lowerLetter" => letters(number, b'a'),
        "ordinal" => return format!("{number}{}", ordinal(number)),
        "numberInDash" => return format!("- {number} -"),
        "chineseCounting" | "taiwaneseCounting" if number >= 100 => row(number, DIGITS, '○'),
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand" => {
            counted(number, DIGITS, ['十', '百', '千'], '○', Ones::Short)
        }
        "japaneseCounting" => counted(number, DIGITS, ['十', '百', '千'], '\0', Ones::None),
        "chineseLegalSimplified" => counted(number, LEGAL, ['拾', '佰', '仟'], '零', Ones::All),
        "ideographLegalTraditional" => {
            counted(number, LEGAL_OLD, ['拾', '佰', '仟'], '零', Ones::All)
        }
        "ideographDigital" | "japaneseDigitalTen" => row(number, DIGITS, '〇'),
        "taiwaneseDigital" => row(number, DIGITS, '○'),
        "ideographTraditional" => nth(STEMS, number),
        "ideographZodiac" => nth(BRANCHES, number),
        "ideographZodiacTraditional" => sixty(number),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => circled(number),
        "decimalEnclosedFullstop" => sign('⒈', number, 20),
        "decimalEnclosedParen" => sign('⑴', number, 20),
        "ideographEnclosedCircle" => sign('㊀', number, 10),
        "decimalFullWidth" | "decimalFullWidth2" => Some(full_width(number)),
        "hex" => return format!("{number:X}"),
        padded if padded.starts_with('0') => {
            let width = padded.len().min(9);
            return format!("{number:0width$}");
        }
        _ => None,
    };
    signs.unwrap_or_else(|| number.to_string())
}

fn digit(digits: [char; 10], value: i64) -> char {
    let index = usize::try_from(value % 10).unwrap_or(0);
    digits.get(index).copied().unwrap_or('〇')
}

/// Digit by digit: 二〇.
fn row(number: i64, digits: [char; 10], zero: char) -> Option<String> {
    (number >= 0).then(|| {
        number
            .to_string()
            .bytes()
            .map(|byte| match byte {
                b'0' => zero,
                byte => digit(digits, i64::from(byte - b'0')),
            })
            .collect()
    })
}

/// Where 一 stands before ten, hundred and thousand.
#[derive(Clone, Copy, PartialEq)]
enum Ones {
    /// 十一, but 一百一十.
    Short,
    /// 壹拾壹.
    All,
    /// 十一, 百十.
    None,
}

/// With ten, hundred and thousand between: 二十, 一百○一. `\0` for no sign where one is left out.
fn counted(
    number: i64,
    digits: [char; 10],
    units: [char; 3],
    zero: char,
    ones: Ones,
) -> Option<String> {
    if !(1..=9999).contains(&number) {
        return None;
    }
    let mut text = String::new();
    let mut gap = false;
    for (power, unit) in [
        (1000, Some(units[2])),
        (100, Some(units[1])),
        (10, Some(units[0])),
        (1, None),
    ] {
        let value = number / power % 10;
        if value == 0 {
            gap = !text.is_empty();
            continue;
        }
        if gap && zero != '\0' {
            text.push(zero);
        }
        gap = false;
        let bare = match ones {
            Ones::All => false,
            Ones::None => true,
            Ones::Short => power == 10 && text.is_empty(),
        };
        if value > 1 || unit.is_none() || !bare {
            text.push(digit(digits, value));
        }
        text.extend(unit);
    }
    Some(text)
}

/// a, b … z, aa, bb: the letter is repeated, as Word does.
fn letters(number: i64, first: u8) -> Option<String> {
    if !(1..=780).contains(&number) {
        return None;
    }
    let index = u8::try_from((number - 1) % 26).ok()?;
    let times = usize::try_from((number - 1) / 26 + 1).ok()?;
    Some(char::from(first + index).to_string().repeat(times))
}

fn ordinal(number: i64) -> &'static str {
    match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

fn nth(signs: &str, number: i64) -> Option<String> {
    let index = usize::try_from(number.checked_sub(1)?).ok()?;
    signs.chars().nth(index).map(String::from)
}

fn sixty(number: i64) -> Option<String> {
    if !(1..=60).contains(&number) {
        return None;
    }
    Some(nth(STEMS, (number - 1) % 10 + 1)? + &nth(BRANCHES, (number - 1) % 12 + 1)?)
}

/// The sign that stands so many behind the first in Unicode.
fn sign(first: char, number: i64, most: i64) -> Option<String> {
    if !(1..=most).contains(&number) {
        return None;
    }
    let offset = u32::try_from(number - 1).ok()?;
    char::from_u32(u32::from(first) + offset).map(String::from)
}

/// ① to ㊿.
pub(super) fn circled(number: i64) -> Option<String> {
    match number {
        1..=20 => sign('①', number, 20),
        21..=35 => sign('㉑', number - 20, 15),
        36..=50 => sign('㊱', number - 35, 15),
        _ => None,
    }
}

fn full_width(number: i64) -> String {
    number
        .to_string()
        .chars()
        .map(|c| match c {
            '0'..='9' => char::from_u32(u32::from(c) - 0x30 + 0xFF10).unwrap_or(c),
            '-' => '－',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn formats() {
        let cases: &[(&str, &[(i64, &str)])] = &[
            ("decimal", &[(1, "1"), (10, "10"), (0, "0")]),
            ("decimalZero", &[(1, "01"), (10, "10"), (100, "100")]),
            ("none", &[(1, "")]),
            (
                "chineseCounting",
                &[
                    (1, "一"),
                    (10, "十"),
                    (11, "十一"),
                    (20, "二十"),
                    (99, "九十九"),
                    (100, "一○○"),
                    (0, "0"),
                ],
            ),
            (
                "chineseCountingThousand",
                &[
                    (3, "三"),
                    (12, "十二"),
                    (100, "一百"),
                    (101, "一百○一"),
                    (110, "一百一十"),
                    (1001, "一千○一"),
                    (10000, "10000"),
                ],
            ),
            (
                "japaneseCounting",
                &[
                    (1, "一"),
                    (10, "十"),
                    (21, "二十一"),
                    (100, "百"),
                    (110, "百十"),
                    (101, "百一"),
                ],
            ),
            ("ideographDigital", &[(1, "一"), (10, "一〇"), (21, "二一")]),
            ("taiwaneseDigital", &[(10, "一○")]),
            (
                "chineseLegalSimplified",
                &[(1, "壹"), (10, "壹拾"), (12, "壹拾贰")],
            ),
            ("ideographTraditional", &[(1, "甲"), (10, "癸"), (11, "11")]),
            ("ideographZodiac", &[(1, "子"), (12, "亥"), (13, "13")]),
            ("ideographZodiacTraditional", &[(1, "甲子"), (60, "癸亥")]),
            (
                "decimalEnclosedCircle",
                &[
                    (1, "①"),
                    (20, "⑳"),
                    (21, "㉑"),
                    (36, "㊱"),
                    (50, "㊿"),
                    (51, "51"),
                ],
            ),
            ("decimalEnclosedCircleChinese", &[(3, "③")]),
            ("decimalEnclosedFullstop", &[(1, "⒈"), (21, "21")]),
            ("decimalEnclosedParen", &[(2, "⑵")]),
            ("ideographEnclosedCircle", &[(10, "㊉")]),
            ("decimalFullWidth", &[(1, "１"), (12, "１２")]),
            ("upperRoman", &[(4, "IV"), (19, "XIX"), (4000, "4000")]),
            ("lowerRoman", &[(9, "ix")]),
            (
                "upperLetter",
                &[(1, "A"), (26, "Z"), (27, "AA"), (28, "BB")],
            ),
            ("lowerLetter", &[(3, "c"), (0, "0")]),
            ("ordinal", &[(1, "1st"), (12, "12th"), (22, "22nd")]),
            ("numberInDash", &[(1, "- 1 -")]),
            ("001", &[(7, "007")]),
            ("somethingElse", &[(5, "5")]),
        ];
        for (format, numbers) in cases {
            for (number, expected) in *numbers {
                assert_eq!(
                    super::number(format, *number),
                    *expected,
                    "{format} {number}"
                );
            }
        }
    }
}
