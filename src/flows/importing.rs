//! A document that has become a workbook: which parts of it are wanted, and where they go.

use crate::accounts::{Cell, Layout, Overwritten, TableNo, Taking, Wanted};
use crate::evaluation::Form;
use crate::understand::{LedgerChoices, Taken};
use crate::{Edit, Place, Workbook};
use juesuan_ask::Imported;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// A part that can be left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A table.
    Table(TableNo),
    /// What stands in no table.
    Facts,
    /// The key work.
    Work,
    /// The style of the text.
    Style,
    /// A form, by its place.
    Form(usize),
}

/// Something that is chosen of a ledger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LedgerChoice {
    /// Which column of amounts.
    Amounts(Option<usize>),
    /// The amounts are in 万元.
    InTenThousands(bool),
    /// Where a group goes, by its key.
    To(String, String),
    /// The code of a row.
    Code(usize, String),
}

/// What came of a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Importing {
    /// The line of its document in the list.
    pub row: usize,
    /// What the document is called.
    pub name: String,
    /// What came of it.
    pub imported: Rc<Imported>,
    without: BTreeSet<Part>,
    /// What is typed in an open workbook and may be replaced; where that has changed since, it may not.
    replaces: Vec<Overwritten>,
}

impl Importing {
    /// All of it, at first.
    pub fn new(row: usize, name: String, imported: Imported) -> Self {
        Importing {
            row,
            name,
            imported: Rc::new(imported),
            without: BTreeSet::new(),
            replaces: Vec::new(),
        }
    }

    /// The same document read with other choices: what is wanted of it stays.
    pub fn renewed(&self, imported: Imported) -> Self {
        Importing {
            imported: Rc::new(imported),
            ..self.clone()
        }
    }

    /// What is chosen of a ledger, with one more choice; `None` where it is none.
    pub fn chosen(&self, choice: LedgerChoice) -> Option<LedgerChoices> {
        let mut choices = self.imported.ledger.as_ref()?.choices.clone();
        match choice {
            LedgerChoice::Amounts(at) => choices.amounts = at,
            LedgerChoice::InTenThousands(so) => choices.in_ten_thousands = so,
            LedgerChoice::To(group, to) => {
                choices.to.retain(|(other, _)| *other != group);
                choices.to.push((group, to));
            }
            LedgerChoice::Code(row, code) => {
                choices.codes.retain(|(other, _)| *other != row);
                choices.codes.push((row, code));
            }
        }
        Some(choices)
    }

    /// The parts that there are, each with what was taken for it.
    pub fn parts(&self) -> Vec<(Part, Vec<&Taken>)> {
        let mut parts: BTreeMap<Part, Vec<&Taken>> = BTreeMap::new();
        for taken in &self.imported.taken {
            parts.entry(part_of(&taken.to)).or_default().push(taken);
        }
        let workbook = self.imported.workbook.as_ref();
        if workbook.is_some_and(|workbook| !workbook.accounts.style.is_empty()) {
            parts.entry(Part::Style).or_default();
        }
        parts.into_iter().collect()
    }

    /// Whether a part is wanted.
    pub fn has(&self, part: Part) -> bool {
        !self.without.contains(&part)
    }

    /// Leaves a part out, or takes it in again.
    pub fn toggle(&mut self, part: Part) {
        if !self.without.remove(&part) {
            self.without.insert(part);
        }
    }

    /// A workbook of the parts that are wanted; `None` where the document became none.
    pub fn workbook(&self) -> Option<Workbook> {
        let mut workbook = self.imported.workbook.clone()?;
        let accounts = Rc::make_mut(&mut workbook.accounts);
        for part in &self.without {
            match part {
                Part::Table(no) => accounts.tables[no.index()] = Rc::default(),
                Part::Facts => accounts.facts = Default::default(),
                Part::Work => accounts.work.clear(),
                Part::Style => accounts.style.clear(),
                Part::Form(_) => {}
            }
        }
        let blank = Workbook::new(&workbook.year, workbook.unit(), &workbook.rule_set);
        let mut at = 0;
        workbook.forms.retain(|_| {
            at += 1;
            self.has(Part::Form(at - 1))
        });
        if workbook.forms.is_empty() {
            // A workbook has a form, if only to hold the name of the unit.
            workbook.forms = blank.forms;
        }
        Some(workbook)
    }

