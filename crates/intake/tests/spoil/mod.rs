//! Papers with cells, rows and blocks taken away, doubled, swapped and spoilt.

use juesuan_paper::{Block, Paper};

/// So many papers that are each spoilt in thirty places, the same ones each time.
pub fn all(whole: &Paper, papers: usize, mut with: impl FnMut(Paper)) {
    let mut seed = 7_u64;
    let mut next = move |most: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % most.max(1)
    };
    for _ in 0..papers {
        let mut paper = whole.clone();
        for _ in 0..30 {
            spoil(&mut paper, &mut next);
        }
        with(paper.numbered());
    }
}

fn spoil(paper: &mut Paper, next: &mut impl FnMut(usize) -> usize) {
    let at = next(paper.blocks.len());
    let words = [
        "",
        "合计",
        "１２３．４５",
        "-",
        "2080501",
        "项目\n支出",
        "99999999999999999",
        "(类)(款)(项)",
        "原因",
        "原因是",
        "主要用于",
        "单位：元",
    ];
    let word = words[next(words.len())];
    let kind = next(5);
    let Some(block) = paper.blocks.get_mut(at) else {
        return;
    };
    match block {
        Block::Heading { text, .. } | Block::Paragraph { text, .. } => {
            let cut = text
                .char_indices()
                .map(|(at, _)| at)
                .nth(next(text.chars().count().max(1)));
            match kind {
                0 => text.truncate(cut.unwrap_or(0)),
                1 => text.insert_str(cut.unwrap_or(0), word),
                2 => *text = word.to_owned(),
                3 => drop(paper.blocks.remove(at)),
                _ => {
                    let other = next(paper.blocks.len());
                    paper.blocks.swap(at, other);
                }
            }
        }
        Block::Table { rows, .. } => {
            let row = next(rows.len());
            match kind {
                0 if !rows.is_empty() => drop(rows.remove(row)),
                1 if !rows.is_empty() => rows.push(rows[row].clone()),
                _ => {
                    for cell in rows.iter_mut().flatten().skip(next(50)).step_by(7) {
                        match next(4) {
                            0 => cell.text = word.to_owned(),
                            1 => cell.columns = next(5),
                            2 => cell.rows = usize::MAX,
                            _ => cell.column = next(300),
                        }
                    }
                }
            }
        }
        Block::Picture { .. } | Block::PageBreak { .. } => drop(paper.blocks.remove(at)),
    }
}
