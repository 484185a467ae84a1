//! The explanatory text of the example: every figure a real disclosure prints in its sections 1 to 12.

use juesuan::accounts::{Cell, Change, Column, TableNo};
use juesuan::disclosure::{Piece, Sentence, Source, Written};
use juesuan::exchange::{disclosure_html, disclosure_text, read_workbook};
use juesuan::finding::Code;
use juesuan::{Assessment, Edit, Workbook, assess};

fn example() -> Workbook {
    read_workbook(include_bytes!("../static/example.juesuan.json")).unwrap()
}

fn sentences(assessment: &Assessment) -> Vec<Sentence> {
    let sections = &assessment.accounts.disclosure.sections;
    let blocks = sections.iter().flat_map(|section| &section.blocks);
    blocks
        .flat_map(|block| match &**block {
            Written::Paragraph(sentences) => sentences.clone(),
            _ => Vec::new(),
        })
        .collect()
}

/// Everything the sentences of a key say.
fn said(workbook: &Workbook, key: &str) -> String {
    let assessment = assess(workbook, None);
    let all = sentences(&assessment);
    let of_key = all.iter().filter(|sentence| sentence.key == key);
    of_key.map(Sentence::text).collect()
}

fn set(workbook: &Workbook, path: &str, text: &str) -> Workbook {
    let cell: Cell = path.parse().unwrap();
    let change = Change::Set {
        cell,
        text: text.to_owned(),
    };
    workbook.edited(&Edit::Accounts(change)).unwrap()
}

fn codes(workbook: &Workbook) -> Vec<Code> {
    let assessment = assess(workbook, None);
    assessment
        .accounts
        .findings
        .iter()
        .map(|f| f.code)
        .collect()
}

#[test]
fn every_figure_of_a_real_disclosure_is_written() {
    let workbook = example();
    let mut rows = include_str!("golden/text.tsv").lines();
    assert_eq!(rows.next(), Some("where\tsentence\tprinted\tours\twhy"));
    let (mut count, mut differ) = (0, 0);
    // What a sentence says is used up row by row: a figure printed twice must be written twice.
    let mut left: std::collections::BTreeMap<String, String> = Default::default();
    for row in rows {
        let [place, key, printed, ours, why] = row.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not five columns: {row}");
        };
        let text = left
            .entry(key.to_owned())
            .or_insert_with(|| said(&workbook, key));
        let at = text
            .find(ours)
            .unwrap_or_else(|| panic!("{place}: {ours} not in {text}"));
        text.replace_range(at..at + ours.len(), "");
        let digits = |text: &str| -> String {
            let figure = |c: &char| c.is_ascii_digit() || *c == '.';
            text.chars().filter(figure).collect()
        };
        let same = digits(printed) == digits(ours);
        assert_eq!(same, why.is_empty(), "{place}: {printed} and {ours}");
        count += 1;
        differ += usize::from(!why.is_empty());
    }
    assert!(count >= 90, "{count} figures");
    // Two shares of income, the two of small firms, and zeros where there is nothing to compare.
    assert_eq!(differ, 12);
}

#[test]
fn the_example_waits_for_nothing_and_has_one_slip() {
    let assessment = assess(&example(), None);
    assert_eq!(assessment.accounts.disclosure.waiting_sentences(), 0);
    let found: Vec<Code> = assessment
        .accounts
        .findings
        .iter()
        .map(|f| f.code)
        .collect();
    assert_eq!(found, [Code::NarrativeTotal]);
}

#[test]
fn no_placeholder_survives_in_any_style() {
    for style in ["wuhan-2020", "zhejiang-2021"] {
        let workbook = set(&example(), "accounts.style", style);
        let assessment = assess(&workbook, None);
        let disclosure = &assessment.accounts.disclosure;
        assert_eq!(disclosure.style.id, style);
        for text in [
            disclosure_text("题", disclosure),
            disclosure_html("题", disclosure),
        ] {
            for left in ["{", "}", "增加(减少)", "XX", "待填", "不适用"] {
                assert!(!text.contains(left), "{style}: {left} in {text}");
            }
        }
    }
}

