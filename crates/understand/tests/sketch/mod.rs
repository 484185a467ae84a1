//! Papers written as text, for tests: `# title` and `## title` are headings, lines with bars are the rows of a table,
//! `2*` before a cell is one over two columns, `v2*` one over two rows, `^` a square that a cell above covers.

use juesuan_paper::{Block, Cell, Paper, Place};

/// A paper of these lines.
pub fn paper(text: &str) -> Paper {
    let mut blocks: Vec<Block> = Vec::new();
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for line in text.lines().map(str::trim).chain([""]) {
        if let Some(row) = line.strip_prefix('|') {
            rows.push(cells(row, rows.len()));
            continue;
        }
        if !rows.is_empty() {
            blocks.push(Block::Table {
                rows: std::mem::take(&mut rows),
                place: Place::default(),
            });
        }
        let place = Place::default();
        let hashes = line.chars().take_while(|c| *c == '#').count();
        let text = line.trim_start_matches('#').trim().to_owned();
        if text.is_empty() {
            continue;
        }
        blocks.push(match u8::try_from(hashes) {
            Ok(level) if level > 0 => Block::Heading {
                level,
                text,
                place,
                runs: Vec::new(),
            },
            _ => Block::Paragraph {
                text,
                place,
                runs: Vec::new(),
            },
        });
    }
    Paper {
        blocks,
        ..Paper::default()
    }
    .numbered()
}

fn cells(line: &str, row: usize) -> Vec<Cell> {
    let mut cells = Vec::new();
    let mut column = 0;
    for part in line.trim_end_matches('|').split('|').map(str::trim) {
        if part == "^" {
            column += 1;
            continue;
        }
        let (mut rows, mut columns, mut text) = (1, 1, part);
        while let Some((span, rest)) = text.split_once('*') {
            match (span.strip_prefix('v'), span.parse()) {
                (Some(down), _) => rows = down.parse().unwrap(),
                (None, Ok(across)) => columns = across,
                _ => break,
            }
            text = rest.trim();
        }
        cells.push(Cell {
            text: text.to_owned(),
            row,
            column,
            rows,
            columns,
            place: Place::default(),
            runs: Vec::new(),
        });
        column += columns;
    }
    cells
}
