//! What keys do in a grid, and how cells are found in the document.

use super::host::Host;
use juesuan::accounts;
use juesuan::address::{Going, Towards};
use juesuan::evaluation::{Cell, Form, IndicatorField, RuleCell, Setting};
use juesuan::{Edit, Place};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};

/// The cell an element id names.
pub fn place(id: &str) -> Option<Place> {
    if let Ok(cell) = id.parse() {
        // The year stands beside all cells, not among them.
        return (cell != accounts::Cell::Year).then_some(Place::Accounts(cell));
    }
    let (form, path) = id.strip_prefix('f')?.split_once('.')?;
    Some(Place::Form(form.parse().ok()?, path.parse().ok()?))
}

/// The id of a cell's element.
pub fn id(place: Place) -> String {
    match place {
        Place::Form(form, cell) => format!("f{form}.{cell}"),
        Place::Accounts(accounts::Cell::Year) => YEAR.to_owned(),
        Place::Accounts(accounts::Cell::Setting(setting)) => setting_id(setting),
        Place::Accounts(cell) => cell.to_string(),
    }
}

/// The id of a setting's element.
pub fn setting_id(setting: Setting) -> String {
    format!("setting-{}", setting.as_str())
}

/// The id of a cell of rules that are being written.
pub fn draft_id(cell: RuleCell) -> String {
    format!("draft-{cell}")
}

/// The id of the button that opens a unit.
pub fn unit_id(source: usize, form: Option<usize>) -> String {
    match form {
        Some(form) => format!("unit-{source}-{form}"),
        None => format!("unit-{source}"),
    }
}

/// What is said before something goes out.
pub const BEFORE: &str = "before";
/// The element of the view, and of the year: what is focused where no cell is.
pub const MAIN: &str = "main";
pub const YEAR: &str = "year";
/// The findings beside a view, and what answers the one somebody is at.
pub const PANEL: &str = "findings";
pub const FINDING: &str = "finding";
/// The field of the list one types into.
pub const LOOKING: &str = "looking-field";
/// The field for a remark on the current cell.
pub const REMARK: &str = "remark";
/// The field for the name of whoever reviews.
pub const REVIEWER: &str = "reviewer";

/// Focuses an element, brings it into view and selects its text.
pub fn focus(host: &Host, id: &str) {
    if let Some(element) = element(host, id) {
        enter(&element);
    }
}

/// The element of a cell; of a sentence that nobody rewords, the button for rewording it.
pub fn element(host: &Host, id: &str) -> Option<HtmlElement> {
    let sentence = || {
        let key = id.strip_prefix("accounts.text.")?;
        let button = format!("[data-sentence=\"{key}\"] .reword");
        let found = host.find(MAIN)?.query_selector(&button).ok()??;
        found.dyn_into().ok()
    };
    host.find(id).or_else(sentence)
}

/// Focuses a field and selects its text.
pub fn enter(element: &HtmlElement) {
    let _ = element.focus();
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        input.select();
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>() {
        area.select();
    }
}

/// What a key asks for in any grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// To another cell.
    Go(Going),
    /// The selected block reaches one cell further.
    Further(Towards),
    Unselect,
    FillDown,
    Clear,
    /// What stood in the cell when it was entered comes back.
    Revert,
    /// The caret goes to the end of the text, to change it rather than to replace it.
    Change,
    /// To the remark on this cell.
    Remark,
    /// To the next field beside the grid, or the one before.
    Step(bool),
}

