use super::Words;
use crate::page::Text;
use juesuan_domain::accounts::{Fact, FactKind};

impl Text for Words {
    texts! {
        written = "写成的说明";
        text_style = "样式";
        text_copy = "复制全文";
        text_copied = "已复制全文，粘贴到 Word 或 WPS 时保留标题和段落格式；图请另存后插入。";
        reword = "改写这句话";
        reword_insert = "插入数字：输入名称查找";
        reword_none = "没有这个名称的数字";
        reword_preview = "写出来是：";
        reword_done = "完成";
        reword_back = "恢复标准句子";
        reword_hint = "句中的数字，随表格变化：";
        reason_hint = "请写明原因，不用写句号";
        explanation = "科目说明";
        figure_from_form = "来自绩效自评表";
        chart_data = "图的数据";
        chart_svg = "存为 SVG";
        chart_png = "存为 PNG";
        chart_waits = "图要用的数字还没有填齐。";
        work_none = "重点工作还没有填写";
        work_rate = "完成率";
        work_add = "添加重点工作";
        facts_lead = "决算表里没有、决算说明要用的内容，只填这一次。金额单位：万元。";
        facts_profile = "单位概况";
        facts_three_public = "“三公”经费";
        facts_operating = "机关运行经费";
        facts_procurement = "政府采购";
        facts_assets = "国有资产";
        facts_performance = "预算绩效";
        facts_work = "重点工作";
        facts_work_lead = "目标值和完成值写成数字时计算完成率；文字里的合计和各项会核对。";
        facts_fill_hint = "这一组里没有发生的都填 0，可以撤销";
    }

    fn reason_of(&self, phrase: &str) -> String {
        format!("原因（{phrase}）")
    }

    fn figure_from(&self, phrase: &str) -> String {
        format!("来自{phrase}")
    }

    fn text_copied_waiting(&self, waiting: usize) -> String {
        format!("已复制全文，其中 {waiting} 句还有数字或原因待填，没有写出。")
    }

    fn work_cell(&self, row: usize, column: &str) -> String {
        format!("第 {} 项 {column}", row + 1)
    }

    fn work_remove(&self, row: usize) -> String {
        format!("删除第 {} 项重点工作", row + 1)
    }

    fn fact_unit(&self, fact: Fact) -> &'static str {
        match fact.kind() {
            FactKind::Amount => "（万元）",
            _ => "",
        }
    }

    fn fill_count(&self, count: usize) -> String {
        format!("其余 {count} 格填 0")
    }

    fn facts_fill(&self, group: &str, count: usize) -> String {
        format!("{group}：{}", self.fill_count(count))
    }
}
