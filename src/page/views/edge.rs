//! The edge of the findings beside a view, by which they are drawn wider or narrower.

use crate::page::field::use_embedded;
use crate::page::remembered;
use crate::page::words::use_words;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

/// In pixels: how wide they are at least and at most, and how far a key draws them. Half of the screen is the view's.
const LEAST: i32 = 240;
const MOST: i32 = 960;
const STEP: i32 = 16;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// What the width is remembered as.
    pub of: &'static str,
}

/// Stands first in what it is the edge of. A double click gives that its own width back. In somebody else's page there is none.
#[component]
pub fn Edge(props: &Props) -> Html {
    let words = use_words();
    let node = use_node_ref();
    let of = props.of;
    let width = use_state(|| remembered::chosen(of).and_then(|width| width.parse().ok()));
    // Where the pointer took it, and how wide the findings were.
    let taken = use_mut_ref(|| (0, 0));
    let now = {
        let node = node.clone();
        move || panel(&node).map_or(0, |panel| panel.offset_width())
    };
    let shown = use_state(|| 0);
    {
        let (node, shown, now) = (node.clone(), shown.clone(), now.clone());
        use_effect_with(*width, move |width: &Option<i32>| {
            if let Some(panel) = panel(&node) {
                let pixels = width.map(|width| format!("{width}px"));
                // A property of a style of one's own is never refused.
                let _ = panel
                    .style()
                    .set_property("--panel", &pixels.unwrap_or_default());
            }
            shown.set(now());
        });
    }
    let draw = {
        let width = width.clone();
        move |to: Option<i32>| {
            let to = to.map(|to| to.clamp(LEAST, MOST));
            remembered::remember(of, &to.map_or_else(String::new, |to| to.to_string()));
            width.set(to);
        }
    };
    let onpointerdown = {
        let (taken, now) = (taken.clone(), now.clone());
        move |event: PointerEvent| {
            *taken.borrow_mut() = (event.client_x(), now());
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
                let (from, width) = *taken.borrow();
                draw(Some(width + from - event.client_x()));
            }
        }
    };
    let onkeydown = {
        let draw = draw.clone();
        move |event: KeyboardEvent| {
            let to = match event.key().as_str() {
                "ArrowLeft" => now() + STEP,
                "ArrowRight" => now() - STEP,
                "Home" => LEAST,
                "End" => MOST,
                _ => return,
            };
            event.prevent_default();
            draw(Some(to));
        }
    };
    let ondblclick = move |_| draw(None);
    if use_embedded() {
        return Html::default();
    }
    html! {
        <div ref={node} class="edge" role="separator" tabindex="0" aria-orientation="vertical" aria-label={words.panel_edge()} title={words.panel_edge_hint()}
            aria-valuenow={shown.to_string()} aria-valuemin={LEAST.to_string()} aria-valuemax={MOST.to_string()}
            {onpointerdown} {onpointermove} {onkeydown} {ondblclick}></div>
    }
}

fn panel(edge: &NodeRef) -> Option<HtmlElement> {
    let edge = edge.cast::<Element>()?;
    edge.parent_element()?.dyn_into().ok()
}
