//! Rulings: pieces to lines, lines to sets that hang together.

use std::collections::BTreeMap;

use super::page::Ruling;

/// Lines nearer than this are the same line.
pub const SNAP: f32 = 2.0;
/// Ends nearer than this meet.
pub const REACH: f32 = 3.5;
/// A wall without crossing lines stands no farther from its table.
const BESIDE: f32 = 120.0;

/// Pieces on one line become one: dashes, a border drawn cell by cell or twice.
pub fn join_rulings(rulings: &[Ruling], across: f32) -> Vec<Ruling> {
    let mut sorted: Vec<Ruling> = rulings
        .iter()
        // A file may name a place beyond all numbers, which is near nothing, not even itself.
        .filter(|ruling| ruling.at.is_finite())
        .filter(|ruling| ruling.from > -across && ruling.to < 2.0 * across)
        .copied()
        .collect();
    sorted.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    let mut joined = Vec::new();
    let mut rest = sorted.as_slice();
    while let Some(first) = rest.first() {
        let count = rest
            .iter()
            .take_while(|ruling| ruling.at - first.at <= SNAP)
            .count()
            .max(1);
        let (same, after) = rest.split_at(count);
        rest = after;
        let mut same = same.to_vec();
        same.sort_by(|a, b| a.from.total_cmp(&b.from));
        let length: f32 = same.iter().map(|ruling| ruling.to - ruling.from).sum();
        let at = if length > 0.0 {
            same.iter()
                .map(|ruling| ruling.at * (ruling.to - ruling.from))
                .sum::<f32>()
                / length
        } else {
            first.at
        };
        let mut run: Option<Ruling> = None;
        for piece in same {
            match run.as_mut() {
                Some(open) if piece.from - open.to <= REACH => {
                    open.to = open.to.max(piece.to);
                    open.edge &= piece.edge;
                }
                _ => {
                    joined.extend(run.replace(Ruling { at, ..piece }));
                }
            }
        }
        joined.extend(run);
    }
    joined.retain(|ruling| ruling.to - ruling.from > 4.0);
    joined
}

fn cross(horizontal: &Ruling, vertical: &Ruling) -> bool {
    vertical.at >= horizontal.from - REACH
        && vertical.at <= horizontal.to + REACH
        && horizontal.at >= vertical.from - REACH
        && horizontal.at <= vertical.to + REACH
}

/// Sets of lines that hang together by crossing.
pub fn components(horizontal: &[Ruling], vertical: &[Ruling]) -> Vec<Lines> {
    let mut group: Vec<usize> = (0..horizontal.len() + vertical.len()).collect();
    for (h, flat) in horizontal.iter().enumerate() {
        for (v, upright) in vertical.iter().enumerate() {
            if cross(flat, upright) {
                let (a, b) = (root(&mut group, h), root(&mut group, horizontal.len() + v));
                if let Some(slot) = group.get_mut(a) {
                    *slot = b;
                }
            }
        }
    }
    let mut sets: BTreeMap<usize, (Vec<Ruling>, Vec<Ruling>)> = BTreeMap::new();
    for (h, flat) in horizontal.iter().enumerate() {
        sets.entry(root(&mut group, h)).or_default().0.push(*flat);
    }
    for (v, upright) in vertical.iter().enumerate() {
        sets.entry(root(&mut group, horizontal.len() + v))
            .or_default()
            .1
            .push(*upright);
    }
    let (mut tables, lone): (Vec<Lines>, Vec<Lines>) = sets
        .into_values()
        .partition(|(horizontal, vertical)| horizontal.len() > 1 && !vertical.is_empty());
    let lone = lone
        .into_iter()
        .filter(|(horizontal, _)| horizontal.is_empty())
        .flat_map(|(_, vertical)| vertical);
    attach(&mut tables, lone.collect());
    tables
}

pub type Lines = (Vec<Ruling>, Vec<Ruling>);

/// Upright lines that no other line crosses, but as tall as the table beside them: the walls of cells that fill the
/// whole height of the page and go on over it.
fn attach(tables: &mut [Lines], mut lone: Vec<Ruling>) {
    for table in tables {
        let low = table
            .1
            .iter()
            .map(|line| line.from)
            .fold(f32::MAX, f32::min);
        let high = table.1.iter().map(|line| line.to).fold(f32::MIN, f32::max);
        loop {
            let left = table.1.iter().map(|line| line.at).fold(f32::MAX, f32::min);
            let right = table.1.iter().map(|line| line.at).fold(f32::MIN, f32::max);
            let distance = |line: &Ruling| (left - line.at).max(line.at - right);
            let fits = |line: &Ruling| {
                let shared = line.to.min(high) - line.from.max(low);
                let near = distance(line) > 0.0 && distance(line) < BESIDE;
                near && shared > 0.8 * (high - low) && shared > 0.8 * (line.to - line.from)
            };
            let candidates = lone.iter().enumerate().filter(|(_, line)| fits(line));
            let beside = candidates
                .min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b)))
                .map(|(at, _)| at);
            let Some(at) = beside else { break };
            table.1.push(lone.swap_remove(at));
        }
    }
}

fn root(group: &mut [usize], mut at: usize) -> usize {
    while let Some(&up) = group.get(at) {
        if up == at {
            break;
        }
        let above = group.get(up).copied().unwrap_or(up);
        if let Some(slot) = group.get_mut(at) {
            *slot = above;
        }
        at = above;
    }
    at
}

/// Where lines stand, nearly equal places taken together.
pub fn positions(rulings: &[Ruling]) -> Vec<f32> {
    let mut all: Vec<f32> = rulings.iter().map(|ruling| ruling.at).collect();
    all.sort_by(f32::total_cmp);
    all.dedup_by(|next, kept| *next - *kept <= SNAP);
    all
}

/// Whether lines at a place cover most of a stretch.
pub fn covered(rulings: &[Ruling], at: f32, from: f32, to: f32) -> bool {
    let shared: f32 = rulings
        .iter()
        .filter(|ruling| (ruling.at - at).abs() <= SNAP + 0.1)
        .map(|ruling| (ruling.to.min(to) - ruling.from.max(from)).max(0.0))
        .sum();
    shared >= 0.6 * (to - from)
}

#[cfg(test)]
mod tests {
    use super::{Ruling, join_rulings};

    #[test]
    fn a_line_beyond_all_numbers_is_left_out() {
        let line = |at| Ruling {
            at,
            from: 10.0,
            to: 90.0,
            edge: false,
        };
        for beyond in [f32::INFINITY, f32::NEG_INFINITY, f32::NAN] {
            let joined = join_rulings(&[line(20.0), line(beyond), line(beyond)], 100.0);
            assert_eq!(joined.len(), 1, "{beyond}");
        }
    }
}
