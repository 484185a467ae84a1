//! What is done with the accounts of the open workbook: blocks and whole tables pasted, subjects added,
//! the text and its figures handed out.

use super::app::App;
use super::document::Place;
use super::message::Notice;
use super::{files, picture, text};
use juesuan::Edit;
use juesuan::accounts::{Cell, Change, ChartKind, Column, Grid, MOST_LINES, TableNo, WorkField};
use juesuan::chart::Chart;
use juesuan::disclosure::Written;
use juesuan::exchange::{
    TableRead, Unit, copied_cells, copied_html, disclosure_html, disclosure_text, disclosure_title,
    read_table, shown_table,
};
use yew::Context;

/// What came of a whole table that was pasted.
#[derive(Debug, Clone, PartialEq)]
pub struct Pasted {
    pub table: TableNo,
    pub read: TableRead,
}

/// As which file a figure is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    Svg,
    Png,
}

impl App {
    pub(super) fn paste_block(&mut self, ctx: &Context<Self>, cell: Cell, cells: Vec<Vec<String>>) {
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
            self.problem(&text::paste_too_long_table(cells.len(), MOST_LINES));
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
        let (room, below) = (grid.columns.len() - left, grid.rows.len() - row);
        // Above a total that comes last, only rows with a code are new ones.
        let table = layout.table(no);
        let takes_lines = table.lines.is_some() && !(table.total_last && left > 0);
        self.notice = if widest > room {
            Some(Notice::Problem(text::paste_too_wide(widest, room)))
        } else if !takes_lines && cells.len() > below {
            Some(Notice::Problem(text::paste_too_tall(cells.len(), below)))
        } else {
            None
        };
        self.edit(ctx, &Edit::Accounts(Change::Paste { cell, cells }));
    }

    pub(super) fn paste_table(
        &mut self,
        ctx: &Context<Self>,
        table: TableNo,
        cells: &[Vec<String>],
        unit: Unit,
    ) {
        let Some(document) = &self.document else {
            return;
        };
        let read = read_table(document.workbook().layout(), table, cells, unit);
        let filled = read.filled.clone();
        self.pasted = Some(Pasted { table, read });
        if !filled.is_empty() {
            self.edit(ctx, &Edit::Accounts(Change::Fill { table, filled }));
        }
    }

    pub(super) fn add_subject(&mut self, ctx: &Context<Self>, table: TableNo, code: &str) {
        let change = Change::AddSubject {
            table,
            code: code.to_owned(),
        };
        self.edit(ctx, &Edit::Accounts(change));
        let Some(document) = &self.document else {
            return;
        };
        let workbook = document.workbook();
        let line = workbook.accounts.line_with(table, code);
        let columns = &workbook.layout().table(table).columns;
        if let (Some(line), Some(column)) = (line, columns.first()) {
            self.focus_on(Place::Accounts(Cell::Line(table, line, column.column)));
        }
    }

    /// The cell itself, or where its row is gone the nearest one that is there.
    pub(super) fn nearest(&self, cell: Cell) -> Cell {
        let Some(document) = &self.document else {
            return cell;
        };
        let accounts = &document.workbook().accounts;
        match cell {
            Cell::Line(table, line, column) => {
                match accounts.table(table).lines.len().checked_sub(1) {
                    Some(last) => Cell::Line(table, line.min(last), column),
                    None => Cell::Fixed(table, "total", Column::Total),
                }
            }
            Cell::Work(row, field) => match accounts.work.len().checked_sub(1) {
                Some(last) => Cell::Work(row.min(last), field),
                None => Cell::Work(0, WorkField::Matter),
            },
            cell => cell,
        }
    }

    pub(super) fn copy_text(&mut self) {
        let Some(document) = &self.document else {
            return;
        };
        let workbook = document.workbook();
        let title = disclosure_title(&workbook.year, workbook.unit());
        let written = &document.assessment().accounts.disclosure;
        let copied = files::copy(
            self.host.root(),
            &disclosure_text(&title, written),
            Some(&disclosure_html(&title, written)),
        );
        let waiting = document
            .assessment()
            .accounts
            .disclosure
            .waiting_sentences();
        self.notice = Some(match (copied, waiting) {
            (false, _) => Notice::Problem(text::HAND_ON_FAILED.to_owned()),
            (true, 0) => Notice::Done(text::TEXT_COPIED.to_owned()),
            (true, waiting) => Notice::Problem(text::text_copied_waiting(waiting)),
        });
    }

    pub(super) fn copy_table(&mut self, table: TableNo) {
        let Some(document) = &self.document else {
            return;
        };
        let accounts = &document.workbook().accounts;
        let cells = shown_table(accounts, &document.assessment().accounts.reckoned, table);
        let copied = files::copy(
            self.host.root(),
            &copied_cells(&cells),
            Some(&copied_html(&cells)),
        );
        self.notice = Some(if copied {
            Notice::Done(text::TABLE_COPIED.to_owned())
        } else {
            Notice::Problem(text::HAND_ON_FAILED.to_owned())
        });
    }

    fn chart(&self, wanted: ChartKind) -> Option<&Chart> {
        let written = &self.document.as_ref()?.assessment().accounts.disclosure;
        let blocks = written.sections.iter().flat_map(|section| &section.blocks);
        blocks.into_iter().find_map(|block| match &**block {
            Written::Chart(kind, chart) if *kind == wanted => chart.as_ref(),
            _ => None,
        })
    }

    pub(super) fn save_chart(&mut self, kind: ChartKind, how: Picture) {
        let Some(chart) = self.chart(kind) else {
            return;
        };
        let workbook = self.document.as_ref().map(|document| document.workbook());
        let year = workbook.map_or_else(String::new, |workbook| workbook.year.to_string());
        let stem = files::stem(&[&year, &chart.title], &chart.title);
        let saved = match how {
            Picture::Svg => files::download(&format!("{stem}.svg"), &chart.to_svg(), files::SVG),
            Picture::Png => picture::save(chart, format!("{stem}.png")),
        };
        if saved.is_err() {
            self.problem(text::FILE_NOT_SAVED);
        }
    }
}
