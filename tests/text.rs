//! The explanatory text of the example: every figure a real disclosure prints in its sections 1 to 12.

use juesuan::accounts::{Cell, Change, Column, Fact, TableNo};
use juesuan::disclosure::{Piece, Sentence, Source, Written};
use juesuan::exchange::{disclosure_html, disclosure_text, read_workbook};
use juesuan::finding::Code;
use juesuan::say::Spoken as _;
use juesuan::{Assessment, Edit, History, Workbook, assess};

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
                figure.working.in_chinese(),
            )),
            Piece::Words(_) => None,
        })
        .collect();
    let cell = Cell::Fixed(TableNo::INCOME_AND_SPENDING, "left-total", Column::Amount);
    let growth = "(1,552.63 − 1,544.93) ÷ 1,544.93 = 0.4984…%";
    assert_eq!(
        figures,
        [
            ("1,552.63", Source::Accounts(cell), String::new()),
            ("7.7", Source::Accounts(cell), growth.to_owned()),
            ("0.5%", Source::Accounts(cell), growth.to_owned()),
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

/// That a table has nothing, or has all its rows, was said of one year: the next states no zeros that nobody stated.
#[test]
fn next_year_states_nothing_of_empty_tables() {
    for no in TableNo::all() {
        for change in [
            Change::SetNone {
                table: no,
                none: true,
            },
            Change::SetComplete {
                table: no,
                complete: true,
            },
        ] {
            let this = Workbook::new("2024", "某中心", "mof-2020");
            let this = this.edited(&Edit::Accounts(change)).unwrap();
            let next = this.next_year();
            let table = next.accounts.table(no);
            assert!(!table.none && !table.complete, "{no}");
            let reckoned = juesuan::accounts::reckon(&next.accounts, next.layout());
            let total = Cell::Fixed(no, "total", Column::Total);
            assert_eq!(reckoned.value(total).known(), None, "{no}");
        }
    }
}

/// Matters of the key work stay; what was written of the year is emptied, and at hand, also after rows moved.
#[test]
fn next_year_words_are_at_hand() {
    let this = example();
    let next = this.next_year();
    assert_eq!(next.accounts.work.len(), this.accounts.work.len());
    let work = &next.accounts.work[0];
    assert_eq!(work.matter, this.accounts.work[0].matter);
    assert_eq!(work.target, this.accounts.work[0].target);
    assert!(work.progress.is_blank() && work.actual_value.is_blank());
    let words = |workbook: &Workbook, path: &str| {
        let cell: Cell = format!("accounts.{path}").parse().unwrap();
        let typed = workbook.accounts.cell(cell).unwrap().to_string();
        let last = workbook.accounts.last_words(cell).map(ToString::to_string);
        (typed, last)
    };
    for path in [
        "01.left-total.reasonLast",
        "05[0].reason",
        "facts.operatingReason",
        "facts.performanceWork",
        "work[0].progress",
    ] {
        let (before, none) = words(&this, path);
        assert!(!before.is_empty() && none.is_none(), "{path}");
        assert_eq!(words(&next, path), (String::new(), Some(before)), "{path}");
    }
    // The profile is no matter of the year.
    let functions = words(&this, "facts.functions").0;
    assert_eq!(words(&next, "facts.functions"), (functions, None));
    // They go along with their rows.
    let add = Edit::Accounts(Change::AddLine {
        table: TableNo::GENERAL,
        at: 0,
    });
    let moved = next.edited(&add).unwrap();
    assert_eq!(
        words(&moved, "05[1].reason").1,
        words(&this, "05[0].reason").0.into()
    );
    // In one step, and back.
    let mut history = History::new(this.clone());
    history.apply(&Edit::NextYear).unwrap();
    assert_eq!(**history.present(), next);
    history.undo();
    assert_eq!(**history.present(), this);
    let file = serde_json::to_string(&next).unwrap();
    assert_eq!(serde_json::from_str::<Workbook>(&file).unwrap(), next);
}

/// What a sentence of a key waits for, as the page shows it.
fn waited(workbook: &Workbook, key: &str) -> Vec<String> {
    let assessment = assess(workbook, None);
    let of_key = sentences(&assessment).into_iter().filter(|s| s.key == key);
    let missing = of_key.filter(|s| s.waits).flat_map(|s| s.missing);
    missing.map(|missing| missing.in_chinese()).collect()
}

fn with(cells: &[(&str, &str)]) -> Workbook {
    cells.iter().fold(example(), |workbook, (path, text)| {
        set(&workbook, &format!("accounts.{path}"), text)
    })
}

/// A change is spoken of as it shows; one that shows as nothing is none, and needs no reason.
#[test]
fn changes_are_said_as_they_show() {
    let total = |this: &str, last: &str| {
        with(&[
            ("01.left-total.amount", this),
            ("01.left-total.last", last),
            ("01.left-total.reasonLast", ""),
        ])
    };
    for (this, last, expected, reason) in [
        ("100", "100", "各持平。", false),
        ("100", "100.00", "各持平。", false),
        ("100.004", "100", "各基本持平。", false),
        ("100", "100.004", "各基本持平。", false),
        ("1,000,040元", "100", "各基本持平。", false),
        ("100.005", "100", "各增加0.01万元，增长不足0.1%。", true),
        ("100.01", "100", "各增加0.01万元，增长不足0.1%。", true),
        (
            "10,000,000",
            "10,000,000.01",
            "各减少0.01万元，下降不足0.1%。",
            true,
        ),
        ("100.05", "100", "各增加0.05万元，增长0.1%。", true),
        ("0.01", "0", "各增加0.01万元。", true),
        ("0", "100", "各减少100万元，下降100.0%。", true),
    ] {
        let workbook = total(this, last);
        let said = said(&workbook, "total");
        assert!(said.ends_with(expected), "{this} and {last}: {said}");
        let at: Cell = "accounts.01.left-total.reasonLast".parse().unwrap();
        let findings = assess(&workbook, None).accounts.findings;
        let wanted = findings
            .iter()
            .any(|f| f.cell == at && f.code == Code::ReasonMissing);
        assert_eq!(wanted, reason, "{this} and {last}");
    }
    // In the style with two decimals.
    let zhejiang = set(
        &total("10,000", "9,999.99"),
        "accounts.style",
        "zhejiang-2021",
    );
    assert!(said(&zhejiang, "total").contains("增长不足0.01%"));
    // Against a budget, and with the year before it.
    for (budget, key, expected) in [
        ("1.38", "three.running", "与年初预算持平"),
        ("1.384", "three.running", "与年初预算基本持平"),
        ("1.37", "three.running", "比年初预算增加0.01万元"),
    ] {
        let said = said(&with(&[("07.running.budget", budget)]), key);
        assert!(said.contains(expected), "{expected}: {said}");
    }
    for (last, expected) in [
        ("1.85", "支出比2019年度减少0.47万元，下降25.4%，"),
        ("1.38", "支出与2019年度持平，"),
        ("1.384", "支出与2019年度基本持平，"),
    ] {
        let said = said(
            &with(&[("07.total.last", last), ("07.vehicles.last", last)]),
            "three.last",
        );
        assert!(said.contains(expected), "{expected}: {said}");
    }
    // What is less than half a cent and not nothing is no 0万元.
    let tiny = with(&[("07.reception.actual", "0.004")]);
    assert!(
        said(&tiny, "three.reception").is_empty(),
        "its counts are not typed"
    );
    let tiny = with(&[
        ("07.reception.actual", "0.004"),
        ("facts.receptions", "1"),
        ("facts.guests", "1"),
    ]);
    assert!(said(&tiny, "three.reception").contains("决算0.004万元"));
}

/// Standard sentences have no words for what is below zero, nor for more than all there is.
#[test]
fn senseless_sentences_wait_and_say_why() {
    for (cells, key, expected) in [
        (
            vec![("01.left-total.amount", "-5")],
            "total",
            "总计：-5 小于零，标准句子不写负数",
        ),
        (vec![("01.left-total.last", "-5")], "total", ""),
        (
            vec![("facts.operating", "-94.44")],
            "operating",
            "机关运行经费·增减：下降 150.0%，超过 100%：本年数小于零，不写下降的百分比",
        ),
        (
            vec![("07.running.budget", "-2.5")],
            "three.running",
            "公务用车运行费·完成：预算数 -2.5 小于零，不写完成的百分比",
        ),
        (
            vec![("07.running.actual", "-1.25")],
            "three.running",
            "公务用车运行费·完成：决算数（执行数） -1.25 小于零，不写完成的百分比",
        ),
        (
            vec![("facts.smallMedium", "17.14")],
            "procurement.small",
            "中小企业合同·占政府采购支出：部分 17.14 大于合计 8.57，占比超过 100%",
        ),
        (
            vec![("facts.smallMedium", "-8")],
            "procurement.small",
            "中小企业合同：-8 小于零，标准句子不写负数",
        ),
        (vec![("facts.smallMedium", "8.57")], "procurement.small", ""),
        (vec![("07.running.actual", "5")], "three.running", ""),
    ] {
        let workbook = with(&cells);
        let waited = waited(&workbook, key);
        if expected.is_empty() {
            assert!(
                waited.is_empty() && !said(&workbook, key).is_empty(),
                "{cells:?}: {waited:?}"
            );
            continue;
        }
        assert!(
            waited.iter().any(|said| said == expected),
            "{cells:?}: {waited:?}"
        );
        assert_eq!(said(&workbook, key), "", "{cells:?}");
    }
    // The clerk's own words may.
    let own = [
        ("01.left-total.amount", "-5"),
        ("text.total", "收支总计{总计}万元。"),
    ];
    assert_eq!(said(&with(&own), "total"), "收支总计-5万元。");
}

/// What is typed is not replaced, and each cell has the one sentence that is true of it.
#[test]
fn operating_expenses_as_typed_or_as_in_table_06() {
    for (typed, expected, waits) in [
        ("", "支出137.56万元", ""),
        ("100", "支出100万元", ""),
        ("100万元", "支出100万元", ""),
        ("12x", "", "机关运行经费填的是“12x”，读不出"),
        ("12a", "", "机关运行经费填的是“12a”，读不出"),
        ("壹佰x", "", "机关运行经费填的是“壹佰x”，读不出"),
    ] {
        let workbook = with(&[("facts.operating", typed)]);
        let said = said(&workbook, "operating");
        assert!(
            said.contains(expected) && said.is_empty() != waits.is_empty(),
            "{typed}: {said}"
        );
        let waited = waited(&workbook, "operating");
        assert_eq!(waited.first().map_or("", String::as_str), waits, "{typed}");
        let cell: Cell = "accounts.facts.operating".parse().unwrap();
        let findings = assess(&workbook, None).accounts.findings;
        let of_cell: Vec<&str> = findings
            .iter()
            .filter(|f| f.cell == cell && f.code != Code::FactsDisagree)
            .map(|f| f.code.as_str())
            .collect();
        let expected: &[&str] = if waits.is_empty() {
            &[]
        } else {
            &["figure-unreadable"]
        };
        assert_eq!(of_cell, expected, "{typed}");
        // Nor is it next year's last year's.
        let last: Cell = "accounts.facts.operatingLast".parse().unwrap();
        let next = workbook.next_year();
        let last = next.accounts.cell(last).unwrap().to_string();
        let figure = if waits.is_empty() {
            said_figure(&said)
        } else {
            String::new()
        };
        assert_eq!(last, figure, "{typed}");
    }
}

/// The first amount of a sentence.
fn said_figure(text: &str) -> String {
    let (_, behind) = text.split_once("支出").unwrap();
    behind.split_once("万元").unwrap().0.to_owned()
}

/// Sums of what is typed beside the tables follow once all their parts are there, by a click too; half a
/// list is not said.
#[test]
fn a_blank_part_is_not_nothing() {
    let staff = |cells: &[(&str, &str)]| {
        let mut all = vec![
            ("facts.administrative", ""),
            ("facts.publicService", ""),
            ("facts.likeCivilService", ""),
            ("facts.otherStaff", ""),
        ];
        all.extend(cells);
        with(&all)
    };
    let whole = |workbook: &Workbook| {
        let assessment = assess(workbook, None);
        let profile = sentences(&assessment).into_iter();
        let profile = profile.filter(|s| s.key.starts_with("profile.staff"));
        profile.map(|s| s.text()).collect::<String>()
    };
    for (cells, expected) in [
        (vec![], ""),
        (vec![("facts.publicService", "6")], ""),
        (
            vec![("facts.administrative", "38"), ("facts.publicService", "6")],
            "",
        ),
        (
            vec![
                ("facts.administrative", "38"),
                ("facts.publicService", "6"),
                ("facts.otherStaff", "0"),
            ],
            "年末在职实有44人，其中行政人员38人、事业人员6人。",
        ),
        (
            vec![
                ("facts.administrative", "38"),
                ("facts.publicService", "0"),
                ("facts.otherStaff", "0"),
            ],
            "年末在职实有38人，其中行政人员38人。",
        ),
        (
            vec![
                ("facts.administrative", "0"),
                ("facts.publicService", "6"),
                ("facts.likeCivilService", "5"),
                ("facts.otherStaff", "2"),
                ("facts.retired", "9"),
            ],
            "年末在职实有8人，其中事业人员6人（参照公务员法管理5人）；离退休人员9人。",
        ),
        (
            vec![
                ("facts.administrative", "0"),
                ("facts.publicService", "0"),
                ("facts.otherStaff", "0"),
            ],
            "年末在职实有0人。",
        ),
        (
            vec![
                ("facts.administrative", "3x"),
                ("facts.publicService", "6"),
                ("facts.otherStaff", "0"),
            ],
            "",
        ),
    ] {
        let workbook = staff(&cells);
        let said = whole(&workbook);
        assert!(
            said.ends_with(expected) && said.is_empty() == expected.is_empty(),
            "{cells:?}: {said}"
        );
    }
    for (cells, key, waits) in [
        (
            vec![("facts.goods", "")],
            "procurement",
            "待填：政府采购货物支出",
        ),
        (vec![("facts.law", "")], "assets", "待填：执法执勤用车"),
        (
            vec![("facts.law", "1.5")],
            "assets",
            "执法执勤用车填的是“1.5”，读不出",
        ),
        (vec![("facts.law", "")], "assets.none", "待填：执法执勤用车"),
        // One of the parts of running costs is blank: the rest is all there is, or is not.
        (
            vec![("facts.insurance", "")],
            "three.running.parts",
            "待填：保险费",
        ),
        (vec![("facts.administrative", "")], "operating", ""),
        (
            vec![("facts.administrative", ""), ("facts.likeCivilService", "")],
            "operating.none",
            "待填：行政编制在职人数",
        ),
        (
            vec![("facts.likeCivilService", "")],
            "operating.none",
            "待填：参照公务员法管理人数",
        ),
        (
            vec![("facts.threePublicScope", "")],
            "three.scope",
            "待填：三公范围",
        ),
        (
            vec![("facts.resultsUse", "")],
            "performance.use",
            "待填：结果应用",
        ),
    ] {
        let workbook = with(&cells);
        let waited = waited(&workbook, key);
        assert_eq!(
            waited.first().map_or("", String::as_str),
            waits,
            "{cells:?}"
        );
        assert_eq!(
            said(&workbook, key).is_empty(),
            !waits.is_empty(),
            "{cells:?}"
        );
    }
    // Blank parts are no difference from the whole; those that exceed it are.
    for (cells, disagree) in [
        (vec![("facts.insurance", "")], false),
        (vec![("facts.insurance", ""), ("facts.fuel", "2")], true),
        (
            vec![("facts.insurance", "0.2"), ("facts.otherRunning", "0")],
            true,
        ),
        (
            vec![("facts.insurance", "0.37"), ("facts.otherRunning", "0")],
            false,
        ),
    ] {
        let codes = codes(&with(&cells));
        assert_eq!(codes.contains(&Code::FactsDisagree), disagree, "{cells:?}");
    }
    // The rest is nothing: said by one click, of blank cells only.
    let half = with(&[
        ("facts.law", ""),
        ("facts.leaders", ""),
        ("facts.technical", "2x"),
    ]);
    let facts = vec![
        Fact::Law,
        Fact::Leaders,
        Fact::Technical,
        Fact::Emergency,
        Fact::Outputs,
    ];
    let filled = half
        .edited(&Edit::Accounts(Change::FillFacts { facts }))
        .unwrap();
    let typed = |fact| filled.accounts.cell(Cell::Fact(fact)).unwrap().to_string();
    assert_eq!(
        [Fact::Law, Fact::Leaders, Fact::Technical, Fact::Emergency].map(typed),
        ["0", "0", "2x", "1"]
    );
    assert!(typed(Fact::Outputs).starts_with("完成了"));
}

/// A list of subjects that make up less than their total is half a list.
#[test]
fn half_a_list_waits() {
    let workbook = with(&[("05.total.total", "1,600")]);
    let waited = waited(&workbook, "general.structure.parts");
    assert_eq!(
        waited,
        ["一般公共预算支出：各类之和 1,552.16 小于合计 1,600，还有没填的行"]
    );
    assert_eq!(said(&workbook, "general.structure"), "");
    // Rounding is no gap.
    let rounded = with(&[("05.total.total", "1,552.17")]);
    assert!(said(&rounded, "general.structure.parts").contains("占80.5%"));
    // One part that is not known: nothing of the list, and its name.
    let workbook = with(&[("03.total.business", "12x")]);
    assert_eq!(said(&workbook, "spending.parts"), "");
    assert_eq!(said(&workbook, "spending"), "");
    // What hangs in the air is not written: a total with parts of nothing.
    let nothing = with(&[
        ("03.total.total", "5"),
        ("03.total.basic", "0"),
        ("03.total.project", "0"),
        ("03.total.toAbove", "0"),
        ("03.total.business", "0"),
        ("03.total.toSubordinates", "0"),
    ]);
    assert_eq!(said(&nothing, "spending"), "");
    // And of nothing there is a sentence.
    let none = set(&nothing, "accounts.03.total.total", "0");
    assert_eq!(said(&none, "spending.none"), "2020年度没有支出。");
}

/// Words that somebody typed run neither into the next sentence nor into a mark.
#[test]
fn typed_words_end_as_sentences_do() {
    for (path, text, key, expected) in [
        (
            "facts.outputs",
            "完成了任务",
            "performance.outputs",
            "主要产出和效益：完成了任务。",
        ),
        (
            "facts.outputs",
            "完成了任务。",
            "performance.outputs",
            "主要产出和效益：完成了任务。",
        ),
        (
            "facts.outputs",
            "完成了任务；",
            "performance.outputs",
            "主要产出和效益：完成了任务；",
        ),
        ("facts.functions", "办事", "profile.functions", "办事。"),
        (
            "01.left-total.reasonLast",
            "，人员增加；",
            "total.reason",
            "变动的主要原因是人员增加。",
        ),
        (
            "01.left-total.reasonLast",
            "人员增加。",
            "total.reason",
            "变动的主要原因是人员增加。",
        ),
        (
            "facts.threePublicScope",
            "单位本级。",
            "three.scope",
            "的是单位本级。",
        ),
    ] {
        let said = said(&with(&[(path, text)]), key);
        assert!(said.ends_with(expected), "{text}: {said}");
    }
    let only_a_mark = with(&[("01.left-total.reasonLast", "。")]);
    assert!(codes(&only_a_mark).contains(&Code::ReasonMissing));
}

/// Subjects are explained where something was spent or budgeted, or is not known yet: a zero is a zero
/// whether typed or derived.
#[test]
fn the_glossary_explains_what_occurs() {
    let explained = |cells: &[(&str, &str)]| {
        let assessment = assess(&with(cells), None);
        let sections = &assessment.accounts.disclosure.sections;
        let blocks = sections.iter().flat_map(|section| &section.blocks);
        let entries = blocks.flat_map(|block| match &**block {
            Written::Glossary(entries) => entries.clone(),
            _ => Vec::new(),
        });
        entries.map(|entry| entry.term).collect::<Vec<_>>()
    };
    let housing = |terms: &[String]| {
        let of = |name: &str| terms.iter().any(|term| term.ends_with(name));
        [
            of("住房公积金（项）"),
            of("提租补贴（项）"),
            of("购房补贴（项）"),
        ]
    };
    for (cells, expected) in [
        (vec![], [true, true, true]),
        (
            vec![
                ("05[15].basic", "0"),
                ("05[15].budget", "0"),
                ("05[16].basic", "-"),
                ("05[16].budget", "0"),
            ],
            [true, false, false],
        ),
        // The third is what is left of the whole: nothing.
        (
            vec![
                ("05[14].basic", "138"),
                ("05[16].basic", ""),
                ("05[16].budget", "0"),
            ],
            [true, true, false],
        ),
        (
            vec![("05[15].basic", "0"), ("05[15].budget", "3")],
            [true, true, true],
        ),
        // Not known yet.
        (
            vec![("05[15].basic", "12x"), ("05[15].budget", "0")],
            [true, true, true],
        ),
    ] {
        assert_eq!(housing(&explained(&cells)), expected, "{cells:?}");
    }
    let terms = |cells: &[(&str, &str)]| explained(cells).iter().any(|term| term == "其他收入");
    assert!(terms(&[]));
    assert!(!terms(&[("02.total.other", "0")]));
    assert!(terms(&[("02.total.other", "-1")]));
}

/// The forms' figures that the text uses are read as the tables' are.
#[test]
fn figures_of_forms_wait_too() {
    use juesuan::evaluation::{Cell as FormCell, ExecutionField};
    let typed = |form: usize, field, text: &str| {
        let cell = FormCell::Execution(field);
        let text = text.to_owned();
        example()
            .edited(&Edit::SetCell { form, cell, text })
            .unwrap()
    };
    for (form, field, text, key, waits) in [
        (
            0,
            ExecutionField::Actual,
            "12x",
            "performance.overall",
            "整体执行填的是“12x”，读不出",
        ),
        (
            0,
            ExecutionField::Actual,
            "",
            "performance.overall",
            "待填：整体执行",
        ),
        (
            0,
            ExecutionField::Budget,
            "12x",
            "performance.overall",
            "整体预算填的是“12x”，读不出",
        ),
        (
            0,
            ExecutionField::Actual,
            "-5",
            "performance.overall",
            "整体执行：-5 小于零，标准句子不写负数",
        ),
        (
            1,
            ExecutionField::Actual,
            "12x",
            "performance",
            "项目资金填的是“12x”，读不出",
        ),
        (
            2,
            ExecutionField::Actual,
            "",
            "performance",
            "待填：项目资金",
        ),
        (
            1,
            ExecutionField::Actual,
            "12x",
            "general.projects",
            "合同人员经费填的是“12x”，读不出",
        ),
        (
            1,
            ExecutionField::Actual,
            "1,000",
            "performance",
            "项目资金·占一般公共预算项目支出：部分 1,084.8 大于合计 178.3，占比超过 100%",
        ),
    ] {
        let workbook = typed(form, field, text);
        let waited = waited(&workbook, key);
        assert!(
            waited.iter().any(|said| said == waits),
            "{form} {text}: {waited:?}"
        );
        assert_eq!(said(&workbook, key), "", "{form} {text}");
    }
}

/// Subjects are named where something was spent on them; which those are must be known of all.
#[test]
fn lists_of_names_are_whole() {
    for (cells, key, expected) in [
        (vec![], "basic.public.list", "，包括办公费、印刷费、水费、"),
        (
            vec![("06[11].amount", "0")],
            "basic.public.list",
            "，包括办公费、水费、",
        ),
        (
            vec![("06[11].amount", ""), ("06[10].amount", "")],
            "basic.public.list",
            "",
        ),
        (vec![("06[11].amount", "12x")], "basic.public.list", ""),
        (vec![("05[2].total", "12x")], "general.subjects", ""),
        (
            vec![("05[3].project", "0"), ("05[3].basic", "0")],
            "general.subjects",
            "有：行政运行、事业单位离退休、",
        ),
    ] {
        let said = said(&with(&cells), key);
        assert!(
            said.contains(expected) && said.is_empty() == expected.is_empty(),
            "{cells:?}: {said}"
        );
    }
}
