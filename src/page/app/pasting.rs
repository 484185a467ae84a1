//! What is pasted: put where it belongs, and told of.

use super::App;
use crate::page::document::Place;
use crate::page::message::Notice;
use crate::page::pasting::Pasted;
use juesuan::Edit;
use juesuan::accounts::{Cell as AccountsCell, Change, Grid, MOST_LINES, TableNo};
use juesuan::evaluation::{Cell, IndicatorField, MOST_INDICATORS};
use juesuan::exchange::{Beside, Unit, read_block, read_table_beside};
use std::rc::Rc;

impl App {
    /// Whether the edit changed anything: only then there is something to undo.
    fn changes(&mut self, edit: &Edit) -> bool {
        let before = self.document.as_ref().map(|d| d.workbook().clone());
        self.edit(edit);
        let after = self.document.as_ref().map(|d| d.workbook());
        match (&before, after) {
            (Some(before), Some(after)) => !Rc::ptr_eq(before, after),
            _ => false,
        }
    }

    pub(super) fn paste(&mut self, place: Place, cells: Vec<Vec<String>>) {
        if self.read_only {
            return;
        }
        let (form, cell) = match place {
            Place::Form(form, cell) => (form, cell),
            Place::Accounts(cell) => return self.paste_block(cell, cells),
        };
        let Cell::Indicator(goal, row, field) = cell else {
            return;
        };
        if self.bring((form, goal, row), &cells) {
            return;
        }
        self.paste_indicators((form, goal, row), field, cells);
    }

    /// Cells as they stand, to the right and down from one.
    fn paste_indicators(
        &mut self,
        (form, goal, row): (usize, usize, usize),
        field: IndicatorField,
        cells: Vec<Vec<String>>,
    ) {
        let Some(document) = &self.document else {
            return;
        };
        let Some(there) = document.workbook().forms.get(form) else {
            return;
        };
        let rows = there.goals.get(goal).map_or(0, |g| g.indicators.len());
        let added = cells.len().saturating_sub(rows.saturating_sub(row));
        if there.indicator_count() + added > MOST_INDICATORS {
            self.problem(&self.words.paste_too_long(cells.len(), MOST_INDICATORS));
            return;
        }
        let widest = cells.iter().map(Vec::len).max().unwrap_or(0);
        let columns = Edit::columns_from(field).len();
        let edit = Edit::Paste {
            form,
            goal,
            row,
            field,
            cells,
        };
        let changed = self.changes(&edit);
        self.notice = (widest > columns)
            .then(|| Notice::Problem(self.words.paste_too_wide(widest, columns, changed)));
    }

    /// A block that says where its rows belong. Says whether it was one.
    fn bring(&mut self, (form, goal, row): (usize, usize, usize), cells: &[Vec<String>]) -> bool {
        let Some(read) = read_block(cells) else {
            return false;
        };
        let forms = self.document.as_ref().map(|d| &d.workbook().forms);
        let there = forms.and_then(|forms| forms.get(form));
        let count = there.map_or(0, |form| form.indicator_count());
        let rows = read.rows.len();
        if count + rows > MOST_INDICATORS {
            self.problem(&self.words.paste_too_long(rows, MOST_INDICATORS));
            return true;
        }
        let edit = Edit::Bring {
            form,
            goal,
            row,
            brought: read.rows,
        };
        let changed = self.changes(&edit);
        let said = self.words.block_brought(rows, &read.problems, changed);
        self.notice = Some(if read.problems.is_empty() {
            Notice::Done(said)
        } else {
            Notice::Problem(said)
        });
        true
    }

    fn paste_block(&mut self, cell: AccountsCell, cells: Vec<Vec<String>>) {
        let Some(document) = &self.document else {
            return;
        };
        let workbook = document.workbook();
        let (accounts, layout) = (workbook.accounts.clone(), workbook.layout());
        // A block goes to the top left of a block.
        let corner = self.block.and_then(|block| block.corner(&accounts, layout));
        let cell = corner.unwrap_or(cell);
        let Some(no) = cell.table() else { return };
        let lines = accounts.table(no).lines.len();
        if lines + cells.len() > MOST_LINES {
            self.problem(&self.words.paste_too_long_table(cells.len(), MOST_LINES));
            return;
        }
        let grids = Grid::of(layout, no, lines);
        let Some((grid, (row, left))) = grids
            .iter()
            .find_map(|grid| Some((grid, grid.place(cell)?)))
        else {
            return;
        };
        let widest = cells.iter().map(Vec::len).max().unwrap_or(0);
        let tall = cells.len();
        let (room, below) = (grid.columns.len() - left, grid.rows.len() - row);
        // Above a total that comes last, only rows with a code are new ones.
        let table = layout.table(no);
        let takes_lines = table.lines.is_some() && !(table.total_last && left > 0);
        let changed = self.changes(&Edit::Accounts(Change::Paste { cell, cells }));
        self.notice = if widest > room {
            Some(Notice::Problem(
                self.words.paste_too_wide(widest, room, changed),
            ))
        } else if !takes_lines && tall > below {
            Some(Notice::Problem(
                self.words.paste_too_tall(tall, below, changed),
            ))
        } else {
            None
        };
    }

    pub(super) fn paste_table(&mut self, table: TableNo, cells: Rc<Vec<Vec<String>>>, unit: Unit) {
        let Some(document) = self.document.as_ref().filter(|_| !self.read_only) else {
            return;
        };
        let workbook = document.workbook();
        let beside = Beside {
            year: &workbook.year,
            accounts: &workbook.accounts,
            reckoned: &document.assessment().accounts.reckoned,
        };
        let layout = workbook.layout();
        let read = read_table_beside(layout, table, &cells, unit, Some(&beside));
        let filled = read.filled.clone();
        let changed =
            !filled.is_empty() && self.changes(&Edit::Accounts(Change::Fill { table, filled }));
        self.pasted = Some(Pasted {
            table,
            read,
            cells,
            changed,
        });
    }
}
