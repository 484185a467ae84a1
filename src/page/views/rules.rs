use super::own_rules::writing;
use super::top::FileButton;
use crate::page::field::{Field, Kind, Mark, chosen_value};
use crate::page::keys;
use crate::page::message::Msg;
use crate::page::whereabouts::View;
use crate::page::words::{Words, lang_of, use_words};
use juesuan::accounts;
use juesuan::evaluation::{
    Effect, RuleSet, Setting, Settings, built_in, effects, rule_set as built_in_rule_set,
};
use juesuan::finding::Severity;
use juesuan::say::Spoken as _;
use juesuan::say::official;
use juesuan::{Drafting, Edit, Place, Workbook};
use std::rc::Rc;
use std::sync::Arc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub workbook: Rc<Workbook>,
    pub on: Callback<Msg>,
}

/// The rules in words, with their source, and the settings of the workbook with their effect.
#[component]
pub fn RulesView(props: &Props) -> Html {
    let words = use_words();
    let (workbook, on) = (&props.workbook, &props.on);
    let used = workbook
        .rules_named(&workbook.rule_set)
        .unwrap_or(&built_in()[0]);
    html! {
        <div class="rules">
            <header class="rules-head">
                <div>
                    <h1>{ words.nav_rules() }</h1>
                    <p class="lead">{ words.rules_lead() }</p>
                </div>
                <FileButton class="button" label={words.rules_import()} accept=".json,application/json"
                    on_files={on.reform(|mut files: Vec<web_sys::File>| match files.pop() {
                        Some(file) => Msg::ImportRules(file),
                        None => Msg::Dismiss,
                    })} />
            </header>
            { settings(workbook, used, on, words) }
            if !workbook.rule_drafts.is_empty() {
                <h2>{ words.own_drafts() }</h2>
                { for (0..workbook.rule_drafts.len()).map(|at| draft(workbook, at, on, words)) }
            }
            <h2>{ words.rules_sets() }</h2>
            { for workbook.all_rules().map(|rules| card(rules, workbook, used, on, words)) }
            { for workbook.rule_sets.iter().filter(|set| set.check().is_err()).map(|set| unusable(set, workbook, on, words)) }
        </div>
    }
}

/// Rules that are being written: what they are called, and how far they are.
fn draft(workbook: &Workbook, at: usize, on: &Callback<Msg>, words: Words) -> Html {
    let Some((draft, drafted)) = workbook.rule_drafts.get(at).zip(workbook.drafted(at)) else {
        return Html::default();
    };
    let name = draft.name.trim();
    let wrong = drafted.err().map_or(0, |faults| faults.len());
    let state = match wrong {
        0 => words.own_right().to_owned(),
        wrong => words.own_wrong(wrong),
    };
    let discard = on.reform(move |_| Msg::Edit(Edit::Draft(Drafting::Discard { draft: at })));
    html! {
        <section class="card rule-set" lang={lang_of(name)} aria-label={name.to_owned()}>
            <header lang={words.tag()}>
                <h3 lang={lang_of(name)}>{ name.to_owned() }</h3>
                <code>{ draft.id.trim().to_owned() }</code>
                <span class="spring"></span>
                <button type="button" onclick={on.reform(move |_| Msg::Show(View::Draft(at)))}>{ words.own_go_on() }</button>
                <button type="button" class="quiet" onclick={discard}>{ words.own_discard() }</button>
            </header>
            <p lang={words.tag()} class={classes!((wrong > 0).then_some("own-wrong"))}>{ state }</p>
        </section>
    }
}

