//! What is done with rule sets that are being written.

use super::spot::Spot;
use crate::address::{BadCell, Numbered};
use crate::evaluation::rule_set;
use crate::evaluation::{Cell, FormField, RuleCell, RuleDraft, RuleFault, RuleList, RuleSet};
use crate::workbook::Workbook;
use std::rc::Rc;
use std::sync::Arc;

/// Behind the name of a copy.
const COPIED: &str = "（自定）";
/// Behind its id.
const COPIED_ID: &str = "-own";
/// Letters of an id that stay when something is written behind it.
const ID_STAYS: usize = 32;

/// Something done with rule sets that are being written. They are named by their places, counted from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "fields are named for what they are")]
pub enum Drafting {
    /// Begins a new one as a copy of the rule set of this id, under a name of its own.
    Copy { of: String },
    /// Begins to change a rule set of the workbook's own. It stays as it is until the draft is used.
    Change { of: String },
    /// Puts a text into a cell.
    Set {
        draft: usize,
        cell: RuleCell,
        text: String,
    },
    /// A new, blank row of a list.
    Insert {
        draft: usize,
        list: RuleList,
        at: usize,
    },
    /// Takes a row of a list away.
    Remove {
        draft: usize,
        list: RuleList,
        at: usize,
    },
    /// Takes it away; what it was to change stays as it is.
    Discard { draft: usize },
    /// It becomes a rule set of the workbook, and a form is scored by it, where one is named.
    Use { draft: usize, form: Option<usize> },
}

impl Drafting {
    /// Where it changes something, in the workbook it is applied to.
    pub(super) fn spot(&self, workbook: &Workbook) -> Spot {
        match self {
            Drafting::Copy { .. } | Drafting::Change { .. } => {
                Spot::Draft(workbook.rule_drafts.len(), None)
            }
            Drafting::Set { draft, cell, .. } => Spot::Draft(*draft, Some(*cell)),
            Drafting::Insert { draft, list, at } | Drafting::Remove { draft, list, at } => {
                Spot::Draft(*draft, Some(RuleDraft::first_cell(*list, *at)))
            }
            Drafting::Discard { draft } | Drafting::Use { draft, .. } => Spot::Draft(*draft, None),
        }
    }
}

impl Workbook {
    /// What a rule set that is being written says, or all that is wrong with it; `None` where there is none in
    /// this place.
    pub fn drafted(&self, draft: usize) -> Option<Result<RuleSet, Vec<RuleFault>>> {
        let draft = self.rule_drafts.get(draft)?;
        let is_taken = |id: &str| {
            let changes_it = !draft.of.is_unset() && *draft.of == *id;
            !changes_it && self.own_rules(id).is_some()
        };
        Some(draft.read(is_taken))
    }

    /// The place of what is being written to change a rule set of the workbook's own.
    pub fn draft_of(&self, id: &str) -> Option<usize> {
        let mut drafts = self.rule_drafts.iter();
        drafts.position(|draft| !id.is_empty() && *draft.of == *id)
    }

    pub(super) fn draft(&mut self, drafting: &Drafting) -> Result<(), BadCell> {
        match drafting {
            Drafting::Copy { of } => {
                let rules = self.set_named(of)?;
                let mut draft = RuleDraft::of(rules);
                draft.name = self.free_name(&rules.name).into();
                draft.id = self.free_id(&rules.id).into();
                self.rule_drafts.push(draft.into());
            }
            Drafting::Change { of } => {
                let rules = self.own_rules(of).ok_or_else(|| no_set(of))?;
                if self.draft_of(of).is_some() {
                    return Err(no_set(of));
                }
                let mut draft = RuleDraft::of(rules);
                draft.of = of.as_str().into();
                self.rule_drafts.push(draft.into());
            }
            Drafting::Set { draft, cell, text } => {
                found(self.draft_at(*draft)?.set(*cell, text), *cell)?;
            }
            Drafting::Insert { draft, list, at } => {
                found(
                    self.draft_at(*draft)?.insert(*list, *at),
                    RuleCell::List(*list),
                )?;
            }
            Drafting::Remove { draft, list, at } => {
                found(
                    self.draft_at(*draft)?.remove(*list, *at),
                    RuleCell::List(*list),
                )?;
            }
            Drafting::Discard { draft } => {
                self.draft_at(*draft)?;
                self.rule_drafts.remove(*draft);
            }
            Drafting::Use { draft, form } => self.use_draft(*draft, *form)?,
        }
        Ok(())
    }

