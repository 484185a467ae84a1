//! The open workbook: its history, what is derived from it, and what the reader has seen.

use super::clock::today;
use super::field::Mark;
use super::shared::Shared;
use juesuan::accounts::{self, Accounts};
use juesuan::evaluation::{self, Cell};
use juesuan::finding::{Code, Finding};
use juesuan::say::Language;
use juesuan::{Assessment, Counts, Edit, History, Refused, Spot, Workbook, assess, changes};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::rc::Rc;

pub use juesuan::Place;

/// What there is to be said of each cell of a form or of the accounts: its worst finding, and what was
/// remarked.
pub type Marks<C = Cell> = BTreeMap<C, Rc<Mark>>;

pub struct Document {
    history: History,
    assessment: Rc<Assessment>,
    /// Cells that were left: only there a missing text is a finding, until the form is checked.
    visited: HashSet<Place>,
    checked: bool,
    /// Forms that nobody had filled in when they came, by their places: what they lack is said where somebody was, until
    /// that is asked for too.
    unasked: BTreeSet<usize>,
    seen: Vec<Seen>,
    seen_accounts: Seen<accounts::Cell>,
    /// What the marks of cells are said in.
    language: Language,
    /// The accounts with the remarks that are shown.
    remarked: Rc<Accounts>,
    /// What was opened, or was last written into a file; none of what was begun here.
    base: Option<Rc<Workbook>>,
    /// What is on its way into a file.
    writing: Option<Rc<Workbook>>,
    changes: Changes,
}

/// The cells that differ from what was opened or last written into a file, and what stood there.
pub type Changes = Shared<Vec<(Place, String)>>;

/// What of the findings of a form, or of the accounts, is shown.
#[derive(Clone, PartialEq)]
pub struct Seen<C: Ord = Cell> {
    pub findings: Shared<Vec<Finding<C>>>,
    pub marks: Shared<Marks<C>>,
    pub counts: Counts,
    /// Cells that are empty and not yet spoken of.
    pub unfilled: usize,
}

impl<C: Ord> Default for Seen<C> {
    fn default() -> Self {
        Seen {
            findings: Shared::new(Vec::new()),
            marks: Shared::new(Marks::new()),
            counts: Counts::default(),
            unfilled: 0,
        }
    }
}

impl<C: Ord + Copy> Seen<C> {
    fn of<'a>(
        all: usize,
        findings: Vec<Finding<C>>,
        remarked: impl IntoIterator<Item = (C, &'a str)>,
        changed: impl Iterator<Item = C>,
        language: Language,
    ) -> Self {
        let mut marks = Marks::new();
        // Findings come worst first: the first of a cell is the one to show there.
        for finding in findings.iter().filter(|f| f.set_aside.is_none()) {
            marks.entry(finding.cell).or_insert_with(|| {
                Rc::new(Mark {
                    severity: Some(finding.severity()),
                    message: language.told(&finding.matter).message,
                    ..Mark::default()
                })
            });
        }
        for (cell, text) in remarked {
            let mark = Rc::make_mut(marks.entry(cell).or_default());
            text.clone_into(&mut mark.remark);
        }
        for cell in changed {
            Rc::make_mut(marks.entry(cell).or_default()).changed = true;
        }
        Seen {
            unfilled: all - findings.len(),
            counts: Counts::of(&findings),
            marks: Shared::new(marks),
            findings: Shared::new(findings),
        }
    }
}

impl Document {
    /// `checked`: whether missing cells are shown at once, as in a file somebody filled in; `compared`: whether
    /// cells that are changed from now on are marked.
    pub fn new(workbook: Workbook, checked: bool, compared: bool, language: Language) -> Self {
        let assessment = Rc::new(assess(&workbook, today()));
        let forms = workbook.forms.iter().enumerate();
        let blank = forms.filter(|(_, form)| !form.is_begun());
        let unasked = blank.map(|(at, _)| at).collect();
        let mut document = Document {
            history: History::new(workbook),
            assessment,
            visited: HashSet::new(),
            checked,
            unasked,
            seen: Vec::new(),
            seen_accounts: Seen::default(),
            language,
            remarked: Rc::default(),
            base: None,
            writing: None,
            changes: Shared::new(Vec::new()),
        };
        document.base = compared.then(|| document.workbook().clone());
        document.look();
        document
    }

    pub fn workbook(&self) -> &Rc<Workbook> {
        self.history.present()
    }

    pub fn assessment(&self) -> &Rc<Assessment> {
        &self.assessment
    }

    pub fn seen(&self, form: usize) -> Seen {
        self.seen.get(form).cloned().unwrap_or_default()
    }

    pub fn seen_accounts(&self) -> Seen<accounts::Cell> {
        self.seen_accounts.clone()
    }

    pub fn changes(&self) -> Changes {
        self.changes.clone()
    }

    /// It is on its way into a file, as it is now.
    pub fn writes(&mut self) {
        self.writing = Some(self.workbook().clone());
    }

