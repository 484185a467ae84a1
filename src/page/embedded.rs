//! A form or workbook inside somebody else's page.

use super::app::{App, Msg, Props};
use super::clock::today;
use super::host::{Host, Portal, Root, Told};
use js_sys::Function;
use juesuan::Workbook;
use juesuan::exchange::{read_value, write_evaluation, write_value};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Element, ResizeObserver, ShadowRoot};
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
    /// Draws the page into `element` of `root`.
    pub fn open(root: Root, element: Element, portal: Portal) -> Self {
        let portal = Rc::new(portal);
        let host = Host {
            root,
            portal: Some(portal.clone()),
        };
        let props = Props { host };
        let width = WidthWatch::begin(&element);
        let app = yew::Renderer::<App>::with_root_and_props(element, props).render();
        Embedded {
            app,
            portal,
            _width: width,
        }
    }

    /// What is open: the latest, also where the page has not drawn it yet.
    fn with<T>(&self, read: impl FnOnce(&Workbook) -> T) -> Option<T> {
        if let Some(workbook) = self.portal.waiting() {
            return Some(read(&workbook));
        }
        let app = self.app.get_component()?;
        let document = app.document.as_ref()?;
        Some(read(document.workbook()))
    }

    pub fn value(&self) -> String {
        let whole = self.portal.is_whole();
        self.with(|workbook| write_value(workbook, whole))
            .unwrap_or_default()
    }

    pub fn evaluation(&self) -> String {
        let whole = self.portal.is_whole();
        self.with(|workbook| write_evaluation(workbook, whole, today()))
            .unwrap_or_default()
    }

    /// Puts another value there.
    ///
    /// # Errors
    /// A sentence that says what it is not; what was there stays.
    pub fn load(&self, json: &str) -> Result<(), String> {
        let value = read_value(json).map_err(|error| error.to_string())?;
        self.portal.hand_over(value);
        self.app.send_message(Msg::HandedOver);
        Ok(())
    }

    pub fn set_rule_set(&self, id: &str) {
        if *self.portal.rule_set.borrow() == id {
            return;
        }
        self.portal.rule_set.replace(id.to_owned());
        self.app.send_message(Msg::UseRules(id.to_owned()));
    }

    pub fn set_read_only(&self, read_only: bool) {
        self.app.send_message(Msg::ReadOnly(read_only));
    }

    /// Takes the page away again, with all it listens to.
    pub fn close(self) {
        self.app.destroy();
    }
}

/// The form in the shadow of a custom element. What is said to `tell`: `"change"`, `"validated"`,
/// `"print"`.
#[wasm_bindgen]
pub struct EmbeddedForm(Embedded);

#[wasm_bindgen]
impl EmbeddedForm {
    #[wasm_bindgen(constructor)]
    pub fn new(
        shadow: ShadowRoot,
        element: Element,
        #[wasm_bindgen(js_name = ruleSet)] rule_set: String,
        tell: Function,
    ) -> Self {
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
        let portal = Portal::new(rule_set, false, told);
        EmbeddedForm(Embedded::open(Root::Shadow(shadow), element, portal))
    }

    pub fn value(&self) -> String {
        self.0.value()
    }

    pub fn evaluation(&self) -> String {
        self.0.evaluation()
    }

    /// Throws an `Error` with a sentence where the JSON is neither a form nor a workbook.
    pub fn load(&self, json: &str) -> Result<(), JsError> {
        let bad = |why: String| {
            let quoted: String = json.chars().take(60).collect();
            let tail = if quoted.len() < json.len() { "…" } else { "" };
            JsError::new(&format!("参数 value：“{quoted}{tail}”：{why}"))
        };
        self.0.load(json).map_err(bad)
    }

    #[wasm_bindgen(js_name = setRuleSet)]
    pub fn set_rule_set(&self, id: &str) {
        self.0.set_rule_set(id);
    }

    #[wasm_bindgen(js_name = setReadOnly)]
    pub fn set_read_only(&self, read_only: bool) {
        self.0.set_read_only(read_only);
    }

    /// Takes the form away; the object is not to be used any more.
    pub fn close(self) {
        self.0.close();
    }
}
