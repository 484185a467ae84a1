//! A review in the shapes of the JavaScript interface, in words, and handed on.

use juesuan::exchange::review_out::Review;
use juesuan::exchange::{
    ReviewHead, ReviewLine, review_csv, review_html, review_letter, review_lines, review_text,
    review_tsv,
};
use juesuan::paper::{Block, Cell, Paper, Place, Rect, Run, plain};
use juesuan::say::{Language, Spoken as _};
use juesuan::understand::{
    Apart, Cause, Finding, Lacking, Matter, Order, Residue, Severity, Spot, StatementKind, Unit,
    Verdict, YearFrame, review,
};
use serde_json::{Value, json};

/// A wrong rate, an amount of the text that the table has otherwise, and a word of the template.
const TEXT: &str = "云山市水务局2024年度部门决算

第三部分 2024年度部门决算情况说明
一、收入决算情况说明
云山市水务局2024年度收入合计9,759.38万元，其中：财政拨款收入9,746.50万元，占99.86%；其他收入12.88万元，占0.13%。
二、其他
年初预算为XX万元。
";

fn checked(text: &str) -> (Paper, juesuan::understand::Review) {
    let mut paper = plain::read(text);
    paper.name = Some("决算.txt".to_owned());
    let review = review(&paper);
    (paper, review)
}

fn shapes(text: &str) -> Value {
    let (paper, review) = checked(text);
    serde_json::to_value(Review::of(&review, &paper, Language::Chinese)).unwrap()
}

#[test]
fn a_review_as_scripts_see_it() {
    let review = shapes(TEXT);
    assert_eq!(
        review["about"],
        json!({ "unit": "云山市水务局", "year": 2024, "kind": "finalAccounts" })
    );
    assert_eq!(review["forms"], json!([]));
    assert_eq!(review["tables"], json!([]));
    let coverage = &review["coverage"];
    assert!(coverage["checked"].as_u64() <= coverage["figures"].as_u64());
    let rate = review["statements"]
        .as_array()
        .unwrap()
        .iter()
        .find(|statement| statement["claimed"] == "99.86%")
        .unwrap();
    assert_eq!(
        *rate,
        json!({
            "kind": "share", "place": { "block": 3, "start": 48, "end": 54 },
            "quote": rate["quote"], "claimed": "99.86%", "computed": "99.87%",
            "working": "9,746.50 ÷ 9,759.38 = 99.8680…%", "verdict": "wrong"
        })
    );
    let finding = &review["findings"][0];
    assert_eq!(
        *finding,
        json!({
            "code": "figure-wrong", "severity": "error", "path": "",
            "message": "“财政拨款收入”的占比“99.86%”算得不对，应为 99.87%（9,746.50 ÷ 9,759.38 = 99.8680…%），可能是末位直接舍去，没有四舍五入。",
            "working": "9,746.50 ÷ 9,759.38 = 99.8680…%", "remedy": "改为 99.87%",
            "place": { "block": 3, "start": 48, "end": 54 }, "quote": "99.86%",
            "also": finding["also"], "cause": "末位直接舍去，没有四舍五入"
        })
    );
    for also in finding["also"].as_array().unwrap() {
        assert_eq!(also["path"], "");
        assert!(also["message"].as_str().unwrap().contains("万元"), "{also}");
        assert_eq!(also["block"], 3);
    }
}

#[test]
fn a_table_and_a_place_in_it() {
    let review = shapes(
        "收入决算表\n单位：元\n项目\t本年收入合计\t财政拨款收入\t事业收入\n合计\t100.00\t60.00\t40.00\n甲\t50.00\t30.00\t20.00\n乙\t50.00\t31.00\t20.00\n",
    );
    assert_eq!(
        review["tables"],
        json!([{ "place": { "block": 2 }, "title": "收入决算表", "no": 2, "unit": "元", "amounts": 9, "empty": false }])
    );
    let place = &review["findings"][0]["place"];
    assert_eq!(
        *place,
        json!({ "block": 2, "row": 3, "column": 2, "start": 0, "end": 5 })
    );
}

