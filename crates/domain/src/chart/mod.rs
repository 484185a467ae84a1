//! The figures of a final-accounts text: change against last year, and the structure of a whole.
//!
//! [`bars`] sets last year beside this year, [`proportions`] shows the parts of a whole. A [`Chart`]
//! is a value: shapes that a page or [`Chart::to_svg`] draws as they are, the same in words, and the
//! same as a table. Figures are shown with all their digits; only lengths are rounded. Everything
//! is labelled where it stands, and shades differ in lightness, so that a copy in grey says as much.

mod bars;
mod proportions;
mod scale;
mod sheet;
mod svg;
mod text;

pub use bars::{BarGroup, bars};
pub use proportions::{Part, proportions};

use text::clean;

/// The fonts a chart is measured for, as CSS writes them.
pub const FONTS: &str = r#""PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif"#;

/// What a chart says of its amounts.
const UNIT: &str = "单位：万元";

/// A drawing: shapes in a space of `width` × `height`, back to front, and what it says in words and
/// as a table.
///
/// Title and unit are among the shapes; the fields are for the caption of the table.
///
/// ```
/// use juesuan_domain::chart::{Part, proportions};
/// let part = |name: &str, amount: &str, share: &str| Part {
///     name: name.to_owned(),
///     amount: amount.parse().unwrap(),
///     share: share.to_owned(),
/// };
/// let parts = [part("基本支出", "1374.33", "88.5%"), part("项目支出", "178.30", "11.5%")];
/// let chart = proportions("支出决算结构", &parts).unwrap();
/// assert_eq!(chart.rows[1], ["项目支出", "178.3", "11.5%"]);
/// assert!(chart.to_svg().starts_with("<svg "));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// The title, whole (the drawn one is shortened where it does not fit).
    pub title: String,
    /// `单位：万元`.
    pub unit: &'static str,
    /// The width of the drawing; its height follows from what is drawn.
    pub width: u32,
    /// The height of the drawing.
    pub height: u32,
    /// What is drawn, back to front, all of it inside the drawing.
    pub shapes: Vec<Shape>,
    /// All that the drawing says, in sentences, for those who do not see it.
    pub alternative: String,
    /// The headings of the table.
    pub columns: Vec<String>,
    /// The rows of the table, as long as `columns`, ready to be shown.
    pub rows: Vec<Vec<String>>,
}

/// One piece of a drawing; lengths are whole tenths.
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    /// A bar, or paper behind something; an outline (see [`Fill::outline`]) lies on its edge.
    Rect {
        /// Left edge.
        x: f32,
        /// Top edge.
        y: f32,
        /// Never negative.
        width: f32,
        /// Never negative.
        height: f32,
        /// Its colours.
        fill: Fill,
    },
    /// A line of width 1.
    Line {
        /// Where it begins, from the left.
        x1: f32,
        /// Where it begins, from the top.
        y1: f32,
        /// Where it ends, from the left.
        x2: f32,
        /// Where it ends, from the top.
        y2: f32,
        /// Its colour.
        tone: Tone,
    },
    /// One line of text, without line ends or control characters.
    Text {
        /// The point which `anchor` speaks of.
        x: f32,
        /// The base line.
        y: f32,
        /// Which side of the text is at `x`.
        anchor: Anchor,
        /// Size of the font.
        size: f32,
        /// Weight of the font.
        weight: Weight,
        /// Its colour.
        tone: Tone,
        /// The text, not escaped.
        text: String,
    },
}

/// The colours of a rectangle; they differ in lightness, not in hue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// White: the sheet, and what keeps lines out of a text.
    Paper,
    /// Dark: this year.
    Accent,
    /// Between the two.
    Middle,
    /// Light, with an outline: last year.
    Pale,
}

impl Fill {
    /// As CSS and SVG write it.
    pub fn color(self) -> &'static str {
        match self {
            Fill::Paper => "#ffffff",
            Fill::Accent => "#1f5fae",
            Fill::Middle => "#8db0da",
            Fill::Pale => "#e6eef8",
        }
    }

    /// The colour of the outline, of width 1, where there is one.
    pub fn outline(self) -> Option<&'static str> {
        (self == Fill::Pale).then_some(Fill::Accent.color())
    }
}

/// The colour of a text or a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// What is to be read.
    Ink,
    /// What explains it.
    Soft,
    /// What only guides the eye: lines, never text.
    Faint,
}

impl Tone {
    /// As CSS and SVG write it.
    pub fn color(self) -> &'static str {
        match self {
            Tone::Ink => "#1d2530",
            Tone::Soft => "#55606f",
            Tone::Faint => "#d5dae1",
        }
    }
}

/// Which side of a text is at its point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The left side.
    Start,
    /// The middle.
    Middle,
    /// The right side.
    End,
}

impl Anchor {
    /// As `text-anchor` has it.
    pub fn name(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

/// The weight of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// As running text.
    Regular,
    /// Titles and names of groups.
    Bold,
}

impl Weight {
    /// As `font-weight` has it.
    pub fn name(self) -> &'static str {
        match self {
            Weight::Regular => "400",
            Weight::Bold => "600",
        }
    }
}

/// A name as it is shown everywhere; one that nobody typed is a dash.
fn named(name: &str) -> String {
    let name = clean(name);
    if name.is_empty() {
        "—".to_owned()
    } else {
        name
    }
}
