//! Where rows without lines fall apart into columns.
//!
//! A column begins where most rows leave a gap, or where a code meets a name, or a name an amount, at the same place
//! in most rows: spreadsheets print columns that touch.

use super::lines::Line;
use super::page::Glyph;
use std::cmp::Reverse;

/// A gap that parts columns by itself, in ems.
const WIDE: f32 = 0.9;
/// A gap that may part two words of a head, in ems.
const NARROW: f32 = 0.15;
/// Places nearer than this, in points, are the same.
const NEAR: f32 = 0.8;
/// Of ten rows, how many nothing may reach over a cut.
const FREE: usize = 9;
/// Of ten rows, how many must show a cut by a gap of their own.
const SHOWN: usize = 3;
/// Rows with more characters are no table.
const MOST_GLYPHS: usize = 20_000;

/// A gap between two characters of a row.
struct Gap {
    from: f32,
    to: f32,
    /// It parts two columns, not only two characters.
    parts: bool,
    /// It may part two columns: it is wide, or something else begins.
    free: bool,
}

/// A row: where it begins and ends, and its gaps from left to right.
struct Row {
    from: f32,
    to: f32,
    gaps: Vec<Gap>,
}

/// Where the rows are to be cut, from left to right; nothing where they are no columns.
pub fn cuts(lines: &[Line]) -> Vec<f32> {
    if lines.iter().map(|line| line.glyphs.len()).sum::<usize>() > MOST_GLYPHS {
        return Vec::new();
    }
    let rows: Vec<Row> = lines.iter().map(row).collect();
    let mut places: Vec<(usize, usize, f32)> = rows
        .iter()
        .flat_map(|row| &row.gaps)
        .filter(|gap| gap.parts)
        .flat_map(|gap| [(gap.from + gap.to) / 2.0, gap.to - NEAR / 2.0])
        .map(|x| x_rated(&rows, x))
        .filter(|(free, shown, _)| {
            *free * 10 >= rows.len() * FREE && *shown >= 2 && *shown * 10 >= rows.len() * SHOWN
        })
        .collect();
    // One of those that are nearly the same place: their number is bounded by the width of the page.
    let bucket = |x: f32| (x * 2.0) as i64;
    places.sort_by_key(|(free, shown, x)| (bucket(*x), Reverse(*free), Reverse(*shown)));
    places.dedup_by_key(|(_, _, x)| bucket(*x));
    // The best first: over which nothing reaches, then that most rows show.
    places.sort_by(|a, b| (b.0, b.1).cmp(&(a.0, a.1)).then(a.2.total_cmp(&b.2)));
    let mut cuts: Vec<f32> = Vec::new();
    for (_, _, x) in places {
        let mut all = cuts.clone();
        all.push(x);
        all.sort_by(f32::total_cmp);
        let at = all.iter().position(|other| *other == x).unwrap_or(0);
        let before = at
            .checked_sub(1)
            .and_then(|at| all.get(at))
            .copied()
            .unwrap_or(f32::MIN);
        let after = all.get(at + 1).copied().unwrap_or(f32::MAX);
        if is_filled(lines, before, x) && is_filled(lines, x, after) {
            cuts = all;
        }
    }
    cuts
}

/// Whether a line that is no row by itself is a head whose words stand close: each in a column of its own.
pub fn is_head(line: &Line, cuts: &[f32]) -> bool {
    let columns: Vec<usize> = words(line, cuts)
        .iter()
        .map(|word| column(word, cuts))
        .collect();
    columns.len() > 1
        && columns
            .windows(2)
            .all(|pair| matches!(pair, [a, b] if a < b))
}

/// The characters of each column. A word stays whole, in the column in which most of it stands.
pub fn parts(line: &Line, cuts: &[f32]) -> Vec<(usize, Vec<Glyph>)> {
    let mut parts: Vec<(usize, Vec<Glyph>)> = Vec::new();
    for word in words(line, cuts) {
        let column = column(word, cuts);
        match parts.last_mut() {
            Some((last, part)) if *last >= column => part.extend_from_slice(word),
            _ => parts.push((column, word.to_vec())),
        }
    }
    parts
}

/// What stands between gaps, and what touches at a cut.
fn words<'a>(line: &'a Line, cuts: &[f32]) -> Vec<&'a [Glyph]> {
    let mut words = Vec::new();
    let mut start = 0;
    for (at, gap) in row(line).gaps.iter().enumerate() {
        let wide = gap.to - gap.from > NARROW * line.size;
        let touches = gap.free && cuts.iter().any(|cut| holds(gap, *cut));
        if gap.parts || wide || touches {
            words.extend(line.glyphs.get(start..=at));
            start = at + 1;
        }
    }
    words.extend(line.glyphs.get(start..));
    words
}

