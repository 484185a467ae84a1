//! Forms against each other, and the text against the forms.

use super::draft::Draft;
use super::words;
use crate::claimed::{Statement, Verdict};
use crate::figures::{Of, figures};
use crate::finding::{Finding, Matter, Severity};
use crate::flat::Flat;
use crate::place::Spot;
use juesuan_domain::evaluation::{
    Cell, ExecutionField, FormField, FormKind, IndicatorField, Reading, read,
};
use juesuan_domain::prose::{SlipKind, slips};
use juesuan_figure::interval::Printed;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// A form belongs to the text before it if it begins within so many blocks.
const NEAR: usize = 40;

pub(super) fn check(
    lines: &[(usize, &str)],
    forms: &[Draft],
    findings: &mut Vec<Finding>,
    statements: &mut [Statement],
) {
    same_matter(forms, findings);
    for (block, text) in lines {
        if !forms.is_empty() {
            let agreeing = amounts(forms, *block, text, findings);
            agree(statements, &agreeing);
            let agreeing = total(forms, *block, text, findings);
            agree(statements, agreeing.as_slice());
        }
        counted(forms, *block, text, findings);
    }
}

/// Figures of the text that a form has as well were held against something.
fn agree(statements: &mut [Statement], spots: &[Spot]) {
    for spot in spots {
        let here = |one: &&mut Statement| {
            one.spot.block == spot.block && one.spot.start < spot.end && spot.start < one.spot.end
        };
        for statement in statements.iter_mut().filter(here) {
            if statement.verdict == Verdict::Unknown {
                statement.verdict = Verdict::Agrees;
            }
        }
    }
}

/// Whether a block is part of a form in lines.
pub(super) fn covered(forms: &[Draft], block: usize) -> bool {
    forms
        .iter()
        .any(|form| !form.of_cells && (form.first..=form.last).contains(&block))
}

/// One value of a matter.
struct Value {
    form: usize,
    overall: bool,
    number: Decimal,
    target: String,
    text: String,
    name: String,
    spot: Spot,
}

/// Whose satisfaction it is, or a name, that say too little: each project has its own.
const ANYBODY: &[&str] = &[
    "服务对象",
    "社会公众",
    "公众",
    "群众",
    "受益群众",
    "受益对象",
    "受益者",
    "职工",
    "干部职工",
    "服务",
    "人民群众",
    "社会",
    "居民",
    "市民",
    "学生",
    "家长",
    "患者",
    "游客",
    "企业",
    "使用人员",
    "用户",
    "社会公众或服务对象",
    "",
    "单位",
    "部门",
    "基层",
];

/// What an indicator is about: the name of one that is not about satisfaction, else whose satisfaction it is.
fn subject(name: &str) -> Option<String> {
    let Some((before, _)) = name.split_once("满意") else {
        return (name.chars().count() >= 4).then(|| name.to_owned());
    };
    let last = before
        .rsplit(['，', ',', '、', '；', '让', '使'])
        .next()
        .unwrap_or(before);
    let last = last.trim_start_matches("提高").trim_start_matches("提升");
    (!ANYBODY.contains(&last)).then(|| format!("{last}满意"))
}

/// One matter with several values: in the form of the whole unit, and in others.
fn same_matter(forms: &[Draft], findings: &mut Vec<Finding>) {
    let mut all: BTreeMap<(String, String), Vec<Value>> = BTreeMap::new();
    for (at, form) in forms.iter().enumerate() {
        for (g, goal) in form.form.goals.iter().enumerate() {
            for (i, row) in goal.indicators.iter().enumerate() {
                let Reading::Quantity(actual) = read(&row.actual) else {
                    continue;
                };
                let Some(subject) = subject(&row.name) else {
                    continue;
                };
                let value = Value {
                    form: at,
                    overall: form.form.kind == FormKind::Overall,
                    number: actual.number.decimal(),
                    target: row.target.to_string(),
                    text: row.actual.to_string(),
                    name: row.name.to_string(),
                    spot: form.spot(Cell::Indicator(g, i, IndicatorField::Actual)),
                };
                all.entry((subject, actual.unit.to_owned()))
                    .or_default()
                    .push(value);
            }
        }
    }
    for values in all.into_values() {
        let Some(first) = values.iter().find(|value| value.overall) else {
            continue;
        };
        // With other targets it is not quite the same.
        let mut others = values.iter().filter(|value| {
            value.form != first.form && value.number != first.number && value.target == first.target
        });
        let Some(other) = others.next() else {
            continue;
        };
        let mut also = vec![first.spot.clone()];
        also.extend(others.map(|value| value.spot.clone()));
        findings.push(Finding {
            severity: Severity::Warning,
            matter: Matter::Twice {
                name: first.name.clone(),
                printed: other.text.clone(),
                before: first.text.clone(),
            },
            spot: other.spot.clone(),
            also,
            working: None,
            cause: None,
        });
    }
}