    fn use_draft(&mut self, at: usize, form: Option<usize>) -> Result<(), BadCell> {
        let Some(Ok(rules)) = self.drafted(at) else {
            return Err(no_draft(at));
        };
        let of = self.rule_drafts.remove(at).of.to_string();
        let id = rules.id.clone();
        self.relaid(|workbook| {
            let mut own = workbook.rule_sets.iter_mut();
            match own.find(|set| !of.is_empty() && set.id == of) {
                Some(set) => *set = Arc::new(rules),
                None => workbook.rule_sets.push(Arc::new(rules)),
            }
            if !of.is_empty() && rule_set(&of).is_none() {
                workbook.renamed(&of, &id);
            }
            match form {
                Some(form) => Cell::Form(FormField::RuleSet).set(workbook.form(form)?, &id),
                None => Ok(()),
            }
        })
    }

    /// A rule set has another id: what names it does so by that one.
    fn renamed(&mut self, of: &str, id: &str) {
        if self.rule_set == of {
            id.clone_into(&mut self.rule_set);
        }
        for form in self.forms.iter_mut().filter(|form| form.rule_set == of) {
            id.clone_into(&mut Rc::make_mut(form).rule_set);
        }
    }

    fn draft_at(&mut self, at: usize) -> Result<&mut RuleDraft, BadCell> {
        let draft = self.rule_drafts.get_mut(at).ok_or_else(|| no_draft(at))?;
        Ok(Rc::make_mut(draft))
    }

    /// A rule set to be copied, whether or not it can be used.
    fn set_named(&self, id: &str) -> Result<&RuleSet, BadCell> {
        let found = self.rules_named(id).or_else(|| self.own_rules(id));
        found.map(|set| &**set).ok_or_else(|| no_set(id))
    }

    fn free_name(&self, of: &str) -> String {
        let of = of.split(COPIED).next().unwrap_or_default().trim();
        let mut names = (1_usize..).map(|number| match number {
            1 => format!("{of}{COPIED}"),
            number => format!("{of}{COPIED}{number}"),
        });
        let is_free = |name: &String| {
            self.all_rules().all(|set| set.name != *name)
                && self.rule_sets.iter().all(|set| set.name != *name)
                && self.rule_drafts.iter().all(|draft| *draft.name != **name)
        };
        names.find(is_free).unwrap_or_default()
    }

    fn free_id(&self, of: &str) -> String {
        let plain = |c: &char| c.is_ascii_lowercase() || c.is_ascii_digit() || *c == '-';
        let of: String = of.chars().filter(plain).take(ID_STAYS).collect();
        let of = of.split(COPIED_ID).next().unwrap_or_default();
        let mut ids = (1_usize..).map(|number| match number {
            1 => format!("{of}{COPIED_ID}"),
            number => format!("{of}{COPIED_ID}-{number}"),
        });
        let is_free = |id: &String| {
            rule_set(id).is_none()
                && self.own_rules(id).is_none()
                && self.rule_drafts.iter().all(|draft| *draft.id != **id)
        };
        ids.find(is_free).unwrap_or_default()
    }
}

fn found(is_there: bool, cell: RuleCell) -> Result<(), BadCell> {
    if is_there {
        Ok(())
    } else {
        Err(BadCell(format!("ruleDrafts.{cell}")))
    }
}

fn no_draft(at: usize) -> BadCell {
    Numbered("ruleDrafts", at).into()
}

fn no_set(id: &str) -> BadCell {
    BadCell(format!("ruleSets[{id}]"))
}
