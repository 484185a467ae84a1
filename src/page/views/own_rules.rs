//! Rules that are written here, and tried on a form beside them.

use super::trial::trial_card;
use crate::page::clock::today;
use crate::page::field::{Field, Kind, Mark, Typing, chosen_value};
use crate::page::keys;
use crate::page::message::Msg;
use crate::page::whereabouts::View;
use crate::page::words::{Words, use_words};
use juesuan::evaluation::{
    BandField, CategoryField, GradeField, RuleCell, RuleDraft, RuleFault, RuleField, RuleList,
    RuleSet, Setting, TemplateField, Trial,
};
use juesuan::figure::grouped;
use juesuan::finding::Severity;
use juesuan::say::Spoken as _;
use juesuan::{Drafting, Edit, Workbook};
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The place of what is being written.
    pub at: usize,
    pub workbook: Rc<Workbook>,
    /// The form it is tried on.
    pub tried: usize,
    pub read_only: bool,
    pub on: Callback<Msg>,
}

/// What begins to change rules: themselves where they are of the workbook, or else a copy of them.
pub fn writing(workbook: &Workbook, id: &str) -> Msg {
    let of = id.to_owned();
    if let Some(at) = workbook.draft_of(id) {
        return Msg::Show(View::Draft(at));
    }
    Msg::Edit(Edit::Draft(match workbook.own_rules(id).is_some() {
        true => Drafting::Change { of },
        false => Drafting::Copy { of },
    }))
}

/// What the parts of the editor share.
struct Parts<'a> {
    at: usize,
    draft: &'a RuleDraft,
    faults: &'a [RuleFault],
    read_only: bool,
    on: &'a Callback<Msg>,
    words: Words,
}

/// A rule set that is being written: every cell a field, what is wrong said at it, and the trial beside it.
#[component]
pub fn OwnRulesView(props: &Props) -> Html {
    let words = use_words();
    let Props {
        at, workbook, on, ..
    } = props;
    let (at, read_only) = (*at, props.read_only);
    let drafted = workbook.drafted(at);
    let (Some(draft), Some(drafted)) = (workbook.rule_drafts.get(at), drafted) else {
        return Html::default();
    };
    let tried = (!workbook.forms.is_empty()).then(|| match workbook.forms.get(props.tried) {
        Some(_) => props.tried,
        None => 0,
    });
    let (rules, faults) = match drafted {
        Ok(rules) => (Some(rules), Vec::new()),
        Err(faults) => (None, faults),
    };
    let trial = rules.as_ref().zip(tried);
    let trial = trial.and_then(|(rules, form)| workbook.trial(form, rules, today()));
    let parts = Parts {
        at,
        draft,
        faults: &faults,
        read_only,
        on,
        words,
    };
    let changes = workbook.own_rules(&draft.of);
    html! {
        <div class="own">
            <header>
                <p class="own-way">
                    <button type="button" class="quiet" onclick={on.reform(|_| Msg::Show(View::Rules))}>{ "‹ " }{ words.own_back() }</button>
                </p>
                <h1>{ words.own_title() }</h1>
                <p class="lead">
                    { words.own_lead() }
                    if let Some(changes) = changes {
                        { " " }{ words.mixed(&words.own_changes(&changes.name)) }
                    }
                </p>
            </header>
            { bar(&parts, rules.as_ref(), tried, trial.as_ref()) }
            <div class="own-columns">
                <div class="own-cards">
                    { about(&parts) }
                    { points(&parts) }
                    { list(&parts, RuleList::Bands) }
                    { list(&parts, RuleList::Grades) }
                    { settings(&parts) }
                    { in_words(&parts) }
                    { list(&parts, RuleList::Template) }
                </div>
                { trial_card(workbook, draft, tried, trial.as_ref(), faults.len(), on, words) }
            </div>
        </div>
    }
}

