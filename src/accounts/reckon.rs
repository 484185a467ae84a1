//! The values of all cells: what is typed, what follows from it, and what is still waited for.
//!
//! Every identity between cells is a relation `left = ± right …`. Where all cells but one are known
//! the last one follows; where all that is known already makes up the left side, the rest is zero;
//! where all are known the relation holds or does not. So every figure is typed once, wherever it is
//! at hand, and typed twice it is checked.

use super::cell::{Cell, Column, read_amount};
use super::identity::{Row, Rule, Term};
use super::layout::{Layout, TableLayout, TableNo};
use super::model::{Accounts, Cells, Table};
use super::subjects::{Depth, parent, plain_code};
use rust_decimal::Decimal;
use std::collections::HashMap;

/// Rounds of reasoning at most: chains between the tables are some five long.
const MOST_ROUNDS: usize = 24;

/// What a cell comes to, in 万元.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// Not typed, and nothing says what it is. Not zero.
    Waiting,
    Typed(Decimal),
    /// Follows from others.
    Derived(Decimal),
    /// Typed, and not to be read.
    Invalid,
}

impl Value {
    pub fn known(self) -> Option<Decimal> {
        match self {
            Value::Typed(value) | Value::Derived(value) => Some(value),
            Value::Waiting | Value::Invalid => None,
        }
    }
}

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

/// The cells of one table in the list of all values.
#[derive(Debug, Clone)]
struct Sheet {
    from: usize,
    columns: Vec<Column>,
    fixed: Vec<&'static str>,
    lines: usize,
    /// Rows of lines that have nothing above them in the table, with their codes.
    top: Vec<(usize, String)>,
    /// Whether there is any line to go by.
    any: bool,
}

impl Sheet {
    fn column(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|c| *c == column)
    }

    fn at(&self, row: usize, column: usize) -> u32 {
        (self.from + row * self.columns.len() + column) as u32
    }

    fn fixed_row(&self, key: &str) -> Option<usize> {
        self.fixed.iter().position(|k| *k == key)
    }

    fn line_row(&self, line: usize) -> usize {
        self.fixed.len() + line
    }

    /// The row that stands for every class that has none.
    fn absent_row(&self) -> usize {
        self.fixed.len() + self.lines
    }

    fn len(&self) -> usize {
        (self.absent_row() + 1) * self.columns.len()
    }
}

/// All values of the accounts, and how the identities stand.
#[derive(Debug, Clone)]
pub struct Reckoned {
    pub layout: &'static Layout,
    sheets: Vec<Sheet>,
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
    let mut reckoned = Reckoned {
        layout,
        sheets: Vec::with_capacity(9),
        values: Vec::new(),
        by: Vec::new(),
        terms: Vec::new(),
        relations: Vec::new(),
    };
    for table in &layout.tables {
        reckoned.lay_out(table, accounts.table(table.no));
    }
    reckoned.by = vec![u32::MAX; reckoned.values.len()];
    for table in &layout.tables {
        reckoned.relate_table(table, accounts.table(table.no));
    }
    for (at, identity) in layout.identities.iter().enumerate() {
        for rule in &identity.rules {
            reckoned.relate_rule(Kind::Identity(at), rule);
        }
    }
    reckoned.reason();
    reckoned.judge();
    reckoned
}

impl Reckoned {
    // ---- what is typed

    fn lay_out(&mut self, layout: &'static TableLayout, table: &Table) {
        let columns: Vec<Column> = layout.line_columns().collect();
        let fixed: Vec<&'static str> = layout.rows().map(|(_, row)| row.key.as_str()).collect();
        let from = self.values.len();
        for key in &fixed {
            self.read(table.rows.get(*key), &columns);
        }
        let mut codes: Vec<Option<String>> = Vec::with_capacity(table.lines.len());
        for line in &table.lines {
            let before = self.values.len();
            self.read(Some(line), &columns);
            let blank = self.values[before..]
                .iter()
                .all(|value| *value == Value::Waiting);
            let code = line
                .get(&Column::Code)
                .map_or_else(String::new, |code| plain_code(code));
            // A row nobody has begun is no row.
            codes.push((!blank || !code.is_empty()).then_some(code));
        }
        let any = codes.iter().any(Option::is_some);
        let by_code = rows_by_code(&codes);
        let top = codes
            .iter()
            .enumerate()
            .filter_map(|(row, code)| Some((row, code.as_ref()?)))
            .filter(|(_, code)| above(code, &by_code).is_none())
            .map(|(row, code)| (row, code.clone()))
            .collect();
        // Where there are rows, a class without one has nothing.
        let absent = if any || table.none {
            Value::Derived(Decimal::ZERO)
        } else {
            Value::Waiting
        };
        self.values.extend(columns.iter().map(|_| absent));
        let sheet = Sheet {
            from,
            columns,
            fixed,
            lines: table.lines.len(),
            top,
            any,
        };
        if table.none
            && let Some(row) = sheet.fixed_row("total")
        {
            for column in 0..sheet.columns.len() {
                let value = &mut self.values[sheet.at(row, column) as usize];
                if *value == Value::Waiting {
                    *value = Value::Derived(Decimal::ZERO);
                }
            }
        }
        self.sheets.push(sheet);
    }

