//! The page in a portal's frame: `?embed=1&origin=https://portal.example`. Both sides speak by
//! messages, and only with that one origin.

use super::embedded::Embedded;
use super::files::handed_over;
use super::host::Told;
use super::language;
use super::rest::{self, at_once};
use super::words::Words;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use js_sys::{JSON, Object, Reflect};
use serde::Deserialize;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::wasm_split;
use web_sys::{File, HtmlElement, MessageEvent, ResizeObserver, Url, UrlSearchParams, Window};

/// Messages of a portal that are listened to in a second; more are ignored, and counted.
const MOST_IN_A_SECOND: u32 = 60;
/// Milliseconds in which changes are gathered before the portal is told.
const GATHERED_FOR: u32 = 100;

/// What a portal may ask for.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
enum Asked {
    /// Puts a form or a workbook there, or takes a file, which comes beside it: itself, or its content with a name.
    Load {
        value: Option<serde_json::Value>,
        name: Option<String>,
        id: Option<serde_json::Value>,
    },
    /// Wants to know what is there.
    Get { id: Option<serde_json::Value> },
    #[serde(rename_all = "camelCase")]
    Configure {
        rule_set: Option<String>,
        readonly: Option<bool>,
        lang: Option<String>,
    },
}

struct Frame {
    window: Window,
    parent: Window,
    origin: String,
    embedded: OnceCell<Embedded>,
    /// Messages of others, messages that say nothing, and what was too much.
    ignored: Cell<u32>,
    /// The second that runs, and how many messages came in it.
    second: Cell<(f64, u32)>,
    gathering: RefCell<Option<Timeout>>,
    /// Somebody changed something since the portal was last told.
    has_changed: Cell<bool>,
    height: Cell<i32>,
}

/// Opens the page for the portal that frames it, where the address says so: with all of the program, since it has
/// something to work with at once. Says whether it does.
pub fn open_if_asked_for() -> bool {
    let is_asked_for = asked_for().is_some();
    if is_asked_for {
        spawn_local(async {
            if rest::load().await {
                at_once(open());
            } else if let Some(body) = body() {
                let words = Words::by_tag(language::asked_for().as_deref());
                body.set_class_name("refused");
                body.set_text_content(Some(words.rest_not_loaded()));
            }
        });
    }
    is_asked_for
}

fn body() -> Option<HtmlElement> {
    web_sys::window()?.document()?.body()
}

/// What the address asks for, and the portal around the page.
fn asked_for() -> Option<(UrlSearchParams, Window)> {
    let window = web_sys::window()?;
    let search = window.location().search().ok()?;
    let asked = UrlSearchParams::new_with_str(&search).ok()?;
    if asked.get("embed")? != "1" {
        return None;
    }
    let parent = window.parent().ok()??;
    // Opened by itself it is a page like any other.
    (!Object::is(&parent, &window)).then_some((asked, parent))
}

#[wasm_split(rest)]
fn open() -> Option<()> {
    let (asked, parent) = asked_for()?;
    let window = web_sys::window()?;
    let document = window.document()?;
    let lang = asked.get("lang");
    let _ = document.document_element()?.class_list().add_1("in-frame");
    let body = document.body()?;
    let Some(origin) = asked.get("origin").filter(|origin| is_origin(origin)) else {
        body.set_class_name("refused");
        let words = Words::by_tag(lang.as_deref());
        body.set_text_content(Some(words.frame_without_origin()));
        return Some(());
    };
    let frame = Rc::new(Frame {
        window: window.clone(),
        parent,
        origin,
        embedded: OnceCell::new(),
        ignored: Cell::new(0),
        second: Cell::new((0.0, 0)),
        gathering: RefCell::default(),
        has_changed: Cell::new(false),
        height: Cell::new(0),
    });
    let told = {
        let frame = Rc::downgrade(&frame);
        move |told| {
            if let Some(frame) = frame.upgrade() {
                frame.told(told);
            }
        }
    };
    let embedded = Embedded::open(body.clone().into(), true);
    embedded.begin(String::new(), Rc::new(told));
    if let Some(lang) = &lang {
        embedded.speak(lang);
    }
    let _ = frame.embedded.set(embedded);
    let listener = frame.clone();
    EventListener::new(&window, "message", move |event| {
        if let Some(event) = event.dyn_ref::<MessageEvent>() {
            listener.heard(event);
        }
    })
    .forget();
    frame.clone().watch_height(&body);
    frame.say("ready", &[("version", quoted(env!("CARGO_PKG_VERSION")))]);
    Some(())
}

