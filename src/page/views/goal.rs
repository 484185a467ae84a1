use super::form::{Props, grid, line};
use super::row::{Merged, Row};
use crate::page::app::Msg;
use crate::page::document::Marks;
use crate::page::field::{Kind, Mark};
use crate::page::text;
use juesuan::Edit;
use juesuan::evaluation::{Cell, GoalEvaluation, GoalField, Heading, IndicatorField, Level};
use juesuan::figure::grouped;
use rust_decimal::Decimal;
use std::ops::Range;
use yew::prelude::*;

/// A goal: its line, then a table for each category.
pub(super) fn goal(props: &Props, g: usize) -> Html {
    let (form, on) = (props.index, &props.on);
    let (Some(goal), Some(evaluated)) = (props.form.goals.get(g), props.evaluation.goals.get(g))
    else {
        return Html::default();
    };
    let weight = filled_in(evaluated.weight).unwrap_or_default();
    let row_count = goal.indicators.len();
    let categories = evaluated
        .headings
        .iter()
        .filter(|h| h.level == Level::Category);
    html! {
        <>
            { grid("goal", html! {
                <>
                    <tr>
                        <th scope="rowgroup" class="goal-label">
                            { text::goal(g + 1) }
                            <span class="goal-points">
                                { line(props, Cell::Goal(g, GoalField::Weight), Kind::Figure, &weight) }
                                { text::POINTS }
                            </span>
                        </th>
                        <td colspan="7">{ line(props, Cell::Goal(g, GoalField::Name), Kind::Text, "") }</td>
                    </tr>
                    <tr class="columns">
                        <th scope="col">{ text::FORM_CATEGORY }</th>
                        <th scope="col">{ text::FORM_DIMENSION }</th>
                        <th scope="col">{ text::FORM_INDICATOR }</th>
                        <th scope="col">{ text::FORM_WEIGHT }</th>
                        <th scope="col">{ text::FORM_TARGET }</th>
                        <th scope="col">{ text::FORM_DONE }</th>
                        <th scope="col" class="screen">{ text::FORM_COMPUTED }</th>
                        <th scope="col">{ claimed_heading() }</th>
                    </tr>
                </>
            }) }
            { for categories.map(|heading| category(props, g, evaluated, heading)) }
            <p class="tools">
                <button type="button" class="quiet" onclick={
                    let place = (form, Cell::Indicator(g, row_count, IndicatorField::Name));
                    on.reform(move |_| Msg::EditThen(Edit::AddIndicator { form, goal: g, row: row_count }, place))
                }>{ "＋ " }{ text::FORM_ADD_ROW }</button>
                if props.form.goals.len() > 1 {
                    <button type="button" class="quiet" onclick={on.reform(move |_| Msg::Edit(Edit::RemoveGoal { form, goal: g }))}>
                        { text::FORM_REMOVE_GOAL }
                    </button>
                }
            </p>
        </>
    }
}

/// Rows that are laid out in one piece: at every key the browser lays out the whole piece anew. A
/// longer category goes on in the next, under its headings once more, as over pages.
const ROWS_TOGETHER: usize = 24;

/// The rows of one category.
fn category(props: &Props, g: usize, evaluated: &GoalEvaluation, category: &Heading) -> Html {
    let end = category.first + category.rows;
    let pieces = (category.first..end).step_by(ROWS_TOGETHER);
    let several = category.rows > ROWS_TOGETHER;
    html! {
        { for pieces.map(|first| {
            let rows = first..end.min(first + ROWS_TOGETHER);
            html! {
                // Pieces out of view are left out by the browser.
                <div class={classes!("part", several.then_some("piece"))} key={first}>
                    { piece(props, g, evaluated, category, rows) }
                </div>
            }
        }) }
    }
}

fn piece(
    props: &Props,
    g: usize,
    evaluated: &GoalEvaluation,
    category: &Heading,
    rows: Range<usize>,
) -> Html {
    let indicators = &props.form.goals[g].indicators;
    let dimensions = evaluated
        .headings
        .iter()
        .filter(|h| h.level == Level::Dimension);
    let mut dimensions = dimensions
        .skip_while(|h| h.first + h.rows <= rows.start)
        .peekable();
    let lines = rows.clone().map(|row| {
        let begins = |h: &Heading| row == h.first.max(rows.start);
        let category = begins(category).then(|| merged(props, g, category, &rows));
        let dimension = dimensions.next_if(|h| begins(h)).map(|h| merged(props, g, h, &rows));
        html! {
            <Row form={props.index} goal={g} {row} last={row + 1 == indicators.len()}
                indicator={indicators[row].clone()} score={evaluated.indicators[row].clone()}
                {category} {dimension} marks={marks_of_row(&props.marks, g, row)}
                selected={props.selection.and_then(|s| s.columns_of_row(props.index, g, row))} on={props.on.clone()} />
        }
    });
    grid("group", html! { <>{ for lines }</> })
}

/// A sum of weights, unless no weight is filled in yet.
fn filled_in(sum: Decimal) -> Option<String> {
    (!sum.is_zero()).then(|| grouped(sum))
}

/// The part of a heading that stands in these rows.
fn merged(props: &Props, g: usize, heading: &Heading, rows: &Range<usize>) -> Merged {
    let field = match heading.level {
        Level::Category => IndicatorField::Category,
        Level::Dimension => IndicatorField::Dimension,
    };
    let end = heading.first + heading.rows;
    let here = heading.first.max(rows.start)..end.min(rows.end);
    Merged {
        points: filled_in(heading.weight),
        rows: here.len(),
        whole: heading.first..end,
        mark: here
            .into_iter()
            .find_map(|row| props.marks.get(&Cell::Indicator(g, row, field)))
            .cloned(),
    }
}

/// The marks of one row, in the order of its columns; mostly none.
fn marks_of_row(marks: &Marks, goal: usize, row: usize) -> Vec<(IndicatorField, Mark)> {
    if marks.is_empty() {
        return Vec::new();
    }
    IndicatorField::ALL
        .iter()
        .filter_map(|field| {
            let mark = marks.get(&Cell::Indicator(goal, row, *field))?;
            Some((*field, mark.clone()))
        })
        .collect()
}

/// On paper only the second half is printed.
pub(super) fn claimed_heading() -> Html {
    let (on_screen, everywhere) = text::FORM_CLAIMED;
    html! { <><span class="screen-word">{ on_screen }</span>{ everywhere }</> }
}
