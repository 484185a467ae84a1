//! What is said of a consolidation. Each sentence names the forms it is about, by unit and file.

use super::matching::{Kind, Why};
use super::{Cell, Finding, FormField};
use crate::figure::Number;
use crate::finding::Code;

/// Forms that are named, at most; of more their number is said.
const NAMED: usize = 5;

/// What a form is called: `“甲”（a.json）`; of a project also its name.
pub(super) fn label(unit: &str, project: &str, file: &str) -> String {
    let name = match (unit, project) {
        ("", "") => "",
        (unit, "") => unit,
        ("", project) => project,
        _ => &format!("{unit}·{project}"),
    };
    match (name, file) {
        ("", "") => "未填单位的表".to_owned(),
        ("", file) => format!("“{file}”"),
        (name, "") => format!("“{name}”"),
        (name, file) => format!("“{name}”（{file}）"),
    }
}

/// `“甲”（a.json）、“乙”（b.json）等 7 张`.
fn list(labels: &[String]) -> String {
    let shown = labels.iter().take(NAMED).map(String::as_str);
    let shown = shown.collect::<Vec<_>>().join("、");
    if labels.len() > NAMED {
        format!("{shown}等 {} 张表", labels.len())
    } else {
        shown
    }
}

pub(super) fn partly(
    cell: Cell,
    has: usize,
    forms: usize,
    named: &[String],
    named_have_it: bool,
) -> Finding {
    let who = list(named);
    let named = if named_have_it {
        format!("列了的是{who}")
    } else {
        format!("没有列的是{who}")
    };
    Finding::new(
        Code::ConsolidatedPartly,
        cell,
        format!("{forms} 张表中有 {has} 张列了这项指标，只汇总这 {has} 张：{named}。"),
    )
}

pub(super) fn twice(cell: Cell, name: &str, forms: &[String], rows: usize) -> Finding {
    Finding::new(
        Code::ConsolidatedTwice,
        cell,
        format!(
            "{}把“{name}”列了 {rows} 行：同名的行不合并，按单位和先后顺序与其他表对应，请确认。",
            list(forms)
        ),
    )
    .remedy("把同名的指标写成不同的名称")
}

pub(super) fn weights(cell: Cell, used: Option<Number>, others: &[String]) -> Finding {
    let message = match used {
        Some(used) => format!(
            "各表中这项指标的分值不同，汇总按多数表的 {used} 分：不同的是{}，请统一分值。",
            list(others)
        ),
        None => format!(
            "各表中这项指标的分值不同，没有多数，汇总时分值留空：{}，请统一分值，或在汇总表里填写。",
            list(others)
        ),
    };
    Finding::new(Code::ConsolidatedWeights, cell, message).remedy("统一各表的分值")
}

