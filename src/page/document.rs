//! The open workbook: its history, what is derived from it, and what the reader has seen.

use super::clock::today;
use super::field::Mark;
use juesuan::accounts::{self, Change};
use juesuan::evaluation::{self, Cell};
use juesuan::finding::{Code, Finding};
use juesuan::say::Language;
use juesuan::{Assessment, Counts, Edit, History, Refused, Spot, Workbook, assess};
use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;

/// A cell in the workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// Of a form, by its place.
    Form(usize, Cell),
    Accounts(accounts::Cell),
}

impl Place {
    /// What is typed there; `None` where there is no such row.
    pub fn text(self, workbook: &Workbook) -> Option<String> {
        match self {
            Place::Form(form, cell) => cell.text(workbook.forms.get(form)?).map(str::to_owned),
            Place::Accounts(accounts::Cell::Year) => Some(workbook.year.to_string()),
            Place::Accounts(accounts::Cell::Setting(setting)) => {
                Some(workbook.settings.text(setting).to_string())
            }
            Place::Accounts(cell) => workbook.accounts.cell(cell).map(ToString::to_string),
        }
    }

    /// The edit that puts a text there.
    pub fn setting(self, text: String) -> Edit {
        match self {
            Place::Form(form, cell) => Edit::SetCell { form, cell, text },
            Place::Accounts(accounts::Cell::Year) => Edit::SetYear { text },
            Place::Accounts(accounts::Cell::Setting(setting)) => Edit::SetSetting { setting, text },
            Place::Accounts(cell) => Edit::Accounts(Change::Set { cell, text }),
        }
    }
}

/// What there is to be said of each cell of a form or of the accounts: its worst finding, and what was
/// remarked.
pub type Marks<C = Cell> = BTreeMap<C, Mark>;

pub struct Document {
    history: History,
    assessment: Rc<Assessment>,
    /// Cells that were left: only there a missing text is a finding, until the form is checked.
    visited: HashSet<Place>,
    checked: bool,
    seen: Vec<Seen>,
    seen_accounts: Seen<accounts::Cell>,
    /// What the marks of cells are said in.
    language: Language,
}

/// What of the findings of a form, or of the accounts, is shown.
#[derive(Clone, PartialEq)]
pub struct Seen<C: Ord = Cell> {
    pub findings: Rc<Vec<Finding<C>>>,
    pub marks: Rc<Marks<C>>,
    pub counts: Counts,
    /// Cells that are empty and not yet spoken of.
    pub unfilled: usize,
}

impl<C: Ord> Default for Seen<C> {
    fn default() -> Self {
        Seen {
            findings: Rc::default(),
            marks: Rc::new(Marks::new()),
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
        language: Language,
    ) -> Self {
        let mut marks = Marks::new();
        // Findings come worst first: the first of a cell is the one to show there.
        for finding in findings.iter().filter(|f| f.set_aside.is_none()) {
            marks.entry(finding.cell).or_insert_with(|| Mark {
                severity: Some(finding.severity()),
                message: language.told(&finding.matter).message,
                remark: String::new(),
            });
        }
        for (cell, text) in remarked {
            text.clone_into(&mut marks.entry(cell).or_default().remark);
        }
        Seen {
            unfilled: all - findings.len(),
            counts: Counts::of(&findings),
            marks: Rc::new(marks),
            findings: Rc::new(findings),
        }
    }
}

impl Document {
    /// `checked`: whether missing cells are shown at once, as in a file somebody filled in.
    pub fn new(workbook: Workbook, checked: bool, language: Language) -> Self {
        let assessment = Rc::new(assess(&workbook, today()));
        let mut document = Document {
            history: History::new(workbook),
            assessment,
            visited: HashSet::new(),
            checked,
            seen: Vec::new(),
            seen_accounts: Seen::default(),
            language,
        };
        document.look();
        document
    }

    pub fn workbook(&self) -> &Rc<Workbook> {
        self.history.present()
    }

    pub fn assessment(&self) -> &Assessment {
        &self.assessment
    }

    pub fn seen(&self, form: usize) -> Seen {
        self.seen.get(form).cloned().unwrap_or_default()
    }

    pub fn seen_accounts(&self) -> Seen<accounts::Cell> {
        self.seen_accounts.clone()
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
        self.history.apply(edit)?;
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
        let spot = self.history.undo();
        self.assess();
        spot
    }

    pub fn redo(&mut self) -> Option<Spot> {
        let spot = self.history.redo();
        self.assess();
        spot
    }

    /// A cell was left. Says whether that shows anything new.
    pub fn leave(&mut self, place: Place) -> bool {
        self.history.seal();
        let new = !self.checked && self.visited.insert(place);
        if new {
            self.look();
        }
        new
    }

    /// Shows what is missing everywhere.
    pub fn check(&mut self) {
        self.checked = true;
        self.look();
    }

    fn assess(&mut self) {
        // Of this very moment: a page may stay open over midnight.
        let renewed = self.assessment.renewed(self.history.present(), today());
        self.assessment = Rc::new(renewed);
        self.look();
    }

    fn look(&mut self) {
        let workbook = self.history.present();
        let forms = workbook
            .forms
            .iter()
            .zip(&self.assessment.forms)
            .enumerate();
        self.seen = forms
            .map(|(index, (form, evaluation))| {
                let shown = |finding: &&evaluation::Finding| {
                    finding.code != Code::CellMissing
                        || self.checked
                        || self.visited.contains(&Place::Form(index, finding.cell))
                };
                let findings: Vec<_> = evaluation.findings.iter().filter(shown).cloned().collect();
                Seen::of(
                    evaluation.findings.len(),
                    findings,
                    form.remarked(),
                    self.language,
                )
            })
            .collect();
        let all = &self.assessment.accounts.findings;
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
            self.language,
        );
    }
}
