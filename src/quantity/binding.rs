//! Words and signs that bind a target: what is said before and behind its number.
//!
//! Two lists say what each word means; a new word is a line in one of them. Blanks between the
//! characters do not count, and full-width signs are signs.

use super::model::Comparison::{self, Above, AtLeast, AtMost, Below, Equal};
use super::period::ends_in_period;
use super::vocabulary::{strip_end, strip_start};
use crate::figure::{OR_SO, fold};

/// Before a number, longer ones first where one ends another. Those of [`NEGATED`] turn a strict one
/// round: 不低于 is not listed, it is 不 and 低于.
const IN_FRONT: &[(&str, Comparison)] = &[
    ("至少", AtLeast),
    ("最少", AtLeast),
    ("最低", AtLeast),
    ("达到", AtLeast),
    ("力争", AtLeast),
    ("确保", AtLeast),
    ("至多", AtMost),
    ("最多", AtMost),
    ("最高", AtMost),
    ("控制在", AtMost),
    ("控制到", AtMost),
    ("低于", Below),
    ("少于", Below),
    ("小于", Below),
    ("达不到", Below),
    ("不足", Below),
    ("不到", Below),
    ("高于", Above),
    ("多于", Above),
    ("大于", Above),
    ("超过", Above),
    ("超出", Above),
    ("超", Above),
    ("突破", Above),
    ("等于", Equal),
    (">=", AtLeast),
    ("=>", AtLeast),
    ("<=", AtMost),
    ("=<", AtMost),
    ("≥", AtLeast),
    ("≤", AtMost),
    (">", Above),
    ("<", Below),
    ("=", Equal),
];

/// The signs of [`IN_FRONT`] that are one character, as most targets have them.
pub(super) const SIGNS: &[(char, Comparison)] = &[
    ('≥', AtLeast),
    ('≤', AtMost),
    ('>', Above),
    ('<', Below),
    ('=', Equal),
];

/// Behind a number and its unit; 及, 或 or 含 may stand before them.
const BEHIND: &[(&str, Comparison)] = &[
    ("以上", AtLeast),
    ("以下", AtMost),
    ("以内", AtMost),
    ("之内", AtMost),
    ("封顶", AtMost),
];

/// What turns a strict word round: 不低于, 不得超过.
const NEGATED: &[&str] = &[
    "不",
    "不得",
    "不应",
    "不能",
    "不可",
    "不准",
    "不许",
    "不宜",
    "不会",
    "不要",
    "不允许",
    "不应该",
    "不应当",
    "不可以",
    "不能够",
    "未",
    "没有",
];

/// Words that only point at the number: what stands behind it has the say, 达到5%以下.
const WEAK: &[&str] = &["达到", "力争", "确保", "控制在", "控制到"];

/// Words that also mean other things away from a number, 最低工资 and 人手不足, or nothing that could
/// turn a target round.
const ELSEWHERE: &[&str] = &[
    "最少",
    "最低",
    "最高",
    "不足",
    "不到",
    "达不到",
    "超",
    "突破",
    "等于",
    "达到",
    "力争",
    "确保",
    ">=",
    "=>",
    "<=",
    "=<",
    "≥",
    "≤",
    ">",
    "<",
    "=",
];

/// May stand between a word that binds and its number.
const BETWEEN: &[&str] = &[
    "大约",
    "将近",
    "约",
    "近",
    ":",
    "：",
    "（含）",
    "(含)",
    "人民币",
    "￥",
    "¥",
    "“",
    "\"",
];

/// A text binds its number in a way nobody can tell: only people can judge it.
#[derive(Debug)]
pub(super) struct Unclear;

/// What stands before a number.
#[derive(Debug, Default)]
pub(super) struct Front<'a> {
    pub comparison: Option<Comparison>,
    /// Only a weak word: what stands behind the number has the say.
    pub weak: bool,
    /// 百分之: the number is a percentage.
    pub percent: bool,
    /// `￥`: the number is in 元.
    pub yuan: bool,
    /// A period stands between: 不少于每月5次.
    pub period: bool,
    /// What stands before all that.
    pub rest: &'a str,
}

