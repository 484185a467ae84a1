//! Forms in tables: row after row, whatever the layout. The heads say what the columns are, labels what stands
//! beside them; a form may go on in the next table, and one table may hold several.

mod indicator;
mod money;

use super::draft::Draft;
use super::field::{Field, Points};
use super::lines::{Covering, Line};
use super::words::{self, Column, MoneyColumn};
use juesuan_domain::evaluation::FormField;
use std::collections::BTreeMap;

/// Where each column of the indicators stands, from its first to behind its last square.
type Columns = BTreeMap<Column, (usize, usize)>;

/// Takes rows in their order and makes forms of them.
#[derive(Default)]
pub(super) struct Reader {
    pub found: Vec<Draft>,
    current: Option<Draft>,
    /// A title that stands before its table.
    title: Option<Field>,
    money: BTreeMap<MoneyColumn, usize>,
    columns: Columns,
    category: Field,
    dimension: Field,
    /// A goal that was named before its heads.
    goal: Option<(Field, Option<Points>)>,
}

impl Reader {
    /// A line of text between tables: a title, a note, or something else.
    pub fn text(&mut self, field: Field, block: usize) {
        if words::is_title(&field.text) {
            self.finish();
            self.title = Some(field);
        } else if words::is_formula(&field.text) {
            if let Some(draft) = self.current.as_mut().or(self.found.last_mut())
                && block < draft.last + 8
            {
                draft.formula = true;
            }
        } else if let Some(draft) = &mut self.current {
            if let Some((label, value)) = field.text.split_once(['：', ':'])
                && let Some(of) = words::label(label)
                && draft.indicators() == 0
            {
                let value = Field {
                    text: value.to_owned(),
                    spot: field.spot.clone(),
                };
                draft.set(of, value);
            }
        } else if self.title.is_some() && field.text.chars().count() > 120 {
            // A title that no form follows.
            self.title = None;
        }
    }

    /// A section ends: no form goes on behind it.
    pub fn heading(&mut self) {
        self.finish();
        self.title = None;
    }

    /// Ends the form that is read.
    pub fn finish(&mut self) {
        if let Some(draft) = self.current.take()
            && draft.is_form()
        {
            self.found.push(draft);
        }
        self.money.clear();
        self.columns.clear();
        self.goal = None;
        (self.category, self.dimension) = (Field::default(), Field::default());
    }

    fn draft(&mut self, block: usize, first: &Field) -> &mut Draft {
        let title = &mut self.title;
        let draft = self.current.get_or_insert_with(|| {
            let title = title.take().unwrap_or_else(|| Field {
                text: String::new(),
                spot: first.spot.clone(),
            });
            let mut draft = Draft::new(title, block);
            draft.of_cells = true;
            draft
        });
        draft.last = block;
        draft
    }

    fn indicators(&self) -> usize {
        self.current.as_ref().map_or(0, Draft::indicators)
    }

    /// Takes the next row of a table.
    pub fn line(&mut self, block: usize, line: &Line) {
        let Some(first) = line.said().next() else {
            return;
        };
        let first = first.clone();
        let alone = line.said().count() == 1;
        if alone && words::is_title(&first.field.text) {
            self.finish();
            self.title = Some(first.field);
            return;
        }
        if words::is_formula(&first.field.text) && alone {
            self.draft(block, &first.field).formula = true;
            return;
        }
        if self.heads_of_money(block, line, &first) || self.heads(block, line, &first) {
            return;
        }
        if self.columns.is_empty() && self.row_of_money(block, line, &first) {
            return;
        }
        let in_columns = !self.columns.is_empty();
        if in_columns && words::is_total(&first.field.text) {
            self.total(line);
            return;
        }
        if in_columns && words::is_subtotal(&first.field.text) {
            return;
        }
        if let Some(mark) = self.goal_of(line, &first) {
            self.goal = Some(mark);
            self.columns.clear();
            return;
        }
        if in_columns && !self.is_label(&first) && self.indicator(block, line) {
            return;
        }
        self.labels(block, line, &first);
    }

    /// A row that begins with a label of the form, and so no indicator.
    fn is_label(&self, first: &Covering) -> bool {
        let text = &first.field.text;
        let notes = [
            "备注",
            "注：",
            "注:",
            "说明",
            "评价结论",
            "存在问题",
            "自评结论",
            "联系人",
            "项目负责人",
        ];
        words::label(text).is_some()
            || words::is_grade(text)
            || notes.iter().any(|note| text.starts_with(note))
    }

    fn heads(&mut self, block: usize, line: &Line, first: &Covering) -> bool {
        let mut found: Vec<(Column, &Covering)> = Vec::new();
        for cell in &line.cells {
            if let Some(column) = Column::of(&cell.field.text) {
                found.push((column, cell));
            }
        }
        let has = |wanted: Column| found.iter().any(|(column, _)| *column == wanted);
        let named = has(Column::Name) || has(Column::Dimension) || has(Column::Title);
        let valued = [
            Column::Target,
            Column::Actual,
            Column::Weight,
            Column::Claimed,
        ];
        let valued = valued.into_iter().filter(|column| has(*column)).count();
        // Points behind the names, and nothing but the scores in a column.
        let levels = has(Column::Category) && has(Column::Name);
        if !named || valued == 0 || valued < 2 && !levels {
            return false;
        }
        let columns = columns(&found);
        let indicators = found
            .iter()
            .find(|(column, _)| *column == Column::Title)
            .and_then(|(_, cell)| words::points_behind(&cell.field));
        let again = self.goal.is_none();
        let draft = self.draft(block, &first.field);
        draft.signs |= columns.contains_key(&Column::Sign);
        draft.has_reasons |= columns.contains_key(&Column::Reason);
        if let Some(points) = indicators {
            draft.indicator_points.get_or_insert(points.value);
        }
        // The same heads again, on the next page: the goal goes on.
        if draft.form.goals.is_empty() || !again {
            let (name, weight) = self.goal.take().unwrap_or_default();
            if let Some(draft) = &mut self.current {
                draft.begin_goal(name, weight);
            }
            (self.category, self.dimension) = (Field::default(), Field::default());
        }
        self.columns = columns;
        true
    }

