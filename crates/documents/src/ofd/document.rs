//! A document in the file: which parts are its pages, and what they share.

use super::measures::{POINTS, boxed};
use super::resources::Resources;
use crate::layout::canvas::MOST_PAGES;
use crate::made;
use crate::package::{Fault, Package, resolve};
use crate::xml::Element;
use juesuan_paper::{Note, NoteCode};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Bytes of templates that are kept; what is beyond is read anew for each page.
const MOST_KEPT: usize = 8 << 20;
/// Templates of one page.
const MOST_TEMPLATES: usize = 20;
/// Sides of a page in millimetres.
const SIDES: std::ops::RangeInclusive<f64> = 1.0..=20_000.0;
/// A4, in millimetres.
const USUAL: (f64, f64) = (210.0, 297.0);

/// One document.
pub struct Document {
    /// Its main part.
    place: String,
    /// Its pages that say nothing else, in points.
    pub size: (f64, f64),
    /// The parts of its pages, in order, as written; no more than are read.
    pub pages: Vec<String>,
    /// How many it has.
    pub count: usize,
    /// The pages, counted from 0, by the numbers that others refer to them with.
    pub ids: HashMap<String, usize>,
    /// What its pages refer to.
    pub resources: Resources,
    /// Where remarks about its pages are listed, as written.
    pub annotations: Option<String>,
    /// Where its signatures and stamps are listed, as written.
    pub signatures: Option<String>,
    /// The parts of templates by their numbers.
    templates: HashMap<String, String>,
    /// Those that were read.
    kept: HashMap<String, Rc<Element>>,
    kept_bytes: usize,
    /// Parts of resources that were read, and parts that were said to be damaged.
    known: HashSet<String>,
}

impl Document {
    /// Reads what the main part says, and the resources that all pages share.
    ///
    /// # Errors
    /// Where the main part cannot be read.
    pub fn open(package: &mut Package<'_>, place: &str, body: &Element) -> Result<Document, Fault> {
        let place = resolve("", place);
        let root = package.xml(&place)?;
        let common = root.child("CommonData");
        let shared = common.and_then(|common| size(common.child("PageArea")));
        let mut document = Document {
            size: shared.unwrap_or((USUAL.0 * POINTS, USUAL.1 * POINTS)),
            pages: Vec::new(),
            count: 0,
            ids: HashMap::new(),
            resources: Resources::default(),
            annotations: path_in(&root, "Annotations"),
            signatures: path_in(body, "Signatures"),
            templates: HashMap::new(),
            kept: HashMap::new(),
            kept_bytes: 0,
            known: HashSet::new(),
            place,
        };
        for page in root.child("Pages").iter().flat_map(|it| it.all("Page")) {
            document.count += 1;
            if document.pages.len() < MOST_PAGES {
                let id = page.attribute_like("ID").unwrap_or_default().trim();
                let place = page.attribute_like("BaseLoc").unwrap_or_default().trim();
                let at = document.pages.len();
                document.ids.entry(id.to_owned()).or_insert(at);
                document.pages.push(place.to_owned());
            }
        }
        for element in common.iter().flat_map(|common| common.elements()) {
            match &*element.name {
                "PublicRes" | "DocumentRes" => {
                    // A font without a name, a manner without a colour: nothing that is read depends on it.
                    document.add_resources(package, element.text().trim());
                }
                "TemplatePage" => {
                    let id = element.attribute_like("ID").unwrap_or_default().trim();
                    let place = element.attribute_like("BaseLoc").unwrap_or_default();
                    document
                        .templates
                        .insert(id.to_owned(), place.trim().to_owned());
                }
                _ => {}
            }
        }
        Ok(document)
    }

    /// The tree of a part, wherever its place may be relative to.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn part(&self, package: &mut Package<'_>, place: &str) -> Result<Element, Fault> {
        package.xml(&self.found(package, place))
    }

    /// The name of a part that is written as a place in this document.
    pub fn found(&self, package: &Package<'_>, place: &str) -> String {
        let here = resolve(&self.place, place);
        let there = resolve("", place);
        if !package.has(&here) && package.has(&there) {
            there
        } else {
            here
        }
    }

    fn add_resources(&mut self, package: &mut Package<'_>, place: &str) {
        let part = self.found(package, place);
        if self.known.insert(part.clone())
            && let Ok(bytes) = package.part(&part)
        {
            self.resources.add(&bytes);
        }
    }

    /// Reads what a page needs: its own resources, and its templates, which are handed back in order.
    pub fn prepare(
        &mut self,
        package: &mut Package<'_>,
        page: &Element,
        notes: &mut Vec<Note>,
    ) -> Vec<Rc<Element>> {
        for resource in page.all("PageRes").take(MOST_TEMPLATES) {
            self.add_resources(package, resource.text().trim());
        }
        let mut templates = Vec::new();
        for template in page.all("Template").take(MOST_TEMPLATES) {
            let id = template.attribute_like("TemplateID").unwrap_or_default();
            let Some(place) = self.templates.get(id.trim()).cloned() else {
                continue;
            };
            match self.template(package, id.trim(), &place) {
                Ok(template) => templates.push(template),
                Err(_) if self.known.insert(format!("template {place}")) => {
                    notes.push(made::about(NoteCode::DamagedPart, &place));
                }
                Err(_) => {}
            }
        }
        templates
    }

    fn template(
        &mut self,
        package: &mut Package<'_>,
        id: &str,
        place: &str,
    ) -> Result<Rc<Element>, Fault> {
        if let Some(kept) = self.kept.get(id) {
            return Ok(kept.clone());
        }
        let bytes = package.part(&self.found(package, place))?;
        let template = Rc::new(crate::xml::parse(&bytes)?);
        self.kept_bytes = self.kept_bytes.saturating_add(bytes.len());
        if self.kept_bytes <= MOST_KEPT {
            self.kept.insert(id.to_owned(), template.clone());
        }
        Ok(template)
    }
}

/// The size of a page that says its own, in points. Some writers say it in the content.
pub fn size_of(page: &Element) -> Option<(f64, f64)> {
    let inside = page.child("Content");
    let mut places = [Some(page), inside].into_iter().flatten();
    let areas = |place: &Element| {
        ["Area", "PageArea"]
            .iter()
            .find_map(|name| size(place.child(name)))
    };
    places.find_map(areas)
}

/// The size of a page area, in points.
fn size(area: Option<&Element>) -> Option<(f64, f64)> {
    let area = area?;
    let written = ["PhysicalBox", "ApplicationBox"]
        .iter()
        .find_map(|name| area.child(name))?;
    let [_, _, width, height] = boxed(Some(&written.text()))?;
    let fits = SIDES.contains(&width) && SIDES.contains(&height);
    fits.then_some((width * POINTS, height * POINTS))
}

/// The place that an element of this name holds.
fn path_in(element: &Element, name: &str) -> Option<String> {
    let place = element.child(name)?.text().trim().to_owned();
    (!place.is_empty()).then_some(place)
}
