//! The state of the page, and what changes it: puts the flows and the views together.

mod blocks;
mod bookkeeping;
mod going;
mod opening;
mod pasting;
mod renewing;
mod shell;

use super::block::Block;
use super::consolidating::Consolidating;
use super::document::{Document, Place};
use super::entry::Entry;
use super::field::Refusals;
use super::host::{Host, Told};
use super::keeping::Keeping;
use super::listeners::listeners;
use super::message::{Msg, Notice};
use super::offline::{self, Renewal};
use super::pasting::Pasted;
use super::selection::Selection;
use super::whereabouts::View;
use super::words::Words;
use super::{files, keeping, keys, language};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use gloo_timers::future::TimeoutFuture;
use juesuan::exchange::{read_rules, write_rules};
use juesuan::say::Language;
use juesuan::{Edit, Refused, Workbook};
use std::future::Future;
use std::sync::Arc;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

/// Milliseconds for which the first screen waits for the store: mostly it answers in ten.
const MOST_WAITING: u32 = 300;

const EXAMPLE: &[u8] = include_bytes!("../../static/example.juesuan.json");

#[derive(Properties, PartialEq)]
pub struct Props {
    pub host: Host,
}

pub struct App {
    pub(super) host: Host,
    pub(super) words: Words,
    /// Nothing can be changed.
    pub(super) read_only: bool,
    pub(super) document: Option<Document>,
    pub(super) view: View,
    /// What the store holds; `None` while it has not answered. Only then there is a first screen to show:
    /// what came later would push the rest of it away under somebody's mouse.
    pub(super) entries: Option<Vec<Entry>>,
    pub(super) keeping: Keeping,
    pub(super) notice: Option<Notice>,
    pub(super) current: Option<Place>,
    pub(super) selection: Option<Selection>,
    pub(super) block: Option<Block>,
    /// What came of the last whole table that was pasted.
    pub(super) pasted: Option<Pasted>,
    /// The cell somebody is in, and its text when it was entered.
    pub(super) entered: Option<(Place, String)>,
    pub(super) consolidating: Consolidating,
    pub(super) printing_all: bool,
    pub(super) renewal: Renewal,
    pub(super) refusals: Refusals,
    /// Something to work with was drawn.
    is_ready: bool,
    /// The element to focus once this change is painted.
    pub(super) focus: Option<String>,
    /// One for good: views compare it, and are drawn anew for another.
    pub(super) on: Callback<Msg>,
    _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let host = ctx.props().host.clone();
        let on = ctx.link().callback(|msg| msg);
        let mut words = Words::default();
        if host.portal.is_none() {
            let tag = language::at_first();
            words = Words::by_tag(Some(&tag));
            host.speak(&tag, words.product());
        }
        let keeping = Keeping::new(on.reform(Msg::Keeping));
        // A portal hands over what is to be shown, and keeps it.
        if host.portal.is_none() {
            keeping.open();
            ctx.link().send_future(async {
                TimeoutFuture::new(MOST_WAITING).await;
                Msg::StoreIsSlow
            });
            offline::install(on.reform(|()| Msg::NewVersion));
        }
        App {
            _listeners: listeners(&on, &host),
            host,
            words,
            read_only: false,
            document: None,
            view: View::Start,
            entries: None,
            keeping,
            notice: None,
            current: None,
            selection: None,
            block: None,
            pasted: None,
            entered: None,
            consolidating: Consolidating::new(on.reform(Msg::Consolidating)),
            printing_all: false,
            renewal: Renewal::None,
            refusals: Refusals::default(),
            is_ready: false,
            focus: None,
            on,
        }
    }

    fn update(&mut self, _ctx: &Context<Self>, msg: Msg) -> bool {
        let refusals = self.refusals;
        let shows = match msg {
            // What somebody types or where they go comes first: it must be quick.
            Msg::Edit(edit) => self.edit(&edit),
            Msg::EditThen(edit, place) => {
                self.focus = Some(place.id());
                self.edit(&edit)
            }
            Msg::Enter(place) => self.enter(place),
            Msg::Leave(place) => self.document.as_mut().is_some_and(|d| d.leave(place)),
            msg => self.update_rest(msg),
        };
        self.stay_on_a_form();
        shows || self.refusals != refusals
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        self.shell()
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        if !self.is_ready && (self.entries.is_some() || self.document.is_some()) {
            self.is_ready = true;
            // Measured by the benchmark; harmless where marks are not supported.
            if let Some(performance) = web_sys::window().and_then(|w| w.performance()) {
                let _ = performance.mark("juesuan-ready");
            }
        }
        if let Some(id) = self.focus.take() {
            keys::focus(&self.host, &id);
        }
    }
}