    /// A goal with its name beside it: 年度目标1：（60分） | ….
    fn goal_of(&self, line: &Line, first: &Covering) -> Option<(Field, Option<Points>)> {
        words::goal_mark(&first.field.text)?;
        let name = line.said().nth(1)?;
        let is_head = Column::of(&name.field.text).is_some() || name.field.text.chars().count() < 4;
        let plain = ["预期目标", "年初设定目标", "实际完成情况", "预期绩效目标"];
        let name = if is_head || plain.iter().any(|word| name.field.text.starts_with(word)) {
            Field::default()
        } else {
            name.field.clone()
        };
        // Where the only goal has points, they are those of all indicators.
        let field = Field {
            text: first.field.text.trim_end_matches(['：', ':']).to_owned(),
            spot: first.field.spot.clone(),
        };
        Some((name, words::points_behind(&field)))
    }

    /// The total, with the sum of the weights where the form has it.
    fn total(&mut self, line: &Line) {
        let place = |column| self.columns.get(&column).map(|(from, _)| *from);
        let (weights, scores) = (place(Column::Weight), place(Column::Claimed));
        let numbers: Vec<&Covering> = line
            .said()
            .filter(|cell| words::points(&cell.field.text).is_some())
            .collect();
        let covers = |cell: &Covering, column: Option<usize>| {
            column.is_some_and(|column| cell.column <= column && column < cell.end)
        };
        let mut total = numbers.iter().find(|cell| covers(cell, scores)).copied();
        let weight = numbers
            .iter()
            .find(|cell| covers(cell, weights) && !covers(cell, scores))
            .copied();
        if total.is_none() && weight.is_none() && numbers.len() == 1 {
            total = numbers.first().copied();
        }
        let total = total.map(|cell| cell.field.clone());
        let weight = weight.map(|cell| cell.field.clone());
        if let Some(draft) = &mut self.current {
            if let Some(weight) = weight {
                draft.total_weight.get_or_insert(weight);
            }
            if let Some(total) = total {
                draft.add_total(total);
            }
        }
    }

    /// Labels with what stands beside them.
    fn labels(&mut self, block: usize, line: &Line, first: &Covering) {
        let cells: Vec<&Covering> = line.said().collect();
        let name = cells
            .iter()
            .any(|cell| words::label(&cell.field.text) == Some(FormField::Name));
        if name
            && self
                .current
                .as_ref()
                .is_some_and(|draft| draft.indicators() > 0)
        {
            self.finish();
        }
        let mut at = 0;
        let mut any = false;
        while let Some(cell) = cells.get(at) {
            at += 1;
            if words::is_total(&cell.field.text)
                && let Some(next) = cells.get(at)
                && words::points(&next.field.text).is_some()
            {
                let own = cell.field.text.starts_with("自评");
                let total = next.field.clone();
                if own || self.indicators() > 0 {
                    self.draft(block, &first.field).add_total(total);
                }
                at += 1;
                continue;
            }
            if words::is_grade(&cell.field.text) {
                if let (Some(draft), Some(next)) = (&mut self.current, cells.get(at)) {
                    draft.grade.get_or_insert(next.field.clone());
                }
                continue;
            }
            let inside = cell.field.text.split_once(['：', ':']);
            let (field, value) = match (words::label(&cell.field.text), inside) {
                (Some(field), _)
                    if cells
                        .get(at)
                        .is_some_and(|next| words::label(&next.field.text).is_none()) =>
                {
                    let next = cells.get(at).map(|next| next.field.clone());
                    at += 1;
                    (field, next.unwrap_or_default())
                }
                (None, Some((label, value)))
                    if words::label(label).is_some() && !value.is_empty() =>
                {
                    let Some(field) = words::label(label) else {
                        continue;
                    };
                    let value = Field {
                        text: value.to_owned(),
                        spot: cell.field.spot.clone(),
                    };
                    (field, value)
                }
                _ => continue,
            };
            any = true;
            self.draft(block, &first.field).set(field, value);
        }
        if any {
            self.columns.clear();
        }
    }
}

/// The columns of the heads. Of several for weights or scores those behind the names of indicators count.
fn columns(found: &[(Column, &Covering)]) -> Columns {
    let name = found
        .iter()
        .find(|(column, _)| *column == Column::Name)
        .or_else(|| found.iter().find(|(column, _)| *column == Column::Title))
        .map_or(0, |(_, cell)| cell.column);
    let mut columns = Columns::new();
    for (column, cell) in found {
        let place = (cell.column, cell.end);
        let late = matches!(column, Column::Weight | Column::Claimed)
            && columns.get(column).is_some_and(|(from, _)| *from < name);
        if late {
            columns.insert(*column, place);
        } else {
            columns.entry(*column).or_insert(place);
        }
    }
    columns
}
