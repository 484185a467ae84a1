//! Whether two names are one but for a slip.

use crate::plain::Plain;
use juesuan_domain::accounts::{Depth, Subjects};

/// Shorter names are read where nothing stands around them only.
pub(super) const LONG: usize = 7;

/// Of a shorter name that lacks a character in a text other words may be made: 车辆购置税支出, 车辆购置支出.
pub(super) const LOSING: usize = 9;

/// Names that are shorter are a character away from too many others.
pub(super) const SHORTEST: usize = 5;

/// Characters that one writes for another: 和 for 与. The name is the same.
pub(super) const ALIKE: &[&str] = &["和与及、", "他它", "账帐", "缴交", "障险", "护修", "度底"];

/// Characters of which another one makes another name: 年初, 年末.
pub(super) const OPPOSED: &str =
    "初末上下前后本全收支增减大小中省市县区乡镇村一二三四五六七八九十甲乙国境事企合总共";

/// All names that the classifications of any year have for a code.
pub(super) fn classified(code: &str) -> Vec<Vec<char>> {
    let subjects = match code.chars().next() {
        Some('2') if Depth::of(code).is_some() => Subjects::Functional,
        Some('3') => Subjects::Economic,
        _ => return Vec::new(),
    };
    let named = subjects.named(code).into_iter();
    named
        .flat_map(|subject| subject.names())
        .map(|name| Plain::of(name).chars)
        .collect()
}

/// Whether both are one name but for characters that one writes for another.
pub(super) fn alike(a: &[char], b: &[char]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(*a, *b))
}

pub(super) fn same(a: char, b: char) -> bool {
    a == b
        || ALIKE
            .iter()
            .any(|class| class.contains(a) && class.contains(b))
}

pub(super) fn han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// Whether one character of a name is another in what is printed.
pub(super) fn replaced(name: &[char], printed: &[char]) -> bool {
    if name.len() != printed.len() {
        return false;
    }
    let mut others = name.iter().zip(printed).filter(|(a, b)| !same(**a, **b));
    let (Some((a, b)), None) = (others.next(), others.next()) else {
        return false;
    };
    han(*a) && han(*b) && !(OPPOSED.contains(*a) && OPPOSED.contains(*b))
}

/// Whether that character stands within the name. A text goes on in its own words: 公务用车购置支出 has all of
/// 公务用车购置费 but its end, and 补助经费 is no slip for 补助缴费. `begins`, `ends`: nothing
/// stands right before it, or behind it.
pub(super) fn inside(name: &[char], printed: &[char], begins: bool, ends: bool) -> bool {
    let at = name.iter().zip(printed).take_while(|(a, b)| same(**a, **b));
    let at = at.count();
    let goes_on = if begins && ends { 1 } else { 2 };
    (at > 0 || begins) && at + goes_on < name.len() && !printed.ends_with(&['经', '费'])
}

/// Whether one character within a longer text was lost in the shorter. Not the first and not the last: a text may
/// begin and end anywhere.
pub(super) fn lost(longer: &[char], shorter: &[char]) -> bool {
    if longer.len() != shorter.len() + 1 {
        return false;
    }
    let start = longer
        .iter()
        .zip(shorter)
        .take_while(|(a, b)| a == b)
        .count();
    let Some(c) = longer.get(start) else {
        return false;
    };
    let rest = longer.get(start + 1..).unwrap_or(&[]);
    let within = start > 0 && !rest.is_empty();
    within
        && han(*c)
        && !"和与及、的等性离税费款".contains(*c)
        && !OPPOSED.contains(*c)
        && shorter.get(start..) == Some(rest)
}

pub(super) fn near(name: &[char], printed: &[char]) -> bool {
    let long = name.len().min(printed.len()) >= SHORTEST;
    long && (replaced(name, printed) || lost(name, printed) || lost(printed, name))
}
