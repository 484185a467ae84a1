//! The values of all cells: what is typed, what follows from it, and what is still waited for.
//!
//! Every identity between cells is a relation `left = ± right …`. Where all cells but one are known
//! the last one follows; where all that is known already makes up the left side, the rest is zero;
//! where all are known the relation holds or does not. So every figure is typed once, wherever it is
//! at hand, and typed twice it is checked.

use super::Finding;
use super::cell::{Cell, Column};
use super::identity::{Row, Rule, Term};
use super::layout::{Layout, TableLayout, TableNo};
use super::model::Accounts;
use super::sheet::{Sheet, Value};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Rounds of reasoning at most: chains between the tables are some five long.
const MOST_ROUNDS: usize = 24;

/// Which identity a relation belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A row is the sum of its columns.
    Across(TableNo),
    /// A subject is the sum of those below it, or the total that of all.
    Tree(TableNo),
    /// By its place in [`Layout::identities`].
    Identity(usize),
}

/// One relation, worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relation {
    pub kind: Kind,
    left: u32,
    from: u32,
    to: u32,
    pub state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Something in it is not known.
    Waiting,
    Holds,
    /// Left − right.
    Broken(Decimal),
    /// Parts that are known already exceed the whole, by so much.
    Exceeded(Decimal),
}

/// A cell on the right of a relation: whether it is taken away, which one, and what it comes to. A class
/// without a row of its own has no cell.
pub type Side = (bool, Option<Cell>, Value);

/// All values of the accounts, and how the identities stand.
#[derive(Debug, Clone)]
pub struct Reckoned {
    pub layout: &'static Layout,
    /// Table by table, and where the values of each begin.
    sheets: Vec<(Rc<Sheet>, usize)>,
    values: Vec<Value>,
    /// The relation by which a derived value follows.
    by: Vec<u32>,
    terms: Vec<(bool, u32)>,
    relations: Vec<Relation>,
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
    let mut reckoned = Reckoned {
        layout,
        sheets: Vec::with_capacity(layout.tables.len()),
        values: Vec::new(),
        by: Vec::new(),
        terms: Vec::new(),
        relations: Vec::new(),
    };
    for (at, table) in accounts.tables.iter().enumerate() {
        let kept = before.map(|before| &before.sheets[at].0);
        let sheet = match kept.filter(|sheet| sheet.is_of(table)) {
            Some(sheet) => sheet.clone(),
            None => Rc::new(Sheet::read(accounts, layout, layout.tables[at].no)),
        };
        let from = reckoned.values.len();
        reckoned.values.extend_from_slice(&sheet.values);
        reckoned.sheets.push((sheet, from));
    }
    reckoned.by = vec![u32::MAX; reckoned.values.len()];
    for table in &layout.tables {
        reckoned.relate_table(table);
    }
    for (at, identity) in layout.identities.iter().enumerate() {
        for rule in &identity.rules {
            reckoned.relate_rule(Kind::Identity(at), rule);
        }
    }
    reckoned.reason();
    reckoned.judge();
    Rc::new(reckoned)
}

impl Reckoned {
    // ---- relations

    fn relate_table(&mut self, layout: &'static TableLayout) {
        let (sheet, from) = self.sheets[layout.no.index()].clone();
        let kind = Kind::Across(layout.no);
        for line in 0..sheet.lines() {
            self.relate_row(kind, &sheet, from, sheet.line_row(line), &layout.across);
        }
        for side in &layout.sides {
            for row in &side.rows {
                if let Some(row) = sheet.fixed_row(&row.key) {
                    self.relate_row(kind, &sheet, from, row, &side.across);
                }
            }
        }
        if layout.lines.is_some() {
            self.relate_tree(layout, &sheet, from);
        }
    }

    fn relate_row(&mut self, kind: Kind, sheet: &Sheet, from: usize, row: usize, rules: &[Rule]) {
        let cell = |term: &Term| {
            let column = sheet.column(term.column?)?;
            Some((from + sheet.at(row, column)) as u32)
        };
        for rule in rules {
            let Some(left) = cell(&rule.left) else {
                continue;
            };
            let begin = self.terms.len();
            for (minus, term) in &rule.right {
                self.terms.extend(cell(term).map(|cell| (*minus, cell)));
            }
            // A rule about a column that the table has not is none here.
            if self.terms.len() - begin == rule.right.len() {
                self.relate(kind, left, begin);
            } else {
                self.terms.truncate(begin);
            }
        }
    }

