//! Styles: what a paragraph or run gets from them, through those that they are based on.

use crate::xml::Element;
use std::collections::HashMap;

/// Styles that are based on each other; what goes on longer is a circle.
const CHAIN: usize = 32;

/// What is read of a style.
#[derive(Default)]
struct Style<'a> {
    based: Option<&'a str>,
    traits: Traits<'a>,
}

/// What styles, and paragraphs themselves, say that matters to text.
#[derive(Default, Clone, Copy)]
pub(super) struct Traits<'a> {
    /// The list; `0` for none.
    pub num: Option<&'a str>,
    /// Its level, counted from 0.
    pub level: Option<usize>,
    /// The level that the paragraph names itself, which no style changes.
    pub own_level: Option<usize>,
    /// From 1; 10 for running text.
    pub outline: Option<u8>,
    pub page_before: Option<bool>,
    pub hidden: Option<bool>,
    /// The line is one of a table of contents.
    contents: Option<()>,
}

/// All styles of a document.
#[derive(Default)]
pub(super) struct Styles<'a> {
    all: HashMap<&'a str, Style<'a>>,
    usual: Option<&'a str>,
}

impl<'a> Styles<'a> {
    pub fn read(root: Option<&'a Element>) -> Self {
        let mut styles = Styles::default();
        for element in root.into_iter().flat_map(|root| root.all("style")) {
            let Some(id) = element.attribute("styleId") else {
                continue;
            };
            let name = element.child("name").and_then(value).unwrap_or(id);
            let mut traits = Traits::of(element.child("pPr"));
            traits.hidden = element.child("rPr").and_then(|it| switch(it, "vanish"));
            let name = name.trim().to_lowercase();
            if traits.outline.is_none() {
                traits.outline = level_of_name(&name);
            }
            traits.contents = (name.starts_with("toc ") || name.starts_with("目录")).then_some(());
            if element.attribute("type") == Some("paragraph")
                && element.attribute("default").is_some_and(on)
            {
                styles.usual = Some(id);
            }
            let based = element.child("basedOn").and_then(value);
            styles.all.insert(id, Style { based, traits });
        }
        styles
    }

    /// What the nearest style says, of this one and those it is based on. Without a style, the usual one of
    /// paragraphs.
    fn find<T>(&self, id: Option<&str>, pick: impl Fn(&Traits<'a>) -> Option<T>) -> Option<T> {
        let mut id = id.or(self.usual);
        for _ in 0..CHAIN {
            let style = self.all.get(id?)?;
            if let Some(found) = pick(&style.traits) {
                return Some(found);
            }
            id = style.based;
        }
        None
    }

    /// What holds for a paragraph: what it says itself, else what its style says.
    pub fn paragraph(&self, properties: Option<&'a Element>) -> Traits<'a> {
        let own = Traits::of(properties);
        let id = style_of(properties);
        Traits {
            num: own.num.or_else(|| self.find(id, |it| it.num)),
            level: own.level.or_else(|| self.find(id, |it| it.level)),
            own_level: own.level,
            outline: own.outline.or_else(|| self.find(id, |it| it.outline)),
            page_before: own
                .page_before
                .or_else(|| self.find(id, |it| it.page_before)),
            hidden: self.find(id, |it| it.hidden),
            contents: self.find(id, |it| it.contents),
        }
    }

    /// Whether a style of characters hides them.
    pub fn hides(&self, id: &str) -> Option<bool> {
        self.find(Some(id), |it| it.hidden)
    }

    /// The list that a style of lists names.
    pub fn list(&self, id: &str) -> Option<&'a str> {
        self.all.get(id)?.traits.num
    }
}

impl<'a> Traits<'a> {
    fn of(properties: Option<&'a Element>) -> Self {
        let Some(properties) = properties else {
            return Traits::default();
        };
        let list = properties.child("numPr");
        Traits {
            num: list.and_then(|it| it.child("numId")).and_then(value),
            level: list.and_then(|it| it.child("ilvl")).and_then(number),
            outline: properties
                .child("outlineLvl")
                .and_then(number::<u8>)
                .map(|level| level.min(9) + 1),
            page_before: switch(properties, "pageBreakBefore"),
            ..Traits::default()
        }
    }

    /// Its place among headings, from 1 to 9.
    pub fn heading(&self) -> Option<u8> {
        self.outline.filter(|level| *level <= 9)
    }

    /// Whether it can only be running text, whatever number it begins with.
    pub fn running(&self) -> bool {
        self.contents.is_some() || self.outline == Some(10)
    }
}

/// The level of a heading's style, by its name in lower case, as Word and WPS name it in either language.
fn level_of_name(name: &str) -> Option<u8> {
    if matches!(name, "title" | "标题") {
        return Some(1);
    }
    let rest = name
        .strip_prefix("heading")
        .or_else(|| name.strip_prefix("标题"))?;
    rest.trim()
        .parse()
        .ok()
        .filter(|level| (1..=9).contains(level))
}

/// The style that a paragraph names.
pub(super) fn style_of(properties: Option<&Element>) -> Option<&str> {
    properties?.child("pStyle").and_then(value)
}

/// The value of an element that is nothing but a value.
pub(super) fn value(element: &Element) -> Option<&str> {
    element.attribute("val")
}

/// The same as a number.
pub(super) fn number<T: std::str::FromStr>(element: &Element) -> Option<T> {
    value(element)?.trim().parse().ok()
}

/// Whether a switch is on; nothing where it is not there.
pub(super) fn switch(properties: &Element, name: &str) -> Option<bool> {
    properties
        .child(name)
        .map(|element| value(element).is_none_or(on))
}

fn on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off")
}
