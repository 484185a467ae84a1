//! One table by itself: what is typed in its cells, how its rows hang together by their codes, and
//! what is wrong in a cell whatever the other tables say. A sheet stays as it is until its table is
//! typed in again.

use super::cell::{Cell, Column, read_amount};
use super::finding::Finding;
use super::layout::{Layout, TableLayout, TableNo};
use super::model::{Accounts, Cells, Table};
use super::span::Span;
use super::subjects::{Depth, parent};
use super::unplaced::unplaced;
use super::value::{Figure, Value, is_in_yuan};
use super::wording as say;
use crate::prose::check_text;
use std::rc::Rc;

#[derive(Debug, Clone)]
pub(super) struct Sheet {
    /// What it was read from: the same table again is not read twice.
    table: Rc<Table>,
    pub columns: Vec<Column>,
    /// Keys of the rows that the layout names.
    pub fixed: Vec<&'static str>,
    /// Row by row: those of the layout, then the lines.
    pub values: Vec<Value>,
    /// The same where something was typed: the figure, and how far its digits leave it open.
    pub figures: Vec<Figure>,
    /// Columns and rows whose amounts may be below zero.
    signed_columns: Vec<bool>,
    signed_rows: Vec<bool>,
    /// Nothing is in it but what its lines say: the clerk says so, or that the table is empty.
    pub complete: bool,
    pub outline: Outline,
    /// What there is to say of single cells and of codes.
    pub findings: Vec<Finding>,
    /// What people call the cells that have something typed in them and no place in the layout.
    pub unplaced: Vec<String>,
}

impl Sheet {
    pub fn read(accounts: &Accounts, layout: &'static Layout, no: TableNo) -> Self {
        let table = &accounts.tables[no.index()];
        let of = layout.table(no);
        let columns: Vec<Column> = of.line_columns().collect();
        let fixed: Vec<&'static str> = of.rows().map(|(_, row)| row.key.as_str()).collect();
        let cells = (fixed.len() + table.lines.len()) * columns.len();
        let mut read = Vec::with_capacity(cells);
        for key in &fixed {
            read_row(table.rows.get(*key), &columns, &mut read);
        }
        for line in &table.lines {
            read_row(Some(line), &columns, &mut read);
        }
        let (values, figures): (Vec<Value>, Vec<Figure>) = read.into_iter().unzip();
        let is_blank = |line: &[Value]| line.iter().all(|value| *value == Value::Waiting);
        let lines = fixed.len() * columns.len();
        let blank: Vec<bool> = values[lines..]
            .chunks(columns.len())
            .map(is_blank)
            .collect();
        let outline = Outline::of(table, &blank);
        // A column with an amount below zero may hold others.
        let is_negative =
            |at: usize| matches!(values[at], Value::Typed(value) if value.is_sign_negative());
        let signed_columns = of.columns.iter().enumerate().map(|(at, column)| {
            column.signed || (at..values.len()).step_by(columns.len()).any(is_negative)
        });
        let mut sheet = Sheet {
            table: table.clone(),
            signed_columns: signed_columns.collect(),
            signed_rows: of.rows().map(|(_, row)| row.signed).collect(),
            complete: table.none || (table.complete && outline.any),
            columns,
            fixed,
            values,
            figures,
            outline,
            findings: Vec::new(),
            unplaced: unplaced(accounts, layout, no),
        };
        let check = Check {
            accounts,
            layout,
            sheet: &sheet,
            no,
        };
        let mut findings = Vec::new();
        check.cells(&mut findings);
        check.codes(&mut findings);
        sheet.findings = findings;
        sheet
    }

    /// Whether it was read from this very table, and nothing was typed in it since.
    pub fn is_of(&self, table: &Rc<Table>) -> bool {
        Rc::ptr_eq(&self.table, table)
    }

