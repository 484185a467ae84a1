//! Running text in two or three columns, read one column after the other.
//!
//! Careful on purpose: several lines of running text that fill their columns on both sides of a gutter which
//! nothing crosses. Cells, labels with values and signatures are short or ragged and stay where they are.

use super::lines::Line;
use super::page::{Area, Glyph};
use std::collections::BTreeMap;

/// The narrowest gutter, in ems.
const GUTTER: f32 = 1.1;
/// Fewer lines in a column are not certain.
const LEAST_LINES: usize = 4;
/// The narrowest column, in ems.
const LEAST_WIDTH: f32 = 9.0;
/// Places where a column may begin that are tried.
const MOST_STARTS: usize = 7;

/// Columns side by side.
#[derive(Debug)]
pub struct Set {
    /// Around all of them.
    pub area: Area,
    /// Where each begins, and its lines from top to bottom.
    pub columns: Vec<(f32, Vec<Line>)>,
}

/// Takes columns of running text out of the lines of a page (from top to bottom); what stands across all of them
/// (`blocks`, and lines) parts one set from the next.
pub fn take(lines: Vec<Line>, blocks: &[Area]) -> (Vec<Line>, Vec<Set>) {
    let starts = starts(&lines);
    let mut choices: Vec<Vec<f32>> = Vec::new();
    for (number, a) in starts.iter().enumerate() {
        for b in starts.iter().skip(number + 1) {
            choices.push(vec![a.min(*b), a.max(*b)]);
        }
    }
    choices.extend(starts.iter().map(|start| vec![*start]));
    let (mut left, mut sets) = (lines, Vec::new());
    for starts in choices {
        left = take_at(left, blocks, &starts, &mut sets);
    }
    sets.sort_by(|a, b| a.area.y0.total_cmp(&b.area.y0));
    (left, sets)
}

/// Places at which most lines begin again after a gap.
fn starts(lines: &[Line]) -> Vec<f32> {
    let mut counts: BTreeMap<i64, (usize, f32)> = BTreeMap::new();
    let mut add = |x: f32| {
        let entry = counts.entry(x.round() as i64).or_insert((0, x));
        entry.0 += 1;
        entry.1 = entry.1.min(x);
    };
    for line in lines {
        for piece in line.clone().split(GUTTER) {
            add(piece.area.x0);
        }
    }
    let mut all: Vec<(usize, f32)> = counts
        .into_values()
        .filter(|(count, _)| *count >= LEAST_LINES - 1)
        .collect();
    all.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.total_cmp(&b.1)));
    all.truncate(MOST_STARTS);
    all.into_iter().map(|(_, x)| x).collect()
}

fn take_at(lines: Vec<Line>, blocks: &[Area], starts: &[f32], sets: &mut Vec<Set>) -> Vec<Line> {
    let mut left = Vec::new();
    let mut run: Vec<Line> = Vec::new();
    for line in lines {
        let parted = run.last().is_some_and(|last| {
            let between = |area: &Area| {
                let middle = (area.y0 + area.y1) / 2.0;
                middle > last.baseline && middle < line.baseline && crosses(area, starts)
            };
            line.baseline - last.baseline > 6.0 * line.size || blocks.iter().any(between)
        });
        let free = starts.iter().all(|start| is_free(&line, *start));
        if !free || parted {
            finish(&mut run, starts, &mut left, sets);
        }
        if free {
            run.push(line);
        } else {
            left.push(line);
        }
    }
    finish(&mut run, starts, &mut left, sets);
    left
}

fn crosses(area: &Area, starts: &[f32]) -> bool {
    starts
        .iter()
        .any(|start| area.x0 < start - 2.0 && area.x1 > start + 2.0)
}

/// Whether nothing of the line stands in the gutter before the place.
fn is_free(line: &Line, start: f32) -> bool {
    let from = start - (GUTTER - 0.2) * line.size;
    line.glyphs
        .iter()
        .all(|glyph| glyph.area.x1 <= from || glyph.area.x0 >= start - 0.6)
}

fn finish(run: &mut Vec<Line>, starts: &[f32], left: &mut Vec<Line>, sets: &mut Vec<Set>) {
    let mut lines = std::mem::take(run);
    let mut below = Vec::new();
    while lines.len() > LEAST_LINES && begins_below(&lines, starts) {
        below.extend(lines.pop());
    }
    below.reverse();
    match columns(&lines, starts) {
        Some(columns) => {
            let all = columns.iter().flat_map(|(_, lines)| lines);
            let area = all.fold(Area::NOTHING, |area, line| area.around(line.area));
            sets.push(Set { area, columns });
        }
        None => left.extend(lines),
    }
    left.extend(below);
}

