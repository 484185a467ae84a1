//! What is said of several forms and of the rules of a workbook.

use crate::evaluation::{Outlier, Outside};
use crate::figure::grouped;
use crate::finding::{Alike, FormName, Lack, RulesName, Short, TogetherMatter};
use crate::say::Told;

/// Forms that are named, at most; of more their number is said.
const NAMED: usize = 5;

pub(super) fn told(matter: &TogetherMatter) -> Told {
    use TogetherMatter as M;
    match matter {
        M::RulesUnknown { id, used } => Told::new(format!(
            "There are no rules named “{id}”: scored by “{used}”; choose the rules again."
        ))
        .remedy("Choose the rules again"),
        M::RulesUnusable { name, why, used } => {
            let instead = used.as_ref().map_or_else(String::new, |used| {
                format!(" Scored by “{used}” instead.")
            });
            Told::new(format!(
                "The rules “{name}” of the file cannot be used: {}{instead}",
                super::rule_set(why)
            ))
            .remedy("Choose other rules, or correct these and import them")
        }
        M::RulesBeside { name, id, official } => Told::new(format!(
            "The file brings rules under the id of the built-in “{official}” ({id}) that differ: they are called “{name}” now, and forms that name {id} are scored by the built-in ones."
        ))
        .remedy("Check where the file is from; rules not needed can be removed"),
        M::Setting { problem, .. } => {
            Told::new(super::setting_problem(problem)).remedy("Correct the setting under “评分规则”")
        }
        M::ProjectSpending { sum, spending } => Told::new(format!(
            "The spending of the project forms adds up to {}, project spending is {}: check them, or add the missing forms.",
            grouped(*sum),
            grouped(spending.decimal())
        ))
        .remedy("Check project spending and the spending of each project"),
        M::OneMatter {
            name,
            here,
            other,
            there,
        } => Told::new(format!(
            "“{name}” is {here} here and {there} in “{other}”: one matter has one number."
        ))
        .remedy("Use one number for it"),
        M::Partly {
            has,
            forms,
            named,
            named_have_it,
        } => {
            let who = list(named);
            let which = if *named_have_it { "have" } else { "do not have" };
            Told::new(format!(
                "{has} of {forms} forms have this indicator, and only these are combined. Those that {which} it: {who}."
            ))
        }
        M::Twice { name, forms, rows } => Told::new(format!(
            "“{name}” stands in {rows} rows of {}: they are matched by unit and order, check that this is right.",
            list(forms)
        ))
        .remedy("Give rows of one name different names"),
        M::Weights { used, others } => {
            let others = list(others);
            Told::new(match used {
                Some(used) => format!(
                    "The forms give this indicator different weights; combined with {used} points, which most have. Different: {others}."
                ),
                None => format!(
                    "The forms give this indicator different weights and none is in the majority, so the weight is left blank: {others}."
                ),
            })
            .remedy("Use one weight in all forms")
        }
        M::Units { kinds } => kinds_differ("units", kinds, unit).remedy("Use one unit in all forms"),
        M::Directions { kinds } => {
            kinds_differ("directions", kinds, |kind| direction(kind).to_owned()).remedy("Use one direction in all forms")
        }
        M::UnitsAndDirections { kinds } => kinds_differ("units and directions", kinds, |kind| {
            format!("{}, {}", unit(kind), direction(kind))
        })
        .remedy("Use one unit and one direction in all forms"),
        M::NumbersAndWords { numbers, words } => Told::new(format!(
            "Some forms have numbers here ({}) and some words ({}), which cannot be combined: use one of them, or fill it in.",
            list(numbers),
            list(words)
        ))
        .remedy("Use one kind of target and actual in all forms"),
        M::LeftOut { forms, nothing } => left_out(forms, *nothing),
        M::AmountsLeftOut {
            missing,
            unreadable,
            short,
            label,
        } => amounts_left_out(missing, unreadable, *short, label),
        M::Blank { forms, all } => {
            let (count, who) = (forms.len(), list(forms));
            Told::new(if *all {
                format!("All {count} forms are blank, there is nothing to combine: {who}.")
            } else {
                format!("{count} forms are blank and left out: {who}.")
            })
        }
        M::Rules { used, others } => {
            let named = others
                .iter()
                .map(|(rules, forms)| format!("{} by “{}”", list(forms), rules_label(rules)));
            let named = named.collect::<Vec<_>>().join("; ");
            Told::new(format!(
                "The forms were made under different rules, and all are scored by “{used}”: {named}. Use one set of rules, or combine them apart."
            ))
            .remedy("Use one set of rules, or combine the forms by their rules")
        }
    }
}

