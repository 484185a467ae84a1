//! What each row of a form came to by itself, kept from one key to the next: a row that is the very same
//! under the same rules is not read again.

use super::evaluated::Evaluation;
use super::finding::Finding;
use super::form::Form;
use super::score::Score;
use std::rc::Rc;

/// Of every row, by goal, what was said of it alone.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rows(Vec<Vec<Row>>);

#[derive(Debug, Clone, Default)]
struct Row {
    /// Of its score.
    said: Vec<Finding>,
    /// Of its texts.
    of_texts: Vec<Finding>,
}

/// The form as it was before, under the same rules, and what it came to.
#[derive(Clone, Copy)]
pub(crate) struct Before<'a> {
    pub form: &'a Form,
    pub evaluation: &'a Evaluation,
    pub rows: &'a Rows,
}

/// What is taken over from before, and kept for the next time.
#[derive(Default)]
pub(super) struct Memory<'a> {
    before: Option<Before<'a>>,
    /// None where there is no next time.
    rows: Option<Rows>,
}

impl<'a> Memory<'a> {
    pub fn of(before: Option<Before<'a>>) -> Self {
        Memory {
            before,
            rows: Some(Rows::default()),
        }
    }

    pub fn into_rows(self) -> Rows {
        self.rows.unwrap_or_default()
    }

    /// Whether the row in this place is the one that was there before.
    fn same(&self, form: &Form, g: usize, i: usize) -> Option<Before<'a>> {
        let before = self.before?;
        let row = |form: &Form| form.goals.get(g)?.indicators.get(i).map(Rc::as_ptr);
        (row(before.form)? == row(form)?).then_some(before)
    }

    /// The score of a row, and what is said of it, which goes behind the other findings.
    pub fn score(
        &mut self,
        form: &Form,
        (g, i): (usize, usize),
        findings: &mut Vec<Finding>,
        score: impl FnOnce(&mut Vec<Finding>) -> Score,
    ) -> Score {
        let from = findings.len();
        let kept = self.same(form, g, i).and_then(|before| {
            let score = before.evaluation.goals.get(g)?.indicators.get(i)?;
            let row = before.rows.0.get(g)?.get(i)?;
            findings.extend_from_slice(&row.said);
            Some(score.clone())
        });
        let score = kept.unwrap_or_else(|| score(findings));
        if let Some(row) = self.row(g, i) {
            row.said = findings[from..].to_vec();
        }
        score
    }

    /// What is said of the texts of a row, behind the other findings.
    pub fn texts(
        &mut self,
        form: &Form,
        (g, i): (usize, usize),
        findings: &mut Vec<Finding>,
        texts: impl FnOnce(&mut Vec<Finding>),
    ) {
        let from = findings.len();
        let before = self.same(form, g, i);
        match before.and_then(|before| before.rows.0.get(g)?.get(i)) {
            Some(row) => findings.extend_from_slice(&row.of_texts),
            None => texts(findings),
        }
        if let Some(row) = self.row(g, i) {
            row.of_texts = findings[from..].to_vec();
        }
    }

    fn row(&mut self, g: usize, i: usize) -> Option<&mut Row> {
        let goals = &mut self.rows.as_mut()?.0;
        if goals.len() <= g {
            goals.resize_with(g + 1, Vec::new);
        }
        let rows = goals.get_mut(g)?;
        if rows.len() <= i {
            rows.resize_with(i + 1, Row::default);
        }
        rows.get_mut(i)
    }
}