/// A rule set of the workbook's own that cannot be used: why, and what begins to mend it.
fn unusable(
    rules: &Arc<RuleSet>,
    workbook: &Rc<Workbook>,
    on: &Callback<Msg>,
    words: Words,
) -> Html {
    let why = rules
        .check()
        .err()
        .map(|error| error.spoken(words.language));
    let (id, name) = (rules.id.clone(), rules.name.trim());
    let shows = workbook.draft_of(&id).is_some();
    let change = {
        let (workbook, id) = (workbook.clone(), id.clone());
        on.reform(move |_| writing(&workbook, &id))
    };
    html! {
        <section class="card rule-set" lang={lang_of(name)} aria-label={name.to_owned()}>
            <header lang={words.tag()}>
                <h3 lang={lang_of(name)}>{ name.to_owned() }</h3>
                <code>{ &rules.id }</code>
                <span class="tag">{ words.own_unusable() }</span>
                <span class="spring"></span>
                <button type="button" onclick={change}>{ if shows { words.own_go_on() } else { words.own_change() } }</button>
                <button type="button" class="quiet" onclick={on.reform(move |_| Msg::Edit(Edit::RemoveRuleSet { id: id.clone() }))}>{ words.start_delete() }</button>
            </header>
            <p lang={words.tag()} class="own-wrong">{ words.mixed(&why.unwrap_or_default()) }</p>
        </section>
    }
}

/// One rule set, whole.
fn card(
    rules: &Arc<RuleSet>,
    workbook: &Rc<Workbook>,
    used: &Arc<RuleSet>,
    on: &Callback<Msg>,
    words: Words,
) -> Html {
    let is_used = rules.id == used.id;
    let own = workbook.own_rules(&rules.id).is_some();
    let forms = workbook.forms.iter();
    let forms = forms
        .filter(|form| workbook.rule_set_of(form) == rules.id)
        .count();
    let act = |edit: Edit| on.reform(move |_| Msg::Edit(edit.clone()));
    let export = {
        let id = rules.id.clone();
        on.reform(move |_| Msg::ExportRules(id.clone()))
    };
    let change = {
        let (workbook, id) = (workbook.clone(), rules.id.clone());
        on.reform(move |_| writing(&workbook, &id))
    };
    let points = rules.categories.iter().filter_map(|category| {
        Some(words.category_points(&category.name, &category.points?.to_string()))
    });
    let points: Vec<String> = points.collect();
    let grades = rules.grades.iter();
    let grades: Vec<String> = grades
        .map(|g| words.grade_from(&g.name, &g.from.to_string()))
        .collect();
    html! {
        <section class={classes!("card", "rule-set", is_used.then_some("used"))} lang={lang_of(&rules.name)} aria-label={rules.name.clone()}>
            <header lang={words.tag()}>
                <h3 lang={lang_of(&rules.name)}>{ &rules.name }</h3>
                <code>{ &rules.id }</code>
                if forms > 0 {
                    <span class="tag">{ words.forms_use(forms) }</span>
                }
                if own && built_in_rule_set(&rules.id).is_none() {
                    <span class="tag">{ words.rules_own() }</span>
                }
                <span class="spring"></span>
                if !is_used {
                    <button type="button" onclick={act(Edit::SetRuleSet { id: rules.id.clone() })}>{ words.rules_use() }</button>
                }
                if own {
                    <button type="button" onclick={change}>{ if workbook.draft_of(&rules.id).is_some() { words.own_go_on() } else { words.own_change() } }</button>
                }
                <button type="button" class={classes!(own.then_some("quiet"))} onclick={act(Edit::Draft(Drafting::Copy { of: rules.id.clone() }))}>{ words.own_copy() }</button>
                <button type="button" class="quiet" onclick={export}>{ words.rules_export() }</button>
                if own {
                    <button type="button" class="quiet" onclick={act(Edit::RemoveRuleSet { id: rules.id.clone() })}>{ words.start_delete() }</button>
                }
            </header>
            <dl lang={words.tag()}>
                <dt lang="zh-CN">{ official::FORM_EXECUTION }</dt><dd>{ words.mixed(&rules.words.execution) }</dd>
                <dt>{ words.rules_points() }</dt>
                <dd>
                    { words.indicator_points(&rules.indicator_points.to_string()) }
                    { if points.is_empty() { words.rules_points_free().into() } else { words.mixed(&words.list(&points)) } }
                </dd>
                <dt>{ words.rules_higher() }</dt><dd>{ words.mixed(&rules.words.higher) }</dd>
                <dt>{ words.rules_lower() }</dt><dd>{ words.mixed(&rules.words.lower) }</dd>
                <dt>{ words.rules_bands() }</dt><dd>{ words.mixed(&rules.words.bands) }</dd>
                if let Some(far_above) = &rules.words.far_above {
                    <dt>{ words.rules_far_above() }</dt><dd>{ words.mixed(far_above) }</dd>
                }
                if !rules.grades.is_empty() {
                    <dt>{ words.rules_grades() }</dt>
                    <dd>{ words.mixed(&words.list(&grades)) }</dd>
                }
                if !rules.notes.is_empty() {
                    <dt lang="zh-CN">{ official::FORM_NOTES }</dt><dd lang={lang_of(&rules.name)}>{ rules.notes.join("；") }</dd>
                }
                <dt>{ words.rules_source() }</dt>
                <dd lang="zh-CN">{ &rules.source.title }{ "（" }{ &rules.source.issuer }{ "）" }{ &rules.source.note }</dd>
            </dl>
        </section>
    }
}

