//! The values of all cells: what is typed, what follows from it, and what is still waited for; and how
//! every identity stands.
//!
//! Every identity between cells is a relation `left = ± right …`. A cell follows where it can be one
//! amount alone; where all cells are known the relation holds or does not. So every figure is typed
//! once, wherever it is at hand, and typed twice it is checked.

use super::bounds::{Bounds, Net};
use super::cell::Cell;
use super::finding::Finding;
use super::layout::{Layout, TableNo};
use super::model::Accounts;
use super::relate::relate;
use super::relation::{Relation, Side, State};
use super::sheet::Sheet;
use super::span::{Span, Standing};
use super::value::{Figure, Value};
use juesuan_figure::Exact;
use std::rc::Rc;

/// All values of the accounts, and how the identities stand.
#[derive(Debug, Clone)]
pub struct Reckoned {
    /// The tables, rows and identities that were used.
    pub layout: &'static Layout,
    /// Table by table, and where the values of each begin.
    sheets: Vec<(Rc<Sheet>, usize)>,
    pub(super) values: Vec<Value>,
    pub(super) bounds: Bounds,
    terms: Vec<(bool, u32)>,
    relations: Vec<Relation>,
    /// How many relations there are between cells; the others are about rows that are not there.
    listed: usize,
    /// In which table each of the amounts is that rows which are not there come to.
    unseen: Vec<TableNo>,
}

/// The same values, and the same relations between them.
impl PartialEq for Reckoned {
    fn eq(&self, other: &Self) -> bool {
        self.layout.id == other.layout.id
            && self.values == other.values
            && self.relations == other.relations
            && self.terms == other.terms
    }
}

/// Works out all cells of the tables.
pub fn reckon(accounts: &Accounts, layout: &'static Layout) -> Reckoned {
    Rc::unwrap_or_clone(reckon_after(None, accounts, layout))
}

/// The same as [`reckon`], without reading those tables again that are the very ones `before` was
/// made of.
pub(crate) fn reckon_after(
    before: Option<&Rc<Reckoned>>,
    accounts: &Accounts,
    layout: &'static Layout,
) -> Rc<Reckoned> {
    let before = before.filter(|before| before.layout.id == layout.id);
    let is_kept = |before: &&Rc<Reckoned>| {
        let mut sheets = before.sheets.iter().zip(&accounts.tables);
        sheets.all(|((sheet, _), table)| sheet.is_of(table))
    };
    if let Some(before) = before.filter(is_kept) {
        return before.clone();
    }
    let mut sheets = Vec::with_capacity(layout.tables.len());
    let mut values: Vec<Value> = Vec::new();
    for (at, table) in accounts.tables.iter().enumerate() {
        let kept = before.map(|before| &before.sheets[at].0);
        let sheet = match kept.filter(|sheet| sheet.is_of(table)) {
            Some(sheet) => sheet.clone(),
            None => Rc::new(Sheet::read(accounts, layout, layout.tables[at].no)),
        };
        let from = values.len();
        values.extend_from_slice(&sheet.values);
        sheets.push((sheet, from));
    }
    let related = relate(layout, &sheets, values.len() as u32);
    let mut spans = Vec::with_capacity(values.len() + 1 + related.unseen.len());
    for (sheet, _) in &sheets {
        spans.extend((0..sheet.values.len()).map(|at| sheet.span(at)));
    }
    spans.push(Span::never());
    spans.extend(related.unseen.iter().map(|(_, signed)| Span::open(*signed)));
    let net = Net {
        relations: &related.relations,
        terms: &related.terms,
    };
    // Tables by themselves, what they lack, and then what lies between them.
    let (inner, listed) = (related.inner as u32, related.listed as u32);
    let all = related.relations.len() as u32;
    let first = (0..inner).chain(listed..all).chain(inner..listed);
    let bounds = Bounds::reason(spans, net, first);
    for (at, value) in values.iter_mut().enumerate() {
        if let (Value::Waiting, Some(figure)) = (*value, bounds.spans[at].figure()) {
            let exact = figure.exact.decimal();
            *value = exact.map_or(Value::OutOfRange, Value::Derived);
        }
    }
    let mut reckoned = Reckoned {
        layout,
        sheets,
        values,
        bounds,
        terms: related.terms,
        relations: related.relations,
        listed: related.listed,
        unseen: related.unseen.into_iter().map(|(no, _)| no).collect(),
    };
    reckoned.judge();
    Rc::new(reckoned)
}

impl Reckoned {
    fn terms(&self, relation: &Relation) -> &[(bool, u32)] {
        &self.terms[relation.from as usize..relation.to as usize]
    }