/// The form that a line of text speaks of: the one that it names, or else the next one.
fn meant<'f>(forms: &'f [Draft], block: usize, text: &str) -> Option<&'f Draft> {
    let mut named = forms.iter().filter(|form| {
        let name = form.form.name.trim();
        name.chars().count() >= 4 && text.contains(name)
    });
    match (named.next(), named.next()) {
        (Some(one), None) => return Some(one),
        (Some(_), Some(_)) => return None,
        _ => {}
    }
    let next = forms.iter().find(|form| form.first > block)?;
    (next.first <= block + NEAR).then_some(next)
}

/// 项目全年预算数为…万元，执行数为…万元 against the form: where one of them agrees the other must.
fn amounts(forms: &[Draft], block: usize, text: &str, findings: &mut Vec<Finding>) -> Vec<Spot> {
    if !text.contains("预算数") || !text.contains("执行数") {
        return Vec::new();
    }
    let flat = Flat::of(text);
    let (Some(budget), Some(actual)) = (amount(&flat, "预算数"), amount(&flat, "执行数"))
    else {
        return Vec::new();
    };
    // Of several projects in one line nobody knows which is meant.
    if flat.text.matches("执行数").count() > 1 {
        return Vec::new();
    }
    let Some(form) = meant(forms, block, &flat.text) else {
        return Vec::new();
    };
    let execution = &form.form.execution;
    let held = [
        (budget, &execution.budget, ExecutionField::Budget),
        (actual, &execution.actual, ExecutionField::Actual),
    ]
    .map(|((said, range), printed, field)| {
        let printed_amount = words::amount(printed).map(Printed::new)?;
        Some((
            said.allows(printed_amount.interval()),
            range,
            printed.to_string(),
            field,
        ))
    });
    let [Some(budget), Some(actual)] = held else {
        return Vec::new();
    };
    let odd = match (budget.0, actual.0) {
        (true, false) => actual,
        (false, true) => budget,
        (true, true) => {
            let spots = [budget, actual].map(|held| Spot::text(block, flat.origin(held.1)));
            return spots.to_vec();
        }
        _ => return Vec::new(),
    };
    let (_, range, before, field) = odd;
    findings.push(Finding {
        severity: Severity::Warning,
        matter: Matter::Twice {
            name: field.label().to_owned(),
            printed: flat.text.get(range.clone()).unwrap_or("").to_owned(),
            before,
        },
        spot: Spot::text(block, flat.origin(range)),
        also: vec![form.spot(Cell::Execution(field))],
        working: None,
        cause: None,
    });
    Vec::new()
}

/// The amount behind a word, in 万元.
fn amount(flat: &Flat, word: &str) -> Option<(Printed, std::ops::Range<usize>)> {
    let at = flat.text.find(word)? + word.len();
    let figure = figures(&flat.text)
        .into_iter()
        .find(|figure| figure.range.start >= at)?;
    let between = flat.text.get(at..figure.range.start)?;
    let near = between.chars().count() <= 3;
    let Of::Money { power, .. } = figure.of else {
        return None;
    };
    let factor = match power {
        0 => Decimal::ONE,
        -4 => Decimal::new(1, 4),
        4 => Decimal::from(10_000),
        _ => return None,
    };
    let printed = Printed::new(figure.value).times(factor)?;
    near.then_some((printed, figure.range))
}

