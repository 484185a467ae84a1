//! Why a paper cannot be written as a file.

use juesuan_paper::Unwritable;
use juesuan_paper::bounds::{MOST_BLOCKS, MOST_OF_BLOCK, MOST_SQUARES, MOST_TEXT, TooMuch};

/// Says what there is too much of, and the way on.
pub(crate) fn unwritable(why: &Unwritable) -> String {
    use Unwritable as U;
    match why {
        U::Empty => "没有内容可写：文稿里既没有文字，也没有表格。".to_owned(),
        U::TooMuch(TooMuch::Blocks) => format!("文稿太长，超过 {MOST_BLOCKS} 段：请分成几份写出。"),
        U::TooMuch(TooMuch::Text) => format!("文稿太长，超过 {MOST_TEXT} 字：请分成几份写出。"),
        U::TooMuch(TooMuch::Block) => {
            format!("有一段或一格超过 {MOST_OF_BLOCK} 字：请分成几段。")
        }
        U::TooMuch(TooMuch::Squares) => {
            format!("表格太大，合计超过 {MOST_SQUARES} 格：请分成几份写出。")
        }
        U::Looks => {
            "文稿对版式的说明（looks）太多，超过一份文件所能用到的：请删去多余的说明。".to_owned()
        }
        U::TooLarge { most } => {
            format!("写出的文件有一部分会超过 {most} MB，程序打不开：请分成几份写出。")
        }
        U::Tables { most } => {
            format!("表格太多，超过 {most} 个，Excel 文件放不下：请分成几份写出。")
        }
        U::Table {
            table,
            columns,
            rows,
        } => {
            // A table in Excel has columns enough.
            let on = if *columns < 1_000 {
                "，列多的写成 Excel 文件"
            } else {
                ""
            };
            format!(
                "第 {table} 个表格放不下，一个表格最多 {columns} 列、{rows} 行：请拆成几个表格{on}。"
            )
        }
        U::Cell { table, row, most } => {
            format!(
                "第 {table} 个表格第 {row} 行有一格超过 {most} 字，Excel 的一格放不下：请写成 Word 文件，或把这一格分开。"
            )
        }
    }
}
