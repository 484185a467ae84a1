//! What a publication holds: the example block by block, parts of it, and what of a workbook that is not done.

use juesuan_domain::accounts::{Cell, Column, Fact, Layout, Style, TableNo};
use juesuan_domain::evaluation::Form;
use juesuan_domain::{Workbook, assess};
use juesuan_exchange::read_workbook;
use juesuan_paper::{Block, CellLook, Look, Paper, TextStyle};
use juesuan_publication::{LackKind, Part, Parts, UnknownPart, check_before, publish};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::rc::Rc;
use time::{Date, Month};

const GAP: &str = "【待填】";

fn example() -> Workbook {
    read_workbook(include_bytes!("../../../static/example.juesuan.json")).unwrap()
}

fn whole(workbook: &Workbook) -> Paper {
    publish(workbook, None, &Parts::whole())
}

fn part(workbook: &Workbook, names: &[&str]) -> Paper {
    publish(
        workbook,
        None,
        &Parts::named(names.iter().copied()).unwrap(),
    )
}

fn look(paper: &Paper, block: usize) -> Look {
    let mut looks = paper.looks.iter();
    let look = looks.find(|look| look.block == block);
    look.cloned().unwrap_or_default()
}

/// A block in a line.
fn short(paper: &Paper, number: usize) -> String {
    let look = look(paper, number);
    let style = look
        .style
        .map_or_else(String::new, |style| format!(" {style:?}"));
    let cut = |text: &str| -> String {
        let text = text.replace('\t', "→");
        let mut short: String = text.chars().take(40).collect();
        if short.len() < text.len() {
            short.push('…');
        }
        short
    };
    match &paper.blocks[number] {
        Block::Heading { level, text, .. } => format!("h{level}{style} {text}"),
        Block::Paragraph { text, .. } => format!("p{style} {}", cut(text)),
        Block::Picture { .. } => format!("picture {}", cut(&look.alt.unwrap_or_default())),
        Block::PageBreak { .. } if look.landscape => "page, on its side".to_owned(),
        Block::PageBreak { .. } => "page".to_owned(),
        Block::Table { rows, .. } => {
            let cells: Vec<_> = rows.iter().flatten().collect();
            let merged = cells.iter().filter(|cell| cell.rows * cell.columns > 1);
            let formulas = look.cells.iter().filter(|cell| cell.formula.is_some());
            format!(
                "table {}: {} rows, {} heads, {} columns, {} merged, {} formulas",
                look.sheet.unwrap_or_default(),
                rows.len(),
                look.heads,
                look.widths.len(),
                merged.count(),
                formulas.count()
            )
        }
    }
}

fn in_short(paper: &Paper) -> String {
    let mut text = String::new();
    for number in 0..paper.blocks.len() {
        let _ = writeln!(text, "{}", short(paper, number));
    }
    text
}

/// With `JUESUAN_WRITE` set it is written anew.
#[test]
fn the_example_in_short() {
    let found = in_short(&whole(&example()));
    if std::env::var_os("JUESUAN_WRITE").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/example.txt");
        std::fs::write(path, &found).unwrap();
    }
    let expected = include_str!("golden/example.txt");
    for (found, expected) in found.lines().zip(expected.lines()) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.lines().count(), expected.lines().count());
}

/// The table of a sheet whose name begins so: its rows as texts by row and column, and how they look.
type Sheet = (BTreeMap<(usize, usize), String>, Vec<CellLook>);

fn sheet(paper: &Paper, name: &str) -> Sheet {
    let named = |look: &&Look| {
        look.sheet
            .as_deref()
            .is_some_and(|sheet| sheet.starts_with(name))
    };
    let look = paper.looks.iter().find(named).unwrap();
    let Block::Table { rows, .. } = &paper.blocks[look.block] else {
        panic!("{name} is no table");
    };
    let cells = rows.iter().flatten();
    let cells = cells.map(|cell| ((cell.row, cell.column), cell.text.clone()));
    (cells.collect(), look.cells.clone())
}