    fn read(&mut self, cells: Option<&Cells>, columns: &[Column]) {
        let read = |column: &Column| {
            let typed = cells.and_then(|cells| cells.get(column));
            match typed.filter(|typed| !typed.is_blank()) {
                None => Value::Waiting,
                Some(typed) => match read_amount(typed) {
                    Ok(number) => Value::Typed(number.decimal()),
                    Err(_) => Value::Invalid,
                },
            }
        };
        self.values.extend(columns.iter().map(read));
    }

    // ---- relations

    fn relate_table(&mut self, layout: &'static TableLayout, table: &Table) {
        let at = layout.no.index();
        let kind = Kind::Across(layout.no);
        for line in 0..table.lines.len() {
            let row = self.sheets[at].line_row(line);
            self.relate_row(kind, at, row, &layout.across);
        }
        for side in &layout.sides {
            for row in &side.rows {
                if let Some(row) = self.sheets[at].fixed_row(&row.key) {
                    self.relate_row(kind, at, row, &side.across);
                }
            }
        }
        self.relate_tree(layout, table);
    }

    fn relate_row(&mut self, kind: Kind, sheet: usize, row: usize, rules: &[Rule]) {
        for rule in rules {
            let sheet = &self.sheets[sheet];
            let cell = |term: &Term| Some(sheet.at(row, sheet.column(term.column?)?));
            let Some(left) = cell(&rule.left) else {
                continue;
            };
            let terms: Option<Vec<(bool, u32)>> = rule
                .right
                .iter()
                .map(|(minus, term)| Some((*minus, cell(term)?)))
                .collect();
            if let Some(terms) = terms {
                self.relate(kind, left, &terms);
            }
        }
    }

    fn relate(&mut self, kind: Kind, left: u32, terms: &[(bool, u32)]) {
        let from = self.terms.len() as u32;
        self.terms.extend_from_slice(terms);
        self.relations.push(Relation {
            kind,
            left,
            from,
            to: self.terms.len() as u32,
            state: State::Waiting,
        });
    }

