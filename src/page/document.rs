//! The open workbook: its history, what is derived from it, and what the reader has seen.

use super::field::Mark;
use juesuan::evaluation::{BadCell, Cell, Finding};
use juesuan::finding::Code;
use juesuan::{Assessment, Counts, Edit, History, Spot, Workbook, assess};
use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;
use time::Date;

/// A cell in the workbook: form and cell.
pub type Place = (usize, Cell);

/// What there is to be said of each cell of a form: its worst finding, and what was remarked.
pub type Marks = BTreeMap<Cell, Mark>;

pub struct Document {
    history: History,
    assessment: Rc<Assessment>,
    today: Option<Date>,
    /// Cells that were left: only there a missing text is a finding, until the form is checked.
    visited: HashSet<Place>,
    checked: bool,
    seen: Vec<Seen>,
}

/// What of a form's findings is shown.
#[derive(Clone, PartialEq, Default)]
pub struct Seen {
    pub findings: Rc<Vec<Finding>>,
    pub marks: Rc<Marks>,
    pub counts: Counts,
    /// Cells that are empty and not yet spoken of.
    pub unfilled: usize,
}

impl Document {
    /// `checked`: whether missing cells are shown at once, as in a file somebody filled in.
    pub fn new(workbook: Workbook, checked: bool, today: Option<Date>) -> Self {
        let assessment = Rc::new(assess(&workbook, today));
        let mut document = Document {
            history: History::new(workbook),
            assessment,
            today,
            visited: HashSet::new(),
            checked,
            seen: Vec::new(),
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

    pub fn can_undo(&self) -> bool {
        self.history.can_undo()
    }

    pub fn can_redo(&self) -> bool {
        self.history.can_redo()
    }

    /// # Errors
    /// As [`Workbook::edited`]; nothing is changed then.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), BadCell> {
        self.history.apply(edit)?;
        self.assess();
        Ok(())
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
        self.assessment = Rc::new(assess(self.history.present(), self.today));
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
                let shown = |finding: &&Finding| {
                    finding.code != Code::CellMissing
                        || self.checked
                        || self.visited.contains(&(index, finding.cell))
                };
                let findings: Vec<Finding> =
                    evaluation.findings.iter().filter(shown).cloned().collect();
                let mut marks = Marks::new();
                // Findings come worst first: the first of a cell is the one to show there.
                for finding in findings.iter().filter(|f| f.set_aside.is_none()) {
                    marks.entry(finding.cell).or_insert_with(|| Mark {
                        severity: Some(finding.severity()),
                        message: finding.message.clone(),
                        remark: String::new(),
                    });
                }
                for (cell, text) in form.remarked() {
                    text.clone_into(&mut marks.entry(cell).or_default().remark);
                }
                Seen {
                    unfilled: evaluation.findings.len() - findings.len(),
                    counts: Counts::of(&findings),
                    marks: Rc::new(marks),
                    findings: Rc::new(findings),
                }
            })
            .collect();
    }
}