/// Reads the text before a number, from the number backwards.
pub(super) fn front(before: &str) -> Result<Front<'_>, Unclear> {
    let mut front = Front {
        rest: before.trim_end(),
        ..Front::default()
    };
    while !front.rest.is_empty() {
        if let Some((word, meaning, rest)) = word_at_end(front.rest)? {
            front.take(word, meaning)?;
            front.rest = rest.trim_end();
        } else if let Some(rest) = strip_end(front.rest, "百分之") {
            front.percent = true;
            front.rest = rest.trim_end();
        } else if let Some((word, rest)) = BETWEEN
            .iter()
            .find_map(|word| Some((word, strip_end(front.rest, word)?)))
        {
            front.yuan |= matches!(*word, "￥" | "¥");
            front.rest = rest.trim_end();
        } else if let Some(rest) = ends_in_period(front.rest).filter(|_| front.comparison.is_none())
        {
            front.period = true;
            front.rest = rest.trim_end();
        } else {
            break;
        }
    }
    if binds(front.rest) {
        return Err(Unclear);
    }
    Ok(front)
}

impl Front<'_> {
    fn take(&mut self, word: &str, meaning: Comparison) -> Result<(), Unclear> {
        let weak = WEAK.contains(&word);
        match self.comparison {
            None => (self.comparison, self.weak) = (Some(meaning), weak),
            // 力争控制在: the one nearer to the number.
            Some(_) if weak => {}
            Some(_) if self.weak => (self.comparison, self.weak) = (Some(meaning), false),
            Some(nearer) if agree(nearer, meaning) => {}
            Some(_) => return Err(Unclear),
        }
        Ok(())
    }

    /// With what stands behind the number; `included`: （含）.
    pub fn with(
        &self,
        behind: Option<Comparison>,
        included: bool,
    ) -> Result<Option<Comparison>, Unclear> {
        let both = match (self.comparison, behind) {
            (front, None) => front,
            (None, behind) => behind,
            (Some(_), behind) if self.weak => behind,
            (Some(front), Some(behind)) if agree(front, behind) => Some(front),
            _ => return Err(Unclear),
        };
        Ok(match both {
            Some(Above) if included => Some(AtLeast),
            Some(Below) if included => Some(AtMost),
            both => both,
        })
    }
}

fn agree(a: Comparison, b: Comparison) -> bool {
    a == b || a != Equal && b != Equal && a.direction() == b.direction()
}

/// The word a text ends in, what it means there, and what stands before it.
fn word_at_end(text: &str) -> Result<Option<(&'static str, Comparison, &str)>, Unclear> {
    let found = IN_FRONT
        .iter()
        .find_map(|(word, meaning)| Some((*word, *meaning, strip_end(text, word)?)));
    let Some((word, meaning, rest)) = found else {
        return Ok(None);
    };
    // 大于或等于, 小于等于
    if word == "等于" {
        let strict = strip_end(rest, "或者").or_else(|| strip_end(rest, "或"));
        if let Some((_, strict @ (Above | Below), rest)) = word_at_end(strict.unwrap_or(rest))? {
            let meaning = if strict == Above { AtLeast } else { AtMost };
            return Ok(Some((word, meaning, rest)));
        }
    }
    // 达到或超过, 等于或大于
    if matches!(meaning, Above | Below)
        && let Some(rest) = ["或者", "或", "和"]
            .iter()
            .find_map(|join| strip_end(rest, join))
        && let Some(rest) = ["达到", "等于"]
            .iter()
            .find_map(|equal| strip_end(rest, equal))
    {
        let meaning = if meaning == Above { AtLeast } else { AtMost };
        return Ok(Some((word, meaning, rest)));
    }
    let negated = NEGATED
        .iter()
        .filter_map(|not| strip_end(rest, not))
        .min_by_key(|rest| rest.len());
    match (negated, meaning) {
        (Some(rest), Below) if !matches!(word, "不足" | "不到" | "达不到") => {
            Ok(Some((word, AtLeast, rest)))
        }
        (Some(rest), Above) => Ok(Some((word, AtMost, rest))),
        (Some(_), _) => Err(Unclear),
        // 技术突破5项 is no bound.
        (None, _) if word == "突破" => Ok(None),
        // 赶超5家 is no bound.
        (None, _) if word == "超" && rest.trim_end().ends_with(is_han) => Ok(None),
        // 不断超过, 不再低于: whether it is turned round nobody can tell.
        (None, Above | Below) if not_near(rest) => Err(Unclear),
        (None, _) => Ok(Some((word, meaning, rest))),
    }
}