/// Whether the last line stands on the left only and looks like a title below the columns, not like their text.
fn begins_below(lines: &[Line], starts: &[f32]) -> bool {
    let [.., before, last] = lines else {
        return false;
    };
    let on_left = starts.first().is_some_and(|start| last.area.x1 < *start);
    let pitch = last.baseline - before.baseline;
    // The mean of all steps down is the whole way by their number.
    let first = lines.first().map_or(last.baseline, |line| line.baseline);
    let usual = (last.baseline - first) / (lines.len() - 1) as f32;
    let other = last.bold != before.bold
        || last.font != before.font
        || (last.size - before.size).abs() > 0.4;
    on_left && (other || pitch > 1.5 * usual)
}

fn columns(lines: &[Line], starts: &[f32]) -> Option<Vec<(f32, Vec<Line>)>> {
    let mut columns: Vec<Vec<Line>> = vec![Vec::new(); starts.len() + 1];
    for line in lines {
        let mut parts: Vec<Vec<Glyph>> = vec![Vec::new(); starts.len() + 1];
        for glyph in &line.glyphs {
            let column = starts.partition_point(|start| *start - 0.6 <= glyph.area.x0);
            parts.get_mut(column)?.push(glyph.clone());
        }
        for (column, glyphs) in columns.iter_mut().zip(parts) {
            column.extend(Line::from_glyphs(glyphs));
        }
    }
    let mut widths = Vec::new();
    let mut done = Vec::new();
    for mut lines in columns {
        let (x0, x1) = running_text(&lines)?;
        lines.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
        for line in &mut lines {
            line.measure = Some((x0, x1));
        }
        widths.push(x1 - x0);
        done.push((x0, lines));
    }
    let narrowest = widths.iter().copied().fold(f32::MAX, f32::min);
    let widest = widths.iter().copied().fold(0.0, f32::max);
    (narrowest > 0.6 * widest).then_some(done)
}

/// The margins of a column, where its lines are running text that fills it.
fn running_text(lines: &[Line]) -> Option<(f32, f32)> {
    if lines.len() < LEAST_LINES {
        return None;
    }
    let x0 = lines
        .iter()
        .map(|line| line.area.x0)
        .fold(f32::MAX, f32::min);
    let x1 = lines
        .iter()
        .map(|line| line.area.x1)
        .fold(f32::MIN, f32::max);
    let size = lines.iter().map(|line| line.size).fold(0.0, f32::max);
    let chars = || {
        lines
            .iter()
            .flat_map(|line| &line.glyphs)
            .map(|glyph| glyph.c)
    };
    let all = chars().count();
    let letters = chars().filter(|c| c.is_alphabetic()).count();
    let ascii = chars().filter(char::is_ascii).count() * 2 > all;
    let ragged = if ascii { 6.0 } else { 1.7 };
    let full = |line: &&Line| x1 - line.area.x1 < ragged * line.size;
    let indented = |line: &&Line| line.area.x0 - x0 < 2.6 * line.size;
    let whole = |line: &&Line| (*line).clone().split(GUTTER).len() == 1 && !has_leader(line);
    let filled = lines
        .iter()
        .filter(|line| full(line) && line.area.x0 - x0 < 0.6 * line.size);
    // Text goes on from line to line; cells and entries begin anew in each.
    let fits = x1 - x0 >= LEAST_WIDTH * size
        && letters * 10 >= all * 6
        && filled.count() * 4 >= lines.len()
        && lines.iter().filter(full).count() * 2 >= lines.len()
        && lines.iter().filter(indented).count() * 10 >= lines.len() * 8
        && lines.iter().filter(whole).count() * 10 >= lines.len() * 9
        && goes_on(lines, x1, ragged);
    fits.then_some((x0, x1))
}

/// Most full lines do not end where a sentence does.
fn goes_on(lines: &[Line], x1: f32, ragged: f32) -> bool {
    let full = || {
        lines
            .iter()
            .filter(|line| x1 - line.area.x1 < ragged * line.size)
    };
    let ended = |line: &&Line| {
        let last = line.glyphs.last().map(|glyph| glyph.c);
        last.is_some_and(|c| {
            matches!(c, '。' | '；' | '：' | '.' | ';' | ':') || c.is_ascii_digit()
        })
    };
    full().filter(ended).count() * 2 <= full().count()
}

/// `收入支出决算总表……3`.
fn has_leader(line: &Line) -> bool {
    let dots = line.glyphs.iter().map(|glyph| glyph.c);
    dots.filter(|c| matches!(c, '.' | '…' | '·' | '．' | '⋯' | '‥'))
        .count()
        > 5
}
