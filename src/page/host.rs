//! Where the page stands: on its own, or inside a page of somebody else's.

use super::shared::Shared;
use juesuan::Workbook;
use juesuan::exchange::Value;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, EventTarget, HtmlElement, ShadowRoot};

/// The tree of elements the page is drawn into: a document, or the shadow of one element in it.
#[derive(Debug, Clone, PartialEq)]
pub enum Root {
    Document(Document),
    Shadow(ShadowRoot),
}

impl Root {
    /// The window's document; `None` in a worker.
    pub fn document() -> Option<Self> {
        web_sys::window()?.document().map(Root::Document)
    }

    /// The tree an element is in; `None` where it was taken out of any.
    fn of(element: &Element) -> Option<Self> {
        match element.get_root_node().dyn_into::<ShadowRoot>() {
            Ok(shadow) => Some(Root::Shadow(shadow)),
            Err(node) => node.dyn_into().ok().map(Root::Document),
        }
    }

    pub fn element(&self, id: &str) -> Option<HtmlElement> {
        let element = match self {
            Root::Document(document) => document.get_element_by_id(id),
            Root::Shadow(shadow) => shadow.get_element_by_id(id),
        };
        element?.dyn_into().ok()
    }

    /// What has the focus in it.
    pub fn focused(&self) -> Option<HtmlElement> {
        let element = match self {
            Root::Document(document) => document.active_element(),
            Root::Shadow(shadow) => shadow.active_element(),
        };
        element?.dyn_into().ok()
    }

    /// Where something can be put for a moment.
    pub fn append(&self, element: &Element) -> bool {
        let appended = match self {
            Root::Document(document) => document.body().map(|body| body.append_child(element)),
            Root::Shadow(shadow) => Some(shadow.append_child(element)),
        };
        matches!(appended, Some(Ok(_)))
    }
}

/// What a portal is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Somebody typed, undid, pasted: the value is another.
    Change,
    /// It was worked out and checked anew.
    Validated,
    /// Somebody wants it kept.
    Saved,
    /// Somebody wants it on paper.
    Print,
}

/// The portal a page is embedded in. It keeps what is typed; the page keeps nothing.
pub struct Portal {
    /// What it handed over, until the page takes it.
    handed: RefCell<Option<Workbook>>,
    /// Whether that is a workbook, rather than one form.
    whole: RefCell<bool>,
    pub rule_set: RefCell<String>,
    /// Whether there is a button for saving, which only tells the portal.
    pub saves: bool,
    tell: RefCell<Tell>,
}

/// Hears of what happens.
pub type Tell = Rc<dyn Fn(Told)>;

impl Portal {
    pub fn new(saves: bool) -> Self {
        Portal {
            handed: RefCell::default(),
            whole: RefCell::default(),
            rule_set: RefCell::default(),
            saves,
            tell: RefCell::new(Rc::new(|_| {})),
        }
    }

    /// Begins with an empty form.
    pub fn begin(&self, rule_set: String, tell: Tell) {
        self.whole.replace(false);
        self.handed.replace(Some(Workbook::new("", "", &rule_set)));
        self.rule_set.replace(rule_set);
        self.tell.replace(tell);
    }

    /// Nobody is there any more.
    pub fn end(&self) {
        self.handed.replace(None);
        self.tell.replace(Rc::new(|_| {}));
    }

    /// Puts a value there for the page to take.
    pub fn hand_over(&self, value: Value) {
        self.whole.replace(matches!(value, Value::Workbook(_)));
        let workbook = value.into_workbook(&self.rule_set.borrow());
        self.handed.replace(Some(workbook));
    }

    pub fn take(&self) -> Option<Workbook> {
        self.handed.take()
    }

    /// Who is told at present: somebody else, once the page was put away and begun anew.
    pub fn told(&self) -> Tell {
        self.tell.borrow().clone()
    }

    /// What was handed over and is not taken yet.
    pub fn waiting(&self) -> Option<Workbook> {
        self.handed.borrow().clone()
    }

    /// Whether the value is a workbook, rather than one form.
    pub fn is_whole(&self) -> bool {
        *self.whole.borrow()
    }

    /// The page is still at work then: whoever is told asks for values afterwards.
    pub fn tell(&self, told: Told) {
        let tell = self.tell.borrow().clone();
        tell(told);
    }
}

/// Where a page stands, for all its parts.
#[derive(Clone, PartialEq)]
pub struct Host {
    /// The element that the page is drawn into.
    element: Element,
    pub portal: Option<Shared<Portal>>,
}

impl Host {
    pub fn new(element: Element, portal: Option<Rc<Portal>>) -> Self {
        let portal = portal.map(Shared::from);
        Host { element, portal }
    }

    /// The tree it stands in now.
    pub fn root(&self) -> Option<Root> {
        Root::of(&self.element)
    }

    /// Whether around it there is more than the page.
    pub fn is_in_shadow(&self) -> bool {
        matches!(self.root(), Some(Root::Shadow(_)))
    }

    /// Says which language is spoken here: for screen readers, and for what browsers do with fonts.
    pub fn speak(&self, tag: &str, title: &str) {
        match self.root() {
            Some(Root::Document(document)) => {
                if let Some(whole) = document.document_element() {
                    let _ = whole.set_attribute("lang", tag);
                }
                document.set_title(title);
            }
            _ => {
                let _ = self.element.set_attribute("lang", tag);
            }
        }
    }

    /// An element of the page, by its id.
    pub fn find(&self, id: &str) -> Option<HtmlElement> {
        self.root()?.element(id)
    }

    /// Where the keys and clicks of this page, and no others, come by.
    pub fn events(&self) -> Option<EventTarget> {
        match self.root() {
            Some(Root::Document(_)) => web_sys::window().map(Into::into),
            _ => Some(self.element.clone().into()),
        }
    }
}
