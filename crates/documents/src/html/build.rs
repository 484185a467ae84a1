//! Blocks out of the tokens of a page.

use super::element::{Element, Said, is_block, is_void};
use super::grid::Grid;
use super::list::List;
use crate::made::{MOST_CELLS_IN_ALL, heading, paragraph, titled};
use juesuan_markup::{Attributes, Text};
use juesuan_paper::{Block, Place};

/// Elements within each other.
const DEPTH: usize = 256;
/// Tables within each other.
const MOST_NESTED: usize = 32;
/// Blocks of a page.
const MOST_BLOCKS: usize = 500_000;

/// What came of a page.
pub(super) struct Left {
    pub blocks: Vec<Block>,
    pub hidden_rows: usize,
    pub hidden_characters: usize,
    /// How many cells or blocks were read where there were more.
    pub shortened: usize,
    pub too_deep: bool,
}

/// A page as far as it is read.
pub(super) struct Build {
    blocks: Vec<Block>,
    open: Vec<Element>,
    grids: Vec<Grid>,
    lists: Vec<List>,
    /// The line that is read.
    text: Text,
    /// The number before it.
    number: String,
    /// The line is an item of a list.
    item: bool,
    from_excel: bool,
    hidden_rows: usize,
    hidden_characters: usize,
    cells: usize,
    /// Titles, paragraphs and lines of cells so far.
    lines: usize,
    too_deep: bool,
    /// Tables that are open, but nested too deeply to be tables.
    passed_over: usize,
    left_out: bool,
    /// Enough was read.
    pub full: bool,
}

impl Build {
    pub fn new(from_excel: bool) -> Self {
        Build {
            blocks: Vec::new(),
            open: Vec::new(),
            grids: Vec::new(),
            lists: Vec::new(),
            text: Text::default(),
            number: String::new(),
            item: false,
            from_excel,
            hidden_rows: 0,
            hidden_characters: 0,
            cells: 0,
            lines: 0,
            too_deep: false,
            passed_over: 0,
            left_out: false,
            full: false,
        }
    }

    pub fn text(&mut self, source: &str) {
        if self.open.iter().any(|it| it.unseen) {
            return;
        }
        if self.open.iter().any(|it| it.hidden) {
            self.hidden_characters += source.chars().filter(|c| !c.is_whitespace()).count();
            return;
        }
        if self.open.iter().any(|it| it.number) {
            let mut number = Text::default();
            number.source(source);
            self.number
                .extend(number.into_string().chars().filter(|c| !c.is_whitespace()));
            return;
        }
        if !self.open.iter().any(|it| it.kept) {
            self.text.source(source);
            return;
        }
        for (at, line) in source.split('\n').enumerate() {
            if at > 0 {
                self.flush();
            }
            self.text.source(line.trim_end_matches('\r'));
        }
    }

