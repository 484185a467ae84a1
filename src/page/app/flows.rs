//! What the flows want done: of the page it is done here, of the browser by whoever knows how.

use super::App;
use crate::page::document::Document;
use crate::page::files;
use crate::page::message::{CombiningMsg, KeepingMsg, Msg as PageMsg, OpeningMsg};
use crate::page::offline::take_over;
use crate::page::remembered;
use crate::page::storage::Removed;
use crate::page::whereabouts::View;
use juesuan::Workbook;
use juesuan::accounts::TableNo;
use juesuan::flows::keeping::Written;
use juesuan::flows::offline::Kept;
use juesuan::flows::opening::Under;
use juesuan::flows::{combining, keeping, offline, opening};
use std::future::Future;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::File;

impl App {
    /// The open workbook, as it is now.
    fn workbook(&self) -> Option<Rc<Workbook>> {
        self.document.as_ref().map(|d| d.workbook().clone())
    }

    // ---- opening

    pub(super) fn open(&mut self, msg: OpeningMsg) -> bool {
        if let opening::Msg::Create { region, .. } = &msg {
            remembered::remember(remembered::REGION, region);
        }
        let workbook = self.workbook();
        let touched = |document: &Document| document.can_undo() || document.can_redo();
        let around = opening::Around {
            open: workbook.as_ref().map(|open| (self.keeping.id(), open)),
            touched: self.document.as_ref().is_some_and(touched),
            at_risk: self.keeping.is_at_risk(),
            left_behind: &self.keeping.left_behind(),
        };
        let answers = matches!(msg, opening::Msg::Read { .. } | opening::Msg::Loaded { .. });
        let effects = self.opening.update(msg, &around);
        if !answers {
            self.leave_units();
        }
        let mut shows = false;
        for effect in effects {
            shows |= self.carry_out_opening(effect);
        }
        shows
    }

    /// Says whether it shows.
    fn carry_out_opening(&mut self, effect: opening::Effect<File, JsValue>) -> bool {
        use opening::{Effect, Msg};
        match effect {
            Effect::Choose => {
                let on = self.links.on.clone();
                spawn_local(async move {
                    let chosen = files::choose().await;
                    if !chosen.is_empty() {
                        on.emit(PageMsg::Chosen(chosen));
                    }
                });
                return false;
            }
            Effect::Read {
                file,
                handle,
                next_year,
            } => {
                self.opening_later(async move {
                    Msg::Read {
                        bytes: files::bytes(file).await,
                        handle,
                        next_year,
                    }
                });
                return false;
            }
            Effect::Load { id, next_year } => {
                let store = self.safe.store();
                self.opening_later(async move {
                    let found = store.load(&id).await.map(Box::new);
                    Msg::Loaded {
                        id,
                        found,
                        next_year,
                    }
                });
                return false;
            }
            Effect::List => {
                self.list();
                self.unit_gone();
                return false;
            }
            Effect::Save => {
                self.save();
                return false;
            }
            Effect::ShowOpen => {
                self.show(View::Form(0));
                self.unit_shown();
            }
            Effect::Open {
                under,
                workbook,
                checked,
            } => self.open_under(under, *workbook, checked),
            Effect::Show { workbook, checked } => self.show_document(*workbook, checked),
            Effect::Say(notice) => self.notice = Some(notice),
        }
        true
    }

    fn opening_later(&self, coming: impl Future<Output = OpeningMsg> + 'static) {
        self.later(async move { PageMsg::Opening(coming.await) });
    }

    fn open_under(&mut self, under: Under<JsValue>, workbook: Workbook, checked: bool) {
        let is_new = matches!(under, Under::New { .. });
        let was_left = matches!(under, Under::LeftBehind { .. });
        let before = self.workbook();
        let around = keeping::Around {
            open: before.as_ref(),
            is_listed: self.view == View::Start,
            browser: &self.safe,
        };
        let effects = self.keeping.open(under, &around);
        self.carry_out_keeping(effects);
        self.show_document(workbook, checked);
        self.begin(is_new && !checked);
        self.unit_shown();
        if is_new {
            self.changed();
        }
        if was_left {
            self.save();
        }
    }

