//! Every identity between cells as relations `left = ± right …`, and with them what is not there to be
//! seen: the rows by subject that a sum over rows may still lack.

use super::cell::Column;
use super::identity::{Row, Rule, Term};
use super::layout::{Layout, TableLayout, TableNo};
use super::relation::{Kind, Relation, State};
use super::sheet::Sheet;
use std::collections::BTreeMap;
use std::rc::Rc;

/// All relations of some accounts.
#[derive(Debug, Clone, Default)]
pub(super) struct Related {
    /// Those that are listed, then those about rows that are not there.
    pub relations: Vec<Relation>,
    pub listed: usize,
    /// How many of the listed ones are within single tables.
    pub inner: usize,
    pub terms: Vec<(bool, u32)>,
    /// Every amount that rows which are not there come to: in which table, and whether it may be
    /// below zero.
    pub unseen: Vec<(TableNo, bool)>,
}

pub(super) struct Relate<'a> {
    layout: &'static Layout,
    sheets: &'a [(Rc<Sheet>, usize)],
    /// What may be anything: rows whose code does not say where they belong.
    anything: u32,
    related: Related,
    /// Rows of amounts that are not there, with the rules across them.
    rows: Vec<(TableNo, Vec<u32>)>,
    /// Of each table and column, what the total holds beside its rows, a class each.
    absent: BTreeMap<(TableNo, usize), Vec<u32>>,
    /// What the total of a table holds beside its rows, column by column.
    beside_top: BTreeMap<TableNo, Vec<u32>>,
}

/// Relates all cells; `anything` is the place of what may be anything, behind all cells.
pub(super) fn relate(
    layout: &'static Layout,
    sheets: &[(Rc<Sheet>, usize)],
    anything: u32,
) -> Related {
    let mut relate = Relate {
        layout,
        sheets,
        anything,
        related: Related::default(),
        rows: Vec::new(),
        absent: BTreeMap::new(),
        beside_top: BTreeMap::new(),
    };
    for table in &layout.tables {
        relate.table(table);
    }
    relate.related.inner = relate.related.relations.len();
    for (at, identity) in layout.identities.iter().enumerate() {
        for rule in &identity.rules {
            relate.rule(Kind::Identity(at), rule);
        }
    }
    relate.related.listed = relate.related.relations.len();
    relate.unseen();
    relate.related
}

