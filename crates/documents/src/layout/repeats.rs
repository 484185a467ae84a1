//! Text that is drawn more than once.

use super::page::Glyph;

/// The farthest, in points, that a second drawing of the same text may lie off.
const FARTHEST: f32 = 2.0;
/// Same characters on one line that are looked at; a line holds fewer.
const MOST_ALIKE: usize = 300;

/// Bold text is often drawn twice (as outline and filling, or a little to the right): one of each stays, the one
/// drawn first, marked bold.
pub fn drop_repeats(glyphs: &mut Vec<Glyph>) {
    let along = |glyph: &Glyph| glyph.turn.upright(glyph.area).x0;
    let mut order: Vec<usize> = (0..glyphs.len()).collect();
    order.sort_by(|a, b| match (glyphs.get(*a), glyphs.get(*b)) {
        (Some(a), Some(b)) => {
            a.c.cmp(&b.c)
                .then(a.baseline.total_cmp(&b.baseline))
                .then(along(a).total_cmp(&along(b)))
        }
        _ => a.cmp(b),
    });
    let mut bold = vec![false; glyphs.len()];
    let mut again = vec![false; glyphs.len()];
    for (place, &number) in order.iter().enumerate() {
        let Some(glyph) = glyphs.get(number) else {
            continue;
        };
        let here = glyph.turn.upright(glyph.area);
        let near = (0.12 * glyph.size)
            .min(FARTHEST)
            .min(0.4 * here.width().max(1.0));
        for &other in order.iter().skip(place + 1).take(MOST_ALIKE) {
            let Some(next) = glyphs.get(other) else { break };
            if next.c != glyph.c || next.baseline - glyph.baseline > near {
                break;
            }
            if next.turn == glyph.turn && (along(next) - here.x0).abs() <= near {
                let (first, second) = if number < other {
                    (number, other)
                } else {
                    (other, number)
                };
                if let (Some(bold), Some(again)) = (bold.get_mut(first), again.get_mut(second)) {
                    (*bold, *again) = (true, true);
                }
            }
        }
    }
    let mut marks = bold.into_iter().zip(again);
    glyphs.retain_mut(|glyph| {
        let (bold, again) = marks.next().unwrap_or_default();
        glyph.bold = bold;
        !again
    });
}