#[test]
fn places_count_in_utf_16_and_have_a_box_where_there_are_pages() {
    let text = "𠮷收入合计100.00万元，其中：财政拨款收入60.00万元，占61.00%。";
    let units = text.encode_utf16().count();
    let place = Place {
        page: Some(3),
        ..Place::default()
    };
    let paper = Paper {
        blocks: vec![Block::Paragraph {
            text: text.to_owned(),
            place,
            runs: vec![Run {
                start: 0,
                end: units,
                page: 3,
                rect: Rect(0.0, 100.0, units as f64 * 10.0, 112.0),
                ends: (1..=units).map(|unit| unit as f32 * 10.0).collect(),
            }],
        }],
        ..Paper::default()
    };
    let found = review(&paper);
    let review = serde_json::to_value(Review::of(&found, &paper, Language::Chinese)).unwrap();
    let finding = &review["findings"][0];
    let start = text.split("61.00%").next().unwrap().encode_utf16().count();
    let place = &finding["place"];
    assert_eq!(finding["quote"], "61.00%");
    assert_eq!(
        (&place["start"], &place["end"]),
        (&json!(start), &json!(start + 6))
    );
    assert_eq!(place["page"], 3);
    let left = start as f64 * 10.0;
    assert_eq!(place["box"], json!([left, 100.0, left + 60.0, 112.0]));
}

/// Papers that none of our readers made.
#[test]
fn any_paper_is_reviewed_without_harm() {
    let cell = |text: &str, row, column, rows, columns| Cell {
        text: text.to_owned(),
        row,
        column,
        rows,
        columns,
        place: Place::default(),
        runs: vec![Run {
            start: 9,
            end: 3,
            page: 0,
            rect: Rect(1.0, 1.0, 0.0, 0.0),
            ends: vec![],
        }],
    };
    let table = |rows| Block::Table {
        rows,
        place: Place::default(),
    };
    for blocks in [
        vec![],
        vec![table(vec![])],
        vec![table(vec![vec![], vec![]])],
        vec![table(vec![vec![
            cell("合计", 7, 9, 0, 0),
            cell("1.00", 7, 9, 2, 2),
        ]])],
        vec![table(vec![
            vec![cell("合计", usize::MAX, usize::MAX, 1, 1)],
            vec![cell("100.00", 0, usize::MAX - 1, 1, 1)],
        ])],
        vec![Block::Heading {
            level: 0,
            text: "2024年".repeat(3),
            place: Place::default(),
            runs: vec![],
        }],
    ] {
        let paper = Paper {
            blocks,
            ..Paper::default()
        };
        let review = review(&paper);
        let written = Review::of(&review, &paper, Language::Chinese);
        assert!(serde_json::to_string(&written).is_ok());
    }
}

