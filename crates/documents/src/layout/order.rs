//! Reading order of a page: from top to bottom, and from left to right where things stand side by side.

use super::drawings::Drawing;
use super::lines::Line;
use super::newspaper::Set;
use super::page::Area;
use super::table::Table;

/// Something that stands on a page.
#[derive(Debug)]
pub enum Item {
    /// A line of text, or a piece of one.
    Line(Line),
    /// A table.
    Table(Table),
    /// A picture.
    Picture(Area),
    /// A chart with its labels.
    Drawing(Drawing),
}

/// Gap within a line that parts two texts, in ems: 部门：… 单位：万元.
const APART: f32 = 4.0;

/// Lines (cut at wide gaps) and tables in reading order.
pub fn items(lines: Vec<Line>, mut items: Vec<Item>, sets: Vec<Set>) -> Vec<Item> {
    for line in lines {
        let pieces = line.clone().split(APART);
        // 目　　录: characters set apart are one word.
        if line.entry || pieces.len() < 2 || pieces.iter().all(|piece| piece.glyphs.len() < 2) {
            items.push(Item::Line(line));
        } else {
            items.extend(pieces.into_iter().map(Item::Line));
        }
    }
    let mut ordered = Vec::new();
    for set in sets {
        let middle = |item: &Item| (area(item).y0 + area(item).y1) / 2.0;
        let (above, rest): (Vec<Item>, Vec<Item>) = items
            .into_iter()
            .partition(|item| middle(item) < set.area.y0);
        cut(above, &mut ordered, 0);
        let (within, below): (Vec<Item>, Vec<Item>) = rest
            .into_iter()
            .partition(|item| middle(item) < set.area.y1);
        column_by_column(set, within, &mut ordered);
        items = below;
    }
    cut(items, &mut ordered, 0);
    rejoin(ordered)
}

/// The columns one after the other, each with the tables and pictures that stand in it.
fn column_by_column(set: Set, mut within: Vec<Item>, ordered: &mut Vec<Item>) {
    let starts: Vec<f32> = set.columns.iter().map(|(start, _)| *start).collect();
    for (number, (_, lines)) in set.columns.into_iter().enumerate() {
        let next = starts.get(number + 1).copied().unwrap_or(f32::MAX);
        let (mut column, other): (Vec<Item>, Vec<Item>) = within
            .into_iter()
            .partition(|item| (area(item).x0 + area(item).x1) / 2.0 < next);
        within = other;
        column.extend(lines.into_iter().map(Item::Line));
        column.sort_by(|a, b| area(a).y0.total_cmp(&area(b).y0));
        ordered.append(&mut column);
    }
}

/// A cell without borders whose last character or two went into the next line (单位：万 above 元): the rest
/// moves up behind its beginning.
fn rejoin(ordered: Vec<Item>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::with_capacity(ordered.len());
    for item in ordered {
        let at = match &item {
            Item::Line(rest) if rest.glyphs.len() < 3 => last_position(&items, |item| match item {
                Item::Line(start) => {
                    let down = rest.baseline - start.baseline;
                    start.glyphs.len() > 3
                        && ((rest.area.x0 - start.area.x0).abs() < 2.0
                            || (rest.area.x1 - start.area.x1).abs() < 2.0)
                        && down > 0.6 * rest.size
                        && down < 1.45 * rest.size
                        && (rest.size - start.size).abs() < 0.5
                }
                Item::Table(_) | Item::Picture(_) | Item::Drawing(_) => false,
            }),
            _ => None,
        };
        match (at, item) {
            (Some(at), Item::Line(rest)) => items.insert(
                at + 1,
                Item::Line(Line {
                    follows: true,
                    ..rest
                }),
            ),
            (_, item) => items.push(item),
        }
    }
    items
}

