//! Levels of headings by their printed numbers: the one rule of all readers, and of who reads a paper.

/// Chinese numerals as they number sections.
pub const CHINESE_DIGITS: &str = "一二三四五六七八九十百零〇";

/// The level that the number before a title tells: 第一部分 1, 一、 2, （一） 3, 1. 4, （1） 5. Blanks do not count.
///
/// Items of a list are numbered alike: whether a numbered line is a heading is for the reader to say.
pub fn level_of(text: &str) -> Option<u8> {
    // A number takes up few characters: no need to look farther.
    let text: Vec<char> = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .take(16)
        .collect();
    let chinese = |from: usize| count(&text, from, |c| CHINESE_DIGITS.contains(c));
    let digits = |from: usize| count(&text, from, |c| c.is_ascii_digit());
    match text.first()? {
        '第' => {
            let count = chinese(1);
            let part = text.get(1 + count..3 + count) == Some(&['部', '分']);
            (count > 0 && part).then_some(1)
        }
        '（' | '(' => {
            let (chinese, digits) = (chinese(1), digits(1));
            let count = chinese.max(digits);
            let closed = count > 0 && matches!(text.get(1 + count), Some('）' | ')'));
            closed.then_some(if chinese > 0 { 3 } else { 5 })
        }
        _ => {
            let count = chinese(0);
            if count > 0 {
                return matches!(text.get(count), Some('、' | '．' | '.')).then_some(2);
            }
            let count = digits(0);
            let dot = matches!(text.get(count), Some('、' | '．' | '.'))
                && !text.get(count + 1).is_some_and(char::is_ascii_digit);
            ((1..=2).contains(&count) && dot).then_some(4)
        }
    }
}

/// The level of a line that is a title by its printed number: short, and no sentence. Items of lists are numbered
/// like titles: those by 1. and （1） are titles only where no mark at all is in them.
pub fn titled(text: &str) -> Option<u8> {
    let level = level_of(text)?;
    let length = text.chars().count();
    let body = text.trim_end().trim_end_matches('。');
    // The mark after 一、 and 1. belongs to the number.
    let after = body
        .char_indices()
        .skip(1)
        .find(|(_, c)| matches!(c, '、' | '.' | '．' | '）' | ')'));
    let after = after.map_or(body, |(at, mark)| {
        body.get(at + mark.len_utf8()..).unwrap_or_default()
    });
    let sentence = |marks: &[char]| after.contains(marks);
    let blank = after.trim().is_empty();
    // A line of the contents leads to its page.
    if text.contains("……") || text.contains("....") || text.contains('\t') {
        return None;
    }
    let fits = match level {
        1 => length <= 60 && !sentence(&['。', '；', '，']),
        2 | 3 => !blank && length <= 60 && !sentence(&['。', '；', '，', '：', ':', ';']),
        _ => {
            !blank
                && length <= 30
                && body.len() == text.trim_end().len()
                && !sentence(&[
                    '。', '；', '，', '：', ':', ';', '、', ',', '.', '%', '□', '☑',
                ])
        }
    };
    fits.then_some(level)
}

fn count(text: &[char], from: usize, is: impl Fn(char) -> bool) -> usize {
    text.iter().skip(from).take_while(|c| is(**c)).count()
}

#[cfg(test)]
mod tests {
    use super::level_of;

    #[test]
    fn numbers_of_headings() {
        for (text, level) in [
            ("第一部分 概况", Some(1)),
            ("第 二 部分", Some(1)),
            ("一、主要职能", Some(2)),
            ("十一、其他", Some(2)),
            ("（一）总体情况", Some(3)),
            ("(十二)总体情况", Some(3)),
            ("1.履行", Some(4)),
            ("1、履行", Some(4)),
            ("（1）履行", Some(5)),
            ("1.5万元", None),
            ("2024年度", None),
            ("一般公共预算", None),
            ("第一节", None),
            ("", None),
        ] {
            assert_eq!(level_of(text), level, "{text}");
        }
    }
}
