//! Sentences as templates: words, and figures named in braces.

/// A piece of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part<'a> {
    Words(&'a str),
    /// `{收入合计·增减}`: what it is of, and what is said of it.
    Slot(Slot<'a>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slot<'a> {
    /// The whole name, for what cannot be found.
    pub text: &'a str,
    pub of: &'a str,
    pub what: Option<&'a str>,
}

impl<'a> Slot<'a> {
    pub fn read(text: &'a str) -> Self {
        let text = text.trim();
        match text.split_once(['·', '・']) {
            Some((of, what)) => Slot {
                text,
                of: of.trim(),
                what: Some(what.trim()),
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
pub(super) fn parts(template: &str) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let mut rest = template;
    while let Some(open) = rest.find(['{', '｛']) {
        let brace = rest[open..].chars().next().map_or(1, char::len_utf8);
        let behind = &rest[open + brace..];
        let Some(close) = behind.find(['}', '｝', '{', '｛']) else {
            break;
        };
        let end = behind[close..].chars().next().unwrap_or(' ');
        if matches!(end, '{' | '｛') {
            parts.push(Part::Words(&rest[..open + brace + close]));
            rest = &behind[close..];
            continue;
        }
        if open > 0 {
            parts.push(Part::Words(&rest[..open]));
        }
        parts.push(Part::Slot(Slot::read(&behind[..close])));
        rest = &behind[close + end.len_utf8()..];
    }
    if !rest.is_empty() {
        parts.push(Part::Words(rest));
    }
    parts
}

/// What a condition asks of a figure or text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    Positive,
    Zero,
    NotZero,
    /// There is something at all.
    There,
    NotThere,
}

/// `收入合计 > 0 且 总计·变动 ≠ 0`: any of several groups, in each of which all must hold.
pub(super) fn condition(text: &str) -> Option<Vec<Vec<(Slot<'_>, Asked)>>> {
    let one = |text| -> Option<(Slot, Asked)> {
        let text: &str = text;
        let text = text.trim();
        const ASKED: [(&str, Asked); 5] = [
            ("> 0", Asked::Positive),
            ("≠ 0", Asked::NotZero),
            ("= 0", Asked::Zero),
            (" 有", Asked::There),
            (" 无", Asked::NotThere),
        ];
        ASKED.iter().find_map(|(sign, asked)| {
            let name = text.strip_suffix(sign)?;
            Some((Slot::read(name), *asked))
        })
    };
    text.split(" 或 ")
        .map(|all| all.split(" 且 ").map(one).collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Part, Slot, condition, parts};
    use crate::accounts::Style;

    #[test]
    fn templates_are_parted() {
        let slot = |text| Part::Slot(Slot::read(text));
        for (template, expected) in [
            ("", vec![]),
            ("没有数字。", vec![Part::Words("没有数字。")]),
            ("{总计}", vec![slot("总计")]),
            (
                "共{总计}万元，{总计·增减}。",
                vec![
                    Part::Words("共"),
                    slot("总计"),
                    Part::Words("万元，"),
                    slot("总计·增减"),
                    Part::Words("。"),
                ],
            ),
            ("｛ 总计 ｝元", vec![slot("总计"), Part::Words("元")]),
            ("{没有关上", vec![Part::Words("{没有关上")]),
            ("{一{总计}", vec![Part::Words("{一"), slot("总计")]),
        ] {
            assert_eq!(parts(template), expected, "{template}");
        }
    }

    #[test]
    fn every_condition_of_the_styles_reads() {
        for template in Style::all().iter().flat_map(Style::templates) {
            if !template.when.is_empty() {
                assert!(condition(&template.when).is_some(), "{}", template.when);
            }
        }
    }
}
