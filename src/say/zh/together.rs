//! What is said of several forms and of the rules of a workbook. Each sentence about forms names them, by unit and file.

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
            "没有名为“{id}”的评分规则：已改用“{used}”计分，请重新选择规则。"
        ))
        .remedy("重新选择评分规则"),
        M::RulesUnusable { name, why, used } => {
            let instead = used.as_ref();
            let instead =
                instead.map_or_else(String::new, |used| format!("已改用“{used}”计分。"));
            Told::new(format!(
                "文件自带的评分规则“{name}”不能使用：{}{instead}",
                super::rule_set(why)
            ))
            .remedy("重新选择评分规则，或改正规则后导入")
        }
        M::RulesBeside { name, id, official } => Told::new(format!(
            "文件自带一套规则，代号与内置的“{official}”（{id}）相同而内容不同：已改称“{name}”，凡写明 {id} 的表都按内置规则计分；确要使用，请在“评分规则”中选择。"
        ))
        .remedy("核对文件的来源，不用的规则可以删除"),
        M::Setting { problem, .. } => {
            Told::new(super::setting_problem(problem)).remedy("在“评分规则”中改正设置")
        }
        M::ProjectSpending { sum, spending } => Told::new(format!(
            "各项目自评表的执行数合计 {}，项目支出总额是 {}：请核对，或补齐项目自评表。",
            grouped(*sum),
            grouped(spending.decimal())
        ))
        .remedy("核对项目支出总额和各项目的执行数"),
        M::OneMatter {
            name,
            here,
            other,
            there,
        } => Told::new(format!(
            "“{name}”这里是 {here}，在“{other}”里是 {there}：同一事项应只有一个数，请核对。"
        ))
        .remedy("统一同一事项的完成值"),
        M::Partly {
            has,
            forms,
            named,
            named_have_it,
        } => {
            let who = list(named);
            let named = if *named_have_it {
                format!("列了的是{who}")
            } else {
                format!("没有列的是{who}")
            };
            Told::new(format!(
                "{forms} 张表中有 {has} 张列了这项指标，只汇总这 {has} 张：{named}。"
            ))
        }
        M::Twice { name, forms, rows } => Told::new(format!(
            "{}把“{name}”列了 {rows} 行：同名的行不合并，按单位和先后顺序与其他表对应，请确认。",
            list(forms)
        ))
        .remedy("把同名的指标写成不同的名称"),
        M::Weights { used, others } => {
            let others = list(others);
            Told::new(match used {
                Some(used) => format!(
                    "各表中这项指标的分值不同，汇总按多数表的 {used} 分：不同的是{others}，请统一分值。"
                ),
                None => format!(
                    "各表中这项指标的分值不同，没有多数，汇总时分值留空：{others}，请统一分值，或在汇总表里填写。"
                ),
            })
            .remedy("统一各表的分值")
        }
        M::Units { kinds } => kinds_differ("单位", kinds, unit).remedy("统一各表的单位"),
        M::Directions { kinds } => {
            kinds_differ("方向", kinds, |kind| direction(kind).to_owned()).remedy("统一各表目标值的方向")
        }
        M::UnitsAndDirections { kinds } => kinds_differ("单位和方向", kinds, |kind| {
            format!("{}、{}", unit(kind), direction(kind))
        })
        .remedy("统一各表目标值的单位和方向"),
        M::NumbersAndWords { numbers, words } => Told::new(format!(
            "这项指标有的表写数字（{}），有的表写文字（{}），不能汇总：请统一后重新汇总，或直接填写。",
            list(numbers),
            list(words)
        ))
        .remedy("统一各表的目标值和完成值"),
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
                format!("{count} 份都是空表，没有可汇总的内容：{who}。")
            } else {
                format!("{count} 份为空表，未计入：{who}。")
            })
        }
        M::Rules { used, others } => {
            let named = others.iter().map(|(rules, forms)| {
                format!("{}按“{}”", list(forms), rules_label(rules))
            });
            let named = named.collect::<Vec<_>>().join("；");
            Told::new(format!(
                "各表的评分规则不同，汇总一律按“{used}”计分：{named}。请统一规则，或分开汇总。"
            ))
            .remedy("统一各表的评分规则，或按规则分开汇总")
        }
    }
}

/// What a form is called: `“甲”（a.json）`; of a project also its name.
fn label(form: &FormName) -> String {
    let name = match (&*form.unit, &*form.project) {
        ("", "") => "",
        (unit, "") => unit,
        ("", project) => project,
        (unit, project) => &format!("{unit}·{project}"),
    };
    match (name, &*form.file) {
        ("", "") => "未填单位的表".to_owned(),
        ("", file) => format!("“{file}”"),
        (name, "") => format!("“{name}”"),
        (name, file) => format!("“{name}”（{file}）"),
    }
}

