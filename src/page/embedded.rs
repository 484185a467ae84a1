//! A form or workbook inside somebody else's page.

use super::app::{App, Props};
use super::clock::today;
use super::document::Document;
use super::files::{self, chosen_file, handed_over};
use super::host::{Host, Portal, Tell, Told};
use super::message::{FromPortal, Msg};
use super::reading::given;
use super::rest::{self, at_once};
use super::words::Words;
use js_sys::{Function, Promise};
use juesuan::assess;
use juesuan::exchange::{
    FileError, LARGEST_FILE, Value, read_value, write_evaluation, write_value,
};
use juesuan::flows::reading::{self, is_workbook};
use juesuan::say::{Language, Spoken as _, of_file};
use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;
use wasm_split_helpers::wasm_split;
use web_sys::{Element, File, ResizeObserver, ShadowRoot};
use yew::AppHandle;
use yew::html::Scope;

/// An embedded page, as whoever embeds it holds it. Values and evaluations cross as JSON.
pub struct Embedded {
    app: AppHandle<App>,
    portal: Rc<Portal>,
    _width: Option<WidthWatch>,
}

/// Below so many pixels the findings stand below the form, as on a narrow screen.
const NARROW: f64 = 1180.0;

/// Keeps the class `narrow` of an element as its width is. Style sheets cannot: the old browsers know
/// only the width of the window.
struct WidthWatch {
    observer: ResizeObserver,
    _measure: Closure<dyn Fn()>,
}

impl WidthWatch {
    fn begin(element: &Element) -> Option<Self> {
        let observed = element.clone();
        let measure = Closure::<dyn Fn()>::new(move || {
            let narrow = observed.get_bounding_client_rect().width() < NARROW;
            let _ = observed.class_list().toggle_with_force("narrow", narrow);
        });
        let observer = ResizeObserver::new(measure.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(WidthWatch {
            observer,
            _measure: measure,
        })
    }
}

/// The form or workbook in a file; or a sentence why there is none.
async fn value_in(file: File) -> Result<Value, String> {
    let megabytes = (file.size() / (1024.0 * 1024.0)).ceil();
    if file.size() > LARGEST_FILE as f64 {
        return Err(FileError::TooLarge(megabytes as usize).in_chinese());
    }
    let bytes = files::bytes(file).await;
    let bytes = bytes.ok_or_else(|| Language::Chinese.page().file_unreadable().to_owned())?;
    let text = std::str::from_utf8(&bytes).map_err(|_| FileError::NotText.in_chinese())?;
    read_value(text).map_err(|error| error.in_chinese())
}

impl Drop for WidthWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

impl Embedded {
    /// Draws the page into `element`, with a button for saving or without.
    pub fn open(element: Element, saves: bool) -> Self {
        let portal = Rc::new(Portal::new(saves));
        let host = Host::new(element.clone(), Some(portal.clone()));
        let props = Props { host };
        let width = WidthWatch::begin(&element);
        let app = yew::Renderer::<App>::with_root_and_props(element, props).render();
        Embedded {
            app,
            portal,
            _width: width,
        }
    }

    /// What is open; `None` before the page has drawn anything.
    fn open_document<T>(&self, read: impl FnOnce(&Document) -> T) -> Option<T> {
        let app = self.app.get_component()?;
        app.document.as_ref().map(read)
    }

    /// The latest, also where the page has not taken it yet.
    pub fn value(&self) -> String {
        at_once(value(self)).flatten().unwrap_or_default()
    }

    /// What the value comes to.
    pub fn evaluation(&self) -> String {
        at_once(evaluation(self)).flatten().unwrap_or_default()
    }

    /// Puts another value there.
    ///
    /// # Errors
    /// A sentence that says what it is not; what was there stays.
    pub fn load(&self, json: &str) -> Result<(), String> {
        let unloaded = || Err(Words::default().rest_not_loaded().to_owned());
        let value = at_once(read(json)).unwrap_or_else(unloaded)?;
        self.portal.hand_over(value);
        self.app.send_message(Msg::Portal(FromPortal::HandedOver));
        Ok(())
    }

    /// Takes a file: a form or workbook becomes the value, anything else is read as a document and shown; what cannot
    /// be read as such is said over the page. Gives an error, in a sentence that names the file, for a workbook that
    /// cannot be read: what was there stays.
    pub fn take_file(&self, file: File) -> impl Future<Output = Result<(), String>> + 'static {
        let (portal, page) = (self.portal.clone(), self.app.clone());
        let whose = portal.told();
        async move {
            if !rest::load().await {
                return Err(Words::default().rest_not_loaded().to_owned());
            }
            match at_once(take(portal, whose, page, file)) {
                Some(taken) => taken.await,
                None => Ok(()),
            }
        }
    }

    pub fn set_rule_set(&self, id: &str) {
        self.portal.rule_set.replace(id.to_owned());
        self.app
            .send_message(Msg::Portal(FromPortal::UseRules(id.to_owned())));
    }

    /// The language of the page, by its tag; Chinese for one that it does not speak.
    pub fn speak(&self, tag: &str) {
        self.app
            .send_message(Msg::Portal(FromPortal::SpeakAs(tag.to_owned())));
    }

    pub fn set_read_only(&self, read_only: bool) {
        self.app
            .send_message(Msg::Portal(FromPortal::ReadOnly(read_only)));
    }

    /// Begins with an empty form; who embeds it is told by `tell`.
    pub fn begin(&self, rule_set: String, tell: Tell) {
        self.portal.begin(rule_set, tell);
        self.app.send_message(Msg::Portal(FromPortal::HandedOver));
    }

