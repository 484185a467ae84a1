//! Lines and areas.

use super::colour::Colour;
use super::path::path;
use super::walk::{Around, Walk, boundary, within};
use crate::layout::paths::Drawn;
use crate::xml::Element;

impl Walk<'_> {
    /// Draws a path. Nothing of it is seen outside its box.
    pub fn shape(&mut self, object: &Element, around: Around) {
        let is = |name: &str, usual: bool| {
            object
                .attribute_like(name)
                .map_or(usual, |value| value.trim() == "true")
        };
        let seen = |colour: Option<Colour>| colour.is_none_or(|it| it == Colour::Seen);
        let drawn = Drawn {
            filled: is("Fill", false) && seen(around.fill),
            stroked: is("Stroke", true) && seen(around.stroke),
        };
        if !drawn.filled && !drawn.stroked {
            return;
        }
        let transform = within(object, around.transform);
        if let Some(area) = boundary(object) {
            self.canvas
                .push_clip(around.transform.transform_rect_bbox(area));
        }
        for data in object.all("AbbreviatedData") {
            self.canvas.path(&path(&data.text()), transform, drawn);
        }
        if boundary(object).is_some() {
            self.canvas.pop_clip();
        }
    }
}
