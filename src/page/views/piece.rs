use super::form_grid::{FormProps, filled_in, grid};
use super::grid_row::mark_of;
use super::row::{Merged, Row};
use crate::page::field::Mark;
use crate::page::message::Msg;
use crate::page::shared::Part;
use juesuan::GridOf;
use juesuan::evaluation::{
    Cell, Evaluation, Form, Heading, Indicator, IndicatorField, Level, RuleSet, Score,
};
use juesuan::session::Selection;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;
use yew::prelude::*;

/// Some rows of a category, with just what is shown of them: at every key all pieces but one are as they
/// were, which is seen without anything being drawn.
#[derive(Properties, PartialEq)]
pub struct Props {
    pub index: usize,
    pub goal: usize,
    pub rows: Range<usize>,
    pub indicators: Part<Form, Rc<Indicator>>,
    pub scores: Part<Evaluation, Score>,
    /// Those that stand in these rows.
    pub headings: Vec<Heading>,
    pub marks: Vec<(Cell, Rc<Mark>)>,
    /// The rules it is scored by: of these, the rows show the bands.
    pub rules: Arc<RuleSet>,
    /// Where it touches these rows.
    pub selection: Option<Selection>,
    /// Nothing comes below the last of these rows.
    pub last: bool,
    pub on: Callback<Msg>,
}

/// What is shown of some rows of a goal.
pub fn piece(props: &FormProps, goal: usize, rows: Range<usize>) -> Html {
    let typed = props.form.goals.get(goal).map_or(0, |g| g.indicators.len());
    let Range { start, end } = rows;
    let headings = props.evaluation.goals.get(goal).map(|g| g.headings.iter());
    let headings = headings.into_iter().flatten();
    let headings = headings.filter(|h| h.first < end && h.first + h.rows > start);
    let at = |row: usize| Cell::Indicator(goal, row, IndicatorField::Category);
    let marks = props.marks.range(at(start)..at(end));
    let of = GridOf::Goal {
        form: props.index,
        goal,
    };
    let touches = |s: &Selection| (start..end).any(|row| s.columns_of_row(of, row).is_some());
    html! {
        <Piece index={props.index} {goal} rows={start..end} headings={headings.cloned().collect::<Vec<_>>()}
            indicators={Part::new(props.form.clone(), goal, start..end, |form, goal| {
                form.goals.get(goal).map_or(&[], |goal| &goal.indicators)
            })}
            scores={Part::new(props.evaluation.clone(), goal, start..end, |evaluation, goal| {
                evaluation.goals.get(goal).map_or(&[], |goal| &goal.indicators)
            })}
            marks={marks.map(|(cell, mark)| (*cell, mark.clone())).collect::<Vec<_>>()} rules={props.rules.clone()}
            selection={props.selection.filter(touches)} last={typed == end} on={props.on.clone()} />
    }
}

/// A table of its own for these rows, with the part of each heading that stands in them.
#[component]
pub fn Piece(props: &Props) -> Html {
    let of = GridOf::Goal {
        form: props.index,
        goal: props.goal,
    };
    let mut marks = props.marks.iter().peekable();
    let rows = props.indicators.iter().zip(&*props.scores);
    let lines = props.rows.clone().zip(rows).map(|(row, (indicator, score))| {
        let begins = |heading: &&Heading| row == heading.first.max(props.rows.start);
        let heading = |level: Level| {
            let heading = props.headings.iter().filter(|h| h.level == level).find(begins);
            heading.map(|heading| merged(props, heading))
        };
        let mut marked = Vec::new();
        while let Some((cell, mark)) = marks.next_if(|(cell, _)| matches!(cell, Cell::Indicator(_, i, _) if *i == row)) {
            if let Cell::Indicator(_, _, field) = cell {
                marked.push((*field, mark.clone()));
            }
        }
        html! {
            <Row form={props.index} goal={props.goal} {row} last={props.last && row + 1 == props.rows.end}
                indicator={indicator.clone()} rules={props.rules.clone()} score={score.clone()}
                category={heading(Level::Category)} dimension={heading(Level::Dimension)} splits={splits(&props.headings, row)} marks={marked}
                selected={props.selection.and_then(|s| s.columns_of_row(of, row))} on={props.on.clone()} />
        }
    });
    grid("group", html! { <>{ for lines }</> })
}

/// Under which heading a row stands that is not the first of it, the nearer one first.
fn splits(headings: &[Heading], row: usize) -> Option<Level> {
    let inside = |level: Level| {
        let mut of_level = headings.iter().filter(|h| h.level == level);
        of_level.any(|h| (h.first + 1..h.first + h.rows).contains(&row))
    };
    let nearest = [Level::Dimension, Level::Category];
    nearest.into_iter().find(|level| inside(*level))
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
            .find_map(|row| mark_of(&props.marks, &Cell::Indicator(props.goal, row, field))),
    }
}