/// What can be done with it, and how the form stands.
fn bar(
    parts: &Parts,
    rules: Option<&RuleSet>,
    tried: Option<usize>,
    trial: Option<&Trial>,
) -> Html {
    let (at, on, words) = (parts.at, parts.on, parts.words);
    let act = |drafting: Drafting| on.reform(move |_| Msg::Edit(Edit::Draft(drafting.clone())));
    let wrong = parts.faults.len();
    let first = parts.faults.first().map(|fault| {
        let id = keys::draft_id(fault.cell);
        on.reform(move |_| Msg::Focus(id.clone().into()))
    });
    let cannot = rules.is_none() || parts.read_only;
    html! {
        <div class="own-bar">
            <p class={classes!("own-state", (wrong == 0).then_some("right"))} role="status">
                { if wrong == 0 { words.own_right().to_owned() } else { words.own_wrong(wrong) } }
            </p>
            if let Some(first) = first {
                <button type="button" class="link" onclick={first}>{ words.own_first() }</button>
            }
            if let Some(trial) = trial {
                <p class="own-totals">
                    { words.trial_total() }{ " " }<b>{ grouped(trial.now.total) }</b>{ " → " }<b>{ grouped(trial.then.total) }</b>
                </p>
            }
            <span class="spring"></span>
            if tried.is_some() {
                <button type="button" class="primary" disabled={cannot} onclick={act(Drafting::Use { draft: at, form: tried })}>{ words.own_use() }</button>
            }
            <button type="button" disabled={cannot} onclick={act(Drafting::Use { draft: at, form: None })}>{ words.own_keep() }</button>
            <button type="button" class="quiet" disabled={rules.is_none()} onclick={on.reform(move |_| Msg::ExportDraft(at))}>{ words.rules_export() }</button>
            <button type="button" class="quiet" disabled={parts.read_only} onclick={act(Drafting::Discard { draft: at })}>{ words.own_discard() }</button>
        </div>
    }
}

fn about(parts: &Parts) -> Html {
    html! {
        <section class="card" aria-labelledby="own-about">
            <h2 id="own-about">{ parts.words.own_about() }</h2>
            { line(parts, RuleField::Name, Kind::Text) }
            { line(parts, RuleField::Id, Kind::Line) }
            { line(parts, RuleField::SourceTitle, Kind::Text) }
            { line(parts, RuleField::SourceIssuer, Kind::Text) }
            { line(parts, RuleField::SourceNote, Kind::Text) }
        </section>
    }
}

fn points(parts: &Parts) -> Html {
    html! {
        <section class="card" aria-labelledby="own-points">
            <h2 id="own-points">{ parts.words.own_points() }</h2>
            { line(parts, RuleField::ExecutionPoints, Kind::Figure) }
            { line(parts, RuleField::IndicatorPoints, Kind::Figure) }
            <h3 id={list_heading(RuleList::Categories)}>{ RuleCell::List(RuleList::Categories).spoken(parts.words.language) }</h3>
            { table(parts, RuleList::Categories) }
        </section>
    }
}

fn list(parts: &Parts, list: RuleList) -> Html {
    html! {
        <section class="card" aria-labelledby={list_heading(list)}>
            <h2 id={list_heading(list)}>{ RuleCell::List(list).spoken(parts.words.language) }</h2>
            { table(parts, list) }
        </section>
    }
}

fn settings(parts: &Parts) -> Html {
    let words = parts.words;
    let row = |setting: Setting| {
        let cell = RuleCell::Setting(setting);
        let label = setting.spoken(words.language);
        let control = match words.setting_choices(setting) {
            Some(choices) => choice(parts, setting, choices),
            None => field(
                parts,
                cell,
                label.clone(),
                Kind::Line,
                words.setting_hint(setting),
            ),
        };
        html! { <div class="own-line"><span class="own-label">{ label }</span>{ control }</div> }
    };
    html! {
        <section class="card" aria-labelledby="own-settings">
            <h2 id="own-settings">{ words.own_settings() }</h2>
            { for Setting::ALL.iter().copied().map(row) }
        </section>
    }
}

