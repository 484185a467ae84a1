use super::form_grid::{FormProps, claimed_heading, filled_in, grid, line};
use super::piece::piece;
use crate::page::field::Kind;
use crate::page::message::Msg;
use crate::page::words::Words;
use juesuan::evaluation::{Cell, GoalField, Heading, IndicatorField, Level};
use juesuan::say::official;
use juesuan::{Edit, Place};
use yew::prelude::*;

/// A goal: its line, then a table for each category.
pub(super) fn goal(props: &FormProps, g: usize, words: Words) -> Html {
    let (form, on) = (props.index, &props.on);
    let (Some(goal), Some(evaluated)) = (props.form.goals.get(g), props.evaluation.goals.get(g))
    else {
        return Html::default();
    };
    let weight = filled_in(evaluated.weight).map(AttrValue::from);
    let row_count = goal.indicators.len();
    let categories = evaluated
        .headings
        .iter()
        .filter(|h| h.level == Level::Category);
    html! {
        // Around it all, for the heads of the columns to stay in view over its rows.
        <section class="goal-part" key={g}>
            { grid("goal", html! {
                    <tr>
                        <th scope="rowgroup" class="goal-label">
                            { official::goal(g + 1) }
                            <span class="goal-points">
                                { line(props, Cell::Goal(g, GoalField::Weight), Kind::Figure, "", weight) }
                                { official::POINTS }
                            </span>
                        </th>
                        <td colspan="7">{ line(props, Cell::Goal(g, GoalField::Name), Kind::Text, "", None) }</td>
                    </tr>
            }) }
            { grid("heads", html! {
                    <tr class="columns">
                        <th scope="col">{ official::FORM_CATEGORY }</th>
                        <th scope="col">{ official::FORM_DIMENSION }</th>
                        <th scope="col">{ official::FORM_INDICATOR }</th>
                        <th scope="col">{ official::FORM_WEIGHT }</th>
                        <th scope="col">{ official::FORM_TARGET }</th>
                        <th scope="col">{ official::FORM_DONE }</th>
                        <th scope="col" class="screen" lang={words.tag()}>{ words.form_computed() }</th>
                        <th scope="col">{ claimed_heading() }</th>
                    </tr>
            }) }
            { for categories.map(|heading| category(props, g, heading)) }
            <p class="tools" lang={words.tag()}>
                <button type="button" class="quiet" onclick={
                    let place = Place::Form(form, Cell::Indicator(g, row_count, IndicatorField::Name));
                    on.reform(move |_| Msg::EditThen(Edit::AddIndicator { form, goal: g, row: row_count }, place))
                }>{ "＋ " }{ words.form_add_row() }</button>
                { for [(Level::Dimension, words.form_add_dimension()), (Level::Category, words.form_add_category())].map(|(level, label)| {
                    let edit = Edit::NewHeading { form, goal: g, row: row_count, level, split: false };
                    html! {
                        <button type="button" class="quiet" onclick={on.reform(move |_| Msg::EditThere(edit.clone()))}>{ "＋ " }{ label }</button>
                    }
                }) }
                if props.form.goals.len() > 1 {
                    <button type="button" class="quiet" onclick={on.reform(move |_| Msg::EditThere(Edit::RemoveGoal { form, goal: g }))}>
                        { words.form_remove_goal() }
                    </button>
                }
            </p>
        </section>
    }
}

/// Rows that are laid out in one piece: at every key the browser lays out the whole piece anew. A
/// longer category goes on in the next, under its headings once more, as over pages.
const ROWS_TOGETHER: usize = 24;

/// The rows of one category.
fn category(props: &FormProps, goal: usize, category: &Heading) -> Html {
    let end = category.first + category.rows;
    let pieces = (category.first..end).step_by(ROWS_TOGETHER);
    let several = category.rows > ROWS_TOGETHER;
    html! {
        { for pieces.map(|first| html! {
            // Pieces out of view are left out by the browser.
            <div class={classes!("part", several.then_some("piece"))} key={first}>
                { piece(props, goal, first..end.min(first + ROWS_TOGETHER)) }
            </div>
        }) }
    }
}
