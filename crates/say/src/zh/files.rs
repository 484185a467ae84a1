//! Why a file is not taken, and what there may be only so many of.

use juesuan_domain::FORMAT;
use juesuan_domain::address::BadCell;
use juesuan_domain::evaluation::MOST_INDICATORS;
pub use juesuan_domain::unreadable::{FileError, RuleFileError};
use juesuan_domain::{Beyond, Counted, Limit};

pub(crate) fn file(error: &FileError) -> String {
    use FileError as E;
    match error {
        E::Empty => "文件是空的，没有内容可以打开。".to_owned(),
        E::TooLarge(megabytes) => {
            format!("文件有 {megabytes} MB，超过 20 MB 的上限，不像是本工具保存的文件。")
        }
        E::NotText => "文件不是文本，不能打开：请选择本工具保存的 .juesuan.json 文件。".to_owned(),
        E::Broken { line, column } => format!(
            "文件已损坏或不完整：第 {line} 行第 {column} 列处无法读取。请用保存过的副本重试。"
        ),
        E::NotWorkbook => {
            "这个文件不是决算工作簿：请选择本工具保存的 .juesuan.json 文件。".to_owned()
        }
        E::Newer(format) => format!(
            "文件由较新的版本保存（格式 {format}），本版本只认识格式 {FORMAT}：请用新版本打开，文件没有改动。"
        ),
        E::Misshapen { line, column } => {
            format!("文件内容与格式不符：第 {line} 行第 {column} 列处的内容不是这里应有的。")
        }
        E::TooManyIndicators(count) => format!(
            "一张表有 {count} 条指标，超过 {MOST_INDICATORS} 条的上限：请拆成几张表后再打开。"
        ),
        E::TooMany { limit, count } => {
            let Words { what, of_each, .. } = words(limit.what);
            let most = limit.most;
            format!(
                "文件有 {count} {what}{of_each}，超过 {most} 的上限：请删减或拆成几个文件后再打开。"
            )
        }
        E::NotValue => "内容不是自评表，也不是决算工作簿：应为一个 JSON 对象。".to_owned(),
    }
}

pub(crate) fn rule_file(error: &RuleFileError) -> String {
    use RuleFileError as E;
    match error {
        E::Empty => "规则文件是空的，没有内容可以导入。".to_owned(),
        E::TooLarge => "规则文件超过 256 KB，不像是本工具导出的规则。".to_owned(),
        E::NotText => "规则文件不是文本，不能导入：请选择导出的 .rules.json 文件。".to_owned(),
        E::Broken { line, column } => {
            format!("规则文件已损坏或不完整：第 {line} 行第 {column} 列处无法读取。")
        }
        E::Workbook => "这是一个工作簿，不是规则文件：请用“打开”来打开它。".to_owned(),
        E::Missing(field) => format!("规则文件缺少“{field}”：请补上后再导入。"),
        E::Misshapen { line, column } => {
            format!("规则文件第 {line} 行第 {column} 列处的内容不是这里应有的：请改正后再导入。")
        }
        E::BuiltIn(id) => {
            format!("规则“{id}”与内置规则的代号相同而内容不同：请换一个代号 id，避免混淆。")
        }
        E::Faulty(error) => format!("规则不能使用：{}", super::rule_set(error)),
    }
}

pub(crate) fn beyond(beyond: &Beyond) -> String {
    match beyond {
        Beyond::Count {
            limit: Limit { what, most },
            count,
        } => {
            let Words {
                within,
                what,
                way_on,
                ..
            } = words(*what);
            format!(
                "{within}最多 {most} {what}，这样会有 {count} {what}，没有改动：{way_on}。"
            )
        }
        Beyond::Size => "工作簿会超过 20 MB 的上限，保存后不能再打开，没有改动：请删减过长的文字，或拆成几个工作簿。"
            .to_owned(),
    }
}

pub(crate) fn bad_cell(cell: &BadCell) -> String {
    format!("表中没有“{}”这个单元格", cell.0)
}

/// How a limit is said.
struct Words {
    /// In what they are counted.
    within: &'static str,
    /// What is counted, with its measure word.
    what: &'static str,
    /// Said behind what is counted, where a file has it in several places.
    of_each: &'static str,
    /// What to do instead.
    way_on: &'static str,
}

fn words(what: Counted) -> Words {
    let words = |within, what, of_each, way_on| Words {
        within,
        what,
        of_each,
        way_on,
    };
    let (form, split) = ("一张自评表", "请拆成几张表");
    let (workbook, of_form) = ("一个工作簿", "（同一张表内）");
    match what {
        Counted::Indicators => words(form, "条指标", of_form, split),
        Counted::Goals => words(form, "个年度目标", of_form, split),
        Counted::Forms => words(workbook, "张自评表", "", "请把其余的放进另一个工作簿"),
        Counted::Lines => words(
            "一张决算表",
            "行科目",
            "（同一张决算表内）",
            "请删去用不到的行",
        ),
        Counted::Work => words(workbook, "项重点工作", "", "请删减或合并"),
        Counted::RuleSets => words(workbook, "套评分规则", "", "请先删去用不到的规则"),
        Counted::Remarks => words(
            "一张自评表或全部决算表",
            "条批注或搁置的问题",
            "",
            "请先删去过时的",
        ),
    }
}