fn rules_label(rules: &RulesName) -> String {
    let name = &rules.name;
    match &rules.id {
        _ if !rules.known => format!("{name} (not known or not usable)"),
        Some(id) => format!("{name} ({id})"),
        None => name.clone(),
    }
}

fn label(form: &FormName) -> String {
    let parts = [&*form.unit, &form.project];
    let name: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let name = name.join("·");
    match (&*name, &*form.file) {
        ("", "") => "a form without a unit".to_owned(),
        ("", file) => format!("“{file}”"),
        (name, "") => format!("“{name}”"),
        (name, file) => format!("“{name}” ({file})"),
    }
}

fn list(forms: &[FormName]) -> String {
    let shown: Vec<String> = forms.iter().take(NAMED).map(label).collect();
    let shown = shown.join(", ");
    match forms.len().checked_sub(NAMED) {
        Some(more) if more > 0 => format!("{shown} and {more} more"),
        _ => shown,
    }
}

fn unit(kind: &Alike) -> String {
    match &*kind.unit {
        "" => "no unit".to_owned(),
        unit => format!("“{unit}”"),
    }
}

fn direction(kind: &Alike) -> &'static str {
    if kind.lower_is_better {
        "lower is better (≤)"
    } else {
        "higher is better (≥)"
    }
}

fn kinds_differ(what: &str, kinds: &[Alike], of: impl Fn(&Alike) -> String) -> Told {
    let named = kinds
        .iter()
        .map(|kind| format!("{}: {}", of(kind), list(&kind.forms)));
    let named = named.collect::<Vec<_>>().join("; ");
    Told::new(format!(
        "Indicators of this name have different {what} and cannot be combined: {named}. Make them one and combine again."
    ))
}

fn left_out(forms: &[(Lack, Vec<FormName>)], nothing: bool) -> Told {
    let said = forms
        .iter()
        .map(|(why, forms)| format!("{}: {}", reason(*why), list(forms)));
    let said = said.collect::<Vec<_>>().join("; ");
    let count: usize = forms.iter().map(|(_, forms)| forms.len()).sum();
    Told::new(match (nothing, said.is_empty()) {
        (true, true) => {
            "No form has spending to weigh this indicator by: fill it in and combine again, or fill in the result.".to_owned()
        }
        (true, false) => format!(
            "There is nothing to combine ({said}): correct the forms and combine again, or fill in the result."
        ),
        (false, _) => format!(
            "{count} forms are left out of this indicator ({said}): correct them and combine again."
        ),
    })
    .remedy("Correct target and actual in these forms")
}

fn reason(why: Lack) -> &'static str {
    match why {
        Lack::TargetMissing => "no target",
        Lack::ActualMissing => "no actual",
        Lack::TargetUnreadable => "target not readable",
        Lack::ActualUnreadable => "actual not readable",
        Lack::ActualWords => "actual is no number",
        Lack::Incomparable => "target and actual do not compare",
        Lack::ScoreMissing => "no score",
        Lack::ScoreUnreadable => "score not readable",
    }
}

fn amounts_left_out(
    missing: &[FormName],
    unreadable: &[FormName],
    short: Short,
    label: &str,
) -> Told {
    let mut said = Vec::new();
    if !missing.is_empty() {
        said.push(format!("no {label}: {}", list(missing)));
    }
    if !unreadable.is_empty() {
        said.push(format!("{label} not readable: {}", list(unreadable)));
    }
    let count = missing.len() + unreadable.len();
    let short = match short {
        Short::ExecutionAndRates => {
            "the execution of the budget and of indicators weighted by spending"
        }
        Short::Execution => "the execution of the budget",
        Short::Amount => label,
    };
    Told::new(format!(
        "{count} forms are left out of {short} ({}): correct them and combine again.",
        said.join("; ")
    ))
    .remedy(format!("Correct {label} in these forms"))
}

/// In which way a form stands out from most of the others.
pub(crate) fn outlier(outlier: &Outlier) -> String {
    let said = |what: &str, unit: &str, outside: &Outside| {
        let word = if outside.above { "above" } else { "below" };
        let (value, low) = (outside.value.grouped(), outside.low.grouped());
        let middle = if outside.low == outside.high {
            format!("is {low}{unit}")
        } else {
            format!("lies from {low} to {}{unit}", outside.high.grouped())
        };
        format!("{what} {value}{unit}, far {word} most (the middle half {middle})")
    };
    let total = outlier.total.as_ref().map(|total| said("Total", "", total));
    let rate = outlier
        .rate
        .as_ref()
        .map(|rate| said("Execution rate", "%", rate));
    let all: Vec<String> = total.into_iter().chain(rate).collect();
    all.join("; ")
}
