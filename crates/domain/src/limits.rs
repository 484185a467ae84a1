//! What a workbook may hold: far more than any unit has, and little enough that a page stays quick
//! whoever made the file. One list, for what is read and for what is made: what can be made can be
//! opened.

use crate::accounts::MOST_LINES;
use crate::evaluation::{Form, MOST_INDICATORS};
use crate::workbook::Workbook;

/// Bytes a file may have. A workbook of the longest forms has a hundredth of it.
pub const LARGEST_FILE: usize = 20 * 1024 * 1024;

/// How many of something there may be in one place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// What is counted, and of what.
    pub what: Counted,
    /// How many there may be.
    pub most: usize,
}

/// What there may be only so many of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// Of one form.
    Indicators,
    /// Of one form.
    Goals,
    /// Of the workbook, overall and project forms together.
    Forms,
    /// Rows by subject of one table.
    Lines,
    /// Rows of the key work.
    Work,
    /// Of the workbook: those that somebody imported or is writing, not those that come with the program.
    RuleSets,
    /// Remarks, or findings set aside, of one form or of all tables; of each kind for itself.
    Remarks,
}

/// Forms of a workbook.
pub const MOST_FORMS_OF_WORKBOOK: usize = 500;

/// Indicators of one form.
pub const INDICATORS: Limit = limit(Counted::Indicators, MOST_INDICATORS);
const GOALS: Limit = limit(Counted::Goals, 500);
const FORMS: Limit = limit(Counted::Forms, MOST_FORMS_OF_WORKBOOK);
const LINES: Limit = limit(Counted::Lines, MOST_LINES);
const WORK: Limit = limit(Counted::Work, 500);
const RULE_SETS: Limit = limit(Counted::RuleSets, 200);
const REMARKS: Limit = limit(Counted::Remarks, 5_000);

const fn limit(what: Counted, most: usize) -> Limit {
    Limit { what, most }
}

/// A limit that an edit would pass. Nothing is changed then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Beyond {
    /// There would be so many.
    Count {
        /// What there would be too much of, and how many there may be.
        limit: Limit,
        /// How many there would be.
        count: usize,
    },
    /// The file would be too large to be opened again.
    Size,
}

impl Workbook {
    /// Every limit, and how many there are of each where there are most.
    pub fn counts(&self) -> [(Limit, usize); 7] {
        let forms = &self.forms;
        let longest = |count: fn(&Form) -> usize| forms.iter().map(|f| count(f)).max().unwrap_or(0);
        let accounts = &self.accounts;
        let noted = longest(|form| form.remarks.len().max(form.set_aside.len()));
        let noted_in_accounts = accounts.remarks.len().max(accounts.set_aside.len());
        [
            (INDICATORS, longest(Form::indicator_count)),
            (FORMS, forms.len()),
            (GOALS, longest(|form| form.goals.len())),
            (LINES, accounts.longest()),
            (WORK, accounts.work.len()),
            (RULE_SETS, self.rule_sets.len() + self.rule_drafts.len()),
            (REMARKS, noted.max(noted_in_accounts)),
        ]
    }

    /// Whether what an edit made of a workbook keeps to the limits. What was beyond one before may
    /// stay so, and become less.
    pub(crate) fn keeps_to_limits(&self, before: &Workbook) -> Result<(), Beyond> {
        let counts = self.counts().into_iter().zip(before.counts());
        for ((limit, count), (_, before)) in counts {
            if count > limit.most.max(before) {
                return Err(Beyond::Count { limit, count });
            }
        }
        Ok(())
    }

    /// Whether its file can be opened again, of a workbook that did not come about by edits.
    ///
    /// # Errors
    /// The first limit that it passes.
    pub fn within_limits(&self) -> Result<(), Beyond> {
        for (limit, count) in self.counts() {
            if count > limit.most {
                return Err(Beyond::Count { limit, count });
            }
        }
        if self.file_size() > LARGEST_FILE {
            return Err(Beyond::Size);
        }
        Ok(())
    }

    /// Bytes of its file.
    pub fn file_size(&self) -> usize {
        juesuan_json::indented_size(self)
    }
}