/// The settings, each with what it does.
fn settings(workbook: &Workbook, used: &Arc<RuleSet>, on: &Callback<Msg>, words: Words) -> Html {
    let now = workbook.settings.over(used);
    html! {
        <section class="card settings" aria-labelledby="settings-title">
            <h2 id="settings-title">{ words.settings() }</h2>
            <p>{ words.mixed(&words.settings_lead(&used.name)) }</p>
            <table>
                <thead><tr>
                    <th scope="col">{ words.setting() }</th>
                    <th scope="col">{ words.setting_here() }</th>
                    <th scope="col">{ words.setting_in_rules() }</th>
                    <th scope="col">{ words.setting_now() }</th>
                </tr></thead>
                <tbody>
                    { for effects(used, &now).into_iter().map(|effect| row(&workbook.settings, effect, on, words)) }
                </tbody>
            </table>
        </section>
    }
}

fn row(settings: &Settings, effect: Effect, on: &Callback<Msg>, words: Words) -> Html {
    let setting = effect.setting;
    let changed = effect.now != effect.in_rules;
    let control = match words.setting_choices(setting) {
        Some(choices) => choice(settings, setting, choices, on, words),
        None => {
            let mark = settings.problem(setting).map(|problem| Mark {
                severity: Some(Severity::Error),
                message: problem.spoken(words.language),
                ..Mark::default()
            });
            html! {
                <Field of={Place::Accounts(accounts::Cell::Setting(setting))} label={setting.spoken(words.language)} kind={Kind::Line}
                    text={settings.text(setting).to_string()} hint={words.setting_hint(setting)} mark={mark.map(Rc::new)} on_type={on.clone()} />
            }
        }
    };
    html! {
        <tr key={setting.as_str()} lang={lang_of(&setting.spoken(words.language))}>
            <th scope="row">{ setting.spoken(words.language) }</th>
            <td class="control">{ control }</td>
            <td data-label={words.setting_in_rules()}>{ words.mixed(&effect.in_rules.spoken(words.language)) }</td>
            <td data-label={words.setting_now()} class={classes!(changed.then_some("changed"))}>{ words.mixed(&effect.now.spoken(words.language)) }</td>
        </tr>
    }
}

fn choice(
    settings: &Settings,
    setting: Setting,
    choices: &'static [(&'static str, &'static str)],
    on: &Callback<Msg>,
    words: Words,
) -> Html {
    let chosen = settings.text(setting).trim().to_owned();
    let known = chosen.is_empty() || choices.iter().any(|(value, _)| *value == chosen);
    let onchange = on.reform(move |event: Event| {
        let text = chosen_value(&event).unwrap_or_default();
        Msg::Edit(Edit::SetSetting { setting, text })
    });
    html! {
        <select id={keys::setting_id(setting)} aria-label={setting.spoken(words.language)} {onchange}>
            <option value="" lang={words.tag()} selected={chosen.is_empty()}>{ words.setting_as_in_rules() }</option>
            if !known {
                <option value={chosen.clone()} selected=true>{ chosen.clone() }</option>
            }
            { for choices.iter().map(|(value, label)| html! {
                <option value={*value} lang={words.tag()} selected={*value == chosen}>{ *label }</option>
            }) }
        </select>
    }
}