    /// The cells of a relation, by its place.
    pub(super) fn beside(&self, relation: u32) -> impl Iterator<Item = Cell> {
        let relation = self.relations.get(relation as usize);
        let left = relation.and_then(|relation| self.cell(relation.left));
        let right = relation.map_or(&[][..], |relation| self.terms(relation));
        let right = right.iter().filter_map(|(_, at)| self.cell(*at));
        left.into_iter().chain(right)
    }

    pub(super) fn net(&self) -> Net<'_> {
        Net {
            relations: &self.relations,
            terms: &self.terms,
        }
    }

    /// Whether each relation holds.
    fn judge(&mut self) {
        for at in 0..self.listed {
            self.relations[at].state = self.state(&self.relations[at]).unwrap_or(State::Waiting);
        }
    }

    /// How a relation stands; `None` where something in it is not known, or too large to be added.
    fn state(&self, relation: &Relation) -> Option<State> {
        let whole = self.bounds.spans[relation.left as usize].figure()?;
        let (mut sum, mut slack) = (Exact::ZERO, whole.slack);
        // What is not known, and what it can still do to the sum.
        let (mut rises, mut falls, mut rows) = (false, false, 0);
        let (mut lacks_rows, mut lacks_signed) = (false, false);
        for (minus, cell) in self.terms(relation) {
            let span = &self.bounds.spans[*cell as usize];
            let is_cell = (*cell as usize) < self.values.len();
            rows += usize::from(is_cell);
            match span.figure() {
                Some(figure) if is_cell || figure.exact.is_zero() => {
                    sum = if *minus {
                        sum.checked_sub(figure.exact)?
                    } else {
                        sum.checked_add(figure.exact)?
                    };
                    slack = slack.checked_add(figure.slack)?;
                }
                _ if span.standing == Standing::Never => {
                    rises = true;
                    falls = true;
                }
                _ if is_cell => {
                    rises |= !minus || span.is_signed();
                    falls |= *minus || span.is_signed();
                }
                _ => {
                    lacks_rows = true;
                    lacks_signed |= span.is_signed();
                }
            }
        }
        // Where a whole is below zero, a blank part can be too.
        falls |= whole.exact.is_negative() && (rises || lacks_rows);
        let difference = whole.exact.checked_sub(sum)?;
        let is_open = rises || falls;
        Some(if difference.is_zero() {
            if is_open || lacks_rows {
                State::Waiting
            } else {
                State::Holds
            }
        } else if difference.abs() <= slack {
            // Blank cells could explain it too, unless they would only make it worse.
            if !is_open || (difference.is_negative() && !falls) {
                State::Rounding(difference)
            } else {
                State::Waiting
            }
        } else if difference.is_negative() {
            match (falls || lacks_signed, rises || lacks_rows) {
                (true, _) => State::Waiting,
                (false, true) => State::Exceeded(difference.abs()),
                (false, false) => State::Broken(difference),
            }
        } else if rises || (lacks_rows && (rows == 0 || self.is_beside(relation.left))) {
            State::Waiting
        } else if lacks_rows {
            State::Short(difference)
        } else {
            State::Broken(difference)
        })
    }

    // ---- asking

    /// What a cell comes to; waiting where there is no such cell.
    pub fn value(&self, cell: Cell) -> Value {
        self.index(cell)
            .map_or(Value::Waiting, |at| self.values[at as usize])
    }

    /// The relation a derived value follows from.
    pub fn source(&self, cell: Cell) -> Option<&Relation> {
        let by = self.bounds.by[self.index(cell)? as usize];
        self.relations.get(by as usize)
    }

    /// The amounts that rows which are not there in a table come to.
    pub(super) fn unseen(&self, table: TableNo) -> impl Iterator<Item = u32> {
        let first = self.values.len() + 1;
        let of_table =
            move |(at, no): (usize, &TableNo)| (*no == table).then_some((first + at) as u32);
        self.unseen.iter().enumerate().filter_map(of_table)
    }

    /// Whether a cell is not part of the published table.
    fn is_beside(&self, at: u32) -> bool {
        let beside = |cell: Cell| {
            let table = self.layout.table(cell.table()?);
            Some(table.is_beside(cell.column()?))
        };
        self.cell(at).and_then(beside).unwrap_or(false)
    }

    /// Whether a table has rows by subject.
    pub(super) fn has_rows(&self, table: TableNo) -> bool {
        self.sheet(table).outline.any
    }

    /// The cells that are the sum of others in their own table.
    pub(super) fn wholes(&self) -> impl Iterator<Item = u32> {
        let relations = self.relations().iter();
        let sums = relations.filter(|relation| {
            let table = self.cell(relation.left).and_then(Cell::table);
            let mut terms = self.terms(relation).iter();
            terms.any(|(_, at)| self.cell(*at).is_some_and(|cell| cell.table() == table))
        });
        sums.map(|relation| relation.left)
    }

    /// The cells whose amount follows and has too many digits to be shown.
    pub(super) fn out_of_range(&self) -> impl Iterator<Item = Cell> {
        let values = self.values.iter().enumerate();
        let beyond = values.filter(|(_, value)| **value == Value::OutOfRange);
        beyond.filter_map(|(at, _)| self.cell(at as u32))
    }

    /// Whether any amount is finer than what is displayed of it.
    pub fn is_finer_than_shown(&self) -> bool {
        let mut values = self.values.iter();
        values.any(|value| value.known().is_some_and(|value| value.scale() > 2))
    }

    /// Every identity between cells.
    pub fn relations(&self) -> &[Relation] {
        &self.relations[..self.listed]
    }

    /// Left cell and the cells on the right, each with whether it is taken away. Rows that are not
    /// there have no cell.
    pub fn sides(&self, relation: &Relation) -> (Option<Cell>, Vec<Side>) {
        let terms = self.terms(relation).iter();
        let right = terms
            .filter_map(|(minus, at)| Some((*minus, self.cell(*at)?, self.values[*at as usize])));
        (self.cell(relation.left), right.collect())
    }

    /// Both sides as far as they are known, each with whether that is all of it; of rows that are not
    /// there nothing is. None where nothing is known.
    pub fn both_sides(&self, relation: &Relation) -> [Option<(Exact, bool)>; 2] {
        let left = self.bounds.spans[relation.left as usize].figure();
        let (mut sum, mut known, mut cells) = (Some(Exact::ZERO), 0, 0);
        for (minus, at) in self.terms(relation) {
            if *at as usize >= self.values.len() {
                continue;
            }
            cells += 1;
            if let Some(part) = self.bounds.spans[*at as usize].figure() {
                known += 1;
                sum = sum.and_then(|sum| {
                    if *minus {
                        sum.checked_sub(part.exact)
                    } else {
                        sum.checked_add(part.exact)
                    }
                });
            }
        }
        let right = sum.filter(|_| known > 0 || cells == 0);
        [
            left.map(|whole| (whole.exact, true)),
            right.map(|sum| (sum, known == cells)),
        ]
    }

    /// What a cell comes to exactly, and how far rounding leaves it open.
    pub(crate) fn figure(&self, cell: Cell) -> Option<Figure> {
        self.bounds.spans[self.index(cell)? as usize].figure()
    }

    /// How far from what a cell comes to the true amount may lie: each amount typed in 万元 is rounded
    /// to its last digit, and what follows is as uncertain as what it follows from.
    pub fn slack(&self, cell: Cell) -> Exact {
        self.figure(cell).map_or(Exact::ZERO, |figure| figure.slack)
    }

    /// The lines without anything above them, of which the total is the sum.
    pub fn top(&self, table: TableNo) -> &[usize] {
        &self.sheet(table).outline.top
    }

    /// The lines of subjects without any below them.
    pub fn leaves(&self, table: TableNo) -> &[usize] {
        &self.sheet(table).outline.leaves
    }

    /// The code of a line as it is read: digits, without blanks. Empty where none is typed.
    pub fn code(&self, table: TableNo, line: usize) -> &str {
        self.sheet(table)
            .outline
            .codes
            .get(line)
            .map_or("", |code| code)
    }

    /// What there is to say of a table by itself.
    pub(super) fn findings_in(&self, table: TableNo) -> &[Finding] {
        &self.sheet(table).findings
    }

    /// What people call the cells that have something typed in them and no place in the layout.
    pub(super) fn unplaced(&self) -> Vec<String> {
        let sheets = self.sheets.iter();
        sheets
            .flat_map(|(sheet, _)| sheet.unplaced.iter().cloned())
            .collect()
    }

    fn sheet(&self, table: TableNo) -> &Sheet {
        &self.sheets[table.index()].0
    }

    pub(super) fn index(&self, cell: Cell) -> Option<u32> {
        let (sheet, from) = &self.sheets[cell.table()?.index()];
        Some((from + sheet.index(cell)?) as u32)
    }

    pub(super) fn cell(&self, at: u32) -> Option<Cell> {
        let at = at as usize;
        if at >= self.values.len() {
            return None;
        }
        let next = self.sheets.partition_point(|(_, from)| *from <= at);
        let (sheet, from) = self.sheets.get(next.checked_sub(1)?)?;
        let table = self.layout.tables[next - 1].no;
        let row = (at - from) / sheet.columns.len();
        let column = sheet.columns[(at - from) % sheet.columns.len()];
        if let Some(key) = sheet.fixed.get(row) {
            return Some(Cell::Fixed(table, key, column));
        }
        let line = row - sheet.fixed.len();
        (line < sheet.lines()).then_some(Cell::Line(table, line, column))
    }
}
