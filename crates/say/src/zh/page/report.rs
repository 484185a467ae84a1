use super::Words;
use crate::page::Report;

impl Report for Words {
    texts! {
        accounts = "决算表和说明";
    }

    fn report_columns(&self) -> [&'static str; 7] {
        ["序号", "表", "级别", "位置", "问题", "计算", "建议或说明"]
    }

    fn set_aside_because(&self, why: &str) -> String {
        format!("搁置理由：{why}")
    }

    fn report_line(&self, number: usize, kind: &str, place: &str, message: &str) -> String {
        format!("{number}. 【{kind}】{place}：{message}")
    }

    fn in_brackets(&self, text: &str) -> String {
        format!("（{text}）")
    }

    fn clauses(&self, parts: &[String]) -> String {
        parts.join("；")
    }
}