/// Units or directions under one name that nobody can bring together.
pub(super) fn kinds_differ(cell: Cell, kinds: &[(Kind<'_>, Vec<String>)]) -> Finding {
    let units_differ = kinds.windows(2).any(|two| two[0].0.unit != two[1].0.unit);
    let first = kinds.first().map(|(kind, _)| kind.lower_is_better);
    let directions_differ = kinds
        .iter()
        .any(|(kind, _)| Some(kind.lower_is_better) != first);
    let named = kinds.iter().map(|(kind, forms)| {
        let unit = match kind.unit {
            "" => "没有单位".to_owned(),
            unit => format!("单位是“{unit}”"),
        };
        let direction = match kind.lower_is_better {
            true => "越低越好（≤）",
            false => "越高越好（≥）",
        };
        let what = match (units_differ, directions_differ) {
            (true, true) => format!("{unit}、{direction}"),
            (true, false) => unit,
            (false, _) => direction.to_owned(),
        };
        format!("{}{what}", list(forms))
    });
    let named = named.collect::<Vec<_>>().join("；");
    let (code, what, remedy) = match (units_differ, directions_differ) {
        (true, true) => (
            Code::ConsolidatedUnits,
            "单位和方向",
            "统一各表目标值的单位和方向",
        ),
        (true, false) => (Code::ConsolidatedUnits, "单位", "统一各表的单位"),
        (false, _) => (Code::ConsolidatedDirections, "方向", "统一各表目标值的方向"),
    };
    Finding::new(
        code,
        cell,
        format!("同名指标的{what}不同，不能汇总：{named}。请统一{what}后重新汇总。"),
    )
    .remedy(remedy)
}

pub(super) fn numbers_and_words(cell: Cell, numbers: &[String], words: &[String]) -> Finding {
    Finding::new(
        Code::ConsolidatedNot,
        cell,
        format!(
            "这项指标有的表写数字（{}），有的表写文字（{}），不能汇总：请统一后重新汇总，或直接填写。",
            list(numbers),
            list(words)
        ),
    )
    .remedy("统一各表的目标值和完成值")
}

/// Forms that give nothing to one indicator, by the reason; `nothing`: no form gives anything.
pub(super) fn left_out(cell: Cell, forms: &[(Why, Vec<String>)], nothing: bool) -> Finding {
    let said = forms
        .iter()
        .map(|(why, forms)| format!("{}{}", list(forms), reason(*why)));
    let said = said.collect::<Vec<_>>().join("；");
    let count: usize = forms.iter().map(|(_, forms)| forms.len()).sum();
    let message = match (nothing, said.is_empty()) {
        (true, true) => {
            "没有可作权重的执行数，这项指标不能汇总：请补齐各表的执行数，或直接填写。".to_owned()
        }
        (true, false) => {
            format!("{said}：没有可汇总的数，请补正后重新汇总，或直接填写。")
        }
        (false, _) => {
            format!("{said}：这项指标没有计入这 {count} 张表，请补正后重新汇总。")
        }
    };
    Finding::new(Code::ConsolidatedNot, cell, message).remedy("补正这些表的目标值和完成值")
}

fn reason(why: Why) -> &'static str {
    match why {
        Why::TargetMissing => "没有填写目标值",
        Why::ActualMissing => "没有填写完成值",
        Why::TargetUnreadable => "的目标值无法识别",
        Why::ActualUnreadable => "的完成值无法识别",
        Why::ActualWords => "写的不是一个数",
        Why::Incomparable => "的目标值和完成值不能比较或折算",
        Why::ScoreMissing => "还没有得分",
        Why::ScoreUnreadable => "的得分无法识别",
    }
}

/// Amounts of the head that some forms do not give. `weights`: they were also to weigh rates with.
pub(super) fn amounts_left_out(
    cell: Cell,
    missing: &[String],
    unreadable: &[String],
    also: &str,
) -> Finding {
    let mut said = Vec::new();
    if !missing.is_empty() {
        said.push(format!("{}没有填写{}", list(missing), cell.label()));
    }
    if !unreadable.is_empty() {
        said.push(format!("{}的{}无法识别", list(unreadable), cell.label()));
    }
    let count = missing.len() + unreadable.len();
    Finding::new(
        Code::ConsolidatedNot,
        cell,
        format!(
            "{}：{also}没有计入这 {count} 张表，请补正后重新汇总。",
            said.join("；")
        ),
    )
    .remedy(format!("补正这些表的{}", cell.label()))
}

/// Forms in which nothing was reported.
pub(super) fn blank(forms: &[String], all: bool) -> Finding {
    let (count, who) = (forms.len(), list(forms));
    let message = if all {
        format!("{count} 份都是空表，没有可汇总的内容：{who}。")
    } else {
        format!("{count} 份为空表，未计入：{who}。")
    };
    Finding::new(
        Code::ConsolidatedBlank,
        Cell::Form(FormField::Unit),
        message,
    )
}

/// Forms made under other rules than those that score the whole: the rules, and the forms.
pub(super) fn rules_differ(used: &str, others: &[(String, Vec<String>)]) -> Finding {
    let named = others
        .iter()
        .map(|(rules, forms)| format!("{}按“{rules}”", list(forms)));
    let named = named.collect::<Vec<_>>().join("；");
    Finding::new(
        Code::ConsolidatedRules,
        Cell::Form(FormField::RuleSet),
        format!("各表的评分规则不同，汇总一律按“{used}”计分：{named}。请统一规则，或分开汇总。"),
    )
    .remedy("统一各表的评分规则，或按规则分开汇总")
}
