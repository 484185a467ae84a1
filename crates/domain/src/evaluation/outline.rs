use super::{Goal, IndicatorField};
use juesuan_figure::{self as figure, Exact, Number};

/// Whether a heading is a category (一级指标) or a dimension (二级指标).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// 一级指标.
    Category,
    /// 二级指标.
    Dimension,
}

impl Level {
    /// The column it stands in.
    pub fn field(self) -> IndicatorField {
        match self {
            Level::Category => IndicatorField::Category,
            Level::Dimension => IndicatorField::Dimension,
        }
    }
}

/// A merged cell of the form: consecutive indicators under one name, and the sum of their weights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Which column it stands in.
    pub level: Level,
    /// The name of its rows, as typed.
    pub name: String,
    /// Points of its indicators, those that can be read.
    pub weight: Exact,
    /// Index of the first indicator, and how many there are.
    pub first: usize,
    /// How many indicators it spans.
    pub rows: usize,
}

/// The headings of a goal, in the order of their rows, a category before its dimensions.
pub(super) fn outline(goal: &Goal, weights: &[Option<Number>]) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    let (mut category, mut dimension) = (None, None);
    for (row, indicator) in goal.indicators.iter().enumerate() {
        let weight = weights
            .get(row)
            .copied()
            .flatten()
            .map_or(Exact::ZERO, Exact::from);
        let previous = row.checked_sub(1).map(|p| &goal.indicators[p]);
        let same_category =
            previous.is_some_and(|p| p.category.trim() == indicator.category.trim());
        let same_dimension = same_category
            && previous.is_some_and(|p| p.dimension.trim() == indicator.dimension.trim());
        for (same, level, name, open) in [
            (
                same_category,
                Level::Category,
                &indicator.category,
                &mut category,
            ),
            (
                same_dimension,
                Level::Dimension,
                &indicator.dimension,
                &mut dimension,
            ),
        ] {
            match open
                .filter(|_| same)
                .and_then(|at: usize| headings.get_mut(at))
            {
                Some(heading) => {
                    heading.rows += 1;
                    heading.weight = add(heading.weight, weight);
                }
                None => {
                    *open = Some(headings.len());
                    headings.push(Heading {
                        level,
                        name: name.trim().to_owned(),
                        weight,
                        first: row,
                        rows: 1,
                    });
                }
            }
        }
    }
    headings
}

/// Sum of points. It takes more rows than a machine can hold to leave the range of [`Exact`].
pub(super) fn add(a: Exact, b: impl Into<Exact>) -> Exact {
    a.checked_add(b.into()).unwrap_or(a)
}

/// Points written in a heading: 36 of `数量指标（36分）`.
pub(super) fn points_in_heading(name: &str) -> Option<Number> {
    let inside = name.trim().strip_suffix(['）', ')'])?;
    let (_, points) = inside.rsplit_once(['（', '('])?;
    figure::number(points.trim().strip_suffix('分')?).ok()
}
