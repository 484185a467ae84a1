//! The key work of the year, from its table.

use super::names::plain;
use super::{Telling, is_blank_form};
use juesuan_domain::accounts::{Cell, MOST_LINES, Work, WorkField};
use juesuan_paper::{Block, Cell as PaperCell};
use juesuan_understand::{How, Spot};
use std::rc::Rc;

/// Heads of its columns.
const HEADS: [(WorkField, &[&str]); 3] = [
    (WorkField::Matter, &["重要事项", "重点工作", "工作事项"]),
    (
        WorkField::Target,
        &["工作内容及目标", "工作内容", "工作目标", "主要内容"],
    ),
    (
        WorkField::Progress,
        &["完成情况", "工作完成情况", "落实情况"],
    ),
];

impl Telling<'_> {
    pub(super) fn key_work(&mut self) {
        for (block, of) in self.document.paper.blocks.iter().enumerate() {
            let Block::Table { rows, .. } = of else {
                continue;
            };
            let Some((head, columns)) = rows.iter().enumerate().find_map(|(at, row)| {
                let columns = columns(row);
                (columns.len() == HEADS.len()).then_some((at, columns))
            }) else {
                continue;
            };
            for row in rows.iter().skip(head + 1) {
                self.matter(block, row, &columns);
            }
            return;
        }
    }

    fn matter(&mut self, block: usize, row: &[PaperCell], columns: &[(WorkField, usize)]) {
        let text = |column: usize| row.iter().find(|cell| cell.column == column);
        let matter = columns
            .iter()
            .find(|(field, _)| *field == WorkField::Matter)
            .and_then(|(_, column)| text(*column));
        let at = self.imported.workbook.accounts.work.len();
        let empty = |cell: &PaperCell| cell.text.trim().is_empty() || is_blank_form(&cell.text);
        if matter.is_none_or(empty) || at >= MOST_LINES {
            return;
        }
        let accounts = Rc::make_mut(&mut self.imported.workbook.accounts);
        accounts.work.push(Rc::new(Work::default()));
        for (field, column) in columns {
            let Some(cell) = text(*column).filter(|cell| !empty(cell)) else {
                continue;
            };
            let said = cell.text.trim();
            let start = cell.text.len() - cell.text.trim_start().len();
            let spot = Spot::cell(block, cell.row, cell.column, start..start + said.len());
            self.put(Cell::Work(at, *field), said, spot, How::Printed);
        }
    }
}

/// Which column holds what, where a row is the head of such a table.
fn columns(row: &[PaperCell]) -> Vec<(WorkField, usize)> {
    let mut found = Vec::new();
    for (field, words) in HEADS {
        let mut cells = row.iter();
        let of_field = cells.find(|cell| words.contains(&plain(&cell.text).as_str()));
        found.extend(of_field.map(|cell| (field, cell.column)));
    }
    found
}
