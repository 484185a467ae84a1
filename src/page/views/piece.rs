use super::form_grid::{filled_in, grid};
use super::row::{Merged, Row};
use crate::page::document::Marks;
use crate::page::field::Mark;
use crate::page::message::Msg;
use crate::page::selection::Selection;
use juesuan::evaluation::{
    Cell, Evaluation, Form, GoalEvaluation, Heading, Indicator, IndicatorField, Level, RuleSet,
    Score,
};
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;
use yew::prelude::*;

/// Some rows of a category. They are compared without anything being built, since at every key all
/// pieces but one are as they were.
#[derive(Properties)]
pub struct Props {
    pub index: usize,
    pub form: Rc<Form>,
    pub evaluation: Rc<Evaluation>,
    /// The rules it is scored by: of these, the rows show the bands.
    pub rules: Arc<RuleSet>,
    pub marks: Rc<Marks>,
    pub selection: Option<Selection>,
    pub goal: usize,
    pub rows: Range<usize>,
    pub on: Callback<Msg>,
}

impl Props {
    fn indicators(&self) -> &[Rc<Indicator>] {
        let goal = self.form.goals.get(self.goal);
        goal.and_then(|goal| goal.indicators.get(self.rows.clone()))
            .unwrap_or_default()
    }

    fn evaluated(&self) -> Option<&GoalEvaluation> {
        self.evaluation.goals.get(self.goal)
    }

    /// The headings that stand in these rows.
    fn headings(&self) -> impl Iterator<Item = &Heading> {
        let headings = self.evaluated().map(|goal| goal.headings.iter());
        let Range { start, end } = self.rows;
        let headings = headings.into_iter().flatten();
        headings.filter(move |h| h.first < end && h.first + h.rows > start)
    }

    fn marks(&self) -> impl Iterator<Item = (&Cell, &Mark)> {
        let at = |row: usize| Cell::Indicator(self.goal, row, IndicatorField::Category);
        self.marks.range(at(self.rows.start)..at(self.rows.end))
    }

    fn selected(&self, row: usize) -> Option<(usize, usize)> {
        self.selection?.columns_of_row(self.index, self.goal, row)
    }

    /// Nothing comes below the last of these rows.
    fn is_last(&self) -> bool {
        let goal = self.form.goals.get(self.goal);
        goal.is_some_and(|goal| goal.indicators.len() == self.rows.end)
    }
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        fn scores(props: &Props) -> Option<&[Score]> {
            let goal = props.evaluated();
            goal.and_then(|goal| goal.indicators.get(props.rows.clone()))
        }
        fn selected(props: &Props) -> impl Iterator<Item = Option<(usize, usize)>> {
            props.rows.clone().map(|row| props.selected(row))
        }
        (self.index, self.goal, &self.rows) == (other.index, other.goal, &other.rows)
            && self.on == other.on
            && self.rules.bands == other.rules.bands
            && self.is_last() == other.is_last()
            && self.indicators() == other.indicators()
            && scores(self) == scores(other)
            && self.headings().eq(other.headings())
            && self.marks().eq(other.marks())
            && selected(self).eq(selected(other))
    }
}

/// A table of its own for these rows, with the part of each heading that stands in them.
#[component]
pub fn Piece(props: &Props) -> Html {
    let Some(evaluated) = props.evaluated() else {
        return Html::default();
    };
    let mut marks = props.marks().peekable();
    let lines = props.rows.clone().zip(props.indicators()).map(|(row, indicator)| {
        let begins = |heading: &&Heading| row == heading.first.max(props.rows.start);
        let heading = |level: Level| {
            let heading = props.headings().filter(|h| h.level == level).find(begins);
            heading.map(|heading| merged(props, heading))
        };
        let mut marked = Vec::new();
        while let Some((cell, mark)) = marks.next_if(|(cell, _)| matches!(cell, Cell::Indicator(_, i, _) if *i == row)) {
            if let Cell::Indicator(_, _, field) = cell {
                marked.push((*field, mark.clone()));
            }
        }
        html! {
            <Row form={props.index} goal={props.goal} {row} last={props.is_last() && row + 1 == props.rows.end}
                indicator={indicator.clone()} rules={props.rules.clone()} score={evaluated.indicators[row].clone()}
                category={heading(Level::Category)} dimension={heading(Level::Dimension)} marks={marked}
                selected={props.selected(row)} on={props.on.clone()} />
        }
    });
    grid("group", html! { <>{ for lines }</> })
}

/// The part of a heading that stands in these rows.
fn merged(props: &Props, heading: &Heading) -> Merged {
    let field = match heading.level {
        Level::Category => IndicatorField::Category,
        Level::Dimension => IndicatorField::Dimension,
    };
    let end = heading.first + heading.rows;
    let here = heading.first.max(props.rows.start)..end.min(props.rows.end);
    Merged {
        points: filled_in(heading.weight),
        rows: here.len(),
        whole: heading.first..end,
        mark: here
            .into_iter()
            .find_map(|row| props.marks.get(&Cell::Indicator(props.goal, row, field)))
            .cloned(),
    }
}
