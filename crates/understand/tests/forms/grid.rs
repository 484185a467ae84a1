//! Tables of papers, square by square.

use juesuan_paper::{Block, Cell, Paper, Place, plain};

/// A cell that is to be put into the next free square of its row.
pub struct Put {
    text: String,
    columns: usize,
    rows: usize,
}

pub fn put(text: impl Into<String>) -> Put {
    Put {
        text: text.into(),
        columns: 1,
        rows: 1,
    }
}

impl Put {
    pub fn wide(mut self, columns: usize) -> Self {
        self.columns = columns;
        self
    }

    pub fn high(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }
}

/// A table that grows row by row.
#[derive(Default)]
pub struct Grid {
    cells: Vec<Vec<Cell>>,
}

impl Grid {
    fn covered(&self, row: usize, column: usize) -> bool {
        self.cells.iter().flatten().any(|cell| {
            (cell.row..cell.row + cell.rows).contains(&row)
                && (cell.column..cell.column + cell.columns).contains(&column)
        })
    }

    /// Adds a row; squares that a cell above covers are passed over.
    pub fn row(&mut self, cells: impl IntoIterator<Item = Put>) {
        let row = self.cells.len();
        let mut column = 0;
        let mut line = Vec::new();
        for it in cells {
            while self.covered(row, column) {
                column += 1;
            }
            line.push(Cell {
                text: it.text,
                row,
                column,
                rows: it.rows,
                columns: it.columns,
                place: Place::default(),
                runs: Vec::new(),
            });
            column += it.columns;
        }
        self.cells.push(line);
    }

    /// As a table below its title.
    pub fn paper(self, title: &str) -> Paper {
        let place = Place::default();
        let title = Block::Paragraph {
            text: title.to_owned(),
            place: place.clone(),
            runs: Vec::new(),
        };
        let table = Block::Table {
            rows: self.cells,
            place,
        };
        Paper {
            blocks: vec![title, table],
            ..Paper::default()
        }
        .numbered()
    }

    /// As lines with tabs between the squares, below its title: what is copied out of a table.
    pub fn text(&self, title: &str) -> Paper {
        let width = self
            .cells
            .iter()
            .flatten()
            .map(|cell| cell.column + cell.columns);
        let width = width.max().unwrap_or(0);
        let mut text = format!("{title}\n");
        for (row, line) in self.cells.iter().enumerate() {
            let mut squares = vec![String::new(); width];
            for cell in line {
                squares[cell.column] = cell.text.replace('\n', "");
            }
            let _ = row;
            text.push_str(&squares.join("\t"));
            text.push('\n');
        }
        plain::read(&text)
    }
}
