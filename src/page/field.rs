//! The one widget people type into.

use super::keys;
use super::message::Msg;
use super::pasting::put_on_clipboard;
use super::words::use_words;
use juesuan::evaluation::RuleCell;
use juesuan::finding::Severity;
use juesuan::{Drafting, Edit, Place};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::html::IntoPropValue;
use yew::prelude::*;

/// How a field looks and grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One line, figures at the right.
    Figure,
    /// One line of text.
    Line,
    /// Text that wraps and grows.
    Text,
}

/// What there is to be said of a field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mark {
    /// Of a finding; none where there is only a remark.
    pub severity: Option<Severity>,
    pub message: String,
    /// What a reviewer wrote beside it; empty where nobody did.
    pub remark: String,
    /// Something else stood here in what was opened or last written into a file: the list of changes says what.
    pub changed: bool,
}

/// Whether nothing can be typed, for all fields below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadOnly(pub bool);

/// How often something that was typed could not be taken: fields then show again what there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Refusals(pub u32);

#[hook]
pub fn use_read_only() -> bool {
    use_context::<ReadOnly>().is_some_and(|read_only| read_only.0)
}

/// Whether the page stands in somebody else's: only there can nothing be typed.
#[hook]
pub fn use_embedded() -> bool {
    use_context::<ReadOnly>().is_some()
}

/// What a field is of.
#[derive(Debug, Clone, PartialEq)]
pub enum Of {
    /// A cell of the workbook.
    Place(Place),
    /// Something else, by its id in the document.
    Id(AttrValue),
}

impl Of {
    /// Its id in the document; also what findings and keys find it by.
    fn id(&self) -> AttrValue {
        match self {
            Of::Place(place) => keys::id(*place).into(),
            Of::Id(id) => id.clone(),
        }
    }
}

impl IntoPropValue<Of> for Place {
    fn into_prop_value(self) -> Of {
        Of::Place(self)
    }
}

impl IntoPropValue<Of> for &'static str {
    fn into_prop_value(self) -> Of {
        Of::Id(AttrValue::Static(self))
    }
}

impl IntoPropValue<Of> for String {
    fn into_prop_value(self) -> Of {
        Of::Id(self.into())
    }
}

/// Who hears what is typed.
#[derive(Debug, Clone, PartialEq)]
pub enum Typing {
    /// The cell of the field takes it as it is.
    Cell(Callback<Msg>),
    Text(Callback<String>),
    /// A cell of rules that are being written, by their place.
    Draft(usize, RuleCell, Callback<Msg>),
}

impl Typing {
    fn emit(&self, of: &Of, text: String) {
        match (self, of) {
            (Typing::Cell(on), Of::Place(place)) => on.emit(Msg::Edit(place.setting(text))),
            (Typing::Cell(_), Of::Id(_)) => {}
            (Typing::Text(on), _) => on.emit(text),
            (Typing::Draft(draft, cell, on), _) => {
                let (draft, cell) = (*draft, *cell);
                on.emit(Msg::Edit(Edit::Draft(Drafting::Set { draft, cell, text })));
            }
        }
    }
}

impl IntoPropValue<Typing> for Callback<Msg> {
    fn into_prop_value(self) -> Typing {
        Typing::Cell(self)
    }
}

impl IntoPropValue<Typing> for Callback<String> {
    fn into_prop_value(self) -> Typing {
        Typing::Text(self)
    }
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub of: Of,
    /// What a screen reader calls it.
    pub label: AttrValue,
    pub kind: Kind,
    /// As typed.
    pub text: String,
    /// How it reads while nobody is in it; as typed where `None`.
    #[prop_or_default]
    pub shown: Option<String>,
    /// An example of what can be typed.
    #[prop_or_default]
    pub hint: AttrValue,
    /// What follows from others while nothing is typed; the reader sees it in the place of a text.
    #[prop_or_default]
    pub derived: Option<AttrValue>,
    #[prop_or_default]
    pub mark: Option<Rc<Mark>>,
    /// Every change, but none while an input method composes.
    pub on_type: Typing,
    #[prop_or_default]
    pub on_leave: Callback<()>,
}

