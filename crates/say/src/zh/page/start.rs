use super::Words;
use crate::page::Start;

impl Start for Words {
    texts! {
        start_lead = "填一次数，算清决算表和自评表，边填边核对，写成决算说明。";
        start_new = "新建工作簿";
        start_new_hint = "一个单位一年的决算表、决算说明和绩效自评表";
        start_year = "年度";
        start_unit = "单位名称";
        start_rules = "评分规则";
        start_province = "省份";
        start_everywhere = "全国（财政部统一格式）";
        start_region = "地区";
        start_region_hint = "选过一次就记住，随时可以在“评分规则与设置”和“决算说明”里改";
        start_create = "新建";
        start_open = "打开文件";
        start_open_hint = "打开保存过的 .juesuan.json 文件，或读 PDF、OFD、Word、Excel、网页和文本，也可以把文件拖到这里";
        start_choose = "选择文件…";
        start_example = "看示例";
        start_example_hint = "一个单位 2020 年度公开的决算和自评表，含几处算错的数";
        start_example_load = "载入示例";
        start_quick_hint = "完成率、增长率、占比、指标得分，结构、多年增长和“三公”经费，填上就有结果";
        start_quick_open = "打开速算";
        start_continue = "继续上次的工作";
        start_delete = "删除";
        start_next_year = "建下一年度";
        start_next_year_hint = "沿用表格、指标、目标值和分值，完成值、得分和当年文字清空，上年的原因可以查看";
        start_last_year = "用上年文件建下一年度…";
        start_consolidate_hint = "把许多单位的自评表合成一张，看出哪些单位不一样";
        start_consolidate_open = "打开汇总";
        start_unnamed = "未填写单位名称";
        start_unreadable = "无法读取";
        start_unreadable_hint = "这一条的内容已损坏，无法打开，只能删除。";
    }

    fn year(&self, year: &str) -> String {
        format!("{year} 年度")
    }

    fn start_taken(&self, place: &str, rules: bool, style: bool, style_of: &str) -> String {
        match (rules, style) {
            (true, true) => format!("评分规则和说明的样式都用{place}的。"),
            (true, false) => {
                format!("评分规则用{place}的；没有内置当地的说明样式，用{style_of}的。")
            }
            (false, true) => {
                format!("没有内置{place}的评分规则，用财政部统一的；说明的样式用{place}的。")
            }
            (false, false) if place.is_empty() => {
                format!("评分规则用财政部统一的，说明的样式用{style_of}的。")
            }
            (false, false) => format!(
                "没有内置{place}的评分规则和说明样式：评分规则用财政部统一的，说明的样式用{style_of}的。"
            ),
        }
    }
}
