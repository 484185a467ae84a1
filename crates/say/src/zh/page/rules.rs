use super::Words;
use crate::page::Rules;
use juesuan_domain::evaluation::Setting;

impl Rules for Words {
    texts! {
        rules_lead = "每套规则都写明依据。工作簿选用一套，每张表也可以另选。要改规则，就复制一套在这里改；也可以导出、改好后再导入。";
        rules_import = "导入规则…";
        rules_export = "导出";
        rules_use = "用于本工作簿";
        rules_own = "本工作簿自有";
        rules_sets = "规则";
        rules_points = "指标分值";
        rules_points_free = "各级指标的分值由单位设定";
        rules_higher = "正向指标";
        rules_lower = "反向指标";
        rules_bands = "定性指标";
        rules_far_above = "超额完成";
        rules_grades = "等级";
        rules_source = "依据";
        settings = "本工作簿的设置";
        setting = "设置";
        setting_here = "本工作簿";
        setting_in_rules = "规则本身";
        setting_now = "现在执行";
        setting_as_in_rules = "按规则";
    }

    fn rules_imported(&self, name: &str) -> String {
        format!("已导入规则“{name}”，可以选用。")
    }

    fn as_workbook(&self, name: &str) -> String {
        format!("随工作簿：{name}")
    }

    fn by_default(&self, name: &str) -> String {
        format!("默认：{name}")
    }

    fn forms_use(&self, forms: usize) -> String {
        format!("{forms} 张表在用")
    }

    fn category_points(&self, name: &str, points: &str) -> String {
        format!("{name} {points} 分")
    }

    fn indicator_points(&self, points: &str) -> String {
        format!("共 {points} 分，")
    }

    fn grade_from(&self, name: &str, from: &str) -> String {
        format!("{name}（{from} 分起）")
    }

    fn settings_lead(&self, rules: &str) -> String {
        format!("在“{rules}”之外，本单位另有规定的写在这里；留空就按规则。")
    }

    fn setting_choices(&self, setting: Setting) -> Option<&'static [(&'static str, &'static str)]> {
        const PLACES: &[(&str, &str)] = &[
            ("0", "0 位"),
            ("1", "1 位"),
            ("2", "2 位"),
            ("3", "3 位"),
            ("4", "4 位"),
        ];
        match setting {
            Setting::PercentPlaces | Setting::ScorePlaces => Some(PLACES),
            Setting::ZeroByZero => Some(&[("dash", "印“—”"), ("zero", "印 0%")]),
            Setting::Satisfaction => Some(&[("required", "评"), ("leftOut", "不评")]),
            Setting::ExplainMissed => Some(&[("yes", "须说明"), ("no", "不要求")]),
            Setting::FarAbove | Setting::ExplainExecutionBelow | Setting::Deadline => None,
        }
    }

    fn setting_hint(&self, setting: Setting) -> &'static str {
        match setting {
            Setting::FarAbove => "130% 或 不要求",
            Setting::ExplainExecutionBelow => "90% 或 不要求",
            Setting::Deadline => "2021-06-30",
            _ => "",
        }
    }
}
