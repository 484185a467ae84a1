//! The example of the program as it is published, brought in again.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

#[path = "../../understand/tests/mutations/own.rs"]
mod own;
mod spoil;

use juesuan_domain::accounts::{Cell, Column, Fact, TableNo, read_amount};
use juesuan_domain::{Workbook, assess};
use juesuan_exchange::read_workbook;
use juesuan_intake::{Imported, import};
use juesuan_paper::{Block, Paper};
use juesuan_understand::WhyLeft;

fn example() -> Workbook {
    read_workbook(include_bytes!("../../../static/example.juesuan.json")).unwrap()
}

/// Every cell of an amount that is printed, with what it comes to.
fn amounts(workbook: &Workbook) -> Vec<(Cell, String)> {
    let layout = workbook.layout();
    let reckoned = assess(workbook, None).accounts.reckoned.clone();
    let mut found = Vec::new();
    for no in TableNo::all() {
        let table = layout.table(no);
        let printed = |column: &Column| column.is_amount() && !table.is_beside(*column);
        let lines = 0..workbook.accounts.table(no).lines.len();
        let lines = lines.flat_map(|line| {
            table
                .line_columns()
                .map(move |column| Cell::Line(no, line, column))
        });
        let fixed = table.rows().flat_map(|(side, row)| {
            side.columns
                .iter()
                .map(move |column| Cell::Fixed(no, &row.key, *column))
        });
        for cell in fixed.chain(lines) {
            if cell.column().is_some_and(|column| printed(&column))
                && let Some(value) = reckoned.value(cell).known()
                && !value.is_zero()
            {
                found.push((cell, juesuan_figure::grouped(value)));
            }
        }
    }
    found
}

/// The same subjects in the same order, so that addresses are the same.
fn codes(workbook: &Workbook, no: TableNo) -> Vec<String> {
    let table = workbook.accounts.table(no);
    let codes = (0..table.lines.len()).map(|line| table.code(line).into_owned());
    codes.collect()
}

