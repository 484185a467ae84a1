//! Where the characters of a text come from: which element of the file says them. Only kept where it is asked for.

use super::piece::{ByPlace, Piece, Traces};
use super::walk::{Line, Walk};
use crate::xml::Element;
use juesuan_paper::{Block, Place};

impl<'a> Walk<'a> {
    /// Notes that what follows in the line comes from an element.
    pub(super) fn comes_from(&self, element: &'a Element, line: &mut Line<'a>) {
        if self.traces.is_some() {
            line.pieces.push(Piece {
                at: line.text.len(),
                skipped: 0,
                element,
            });
        }
    }

    /// The place of a text with these pieces.
    pub(super) fn traced(&mut self, pieces: impl FnOnce() -> Vec<Piece<'a>>) -> Place {
        let start = self.traces.as_mut().map(|traces| {
            traces.push(pieces());
            traces.len() - 1
        });
        Place {
            start,
            ..Place::default()
        }
    }

    /// The pieces of a text, of which that is the place.
    pub(super) fn pieces_of(&self, place: &Place) -> &[Piece<'a>] {
        let traces = self.traces.as_deref();
        let found = traces
            .zip(place.start)
            .and_then(|(traces, at)| traces.get(at));
        found.map_or(&[], Vec::as_slice)
    }
}

impl<'a> Line<'a> {
    /// The pieces of a part of it, `from..to`, in a text where it begins at `begin` and its first blanks, up to
    /// `text`, are left out.
    pub(super) fn pieces(
        &self,
        from: usize,
        text: usize,
        to: usize,
        begin: usize,
    ) -> Vec<Piece<'a>> {
        let within = |piece: &&Piece<'_>| (from..=to).contains(&piece.at);
        let mut pieces: Vec<Piece<'a>> = self.pieces.iter().filter(within).copied().collect();
        let ends: Vec<usize> = pieces
            .iter()
            .skip(1)
            .map(|piece| piece.at)
            .chain([to])
            .collect();
        for (piece, end) in pieces.iter_mut().zip(ends) {
            let left_out = self.text.get(piece.at..end.min(text)).unwrap_or_default();
            piece.skipped = left_out.chars().count();
            piece.at = piece.at.saturating_sub(text) + begin;
        }
        pieces
    }
}

/// Takes the numbers of texts out of the places of blocks, which are numbered then.
pub(super) fn by_place<'a>(blocks: &mut [Block], mut traces: Traces<'a>) -> ByPlace<'a> {
    let mut found = ByPlace::new();
    let mut take = |place: &mut Place, key| {
        let trace = place.start.take().and_then(|at| traces.get_mut(at));
        if let Some(trace) = trace {
            found.insert(key, std::mem::take(trace));
        }
    };
    for (number, block) in blocks.iter_mut().enumerate() {
        take(block.place_mut(), (number, None));
        if let Block::Table { rows, .. } = block {
            for cell in rows.iter_mut().flatten() {
                take(&mut cell.place, (number, Some((cell.row, cell.column))));
            }
        }
    }
    found
}
