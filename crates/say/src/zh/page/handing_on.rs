use super::Words;
use crate::page::HandingOn;
use juesuan_paper::Place;

impl HandingOn for Words {
    fn head_labels(&self) -> [&'static str; 6] {
        ["单位", "年度", "文件", "核对日期", "核对人", "程序"]
    }

    fn head_counts(&self, figures: usize, checked: usize, findings: [usize; 3]) -> String {
        let [errors, warnings, notices] = findings;
        format!(
            "共 {figures} 个数，核对了 {checked} 个；错误 {errors}，警告 {warnings}，提示 {notices}。"
        )
    }

    fn list_columns(&self) -> [&'static str; 9] {
        [
            "序号",
            "级别",
            "类别",
            "位置",
            "原文",
            "问题",
            "计算",
            "建议或说明",
            "批注",
        ]
    }

    fn list_place(&self, place: &Place, heading: &str) -> String {
        let at = match (place.page, &place.sheet, &place.cell) {
            (Some(page), _, _) => format!("第 {page} 页"),
            (None, Some(sheet), Some(cell)) => format!("工作表“{sheet}”{cell}"),
            (None, Some(sheet), None) => format!("工作表“{sheet}”"),
            (None, None, _) => match (place.row, place.column) {
                (Some(row), Some(column)) => format!("表格第 {} 行第 {} 列", row + 1, column + 1),
                _ => format!("第 {} 段", place.block + 1),
            },
        };
        match heading {
            "" => at,
            heading => format!("{at}“{heading}”"),
        }
    }

    fn list_line(
        &self,
        number: usize,
        kind: &str,
        place: &str,
        quote: &str,
        message: &str,
    ) -> String {
        let quote = match quote {
            "" => String::new(),
            quote => format!("，原文“{quote}”"),
        };
        format!("{number}. 【{kind}】{place}{quote}：{message}")
    }

    fn list_remark(&self, text: &str) -> String {
        format!("批注：{text}")
    }

    fn letter_subject(&self, unit: &str, year: &str) -> String {
        let year = match year {
            "" => String::new(),
            year => format!("{year}年度"),
        };
        format!("关于{unit}{year}公开文稿的核对意见")
    }

    fn letter_to(&self, unit: &str) -> String {
        match unit {
            "" => "贵单位：".to_owned(),
            unit => format!("{unit}："),
        }
    }

    fn letter_begin(
        &self,
        file: &str,
        (figures, checked): (usize, usize),
        errors: usize,
        warnings: usize,
    ) -> String {
        let file = match file {
            "" => "送来的公开文稿".to_owned(),
            file => format!("“{file}”"),
        };
        let found = match (errors, warnings) {
            (0, 0) => "没有发现需要改正的地方。".to_owned(),
            (errors, 0) => format!("发现需要改正的 {errors} 处，请改正后公开。具体如下："),
            (0, warnings) => format!("有 {warnings} 处请核实。具体如下："),
            (errors, warnings) => format!(
                "发现需要改正的 {errors} 处，另有 {warnings} 处请核实，请改正或说明后公开。具体如下："
            ),
        };
        format!("{file}共有 {figures} 个数，核对了 {checked} 个，{found}")
    }

    fn letter_item(
        &self,
        number: usize,
        place: &str,
        quote: &str,
        message: &str,
        sure: bool,
    ) -> String {
        let quote = match quote {
            "" => String::new(),
            quote => format!("，原文“{quote}”"),
        };
        let ask = if sure { "" } else { "（请核实）" };
        format!("{number}. {place}{quote}{ask}：{message}")
    }

    fn letter_end(&self, version: &str) -> String {
        format!("以上由决算核对程序（版本 {version}）核对，四舍五入的尾差等提示没有列入。")
    }
}