impl App {
    fn update_rest(&mut self, msg: Msg) -> bool {
        match msg {
            Msg::Edit(_) | Msg::EditThen(..) | Msg::Enter(_) | Msg::Leave(_) => return false,
            Msg::Show(view) => self.show(view),
            Msg::Create { year, unit, rules } => {
                let workbook = Workbook::new(&year, &unit, &rules);
                self.open_new(workbook, false);
            }
            Msg::Example => self.open_bytes(EXAMPLE, None, false),
            Msg::Open(file, handle) => return self.read_file(file, handle, false),
            Msg::OpenForNextYear(file) => return self.read_file(file, None, true),
            Msg::Choose => {
                let on = self.on.clone();
                spawn_local(async move {
                    if let Some((file, handle)) = files::choose().await {
                        on.emit(Msg::Open(file, Some(handle)));
                    }
                });
                return false;
            }
            Msg::Opened { bytes: None, .. } => self.problem(self.words.file_unreadable()),
            Msg::Opened {
                bytes: Some(bytes),
                file,
                next_year,
            } => self.open_bytes(&bytes, file, next_year),
            Msg::Keeping(msg) => return self.keep(msg),
            Msg::Listed(entries) => self.entries = Some(entries),
            Msg::StoreIsSlow => {
                let waited = self.entries.is_none();
                self.entries.get_or_insert_default();
                return waited;
            }
            Msg::Continue(id) => return self.load(id, false),
            Msg::NextYear(id) => return self.load(id, true),
            Msg::Loaded {
                id,
                found,
                next_year,
            } => self.loaded(id, found, next_year),
            Msg::Delete(entry) => return self.delete(entry),
            Msg::Deleted(entry, removed) => {
                self.notice = Some(Notice::Deleted(entry, removed));
                self.list();
                self.retry();
            }
            Msg::Restore => {
                if let Some(Notice::Deleted(entry, removed)) = self.notice.take() {
                    let (store, words) = (self.keeping.store(), self.words);
                    self.later(async move {
                        match store.restore(&entry.id, &removed).await {
                            Ok(()) => Msg::Listed(store.list().await),
                            Err(_) => Msg::Say(words.restore_failed().to_owned()),
                        }
                    });
                }
            }
            Msg::AddProject => {
                if let Some(document) = &self.document {
                    let form = Box::new(document.workbook().new_project());
                    let last = document.workbook().forms.len();
                    if self.edit(&Edit::AddForm { form }) {
                        self.view = View::Form(last);
                        self.at(None);
                    }
                }
            }
            Msg::Paste(place, cells) => self.paste(place, cells),
            Msg::PasteTable(table, cells, unit) => self.paste_table(table, cells, unit),
            Msg::AddSubject(table, code) => self.add_subject(table, &code),
            Msg::GoTo(place) => self.go_to(place),
            Msg::SelectTo(place) => self.select_to(place),
            Msg::SelectFurther(towards) => self.select_further(towards),
            Msg::Unselect => self.unselect(),
            Msg::FillDown => return self.fill_down(),
            Msg::Clear => return self.clear(),
            Msg::Revert => {
                if let Some((place, text)) = self.entered.clone() {
                    self.focus = Some(place.id());
                    self.edit(&place.setting(text));
                }
            }
            Msg::Check => {
                if let Some(document) = &mut self.document {
                    document.check();
                }
            }
            Msg::Undo | Msg::Redo => {
                let Some(document) = self.document.as_mut().filter(|_| !self.read_only) else {
                    return false;
                };
                let spot = if matches!(msg, Msg::Undo) {
                    document.undo()
                } else {
                    document.redo()
                };
                let Some(spot) = spot else { return false };
                // What was said of a paste is no longer so.
                self.pasted = None;
                if matches!(&self.notice, Some(Notice::Problem(said) | Notice::Done(said)) if said.ends_with(self.words.undoable()))
                {
                    self.notice = None;
                }
                self.unselect();
                self.changed();
                self.show_spot(spot);
            }
            Msg::Save => match &self.host.portal {
                Some(portal) => {
                    portal.tell(Told::Saved);
                    return false;
                }
                None => self.save_file(),
            },
            Msg::Kept(mark, kept) => return self.kept(&mark, kept),
            Msg::Print => {
                self.print();
                return false;
            }
            Msg::PrintAll => {
                self.printing_all = true;
                // Once all forms are drawn.
                let on = self.on.clone();
                Timeout::new(50, move || on.emit(Msg::Print)).forget();
            }
            Msg::Printed => {
                return std::mem::take(&mut self.printing_all);
            }
            Msg::ImportRules(file) => {
                self.later(async { Msg::RulesRead(files::bytes(file).await) });
                return false;
            }
            Msg::RulesRead(None) => self.problem(self.words.file_unreadable()),
            Msg::RulesRead(Some(bytes)) => match read_rules(&bytes) {
                Ok(rules) => {
                    let rules = Arc::new(rules);
                    let imported = Notice::Done(self.words.rules_imported(&rules.name));
                    if self.edit(&Edit::AddRuleSet { rules }) {
                        self.notice = Some(imported);
                    }
                }
                Err(error) => self.problem(&error.to_string()),
            },
            Msg::ExportRules(id) => {
                let rules = self
                    .document
                    .as_ref()
                    .and_then(|d| d.workbook().rules_named(&id));
                let exported = rules.map(|rules| {
                    let name = format!("{id}{}", juesuan::exchange::RULES_EXTENSION);
                    files::download(&name, &write_rules(rules), files::JSON)
                });
                if matches!(exported, Some(Err(_))) {
                    self.problem(self.words.file_not_saved());
                }
            }
            Msg::HandOn(shape) => self.hand_on(shape),
            Msg::CopyText => self.copy_text(),
            Msg::CopyTable(table) => self.copy_table(table),
            Msg::SaveChart(kind, picture) => self.save_chart(kind, picture),
            Msg::Consolidate(files) => {
                self.show(View::Consolidate);
                self.consolidating.begin(files);
            }
            Msg::Consolidating(msg) => {
                if let Some(sentence) = self.consolidating.update(msg, self.words) {
                    self.problem(sentence);
                }
            }
            Msg::OpenConsolidated => self.open_consolidated(),
            Msg::NewVersion => self.renewal = Renewal::Ready,
            Msg::Renew => self.renew(),
            Msg::RenewLater => self.renewal = Renewal::None,
            Msg::Say(sentence) => self.problem(&sentence),
            Msg::Dismiss => self.notice = None,
            Msg::Remark => self.focus = Some(keys::REMARK.to_owned()),
            Msg::HandedOver => return self.take_over(),
            Msg::PutAway => {
                self.document = None;
                self.view = View::Start;
                self.notice = None;
                self.read_only = false;
                self.at(None);
            }
            Msg::UseRules(id) => return self.use_rules(id),
            Msg::Speak(language) => {
                language::remember(language);
                self.speak(language, language.tag());
            }
            Msg::SpeakAs(tag) => match Language::named(&tag) {
                Some(language) => self.speak(language, &tag),
                None => self.speak(Language::default(), Language::default().tag()),
            },
            Msg::ReadOnly(read_only) => {
                self.read_only = read_only;
                self.unselect();
            }
        }
        true
    }

