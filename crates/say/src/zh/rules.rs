//! What is wrong with a rule set.

use super::figures::wrong_mended;
use super::settings::setting_problem;
use juesuan_domain::evaluation::{FEWEST_BANDS, MOST_BANDS, MOST_PLACES_SET, MOST_ROWS};
use juesuan_domain::finding::{BandsError, RuleSetError, RulesPart, Should};

/// A whole sentence, for the one who wrote it.
pub(crate) fn rule_set(error: &RuleSetError) -> String {
    use RuleSetError as E;
    match error {
        E::Id(id) => format!(
            "代号 id“{id}”不合规定：请用 1 到 40 个小写字母、数字和连字符，例如 wuhan-2020。"
        ),
        E::Blank(part) => {
            format!(
                "{} 没有填写：规则集必须写明{}。",
                part.as_str(),
                called(*part)
            )
        }
        E::Points {
            execution,
            indicators,
        } => format!(
            "预算执行 {execution} 分与指标 {indicators} 分合计不是 100 分：请改正 executionPoints 和 indicatorPoints。"
        ),
        E::NoCategory => "没有一级指标：categories 至少要有一项。".to_owned(),
        E::Stems(name) => {
            format!("一级指标“{name}”没有可供识别的词：stems 里的词不能为空。")
        }
        E::Categories { sum, points } => {
            format!("各一级指标的分值合计 {sum} 分，不等于指标总分 {points} 分：请改正 points。")
        }
        E::CategoriesAbove { sum, points } => {
            format!("写明的一级指标分值合计 {sum} 分，超过指标总分 {points} 分：请改正 points。")
        }
        E::Bands(error) => bands(error),
        E::Grade(name) => {
            format!("等级“{name}”的下限应低于前一等级，且在 0 与 100 之间：请改正 grades。")
        }
        E::Bound {
            name,
            value,
            should,
        } => {
            let should = self::should(*should);
            format!("{name} 为 {value}，应{should}：请改正。")
        }
        E::Places(name) => format!("{name} 应为 0 到 {MOST_PLACES_SET} 的整数：请改正。"),
        E::Deadline(date) => {
            format!("截止日期“{date}”不是日期：请写年月日，例如 2021-06-30。")
        }
        E::Template { sum, points } => format!(
            "模板的指标分值合计 {sum} 分，不等于指标总分 {points} 分：请改正 projectTemplate。"
        ),
        E::TemplateLong(rows) => {
            format!("模板有 {rows} 行，最多 {MOST_ROWS} 行：请删减 projectTemplate。")
        }
        E::TooMany { name, count } => {
            format!("{name} 有 {count} 项，最多 {MOST_ROWS} 项：请删减。")
        }
        E::Figure(error) => wrong_mended(error, "请填写数字"),
        E::Setting(problem) => setting_problem(problem),
        E::IdTaken(id) => format!("代号 id“{id}”已被另一套规则使用：请换一个。"),
    }
}

pub(super) fn should(should: Should) -> &'static str {
    match should {
        Should::NotBelowZero => "不小于 0",
        Should::AboveHundred => "大于 100",
        Should::UpToHundred => "大于 0、不大于 100",
    }
}

pub(super) fn called(part: RulesPart) -> &'static str {
    match part {
        RulesPart::Name => "名称",
        RulesPart::SourceTitle => "依据的文件",
        RulesPart::SourceIssuer => "依据的发文单位",
        RulesPart::Execution => "预算执行的计分口径",
        RulesPart::Higher => "正向指标的计分口径",
        RulesPart::Lower => "反向指标的计分口径",
        RulesPart::Bands => "定性指标的分档",
        RulesPart::Category => "一级指标的名称",
        RulesPart::Grade => "等级的名称",
    }
}

pub(crate) fn bands(error: &BandsError) -> String {
    use BandsError as E;
    match error {
        E::Count(count) => {
            format!("定性档次有 {count} 档，应有 {FEWEST_BANDS} 到 {MOST_BANDS} 档：请改正 bands。")
        }
        E::Key(key) => format!(
            "定性档次的代号 key“{key}”不合规定：请用 1 到 40 个小写字母、数字和连字符，例如 met。"
        ),
        E::SameKey(key) => {
            format!("定性档次的代号 key“{key}”重复：各档的代号应互不相同，请改正 bands。")
        }
        E::NoName(key) => format!("定性档次“{key}”没有名称：请填写 bands 中的 name。"),
        E::SameName(name) => {
            format!("有两个定性档次都叫“{name}”：各档的名称应互不相同，请改正 bands。")
        }
        E::Bounds(bounds) => {
            let all: Vec<String> = bounds.iter().map(ToString::to_string).collect();
            let all = all.join("、");
            format!("定性档次的下限应依次降低并在 0 与 100 之间，现在是 {all}：请改正 bands。")
        }
        E::Last(name, from) => format!(
            "定性档次的最后一档“{name}”下限是 {from}，应为 0，否则低分无档可归：请改正 bands。"
        ),
        E::Twice => {
            "定性档次既写在 bands，又写在 bandsFrom，两处的档次不同：请只留 bands，删去 bandsFrom。"
                .to_owned()
        }
    }
}