/// One of each matter, with what its sentence must have in it.
fn matters() -> Vec<(Matter, &'static [&'static str])> {
    let text = str::to_owned;
    let claim = |kind, printed: &str, right: &str| Matter::Claim {
        kind,
        name: text("人员经费"),
        printed: text(printed),
        right: text(right),
    };
    vec![
        (
            claim(StatementKind::Growth, "25.5%", "34.06%"),
            &["人员经费", "25.5%", "34.06%"],
        ),
        (
            claim(StatementKind::Score, "98分", ""),
            &["人员经费", "98分"],
        ),
        (
            Matter::Direction {
                name: text("公务接待费"),
                printed: text("增长27.78%"),
                up: Some(false),
            },
            &["公务接待费", "增长27.78%"],
        ),
        (
            Matter::Direction {
                name: String::new(),
                printed: text("增加3万元，下降5%"),
                up: None,
            },
            &["增加3万元，下降5%"],
        ),
        (
            Matter::Order {
                name: text("公务接待费"),
                printed: text("决算数小于预算数"),
                is: Order::Greater,
            },
            &["公务接待费", "决算数小于预算数"],
        ),
        (
            Matter::NotUnchanged {
                name: text("机关运行经费"),
                printed: text("与上年持平"),
            },
            &["机关运行经费", "与上年持平"],
        ),
        (
            Matter::Sum {
                name: text("采购"),
                printed: text("100.00万元"),
                sum: text("90.00万元"),
            },
            &["采购", "100.00万元", "90.00万元"],
        ),
        (
            Matter::Twice {
                name: text("机关运行经费"),
                printed: text("120.00万元"),
                before: text("100.00万元"),
            },
            &["机关运行经费", "120.00万元", "100.00万元"],
        ),
        (
            Matter::Rounded {
                figures: vec![(text("93.4%"), text("93.3%")); 7],
            },
            &["7", "93.4%", "93.3%"],
        ),
        (
            Matter::ZeroBase {
                figures: vec![text("0.00%")],
            },
            &["1", "0.00%"],
        ),
        (
            Matter::LastYear {
                name: text("公务接待费"),
                printed: text("比上年减少1.00万元"),
                before: text("5.00万元"),
                right: text("2.00万元"),
            },
            &["公务接待费", "比上年减少1.00万元", "5.00万元", "2.00万元"],
        ),
        (
            Matter::TableAmount {
                table: text("支出决算表"),
                what: text("教育支出·基本支出"),
                printed: text("41.00"),
                right: text("40.00"),
            },
            &["支出决算表", "教育支出·基本支出", "41.00", "40.00"],
        ),
        (
            Matter::SumOfParts {
                table: String::new(),
                what: text("合计"),
                printed: text("41.00"),
                right: text("40.00"),
            },
            &["合计", "41.00", "40.00"],
        ),
        (
            Matter::TwoTables {
                table: text("甲表"),
                what: text("合计"),
                printed: text("41.00"),
                other_table: text("乙表"),
                other_what: text("总计"),
                other: text("40.00"),
            },
            &["甲表", "合计", "41.00", "乙表", "总计", "40.00"],
        ),
        (
            Matter::RepeatedRow {
                table: text("支出决算表"),
                what: text("201一般公共服务支出"),
            },
            &["支出决算表", "201一般公共服务支出"],
        ),
        (
            Matter::MissingTables {
                numbers: vec![6, 10],
            },
            &["06", "10"],
        ),
        (Matter::RoundedSums { count: 4 }, &["4"]),
        (
            Matter::NothingButAmounts {
                what: text("政府性基金"),
            },
            &["政府性基金"],
        ),
        (
            Matter::AmountButEmpty {
                what: text("政府性基金"),
                printed: text("5.00万元"),
            },
            &["政府性基金", "5.00万元"],
        ),
        (
            Matter::ItemsNotSpent {
                items: vec![text("奖金"), text("水费")],
            },
            &["奖金", "水费"],
        ),
        (
            Matter::ItemsNotListed {
                items: vec![text("奖金")],
            },
            &["奖金"],
        ),
        (
            Matter::SubjectName {
                printed: text("甲（项）"),
                right: text("乙（项）"),
                code: text("2080599"),
            },
            &["甲（项）", "乙（项）", "2080599"],
        ),
        (
            Matter::SubjectLevel {
                printed: text("甲（款）"),
                right: text("甲（项）"),
            },
            &["甲（款）", "甲（项）"],
        ),
        (
            Matter::Purpose {
                printed: text("住房公积金支出"),
                subject: text("购房补贴"),
            },
            &["住房公积金支出", "购房补贴"],
        ),
        (Matter::NoReason, &[]),
        (
            Matter::ChangedAndUnchanged {
                printed: text("减少1万元，持平"),
            },
            &["减少1万元，持平"],
        ),
        (
            Matter::Year {
                printed: 2023,
                right: 2024,
                frame: YearFrame::Day,
            },
            &["2023", "2024"],
        ),
        (
            Matter::UnitName {
                printed: text("甲局"),
                right: text("乙局"),
            },
            &["甲局", "乙局"],
        ),
        (
            Matter::Contents {
                printed: text("机构设置及构成"),
                heading: Some(text("机构设置和构成")),
            },
            &["机构设置及构成", "机构设置和构成"],
        ),
        (
            Matter::Contents {
                printed: text("名词解释"),
                heading: None,
            },
            &["名词解释"],
        ),
        (
            Matter::Numbering {
                before: text("二、"),
                printed: text("四、"),
                right: text("三、"),
            },
            &["二、", "四、", "三、"],
        ),
        (
            Matter::Residue {
                kind: Residue::Choice,
                printed: text("增加（减少）"),
            },
            &["增加（减少）"],
        ),
        (
            Matter::Lacking {
                what: Lacking::Percent,
                printed: text("13.95"),
                right: Some(text("13.95%")),
            },
            &["13.95", "13.95%"],
        ),
        (
            Matter::Bracket {
                sign: '（',
                opens: true,
            },
            &["（"],
        ),
        (
            Matter::Punctuation {
                printed: text("。。"),
                right: text("。"),
            },
            &["。。"],
        ),
        (Matter::NoFullStop, &["。"]),
        (
            Matter::Words {
                printed: text("较上一度"),
                right: text("较上一年度"),
            },
            &["较上一度", "较上一年度"],
        ),
        (
            Matter::ScoreAboveWeight {
                name: text("培训人次"),
                printed: text("12"),
                weight: text("10"),
            },
            &["培训人次", "12", "10"],
        ),
        (
            Matter::Misplaced {
                name: text("学员满意率"),
                under: text("时效指标"),
                belongs: text("满意度"),
            },
            &["学员满意率", "时效指标", "满意度"],
        ),
        (
            Matter::TargetAndActual {
                why: Apart::Units,
                name: text("宣传"),
                target: text("1000份"),
                actual: text("5场"),
            },
            &["宣传", "1000份", "5场"],
        ),
        (
            Matter::FormBlank {
                name: text("合格率"),
                what: text("得分"),
            },
            &["合格率", "得分"],
        ),
        (
            Matter::Grade {
                printed: text("优"),
                total: text("62"),
            },
            &["优", "62"],
        ),
    ]
}

