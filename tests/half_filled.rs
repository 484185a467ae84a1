//! Workbooks as they stand while somebody fills them in: half empty, unreadable, zero, negative, tiny.
//! Whatever is in them, what the text says is whole, and known.

use juesuan::accounts::{
    Cell, Cells, Column, Fact, FactKind, Layout, Reading, Table, TableNo, Value,
};
use juesuan::disclosure::{Piece, Sentence, Source, Written};
use juesuan::evaluation::Form;
use juesuan::exchange::{disclosure_text, read_workbook};
use juesuan::finding::Code;
use juesuan::say::{InWords as _, Spoken as _};
use juesuan::{Assessment, Workbook, assess};
use std::rc::Rc;

const STYLES: [&str; 2] = ["wuhan-2020", "zhejiang-2021"];

/// Dice that fall the same way for the same seed.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn one_of<'a>(&mut self, texts: &[&'a str]) -> &'a str {
        texts[self.roll(texts.len())]
    }
}

/// How a workbook is filled in: how often a cell is left blank, of ten, and what is typed.
struct Manner {
    blank: usize,
    amounts: &'static [&'static str],
    counts: &'static [&'static str],
}

const MANNERS: [Manner; 5] = [
    Manner {
        blank: 5,
        amounts: &[
            "0", "0.004", "0.005", "-5", "100", "100.004", "12x", "1,552.63", "3元", "-", "7.7",
            "50",
        ],
        counts: &["0", "1", "6", "38", "-1", "1.5", "12a", "44人"],
    },
    // Everything is there.
    Manner {
        blank: 0,
        amounts: &["0", "100", "50", "7.7", "1,552.63", "0.01"],
        counts: &["0", "1", "6", "38"],
    },
    // Nothing happened.
    Manner {
        blank: 1,
        amounts: &["0", "0", "0", "-", "无", "0.00"],
        counts: &["0"],
    },
    // Equal, or nearly so.
    Manner {
        blank: 1,
        amounts: &[
            "10,000,000",
            "10,000,000.01",
            "10,000,000.004",
            "9,999,999.999",
        ],
        counts: &["1", "2"],
    },
    Manner {
        blank: 3,
        amounts: &["-3", "-0.004", "0", "2", "-1,000"],
        counts: &["-1", "0", "3"],
    },
];

fn filled(seed: u64) -> Workbook {
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ 0x5555);
    let manner = &MANNERS[seed as usize % MANNERS.len()];
    let year = match dice.roll(8) {
        0 => "",
        1 => "abc",
        _ => "2024年度",
    };
    let mut workbook = Workbook::new(year, dice.one_of(&["某中心", "某局", ""]), "wuhan-2020");
    let layout = workbook.layout();
    let accounts = Rc::make_mut(&mut workbook.accounts);
    accounts.style = dice.one_of(&STYLES).to_owned();
    for no in TableNo::all() {
        let table = table(layout, no, manner, &mut dice);
        accounts.tables[no.index()] = Rc::new(table);
    }
    for fact in Fact::ALL {
        if dice.roll(10) < manner.blank {
            continue;
        }
        let text = match fact.kind() {
            FactKind::Text if *fact == Fact::OperatingReason => {
                dice.one_of(&["，因为停用", "。", "人员增加。"])
            }
            FactKind::Text => dice.one_of(&["做了一些工作", "如下。", "按计划完成；"]),
            FactKind::Amount => dice.one_of(manner.amounts),
            FactKind::Count => dice.one_of(manner.counts),
        };
        accounts.set(Cell::Fact(*fact), text).unwrap();
    }
    for at in 0..dice.roll(3) {
        let mut form: Form = workbook.new_project();
        form.name = ["扩面项目", "宣传项目"][at].into();
        workbook.forms.push(Rc::new(form));
    }
    for form in &mut workbook.forms {
        let form = Rc::make_mut(form);
        if dice.roll(10) >= manner.blank {
            form.execution.budget = dice.one_of(manner.amounts).into();
            form.execution.actual = dice.one_of(manner.amounts).into();
            form.deviation = dice.one_of(&["", "进度较慢"]).into();
            form.improvement = dice.one_of(&["", "加快进度。"]).into();
        }
    }
    workbook
}

