//! Wordings as data: a pattern says which words a text must have, and which part of them is meant.
//!
//! Characters stand for themselves. Half-width signs are the language: `(一|二)` one of them, `(…)?` or not,
//! `[一二]` one of these characters, `[!一二]` one that is none of them (the end of the text is none of them
//! either), `<…>` what is meant (without it all of it), and in braces
//! `{n}` a number, `{+}` one that is not zero, `{0}` a zero, `{y}` a year of four digits, `{9}` up to nine
//! characters of the same sentence, as few as will do, `{w9}` up to nine characters without signs between
//! clauses and without digits, `{^}` the beginning and `{$}` the end of the text.

use std::ops::Range;

/// A wording that is looked for.
#[derive(Debug, Clone, Default)]
pub(crate) struct Pattern {
    parts: Vec<Part>,
    /// The characters it can begin with; `None` where that may be any.
    firsts: Option<Vec<char>>,
    /// How many characters stand before those: one that is none of a set.
    lead: usize,
    /// Whether it begins where the text does.
    at_start: bool,
}

#[derive(Debug, Clone)]
enum Part {
    Char(char),
    Number(NumberKind),
    Year,
    OneOf(Vec<char>, bool),
    Any(Vec<Vec<Part>>, bool),
    Gap(usize),
    Words(usize),
    Start,
    End,
    Open,
    Close,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum NumberKind {
    Any,
    Zero,
    NotZero,
}

#[derive(Debug, Clone, Copy, Default)]
struct Found {
    end: usize,
    open: Option<usize>,
    close: Option<usize>,
}

/// Signs that end a sentence or one of its clauses.
pub(crate) const ENDS: &[char] = &['。', '；', '！', '？'];

fn parts_clauses(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '，' | '、' | '：' | ',' | ':' | '.')
}

impl Pattern {
    /// Reads a pattern.
    pub fn new(written: &str) -> Self {
        let chars: Vec<char> = written.chars().collect();
        let mut at = 0;
        let parts = sequence(&chars, &mut at);
        let mut firsts = Vec::new();
        let lead = usize::from(matches!(parts.first(), Some(Part::OneOf(_, true))));
        let known = begins(parts.get(lead..).unwrap_or(&[]), &mut firsts);
        Pattern {
            firsts: known.then_some(firsts),
            lead: if known { lead } else { 0 },
            at_start: matches!(parts.first(), Some(Part::Start)),
            parts,
        }
    }

    /// The characters that it can begin with, or that its second can be where the first is none of a set.
    pub fn firsts(&self) -> Option<&[char]> {
        self.firsts.as_deref()
    }

    /// How many characters stand before those.
    pub fn lead(&self) -> usize {
        self.lead
    }

    /// The first place from here on: what is meant, and where it ends as a whole.
    pub fn find(&self, text: &[char], from: usize) -> Option<(Range<usize>, usize)> {
        let last = if self.at_start { 0 } else { text.len() };
        (from..=last).find_map(|start| self.at(text, start))
    }

    /// What is meant of it where it begins here, and where it ends as a whole.
    pub fn at(&self, text: &[char], start: usize) -> Option<(Range<usize>, usize)> {
        if let Some(firsts) = &self.firsts
            && !text
                .get(start + self.lead)
                .is_some_and(|c| firsts.contains(c))
        {
            return None;
        }
        let begun = Found {
            end: start,
            ..Found::default()
        };
        let found = run(&self.parts, &[], text, begun)?;
        let meant = found.open.unwrap_or(start)..found.close.unwrap_or(found.end);
        Some((meant, found.end))
    }

    /// Every place, one behind the other.
    pub fn all(&self, text: &[char]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some((meant, end)) = self.find(text, from) {
            from = meant.end.max(from + 1);
            if end == from && meant.is_empty() {
                from += 1;
            }
            found.push(meant);
        }
        found
    }

    /// Whether it occurs.
    pub fn occurs(&self, text: &[char]) -> bool {
        self.find(text, 0).is_some()
    }
}

/// Adds the characters that these parts can begin with; false where that may be any, or nothing.
fn begins(parts: &[Part], firsts: &mut Vec<char>) -> bool {
    for part in parts {
        match part {
            Part::Char(c) => firsts.push(*c),
            Part::OneOf(set, false) => firsts.extend(set),
            Part::Number(_) => firsts.extend('0'..='9'),
            Part::Year => firsts.extend("12一二〇○零".chars()),
            Part::Any(choices, optional) => {
                if !choices.iter().all(|choice| begins(choice, firsts)) {
                    return false;
                }
                if *optional {
                    continue;
                }
            }
            Part::Open | Part::Close => continue,
            _ => return false,
        }
        return true;
    }
    false
}

