//! What is on the clipboard, as cells and as text.

use juesuan::exchange::{pasted_cells, pasted_table, pasted_text, too_much_pasted};
use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, DataTransfer, Element, Event, EventTarget, HtmlInputElement,
    HtmlTextAreaElement, InputEvent, InputEventInit,
};

/// The cells on the clipboard: a table keeps its cells apart whatever is written in them, plain text
/// does not. A sentence where there are more than anything here can take.
pub fn pasted(event: &Event) -> Option<Result<Vec<Vec<String>>, String>> {
    let data = clipboard(event);
    let read = |kind: &str| data.as_ref()?.get_data(kind).ok();
    if let Some(table) = read("text/html").and_then(|html| pasted_table(&html)) {
        return Some(Ok(table));
    }
    let text = read("text/plain")?;
    Some(match too_much_pasted(&text) {
        Some(sentence) => Err(sentence),
        None => Ok(pasted_cells(&text)),
    })
}

pub fn clipboard(event: &Event) -> Option<DataTransfer> {
    event.dyn_ref::<ClipboardEvent>()?.clipboard_data()
}

/// Puts a text on the clipboard, where the browser allows it.
pub fn put_on_clipboard(event: &Event, text: &str) -> bool {
    clipboard(event).is_some_and(|data| data.set_data("text/plain", text).is_ok())
}

/// Fields that read a list take its columns as they are.
const LISTS: [&str; 2] = ["quick-structure", "quick-years"];

/// Cells pasted into a field of words come as one text, without tabs; what goes into a grid is done by
/// then.
pub fn paste_as_text(event: &Event) {
    let plain = clipboard(event).and_then(|data| data.get_data("text/plain").ok());
    let (Some(copied), Some(target)) = (plain, event.target()) else {
        return;
    };
    let is_list = target
        .dyn_ref::<Element>()
        .is_some_and(|element| LISTS.contains(&element.id().as_str()));
    let of_cells = copied.contains(['\t', '\n', '\r']) || copied.starts_with('\'');
    if event.default_prevented() || is_list || !of_cells {
        return;
    }
    let put = if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        let text = pasted_text(&copied, true);
        // Lines alone are the browser's to paste, at the caret, with its own undo.
        if area.read_only() || text == copied || !copied.contains(['\t', '\'']) {
            return;
        }
        if put_into(area, &text) {
            event.prevent_default();
        }
        return;
    } else if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        let text = pasted_text(&copied, false);
        if input.read_only() {
            return;
        }
        let start = input.selection_start().ok().flatten().unwrap_or(0);
        let end = start + length(&text);
        input.set_range_text(&text).is_ok() && input.set_selection_range(end, end).is_ok()
    } else {
        return;
    };
    if put {
        event.prevent_default();
        tell(&target);
    }
}

/// Puts a text in the place of what is selected, as if somebody had typed it.
pub fn put_into(area: &HtmlTextAreaElement, text: &str) -> bool {
    let start = area.selection_start().ok().flatten().unwrap_or(0);
    let end = start + length(text);
    let put = area.set_range_text(text).is_ok() && area.set_selection_range(end, end).is_ok();
    if put {
        tell(area);
    }
    put
}

/// That something was put into a field.
fn tell(field: &EventTarget) {
    let init = InputEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    if let Ok(input) = InputEvent::new_with_event_init_dict("input", &init) {
        // Nobody can refuse it: the text is there.
        let _ = field.dispatch_event(&input);
    }
}

/// As a browser counts characters.
pub fn length(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}
