//! The state of the page and everything that changes it.

use super::clock::{time_of_day, today};
use super::document::{Document, Place};
use super::listeners::listeners;
use super::storage::{self, Entry, StorageError};
use super::views::{
    findings::Findings, form::FormView, nav::Nav, quick::Quick, start::Start, top::Top,
};
use super::{files, keys, text};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use juesuan::evaluation::{Cell, FormKind, MOST_INDICATORS, built_in, rule_set};
use juesuan::exchange::{FileError, read_workbook, write_workbook};
use juesuan::{Edit, Workbook};
use wasm_bindgen::JsCast;
use web_sys::{File, HtmlElement};
use yew::prelude::*;

/// Milliseconds from the last change until it is in the browser's store.
const AUTOSAVE_AFTER: u32 = 200;

const EXAMPLE: &[u8] = include_bytes!("../../static/example.juesuan.json");

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum View {
    Start,
    Quick,
    Form(usize),
}

pub enum Msg {
    Show(View),
    Create {
        year: String,
        unit: String,
        rules: String,
    },
    Example,
    /// A file was chosen or dropped.
    Open(File),
    /// It was read, or could not be.
    Opened(Option<Vec<u8>>),
    Continue(String),
    Delete(String),
    Edit(Edit),
    /// An edit, and where to be afterwards.
    EditThen(Edit, Place),
    /// A new project form, laid out by the rules of the first form.
    AddProject,
    CopyForm(usize),
    RemoveForm(usize),
    /// A block from a spreadsheet, pasted at a cell.
    Paste(Place, Vec<Vec<String>>),
    Enter(Place),
    Leave(Place),
    GoTo(Place),
    Check,
    Undo,
    Redo,
    Save,
    Print,
    Autosave,
    /// The page is going away: save now.
    Flush,
    /// Another window wrote this key.
    Elsewhere(String),
    SaveCopy,
    Dismiss,
}

/// How the last autosave went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saving {
    Not,
    At(String),
    Failed(StorageError),
    /// Another window has the workbook too, and wrote last.
    Conflict,
}

pub struct App {
    document: Option<Document>,
    view: View,
    entries: Vec<Entry>,
    saving: Saving,
    unsaved: bool,
    timer: Option<Timeout>,
    /// A sentence about the last file that could not be opened.
    message: Option<String>,
    current: Option<Place>,
    /// The element to focus once this change is painted.
    focus: Option<String>,
    /// One for good: views compare it, and are drawn anew for another.
    on: Callback<Msg>,
    _listeners: Vec<EventListener>,
}