/// A text field that keeps what was typed: the page writes into it only while nobody is in it, or
/// when the text was changed from elsewhere (undo).
#[component]
pub fn Field(props: &Props) -> Html {
    let node = use_node_ref();
    let id = use_memo(props.of.clone(), Of::id);
    let id = (*id).clone();
    let readonly = use_read_only();
    let words = use_words();
    let refusals = use_context::<Refusals>().unwrap_or_default();
    {
        let node = node.clone();
        use_effect_with(
            (props.text.clone(), props.shown.clone(), refusals),
            move |(text, shown, _)| {
                let wanted = if is_focused(&node) {
                    text
                } else {
                    shown.as_ref().unwrap_or(text)
                };
                write(&node, wanted);
            },
        );
    }
    let on_input = {
        let (on_type, of, node) = (props.on_type.clone(), props.of.clone(), node.clone());
        Callback::from(move |event: InputEvent| {
            grow(&node);
            // What an input method is composing is nobody's text yet; its end comes as another input.
            if !event.is_composing() {
                on_type.emit(&of, read(&node));
            }
        })
    };
    // Entered by key everything is selected, as in a spreadsheet; a press of the mouse puts the caret.
    let by_mouse = use_mut_ref(|| false);
    let on_mouse_down = {
        let (by_mouse, node) = (by_mouse.clone(), node.clone());
        Callback::from(move |_: MouseEvent| *by_mouse.borrow_mut() = !is_focused(&node))
    };
    let on_focus = {
        let (node, text) = (node.clone(), props.text.clone());
        Callback::from(move |_: FocusEvent| {
            let changes = read(&node) != text;
            if changes {
                write(&node, &text);
            }
            if changes || !by_mouse.replace(false) {
                select(&node);
            }
        })
    };
    let on_blur = {
        let (node, shown) = (node.clone(), props.shown.clone());
        let on_leave = props.on_leave.clone();
        Callback::from(move |_: FocusEvent| {
            if let Some(shown) = &shown {
                write(&node, shown);
            }
            on_leave.emit(());
        })
    };
    let derived = props.derived.as_ref().filter(|text| !text.is_empty());
    let derived = derived.map(|text| (text, format!("{id}-derived")));
    // Where something else stood there is nothing to say.
    let said = props.mark.as_ref();
    let said = said.filter(|mark| !mark.message.is_empty() || !mark.remark.is_empty());
    let marked = said.map(|_| format!("{id}-mark"));
    let described = [derived.as_ref().map(|(_, id)| id), marked.as_ref()];
    let described: Vec<&str> = described
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    // With a placeholder, if only a blank, style sheets can tell whether there is a text.
    let placeholder = match &derived {
        Some(_) => AttrValue::Static(" "),
        None => props.hint.clone(),
    };
    // What a cell shows is what is copied from it.
    let on_copy = derived.as_ref().map(|(text, _)| {
        let (text, node) = ((*text).clone(), node.clone());
        Callback::from(move |event: Event| {
            if read(&node).is_empty() && put_on_clipboard(&event, &text) {
                event.prevent_default();
            }
        })
    });
    let invalid = props
        .mark
        .as_ref()
        .is_some_and(|m| m.severity == Some(Severity::Error));
    let class = classes!(
        "field",
        match props.kind {
            Kind::Figure => "figure",
            Kind::Line => "line",
            Kind::Text => "text",
        },
        props.mark.as_ref().and_then(|m| Some(match m.severity? {
            Severity::Error => "has-error",
            Severity::Warning => "has-warning",
            Severity::Notice => "has-notice",
        })),
        props
            .mark
            .as_ref()
            .filter(|m| !m.remark.is_empty())
            .map(|_| "has-remark"),
        props
            .mark
            .as_ref()
            .filter(|m| m.changed)
            .map(|_| "has-change"),
    );
    let invalid = invalid.then_some("true");
    let input = if props.kind == Kind::Text {
        html! {
            <textarea ref={node} rows="1" id={id.clone()} aria-label={props.label.clone()}
                aria-invalid={invalid} aria-describedby={described.clone()} {readonly}
                {placeholder} spellcheck="false" autocomplete="off"
                oncopy={on_copy} oninput={on_input} onmousedown={on_mouse_down} onfocus={on_focus} onblur={on_blur} />
        }
    } else {
        html! {
            <input ref={node} type="text" id={id.clone()} aria-label={props.label.clone()}
                aria-invalid={invalid} aria-describedby={described.clone()} {readonly}
                {placeholder} spellcheck="false" autocomplete="off"
                oncopy={on_copy} oninput={on_input} onmousedown={on_mouse_down} onfocus={on_focus} onblur={on_blur} />
        }
    };
    html! {
        <div {class}>
            { input }
            if let Some((text, id)) = derived {
                <span class="derived" {id}>{ text }</span>
            }
            if let Some(mark) = said {
                <span class="mark-icon" aria-hidden="true"></span>
                <span class="mark" id={marked} lang={words.tag()}>
                    { words.mixed(&mark.message) }
                    if !mark.remark.is_empty() {
                        <span class="mark-remark">{ words.remark(&mark.remark) }</span>
                    }
                </span>
            }
        </div>
    }
}

fn is_focused(node: &NodeRef) -> bool {
    let Some(element) = node.cast::<HtmlElement>() else {
        return false;
    };
    // The root may be a shadow root, whose document only knows the host as focused.
    element.matches(":focus").unwrap_or(false)
}

fn read(node: &NodeRef) -> String {
    match node.get() {
        Some(n) => match n.dyn_into::<HtmlTextAreaElement>() {
            Ok(area) => area.value(),
            Err(n) => n
                .dyn_into::<HtmlInputElement>()
                .map(|i| i.value())
                .unwrap_or_default(),
        },
        None => String::new(),
    }
}

fn write(node: &NodeRef, text: &str) {
    if read(node) == text {
        grow(node);
        return;
    }
    if let Some(area) = node.cast::<HtmlTextAreaElement>() {
        area.set_value(text);
    } else if let Some(input) = node.cast::<HtmlInputElement>() {
        input.set_value(text);
    }
    grow(node);
}

fn select(node: &NodeRef) {
    if let Some(area) = node.cast::<HtmlTextAreaElement>() {
        area.select();
    } else if let Some(input) = node.cast::<HtmlInputElement>() {
        input.select();
    }
}

/// A text area is as high as an invisible copy of its text, which the style sheet draws from this
/// attribute: no measuring, no layout forced.
fn grow(node: &NodeRef) {
    if let Some(area) = node.cast::<HtmlTextAreaElement>()
        && let Some(parent) = area.parent_element()
    {
        let text = area.value();
        let text = if text.is_empty() {
            area.placeholder().trim().to_owned()
        } else {
            text
        };
        let _ = parent.set_attribute("data-text", &text);
    }
}

/// The list that somebody chose from.
pub fn chosen_in(event: &Event) -> Option<HtmlSelectElement> {
    event.target()?.dyn_into().ok()
}

/// What somebody chose.
pub fn chosen_value(event: &Event) -> Option<String> {
    chosen_in(event).map(|select| select.value())
}

/// Whether what somebody pressed is ticked now.
pub fn is_checked(event: &Event) -> bool {
    let input = event
        .target()
        .and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| input.checked())
}