    pub fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        let said = Said::of(attributes);
        if is_block(name) {
            self.flush();
            self.end_implied(name);
        }
        let unseen = self.open.iter().any(|it| it.hidden || it.unseen);
        if !unseen && said.breaks_page() && self.grids.is_empty() && !self.blocks.is_empty() {
            self.flush();
            self.blocks.push(Block::PageBreak {
                place: Place::default(),
            });
        }
        match name {
            "br" if !unseen => self.text.breaks += 1,
            "img" if !unseen && !said.hidden && !said.small => {
                self.flush();
                let picture = Block::Picture {
                    place: Place::default(),
                };
                match self.grids.last_mut() {
                    Some(grid) => grid.blocks().push(picture),
                    None => self.blocks.push(picture),
                }
            }
            "ol" | "ul" => self.lists.push(List {
                ordered: name == "ol",
                kind: said.list.clone(),
                next: said.start.unwrap_or(1),
            }),
            "li" if !unseen && !said.hidden => {
                self.number = self
                    .lists
                    .last_mut()
                    .map(|list| list.number(said.value))
                    .unwrap_or_default();
                self.item = true;
            }
            "table" if self.grids.len() < MOST_NESTED => self.grids.push(Grid::default()),
            "table" => self.passed_over += 1,
            "tr" | "td" | "th" if self.passed_over > 0 => {}
            "tr" => {
                let hidden = said.hidden || said.empty_height;
                if let Some(grid) = self.grids.last_mut() {
                    grid.open_row(hidden);
                }
            }
            "td" | "th" => {
                // The cells of a hidden column stand nowhere.
                if let Some(grid) = self.grids.last_mut() {
                    grid.end_cell();
                    if !said.hidden {
                        grid.open_cell(said.columns, said.rows);
                    }
                }
            }
            _ => {}
        }
        if is_void(name) {
            return;
        }
        let mut element = said.element(name);
        // The row is left out as a whole, and told as one.
        element.hidden &= name != "tr";
        // Excel hides the end of a text that is longer than its cell is wide.
        if self.from_excel && name == "span" && !self.grids.is_empty() {
            element.hidden = false;
        }
        if self.open.len() < DEPTH {
            self.open.push(element);
        } else {
            self.too_deep = true;
        }
    }

    /// What the start of an element ends, though the page does not say so.
    fn end_implied(&mut self, name: &str) {
        let (ends, within): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ol", "ul"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr", "caption"], &["table"]),
            "thead" | "tbody" | "tfoot" => (&["thead", "tbody", "tfoot", "caption"], &["table"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl"]),
            "html" | "body" => (&["head"], &[]),
            _ => (&["p"], &["td", "th", "table", "li", "div"]),
        };
        let found = self
            .open
            .iter()
            .rposition(|it| ends.contains(&it.name.as_str()) || within.contains(&it.name.as_str()));
        if let Some(at) = found
            && self
                .open
                .get(at)
                .is_some_and(|it| ends.contains(&it.name.as_str()))
        {
            self.open.truncate(at);
        }
    }

    pub fn close(&mut self, name: &str) {
        if name == "br" {
            self.text.breaks += 1;
            return;
        }
        if is_block(name) {
            self.flush();
        }
        match name {
            "table" if self.passed_over > 0 => self.passed_over -= 1,
            _ if self.passed_over > 0 => {}
            "td" | "th" => self.with_grid(Grid::end_cell),
            "tr" | "thead" | "tbody" | "tfoot" => self.with_grid(Grid::end_row),
            "table" => self.end_table(),
            "ol" | "ul" => {
                self.lists.pop();
            }
            _ => {}
        }
        // What is left open in a cell ends with it, and ends nothing outside.
        let wall: &[&str] = match name {
            "table" => &[],
            "tr" | "td" | "th" | "tbody" | "thead" | "tfoot" | "caption" => &["table"],
            _ => &["table", "td", "th"],
        };
        let found = self
            .open
            .iter()
            .rposition(|it| it.name == name || wall.contains(&it.name.as_str()));
        if let Some(at) = found
            && self.open.get(at).is_some_and(|it| it.name == name)
        {
            self.open.truncate(at);
        }
    }

    fn with_grid(&mut self, act: impl FnOnce(&mut Grid)) {
        if let Some(grid) = self.grids.last_mut() {
            act(grid);
        }
    }

    fn end_table(&mut self) {
        let Some(mut grid) = self.grids.pop() else {
            return;
        };
        grid.end_row();
        self.hidden_rows += grid.hidden_rows;
        self.cells += grid.cells;
        self.left_out |= grid.left_out;
        self.full |= self.cells >= MOST_CELLS_IN_ALL;
        let blocks = grid.finish();
        match self.grids.last_mut() {
            Some(outer) => outer.blocks().extend(blocks),
            None => self.blocks.extend(blocks),
        }
    }

    /// Ends the line that is read.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text).into_string();
        if text.is_empty() {
            // The number of an item waits for its text.
            return;
        }
        let number = std::mem::take(&mut self.number);
        let item = std::mem::take(&mut self.item);
        let text = number + &text;
        self.lines += 1;
        if self.lines >= MOST_BLOCKS {
            self.full = true;
            return;
        }
        let level = self.open.iter().rev().find_map(|it| it.heading);
        let blocks = match self.grids.last_mut() {
            Some(grid) => grid.blocks(),
            None => &mut self.blocks,
        };
        if let Some(level) = level {
            blocks.push(heading(level, text.replace('\n', " ")));
            return;
        }
        for part in text.split('\n').map(str::trim).filter(|it| !it.is_empty()) {
            blocks.push(match titled(part).filter(|level| !item || *level < 4) {
                Some(level) => heading(level, part.to_owned()),
                None => paragraph(part.to_owned()),
            });
        }
    }

    pub fn finish(mut self) -> Left {
        self.flush();
        while !self.grids.is_empty() {
            self.end_table();
        }
        let shortened = if self.full || self.left_out {
            self.cells.max(self.lines)
        } else {
            0
        };
        Left {
            blocks: self.blocks,
            hidden_rows: self.hidden_rows,
            hidden_characters: self.hidden_characters,
            shortened,
            too_deep: self.too_deep,
        }
    }
}