    pub fn column(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|c| *c == column)
    }

    pub fn at(&self, row: usize, column: usize) -> usize {
        row * self.columns.len() + column
    }

    pub fn fixed_row(&self, key: &str) -> Option<usize> {
        self.fixed.iter().position(|k| *k == key)
    }

    pub fn lines(&self) -> usize {
        self.outline.codes.len()
    }

    pub fn line_row(&self, line: usize) -> usize {
        self.fixed.len() + line
    }

    /// What is known of a cell before anything follows.
    pub fn span(&self, at: usize) -> Span {
        match self.values[at] {
            Value::Typed(_) => Span::known(self.figures[at]),
            Value::Invalid => Span::never(),
            _ => {
                let columns = self.columns.len();
                Span::open(self.is_signed(at / columns, at % columns))
            }
        }
    }

    /// Whether an amount may be below zero.
    pub fn is_signed(&self, row: usize, column: usize) -> bool {
        self.signed_columns[column] || self.signed_rows.get(row).is_some_and(|signed| *signed)
    }

    /// Whether amounts of rows in a column may be below zero.
    pub fn is_signed_column(&self, column: usize) -> bool {
        self.signed_columns[column]
    }

    /// The place of a cell among the values.
    pub fn index(&self, cell: Cell) -> Option<usize> {
        let column = self.column(cell.column()?)?;
        let row = match cell {
            Cell::Fixed(_, key, _) => self.fixed_row(key)?,
            Cell::Line(_, line, _) if line < self.lines() => self.line_row(line),
            _ => return None,
        };
        Some(self.at(row, column))
    }
}

fn read_row(cells: Option<&Cells>, columns: &[Column], values: &mut Vec<(Value, Figure)>) {
    let read = |column: &Column| {
        let typed = cells.and_then(|cells| cells.get(column));
        match typed.filter(|typed| !typed.is_blank()) {
            None => (Value::Waiting, Figure::default()),
            Some(typed) => match read_amount(typed) {
                Ok(number) => (Value::Typed(number.decimal()), Figure::of(number, typed)),
                Err(_) => (Value::Invalid, Figure::default()),
            },
        }
    };
    values.extend(columns.iter().map(read));
}

/// How the lines of a table hang together by their codes.
#[derive(Debug, Clone, Default)]
pub(super) struct Outline {
    /// Codes as they are read, empty where none is typed.
    pub codes: Vec<Box<str>>,
    /// The line of the nearest subject above that has one.
    pub above: Vec<Option<usize>>,
    /// Lines with nothing above them, of which the total is the sum.
    pub top: Vec<usize>,
    /// Lines of subjects with none below them.
    pub leaves: Vec<usize>,
    /// Lines by their codes, the first of each code only.
    first: Vec<usize>,
    /// Whether there is any line to go by: one that nobody has begun is none.
    pub any: bool,
    /// A line whose code is missing, unreadable or there already: it may belong anywhere.
    pub stray: bool,
}

impl Outline {
    fn of(table: &Table, blank: &[bool]) -> Self {
        let lines = 0..table.lines.len();
        let codes: Vec<Box<str>> = lines
            .clone()
            .map(|line| table.code(line).into_owned().into_boxed_str())
            .collect();
        let mut first: Vec<usize> = lines
            .clone()
            .filter(|line| Depth::of(&codes[*line]).is_some())
            .collect();
        first.sort_by(|one, other| codes[*one].cmp(&codes[*other]));
        first.dedup_by(|later, first| codes[*later] == codes[*first]);
        let mut outline = Outline {
            codes,
            first,
            ..Outline::default()
        };
        outline.above = lines.clone().map(|line| outline.line_above(line)).collect();
        let begun = |line: &usize| !(blank[*line] && outline.codes[*line].is_empty());
        outline.any = lines.clone().any(|line| begun(&line));
        outline.stray = lines
            .clone()
            .any(|line| begun(&line) && outline.find(&outline.codes[line]) != Some(line));
        outline.top = lines
            .clone()
            .filter(begun)
            .filter(|line| outline.above[*line].is_none())
            .collect();
        outline.leaves = lines.filter(|line| outline.is_leaf(*line)).collect();
        outline
    }

    /// Whether no other line has the code of this one.
    pub fn is_alone(&self, line: usize) -> bool {
        let code = &self.codes[line];
        self.codes.iter().filter(|other| *other == code).count() == 1
    }

    /// The first line of a code.
    pub fn find(&self, code: &str) -> Option<usize> {
        let at = self
            .first
            .partition_point(|line| *self.codes[*line] < *code);
        let line = *self.first.get(at)?;
        (*self.codes[line] == *code).then_some(line)
    }

    fn line_above(&self, line: usize) -> Option<usize> {
        let mut above = parent(&self.codes[line]);
        while let Some(code) = above {
            if let Some(line) = self.find(code) {
                return Some(line);
            }
            above = parent(code);
        }
        None
    }

    fn is_leaf(&self, line: usize) -> bool {
        let code = &*self.codes[line];
        if code.is_empty() || Depth::of(code).is_none() {
            return !code.is_empty();
        }
        // Those below a code follow it in the order of codes.
        let next = self
            .first
            .partition_point(|line| *self.codes[*line] <= *code);
        let next = self.first.get(next).map(|line| &*self.codes[*line]);
        !next.is_some_and(|next| next.starts_with(code))
    }
}

