//! The state of the page, and what changes it: puts the flows and the views together.

mod asking;
mod before;
mod blocks;
mod bookkeeping;
mod drafting;
mod editing;
mod flows;
mod going;
mod handing_out;
mod looking;
mod making;
mod outline;
mod pasting;
mod portal;
mod reading;
mod remarking;
mod rest;
mod reviewing;
mod shell;
mod units;

use super::asking::Asker;
use super::consolidating::Consolidating;
use super::document::{Document, Place};
use super::early;
use super::field::Refusals;
use super::host::Host;
use super::keeping::Safe;
use super::listeners::listeners;
use super::message::{
    AskingMsg, CombiningMsg, KeepingMsg, Msg, OpeningMsg, Out, ReadingMsg, Target,
};
use super::offline;
use super::reading::{Reader, reading_in};
use super::storage::Removed;
use super::unit::Units;
use super::whereabouts::View;
use super::words::Words;
use super::{keys, language};
use gloo_events::EventListener;
use gloo_timers::future::TimeoutFuture;
use juesuan::flows::asking::Asking;
use juesuan::flows::combining::{self, Combining, Progress};
use juesuan::flows::importing::Importing;
use juesuan::flows::keeping::{self, Keeping};
use juesuan::flows::line::Line;
use juesuan::flows::looking::Looking;
use juesuan::flows::offline::{self as renewing, Offline};
use juesuan::flows::opening::Opening;
use juesuan::flows::pasting::Pasting;
use juesuan::flows::reading::Reading;
use juesuan::flows::{Notice, Said};
use juesuan::say::Language;
use juesuan::session::Selection;
use juesuan_ask::Published;
use std::rc::Rc;
use wasm_bindgen::JsValue;
use web_sys::{Element, File, HtmlElement};
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
    read_only: bool,
    pub(super) document: Option<Document>,
    view: View,
    /// The form that was last on screen: rules that are being written are tried on it.
    tried: usize,
    notice: Option<Notice>,
    current: Option<Place>,
    selection: Option<Selection>,
    /// The cell somebody is in, and its text when it was entered.
    entered: Option<(Place, String)>,
    /// What was just done, said below the view.
    line: Option<Line>,
    looking: Looking<Target>,
    /// What had the focus before the list was opened.
    before_looking: Option<HtmlElement>,
    /// The field of the list is to be filled and focused once it is drawn.
    fill_field: bool,
    /// A place that was found, to be marked once it is drawn, and the one that is.
    shown: Option<String>,
    marked: Option<Element>,
    printing_all: bool,
    /// Findings and remarks are printed, in the place of the view.
    printing_list: bool,
    /// What is published is to be printed as soon as it is put together.
    print_composed: bool,
    /// The cell that was left while the browser prints.
    left: Option<HtmlElement>,
    /// What is held back for its errors.
    before: Option<Out>,
    /// Files hang over the page.
    dragging: bool,
    refusals: Refusals,
    /// Something to work with was drawn.
    is_ready: bool,
    /// The store is open: what it has is there in a moment, and everything is drawn at once then.
    draws_with_store: bool,
    /// The element to focus once this change is painted.
    focus: Option<String>,
    opening: Opening,
    keeping: Keeping<JsValue, Removed>,
    pasting: Pasting,
    combining: Combining<File>,
    units: Units,
    reading: Reading<File>,
    asking: Asking,
    offline: Offline,
    safe: Safe,
    consolidating: Consolidating,
    reader: Reader,
    asker: Asker,
    /// The workbook that a document has become.
    importing: Option<Importing>,
    /// What the open workbook would be published as.
    published: Option<Rc<Published>>,
    /// Parts of it that were chosen; all where there are none.
    parts: Vec<String>,
    /// What the rest of the program is to do once it is here.
    waiting: Vec<Msg>,
    links: Links,
    _listeners: Vec<EventListener>,
}

/// Where views and listeners send what happens. One of each for good: views compare them, and are drawn
/// anew for another.
struct Links {
    on: Callback<Msg>,
    opening: Callback<OpeningMsg>,
    keeping: Callback<KeepingMsg>,
    combining: Callback<CombiningMsg>,
    reading: Callback<ReadingMsg>,
    asking: Callback<AskingMsg>,
    offline: Callback<renewing::Msg>,
    show: Callback<View>,
}

