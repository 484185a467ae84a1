//! What the whole page listens to.

use super::early;
use super::files;
use super::host::Host;
use super::keys;
use super::leaving;
use super::message::Msg;
use gloo_events::{EventListener, EventListenerOptions};
use juesuan::flows::{combining, keeping, looking};
use wasm_bindgen::JsCast;
use web_sys::{
    DataTransfer, DragEvent, Element, EventTarget, File, InputEvent, InputEventInit, KeyboardEvent,
    StorageEvent, Window,
};
use yew::Callback;

/// Keys that work everywhere; and of a page of its own, files dropped anywhere, the page going away, and
/// other windows.
pub fn listeners(on: &Callback<Msg>, host: &Host) -> Vec<EventListener> {
    let (Some(window), Some(target)) = (web_sys::window(), host.events()) else {
        return Vec::new();
    };
    let embedded = host.portal.is_some();
    let saves = host.portal.as_ref().is_none_or(|portal| portal.saves);
    let active = EventListenerOptions::enable_prevent_default();
    let link = on.clone();
    let around = host.clone();
    let keys = EventListener::new_with_options(&target, "keydown", active, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        let works = |msg: &Msg| match msg {
            Msg::Save => saves,
            // A key pressed in somebody else's page prints that page.
            Msg::Print => !embedded && is_main(&around, "[data-prints]"),
            Msg::Look(msg) => {
                *msg == looking::Msg::Open(looking::For::Deeds) || finds(&around, event)
            }
            _ => true,
        };
        if let Some(msg) = shortcut(event).filter(works) {
            event.prevent_default();
            // What is worked out when its cell is left is worked out before it is checked.
            if matches!(msg, Msg::Print) {
                link.emit(Msg::Printing);
            }
            link.emit(msg);
        }
    });
    let link = on.clone();
    let prints = EventListener::new(&window, "beforeprint", move |_| {
        link.emit(Msg::Printing);
    });
    let link = on.clone();
    let printed = EventListener::new(&window, "afterprint", move |_| {
        link.emit(Msg::Printed);
    });
    // Browsers end a composition without an input event of its own: one is made here, so that fields
    // need to know nothing of input methods but to wait.
    let composed = EventListener::new(&target, "compositionend", |event| {
        let init = InputEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        let input = InputEvent::new_with_event_init_dict("input", &init);
        if let (Some(target), Ok(input)) =
            (event.composed_path().get(0).dyn_ref::<EventTarget>(), input)
        {
            // Cancelled or not makes no difference to a field.
            let _ = target.dispatch_event(&input);
        }
    });
    let mut listeners = vec![keys, prints, printed, composed];
    if !embedded {
        listeners.extend(of_the_whole_page(on, &window));
    }
    listeners
}

