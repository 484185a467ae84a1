use super::form_grid::differs;
use super::grid_row::{Action, actions, mark_of, selected, use_active};
use crate::page::field::{Field, Kind, Mark, chosen_value, use_read_only};
use crate::page::message::Msg;
use crate::page::words::{Words, use_words};
use juesuan::evaluation::{
    BandKey, Cell, Indicator, IndicatorField, Level, Nature, RuleSet, Score, ScoreStatus,
};
use juesuan::figure::{self, grouped};
use juesuan::say::Spoken as _;
use juesuan::say::official;
use juesuan::{Edit, Place, Typed};
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;
use yew::prelude::*;

/// A merged cell that begins in this row.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// Sum of the weights under it, once there are any.
    pub points: Option<String>,
    pub rows: usize,
    /// All rows of the heading, of which these may be a part: it is renamed as a whole.
    pub whole: Range<usize>,
    pub mark: Option<Rc<Mark>>,
}

#[derive(Properties, PartialEq)]
pub struct Props {
    pub form: usize,
    pub goal: usize,
    pub row: usize,
    /// Nothing comes below it.
    pub last: bool,
    pub indicator: Rc<Indicator>,
    /// The rules it is scored by.
    pub rules: Arc<RuleSet>,
    pub score: Score,
    pub category: Option<Merged>,
    pub dimension: Option<Merged>,
    /// The heading under which it stands and need not: from here on another can begin.
    pub splits: Option<Level>,
    pub marks: Vec<(IndicatorField, Rc<Mark>)>,
    /// First and last of its columns that are selected.
    pub selected: Option<(usize, usize)>,
    pub on: Callback<Msg>,
}

/// One indicator. Drawn anew only when something in it changed, which is what keeps a form of five
/// hundred rows within a frame.
#[component]
pub fn Row(props: &Props) -> Html {
    let words = use_words();
    let read_only = use_read_only();
    let active = use_active();
    let score = &props.score;
    let status = match score.status {
        ScoreStatus::Computed => None,
        ScoreStatus::TakenOver => Some("taken-over"),
        ScoreStatus::Waiting => Some("waiting"),
        ScoreStatus::Invalid => Some("invalid"),
    };
    let points = score.score.map(grouped);
    let points = points.map(AttrValue::from);
    let unlike = differs(&props.indicator.claimed, points.as_ref());
    let heard = points.as_ref().map(|points| {
        let sign = if unlike.is_some() { "≠ " } else { "" };
        format!("{} {sign}{points}", words.form_computed())
    });
    let selected = |column: usize| selected(props.selected, column);
    let class = classes!("indicator", score.missed.then_some("missed"));
    let cells = html! {
        <>
            { heading(props, IndicatorField::Category, props.category.as_ref()) }
            { heading(props, IndicatorField::Dimension, props.dimension.as_ref()) }
            <td data-label={official::FORM_INDICATOR} class={classes!("name", selected(0), (score.nature == Nature::Qualitative).then_some("with-band"))}>
                { field(props, IndicatorField::Name, Kind::Text, None, None, words) }
                if score.nature == Nature::Qualitative {
                    { band(props, read_only, words) }
                }
                if active.is && !read_only {
                    { row_actions(props, words) }
                }
            </td>
            <td data-label={official::FORM_WEIGHT} class={classes!(selected(1))}>{ field(props, IndicatorField::Weight, Kind::Figure, points_shown(&props.indicator.weight), None, words) }</td>
            <td data-label={official::FORM_TARGET} class={classes!(selected(2))}>{ field(props, IndicatorField::Target, Kind::Text, None, None, words) }</td>
            <td data-label={official::FORM_DONE} class={classes!(selected(3))}>{ field(props, IndicatorField::Actual, Kind::Text, None, None, words) }</td>
            <td data-label={words.form_computed()} aria-label={heard} class={classes!("computed", "screen", status, unlike)} lang={words.tag()} title={score.working.spoken(words.language)}>{ points.clone() }</td>
            <td data-label={official::FORM_CLAIMED_HERE} class={classes!(selected(4))}>{ field(props, IndicatorField::Claimed, Kind::Figure, points_shown(&props.indicator.claimed), points, words) }</td>
        </>
    };
    active.row(class, cells)
}

fn points_shown(typed: &Typed) -> Option<String> {
    Some(grouped(figure::score(typed).ok()?.decimal()))
}

fn field(
    props: &Props,
    field: IndicatorField,
    kind: Kind,
    shown: Option<String>,
    derived: Option<AttrValue>,
    words: Words,
) -> Html {
    let typed = props.indicator.text(field);
    html! {
        <Field of={place(props, field)} label={label(props, field.label(), field == IndicatorField::Name, words)} {kind}
            text={typed.to_string()} {shown} derived={derived.filter(|_| typed.is_blank())} mark={mark_of(&props.marks, &field)}
            on_type={props.on.clone()} />
    }
}