    /// Forgets everything, to begin anew for somebody else.
    fn put_away(&self) {
        self.portal.end();
        self.app.send_message(Msg::Portal(FromPortal::PutAway));
    }
}

/// Takes a file for `whose` page it was given to. The page may be put away while the file is read, and begun anew for
/// somebody else, who is not to see it.
#[wasm_split(rest)]
fn take(
    portal: Rc<Portal>,
    whose: Tell,
    page: Scope<App>,
    file: File,
) -> Pin<Box<dyn Future<Output = Result<(), String>>>> {
    Box::pin(async move {
        let name = file.name();
        let given = given(vec![chosen_file(file.clone(), None)]).await;
        if !Rc::ptr_eq(&whose, &portal.told()) {
            return Ok(());
        }
        if !given
            .iter()
            .all(|given| is_workbook(&given.name, &given.head))
        {
            page.send_message(Msg::Reading(reading::Msg::Begin(given)));
            return Ok(());
        }
        let value = value_in(file).await;
        let value = value.map_err(|why| of_file(Some(&name), &why, Language::Chinese))?;
        if Rc::ptr_eq(&whose, &portal.told()) {
            portal.hand_over(value);
            page.send_message(Msg::Portal(FromPortal::HandedOver));
        }
        Ok(())
    })
}

#[wasm_split(rest)]
fn value(page: &Embedded) -> Option<String> {
    let whole = page.portal.is_whole();
    match page.portal.waiting() {
        Some(workbook) => Some(write_value(&workbook, whole)),
        None => page.open_document(|document| write_value(document.workbook(), whole)),
    }
}

#[wasm_split(rest)]
fn evaluation(page: &Embedded) -> Option<String> {
    let whole = page.portal.is_whole();
    match page.portal.waiting() {
        Some(workbook) => {
            let assessment = assess(&workbook, today());
            Some(write_evaluation(&workbook, &assessment, whole))
        }
        None => page.open_document(|document| {
            write_evaluation(document.workbook(), document.assessment(), whole)
        }),
    }
}

#[wasm_split(rest)]
fn read(json: &str) -> Result<Value, String> {
    read_value(json).map_err(|error| error.in_chinese())
}

thread_local! {
    /// Pages that were put away. Yew never gives back what a root listens with, so roots are used again:
    /// there are as many as forms were ever seen at once.
    static PUT_AWAY: RefCell<Vec<(Element, Embedded)>> = const { RefCell::new(Vec::new()) };
}

/// The form in the shadow of a custom element. What is said to `tell`: `"change"`, `"validated"`,
/// `"print"`.
#[wasm_bindgen]
pub struct EmbeddedForm {
    element: Element,
    page: Embedded,
}

#[wasm_bindgen]
impl EmbeddedForm {
    /// Throws only where the browser makes no element.
    #[wasm_bindgen(constructor)]
    pub fn new(
        shadow: ShadowRoot,
        #[wasm_bindgen(js_name = ruleSet)] rule_set: String,
        tell: Function,
    ) -> Result<Self, JsValue> {
        let told = move |told| {
            let word = match told {
                Told::Change => "change",
                Told::Validated => "validated",
                Told::Saved => "saved",
                Told::Print => "print",
            };
            // What a portal's own listener throws is reported by the browser.
            let _ = tell.call1(&JsValue::UNDEFINED, &word.into());
        };
        let (element, page) = match PUT_AWAY.with_borrow_mut(Vec::pop) {
            Some((element, page)) => {
                shadow.append_child(&element)?;
                (element, page)
            }
            None => {
                let document = shadow.owner_document().ok_or(JsValue::NULL)?;
                let element = document.create_element("div")?;
                element.set_class_name("page");
                shadow.append_child(&element)?;
                let page = Embedded::open(element.clone(), false);
                (element, page)
            }
        };
        page.begin(rule_set, Rc::new(told));
        Ok(EmbeddedForm { element, page })
    }

    pub fn value(&self) -> String {
        self.page.value()
    }

    pub fn evaluation(&self) -> String {
        self.page.evaluation()
    }

    /// Throws an `Error` with a sentence where the JSON is neither a form nor a workbook.
    pub fn load(&self, json: &str) -> Result<(), JsError> {
        let bad = |why: String| {
            let quoted: String = json.chars().take(60).collect();
            let tail = if quoted.len() < json.len() { "…" } else { "" };
            JsError::new(&Words::default().bad_value(&format!("{quoted}{tail}"), &why))
        };
        self.page.load(json).map_err(bad)
    }

    /// Takes a file, or its content and its name. Throws an `Error` for what is no file; the promise fails with one
    /// for a workbook that cannot be read.
    pub fn open(&self, content: &JsValue, name: Option<String>) -> Result<Promise, JsError> {
        let file = handed_over(content, name);
        let file = file.ok_or_else(|| JsError::new(Words::default().bad_file()))?;
        let taken = self.page.take_file(file);
        Ok(future_to_promise(async move {
            match taken.await {
                Ok(()) => Ok(JsValue::UNDEFINED),
                Err(sentence) => Err(js_sys::Error::new(&sentence).into()),
            }
        }))
    }

    #[wasm_bindgen(js_name = setRuleSet)]
    pub fn set_rule_set(&self, id: &str) {
        self.page.set_rule_set(id);
    }

    pub fn speak(&self, tag: &str) {
        self.page.speak(tag);
    }

    #[wasm_bindgen(js_name = setReadOnly)]
    pub fn set_read_only(&self, read_only: bool) {
        self.page.set_read_only(read_only);
    }

    /// Takes the form away; the object is not to be used any more.
    pub fn close(self) {
        self.page.put_away();
        self.element.remove();
        PUT_AWAY.with_borrow_mut(|pages| pages.push((self.element, self.page)));
    }
}