impl Relate<'_> {
    fn table(&mut self, layout: &'static TableLayout) {
        let (sheet, from) = self.sheets[layout.no.index()].clone();
        let kind = Kind::Across(layout.no);
        for line in 0..sheet.lines() {
            self.row(kind, &sheet, from, sheet.line_row(line), &layout.across);
        }
        for side in &layout.sides {
            for row in &side.rows {
                if let Some(row) = sheet.fixed_row(&row.key) {
                    self.row(kind, &sheet, from, row, &side.across);
                }
            }
        }
        if layout.lines.is_some() {
            self.tree(layout, &sheet, from);
        }
    }

    fn row(&mut self, kind: Kind, sheet: &Sheet, from: usize, row: usize, rules: &[Rule]) {
        let cells: Vec<u32> = (0..sheet.columns.len())
            .map(|column| (from + sheet.at(row, column)) as u32)
            .collect();
        self.across(kind, sheet, &cells, rules);
    }

    /// The rules across a row of cells, one a column.
    fn across(&mut self, kind: Kind, sheet: &Sheet, cells: &[u32], rules: &[Rule]) {
        let cell = |term: &Term| Some(cells[sheet.column(term.column?)?]);
        for rule in rules {
            let Some(left) = cell(&rule.left) else {
                continue;
            };
            let begin = self.related.terms.len();
            for (minus, term) in &rule.right {
                let term = cell(term).map(|cell| (*minus, cell));
                self.related.terms.extend(term);
            }
            // A rule about a column that the table has not is none here.
            if self.related.terms.len() - begin == rule.right.len() {
                self.relate(kind, left, begin);
            } else {
                self.related.terms.truncate(begin);
            }
        }
    }

    /// A relation of `left` to the terms from `begin` on.
    fn relate(&mut self, kind: Kind, left: u32, begin: usize) {
        self.related.relations.push(Relation {
            kind,
            left,
            from: begin as u32,
            to: self.related.terms.len() as u32,
            state: State::Waiting,
        });
    }

    /// A new amount that rows which are not there come to.
    fn new_unseen(&mut self, table: TableNo, signed: bool) -> u32 {
        self.related.unseen.push((table, signed));
        self.anything + self.related.unseen.len() as u32
    }

    /// Subjects above others are their sums, and the total is the sum of the topmost; each sum may
    /// hold rows that are not there.
    fn tree(&mut self, layout: &'static TableLayout, sheet: &Sheet, from: usize) {
        let outline = &sheet.outline;
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
        for (row, lines) in sums {
            let mut beside = Vec::new();
            for column in 0..sheet.columns.len() {
                let cell = |row: usize| (from + sheet.at(row, column)) as u32;
                let begin = self.related.terms.len();
                let terms = lines
                    .iter()
                    .map(|line| (false, cell(sheet.line_row(*line))));
                self.related.terms.extend(terms);
                if outline.stray {
                    self.related.terms.push((false, self.anything));
                } else if !sheet.complete || layout.columns[column].beside {
                    // Last year and in the budget there may have been subjects that are none now.
                    let rest = self.new_unseen(layout.no, sheet.is_signed_column(column));
                    self.related.terms.push((false, rest));
                    beside.push(rest);
                }
                self.relate(kind, cell(row), begin);
            }
            // The rules across a row are about all columns that are published.
            if !sheet.complete && !outline.stray {
                if row < sheet.fixed.len() && layout.parts.is_empty() {
                    self.beside_top.insert(layout.no, beside.clone());
                }
                self.rows.push((layout.no, beside));
            }
        }
    }

    fn rule(&mut self, kind: Kind, rule: &'static Rule) {
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
                let begin = self.related.terms.len();
                let mut whole = true;
                for (minus, term) in &rule.right {
                    cells.clear();
                    whole &= self.cells_of(term, class, *column, &mut cells).is_some();
                    let terms = cells.iter().map(|cell| (*minus, *cell));
                    self.related.terms.extend(terms);
                }
                if whole {
                    self.relate(kind, left, begin);
                } else {
                    self.related.terms.truncate(begin);
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

    /// The cells a term means: one, or those of all classes, or the topmost lines of a class with what
    /// may be missing of it. `None` where there is no such cell.
    fn cells_of(
        &mut self,
        term: &Term,
        class: Option<&'static str>,
        column: Option<Column>,
        cells: &mut Vec<u32>,
    ) -> Option<()> {
        let table = term.table?;
        let (sheet, from) = self.sheets[table.index()].clone();
        let column = sheet.column(term.column.or(column)?)?;
        let at = |row: usize| (from + sheet.at(row, column)) as u32;
        match (&term.row, class) {
            (Row::Key(key), _) => cells.push(at(sheet.fixed_row(key)?)),
            (Row::Classes, _) => {
                let rows = self.layout.classes.iter();
                let rows = rows.filter_map(|(code, _)| sheet.fixed_row(code));
                cells.extend(rows.map(at));
            }
            (Row::Class, Some(class)) => {
                if let Some(row) = sheet.fixed_row(class) {
                    cells.push(at(row));
                    return Some(());
                }
                let outline = &sheet.outline;
                if let Some(own) = outline.find(class).filter(|own| outline.is_alone(*own)) {
                    cells.push(at(sheet.line_row(own)));
                    return Some(());
                }
                let of = outline.top.iter();
                let of = of.filter(|line| outline.codes[**line].starts_with(class));
                cells.extend(of.map(|line| at(sheet.line_row(*line))));
                if outline.stray {
                    cells.push(self.anything);
                } else if !sheet.complete {
                    let rest = self.new_unseen(table, sheet.is_signed_column(column));
                    let absent = self.absent.entry((table, column)).or_default();
                    absent.push(rest);
                    cells.push(rest);
                }
            }
            (Row::Same, _) | (Row::Class, None) => return None,
        }
        Some(())
    }

    /// Rows that are not there keep the rules across a row, and those of the classes together are no
    /// more than what the total holds beside its rows.
    fn unseen(&mut self) {
        for (no, cells) in std::mem::take(&mut self.rows) {
            let (sheet, _) = self.sheets[no.index()].clone();
            let rules = &self.layout.table(no).across;
            self.across(Kind::Tree(no), &sheet, &cells, rules);
        }
        for ((no, column), classes) in std::mem::take(&mut self.absent) {
            let Some(top) = self.beside_top.get(&no).map(|beside| beside[column]) else {
                continue;
            };
            let begin = self.related.terms.len();
            let terms = classes.into_iter().map(|cell| (false, cell));
            self.related.terms.extend(terms);
            let (sheet, _) = &self.sheets[no.index()];
            let signed = sheet.is_signed_column(column);
            let other = self.new_unseen(no, signed);
            self.related.terms.push((false, other));
            self.relate(Kind::Tree(no), top, begin);
        }
    }
}