#[test]
fn words_follow_the_numbers() {
    #[track_caller]
    fn case(path: &str, text: &str, key: &str, expected: &str) {
        let written = said(&set(&example(), path, text), key);
        assert!(written.contains(expected), "{written}");
    }
    case(
        "accounts.01.left-total.last",
        "1,552.63",
        "total",
        "与2019年度相比各持平。",
    );
    case(
        "accounts.01.left-total.last",
        "1,600",
        "total",
        "各减少47.37万元，下降3.0%。",
    );
    case(
        "accounts.01.left-total.last",
        "0",
        "total",
        "各增加1,552.63万元。",
    );
    case(
        "accounts.07.running.budget",
        "0",
        "three.running",
        "年初没有安排预算",
    );
    case(
        "accounts.05[0].budget",
        "1,249.26",
        "general.classes",
        "完成年初预算的100.0%",
    );
    case(
        "accounts.facts.likeCivilService",
        "0",
        "operating.none",
        "没有机关运行经费",
    );
    case(
        "accounts.facts.services",
        "0",
        "procurement.none",
        "没有发生政府采购支出",
    );
}

#[test]
fn a_number_knows_where_it_comes_from() {
    let assessment = assess(&example(), None);
    let all = sentences(&assessment);
    let total = all.iter().find(|sentence| sentence.key == "total").unwrap();
    let figures: Vec<_> = total
        .pieces
        .iter()
        .filter_map(|piece| match piece {
            Piece::Figure(figure) => Some((
                figure.shown.as_str(),
                figure.source,
                figure.working.as_str(),
            )),
            Piece::Words(_) => None,
        })
        .collect();
    let cell = Cell::Fixed(TableNo::INCOME_AND_SPENDING, "left-total", Column::Amount);
    let growth = "(1,552.63 − 1,544.93) ÷ 1,544.93 = 0.4984…%";
    assert_eq!(
        figures,
        [
            ("1,552.63", Source::Accounts(cell), ""),
            ("7.7", Source::Accounts(cell), growth),
            ("0.5%", Source::Accounts(cell), growth),
        ]
    );
}

#[test]
fn a_missing_reason_is_a_finding() {
    for path in [
        "accounts.01.left-total.reasonLast",
        "accounts.05[0].reason",
        "accounts.07.vehicles.reasonLast",
        "accounts.facts.operatingReason",
    ] {
        let workbook = set(&example(), path, "");
        assert!(codes(&workbook).contains(&Code::ReasonMissing), "{path}");
    }
}

#[test]
fn an_unfilled_cell_is_waited_for_and_is_no_zero() {
    let workbook = set(&example(), "accounts.07.abroad.actual", "");
    let workbook = set(&workbook, "accounts.07.reception.actual", "");
    let workbook = set(&workbook, "accounts.07.purchase.actual", "");
    let workbook = set(&workbook, "accounts.07.total.actual", "");
    assert!(codes(&workbook).contains(&Code::SentenceWaiting));
    assert!(!said(&workbook, "three.abroad.none").contains('0'));
}

#[test]
fn a_sentence_is_reworded_and_its_figures_stay_live() {
    let own = "收支总计{总计}万元，{总计·增减}。";
    let workbook = set(&example(), "accounts.text.total", own);
    assert_eq!(
        said(&workbook, "total"),
        "收支总计1,552.63万元，增加7.7万元，增长0.5%。"
    );
    let workbook = set(&workbook, "accounts.01.left-total.last", "1,552.63");
    assert_eq!(said(&workbook, "total"), "收支总计1,552.63万元，持平。");

    let unknown = set(&example(), "accounts.text.total", "共{没有的数}万元。");
    assert!(codes(&unknown).contains(&Code::SentenceFigure));
    let typed = set(&example(), "accounts.text.total", "共1,552.63万元。");
    assert!(codes(&typed).contains(&Code::SentenceTyped));
}

#[test]
fn rounded_shares_that_miss_the_whole_are_said() {
    let mut workbook = example();
    for (path, text) in [
        ("accounts.03.total.total", "3"),
        ("accounts.03.total.basic", "1"),
        ("accounts.03.total.project", "1"),
        ("accounts.03.total.toAbove", "1"),
    ] {
        workbook = set(&workbook, path, text);
    }
    assert!(codes(&workbook).contains(&Code::SharesRounded));
}

#[test]
fn next_year_this_year_is_last_year() {
    let next = example().next_year();
    let last = |path: &str| {
        let cell: Cell = path.parse().unwrap();
        next.accounts.cell(cell).unwrap().to_string()
    };
    assert_eq!(last("accounts.01.left-total.last"), "1,552.63");
    assert_eq!(last("accounts.05[0].last"), "1,249.26");
    assert_eq!(last("accounts.05[0].code"), "208");
    assert_eq!(last("accounts.07.running.last"), "1.38");
    assert_eq!(last("accounts.facts.operatingLast"), "137.56");
    assert_eq!(last("accounts.05[0].total"), "");
}
