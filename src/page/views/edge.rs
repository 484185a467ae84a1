//! The edge of the findings beside a view or below it, by which they are drawn wider or narrower, higher or lower.

use crate::page::field::use_embedded;
use crate::page::remembered;
use crate::page::words::{Words, use_words};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// In pixels: how wide and how high they are at least and at most, and how far a key draws them. Half of the screen is
/// the view's.
const WIDTH: (i32, i32) = (240, 960);
const HEIGHT: (i32, i32) = (96, 640);
const STEP: i32 = 16;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the width or the height is remembered as.
    pub of: &'static str,
    /// It is the upper edge of what stands below the view.
    #[prop_or_default]
    pub level: bool,
}

/// Stands first in what it is the edge of. A double click gives that its own width back. In somebody else's page there is none.
#[component]
pub fn Edge(props: &Props) -> Html {
    let words = use_words();
    let node = use_node_ref();
    let (of, level) = (props.of, props.level);
    let (property, (least, most)) = bounds(level);
    let size = use_state(|| remembered::chosen(of).and_then(|size| size.parse().ok()));
    // Where the pointer took it, and how wide or high the findings were.
    let taken = use_mut_ref(|| (0, 0));
    let now = {
        let node = node.clone();
        move || size_of(&node, level)
    };
    let shown = use_state(|| 0);
    {
        let (node, shown, now) = (node.clone(), shown.clone(), now.clone());
        use_effect_with(*size, move |size: &Option<i32>| {
            if let Some(panel) = panel(&node) {
                let pixels = size.map(|size| format!("{size}px"));
                // A property of a style of one's own is never refused.
                let _ = panel
                    .style()
                    .set_property(property, &pixels.unwrap_or_default());
            }
            shown.set(now());
        });
    }
    let draw = {
        let size = size.clone();
        move |to: Option<i32>| {
            let to = to.map(|to| to.clamp(least, most));
            remembered::remember(of, &to.map_or_else(String::new, |to| to.to_string()));
            size.set(to);
        }
    };
    let onpointerdown = {
        let (taken, now) = (taken.clone(), now.clone());
        move |event: PointerEvent| {
            *taken.borrow_mut() = (at(&event, level), now());
            if let Some(edge) = event.target().and_then(|t| t.dyn_into::<Element>().ok()) {
                // A pointer that is gone already draws nothing.
                let _ = edge.set_pointer_capture(event.pointer_id());
            }
        }
    };
    let onpointermove = {
        let draw = draw.clone();
        move |event: PointerEvent| {
            if event.buttons() & 1 == 1 {
                let (from, size) = *taken.borrow();
                draw(Some(size + from - at(&event, level)));
            }
        }
    };
    let onkeydown = {
        let draw = draw.clone();
        move |event: KeyboardEvent| {
            if let Some(to) = drawn_by(&event.key(), level, now()) {
                event.prevent_default();
                draw(Some(to));
            }
        }
    };
    let ondblclick = move |_| draw(None);
    if use_embedded() {
        return Html::default();
    }
    let (class, orientation, label, title) = named(level, words);
    html! {
        <div ref={node} {class} role="separator" tabindex="0" aria-orientation={orientation} aria-label={label} {title}
            aria-valuenow={shown.to_string()} aria-valuemin={least.to_string()} aria-valuemax={most.to_string()}
            {onpointerdown} {onpointermove} {onkeydown} {ondblclick}></div>
    }
}

/// Its class, which way it runs, what it is called, and what is said of how it is moved.
fn named(level: bool, words: Words) -> (&'static str, &'static str, &'static str, &'static str) {
    match level {
        true => (
            "edge level",
            "horizontal",
            words.panel_height(),
            words.panel_height_hint(),
        ),
        false => (
            "edge",
            "vertical",
            words.panel_edge(),
            words.panel_edge_hint(),
        ),
    }
}

fn panel(edge: &NodeRef) -> Option<HtmlElement> {
    let edge = edge.cast::<Element>()?;
    edge.parent_element()?.dyn_into().ok()
}

/// What is drawn, and how far at least and at most.
fn bounds(level: bool) -> (&'static str, (i32, i32)) {
    match level {
        true => ("--panel-height", HEIGHT),
        false => ("--panel", WIDTH),
    }
}

fn size_of(edge: &NodeRef, level: bool) -> i32 {
    panel(edge).map_or(0, |panel| match level {
        true => panel.offset_height(),
        false => panel.offset_width(),
    })
}

fn at(event: &PointerEvent, level: bool) -> i32 {
    match level {
        true => event.client_y(),
        false => event.client_x(),
    }
}

/// How far a key draws what is so wide or high now.
fn drawn_by(key: &str, level: bool, now: i32) -> Option<i32> {
    let (_, (least, most)) = bounds(level);
    match (key, level) {
        ("ArrowLeft", false) | ("ArrowUp", true) => Some(now + STEP),
        ("ArrowRight", false) | ("ArrowDown", true) => Some(now - STEP),
        ("Home", _) => Some(least),
        ("End", _) => Some(most),
        _ => None,
    }
}