/// The column in which most of a word stands.
fn column(word: &[Glyph], cuts: &[f32]) -> usize {
    let from = word.first().map_or(0.0, |glyph| glyph.area.x0);
    let to = word.last().map_or(0.0, |glyph| glyph.area.x1);
    let first = cuts.partition_point(|cut| *cut <= from);
    let inside = cuts
        .get(first..)
        .unwrap_or_default()
        .iter()
        .take_while(|cut| **cut < to);
    let mut edges = vec![from];
    edges.extend(inside);
    edges.push(to);
    let widths = edges.windows(2).map(|pair| match pair {
        [a, b] => b - a,
        _ => 0.0,
    });
    let widest = widths.enumerate().max_by(|(_, a), (_, b)| a.total_cmp(b));
    first + widest.map_or(0, |(at, _)| at)
}

fn row(line: &Line) -> Row {
    let gaps = line
        .glyphs
        .windows(2)
        .enumerate()
        .filter_map(|(at, pair)| match pair {
            [a, b] => {
                let (from, to) = (a.area.x1, b.area.x0);
                let em = (to - from) / line.size.max(0.1);
                let parts = em > WIDE || em > -0.1 && meet(line, at + 1);
                let free = parts || em > NARROW || a.c.is_ascii() != b.c.is_ascii();
                Some(Gap {
                    from,
                    to,
                    parts,
                    free,
                })
            }
            _ => None,
        });
    Row {
        from: line.area.x0,
        to: line.area.x1,
        gaps: gaps.collect(),
    }
}

/// Whether a code meets a name before the character of this number, or a name an amount.
fn meet(line: &Line, at: usize) -> bool {
    let (Some(before), Some(after)) = (line.glyphs.get(..at), line.glyphs.get(at..)) else {
        return false;
    };
    let (Some(last), Some(first)) = (before.last(), after.first()) else {
        return false;
    };
    if is_ideograph(first.c) && !is_unit(first.c) {
        return before
            .iter()
            .rev()
            .take_while(|glyph| glyph.c.is_ascii_digit())
            .count()
            >= 3;
    }
    if is_ideograph(last.c) && (first.c.is_ascii_digit() || first.c == '-') {
        let amount: String = after.iter().take(24).map(|glyph| glyph.c).collect();
        let end = amount
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | '-')))
            .unwrap_or(amount.len());
        let amount = amount.get(..end).unwrap_or_default();
        return amount
            .rsplit_once('.')
            .is_some_and(|(_, decimals)| decimals.len() == 2);
    }
    false
}

fn is_ideograph(c: char) -> bool {
    ('\u{3400}'..='\u{9FFF}').contains(&c)
}

/// What follows a number in a sentence: 2024年, 12个.
fn is_unit(c: char) -> bool {
    "年月日时分秒万亿千百元人次个项户件台辆套册份批期家所处名级类号度倍".contains(c)
}

fn holds(gap: &Gap, x: f32) -> bool {
    x > gap.from - NEAR && x < gap.to + NEAR
}

/// How many rows nothing reaches over this place in, how many of them show a gap there that parts columns.
fn x_rated(rows: &[Row], x: f32) -> (usize, usize, f32) {
    let mut free = 0;
    let mut shown = 0;
    for row in rows {
        if x <= row.from || x >= row.to {
            free += 1;
            continue;
        }
        let next = row.gaps.partition_point(|gap| gap.to + NEAR <= x);
        let here = row
            .gaps
            .iter()
            .skip(next)
            .take(2)
            .filter(|gap| gap.free && holds(gap, x));
        let parts: Vec<bool> = here.map(|gap| gap.parts).collect();
        free += usize::from(!parts.is_empty());
        shown += usize::from(parts.contains(&true));
    }
    (free, shown, x)
}

/// Whether two rows have a character between these places: otherwise it is the same gap once more.
fn is_filled(lines: &[Line], from: f32, to: f32) -> bool {
    let filled = lines.iter().filter(|line| {
        line.glyphs.iter().any(|glyph| {
            let middle = (glyph.area.x0 + glyph.area.x1) / 2.0;
            middle > from && middle < to
        })
    });
    filled.take(2).count() == 2
}
