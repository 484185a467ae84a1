//! Papers made by chance.

use juesuan_paper::make::{cell, heading, paragraph, table};
use juesuan_paper::{Align, Block, Cell, CellLook, Look, Paper, Place, TextStyle};

/// Numbers that look random, the same for each seed.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Self {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x1234_5678_9ABC_DEF1)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % end
    }

    fn of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

const WORDS: &[&str] = &[
    "收入",
    "一、",
    "（一）",
    "第一部分 ",
    "1.",
    "支出决算表",
    "2024年度",
    "&",
    "<w:t>",
    "\"",
    "'",
    "“三公”",
    " ",
    "  ",
    "单位：万元",
    "。",
    "，",
    "100%",
    "1,552.16",
    "𠮷",
    "😀",
    "_x000D_",
    "_x",
    "\u{0}",
    "\u{B}",
    "\u{1F}",
    "\u{FFFF}",
    "é",
    "目录",
    "注：",
    "]]>",
    "&amp;",
    "=1+1",
    "@",
];

const FIGURES: &[&str] = &[
    "0",
    "0.00",
    "-0.00",
    "12",
    "007",
    "2010301",
    "201",
    "1,234.50",
    "-1,234.50",
    "1234.5",
    "999,999,999,999.99",
    "9999999999999.99",
    "12345678901234567.89",
    "12.3%",
    "100%",
    "-3.05%",
    "1,234.5%",
    "0.1%",
    "+5",
    "1.",
    ".5",
    "—",
    "√",
    "１２",
    "330102199001011234",
    "0.30000000000000004",
    "1e5",
    "2024-01-01",
    "1/2",
    "TRUE",
    "-",
    "0.000001",
];

fn text(random: &mut Random, inner: &[&str]) -> String {
    let mut text = String::new();
    for _ in 0..=random.below(8) {
        text.push_str(random.of(WORDS));
        if random.below(6) == 0 && !inner.is_empty() {
            text.push_str(random.of(inner));
        }
    }
    // Something to be seen, or readers leave it out.
    text.push('文');
    text
}

fn cells(random: &mut Random) -> Vec<Vec<Cell>> {
    let (height, width) = (1 + random.below(9), 1 + random.below(12));
    let mut taken = vec![vec![false; width]; height];
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    // One without a word would not be read.
    let said = random.below(5);
    for row in 0..height {
        let mut cells = Vec::new();
        for column in 0..width {
            if taken[row][column] {
                continue;
            }
            let free = (column..width).take_while(|at| !taken[row][*at]).count();
            let one = random.below(4) > 0;
            let columns = if one {
                1
            } else {
                1 + random.below(free.min(4))
            };
            let one = random.below(4) > 0;
            let rows = if one {
                1
            } else {
                1 + random.below((height - row).min(4))
            };
            for line in taken.iter_mut().skip(row).take(rows) {
                line[column..column + columns].fill(true);
            }
            let words = match random.below(5) {
                0 if row + column != said % height => String::new(),
                1 => text(random, &["\n"]),
                _ => random.of(FIGURES).to_owned(),
            };
            let cell = cell(row, column, words);
            cells.push(Cell {
                rows,
                columns,
                ..cell
            });
        }
        rows.push(cells);
    }
    rows
}

fn look_of(random: &mut Random, block: usize, made: &Block) -> Look {
    let mut look = Look {
        block,
        ..Look::default()
    };
    match made {
        Block::PageBreak { .. } => look.landscape = random.below(2) == 0,
        Block::Picture { .. } => {
            let svg = "<svg viewBox='0 0 100 50'><rect x='1' y='1' width='9' height='9' fill='#ff0000'/>\
                       <text x='5' y='20' font-size='9'>图&amp;</text><line x1='0' y1='0' x2='9' y2='9'/></svg>";
            look.svg = (random.below(2) == 0).then(|| svg.to_owned());
            look.alt = Some(text(random, &[]));
        }
        Block::Table { rows, .. } => {
            look.heads = random.below(4);
            let width = rows.iter().flatten().map(|it| it.column + it.columns).max();
            if random.below(2) == 0 {
                look.widths = (0..width.unwrap_or(0))
                    .map(|_| random.below(9) as u32)
                    .collect();
            }
            look.sheet = (random.below(2) == 0).then(|| text(random, &[]));
            for cell in rows.iter().flatten() {
                if random.below(3) == 0 {
                    let formula = format!("[{},{}]+1", random.below(4), random.below(4));
                    look.cells.push(CellLook {
                        row: cell.row,
                        column: cell.column,
                        align: Some(random.of(&[Align::Left, Align::Center, Align::Right])),
                        formula: (random.below(2) == 0).then_some(formula),
                        bold: random.below(2) == 0,
                        indent: random.below(4),
                    });
                }
            }
        }
        _ => {
            look.style = random.of(&[
                None,
                None,
                None,
                Some(TextStyle::CoverTitle),
                Some(TextStyle::CoverLine),
                Some(TextStyle::ContentsTitle),
                Some(TextStyle::ContentsLine),
                Some(TextStyle::TableTitle),
                Some(TextStyle::TableLine),
                Some(TextStyle::TableNote),
                Some(TextStyle::Caption),
            ]);
        }
    }
    look
}

/// A paper with everything a paper can have; every third without a word of how it looks.
pub fn paper(random: &mut Random) -> Paper {
    let mut blocks = Vec::new();
    for _ in 0..=random.below(20) {
        let place = Place::default();
        blocks.push(match random.below(8) {
            0 => heading(1 + random.below(9) as u8, text(random, &[])),
            1..=3 => paragraph(text(random, &["\t", "\n"])),
            4 | 5 => table(cells(random)),
            6 => Block::Picture { place },
            _ => Block::PageBreak { place },
        });
    }
    // Something is there.
    blocks.push(paragraph(text(random, &[])));
    let mut looks: Vec<Look> = Vec::new();
    if random.below(3) > 0 {
        for (number, block) in blocks.iter().enumerate() {
            looks.push(look_of(random, number, block));
        }
    }
    Paper {
        blocks,
        looks,
        ..Paper::default()
    }
    .numbered()
}