    /// It is in the file: from now on that is what cells differ from.
    pub fn written(&mut self) {
        if let Some(written) = self.writing.take() {
            self.base = Some(written);
            self.look();
        }
    }

    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// Says what there is to say in another language.
    pub fn speak(&mut self, language: Language) {
        self.language = language;
        self.look();
    }

    /// # Errors
    /// As [`History::apply`]; nothing is changed then.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), Refused> {
        let before = self.workbook().clone();
        self.history.apply(edit)?;
        self.forms_moved(&before, edit.spot(&before));
        self.assess();
        Ok(())
    }

    /// Applies an edit that is nobody's step: undoing does not undo it, and what it was undone to has it
    /// too.
    pub fn set(&mut self, edit: &Edit) {
        self.history.set(edit);
        self.assess();
    }

    pub fn undo(&mut self) -> Option<Spot> {
        let before = self.workbook().clone();
        let spot = self.history.undo()?;
        self.forms_moved(&before, spot);
        self.assess();
        Some(spot)
    }

    pub fn redo(&mut self) -> Option<Spot> {
        let before = self.workbook().clone();
        let spot = self.history.redo()?;
        self.forms_moved(&before, spot);
        self.assess();
        Some(spot)
    }

    /// A cell was left. Says whether that shows anything new.
    pub fn leave(&mut self, place: Place) -> bool {
        self.history.seal();
        let tells = !self.checked || !self.unasked.is_empty();
        let new = tells && self.visited.insert(place);
        if new {
            self.look();
        }
        new
    }

    /// Shows what is missing everywhere.
    pub fn check(&mut self) {
        self.checked = true;
        self.unasked.clear();
        self.look();
    }

    /// A form may have come or gone; of one that nobody has filled in yet nothing is asked.
    fn forms_moved(&mut self, before: &Workbook, spot: Spot) {
        let now = self.history.present();
        let Spot::Form(at) = spot else { return };
        let (were, are) = (before.forms.len(), now.forms.len());
        let moved = |other: usize| match other.cmp(&at) {
            Ordering::Less => Some(other),
            Ordering::Equal if are < were => None,
            _ if are < were => other.checked_sub(1),
            _ => Some(other + 1),
        };
        if were != are {
            self.unasked = self
                .unasked
                .iter()
                .filter_map(|form| moved(*form))
                .collect();
        }
        if are > were && now.forms.get(at).is_some_and(|form| !form.is_begun()) {
            self.unasked.insert(at);
        }
    }

    fn assess(&mut self) {
        // Of this very moment: a page may stay open over midnight.
        let renewed = self.assessment.renewed(self.history.present(), today());
        let before = std::mem::replace(&mut self.assessment, Rc::new(renewed));
        self.look_after(Some(&before));
    }

    fn look(&mut self) {
        self.look_after(None);
    }

    /// What is shown of every finding; `before` is what the last look was at, where nothing but the workbook
    /// has changed since: forms and accounts of which there is nothing new to say are left as they are.
    fn look_after(&mut self, before: Option<&Assessment>) {
        let workbook = self.history.present();
        let base = self.base.as_ref();
        self.changes = Shared::new(base.map_or_else(Vec::new, |base| changes(base, workbook)));
        let changed = self.changes.clone();
        let forms = workbook
            .forms
            .iter()
            .zip(&self.assessment.forms)
            .enumerate();
        self.seen = forms
            .map(|(index, (form, evaluation))| {
                let same = before
                    .and_then(|before| before.forms.get(index))
                    .is_some_and(|before| Rc::ptr_eq(before, evaluation));
                if same && let Some(seen) = self.seen.get(index) {
                    return seen.clone();
                }
                let checked = self.checked && !self.unasked.contains(&index);
                let shown = |finding: &&evaluation::Finding| {
                    finding.code != Code::CellMissing
                        || checked
                        || self.visited.contains(&Place::Form(index, finding.cell))
                };
                let findings: Vec<_> = evaluation.findings.iter().filter(shown).cloned().collect();
                Seen::of(
                    evaluation.findings.len(),
                    findings,
                    form.remarked(),
                    changed.iter().filter_map(|(place, _)| match place {
                        Place::Form(at, cell) if *at == index => Some(*cell),
                        _ => None,
                    }),
                    self.language,
                )
            })
            .collect();
        let all = &self.assessment.accounts.findings;
        let same = before.is_some_and(|before| before.accounts.findings == *all);
        if same && Rc::ptr_eq(&self.remarked, &workbook.accounts) {
            return;
        }
        self.remarked = workbook.accounts.clone();
        // What the text waits for is said once the accounts are checked; till then it is counted.
        let shown = |finding: &&accounts::Finding| {
            finding.code != Code::SentenceWaiting
                || self.checked
                || self.visited.contains(&Place::Accounts(finding.cell))
        };
        let findings = all.iter().filter(shown).cloned().collect();
        self.seen_accounts = Seen::of(
            all.len(),
            findings,
            workbook.accounts.remarked(),
            changed.iter().filter_map(|(place, _)| match place {
                Place::Accounts(cell) => Some(*cell),
                Place::Form(..) => None,
            }),
            self.language,
        );
    }
}
