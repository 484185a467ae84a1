//! The rows of indicators, each under the headings that reach into it.

use super::super::draft::Row;
use super::super::field::Field;
use super::super::lines::{Covering, Line};
use super::super::words::{self, Column};
use super::Reader;

impl Reader {
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

    pub(super) fn indicator(&mut self, block: usize, line: &Line) -> bool {
        let mut unread = 0;
        let mut once = |reader: &Self, column| {
            reader.text_at(line, column).unwrap_or_else(|| {
                unread += 1;
                Field::default()
            })
        };
        let values = [
            Column::Weight,
            Column::Claimed,
            Column::Target,
            Column::Adjusted,
            Column::Actual,
            Column::Completion,
        ];
        let [weight, claimed, target, adjusted, actual, completion] =
            values.map(|column| once(self, column));
        self.under(line);
        let mut row = Row {
            category: self.category.clone(),
            dimension: self.dimension.clone(),
            name: self.name(line),
            weight: nothing_out(weight),
            claimed: nothing_out(claimed),
            completion: nothing_out(completion),
            reason: nothing_out(self.text_at(line, Column::Reason).unwrap_or_default()),
            ..Row::default()
        };
        if words::is_total(&words::base(&row.name.text)) {
            self.total(line);
            return true;
        }
        self.points_of_name(&mut row);
        let empty = |field: &Field| words::is_nothing(&field.text);
        let unnamed = empty(&row.name);
        let no_values = empty(&target) && empty(&actual);
        if unnamed && empty(&row.claimed) && (empty(&row.weight) || no_values) {
            // A row of the template that nobody needed.
            return !line.said().next().is_some_and(|cell| self.is_label(cell));
        }
        if unnamed {
            row.name = row.dimension.clone();
        }
        let target = if empty(&adjusted) { target } else { adjusted };
        (row.target, row.actual) = self.with_signs(line, target, actual);
        // What is no number is not taken.
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

    /// The headings that the row is under: its own, or those above it.
    fn under(&mut self, line: &Line) {
        let plain = |column| self.text_at(line, column).unwrap_or_default();
        let (category, dimension) = (plain(Column::Category), plain(Column::Dimension));
        if !words::is_nothing(&category.text) && category.text != self.category.text {
            self.category = category;
            self.dimension = Field::default();
        }
        if !words::is_nothing(&dimension.text) {
            self.dimension = dimension;
        }
    }

    /// The name of the indicator; empty where there is only the number of a row of the template.
    fn name(&self, line: &Line) -> Field {
        let column = match self.columns.contains_key(&Column::Name) {
            true => Column::Name,
            false => Column::Title,
        };
        let name = self.text_at(line, column).unwrap_or_default();
        Field {
            text: without_number(&name.text).to_owned(),
            spot: name.spot,
        }
    }

    /// Points behind the name, where they have no column.
    fn points_of_name(&self, row: &mut Row) {
        if !self.columns.contains_key(&Column::Weight)
            && let Some(points) = words::points_behind(&row.name)
        {
            row.weight = Field {
                text: points.value.normalize().to_string(),
                spot: points.spot,
            };
            row.name.text = words::without_points(&row.name.text).to_owned();
        }
    }

    /// Target and actual with the sign and the unit that stand in columns of their own.
    fn with_signs(&self, line: &Line, target: Field, actual: Field) -> (Field, Field) {
        let plain = |column| self.text_at(line, column).unwrap_or_default();
        let (sign, unit) = (plain(Column::Sign), plain(Column::Unit));
        let with = |field: Field, sign: &str| Field {
            text: match words::is_nothing(&field.text) {
                true => String::new(),
                false => words::composed(&field.text, sign, &unit.text),
            },
            spot: field.spot,
        };
        (with(target, &sign.text), with(actual, ""))
    }
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