#[test]
fn cells_as_they_are_printed() {
    let paper = whole(&example());
    for (name, row, column, text, formula) in [
        ("公开01", 0, 0, "收入", None),
        ("公开01", 1, 4, "行次", None),
        ("公开01", 2, 5, "2", None),
        ("公开01", 3, 2, "1,552.16", None),
        ("公开01", 4, 2, "0.00", None),
        ("公开01", 11, 0, "", None),
        ("公开01", 11, 2, "", None),
        ("公开01", 29, 0, "本年收入合计", None),
        ("公开01", 29, 2, "1,552.63", Some("SUM([3,2]:[10,2])")),
        ("公开01", 29, 5, "1,552.63", Some("SUM([3,5]:[28,5])")),
        ("公开01", 32, 2, "1,552.63", Some("SUM([29,2]:[31,2])")),
        ("公开02", 0, 0, "项目", None),
        ("公开02", 3, 0, "合计", None),
        ("公开02", 4, 1, "社会保障和就业支出", None),
        ("公开02", 11, 3, "148.59", Some("SUM([12,3])")),
        ("公开03", 7, 4, "178.30", None),
        ("公开04", 30, 0, "年初财政拨款结转和结余", None),
        ("公开04", 31, 0, "一般公共预算财政拨款", None),
        ("公开04", 30, 2, "0.00", Some("SUM([31,2]:[33,2])")),
        ("公开05", 3, 2, "1,552.16", Some("SUM([3,3]:[3,4])")),
        ("公开06", 18, 0, "人员经费合计", None),
        ("公开06", 18, 2, "1,236.30", Some("SUM([3,2],[12,2])")),
        ("公开06", 18, 5, "137.56", Some("SUM([3,5],[16,5])")),
        ("公开07", 4, 0, "2.50", Some("SUM([4,1]:[4,2],[4,5])")),
        ("公开07", 4, 10, "1.38", None),
        ("公开08", 0, 4, "本年支出", None),
        ("公开08", 3, 7, "0.00", Some("[3,2]+[3,3]-[3,4]")),
        ("自评表1", 2, 0, "预算执行情况（万元）（20分）", None),
        ("自评表1", 6, 1, "产出指标（50分）", None),
        (
            "自评表1",
            18,
            7,
            "98",
            Some("SUM([3,7],[6,7]:[13,7],[16,7]:[17,7])"),
        ),
        ("自评表1", 3, 6, "100.0%", Some("[3,4]/[3,3]")),
        ("自评表2", 0, 1, "合同人员经费", None),
        ("重点工作", 1, 4, "152.8%", None),
    ] {
        let (cells, looks) = sheet(&paper, name);
        let at = format!("{name} {row} {column}");
        assert_eq!(
            cells.get(&(row, column)).map(String::as_str),
            Some(text),
            "{at}"
        );
        let mut looks = looks
            .iter()
            .filter(|look| (look.row, look.column) == (row, column));
        let found = looks.find_map(|look| look.formula.as_deref());
        assert_eq!(found, formula, "{at}");
    }
}

/// What is left from the year before stands above what it is made of, in every layout.
#[test]
fn balances_in_every_layout() {
    for (layout, first, labels) in [
        (
            "mof-2020",
            30,
            [
                "一般公共预算财政拨款",
                "政府性基金预算财政拨款",
                "国有资本经营预算财政拨款",
            ],
        ),
        (
            "mof-2022",
            30,
            [
                "一般公共预算财政拨款",
                "政府性基金预算财政拨款",
                "国有资本经营预算财政拨款",
            ],
        ),
        (
            "shanghai-2024",
            27,
            [
                "一、一般公共预算财政拨款",
                "二、政府性基金预算财政拨款",
                "三、国有资本经营预算财政拨款",
            ],
        ),
    ] {
        let mut workbook = example();
        Rc::make_mut(&mut workbook.accounts).layout = layout.to_owned();
        let (cells, looks) = sheet(&whole(&workbook), "公开04");
        assert_eq!(cells[&(first, 0)], "年初财政拨款结转和结余", "{layout}");
        for (at, label) in labels.iter().enumerate() {
            assert_eq!(cells[&(first + 1 + at, 0)], *label, "{layout}");
            let indented = looks
                .iter()
                .any(|look| (look.row, look.column, look.indent) == (first + 1 + at, 0, 1));
            assert!(indented, "{layout} {label}");
        }
        assert_eq!(cells[&(first + 4, 0)], "总计", "{layout}");
    }
}

/// No cell lies on another, and none is missing.
fn is_filled(paper: &Paper, at: &str) {
    for (number, block) in paper.blocks.iter().enumerate() {
        let Block::Table { rows, .. } = block else {
            continue;
        };
        let mut taken = BTreeSet::new();
        for cell in rows.iter().flatten() {
            for row in cell.row..cell.row + cell.rows {
                for column in cell.column..cell.column + cell.columns {
                    assert!(taken.insert((row, column)), "{at} {number} {row} {column}");
                }
            }
        }
        let columns = look(paper, number).widths.len();
        assert_eq!(taken.len(), rows.len() * columns, "{at} {number}");
    }
}

