//! From the units of a consolidation into the workbook of one, and back.

use super::App;
use crate::page::message::Msg;
use crate::page::unit::Units;
use crate::page::whereabouts::View;
use crate::page::{files, keys};
use juesuan::accounts::TableNo;
use juesuan::exchange::{copied_cells, copied_html, unit_table};
use juesuan::flows::combining::Progress;
use juesuan::flows::opening::{self, Chosen};
use juesuan::flows::{Notice, Said};
use web_sys::File;
use yew::prelude::*;

impl App {
    /// Other files are brought together.
    pub(super) fn forget_units(&mut self) {
        self.units = Units::default();
    }

    /// Opens the workbook of a unit: the one that was opened before, or else from its file.
    pub(super) fn open_unit(&mut self, file: File, source: usize, form: Option<usize>) {
        let msg = match self.units.kept.get(&source) {
            Some(id) => opening::Msg::Continue(id.clone()),
            None => opening::Msg::Open(Chosen {
                bytes: file.size(),
                file: file.clone(),
                handle: None,
            }),
        };
        self.open(msg);
        self.units.coming = Some((file, source, form));
    }

    /// Something else is opened than a unit of the list.
    pub(super) fn leave_units(&mut self) {
        self.units.coming = None;
    }

    /// The unit that was kept is gone: it is opened from its file once more.
    pub(super) fn unit_gone(&mut self) {
        if let Some((file, source, form)) = self.units.coming.take()
            && self.units.kept.remove(&source).is_some()
        {
            self.open_unit(file, source, form);
        }
    }

    /// A workbook was opened: that of a unit is shown at the form that was wanted.
    pub(super) fn unit_shown(&mut self) {
        let coming = self.units.coming.take();
        self.units.open = coming.map(|(_, source, form)| {
            self.view = form.map_or(View::Table(TableNo::INCOME_AND_SPENDING), View::Form);
            self.units.kept.insert(source, self.keeping.id().to_owned());
            self.focus = Some(keys::PANEL.to_owned());
            (source, form)
        });
    }

    /// The way back to the list, over the workbook of a unit.
    pub(super) fn back_to_units(&self) -> Html {
        if self.units.open.is_none() || !self.view.needs_workbook() {
            return Html::default();
        }
        html! {
            <p class="back-to-units"><button type="button" class="link" onclick={self.links.on.reform(|_| Msg::ToUnits)}>{ "← " }{ self.words.part_back() }</button></p>
        }
    }

    /// Back to the list, at the unit that was opened.
    pub(super) fn show_units(&mut self) {
        self.show(View::Consolidate);
        self.focus = self
            .units
            .open
            .map(|(source, form)| keys::unit_id(source, form));
    }

    pub(super) fn copy_units(&mut self) {
        let Progress::Done { outcome, .. } = self.combining.progress() else {
            return;
        };
        let lines = self.combining.list().lines(&outcome.parts);
        let cells = unit_table(&lines, self.words.language);
        let copied = files::copy(
            self.host.root(),
            &copied_cells(&cells),
            Some(&copied_html(&cells)),
        );
        self.notice = Some(match copied {
            true => Notice::Done(Said::TableCopied),
            false => Notice::Problem(Said::HandOnFailed),
        });
    }
}
