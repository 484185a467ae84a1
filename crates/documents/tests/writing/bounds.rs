//! What cannot be written, and what is very large.

use super::{again, written};
use juesuan_documents::{Paper, Unwritable, Written, write};
use juesuan_paper::bounds::{MOST_BLOCKS, MOST_OF_BLOCK, MOST_TEXT, TooMuch};
use juesuan_paper::make::{cell, paragraph, table};
use juesuan_paper::{Block, Cell, CellLook, Look, Place};

fn paper(blocks: Vec<Block>) -> Paper {
    Paper {
        blocks,
        ..Paper::default()
    }
}

/// A table of one cell.
fn one(row: usize, column: usize, rows: usize, columns: usize, text: &str) -> Block {
    let cell = cell(row, column, text.to_owned());
    table(vec![vec![Cell {
        rows,
        columns,
        ..cell
    }]])
}

#[test]
fn what_cannot_be_written() {
    let empty = || Some(Unwritable::Empty);
    let squares = || Some(Unwritable::TooMuch(TooMuch::Squares));
    let table_in = |columns, rows| {
        Some(Unwritable::Table {
            table: 1,
            columns,
            rows,
        })
    };
    let cell_in = Some(Unwritable::Cell {
        table: 1,
        row: 1,
        most: 32_767,
    });
    let long = "字".repeat(40_000);
    // Of Word, of Excel.
    let cases: Vec<(Vec<Block>, Option<Unwritable>, Option<Unwritable>)> = vec![
        (vec![], empty(), empty()),
        (
            vec![Block::PageBreak {
                place: Place::default(),
            }],
            empty(),
            empty(),
        ),
        (vec![table(vec![])], empty(), empty()),
        (vec![table(vec![vec![], vec![]])], empty(), empty()),
        (vec![one(0, 62, 1, 1, "1")], None, None),
        (vec![one(0, 63, 1, 1, "1")], table_in(63, 200_000), None),
        (
            vec![one(0, 16_384, 1, 1, "1")],
            table_in(63, 200_000),
            table_in(16_384, 1_048_000),
        ),
        (
            vec![one(0, usize::MAX, 1, 1, "1")],
            table_in(63, 200_000),
            table_in(16_384, 1_048_000),
        ),
        (
            vec![one(usize::MAX, 0, 1, 1, "1")],
            table_in(63, 200_000),
            table_in(16_384, 1_048_000),
        ),
        (vec![one(100_000, 50, 1, 1, "1")], squares(), squares()),
        (
            vec![one(0, 0, usize::MAX, usize::MAX, "1")],
            squares(),
            squares(),
        ),
        (vec![one(0, 0, 1, 1, &long)], None, cell_in),
        (vec![paragraph(long)], None, None),
        (vec![one(0, 0, 0, 0, "1")], None, None),
        (vec![one(0, 0, 1, 1, "1"); 999], None, None),
        (
            vec![one(0, 0, 1, 1, "1"); 1_000],
            None,
            Some(Unwritable::Tables { most: 999 }),
        ),
    ];
    for (number, (blocks, word, excel)) in cases.into_iter().enumerate() {
        let paper = paper(blocks);
        for (kind, expected) in [(Written::Docx, word), (Written::Xlsx, excel)] {
            assert_eq!(write(&paper, kind).err(), expected, "{kind:?} {number}");
        }
    }
}

/// Cells that lie upon each other, beside their rows, or out of order: something is written, and can be read.
#[test]
fn tables_that_are_none() {
    let at = |row, column, rows, columns| Cell {
        rows,
        columns,
        ..cell(row, column, format!("{row},{column}"))
    };
    for rows in [
        vec![vec![at(0, 0, 2, 2), at(1, 1, 1, 1)]],
        vec![vec![at(0, 0, 1, 1), at(0, 0, 1, 1)]],
        vec![vec![at(5, 3, 1, 1)], vec![at(0, 0, 9, 1)]],
        vec![vec![at(3, 3, 1, 1), at(2, 2, 2, 2), at(0, 0, 4, 4)]],
        vec![vec![at(0, 1, 1, 0), at(0, 0, 0, 1)]],
    ] {
        let looks = vec![Look {
            block: 0,
            heads: usize::MAX,
            widths: vec![u32::MAX; 4],
            cells: vec![CellLook {
                indent: usize::MAX,
                formula: Some("[9,9]".repeat(9)),
                ..CellLook::default()
            }],
            ..Look::default()
        }];
        let paper = Paper {
            looks,
            ..paper(vec![table(rows)])
        };
        for kind in [Written::Docx, Written::Xlsx] {
            assert!(!again(&written(&paper, kind)).blocks.is_empty());
        }
    }
}

/// The largest papers that there can be: refused, or written in seconds.
#[test]
fn the_largest_papers() {
    let row = |row| {
        (0..60)
            .map(|column| cell(row, column, "1,234.56".to_owned()))
            .collect()
    };
    for (blocks, word, excel) in [
        (vec![paragraph("一".to_owned()); MOST_BLOCKS], true, true),
        (
            vec![paragraph("一".repeat(MOST_OF_BLOCK)); MOST_TEXT / MOST_OF_BLOCK],
            true,
            true,
        ),
        (vec![one(0, 0, 2_000, 60, "1")], true, true),
        (vec![table((0..3_000).map(row).collect())], true, true),
        (vec![one(0, 0, 66_000, 60, "1")], true, false),
    ] {
        let paper = paper(blocks);
        for (kind, can) in [(Written::Docx, word), (Written::Xlsx, excel)] {
            let written = write(&paper, kind);
            assert_eq!(written.is_ok(), can, "{kind:?} {:?}", written.err());
        }
    }
}

#[test]
fn looks_without_end() {
    let look = |number: usize| Look {
        block: number,
        ..Look::default()
    };
    let blocks = vec![paragraph("一".to_owned())];
    for (looks, can) in [
        ((0..MOST_BLOCKS).map(look).collect(), true),
        ((0..=MOST_BLOCKS).map(look).collect(), false),
        (
            vec![Look {
                svg: Some(" ".repeat((32 << 20) + 1)),
                ..look(0)
            }],
            false,
        ),
        (
            vec![Look {
                sheet: Some("一".repeat(4 * MOST_TEXT)),
                ..look(0)
            }],
            false,
        ),
        (
            vec![Look {
                block: usize::MAX,
                ..look(0)
            }],
            true,
        ),
    ] {
        let looks: Vec<Look> = looks;
        let paper = Paper {
            looks,
            ..paper(blocks.clone())
        };
        let expected = if can { None } else { Some(Unwritable::Looks) };
        assert_eq!(write(&paper, Written::Docx).err(), expected);
    }
}
