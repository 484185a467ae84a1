//! What keys do in the form, and how cells are found in the document.

use juesuan::Edit;
use juesuan::evaluation::{Cell, Form, IndicatorField};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement, KeyboardEvent};

/// The id of a cell's element.
pub fn id(form: usize, cell: Cell) -> String {
    format!("f{form}.{cell}")
}

/// The cell an element id names.
pub fn place(id: &str) -> Option<(usize, Cell)> {
    let (form, path) = id.strip_prefix('f')?.split_once('.')?;
    Some((form.parse().ok()?, path.parse().ok()?))
}

/// What a key asks for.
pub enum Command {
    Focus(Cell),
    /// An edit, and the cell to be in afterwards.
    Edit(Edit, Option<Cell>),
}

/// Reads a key press inside the form at `at`; `None` leaves it to the browser.
pub fn command(event: &KeyboardEvent, form: &Form, index: usize, at: Cell) -> Option<Command> {
    // Keys of an input method are its own.
    if event.is_composing() || event.ctrl_key() || event.meta_key() {
        return None;
    }
    let Cell::Indicator(goal, row, field) = at else {
        return None;
    };
    let rows = form.goals.get(goal)?.indicators.len();
    if event.alt_key() {
        return row_command(&event.key(), index, goal, row, rows, field);
    }
    let caret = Caret::of(event);
    match event.key().as_str() {
        "Enter" if event.shift_key() => above(form, goal, row, field).map(Command::Focus),
        "Enter" => below(form, goal, row, field).map(Command::Focus),
        "ArrowUp" if caret.at_start => above(form, goal, row, field).map(Command::Focus),
        "ArrowDown" if caret.at_end => below(form, goal, row, field).map(Command::Focus),
        "ArrowLeft" if caret.at_start => beside(goal, row, field, -1).map(Command::Focus),
        "ArrowRight" if caret.at_end => beside(goal, row, field, 1).map(Command::Focus),
        _ => None,
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

/// Where the caret is in the field: arrows leave it only at its ends. A field entered by key is
/// selected whole and is left at once.
struct Caret {
    at_start: bool,
    at_end: bool,
}

impl Caret {
    fn of(event: &KeyboardEvent) -> Self {
        let target = event.target();
        let selection = target.and_then(|t| match t.dyn_into::<HtmlTextAreaElement>() {
            Ok(area) => Some((
                area.selection_start().ok()??,
                area.selection_end().ok()??,
                area.value(),
            )),
            Err(t) => {
                let input = t.dyn_into::<HtmlInputElement>().ok()?;
                Some((
                    input.selection_start().ok()??,
                    input.selection_end().ok()??,
                    input.value(),
                ))
            }
        });
        let Some((start, end, value)) = selection else {
            return Caret {
                at_start: false,
                at_end: false,
            };
        };
        let length = value.encode_utf16().count() as u32;
        let whole = start == 0 && end == length;
        Caret {
            at_start: start == 0 && (end == 0 || whole),
            at_end: end == length && (start == length || whole),
        }
    }
}

fn above(form: &Form, goal: usize, row: usize, field: IndicatorField) -> Option<Cell> {
    if row > 0 {
        return Some(Cell::Indicator(goal, row - 1, field));
    }
    let before = (0..goal)
        .rev()
        .find(|g| !form.goals[*g].indicators.is_empty())?;
    Some(Cell::Indicator(
        before,
        form.goals[before].indicators.len() - 1,
        field,
    ))
}

fn below(form: &Form, goal: usize, row: usize, field: IndicatorField) -> Option<Cell> {
    if row + 1 < form.goals.get(goal)?.indicators.len() {
        return Some(Cell::Indicator(goal, row + 1, field));
    }
    let after = (goal + 1..form.goals.len()).find(|g| !form.goals[*g].indicators.is_empty())?;
    Some(Cell::Indicator(after, 0, field))
}

fn beside(goal: usize, row: usize, field: IndicatorField, by: isize) -> Option<Cell> {
    let at = IndicatorField::COLUMNS
        .iter()
        .position(|column| *column == field)?;
    let column = IndicatorField::COLUMNS.get(at.checked_add_signed(by)?)?;
    Some(Cell::Indicator(goal, row, *column))
}
