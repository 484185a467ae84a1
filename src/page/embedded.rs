//! A form or workbook inside somebody else's page.

use super::app::{App, Props};
use super::clock::today;
use super::document::Document;
use super::files::chosen_file;
use super::host::{Host, Portal, Tell, Told};
use super::message::{FromPortal, Msg};
use super::words::Words;
use js_sys::Function;
use juesuan::assess;
use juesuan::exchange::{read_value, write_evaluation, write_value};
use juesuan::say::Spoken as _;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, File, ResizeObserver, ShadowRoot};
use yew::AppHandle;

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
        let whole = self.portal.is_whole();
        match self.portal.waiting() {
            Some(workbook) => Some(write_value(&workbook, whole)),
            None => self.open_document(|document| write_value(document.workbook(), whole)),
        }
        .unwrap_or_default()
    }

    /// What the value comes to.
    pub fn evaluation(&self) -> String {
        let whole = self.portal.is_whole();
        match self.portal.waiting() {
            Some(workbook) => {
                let assessment = assess(&workbook, today());
                Some(write_evaluation(&workbook, &assessment, whole))
            }
            None => self.open_document(|document| {
                write_evaluation(document.workbook(), document.assessment(), whole)
            }),
        }
        .unwrap_or_default()
    }

    /// Puts another value there.
    ///
    /// # Errors
    /// A sentence that says what it is not; what was there stays.
    pub fn load(&self, json: &str) -> Result<(), String> {
        let value = read_value(json).map_err(|error| error.in_chinese())?;
        self.portal.hand_over(value);
        self.app.send_message(Msg::Portal(FromPortal::HandedOver));
        Ok(())
    }

    /// Reads a document and shows it; what cannot be read is said over the page.
    pub fn read_file(&self, file: File) {
        let chosen = vec![chosen_file(file, None)];
        self.app.send_message(Msg::Chosen(chosen));
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

    /// Reads a document and shows it.
    pub fn open(&self, file: File) {
        self.page.read_file(file);
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
