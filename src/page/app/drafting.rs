//! Rules that are being written: where people are after what they did with them.

use super::App;
use crate::page::document::Document;
use crate::page::keys;
use crate::page::views::own_rules::OwnRulesView;
use crate::page::whereabouts::View;
use juesuan::evaluation::{RuleCell, RuleDraft, RuleList};
use juesuan::flows::{Notice, Said};
use juesuan::{Drafting, Workbook};
use std::rc::Rc;
use yew::prelude::*;

impl App {
    pub(super) fn own_rules(&self, at: usize, document: &Document) -> Html {
        html! {
            <OwnRulesView {at} workbook={document.workbook().clone()} tried={self.tried} read_only={self.read_only}
                on={self.links.on.clone()} />
        }
    }

    /// Goes on where something was done with rules that are being written.
    pub(super) fn drafted(&mut self, drafting: &Drafting) {
        let Some(workbook) = self.document.as_ref().map(Document::workbook).cloned() else {
            return;
        };
        match drafting {
            Drafting::Set { .. } => {}
            Drafting::Copy { .. } | Drafting::Change { .. } => {
                let last = workbook.rule_drafts.len().saturating_sub(1);
                self.go_to_rules(View::Draft(last));
            }
            Drafting::Discard { .. } => self.go_to_rules(View::Rules),
            Drafting::Insert { draft, list, at } => {
                self.focus = self.draft_element(*draft, Some(RuleDraft::first_cell(*list, *at)));
            }
            Drafting::Remove { draft, list, at } => {
                self.focus = near(&workbook, *draft, *list, *at);
            }
            Drafting::Use { form, .. } => {
                let used = form.and_then(|form| workbook.forms.get(form));
                let rules = match used {
                    Some(form) => workbook.rules_named(&form.rule_set),
                    None => workbook.rule_sets.last(),
                };
                let name = rules.map_or_else(String::new, |rules| rules.name.clone());
                self.go_to_rules(form.map_or(View::Rules, View::Form));
                self.notice = Some(Notice::Done(match form {
                    Some(_) => Said::RulesUsed(name),
                    None => Said::RulesKept(name),
                }));
            }
        }
    }

    fn go_to_rules(&mut self, view: View) {
        self.view = view;
        self.at(None);
        self.focus = Some(keys::MAIN.to_owned());
    }

    /// The element of a cell, or of the whole where there is none.
    pub(super) fn draft_element(&self, at: usize, cell: Option<RuleCell>) -> Option<String> {
        let workbook = self.document.as_ref()?.workbook();
        let draft = workbook.rule_drafts.get(at);
        let cell = cell.filter(|cell| draft.is_some_and(|draft| draft.text(*cell).is_some()));
        Some(cell.map_or_else(|| keys::MAIN.to_owned(), keys::draft_id))
    }

    pub(super) fn export_draft(&mut self, at: usize) {
        let document = self.document.as_ref();
        let drafted = document.and_then(|document| document.workbook().drafted(at));
        if let Some(Ok(rules)) = drafted {
            self.download_rules(&rules);
        }
    }
}

/// What is focused where a row was taken away: the row that follows it, or the one before, or the list.
fn near(workbook: &Rc<Workbook>, draft: usize, list: RuleList, at: usize) -> Option<String> {
    let rows = workbook.rule_drafts.get(draft)?.rows(list);
    Some(match rows.checked_sub(1) {
        Some(last) => keys::draft_id(RuleDraft::first_cell(list, at.min(last))),
        None => keys::draft_id(RuleCell::List(list)),
    })
}
