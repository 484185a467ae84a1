//! Quick figures: the four calculations of two or three boxes, the structure of a list, the growth of
//! several years, and the three public expenses. Texts in, texts out.

use juesuan::quick::{
    Calculation, Cells, MOST_LINES, MOST_YEARS, Outcome, RowKind, Sheet, Structure, Table,
    ThreePublic, ThreeRow, structure, three_public, years,
};
use juesuan::say::Language;
use proptest::prelude::*;

/// Compares what a list of cases came to with what is expected, all at once.
#[track_caller]
fn compare<I: std::fmt::Debug, O: PartialEq + std::fmt::Debug>(
    cases: impl IntoIterator<Item = (I, O, O)>,
) {
    let wrong: Vec<String> = cases
        .into_iter()
        .filter(|(_, got, expected)| got != expected)
        .map(|(input, got, expected)| {
            format!("{input:?}:\n  got      {got:?}\n  expected {expected:?}")
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A table as lines: cells parted by bars, the note behind.
fn drawn(table: &Option<Table>) -> Vec<String> {
    let rows = table.iter().flat_map(|table| &table.rows);
    rows.map(|row| {
        let note = if row.note.is_empty() {
            String::new()
        } else {
            format!(" ({})", row.note)
        };
        row.cells.join("|") + &note
    })
    .collect()
}

/// Everything said of a result but its table and its sentence: problems, what is waited for,
/// warnings, remarks.
fn said(sheet: &Sheet) -> Vec<String> {
    let lines = sheet.problems.iter().chain(&sheet.waiting);
    let lines = lines.chain(&sheet.warnings).chain(&sheet.remarks);
    lines.cloned().collect()
}

fn texts<const N: usize>(texts: [&str; N]) -> Vec<String> {
    texts.map(str::to_owned).to_vec()
}

// ---- two or three boxes

#[test]
fn calculations() {
    let cases: &[(Calculation, &[&str], &str, &str)] = &[
        (
            Calculation::Completion,
            &["1.38", "2.5"],
            "55.2%",
            "完成年初预算的55.2%",
        ),
        (
            Calculation::Completion,
            &["0", "0"],
            "—",
            "未安排预算，也未发生支出",
        ),
        (
            Calculation::Growth,
            &["1.38", "1.85"],
            "-25.4%",
            "减少0.47万元，下降25.4%",
        ),
        (Calculation::Growth, &["5", "5"], "0.0%", "与上年持平"),
        (
            Calculation::Share,
            &["148.59万元", "15,521,600元"],
            "9.6%",
            "148.59万元，占9.6%",
        ),
        (
            Calculation::Score,
            &["10", "≥2.0%", "1.0%"],
            "5 分",
            "得5分",
        ),
    ];
    compare(cases.iter().map(|(calculation, boxes, figure, sentence)| {
        let got = match calculation.of(boxes, Language::Chinese) {
            Outcome::Answer(answer) => (answer.figure, answer.sentence),
            other => (format!("{other:?}"), String::new()),
        };
        let expected = ((*figure).to_owned(), (*sentence).to_owned());
        ((calculation, boxes), got, expected)
    }));
}

/// Where a percentage would say the opposite of what happened there is no ready sentence, and it is said
/// why. The figure itself is shown.
#[test]
fn no_sentence_where_none_makes_sense() {
    use Calculation::{Completion, Growth, Share};
    let cases: &[(Calculation, [&str; 2], &str, &str)] = &[
        (
            Completion,
            ["-5", "10"],
            "-50.0%",
            "决算数（执行数） -5 小于零",
        ),
        (Completion, ["5", "-10"], "-50.0%", "预算数 -10 小于零"),
        (
            Completion,
            ["-5", "-10"],
            "50.0%",
            "决算数（执行数） -5 小于零",
        ),
        (Completion, ["-5", "0"], "—", "决算数（执行数） -5 小于零"),
        (Growth, ["-5", "10"], "-150.0%", "下降 150.0%，超过 100%"),
        (Growth, ["-0.02", "10"], "-100.2%", "下降 100.2%，超过 100%"),
        (Share, ["20", "10"], "200.0%", "部分 20 大于合计 10"),
        (Share, ["10.01", "10"], "100.1%", "部分 10.01 大于合计 10"),
        (Share, ["-1", "10"], "-10.0%", "部分 -1 小于零"),
        (Share, ["1", "-10"], "-10.0%", "合计 -10 小于零"),
        // Near misses, which have one.
        (Completion, ["20", "10"], "200.0%", ""),
        (Completion, ["0", "10"], "0.0%", ""),
        (Growth, ["0", "10"], "-100.0%", ""),
        (Growth, ["30", "10"], "200.0%", ""),
        (Growth, ["5", "-10"], "—", ""),
        (Growth, ["10,000,000.01", "10,000,000"], "0.0%", ""),
        (Growth, ["0.004", "0"], "—", ""),
        (Share, ["10", "10"], "100.0%", ""),
        // Rounding of the two, no more.
        (Share, ["1,552.17", "1,552.16"], "100.0%", ""),
        (Share, ["0", "10"], "0.0%", ""),
    ];
    for (calculation, boxes, figure, why) in cases {
        let Outcome::Answer(answer) = calculation.of(boxes, Language::Chinese) else {
            panic!("{calculation:?} of {boxes:?}");
        };
        assert_eq!(answer.figure, *figure, "{boxes:?}");
        assert_eq!(answer.sentence.is_empty(), !why.is_empty(), "{boxes:?}");
        let said = answer.remarks.concat();
        assert!(
            said.starts_with(why) && said.is_empty() == why.is_empty(),
            "{said}"
        );
    }
    // A rate that shows as zero though something changed is no growth of zero.
    for (boxes, sentence) in [
        (
            ["10,000,000.01", "10,000,000"],
            "增加0.01万元，增长不足0.1%",
        ),
        (["9,999,999.99", "10,000,000"], "减少0.01万元，下降不足0.1%"),
        (["10.005", "10"], "增加0.005万元，增长0.1%"),
        (["10.004", "10"], "增加0.004万元，增长不足0.1%"),
        (["10", "10.00"], "与上年持平"),
    ] {
        let Outcome::Answer(answer) = Growth.of(&boxes, Language::Chinese) else {
            panic!("{boxes:?}");
        };
        assert_eq!(answer.sentence, sentence);
    }
    for (list, sentence, warned) in [
        ("2019 10\n2020 -5", "", true),
        ("2019 -10\n2020 -5", "", true),
        ("2019 0\n2020 -5", "", true),
        (
            "2018 10\n2019 -5\n2020 5",
            "2020年5万元，比上年增加10万元；比2018年减少5万元，下降50.0%。",
            false,
        ),
        (
            "2019 10,000,000\n2020 10,000,000.01",
            "2020年10,000,000.01万元，比上年增加0.01万元，增长不足0.1%。",
            false,
        ),
        (
            "二〇一九年 5\n二〇二〇年度 6",
            "2020年6万元，比上年增加1万元，增长20.0%。",
            false,
        ),
        (
            "２０１９年　5\n2020 年 6",
            "2020年6万元，比上年增加1万元，增长20.0%。",
            false,
        ),
    ] {
        let sheet = years(list, Language::Chinese);
        assert_eq!(sheet.sentence, sentence, "{list}");
        assert_eq!(!sheet.warnings.is_empty(), warned, "{list}");
        assert!(sheet.table.is_some(), "{list}");
    }
    // A printed dash is a zero, as in table 公开07.
    let none = ["-", "—", "无"];
    let sheet = three_public(
        &[none, none, none, ["2.5", "1.38", "1.85"]],
        Language::Chinese,
    )
    .sheet;
    assert!(
        sheet.problems.is_empty() && !sheet.sentence.is_empty(),
        "{sheet:?}"
    );
}

// ---- structure

const THREE: &str =
    "社会保障和就业支出\t1,249.26\r\n卫生健康支出\t148.59\r\n住房保障支出\t154.31\r\n";

#[test]
fn structure_of_a_list() {
    let Structure { sheet, rounding } = structure(THREE, 1, true, Language::Chinese);
    assert_eq!(
        drawn(&sheet.table),
        [
            "社会保障和就业支出|1,249.26|80.5%",
            "卫生健康支出|148.59|9.6%",
            "住房保障支出|154.31|9.9%",
            "合计|1,552.16|100.0%",
        ]
    );
    assert_eq!(
        sheet.sentence,
        "社会保障和就业支出1,249.26万元，占80.5%；卫生健康支出148.59万元，占9.6%；\
         住房保障支出154.31万元，占9.9%。"
    );
    assert_eq!((rounding, said(&sheet)), (None, Vec::new()));
    let table = sheet.table.unwrap();
    assert!(
        table
            .text()
            .starts_with("项目\t金额（万元）\t占比\r\n社会保障和就业支出\t1,249.26\t80.5%\r\n")
    );
    assert!(table.html().starts_with("<table><tr><td>项目</td><td>"));
    assert_eq!(table.rows[3].kind, RowKind::Total);
}

/// What lines are read as: names and amounts of the table.
#[test]
fn lines_that_are_read() {
    let cases: &[(&str, &[&str])] = &[
        // A tab, blanks of any width, or nothing but the amount.
        ("甲\t5", &["甲|5"]),
        ("甲 5", &["甲|5"]),
        ("甲　　5", &["甲|5"]),
        ("\t5", &["第1项|5"]),
        ("5", &["第1项|5"]),
        ("5\n乙 5\n6", &["第1项|5", "乙|5", "第3项|6"]),
        // Numbers of every look.
        ("甲\t１，２４９．２６", &["甲|1,249.26"]),
        ("甲 1 249.26", &["甲|1,249.26"]),
        ("1 249.26", &["第1项|1,249.26"]),
        ("甲\t12,492,600元", &["甲|1,249.26"]),
        ("甲 1.5 亿元", &["甲|15,000"]),
        ("甲 约5万元", &["甲|5"]),
        // Names with blanks and digits.
        ("2018年 项目 5", &["2018年 项目|5"]),
        ("项目 208 1249.26", &["项目 208|1,249.26"]),
        ("208\t1249.26", &["208|1,249.26"]),
        // Empty lines, and cells with line ends as Excel copies them.
        ("\n甲\t5\n\n\n乙\t6\n", &["甲|5", "乙|6"]),
        (
            "\"因公出国\n（境）费\"\t5\n\"甲\"\"乙\"\t6",
            &["因公出国（境）费|5", "甲\"乙|6"],
        ),
        ("\"三公\"经费\t5", &["\"三公\"经费|5"]),
        ("甲\t5\t\n乙\t\t6", &["甲|5", "乙|6"]),
    ];
    compare(cases.iter().map(|(text, expected)| {
        let sheet = structure(text, 1, false, Language::Chinese).sheet;
        let rows = drawn(&sheet.table);
        let read = rows.iter().take(rows.len().saturating_sub(1));
        let read: Vec<String> = read
            .map(|row| row.rsplit_once('|').unwrap().0.to_owned())
            .collect();
        let said = said(&sheet);
        let expected = expected.iter().map(|row| (*row).to_owned()).collect();
        (text, (read, said), (expected, Vec::new()))
    }));
}

/// What is said of lines that are no parts, or cannot be read.
#[test]
fn lines_that_are_said() {
    let cases: &[(&str, &[&str])] = &[
        ("", &["粘贴或填写后立即显示结果"]),
        (" \n\t\n", &["粘贴或填写后立即显示结果"]),
        // Totals.
        ("甲 5\n乙 6\n合计 11", &["第 3 行的合计与各项之和一致。"]),
        (
            "甲 5\n乙 6\n总　计：\t11",
            &["第 3 行的合计与各项之和一致。"],
        ),
        (
            "支出合计\t11\n甲\t5\n乙\t6",
            &["第 1 行的合计与各项之和一致。"],
        ),
        (
            "甲 5\n乙 6\n合计 11.5",
            &["第 3 行的合计 11.5 与各项之和 11 不符，相差 0.5 万元：请核对各项和合计。"],
        ),
        ("甲 5\n合计", &[]),
        ("合计 5", &["粘贴或填写后立即显示结果"]),
        (
            "甲 5\n小计 5\n乙 6",
            &[
                "第 2 行“小计”是其他行的小计，会重复计算：请删去这一行。",
                "各行改正、填齐后再计算占比。",
            ],
        ),
        // Headings.
        ("项目\t决算数\n甲\t5", &["第 1 行是表头，没有计入。"]),
        (
            "单位：万元\n项目\t金额\n甲\t5",
            &["第 1 行是表头，没有计入。", "第 2 行是表头，没有计入。"],
        ),
        (
            "项目\t金额（元）\n甲\t5",
            &[
                "第 1 行写的单位是“元”，没有单位的金额却按万元读：请在每个金额后面写上单位，或换算成万元，再删去这一行。",
                "各行改正、填齐后再计算占比。",
            ],
        ),
        // Not yet, and not at all.
        (
            "甲 5\n卫生健康支出",
            &[
                "第 2 行“卫生健康支出”后面还没有金额，没有发生的填 0。",
                "各行改正、填齐后再计算占比。",
            ],
        ),
        (
            "甲 5\n\n乙\t6x\n丙 7",
            &[
                "第 3 行“6x”不是数字：第 2 个字“x”无法识别，请填写金额，例如 1,249.26。",
                "各行改正、填齐后再计算占比。",
            ],
        ),
        (
            "\"甲\n乙\"\t5\n丙\t-",
            &[
                "第 3 行“-”不是数字：后面缺少数字，请填写金额，没有发生的填 0。",
                "各行改正、填齐后再计算占比。",
            ],
        ),
        (
            "甲 5人",
            &["第 1 行“5人”的单位“人”不适用于这里：请填写金额（元、万元、亿元）。"],
        ),
        (
            "卫生健康支出148.59",
            &[
                "第 1 行“卫生健康支出148.59”不是数字：第 1 个字“卫”无法识别，请在名称和金额之间空一格。",
            ],
        ),
        (
            "甲 1,24",
            &[
                "第 1 行“1,24”的千分位不对：第 2 个字处的分隔应每三位一个，请填写金额，例如 1,249.26。",
            ],
        ),
        (
            "甲\t1000000000000000000",
            &["第 1 行“1000000000000000000”太大：整数部分最多 18 位，请核对位数。"],
        ),
        ("甲\t5\t80.5%", &["第 1 行有 3 列：请只留名称和金额两列。"]),
        // No shares.
        (
            "甲 5\n乙 -1",
            &["“乙”是 -1，小于 0：有小于 0 的项，占比没有意义，不计算。"],
        ),
        ("甲 0\n乙 0", &["各项之和是 0，不计算占比。"]),
        (
            "甲 999999999999999999\n乙 1",
            &["各项之和太大：请核对位数。"],
        ),
    ];
    compare(cases.iter().map(|(text, expected)| {
        let expected: Vec<String> = expected.iter().map(|line| (*line).to_owned()).collect();
        (
            text,
            said(&structure(text, 1, false, Language::Chinese).sheet),
            expected,
        )
    }));
}

#[test]
fn lines_that_can_be_read_are_shown_while_others_wait() {
    let Structure { sheet, rounding } =
        structure("甲 5\n乙 6x\n丙 7\n合计 18", 1, false, Language::Chinese);
    assert_eq!(
        drawn(&sheet.table),
        ["甲|5|—", "丙|7|—", "已读出的合计|12|—"]
    );
    assert_eq!((sheet.sentence.as_str(), rounding), ("", None));
}

#[test]
fn rounding_is_said_and_adjusted_on_demand() {
    let list = "甲\t1\n乙\t1\n丙\t1";
    let plain = structure(list, 1, false, Language::Chinese);
    let rounding = plain.rounding.unwrap();
    assert_eq!(rounding.said, "四舍五入后各项之和为 99.9%");
    assert_eq!(rounding.adjusted, None);
    assert_eq!(
        drawn(&plain.sheet.table),
        ["甲|1|33.3%", "乙|1|33.3%", "丙|1|33.3%", "合计|3|100.0%"]
    );
    assert_eq!(
        plain.sheet.sentence,
        "甲1万元，占33.3%；乙1万元，占33.3%；丙1万元，占33.3%。"
    );

    let adjusted = structure(list, 1, true, Language::Chinese);
    let rounding = adjusted.rounding.unwrap();
    assert_eq!(rounding.said, "四舍五入后各项之和为 99.9%");
    assert_eq!(
        rounding.adjusted.as_deref(),
        Some("已按最大余额法调整，各项之和为 100%：甲由33.3%调为33.4%。")
    );
    assert_eq!(
        drawn(&adjusted.sheet.table),
        [
            "甲|1|33.3%|33.4% (由 33.3% 调整)",
            "乙|1|33.3%|33.3%",
            "丙|1|33.3%|33.3%",
            "合计|3|100.0%|100.0%",
        ]
    );
    assert_eq!(
        adjusted.sheet.sentence,
        "甲1万元，占33.4%；乙1万元，占33.3%；丙1万元，占33.3%（占比按最大余额法调整：甲由33.3%调为33.4%）。"
    );
    let text = adjusted.sheet.table.unwrap().text();
    assert!(text.starts_with("项目\t金额（万元）\t占比\t占比（调整后）\r\n甲\t1\t33.3%\t33.4%"));

    // Two are moved down where four were rounded up too far.
    let over = structure("1\n1\n1\n1\n1\n1", 0, true, Language::Chinese)
        .rounding
        .unwrap();
    assert_eq!(over.said, "四舍五入后各项之和为 102%");
    assert_eq!(
        over.adjusted.as_deref(),
        Some("已按最大余额法调整，各项之和为 100%：第5项由17%调为16%，第6项由17%调为16%。")
    );
    // Other decimals, nothing to adjust.
    assert_eq!(
        structure("甲 1\n乙 3", 2, true, Language::Chinese).rounding,
        None
    );
}

#[test]
fn as_many_lines_as_there_may_be() {
    let list = |lines: usize| "甲\t1\n".repeat(lines);
    let most = structure(&list(MOST_LINES), 1, false, Language::Chinese).sheet;
    assert_eq!(drawn(&most.table).len(), MOST_LINES + 1);
    let more = structure(&list(MOST_LINES + 1), 1, false, Language::Chinese).sheet;
    assert_eq!(
        said(&more),
        ["有 201 行，最多 200 行，没有计算：请删去不需要的行。"]
    );
    assert_eq!(more.table, None);
}

// ---- years

#[test]
fn growth_of_several_years() {
    let sheet = years(
        "2018\t1,200.5\n2019年\t1,544.93\n２０２０年度　１，５５２．６３万元\n",
        Language::Chinese,
    );
    assert_eq!(
        drawn(&sheet.table),
        [
            "2018年|1,200.5||",
            "2019年|1,544.93|+344.43|28.7%",
            "2020年|1,552.63|+7.7|0.5%",
            "2018—2020年||+352.13|29.3%",
        ]
    );
    assert_eq!(
        sheet.sentence,
        "2020年1,552.63万元，比上年增加7.7万元，增长0.5%；比2018年增加352.13万元，增长29.3%。"
    );
    assert_eq!(said(&sheet), Vec::<String>::new());
}

#[test]
fn sentences_of_years() {
    let cases: &[(&str, &str)] = &[
        (
            "2019 1.85\n2020 1.38",
            "2020年1.38万元，比上年减少0.47万元，下降25.4%。",
        ),
        ("2019 5\n2020 5.0", "2020年5万元，与上年持平。"),
        (
            "2018 5\n2019 4\n2020 5",
            "2020年5万元，比上年增加1万元，增长25.0%；与2018年持平。",
        ),
        ("2019 0\n2020 5", "2020年5万元，比上年增加5万元。"),
        (
            "2017 10\n2020 5",
            "2020年5万元，比2017年减少5万元，下降50.0%。",
        ),
        ("2017 5\n2020 5", "2020年5万元，与2017年持平。"),
        // Waiting.
        ("2020 5", ""),
        ("2019 5\n2020", ""),
        ("2019 5\n2020 6\n2021 7x", ""),
    ];
    compare(cases.iter().map(|(text, sentence)| {
        let sheet = years(text, Language::Chinese);
        (text, sheet.sentence, (*sentence).to_owned())
    }));
}

#[test]
fn what_is_said_of_years() {
    let cases: &[(&str, &[&str])] = &[
        ("", &["粘贴或填写后立即显示结果"]),
        ("2020 5", &["至少填写两年，才能比较。"]),
        ("2020 6\n2018 5\n2019 5", &["各年已按先后重新排列。"]),
        ("2020 6\n2019 5\n", &["各年已按先后重新排列。"]),
        ("2018 5\n2020 6", &["缺 2019 年，2020 年与 2018 年比较。"]),
        (
            "2018 5\n2021 6\n2025 7",
            &[
                "缺 2019、2020 年，2021 年与 2018 年比较。",
                "缺 2022 至 2024 年，2025 年与 2021 年比较。",
            ],
        ),
        (
            "2018 0\n2019 6",
            &["2018 年是 0，2019 年只有增减额，不计算增长率。"],
        ),
        (
            "2018 -5\n2019 6",
            &["2018 年是 -5，2019 年只有增减额，不计算增长率。"],
        ),
        (
            "年份\t决算数\n2018\t5\n2019\t6",
            &["第 1 行是表头，没有计入。"],
        ),
        (
            "年份\t支出（亿元）\n2018\t5\n2019\t6",
            &[
                "第 1 行写的单位是“亿元”，没有单位的金额却按万元读：请在每个金额后面写上单位，或换算成万元，再删去这一行。",
                "各行改正后再计算增长率。",
            ],
        ),
        ("2018 5\n2019", &["第 2 行 2019 年后面还没有金额。"]),
        (
            "2018 5\n2019 6\n2018年 7",
            &[
                "第 3 行又是 2018 年，第 1 行已经有了：请删去一行，或改正年份。",
                "各行改正后再计算增长率。",
            ],
        ),
        (
            "2018 5\n2019 6x",
            &[
                "第 2 行“6x”不是数字：第 2 个字“x”无法识别，请填写金额，例如 1,200.5。",
                "各行改正后再计算增长率。",
            ],
        ),
        (
            "1,200.5\n2019 6",
            &[
                "第 1 行的开头“1,200.5”不是年份：请写成“2018　1,200.5”，每行一年。",
                "各行改正后再计算增长率。",
            ],
        ),
        (
            "20185 6",
            &["第 1 行的开头“20185 6”不是年份：请写成“2018　1,200.5”，每行一年。"],
        ),
        (
            "3018 6",
            &["第 1 行的开头“3018 6”不是年份：请写成“2018　1,200.5”，每行一年。"],
        ),
        (
            "合计\t11",
            &["第 1 行的开头“合计”不是年份：请写成“2018　1,200.5”，每行一年。"],
        ),
        (
            "2018\t2019\t2020",
            &["第 1 行有 3 列：请只留年份和金额两列。"],
        ),
    ];
    compare(cases.iter().map(|(text, expected)| {
        let expected: Vec<String> = expected.iter().map(|line| (*line).to_owned()).collect();
        (text, said(&years(text, Language::Chinese)), expected)
    }));
}

#[test]
fn as_many_years_as_there_may_be() {
    let list =
        |years: u32| -> String { (0..years).map(|i| format!("{}\t1\n", 1990 + i)).collect() };
    assert_eq!(
        drawn(&years(&list(30), Language::Chinese).table).len(),
        MOST_YEARS + 1
    );
    for many in [31, 32, 40] {
        let refused = years(&list(many), Language::Chinese);
        assert_eq!(
            said(&refused),
            [format!(
                "有 {many} 行，最多 30 行，没有计算：请删去不需要的行。"
            )]
        );
        assert_eq!(refused.table, None);
    }
}

// ---- the three public expenses

const EXPENSES: Cells = [
    ["0", "0", "0"],
    ["20", "18.6", "0"],
    ["6", "6.5", "6.5"],
    ["2.5", "1.38", "1.85"],
];

#[test]
fn three_public_expenses() {
    let ThreePublic { sheet, unreadable } = three_public(&EXPENSES, Language::Chinese);
    assert_eq!(
        drawn(&sheet.table),
        [
            "因公出国（境）费|0|0|0|—|0|—",
            "公务用车购置及运行维护费|26|25.1|6.5|96.5%|+18.6|286.2%",
            "公务用车购置费|20|18.6|0|93.0%|+18.6|—",
            "公务用车运行维护费|6|6.5|6.5|108.3%|0|0.0%",
            "公务接待费|2.5|1.38|1.85|55.2%|-0.47|-25.4%",
            "合计|28.5|26.48|8.35|92.9%|+18.13|217.1%",
        ]
    );
    assert_eq!(
        sheet.sentence,
        "“三公”经费支出26.48万元，完成年初预算28.5万元的92.9%，比上年增加18.13万元，增长217.1%。\
         因公出国（境）费本年未发生支出，年初未安排预算，上年也未发生。\
         公务用车购置及运行维护费支出25.1万元，完成年初预算26万元的96.5%，比上年增加18.6万元，增长286.2%。\
         其中，公务用车购置费支出18.6万元，完成年初预算20万元的93.0%，上年未发生，增加18.6万元；\
         公务用车运行维护费支出6.5万元，完成年初预算6万元的108.3%，与上年持平。\
         公务接待费支出1.38万元，完成年初预算2.5万元的55.2%，比上年减少0.47万元，下降25.4%。"
    );
    assert_eq!(
        said(&sheet),
        ["公务用车运行维护费超出年初预算 0.5 万元：请核对，并说明原因。"]
    );
    assert!(unreadable.is_empty());
    let rows = &sheet.table.as_ref().unwrap().rows;
    for (row, place) in rows.iter().zip(ThreeRow::ALL) {
        assert_eq!(row.cells[0], place.label(Language::Chinese));
    }
}

/// One line of the table, reception, with the others zero: its last three cells and its clause.
#[test]
fn lines_of_the_three() {
    let cases: &[([&str; 3], &str, &str)] = &[
        (
            ["2.5", "1.38", "1.85"],
            "55.2%|-0.47|-25.4%",
            "公务接待费支出1.38万元，完成年初预算2.5万元的55.2%，比上年减少0.47万元，下降25.4%",
        ),
        (
            ["2", "2", "1"],
            "100.0%|+1|100.0%",
            "公务接待费支出2万元，完成年初预算2万元的100.0%，比上年增加1万元，增长100.0%",
        ),
        (
            ["2", "1", "1"],
            "50.0%|0|0.0%",
            "公务接待费支出1万元，完成年初预算2万元的50.0%，与上年持平",
        ),
        (
            ["0", "0", "0"],
            "—|0|—",
            "公务接待费本年未发生支出，年初未安排预算，上年也未发生",
        ),
        (
            ["2", "0", "0"],
            "0.0%|0|—",
            "公务接待费本年未发生支出，年初预算2万元没有使用，上年也未发生",
        ),
        (
            ["0", "0", "1.5"],
            "—|-1.5|-100.0%",
            "公务接待费本年未发生支出，年初未安排预算，比上年减少1.5万元，下降100.0%",
        ),
        (
            ["0", "1.2", "0"],
            "—|+1.2|—",
            "公务接待费支出1.2万元，年初未安排预算，上年未发生，增加1.2万元",
        ),
        (
            ["２．５万元", "13,800元", "1.85"],
            "55.2%|-0.47|-25.4%",
            "公务接待费支出1.38万元，完成年初预算2.5万元的55.2%，比上年减少0.47万元，下降25.4%",
        ),
    ];
    compare(cases.iter().map(|(typed, cells, clause)| {
        let none = ["0", "0", "0"];
        let sheet = three_public(&[none, none, none, *typed], Language::Chinese).sheet;
        let row = drawn(&sheet.table)[4].clone();
        let last = row.splitn(5, '|').last().unwrap().to_owned();
        let (_, said) = sheet
            .sentence
            .trim_end_matches('。')
            .rsplit_once('。')
            .unwrap();
        let expected = ((*cells).to_owned(), (*clause).to_owned());
        (typed, (last, said.to_owned()), expected)
    }));
}

#[test]
fn spent_without_a_budget_is_said() {
    let none = ["0", "0", "0"];
    let sheet = three_public(&[none, none, none, ["0", "1.2", "1"]], Language::Chinese).sheet;
    assert_eq!(
        said(&sheet),
        [
            "公务接待费年初未安排预算，支出 1.2 万元，没有完成率：请核对，并说明原因。",
            "“三公”经费年初未安排预算，支出 1.2 万元，没有完成率：请核对，并说明原因。",
        ]
    );
}

#[test]
fn blank_cells_wait() {
    let blank = [""; 3];
    let cases: &[(Cells, &str, Vec<String>)] = &[
        ([blank; 4], "", texts(["填写后立即显示结果"])),
        // Each line as far as it goes; sums wait for all their items.
        (
            [["", "", ""], blank, blank, ["2.5", "1.38", ""]],
            "||||||,||||||,||||||,||||||,2.5|1.38||55.2%||,||||||",
            texts(["年初预算数、决算数填齐后给出说明文字，没有发生的填 0。"]),
        ),
        (
            [blank, ["0", "0", "0"], ["6", "5", "4"], blank],
            "||||||,6|5|4|83.3%|+1|25.0%,0|0|0|—|0|—,6|5|4|83.3%|+1|25.0%,||||||,||||||",
            texts(["年初预算数、决算数、上年决算数填齐后给出说明文字，没有发生的填 0。"]),
        ),
        (
            [["", "1", ""], ["", "1", ""], ["", "1", ""], ["", "1", ""]],
            "|1||||,|2||||,|1||||,|1||||,|1||||,|4||||",
            texts(["再填写年初预算数或上年决算数，才能比较。"]),
        ),
        (
            [["1", "", ""], ["1", "", ""], ["1", "", ""], ["1", "", ""]],
            "1|||||,2|||||,1|||||,1|||||,1|||||,4|||||",
            texts(["决算数填齐后给出说明文字，没有发生的填 0。"]),
        ),
    ];
    compare(cases.iter().map(|(typed, cells, expected)| {
        let sheet = three_public(typed, Language::Chinese).sheet;
        let rows = drawn(&sheet.table);
        let rows: Vec<&str> = rows
            .iter()
            .map(|row| row.split_once('|').unwrap().1)
            .collect();
        assert_eq!(sheet.sentence, "");
        // A row of blanks is written as bars alone.
        let bars = |text: &str| text.replace("||||||", "|||||");
        (
            typed,
            (rows.join(","), said(&sheet)),
            (bars(cells), expected.clone()),
        )
    }));
}

/// A column that was not typed at all is left out of the text.
#[test]
fn a_column_left_out() {
    let with = |budget: bool, last: bool| {
        let typed =
            EXPENSES.map(|[b, a, l]| [if budget { b } else { "" }, a, if last { l } else { "" }]);
        let sentence = three_public(&typed, Language::Chinese).sheet.sentence;
        sentence.split_once('。').unwrap().0.to_owned()
    };
    assert_eq!(
        with(true, false),
        "“三公”经费支出26.48万元，完成年初预算28.5万元的92.9%"
    );
    assert_eq!(
        with(false, true),
        "“三公”经费支出26.48万元，比上年增加18.13万元，增长217.1%"
    );
}

#[test]
fn cells_of_the_three_that_cannot_be_read() {
    let mut typed = EXPENSES;
    typed[3][1] = "1.38x";
    typed[0][2] = "-1";
    typed[1][0] = "5人";
    let ThreePublic { sheet, unreadable } = three_public(&typed, Language::Chinese);
    let expected = [
        (
            0,
            2,
            "因公出国（境）费的上年决算数 -1 小于 0：请核对，没有发生的填 0。",
        ),
        (
            1,
            0,
            "公务用车购置费的年初预算数“5人”的单位“人”不适用于这里：请填写金额（元、万元、亿元）。",
        ),
        (
            3,
            1,
            "公务接待费的决算数“1.38x”不是数字：第 5 个字“x”无法识别，请填写金额，例如 1.38。",
        ),
    ];
    let expected = expected.map(|(row, column, said)| (row, column, said.to_owned()));
    assert_eq!(unreadable, expected);
    assert_eq!(sheet.problems, expected.map(|(_, _, said)| said));
    assert_eq!(sheet.sentence, "");
    assert_eq!(
        drawn(&sheet.table)[3],
        "公务用车运行维护费|6|6.5|6.5|108.3%|0|0.0%",
        "what does not depend on them is shown"
    );
    let largest = ["999999999999999999"; 3];
    let sheet = three_public(&[largest; 4], Language::Chinese).sheet;
    assert_eq!(
        sheet.problems,
        ["数字太大，超出可精确计算的范围：请核对位数。"]
    );
}

// ---- whatever is typed

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn nothing_typed_makes_it_stop(
        text in "([\\PC\t\r\n\"]|[0-9.,，年元合计 \t\n]){0,80}",
        places in 0_u32..40,
        adjust: bool,
    ) {
        let result = structure(&text, places, adjust, Language::Chinese);
        // A sentence only where nothing is in the way.
        if !result.sheet.sentence.is_empty() {
            prop_assert!(result.sheet.problems.is_empty() && result.sheet.waiting.is_none());
        }
        let grown = years(&text, Language::Chinese);
        if !grown.sentence.is_empty() {
            prop_assert!(grown.problems.is_empty() && grown.waiting.is_none());
        }
        let mut cells: Cells = [["1"; 3]; 4];
        cells[1][1] = &text;
        three_public(&cells, Language::Chinese);
    }
}

/// A pasted novel is answered as quickly as a list.
#[test]
fn long_lines_are_quick() {
    let start = std::time::Instant::now();
    for text in [
        "a ".repeat(500_000),
        " ".repeat(1_000_000) + "5",
        "5 ".repeat(300_000),
        "\"a\t".repeat(100_000),
    ] {
        structure(&text, 1, false, Language::Chinese);
        years(&text, Language::Chinese);
    }
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