/// 自评得分98分 against the total of the form.
fn total(forms: &[Draft], block: usize, text: &str, findings: &mut Vec<Finding>) -> Option<Spot> {
    if !text.contains("自评") || !text.contains("分") {
        return None;
    }
    let flat = Flat::of(text);
    let marks = [
        "自评得分",
        "自评总分",
        "自评总得分",
        "自评分",
        "自评结果",
        "综合得分",
        "总得分",
        "得分",
        "总分",
    ];
    let scores = figures(&flat.text).into_iter().filter(|figure| {
        let before = flat.text.get(..figure.range.start).unwrap_or("");
        let before = before.trim_end_matches(['为', '是', ':', '：']);
        figure.of == Of::Score && marks.iter().any(|mark| before.ends_with(mark))
    });
    let scores: Vec<_> = scores.collect();
    let [score] = scores.as_slice() else {
        return None;
    };
    let average = ["平均", "满分", "优", "项目支出绩效自评平均"];
    if average.iter().any(|word| flat.text.contains(word)) {
        return None;
    }
    let form = meant(forms, block, &flat.text)?;
    // 整体 and 项目 are not taken for each other.
    let overall = flat.text.contains("整体");
    let project = flat.text.contains("项目");
    let kind = form.form.kind;
    if overall && kind != FormKind::Overall || !overall && project && kind != FormKind::Project {
        return None;
    }
    let printed = words::points(&form.form.claimed_total)?;
    let scale = score.value.scale().min(printed.scale());
    let same = juesuan_figure::interval::rounded(printed, scale)
        == juesuan_figure::interval::rounded(score.value, scale);
    if same {
        return Some(Spot::text(block, flat.origin(score.range.clone())));
    }
    findings.push(Finding {
        severity: Severity::Warning,
        matter: Matter::Twice {
            name: FormField::ClaimedTotal.label().to_owned(),
            printed: flat.text.get(score.range.clone()).unwrap_or("").to_owned(),
            before: form.form.claimed_total.to_string(),
        },
        spot: Spot::text(block, flat.origin(score.range.clone())),
        also: vec![form.spot(Cell::Form(FormField::ClaimedTotal))],
        working: None,
        cause: None,
    });
    None
}

/// What is counted in the text: a whole that its parts do not come to. Where a form has their sum it is certain.
fn counted(forms: &[Draft], block: usize, text: &str, findings: &mut Vec<Finding>) {
    for slip in slips(text) {
        let money = slip.unit.ends_with('元') || slip.unit.is_empty();
        if slip.kind != SlipKind::Total || money {
            continue;
        }
        let flat = Flat::of(text);
        let Some(at) = flat.text.find(&slip.written) else {
            continue;
        };
        let spot = Spot::text(block, flat.origin(at..at + slip.written.len()));
        let digits = |text: &str| text.replace(',', "");
        let told = |finding: &Finding| {
            let spots = std::iter::once(&finding.spot).chain(&finding.also);
            spots.clone().any(|other| {
                other.block == block && other.start < spot.end && spot.start < other.end
            })
        };
        if findings.iter().any(told) {
            continue;
        }
        // The same parts, held against another figure of the sentence.
        findings.retain(|finding| match &finding.matter {
            Matter::Sum { sum, .. } => {
                finding.spot.block != block || !digits(sum).starts_with(&digits(&slip.exact))
            }
            _ => true,
        });
        let exact = slip.exact.replace(',', "").parse::<Decimal>().ok();
        let of_form = exact.and_then(|exact| actual_of(forms, exact));
        let severity = if of_form.is_some() {
            Severity::Error
        } else {
            Severity::Warning
        };
        let before = flat.text.get(..at).unwrap_or("");
        let name = before
            .rsplit(['，', '。', '；', ',', '、', '：', ':'])
            .next()
            .unwrap_or("");
        findings.push(Finding {
            severity,
            matter: Matter::Sum {
                name: name.to_owned(),
                printed: format!("{}{}", slip.written, slip.unit),
                sum: format!("{}{}", slip.exact, slip.unit),
            },
            spot,
            also: of_form.into_iter().collect(),
            working: Some(slip.working.signs()),
            cause: None,
        });
    }
}

/// The actual of a form that is this number.
fn actual_of(forms: &[Draft], number: Decimal) -> Option<Spot> {
    forms.iter().find_map(|form| {
        form.form.goals.iter().enumerate().find_map(|(g, goal)| {
            let i = goal.indicators.iter().position(|row| {
                matches!(read(&row.actual), Reading::Quantity(actual) if actual.number.decimal() == number)
            })?;
            Some(form.spot(Cell::Indicator(g, i, IndicatorField::Actual)))
        })
    })
}