fn finding(matter: Matter, severity: Severity) -> Finding {
    Finding {
        severity,
        matter,
        spot: Spot::default(),
        also: Vec::new(),
        working: None,
        cause: None,
    }
}

#[test]
fn every_matter_is_said_in_every_language() {
    let mut codes: Vec<&str> = Vec::new();
    for (matter, parts) in matters() {
        codes.push(matter.code());
        for severity in [Severity::Error, Severity::Warning, Severity::Notice] {
            let mut finding = finding(matter.clone(), severity);
            for working in [None, Some("1 ÷ 3 = 33.3333…%")] {
                finding.working = working.map(str::to_owned);
                for language in Language::ALL {
                    let told = language.found(&finding);
                    let message = &told.message;
                    for part in parts {
                        assert!(message.contains(part), "{message} lacks {part}");
                    }
                    let end = if language == Language::Chinese {
                        '。'
                    } else {
                        '.'
                    };
                    assert!(message.ends_with([end, ':']), "{message}");
                    assert!(
                        !message.contains("“”") && !message.contains("  "),
                        "{message}"
                    );
                    assert_ne!(told.remedy.as_deref(), Some(""), "{message}");
                    assert!(!matter.spoken(language).is_empty());
                }
            }
        }
        for (name, value) in matter.arguments() {
            assert!(!name.is_empty() && !value.contains('\n'));
        }
    }
    codes.dedup();
    assert_eq!(codes, Matter::CODES);
}

#[test]
fn names_are_stable_and_come_back() {
    for (severity, name) in Severity::NAMES {
        assert_eq!(Severity::named(name), Some(*severity));
    }
    for (kind, name) in StatementKind::NAMES {
        assert_eq!(StatementKind::named(name), Some(*kind));
    }
    for (verdict, name) in Verdict::NAMES {
        assert_eq!(
            (Verdict::named(name), verdict.as_str()),
            (Some(*verdict), *name)
        );
    }
    assert_eq!(Unit::named("万元"), Some(Unit::Wan));
    assert_eq!(Cause::named("no such"), None);
    for language in Language::ALL {
        for (cause, _) in Cause::NAMES {
            assert!(!cause.spoken(language).is_empty());
        }
    }
    assert_eq!(
        Language::Chinese.table_no(1),
        "公开01表（收入支出决算总表）"
    );
    assert_eq!(Language::English.table_no(9), "table 09");
}

fn listed() -> (ReviewHead, Vec<ReviewLine>) {
    let (paper, review) = checked(TEXT);
    let mut head = ReviewHead::of(&review, &paper);
    head.date = "2025-09-01".to_owned();
    head.reviewer = "张三".to_owned();
    head.version = "0.1.0".to_owned();
    let lines = review_lines(&review, &paper, Language::Chinese);
    (head, lines)
}

