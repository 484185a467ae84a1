//! Sentences as templates: words, and figures named in braces; and the conditions under which they are
//! said. Parsed once, when a style is read or a sentence is worded.

use serde::{Deserialize, Deserializer};
use std::ops::Range;

/// A piece of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Words, as they are written.
    Words(String),
    /// `{收入合计·增减}`: what it is of, and what is said of it.
    Slot(Name),
}

/// The name of a figure or text, parted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name {
    text: String,
    /// How many bytes of it say what it is of, and where what is said of it begins.
    parted: Option<(usize, usize)>,
}

/// A [`Name`], borrowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot<'a> {
    /// The whole name, for what cannot be found.
    pub text: &'a str,
    /// The figure or text itself.
    pub of: &'a str,
    /// What is said of it; none where it is itself.
    pub what: Option<&'a str>,
}

impl Name {
    pub(crate) fn read(text: &str) -> Self {
        let text = text.trim();
        let point = text.char_indices().find(|(_, c)| matches!(c, '·' | '・'));
        Name {
            text: text.to_owned(),
            parted: point.map(|(at, c)| (at, at + c.len_utf8())),
        }
    }

    /// Its parts.
    pub fn slot(&self) -> Slot<'_> {
        let text = self.text.as_str();
        match self.parted {
            Some((of, what)) => Slot {
                text,
                of: text[..of].trim(),
                what: Some(text[what..].trim()),
            },
            None => Slot {
                text,
                of: text,
                what: None,
            },
        }
    }
}

/// Parts a template. A brace that is not closed is a character like any other.
pub fn parts(template: &str) -> Vec<Part> {
    let spans = spans(template).into_iter();
    spans.map(|(_, part)| part).collect()
}

/// Its parts, and which bytes of the template each of them is.
pub(crate) fn spans(template: &str) -> Vec<(Range<usize>, Part)> {
    let mut parts = Vec::new();
    let mut rest = template;
    let mut at = 0;
    let words = |at: usize, text: &str| {
        let words = Part::Words(text.to_owned());
        (at..at + text.len(), words)
    };
    while let Some(open) = rest.find(['{', '｛']) {
        let brace = rest[open..].chars().next().map_or(1, char::len_utf8);
        let behind = &rest[open + brace..];
        let Some(close) = behind.find(['}', '｝', '{', '｛']) else {
            break;
        };
        let inside = open + brace + close;
        let end = behind[close..].chars().next().unwrap_or(' ');
        if matches!(end, '{' | '｛') {
            parts.push(words(at, &rest[..inside]));
            rest = &behind[close..];
            at += inside;
            continue;
        }
        if open > 0 {
            parts.push(words(at, &rest[..open]));
        }
        let next = inside + end.len_utf8();
        let name = Name::read(&behind[..close]);
        parts.push((at + open..at + next, Part::Slot(name)));
        rest = &rest[next..];
        at += next;
    }
    if !rest.is_empty() {
        parts.push(words(at, rest));
    }
    parts
}

/// What a condition asks of a figure or text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// More than nothing.
    Positive,
    /// Nothing.
    Zero,
    /// More or less than nothing.
    NotZero,
    /// There is something at all.
    There,
    /// There is nothing at all.
    NotThere,
}

/// A condition that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the condition “{0}” cannot be read: each part of it ends in > 0, ≠ 0, = 0, 有 or 无")]
pub struct BadCondition(String);

/// When a sentence is said: `收入合计 > 0 且 总计·变动 ≠ 0`; always where the file has a blank.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Condition {
    /// Any of several groups, in each of which all must hold; none where it always holds.
    groups: Vec<Vec<(Name, Asked)>>,
}

impl Condition {
    /// Reads a condition.
    ///
    /// # Errors
    /// [`BadCondition`] where it asks nothing that can be asked.
    pub fn read(text: &str) -> Result<Self, BadCondition> {
        const ASKED: [(&str, Asked); 5] = [
            ("> 0", Asked::Positive),
            ("≠ 0", Asked::NotZero),
            ("= 0", Asked::Zero),
            (" 有", Asked::There),
            (" 无", Asked::NotThere),
        ];
        if text.trim().is_empty() {
            return Ok(Condition::default());
        }
        let one = |one: &str| {
            let one = one.trim();
            ASKED.iter().find_map(|(sign, asked)| {
                let name = one.strip_suffix(sign)?;
                (!name.trim().is_empty()).then(|| (Name::read(name), *asked))
            })
        };
        let groups = text
            .split(" 或 ")
            .map(|all| all.split(" 且 ").map(one).collect());
        match groups.collect() {
            Some(groups) => Ok(Condition { groups }),
            None => Err(BadCondition(text.to_owned())),
        }
    }

    /// Whether it holds whatever the figures are.
    pub fn is_always(&self) -> bool {
        self.groups.is_empty()
    }

    /// Any of several groups, in each of which all must hold.
    pub fn groups(&self) -> impl Iterator<Item = impl Iterator<Item = (Slot<'_>, Asked)>> {
        let groups = self.groups.iter();
        groups.map(|group| group.iter().map(|(name, asked)| (name.slot(), *asked)))
    }
}

impl<'de> Deserialize<'de> for Condition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Condition::read(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::{Asked, Condition, Name, Part, parts, spans};

    #[test]
    fn templates_are_parted() {
        let slot = |text| Part::Slot(Name::read(text));
        let words = |text: &str| Part::Words(text.to_owned());
        for (template, expected) in [
            ("", vec![]),
            ("没有数字。", vec![words("没有数字。")]),
            ("{总计}", vec![slot("总计")]),
            (
                "共{总计}万元，{总计·增减}。",
                vec![
                    words("共"),
                    slot("总计"),
                    words("万元，"),
                    slot("总计·增减"),
                    words("。"),
                ],
            ),
            ("｛ 总计 ｝元", vec![slot("总计"), words("元")]),
            ("{没有关上", vec![words("{没有关上")]),
            ("{一{总计}", vec![words("{一"), slot("总计")]),
        ] {
            assert_eq!(parts(template), expected, "{template}");
            let spans = spans(template);
            let whole: String = spans.iter().map(|(at, _)| &template[at.clone()]).collect();
            assert_eq!(whole, template, "every byte is of one part");
        }
    }

    #[test]
    fn names_are_parted() {
        for (text, of, what) in [
            ("总计", "总计", None),
            (" 总计 · 增减 ", "总计", Some("增减")),
            ("总计・增减", "总计", Some("增减")),
            ("一·二·三", "一", Some("二·三")),
            ("·", "", Some("")),
        ] {
            let name = Name::read(text);
            assert_eq!((name.slot().of, name.slot().what), (of, what), "{text}");
        }
    }

    #[test]
    fn conditions_are_read() {
        for (text, expected) in [
            ("", vec![]),
            ("总计 > 0", vec![vec![("总计", Asked::Positive)]]),
            (
                "总计·变动 ≠ 0 且 科目 有 或 参公 无",
                vec![
                    vec![("总计·变动", Asked::NotZero), ("科目", Asked::There)],
                    vec![("参公", Asked::NotThere)],
                ],
            ),
        ] {
            let condition = Condition::read(text).unwrap();
            let read: Vec<Vec<_>> = condition
                .groups()
                .map(|all| all.map(|(slot, asked)| (slot.text, asked)).collect())
                .collect();
            assert_eq!(read, expected, "{text}");
            assert_eq!(condition.is_always(), text.is_empty());
        }
        for text in ["总计", "总计 > 1", "> 0", "总计 > 0 且", "总计 > 0 且 科目"] {
            assert!(Condition::read(text).is_err(), "{text}");
        }
    }
}