impl Links {
    fn new(on: Callback<Msg>) -> Self {
        Links {
            opening: on.reform(Msg::Opening),
            keeping: on.reform(Msg::Keeping),
            combining: on.reform(Msg::Combining),
            reading: on.reform(Msg::Reading),
            asking: on.reform(Msg::Asking),
            offline: on.reform(Msg::Offline),
            show: on.reform(Msg::Show),
            on,
        }
    }
}

impl Component for App {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let host = ctx.props().host.clone();
        let mut words = Words::default();
        if host.portal.is_none() {
            let tag = language::at_first();
            words = Words::by_tag(Some(&tag));
            host.speak(&tag, words.product());
        }
        let links = Links::new(ctx.link().callback(|msg| msg));
        let mut safe = Safe::new(links.keeping.clone());
        let draws_with_store = host.portal.is_none() && early::is_store_open();
        // A portal hands over what is to be shown, and keeps it.
        if host.portal.is_none() {
            safe.carry_out(keeping::Effect::OpenStore);
            ctx.link().send_future(async {
                TimeoutFuture::new(MOST_WAITING).await;
                Msg::Keeping(keeping::Msg::StoreIsSlow)
            });
        }
        App {
            _listeners: listeners(&links.on, &host),
            reading: reading_in(&host),
            host,
            words,
            read_only: false,
            document: None,
            view: View::Start,
            tried: 0,
            notice: None,
            current: None,
            selection: None,
            entered: None,
            line: None,
            looking: Looking::default(),
            before_looking: None,
            fill_field: false,
            shown: None,
            marked: None,
            before: None,
            printing_all: false,
            printing_list: false,
            print_composed: false,
            left: None,
            dragging: false,
            refusals: Refusals::default(),
            is_ready: false,
            draws_with_store,
            focus: None,
            opening: Opening::new(EXAMPLE),
            keeping: Keeping::default(),
            pasting: Pasting::default(),
            combining: Combining::default(),
            units: Units::default(),
            asking: Asking::default(),
            offline: Offline::default(),
            safe,
            consolidating: Consolidating::new(links.combining.clone(), words.language),
            reader: Reader::new(links.reading.clone()),
            asker: Asker::new(links.asking.clone()),
            importing: None,
            published: None,
            parts: Vec::new(),
            waiting: Vec::new(),
            links,
        }
    }

    fn update(&mut self, _ctx: &Context<Self>, msg: Msg) -> bool {
        let refusals = self.refusals;
        let shows = match msg {
            // What happens while the page opens. Everything else is the rest's.
            Msg::Keeping(msg) => self.keep(msg),
            Msg::Offline(msg) => self.renew(msg),
            Msg::Dragging(is) => std::mem::replace(&mut self.dragging, is) != is,
            Msg::Dismiss => self.notice.take().is_some(),
            Msg::RestCame(is_here) => self.rest_came(is_here),
            msg => self.leave_to_rest(msg),
        };
        self.stay_on_a_form();
        shows || self.refusals != refusals
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        if self.draws_with_store && !self.is_usable() {
            return Html::default();
        }
        self.whole().unwrap_or_else(|| self.entrance())
    }

    fn rendered(&mut self, _ctx: &Context<Self>, _first: bool) {
        if !self.is_ready && self.is_usable() {
            self.is_ready = true;
            // Measured by the benchmark; harmless where marks are not supported.
            if let Some(performance) = web_sys::window().and_then(|w| w.performance()) {
                let _ = performance.mark("juesuan-ready");
            }
            // What fetches the whole site must not hold up the first screen.
            if self.host.portal.is_none() {
                offline::install(self.links.offline.reform(|()| renewing::Msg::Ready));
                self.fetch_rest();
            }
        }
        if let Some(id) = self.focus.take() {
            keys::focus(&self.host, &id);
        }
        self.show_found();
    }
}

impl App {
    /// Whether there is something to work with: what the store has, or an open workbook.
    fn is_usable(&self) -> bool {
        self.keeping.entries().is_some() || self.document.is_some()
    }

    /// What happens where there is something to work with.
    fn work(&mut self, msg: Msg) -> bool {
        match msg {
            // What somebody types or where they go comes first: it must be quick.
            Msg::Edit(edit) => self.edit(&edit),
            Msg::EditThen(edit, place) => {
                self.focus = Some(keys::id(place));
                self.edit(&edit)
            }
            Msg::EditThere(edit) => self.edit_there(&edit),
            Msg::Enter(place) => self.enter(place),
            Msg::Leave(place) => self.leave(place),
            Msg::Opening(msg) => self.open(msg),
            Msg::Pasting(msg) => self.paste(msg),
            Msg::Combining(msg) => self.combine(msg),
            Msg::Reading(msg) => self.read(msg),
            Msg::Asking(msg) => self.ask(msg),
            Msg::Portal(from) => self.hear_portal(from),
            msg => self.update_page(msg),
        }
    }