    /// Goes on in a language. What was said in another is not said again.
    fn speak(&mut self, language: Language, tag: &str) {
        self.words = Words { language };
        self.host.speak(tag, self.words.product());
        if let Some(document) = &mut self.document {
            document.speak(language);
        }
        if matches!(self.notice, Some(Notice::Problem(_) | Notice::Done(_))) {
            self.notice = None;
        }
    }

    pub(super) fn list(&mut self) {
        if let Some(store) = self.keeping.answered() {
            self.later(async move { Msg::Listed(store.list().await) });
        }
    }

    /// Something happened to what is kept. Says whether that shows.
    fn keep(&mut self, msg: keeping::Msg) -> bool {
        let opened = matches!(msg, keeping::Msg::Opened(_));
        let saved = matches!(msg, keeping::Msg::Saved(..));
        let heard = matches!(msg, keeping::Msg::Heard(_));
        let open = self.document.as_ref().map(Document::workbook);
        let shows = self.keeping.update(msg, open);
        if opened || (saved || heard) && self.view == View::Start {
            self.list();
        }
        if opened {
            self.save();
        }
        if saved && self.renewal == Renewal::Wanted {
            self.renew();
        }
        shows
    }

    fn retry(&mut self) {
        self.keep(keeping::Msg::Retry);
    }