    /// Subjects above others are their sums, and the total is the sum of the topmost.
    fn relate_tree(&mut self, layout: &'static TableLayout, table: &Table) {
        if layout.lines.is_none() {
            return;
        }
        let sheet = self.sheets[layout.no.index()].clone();
        let codes: Vec<Option<String>> = (0..sheet.lines)
            .map(|line| Some(table.code(line)).filter(|code| !code.is_empty()))
            .collect();
        let by_code = rows_by_code(&codes);
        let mut below: HashMap<usize, Vec<usize>> = HashMap::new();
        for (row, code) in codes.iter().enumerate() {
            if let Some(above) = code.as_ref().and_then(|code| above(code, &by_code)) {
                below.entry(above).or_default().push(row);
            }
        }
        // The deepest first: what they come to is known before it is added up.
        let mut parents: Vec<usize> = below.keys().copied().collect();
        let length = |row: &usize| codes[*row].as_ref().map_or(0, String::len);
        parents.sort_by_key(|row| (std::cmp::Reverse(length(row)), *row));
        let kind = Kind::Tree(layout.no);
        for column in 0..sheet.columns.len() {
            let cell = |line: &usize| (false, sheet.at(sheet.line_row(*line), column));
            for parent in &parents {
                let terms: Vec<_> = below[parent].iter().map(cell).collect();
                self.relate(kind, sheet.at(sheet.line_row(*parent), column), &terms);
            }
            if sheet.top.is_empty() {
                continue;
            }
            let sums: Vec<(&str, Vec<(bool, u32)>)> = if layout.parts.is_empty() {
                let all = sheet.top.iter().map(|(row, _)| cell(row)).collect();
                vec![("total", all)]
            } else {
                let part = |classes: &[String]| {
                    let within = |code: &str| classes.iter().any(|class| code.starts_with(class));
                    let of = sheet.top.iter().filter(|(_, code)| within(code));
                    of.map(|(row, _)| cell(row)).collect()
                };
                let parts = layout.parts.iter();
                parts
                    .map(|(key, classes)| (key.as_str(), part(classes)))
                    .collect()
            };
            for (key, terms) in sums {
                if let Some(row) = sheet.fixed_row(key) {
                    self.relate(kind, sheet.at(row, column), &terms);
                }
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
        for class in classes {
            for column in &columns {
                let mut left = Vec::new();
                self.cells_of(&rule.left, class, *column, &mut left);
                let mut terms = Vec::new();
                for (minus, term) in &rule.right {
                    let mut cells = Vec::new();
                    self.cells_of(term, class, *column, &mut cells);
                    terms.extend(cells.into_iter().map(|cell| (*minus, cell)));
                }
                if let ([left], false) = (&left[..], terms.is_empty()) {
                    self.relate(kind, *left, &terms);
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
        let sheet = &self.sheets[table.index()];
        let Some(column) = sheet.column(column) else {
            return;
        };
        match (&term.row, class) {
            (Row::Key(key), _) => {
                let row = sheet.fixed_row(key);
                cells.extend(row.map(|row| sheet.at(row, column)));
            }
            (Row::Classes, _) => {
                let rows = self.layout.classes.iter();
                let rows = rows.filter_map(|(code, _)| sheet.fixed_row(code));
                cells.extend(rows.map(|row| sheet.at(row, column)));
            }
            (Row::Class, Some(class)) => {
                if let Some(row) = sheet.fixed_row(class) {
                    cells.push(sheet.at(row, column));
                    return;
                }
                let of = sheet.top.iter().filter(|(_, code)| code.starts_with(class));
                let before = cells.len();
                cells.extend(of.map(|(line, _)| sheet.at(sheet.line_row(*line), column)));
                if cells.len() == before {
                    cells.push(sheet.at(sheet.absent_row(), column));
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
        for at in 0..self.sheets.len() {
            let sheet = &self.sheets[at];
            let Some(total) = sheet.fixed_row("total").filter(|_| !sheet.any) else {
                continue;
            };
            for column in 0..sheet.columns.len() {
                let sheet = &self.sheets[at];
                let whole = self.values[sheet.at(total, column) as usize].known();
                let absent = sheet.at(sheet.absent_row(), column) as usize;
                if whole == Some(Decimal::ZERO) && self.values[absent] == Value::Waiting {
                    self.values[absent] = Value::Derived(Decimal::ZERO);
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

    /// The rows without anything above them, of which the total is the sum, with their codes.
    pub fn top(&self, table: TableNo) -> &[(usize, String)] {
        &self.sheets[table.index()].top
    }

    fn index(&self, cell: Cell) -> Option<u32> {
        let table = cell.table()?;
        let sheet = &self.sheets[table.index()];
        let column = sheet.column(cell.column()?)?;
        let row = match cell {
            Cell::Fixed(_, key, _) => sheet.fixed_row(key)?,
            Cell::Line(_, line, _) if line < sheet.lines => sheet.line_row(line),
            _ => return None,
        };
        Some(sheet.at(row, column))
    }

    fn cell(&self, at: u32) -> Option<Cell> {
        let at = at as usize;
        let sheet_at = self
            .sheets
            .iter()
            .position(|sheet| (sheet.from..sheet.from + sheet.len()).contains(&at))?;
        let sheet = &self.sheets[sheet_at];
        let table = self.layout.tables[sheet_at].no;
        let (row, column) = (
            (at - sheet.from) / sheet.columns.len(),
            sheet.columns[(at - sheet.from) % sheet.columns.len()],
        );
        if let Some(key) = sheet.fixed.get(row) {
            return Some(Cell::Fixed(table, key, column));
        }
        let line = row - sheet.fixed.len();
        (line < sheet.lines).then_some(Cell::Line(table, line, column))
    }
}

/// The first row of each code.
fn rows_by_code(codes: &[Option<String>]) -> HashMap<&str, usize> {
    let mut rows = HashMap::with_capacity(codes.len());
    for (row, code) in codes.iter().enumerate() {
        if let Some(code) = code.as_deref().filter(|code| Depth::of(code).is_some()) {
            rows.entry(code).or_insert(row);
        }
    }
    rows
}

/// The row of the nearest subject above that has one.
fn above(code: &str, rows: &HashMap<&str, usize>) -> Option<usize> {
    let mut above = parent(code);
    while let Some(code) = above {
        if let Some(row) = rows.get(code) {
            return Some(*row);
        }
        above = parent(code);
    }
    None
}
