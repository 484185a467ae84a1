//! Why a paper cannot be written as a file.

use juesuan_paper::Unwritable;
use juesuan_paper::bounds::{MOST_BLOCKS, MOST_OF_BLOCK, MOST_SQUARES, MOST_TEXT, TooMuch};

/// Says what there is too much of, and the way on.
pub(crate) fn unwritable(why: &Unwritable) -> String {
    use Unwritable as U;
    match why {
        U::Empty => "There is nothing to write: the paper has neither text nor tables.".to_owned(),
        U::TooMuch(TooMuch::Blocks) => {
            format!("The paper has more than {MOST_BLOCKS} paragraphs: write it in several parts.")
        }
        U::TooMuch(TooMuch::Text) => {
            format!("The paper has more than {MOST_TEXT} characters: write it in several parts.")
        }
        U::TooMuch(TooMuch::Block) => format!(
            "A paragraph or cell has more than {MOST_OF_BLOCK} characters: make several of it."
        ),
        U::TooMuch(TooMuch::Squares) => format!(
            "The tables have more than {MOST_SQUARES} cells together: write the paper in several parts."
        ),
        U::Looks => "The paper says more of its looks than a document can need: leave out what is not needed."
            .to_owned(),
        U::TooLarge { most } => format!(
            "A part of the file would be larger than {most} MB, and no program could open it: write the paper in several parts."
        ),
        U::Tables { most } => format!(
            "There are more than {most} tables, which an Excel file cannot hold: write the paper in several parts."
        ),
        U::Table {
            table,
            columns,
            rows,
        } => {
            // A table in Excel has columns enough.
            let on = if *columns < 1_000 {
                ", or write a wide one as an Excel file"
            } else {
                ""
            };
            format!("Table {table} is larger than the {columns} columns and {rows} rows there may be: split it{on}.")
        }
        U::Cell { table, row, most } => format!(
            "A cell in row {row} of table {table} has more than {most} characters, which Excel cannot hold: write a Word file, or split the cell."
        ),
    }
}
