use super::Words;
use crate::page::Importing;

impl Importing for Words {
    texts! {
        import_begin = "取数建工作簿…";
        import_nothing = "没有在这份文件中认出决算表或自评表，没有可取的数。";
        import_new = "建成新工作簿";
        import_next_year = "作为上年，建下一年的工作簿";
        import_open = "放入打开的工作簿";
        import_facts = "说明资料与文字";
        import_work = "重点工作";
        import_style = "说明样式";
        import_followed = "推算";
        ledger_title = "账务数据";
        ledger_amounts = "金额栏";
        ledger_unit = "单位";
        ledger_choose = "请选择";
        ledger_nowhere = "待定（不放入）";
        ledger_functional = "支出功能分类";
        ledger_economic = "支出经济分类";
        ledger_rows = "科目";
        ledger_count = "行数";
        ledger_total = "合计（万元）";
        ledger_code = "科目编码";
        import_to = "放到";
        import_printed = "文件中";
        import_before = "现有";
        import_after = "改为";
        import_why = "原因";
        import_overwrites_nothing = "不会覆盖打开的工作簿里已填的内容。";
        import_replace_all = "全部替换";
    }

    fn import_title(&self, name: &str) -> String {
        format!("从“{name}”取数")
    }

    fn import_count(&self, taken: usize, left: usize) -> String {
        format!(
            "取得 {taken} 项，未取 {left} 项。下面逐表列出取到的数和位置；不要的部分可以去掉勾选。"
        )
    }

    fn import_cells(&self, cells: usize) -> String {
        format!("{cells} 项")
    }

    fn import_overwrites(&self, cells: usize) -> String {
        format!("打开的工作簿里有 {cells} 处已填内容与文件不同，勾选的才会替换（可一步撤销）")
    }

    fn import_left(&self, count: usize) -> String {
        format!("未取的内容（{count} 项）")
    }

    fn import_taken(&self, cells: usize) -> String {
        format!("已放入 {cells} 项，可撤销。")
    }

    fn ledger_lead(&self, rounded: usize, above: usize) -> String {
        format!(
            "按科目编码汇总，编码对不上的按名称；元除以一万，四舍五入到两位小数（{rounded} 个数有舍入）。上级科目的行（{above} 行）不重复计入。"
        )
    }

    fn ledger_waiting(&self, rows: usize) -> String {
        format!("编码和名称都对不上的行（{rows} 行），填上科目编码后才计入")
    }
}
