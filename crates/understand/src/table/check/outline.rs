//! Sums of lines whose parts stand below them and farther to the right: goods with the things that are bought.

use super::book::{Book, Id, Line, Shape};
use super::identity::{Identity, Rule, Strength};
use crate::table::lookup::is_total;

/// The sums of lines over those below them, in tables without codes.
pub(super) fn of(book: &Book<'_>, shape: &Shape<'_>) -> Vec<Identity> {
    let mut found = Vec::new();
    if shape
        .lines
        .iter()
        .filter(|line| line.code.is_some())
        .count()
        >= 2
    {
        return found;
    }
    for side in shape.sides() {
        let mut lines: Vec<(&Line<'_>, usize)> = Vec::new();
        for line in shape.lines.iter().filter(|line| line.side == side) {
            // A line without a name is another of the same thing.
            let before = lines.last().map(|(_, depth)| *depth);
            let depth = before
                .filter(|_| line.name.is_empty())
                .unwrap_or_else(|| depth(book, line));
            lines.push((line, depth));
        }
        let shallow = lines.iter().map(|(_, depth)| *depth).min().unwrap_or(0);
        if lines.iter().all(|(_, depth)| *depth == shallow) {
            continue;
        }
        for ordinal in 0..shape.columns_of(side).len() {
            for (at, (line, depth)) in lines.iter().enumerate() {
                let rest = lines.get(at + 1..).unwrap_or(&[]);
                let parts = if is_total(line.name) {
                    // A total above everything.
                    if at > 0 {
                        Vec::new()
                    } else {
                        direct(rest, None)
                    }
                } else {
                    direct(rest, Some(*depth))
                };
                let parts: Vec<Id> = parts
                    .iter()
                    .filter_map(|line| shape.nth(line, ordinal))
                    .collect();
                if let Some(whole) = shape.nth(line, ordinal)
                    && !parts.is_empty()
                {
                    found.push(Identity::sum(
                        Rule::Outline(shape.table),
                        Strength::Shape,
                        whole,
                        parts,
                    ));
                }
            }
        }
    }
    found
}

fn depth(book: &Book<'_>, line: &Line<'_>) -> usize {
    line.cells
        .first()
        .and_then(|(_, id)| book.cell(*id))
        .map_or(0, |cell| cell.depth)
}

/// Of the lines that follow those right below one of this depth; of none, those that stand the least to the right.
fn direct<'b, 'a>(rest: &[(&'b Line<'a>, usize)], depth: Option<usize>) -> Vec<&'b Line<'a>> {
    let below: Vec<&(&Line<'a>, usize)> = rest
        .iter()
        .take_while(|(line, at)| depth.is_none_or(|depth| *at > depth) && !is_total(line.name))
        .collect();
    let mut found = Vec::new();
    let mut level: Option<usize> = None;
    for (line, at) in below {
        // What stands farther to the right than the one before is part of that.
        if level.is_none_or(|level| *at <= level) {
            found.push(*line);
            level = Some(*at);
        }
    }
    found
}
