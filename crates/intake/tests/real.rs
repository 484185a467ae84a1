//! Real disclosures, which stay outside the repository: `JUESUAN_SAMPLES` is the folder of the keys,
//! `JUESUAN_PAPERS` that of the papers.
//! `cargo test -p juesuan-intake --test real -- --ignored --nocapture --test-threads=1`

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

mod spoil;

use juesuan_domain::accounts::{Cell, Column, Layout, TableNo, unnumbered};
use juesuan_intake::{Imported, import};
use juesuan_paper::Paper;
use serde_json::Value;
use std::path::PathBuf;

fn folder(variable: &str) -> PathBuf {
    PathBuf::from(std::env::var(variable).unwrap_or_else(|_| panic!("{variable} is not set")))
}

fn paper(name: &str) -> Paper {
    if name.ends_with(".txt") {
        let text = std::fs::read_to_string(folder("JUESUAN_PAPERS").join(name)).unwrap();
        return juesuan_paper::plain::read(&text);
    }
    let path = folder("JUESUAN_PAPERS").join(format!("{name}.json"));
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn print(imported: &Imported) {
    let workbook = &imported.workbook;
    println!(
        "unit {:?} year {:?} layout {:?} style {:?}",
        workbook.unit(),
        &*workbook.year,
        workbook.accounts.layout,
        workbook.accounts.style
    );
    for one in &imported.taken {
        println!(
            "{} = {} {:?} {:?}",
            one.to, one.text, one.how, one.from.cell
        );
    }
    for (key, text) in &workbook.accounts.text {
        println!("own {key}: {}", &**text);
    }
    for one in &imported.left {
        println!("left {:?} {} {:?}", one.why, one.text, one.from.cell);
    }
}

#[test]
#[ignore = "needs papers outside the repository"]
fn show() {
    print(&import(&paper(&std::env::var("JUESUAN_PAPER").unwrap())));
}

#[test]
#[ignore = "needs papers outside the repository"]
fn show_figures() {
    let paper = paper(&std::env::var("JUESUAN_PAPER").unwrap());
    let document = juesuan_understand::Document::of(&paper);
    for one in juesuan_understand::figures_of_text(&document) {
        println!(
            "b{} s{} i{:?} {:?} {} | {} < {} {:?} {}",
            one.spot.block,
            one.sentence,
            one.item,
            one.role,
            one.printed,
            one.name,
            one.whole,
            one.counted,
            if one.aside { "aside" } else { "" }
        );
    }
}

/// The column of a head of the key.
fn column(layout: &Layout, no: TableNo, head: &str) -> Option<(Option<&'static str>, Column)> {
    if no == TableNo::THREE_PUBLIC {
        let (item, of) = head.rsplit_once('·').unwrap();
        let column = if of == "预算数" {
            Column::Budget
        } else {
            Column::Actual
        };
        let key = match item {
            "合计" => "total",
            "因公出国（境）费" => "abroad",
            "公务用车购置及运行费·小计" => "vehicles",
            "公务用车购置费" => "purchase",
            "公务用车运行费" => "running",
            "公务接待费" => "reception",
            _ => return None,
        };
        return Some((Some(key), column));
    }
    let table = &layout.tables[no.index()];
    let found = table.columns.iter().find(|c| c.label == head && !c.beside);
    let main = [Column::Amount, Column::Total];
    let column = found.map(|c| c.column).or_else(|| {
        let mut columns = table.columns.iter().map(|c| c.column);
        (head == "决算数").then(|| columns.find(|c| main.contains(c)))?
    });
    column.map(|column| (None, column))
}

#[test]
#[ignore = "needs papers outside the repository"]
fn every_cell_of_the_key_and_none_besides() {
    let path = folder("JUESUAN_SAMPLES").join("planning.tables.json");
    let key: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let imported = import(&paper("planning-2024"));
    let accounts = &imported.workbook.accounts;
    let layout = imported.workbook.layout();
    assert_eq!(layout.id, "shanghai-2024");
    let (mut count, mut wrong, mut wanted_cells) = (0, Vec::new(), Vec::new());
    for table in key["tables"].as_array().unwrap() {
        let no = TableNo::new(u8::try_from(table["no"].as_u64().unwrap()).unwrap()).unwrap();
        let mut used: Vec<&str> = Vec::new();
        for row in table["rows"].as_array().unwrap() {
            let name = row["name"].as_str().unwrap_or_default();
            let side = row["side"].as_str();
            let code = row["code"].as_str();
            let fixed = layout.tables[no.index()].rows().find(|(of, row)| {
                side.is_none_or(|side| of.title == side)
                    && unnumbered(&row.label) == unnumbered(name)
                    && !used.contains(&&*row.key)
            });
            if code.is_none()
                && let Some((_, row)) = fixed
            {
                used.push(&row.key);
            }
            for (head, printed) in row["amounts"].as_object().unwrap() {
                let (key, column) = column(layout, no, head).unwrap();
                let cell = match (code, key, fixed) {
                    (Some(code), ..) => {
                        Cell::Line(no, accounts.line_with(no, code).unwrap(), column)
                    }
                    (None, Some(key), _) => Cell::Fixed(no, key, column),
                    (None, None, Some((_, row))) => Cell::Fixed(no, &row.key, column),
                    _ => panic!("{no} {name}"),
                };
                let found = accounts.cell(cell).map_or("", |text| text);
                let printed = printed.as_str().unwrap_or_default();
                wanted_cells.push(cell.to_string());
                count += usize::from(!printed.is_empty());
                if found != printed {
                    wrong.push(format!("{cell}: {found:?}, printed {printed:?}"));
                }
            }
        }
        // In the order in which they are printed.
        let codes: Vec<&str> = table["rows"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|row| row["code"].as_str())
            .collect();
        let lines = &accounts.table(no).lines;
        let ours: Vec<&str> = lines
            .iter()
            .map(|line| &**line.get(&Column::Code).unwrap())
            .collect();
        if no != TableNo::BASIC {
            assert_eq!(ours, codes, "{no}");
        }
        assert_eq!(ours.len(), codes.len(), "{no}");
    }
    assert!(wrong.is_empty(), "{} of {count}: {wrong:#?}", wrong.len());
    println!("{count} amounts");
    // Nothing else is in the tables.
    for taken in &imported.taken {
        let of_table = taken.to.parse::<Cell>().ok().is_some_and(|cell| {
            cell.table().is_some()
                && cell.column().is_some_and(|column| {
                    column.is_amount() && !matches!(column, Column::Budget | Column::Last)
                })
        });
        assert!(!of_table || wanted_cells.contains(&taken.to), "{taken:?}");
    }
    for no in [TableNo::FUNDS, TableNo::CAPITAL] {
        assert!(accounts.table(no).none, "{no}");
    }
}

/// Numbers of a text, without thousands separators and zeros at the end.
fn numbers(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut number = String::new();
    for c in text.chars().chain([' ']) {
        if c.is_ascii_digit() || c == '.' || (c == ',' && !number.is_empty()) {
            number.push(c);
        } else if !number.is_empty() {
            found.push(short(&number));
            number.clear();
        }
    }
    found
}

fn short(number: &str) -> String {
    let plain = number.replace(',', "");
    let plain = plain.trim_end_matches('.');
    if plain.contains('.') {
        plain.trim_end_matches('0').trim_end_matches('.').to_owned()
    } else {
        plain.to_owned()
    }
}

#[test]
#[ignore = "needs papers outside the repository"]
fn nine_of_ten_figures_of_the_text_are_the_workbooks() {
    let name = std::env::var("JUESUAN_PAPER").unwrap_or_else(|_| "planning-2024".to_owned());
    let paper = paper(&name);
    let workbook = import(&paper).workbook;
    let assessment = juesuan_domain::assess(&workbook, None);
    let title = juesuan_exchange::disclosure_title(&workbook.year, workbook.unit());
    let text = juesuan_exchange::disclosure_text(&title, &assessment.accounts.disclosure);
    if std::env::var("JUESUAN_SHOW").is_ok() {
        println!("{text}");
    }
    let mut known: std::collections::HashSet<String> = numbers(&text).into_iter().collect();
    let of_text = known.len();
    let accounts = &workbook.accounts;
    for table in &accounts.tables {
        let cells = table
            .rows
            .values()
            .chain(table.lines.iter().map(|line| &**line));
        for cells in cells {
            known.extend(
                cells
                    .iter()
                    .filter(|(column, _)| column.is_amount())
                    .map(|(_, text)| short(text)),
            );
        }
    }
    for text in accounts.facts.values() {
        known.extend(numbers(text));
    }
    let review = juesuan_understand::review(&paper);
    let (mut all, mut same) = (0, 0);
    for statement in &review.statements {
        let claimed = numbers(&statement.claimed);
        let [number] = claimed.as_slice() else {
            continue;
        };
        all += 1;
        if known.contains(number) {
            same += 1;
        } else {
            println!(
                "not there: {:?} {} in {}",
                statement.verdict, statement.claimed, statement.quote
            );
        }
    }
    println!(
        "{same} of {all} figures; {of_text} numbers written; {} sentences wait",
        assessment.accounts.disclosure.waiting_sentences()
    );
    assert!(same * 10 >= all * 9);
}

/// Every paper of the folder, as it is and spoilt: never a panic, and each in no time.
#[test]
#[ignore = "needs papers outside the repository"]
fn all_papers_whole_and_spoilt() {
    for entry in std::fs::read_dir(folder("JUESUAN_PAPERS")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let Some(stem) = name
            .strip_suffix(".json")
            .or(name.ends_with(".txt").then_some(&name))
        else {
            continue;
        };
        let paper = paper(stem);
        let begun = std::time::Instant::now();
        let imported = import(&paper);
        let taken = begun.elapsed();
        println!(
            "{stem}: {} taken, {} left, {taken:?}",
            imported.taken.len(),
            imported.left.len()
        );
        spoil::all(&paper, 40, |paper| drop(import(&paper)));
    }
}
