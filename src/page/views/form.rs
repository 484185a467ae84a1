use super::form_grid::{FormProps, claimed_heading, differs, grid, line};
use super::goal::goal;
use super::grid::{Texts, do_motion, handlers, use_here};
use super::hint::{self, Hint};
use crate::page::clock::today;
use crate::page::field::{Kind, chosen_value};
use crate::page::keys::{self, Command};
use crate::page::message::Msg;
use crate::page::words::{Words, use_words};
use juesuan::address::Grid;
use juesuan::evaluation::{
    Cell, ExecutionField, FormField, FormKind, GoalField, IndicatorField, RuleSet, Split,
    whereabouts,
};
use juesuan::figure::grouped;
use juesuan::say::InWords as _;
use juesuan::say::Spoken as _;
use juesuan::say::official;
use juesuan::session::Selection;
use juesuan::{Edit, Place};
use std::rc::Rc;
use yew::prelude::*;

/// A self-evaluation form, laid out like the official one and editable in place.
#[component]
pub fn FormView(props: &FormProps) -> Html {
    let words = use_words();
    let FormProps {
        index,
        form,
        rules,
        selection,
        on,
        ..
    } = props;
    let index = *index;
    let block = selection
        .filter(Selection::is_block)
        .map(|s| (s.of, s.block));
    let here = use_here();
    let onkeydown = {
        let (form, on, here) = (form.clone(), on.clone(), here.clone());
        Callback::from(move |event: KeyboardEvent| {
            let Some(Place::Form(_, cell)) = here.at(&event) else {
                return;
            };
            let command = keys::command(&event, &form, index, cell, block.is_some());
            let Some(command) = command else { return };
            event.prevent_default();
            match command {
                Command::Focus(place) => on.emit(Msg::GoTo(place)),
                Command::Edit(edit, Some(cell)) => {
                    on.emit(Msg::EditThen(edit, Place::Form(index, cell)));
                }
                Command::Edit(edit, None) => on.emit(Msg::Edit(edit)),
                Command::Grid(motion) => do_motion(&on, &event, motion),
            }
        })
    };
    let texts = block.map(|(of, block)| {
        let form = form.clone();
        let typed = move |place| match place {
            Place::Form(_, cell) => cell.text(&form).unwrap_or_default().to_owned(),
            Place::Accounts(_) => String::new(),
        };
        let form = props.form.clone();
        Rc::new(move || {
            let grids = Grid::of_form(index, &form);
            let grid = grids.iter().find(|grid| grid.sheet == of);
            grid.map_or_else(Vec::new, |grid| block.texts(grid, &typed))
        }) as Texts
    });
    let paste = on.reform(|(place, cells)| Msg::Paste(place, cells));
    let around = handlers(on, &here, texts, is_indicator, paste);
    let title = match form.kind {
        FormKind::Overall => official::overall_title(form.unit.trim()),
        FormKind::Project => official::project_title(form.name.trim()),
    };
    let class = classes!("paper", block.is_some().then_some("with-block"));
    let add_goal = {
        let name = Place::Form(index, Cell::Goal(form.goals.len(), GoalField::Name));
        on.reform(move |_| Msg::EditThen(Edit::AddGoal { form: index }, name))
    };
    let inside = html! {
        <>
            <h1 class="form-title">{ title }</h1>
            <div class="form-meta">
                <span>{ official::FORM_AMOUNTS }</span>
                <span class="date">
                    { official::FORM_DATE }{ "：" }
                    { line(props, Cell::Form(FormField::FilledOn), Kind::Line, date_hint(words), None) }
                </span>
            </div>
            { grid("head", html! { <>{ head(props, words) }{ execution(props, rules, words) }</> }) }
            { for (0..form.goals.len()).map(|g| goal(props, g, words)) }
            { grid("foot", html! {
                <>
                    { total(props, words) }
                    { long_text(props, FormField::Deviation, words) }
                    { long_text(props, FormField::Improvement, words) }
                </>
            }) }
            <div class="form-tools" lang={words.tag()}>
                <button type="button" class="quiet" onclick={add_goal}>
                    { "＋ " }{ words.form_add_goal() }
                </button>
                <button type="button" class="quiet whole-form" onclick={on.reform(move |_| Msg::Edit(Edit::CopyForm { form: index }))}>
                    { words.form_copy() }
                </button>
                if let Some(split) = Split::of(form, rules) {
                    <button type="button" class="quiet split" onclick={
                        let (form, split) = (form.clone(), split.clone());
                        on.reform(move |_| Msg::EditThere(Edit::SetCells { form: index, cells: split.cells(&form) }))
                    }>{ words.split(&split) }</button>
                }
                if form.kind == FormKind::Project {
                    <button type="button" class="quiet whole-form" onclick={on.reform(move |_| Msg::Edit(Edit::RemoveForm { form: index }))}>
                        { words.form_remove() }
                    </button>
                }
                <details class="keys">
                    <summary>{ words.form_keys_title() }</summary>
                    <ul>{ for words.form_keys().iter().map(|(keys, what)| html! { <li><kbd>{ *keys }</kbd>{ " " }{ *what }</li> }) }</ul>
                </details>
            </div>
            { notes(rules) }
            { set_aside(props) }
            <p class="signature">{ for official::FORM_SIGNATURE.iter().map(|s| html! { <span>{ *s }</span> }) }</p>
        </>
    };
    let form = around.around("article", class, Some("zh-CN"), onkeydown, inside);
    html! { <><Hint of={hint::Of::Deeds} />{ form }</> }
}

