//! A chart as a file of its own.

use super::text::writable;
use super::{Chart, FONTS, Shape};
use std::fmt::{self, Write};

impl Chart {
    /// The chart as an SVG document that stands by itself: for a file, or a word processor.
    ///
    /// ```
    /// use juesuan_domain::chart::{Part, proportions};
    /// let part = Part { name: "A&B".to_owned(), amount: 1.into(), share: "100.0%".to_owned() };
    /// let svg = proportions("结构", &[part]).unwrap().to_svg();
    /// assert!(svg.contains(">A&amp;B</text>"));
    /// ```
    pub fn to_svg(&self) -> String {
        let mut svg = String::with_capacity(256 + 160 * self.shapes.len());
        // Writing into a string does not fail.
        let _ = self.write(&mut svg);
        svg
    }

    fn write(&self, svg: &mut String) -> fmt::Result {
        let (width, height) = (self.width, self.height);
        writeln!(
            svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\" role=\"img\" xml:lang=\"zh-CN\" \
             font-family=\"{}\">",
            escaped(FONTS)
        )?;
        writeln!(svg, "<title>{}</title>", escaped(&self.title))?;
        writeln!(svg, "<desc>{}</desc>", escaped(&self.alternative))?;
        for shape in &self.shapes {
            shape.write(svg)?;
        }
        writeln!(svg, "</svg>")
    }
}

impl Shape {
    /// Attributes and no style sheet: what reads SVG reads these, and no policy forbids them.
    fn write(&self, svg: &mut String) -> fmt::Result {
        match self {
            Shape::Rect {
                x,
                y,
                width,
                height,
                fill,
            } => {
                write!(
                    svg,
                    "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{}\"",
                    fill.color()
                )?;
                if let Some(outline) = fill.outline() {
                    write!(svg, " stroke=\"{outline}\"")?;
                }
                writeln!(svg, "/>")
            }
            Shape::Line {
                x1,
                y1,
                x2,
                y2,
                tone,
            } => writeln!(
                svg,
                "<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"{}\"/>",
                tone.color()
            ),
            Shape::Text {
                x,
                y,
                anchor,
                size,
                weight,
                tone,
                text,
            } => writeln!(
                svg,
                "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{}\" font-size=\"{size}\" \
                 font-weight=\"{}\" fill=\"{}\">{}</text>",
                anchor.name(),
                weight.name(),
                tone.color(),
                escaped(text)
            ),
        }
    }
}

/// A text as XML holds it, within an element or an attribute.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars().filter(|c| writable(*c)) {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped
}