fn in_words(parts: &Parts) -> Html {
    let fields = [
        RuleField::Execution,
        RuleField::Higher,
        RuleField::Lower,
        RuleField::Bands,
        RuleField::FarAbove,
        RuleField::Notes,
    ];
    html! {
        <section class="card" aria-labelledby="own-words">
            <h2 id="own-words">{ parts.words.own_in_words() }</h2>
            { for fields.into_iter().map(|field| line(parts, field, Kind::Text)) }
        </section>
    }
}

/// A cell that there is once, behind what it is called.
fn line(parts: &Parts, of: RuleField, kind: Kind) -> Html {
    let cell = RuleCell::Whole(of);
    let label = cell.spoken(parts.words.language);
    html! {
        <div class={classes!("own-line", (kind == Kind::Figure).then_some("short"))}>
            <span class="own-label">{ label.clone() }</span>
            { field(parts, cell, label, kind, "") }
        </div>
    }
}

/// What is said to be wrong with a cell.
fn said(parts: &Parts, cell: RuleCell) -> Option<String> {
    let mut of_cell = parts.faults.iter().filter(|fault| fault.cell == cell);
    of_cell
        .next()
        .map(|fault| fault.spoken(parts.words.language))
}

fn field(parts: &Parts, cell: RuleCell, label: String, kind: Kind, hint: &'static str) -> Html {
    let mark = said(parts, cell).map(|message| Mark {
        severity: Some(Severity::Error),
        message,
        ..Mark::default()
    });
    let text = parts.draft.text(cell).map(ToString::to_string);
    html! {
        <Field of={keys::draft_id(cell)} {label} {kind} text={text.unwrap_or_default()} {hint} mark={mark.map(Rc::new)}
            on_type={Typing::Draft(parts.at, cell, parts.on.clone())} />
    }
}

fn choice(
    parts: &Parts,
    setting: Setting,
    choices: &'static [(&'static str, &'static str)],
) -> Html {
    let (draft, words) = (parts.at, parts.words);
    let cell = RuleCell::Setting(setting);
    let chosen = parts.draft.settings.text(setting).trim().to_owned();
    let known = choices.iter().any(|(value, _)| *value == chosen);
    let onchange = parts.on.reform(move |event: Event| {
        let text = chosen_value(&event).unwrap_or_default();
        Msg::Edit(Edit::Draft(Drafting::Set { draft, cell, text }))
    });
    let wrong = said(parts, cell);
    let id = keys::draft_id(cell);
    let described = wrong.as_ref().map(|_| format!("{id}-mark"));
    html! {
        <div class="own-choice">
            <select id={id} aria-label={setting.spoken(words.language)} aria-invalid={wrong.as_ref().map(|_| "true")}
                aria-describedby={described.clone()} disabled={parts.read_only} {onchange}>
                if !known {
                    <option value={chosen.clone()} selected=true>{ chosen.clone() }</option>
                }
                { for choices.iter().map(|(value, label)| html! {
                    <option value={*value} selected={*value == chosen}>{ *label }</option>
                }) }
            </select>
            if let Some(wrong) = wrong {
                <p class="own-wrong" id={described}>{ words.mixed(&wrong) }</p>
            }
        </div>
    }
}

fn list_heading(list: RuleList) -> String {
    format!("own-{}", list.as_str())
}

/// The cells of a row, each with its kind.
fn cells(list: RuleList, at: usize) -> Vec<(RuleCell, Kind)> {
    match list {
        RuleList::Categories => vec![
            (RuleCell::Category(at, CategoryField::Name), Kind::Text),
            (RuleCell::Category(at, CategoryField::Points), Kind::Figure),
            (RuleCell::Category(at, CategoryField::Stems), Kind::Text),
            (
                RuleCell::Category(at, CategoryField::Dimensions),
                Kind::Text,
            ),
        ],
        RuleList::Bands => vec![
            (RuleCell::Band(at, BandField::Name), Kind::Text),
            (RuleCell::Band(at, BandField::From), Kind::Figure),
        ],
        RuleList::Grades => vec![
            (RuleCell::Grade(at, GradeField::Name), Kind::Text),
            (RuleCell::Grade(at, GradeField::From), Kind::Figure),
        ],
        RuleList::Template => vec![
            (RuleCell::Row(at, TemplateField::Category), Kind::Text),
            (RuleCell::Row(at, TemplateField::Dimension), Kind::Text),
            (RuleCell::Row(at, TemplateField::Weight), Kind::Figure),
        ],
    }
}