/// Reads a key press in a cell, inside a grid or not, where a block may be selected; `None` leaves it
/// to the browser, and keys with Alt to the grid.
pub fn motion(event: &KeyboardEvent, in_grid: bool, block: bool) -> Option<Motion> {
    // Keys of an input method are its own.
    if event.is_composing() {
        return None;
    }
    let key = event.key();
    match key.as_str() {
        "F2" if event.shift_key() => return Some(Motion::Remark),
        "F2" => return Some(Motion::Change),
        "Escape" if block => return Some(Motion::Unselect),
        "Escape" => return Some(Motion::Revert),
        _ => {}
    }
    if !in_grid && key == "Enter" && !event.alt_key() && !event.ctrl_key() {
        // In a text that wraps, it begins a line.
        let one_line = event.target()?.dyn_into::<HtmlInputElement>().is_ok();
        return one_line.then_some(Motion::Step(!event.shift_key()));
    }
    if !in_grid || event.alt_key() {
        return None;
    }
    if event.ctrl_key() || event.meta_key() {
        return match key.as_str() {
            "d" | "D" => Some(Motion::FillDown),
            "Home" => Some(Motion::Go(Going::First)),
            "End" => Some(Motion::Go(Going::Last)),
            _ => None,
        };
    }
    let caret = Caret::of(event);
    let towards = match key.as_str() {
        "ArrowUp" => Some(Towards::Up),
        "ArrowDown" => Some(Towards::Down),
        "ArrowLeft" => Some(Towards::Left),
        "ArrowRight" => Some(Towards::Right),
        _ => None,
    };
    if event.shift_key()
        && let Some(towards) = towards
    {
        // Inside a text that is being changed, Shift and arrows select characters.
        let leaves = matches!(towards, Towards::Up | Towards::Down) && caret.on_one_line;
        return (block || caret.whole || leaves).then_some(Motion::Further(towards));
    }
    match key.as_str() {
        "Enter" if event.shift_key() => Some(Motion::Go(Going::Towards(Towards::Up))),
        "Enter" => Some(Motion::Go(Going::Towards(Towards::Down))),
        "Delete" | "Backspace" if block => Some(Motion::Clear),
        "Home" if caret.whole => Some(Motion::Go(Going::RowStart)),
        "End" if caret.whole => Some(Motion::Go(Going::RowEnd)),
        "ArrowUp" if caret.at_start || caret.on_one_line => {
            Some(Motion::Go(Going::Towards(Towards::Up)))
        }
        "ArrowDown" if caret.at_end || caret.on_one_line => {
            Some(Motion::Go(Going::Towards(Towards::Down)))
        }
        "ArrowLeft" if caret.at_start => Some(Motion::Go(Going::Towards(Towards::Left))),
        "ArrowRight" if caret.at_end => Some(Motion::Go(Going::Towards(Towards::Right))),
        _ => None,
    }
}

/// What a key asks for in a form.
pub enum Command {
    Focus(Place),
    /// An edit, and the cell to be in afterwards.
    Edit(Edit, Option<Cell>),
    /// What every grid does alike.
    Grid(Motion),
}

/// Reads a key press inside the form at `at`, where a block may be selected; `None` leaves it to the
/// browser.
pub fn command(
    event: &KeyboardEvent,
    form: &Form,
    index: usize,
    at: Cell,
    block: bool,
) -> Option<Command> {
    let Cell::Indicator(goal, row, field) = at else {
        return motion(event, false, block).map(Command::Grid);
    };
    let rows = form.goals.get(goal)?.indicators.len();
    if event.alt_key() && !event.is_composing() {
        return row_command(&event.key(), index, goal, row, rows, field);
    }
    Some(match motion(event, true, block)? {
        Motion::Go(going) => Command::Focus(Place::Form(index, at).going_in(form, going)?),
        other => Command::Grid(other),
    })
}

/// Goes to the next field of what stands together, or the one before.
pub fn step(event: &KeyboardEvent, forward: bool) {
    let from = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let together = from.as_ref().and_then(|from| {
        let around = from.closest(".paper, .facts").ok()??;
        around
            .query_selector_all(".field input, .field textarea, .choice")
            .ok()
    });
    let (Some(from), Some(fields)) = (from, together) else {
        return;
    };
    let at = |at: u32| {
        fields
            .get(at)
            .and_then(|n| n.dyn_into::<HtmlElement>().ok())
    };
    let here = (0..fields.length()).find(|i| at(*i).is_some_and(|field| *field == from));
    let next = here.and_then(|here| {
        if forward {
            Some(here + 1)
        } else {
            here.checked_sub(1)
        }
    });
    if let Some(next) = next.and_then(at) {
        enter(&next);
    }
}

