//! What is pasted: put where it belongs, and told of. The edit comes out; whether it changed anything
//! goes in again, since only then there is something to undo.

use super::{Notice, Said};
use juesuan_domain::Edit;
use juesuan_domain::Workbook;
use juesuan_domain::accounts::{self, Change, Grid, MOST_LINES, Reckoned, TableNo};
use juesuan_domain::evaluation::{Cell, IndicatorField, MOST_INDICATORS};
use juesuan_exchange::{Beside, TableRead, Unit, read_block, read_table_beside};
use std::rc::Rc;

/// What was on the clipboard, row by row.
pub type Cells = Vec<Vec<String>>;

/// What came of a whole table that was pasted.
#[derive(Debug, Clone, PartialEq)]
pub struct Pasted {
    /// The table it was put into.
    pub table: TableNo,
    /// What of it was understood, and as which rows, columns and unit.
    pub read: TableRead,
    /// What was pasted, to be read once more in another unit.
    pub cells: Rc<Cells>,
    /// There is something to undo.
    pub changed: bool,
}

/// What can happen.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg {
    /// A block, at a cell of a form.
    IntoForm {
        /// Which form, counted from 0.
        form: usize,
        /// Where the top left cell of the block goes.
        cell: Cell,
        /// The block.
        cells: Cells,
    },
    /// A block, at a cell of the accounts.
    IntoTable {
        /// Where the top left cell of the block goes.
        cell: accounts::Cell,
        /// The block.
        cells: Cells,
    },
    /// A whole table, its amounts in the unit chosen.
    WholeTable(TableNo, Rc<Cells>, Unit),
    /// What came of the edit.
    Made(Made),
    /// Something was undone or redone: what was said of a paste is no longer so.
    Undone,
}

/// What came of an edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Made {
    /// The workbook is another.
    Changed,
    /// All of it was there already, or there is no such place.
    Same,
    /// It would pass a limit; that was said.
    Refused,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// [`Msg::Made`] tells what came of it.
    Make(Edit),
    /// Says something over the page.
    Say(Notice),
    /// Nothing is said over the page any more.
    SayNothing,
}

/// What is open while something happens.
#[derive(Clone, Copy)]
pub struct Around<'a> {
    /// Nobody may change it where there is none.
    pub open: Option<(&'a Workbook, &'a Reckoned)>,
}

