//! Which cells differ from an earlier state of the same workbook.

use crate::accounts::{self, Accounts, Column, Fact, TableNo, WorkField};
use crate::evaluation::{
    Cell, ExecutionField, Form, FormField, GoalField, Indicator, IndicatorField,
};
use crate::place::Place;
use crate::settings::Setting;
use crate::workbook::Workbook;
use juesuan_figure::Typed;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// The cells that are typed otherwise than before, in the order of their addresses, each with what stood there.
/// Rows that came or went move the others along: a row is held against the one it was. `before` must be a state
/// that `now` comes from by edits; what they share is not looked into.
pub fn changes(before: &Workbook, now: &Workbook) -> Vec<(Place, String)> {
    let mut found = Found {
        before,
        now,
        places: BTreeSet::new(),
        changes: Vec::new(),
    };
    for (at, form) in now.forms.iter().enumerate() {
        match before.forms.get(at) {
            Some(other) if Rc::ptr_eq(other, form) => {}
            other => found.form(at, other, form),
        }
    }
    if !Rc::ptr_eq(&before.accounts, &now.accounts) {
        found.accounts(&before.accounts, &now.accounts);
    }
    found.same(Place::Accounts(accounts::Cell::Year));
    for setting in Setting::ALL {
        found.same(Place::Accounts(accounts::Cell::Setting(*setting)));
    }
    found.changes.sort_by_key(|(place, _)| *place);
    found.changes
}

struct Found<'a> {
    before: &'a Workbook,
    now: &'a Workbook,
    places: BTreeSet<Place>,
    changes: Vec<(Place, String)>,
}

impl Found<'_> {
    /// A cell, and the one it was; `None` where there was none.
    fn look(&mut self, now: Place, before: Option<Place>) {
        let text = now.text(self.now).unwrap_or_default();
        let was = before.and_then(|place| place.text(self.before));
        let was = was.unwrap_or_default();
        if text != was && self.places.insert(now) {
            self.changes.push((now, was));
        }
    }

    fn same(&mut self, place: Place) {
        self.look(place, Some(place));
    }

    fn form(&mut self, at: usize, before: Option<&Rc<Form>>, form: &Form) {
        let cells = FormField::ALL.iter().map(|field| Cell::Form(*field));
        let execution = ExecutionField::ALL.iter().copied().map(Cell::Execution);
        for cell in cells.chain(execution) {
            self.same(Place::Form(at, cell));
        }
        for (goal, now) in form.goals.iter().enumerate() {
            for field in GoalField::ALL {
                self.same(Place::Form(at, Cell::Goal(goal, *field)));
            }
            let rows: &[Rc<Indicator>] = before
                .and_then(|form| form.goals.get(goal))
                .map_or(&[], |goal| &goal.indicators);
            for (row, was) in origins(rows, &now.indicators, |row| Some(&row.name)) {
                for field in IndicatorField::ALL {
                    let cell = |row| Place::Form(at, Cell::Indicator(goal, row, *field));
                    self.look(cell(row), was.map(cell));
                }
            }
        }
    }

    fn accounts(&mut self, before: &Accounts, now: &Accounts) {
        for no in TableNo::all() {
            if Rc::ptr_eq(&before.tables[no.index()], &now.tables[no.index()]) {
                continue;
            }
            let tables = [before.table(no), now.table(no)];
            for table in tables {
                for (key, cells) in &table.rows {
                    for column in cells.keys() {
                        let cell = accounts::fixed(no, key, *column);
                        cell.into_iter()
                            .for_each(|cell| self.same(Place::Accounts(cell)));
                    }
                }
            }
            let [then, table] = tables;
            for (line, was) in origins(&then.lines, &table.lines, |row| row.get(&Column::Code)) {
                let columns = table.lines.get(line).into_iter();
                let columns = columns.chain(was.and_then(|was| then.lines.get(was)));
                let columns: Vec<_> = columns.flat_map(|cells| cells.keys().copied()).collect();
                for column in columns {
                    let cell = |line| Place::Accounts(accounts::Cell::Line(no, line, column));
                    self.look(cell(line), was.map(cell));
                }
            }
        }
        for fact in Fact::ALL {
            self.same(Place::Accounts(accounts::Cell::Fact(*fact)));
        }
        for (row, was) in origins(&before.work, &now.work, |row| Some(&row.matter)) {
            for field in WorkField::ALL {
                let cell = |row| Place::Accounts(accounts::Cell::Work(row, *field));
                self.look(cell(row), was.map(cell));
            }
        }
        for key in before.text.keys().chain(now.text.keys()) {
            if let Ok(cell) = format!("accounts.text.{key}").parse() {
                self.same(Place::Accounts(cell));
            }
        }
    }
}

/// Of each row that is not the very same as one before: its place, and the place of the row it was. That is one of
/// the same name, or else the one behind that of the row above it.
fn origins<T>(
    before: &[Rc<T>],
    now: &[Rc<T>],
    name: fn(&T) -> Option<&Typed>,
) -> Vec<(usize, Option<usize>)> {
    let places: HashMap<*const T, usize> = before.iter().map(Rc::as_ptr).zip(0..).collect();
    let mut origins: Vec<Option<usize>> = now
        .iter()
        .map(|row| places.get(&Rc::as_ptr(row)).copied())
        .collect();
    let mut taken: BTreeSet<usize> = origins.iter().flatten().copied().collect();
    let changed: Vec<usize> = (0..now.len()).filter(|at| origins[*at].is_none()).collect();
    for at in &changed {
        let named = name(&now[*at]).filter(|name| !name.is_blank());
        let mut free = (0..before.len()).filter(|was| !taken.contains(was));
        let was = named.and_then(|named| free.find(|was| name(&before[*was]) == Some(named)));
        origins[*at] = was;
        taken.extend(was);
    }
    // A row without a name is a new one, unless there are no more rows than before.
    let may_be_new = now.len() > before.len();
    let mut next = 0;
    for (at, row) in now.iter().enumerate() {
        let is_new = may_be_new && name(row).is_none_or(|name| name.is_blank());
        if origins[at].is_none() && !is_new && next < before.len() && taken.insert(next) {
            origins[at] = Some(next);
        }
        next = origins[at].map_or(next, |was| was + 1);
    }
    let origin = |at: usize| (at, origins[at]);
    changed.into_iter().map(origin).collect()
}
