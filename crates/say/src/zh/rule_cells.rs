//! What is wrong with a cell of rules that are being written, said beside it.

use super::figures::wrong_mended;
use super::rules::{bands, called, rule_set, should};
use super::settings::setting_problem;
use juesuan_domain::evaluation::{FEWEST_BANDS, MOST_BANDS, MOST_ROWS, RuleCell, RuleFault};
use juesuan_domain::finding::{BandsError, RuleSetError};

/// What a cell is called, or a list.
pub(crate) fn rule_cell(cell: &RuleCell) -> String {
    let label = match cell {
        RuleCell::Whole(field) => field.label(),
        RuleCell::Setting(setting) => setting.label(),
        RuleCell::List(list) => list.label(),
        RuleCell::Category(_, field) => field.label(),
        RuleCell::Band(_, field) => field.label(),
        RuleCell::Grade(_, field) => field.label(),
        RuleCell::Row(_, field) => field.label(),
    };
    label.to_owned()
}

/// A whole sentence, for whoever types there.
pub(crate) fn rule_fault(fault: &RuleFault) -> String {
    use RuleSetError as E;
    match &fault.error {
        E::Id(_) => "请用 1 到 40 个小写字母、数字和连字符作代号，例如 wuhan-2020。".to_owned(),
        E::IdTaken(id) => format!("代号“{id}”已被另一套规则使用：请换一个。"),
        E::Blank(part) => format!("没有填写：请写明{}。", called(*part)),
        E::Points {
            execution,
            indicators,
        } => format!(
            "预算执行 {execution} 分与指标 {indicators} 分应合计 100 分，指标的大于 0，都不小于 0：请改正。"
        ),
        E::NoCategory => "没有一级指标：请至少添加一个。".to_owned(),
        E::Stems(_) => "没有识别用的词：请填写，例如“产出”，几个词之间用顿号。".to_owned(),
        E::Categories { sum, points } => {
            format!("各项分值合计 {sum} 分，不等于指标总分值 {points} 分：请改正，或者留空不设。")
        }
        E::CategoriesAbove { sum, points } => {
            format!("所填分值合计 {sum} 分，超过指标总分值 {points} 分：请改正。")
        }
        E::Bands(BandsError::Count(count)) => {
            format!("现有 {count} 档，应有 {FEWEST_BANDS} 到 {MOST_BANDS} 档：请增减。")
        }
        E::Bands(BandsError::NoName(_)) => "没有填写：请写明档次的名称。".to_owned(),
        E::Bands(BandsError::SameName(name)) => {
            format!("另有一档也叫“{name}”：各档应互不同名，请改正。")
        }
        E::Bands(BandsError::Bounds(bounds)) => {
            let all: Vec<String> = bounds.iter().map(ToString::to_string).collect();
            let all = all.join("、");
            format!("下限应依次降低并在 0 与 100 之间，现在是 {all}：请改正。")
        }
        E::Bands(BandsError::Last(_, from)) => {
            format!("最后一档的下限是 {from}，应为 0，否则低分无档可归：请改正。")
        }
        E::Bands(error) => bands(error),
        E::Grade(_) => "起点分应低于前一等级，且在 0 与 100 之间：请改正。".to_owned(),
        E::Bound {
            value, should: s, ..
        } => format!("{value} 应{}：请改正。", should(*s)),
        E::Template { sum, points } => {
            format!("各行分值合计 {sum} 分，不等于指标总分值 {points} 分：请改正。")
        }
        E::TemplateLong(count) | E::TooMany { count, .. } => {
            format!("共有 {count} 项，最多 {MOST_ROWS} 项：请删减。")
        }
        E::Figure(error) => wrong_mended(error, "请填写数字，例如 10"),
        E::Setting(problem) => setting_problem(problem),
        E::Places(_) | E::Deadline(_) => rule_set(&fault.error),
    }
}
