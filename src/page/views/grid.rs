//! What happens in a grid of cells, of a form or of a table: keys, clipboard, mouse, focus.

use crate::page::columns;
use crate::page::keys::{self, Motion};
use crate::page::message::Msg;
use crate::page::pasting::{clipboard, pasted};
use juesuan::Place;
use juesuan::evaluation;
use juesuan::exchange::{copied_cells, copied_html, read_block};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// The texts of the selected block.
pub type Texts = Rc<dyn Fn() -> Vec<Vec<String>>>;

/// The callbacks of the element around a grid.
pub struct Handlers {
    node: NodeRef,
    onpaste: Callback<Event>,
    oncopy: Callback<Event>,
    oncut: Callback<Event>,
    onmousedown: Callback<MouseEvent>,
    onmouseover: Callback<MouseEvent>,
    onfocusin: Callback<FocusEvent>,
    onfocusout: Callback<FocusEvent>,
}

impl Handlers {
    /// The element around a grid.
    pub fn around(
        self,
        tag: &'static str,
        class: Classes,
        lang: Option<&'static str>,
        onkeydown: Callback<KeyboardEvent>,
        inside: Html,
    ) -> Html {
        let Handlers {
            node,
            onpaste,
            oncopy,
            oncut,
            onmousedown,
            onmouseover,
            onfocusin,
            onfocusout,
        } = self;
        let onkeydown = Callback::from(move |event: KeyboardEvent| {
            if columns::key(&event) {
                event.prevent_default();
            } else {
                onkeydown.emit(event);
            }
        });
        let onpointerdown = |event: PointerEvent| columns::take(&event);
        let onpointermove = |event: PointerEvent| columns::drag(&event);
        html! {
            <@{tag} ref={node} {class} {lang} {onkeydown} {onpointerdown} {onpointermove} {onpaste} {oncopy} {oncut} {onmousedown} {onmouseover} {onfocusin} {onfocusout}>
                { inside }
            </@>
        }
    }
}

/// The element around cells that stand in no grid.
pub fn around_cells(class: &'static str, on: &Callback<Msg>, here: &Here, inside: Html) -> Html {
    let handlers = handlers(on, here, None, |_| false, Callback::noop());
    let onkeydown = keys_outside(on, here);
    let (onfocusin, onfocusout) = (handlers.onfocusin, handlers.onfocusout);
    html! { <div {class} {onkeydown} {onfocusin} {onfocusout}>{ inside }</div> }
}

/// The cell somebody is in, known since they entered it: a key need not read its address. A row that
/// moves takes the focus along, and another address with it; then it is read anew.
#[derive(Clone)]
pub struct Here(Rc<RefCell<(String, Option<Place>)>>, NodeRef);

impl Here {
    /// The cell that an event happened in.
    pub fn at(&self, event: &Event) -> Option<Place> {
        let id = target_id(event)?;
        let mut known = self.0.borrow_mut();
        if known.0 != id {
            let place = keys::place(&id);
            *known = (id, place);
        }
        known.1
    }
}

#[hook]
pub fn use_here() -> Here {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| columns::restore(&node));
    }
    Here(use_memo((), |()| RefCell::default()), node)
}