/// What is to be said once an edit was made.
#[derive(Debug, Clone, PartialEq)]
enum After {
    /// More columns or rows than there is room for.
    Cells(Option<Cut>),
    Brought {
        rows: usize,
        problems: Vec<String>,
    },
    Table(Box<Pasted>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cut {
    Columns { there: usize, room: usize },
    Rows { there: usize, room: usize },
}

/// The flow.
#[derive(Debug, Default)]
pub struct Pasting {
    /// What came of the last whole table.
    pasted: Option<Pasted>,
    /// What waits for the edit to be made.
    after: Option<After>,
}

impl Pasting {
    /// What came of the last whole table that was pasted; `None` once something was undone or redone.
    pub fn pasted(&self) -> Option<&Pasted> {
        self.pasted.as_ref()
    }

    /// Something happened; gives what is to be done.
    pub fn update(&mut self, msg: Msg, around: &Around<'_>) -> Vec<Effect> {
        let effect = match (msg, around.open) {
            (Msg::Made(made), _) => self.made(made),
            (Msg::Undone, _) => {
                self.pasted = None;
                None
            }
            (_, None) => None,
            (Msg::IntoForm { form, cell, cells }, Some((workbook, _))) => {
                self.at_form_cell(workbook, form, cell, cells)
            }
            (Msg::IntoTable { cell, cells }, Some((workbook, _))) => {
                self.at_table_cell(workbook, cell, cells)
            }
            (Msg::WholeTable(table, cells, unit), Some((workbook, reckoned))) => {
                self.whole_table(workbook, reckoned, table, cells, unit)
            }
        };
        effect.into_iter().collect()
    }

    fn at_form_cell(
        &mut self,
        workbook: &Workbook,
        form: usize,
        cell: Cell,
        cells: Cells,
    ) -> Option<Effect> {
        let Cell::Indicator(goal, row, field) = cell else {
            return None;
        };
        let at = (form, goal, row);
        if let Some(effect) = self.bring(workbook, at, &cells) {
            return Some(effect);
        }
        self.indicators(workbook, at, field, cells)
    }

    /// Cells as they stand, to the right and down from one.
    fn indicators(
        &mut self,
        workbook: &Workbook,
        (form, goal, row): (usize, usize, usize),
        field: IndicatorField,
        cells: Cells,
    ) -> Option<Effect> {
        let there = workbook.forms.get(form)?;
        let rows = there.goals.get(goal).map_or(0, |g| g.indicators.len());
        let added = cells.len().saturating_sub(rows.saturating_sub(row));
        if there.indicator_count() + added > MOST_INDICATORS {
            return Some(too_long(cells.len()));
        }
        let (there, room) = (widest(&cells), Edit::columns_from(field).len());
        self.after = Some(After::Cells(
            (there > room).then_some(Cut::Columns { there, room }),
        ));
        Some(Effect::Make(Edit::Paste {
            form,
            goal,
            row,
            field,
            cells,
        }))
    }

    /// A block that says where its rows belong; `None` where it is none.
    fn bring(
        &mut self,
        workbook: &Workbook,
        (form, goal, row): (usize, usize, usize),
        cells: &Cells,
    ) -> Option<Effect> {
        let read = read_block(cells)?;
        let there = workbook.forms.get(form);
        let count = there.map_or(0, |form| form.indicator_count());
        let rows = read.rows.len();
        if count + rows > MOST_INDICATORS {
            return Some(too_long(rows));
        }
        self.after = Some(After::Brought {
            rows,
            problems: read.problems,
        });
        Some(Effect::Make(Edit::Bring {
            form,
            goal,
            row,
            brought: read.rows,
        }))
    }

    fn at_table_cell(
        &mut self,
        workbook: &Workbook,
        cell: accounts::Cell,
        cells: Cells,
    ) -> Option<Effect> {
        let layout = workbook.layout();
        let no = cell.table()?;
        let lines = workbook.accounts.table(no).lines.len();
        if lines + cells.len() > MOST_LINES {
            let (rows, most) = (cells.len(), MOST_LINES);
            let said = Said::PasteTooLongTable { rows, most };
            return Some(Effect::Say(Notice::Problem(said)));
        }
        let grids = Grid::of(layout, no, lines);
        let (grid, (row, left)) = grids
            .iter()
            .find_map(|grid| Some((grid, grid.place(cell)?)))?;
        let (wide, tall) = (widest(&cells), cells.len());
        let (room, below) = (grid.columns.len() - left, grid.rows.len() - row);
        // Above a total that comes last, only rows with a code are new ones.
        let table = layout.table(no);
        let takes_lines = table.lines.is_some() && !(table.total_last && left > 0);
        let cut = if wide > room {
            Some(Cut::Columns { there: wide, room })
        } else if !takes_lines && tall > below {
            Some(Cut::Rows {
                there: tall,
                room: below,
            })
        } else {
            None
        };
        self.after = Some(After::Cells(cut));
        Some(Effect::Make(Edit::Accounts(Change::Paste { cell, cells })))
    }

    fn whole_table(
        &mut self,
        workbook: &Workbook,
        reckoned: &Reckoned,
        table: TableNo,
        cells: Rc<Cells>,
        unit: Unit,
    ) -> Option<Effect> {
        let beside = Beside {
            year: &workbook.year,
            accounts: &workbook.accounts,
            reckoned,
        };
        let read = read_table_beside(workbook.layout(), table, &cells, unit, Some(&beside));
        let filled = read.filled.clone();
        let pasted = Pasted {
            table,
            read,
            cells,
            changed: false,
        };
        if filled.is_empty() {
            self.pasted = Some(pasted);
            return None;
        }
        self.after = Some(After::Table(Box::new(pasted)));
        let fill = Change::Fill { table, filled };
        Some(Effect::Make(Edit::Accounts(fill)))
    }

    fn made(&mut self, made: Made) -> Option<Effect> {
        let changed = made == Made::Changed;
        match self.after.take()? {
            After::Table(pasted) => {
                self.pasted = Some(Pasted { changed, ..*pasted });
                None
            }
            // Which limit it is was said already.
            _ if made == Made::Refused => None,
            After::Cells(None) => Some(Effect::SayNothing),
            After::Cells(Some(cut)) => {
                let said = match cut {
                    Cut::Columns { there, room } => Said::PasteTooWide {
                        columns: there,
                        room,
                        changed,
                    },
                    Cut::Rows { there, room } => Said::PasteTooTall {
                        rows: there,
                        room,
                        changed,
                    },
                };
                Some(Effect::Say(Notice::Problem(said)))
            }
            After::Brought { rows, problems } => {
                let is_done = problems.is_empty();
                let said = Said::BlockBrought {
                    rows,
                    problems,
                    changed,
                };
                Some(Effect::Say(if is_done {
                    Notice::Done(said)
                } else {
                    Notice::Problem(said)
                }))
            }
        }
    }
}

fn too_long(rows: usize) -> Effect {
    let most = MOST_INDICATORS;
    Effect::Say(Notice::Problem(Said::PasteTooLong { rows, most }))
}

fn widest(cells: &Cells) -> usize {
    cells.iter().map(Vec::len).max().unwrap_or(0)
}
