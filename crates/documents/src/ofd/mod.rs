//! OFD (GB/T 33190-2016): a zip of XML that says what stands where, in millimetres; laid out by [`crate::layout`].
//!
//! ```text
//! OFD.xml ─▶ Document.xml ─▶ pages, templates ──walk──▶ Canvas ─▶ Page ─▶ layout
//!                └─▶ resources: fonts, manners of drawing, composite units
//! ```
//! Writers differ: names are read without prefixes and, of attributes, in any case; a place in the package may be
//! relative to the part, to the document or to the package.

mod colour;
mod document;
mod measures;
mod overlays;
mod path;
mod resources;
mod shapes;
mod text;
mod walk;

use crate::layout::canvas::{Canvas, MOST_PAGES, Room};
use crate::layout::page::Page;
use crate::package::{Fault, Package};
use crate::xml::Element;
use crate::{Asked, layout, made};
use document::Document;
use juesuan_paper::{Kind, Note, NoteCode, Paper, Unreadable};
use std::collections::HashMap;
use walk::Walk;

/// Documents in one file that are read.
const MOST_DOCUMENTS: usize = 100;
/// Where the list of what is encrypted lies (GM/T 0099).
const ENCRYPTIONS: &str = "Encryptions.xml";

/// Reads an OFD file. One that holds several documents is read as one after the other.
///
/// # Errors
/// For one that is encrypted, or damaged so that no page can be read.
pub(crate) fn read(bytes: &[u8], asked: &mut Asked<'_>) -> Result<Paper, Unreadable> {
    let mut package = Package::open(bytes).map_err(|fault| fault.unreadable(Kind::Ofd))?;
    let encrypted = package.has(ENCRYPTIONS);
    let why = |fault: Fault| match fault {
        Fault::TooLarge(_) => fault.unreadable(Kind::Ofd),
        _ if encrypted => Unreadable::Encrypted(Kind::Ofd),
        _ => fault.unreadable(Kind::Ofd),
    };
    let root = package.xml("OFD.xml").map_err(why)?;
    let mut reading = Reading {
        objects: walk::MOST_OBJECTS,
        ..Reading::default()
    };
    let documents = reading.documents(&mut package, &root).map_err(why)?;
    let pages = documents.iter().map(|document| document.count).sum();
    let mut fault = Fault::Damaged;
    for mut document in documents {
        if let Err(first) = reading.pages(&mut package, &mut document, pages, asked) {
            fault = first;
        }
    }
    // Pages that nobody can open are said to be encrypted, not damaged.
    if reading.read == 0 || (encrypted && reading.damaged > 0) {
        return Err(why(fault));
    }
    let mut paper = layout::paper(Kind::Ofd, reading.pages);
    let shortened = |count| Note {
        count: Some(count),
        ..Note::new(NoteCode::Shortened)
    };
    if paper.pages.len() < pages {
        reading.notes.push(shortened(paper.pages.len()));
    }
    paper.notes.extend(reading.notes);
    Ok(paper)
}

/// What is known so far.
#[derive(Default)]
struct Reading {
    pages: Vec<Page>,
    notes: Vec<Note>,
    /// Numbers of the fonts met so far, by their names.
    fonts: HashMap<String, u16>,
    /// Objects that may still be drawn.
    objects: usize,
    /// Characters that are there but not shown.
    hidden: usize,
    /// Pages of which the part was read.
    read: usize,
    /// Pages of which it was not.
    damaged: usize,
}

impl Reading {
    /// The documents that the file names, without those that cannot be read.
    fn documents(
        &mut self,
        package: &mut Package<'_>,
        root: &Element,
    ) -> Result<Vec<Document>, Fault> {
        let mut documents = Vec::new();
        let mut fault = Fault::Missing;
        let bodies: Vec<&Element> = root.all("DocBody").collect();
        for body in bodies.iter().take(MOST_DOCUMENTS) {
            let Some(place) = body.child("DocRoot").map(|it| it.text().trim().to_owned()) else {
                continue;
            };
            match Document::open(package, &place, body) {
                Ok(document) => documents.push(document),
                Err(met) => {
                    fault = met;
                    self.notes.push(made::about(NoteCode::DamagedPart, &place));
                }
            }
        }
        if bodies.len() > MOST_DOCUMENTS {
            self.notes.push(Note {
                count: Some(MOST_DOCUMENTS),
                ..Note::new(NoteCode::Shortened)
            });
        }
        match documents.iter().any(|document| document.count > 0) {
            true => Ok(documents),
            false => Err(fault),
        }
    }

    /// The pages of a document, up to the limits. One that is damaged stays, empty, so that the others keep their
    /// numbers.
    ///
    /// # Errors
    /// What is wrong with the last page that could not be read.
    fn pages(
        &mut self,
        package: &mut Package<'_>,
        document: &mut Document,
        total: usize,
        asked: &mut Asked<'_>,
    ) -> Result<(), Fault> {
        let first = self.pages.len();
        let mut room = Room::of(&self.pages);
        let mut fault = Ok(());
        for (part, _) in std::mem::take(&mut document.pages)
            .iter()
            .zip(first..MOST_PAGES)
        {
            if room.is_used_up() {
                break;
            }
            let content = match document.part(package, part) {
                Ok(content) => Some(content),
                Err(met @ Fault::TooLarge(_)) => {
                    fault = Err(met);
                    break;
                }
                Err(met) => {
                    fault = Err(met);
                    self.damaged += 1;
                    self.notes.push(made::about(NoteCode::DamagedPart, part));
                    None
                }
            };
            let page = self.page(package, document, content.as_ref(), &mut room);
            self.pages.push(page);
            (asked.progress)(self.pages.len(), Some(total.min(MOST_PAGES)));
        }
        let hidden = std::mem::take(&mut self.hidden);
        if hidden > 0 {
            self.notes.push(Note {
                count: Some(hidden),
                ..Note::new(NoteCode::HiddenText)
            });
        }
        let overlays = overlays::note(package, document, first, self.pages.len());
        self.notes.extend(overlays);
        fault
    }

    /// One page; an empty one of nothing.
    fn page(
        &mut self,
        package: &mut Package<'_>,
        document: &mut Document,
        content: Option<&Element>,
        room: &mut Room,
    ) -> Page {
        let (width, height) = content.and_then(document::size_of).unwrap_or(document.size);
        let number = self.pages.len() + 1;
        let mut canvas = Canvas::new(number, width as f32, height as f32, room);
        if let Some(content) = content {
            self.read += 1;
            let templates = document.prepare(package, content, &mut self.notes);
            let most = self.objects.min(walk::MOST_OBJECTS_OF_PAGE);
            let mut walk = Walk {
                canvas: &mut canvas,
                resources: &document.resources,
                fonts: &mut self.fonts,
                objects: most,
                units: Vec::new(),
                hidden: &mut self.hidden,
            };
            for template in &templates {
                walk.page(template);
            }
            walk.page(content);
            self.objects = self.objects.saturating_sub(most - walk.objects);
        }
        canvas.done(room)
    }
}
