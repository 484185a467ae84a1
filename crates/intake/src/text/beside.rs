//! Budgets and last year's amounts, as they are printed or follow from a change.

use super::{Asked, Telling};
use juesuan_domain::accounts::{Cell, Column, Fact, Layout, TableNo};
use juesuan_understand::{FigureRole, How, Spot, TextFigure, WhyLeft};
use rust_decimal::Decimal;

impl Telling<'_> {
    pub(super) fn beside(&mut self) {
        for at in 0..self.figures.len() {
            let figure = &self.figures[at];
            if figure.aside || figure.counted.is_some() {
                continue;
            }
            match figure.role {
                FigureRole::Budget => self.printed(at, Column::Budget),
                FigureRole::LastYear => self.printed(at, Column::Last),
                FigureRole::Change {
                    up, budget: false, ..
                } => self.changed(at, up),
                FigureRole::Unchanged => self.unchanged(at),
                _ => {}
            }
        }
    }

    fn bases_of(&self, figure: &TextFigure) -> Vec<Cell> {
        let item = figure.item.and_then(|item| self.bases.get(&item));
        item.cloned().unwrap_or_default()
    }

    fn printed(&mut self, at: usize, column: Column) {
        for base in self.bases_of(&self.figures[at]) {
            if let Some(cell) = column_of(base, column) {
                self.put_figure(cell, at, How::Printed);
            }
        }
    }

    /// Last year follows from this year and the change, where nothing speaks against either.
    fn changed(&mut self, at: usize, up: bool) {
        let figure = self.figures[at].clone();
        let Some(change) = figure.value else { return };
        let bases = self.bases_of(&figure);
        if bases.is_empty() {
            return;
        }
        // A growth that the change does not give: one of the two is wrong, and nobody knows which.
        let doubted = self.figures.iter().any(|other| {
            let same = other.item == figure.item && other.sentence == figure.sentence;
            let of_change = matches!(
                other.role,
                FigureRole::Growth | FigureRole::Change { budget: false, .. }
            );
            same && of_change && self.wrong.contains(&other.spot)
        });
        if doubted || change.value.is_sign_negative() {
            self.leave(figure.spot, &figure.printed, WhyLeft::Contradicts);
            return;
        }
        let signed = if up { -change.value } else { change.value };
        for base in bases {
            self.follow(base, signed, &figure.spot);
        }
    }

    fn follow(&mut self, base: Cell, change: Decimal, spot: &Spot) {
        let (Some(this), Some(cell)) = (self.value(base), column_of(base, Column::Last)) else {
            return;
        };
        // 增加5万元 beside 100.34 may be rounded: many amounts of last year give it.
        if change.scale() == 0 && !change.is_zero() && !this.fract().is_zero() {
            return;
        }
        let Some(last) = this.checked_add(change) else {
            return;
        };
        if last.is_sign_negative() && !last.is_zero() {
            self.leave(
                spot.clone(),
                &spot.quote(self.document.paper),
                WhyLeft::Contradicts,
            );
            return;
        }
        // As much as this year is typed as this year is.
        let typed = self.imported.workbook.accounts.cell(base);
        let typed = typed.filter(|typed| change.is_zero() && !typed.is_blank());
        let text = typed.map_or_else(|| last.to_string(), |typed| typed.to_string());
        if self.put(cell, &text, spot.clone(), How::Followed) {
            self.done.insert(spot.clone());
        }
    }

    /// 与上年持平: last year it was as much.
    fn unchanged(&mut self, at: usize) {
        let figure = self.figures[at].clone();
        let mut bases = self.bases_of(&figure);
        if bases.is_empty() {
            let name = self.subject_of(&figure);
            let path = self.path(&figure);
            bases = self.names.cells(Asked { name: &name, path });
        }
        for base in bases {
            self.follow(base, Decimal::ZERO, &figure.spot);
        }
    }

    /// The words of a clause before what they are compared with.
    fn subject_of(&self, figure: &TextFigure) -> String {
        let whole = figure.spot.whole(self.document.paper);
        let before = whole.get(..figure.spot.end).unwrap_or_default();
        let start = before
            .char_indices()
            .rev()
            .find(|(_, c)| "，。；：,;:".contains(*c))
            .map_or(0, |(at, c)| at + c.len_utf8());
        let clause = before.get(start..).unwrap_or_default();
        let end = clause.find(['与', '较', '比', '同', '跟', '和']);
        clause
            .get(..end.unwrap_or(0))
            .unwrap_or_default()
            .to_owned()
    }
}

/// The cell of the same row that holds a budget, or last year's amount.
fn column_of(base: Cell, column: Column) -> Option<Cell> {
    match (base, column) {
        (Cell::Fact(Fact::Operating), Column::Last) => Some(Cell::Fact(Fact::OperatingLast)),
        (Cell::Fixed(no, key, _), Column::Budget) if has(no, Column::Budget) => {
            Some(Cell::Fixed(no, key, Column::Budget))
        }
        (Cell::Line(no, line, _), Column::Budget) if has(no, Column::Budget) => {
            Some(Cell::Line(no, line, Column::Budget))
        }
        (Cell::Fixed(no, key, _), Column::Last) if has(no, Column::Last) => {
            Some(Cell::Fixed(no, key, Column::Last))
        }
        (Cell::Line(no, line, _), Column::Last) if has(no, Column::Last) => {
            Some(Cell::Line(no, line, Column::Last))
        }
        _ => None,
    }
}

/// Whether tables of this number have such a column, in any layout.
fn has(no: TableNo, column: Column) -> bool {
    Layout::all()
        .iter()
        .any(|layout| layout.table(no).has(column))
}
