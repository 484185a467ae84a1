//! The numbers that a word processor prints before paragraphs: 一、（一）1. 1.2.1.

use super::styles::{Styles, number, switch, value};
use super::{formats, symbols};
use crate::xml::Element;
use std::collections::{HashMap, HashSet};

/// Levels of a list.
const LEVELS: usize = 9;

/// How the numbers of one level look and run.
#[derive(Clone, Copy, Default)]
struct Level<'a> {
    start: i64,
    format: &'a str,
    /// `%1.%2`: the numbers of the first and second level.
    text: &'a str,
    /// All numbers in it are printed in digits.
    legal: bool,
    /// What stands behind: `tab`, `space` or `nothing`.
    behind: &'a str,
    /// The level, from 1, after which this one begins anew; 0 for none. By itself, after any above it.
    restart: Option<usize>,
    /// The style whose paragraphs are of this level.
    style: Option<&'a str>,
    font: &'a str,
}

#[derive(Default)]
struct Definition<'a> {
    levels: [Option<Level<'a>>; LEVELS],
    /// The style of lists that has the levels instead.
    link: Option<&'a str>,
}

/// A use of a definition, with what it changes.
#[derive(Default)]
struct List<'a> {
    definition: &'a str,
    starts: [Option<i64>; LEVELS],
    levels: [Option<Level<'a>>; LEVELS],
}

/// All lists of a document, and how far they have counted.
#[derive(Default)]
pub(super) struct Numbering<'a> {
    definitions: HashMap<&'a str, Definition<'a>>,
    lists: HashMap<&'a str, List<'a>>,
    /// By definition: lists that share one go on counting.
    counted: HashMap<&'a str, [Option<i64>; LEVELS]>,
    begun: HashSet<&'a str>,
}

impl<'a> Numbering<'a> {
    pub fn read(root: Option<&'a Element>, styles: &Styles<'a>) -> Self {
        let mut numbering = Numbering::default();
        let Some(root) = root else { return numbering };
        for element in root.all("abstractNum") {
            let mut definition = Definition {
                link: element.child("numStyleLink").and_then(value),
                ..Definition::default()
            };
            for level in element.all("lvl") {
                if let Some(room) = slot(&mut definition.levels, level) {
                    *room = Some(Level::read(level));
                }
            }
            if let Some(id) = element.attribute("abstractNumId") {
                numbering.definitions.insert(id, definition);
            }
        }
        for element in root.all("num") {
            let mut list = List {
                definition: element
                    .child("abstractNumId")
                    .and_then(value)
                    .unwrap_or_default(),
                ..List::default()
            };
            for change in element.all("lvlOverride") {
                if let Some(room) = slot(&mut list.starts, change) {
                    *room = change.child("startOverride").and_then(number).map(bounded);
                }
                if let (Some(level), Some(room)) =
                    (change.child("lvl"), slot(&mut list.levels, change))
                {
                    *room = Some(Level::read(level));
                }
            }
            if let Some(id) = element.attribute("numId") {
                numbering.lists.insert(id, list);
            }
        }
        numbering.follow(styles);
        numbering
    }

    /// Lets lists whose definition only names a style use that style's definition.
    fn follow(&mut self, styles: &Styles<'a>) {
        let mut found = Vec::new();
        for (id, list) in &self.lists {
            let mut definition = list.definition;
            for _ in 0..4 {
                let link = self.definitions.get(definition).and_then(|it| it.link);
                let Some(other) = link.and_then(|link| self.lists.get(styles.list(link)?)) else {
                    break;
                };
                definition = other.definition;
            }
            found.push((*id, definition));
        }
        for (id, definition) in found {
            if let Some(list) = self.lists.get_mut(id) {
                list.definition = definition;
            }
        }
    }