fn rules_label(rules: &RulesName) -> String {
    let name = &rules.name;
    match &rules.id {
        _ if !rules.known => format!("{name}（不能识别或不能使用）"),
        Some(id) => format!("{name}（{id}）"),
        None => name.clone(),
    }
}

/// `“甲”（a.json）、“乙”（b.json）等 7 张表`.
fn list(forms: &[FormName]) -> String {
    let shown: Vec<String> = forms.iter().take(NAMED).map(label).collect();
    let shown = shown.join("、");
    if forms.len() > NAMED {
        format!("{shown}等 {} 张表", forms.len())
    } else {
        shown
    }
}

fn unit(kind: &Alike) -> String {
    match &*kind.unit {
        "" => "没有单位".to_owned(),
        unit => format!("单位是“{unit}”"),
    }
}

fn direction(kind: &Alike) -> &'static str {
    if kind.lower_is_better {
        "越低越好（≤）"
    } else {
        "越高越好（≥）"
    }
}

fn kinds_differ(what: &str, kinds: &[Alike], of: impl Fn(&Alike) -> String) -> Told {
    let named = kinds
        .iter()
        .map(|kind| format!("{}{}", list(&kind.forms), of(kind)));
    let named = named.collect::<Vec<_>>().join("；");
    Told::new(format!(
        "同名指标的{what}不同，不能汇总：{named}。请统一{what}后重新汇总。"
    ))
}

fn left_out(forms: &[(Lack, Vec<FormName>)], nothing: bool) -> Told {
    let said = forms
        .iter()
        .map(|(why, forms)| format!("{}{}", list(forms), reason(*why)));
    let said = said.collect::<Vec<_>>().join("；");
    let count: usize = forms.iter().map(|(_, forms)| forms.len()).sum();
    Told::new(match (nothing, said.is_empty()) {
        (true, true) => {
            "没有可作权重的执行数，这项指标不能汇总：请补齐各表的执行数，或直接填写。".to_owned()
        }
        (true, false) => {
            format!("{said}：没有可汇总的数，请补正后重新汇总，或直接填写。")
        }
        (false, _) => {
            format!("{said}：这项指标没有计入这 {count} 张表，请补正后重新汇总。")
        }
    })
    .remedy("补正这些表的目标值和完成值")
}

fn reason(why: Lack) -> &'static str {
    match why {
        Lack::TargetMissing => "没有填写目标值",
        Lack::ActualMissing => "没有填写完成值",
        Lack::TargetUnreadable => "的目标值无法识别",
        Lack::ActualUnreadable => "的完成值无法识别",
        Lack::ActualWords => "写的不是一个数",
        Lack::Incomparable => "的目标值和完成值不能比较或折算",
        Lack::ScoreMissing => "还没有得分",
        Lack::ScoreUnreadable => "的得分无法识别",
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
        said.push(format!("{}没有填写{label}", list(missing)));
    }
    if !unreadable.is_empty() {
        said.push(format!("{}的{label}无法识别", list(unreadable)));
    }
    let count = missing.len() + unreadable.len();
    let short = match short {
        Short::ExecutionAndRates => "预算执行和以执行数为权重的指标",
        Short::Execution => "预算执行（预算数和执行数）",
        Short::Amount => label,
    };
    Told::new(format!(
        "{}：{short}没有计入这 {count} 张表，请补正后重新汇总。",
        said.join("；")
    ))
    .remedy(format!("补正这些表的{label}"))
}

/// In which way a form stands out from most of the others.
pub(crate) fn outlier(outlier: &Outlier) -> String {
    let said = |what: &str, unit: &str, outside: &Outside| {
        let word = if outside.above { "高于" } else { "低于" };
        let (value, low) = (outside.value.grouped(), outside.low.grouped());
        let middle = if outside.low == outside.high {
            format!("{low}{unit}")
        } else {
            format!("{low}–{}{unit}", outside.high.grouped())
        };
        format!("{what} {value}{unit}，明显{word}多数（中间一半为 {middle}）")
    };
    let total = outlier.total.as_ref().map(|total| said("总分", "", total));
    let rate = outlier.rate.as_ref().map(|rate| said("执行率", "%", rate));
    let all: Vec<String> = total.into_iter().chain(rate).collect();
    all.join("；")
}
