//! A note: highlighted lines of a page, and what is said of them.

use super::update::{Update, figure, text};
use crate::mark::marks::Severity;
use juesuan_paper::Rect;

/// What is written on some lines.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Note {
    /// Nothing for a place that a remark only refers to.
    pub severity: Option<Severity>,
    pub text: String,
}

impl Note {
    /// Red, green and blue, light enough to read through.
    fn colour(&self) -> [f64; 3] {
        match self.severity {
            Some(Severity::Error) => [1.0, 0.55, 0.55],
            Some(Severity::Warning) => [1.0, 0.75, 0.35],
            Some(Severity::Notice) => [1.0, 0.95, 0.4],
            None => [0.75, 0.87, 1.0],
        }
    }

    /// Adds another remark on the same lines.
    pub fn join(&mut self, other: Note) {
        self.severity = self.severity.max(other.severity);
        if !self.text.contains(&other.text) {
            self.text.push_str("\n\n");
            self.text.push_str(&other.text);
        }
    }
}

/// A corner, in the units of the page.
type Corner = (f64, f64);

/// The four corners of a line as somebody reads it: upper left, upper right, lower left, lower right.
pub(super) fn corners(line: Rect, back: [f64; 6]) -> [Corner; 4] {
    let Rect(left, top, right, bottom) = line;
    let [a, b, c, d, e, f] = back;
    [(left, top), (right, top), (left, bottom), (right, bottom)]
        .map(|(x, y)| (a * x + c * y + e, b * x + d * y + f))
}

/// Writes the objects of a note; gives the number of the first.
pub(super) fn write(
    note: &Note,
    lines: &[[Corner; 4]],
    page: (u32, u16),
    (number, author): (usize, &str),
    update: &mut Update<'_>,
) -> u32 {
    let (own, look) = (update.number(), update.number());
    let [red, green, blue] = note.colour().map(figure);
    let colour = format!("{red} {green} {blue}");
    let points = |corners: &[Corner]| {
        let points = corners
            .iter()
            .map(|(x, y)| format!("{} {}", figure(*x), figure(*y)));
        points.collect::<Vec<String>>().join(" ")
    };
    let quads: Vec<String> = lines.iter().map(|line| points(line)).collect();
    let all = lines.iter().flatten();
    let around = all.fold(
        [f64::MAX, f64::MAX, f64::MIN, f64::MIN],
        |[left, low, right, high], (x, y)| [left.min(*x), low.min(*y), right.max(*x), high.max(*y)],
    );
    let around = around.map(figure).join(" ");
    let annotation = format!(
        "<</Type/Annot/Subtype/Highlight/Rect[{around}]/QuadPoints[{}]/C[{colour}]/F 4/NM{}/T{}/Contents{}/P {} {} R/AP<</N {look} 0 R>>>>",
        quads.join(" "),
        update.text(own, format!("juesuan-{number}").as_bytes()),
        update.text(own, &text(author)),
        update.text(own, &text(&note.text)),
        page.0,
        page.1,
    );
    update.put(own, 0, annotation.into_bytes());
    let mut drawn = format!("/G gs {colour} rg\n");
    for [upper_left, upper_right, lower_left, lower_right] in lines {
        let [first, others @ ..] =
            [upper_left, upper_right, lower_right, lower_left].map(|it| points(&[*it]));
        drawn += &format!("{first} m {} l h f\n", others.join(" l "));
    }
    let drawn = update.stream(look, drawn.as_bytes());
    let head = format!(
        "<</Type/XObject/Subtype/Form/BBox[{around}]/Resources<</ExtGState<</G<</BM/Multiply>>>>>>/Length {}>>\nstream\n",
        drawn.len()
    );
    let stream = [head.as_bytes(), &drawn, b"\nendstream"].concat();
    update.put(look, 0, stream);
    own
}