/// Today, as it could be written there.
fn date_hint(words: Words) -> String {
    today().map_or_else(String::new, |today| words.example(&today.to_string()))
}

/// Cells of the grid: the columns of an indicator.
fn is_indicator(place: Place) -> bool {
    let Place::Form(_, Cell::Indicator(_, _, field)) = place else {
        return false;
    };
    IndicatorField::COLUMNS.contains(&field)
}

fn head(props: &FormProps, words: Words) -> Html {
    let cell = |field| line(props, Cell::Form(field), Kind::Text, "", None);
    let amount = |field| line(props, Cell::Form(field), Kind::Figure, "", None);
    match props.form.kind {
        FormKind::Overall => html! {
            <>
                <tr>
                    <th scope="row">{ official::FORM_HEAD_UNIT }</th>
                    <td colspan="7">{ cell(FormField::Unit) }</td>
                </tr>
                <tr>
                    <th scope="row">{ official::FORM_BASIC }</th>
                    <td colspan="2">{ amount(FormField::BasicSpending) }</td>
                    <th scope="row" colspan="2">{ official::FORM_PROJECT }</th>
                    <td colspan="3">{ amount(FormField::ProjectSpending) }</td>
                </tr>
            </>
        },
        FormKind::Project => html! {
            <>
                <tr>
                    <th scope="row">{ official::FORM_PROJECT_NAME }</th>
                    <td colspan="7">{ cell(FormField::Name) }</td>
                </tr>
                <tr>
                    <th scope="row">{ FormField::Department.label() }</th>
                    <td colspan="2">{ cell(FormField::Department) }</td>
                    <th scope="row" colspan="2">{ FormField::Implementer.label() }</th>
                    <td colspan="3">{ cell(FormField::Implementer) }</td>
                </tr>
                <tr>
                    <th scope="row">{ FormField::ProjectCategory.label() }</th>
                    <td colspan="2">{ choice(props, FormField::ProjectCategory, &official::PROJECT_CATEGORIES, words) }</td>
                    <th scope="row" colspan="2">{ FormField::ProjectAttribute.label() }</th>
                    <td colspan="3">{ choice(props, FormField::ProjectAttribute, &official::PROJECT_ATTRIBUTES, words) }</td>
                </tr>
                <tr>
                    <th scope="row">{ FormField::ProjectType.label() }</th>
                    <td colspan="2">{ choice(props, FormField::ProjectType, &official::PROJECT_TYPES, words) }</td>
                    <th scope="row" colspan="2">{ official::FORM_HEAD_UNIT }</th>
                    <td colspan="3">{ cell(FormField::Unit) }</td>
                </tr>
            </>
        },
    }
}

