//! Where the page stands: on its own, or inside a page of somebody else's.

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

    /// Where something can be put for a moment, or a bar for good.
    pub fn append(&self, element: &Element) -> bool {
        let appended = match self {
            Root::Document(document) => document.body().map(|body| body.append_child(element)),
            Root::Shadow(shadow) => Some(shadow.append_child(element)),
        };
        matches!(appended, Some(Ok(_)))
    }

    /// Where the keys and clicks of this page, and no others, come by.
    pub fn events(&self) -> Option<EventTarget> {
        match self {
            Root::Document(_) => web_sys::window().map(Into::into),
            Root::Shadow(shadow) => Some(shadow.clone().into()),
        }
    }
}

thread_local! {
    /// Where this program has drawn something.
    static ROOTS: RefCell<Vec<Root>> = const { RefCell::new(Vec::new()) };
}

/// Where a mistake of ours has to be told of.
pub fn roots() -> Vec<Root> {
    // A panic may come at any time, also while this list changes.
    ROOTS.with(|roots| {
        roots
            .try_borrow()
            .map(|roots| roots.clone())
            .unwrap_or_default()
    })
}

impl Root {
    pub fn opened(&self) {
        ROOTS.with_borrow_mut(|roots| roots.push(self.clone()));
    }

    pub fn closed(&self) {
        ROOTS.with_borrow_mut(|roots| roots.retain(|root| root != self));
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
    tell: Box<dyn Fn(Told)>,
}

impl Portal {
    pub fn new(rule_set: String, saves: bool, tell: impl Fn(Told) + 'static) -> Self {
        let empty = Workbook::new("", "", &rule_set);
        Portal {
            handed: RefCell::new(Some(empty)),
            whole: RefCell::new(false),
            rule_set: RefCell::new(rule_set),
            saves,
            tell: Box::new(tell),
        }
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
        (self.tell)(told);
    }
}

/// Where a page stands, for all its parts.
#[derive(Clone)]
pub struct Host {
    pub root: Root,
    pub portal: Option<Rc<Portal>>,
}

impl PartialEq for Host {
    fn eq(&self, other: &Self) -> bool {
        let same_portal = match (&self.portal, &other.portal) {
            (Some(ours), Some(theirs)) => Rc::ptr_eq(ours, theirs),
            (None, None) => true,
            _ => false,
        };
        same_portal && self.root == other.root
    }
}
