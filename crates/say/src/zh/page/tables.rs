use super::Words;
use crate::page::{Shell as _, Tables, UnitRead};

impl Tables for Words {
    texts! {
        tables = "决算表";
        table_tools = "整张表的操作";
        table_paste = "粘贴整表…";
        tab_empty = "还没有填写";
        tab_begun = "还有待填";
        tab_done = "已填完";
        guide = "填表次序";
        guide_first = "先填";
        guide_following = "随之得出";
        guide_next = "接着填";
        guide_done = "各表都已填完";
        table_copy = "复制到剪贴板";
        table_copied = "已复制到剪贴板，可以粘贴到 Excel、WPS 或 Word。";
        table_layout = "版式";
        layout_by_year = "按年度（财政部）";
        table_none = "本表无数据";
        line_blank = "添加空行";
        line_add = "在下方添加一行（Alt+Enter）";
        line_remove = "删除这一行（Alt+Delete）";
        fill_zeros_hint = "已经动手填的行里还待填、又推算不出的单元格填 0；合计不填，可以撤销";
        table_complete = "各行已录全";
        table_complete_hint = "勾选后，没有列出的科目按没有数字处理，合计由各行相加得出；还在逐行录入时请不要勾选";
        out_of_range = "超出范围";
        subject_search = "添加科目：输入编码或名称";
        subject_none = "没有找到科目，可以添加空行自行填写";
        paste_unit = "金额单位";
        paste_here = "在 Excel、WPS 或网页中连同表头复制整张表，粘贴到这里";
        awaited = "待填";
        identities = "勾稽关系";
        identities_all = "勾稽关系：各表之间和表内";
        identities_lead = "每条等式两边都填了就核对；一个空格只可能是一个数时，由其余的推算。点数字到单元格。";
        identity_holds = "相等";
        identity_waits = "待填";
        identity_rounded = "尾差";
        identity_short = "还有行未录";
        paste_as_yuan = "按元读入";
        paste_as_wan = "按万元读入";
        nothing_read = "没有读入数字。";
        as_written = "按表头所写";
        wan = "万元";
        yuan = "元";
    }

    fn guide_filled(&self, filled: usize, of: usize) -> String {
        format!("要填 {of} 格，已填 {filled} 格")
    }

    fn identity_columns(&self) -> [&'static str; 6] {
        ["序号", "等式", "左边", "右边", "相差", "结果"]
    }

    fn paste_too_wide(&self, columns: usize, room: usize, changed: bool) -> String {
        format!(
            "粘贴的内容有 {columns} 列，从这一格起只能放 {room} 列，右边多出的列没有放入。{}",
            if changed { self.undoable() } else { "" }
        )
    }

    fn paste_too_tall(&self, rows: usize, room: usize, changed: bool) -> String {
        format!(
            "粘贴的内容有 {rows} 行，从这一格起只能放 {room} 行，下面多出的行没有放入。{}",
            if changed { self.undoable() } else { "" }
        )
    }

    fn paste_too_long_table(&self, rows: usize, most: usize) -> String {
        format!("粘贴的内容有 {rows} 行，放入后这张表会超过 {most} 行，没有放入。")
    }

    fn layout_unknown(&self, id: &str) -> String {
        format!("“{id}”（没有这个版式）")
    }

    fn bring_subjects(&self, table: &str) -> String {
        format!("带入{table}的科目")
    }

    fn table_cell(&self, row: &str, column: &str) -> String {
        format!("{row} {column}")
    }

    fn identity_across(&self, table: &str) -> String {
        format!("{table} 每行合计 = 各栏之和")
    }

    fn identity_tree(&self, table: &str) -> String {
        format!("{table} 合计 = 各类之和，类 = 款，款 = 项")
    }

    fn identity_counts(&self, holds: usize, rounded: usize, waiting: usize) -> String {
        let part = |count: usize, word: &str| (count > 0).then(|| format!("{count} {word}"));
        let parts = [
            part(holds, self.identity_holds()),
            part(rounded, self.identity_rounded()),
            part(waiting, self.identity_waits()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("，")
    }

    fn so_far(&self, amount: &str) -> String {
        format!("{amount} + 待填")
    }

    fn fill_zeros(&self, count: usize) -> String {
        format!("空格填 0（{count} 格）")
    }

    fn identity_broken(&self, count: usize) -> String {
        format!("{count} 处不等")
    }

    fn unit_doubtful(&self, reason: &str, rows: usize, amounts: usize) -> String {
        format!("{reason}认出 {rows} 行、{amounts} 个数，还没有放入，请选择金额单位：")
    }

    fn same_read(&self, rows: usize, amounts: usize) -> String {
        format!("读入 {rows} 行、{amounts} 个数，与表中已有的相同，没有改动。")
    }

    fn table_read(&self, rows: usize, amounts: usize, unit: UnitRead) -> String {
        let unit = match unit {
            UnitRead::Assumed => "，表头没有写金额单位，按万元读入",
            UnitRead::Yuan => "，金额按元保留，显示时折算成万元",
            UnitRead::Wan => "",
        };
        format!("读入 {rows} 行、{amounts} 个数{unit}。{}", self.undoable())
    }
}
