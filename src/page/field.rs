//! The one widget people type into.

use super::words::use_words;
use juesuan::finding::Severity;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement, HtmlTextAreaElement};
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

#[derive(Properties, PartialEq)]
pub struct Props {
    /// Id in the document; also what findings and keys find it by.
    pub id: String,
    /// What a screen reader calls it.
    pub label: AttrValue,
    pub kind: Kind,
    /// As typed.
    pub text: String,
    /// How it reads while nobody is in it; as typed where `None`.
    #[prop_or_default]
    pub shown: Option<String>,
    #[prop_or_default]
    pub hint: String,
    #[prop_or_default]
    pub mark: Option<Mark>,
    /// Every change, but none while an input method composes.
    pub on_type: Callback<String>,
    #[prop_or_default]
    pub on_leave: Callback<()>,
}

/// A text field that keeps what was typed: the page writes into it only while nobody is in it, or
/// when the text was changed from elsewhere (undo).
#[component]
pub fn Field(props: &Props) -> Html {
    let node = use_node_ref();
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
        let (on_type, node) = (props.on_type.clone(), node.clone());
        Callback::from(move |event: InputEvent| {
            grow(&node);
            // What an input method is composing is nobody's text yet; its end comes as another input.
            if !event.is_composing() {
                on_type.emit(read(&node));
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
    let described = props.mark.as_ref().map(|_| format!("{}-mark", props.id));
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
    );
    let invalid = invalid.then_some("true");
    let input = if props.kind == Kind::Text {
        html! {
            <textarea ref={node} rows="1" id={props.id.clone()} aria-label={props.label.clone()}
                aria-invalid={invalid} aria-describedby={described.clone()} {readonly}
                placeholder={props.hint.clone()} spellcheck="false" autocomplete="off"
                oninput={on_input} onmousedown={on_mouse_down} onfocus={on_focus} onblur={on_blur} />
        }
    } else {
        html! {
            <input ref={node} type="text" id={props.id.clone()} aria-label={props.label.clone()}
                aria-invalid={invalid} aria-describedby={described.clone()} {readonly}
                placeholder={props.hint.clone()} spellcheck="false" autocomplete="off"
                oninput={on_input} onmousedown={on_mouse_down} onfocus={on_focus} onblur={on_blur} />
        }
    };
    html! {
        <div {class}>
            { input }
            if let Some(mark) = &props.mark {
                <span class="mark-icon" aria-hidden="true"></span>
                <span class="mark" id={described} lang={words.tag()}>
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
            area.placeholder()
        } else {
            text
        };
        let _ = parent.set_attribute("data-text", &text);
    }
}