fn table(layout: &'static Layout, no: TableNo, manner: &Manner, dice: &mut Dice) -> Table {
    let of = layout.table(no);
    let mut table = Table::default();
    if of.may_be_empty.is_some() && dice.roll(3) == 0 {
        table.none = true;
        return table;
    }
    let cells = |columns: &[Column], dice: &mut Dice| {
        let mut cells = Cells::new();
        for column in columns {
            if dice.roll(10) < manner.blank {
                continue;
            }
            let text = match column {
                column if column.is_amount() => dice.one_of(manner.amounts),
                Column::Reason | Column::ReasonLast => dice.one_of(&["人员增加。", "停用，", "。"]),
                _ => continue,
            };
            cells.insert(*column, text.into());
        }
        cells
    };
    let columns: Vec<Column> = of.columns.iter().map(|c| c.column).collect();
    for (side, row) in of.rows() {
        let cells = cells(&side.columns, dice);
        if !cells.is_empty() {
            table.rows.insert(row.key.clone(), cells);
        }
    }
    let codes: &[&str] = match (of.lines.is_some(), no) {
        (false, _) => &[],
        (true, TableNo::BASIC) => &["301", "30101", "302", "30201", "303", "30302"],
        (true, _) => &["208", "20801", "2080109", "210", "21011", "2101102", "221"],
    };
    for code in codes {
        if dice.roll(2) == 0 {
            continue;
        }
        let mut cells = cells(&columns, dice);
        cells.insert(Column::Code, (*code).into());
        table.lines.push(Rc::new(cells));
    }
    table
}

fn paragraphs(assessment: &Assessment) -> Vec<&Vec<Sentence>> {
    let sections = &assessment.accounts.disclosure.sections;
    let blocks = sections.iter().flat_map(|section| &section.blocks);
    let paragraphs = blocks.filter_map(|block| match &**block {
        Written::Paragraph(sentences) => Some(sentences),
        _ => None,
    });
    paragraphs.collect()
}

/// The lines of all paragraphs, as they are handed out.
fn lines(assessment: &Assessment) -> Vec<String> {
    let mut lines = Vec::new();
    for sentences in paragraphs(assessment) {
        let mut begun = false;
        for sentence in sentences.iter().filter(|sentence| !sentence.waits) {
            if sentence.line || !begun {
                lines.push(String::new());
            }
            begun = true;
            lines.last_mut().unwrap().push_str(&sentence.text());
        }
    }
    lines
}

/// The percentages behind a word: `占…的` 12.5%.
fn rates<'a>(line: &'a str, word: &'a str) -> impl Iterator<Item = f64> + 'a {
    line.match_indices(word).filter_map(|(at, _)| {
        let clause = line[at..].split(['，', '。', '；', '（']).next()?;
        let (before, _) = clause.split_once('%')?;
        let digits = before.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '-');
        digits.replace(',', "").parse().ok()
    })
}

/// What is wrong with a line, by the look of it.
fn faults(line: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for wrong in [
        "，，",
        "。。",
        "，。",
        "：。",
        "；。",
        "、。",
        "；；",
        "，；",
        "、，",
        "：，",
        "：；",
        "年年",
        "年度年度",
        "{",
        "}",
        "None",
        "NaN",
        "增加0万元",
        "减少0万元",
        "增长0.0",
        "下降0.0%",
        "下降0.00%",
        "与比",
        "比与",
        "在职实有人",
        "  ",
        "abc",
        "12x",
        "12a",
        "金额·",
        "()",
        "（）",
        "“”",
    ] {
        if line.contains(wrong) {
            faults.push(wrong.to_owned());
        }
    }
    const MARKS: &str = "，。；：、！？）”%-−";
    if line.starts_with(|c| MARKS.contains(c)) {
        faults.push("begins with a mark".to_owned());
    }
    if !line.ends_with(['。', '；']) {
        faults.push("has no end".to_owned());
    }
    if line
        .split('。')
        .any(|sentence| sentence.matches("其中").count() > 1)
    {
        faults.push("其中 twice".to_owned());
    }
    for (open, close) in [('（', '）'), ('“', '”')] {
        if line.matches(open).count() != line.matches(close).count() {
            faults.push(format!("{open}{close}"));
        }
    }
    let chars: Vec<char> = line.chars().collect();
    if chars
        .windows(2)
        .any(|pair| "-−".contains(pair[0]) && pair[1].is_ascii_digit())
    {
        faults.push("a number below zero".to_owned());
    }
    for (word, most) in [("占", 100.0), ("下降", 100.0), ("完成年初预算", f64::MAX)] {
        if rates(line, word).any(|rate| !(0.0..=most).contains(&rate)) {
            faults.push(format!("{word} beyond its bounds"));
        }
    }
    faults
}

