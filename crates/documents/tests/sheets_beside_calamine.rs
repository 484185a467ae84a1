//! Spreadsheets held against another reader: every cell that it finds in a sheet that is shown stands in the paper
//! under the same name, and says the same, but for how a number is shown.

use calamine::{Data, Reader, SheetVisible, open_workbook_auto_from_rs};
use juesuan_documents::{Asked, read};
use juesuan_paper::Block;
use std::collections::HashMap;
use std::io::Cursor;
use std::path::PathBuf;

/// Cells of hidden rows and columns, which the other reader shows.
const HIDDEN: [&str; 5] = ["隐藏的行", "没有人看到", "1", "2", "3"];

fn cells(bytes: &[u8]) -> HashMap<(String, String), String> {
    let mut asked = Asked {
        password: None,
        progress: &mut |_, _| {},
    };
    let paper = read(bytes, None, &mut asked).unwrap();
    let mut cells = HashMap::new();
    for block in paper.blocks {
        if let Block::Table { rows, .. } = block {
            for cell in rows.into_iter().flatten() {
                cells.insert(
                    (cell.place.sheet.unwrap(), cell.place.cell.unwrap()),
                    cell.text,
                );
            }
        }
    }
    cells
}

/// How far a number as shown may be from the number.
fn agrees(shown: &str, value: f64) -> bool {
    let negative = shown.starts_with('(');
    let digits: String = shown
        .chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, '.' | '-'))
        .collect();
    let number = if digits == "-" {
        0.0
    } else {
        digits.parse::<f64>().unwrap()
    };
    let number = if negative { -number } else { number };
    let number = if shown.ends_with('%') {
        number / 100.0
    } else {
        number
    };
    (number - value).abs() <= 0.005
}

#[test]
fn the_same_cells() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/documents/sheets");
    for name in ["accounts.xlsx", "accounts.xls", "accounts.ods"] {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let ours = cells(&bytes);
        let mut other = open_workbook_auto_from_rs(Cursor::new(bytes.as_slice())).unwrap();
        let sheets = other.sheets_metadata().to_vec();
        let mut compared = 0;
        for sheet in sheets
            .iter()
            .filter(|it| it.visible == SheetVisible::Visible)
        {
            let range = other.worksheet_range(&sheet.name).unwrap();
            let (top, left) = range.start().unwrap();
            for (row, column, value) in range.used_cells() {
                let letter =
                    char::from(b'A' + u8::try_from(left).unwrap() + u8::try_from(column).unwrap());
                let place = format!("{letter}{}", top as usize + row + 1);
                let text = value.to_string();
                let Some(shown) = ours.get(&(sheet.name.clone(), place.clone())) else {
                    assert!(HIDDEN.contains(&text.as_str()), "{name} {place}: {text}");
                    continue;
                };
                compared += 1;
                match value {
                    Data::Float(number) => {
                        assert!(agrees(shown, *number), "{name} {place}: {shown} {number}")
                    }
                    Data::Int(number) => assert!(
                        agrees(shown, *number as f64),
                        "{name} {place}: {shown} {number}"
                    ),
                    Data::DateTime(_) | Data::DateTimeIso(_) => {
                        assert!(shown.contains("2024"), "{name} {place}: {shown}")
                    }
                    Data::Error(_) => assert_eq!(shown, "#DIV/0!", "{name} {place}"),
                    _ => assert_eq!(shown, text.replace("\r\n", "\n").trim(), "{name} {place}"),
                }
            }
        }
        assert!(compared > 30, "{name}: {compared}");
    }
}