    /// What belongs to no flow: where somebody goes, what they do to cells, what they take along.
    fn update_page(&mut self, msg: Msg) -> bool {
        match msg {
            Msg::Show(view) => {
                self.quieten(view);
                self.show(view);
            }
            Msg::Chosen(files) => {
                self.choose(files);
                return false;
            }
            Msg::AddProject => self.add_project(),
            Msg::Paste(place, cells) => return self.paste_at(place, cells),
            Msg::AddSubject(table, code) => self.add_subject(table, &code),
            Msg::GoTo(place) => self.leave_for(place),
            Msg::SelectTo(place) => self.select_to(place),
            Msg::SelectFurther(towards) => self.select_further(towards),
            Msg::Unselect => self.unselect(),
            Msg::FillDown => return self.fill_down(),
            Msg::Clear => return self.clear(),
            Msg::Revert => self.revert(),
            Msg::Check => self.check(),
            Msg::Look(msg) => return self.look(msg),
            Msg::Undo => return self.undo(Document::undo),
            Msg::Redo => return self.undo(Document::redo),
            Msg::Save => return self.save_whole(),
            Msg::PrintAll if self.holds_back(Out::PrintAll) => {}
            Msg::Print if self.holds_back(Out::Print) || self.prints_once_composed() => {}
            Msg::Print | Msg::PrintNow => self.print(),
            Msg::PrintAll => self.print_all(),
            Msg::Printing => return self.leave_cell(),
            Msg::GoOn(true) => return self.go_on(),
            Msg::GoOn(false) => self.stop_going_out(),
            Msg::Printed => return self.printed(),
            Msg::ImportRules(file) => {
                self.import_rules(file);
                return false;
            }
            Msg::RulesRead(bytes) => self.rules_read(bytes),
            Msg::ExportRules(id) => self.export_rules(&id),
            Msg::ExportDraft(at) => self.export_draft(at),
            Msg::TryOn(form) => self.tried = form,
            Msg::HandOn(shape) => self.hand_on(shape),
            Msg::PrintList => self.print_list(),
            Msg::StepReview(forward) => return self.step_review(forward),
            Msg::Document(msg) => return self.work_on(msg),
            Msg::ToPanel => self.go_to_panel(),
            Msg::HandOnReview(at, shape) => self.hand_on_review(at, shape),
            Msg::CopyText => self.copy_text(),
            Msg::CopyTable(table) => self.copy_table(table),
            Msg::SaveChart(kind, picture) => self.save_chart(kind, picture),
            Msg::Say(sentence) => self.problem(Said::InWords(sentence)),
            Msg::Speak(language) => {
                language::remember(language);
                self.speak(language, language.tag());
            }
            Msg::Focus(id) => self.focus = Some(id.into_owned()),
            Msg::WriteRemark(place, text) => return self.write_remark(place, text),
            Msg::ToUnits => self.show_units(),
            Msg::CopyUnits => self.copy_units(),
            // Done before it comes here.
            Msg::Dragging(_)
            | Msg::Dismiss
            | Msg::RestCame(_)
            | Msg::Edit(_)
            | Msg::EditThen(..)
            | Msg::EditThere(_)
            | Msg::Enter(_)
            | Msg::Leave(_)
            | Msg::Opening(_)
            | Msg::Keeping(_)
            | Msg::Pasting(_)
            | Msg::Combining(_)
            | Msg::Reading(_)
            | Msg::Asking(_)
            | Msg::Offline(_)
            | Msg::Portal(_) => return false,
        }
        true
    }

    /// Goes on in a language.
    fn speak(&mut self, language: Language, tag: &str) {
        self.words = Words { language };
        self.consolidating.language = language;
        // What is on screen of a consolidation is said anew.
        if let Progress::Done { wanted, .. } = *self.combining.progress() {
            self.combine(combining::Msg::Choose(wanted));
        }
        self.host.speak(tag, self.words.product());
        if let Some(document) = &mut self.document {
            document.speak(language);
        }
    }

    fn check(&mut self) {
        if let Some(document) = &mut self.document {
            document.check();
        }
    }

    fn problem(&mut self, said: Said) {
        self.notice = Some(Notice::Problem(said));
    }
}
