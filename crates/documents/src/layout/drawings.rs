//! Charts and drawings: their labels are no running text.

use super::lines::Line;
use super::page::{Area, Page};

/// Labels stand no farther beside a drawing than this share of its width.
const BESIDE: f32 = 0.8;
/// Small labels stand no farther above and below it, in points.
const ABOVE: f32 = 34.0;
/// They are at most as large, beside the text.
const SMALL: f32 = 0.85;
/// A label has fewer characters.
const LONGEST: usize = 24;
/// Gap that parts two labels on one line, in ems.
const GAP: f32 = 1.5;
/// More curves than these are put together no more.
const MOST: usize = 400;

/// A drawing and what is written in it.
#[derive(Debug)]
pub struct Drawing {
    /// Around it and its labels.
    pub area: Area,
    /// From top to bottom.
    pub labels: Vec<Line>,
}

/// The drawings of a page: at least two curves that touch, like the parts of a pie, not larger than half the page.
pub fn of_page(page: &Page) -> Vec<Drawing> {
    if page.curves.len() > MOST {
        return Vec::new();
    }
    let mut groups: Vec<(Area, usize)> = Vec::new();
    for curve in &page.curves {
        let (touching, mut other): (Vec<_>, Vec<_>) =
            groups.into_iter().partition(|(area, _)| touch(area, curve));
        let whole = touching
            .into_iter()
            .fold((*curve, 1), |(area, count), (other, more)| {
                (area.around(other), count + more)
            });
        other.push(whole);
        groups = other;
    }
    let half = page.width * page.height / 2.0;
    let drawing = |(area, count): (Area, usize)| {
        (count > 1 && area.size() < half).then(|| Drawing {
            area,
            labels: Vec::new(),
        })
    };
    groups.into_iter().filter_map(drawing).collect()
}

fn touch(a: &Area, b: &Area) -> bool {
    let near = 4.0;
    a.x0 - near < b.x1 && b.x0 - near < a.x1 && a.y0 - near < b.y1 && b.y0 - near < a.y1
}

/// The size of most characters of the page.
fn body_size(lines: &[Line]) -> f32 {
    let mut sizes: Vec<f32> = lines
        .iter()
        .flat_map(|line| &line.glyphs)
        .map(|glyph| glyph.size)
        .collect();
    sizes.sort_by(f32::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(0.0)
}

/// Takes the labels out of the lines of the page.
pub fn take_labels(drawings: &mut [Drawing], lines: Vec<Line>) -> Vec<Line> {
    if drawings.is_empty() {
        return lines;
    }
    let body = body_size(&lines);
    let mut left = Vec::new();
    let curves: Vec<Area> = drawings.iter().map(|drawing| drawing.area).collect();
    for line in lines {
        let middle = (line.area.y0 + line.area.y1) / 2.0;
        let beside = curves.iter().position(|area| {
            let room = BESIDE * area.width();
            let above = if line.size <= SMALL * body {
                ABOVE
            } else {
                0.0
            };
            let holds = middle > area.y0 - above && middle < area.y1 + above;
            holds && line.area.x1 > area.x0 - room && line.area.x0 < area.x1 + room
        });
        let is_label = line
            .clone()
            .split(GAP)
            .iter()
            .all(|part| part.glyphs.len() < LONGEST);
        match beside.and_then(|at| drawings.get_mut(at)) {
            Some(drawing) if is_label => {
                drawing.area = drawing.area.around(line.area);
                drawing.labels.extend(line.split(GAP));
            }
            _ => left.push(line),
        }
    }
    left
}
