//! What leaves the page: on paper, the list of findings, rules.

use super::App;
use crate::page::files;
use crate::page::host::Told;
use crate::page::message::{Msg, Shape};
use crate::page::whereabouts::View;
use gloo_timers::callback::Timeout;
use juesuan::evaluation::RuleSet;
use juesuan::exchange::{
    RULES_EXTENSION, report, report_csv, report_html, report_text, report_tsv, write_rules,
};
use juesuan::flows::{Notice, Said, keeping};
use juesuan::shown_year;

impl App {
    /// The workbook goes to the portal that keeps it, or into a file. Says whether that shows.
    pub(super) fn save_whole(&mut self) -> bool {
        match &self.host.portal {
            Some(portal) => {
                portal.tell(Told::Saved);
                false
            }
            None => self.keep(keeping::Msg::WriteFile),
        }
    }

    pub(super) fn print(&self) {
        match &self.host.portal {
            // The rest of that page is not for paper: that is its matter.
            Some(portal) if self.host.is_in_shadow() => portal.tell(Told::Print),
            _ => {
                if let Some(window) = web_sys::window() {
                    // Refused only inside a frame that may not print, where there is nothing to say.
                    let _ = window.print();
                }
            }
        }
    }

    /// Whether what is published is still being put together: then it is printed as soon as it is there.
    pub(super) fn prints_once_composed(&mut self) -> bool {
        self.print_composed = self.view == View::Published && self.published.is_none();
        self.print_composed
    }

    /// What is published is put together: somebody may wait for it to be printed.
    pub(super) fn composed(&mut self) {
        let waited = std::mem::take(&mut self.print_composed);
        if waited && self.view == View::Published {
            self.print_once_drawn();
        }
    }

    /// On paper a cell reads as it does while nobody is in it, also where the browser's own menu prints. Nothing else shows.
    pub(super) fn leave_cell(&mut self) -> bool {
        let focused = self.host.root().and_then(|root| root.focused());
        let cell = focused.filter(|element| element.matches("input, textarea").unwrap_or(false));
        if let Some(cell) = cell {
            let _ = cell.blur();
            self.left = Some(cell);
        }
        false
    }

    /// What was drawn for the paper goes again, and whoever was in a cell is back in it. Says whether anything shows.
    pub(super) fn printed(&mut self) -> bool {
        if let Some(element) = self.left.take() {
            let _ = element.focus();
        }
        let list = std::mem::take(&mut self.printing_list);
        std::mem::take(&mut self.printing_all) || list
    }

    pub(super) fn print_all(&mut self) {
        self.printing_all = true;
        self.print_once_drawn();
    }

    /// The list of findings and remarks.
    pub(super) fn print_list(&mut self) {
        self.printing_list = true;
        self.print_once_drawn();
    }

    /// What is to be printed is drawn first.
    fn print_once_drawn(&self) {
        let on = self.links.on.clone();
        Timeout::new(50, move || on.emit(Msg::PrintNow)).forget();
    }

    pub(super) fn export_rules(&mut self, id: &str) {
        let rules = self
            .document
            .as_ref()
            .and_then(|d| d.workbook().rules_named(id));
        if let Some(rules) = rules.cloned() {
            self.download_rules(&rules);
        }
    }

    pub(super) fn download_rules(&mut self, rules: &RuleSet) {
        let name = format!("{}{RULES_EXTENSION}", rules.id);
        if files::download(&name, &write_rules(rules), files::JSON).is_err() {
            self.problem(Said::FileNotSaved);
        }
    }

    pub(super) fn hand_on(&mut self, shape: Shape) {
        let Some(document) = &self.document else {
            return;
        };
        let workbook = document.workbook();
        let language = self.words.language;
        let lines = report(workbook, document.assessment(), language);
        let done = match shape {
            Shape::Text => files::copy(self.host.root(), &report_text(&lines, language), None),
            Shape::Table => files::copy(
                self.host.root(),
                &report_tsv(&lines, language),
                Some(&report_html(&lines, language)),
            ),
            Shape::File => {
                let year = shown_year(&workbook.year);
                let parts = [&year, workbook.unit(), self.words.findings()];
                let name = format!("{}.csv", files::stem(&parts, self.words.findings()));
                files::download(&name, &report_csv(&lines, language), files::CSV).is_ok()
            }
        };
        self.notice = Some(match (done, shape) {
            (true, Shape::File) => Notice::Done(Said::ReportSaved(lines.len())),
            (true, _) => Notice::Done(Said::ReportCopied(lines.len())),
            (false, _) => Notice::Problem(Said::HandOnFailed),
        });
    }
}