    fn show_document(&mut self, workbook: Workbook, checked: bool) {
        self.view = first_view(&workbook);
        let compared = checked && self.host.portal.is_none();
        self.document = Some(Document::new(
            workbook,
            checked,
            compared,
            self.words.language,
        ));
        self.notice = None;
        self.line = None;
        self.at(None);
    }

    // ---- keeping

    pub(super) fn keep(&mut self, msg: KeepingMsg) -> bool {
        let saved = matches!(msg, keeping::Msg::Saved(..));
        if let Some(document) = &mut self.document {
            match &msg {
                keeping::Msg::WriteFile => document.writes(),
                keeping::Msg::Written(_, Written::InFile(_) | Written::Downloaded) => {
                    document.written()
                }
                _ => {}
            }
        }
        let open = self.workbook();
        let around = keeping::Around {
            open: open.as_ref(),
            is_listed: self.view == View::Start,
            browser: &self.safe,
        };
        let effects = self.keeping.update(msg, &around);
        let shows = self.carry_out_keeping(effects);
        let renewed = saved && self.renew(offline::Msg::Saved);
        shows || renewed
    }

    /// Says whether it shows.
    fn carry_out_keeping(&mut self, effects: Vec<keeping::Effect<JsValue, Removed>>) -> bool {
        let mut shows = false;
        for effect in effects {
            match effect {
                keeping::Effect::Close => self.document = None,
                keeping::Effect::Redraw => {}
                keeping::Effect::Say(notice) => self.notice = Some(notice),
                keeping::Effect::SayNothing => self.notice = None,
                effect => {
                    self.safe.carry_out(effect);
                    continue;
                }
            }
            shows = true;
        }
        shows
    }

    pub(super) fn list(&mut self) {
        let effects = self.keeping.list();
        self.carry_out_keeping(effects);
    }

    /// Sends what is not yet stored to the store.
    pub(super) fn save(&mut self) {
        let effects = self.keeping.save(self.workbook().as_ref());
        self.carry_out_keeping(effects);
    }

    /// What is typed is to be kept, from now on.
    pub(super) fn keep_changed(&mut self) {
        if let Some(workbook) = self.workbook() {
            let effects = self.keeping.changed(&workbook, &self.safe);
            self.carry_out_keeping(effects);
        }
    }

    // ---- combining

    pub(super) fn combine(&mut self, msg: CombiningMsg) -> bool {
        if matches!(
            msg,
            combining::Msg::Begin(_) | combining::Msg::BeginWith(..)
        ) {
            self.forget_units();
        }
        for effect in self.combining.update(msg) {
            match effect {
                combining::Effect::Show => self.show(View::Consolidate),
                combining::Effect::Open(workbook) => {
                    self.open(opening::Msg::Combined(workbook));
                }
                combining::Effect::OpenUnit { file, source, form } => {
                    self.open_unit(file, source, form);
                }
                combining::Effect::Say(notice) => self.notice = Some(notice),
                effect => self.consolidating.carry_out(effect),
            }
        }
        true
    }

    // ---- a new version

    pub(super) fn renew(&mut self, msg: offline::Msg) -> bool {
        let before = self.offline.renewal();
        let kept = match &self.document {
            Some(_) if self.keeping.is_kept() => Kept::Safe,
            Some(_) if self.keeping.is_at_risk() => Kept::AtRisk,
            Some(_) => Kept::Waiting,
            None => Kept::Safe,
        };
        let mut says = false;
        for effect in self.offline.update(msg, kept) {
            match effect {
                offline::Effect::Save => self.save(),
                offline::Effect::TakeOver => take_over(),
                offline::Effect::Say(notice) => {
                    self.notice = Some(notice);
                    says = true;
                }
            }
        }
        says || self.offline.renewal() != before
    }

    /// What is coming is told when it has come.
    pub(super) fn later(&self, coming: impl Future<Output = PageMsg> + 'static) {
        let on = self.links.on.clone();
        spawn_local(async move { on.emit(coming.await) });
    }
}

/// What a workbook begins with: its first form; where nobody has begun one, the first table that is filled in. Where there
/// is no form, it is the first table.
fn first_view(workbook: &Workbook) -> View {
    let begun = workbook.forms.iter().any(|form| form.is_begun());
    let filled = |no: &TableNo| !workbook.accounts.table(*no).is_blank();
    match TableNo::all().find(filled) {
        Some(no) if !begun => View::Table(no),
        _ => View::Form(0),
    }
}