#[test]
fn tables_are_filled() {
    let mut workbook = example();
    for style in Style::all() {
        for layout in Layout::all() {
            let accounts = Rc::make_mut(&mut workbook.accounts);
            (accounts.style, accounts.layout) = (style.id.clone(), layout.id.clone());
            is_filled(&whole(&workbook), &layout.id);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Whatever is typed, there is a paper.
    #[test]
    fn anything_may_be_typed(
        texts in proptest::collection::vec(("[0-9]{0,3}|[万元.%\n\t【}{，-]{0,4}|.{0,6}", 0usize..4000), 1..60),
        style in 0usize..3,
        layout in 0usize..3,
    ) {
        let mut workbook = example();
        let accounts = Rc::make_mut(&mut workbook.accounts);
        accounts.style = Style::all()[style].id.clone();
        accounts.layout = Layout::all()[layout].id.clone();
        let mut cells = 0;
        for table in &mut accounts.tables {
            let table = Rc::make_mut(table);
            let rows = table.rows.values_mut();
            let lines = table.lines.iter_mut().map(Rc::make_mut);
            for typed in rows.chain(lines).flat_map(|row| row.values_mut()) {
                cells += 1;
                if let Some((text, _)) = texts.iter().find(|(_, at)| *at == cells) {
                    *typed = text.as_str().into();
                }
            }
        }
        for (at, (text, _)) in texts.iter().enumerate() {
            let fact = Fact::ALL[at % Fact::ALL.len()];
            accounts.set(Cell::Fact(fact), text).unwrap();
            let form = Rc::make_mut(&mut workbook.forms[at % 3]);
            match at % 6 {
                0 => form.execution.budget = text.as_str().into(),
                1 => form.claimed_total = text.as_str().into(),
                2 => form.goals.truncate(1),
                3 => form.goals[0].indicators.truncate(at % 4),
                4 => form.deviation = text.as_str().into(),
                _ => form.name = text.as_str().into(),
            }
        }
        is_filled(&whole(&workbook), "typed");
    }
}

#[test]
fn parts_of_it() {
    let workbook = example();
    for (names, expected) in [
        (
            &["cover"][..],
            "p CoverTitle 武汉市人力资源和社会保障局汉阳社会保险管理处\np CoverTitle 2020年度单位决算\n",
        ),
        (
            &["profile"],
            "h1 第一部分 武汉市人力资源和社会保障局汉阳社会保险管理处概况\n",
        ),
        (
            &["概况"],
            "h1 第一部分 武汉市人力资源和社会保障局汉阳社会保险管理处概况\n",
        ),
        (
            &["05"],
            "h2 TableTitle 一般公共预算财政拨款支出决算表\np TableLine →→公开05表\n",
        ),
        (
            &["公开05", "forms[1]"],
            "h2 TableTitle 一般公共预算财政拨款支出决算表\np TableLine →→公开05表\n",
        ),
        (
            &["02"],
            "page, on its side\nh2 TableTitle 收入决算表\np TableLine →→公开02表\n",
        ),
        (
            &["text"],
            "h1 第三部分 武汉市人力资源和社会保障局汉阳社会保险管理处2020年度单位决算情况说明\nh2 一、收入支出决算总体情况说明\n",
        ),
        (
            &["work"],
            "h1 第四部分 2020年重点工作完成情况\ntable 重点工作完成情况",
        ),
        (&["glossary"], "h1 第五部分 名词解释\n"),
        (
            &["forms"],
            "h1 附件 绩效自评表\np TableTitle 武汉市人力资源和社会保障局汉阳社会保险管理处整体绩效自评表\n",
        ),
        (
            &["forms[2]"],
            "p TableTitle 社会保险业务工作经费项目自评表\n",
        ),
        (
            &["contents", "work"],
            "p ContentsTitle 目录\np ContentsLine 第四部分 2020年重点工作完成情况\npage\nh1 第四部分",
        ),
    ] {
        let found = in_short(&part(&workbook, names));
        assert!(found.starts_with(expected), "{names:?}: {found}");
    }
    let tables = |names: &[&str]| {
        let paper = part(&workbook, names);
        paper
            .looks
            .iter()
            .filter(|look| look.sheet.is_some())
            .count()
    };
    for (names, count) in [
        (&["05"][..], 1),
        (&["05", "forms[1]"], 2),
        (&["tables"], 9),
        (&["forms"], 3),
        (&["text"], 0),
        (&["text", "forms"], 3),
        (&["text", "forms[0]"], 1),
        (&[], 13),
    ] {
        assert_eq!(tables(names), count, "{names:?}");
    }
}

#[test]
fn names_of_parts() {
    for (name, expected) in [
        ("cover", Some(Part::Cover)),
        (" 目录 ", Some(Part::Contents)),
        ("09", TableNo::new(9).map(Part::Table)),
        ("公开01", TableNo::new(1).map(Part::Table)),
        ("forms[12]", Some(Part::Form(12))),
        ("9", None),
        ("10", None),
        ("00", None),
        ("+5", None),
        ("forms[]", None),
        ("forms[-1]", None),
        ("form", None),
        ("", None),
    ] {
        let unknown = UnknownPart(name.to_owned());
        assert_eq!(name.parse(), expected.ok_or(unknown), "{name}");
        if let Some(part) = expected {
            assert_eq!(part.to_string().parse(), Ok(part));
        }
    }
}

/// The date on the cover is that of the year after, or none.
#[test]
fn the_date_on_the_cover() {
    for (year, month, expected) in [
        (2021, Month::August, Some("2021年8月")),
        (2020, Month::December, None),
        (2026, Month::November, None),
    ] {
        let today = Date::from_calendar_date(year, month, 5).unwrap();
        let paper = publish(&example(), Some(today), &Parts::of(vec![Part::Cover]));
        let lines = paper.looks.iter();
        let mut lines = lines.filter(|look| look.style == Some(TextStyle::CoverLine));
        let line = lines.next().map(|look| match &paper.blocks[look.block] {
            Block::Paragraph { text, .. } => text.as_str(),
            _ => "",
        });
        assert_eq!(line, expected);
    }
}

/// Every text of a paper with where it stands.
fn texts(paper: &Paper) -> Vec<String> {
    let mut texts = Vec::new();
    for block in &paper.blocks {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => texts.push(text.clone()),
            Block::Table { rows, .. } => {
                texts.extend(rows.iter().flatten().map(|cell| cell.text.clone()));
            }
            _ => {}
        }
    }
    texts
}

/// The numbers of a text: `1,552.63`, `0.5%`.
fn numbers(text: &str) -> Vec<&str> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '%' | '-');
    let numbers = text.split(|c: char| !is_part(c));
    let numbers = numbers.map(|number| number.trim_matches(['.', ',', '-']));
    numbers
        .filter(|number| number.chars().any(|c| c.is_ascii_digit()))
        .collect()
}