/// Figures of cells of which nothing is known.
fn unknown(workbook: &Workbook, assessment: &Assessment) -> Vec<String> {
    let reckoned = &assessment.accounts.reckoned;
    let pieces = paragraphs(assessment)
        .into_iter()
        .flatten()
        .flat_map(|s| &s.pieces);
    let figures = pieces.filter_map(|piece| match piece {
        Piece::Figure(figure) => Some(figure),
        Piece::Words(_) => None,
    });
    let is_known = |source: Source| match source {
        Source::Accounts(Cell::Fact(Fact::Operating)) => {
            let public = Cell::Fixed(TableNo::BASIC, "public", Column::Amount);
            match workbook.accounts.fact(Fact::Operating) {
                Reading::Number(_) => true,
                Reading::Blank => reckoned.value(public).known().is_some(),
                _ => false,
            }
        }
        Source::Accounts(Cell::Fact(fact)) => {
            // Of what running the vehicles costs the whole may leave nothing for a blank one.
            matches!(workbook.accounts.fact(fact), Reading::Number(_))
        }
        Source::Accounts(cell) => reckoned.value(cell).known().is_some(),
        Source::Form(..) | Source::None => true,
    };
    let unknown = figures.filter(|figure| !is_known(figure.source));
    unknown.map(|figure| format!("{figure:?}")).collect()
}

/// Cells said to be blank that are not, and cells that cannot be read said to be something else too.
fn untrue(workbook: &Workbook, assessment: &Assessment) -> Vec<String> {
    let findings = &assessment.accounts.findings;
    let mut untrue = Vec::new();
    for finding in findings {
        let typed = workbook
            .accounts
            .cell(finding.cell)
            .is_some_and(|text| !text.is_blank());
        let says_blank = finding.message().contains("还没有填写");
        if finding.code == Code::SentenceWaiting && says_blank && typed {
            untrue.push(format!("{}: {}", finding.cell, finding.message()));
        }
        let of_cell = |code| {
            findings
                .iter()
                .filter(|f| f.cell == finding.cell && f.code == code)
                .count()
        };
        if finding.code == Code::FigureUnreadable && of_cell(Code::SentenceWaiting) > 0 {
            untrue.push(format!("{}: unreadable and waited for", finding.cell));
        }
        if of_cell(finding.code) > 1 && finding.code == Code::SentenceWaiting {
            untrue.push(format!("{}: said twice", finding.cell));
        }
    }
    untrue
}

#[test]
fn whatever_is_filled_in_the_text_is_whole_and_known() {
    let (mut written, mut waiting) = (0, 0);
    let mut wrong = Vec::new();
    for seed in 0..250 {
        let workbook = filled(seed);
        let assessment = assess(&workbook, None);
        let disclosure = &assessment.accounts.disclosure;
        waiting += disclosure.waiting_sentences();
        for line in lines(&assessment) {
            written += 1;
            let faults = faults(&line);
            if !faults.is_empty() {
                wrong.push(format!("seed {seed}: {faults:?} in {line}"));
            }
        }
        let unknown = unknown(&workbook, &assessment);
        let untrue = untrue(&workbook, &assessment);
        let told = unknown.into_iter().chain(untrue);
        wrong.extend(told.map(|what| format!("seed {seed}: {what}")));
        // Whole paragraphs as they are handed out.
        let text = disclosure_text("题", disclosure);
        let marked = |line: &&str| line.starts_with(['，', '。', '；', '：', '、']);
        let marked = text.lines().filter(marked);
        wrong.extend(marked.map(|line| format!("seed {seed}: {line}")));
    }
    let shown = wrong.iter().take(20).cloned().collect::<Vec<_>>();
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        shown.join("\n")
    );
    // Both happen often, so that neither is passed by.
    assert!(
        written > 3_000 && waiting > 3_000,
        "{written} written, {waiting} waiting"
    );
}

