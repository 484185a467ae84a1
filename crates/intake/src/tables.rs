//! The nine tables into their cells.

use crate::choice;
use crate::imported::Imported;
use crate::sheet::{Sheet, shortened};
use juesuan_domain::accounts::{
    Accounts, Cell, Cells, Column, Layout, Reckoned, Table, TableNo, Target, reckon,
};
use juesuan_exchange as exchange;
use juesuan_exchange::{Beside, TableRead, UnitFound, read_table_beside};
use juesuan_paper::{Block, Paper};
use juesuan_understand::{
    DisclosureKind, Document, FoundTable, How, Left, Spot, Taken, Unit, WhyLeft,
};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Takes every table that is one of the nine.
pub fn take(document: &Document, imported: &mut Imported) {
    let mut tables: Vec<(TableNo, &FoundTable)> = Vec::new();
    for table in &document.tables {
        match number(document, table, &tables) {
            Ok(no) => tables.push((no, table)),
            Err(why) => imported.left.push(whole(document.paper, table, why)),
        }
    }
    if document.about.kind == DisclosureKind::Budget && tables.is_empty() {
        budget(document, imported);
    }
    let year = imported.workbook.year.to_string();
    let layout = choice::layout(&tables, &year);
    let blank = Accounts::default();
    let reckoned = reckon(&blank, layout);
    let mut bringing = Bringing {
        document,
        layout,
        year: &year,
        blank: &blank,
        reckoned: &reckoned,
        accounts: Accounts::default(),
        taken: &mut imported.taken,
        left: &mut imported.left,
    };
    if layout.id != Layout::of_year(&year).id {
        bringing.accounts.layout.clone_from(&layout.id);
    }
    for (no, table) in tables {
        bringing.table(no, table);
    }
    imported.workbook.accounts = Rc::new(bringing.accounts);
}

/// Which of the nine tables it is, where that is certain and it is the first of its number.
fn number(
    document: &Document,
    table: &FoundTable,
    before: &[(TableNo, &FoundTable)],
) -> Result<TableNo, WhyLeft> {
    let budget = document.about.kind == DisclosureKind::Budget;
    if budget && !table.title.contains("决算") {
        return Err(WhyLeft::Budget);
    }
    let no = table.no.and_then(TableNo::new);
    let no = no.ok_or(WhyLeft::UnknownTable)?;
    if before.iter().any(|(other, _)| *other == no) {
        return Err(WhyLeft::SecondTable);
    }
    Ok(no)
}

/// Of a budget in which no table was found, its first line is what was left.
fn budget(document: &Document, imported: &mut Imported) {
    if !imported.left.is_empty() {
        return;
    }
    let blocks = document.paper.blocks.iter().enumerate();
    let mut lines = blocks.filter_map(|(at, block)| match block {
        Block::Heading { text, .. } | Block::Paragraph { text, .. } => Some((at, text)),
        _ => None,
    });
    if let Some((at, text)) = lines.find(|(_, text)| !text.trim().is_empty()) {
        imported.left.push(Left {
            from: Spot::text(at, 0..text.len()),
            text: shortened(text),
            why: WhyLeft::Budget,
        });
    }
}

/// The first cell of a table, and its words.
fn beginning<'p>(paper: &'p Paper, table: &FoundTable) -> (Spot, &'p str) {
    let row = table.extent.first().map_or(0, |(_, rows)| rows.start);
    let (at, words) = match paper.blocks.get(table.block) {
        Some(Block::Table { rows, .. }) => {
            let cells = rows.iter().flatten().filter(|cell| cell.row >= row);
            let first = cells.min_by_key(|cell| (cell.row, cell.column));
            first.map_or(((0, 0), ""), |cell| ((cell.row, cell.column), &*cell.text))
        }
        _ => ((0, 0), ""),
    };
    (Spot::cell(table.block, at.0, at.1, 0..words.len()), words)
}

/// A table that was left, by its title or its first words.
fn whole(paper: &Paper, table: &FoundTable, why: WhyLeft) -> Left {
    let (from, words) = beginning(paper, table);
    let title = if table.title.is_empty() {
        words
    } else {
        &table.title
    };
    Left {
        from,
        text: shortened(title),
        why,
    }
}

struct Bringing<'a> {
    document: &'a Document<'a>,
    layout: &'static Layout,
    year: &'a str,
    blank: &'a Accounts,
    reckoned: &'a Reckoned,
    accounts: Accounts,
    taken: &'a mut Vec<Taken>,
    left: &'a mut Vec<Left>,
}