/// One of a few answers that the official form prints.
fn choice(props: &FormProps, field: FormField, answers: &[&'static str], words: Words) -> Html {
    let (form, cell) = (props.index, Cell::Form(field));
    let chosen = cell.text(&props.form).unwrap_or_default();
    let onchange = props.on.reform(move |event: Event| {
        let text = chosen_value(&event).unwrap_or_default();
        Msg::Edit(Edit::SetCell { form, cell, text })
    });
    // An answer of another year's form stays what it was.
    let other = !chosen.is_empty() && !answers.contains(&chosen);
    html! {
        <select class="choice" id={keys::id(Place::Form(form, cell))} aria-label={cell.label()} disabled={props.read_only} {onchange}>
            <option value="" lang={words.tag()} selected={chosen.is_empty()}>{ words.form_choose() }</option>
            if other {
                <option value={chosen.to_owned()} selected=true>{ chosen.to_owned() }</option>
            }
            { for answers.iter().map(|answer| html! {
                <option value={*answer} selected={*answer == chosen}>{ *answer }</option>
            }) }
        </select>
    }
}

fn execution(props: &FormProps, rules: &RuleSet, words: Words) -> Html {
    let evaluated = &props.evaluation.execution;
    let points = grouped(rules.execution_points.decimal());
    let cell = |field| line(props, Cell::Execution(field), Kind::Figure, "", None);
    let whole = match props.form.kind {
        FormKind::Overall => official::FORM_WHOLE,
        FormKind::Project => official::FORM_FUNDS,
    };
    let rate = &evaluated.rate_shown;
    let score = evaluated.score.score.map(grouped).map(AttrValue::from);
    html! {
        <>
            <tr class="heads-of-execution">
                <th scope="rowgroup" rowspan="2">{ official::FORM_EXECUTION }<br />{ official::points(&points) }</th>
                <td class="blank"></td>
                <th scope="col">{ official::FORM_BUDGET }</th>
                <th scope="col" colspan="2">{ official::FORM_ACTUAL }</th>
                <th scope="col">{ official::FORM_RATE }</th>
                <th scope="col" class="screen" title={official::execution_score(&points)}><span lang={words.tag()}>{ words.form_computed() }</span></th>
                <th scope="col">{ claimed_heading() }</th>
            </tr>
            <tr class="execution">
                <th scope="row">{ whole }</th>
                <td data-label={official::FORM_BUDGET}>{ cell(ExecutionField::Budget) }</td>
                <td data-label={official::FORM_ACTUAL} colspan="2">{ cell(ExecutionField::Actual) }</td>
                <td data-label={official::FORM_RATE} class="computed" lang={words.tag()} title={evaluated.rate.working.spoken(words.language)}>{ rate }</td>
                <td data-label={words.form_computed()} class={classes!("computed", "screen", differs(&props.form.execution.claimed, score.as_ref()))} lang={words.tag()} title={evaluated.score.working.spoken(words.language)}>{ score.clone() }</td>
                <td data-label={official::FORM_CLAIMED_HERE}>{ line(props, Cell::Execution(ExecutionField::Claimed), Kind::Figure, "", score) }</td>
            </tr>
        </>
    }
}

fn total(props: &FormProps, words: Words) -> Html {
    let evaluation = &props.evaluation;
    let total = grouped(evaluation.total);
    let printed = AttrValue::from(grouped(evaluation.printed_total));
    html! {
        <tr class="total">
            <th scope="row" colspan="3">{ official::FORM_TOTAL }</th>
            <td data-label={official::FORM_WEIGHT} class="computed">{ grouped(evaluation.weight) }</td>
            <td colspan="2" class="computed note">
                if !evaluation.complete {
                    <span lang={words.tag()} title={words.form_provisional_hint()}><span lang="zh-CN">{ official::FORM_PROVISIONAL }</span></span>
                }
                if let Some(sum) = evaluation.printed_otherwise() {
                    <span>{ official::printed_sum(&grouped(sum)) }</span>
                }
                if let Some(grade) = &evaluation.grade {
                    <span>{ official::grade(grade) }</span>
                }
            </td>
            <td data-label={words.form_computed()} class={classes!("computed", "screen", differs(&props.form.claimed_total, Some(&AttrValue::from(total.clone()))))} id={format!("f{}.total", props.index)} lang={words.tag()} title={evaluation.total_working.spoken(words.language)}>{ total.clone() }</td>
            <td data-label={official::FORM_CLAIMED_HERE}>{ line(props, Cell::Form(FormField::ClaimedTotal), Kind::Figure, "", Some(printed)) }</td>
        </tr>
    }
}

fn long_text(props: &FormProps, field: FormField, words: Words) -> Html {
    let cell = Cell::Form(field);
    let count = cell
        .text(&props.form)
        .unwrap_or_default()
        .trim()
        .chars()
        .count();
    html! {
        <tr class="long">
            <th scope="row">{ match field {
                FormField::Deviation => official::FORM_DEVIATION,
                _ => official::FORM_IMPROVEMENT,
            } }</th>
            <td colspan="7">
                { line(props, cell, Kind::Text, "", None) }
                <span class="characters" lang={words.tag()}>{ words.characters(count) }</span>
            </td>
        </tr>
    }
}

/// On paper, what was left as it is and why.
fn set_aside(props: &FormProps) -> Html {
    let aside = props.evaluation.findings.iter();
    let aside: Vec<_> = aside
        .filter_map(|finding| Some((finding, finding.set_aside.as_ref()?)))
        .collect();
    if aside.is_empty() {
        return Html::default();
    }
    html! {
        <section class="notes set-aside-notes">
            <h2>{ official::SET_ASIDE }</h2>
            <ol>
                { for aside.iter().map(|(finding, reason)| html! {
                    <li>{ whereabouts(&props.form, finding.cell) }{ "：" }{ finding.message() }{ official::SET_ASIDE_REASON }{ "：" }{ reason }</li>
                }) }
            </ol>
        </section>
    }
}

fn notes(rules: &RuleSet) -> Html {
    let told = &rules.words;
    html! {
        <section class="notes">
            <h2>{ official::FORM_NOTES }</h2>
            <ol>
                <li>{ &told.execution }{ "。" }</li>
                <li>{ &told.higher }{ "；" }{ &told.lower }{ "。" }</li>
                <li>{ &told.bands }{ "。" }</li>
                if let Some(far_above) = &told.far_above {
                    <li>{ far_above }{ "。" }</li>
                }
                { for rules.notes.iter().map(|note| html! { <li>{ note }{ "。" }</li> }) }
                <li>{ &rules.name }{ "：" }{ &rules.source.title }{ "（" }{ &rules.source.issuer }{ "）。" }{ &rules.source.note }</li>
            </ol>
        </section>
    }
}