/// What a cell is called: by its indicator, by number where that has no name yet.
fn label(props: &Props, column: &str, is_name: bool, words: Words) -> String {
    let name = props.indicator.text(IndicatorField::Name);
    match is_name || name.is_blank() {
        true => words.row_cell(props.row + 1, column),
        false => format!("{} {column}", name.trim()),
    }
}

fn place(props: &Props, field: IndicatorField) -> Place {
    Place::Form(props.form, Cell::Indicator(props.goal, props.row, field))
}

/// A category or dimension, spanning its rows, with the sum of its weights.
fn heading(props: &Props, field: IndicatorField, merged: Option<&Merged>) -> Html {
    let Some(merged) = merged else {
        return Html::default();
    };
    let (form, goal, rows) = (props.form, props.goal, merged.rows);
    let whole = merged.whole.clone();
    let on_type = props.on.reform(move |text| {
        Msg::Edit(Edit::SetHeading {
            form,
            goal,
            first: whole.start,
            rows: whole.len(),
            field,
            text,
        })
    });
    html! {
        <th class="heading" scope="rowgroup" rowspan={rows.to_string()}>
            <Field of={place(props, field)} label={field.label()} kind={Kind::Text}
                text={props.indicator.text(field).to_string()} mark={merged.mark.clone()} {on_type} />
            if let Some(points) = &merged.points {
                <span class="points">{ official::points(points) }</span>
            }
        </th>
    }
}

/// How far a qualitative indicator was met.
fn band(props: &Props, read_only: bool, words: Words) -> Html {
    let (form, goal, row) = (props.form, props.goal, props.row);
    let onchange = props.on.reform(move |event: Event| {
        let chosen = chosen_value(&event);
        let band = chosen.as_deref().and_then(BandKey::new);
        Msg::Edit(Edit::SetBand {
            form,
            goal,
            row,
            band,
        })
    });
    let chosen = props.indicator.band.as_ref();
    // What the rules do not have stays chosen until somebody chooses anew.
    let unknown = chosen.filter(|key| props.rules.band(key).is_none());
    html! {
        <span class="band">
            <span class="tag" lang={words.tag()}>{ words.form_qualitative() }</span>
            <select aria-label={label(props, words.form_band(), false, words)} disabled={read_only} {onchange}>
                <option value="" lang={words.tag()} selected={chosen.is_none()}>{ words.form_band_none() }</option>
                { for props.rules.bands.iter().map(|band| html! {
                    <option value={band.key.clone()} selected={chosen.is_some_and(|key| key.as_str() == band.key)}>{ &band.name }</option>
                }) }
                if let Some(key) = unknown {
                    <option value={key.to_string()} lang={words.tag()} selected=true>{ words.band_unknown(key) }</option>
                }
            </select>
        </span>
    }
}

fn row_actions(props: &Props, words: Words) -> Html {
    let (form, goal, row) = (props.form, props.goal, props.row);
    let action = |label, sign: Html, enabled, edit: Edit, then| Action {
        label,
        sign,
        enabled,
        edit,
        then: Some(Place::Form(
            form,
            Cell::Indicator(goal, then, IndicatorField::Name),
        )),
    };
    let to = |to| Edit::MoveIndicator {
        form,
        goal,
        row,
        to,
    };
    let (above, below) = (row.saturating_sub(1), row + 1);
    let alone = row == 0 && props.last;
    let after_removal = if props.last { above } else { row };
    let add = Edit::AddIndicator {
        form,
        goal,
        row: below,
    };
    let copy = html! { <span class="icon-copy"></span> };
    let (level, of_split) = match props.splits {
        Some(Level::Category) => (Level::Category, words.form_row_category()),
        _ => (Level::Dimension, words.form_row_dimension()),
    };
    let split = Action {
        label: of_split,
        sign: "⊤".into(),
        enabled: props.splits.is_some(),
        edit: Edit::NewHeading {
            form,
            goal,
            row,
            level,
            split: true,
        },
        then: Some(Place::Form(form, Cell::Indicator(goal, row, level.field()))),
    };
    let duplicate = Edit::DuplicateIndicator { form, goal, row };
    let remove = Edit::RemoveIndicator { form, goal, row };
    actions(
        &props.on,
        words,
        [
            action(words.form_row_up(), "↑".into(), row > 0, to(above), above),
            action(
                words.form_row_down(),
                "↓".into(),
                !props.last,
                to(below),
                below,
            ),
            action(words.form_row_add(), "＋".into(), true, add, below),
            split,
            action(words.form_row_copy(), copy, true, duplicate, below),
            action(
                words.form_row_remove(),
                "✕".into(),
                !alone,
                remove,
                after_removal,
            ),
        ],
    )
}