    /// What is typed in an open workbook and something else was read for, each with whether it may be replaced.
    pub fn overwrites(&self, into: &Workbook) -> Vec<(Overwritten, bool)> {
        let all = self.all(into.layout()).overwrites(&into.accounts);
        let ticked = |one: Overwritten| {
            let replaced = self.replaces.contains(&one);
            (one, replaced)
        };
        all.into_iter().map(ticked).collect()
    }

    /// Lets these be replaced, or leaves them as they are.
    pub fn replace(&mut self, these: Vec<Overwritten>, replaced: bool) {
        self.replaces.retain(|one| !these.contains(one));
        if replaced {
            self.replaces.extend(these);
        }
    }

    /// What of the accounts is put into an open workbook: where nothing is typed, and where that may be replaced.
    pub fn taking(&self, into: &Workbook) -> Taking {
        let all = self.all(into.layout());
        all.sparing(&into.accounts, |one| self.replaces.contains(one))
    }

    /// What of the accounts is wanted, with this layout.
    fn all(&self, layout: &'static Layout) -> Taking {
        let Some(workbook) = &self.imported.workbook else {
            return Taking::default();
        };
        let parts = self.parts().into_iter();
        let tables = parts.filter_map(|(part, _)| match part {
            Part::Table(no) if self.has(part) => Some(no),
            _ => None,
        });
        let wanted = Wanted {
            tables: tables.collect(),
            facts: self.has(Part::Facts),
            work: self.has(Part::Work),
            style: self.has(Part::Style),
        };
        Taking::of(&workbook.accounts, &wanted, layout)
    }

    /// The edit that puts it there, with the forms; `None` where there is nothing to put.
    pub fn edit(&self, into: &Workbook) -> Option<Edit> {
        let accounts = self.taking(into);
        let forms: Vec<Rc<Form>> = self.forms().map(|(form, _)| form.clone()).collect();
        let some = !accounts.is_empty() || !forms.is_empty();
        some.then_some(Edit::Take { accounts, forms })
    }

    /// How many places the edit puts something into.
    pub fn places(&self, into: &Workbook) -> usize {
        let of_forms: usize = self.forms().map(|(_, taken)| taken).sum();
        self.taking(into).cells() + of_forms
    }

    /// The forms that are wanted and say more than whose they are, each with how much was taken for it.
    fn forms(&self) -> impl Iterator<Item = (&Rc<Form>, usize)> {
        let workbook = self.imported.workbook.as_ref();
        let parts = self.parts().into_iter();
        parts.filter_map(move |(part, taken)| {
            let Part::Form(at) = part else { return None };
            let form = workbook?.forms.get(at)?;
            (self.has(part) && form.is_begun()).then_some((form, taken.len()))
        })
    }
}

fn part_of(to: &str) -> Part {
    match to.parse::<Place>() {
        Ok(Place::Form(form, _)) => Part::Form(form),
        Ok(Place::Accounts(Cell::Work(..))) => Part::Work,
        Ok(Place::Accounts(Cell::Style)) => Part::Style,
        Ok(Place::Accounts(cell)) => cell.table().map_or(Part::Facts, Part::Table),
        Err(_) => without_data(to).map_or(Part::Facts, Part::Table),
    }
}

/// Of `accounts.08.none` the table, which says that it has nothing.
pub fn without_data(to: &str) -> Option<TableNo> {
    let no = to.strip_prefix("accounts.")?.strip_suffix(".none")?;
    no.parse().ok().and_then(TableNo::new)
}
