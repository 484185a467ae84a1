//! The text of a document: sections, paragraphs, pictures; tables and contents have files of their own.

use super::contents::{self, Contents};
use super::page::Section;
use super::picture::Pictures;
use super::run::run;
use super::styles::{named, size_of};
use super::table::{self, Page};
use crate::write::measure::{lines, width};
use crate::write::plan::{Step, Text};
use crate::write::xml::{Escaped, Xml};
use juesuan_paper::{Look, TextStyle, Unwritable};

const ROOT: &str = concat!(
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"",
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"",
    " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\"",
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"",
    " xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><w:body>",
);

/// Twentieths of a point above the first title of a cover, and between its titles and what stands below.
const COVER: u32 = 3_200;
const BELOW: u32 = 5_200;

/// The part with the text while it is written.
pub(super) struct Body {
    pub xml: Xml,
    section: Section,
    /// The next paragraph begins a page.
    page: bool,
    /// Where the properties of the last paragraph end, if nothing stands behind it.
    last: Option<usize>,
    /// Nothing was written yet.
    empty: bool,
    contents: Contents,
    /// The style of the text before, of one on a cover.
    cover: Option<TextStyle>,
    /// How many tables there were.
    tables: usize,
    /// How much of the page is taken, in twentieths of a point; nothing where a table may have gone over pages.
    taken: Option<u32>,
}

/// Properties of a paragraph, beside its style.
#[derive(Default)]
pub(super) struct Properties<'p> {
    pub style: &'p str,
    pub tabs: &'p str,
    pub spacing: &'p str,
    pub align: &'p str,
    /// Its level among headings, from 1, where its style does not say so.
    pub level: Option<u8>,
}

