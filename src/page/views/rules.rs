use super::top::FileButton;
use crate::page::field::{Field, Kind, Mark};
use crate::page::message::Msg;
use crate::page::{keys, text};
use juesuan::accounts;
use juesuan::evaluation::{
    Effect, RuleSet, Setting, Settings, built_in, effects, rule_set as built_in_rule_set,
};
use juesuan::finding::Severity;
use juesuan::{Edit, Place, Workbook};
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub workbook: Rc<Workbook>,
    pub on: Callback<Msg>,
}

/// The rules in words, with their source, and the settings of the workbook with their effect.
#[component]
pub fn RulesView(props: &Props) -> Html {
    let (workbook, on) = (&props.workbook, &props.on);
    let used = workbook
        .rules_named(&workbook.rule_set)
        .unwrap_or(&built_in()[0]);
    html! {
        <div class="rules">
            <header class="rules-head">
                <div>
                    <h1>{ text::NAV_RULES }</h1>
                    <p class="lead">{ text::RULES_LEAD }</p>
                </div>
                <FileButton class="button" label={text::RULES_IMPORT} accept=".json,application/json"
                    on_files={on.reform(|mut files: Vec<web_sys::File>| match files.pop() {
                        Some(file) => Msg::ImportRules(file),
                        None => Msg::Dismiss,
                    })} />
            </header>
            { settings(workbook, used, on) }
            <h2>{ text::RULES_SETS }</h2>
            { for workbook.all_rules().map(|rules| card(rules, workbook, used, on)) }
        </div>
    }
}

/// One rule set, whole.
fn card(
    rules: &Arc<RuleSet>,
    workbook: &Workbook,
    used: &Arc<RuleSet>,
    on: &Callback<Msg>,
) -> Html {
    let is_used = rules.id == used.id;
    let own = workbook.rule_sets.iter().any(|set| set.id == rules.id);
    let forms = workbook.forms.iter();
    let forms = forms
        .filter(|form| workbook.rule_set_of(form) == rules.id)
        .count();
    let act = |edit: Edit| on.reform(move |_| Msg::Edit(edit.clone()));
    let export = {
        let id = rules.id.clone();
        on.reform(move |_| Msg::ExportRules(id.clone()))
    };
    let points = rules.categories.iter().filter_map(|category| {
        Some(text::category_points(
            &category.name,
            &category.points?.to_string(),
        ))
    });
    let points: Vec<String> = points.collect();
    html! {
        <section class={classes!("card", "rule-set", is_used.then_some("used"))} aria-label={rules.name.clone()}>
            <header>
                <h3>{ &rules.name }</h3>
                <code>{ &rules.id }</code>
                if forms > 0 {
                    <span class="tag">{ text::forms_use(forms) }</span>
                }
                if own && built_in_rule_set(&rules.id).is_none() {
                    <span class="tag">{ text::RULES_OWN }</span>
                }
                <span class="spring"></span>
                if !is_used {
                    <button type="button" onclick={act(Edit::SetRuleSet { id: rules.id.clone() })}>{ text::RULES_USE }</button>
                }
                <button type="button" class="quiet" onclick={export}>{ text::RULES_EXPORT }</button>
                if own {
                    <button type="button" class="quiet" onclick={act(Edit::RemoveRuleSet { id: rules.id.clone() })}>{ text::START_DELETE }</button>
                }
            </header>
            <dl>
                <dt>{ text::FORM_EXECUTION }</dt><dd>{ &rules.words.execution }</dd>
                <dt>{ text::RULES_POINTS }</dt>
                <dd>
                    { text::indicator_points(&rules.indicator_points.to_string()) }
                    { if points.is_empty() { text::RULES_POINTS_FREE.to_owned() } else { points.join("、") } }
                </dd>
                <dt>{ text::RULES_HIGHER }</dt><dd>{ &rules.words.higher }</dd>
                <dt>{ text::RULES_LOWER }</dt><dd>{ &rules.words.lower }</dd>
                <dt>{ text::RULES_BANDS }</dt><dd>{ &rules.words.bands }</dd>
                if let Some(far_above) = &rules.words.far_above {
                    <dt>{ text::RULES_FAR_ABOVE }</dt><dd>{ far_above }</dd>
                }
                if !rules.grades.is_empty() {
                    <dt>{ text::RULES_GRADES }</dt>
                    <dd>{ rules.grades.iter().map(|g| text::grade_from(&g.name, &g.from.to_string())).collect::<Vec<_>>().join("、") }</dd>
                }
                if !rules.notes.is_empty() {
                    <dt>{ text::FORM_NOTES }</dt><dd>{ rules.notes.join("；") }</dd>
                }
                <dt>{ text::RULES_SOURCE }</dt>
                <dd>{ &rules.source.title }{ "（" }{ &rules.source.issuer }{ "）" }{ &rules.source.note }</dd>
            </dl>
        </section>
    }
}