impl Bringing<'_> {
    fn table(&mut self, no: TableNo, table: &FoundTable) {
        let paper = self.document.paper;
        let mut sheet = Sheet::of(paper, table);
        let Some((unit, named)) = unit(table) else {
            self.left.push(whole(paper, table, WhyLeft::UnknownUnit));
            return;
        };
        if let Some(named) = named {
            sheet.say_unit(named);
        }
        let beside = Beside {
            year: self.year,
            accounts: self.blank,
            reckoned: self.reckoned,
        };
        let read = read_table_beside(self.layout, no, &sheet.cells, unit, Some(&beside));
        if matches!(read.unit, UnitFound::Doubtful(_)) {
            self.left.push(whole(paper, table, WhyLeft::UnknownUnit));
            return;
        }
        let came = self.rows(no, table, &read, &sheet);
        self.rest(table, &read, &sheet, &came);
    }

    /// Puts the rows in. Says which cells of the paper were taken.
    fn rows(
        &mut self,
        no: TableNo,
        table: &FoundTable,
        read: &TableRead,
        sheet: &Sheet,
    ) -> HashSet<Spot> {
        let mut came = HashSet::new();
        // What is not printed, as 0 in an empty cell, follows from the table as a whole.
        let (whole, _) = beginning(self.document.paper, table);
        for (row, origins) in read.filled.iter().zip(&read.origins) {
            let line = match &row.row {
                Target::Fixed(_) => None,
                Target::Subject { code, name } => Some(self.line(no, code, name)),
            };
            for ((column, text), origin) in row.cells.iter().zip(origins) {
                let cell = match (&row.row, line) {
                    (Target::Fixed(key), _) => Cell::Fixed(no, key, *column),
                    (Target::Subject { .. }, line) => {
                        Cell::Line(no, line.unwrap_or_default(), *column)
                    }
                };
                let (from, printed) = match origin {
                    Some((row, at)) => (sheet.spot(*row, *at), sheet.text(*row, *at)),
                    None => (whole.clone(), text.as_str()),
                };
                if self
                    .accounts
                    .cell(cell)
                    .is_some_and(|text| !text.is_blank())
                {
                    // The same subject twice: what agrees is one amount.
                    let same = self.accounts.cell(cell).is_some_and(|old| **old == **text);
                    if !same {
                        self.leave(from.clone(), printed, WhyLeft::Contradicts);
                    }
                    came.extend(origin.is_some().then_some(from));
                    continue;
                }
                if self.accounts.set(cell, text).is_err() {
                    continue;
                }
                self.taken.push(Taken {
                    to: cell.to_string(),
                    from: from.clone(),
                    text: printed.trim().to_owned(),
                    how: match origin {
                        Some(_) => How::Printed,
                        None => How::Followed,
                    },
                });
                if origin.is_some() {
                    came.insert(from);
                }
            }
        }
        came
    }

    /// The row of a subject, in the order in which they are printed.
    fn line(&mut self, no: TableNo, code: &str, name: &str) -> usize {
        if let Some(line) = self.accounts.line_with(no, code) {
            return line;
        }
        let table: &mut Table = Rc::make_mut(&mut self.accounts.tables[no.index()]);
        let mut cells = Cells::new();
        cells.insert(Column::Code, code.into());
        if !name.is_empty() {
            cells.insert(Column::Name, name.into());
        }
        table.lines.push(Rc::new(cells));
        table.lines.len() - 1
    }

    fn leave(&mut self, from: Spot, text: &str, why: WhyLeft) {
        self.left.push(Left {
            from,
            text: shortened(text),
            why,
        });
    }

    /// What of the amounts and rates was not taken, and why.
    fn rest(&mut self, table: &FoundTable, read: &TableRead, sheet: &Sheet, came: &HashSet<Spot>) {
        let came: HashSet<(usize, Option<(usize, usize)>)> =
            came.iter().map(|spot| (spot.block, spot.cell)).collect();
        let rows = sheet.rows();
        let unread = Unread::of(read);
        for (amounts, else_why) in [
            (&table.amounts, WhyLeft::NoPlace),
            (&table.rates, WhyLeft::Derived),
        ] {
            for amount in amounts {
                let spot = &amount.spot;
                if came.contains(&(spot.block, spot.cell)) {
                    continue;
                }
                let (row, column) = amount.at();
                let row = rows.get(&(spot.block, row));
                let why = row.and_then(|row| unread.why(*row, column));
                let text = format!("{} {}", amount.name, amount.printed);
                self.leave(spot.clone(), text.trim(), why.unwrap_or(else_why));
            }
        }
    }
}

/// What the table said of cells, rows, columns, or all of it.
struct Unread(HashMap<(Option<usize>, Option<usize>), (usize, WhyLeft)>);

impl Unread {
    fn of(read: &TableRead) -> Self {
        let mut first = HashMap::new();
        for (at, one) in read.unread.iter().enumerate() {
            let said = (at, why_left(one.why));
            first.entry((one.row, one.column)).or_insert(said);
        }
        Unread(first)
    }

    /// What was said first of what a cell is part of.
    fn why(&self, row: usize, column: usize) -> Option<WhyLeft> {
        let (row, column) = (Some(row), Some(column));
        let parts = [(row, column), (row, None), (None, column), (None, None)];
        let said = parts.iter().filter_map(|part| self.0.get(part));
        said.min_by_key(|(at, _)| *at).map(|(_, why)| *why)
    }
}

fn why_left(why: exchange::Why) -> WhyLeft {
    match why {
        exchange::Why::UnknownColumn => WhyLeft::UnknownColumn,
        exchange::Why::UnknownRow => WhyLeft::UnknownRow,
        exchange::Why::NoCode => WhyLeft::NoCode,
        exchange::Why::Unreadable => WhyLeft::Unreadable,
        exchange::Why::Unsure => WhyLeft::Unsure,
        exchange::Why::NoHeads => WhyLeft::NoHeads,
        exchange::Why::SeveralRows => WhyLeft::SeveralRows,
        exchange::Why::TooMany => WhyLeft::TooMany,
    }
}

/// In which unit its amounts are read; of one that is rare, what is to stand over the table. `None` for units that
/// no workbook knows.
fn unit(table: &FoundTable) -> Option<(exchange::Unit, Option<&'static str>)> {
    Some(match table.unit {
        Unit::Yuan => (exchange::Unit::Yuan, None),
        Unit::Wan if table.said_unit => (exchange::Unit::TenThousandYuan, None),
        // Nothing says so: what speaks against it is looked at.
        Unit::Wan => (exchange::Unit::AsWritten, None),
        Unit::Qian => (exchange::Unit::AsWritten, Some("单位：千元")),
        Unit::Yi => (exchange::Unit::AsWritten, Some("单位：亿元")),
        Unit::Million => return None,
    })
}