    /// The level of a list that is meant for paragraphs of a style.
    pub fn level_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let list = self.lists.get(list)?;
        let levels = &self.definitions.get(list.definition)?.levels;
        levels
            .iter()
            .position(|level| level.is_some_and(|level| level.style == Some(style)))
    }

    /// Counts one paragraph, and gives what is printed before it, with the blank behind; nothing where there is
    /// no such list.
    pub fn next(&mut self, id: &str, level: usize) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let (&id, list) = self.lists.get_key_value(id)?;
        let definition = self.definitions.get(list.definition)?;
        let counted = self.counted.entry(list.definition).or_default();
        if self.begun.insert(id) {
            for (count, start) in counted.iter_mut().zip(&list.starts) {
                if start.is_some() {
                    *count = None;
                }
            }
        }
        let look = |level: usize| -> Level<'a> {
            let changed = list.levels.get(level).copied().flatten();
            let mut look = changed
                .or(definition.levels.get(level).copied().flatten())
                .unwrap_or_default();
            if let Some(start) = list.starts.get(level).copied().flatten() {
                look.start = start;
            }
            look
        };
        for (at, count) in counted.iter_mut().enumerate() {
            if at < level {
                // One above that has not come yet begins with this one, and is counted.
                *count = count.or_else(|| Some(look(at).start));
            } else if at == level {
                *count = Some(count.map_or(look(at).start, |count| bounded(count + 1)));
            } else if look(at).restart.is_none_or(|restart| level < restart) {
                *count = None;
            }
        }
        Some(label(level, look, counted))
    }
}

/// What is printed before a paragraph of this level.
fn label<'a>(
    level: usize,
    look: impl Fn(usize) -> Level<'a>,
    counted: &[Option<i64>; LEVELS],
) -> String {
    let own = look(level);
    if own.format == "bullet" {
        // A bullet whose shape is not known is one all the same.
        let signs = own.text.chars().map(|c| {
            let sign = symbols::sign(own.font, u32::from(c)).unwrap_or(c);
            let unknown =
                sign == char::REPLACEMENT_CHARACTER || ('\u{E000}'..='\u{F8FF}').contains(&sign);
            if unknown { '•' } else { sign }
        });
        return with_blank(signs.collect(), own.behind);
    }
    let mut text = String::new();
    let mut signs = own.text.chars().peekable();
    while let Some(sign) = signs.next() {
        let wanted = signs
            .peek()
            .filter(|_| sign == '%')
            .and_then(|digit| digit.to_digit(10))
            .filter(|digit| *digit > 0);
        let Some(wanted) = wanted else {
            text.push(sign);
            continue;
        };
        signs.next();
        let at = wanted as usize - 1;
        if at > level {
            continue;
        }
        let its = look(at);
        let count = counted.get(at).copied().flatten().unwrap_or(its.start);
        let format = match its.format {
            "bullet" => continue,
            format if own.legal && format != "none" => "decimal",
            format => format,
        };
        text.push_str(&formats::number(format, count));
    }
    with_blank(text, own.behind)
}

/// With the blank that parts it from the text: a tab is one, but none is wanted behind 、 and ）.
fn with_blank(mut label: String, behind: &str) -> String {
    let wide = label.ends_with(['、', '）', '．', '：', '】', '〕', '。']);
    match behind {
        _ if label.is_empty() || label.ends_with(char::is_whitespace) => {}
        "nothing" => {}
        "space" => label.push(' '),
        _ if !wide => label.push(' '),
        _ => {}
    }
    label
}

impl<'a> Level<'a> {
    fn read(element: &'a Element) -> Self {
        let text = |name: &str| element.child(name).and_then(value);
        Level {
            start: element.child("start").and_then(number).map_or(0, bounded),
            format: format(element),
            text: text("lvlText").unwrap_or_default(),
            legal: switch(element, "isLgl").unwrap_or(false),
            behind: text("suff").unwrap_or("tab"),
            restart: element.child("lvlRestart").and_then(number),
            style: text("pStyle"),
            font: element
                .path(&["rPr", "rFonts"])
                .and_then(|it| it.attribute("ascii").or_else(|| it.attribute("hAnsi")))
                .unwrap_or_default(),
        }
    }
}

/// The format of a level; newer ones (`001, 002`) stand in an alternative.
fn format(level: &Element) -> &str {
    let newer = level.path(&["AlternateContent", "Choice", "numFmt"]);
    let older = level.path(&["AlternateContent", "Fallback", "numFmt"]);
    let padded = newer
        .and_then(|it| it.attribute("format"))
        .and_then(|it| it.split(',').next())
        .map(str::trim)
        .filter(|it| it.starts_with('0') && it.bytes().all(|byte| byte.is_ascii_digit()));
    padded
        .or_else(|| level.child("numFmt").and_then(value))
        .or_else(|| older.and_then(value))
        .unwrap_or("decimal")
}

fn slot<'s, T>(slots: &'s mut [T; LEVELS], element: &Element) -> Option<&'s mut T> {
    let level: usize = element.attribute("ilvl")?.trim().parse().ok()?;
    slots.get_mut(level)
}

/// Counts stay where they can be printed.
fn bounded(count: i64) -> i64 {
    count.clamp(-1_000_000_000, 1_000_000_000)
}