    /// What is coming is told when it has come.
    fn later(&self, coming: impl Future<Output = Msg> + 'static) {
        let on = self.on.clone();
        spawn_local(async move { on.emit(coming.await) });
    }

    pub(super) fn problem(&mut self, sentence: &str) {
        self.notice = Some(Notice::Problem(sentence.to_owned()));
    }

    /// Makes an edit, or says why it cannot be made. Says whether it was.
    pub(super) fn edit(&mut self, edit: &Edit) -> bool {
        if self.read_only {
            return false;
        }
        // One form is the portal's: there is no second, and no form less.
        let of_forms = matches!(
            edit,
            Edit::AddForm { .. } | Edit::CopyForm { .. } | Edit::RemoveForm { .. }
        );
        if of_forms
            && self
                .host
                .portal
                .as_ref()
                .is_some_and(|portal| !portal.is_whole())
        {
            return false;
        }
        let Some(document) = &mut self.document else {
            return false;
        };
        match document.apply(edit) {
            Ok(()) => {}
            // The row is gone already, as after two quick clicks on one button.
            Err(Refused::BadCell(_)) => return false,
            Err(Refused::Beyond(beyond)) => {
                self.problem(&beyond.to_string());
                // What was typed nevertheless leaves the field again.
                self.refusals.0 += 1;
                return false;
            }
        }
        match edit {
            Edit::CopyForm { form } => {
                self.view = View::Form(form + 1);
                self.at(None);
            }
            Edit::RemoveForm { .. } => self.at(None),
            _ => {}
        }
        self.changed();
        true
    }

    /// What is open is another now: it is kept, or the portal that keeps it is told.
    pub(super) fn changed(&mut self) {
        match &self.host.portal {
            Some(portal) => {
                portal.tell(Told::Change);
                portal.tell(Told::Validated);
            }
            None => {
                if let Some(document) = &self.document {
                    self.keeping.changed(document.workbook());
                }
            }
        }
    }

    fn print(&self) {
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

    /// Sends what is not yet stored to the store.
    pub(super) fn save(&mut self) {
        if let Some(document) = &self.document {
            self.keeping.save(document.workbook());
        }
    }
}