/// Callbacks for a grid. `block` gives the texts of the selected block where there is one; `in_grid`
/// tells cells of the grid from others; a pasted block goes to `paste`.
pub fn handlers(
    on: &Callback<Msg>,
    here: &Here,
    block: Option<Texts>,
    in_grid: fn(Place) -> bool,
    paste: Callback<(Place, Vec<Vec<String>>)>,
) -> Handlers {
    let is_block = block.is_some();
    let copied = move |event: &Event| -> bool {
        let (Some(block), Some(data)) = (&block, clipboard(event)) else {
            return false;
        };
        let cells = block();
        event.prevent_default();
        // A type the browser refuses leaves the other.
        let _ = data.set_data("text/html", &copied_html(&cells));
        data.set_data("text/plain", &copied_cells(&cells)).is_ok()
    };
    Handlers {
        node: here.1.clone(),
        onpaste: pasting(on.clone(), in_grid, paste),
        oncopy: {
            let copied = copied.clone();
            Callback::from(move |event: Event| {
                copied(&event);
            })
        },
        oncut: {
            let on = on.clone();
            Callback::from(move |event: Event| {
                if copied(&event) {
                    on.emit(Msg::Clear);
                }
            })
        },
        // A press with Shift, or a drag, draws a block from the cell somebody is in.
        onmousedown: {
            let on = on.clone();
            Callback::from(move |event: MouseEvent| match target_place(&event) {
                Some(place) if event.shift_key() && in_grid(place) => {
                    event.prevent_default();
                    on.emit(Msg::SelectTo(place));
                }
                Some(_) if is_block => on.emit(Msg::Unselect),
                _ => {}
            })
        },
        onmouseover: {
            let on = on.clone();
            Callback::from(move |event: MouseEvent| {
                if event.buttons() & 1 == 0 {
                    return;
                }
                if let Some(place) = target_place(&event).filter(|place| in_grid(*place)) {
                    on.emit(Msg::SelectTo(place));
                }
            })
        },
        onfocusin: {
            let (on, here) = (on.clone(), here.clone());
            Callback::from(move |event: FocusEvent| {
                if let Some(place) = here.at(&event) {
                    on.emit(Msg::Enter(place));
                }
            })
        },
        onfocusout: {
            let (on, here) = (on.clone(), here.clone());
            Callback::from(move |event: FocusEvent| {
                if let Some(place) = here.at(&event) {
                    on.emit(Msg::Leave(place));
                }
            })
        },
    }
}

/// A block goes to `paste`; a single value is left to the browser.
fn pasting(
    on: Callback<Msg>,
    in_grid: fn(Place) -> bool,
    paste: Callback<(Place, Vec<Vec<String>>)>,
) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let Some(place) = target_place(&event) else {
            return;
        };
        // Into a heading goes what says itself where it belongs.
        let in_heading = matches!(place, Place::Form(_, evaluation::Cell::Indicator(..)));
        if !in_grid(place) && !in_heading {
            return;
        }
        let cells = match pasted(&event) {
            None => return,
            Some(Ok(cells)) => cells,
            Some(Err(sentence)) => {
                event.prevent_default();
                on.emit(Msg::Say(sentence));
                return;
            }
        };
        // One value is the browser's to paste, at the caret.
        let is_block = cells.len() > 1 || cells.iter().any(|row| row.len() > 1);
        if is_block && (in_grid(place) || read_block(&cells).is_some()) {
            event.prevent_default();
            paste.emit((place, cells));
        }
    })
}

/// Keys in cells that stand in no grid.
fn keys_outside(on: &Callback<Msg>, here: &Here) -> Callback<KeyboardEvent> {
    let (on, here) = (on.clone(), here.clone());
    Callback::from(move |event: KeyboardEvent| {
        if here.at(&event).is_none() {
            return;
        }
        if let Some(motion) = keys::motion(&event, false, false) {
            event.prevent_default();
            do_motion(&on, &event, motion);
        }
    })
}

/// Does what every grid does alike; going from cell to cell is the grid's own.
pub fn do_motion(on: &Callback<Msg>, event: &KeyboardEvent, motion: Motion) {
    match motion {
        Motion::Further(towards) => on.emit(Msg::SelectFurther(towards)),
        Motion::Unselect => on.emit(Msg::Unselect),
        Motion::FillDown => on.emit(Msg::FillDown),
        Motion::Clear => on.emit(Msg::Clear),
        Motion::Revert => on.emit(Msg::Revert),
        Motion::Change => keys::change(event),
        Motion::Remark => on.emit(Msg::Focus(keys::REMARK.into())),
        Motion::Step(forward) => keys::step(event, forward),
        Motion::Go(_) => {}
    }
}

/// The cell an event happened in.
fn target_place(event: &Event) -> Option<Place> {
    keys::place(&target_id(event)?)
}

fn target_id(event: &Event) -> Option<String> {
    Some(event.target()?.dyn_into::<Element>().ok()?.id())
}
