//! Drawings: pictures, and the text that stands in them.

use super::walk::{Anchored, Line, Walk, choice};
use crate::xml::Element;

impl<'a> Walk<'a> {
    /// Takes what is in a drawing behind the paragraph: each text box, and that there is a picture, once.
    pub(super) fn graphic(&mut self, drawing: &'a Element, line: &mut Line<'a>) {
        if self.shows() && search(drawing, line) {
            line.anchored.push(Anchored::Picture);
        }
    }
}

/// Finds the text boxes of a drawing; whether there is a picture or chart in it.
fn search<'a>(parent: &'a Element, line: &mut Line<'a>) -> bool {
    let mut picture = false;
    for element in parent.elements() {
        picture |= match &*element.name {
            "txbxContent" => {
                line.anchored.push(Anchored::Box(element));
                false
            }
            "AlternateContent" => choice(element).is_some_and(|chosen| search(chosen, line)),
            "textpath" => {
                let text = element.attribute("string").unwrap_or_default().trim();
                if !text.is_empty() {
                    let text = text.chars().take(10_000).collect();
                    line.anchored.push(Anchored::Text(text));
                }
                false
            }
            "pic" | "imagedata" | "chart" | "relIds" => true,
            _ => search(element, line),
        };
    }
    picture
}