/// The settings, each with what it does.
fn settings(workbook: &Workbook, used: &Arc<RuleSet>, on: &Callback<Msg>) -> Html {
    let now = workbook.settings.over(used);
    html! {
        <section class="card settings" aria-labelledby="settings-title">
            <h2 id="settings-title">{ text::SETTINGS }</h2>
            <p>{ text::settings_lead(&used.name) }</p>
            <table>
                <thead><tr>
                    <th scope="col">{ text::SETTING }</th>
                    <th scope="col">{ text::SETTING_HERE }</th>
                    <th scope="col">{ text::SETTING_IN_RULES }</th>
                    <th scope="col">{ text::SETTING_NOW }</th>
                </tr></thead>
                <tbody>
                    { for effects(used, &now).into_iter().map(|effect| row(&workbook.settings, effect, on)) }
                </tbody>
            </table>
        </section>
    }
}

fn row(settings: &Settings, effect: Effect, on: &Callback<Msg>) -> Html {
    let setting = effect.setting;
    let changed = effect.now != effect.in_rules;
    let control = match text::setting_choices(setting) {
        Some(choices) => choice(settings, setting, choices, on),
        None => {
            let mark = settings.problem(setting).map(|message| Mark {
                severity: Some(Severity::Error),
                message,
                remark: String::new(),
            });
            html! {
                <Field of={Place::Accounts(accounts::Cell::Setting(setting))} label={setting.label()} kind={Kind::Line}
                    text={settings.text(setting).to_string()} hint={text::setting_hint(setting)} mark={mark.map(Rc::new)} on_type={on.clone()} />
            }
        }
    };
    html! {
        <tr key={setting.as_str()}>
            <th scope="row">{ setting.label() }</th>
            <td class="control">{ control }</td>
            <td>{ effect.in_rules }</td>
            <td class={classes!(changed.then_some("changed"))}>{ effect.now }</td>
        </tr>
    }
}

fn choice(
    settings: &Settings,
    setting: Setting,
    choices: &'static [(&'static str, &'static str)],
    on: &Callback<Msg>,
) -> Html {
    let chosen = settings.text(setting).trim().to_owned();
    let known = chosen.is_empty() || choices.iter().any(|(value, _)| *value == chosen);
    let onchange = on.reform(move |event: Event| {
        let select = event
            .target()
            .and_then(|t| t.dyn_into::<HtmlSelectElement>().ok());
        let text = select.map(|select| select.value()).unwrap_or_default();
        Msg::Edit(Edit::SetSetting { setting, text })
    });
    html! {
        <select id={keys::setting_id(setting)} aria-label={setting.label()} {onchange}>
            <option value="" selected={chosen.is_empty()}>{ text::SETTING_AS_IN_RULES }</option>
            if !known {
                <option value={chosen.clone()} selected=true>{ chosen.clone() }</option>
            }
            { for choices.iter().map(|(value, label)| html! {
                <option value={*value} selected={*value == chosen}>{ *label }</option>
            }) }
        </select>
    }
}