/// Parts up to the end, `|` or `)`.
fn sequence(chars: &[char], at: &mut usize) -> Vec<Part> {
    let mut parts = Vec::new();
    while let Some(&c) = chars.get(*at) {
        *at += 1;
        match c {
            '|' | ')' => {
                *at -= 1;
                break;
            }
            '(' => parts.push(group(chars, at)),
            '[' => {
                let not = chars.get(*at) == Some(&'!');
                *at += usize::from(not);
                let inner = until(chars, at, ']');
                parts.push(Part::OneOf(inner, not));
            }
            '{' => {
                let inner: String = until(chars, at, '}').into_iter().collect();
                parts.push(match inner.as_str() {
                    "n" => Part::Number(NumberKind::Any),
                    "+" => Part::Number(NumberKind::NotZero),
                    "0" => Part::Number(NumberKind::Zero),
                    "y" => Part::Year,
                    "^" => Part::Start,
                    "$" => Part::End,
                    most => match most.strip_prefix('w') {
                        Some(most) => Part::Words(most.parse().unwrap_or(0)),
                        None => Part::Gap(most.parse().unwrap_or(0)),
                    },
                });
            }
            '<' => parts.push(Part::Open),
            '>' => parts.push(Part::Close),
            c => parts.push(Part::Char(c)),
        }
    }
    parts
}

fn group(chars: &[char], at: &mut usize) -> Part {
    let mut choices = vec![sequence(chars, at)];
    while chars.get(*at) == Some(&'|') {
        *at += 1;
        choices.push(sequence(chars, at));
    }
    *at += 1;
    let optional = chars.get(*at) == Some(&'?');
    *at += usize::from(optional);
    Part::Any(choices, optional)
}

fn until(chars: &[char], at: &mut usize, end: char) -> Vec<char> {
    let mut inner = Vec::new();
    while let Some(&c) = chars.get(*at) {
        *at += 1;
        if c == end {
            break;
        }
        inner.push(c);
    }
    inner
}

/// Parts, and those that come behind them, outermost last.
fn run(parts: &[Part], behind: &[&[Part]], text: &[char], found: Found) -> Option<Found> {
    let Some((part, rest)) = parts.split_first() else {
        let Some((next, outer)) = behind.split_last() else {
            return Some(found);
        };
        return run(next, outer, text, found);
    };
    let go_on = |end: usize| run(rest, behind, text, Found { end, ..found });
    match part {
        Part::Char(c) => (text.get(found.end) == Some(c)).then(|| go_on(found.end + 1))?,
        Part::OneOf(set, not) => match text.get(found.end) {
            Some(c) if set.contains(c) != *not => go_on(found.end + 1),
            None if *not => go_on(found.end),
            _ => None,
        },
        Part::Number(kind) => number(text, found.end, *kind).and_then(go_on),
        Part::Year => year(text, found.end).and_then(go_on),
        Part::Start => (found.end == 0).then(|| go_on(0))?,
        Part::End => (found.end == text.len()).then(|| go_on(found.end))?,
        Part::Open => {
            let open = Some(found.end);
            run(rest, behind, text, Found { open, ..found })
        }
        Part::Close => {
            let close = Some(found.end);
            run(rest, behind, text, Found { close, ..found })
        }
        Part::Gap(most) | Part::Words(most) => {
            let words = matches!(part, Part::Words(_));
            for length in 0..=*most {
                if let Some(done) = go_on(found.end + length) {
                    return Some(done);
                }
                match text.get(found.end + length) {
                    Some(c) if words && parts_clauses(*c) => break,
                    Some(c) if !ENDS.contains(c) => {}
                    _ => break,
                }
            }
            None
        }
        Part::Any(choices, optional) => {
            let mut outer = behind.to_vec();
            outer.push(rest);
            choices
                .iter()
                .find_map(|choice| run(choice, &outer, text, found))
                .or_else(|| if *optional { go_on(found.end) } else { None })
        }
    }
}