#[test]
fn the_list_as_text() {
    let (head, mut lines) = listed();
    assert_eq!(lines.len(), 2, "{lines:?}");
    lines[0].remark = "见表二".to_owned();
    lines[1].aside = Some("模板如此".to_owned());
    let text = review_text(&head, &lines, Language::Chinese);
    let expected = [
        "单位：云山市水务局",
        "年度：2024",
        "文件：决算.txt",
        "核对日期：2025-09-01",
        "核对人：张三",
        "程序：0.1.0",
    ];
    let mut found = text.lines();
    for line in expected {
        assert_eq!(found.next(), Some(line));
    }
    let counts = found.next().unwrap();
    assert!(counts.ends_with("错误 1，警告 0，提示 0。"), "{counts}");
    assert_eq!(found.next(), Some(""));
    assert_eq!(
        found.next(),
        Some(
            "1. 【错误】第 4 段“一、收入决算情况说明”，原文“99.86%”：“财政拨款收入”的占比“99.86%”算得不对，应为 99.87%（9,746.50 ÷ 9,759.38 = 99.8680…%），可能是末位直接舍去，没有四舍五入。（批注：见表二）"
        )
    );
    assert_eq!(
        found.next(),
        Some(
            "2. 【已搁置】第 6 段“二、其他”，原文“XX”：模板中的空“XX”没有填写：请填写，或删去这一句。（搁置理由：模板如此）"
        )
    );
    assert_eq!(found.next(), None);
    // What is not known is left out.
    let text = review_text(&ReviewHead::default(), &[], Language::Chinese);
    assert_eq!(text, "共 0 个数，核对了 0 个；错误 0，警告 0，提示 0。\n\n");
}

#[test]
fn the_list_as_a_table() {
    let (mut head, mut lines) = listed();
    head.unit = "=cmd()".to_owned();
    lines[0].quote = "-1+1".to_owned();
    lines[0].remark = "a\"b\nc\td".to_owned();
    let csv = review_csv(&head, &lines, Language::Chinese);
    assert!(csv.starts_with("\u{feff}\"单位\",\"'=cmd()\"\r\n\"年度\",\"2024\"\r\n"));
    let head = "\r\n\r\n\"序号\",\"级别\",\"类别\",\"位置\",\"原文\",\"问题\",\"计算\",\"建议或说明\",\"批注\"\r\n\"1\",\"错误\",\"占比有误\",";
    assert!(csv.contains(head), "{csv}");
    assert!(csv.contains("\"'-1+1\"") && csv.contains("\"a\"\"b\nc\td\""));
    let tsv = review_tsv(&lines, Language::Chinese);
    let rows: Vec<Vec<&str>> = tsv.lines().map(|row| row.split('\t').collect()).collect();
    assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [9, 9, 9]);
    assert_eq!(rows[1][8], "a\"b c d");
    let html = review_html(&lines, Language::English);
    assert!(html.contains("<td>Severity</td>") && !html.contains("<td>-1+1"));
}

#[test]
fn the_letter() {
    let (head, mut lines) = listed();
    let letter = review_letter(&head, &lines, Language::Chinese);
    let paragraphs: Vec<&str> = letter.trim_end().split("\n\n").collect();
    assert_eq!(paragraphs[0], "关于云山市水务局2024年度公开文稿的核对意见");
    assert_eq!(paragraphs[1], "云山市水务局：");
    assert!(paragraphs[2].starts_with("“决算.txt”共有 "));
    assert!(paragraphs[2].ends_with("发现需要改正的 2 处，请改正后公开。具体如下："));
    assert!(
        paragraphs[3].starts_with("1. 第 4 段“一、收入决算情况说明”，原文“99.86%”：“财政拨款收入”")
    );
    assert!(paragraphs[4].starts_with("2. 第 6 段“二、其他”，原文“XX”："));
    assert!(paragraphs[5].contains("版本 0.1.0"));
    assert_eq!(paragraphs[6..], ["张三", "2025-09-01"]);

    // What was set aside, and notices, are no matter of the unit's; warnings stand behind errors.
    lines[0].severity = Severity::Warning;
    lines.push(ReviewLine {
        severity: Severity::Notice,
        ..lines[0].clone()
    });
    let letter = review_letter(&head, &lines, Language::Chinese);
    let paragraphs: Vec<&str> = letter.trim_end().split("\n\n").collect();
    assert!(paragraphs[2].contains("需要改正的 1 处，另有 1 处请核实"));
    assert!(paragraphs[3].starts_with("1. 第 6 段") && paragraphs[4].contains("（请核实）"));
    assert_eq!(paragraphs.len(), 8);
    for line in &mut lines {
        line.aside = Some("已核".to_owned());
    }
    for (language, nothing) in [
        (Language::Chinese, "没有发现需要改正的地方。"),
        (
            Language::English,
            "Nothing was found that has to be corrected.",
        ),
    ] {
        let letter = review_letter(&ReviewHead::default(), &lines, language);
        assert!(
            letter.contains(nothing) && !letter.contains("1. "),
            "{letter}"
        );
        assert!(!letter.contains("“”"), "{letter}");
    }
}

