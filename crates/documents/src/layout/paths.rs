//! Drawn paths to straight sides: strokes, thin boxes, and the edges of coloured ones.

use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect};

/// How a path is drawn.
#[derive(Clone, Copy, Debug, Default)]
pub struct Drawn {
    /// Its area is coloured.
    pub filled: bool,
    /// Its sides are drawn.
    pub stroked: bool,
}

/// A straight piece of a drawing.
#[derive(Clone, Copy, Debug)]
pub struct Side {
    pub from: Point,
    pub to: Point,
    /// Only the edge of a coloured area.
    pub edge: bool,
}

/// A filled box not thicker than this is a line.
const THIN: f64 = 3.0;
/// What is curved and smaller is a letter or a bullet.
const LEAST_CURVE: f64 = 24.0;
/// As many slanting sides stand for a curve.
const MOST_SLANTING: usize = 8;

/// The straight sides of a path, on the displayed page.
pub fn sides(path: &BezPath, transform: Affine, drawn: Drawn) -> Vec<Side> {
    let mut sides = Vec::new();
    let path = transform * path.clone();
    for part in parts(&path) {
        if drawn.filled
            && let Some(area) = upright_box(&part)
        {
            add_filled(area, &mut sides);
        }
        if drawn.stroked {
            sides.extend(part.windows(2).filter_map(|pair| match pair {
                [from, to] => Some(Side {
                    from: *from,
                    to: *to,
                    edge: false,
                }),
                _ => None,
            }));
        }
    }
    sides
}

/// The box of something curved or long and winding: a part of a chart or drawing, where it is large enough to be seen.
pub fn curve(path: &BezPath, transform: Affine, most_elements: usize) -> Option<Rect> {
    if !(is_winding(path) || path.elements().len() > most_elements) {
        return None;
    }
    let area = transform.transform_rect_bbox(path.control_box());
    let seen = area.is_finite() && area.width() > LEAST_CURVE && area.height() > LEAST_CURVE;
    seen.then_some(area)
}

/// Whether a path has curves, or many slanting sides in place of them.
fn is_winding(path: &BezPath) -> bool {
    let mut from = Point::ZERO;
    let mut slanting = 0;
    for element in path.elements() {
        match *element {
            PathEl::QuadTo(..) | PathEl::CurveTo(..) => return true,
            PathEl::LineTo(to) => {
                slanting +=
                    usize::from((to.x - from.x).abs() > 0.01 && (to.y - from.y).abs() > 0.01);
                from = to;
            }
            PathEl::MoveTo(to) => from = to,
            PathEl::ClosePath => {}
        }
    }
    slanting >= MOST_SLANTING
}

/// A filled box: a line where it is thin, otherwise four edges.
fn add_filled(area: Rect, sides: &mut Vec<Side>) {
    let (width, height) = (area.width(), area.height());
    if height <= THIN && width > height {
        let y = area.y0 + height / 2.0;
        sides.push(Side {
            from: Point::new(area.x0, y),
            to: Point::new(area.x1, y),
            edge: false,
        });
    } else if width <= THIN && height > width {
        let x = area.x0 + width / 2.0;
        sides.push(Side {
            from: Point::new(x, area.y0),
            to: Point::new(x, area.y1),
            edge: false,
        });
    } else if width > THIN && height > THIN {
        let (a, b) = (Point::new(area.x0, area.y0), Point::new(area.x1, area.y0));
        let (c, d) = (Point::new(area.x1, area.y1), Point::new(area.x0, area.y1));
        sides.extend([(a, b), (b, c), (c, d), (d, a)].map(|(from, to)| Side {
            from,
            to,
            edge: true,
        }));
    }
}

/// The corner points of each part of a path; parts with curves are left out.
fn parts(path: &BezPath) -> Vec<Vec<Point>> {
    let mut all = Vec::new();
    let mut part: Vec<Point> = Vec::new();
    let mut straight = true;
    let mut finish = |part: &mut Vec<Point>, straight: &mut bool| {
        let done = std::mem::take(part);
        if *straight && done.len() > 1 {
            all.push(done);
        }
        *straight = true;
    };
    for element in path.elements() {
        match *element {
            PathEl::MoveTo(to) => {
                finish(&mut part, &mut straight);
                part.push(to);
            }
            PathEl::LineTo(to) => part.push(to),
            PathEl::QuadTo(_, to) | PathEl::CurveTo(_, _, to) => {
                straight = false;
                part.push(to);
            }
            PathEl::ClosePath => {
                if let Some(first) = part.first().copied() {
                    part.push(first);
                    finish(&mut part, &mut straight);
                    part.push(first);
                }
            }
        }
    }
    finish(&mut part, &mut straight);
    all
}

/// The box of a part, where all its sides run along the axes and it has only four corners.
fn upright_box(part: &[Point]) -> Option<Rect> {
    if !(4..=6).contains(&part.len()) {
        return None;
    }
    let upright = part.windows(2).all(|pair| match pair {
        [a, b] => (a.x - b.x).abs() < 0.5 || (a.y - b.y).abs() < 0.5,
        _ => true,
    });
    let first = part.first()?;
    let area = part
        .iter()
        .fold(Rect::from_points(*first, *first), |area, point| {
            area.union_pt(*point)
        });
    upright.then_some(area)
}