/// Where a number that begins here ends.
pub(crate) fn number_end(text: &[char], start: usize) -> Option<usize> {
    let digit = |at: usize| text.get(at).is_some_and(char::is_ascii_digit);
    let before = |back: usize| start.checked_sub(back).and_then(|at| text.get(at));
    if !digit(start)
        || before(1).is_some_and(|c| c.is_ascii_alphanumeric())
        || (before(1).is_some_and(|c| matches!(c, '.' | ','))
            && before(2).is_some_and(char::is_ascii_digit))
    {
        return None;
    }
    let mut end = start;
    while digit(end) || (matches!(text.get(end), Some('.' | ',')) && digit(end + 1)) {
        end += 1;
    }
    Some(end)
}

fn number(text: &[char], start: usize, kind: NumberKind) -> Option<usize> {
    let end = number_end(text, start)?;
    let zero = text
        .get(start..end)?
        .iter()
        .all(|c| matches!(c, '0' | '.' | ','));
    match kind {
        NumberKind::Any => Some(end),
        NumberKind::Zero => zero.then_some(end),
        NumberKind::NotZero => (!zero).then_some(end),
    }
}

fn year(text: &[char], start: usize) -> Option<usize> {
    year_at(text, start).map(|_| start + 4)
}

/// The year of four digits, or of four Chinese ones, that begins here.
pub(crate) fn year_at(text: &[char], start: usize) -> Option<u16> {
    let digit = |c: &char| match c {
        '0'..='9' => c.to_digit(10),
        '〇' | '○' | '零' | 'Ｏ' => Some(0),
        other => "一二三四五六七八九"
            .chars()
            .zip(1..)
            .find_map(|(c, value)| (c == *other).then_some(value)),
    };
    let before = start.checked_sub(1).and_then(|at| text.get(at));
    if before.is_some_and(char::is_ascii_digit)
        || text.get(start + 4).is_some_and(char::is_ascii_digit)
    {
        return None;
    }
    let mut year = 0u16;
    for c in text.get(start..start + 4)? {
        year = year * 10 + u16::try_from(digit(c)?).ok()?;
    }
    (1990..2100).contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[test]
    fn what_is_meant_is_found() {
        for (pattern, text, meant) in [
            (
                "增加（减少）",
                "比上年增加（减少）0万元",
                Some("增加（减少）"),
            ),
            ("(增长|下降)<{n}>[!%]", "增长13.95。", Some("13.95")),
            ("(增长|下降)<{n}>[!%]", "增长13.95%。", None),
            ("(增长|下降)<{n}>[!%]", "增长13.95", Some("13.95")),
            ("增加{0}", "增加0.00万元", Some("增加0.00")),
            ("增加{0}", "增加0.01万元", None),
            ("增加{+}", "增加0.01万元", Some("增加0.01")),
            ("与<{y}>年(度)?相比", "与2023年度相比", Some("2023")),
            ("与<{y}>年(度)?相比", "与2023年相比", Some("2023")),
            ("与<{y}>年", "与二〇二三年", Some("二〇二三")),
            ("(一|二){3}三", "二四五三", Some("二四五三")),
            ("(一|二){3}三", "二四。三", None),
            ("占{w4}<{n}>[!%]", "占总支出5。", Some("5")),
            ("占{w4}<{n}>[!%]", "占总，支出5。", None),
            ("占{w4}<{n}>[!%]", "占总共的支出5。", None),
            ("{^}第(一|二)部分", "第二部分概况", Some("第二部分")),
            ("{^}部分", "第二部分概况", None),
            ("情况{$}", "说明情况", Some("情况")),
            ("支出[为是]万元", "支出为万元", Some("支出为万元")),
            ("((一|二)(三)?|四)五", "一三五", Some("一三五")),
            ("{n}万元", "与2019498.83万元", Some("2019498.83万元")),
            ("", "一", Some("")),
        ] {
            let chars: Vec<char> = text.chars().collect();
            let found = Pattern::new(pattern)
                .find(&chars, 0)
                .map(|(range, _)| chars[range].iter().collect::<String>());
            assert_eq!(found.as_deref(), meant, "{pattern} in {text}");
        }
    }

    #[test]
    fn a_pattern_that_is_not_whole_does_no_harm() {
        for pattern in ["(", ")", "[", "{", "<", "(一|", "[!", "{x}", "一)二"] {
            let _ = Pattern::new(pattern).find(&['一', '二'], 0);
        }
    }

    #[test]
    fn every_place_is_found_once() {
        let text: Vec<char> = "增加1万元，增加2万元，增加3元".chars().collect();
        assert_eq!(Pattern::new("增加{n}万元").all(&text).len(), 2);
        assert_eq!(Pattern::new("").all(&text).len(), text.len() + 1);
    }
}