struct Check<'a> {
    accounts: &'a Accounts,
    layout: &'static Layout,
    sheet: &'a Sheet,
    no: TableNo,
}

impl Check<'_> {
    fn table(&self) -> &Table {
        &self.sheet.table
    }

    fn of(&self) -> &'static TableLayout {
        self.layout.table(self.no)
    }

    fn cells(&self, findings: &mut Vec<Finding>) {
        for (_, row) in self.of().rows() {
            for (column, text) in self.table().rows.get(&row.key).into_iter().flatten() {
                self.cell(Cell::Fixed(self.no, &row.key, *column), text, findings);
            }
        }
        for (line, cells) in self.table().lines.iter().enumerate() {
            for (column, text) in &**cells {
                self.cell(Cell::Line(self.no, line, *column), text, findings);
            }
        }
    }

    fn cell(&self, cell: Cell, text: &str, findings: &mut Vec<Finding>) {
        let Some(column) = cell.column() else { return };
        // What the layout does not show is said in one notice.
        if column.is_amount() && self.sheet.column(column).is_none() {
            return;
        }
        if !column.is_amount() {
            if !matches!(column, Column::Code) {
                let label = || self.accounts.label(self.layout, cell);
                check_text(cell, label, text, findings);
            }
            return;
        }
        // What was read already, and has nothing to it.
        if let Some(at) = self.sheet.index(cell)
            && let Value::Typed(amount) = self.sheet.values[at]
            && !amount.is_sign_negative()
            && amount.scale() <= 2
        {
            return;
        }
        if text.trim().is_empty() {
            return;
        }
        match read_amount(text) {
            Err(error) => findings.push(say::unreadable(
                cell,
                &self.accounts.phrase(self.layout, cell),
                &error,
                say::AMOUNT,
            )),
            Ok(number) => {
                if number.is_negative() {
                    let phrase = self.accounts.phrase(self.layout, cell);
                    findings.push(say::negative(cell, &phrase, number));
                }
                if number.decimals() > 2 && !is_in_yuan(text) {
                    let phrase = self.accounts.phrase(self.layout, cell);
                    findings.push(say::decimals(cell, &phrase, number));
                }
            }
        }
    }

    fn codes(&self, findings: &mut Vec<Finding>) {
        let Some(subjects) = self.of().lines else {
            return;
        };
        let outline = &self.sheet.outline;
        let table = self.table();
        for (line, code) in outline.codes.iter().enumerate() {
            let cells = &*table.lines[line];
            let cell = Cell::Line(self.no, line, Column::Code);
            if code.is_empty() {
                let filled = cells
                    .iter()
                    .any(|(column, text)| column.is_amount() && !text.is_blank());
                if filled {
                    findings.push(say::code_missing(cell, line));
                }
                continue;
            }
            let Some(depth) = Depth::of(code) else {
                findings.push(say::code_unreadable(cell, code));
                continue;
            };
            match outline.find(code) {
                Some(first) if first != line => {
                    findings.push(say::code_twice(cell, code, first));
                    continue;
                }
                _ => {}
            }
            let typed = cells.get(&Column::Name).map_or("", |name| name.trim());
            match subjects.named(code) {
                None => findings.push(say::code_unknown(cell, code, depth)),
                Some(subject)
                    if !typed.is_empty() && !subject.names().any(|name| same_name(typed, name)) =>
                {
                    findings.push(say::code_name(cell.beside(Column::Name), subject, typed));
                }
                Some(_) => {}
            }
        }
        for (line, code) in outline.codes.iter().enumerate() {
            if outline.find(code) != Some(line) {
                continue;
            }
            if let Some(above) = parent(code).filter(|above| outline.find(above).is_none()) {
                let name = subjects.named(above).map_or("", |subject| subject.name);
                let cell = Cell::Line(self.no, line, Column::Code);
                findings.push(say::code_orphan(cell, code, above, name));
            }
        }
    }
}

/// Brackets of either width, blanks, and the depth in brackets behind the name make no difference.
fn same_name(typed: &str, name: &str) -> bool {
    if typed == name {
        return true;
    }
    let plain = |text: &str| -> String {
        text.chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| match c {
                '(' => '（',
                ')' => '）',
                c => c,
            })
            .collect()
    };
    let typed = plain(typed);
    let typed = ["（类）", "（款）", "（项）"]
        .iter()
        .find_map(|depth| typed.strip_suffix(depth))
        .unwrap_or(&typed);
    let name = plain(name);
    typed == name || format!("{typed}支出") == name
}