fn of_the_whole_page(on: &Callback<Msg>, window: &Window) -> Vec<EventListener> {
    let active = EventListenerOptions::enable_prevent_default();
    let mut listeners = Vec::new();
    let link = on.clone();
    listeners.push(EventListener::new_with_options(
        window,
        "drop",
        active,
        move |event| {
            let data = event
                .dyn_ref::<DragEvent>()
                .and_then(DragEvent::data_transfer);
            link.emit(Msg::Dragging(false));
            let Some(list) = data.and_then(|d| d.files()) else {
                return;
            };
            let files: Vec<_> = (0..list.length()).filter_map(|at| list.get(at)).collect();
            let consolidates = event
                .target()
                .and_then(|t| t.dyn_into::<Element>().ok())
                .is_some_and(|t| t.closest(".consolidation").is_ok_and(|view| view.is_some()));
            if let Some(msg) = dropped(files, consolidates) {
                event.prevent_default();
                link.emit(msg);
            }
        },
    ));
    for (name, over) in [("dragover", true), ("dragleave", false)] {
        let link = on.clone();
        listeners.push(EventListener::new(window, name, move |event| {
            let Some(event) = event.dyn_ref::<DragEvent>() else {
                return;
            };
            let files = |data: DataTransfer| data.types().includes(&"Files".into(), 0);
            // Leaving one element for another is not leaving.
            if over && event.data_transfer().is_some_and(files) {
                link.emit(Msg::Dragging(true));
            } else if !over && event.related_target().is_none() {
                link.emit(Msg::Dragging(false));
            }
        }));
    }
    // From here on nothing is missed any more; what was before is taken up.
    for files in early::take_dropped() {
        if let Some(msg) = dropped(files, false) {
            on.emit(msg);
        }
    }
    let of_window: &EventTarget = window;
    let document = window.document();
    let of_document = document.as_ref().map(|d| (d.as_ref(), "visibilitychange"));
    for (target, name) in [(of_window, "pagehide")].into_iter().chain(of_document) {
        let link = on.clone();
        listeners.push(EventListener::new(target, name, move |_| {
            link.emit(Msg::Keeping(keeping::Msg::Flush))
        }));
    }
    // Somebody comes back, perhaps from making room.
    for (target, name) in [(of_window, "focus"), (of_window, "pageshow")]
        .into_iter()
        .chain(of_document)
    {
        let link = on.clone();
        listeners.push(EventListener::new(target, name, move |_| {
            link.emit(Msg::Keeping(keeping::Msg::Retry))
        }));
    }
    let link = on.clone();
    listeners.push(EventListener::new(window, "storage", move |event| {
        let event = event.dyn_ref::<StorageEvent>();
        let heard = event.and_then(|e| leaving::heard(&e.key()?, &e.new_value()?));
        if let Some(word) = heard {
            link.emit(Msg::Keeping(keeping::Msg::Heard(word)));
        }
    }));
    listeners
}

/// What is to be done with dropped files. On the consolidation they are there to be brought together; elsewhere
/// it is looked what they are.
fn dropped(dropped: Vec<File>, consolidates: bool) -> Option<Msg> {
    if dropped.is_empty() {
        return None;
    }
    if consolidates {
        return Some(Msg::Combining(combining::Msg::Begin(dropped)));
    }
    let chosen = dropped.into_iter();
    let chosen = chosen.map(|file| files::chosen_file(file, None));
    Some(Msg::Chosen(chosen.collect()))
}

/// Whether there is something to look through here. Where there is not, and asked for once more in the field, it is the
/// browser that looks.
fn finds(host: &Host, event: &KeyboardEvent) -> bool {
    let again = event.key() != "F3"
        && host
            .find(keys::LOOKING)
            .is_some_and(|field| field.matches(":focus").unwrap_or(false));
    !again && is_main(host, "[data-finds]")
}

/// Whether the view is of a kind, which it says itself.
fn is_main(host: &Host, selector: &str) -> bool {
    let main = host.find(keys::MAIN);
    main.is_some_and(|main| main.matches(selector).unwrap_or(false))
}

fn shortcut(event: &KeyboardEvent) -> Option<Msg> {
    if event.key() == "F8" && !(event.ctrl_key() || event.meta_key() || event.alt_key()) {
        return Some(Msg::StepReview(!event.shift_key()));
    }
    if event.key() == "F6" && !(event.ctrl_key() || event.meta_key() || event.alt_key()) {
        return Some(Msg::ToPanel);
    }
    if event.key() == "F3" && !(event.ctrl_key() || event.meta_key() || event.alt_key()) {
        return Some(Msg::Look(looking::Msg::Again(!event.shift_key())));
    }
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || event.is_composing() {
        return None;
    }
    // What is typed into quick figures is none of the workbook's: undoing it is the browser's matter.
    let quick = || {
        let target = event.composed_path().get(0).dyn_into::<Element>().ok();
        target.is_some_and(|t| t.closest(".quick").is_ok_and(|view| view.is_some()))
    };
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z" | "y", _) if quick() => None,
        ("z", false) => Some(Msg::Undo),
        ("z", true) | ("y", false) => Some(Msg::Redo),
        ("s", false) => Some(Msg::Save),
        ("p", false) => Some(Msg::Print),
        ("k", false) => Some(Msg::Look(looking::Msg::Open(looking::For::Deeds))),
        ("f", false) => Some(Msg::Look(looking::Msg::Open(looking::For::Text))),
        _ => None,
    }
}
