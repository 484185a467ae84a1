//! A form by the rules it has, and by those that are being written.

use crate::page::field::chosen_value;
use crate::page::message::Msg;
use crate::page::words::{Words, lang_of};
use juesuan::evaluation::{Differing, RuleDraft, Trial, Tried};
use juesuan::exchange::form_title;
use juesuan::figure::grouped;
use juesuan::{Place, Workbook};
use yew::prelude::*;

/// Findings that are told; of others only how many there are.
const TOLD: usize = 6;

/// The trial: total and grade side by side, what differs, and what there is to say now.
pub fn trial_card(
    workbook: &Workbook,
    draft: &RuleDraft,
    tried: Option<usize>,
    trial: Option<&Trial>,
    wrong: usize,
    on: &Callback<Msg>,
    words: Words,
) -> Html {
    let form = tried.and_then(|at| workbook.forms.get(at));
    let choose = on.reform(|event: Event| {
        let chosen = chosen_value(&event).and_then(|at| at.parse().ok());
        chosen.map_or(Msg::Dismiss, Msg::TryOn)
    });
    let inside = match (tried, trial) {
        (None, _) => html! { <p class="own-none">{ words.trial_no_form() }</p> },
        (Some(_), None) => html! { <p class="own-none">{ words.trial_waits(wrong) }</p> },
        (Some(at), Some(trial)) => html! {
            <>{ totals(workbook, draft, at, trial, words) }{ differing(at, trial, on, words) }{ findings(trial, words) }</>
        },
    };
    let others = workbook.forms.iter().enumerate().filter(|(other, form)| {
        !draft.of.is_unset() && Some(*other) != tried && *workbook.rule_set_of(form) == *draft.of
    });
    let others = others.count();
    html! {
        <section class="card own-trial" aria-labelledby="own-trial">
            <h2 id="own-trial">{ words.trial() }</h2>
            if let Some((at, form)) = tried.zip(form) {
                if workbook.forms.len() > 1 {
                    <label class="own-tried">
                        <span>{ words.trial_form() }</span>
                        <select id="own-tried" onchange={choose}>
                            { for workbook.forms.iter().enumerate().map(|(index, form)| {
                                let title = form_title(form);
                                html! { <option value={index.to_string()} lang={lang_of(&title)} selected={index == at}>{ title.clone() }</option> }
                            }) }
                        </select>
                    </label>
                } else {
                    <p class="own-tried">{ named(&form_title(form)) }</p>
                }
            }
            { inside }
            if others > 0 {
                <p class="own-others">{ words.trial_others(others) }</p>
            }
        </section>
    }
}

fn totals(workbook: &Workbook, draft: &RuleDraft, at: usize, trial: &Trial, words: Words) -> Html {
    let now = workbook
        .forms
        .get(at)
        .and_then(|form| workbook.rules_of(form));
    let now = now.map_or_else(String::new, |rules| rules.name.clone());
    let grade = |tried: &Tried| tried.grade.clone().unwrap_or_else(|| "—".to_owned());
    let graded = trial.now.grade.is_some() || trial.then.grade.is_some();
    let differs = trial.now.total != trial.then.total;
    html! {
        <>
        <table class="own-compared">
            <thead><tr>
                <td></td>
                <th scope="col">{ words.trial_now() }</th>
                <th scope="col">{ words.trial_then() }</th>
            </tr></thead>
            <tbody>
                <tr class="names">
                    <th scope="row">{ words.trial_by() }</th>
                    <td>{ named(&now) }</td>
                    <td>{ named(draft.name.trim()) }</td>
                </tr>
                <tr class="sums">
                    <th scope="row">{ words.trial_total() }</th>
                    <td>{ grouped(trial.now.total) }</td>
                    <td class={classes!(differs.then_some("differs"))}>{ grouped(trial.then.total) }</td>
                </tr>
                if graded {
                    <tr>
                        <th scope="row">{ words.trial_grade() }</th>
                        <td lang="zh-CN">{ grade(&trial.now) }</td>
                        <td lang="zh-CN">{ grade(&trial.then) }</td>
                    </tr>
                }
            </tbody>
        </table>
        if !trial.then.complete {
            <p class="own-none">{ words.trial_provisional() }</p>
        }
        </>
    }
}

fn differing(form: usize, trial: &Trial, on: &Callback<Msg>, words: Words) -> Html {
    if trial.differing.is_empty() {
        return html! { <p class="own-same">{ words.trial_same() }</p> };
    }
    let row = |line: &Differing| {
        let place = Place::Form(form, line.cell);
        let name = match (line.is_execution(), line.name.as_str()) {
            (true, _) => words.trial_execution(),
            (false, "") => words.trial_unnamed(),
            (false, name) => name,
        };
        let points = |points: Option<_>| points.map_or_else(|| "—".to_owned(), grouped);
        html! {
            <tr key={line.cell.to_string()}>
                <th scope="row"><button type="button" class="link" onclick={on.reform(move |_| Msg::GoTo(place))} lang={lang_of(name)}>{ name.to_owned() }</button></th>
                <td>{ points(line.now) }</td>
                <td class="differs">{ points(line.then) }</td>
            </tr>
        }
    };
    html! {
        <>
        <p>{ words.trial_differs(trial.differing.len()) }</p>
        <table class="own-compared lines">
            <thead><tr>
                <th scope="col">{ words.trial_line() }</th>
                <th scope="col">{ words.trial_now() }</th>
                <th scope="col">{ words.trial_then() }</th>
            </tr></thead>
            <tbody>{ for trial.differing.iter().map(row) }</tbody>
        </table>
        </>
    }
}

fn findings(trial: &Trial, words: Words) -> Html {
    let told = trial.new.iter().take(TOLD);
    let told = told.map(|finding| words.language.told(&finding.matter).message);
    html! {
        <>
        if !trial.new.is_empty() {
            <p>{ words.trial_new(trial.new.len()) }</p>
            <ul class="own-new">{ for told.map(|said| html! { <li>{ words.mixed(&said) }</li> }) }</ul>
        }
        if trial.gone > 0 {
            <p>{ words.trial_gone(trial.gone) }</p>
        }
        </>
    }
}

/// What rules or a form are called, in their language.
fn named(rules: &str) -> Html {
    html! { <span lang={lang_of(rules)}>{ rules.to_owned() }</span> }
}
