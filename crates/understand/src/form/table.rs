//! Forms in tables: row after row, whatever the layout. The heads say what the columns are, labels what stands
//! beside them; a form may go on in the next table, and one table may hold several.

use super::draft::{Draft, Field, Money, Row};
use super::lines::{Covering, Line};
use super::words::{self, Column, MoneyColumn};
use juesuan_domain::evaluation::FormField;
use rust_decimal::Decimal;
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
    goal: Option<(Field, Option<words::Points>)>,
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
        words::label(text).is_some() || notes.iter().any(|note| text.starts_with(note))
    }

    fn heads_of_money(&mut self, block: usize, line: &Line, first: &Covering) -> bool {
        let mut found: BTreeMap<MoneyColumn, usize> = BTreeMap::new();
        for cell in &line.cells {
            let Some(column) = words::money_column(&cell.field.text) else {
                continue;
            };
            // 年度预算数 stands over the rows, 调整后预算数 over its column: the last before the actual.
            if column == MoneyColumn::Budget && !found.contains_key(&MoneyColumn::Actual) {
                found.insert(column, cell.column);
            }
            found.entry(column).or_insert(cell.column);
        }
        let has = |column| found.contains_key(&column);
        let budget = has(MoneyColumn::Budget) || has(MoneyColumn::Original);
        let more = has(MoneyColumn::Rate) || has(MoneyColumn::Claimed);
        if !budget || !has(MoneyColumn::Actual) || !more {
            return false;
        }
        if let Some(draft) = &self.current
            && (!draft.money.is_empty() && draft.indicators() > 0)
        {
            self.finish();
        }
        let draft = self.draft(block, &first.field);
        for cell in &line.cells {
            let text = &cell.field.text;
            let of_score = words::money_column(text) == Some(MoneyColumn::Claimed);
            draft.by_rate |= of_score && text.contains("执行率");
            draft.rate_is_marked |=
                words::money_column(text) == Some(MoneyColumn::Rate) && text.contains("B/A");
            if of_score || text.contains("预算执行") || text.contains("资金") {
                let points = words::points_behind(&cell.field);
                draft.execution_points = draft.execution_points.take().or(points);
            }
        }
        self.columns.clear();
        self.money = found;
        true
    }

    fn row_of_money(&mut self, block: usize, line: &Line, first: &Covering) -> bool {
        if self.money.is_empty() {
            return false;
        }
        let at = |column: MoneyColumn| {
            let place = self.money.get(&column)?;
            line.at(*place).filter(|cell| cell.begins)
        };
        let field = |column| {
            at(column)
                .map(|cell| cell.field.clone())
                .unwrap_or_default()
        };
        let [original, budget, actual, rate, claimed, points] = [
            MoneyColumn::Original,
            MoneyColumn::Budget,
            MoneyColumn::Actual,
            MoneyColumn::Rate,
            MoneyColumn::Claimed,
            MoneyColumn::Points,
        ]
        .map(field);
        let numbers = [&original, &budget, &actual].into_iter();
        let numbers = numbers.filter(|field| words::amount(&field.text).is_some());
        let label = line
            .said()
            .map(|cell| &cell.field.text)
            .filter(|text| words::rate(text).is_none() && words::amount(text).is_none())
            .filter(|text| words::label(text).is_none())
            .find(|text| !text.contains("预算执行") && words::goal_mark(text).is_none());
        if numbers.count() == 0 || label.is_none() && words::amount(&first.field.text).is_none() {
            return false;
        }
        let label = label.cloned().unwrap_or_default();
        // Figures that do not stand below their heads: a percentage anywhere but in its column.
        let percent = |field: &Field| field.text.ends_with(['%', '％']);
        let strays = [&original, &budget, &actual, &claimed, &points]
            .into_iter()
            .any(percent);
        let bare = !words::is_nothing(&rate.text) && !percent(&rate);
        let elsewhere = bare && line.said().any(|cell| percent(&cell.field));
        let too_many =
            words::points(&points.text).is_some_and(|points| points > Decimal::ONE_HUNDRED);
        let draft = self.draft(block, &first.field);
        if strays || elsewhere || too_many {
            draft.left += 1;
            return true;
        }
        if draft.execution_points.is_none()
            && draft.money.is_empty()
            && let Some(value) = words::points(&points.text)
        {
            let spot = points.spot.clone();
            draft.execution_points = Some(words::Points { value, spot });
        }
        let money = Money {
            label,
            original,
            budget,
            actual,
            rate,
        };
        draft.set_money(money, claimed);
        true
    }

    fn heads(&mut self, block: usize, line: &Line, first: &Covering) -> bool {
        let mut found: Vec<(Column, &Covering)> = Vec::new();
        for cell in &line.cells {
            if let Some(column) = words::column(&cell.field.text) {
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
    fn goal_of(&self, line: &Line, first: &Covering) -> Option<(Field, Option<words::Points>)> {
        words::goal_mark(&first.field.text)?;
        let name = line.said().nth(1)?;
        let is_head =
            words::column(&name.field.text).is_some() || name.field.text.chars().count() < 4;
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

    /// What stands in a column of a row; `None` where it is more than one text.
    fn text_at(&self, line: &Line, column: Column) -> Option<Field> {
        let Some((from, to)) = self.columns.get(&column) else {
            return Some(Field::default());
        };
        let mut texts: Vec<&Covering> = line
            .cells
            .iter()
            .filter(|cell| cell.column < *to && *from < cell.end && !cell.field.text.is_empty())
            .collect();
        texts.dedup_by_key(|cell| cell.column);
        match texts.as_slice() {
            [] => Some(Field::default()),
            [one] => Some(one.field.clone()),
            // A name may be parted; what is to be one figure is not.
            [one, ..] if matches!(column, Column::Name | Column::Title | Column::Reason) => {
                Some(Field {
                    text: texts.iter().map(|cell| cell.field.text.as_str()).collect(),
                    spot: one.field.spot.clone(),
                })
            }
            _ => None,
        }
    }

    fn indicator(&mut self, block: usize, line: &Line) -> bool {
        let get = |column| self.text_at(line, column);
        let plain = |column| get(column).unwrap_or_default();
        let (category, dimension) = (plain(Column::Category), plain(Column::Dimension));
        let mut unread = 0;
        let mut once = |column| {
            get(column).unwrap_or_else(|| {
                unread += 1;
                Field::default()
            })
        };
        let mut weight = once(Column::Weight);
        let claimed = once(Column::Claimed);
        let (target, adjusted) = (once(Column::Target), once(Column::Adjusted));
        let actual = once(Column::Actual);
        let completion = once(Column::Completion);
        let (sign, unit) = (plain(Column::Sign), plain(Column::Unit));
        let reason = plain(Column::Reason);
        let mut name = plain(Column::Name);
        if !self.columns.contains_key(&Column::Name) {
            name = plain(Column::Title);
        }
        if !words::is_nothing(&category.text) && category.text != self.category.text {
            self.category = category;
            self.dimension = Field::default();
        }
        if !words::is_nothing(&dimension.text) {
            self.dimension = dimension;
        }
        let (category, dimension) = (self.category.clone(), self.dimension.clone());
        let plain_name = words::base(&name.text);
        if words::is_total(&plain_name) {
            self.total(line);
            return true;
        }
        if !self.columns.contains_key(&Column::Weight)
            && let Some(points) = words::points_behind(&name)
        {
            weight = Field {
                text: points.value.normalize().to_string(),
                spot: points.spot,
            };
            name.text = words::without_points(&name.text).to_owned();
        }
        let empty = |field: &Field| words::is_nothing(&field.text);
        let unnamed = empty(&name) || is_numbered_blank(&name.text);
        if unnamed && empty(&claimed) && (empty(&weight) || empty(&target) && empty(&actual)) {
            // A row of the template that nobody needed.
            return !line.said().next().is_some_and(|cell| self.is_label(cell));
        }
        if unnamed {
            name = Field {
                text: dimension.text.clone(),
                spot: dimension.spot.clone(),
            };
        }
        let value = if empty(&adjusted) { target } else { adjusted };
        let with = |field: Field, sign: &str| Field {
            text: if empty(&field) {
                String::new()
            } else {
                words::composed(&field.text, sign, &unit.text)
            },
            spot: field.spot,
        };
        let row = Row {
            category,
            dimension,
            name: Field {
                text: without_number(&name.text).to_owned(),
                spot: name.spot,
            },
            weight: nothing_out(weight),
            target: with(value, &sign.text),
            actual: with(actual, ""),
            claimed: nothing_out(claimed),
            completion: nothing_out(completion),
            reason: nothing_out(reason),
        };
        // What is no number is not taken.
        let mut row = row;
        for field in [&mut row.weight, &mut row.claimed] {
            if !field.text.is_empty() && words::points(&field.text).is_none() {
                unread += 1;
                *field = Field::default();
            }
        }
        let draft = self.draft(block, &row.name);
        draft.left += unread;
        draft.add(row);
        true
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
            if matches!(
                &*words::base(&cell.field.text),
                "评价等级" | "自评等级" | "等级" | "自评等次" | "评价等次"
            ) {
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

/// 指标1：, 指标2: a row of the template with nothing behind its number.
fn is_numbered_blank(name: &str) -> bool {
    words::is_nothing(without_number(name))
}

/// A name without 指标1： before it.
fn without_number(name: &str) -> &str {
    let Some(rest) = name.strip_prefix("指标") else {
        return name;
    };
    let rest =
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    match rest.strip_prefix(['：', ':', '、', '.', '．']) {
        Some(rest) => rest,
        None if rest.is_empty() => rest,
        None => name,
    }
}

fn nothing_out(field: Field) -> Field {
    if words::is_nothing(&field.text) {
        return Field::default();
    }
    field
}
