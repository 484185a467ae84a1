//! Tables whose rows are subjects: codes and names at the left, the total above them or below.

use crate::drawing::{At, Drawing};
use crate::formula::Amounts;
use crate::tables::{in_print, width};
use crate::writing::Writing;
use juesuan_domain::accounts::{Cell, Column, Subjects, TableLayout};
use juesuan_say::official::{self, published as words};

/// A column of a head: what stands over it together with others, and its own words.
struct Head<'a> {
    over: Option<&'a str>,
    own: &'a str,
}

impl Writing<'_> {
    /// 02, 03, 05, 08 and 09.
    pub(crate) fn by_subject(
        &mut self,
        table: &'static TableLayout,
        amounts: &mut Amounts,
    ) -> Drawing {
        let columns = table
            .sides
            .first()
            .map_or_else(Vec::new, |side| in_print(table, side));
        let mut widths = vec![width::CODE, width::LABEL];
        widths.extend(columns.iter().map(|_| width::AMOUNT));
        let mut drawing = Drawing::new(widths);
        drawing.look.heads = self.heads(&mut drawing, table, &columns);
        let lines = self.workbook.accounts.table(table.no).lines.len();
        if !table.total_last {
            self.total_row(&mut drawing, table, "total", &columns, amounts);
        }
        for line in 0..lines {
            let row = drawing.height();
            self.subject(&mut drawing, At::one(row, 0), table, line);
            for (at, column) in columns.iter().enumerate() {
                let cell = Cell::Line(table.no, line, *column);
                self.put_amount(&mut drawing, At::one(row, 2 + at), cell, amounts);
            }
        }
        if table.total_last {
            self.total_row(&mut drawing, table, "total", &columns, amounts);
        }
        // Where there is nothing the form stays what it is.
        if lines == 0 {
            let row = drawing.height();
            for column in 0..columns.len() + 2 {
                drawing.put(At::one(row, column), "");
            }
        }
        drawing
    }

    /// The rows of heads, and how many they are.
    fn heads(
        &self,
        drawing: &mut Drawing,
        table: &'static TableLayout,
        columns: &[Column],
    ) -> usize {
        drawing.head(At::over(0, 0, 1, 2), official::TABLE_ITEM);
        drawing.head(At::one(1, 0), words::FUNCTIONAL_CODE);
        drawing.head(At::one(1, 1), words::SUBJECT_NAME);
        let heads: Vec<Head> = columns.iter().map(|c| head(table, *c)).collect();
        let mut at = 0;
        while let Some(head) = heads.get(at) {
            let column = 2 + at;
            let Some(over) = head.over else {
                drawing.head(At::over(0, column, 2, 1), head.own);
                at += 1;
                continue;
            };
            let together = heads[at..]
                .iter()
                .take_while(|other| other.over == Some(over));
            let together: Vec<&Head> = together.collect();
            drawing.head(At::over(0, column, 1, together.len()), over);
            for (nth, head) in together.iter().enumerate() {
                drawing.head(At::one(1, column + nth), head.own);
            }
            at += together.len();
        }
        if !self.is_numbered() {
            return 2;
        }
        drawing.head(At::over(2, 0, 1, 2), words::COLUMN_NUMBER);
        for at in 0..columns.len() {
            drawing.head(At::one(2, 2 + at), (at + 1).to_string());
        }
        3
    }

    /// Code and name of a subject, indented as deep as it is.
    fn subject(&mut self, drawing: &mut Drawing, at: At, table: &'static TableLayout, line: usize) {
        let accounts = &self.workbook.accounts;
        let code = accounts.cell(Cell::Line(table.no, line, Column::Code));
        let code = code.map_or("", |code| code.trim()).to_owned();
        let name = accounts.line_name(self.reckoned().layout, table.no, line);
        let depth = self.reckoned().code(table.no, line).len().saturating_sub(3) / 2;
        // 合计 and the like may stand without a code.
        drawing.put(at, code);
        let place = juesuan_domain::Place::Accounts(Cell::Line(table.no, line, Column::Name));
        let name = self.or_gap(&name, place);
        let beside = At::one(at.row, at.column + 1);
        drawing.put(beside, name);
        if depth > 0 {
            drawing.look_of(beside).indent = depth;
        }
    }

    fn total_row(
        &mut self,
        drawing: &mut Drawing,
        table: &'static TableLayout,
        key: &str,
        columns: &[Column],
        amounts: &mut Amounts,
    ) {
        let Some((_, laid_out)) = table.row(key) else {
            return;
        };
        let row = drawing.height();
        let at = At::over(row, 0, 1, 2);
        drawing.head(at, laid_out.label.as_str());
        drawing.look_of(at).bold = true;
        for (nth, column) in columns.iter().enumerate() {
            let cell = Cell::Fixed(table.no, &laid_out.key, *column);
            self.put_amount(drawing, At::one(row, 2 + nth), cell, amounts);
        }
    }

    fn sum_of(&self, table: &'static TableLayout, key: &str, column: Column) -> Option<Cell> {
        let (_, row) = table.row(key)?;
        Some(Cell::Fixed(table.no, &row.key, column))
    }

    /// A sum with its name, over two columns, before it.
    fn sum_row(
        &mut self,
        drawing: &mut Drawing,
        at: At,
        table: &'static TableLayout,
        key: &str,
        cell: Cell,
        amounts: &mut Amounts,
    ) {
        let label = table.row(key).map_or("", |(_, row)| row.label.as_str());
        drawing.head(at, label);
        drawing.look_of(at).bold = true;
        self.put_amount(
            drawing,
            At::one(at.row, at.column + at.columns),
            cell,
            amounts,
        );
    }

    /// 06: personnel at the left, public expenses at the right, their sums below.
    pub(crate) fn basic(&mut self, table: &'static TableLayout, amounts: &mut Amounts) -> Drawing {
        let side = [width::CODE, width::LABEL, width::AMOUNT];
        let mut drawing = Drawing::new([side, side].concat());
        let numbered = self.is_numbered();
        // Where rows and columns have no numbers the sides have no titles either.
        let top = usize::from(numbered);
        drawing.look.heads = if numbered { 3 } else { 1 };
        let lines = self.workbook.accounts.table(table.no).lines.len();
        let parts: Vec<Vec<usize>> = ["personnel", "public"]
            .map(|part| {
                let classes = table.parts.iter().find(|(key, _)| key == part);
                let is_of = |line: &usize| {
                    let code = self.reckoned().code(table.no, *line);
                    // What belongs to neither stands at the left, so that it stands somewhere.
                    let known = table.parts.iter().flat_map(|(_, classes)| classes);
                    let lost = !known
                        .into_iter()
                        .any(|class| code.starts_with(class.as_str()));
                    let mut own = classes.iter().flat_map(|(_, classes)| classes);
                    own.any(|class| code.starts_with(class.as_str()))
                        || (lost && part == "personnel")
                };
                (0..lines).filter(is_of).collect()
            })
            .into();
        let height = parts.iter().map(Vec::len).max().unwrap_or(0);
        let column = table
            .line_columns()
            .find(|column| !table.is_beside(*column));
        let column = column.unwrap_or(Column::Amount);
        let first = drawing.look.heads;
        for (side, (lines, title)) in parts
            .iter()
            .zip([words::PERSONNEL, words::PUBLIC])
            .enumerate()
        {
            let left = 3 * side;
            drawing.head(At::one(top, left), words::ECONOMIC_CODE);
            drawing.head(At::one(top, left + 1), words::SUBJECT_NAME);
            drawing.head(At::one(top, left + 2), table.label(column));
            if numbered {
                drawing.head(At::over(0, left, 1, 3), title);
                drawing.head(At::over(2, left, 1, 2), words::COLUMN_NUMBER);
                drawing.head(At::one(2, left + 2), (side + 1).to_string());
            }
            for at in 0..height {
                let place = At::one(first + at, left);
                let Some(line) = lines.get(at) else {
                    for column in 0..3 {
                        drawing.put(At::one(place.row, left + column), "");
                    }
                    continue;
                };
                self.subject(&mut drawing, place, table, *line);
                let cell = Cell::Line(table.no, *line, column);
                self.put_amount(&mut drawing, At::one(place.row, left + 2), cell, amounts);
            }
        }
        let bottom = first + height;
        let sums = ["personnel", "public"].map(|key| self.sum_of(table, key, column));
        for (side, (key, sum)) in ["personnel", "public"].iter().zip(&sums).enumerate() {
            if let Some(cell) = *sum {
                let at = At::over(bottom, 3 * side, 1, 2);
                self.sum_row(&mut drawing, at, table, key, cell, amounts);
            }
        }
        // The ministry prints no sum of both. Where one of them is missing nothing else says what it is.
        let known = |cell: &Option<Cell>| {
            cell.is_some_and(|cell| self.reckoned().value(cell).known().is_some())
        };
        if !sums.iter().all(known)
            && let Some(cell) = self.sum_of(table, "total", column)
        {
            let at = At::over(bottom + 1, 0, 1, 2);
            self.sum_row(&mut drawing, at, table, "total", cell, amounts);
            drawing.put(At::over(bottom + 1, 3, 1, 3), "");
        }
        drawing
    }
}

/// 本年支出小计 and what it is made of stand under one head, where balances stand beside them.
fn head(table: &'static TableLayout, column: Column) -> Head<'static> {
    let label = table.label(column);
    let is_of_year = matches!(column, Column::Total | Column::Basic | Column::Project);
    if !table.has(Column::Opening) || !is_of_year || table.lines != Some(Subjects::Functional) {
        return Head {
            over: None,
            own: label,
        };
    }
    let own = label.strip_prefix(words::SPENDING_OF_YEAR).unwrap_or(label);
    Head {
        over: Some(words::SPENDING_OF_YEAR),
        own: own.trim_start_matches('：'),
    }
}