impl Body {
    /// # Errors
    /// [`Unwritable`].
    pub fn write(steps: &[Step<'_>], pictures: &mut Pictures) -> Result<Xml, Unwritable> {
        let mut body = Body {
            xml: Xml::new(),
            section: Section {
                cover: has_cover(steps),
                ..Section::default()
            },
            page: false,
            last: None,
            empty: true,
            contents: Contents::of(steps),
            cover: None,
            tables: 0,
            taken: Some(0),
        };
        body.xml.raw(ROOT);
        for (number, step) in steps.iter().enumerate() {
            body.step(step, steps, number, pictures)?;
            body.xml.within()?;
        }
        if body.page || body.last.is_none() {
            body.between();
        }
        let properties = body.section.properties();
        body.xml.raw(&properties);
        body.xml.raw("</w:body></w:document>");
        body.xml.within()?;
        Ok(body.xml)
    }

    fn step(
        &mut self,
        step: &Step<'_>,
        steps: &[Step<'_>],
        number: usize,
        pictures: &mut Pictures,
    ) -> Result<(), Unwritable> {
        match step {
            Step::Page { landscape } => self.new_page(*landscape),
            Step::Text(text) if text.style == Some(TextStyle::ContentsLine) => {
                let is_line = |step: Option<&Step<'_>>| matches!(step, Some(Step::Text(it)) if it.style == Some(TextStyle::ContentsLine));
                let before = number.checked_sub(1).and_then(|it| steps.get(it));
                let (first, last) = (!is_line(before), !is_line(steps.get(number + 1)));
                self.contents_line(text, first, last);
            }
            Step::Text(text) => self.text(text, number),
            Step::Picture(look) => self.picture(*look, pictures),
            Step::Table(table) => {
                // Two tables one upon the other would be one.
                if self.page || self.last.is_none() {
                    self.between();
                }
                self.tables += 1;
                let room = self
                    .taken
                    .map(|it| self.section.height().saturating_sub(it));
                let page = Page {
                    section: self.section,
                    room,
                };
                table::put(table, page, self.tables, &mut self.xml)?;
                self.taken = None;
                self.last = None;
                self.empty = false;
            }
        }
        Ok(())
    }

    /// A new page: of the same section where its pages are alike.
    fn new_page(&mut self, landscape: bool) {
        self.taken = Some(0);
        if self.empty {
            self.section.landscape = landscape;
            return;
        }
        // A section of which nothing was written is none.
        let nothing = self.last == Some(usize::MAX);
        let next = Section {
            landscape,
            cover: false,
            restarts: self.section.cover || nothing && self.section.restarts,
        };
        let alike = next.landscape == self.section.landscape && !self.section.cover;
        if alike {
            self.page = true;
            return;
        }
        if self.page {
            // Nothing stands on the page before: it is not there.
            self.page = false;
        }
        if self.last.is_none() {
            self.between();
        }
        if let Some(last) = self.last.take() {
            let properties = self.section.properties();
            self.xml.insert(last, &properties);
        }
        self.section = next;
        // What comes next begins the section and needs nothing before it.
        self.last = Some(usize::MAX);
    }

    /// Begins a paragraph.
    pub fn begin(&mut self, properties: &Properties<'_>) {
        self.xml.put(format_args!(
            "<w:p><w:pPr><w:pStyle w:val=\"{}\"/>",
            properties.style
        ));
        if std::mem::take(&mut self.page) {
            self.xml.raw("<w:pageBreakBefore/>");
        }
        self.xml.raw(properties.tabs);
        self.xml.raw(properties.spacing);
        self.xml.raw(properties.align);
        if let Some(level) = properties.level {
            self.xml.put(format_args!(
                "<w:outlineLvl w:val=\"{}\"/>",
                level.saturating_sub(1)
            ));
        }
        self.last = Some(self.xml.len());
        self.xml.raw("</w:pPr>");
        self.empty = false;
    }

    /// A paragraph of no height: what keeps tables apart, and ends sections behind them.
    fn between(&mut self) {
        self.begin(&Properties {
            style: "Between",
            ..Properties::default()
        });
        self.xml.raw("</w:p>");
    }

    fn text(&mut self, text: &Text<'_>, number: usize) {
        let heading = text.level.and_then(heading);
        let style = text.style.map(named).or(heading).unwrap_or("BodyText");
        let spacing = self.cover_spacing(text.style);
        let width = self.section.width();
        let (words, tabs) = match text.style {
            Some(TextStyle::TableLine) => parted(text.text, width),
            _ => (text.text.to_owned(), String::new()),
        };
        let spacing = match self.lying_spacing(style) {
            Some(lying) => lying.to_owned(),
            None => spacing,
        };
        let room = f64::from(width) / f64::from(size_of(style) * 5);
        let high = lines(text.text, room) as u32 * (size_of(style) * 10 * 14 / 10).max(280);
        self.taken = self.taken.map(|it| it.saturating_add(high + 120));
        self.begin(&Properties {
            style,
            tabs: &tabs,
            spacing: &spacing,
            align: "",
            level: text.level.filter(|_| text.style.is_some()),
        });
        let bookmark = self.contents.bookmark_of(number);
        if let Some(bookmark) = bookmark {
            self.xml.put(format_args!(
                "<w:bookmarkStart w:id=\"{bookmark}\" w:name=\"{}\"/>",
                contents::name(bookmark)
            ));
        }
        run(&words, false, &mut self.xml);
        if let Some(bookmark) = bookmark {
            self.xml
                .put(format_args!("<w:bookmarkEnd w:id=\"{bookmark}\"/>"));
        }
        self.xml.raw("</w:p>");
    }

    /// Titles above tables on pages that lie on their side leave room for the table.
    fn lying_spacing(&self, style: &str) -> Option<&'static str> {
        let title = self.section.landscape && matches!(style, "Heading1" | "TableTitle");
        title.then_some(
            "<w:spacing w:before=\"0\" w:after=\"60\" w:line=\"440\" w:lineRule=\"atLeast\"/>",
        )
    }

    /// On a cover the first title and the first line below the titles stand apart.
    fn cover_spacing(&mut self, style: Option<TextStyle>) -> String {
        let (title, line) = (Some(TextStyle::CoverTitle), Some(TextStyle::CoverLine));
        let before = std::mem::replace(&mut self.cover, style);
        let (space, height) = match (before, style) {
            (None, style) if style == title => (COVER, 800),
            (before, style) if before == title && style == line => (BELOW, 640),
            _ => return String::new(),
        };
        format!("<w:spacing w:before=\"{space}\" w:line=\"{height}\" w:lineRule=\"atLeast\"/>")
    }

    fn contents_line(&mut self, text: &Text<'_>, first: bool, last: bool) {
        let line = self.contents.line();
        self.begin(&Properties {
            style: line.style,
            level: text.level,
            ..Properties::default()
        });
        if first {
            let code = self.contents.code();
            self.xml.put(format_args!(
                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\">{}</w:instrText></w:r>\
                 <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
                Escaped(&code)
            ));
        }
        match line.bookmark {
            Some(bookmark) => {
                self.xml.put(format_args!(
                    "<w:hyperlink w:anchor=\"{}\" w:history=\"1\">",
                    contents::name(bookmark)
                ));
                run(text.text, false, &mut self.xml);
                self.xml.raw("</w:hyperlink>");
            }
            None => run(text.text, false, &mut self.xml),
        }
        if last {
            self.xml
                .raw("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
        }
        self.xml.raw("</w:p>");
    }

    fn picture(&mut self, look: Option<&Look>, pictures: &mut Pictures) {
        self.begin(&Properties {
            style: "Picture",
            ..Properties::default()
        });
        let run = pictures.run(look, self.section.width());
        self.xml.raw(&run);
        self.xml.raw("</w:p>");
    }
}

/// Whether the first page is a cover.
fn has_cover(steps: &[Step<'_>]) -> bool {
    let is_page = |step: &&Step<'_>| matches!(step, Step::Page { .. });
    let cover = [Some(TextStyle::CoverTitle), Some(TextStyle::CoverLine)];
    let first = steps.iter().skip_while(is_page);
    let on_it = |step: &Step<'_>| matches!(step, Step::Text(it) if cover.contains(&it.style));
    first.take_while(|step| !is_page(step)).any(on_it)
        && steps.iter().skip(1).any(|it| is_page(&it))
}

/// The style of a heading.
fn heading(level: u8) -> Option<&'static str> {
    const STYLES: [&str; 9] = [
        "Heading1", "Heading2", "Heading3", "Heading4", "Heading5", "Heading6", "Heading7",
        "Heading8", "Heading9",
    ];
    STYLES.get(usize::from(level).checked_sub(1)?).copied()
}

/// The parts of a line above a table with tabs between, and the stops for them: two parts stand left and right, a
/// unit alone at the right.
fn parted(text: &str, room: u32) -> (String, String) {
    let parts: Vec<&str> = text.split('\t').collect();
    let half = room / 2;
    let left = parts.first().map_or(0, |left| width(left));
    let left = u32::try_from(left).unwrap_or(room) * size_of("TableLine") * 11 / 2;
    let (words, middle) = match parts.as_slice() {
        [left, right] => (format!("{left}\t{right}"), None),
        [alone] if !alone.starts_with("部门") && !alone.starts_with("单位名称") => {
            (format!("\t{alone}"), None)
        }
        // What goes over the stop in the middle would shift the rest to the next line.
        [_, "", _] if left > half => (text.to_owned(), Some((left + 100).min(room - 100))),
        _ => (text.to_owned(), Some(half)),
    };
    let middle = match middle {
        Some(at) if at == half => format!("<w:tab w:val=\"center\" w:pos=\"{at}\"/>"),
        Some(at) => format!("<w:tab w:val=\"left\" w:pos=\"{at}\"/>"),
        None => String::new(),
    };
    let tabs = format!("<w:tabs>{middle}<w:tab w:val=\"right\" w:pos=\"{room}\"/></w:tabs>");
    (words, tabs)
}