impl Component for App {
    type Message = Msg;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        App {
            document: None,
            view: View::Start,
            entries: storage::list(),
            saving: Saving::Not,
            unsaved: false,
            timer: None,
            message: None,
            current: None,
            focus: None,
            on: ctx.link().callback(|msg| msg),
            _listeners: listeners(ctx),
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Show(view) => {
                self.flush();
                self.view = view;
                self.entries = storage::list();
                self.current = None;
            }
            Msg::Create { year, unit, rules } => {
                let workbook = Workbook::new(&year, &unit, &rules);
                self.open(storage::new_id(), workbook, false);
                self.changed(ctx);
            }
            Msg::Example => self.open_file(ctx, EXAMPLE),
            Msg::Open(file) => {
                if file.size() > juesuan::exchange::LARGEST_FILE as f64 {
                    let megabytes = (file.size() / (1024.0 * 1024.0)) as usize;
                    self.message = Some(FileError::TooLarge(megabytes).to_string());
                } else {
                    ctx.link()
                        .send_future(async { Msg::Opened(files::bytes(file).await) });
                    return false;
                }
            }
            Msg::Opened(None) => self.message = Some(text::FILE_UNREADABLE.to_owned()),
            Msg::Opened(Some(bytes)) => self.open_file(ctx, &bytes),
            Msg::Continue(id) => match storage::load(&id) {
                Some(Ok(workbook)) => self.open(id, workbook, true),
                Some(Err(error)) => {
                    self.message = Some(format!("{}{error}", text::STORED_UNREADABLE));
                }
                None => self.entries = storage::list(),
            },
            Msg::Delete(id) => {
                if self.document.as_ref().is_some_and(|d| d.id == id) {
                    self.document = None;
                    self.unsaved = false;
                    self.timer = None;
                }
                storage::remove(&id);
                self.entries = storage::list();
            }
            Msg::Edit(edit) => return self.edit(ctx, &edit),
            Msg::EditThen(edit, place) => {
                self.focus = Some(keys::id(place.0, place.1));
                return self.edit(ctx, &edit);
            }
            Msg::AddProject => {
                let Some(document) = &self.document else {
                    return false;
                };
                let Some(first) = document.workbook().forms.first() else {
                    return false;
                };
                let rules = rule_set(&first.rule_set).unwrap_or(&built_in()[0]);
                let form = Box::new(Workbook::project_form(&first.unit, rules));
                let last = document.workbook().forms.len();
                self.edit(ctx, &Edit::AddForm { form });
                self.view = View::Form(last);
                self.current = None;
            }
            Msg::CopyForm(form) => {
                self.edit(ctx, &Edit::CopyForm { form });
                self.view = View::Form(form + 1);
                self.current = None;
            }
            Msg::RemoveForm(form) => {
                self.edit(ctx, &Edit::RemoveForm { form });
                self.current = None;
            }
            Msg::Paste((form, cell), cells) => {
                let Cell::Indicator(goal, row, field) = cell else {
                    return false;
                };
                let widest = cells.iter().map(Vec::len).max().unwrap_or(0);
                let columns = Edit::columns_from(field).len();
                let rows = self
                    .document
                    .as_ref()
                    .and_then(|d| d.workbook().forms.get(form).map(|f| f.indicator_count()));
                if rows.unwrap_or(0) + cells.len() > MOST_INDICATORS {
                    self.message = Some(text::paste_too_long(cells.len(), MOST_INDICATORS));
                    return true;
                }
                self.message = (widest > columns).then(|| text::paste_too_wide(widest, columns));
                self.edit(
                    ctx,
                    &Edit::Paste {
                        form,
                        goal,
                        row,
                        field,
                        cells,
                    },
                );
            }
            Msg::Enter(place) => {
                let new = self.current != Some(place);
                self.current = Some(place);
                return new;
            }
            Msg::Leave(place) => {
                return self.document.as_mut().is_some_and(|d| d.leave(place));
            }
            Msg::GoTo(place) => {
                self.view = View::Form(place.0);
                self.focus = Some(keys::id(place.0, place.1));
                self.current = Some(place);
            }
            Msg::Check => {
                if let Some(document) = &mut self.document {
                    document.check();
                }
            }
            Msg::Undo | Msg::Redo => {
                let Some(document) = &mut self.document else {
                    return false;
                };
                let place = if matches!(msg, Msg::Undo) {
                    document.undo()
                } else {
                    document.redo()
                };
                if let Some(place) = place {
                    self.view = View::Form(place.0);
                    self.focus = Some(keys::id(place.0, place.1));
                }
                self.changed(ctx);
            }
            Msg::Save => {
                if let Some(document) = &self.document {
                    let workbook = document.workbook();
                    let unit = workbook.forms.first().map(|f| f.unit.to_string());
                    let name = files::name(&workbook.year, &unit.unwrap_or_default());
                    if files::download(&name, &write_workbook(workbook)).is_err() {
                        self.message = Some(text::FILE_UNREADABLE.to_owned());
                    }
                }
            }
            Msg::Print => {
                if let Some(window) = web_sys::window() {
                    // Refused only inside a frame that may not print, where there is nothing to say.
                    let _ = window.print();
                }
                return false;
            }
            Msg::Autosave | Msg::Flush => {
                return self.flush();
            }
            Msg::Elsewhere(key) => {
                let ours = self
                    .document
                    .as_ref()
                    .is_some_and(|d| storage::key(&d.id) == key);
                if !ours {
                    self.entries = storage::list();
                    return self.view == View::Start;
                }
                self.timer = None;
                self.saving = Saving::Conflict;
            }
            Msg::SaveCopy => {
                if let Some(document) = &mut self.document {
                    document.id = storage::new_id();
                    self.saving = Saving::Not;
                    self.changed(ctx);
                }
            }
            Msg::Dismiss => self.message = None,
        }
        self.stay_on_a_form();
        true
    }

    fn view(&self, _ctx: &Context<Self>) -> Html {
        let on = self.on.clone();
        let form = match self.view {
            View::Form(form) => Some(form),
            _ => None,
        };
        let document = self.document.as_ref();
        let main = match (self.view, document) {
            (View::Form(form), Some(document)) => self.form(form, document, &on),
            (View::Quick, _) => html! { <Quick /> },
            _ => html! {
                <Start entries={self.entries.clone()} on={on.clone()} />
            },
        };
        let panel = match (form, document) {
            (Some(form), Some(document)) => {
                let seen = document.seen(form);
                let workbook = document.workbook();
                let evaluation = document.assessment().forms.get(form).cloned();
                html! {
                    if let (Some(source), Some(evaluation)) = (workbook.forms.get(form), evaluation) {
                        <Findings {seen} {form} source={source.clone()} {evaluation}
                            current={self.current.filter(|p| p.0 == form).map(|p| p.1)} on={on.clone()} />
                    }
                }
            }
            _ => Html::default(),
        };
        let alert = self.alert(&on);
        let shell = classes!("shell", form.is_some().then_some("with-panel"));
        html! {
            <div class={shell}>
                <Top workbook={document.map(|d| d.workbook().clone())} {form}
                    can_undo={document.is_some_and(Document::can_undo)}
                    can_redo={document.is_some_and(Document::can_redo)} on={on.clone()} />
                <Nav view={self.view} forms={self.nav_forms()} saving={self.saving.clone()} on={on.clone()} />
                // A view of its own each, so that none begins where another was scrolled to.
                <main key={format!("{:?}", self.view)} class="main" tabindex="-1">
                    { alert }
                    { main }
                </main>
                { panel }
            </div>
        }
    }

    fn rendered(&mut self, _ctx: &Context<Self>, first: bool) {
        if first && let Some(performance) = web_sys::window().and_then(|w| w.performance()) {
            // Measured by the benchmark; harmless where marks are not supported.
            let _ = performance.mark("juesuan-ready");
        }
        if let Some(id) = self.focus.take() {
            focus(&id);
        }
    }
}