#[test]
fn tables_come_in_as_they_went_out() {
    let (example, imported) = (example(), import(&own::paper()));
    let workbook = &imported.workbook;
    assert_eq!(workbook.unit(), example.unit());
    assert_eq!(*workbook.year, *example.year);
    assert_eq!(workbook.layout().id, example.layout().id);
    assert_eq!(workbook.accounts.style, "wuhan-2020");
    let mut missing = Vec::new();
    for (cell, value) in amounts(&example) {
        let cell = match cell {
            Cell::Line(no, line, column) => {
                let code = &codes(&example, no)[line];
                Cell::Line(no, workbook.accounts.line_with(no, code).unwrap(), column)
            }
            other => other,
        };
        let typed = workbook.accounts.cell(cell).unwrap();
        let number = read_amount(typed).map(|number| juesuan_figure::grouped(number.decimal()));
        if number.as_deref() != Ok(&value) {
            missing.push(format!("{cell}: {value}, came as {typed:?}"));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
    for no in TableNo::all() {
        assert_eq!(
            workbook.accounts.table(no).none,
            example.accounts.table(no).none,
            "{no}"
        );
    }
}

#[test]
fn what_the_text_says_beside_the_tables_comes_in() {
    let (example, workbook) = (example(), import(&own::paper()).workbook);
    let reckoned = assess(&workbook, None).accounts.reckoned.clone();
    let before = assess(&example, None).accounts.reckoned.clone();
    for path in [
        "01.left-total.last",
        "04.left-total.last",
        "05.total.last",
        "05.total.budget",
        "07.total.budget",
        "07.total.last",
        "07.reception.last",
    ] {
        let cell: Cell = format!("accounts.{path}").parse().unwrap();
        assert_eq!(
            reckoned.value(cell).known(),
            before.value(cell).known(),
            "{path}"
        );
    }
    for fact in [
        Fact::Functions,
        Fact::Held,
        Fact::Receptions,
        Fact::Guests,
        Fact::Goods,
        Fact::Services,
        Fact::SmallMedium,
        Fact::Operating,
        Fact::OperatingLast,
    ] {
        let cell = Cell::Fact(fact);
        let read = |workbook: &Workbook| workbook.accounts.fact(fact);
        // What was typed blank is nothing that could be printed.
        if example.accounts.cell(cell).unwrap().is_blank() {
            continue;
        }
        assert_eq!(read(&workbook), read(&example), "{}", fact.as_str());
    }
}

/// Nothing of the tables is left but what the layout computes, and nothing is there that was not printed.
#[test]
fn nothing_is_lost_and_nothing_invented() {
    let Imported {
        workbook,
        taken,
        left,
    } = import(&own::paper());
    let of_tables: Vec<_> = left.iter().filter(|one| one.from.cell.is_some()).collect();
    assert!(of_tables.is_empty(), "{of_tables:#?}");
    let paper = own::paper();
    for one in &taken {
        let cell: Option<Cell> = one.to.parse().ok();
        let Some(cell) = cell.filter(|cell| cell.table().is_some()) else {
            continue;
        };
        let typed = workbook.accounts.cell(cell).unwrap();
        assert!(!typed.is_blank(), "{one:?}");
        if one.how == juesuan_understand::How::Printed
            && cell.column().is_some_and(Column::is_amount)
        {
            let printed = one.from.quote(&paper);
            assert_eq!(printed.trim_end_matches("万元"), &**typed, "{one:?}");
        }
    }
    let cells = workbook.accounts.tables.iter().map(|table| {
        let rows = table.rows.values().map(|cells| cells.len()).sum::<usize>();
        let lines = table.lines.iter();
        let words = [Column::Code, Column::Name];
        rows + lines
            .map(|line| line.keys().filter(|column| !words.contains(column)).count())
            .sum::<usize>()
    });
    let told = taken.iter().filter(|one| {
        one.to
            .parse::<Cell>()
            .is_ok_and(|cell| cell.table().is_some())
    });
    assert_eq!(cells.sum::<usize>(), told.count());
}

/// A paper with one of its tables in 元 keeps the exact amounts.
#[test]
fn amounts_in_yuan_stay_exact() {
    let mut paper = own::paper();
    let mut changed = 0;
    for at in 0..paper.blocks.len() {
        let Block::Table { rows, .. } = &mut paper.blocks[at] else {
            continue;
        };
        for cell in rows.iter_mut().flatten() {
            if cell.text.contains(['.', ',']) && read_amount(&cell.text).is_ok() {
                let number = read_amount(&cell.text).unwrap();
                let yuan = number.decimal() * rust_decimal::Decimal::from(10_000);
                cell.text = juesuan_figure::grouped(yuan);
                changed += 1;
            }
        }
        // 单位：万元 stands before the table.
        for back in 1..=3 {
            if let Some(Block::Paragraph { text, .. }) = paper.blocks.get_mut(at - back) {
                *text = text.replace("万元", "元");
            }
        }
    }
    assert!(changed > 100);
    let workbook = import(&paper).workbook;
    let cell: Cell = "accounts.01.left-total.amount".parse().unwrap();
    let typed = workbook.accounts.cell(cell).unwrap();
    assert!(typed.ends_with('元'), "{typed:?}");
    let of_example = example();
    let before = assess(&of_example, None).accounts.reckoned.clone();
    let after = assess(&workbook, None).accounts.reckoned.clone();
    assert_eq!(after.value(cell).known(), before.value(cell).known());
}

/// Without one of its tables, that table stays blank but for what the text says, and the others are as they were.
#[test]
fn half_of_a_document_gives_half_of_a_workbook() {
    let whole = import(&own::paper()).workbook;
    for no in TableNo::all() {
        let mut paper = own::paper();
        let document = juesuan_understand::Document::of(&paper);
        let wanted = u8::try_from(no.index() + 1).unwrap();
        let block = document
            .tables
            .iter()
            .find(|table| table.no == Some(wanted))
            .map(|table| table.block);
        drop(document);
        let Some(block) = block else { continue };
        paper.blocks.drain(block - 3..=block);
        let imported = import(&paper.numbered());
        let accounts = &imported.workbook.accounts;
        assert!(accounts.table(no).lines.is_empty(), "{no}");
        for other in TableNo::all().filter(|other| *other != no) {
            for (key, cells) in &whole.accounts.table(other).rows {
                for (column, text) in cells.iter().filter(|(column, _)| {
                    !matches!(
                        column,
                        Column::Last | Column::Budget | Column::Reason | Column::ReasonLast
                    )
                }) {
                    let found = accounts
                        .table(other)
                        .rows
                        .get(key)
                        .and_then(|row| row.get(column));
                    assert_eq!(found, Some(text), "without {no}: {other}.{key}");
                }
            }
        }
    }
}

/// A budget takes nothing into the tables of final accounts, and says why.
#[test]
fn a_budget_takes_nothing() {
    let mut paper = own::paper();
    for block in &mut paper.blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => {
                *text = text.replace("决算", "预算");
            }
            Block::Table { rows, .. } => {
                for cell in rows.iter_mut().flatten() {
                    cell.text = cell.text.replace("决算", "预算");
                }
            }
            Block::Picture { .. } | Block::PageBreak { .. } => {}
        }
    }
    let imported = import(&paper);
    let tables = &imported.workbook.accounts.tables;
    assert!(tables.iter().all(|table| table.is_blank() && !table.none));
    let why = |why| imported.left.iter().filter(|one| one.why == why).count();
    assert!(why(WhyLeft::Budget) > 0, "{:#?}", imported.left);
}

#[test]
fn spoilt_papers_come_in_without_a_panic() {
    spoil::all(&own::paper(), 25, |paper| drop(import(&paper)));
    import(&Paper::default());
}