#[test]
fn the_look_of_a_line_is_told() {
    for (line, is_wrong) in [
        (
            "收入总计5万元，与2023年度相比各增加0.01万元，增长不足0.1%。",
            false,
        ),
        ("。", true),
        ("，其中货物5万元。", true),
        ("在职44人，其中行政人员38人，其中事业人员6人。", true),
        ("收入总计5万元，与2023年度相比各增加0万元，增长0.0%。", true),
        ("本年收入合计5万元，其中：", true),
        ("支出5万元，占本年支出的200.0%。", true),
        ("比2023年度减少15万元，下降150.0%。", true),
        ("决算-5万元，完成年初预算的-50.0%。", true),
        ("2024年年度收入总计5万元。", true),
    ] {
        assert_eq!(!faults(line).is_empty(), is_wrong, "{line}");
    }
}

#[test]
fn an_empty_workbook_says_nothing() {
    for style in STYLES {
        for year in ["2024", ""] {
            let mut workbook = Workbook::new(year, "某中心", "wuhan-2020");
            Rc::make_mut(&mut workbook.accounts).style = style.to_owned();
            assert_eq!(lines(&assess(&workbook, None)), [""; 0], "{style}");
            // Nor does one cell make it say anything of others.
            for path in [
                "accounts.01.left-total.amount",
                "accounts.facts.publicService",
                "accounts.07.running.actual",
            ] {
                let mut one = workbook.clone();
                let cell: Cell = path.parse().unwrap();
                Rc::make_mut(&mut one.accounts).set(cell, "5").unwrap();
                for line in lines(&assess(&one, None)) {
                    assert!(!line.contains("没有"), "{path}: {line}");
                    let zero = line
                        .split(|c: char| !c.is_ascii_digit() && c != '.')
                        .any(|n| n == "0");
                    assert!(!zero, "{path}: {line}");
                }
            }
        }
    }
}

/// Every cell of the example, one after the other, made unreadable: what is typed is replaced nowhere,
/// what needs it waits and shows it, and the cell has the one finding that is true of it.
#[test]
fn what_cannot_be_read_is_never_replaced() {
    let example = read_workbook(include_bytes!("../static/example.juesuan.json")).unwrap();
    let mut cells: Vec<Cell> = Fact::ALL
        .iter()
        .filter(|fact| fact.kind() != FactKind::Text)
        .map(|fact| Cell::Fact(*fact))
        .collect();
    let layout = example.layout();
    for no in TableNo::all() {
        for (side, row) in layout.table(no).rows() {
            let amounts = side.columns.iter().filter(|column| column.is_amount());
            cells.extend(amounts.map(|column| Cell::Fixed(no, &row.key, *column)));
        }
        for line in 0..example.accounts.table(no).lines.len() {
            let columns = layout.table(no).columns.iter().map(|c| c.column);
            cells.extend(
                columns
                    .filter(|c| c.is_amount())
                    .map(|c| Cell::Line(no, line, c)),
            );
        }
    }
    assert!(cells.len() > 300, "{}", cells.len());
    let mut shown = 0;
    for style in STYLES {
        for cell in &cells {
            let mut workbook = example.clone();
            let accounts = Rc::make_mut(&mut workbook.accounts);
            accounts.style = style.to_owned();
            accounts.set(*cell, "12x").unwrap();
            let assessment = assess(&workbook, None);
            assert_eq!(&**workbook.accounts.cell(*cell).unwrap(), "12x");
            let of_cell = assessment
                .accounts
                .findings
                .iter()
                .filter(|f| f.cell == *cell);
            let codes: Vec<Code> = of_cell.map(|f| f.code).collect();
            assert!(codes.contains(&Code::FigureUnreadable), "{cell}: {codes:?}");
            assert!(!codes.contains(&Code::SentenceWaiting), "{cell}: {codes:?}");
            if cell.table().is_some() {
                assert_eq!(
                    assessment.accounts.reckoned.value(*cell),
                    Value::Invalid,
                    "{cell}"
                );
            }
            let unknown = unknown(&workbook, &assessment);
            assert!(unknown.is_empty(), "{cell}: {unknown:#?}");
            for sentence in paragraphs(&assessment).into_iter().flatten() {
                for missing in &sentence.missing {
                    if missing.source == Source::Accounts(*cell) {
                        assert!(sentence.waits, "{cell}");
                        assert!(
                            missing.in_chinese().ends_with("填的是“12x”，读不出"),
                            "{}",
                            missing.in_chinese()
                        );
                        shown += 1;
                    }
                }
            }
        }
    }
    assert!(shown > 100, "{shown}");
}
