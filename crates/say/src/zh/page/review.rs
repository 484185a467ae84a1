use super::Words;
use crate::page::Review;

impl Review for Words {
    texts! {
        review_findings = "发现的问题";
        review_checked = "逐数核对";
        review_search = "筛选清单";
        review_no_figures = "没有读到金额、比率等数字，没有可以核对的内容。";
        review_none = "没有发现问题";
        review_none_listed = "没有符合筛选条件的内容。";
        review_severities = "按程度筛选";
        review_kinds = "按种类筛选";
        review_verdicts = "按结论筛选";
        review_next = "下一条（F8）";
        review_previous = "上一条（Shift+F8）";
        review_other_place = "看另一处";
        review_working = "算式";
        review_right = "应为";
        review_cause = "可能原因";
        review_remark_open = "批注…";
        review_mark_file = "另存带批注的文件";
        review_form = "自评表";
        review_forms = "自评表";
        review_rules = "评分规则";
        review_rules_guessed = "按表中写明或版式推断";
        review_compare = "与另一份对照…";
        review_changes = "改动";
        review_unchanged = "没有改动。";
        change_changed = "改动";
        change_added = "新增";
        change_gone = "删去";
        review_list = "复制清单";
        review_letter = "复制意见函";
        review_reviewer = "核对人";
        kind_amounts = "金额与数量";
        kind_rates = "比率";
        kind_words = "增减与大小";
        kind_sums = "合计与重复";
        kind_rounding = "尾差";
        kind_tables = "表格";
        kind_text = "文字";
        files_title = "文件清单";
        files_file = "文件";
        files_unit = "单位";
        files_year = "年度";
        files_kind = "种类";
        files_figures = "数字";
        files_search = "筛选文件或单位";
        files_all = "全部";
        files_wrong = "有错误";
        files_doubtful = "只有警告";
        files_clean = "未发现问题";
        files_not_read = "没有读成";
        files_resume = "继续读取";
        files_clear = "全部移除";
        files_make = "全部建成工作簿";
        files_pack = "打包保存工作簿";
        files_gather = "汇总这些工作簿";
        files_workbook = "工作簿";
        files_more = "继续显示";
        files_none_listed = "没有符合条件的文件。";
        file_waiting = "等待读取";
        file_reading = "正在读取";
        file_locked = "设有打开密码：点文件名输入密码。";
        file_left = "已取消，没有读取。";
    }

    fn file_made(&self, taken: usize, left: usize) -> String {
        format!("取 {taken} 项，未取 {left} 项")
    }

    fn review_coverage(&self, figures: usize, checked: usize) -> String {
        format!("共 {figures} 个数，其中 {checked} 个已与其他数核对")
    }

    fn review_listed(&self, listed: usize, of: usize) -> String {
        if listed == of {
            format!("共 {of} 条")
        } else {
            format!("显示 {listed} 条，共 {of} 条")
        }
    }

    fn review_figure(&self, printed: &str, verdict: &str, right: Option<&str>) -> String {
        match right {
            Some(right) => format!("{printed}，{verdict}，应为 {right}"),
            None => format!("{printed}，{verdict}"),
        }
    }

    fn review_copied(&self, findings: usize) -> String {
        format!("已复制，共 {findings} 条。")
    }

    fn review_form_total(&self, printed: &str, computed: &str, left: usize) -> String {
        let mut parts = Vec::new();
        if !printed.is_empty() {
            parts.push(format!("自评 {printed} 分"));
        }
        if !computed.is_empty() {
            parts.push(format!("按规则 {computed} 分"));
        }
        if left > 0 {
            parts.push(format!("{left} 处没有读出"));
        }
        parts.join("，")
    }

    fn review_workbook(&self, unit: &str) -> String {
        if unit.is_empty() {
            "打开的工作簿".to_owned()
        } else {
            format!("打开的工作簿（{unit}）")
        }
    }

    fn review_beside_last_year(&self, name: &str) -> String {
        format!("上年数已与“{name}”核对。")
    }

    fn review_revised(&self, name: &str, changes: usize, mended: usize, new: usize) -> String {
        format!("与“{name}”相比：改动 {changes} 处，原有问题已改 {mended} 条，新增 {new} 条。")
    }

    fn review_mended(&self, findings: usize) -> String {
        format!("已改正的问题（{findings} 条）")
    }

    fn file_written(&self, name: &str) -> String {
        format!("已生成“{name}”。")
    }

    fn file_marked(&self, name: &str, written: usize, left_out: usize) -> String {
        match left_out {
            0 => format!("已生成“{name}”，写入意见 {written} 条。"),
            _ => format!(
                "已生成“{name}”，写入意见 {written} 条；另有 {left_out} 条在文件里找不到可以标注的位置，请另附意见清单。"
            ),
        }
    }

    fn files_read_of(&self, read: usize, of: usize) -> String {
        format!("已读 {read} 个，共 {of} 个文件")
    }
}