impl App {
    /// Opens what a file holds under an id of its own, or says why it cannot be opened.
    fn open_file(&mut self, ctx: &Context<Self>, bytes: &[u8]) {
        match read_workbook(bytes) {
            Ok(workbook) => {
                self.open(storage::new_id(), workbook, true);
                self.changed(ctx);
            }
            Err(error) => self.message = Some(error.to_string()),
        }
    }

    fn open(&mut self, id: String, workbook: Workbook, checked: bool) {
        if workbook.forms.is_empty() {
            self.message = Some(text::NO_FORMS.to_owned());
            return;
        }
        // What was open before is saved before it leaves.
        self.flush();
        self.document = Some(Document::new(id, workbook, checked, today()));
        self.view = View::Form(0);
        self.saving = Saving::Not;
        self.message = None;
        self.current = None;
    }

    /// The form on screen may be gone, removed or undone: then the one before it is shown.
    fn stay_on_a_form(&mut self) {
        if let (View::Form(form), Some(document)) = (self.view, &self.document) {
            let last = document.workbook().forms.len().saturating_sub(1);
            self.view = View::Form(form.min(last));
        }
    }

    fn edit(&mut self, ctx: &Context<Self>, edit: &Edit) -> bool {
        let Some(document) = &mut self.document else {
            return false;
        };
        if document.apply(edit).is_err() {
            // The row is gone already, as after two quick clicks on one button.
            return false;
        }
        self.changed(ctx);
        true
    }