/// The last of the items just before that fits; what stands on the line above is not far back.
fn last_position(items: &[Item], fits: impl Fn(&Item) -> bool) -> Option<usize> {
    items
        .iter()
        .enumerate()
        .rev()
        .take(30)
        .find(|(_, item)| fits(item))
        .map(|(at, _)| at)
}

fn area(item: &Item) -> Area {
    match item {
        Item::Line(line) => line.area,
        Item::Table(table) => table.area,
        Item::Picture(area) => *area,
        Item::Drawing(drawing) => drawing.area,
    }
}

/// Cuts at a white stripe down the page where tables stand on both sides of it, otherwise into bands from
/// top to bottom; what overlaps within a band goes from left to right.
fn cut(mut items: Vec<Item>, ordered: &mut Vec<Item>, depth: usize) {
    items.sort_by(|a, b| area(a).y0.total_cmp(&area(b).y0));
    if depth < 8
        && let Some((before, left, right, after)) = beside(&mut items)
    {
        for part in [before, left, right, after] {
            cut(part, ordered, depth + 1);
        }
        return;
    }
    let mut band: Vec<Item> = Vec::new();
    let mut low = f32::MIN;
    for item in items {
        let here = area(&item);
        // Lines overlap a little where the leading is tight: half of the height makes a band.
        if here.y0 + 0.5 * here.height().min(12.0) > low && !band.is_empty() {
            flush(&mut band, ordered);
            low = f32::MIN;
        }
        low = low.max(here.y1);
        band.push(item);
    }
    flush(&mut band, ordered);
}

fn flush(band: &mut Vec<Item>, ordered: &mut Vec<Item>) {
    band.sort_by(|a, b| area(a).x0.total_cmp(&area(b).x0));
    ordered.append(band);
}

type Parts = (Vec<Item>, Vec<Item>, Vec<Item>, Vec<Item>);

/// Two tables side by side: what lies above them across the whole page, the left and the right with their
/// titles, and what lies below.
fn beside(items: &mut Vec<Item>) -> Option<Parts> {
    let tables: Vec<Area> = items
        .iter()
        .filter_map(|item| match item {
            Item::Table(table) => Some(table.area),
            Item::Line(_) | Item::Picture(_) | Item::Drawing(_) => None,
        })
        .collect();
    let (left, right) = tables.iter().enumerate().find_map(|(number, a)| {
        tables.iter().skip(number + 1).find_map(|b| {
            let shared = a.y1.min(b.y1) - a.y0.max(b.y0);
            let (left, right) = if a.x0 < b.x0 { (a, b) } else { (b, a) };
            (shared > 0.5 * a.height().min(b.height()) && left.x1 <= right.x0)
                .then_some((*left, *right))
        })
    })?;
    let stripe = (left.x1 + right.x0) / 2.0;
    let (top, bottom) = (left.y0.min(right.y0), left.y1.max(right.y1));
    let crosses = |item: &Item| area(item).x0 < stripe && area(item).x1 > stripe;
    // Titles belong to their side, up to the first line that crosses the stripe.
    let upper = items
        .iter()
        .filter(|item| crosses(item) && area(item).y1 <= top + 2.0)
        .map(|item| area(item).y1)
        .fold(f32::MIN, f32::max);
    let lower = items
        .iter()
        .filter(|item| crosses(item) && area(item).y0 >= bottom - 2.0)
        .map(|item| area(item).y0)
        .fold(f32::MAX, f32::min);
    let mut parts: Parts = Default::default();
    if items
        .iter()
        .any(|item| crosses(item) && area(item).y1 > top + 2.0 && area(item).y0 < bottom - 2.0)
    {
        return None;
    }
    for item in items.drain(..) {
        let here = area(&item);
        let middle = (here.y0 + here.y1) / 2.0;
        let part = if middle <= upper {
            &mut parts.0
        } else if middle >= lower {
            &mut parts.3
        } else if here.x1 <= stripe {
            &mut parts.1
        } else {
            &mut parts.2
        };
        part.push(item);
    }
    Some(parts)
}
