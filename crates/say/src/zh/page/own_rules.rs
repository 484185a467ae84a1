use super::Words;
use crate::page::OwnRules;

impl OwnRules for Words {
    texts! {
        own_copy = "复制一套来改";
        own_copy_of_form = "改规则…";
        own_change = "修改";
        own_go_on = "继续修改";
        own_drafts = "正在编写";
        own_unusable = "不能使用";
        own_title = "编写规则";
        own_lead = "填写随时保存，可以撤销。全部填对以后才能使用；没有改好的也留着，以后接着改。";
        own_back = "回到规则";
        own_discard = "放弃这份";
        own_use = "用于这张表";
        own_keep = "只收进规则，先不用";
        own_about = "名称和依据";
        own_points = "分值";
        own_settings = "须说明什么、怎么印";
        own_in_words = "写给人看的口径";
        own_words_hint = "几个词之间用顿号，如：数量、质量。";
        own_points_hint = "可以不填";
        own_right = "全部填对，可以使用。";
        own_first = "到第一处";
        own_no_rows = "没有。";
        own_remove = "删除";
        own_add = "添加一行";
        trial = "试算";
        trial_form = "用哪张表试";
        trial_by = "规则";
        trial_now = "现在的规则";
        trial_then = "改后的规则";
        trial_total = "总分";
        trial_grade = "等级";
        trial_provisional = "表还没有填全，总分是暂计的。";
        trial_same = "各项得分都不变。";
        trial_line = "得分不同的项目";
        trial_execution = "预算执行";
        trial_unnamed = "（没有名称）";
        trial_no_form = "工作簿里没有自评表，不能试算。";
    }

    fn own_changes(&self, name: &str) -> String {
        format!("用来修改“{name}”，使用以前它保持原样。")
    }

    fn own_wrong(&self, cells: usize) -> String {
        format!("还有 {cells} 处要改。")
    }

    fn own_cell(&self, list: &str, row: usize, cell: &str) -> String {
        format!("{list} {row}，{cell}")
    }

    fn own_remove_row(&self, list: &str, row: usize) -> String {
        format!("删除{list} {row}")
    }

    fn own_discarded(&self, name: &str) -> String {
        format!("已放弃“{name}”")
    }

    fn own_used(&self, rules: &str) -> String {
        format!("这张表改按“{rules}”计分。")
    }

    fn own_kept(&self, rules: &str) -> String {
        format!("“{rules}”已收进规则，可以选用。")
    }

    fn trial_waits(&self, cells: usize) -> String {
        format!("规则还有 {cells} 处要改，改好后试算。")
    }

    fn trial_differs(&self, lines: usize) -> String {
        format!("{lines} 项得分不同。")
    }

    fn trial_new(&self, findings: usize) -> String {
        format!("新增 {findings} 条检查结果：")
    }

    fn trial_gone(&self, findings: usize) -> String {
        format!("消除 {findings} 条检查结果。")
    }

    fn trial_others(&self, forms: usize) -> String {
        format!("另有 {forms} 张表在用这套规则，也会随之改变。")
    }
}