#[test]
fn a_place_in_words() {
    let page = |place: &Place, heading: &str| {
        Language::ALL.map(|language| language.page().list_place(place, heading))
    };
    let place = |page, sheet: Option<&str>, cell: Option<&str>, at: Option<(usize, usize)>| Place {
        page,
        block: 6,
        sheet: sheet.map(str::to_owned),
        cell: cell.map(str::to_owned),
        row: at.map(|(row, _)| row),
        column: at.map(|(_, column)| column),
        ..Place::default()
    };
    for (place, heading, expected) in [
        (
            place(Some(3), None, None, Some((1, 2))),
            "收入决算表",
            ["第 3 页“收入决算表”", "Page 3, “收入决算表”"],
        ),
        (
            place(None, Some("收入"), Some("B7"), Some((6, 1))),
            "",
            ["工作表“收入”B7", "Sheet “收入” B7"],
        ),
        (
            place(None, Some("收入"), None, None),
            "",
            ["工作表“收入”", "Sheet “收入”"],
        ),
        (
            place(None, None, None, Some((1, 2))),
            "",
            ["表格第 2 行第 3 列", "Table, row 2, column 3"],
        ),
        (
            place(None, None, None, None),
            "一、总体",
            ["第 7 段“一、总体”", "Paragraph 7, “一、总体”"],
        ),
    ] {
        assert_eq!(page(&place, heading), expected);
    }
}

#[test]
fn forms_as_scripts_see_them() {
    let text = "项目支出绩效自评表
项目名称\t培训经费
实施单位\t云山市水务局
年度资金总额\t年初预算数\t全年预算数（A）\t全年执行数（B）\t分值\t执行率（B/A）\t得分
总额\t20.00\t20.00\t19.00\t10\t95%\t9.5
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分
产出指标\t数量指标\t培训人次\t≥100人次\t120人次\t90\t90
总分\t\t\t\t\t100\t99.5";
    let paper = plain::read(text);
    let seen = |rules: Option<&str>| {
        let rules = rules.map(|id| &**juesuan::evaluation::rule_set(id).unwrap());
        let review = juesuan::understand::review_by(&paper, None, rules);
        let review = Review::of(&review, &paper, Language::Chinese);
        serde_json::to_value(&review.forms[0]).unwrap()
    };
    let form = seen(None);
    let facts = json!({
        "kind": form["kind"], "title": form["title"], "name": form["name"], "unit": form["unit"],
        "ruleSet": form["ruleSet"], "rulesFrom": form["rulesFrom"], "claimedTotal": form["claimedTotal"],
        "computedTotal": form["computedTotal"], "indicators": form["indicators"], "left": form["left"],
    });
    assert_eq!(
        facts,
        json!({
            "kind": "project", "title": "项目支出绩效自评表", "name": "培训经费", "unit": "云山市水务局",
            "ruleSet": "mof-2020", "rulesFrom": "guessed", "claimedTotal": "99.5",
            "computedTotal": "99.5", "indicators": 1, "left": 0,
        })
    );
    assert_eq!(
        form["form"]["goals"][0]["indicators"][0]["target"],
        json!("≥100人次")
    );
    let given = seen(Some("wuhan-2020"));
    assert_eq!(
        (&given["ruleSet"], &given["rulesFrom"]),
        (&json!("wuhan-2020"), &json!("given"))
    );
}
