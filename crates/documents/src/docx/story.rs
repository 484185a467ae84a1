//! Stories: the body, a cell, a text box, a footnote. Each is paragraphs and tables, in order.

use super::numbering::Numbering;
use super::styles::{Styles, Traits, style_of, switch};
use super::walk::{Anchored, Footnotes, Line, Walk, choice, quoted};
use crate::package::Relationship;
use crate::xml::Element;
use juesuan_paper::headings;
use juesuan_paper::{Block, Note, NoteCode, Place};
use std::collections::HashSet;
use std::mem;

/// Characters that a heading has at most if only its number shows that it is one.
const HEADING: usize = 60;
/// After how many paragraphs and tables of the body progress is told.
const STRIDE: usize = 200;

impl<'a> Walk<'a> {
    /// All blocks of a document.
    pub fn document(
        &mut self,
        body: &'a Element,
        relationships: &[Relationship],
        progress: &mut dyn FnMut(usize, Option<usize>),
    ) -> Vec<Block> {
        self.endless = endless(body);
        let mut blocks = Vec::new();
        let total = body.children.len();
        for (number, element) in body.elements().enumerate() {
            if number % STRIDE == 0 {
                progress(number, Some(total));
            }
            self.block(element, &mut blocks);
        }
        self.flush(&mut blocks);
        for (story, mark) in mem::take(&mut self.last) {
            let note = self.note(story, mark);
            blocks.extend(note);
            blocks.append(&mut self.due);
        }
        for id in &mut self.unread {
            *id = quoted(target(relationships, Some(id)));
        }
        blocks
    }

    /// The blocks of a story beside the text, such as the foot of a page.
    pub fn aside(&self, story: &Element) -> Vec<Block> {
        let mut walk = Walk::new(
            Styles::default(),
            Numbering::default(),
            Footnotes::default(),
            Footnotes::default(),
            10_000,
        );
        walk.endless = endless(story);
        walk.story(story)
    }

    /// What is to be said of the document.
    pub fn notes(&self) -> Vec<Note> {
        let counted = [
            (NoteCode::TrackedChanges, self.counts.changes),
            (NoteCode::HiddenText, self.counts.hidden),
            (NoteCode::UnreadableFont, self.counts.unreadable),
            (
                NoteCode::Shortened,
                if self.full { self.most - self.left } else { 0 },
            ),
        ];
        let mut notes: Vec<Note> = counted
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .map(|(code, count)| Note {
                count: Some(count),
                ..Note::new(code)
            })
            .collect();
        notes.extend(self.unread.iter().map(|part| Note {
            text: Some(part.clone()),
            ..Note::new(NoteCode::UnreadPart)
        }));
        notes
    }

    /// The blocks of a story that stands in another.
    pub fn story(&mut self, story: &'a Element) -> Vec<Block> {
        let carried = self.carried.take();
        let fields = mem::take(&mut self.fields);
        self.depth += 1;
        let mut blocks = Vec::new();
        self.blocks(story, &mut blocks);
        self.flush(&mut blocks);
        self.depth -= 1;
        self.carried = carried;
        self.fields = fields;
        blocks
    }

    /// The blocks of a footnote.
    fn note(&mut self, story: &'a Element, mark: String) -> Vec<Block> {
        let outer = self.mark.replace(mark);
        let blocks = self.story(story);
        self.mark = outer;
        blocks
    }

    fn blocks(&mut self, parent: &'a Element, out: &mut Vec<Block>) {
        for element in parent.elements() {
            self.block(element, out);
        }
    }

    fn block(&mut self, element: &'a Element, out: &mut Vec<Block>) {
        if self.full {
            return;
        }
        match &*element.name {
            "p" => self.paragraph(element, out),
            "tbl" => self.table(element, out),
            "AlternateContent" => {
                if let Some(chosen) = choice(element) {
                    self.blocks(chosen, out);
                }
            }
            "altChunk" | "subDoc" => {
                if self.unread.len() < 100 {
                    let id = element.attribute("id").unwrap_or_default();
                    self.unread.push(id.to_owned());
                }
            }
            "del" | "moveFrom" => self.counts.changes += 1,
            "ins" | "moveTo" => {
                self.counts.changes += 1;
                self.blocks(element, out);
            }
            "sectPr" | "sdtPr" | "sdtEndPr" => {}
            _ => self.blocks(element, out),
        }
        if self.depth == 0 {
            out.append(&mut self.due);
        }
    }

    /// Ends a story: what waits for a paragraph is one.
    fn flush(&mut self, out: &mut Vec<Block>) {
        if let Some(line) = self.carried.take() {
            self.finish(line, &Traits::default(), None, out);
        }
        if self.depth == 0 {
            out.append(&mut self.due);
        }
    }

