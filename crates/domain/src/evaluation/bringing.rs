//! Indicators brought into a form from elsewhere, each under its own headings.

use super::cell::{BadCell, Cell, IndicatorField, goal_named};
use super::form::{Form, Indicator};
use std::rc::Rc;

/// An indicator on its way into a goal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Brought {
    /// 一级指标; empty where it is that of the row brought to.
    pub category: String,
    /// 二级指标; empty likewise.
    pub dimension: String,
    /// Texts by column. Blank ones, and columns that are not there, change nothing that stands.
    pub cells: Vec<(IndicatorField, String)>,
}

impl Brought {
    fn name(&self) -> &str {
        let name = self
            .cells
            .iter()
            .find(|(column, _)| *column == IndicatorField::Name);
        name.map_or("", |(_, text)| text.trim())
    }
}

/// Whether two headings are one, blanks and the points written behind them apart.
fn base(heading: &str) -> String {
    let text: String = heading.chars().filter(|c| !c.is_whitespace()).collect();
    let end = text.find(['(', '（']).unwrap_or(text.len());
    text[..end].to_owned()
}

/// A row of the goal while indicators are brought in.
struct Row {
    indicator: Rc<Indicator>,
    category: String,
    dimension: String,
    /// Where it stood before.
    was: Option<usize>,
    /// One of those brought in is here already.
    taken: bool,
}

impl Row {
    fn new(indicator: Rc<Indicator>, was: Option<usize>) -> Self {
        Row {
            category: base(&indicator.category),
            dimension: base(&indicator.dimension),
            indicator,
            was,
            taken: false,
        }
    }

    fn is_blank(&self) -> bool {
        IndicatorField::COLUMNS
            .iter()
            .all(|column| self.indicator.text(*column).is_blank())
            && self.indicator.awarded.is_blank()
    }
}

impl Form {
    /// Brings indicators into a goal. One of the same headings and name takes the texts; else a blank row
    /// under these headings does, else a new one behind the last of them. `at` is the row whose headings
    /// hold where none are said.
    ///
    /// # Errors
    /// [`BadCell`] where there is no such goal.
    pub(crate) fn bring(
        &mut self,
        g: usize,
        at: usize,
        brought: &[Brought],
    ) -> Result<(), BadCell> {
        let goal = self
            .goals
            .get_mut(g)
            .ok_or_else(|| BadCell::from(goal_named(g)))?;
        let before = std::mem::take(&mut goal.indicators);
        let beside = before.get(at).or(before.last()).cloned();
        let beside = beside.unwrap_or_else(|| Rc::new(Indicator::first()));
        let mut rows: Vec<Row> = before
            .into_iter()
            .enumerate()
            .map(|(i, indicator)| Row::new(indicator, Some(i)))
            .collect();
        let mut filled: Vec<(usize, &Brought)> = Vec::new();
        for one in brought {
            let (category, dimension) = one.headings(&rows, &beside);
            let (c, d) = (base(&category), base(&dimension));
            let under = |row: &Row| row.category == c && row.dimension == d;
            let free = |row: &Row| under(row) && !row.taken;
            let there = rows
                .iter()
                .position(|row| free(row) && row.indicator.name.trim() == one.name())
                .or_else(|| rows.iter().position(|row| free(row) && row.is_blank()));
            let row = there.unwrap_or_else(|| {
                let behind = rows
                    .iter()
                    .rposition(under)
                    .or_else(|| rows.iter().rposition(|row| row.category == c));
                let row = behind.map_or(rows.len(), |behind| behind + 1);
                // A heading that is there keeps its own words.
                let like = |same: &dyn Fn(&Row) -> bool| rows.iter().find(|row| same(row));
                let category = like(&|row| row.category == c)
                    .map_or(category.as_str().into(), |row| {
                        row.indicator.category.clone()
                    });
                let dimension = like(&under).map_or(dimension.as_str().into(), |row| {
                    row.indicator.dimension.clone()
                });
                let new = Indicator {
                    category,
                    dimension,
                    ..Indicator::default()
                };
                rows.insert(row, Row::new(Rc::new(new), None));
                for (other, _) in &mut filled {
                    *other += usize::from(*other >= row);
                }
                row
            });
            rows[row].taken = true;
            filled.push((row, one));
        }
        let moved: Vec<(usize, usize)> = rows
            .iter()
            .enumerate()
            .filter_map(|(to, row)| Some((row.was?, to)))
            .collect();
        goal.indicators = rows.into_iter().map(|row| row.indicator).collect();
        self.rows_moved(|goal, row| {
            let to = moved.iter().find(|(was, _)| *was == row);
            Some(match to {
                Some((_, to)) if goal == g => (goal, *to),
                _ => (goal, row),
            })
        });
        for (row, one) in filled {
            for (column, text) in &one.cells {
                if !text.trim().is_empty() {
                    Cell::Indicator(g, row, *column).set(self, text)?;
                }
            }
        }
        Ok(())
    }
}

impl Brought {
    /// The headings it comes under: those it says, else those of the row it is brought to; of a dimension
    /// alone, the category that has it.
    fn headings(&self, rows: &[Row], beside: &Indicator) -> (String, String) {
        let (category, dimension) = (self.category.trim(), self.dimension.trim());
        if !category.is_empty() {
            return (category.to_owned(), dimension.to_owned());
        }
        if dimension.is_empty() {
            return (beside.category.to_string(), beside.dimension.to_string());
        }
        let wanted = base(dimension);
        let under = rows.iter().find(|row| row.dimension == wanted);
        let category = under.map_or(&beside.category, |row| &row.indicator.category);
        (category.to_string(), dimension.to_owned())
    }
}
