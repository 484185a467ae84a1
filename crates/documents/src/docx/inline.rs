//! What stands in a paragraph: runs of characters, fields, changes, references.

use super::styles::{switch, value};
use super::walk::{Anchored, Field, Line, Walk, choice};
use super::{formats, symbols};
use crate::xml::Element;

/// Characters of a field's code that are kept.
const CODE: usize = 2_000;

impl<'a> Walk<'a> {
    /// Adds what an element holds. `hidden` is what the style of the paragraph says.
    pub(super) fn inline(
        &mut self,
        parent: &'a Element,
        hidden: Option<bool>,
        line: &mut Line<'a>,
    ) {
        for element in parent.elements() {
            if self.full {
                return;
            }
            match &*element.name {
                "r" => self.run(element, hidden, line),
                "del" | "moveFrom" => self.counts.changes += 1,
                "ins" | "moveTo" => {
                    self.counts.changes += 1;
                    self.inline(element, hidden, line);
                }
                "AlternateContent" => {
                    if let Some(chosen) = choice(element) {
                        self.inline(chosen, hidden, line);
                    }
                }
                "drawing" | "pict" | "object" => self.graphic(element, line),
                "pPr" | "rPr" | "sdtPr" | "sdtEndPr" | "smartTagPr" | "customXmlPr" | "ctrlPr" => {}
                "f" | "sSup" | "sSub" | "sSubSup" | "d" | "nary" | "rad" => {
                    self.formula(element, hidden, line);
                }
                _ => self.inline(element, hidden, line),
            }
        }
    }

    fn run(&mut self, run: &'a Element, hidden: Option<bool>, line: &mut Line<'a>) {
        let properties = run.child("rPr");
        let own = properties.and_then(|it| switch(it, "vanish"));
        let hidden = own
            .or_else(|| {
                let style = properties?.child("rStyle").and_then(value)?;
                self.styles.hides(style)
            })
            .or(hidden)
            .unwrap_or(false);
        if hidden {
            let mut unseen = Line::default();
            self.pieces(run, "", &mut unseen);
            self.counts.hidden += unseen.text.trim().chars().count();
            return;
        }
        let font = properties
            .and_then(|it| it.child("rFonts"))
            .and_then(|it| it.attribute("ascii").or_else(|| it.attribute("hAnsi")))
            .unwrap_or_default();
        self.pieces(run, font, line);
    }

    fn pieces(&mut self, run: &'a Element, font: &str, line: &mut Line<'a>) {
        for piece in run.elements() {
            self.comes_from(piece, line);
            match &*piece.name {
                "t" => self.text(&piece.text(), font, line),
                "tab" | "ptab" => self.put("\t", line),
                "cr" => self.put("\n", line),
                "br" if piece.attribute("type") == Some("page") => self.page_end(line),
                "br" => self.put("\n", line),
                "noBreakHyphen" => self.put("-", line),
                "sym" => self.symbol(piece, line),
                "fldChar" => self.field(piece, line),
                "instrText" => {
                    if let Some(field) = self.fields.last_mut()
                        && field.code.len() < CODE
                    {
                        field.code.push_str(&piece.text());
                    }
                }
                "footnoteReference" | "endnoteReference" => self.reference(piece, line),
                "footnoteRef" | "endnoteRef" => {
                    let mark = self.mark.clone().unwrap_or_default();
                    self.put(&mark, line);
                }
                "ruby" => {
                    if let Some(base) = piece.child("rubyBase") {
                        self.inline(base, None, line);
                    }
                }
                "drawing" | "pict" | "object" => self.graphic(piece, line),
                "AlternateContent" => {
                    if let Some(chosen) = choice(piece) {
                        self.pieces(chosen, font, line);
                    }
                }
                _ => {}
            }
        }
    }

    fn page_end(&self, line: &mut Line<'a>) {
        if self.shows() && line.breaks.len() < 1000 {
            line.breaks.push(line.text.len());
        }
    }

    /// Whether what is read is seen, and not the code of a field.
    pub(super) fn shows(&self) -> bool {
        self.fields.iter().all(|field| field.shows)
    }

    /// Adds characters, as far as they may be read.
    pub(super) fn put(&mut self, text: &str, line: &mut Line<'a>) {
        if !self.shows() {
            return;
        }
        match self.left.checked_sub(text.chars().count()) {
            Some(left) => {
                self.left = left;
                line.text.push_str(text);
            }
            None => self.full = true,
        }
    }

