//! Columns that somebody draws wider or narrower: by the edge of a head, or by keys in a cell. What was drawn holds until
//! the page is closed. The style sheet reads the widths from properties of the element around the columns.

use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent, MouseEvent, PointerEvent};
use yew::NodeRef;

/// In pixels: what a column is at least and at most, and how far a key draws it.
const LEAST: i32 = 40;
const MOST: i32 = 700;
const STEP: i32 = 10;
/// So near to its edge a head is taken by it.
const EDGE: f64 = 6.0;
/// The columns that take what the others leave.
const OF_NAMES: &str = ".c-name, .c-label, .c-subject";
/// What has columns of its own.
const AROUND: &str = ".sheet-side, .paper";

struct Drawn {
    table: String,
    column: usize,
    width: i32,
    /// Before anybody drew it.
    before: i32,
}

/// An edge that can be drawn: that of a column, or, of one that takes the rest, that of the next.
struct Edge {
    around: HtmlElement,
    head: HtmlElement,
    column: usize,
    /// The next column becomes narrower where this one becomes wider.
    next: bool,
}

/// The edge that is being drawn: where that began, and how wide the column was.
struct Drag {
    edge: Edge,
    from: i32,
    width: i32,
}

thread_local! {
    static DRAWN: RefCell<Vec<Drawn>> = const { RefCell::new(Vec::new()) };
    static DRAG: RefCell<Option<Drag>> = const { RefCell::new(None) };
}

impl Edge {
    fn right_of(head: HtmlElement) -> Option<Self> {
        let around = head.closest(AROUND).ok()??.dyn_into().ok()?;
        let mut column = 1;
        let mut before = head.previous_element_sibling();
        while let Some(one) = before {
            column += 1;
            before = one.previous_element_sibling();
        }
        let mut columns = head
            .closest("table")
            .ok()??
            .first_element_child()?
            .first_element_child();
        for _ in 1..column {
            columns = columns?.next_element_sibling();
        }
        let next = columns?.matches(OF_NAMES).ok()?;
        let (head, column) = match next {
            true => (head.next_element_sibling()?.dyn_into().ok()?, column + 1),
            false => (head, column),
        };
        Some(Edge {
            around,
            head,
            column,
            next,
        })
    }

    fn draw(&self, from: i32, by: i32) {
        let width = if self.next { from - by } else { from + by };
        let width = width.clamp(LEAST, MOST);
        let table = name(&self.around);
        DRAWN.with_borrow_mut(|drawn| {
            let known = drawn.iter_mut();
            let mut known = known.filter(|one| one.table == table && one.column == self.column);
            match known.next() {
                Some(known) => known.width = width,
                None => drawn.push(Drawn {
                    table,
                    column: self.column,
                    width,
                    before: self.head.offset_width(),
                }),
            }
        });
        show(&self.around);
    }
}

/// By what the columns of an element are told from others: what its table is called; those of all forms are alike.
fn name(around: &Element) -> String {
    let table = around.query_selector("table[aria-label]").ok().flatten();
    table
        .and_then(|table| table.get_attribute("aria-label"))
        .unwrap_or_default()
}

/// Gives the columns of an element the widths that were drawn.
fn show(around: &HtmlElement) {
    let (table, style) = (name(around), around.style());
    // A property of a style of one's own is never refused.
    let set = |property: &str, pixels: i32| {
        let _ = style.set_property(property, &[&pixels.to_string(), "px"].concat());
    };
    DRAWN.with_borrow(|drawn| {
        let mut more = 0;
        for one in drawn.iter().filter(|one| one.table == table) {
            set(&["--w", &one.column.to_string()].concat(), one.width);
            more += one.width - one.before;
        }
        set("--more", more.max(0));
    });
}

/// What was drawn before is drawn again where a view is opened once more.
pub fn restore(view: &NodeRef) {
    let Some(view) = view.cast::<HtmlElement>() else {
        return;
    };
    if DRAWN.with_borrow(Vec::is_empty) {
        return;
    }
    if view.matches(AROUND).unwrap_or(false) {
        show(&view);
    }
    let Ok(sides) = view.query_selector_all(".sheet-side") else {
        return;
    };
    for at in 0..sides.length() {
        if let Some(side) = sides.get(at).and_then(|side| side.dyn_into().ok()) {
            show(&side);
        }
    }
}

/// A press near the edge of a head takes the edge.
pub fn take(event: &PointerEvent) {
    let target = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let head = target.and_then(|target| target.closest(".heads th").ok().flatten());
    let Some(head) = head else { return };
    let (rect, x) = (head.get_bounding_client_rect(), f64::from(event.client_x()));
    let left_of_edge = if rect.right() - x <= EDGE {
        Some(head)
    } else if x - rect.left() <= EDGE {
        head.previous_element_sibling()
    } else {
        None
    };
    let edge = left_of_edge
        .and_then(|head| head.dyn_into().ok())
        .and_then(Edge::right_of);
    let Some(edge) = edge else { return };
    event.prevent_default();
    let _ = edge.head.set_pointer_capture(event.pointer_id());
    let width = edge.head.offset_width();
    DRAG.set(Some(Drag {
        edge,
        from: event.client_x(),
        width,
    }));
}

/// The edge follows the pointer as long as it is pressed.
pub fn drag(event: &MouseEvent) {
    DRAG.with_borrow_mut(|drag| match drag {
        Some(drag) if event.buttons() & 1 == 1 => {
            drag.edge.draw(drag.width, event.client_x() - drag.from);
        }
        _ => *drag = None,
    });
}

/// Alt, Shift and an arrow make the column of a cell narrower or wider. Says whether that was the key.
pub fn key(event: &KeyboardEvent) -> bool {
    let by = match event.key().as_str() {
        "ArrowLeft" => -STEP,
        "ArrowRight" => STEP,
        _ => return false,
    };
    if !(event.alt_key() && event.shift_key()) || event.is_composing() {
        return false;
    }
    let edge = event
        .target()
        .and_then(|t| t.dyn_into::<Element>().ok())
        .and_then(|cell| Edge::right_of(head_over(&cell)?));
    let Some(edge) = edge else { return false };
    edge.draw(edge.head.offset_width(), by);
    true
}

/// The head of the column that a cell stands in, by where both are.
fn head_over(cell: &Element) -> Option<HtmlElement> {
    let around = cell.closest(AROUND).ok()??;
    let rect = cell.get_bounding_client_rect();
    let middle = rect.left() + rect.width() / 2.0;
    let heads = around.query_selector_all(".heads th").ok()?;
    let heads = (0..heads.length()).filter_map(|at| heads.get(at)?.dyn_into::<HtmlElement>().ok());
    heads.into_iter().find(|head| {
        let rect = head.get_bounding_client_rect();
        rect.left() <= middle && middle < rect.right()
    })
}