#[test]
fn an_empty_workbook_is_all_gaps() {
    for style in Style::all() {
        let mut workbook = Workbook::new("", "", "wuhan-2020");
        Rc::make_mut(&mut workbook.accounts).style = style.id.clone();
        let paper = whole(&workbook);
        let all = texts(&paper);
        assert!(all.iter().any(|text| text == GAP), "{}", style.id);
        for text in &all {
            // A figure stands before its unit, or behind the point.
            for unit in ["万元", "%", "人", "辆"] {
                for (at, _) in text.match_indices(unit) {
                    let digit = text[..at]
                        .chars()
                        .next_back()
                        .is_some_and(|c| c.is_ascii_digit());
                    let is_rule = text.contains('÷')
                        || text.contains("%）")
                        || text.contains("50–0%")
                        || text.contains("50万元")
                        || text.contains("100万元");
                    assert!(!digit || is_rule, "{text}");
                }
            }
        }
        for no in ["公开01", "公开03", "公开05"] {
            let (cells, _) = sheet(&paper, no);
            assert!(cells.values().all(|text| !text.contains('.')), "{no}");
            assert!(cells.values().any(|text| text == GAP), "{no}");
        }
    }
}

/// What is blanked out is a gap, or follows all the same: nothing else is printed in its place.
#[test]
fn a_half_filled_workbook_says_nothing_new() {
    let full = whole(&example());
    let said: BTreeSet<String> = texts(&full)
        .iter()
        .flat_map(|text| {
            numbers(text)
                .into_iter()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect();
    let mut seed = 7u64;
    let mut below = |bound: u64| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % bound
    };
    let mut gaps = 0;
    for round in 0..40 {
        let mut workbook = example();
        let accounts = Rc::make_mut(&mut workbook.accounts);
        for table in &mut accounts.tables {
            let table = Rc::make_mut(table);
            table.complete = false;
            for row in table.rows.values_mut() {
                row.retain(|_, _| below(4) > 0);
            }
            for line in &mut table.lines {
                Rc::make_mut(line).retain(|column, _| !column.is_amount() || below(4) > 0);
            }
        }
        accounts.facts.retain(|_, _| below(6) > 0);
        let paper = whole(&workbook);
        for number in 1..=9 {
            let name = format!("公开{number:02}");
            let ((found, _), (expected, _)) = (sheet(&paper, &name), sheet(&full, &name));
            for (at, text) in &found {
                gaps += usize::from(text == GAP);
                // 06 prints its sum only where a part of it is missing.
                let as_before = expected.get(at).is_none_or(|expected| expected == text);
                assert!(text == GAP || as_before, "{round} {name} {at:?}: {text}");
            }
        }
        for text in texts(&paper) {
            for number in numbers(&text) {
                assert!(said.contains(number), "{round}: {number} in {text}");
            }
        }
    }
    assert!(gaps > 40, "{gaps}");
}

#[test]
fn sentences_that_wait() {
    let blank = |cells: &[Cell]| {
        let mut workbook = example();
        let accounts = Rc::make_mut(&mut workbook.accounts);
        for cell in cells {
            accounts.set(*cell, "").unwrap();
        }
        workbook
    };
    let total = Cell::Fixed(
        TableNo::INCOME_AND_SPENDING,
        "left-total",
        Column::ReasonLast,
    );
    let social = Cell::Line(TableNo::GENERAL, 0, Column::Reason);
    for (cells, expected) in [
        (
            vec![total],
            "2020年度收入总计和支出总计均为1,552.63万元，与2019年度相比各增加7.7万元，增长0.5%。变动的主要原因是【待填】。",
        ),
        (
            vec![social],
            "1.社会保障和就业支出（类）：年初预算1,213.99万元，决算1,249.26万元，完成年初预算的102.9%。差异的主要原因是【待填】。",
        ),
        (vec![Cell::Fact(Fact::Functions)], GAP),
        (
            vec![Cell::Fact(Fact::Held)],
            "（2）公务用车运行维护费1.38万元，完成年初预算的55.2%，比年初预算减少1.12万元。差异的主要原因是疫情期间公务用车停用，用车减少。燃料费0.2万元，维修费0.8万元，过桥过路费0.01万元，保险费0.37万元。截至2020年12月31日，开支财政拨款的公务用车保有量【待填】辆。",
        ),
    ] {
        let found = texts(&whole(&blank(&cells)));
        assert!(
            found.iter().any(|text| text == expected),
            "{expected}\n{}",
            found.join("\n")
        );
    }
}

#[test]
fn what_is_missing_before_it_goes_out() {
    let counts = |workbook: &Workbook| {
        let before = check_before(workbook, &assess(workbook, None), &Parts::whole());
        [
            LackKind::Error,
            LackKind::Blank,
            LackKind::Reason,
            LackKind::Placeholder,
        ]
        .map(|kind| before.count(kind))
    };
    let with = |cell: Cell, text: &str| {
        let mut workbook = example();
        Rc::make_mut(&mut workbook.accounts)
            .set(cell, text)
            .unwrap();
        workbook
    };
    let total = Cell::Fixed(
        TableNo::INCOME_AND_SPENDING,
        "left-total",
        Column::ReasonLast,
    );
    // The example has errors of its own, to be shown.
    let [errors, blank, reasons, places] = counts(&example());
    assert_eq!([blank, reasons, places], [0, 0, 0]);
    for (workbook, expected) in [
        (with(total, ""), [errors, 0, 1, 0]),
        (with(Cell::Fact(Fact::Functions), ""), [errors, 1, 0, 0]),
        (
            with(Cell::Fact(Fact::Functions), "负责XX工作。"),
            [errors, 0, 0, 1],
        ),
    ] {
        assert_eq!(counts(&workbook), expected);
    }
    let [_, blank, ..] = counts(&Workbook::new("", "", "wuhan-2020"));
    assert!(blank > 50, "{blank}");
}

/// Paragraphs that begin so.
fn beginning(paper: &Paper, with: &str) -> Vec<String> {
    let all = texts(paper);
    all.into_iter()
        .filter(|text| text.starts_with(with))
        .collect()
}

#[test]
fn projects_one_by_one() {
    let first = |change: &dyn Fn(&mut Form)| {
        let mut workbook = example();
        change(Rc::make_mut(&mut workbook.forms[1]));
        beginning(&part(&workbook, &["text"]), "1.合同人员经费：")[0].clone()
    };
    let whole = first(&|_| {});
    let outputs = "主要产出和效益：社会保险经办量（100.0%）、社会保险政策宣传（100.0%）、";
    let deviation = "偏差原因：各项目标都已完成。";
    let improvement =
        "改进措施：认真分析参保对象对窗口服务的意见，在政策范围内改进窗口作风，提高服务满意度。";
    assert!(whole.starts_with("1.合同人员经费：预算数93.5万元，执行数93.5万元，执行率100.0%，自评得分100分。主要产出和效益："));
    for (change, is_there) in [
        (
            &(|_: &mut Form| {}) as &dyn Fn(&mut Form),
            [true, true, true],
        ),
        (&|form| form.deviation = "".into(), [true, false, true]),
        (&|form| form.improvement = " ".into(), [true, true, false]),
        // Half of what came of it would be taken for the whole.
        (
            &|form| {
                let goal = &mut form.goals[0];
                Rc::make_mut(&mut goal.indicators[3]).actual = "".into();
            },
            [false, true, true],
        ),
    ] {
        let text = first(change);
        let found = [outputs, deviation, improvement].map(|part| text.contains(part));
        assert_eq!(found, is_there, "{text}");
    }
    // Words without their end get one.
    let text = first(&|form| form.deviation = "没有偏差".into());
    assert!(text.contains("偏差原因：没有偏差。改进措施："), "{text}");
}

#[test]
fn projects_without_scores_have_gaps() {
    let mut workbook = example();
    let form = Rc::make_mut(&mut workbook.forms[1]);
    form.execution.actual = "".into();
    let text = &beginning(&part(&workbook, &["text"]), "1.合同人员经费：")[0];
    let expected =
        "1.合同人员经费：预算数93.5万元，执行数【待填】万元，执行率【待填】，自评得分【待填】分。";
    assert!(text.starts_with(expected), "{text}");
}

/// As the template of 2024 has them.
#[test]
fn the_sections_of_2024() {
    let mut workbook = example();
    workbook.year = "2024".into();
    let accounts = Rc::make_mut(&mut workbook.accounts);
    (accounts.style, accounts.layout) = ("shanghai-2024".into(), "shanghai-2024".into());
    let paper = part(&workbook, &["profile", "text", "glossary"]);
    let titles = paper.blocks.iter().filter_map(|block| match block {
        Block::Heading { level: 2, text, .. } => Some(text.as_str()),
        _ => None,
    });
    assert_eq!(
        titles.collect::<Vec<_>>(),
        [
            "一、主要职能",
            "二、部门决算单位构成",
            "一、收入支出决算总体情况说明",
            "二、收入决算情况说明",
            "三、支出决算情况说明",
            "四、财政拨款收入支出决算总体情况说明",
            "五、一般公共预算财政拨款支出决算情况说明",
            "六、一般公共预算财政拨款基本支出决算情况说明",
            "七、财政拨款“三公”经费支出决算情况说明",
            "八、政府性基金预算财政拨款收入支出决算情况说明",
            "九、国有资本经营预算财政拨款收入支出决算情况说明",
            "十、预算绩效管理情况",
            "十一、其他重要事项的情况说明",
        ]
    );
}

#[test]
fn grades_of_projects_are_counted() {
    let of = |rules: &str, second: &str| {
        let mut workbook = example();
        workbook.rule_set = rules.into();
        Rc::make_mut(&mut workbook.accounts).style = "shanghai-2024".into();
        // Half of what was planned.
        let form = Rc::make_mut(&mut workbook.forms[2]);
        form.execution.actual = second.into();
        form.execution.claimed = "".into();
        let paper = part(&workbook, &["text"]);
        let texts = texts(&paper);
        let about = texts.iter().find(|text| text.contains("平均得分"));
        let about = about.and_then(|text| text.split("平均得分").nth(1));
        about
            .unwrap_or_default()
            .split('。')
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    for (rules, second, expected) in [
        ("wuhan-2020", "84.8", "100分"),
        ("wuhan-2020", "42.4", "95分"),
        // Of forms that are laid out for other points.
        ("mof-2020", "84.8", "90分（其中：绩效评级为“优”的项目2个）"),
        (
            "mof-2020",
            "42.4",
            "87.5分（其中：绩效评级为“优”的项目1个，绩效评级为“良”的项目1个）",
        ),
        // What cannot be scored yet has no mean.
        ("wuhan-2020", "", "【待填】分"),
    ] {
        assert_eq!(of(rules, second), expected, "{rules} {second}");
    }
}