    /// A relation of `left` to the terms from `begin` on.
    fn relate(&mut self, kind: Kind, left: u32, begin: usize) {
        self.relations.push(Relation {
            kind,
            left,
            from: begin as u32,
            to: self.terms.len() as u32,
            state: State::Waiting,
        });
    }

    /// Subjects above others are their sums, and the total is the sum of the topmost.
    fn relate_tree(&mut self, layout: &'static TableLayout, sheet: &Sheet, from: usize) {
        let outline = &sheet.outline;
        // Without lines the totals are typed.
        if outline.top.is_empty() {
            return;
        }
        let mut below: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (line, above) in outline.above.iter().enumerate() {
            if let Some(above) = above {
                below.entry(*above).or_default().push(line);
            }
        }
        // The deepest first: what they come to is known before it is added up.
        let mut subjects: Vec<(usize, Vec<usize>)> = below.into_iter().collect();
        subjects.sort_by_key(|(line, _)| std::cmp::Reverse(outline.codes[*line].len()));
        let mut sums: Vec<(usize, Vec<usize>)> = subjects
            .into_iter()
            .map(|(line, below)| (sheet.line_row(line), below))
            .collect();
        if layout.parts.is_empty() {
            let total = sheet.fixed_row("total");
            sums.extend(total.map(|row| (row, outline.top.clone())));
        }
        for (key, classes) in &layout.parts {
            let within = |line: &&usize| {
                let code = &outline.codes[**line];
                classes.iter().any(|class| code.starts_with(class))
            };
            let part = outline.top.iter().filter(within).copied().collect();
            sums.extend(sheet.fixed_row(key).map(|row| (row, part)));
        }
        let kind = Kind::Tree(layout.no);
        for column in 0..sheet.columns.len() {
            let cell = |row: usize| (from + sheet.at(row, column)) as u32;
            for (row, lines) in &sums {
                let begin = self.terms.len();
                let terms = lines
                    .iter()
                    .map(|line| (false, cell(sheet.line_row(*line))));
                self.terms.extend(terms);
                self.relate(kind, cell(*row), begin);
            }
        }
    }