/// Whether one of the last two characters denies something; not in 不良率, 不合格率.
fn not_near(text: &str) -> bool {
    let mut last = text.chars().rev().filter(|c| !c.is_whitespace());
    let (nearer, further) = (last.next(), last.next());
    let denies = |c: Option<char>| c.is_some_and(|c| "不未没非勿莫".contains(c));
    denies(nearer) || denies(further) && nearer != Some('率')
}

/// Whether a word that binds stands somewhere in a text: a second condition, or one about something else.
fn binds(text: &str) -> bool {
    // Each of the words begins with one of these.
    let may = |c: char| "至最控低少小高多大超".contains(c);
    let word = || {
        let listed = IN_FRONT.iter().map(|(word, _)| word);
        let mut strong = listed.filter(|word| !ELSEWHERE.contains(word));
        strong.any(|word| text.contains(word))
    };
    text.contains(|c| "≥≤<>".contains(fold(c))) || text.contains(may) && word()
}

/// The last characters of a text, at most so many.
pub(super) fn last_characters(text: &str, most: usize) -> &str {
    let from = text.char_indices().rev().take(most).last();
    &text[from.map_or(0, |(at, _)| at)..]
}

/// The word that binds right behind a number and its unit, whether （含） stands with it, and the rest.
pub(super) fn behind(text: &str) -> (Option<Comparison>, bool, &str) {
    let (mut comparison, mut included, mut rest) = (None, false, text);
    loop {
        let start = rest.trim_start();
        if let Some(after) = OR_SO.iter().find_map(|word| strip_start(start, word)) {
            rest = after;
        } else if let Some(after) = included_behind(start) {
            (included, rest) = (true, after);
        } else if comparison.is_none()
            && let Some((meaning, after)) = word_behind(start)
        {
            (comparison, rest) = (Some(meaning), after);
        } else {
            return (comparison, included, rest);
        }
    }
}

fn word_behind(text: &str) -> Option<(Comparison, &str)> {
    let joined = ["及", "或", "含", "和"]
        .iter()
        .find_map(|join| strip_start(text, join));
    let text = joined.unwrap_or(text);
    BEHIND
        .iter()
        .find_map(|(word, meaning)| Some((*meaning, strip_start(text, word)?)))
}

/// `（含）`, `（含90%）`, `（含本数）`.
fn included_behind(text: &str) -> Option<&str> {
    let inside = text.strip_prefix(['（', '('])?;
    let inside = strip_start(inside, "含")?;
    let (number, rest) = inside.split_once(['）', ')'])?;
    let short = number.chars().count() <= 8;
    short.then_some(rest)
}

/// Whether a word that binds stands in what follows a number, its unit and the words behind them. Of
/// `95%的业务在时限以内办结` what follows 的 is about something else.
pub(super) fn binds_behind(rest: &str) -> bool {
    let bound = || {
        rest.char_indices()
            .filter(|(_, c)| matches!(c, '以' | '之' | '封'))
            .any(|(at, _)| word_behind(&rest[at..]).is_some())
    };
    binds(rest) || !rest.trim_start().starts_with('的') && bound()
}

/// Where in a text without a known unit a word that binds begins.
pub(super) fn behind_begins(text: &str) -> Option<usize> {
    text.char_indices()
        .filter(|(_, c)| matches!(c, '及' | '或' | '含' | '以' | '之' | '封' | '左' | '上'))
        .map(|(at, _)| at)
        .find(|&at| {
            let rest = &text[at..];
            word_behind(rest).is_some() || OR_SO.iter().any(|word| rest.starts_with(word))
        })
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}
