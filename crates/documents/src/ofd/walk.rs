//! Walks over what a page holds and draws it.

use super::colour::Colour;
use super::measures::{POINTS, boxed, numbers};
use super::resources::Resources;
use crate::layout::canvas::Canvas;
use crate::xml::Element;
use hayro_interpret::kurbo::{Affine, Rect};
use std::collections::HashMap;

/// Blocks and units within each other.
const DEPTH: usize = 64;
/// Objects of all pages that are drawn: a template counts on each of its pages, a unit wherever it is used.
pub const MOST_OBJECTS: usize = 4_000_000;
/// Objects of one page.
pub const MOST_OBJECTS_OF_PAGE: usize = 400_000;

/// A page being drawn.
pub struct Walk<'a> {
    /// It is drawn on this.
    pub canvas: &'a mut Canvas,
    /// What objects refer to.
    pub resources: &'a Resources,
    /// Numbers of fonts, by what tells them apart.
    pub fonts: &'a mut HashMap<String, u16>,
    /// Objects that may still be drawn on it.
    pub objects: usize,
    /// Units that are being drawn, by their numbers: none holds itself.
    pub units: Vec<String>,
    /// Characters that are there but not shown.
    pub hidden: &'a mut usize,
}

/// How what is in a block is drawn, unless it says otherwise.
#[derive(Clone, Copy)]
pub struct Around {
    /// To the displayed page.
    pub transform: Affine,
    /// Colour of areas.
    pub fill: Option<Colour>,
    /// Colour of lines.
    pub stroke: Option<Colour>,
}

impl Walk<'_> {
    /// Draws a page or a template.
    pub fn page(&mut self, page: &Element) {
        let around = Around {
            transform: Affine::scale(POINTS),
            fill: None,
            stroke: None,
        };
        for content in page.all("Content") {
            self.block(content, around, 0);
        }
    }

    fn block(&mut self, block: &Element, around: Around, depth: usize) {
        if depth > DEPTH {
            self.canvas.drop_one();
            return;
        }
        for object in block.elements() {
            let Some(left) = self.objects.checked_sub(1) else {
                self.canvas.drop_one();
                return;
            };
            self.objects = left;
            let hidden = object.attribute_like("Visible") == Some("false");
            match &*object.name {
                _ if hidden => self.hide(object),
                "Layer" | "PageBlock" => self.block(object, self.manner(object, around), depth + 1),
                "TextObject" => self.text(object, self.manner(object, around)),
                "PathObject" => self.shape(object, self.manner(object, around)),
                "ImageObject" => {
                    if let Some(area) = boundary(object) {
                        self.canvas
                            .picture(around.transform.transform_rect_bbox(area));
                    }
                }
                "CompositeObject" | "CompositeGraphicUnit" => self.unit(object, around, depth + 1),
                _ => {}
            }
        }
    }

    /// A drawing that stands elsewhere, or here itself.
    fn unit(&mut self, object: &Element, around: Around, depth: usize) {
        let id = object.attribute_like("ResourceID").unwrap_or_default();
        if !id.is_empty() && self.units.iter().any(|open| open == id) {
            self.canvas.drop_one();
            return;
        }
        let unit = self.resources.unit(id);
        let unit = unit.as_deref().unwrap_or(object);
        self.units.push(id.to_owned());
        let around = Around {
            transform: within(object, around.transform),
            ..self.manner(object, around)
        };
        for content in unit.all("Content") {
            self.block(content, around, depth);
        }
        self.units.pop();
    }

    fn manner(&self, object: &Element, around: Around) -> Around {
        let (fill, stroke) = self.resources.colours(object.attribute_like("DrawParam"));
        let own = |name: &str| object.child(name).map(Colour::of);
        Around {
            fill: own("FillColor").or(fill).or(around.fill),
            stroke: own("StrokeColor").or(stroke).or(around.stroke),
            ..around
        }
    }

    /// Counts the texts in what is not shown.
    pub fn hide(&mut self, object: &Element) {
        for code in object.all("TextCode") {
            let seen = |c: &char| !c.is_whitespace();
            *self.hidden += code.text().chars().filter(seen).count();
        }
        // No deeper than a part is nested.
        for inner in object.elements() {
            if matches!(&*inner.name, "TextObject" | "PageBlock") {
                self.hide(inner);
            }
        }
    }
}

/// The box of an object, in the space of its block.
pub fn boundary(object: &Element) -> Option<Rect> {
    let [x, y, width, height] = boxed(object.attribute_like("Boundary"))?;
    Some(Rect::new(x, y, x + width, y + height))
}

/// From within an object to the page.
pub fn within(object: &Element, around: Affine) -> Affine {
    let [x, y, ..] = boxed(object.attribute_like("Boundary")).unwrap_or_default();
    let written = object.attribute_like("CTM").map(numbers);
    let own = match written.as_deref() {
        Some([a, b, c, d, e, f, ..]) => Affine::new([*a, *b, *c, *d, *e, *f]),
        _ => Affine::IDENTITY,
    };
    around * Affine::translate((x, y)) * own
}
