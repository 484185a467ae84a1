//! What is done with the accounts of the open workbook: subjects added, the text and its figures handed
//! out.

use super::App;
use crate::page::document::Place;
use crate::page::picture::Picture;
use crate::page::{files, picture};
use juesuan::accounts::{Cell, Change, ChartKind, Column, TableNo, WorkField};
use juesuan::chart::Chart;
use juesuan::disclosure::Written;
use juesuan::exchange::{
    copied_cells, copied_html, disclosure_html, disclosure_text, disclosure_title, shown_table,
};
use juesuan::flows::{Notice, Said};
use juesuan::{Edit, shown_year};

impl App {
    pub(super) fn add_subject(&mut self, table: TableNo, code: &str) {
        let change = Change::AddSubject {
            table,
            code: code.to_owned(),
        };
        self.edit(&Edit::Accounts(change));
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
            (false, _) => Notice::Problem(Said::HandOnFailed),
            (true, 0) => Notice::Done(Said::TextCopied),
            (true, waiting) => Notice::Problem(Said::TextCopiedWaiting(waiting)),
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
            Notice::Done(Said::TableCopied)
        } else {
            Notice::Problem(Said::HandOnFailed)
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
        let year = workbook.map_or_else(String::new, |workbook| shown_year(&workbook.year));
        let stem = files::stem(&[&year, &chart.title], &chart.title);
        let saved = match how {
            Picture::Svg => files::download(&format!("{stem}.svg"), &chart.to_svg(), files::SVG),
            Picture::Png => picture::save(chart, format!("{stem}.png")),
        };
        if saved.is_err() {
            self.problem(Said::FileNotSaved);
        }
    }
}
