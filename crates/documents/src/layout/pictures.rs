//! Which pictures are worth a block.

use super::page::{Area, Page};
use super::table::Table;

/// What is smaller, in points, is a bullet or a piece of a border.
const SMALLEST: f32 = 16.0;
/// A picture behind the text of a page covers more of it.
const WHOLE: f32 = 0.8;
/// Strips of one picture lie no farther from each other.
const NEAR: f32 = 1.5;
/// More pieces are a drawing made of specks.
const MOST: usize = 400;

/// The pictures of a page (`empty`: one without text): strips of one put together, without small ones, those in tables and those behind the text.
pub fn of_page(page: &Page, empty: bool, tables: &[Table]) -> Vec<Area> {
    if page.pictures.len() > MOST {
        return Vec::new();
    }
    let mut pictures = page.pictures.clone();
    pictures.sort_by(|a, b| a.y0.total_cmp(&b.y0).then(a.x0.total_cmp(&b.x0)));
    let mut whole: Vec<Area> = Vec::new();
    for piece in pictures {
        match whole.iter_mut().rev().find(|area| are_one(area, &piece)) {
            Some(area) => *area = area.around(piece),
            None => whole.push(piece),
        }
    }
    let behind = |area: &Area| area.size() > WHOLE * page.width * page.height;
    let in_table = |area: &Area| {
        let (x, y) = ((area.x0 + area.x1) / 2.0, (area.y0 + area.y1) / 2.0);
        tables.iter().any(|table| table.area.holds(x, y, 0.0))
    };
    whole.retain(|area| {
        area.width() > SMALLEST
            && area.height() > SMALLEST
            && !in_table(area)
            && (empty || !behind(area))
    });
    whole
}

/// Strips are as wide and lie below each other, or as high and lie beside each other.
fn are_one(a: &Area, b: &Area) -> bool {
    let same =
        |a0: f32, b0: f32, a1: f32, b1: f32| (a0 - b0).abs() < NEAR && (a1 - b1).abs() < NEAR;
    let below = same(a.x0, b.x0, a.x1, b.x1) && b.y0 - a.y1 < NEAR;
    let beside = same(a.y0, b.y0, a.y1, b.y1) && b.x0 - a.x1 < NEAR && a.x0 - b.x1 < NEAR;
    below || beside
}