    fn relate_rule(&mut self, kind: Kind, rule: &'static Rule) {
        let columns = self.columns_of(rule);
        let classes: Vec<Option<&'static str>> = if rule.is_of_each_class() {
            let classes = self.layout.classes.iter();
            classes.map(|(code, _)| Some(code.as_str())).collect()
        } else {
            vec![None]
        };
        let mut cells = Vec::new();
        for class in classes {
            for column in &columns {
                cells.clear();
                self.cells_of(&rule.left, class, *column, &mut cells);
                let [left] = cells[..] else { continue };
                let begin = self.terms.len();
                for (minus, term) in &rule.right {
                    cells.clear();
                    self.cells_of(term, class, *column, &mut cells);
                    self.terms.extend(cells.iter().map(|cell| (*minus, *cell)));
                }
                if self.terms.len() > begin {
                    self.relate(kind, left, begin);
                }
            }
        }
    }

    /// The columns a rule is about: those named, or all that every row of it has.
    fn columns_of(&self, rule: &Rule) -> Vec<Option<Column>> {
        if rule.left.column.is_some() {
            return vec![None];
        }
        let terms = std::iter::once(&rule.left).chain(rule.right.iter().map(|(_, term)| term));
        let mut common: Option<Vec<Column>> = None;
        for term in terms {
            let Some(table) = term.table else { continue };
            let layout = self.layout.table(table);
            let side = match &term.row {
                Row::Key(key) => layout.row(key).map(|(side, _)| side),
                _ => layout.sides.last(),
            };
            let Some(side) = side else { continue };
            common = Some(match common {
                None => side.columns.clone(),
                Some(mut common) => {
                    common.retain(|column| side.columns.contains(column));
                    common
                }
            });
        }
        common.unwrap_or_default().into_iter().map(Some).collect()
    }

    /// The cells a term means: one, or those of all classes, or the topmost lines of a class.
    fn cells_of(
        &self,
        term: &Term,
        class: Option<&str>,
        column: Option<Column>,
        cells: &mut Vec<u32>,
    ) {
        let (Some(table), Some(column)) = (term.table, term.column.or(column)) else {
            return;
        };
        let (sheet, from) = &self.sheets[table.index()];
        let Some(column) = sheet.column(column) else {
            return;
        };
        let at = |row: usize| (from + sheet.at(row, column)) as u32;
        match (&term.row, class) {
            (Row::Key(key), _) => cells.extend(sheet.fixed_row(key).map(at)),
            (Row::Classes, _) => {
                let rows = self.layout.classes.iter();
                let rows = rows.filter_map(|(code, _)| sheet.fixed_row(code));
                cells.extend(rows.map(at));
            }
            (Row::Class, Some(class)) => {
                if let Some(row) = sheet.fixed_row(class) {
                    cells.push(at(row));
                    return;
                }
                let outline = &sheet.outline;
                let of = outline.top.iter();
                let of = of.filter(|line| outline.codes[**line].starts_with(class));
                let before = cells.len();
                cells.extend(of.map(|line| at(sheet.line_row(*line))));
                if cells.len() == before {
                    cells.push(at(sheet.absent_row()));
                }
            }
            (Row::Same, _) | (Row::Class, None) => {}
        }
    }

    // ---- reasoning

    /// Fills in what follows. What is added up comes before what is taken away, so that a whole is
    /// the sum of its parts wherever they are all there.
    fn reason(&mut self) {
        let mut open: Vec<u32> = (0..self.relations.len() as u32).collect();
        for _ in 0..MOST_ROUNDS {
            let mut found = false;
            while self.add_up(&mut open) {
                found = true;
            }
            if self.take_away(&open) {
                found = true;
            }
            if !found {
                break;
            }
        }
    }

    fn terms(&self, relation: &Relation) -> &[(bool, u32)] {
        &self.terms[relation.from as usize..relation.to as usize]
    }

    /// The sum of the known terms, and those that are not known; `None` where it leaves the exact range.
    fn sum(&self, relation: &Relation) -> Option<(Decimal, usize)> {
        let mut sum = Decimal::ZERO;
        let mut unknown = 0;
        for (minus, cell) in self.terms(relation) {
            match self.values[*cell as usize].known() {
                Some(value) if *minus => sum = sum.checked_sub(value)?,
                Some(value) => sum = sum.checked_add(value)?,
                None => unknown += 1,
            }
        }
        Some((sum, unknown))
    }

    /// One round of left sides from right sides. Relations of which all is known are not open any more.
    fn add_up(&mut self, open: &mut Vec<u32>) -> bool {
        let mut found = false;
        open.retain(|&at| {
            let relation = self.relations[at as usize];
            let Some((sum, 0)) = self.sum(&relation) else {
                return true;
            };
            if self.values[relation.left as usize] == Value::Waiting {
                self.derive(relation.left, sum, at);
                found = true;
            }
            false
        });
        found
    }

    /// One round of what is left over: the one term that is not known, or zero for all of them.
    fn take_away(&mut self, open: &[u32]) -> bool {
        let mut found = false;
        for &at in open {
            let relation = self.relations[at as usize];
            let left = self.values[relation.left as usize].known();
            let (Some(left), Some((sum, unknown))) = (left, self.sum(&relation)) else {
                continue;
            };
            let Some(rest) = left.checked_sub(sum) else {
                continue;
            };
            let waiting: Vec<(bool, u32)> = self
                .terms(&relation)
                .iter()
                .filter(|(_, cell)| self.values[*cell as usize] == Value::Waiting)
                .copied()
                .collect();
            // A cell that cannot be read may be anything.
            if waiting.len() != unknown {
                continue;
            }
            let all_added = self.terms(&relation).iter().all(|(minus, _)| !minus);
            match waiting[..] {
                [(minus, cell)] => {
                    let value = if minus { -rest } else { rest };
                    // Less than nothing is a mistake somewhere, and not what the cell is.
                    if value >= Decimal::ZERO {
                        self.derive(cell, value, at);
                        found = true;
                    }
                }
                [_, _, ..] if all_added && rest.is_zero() => {
                    for (_, cell) in waiting {
                        self.derive(cell, Decimal::ZERO, at);
                    }
                    found = true;
                }
                _ => {}
            }
        }
        // A table whose total is nothing has no class with anything.
        for (sheet, from) in &self.sheets {
            let Some(total) = sheet.fixed_row("total").filter(|_| !sheet.outline.any) else {
                continue;
            };
            for column in 0..sheet.columns.len() {
                let whole = self.values[from + sheet.at(total, column)].known();
                let absent = &mut self.values[from + sheet.at(sheet.absent_row(), column)];
                if whole == Some(Decimal::ZERO) && *absent == Value::Waiting {
                    *absent = Value::Derived(Decimal::ZERO);
                    found = true;
                }
            }
        }
        found
    }

    fn derive(&mut self, cell: u32, value: Decimal, by: u32) {
        self.values[cell as usize] = Value::Derived(value.normalize());
        self.by[cell as usize] = by;
    }

    /// Whether each relation holds.
    fn judge(&mut self) {
        for at in 0..self.relations.len() {
            let relation = self.relations[at];
            let left = self.values[relation.left as usize].known();
            let state = match (left, self.sum(&relation)) {
                (Some(left), Some((sum, 0))) => match left.checked_sub(sum) {
                    Some(difference) if difference.is_zero() => State::Holds,
                    Some(difference) => State::Broken(difference),
                    None => State::Waiting,
                },
                (Some(left), Some((sum, _))) => {
                    let all_added = self.terms(&relation).iter().all(|(minus, _)| !minus);
                    match sum.checked_sub(left) {
                        Some(excess) if all_added && excess > Decimal::ZERO => {
                            State::Exceeded(excess)
                        }
                        _ => State::Waiting,
                    }
                }
                _ => State::Waiting,
            };
            self.relations[at].state = state;
        }
    }

    // ---- asking

    /// What a cell comes to; waiting where there is no such cell.
    pub fn value(&self, cell: Cell) -> Value {
        self.index(cell)
            .map_or(Value::Waiting, |at| self.values[at as usize])
    }

    /// What all rows of a class come to, with the first of their cells; waiting where the table has
    /// no rows yet.
    pub fn of_class(&self, table: TableNo, class: &str, column: Column) -> (Value, Option<Cell>) {
        let term = Term {
            table: Some(table),
            row: Row::Class,
            column: Some(column),
        };
        let mut cells = Vec::new();
        self.cells_of(&term, Some(class), None, &mut cells);
        let mut sum = Decimal::ZERO;
        for cell in &cells {
            match self.values[*cell as usize].known() {
                Some(value) => sum = sum.checked_add(value).unwrap_or(Decimal::MAX),
                None => return (Value::Waiting, self.cell(*cell)),
            }
        }
        let value = match cells[..] {
            [one] => self.values[one as usize],
            _ => Value::Derived(sum),
        };
        (value, cells.first().and_then(|cell| self.cell(*cell)))
    }

    /// The relation a derived value follows from.
    pub fn source(&self, cell: Cell) -> Option<&Relation> {
        let by = self.by[self.index(cell)? as usize];
        self.relations.get(by as usize)
    }

    /// Whether any amount is finer than what is displayed of it.
    pub fn is_finer_than_shown(&self) -> bool {
        let mut values = self.values.iter();
        values.any(|value| value.known().is_some_and(|value| value.scale() > 2))
    }

    pub fn relations(&self) -> &[Relation] {
        &self.relations
    }

    /// Left cell and the cells on the right, each with whether it is taken away. Classes without a row
    /// of their own have no cell.
    pub fn sides(&self, relation: &Relation) -> (Option<Cell>, Vec<Side>) {
        let terms = self.terms(relation).iter();
        let right = terms.map(|(minus, at)| (*minus, self.cell(*at), self.values[*at as usize]));
        (self.cell(relation.left), right.collect())
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

    fn index(&self, cell: Cell) -> Option<u32> {
        let (sheet, from) = &self.sheets[cell.table()?.index()];
        Some((from + sheet.index(cell)?) as u32)
    }

    fn cell(&self, at: u32) -> Option<Cell> {
        let at = at as usize;
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
