//! What pages refer to by numbers: fonts, manners of drawing, and drawings that are used more than once.

use super::colour::Colour;
use crate::xml::{self, Element};
use std::collections::HashMap;
use std::rc::Rc;

/// Bytes of resources of one document that are kept.
const MOST_BYTES: usize = 16 << 20;
/// Manners of drawing that stand on each other.
const MOST_RELATIVE: usize = 16;

/// A font that a document names.
pub struct Font {
    /// Its name, and whether it is a bold one: what tells it from others.
    pub key: String,
}

/// A manner of drawing.
#[derive(Default)]
struct Manner {
    fill: Option<Colour>,
    stroke: Option<Colour>,
    relative: Option<String>,
}

/// All of a document, by their numbers.
#[derive(Default)]
pub struct Resources {
    fonts: HashMap<String, Font>,
    manners: HashMap<String, Manner>,
    units: HashMap<String, Rc<Element>>,
    bytes: usize,
}

impl Resources {
    /// Adds those of a part. What is damaged, or beyond what is kept, adds nothing.
    pub fn add(&mut self, bytes: &[u8]) {
        self.bytes = self.bytes.saturating_add(bytes.len());
        if self.bytes > MOST_BYTES {
            return;
        }
        let Ok(root) = xml::parse(bytes) else { return };
        for group in root.elements() {
            for element in group.elements() {
                let id = element.attribute_like("ID").unwrap_or_default();
                let id = id.trim().to_owned();
                match &*element.name {
                    "Font" => {
                        let names = ["FontName", "FamilyName"];
                        let name = names.iter().find_map(|name| element.attribute_like(name));
                        let bold = element.attribute_like("Bold") == Some("true");
                        let key = format!("{} {bold}", name.unwrap_or(&id));
                        self.fonts.insert(id, Font { key });
                    }
                    "DrawParam" => {
                        let relative = element.attribute_like("Relative");
                        let manner = Manner {
                            fill: element.child("FillColor").map(Colour::of),
                            stroke: element.child("StrokeColor").map(Colour::of),
                            relative: relative.map(|it| it.trim().to_owned()),
                        };
                        self.manners.insert(id, manner);
                    }
                    "CompositeGraphicUnit" => {
                        self.units.insert(id, Rc::new(element.clone()));
                    }
                    _ => {}
                }
            }
        }
    }

    /// What tells the font from others.
    pub fn font(&self, id: &str) -> Option<&str> {
        self.fonts.get(id.trim()).map(|font| font.key.as_str())
    }

    /// A drawing that is used more than once.
    pub fn unit(&self, id: &str) -> Option<Rc<Element>> {
        self.units.get(id.trim()).cloned()
    }

    /// The colours of areas and of lines in a manner of drawing, where it says any.
    pub fn colours(&self, id: Option<&str>) -> (Option<Colour>, Option<Colour>) {
        let (mut fill, mut stroke) = (None, None);
        let mut next = id.map(str::trim);
        for _ in 0..MOST_RELATIVE {
            let Some(manner) = next.and_then(|id| self.manners.get(id)) else {
                break;
            };
            fill = fill.or(manner.fill);
            stroke = stroke.or(manner.stroke);
            next = manner.relative.as_deref();
        }
        (fill, stroke)
    }
}