/// Arrows, Home and End go from one to the next of what stands side by side, round and round: Tab enters there once.
pub fn rove(event: &KeyboardEvent) {
    let from = event.target().and_then(|t| t.dyn_into::<Element>().ok());
    let Some((from, around)) = from.and_then(|from| Some((from.clone(), from.parent_element()?)))
    else {
        return;
    };
    let (first, last) = (around.first_element_child(), around.last_element_child());
    let to = match event.key().as_str() {
        "ArrowRight" => from.next_element_sibling().or(first),
        "ArrowLeft" => from.previous_element_sibling().or(last),
        "Home" => first,
        "End" => last,
        _ => return,
    };
    event.prevent_default();
    if let Some(to) = to.and_then(|to| to.dyn_into::<HtmlElement>().ok()) {
        let _ = to.focus();
    }
}

/// Leaves the selection and puts the caret at the end.
pub fn change(event: &KeyboardEvent) {
    let target = event.target();
    if let Some(area) = target
        .as_ref()
        .and_then(|t| t.dyn_ref::<HtmlTextAreaElement>())
    {
        let end = area.text_length();
        let _ = area.set_selection_range(end, end);
    } else if let Some(input) = target
        .as_ref()
        .and_then(|t| t.dyn_ref::<HtmlInputElement>())
    {
        let end = input.value().encode_utf16().count() as u32;
        let _ = input.set_selection_range(end, end);
    }
}

fn row_command(
    key: &str,
    form: usize,
    goal: usize,
    row: usize,
    rows: usize,
    field: IndicatorField,
) -> Option<Command> {
    let cell = |row: usize| Some(Cell::Indicator(goal, row, field));
    Some(match key {
        "Enter" => Command::Edit(
            Edit::AddIndicator {
                form,
                goal,
                row: row + 1,
            },
            Some(Cell::Indicator(goal, row + 1, IndicatorField::Name)),
        ),
        "d" | "D" => Command::Edit(Edit::DuplicateIndicator { form, goal, row }, cell(row + 1)),
        "ArrowUp" if row > 0 => Command::Edit(
            Edit::MoveIndicator {
                form,
                goal,
                row,
                to: row - 1,
            },
            cell(row - 1),
        ),
        "ArrowDown" if row + 1 < rows => Command::Edit(
            Edit::MoveIndicator {
                form,
                goal,
                row,
                to: row + 1,
            },
            cell(row + 1),
        ),
        "Delete" => {
            let next = if row + 1 < rows {
                row
            } else {
                row.saturating_sub(1)
            };
            Command::Edit(
                Edit::RemoveIndicator { form, goal, row },
                (rows > 1).then_some(Cell::Indicator(goal, next, field)),
            )
        }
        _ => return None,
    })
}

/// A text area of two lines is at least so high, in pixels, and one of a single line is not.
const TWO_LINES: i32 = 45;

/// Where the caret is in the field: arrows leave it only at its ends. A field entered by key is
/// selected whole and is left at once.
struct Caret {
    at_start: bool,
    at_end: bool,
    /// Nothing is being changed: the whole text is selected, or there is none.
    whole: bool,
    /// There is no line above or below to go to, as long texts wrap into.
    on_one_line: bool,
}

impl Caret {
    fn of(event: &KeyboardEvent) -> Self {
        let target = event.target();
        let selection = target.and_then(|t| match t.dyn_into::<HtmlTextAreaElement>() {
            Ok(area) => Some((
                area.selection_start().ok()??,
                area.selection_end().ok()??,
                area.value(),
                area.client_height(),
            )),
            Err(t) => {
                let input = t.dyn_into::<HtmlInputElement>().ok()?;
                Some((
                    input.selection_start().ok()??,
                    input.selection_end().ok()??,
                    input.value(),
                    0,
                ))
            }
        });
        let Some((start, end, value, height)) = selection else {
            return Caret {
                at_start: false,
                at_end: false,
                whole: false,
                on_one_line: false,
            };
        };
        let length = value.encode_utf16().count() as u32;
        let whole = start == 0 && end == length;
        Caret {
            at_start: start == 0 && (end == 0 || whole),
            at_end: end == length && (start == length || whole),
            whole,
            on_one_line: height < TWO_LINES,
        }
    }
}
