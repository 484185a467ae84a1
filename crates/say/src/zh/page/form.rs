use super::Words;
use crate::page::{Form, Shell as _};
use juesuan_domain::evaluation::BandKey;

impl Form for Words {
    texts! {
        form_choose = "请选择";
        form_copy = "建立副本";
        form_remove = "删除此表";
        form_computed = "计算得分";
        form_provisional = "暂计";
        form_provisional_hint = "有指标还没有得分，总分是暂时的";
        form_add_row = "添加指标";
        form_add_dimension = "添加二级指标";
        form_add_category = "添加一级指标";
        form_add_goal = "添加年度目标";
        form_remove_goal = "删除此目标";
        form_row_add = "在下方添加指标（Alt+Enter）";
        form_row_dimension = "从这一行起另立二级指标";
        form_row_category = "从这一行起另立一级指标";
        form_row_up = "上移（Alt+↑）";
        form_row_down = "下移（Alt+↓）";
        form_row_copy = "复制这项指标（Alt+D）";
        form_row_remove = "删除这项指标（Alt+Delete）";
        form_qualitative = "定性";
        form_band = "评定档次";
        form_band_none = "选择档次";
        form_keys_title = "按键";
    }

    fn form_keys(&self) -> [(&'static str, &'static str); 11] {
        [
            ("Tab、Enter、方向键", "到下一格"),
            ("F2", "修改原来的内容，Esc 还原"),
            ("Home、End", "到一行的两端，加 Ctrl 到首尾两行"),
            ("Shift+方向键", "选中一块，可复制、粘贴、清除"),
            ("Ctrl+D", "向下填充"),
            ("Alt+Enter", "添加指标，Alt+D 复制，Alt+Delete 删除"),
            ("Alt+↑、Alt+↓", "移动指标"),
            ("Alt+Shift+←、→", "把一列变窄、变宽，也可以拖动表头的边"),
            ("Shift+F2", "批注"),
            ("Ctrl+Z、Ctrl+Y", "撤销、重做，Ctrl+S 保存文件"),
            (
                "Ctrl+K、Ctrl+F",
                "命令、查找，F3 下一处；格中输入 =100+20 会算出结果",
            ),
        ]
    }

    fn block_brought(&self, rows: usize, problems: &[String], changed: bool) -> String {
        let problems = problems.concat();
        if changed {
            format!(
                "{rows} 条指标已放到各自的一级、二级指标下。{problems}{}",
                self.undoable()
            )
        } else {
            format!("粘贴的 {rows} 条指标表里已有，没有改动。{problems}")
        }
    }

    fn form_copied(&self, name: &str) -> String {
        format!("已建立副本“{name}”。{}", self.undoable())
    }

    fn paste_too_long(&self, rows: usize, most: usize) -> String {
        format!("粘贴的内容有 {rows} 行，放入后一张表会超过 {most} 条指标，没有放入。")
    }

    fn characters(&self, count: usize) -> String {
        format!("{count} 字")
    }

    fn row_cell(&self, number: usize, what: &str) -> String {
        format!("第 {number} 项 {what}")
    }

    fn band_unknown(&self, key: &BandKey) -> String {
        format!("{key}（规则中没有此档）")
    }
}