/// A list with a row for each of its entries. What is wrong with a row stands below it, as wide as all of it.
fn table(parts: &Parts, list: RuleList) -> Html {
    let (words, on, draft) = (parts.words, parts.on, parts.at);
    let language = words.language;
    let name = RuleCell::List(list).spoken(language);
    let rows = parts.draft.rows(list);
    let add = Drafting::Insert {
        draft,
        list,
        at: rows,
    };
    let heads = cells(list, 0);
    html! {
        <>
        if rows == 0 {
            <p class="own-none">{ words.own_no_rows() }</p>
        } else {
            <table class={classes!("own-table", list.as_str())} aria-labelledby={list_heading(list)}>
                <thead><tr>
                    { for heads.iter().map(|(cell, kind)| html! {
                        <th scope="col" class={classes!((*kind == Kind::Figure).then_some("own-points"))}>{ cell.spoken(language) }</th>
                    }) }
                    <th scope="col" class="own-tool"><span class="off-screen">{ words.own_remove() }</span></th>
                </tr></thead>
                <tbody>
                    { for (0..rows).map(|at| row(parts, list, at, &name)) }
                </tbody>
            </table>
        }
        if list == RuleList::Categories && rows > 0 {
            <p class="own-hint">{ words.own_words_hint() }</p>
        }
        if let Some(wrong) = said(parts, RuleCell::List(list)) {
            <p class="own-wrong" id={format!("own-{}-wrong", list.as_str())}>{ words.mixed(&wrong) }</p>
        }
        <p class="own-add">
            <button type="button" class="quiet" id={keys::draft_id(RuleCell::List(list))} disabled={parts.read_only}
                aria-label={words.named(&name, words.own_add())} aria-describedby={said(parts, RuleCell::List(list)).map(|_| format!("own-{}-wrong", list.as_str()))}
                onclick={on.reform(move |_| Msg::Edit(Edit::Draft(add.clone())))}>{ "＋ " }{ words.own_add() }</button>
        </p>
        </>
    }
}

fn row(parts: &Parts, list: RuleList, at: usize, name: &str) -> Html {
    let (words, on, draft) = (parts.words, parts.on, parts.at);
    let cells = cells(list, at);
    let wrong: Vec<String> = cells
        .iter()
        .filter_map(|(cell, _)| Some((cell.spoken(words.language), said(parts, *cell)?)))
        .map(|(label, wrong)| words.named(&label, &wrong))
        .collect();
    let span = cells.len();
    html! {
        <>
        <tr key={at}>
            { for cells.into_iter().map(|(cell, kind)| {
                let label = cell.spoken(words.language);
                let hint = match cell {
                    RuleCell::Category(_, CategoryField::Points) => words.own_points_hint(),
                    _ => "",
                };
                let whole = words.own_cell(name, at + 1, &label);
                html! {
                    <td data-label={label} class={classes!((kind == Kind::Figure).then_some("own-points"))}>
                        { field(parts, cell, whole, kind, hint) }
                    </td>
                }
            }) }
            <td class="own-tool">
                <button type="button" class="quiet" disabled={parts.read_only}
                    aria-label={words.own_remove_row(name, at + 1)} title={words.own_remove()}
                    onclick={on.reform(move |_| Msg::Edit(Edit::Draft(Drafting::Remove { draft, list, at })))}>{ "✕" }</button>
            </td>
        </tr>
        if !wrong.is_empty() {
            // The cells themselves are described by it.
            <tr class="wrong" aria-hidden="true" key={format!("{at}-wrong")}>
                <td colspan={(span + 1).to_string()}>{ for wrong.iter().map(|wrong| html! { <p class="own-wrong">{ words.mixed(wrong) }</p> }) }</td>
            </tr>
        }
        </>
    }
}
