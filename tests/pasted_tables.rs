//! Copied tables as they come: each file of `tests/pasted/` is what a program puts on the clipboard (HTML of
//! Excel, WPS, LibreOffice, Word and web pages; text of spreadsheets and of viewers of PDF; files of
//! comma-separated values), and the `.out` of the same name what must come of it.
//!
//! An `.out` begins with the table and the year, then `unit` and on what ground, a line for each row as
//! it is read, `208 total=5 basic=5`, and at `!` a part of each sentence about what was not read.

use juesuan::accounts::{Layout, TableNo, Target};
use juesuan::exchange::{
    Beside, TableRead, Unit, UnitFound, pasted_cells, pasted_table, read_table_beside,
};
use juesuan::{Workbook, assess};
use std::fs;
use std::path::{Path, PathBuf};

fn shapes() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pasted");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end != "out"))
        .collect();
    files.sort();
    files
}

fn cells(path: &Path) -> Vec<Vec<String>> {
    let text = fs::read_to_string(path).unwrap();
    if path.extension().is_some_and(|end| end == "html") {
        pasted_table(&text).unwrap_or_default()
    } else {
        pasted_cells(&text)
    }
}

fn read(path: &Path, no: TableNo, year: &str, unit: Unit) -> TableRead {
    let workbook = Workbook::new(year, "某单位", "mof-2020");
    let assessment = assess(&workbook, None);
    let beside = Beside {
        year,
        accounts: &workbook.accounts,
        reckoned: &assessment.accounts.reckoned,
    };
    read_table_beside(Layout::of_year(year), no, &cells(path), unit, Some(&beside))
}

fn shown(read: &TableRead) -> Vec<String> {
    let unit = match &read.unit {
        UnitFound::Given(unit) => format!("unit given {}", unit.label()),
        UnitFound::Chosen(unit) => format!("unit chosen {}", unit.label()),
        UnitFound::Assumed => "unit assumed".to_owned(),
        UnitFound::Doubtful(_) => "unit doubtful".to_owned(),
    };
    let rows = read.filled.iter().map(|filled| {
        let row = match &filled.row {
            Target::Fixed(key) => (*key).to_owned(),
            Target::Subject { code, .. } => code.clone(),
        };
        let cells = filled.cells.iter();
        cells.fold(row, |line, (column, text)| {
            format!("{line} {}={text}", column.as_str())
        })
    });
    std::iter::once(unit).chain(rows).collect()
}

#[test]
fn copied_tables_are_read_as_they_are() {
    let shapes = shapes();
    assert!(shapes.len() >= 25, "{}", shapes.len());
    let mut wrong = Vec::new();
    for path in &shapes {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let wanted = fs::read_to_string(path.with_extension("out")).unwrap();
        let mut lines = wanted.lines();
        let (table, year) = lines.next().unwrap().split_once(' ').unwrap();
        let no = table.trim_start_matches("公开").parse().unwrap();
        let read = read(path, TableNo::new(no).unwrap(), year, Unit::AsWritten);
        let (problems, rows): (Vec<&str>, Vec<&str>) =
            lines.partition(|line| line.starts_with("! "));
        let shown = shown(&read);
        for (i, row) in rows.iter().enumerate() {
            if shown.get(i).map(String::as_str) != Some(row) {
                wrong.push(format!(
                    "{name} line {}:\n  wanted {row}\n  read   {:?}",
                    i + 2,
                    shown.get(i)
                ));
                break;
            }
        }
        if shown.len() > rows.len() {
            wrong.push(format!(
                "{name}: more than wanted, {:?}",
                &shown[rows.len()..]
            ));
        }
        let said = problems.len() == read.problems.len()
            && problems
                .iter()
                .zip(&read.problems)
                .all(|(part, problem)| problem.contains(&part[2..]));
        if !said {
            wrong.push(format!(
                "{name}: wanted {problems:?}, said {:?}",
                read.problems
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {} shapes\n{}",
        wrong.len(),
        shapes.len(),
        wrong.join("\n")
    );
}