    /// Starts the clock of the autosave, unless another window owns the workbook.
    fn changed(&mut self, ctx: &Context<Self>) {
        self.unsaved = true;
        if self.saving == Saving::Conflict {
            return;
        }
        let link = ctx.link().clone();
        // A running clock goes on: steady typing must not put the save off.
        if self.timer.is_none() {
            self.timer = Some(Timeout::new(AUTOSAVE_AFTER, move || {
                link.send_message(Msg::Autosave);
            }));
        }
    }

    /// Writes what is not yet in the store. Says whether that shows.
    fn flush(&mut self) -> bool {
        self.timer = None;
        let Some(document) = &self.document else {
            return false;
        };
        if !self.unsaved || self.saving == Saving::Conflict {
            return false;
        }
        let before = self.saving.clone();
        self.saving = match storage::save(&document.id, document.workbook()) {
            Ok(()) => {
                self.unsaved = false;
                Saving::At(time_of_day())
            }
            Err(error) => Saving::Failed(error),
        };
        self.saving != before
    }

    fn form(&self, form: usize, document: &Document, on: &Callback<Msg>) -> Html {
        let source = document.workbook().forms.get(form);
        let evaluation = document.assessment().forms.get(form);
        match (source, evaluation) {
            (Some(source), Some(evaluation)) => html! {
                <FormView index={form} form={source.clone()} evaluation={evaluation.clone()}
                    marks={document.seen(form).marks} on={on.clone()} />
            },
            _ => Html::default(),
        }
    }

    /// Name and errors of each form, for the navigation.
    fn nav_forms(&self) -> Vec<(String, usize)> {
        let Some(document) = &self.document else {
            return Vec::new();
        };
        let forms = document.workbook().forms.iter().enumerate();
        forms
            .map(|(i, form)| {
                let name = match form.kind {
                    FormKind::Overall => text::NAV_OVERALL,
                    FormKind::Project if form.name.is_blank() => text::NAV_PROJECT,
                    FormKind::Project => form.name.trim(),
                };
                (name.to_owned(), document.seen(i).counts.errors)
            })
            .collect()
    }

    fn alert(&self, on: &Callback<Msg>) -> Html {
        let (sentence, action) = match (&self.message, &self.saving) {
            (Some(message), _) => (
                message.clone(),
                Some((text::CLOSE, on.reform(|_| Msg::Dismiss))),
            ),
            (None, Saving::Conflict) => (
                text::SAVE_CONFLICT.to_owned(),
                Some((text::SAVE_CONFLICT_COPY, on.reform(|_| Msg::SaveCopy))),
            ),
            (None, Saving::Failed(StorageError::Full)) => (text::SAVE_FULL.to_owned(), None),
            (None, Saving::Failed(StorageError::Forbidden)) => {
                (text::SAVE_FORBIDDEN.to_owned(), None)
            }
            _ => return Html::default(),
        };
        html! {
            <div class="alert" role="alert">
                <span class="alert-icon" aria-hidden="true"></span>
                <p>{ sentence }</p>
                if let Some((label, onclick)) = action {
                    <button type="button" {onclick}>{ label }</button>
                }
            </div>
        }
    }
}

/// Focuses a cell, brings it into view and selects its text.
fn focus(id: &str) {
    let element = web_sys::window()
        .and_then(|w| w.document())
        .and_then(|d| d.get_element_by_id(id))
        .and_then(|e| e.dyn_into::<HtmlElement>().ok());
    let Some(element) = element else { return };
    let _ = element.focus();
    if let Some(input) = element.dyn_ref::<web_sys::HtmlInputElement>() {
        input.select();
    } else if let Some(area) = element.dyn_ref::<web_sys::HtmlTextAreaElement>() {
        area.select();
    }
}