    fn paragraph(&mut self, element: &'a Element, out: &mut Vec<Block>) {
        let properties = element.child("pPr");
        let traits = self.styles.paragraph(properties);
        let mark = properties.and_then(|it| it.child("rPr"));
        let marked = |name: &str| mark.is_some_and(|mark| mark.child(name).is_some());
        let section = properties.and_then(|it| it.child("sectPr"));
        let ends_page = section.is_some() && self.depth == 0 && self.breaks.pop() == Some(true);
        let mut line = self.carried.take().unwrap_or_default();
        self.comes_from(element, &mut line);
        self.inline(element, traits.hidden, &mut line);
        if marked("del") || marked("moveFrom") {
            self.counts.changes += 1;
            self.carried = Some(line);
            return;
        }
        if marked("ins") || marked("moveTo") {
            self.counts.changes += 1;
        }
        if traits.page_before == Some(true) {
            self.page_break(out);
        }
        let hidden = mark
            .and_then(|mark| switch(mark, "vanish"))
            .or(traits.hidden)
            .unwrap_or(false);
        let label = match hidden && line.is_blank() {
            true => None,
            false => self.label(&traits, style_of(properties)),
        };
        self.finish(line, &traits, label, out);
        if ends_page {
            self.page_break(out);
        }
    }

    /// What is printed before a paragraph.
    fn label(&mut self, traits: &Traits<'a>, style: Option<&str>) -> Option<String> {
        let list = traits.num.filter(|list| *list != "0")?;
        let by_style = style.and_then(|style| self.numbering.level_of_style(list, style));
        let level = traits.own_level.or(by_style).or(traits.level).unwrap_or(0);
        let label = self.numbering.next(list, level)?;
        let length = label.chars().count();
        if length > self.left {
            self.full = true;
            return None;
        }
        self.left -= length;
        Some(label)
    }

    /// Makes blocks of a paragraph: its text between page breaks, then what is anchored in it.
    fn finish(
        &mut self,
        line: Line<'a>,
        traits: &Traits<'a>,
        label: Option<String>,
        out: &mut Vec<Block>,
    ) {
        let mut label = label;
        let mut from = 0;
        for at in line.breaks.iter().copied().chain([line.text.len()]) {
            let last = at == line.text.len();
            let piece = line.text.get(from..at).unwrap_or_default();
            if !piece.trim().is_empty() || last {
                let label = label.take().unwrap_or_default();
                let said = at - piece.trim_start().len();
                let blanks = label.len() - label.trim_start().len();
                let begin = label.len() - blanks;
                let text = label + piece.trim_start();
                if !text.trim().is_empty() {
                    let place = self.traced(|| line.pieces(from, said, at, begin));
                    self.text_block(text.trim(), place, traits, out);
                }
            }
            from = at;
            if !last || line.breaks.last() == Some(&at) {
                self.page_break(out);
            }
        }
        self.anchored(line.anchored, out);
    }

    fn text_block(&self, text: &str, place: Place, traits: &Traits<'a>, out: &mut Vec<Block>) {
        let text = text.to_owned();
        let runs = Vec::new();
        let level = traits.heading().or_else(|| {
            let may_be = self.depth == 0 && !traits.running() && is_title(&text);
            may_be.then(|| headings::level_of(&text)).flatten()
        });
        out.push(match level {
            Some(level) => Block::Heading {
                level,
                text,
                place,
                runs,
            },
            None => Block::Paragraph { text, place, runs },
        });
    }

    /// What stands behind a paragraph: text boxes, pictures, footnotes.
    fn anchored(&mut self, anchored: Vec<Anchored<'a>>, out: &mut Vec<Block>) {
        for it in anchored {
            match it {
                Anchored::Picture => out.push(Block::Picture {
                    place: Place::default(),
                }),
                Anchored::Text(text) => out.push(Block::Paragraph {
                    text,
                    place: Place::default(),
                    runs: Vec::new(),
                }),
                Anchored::Box(story) => {
                    let blocks = self.story(story);
                    out.extend(blocks);
                }
                Anchored::Foot(story, mark) => {
                    let blocks = self.note(story, mark);
                    self.due.extend(blocks);
                }
                Anchored::End(story, mark) => self.last.push((story, mark)),
            }
        }
    }

    /// The end of a page, once; only the body has pages.
    fn page_break(&self, out: &mut Vec<Block>) {
        if self.depth == 0 && !matches!(out.last(), None | Some(Block::PageBreak { .. })) {
            out.push(Block::PageBreak {
                place: Place::default(),
            });
        }
    }
}

/// Whether a numbered line looks like a title rather than a sentence or a line of a table of contents.
fn is_title(text: &str) -> bool {
    let mut rest = text.char_indices().skip(HEADING);
    rest.next().is_none()
        && !text.ends_with(['。', '；', ';', '，', '：', ':', '、'])
        && !text.contains(['\t', '\n'])
        && !["……", "....", "····"]
            .iter()
            .any(|dots| text.contains(dots))
        && !text.contains('。')
}

/// The beginnings of fields in a story that never end.
fn endless(story: &Element) -> HashSet<*const Element> {
    fn gather(element: &Element, open: &mut Vec<*const Element>) {
        for child in element.elements() {
            match (&*child.name, child.attribute("fldCharType")) {
                ("fldChar", Some("begin")) => open.push(std::ptr::from_ref(child)),
                ("fldChar", Some("end")) => {
                    open.pop();
                }
                // Stories of their own, and what is not read.
                ("txbxContent" | "del" | "moveFrom" | "Fallback", _) => {}
                _ => gather(child, open),
            }
        }
    }
    let mut open = Vec::new();
    gather(story, &mut open);
    open.into_iter().collect()
}

/// The target of a relationship.
fn target<'r>(relationships: &'r [Relationship], id: Option<&str>) -> &'r str {
    let id = id.unwrap_or_default();
    relationships
        .iter()
        .find(|it| it.id == id)
        .map_or("", |it| it.target.as_str())
}
