//! What is pasted: read from the clipboard, put where it belongs, and told of.

use super::app::App;
use super::bookkeeping::Pasted;
use super::document::Place;
use super::message::Notice;
use super::text;
use juesuan::Edit;
use juesuan::accounts::{Cell as AccountsCell, Change, Grid, MOST_LINES, TableNo};
use juesuan::evaluation::{Cell, IndicatorField, MOST_INDICATORS};
use juesuan::exchange::{
    Beside, Unit, pasted_cells, pasted_table, pasted_text, read_block, read_table_beside,
    too_much_pasted,
};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{
    ClipboardEvent, DataTransfer, Element, Event, HtmlInputElement, HtmlTextAreaElement,
    InputEvent, InputEventInit,
};
use yew::Context;

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
        let start = area.selection_start().ok().flatten().unwrap_or(0);
        let end = start + length(&text);
        area.set_range_text(&text).is_ok() && area.set_selection_range(end, end).is_ok()
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
        let init = InputEventInit::new();
        init.set_bubbles(true);
        init.set_composed(true);
        if let Ok(input) = InputEvent::new_with_event_init_dict("input", &init) {
            // Nobody can refuse it: the text is there.
            let _ = target.dispatch_event(&input);
        }
    }
}

/// As a browser counts characters.
fn length(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

impl App {
    /// Whether the edit changed anything: only then there is something to undo.
    fn changes(&mut self, ctx: &Context<Self>, edit: &Edit) -> bool {
        let before = self.document.as_ref().map(|d| d.workbook().clone());
        self.edit(ctx, edit);
        let after = self.document.as_ref().map(|d| d.workbook());
        match (&before, after) {
            (Some(before), Some(after)) => !Rc::ptr_eq(before, after),
            _ => false,
        }
    }

    pub(super) fn paste(&mut self, ctx: &Context<Self>, place: Place, cells: Vec<Vec<String>>) {
        if self.read_only {
            return;
        }
        let (form, cell) = match place {
            Place::Form(form, cell) => (form, cell),
            Place::Accounts(cell) => return self.paste_block(ctx, cell, cells),
        };
        let Cell::Indicator(goal, row, field) = cell else {
            return;
        };
        if self.bring(ctx, (form, goal, row), &cells) {
            return;
        }
        self.paste_indicators(ctx, (form, goal, row), field, cells);
    }

    /// Cells as they stand, to the right and down from one.
    fn paste_indicators(
        &mut self,
        ctx: &Context<Self>,
        (form, goal, row): (usize, usize, usize),
        field: IndicatorField,
        cells: Vec<Vec<String>>,
    ) {
        let Some(document) = &self.document else {
            return;
        };
        let Some(there) = document.workbook().forms.get(form) else {
            return;
        };
        let rows = there.goals.get(goal).map_or(0, |g| g.indicators.len());
        let added = cells.len().saturating_sub(rows.saturating_sub(row));
        if there.indicator_count() + added > MOST_INDICATORS {
            self.problem(&text::paste_too_long(cells.len(), MOST_INDICATORS));
            return;
        }
        let widest = cells.iter().map(Vec::len).max().unwrap_or(0);
        let columns = Edit::columns_from(field).len();
        let edit = Edit::Paste {
            form,
            goal,
            row,
            field,
            cells,
        };
        let changed = self.changes(ctx, &edit);
        self.notice = (widest > columns)
            .then(|| Notice::Problem(text::paste_too_wide(widest, columns, changed)));
    }

    /// A block that says where its rows belong. Says whether it was one.
    fn bring(
        &mut self,
        ctx: &Context<Self>,
        (form, goal, row): (usize, usize, usize),
        cells: &[Vec<String>],
    ) -> bool {
        let Some(read) = read_block(cells) else {
            return false;
        };
        let forms = self.document.as_ref().map(|d| &d.workbook().forms);
        let there = forms.and_then(|forms| forms.get(form));
        let count = there.map_or(0, |form| form.indicator_count());
        let rows = read.rows.len();
        if count + rows > MOST_INDICATORS {
            self.problem(&text::paste_too_long(rows, MOST_INDICATORS));
            return true;
        }
        let edit = Edit::Bring {
            form,
            goal,
            row,
            brought: read.rows,
        };
        let changed = self.changes(ctx, &edit);
        let said = text::block_brought(rows, &read.problems, changed);
        self.notice = Some(if read.problems.is_empty() {
            Notice::Done(said)
        } else {
            Notice::Problem(said)
        });
        true
    }

    fn paste_block(&mut self, ctx: &Context<Self>, cell: AccountsCell, cells: Vec<Vec<String>>) {
        let Some(document) = &self.document else {
            return;
        };
        let workbook = document.workbook();
        let (accounts, layout) = (workbook.accounts.clone(), workbook.layout());
        // A block goes to the top left of a block.
        let corner = self.block.and_then(|block| block.corner(&accounts, layout));
        let cell = corner.unwrap_or(cell);
        let Some(no) = cell.table() else { return };
        let lines = accounts.table(no).lines.len();
        if lines + cells.len() > MOST_LINES {
            self.problem(&text::paste_too_long_table(cells.len(), MOST_LINES));
            return;
        }
        let grids = Grid::of(layout, no, lines);
        let Some((grid, (row, left))) = grids
            .iter()
            .find_map(|grid| Some((grid, grid.place(cell)?)))
        else {
            return;
        };
        let widest = cells.iter().map(Vec::len).max().unwrap_or(0);
        let tall = cells.len();
        let (room, below) = (grid.columns.len() - left, grid.rows.len() - row);
        // Above a total that comes last, only rows with a code are new ones.
        let table = layout.table(no);
        let takes_lines = table.lines.is_some() && !(table.total_last && left > 0);
        let changed = self.changes(ctx, &Edit::Accounts(Change::Paste { cell, cells }));
        self.notice = if widest > room {
            Some(Notice::Problem(text::paste_too_wide(widest, room, changed)))
        } else if !takes_lines && tall > below {
            Some(Notice::Problem(text::paste_too_tall(tall, below, changed)))
        } else {
            None
        };
    }

    pub(super) fn paste_table(
        &mut self,
        ctx: &Context<Self>,
        table: TableNo,
        cells: Rc<Vec<Vec<String>>>,
        unit: Unit,
    ) {
        let Some(document) = self.document.as_ref().filter(|_| !self.read_only) else {
            return;
        };
        let workbook = document.workbook();
        let beside = Beside {
            year: &workbook.year,
            accounts: &workbook.accounts,
            reckoned: &document.assessment().accounts.reckoned,
        };
        let layout = workbook.layout();
        let read = read_table_beside(layout, table, &cells, unit, Some(&beside));
        let filled = read.filled.clone();
        let changed = !filled.is_empty()
            && self.changes(ctx, &Edit::Accounts(Change::Fill { table, filled }));
        self.pasted = Some(Pasted {
            table,
            read,
            cells,
            changed,
        });
    }
}