/// Whether it is the origin of a web page, written as browsers write it.
fn is_origin(text: &str) -> bool {
    let is_web = text.starts_with("http://") || text.starts_with("https://");
    is_web && Url::new(text).is_ok_and(|url| url.origin() == text)
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

impl Frame {
    /// Sends a message: its type, and what belongs to it as JSON.
    fn say(&self, kind: &str, with: &[(&str, String)]) {
        let mut json = format!(r#"{{"source":"juesuan","type":"{kind}""#);
        for (name, value) in with {
            json.push_str(&format!(r#","{name}":{value}"#));
        }
        json.push('}');
        if let Ok(message) = JSON::parse(&json) {
            // A parent of another origin gets nothing: the browser sees to that.
            let _ = self.parent.post_message(&message, &self.origin);
        }
    }

    /// The page has news for the portal. Those of a moment go out together.
    fn told(self: &Rc<Self>, told: Told) {
        match told {
            Told::Saved => {
                let frame = self.clone();
                Timeout::new(0, move || frame.say("saved", &[("value", frame.value())])).forget();
            }
            Told::Print => {}
            Told::Change | Told::Validated => {
                let mut gathering = self.gathering.borrow_mut();
                let changed = told == Told::Change || self.has_changed.get();
                self.has_changed.set(changed);
                if gathering.is_none() {
                    let frame = self.clone();
                    *gathering = Some(Timeout::new(GATHERED_FOR, move || frame.tell_all()));
                }
            }
        }
    }

    fn tell_all(&self) {
        self.gathering.take();
        if self.has_changed.replace(false) {
            self.say("change", &[("value", self.value())]);
        }
        self.say("validated", &[("evaluation", self.evaluation())]);
    }

    fn value(&self) -> String {
        self.embedded.get().map(Embedded::value).unwrap_or_default()
    }

    fn evaluation(&self) -> String {
        let embedded = self.embedded.get();
        embedded.map(Embedded::evaluation).unwrap_or_default()
    }

    fn heard(self: &Rc<Self>, event: &MessageEvent) {
        let file = Reflect::get(&event.data(), &"file".into());
        let file = file.ok().filter(|file| !file.is_undefined());
        let says = |asked: &Asked| match asked {
            Asked::Load { value, .. } => value.is_some() || file.is_some(),
            _ => true,
        };
        if let Some(asked) = self.read(event).filter(says) {
            self.answer(asked, file);
        } else {
            self.ignored.set(self.ignored.get().saturating_add(1));
        }
    }

    /// What was handed over was not taken.
    fn refuse(&self, id: Option<serde_json::Value>, sentence: &str) {
        let id = id.unwrap_or_default().to_string();
        self.say("error", &[("id", id), ("message", quoted(sentence))]);
    }

    fn take_file(self: &Rc<Self>, embedded: &Embedded, file: File, id: Option<serde_json::Value>) {
        let (taken, frame) = (embedded.take_file(file), self.clone());
        spawn_local(async move {
            if let Err(sentence) = taken.await {
                frame.refuse(id, &sentence);
            }
        });
    }

    /// What the portal asks; `None` where it is not the portal that speaks, or says nothing.
    fn read(&self, event: &MessageEvent) -> Option<Asked> {
        let from_parent = event.source().is_some_and(|s| Object::is(&s, &self.parent));
        if !from_parent || event.origin() != self.origin {
            return None;
        }
        let now = self.window.performance().map_or(0.0, |p| p.now());
        let (since, count) = self.second.get();
        if now - since > 1000.0 {
            self.second.set((now, 1));
        } else if count >= MOST_IN_A_SECOND {
            return None;
        } else {
            self.second.set((since, count + 1));
        }
        let data = event.data();
        // A file is no text, and its content as one would be long.
        let data = match data.dyn_ref::<Object>() {
            Some(message) => {
                let without = Object::assign(&Object::new(), message);
                let _ = Reflect::delete_property(&without, &"file".into());
                without.into()
            }
            None => data,
        };
        let json = data.as_string().or_else(|| {
            let json = JSON::stringify(&data).ok()?;
            json.as_string()
        })?;
        serde_json::from_str(&json).ok()
    }

    fn answer(self: &Rc<Self>, asked: Asked, file: Option<JsValue>) {
        let Some(embedded) = self.embedded.get() else {
            return;
        };
        match asked {
            Asked::Load {
                value: Some(value),
                id,
                ..
            } => {
                if let Err(sentence) = embedded.load(&value.to_string()) {
                    self.refuse(id, &sentence);
                }
            }
            Asked::Load { name, id, .. } => {
                match file.and_then(|content| handed_over(&content, name)) {
                    Some(file) => self.take_file(embedded, file, id),
                    None => self.refuse(id, Words::default().bad_file()),
                }
            }
            Asked::Get { id } => self.say(
                "value",
                &[
                    ("id", id.unwrap_or_default().to_string()),
                    ("value", self.value()),
                    ("evaluation", self.evaluation()),
                    ("ignored", self.ignored.get().to_string()),
                ],
            ),
            Asked::Configure {
                rule_set,
                readonly,
                lang,
            } => {
                if let Some(rule_set) = rule_set {
                    embedded.set_rule_set(&rule_set);
                }
                if let Some(readonly) = readonly {
                    embedded.set_read_only(readonly);
                }
                if let Some(lang) = lang {
                    embedded.speak(&lang);
                }
            }
        }
    }

    /// Tells the portal how high the page is, whenever it is another height.
    fn watch_height(self: Rc<Self>, body: &web_sys::Element) {
        let observed = body.clone();
        let measure = Closure::<dyn Fn()>::new(move || {
            let height = observed.scroll_height();
            if self.height.replace(height) != height {
                self.say("height", &[("height", height.to_string())]);
            }
        });
        if let Ok(observer) = ResizeObserver::new(measure.as_ref().unchecked_ref()) {
            observer.observe(body);
            // As long as the page lives.
            measure.forget();
        }
    }
}