    /// Adds characters as their font prints them.
    fn text(&mut self, text: &str, font: &str, line: &mut Line<'a>) {
        let strange =
            |c: char| matches!(c, '\u{AD}' | '\r' | '\n') || ('\u{E000}'..='\u{F8FF}').contains(&c);
        let signs = symbols::is_symbols(font);
        if !signs && !text.contains(strange) {
            return self.put(text, line);
        }
        let mut printed = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\u{AD}' => {}
                '\r' | '\n' => printed.push(' '),
                c => printed.push(
                    symbols::sign(font, u32::from(c))
                        .or_else(|| signs_of_symbol(c))
                        .unwrap_or(c),
                ),
            }
        }
        self.unreadable(&printed, text);
        self.put(&printed, line);
    }

    fn symbol(&mut self, element: &Element, line: &mut Line<'a>) {
        let font = element.attribute("font").unwrap_or_default();
        let code = element
            .attribute("char")
            .and_then(|code| u32::from_str_radix(code.trim(), 16).ok())
            .unwrap_or(0xFFFD);
        let sign = symbols::sign(font, code).unwrap_or_else(|| match code {
            // Of a font that is not known, and not a character of Unicode.
            0..=0x1F | 0xE000..=0xF8FF => char::REPLACEMENT_CHARACTER,
            code => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
        });
        let printed = sign.to_string();
        self.unreadable(&printed, "");
        self.put(&printed, line);
    }

    /// Counts signs that are not known.
    fn unreadable(&mut self, printed: &str, text: &str) {
        let count = |text: &str| text.matches(char::REPLACEMENT_CHARACTER).count();
        if self.shows() {
            self.counts.unreadable += count(printed).saturating_sub(count(text));
        }
    }

    fn field(&mut self, element: &'a Element, line: &mut Line<'a>) {
        match element.attribute("fldCharType") {
            Some("begin") => {
                if let Some(check_box) = element.path(&["ffData", "checkBox"]) {
                    let state = |name| switch(check_box, name);
                    let checked = state("checked").or_else(|| state("default"));
                    self.put(if checked == Some(true) { "☒" } else { "☐" }, line);
                }
                if !self.endless.contains(&std::ptr::from_ref(element)) {
                    self.fields.push(Field::default());
                }
            }
            Some("separate") => {
                if let Some(field) = self.fields.last_mut() {
                    field.shows = true;
                }
            }
            Some("end") => {
                if let Some(field) = self.fields.pop()
                    && !field.shows
                    && let Some(text) = circled(&field.code)
                {
                    self.put(&text, line);
                }
            }
            _ => {}
        }
    }

    fn reference(&mut self, element: &'a Element, line: &mut Line<'a>) {
        if !self.shows() {
            return;
        }
        let foot = &*element.name == "footnoteReference";
        let notes = if foot { &mut self.feet } else { &mut self.ends };
        let (mark, story) = notes.next(element);
        self.put(&mark, line);
        if let Some(story) = story {
            line.anchored.push(match foot {
                true => Anchored::Foot(story, mark),
                false => Anchored::End(story, mark),
            });
        }
    }
}

/// Signs of Symbol whose font is named by a style.
fn signs_of_symbol(c: char) -> Option<char> {
    // Bullets look alike in the fonts that have them; nothing else does.
    match c {
        '\u{F0B7}' => Some('•'),
        '\u{F020}' => Some(' '),
        '\u{F021}'..='\u{F0FF}' => Some(char::REPLACEMENT_CHARACTER),
        _ => None,
    }
}

/// What a field prints that draws a character in a circle: `EQ \o\ac(○,3)`.
fn circled(code: &str) -> Option<String> {
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    let inner = code
        .strip_prefix("EQ\\o\\ac(")
        .or_else(|| code.strip_prefix("eq\\o\\ac("))?
        .strip_suffix(')')?;
    let (circle, inner) = inner.split_once([',', ';', '，'])?;
    let number = inner
        .parse()
        .ok()
        .filter(|_| matches!(circle, "○" | "〇" | "◯"));
    Some(
        number
            .and_then(formats::circled)
            .unwrap_or_else(|| inner.to_owned()),
    )
}

#[cfg(test)]
mod tests {
    #[test]
    fn circles() {
        let cases = [
            (" EQ \\o\\ac(○,3) ", Some("③")),
            ("eq \\o\\ac(○,12)", Some("⑫")),
            ("EQ \\o\\ac(□,3)", Some("3")),
            ("EQ \\o\\ac(○,章)", Some("章")),
            ("EQ \\f(1,2)", None),
            ("PAGE", None),
        ];
        for (code, expected) in cases {
            assert_eq!(super::circled(code).as_deref(), expected, "{code}");
        }
    }
}
