use super::Words;
use crate::page::Findings;
use juesuan_domain::finding::Severity;
use juesuan_domain::review::State;

impl Findings for Words {
    texts! {
        findings = "核对";
        findings_none = "没有发现问题";
        findings_none_hint = "边填边核对：数字、分值、得分和文字有出入时，会列在这里。";
        findings_empty = "还没有填写";
        findings_empty_hint = "填写或粘贴后，有出入的地方会列在这里。";
        findings_toggle = "展开或收起核对";
        panel_edge = "核对栏的宽度";
        panel_edge_hint = "拖动或按左右方向键调整宽度，双击还原";
        panel_height = "核对栏的高度";
        panel_height_hint = "拖动或按上下方向键调整高度，双击还原";
        findings_keys = "F8 下一条，Shift+F8 上一条，F6 到核对栏再回来";
        findings_check = "检查未填写的单元格";
        findings_rule = "依据";
        set_aside = "搁置…";
        set_aside_done = "已搁置";
        set_aside_reason = "理由";
        set_aside_hint = "为什么可以不改，例如：经主管部门同意";
        set_aside_needs_reason = "请先写明理由。";
        set_aside_confirm = "搁置";
        set_aside_back = "恢复";
        remark_title = "批注";
        remark_hint = "批注（Shift+F2）";
        remark_states = "批注状态";
        remark_sign = "署名…";
        hand_on = "核对意见";
        hand_on_text = "复制文字";
        hand_on_table = "复制表格";
        hand_on_file = "存为 CSV";
        hand_on_print = "打印意见";
        hand_on_empty = "没有核对意见。";
        hand_on_failed = "浏览器没有允许复制或下载，请再试一次。";
    }

    fn finding_places(&self, count: usize) -> String {
        format!("各处（{count}）")
    }

    fn count(&self, severity: Severity, count: usize) -> String {
        format!("{} {count}", self.severity(severity))
    }

    fn severity(&self, severity: Severity) -> &'static str {
        match severity {
            Severity::Error => "错误",
            Severity::Warning => "警告",
            Severity::Notice => "提示",
        }
    }

    fn live(&self, errors: usize, warnings: usize, notices: usize) -> String {
        format!("错误 {errors} 条，警告 {warnings} 条，提示 {notices} 条")
    }

    fn unfilled(&self, count: usize) -> String {
        format!("还有 {count} 格未填写")
    }

    fn missing_cells(&self, count: usize) -> String {
        format!("未填 {count} 格，逐个填写")
    }

    fn more_findings(&self, count: usize) -> String {
        format!("显示其余 {count} 条")
    }

    fn replace_with(&self, text: &str) -> String {
        format!("改为 {text}")
    }

    fn remark(&self, remark: &str) -> String {
        format!("批注：{remark}")
    }

    fn remark_state(&self, state: State) -> &'static str {
        match state {
            State::Open => "待答复",
            State::Answered => "已答复",
            State::Changed => "已改",
        }
    }

    fn changed_cells(&self, count: usize) -> String {
        format!("打开或存盘以后改了 {count} 格")
    }

    fn changed_cell(&self, was: &str) -> String {
        match was.trim() {
            "" => "原来是空的".to_owned(),
            was => format!("原来：{was}"),
        }
    }

    fn set_aside_count(&self, count: usize) -> String {
        format!("已搁置 {count}")
    }

    fn move_to(&self, dimension: &str) -> String {
        format!("移到{dimension}")
    }

    fn report_copied(&self, lines: usize) -> String {
        format!("已复制 {lines} 条核对意见，可以粘贴到回复里。")
    }

    fn report_saved(&self, lines: usize) -> String {
        format!("已存为 CSV 文件，共 {lines} 条。")
    }
}
