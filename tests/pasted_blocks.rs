//! Blocks of indicators with their headings, as forms of all kinds have them, on their way into a form.

use juesuan::evaluation::{BadCell, IndicatorField};
use juesuan::exchange::{pasted_cells, pasted_text, read_block};
use juesuan::{Edit, Workbook};
use proptest::prelude::*;
use serde_json::json;

fn block(rows: &[&str]) -> Vec<Vec<String>> {
    rows.iter()
        .map(|row| row.split('|').map(str::to_owned).collect())
        .collect()
}

/// `产出指标/数量指标: name=培训 weight=10`.
fn shown(rows: &[&str]) -> Vec<String> {
    let read = read_block(&block(rows)).unwrap_or_default();
    let line = |row: &juesuan::evaluation::Brought| {
        let cells = row.cells.iter().filter(|(_, text)| !text.is_empty());
        cells.fold(
            format!("{}/{}:", row.category, row.dimension),
            |line, (column, text)| format!("{line} {}={text}", column.as_str()),
        )
    };
    read.rows.iter().map(line).collect()
}

#[track_caller]
fn case(rows: &[&str], expected: &[&str], problems: &[&str]) {
    assert_eq!(shown(rows), expected);
    let said = read_block(&block(rows)).unwrap_or_default().problems;
    assert_eq!(said.len(), problems.len(), "{said:?}");
    for (problem, part) in said.iter().zip(problems) {
        assert!(problem.contains(part), "{problem}");
    }
}

#[test]
fn blocks_with_heads() {
    // The ministry's form, with merged cells and what stands above the heads.
    case(
        &[
            "项目支出绩效自评表|||||||",
            "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施",
            "产出指标（50分）|数量指标|培训人次|≥1000人次|1250人次|10|10|",
            "||宣传场次|≥20场|18场|10|9|场地不足",
            "|质量指标|合格率|≥95%|96%|10|10|",
            "效益指标|社会效益指标|知晓率|≥90%|92%|20|20|",
            "总分|||||100|89|",
        ],
        &[
            "产出指标（50分）/数量指标: name=培训人次 weight=10 target=≥1000人次 actual=1250人次 claimed=10",
            "产出指标（50分）/数量指标: name=宣传场次 weight=10 target=≥20场 actual=18场 claimed=9",
            "产出指标（50分）/质量指标: name=合格率 weight=10 target=≥95% actual=96% claimed=10",
            "效益指标/社会效益指标: name=知晓率 weight=20 target=≥90% actual=92% claimed=20",
        ],
        &["“偏差原因分析及改进措施”"],
    );
    // As the ministry's whole form is copied: a word beside all levels, in one merged cell or in each.
    case(
        &[
            "绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因",
            "绩效指标|产出指标（50分）|数量指标|培训人次|≥1000人次|1250人次|10|10|",
            "||质量指标|合格率|≥95%|96%|10|10|",
            "绩\n效\n指\n标|效益指标|社会效益指标|知晓率|≥90%|92%|20|20|",
        ],
        &[
            "产出指标（50分）/数量指标: name=培训人次 weight=10 target=≥1000人次 actual=1250人次 claimed=10",
            "产出指标（50分）/质量指标: name=合格率 weight=10 target=≥95% actual=96% claimed=10",
            "效益指标/社会效益指标: name=知晓率 weight=20 target=≥90% actual=92% claimed=20",
        ],
        &[],
    );
    // Where no column is the third level, 绩效指标 is the name.
    case(
        &[
            "绩效指标|目标值|完成值|分值|得分",
            "培训人次|≥1000人次|1250人次|10|10",
        ],
        &["/: name=培训人次 weight=10 target=≥1000人次 actual=1250人次 claimed=10"],
        &[],
    );
    // The seed's: points before the target, bracketed letters.
    case(
        &[
            "一级指标|二级指标|三级指标|分值|年初目标值(A)|实际完成值(B)|得分",
            "产出指标|数量指标|培训|5|100人|90人|4.5",
        ],
        &["产出指标/数量指标: name=培训 weight=5 target=100人 actual=90人 claimed=4.5"],
        &[],
    );
    // Sign, value and unit in columns of their own.
    case(
        &[
            "一级指标|二级指标|三级指标|指标性质|指标值|度量单位|完成值|权重|得分",
            "产出指标|数量指标|培训|≥|100|人|90|5|4.5",
            "|质量指标|完成|定性|优良|—|优|5|5",
            "|时效指标|及时率|＝|100|%|100%|5|5",
        ],
        &[
            "产出指标/数量指标: name=培训 weight=5 target=≥100人 actual=90人 claimed=4.5",
            "产出指标/质量指标: name=完成 weight=5 target=优良 actual=优 claimed=5",
            "产出指标/时效指标: name=及时率 weight=5 target=100% actual=100% claimed=5",
        ],
        &[],
    );
    // A unit's and a reviewer's score, the year's first and the adjusted value.
    case(
        &[
            "指标名称|计量单位|年初指标值|调整指标值|全年完成值|得分系数(%)|指标权重|指标得分|是否核心指标",
            "培训|人|100|120|110|100|5|5|是",
        ],
        &["/: name=培训 weight=5 target=100人 actual=110人 claimed=5"],
        &["“调整指标值”、“得分系数(%)”、“是否核心指标”"],
    );
    case(
        &[
            "三级指标|年初指标值|年终完成值|分值|自评分|复核分",
            "培训|100人|110人|5|5|4",
        ],
        &["/: name=培训 weight=5 target=100人 actual=110人 claimed=5"],
        &["“复核分”"],
    );
    // With heads broken by a word processor, and rows of nothing.
    case(
        &[
            "一级\n指标|二级\n指标|三级\n指标|年度\n指标值|实际\n完成值|分值|得分",
            "产出\n指标|数量\n指标|培训|100人|110人|5|5",
            "|……|……|||—|",
            "||||||",
        ],
        &["产出指标/数量指标: name=培训 weight=5 target=100人 actual=110人 claimed=5"],
        &[],
    );
    // A row that says a value and no name.
    case(
        &["一级指标|三级指标|分值", "产出指标|培训|5", "||7"],
        &["产出指标/: name=培训 weight=5"],
        &["第 3 行没有三级指标的名称"],
    );
}

#[test]
fn blocks_that_begin_with_headings() {
    case(
        &[
            "产出指标|数量指标|培训|5|100人|90人|4.5",
            "||宣传|5|20场|20场|5",
            "满意度指标|服务对象满意度指标|满意度|10|≥90%|95%|10",
        ],
        &[
            "产出指标/数量指标: name=培训 weight=5 target=100人 actual=90人 claimed=4.5",
            "产出指标/数量指标: name=宣传 weight=5 target=20场 actual=20场 claimed=5",
            "满意度指标/服务对象满意度指标: name=满意度 weight=10 target=≥90% actual=95% claimed=10",
        ],
        &[],
    );
    case(
        &["数量指标（36分）|培训|5", "质量指标|合格率|6"],
        &[
            "/数量指标（36分）: name=培训 weight=5",
            "/质量指标: name=合格率 weight=6",
        ],
        &[],
    );
    // More columns than the form has are said.
    case(
        &["产出指标|数量指标|培训|5|100人|90人|4.5|多出的"],
        &["产出指标/数量指标: name=培训 weight=5 target=100人 actual=90人 claimed=4.5"],
        &["第 8 列"],
    );
    // Cells and nothing more are pasted as they stand.
    for cells in [
        &["培训|8", "宣传|7"][..],
        &["5|多出的"],
        &["甲指标|4|≥90%|95%"],
        &["培训数量|5|100人"],
        &["数量指标"],
        &["产出指标", "效益指标"],
        &["三级指标"],
        &[""],
    ] {
        assert_eq!(read_block(&block(cells)), None, "{cells:?}");
    }
}

fn workbook(rows: &[[&str; 4]]) -> Workbook {
    let rows: Vec<_> = rows
        .iter()
        .map(|[category, dimension, name, weight]| json!({ "category": category, "dimension": dimension, "name": name, "weight": weight }))
        .collect();
    let remarks = json!([{ "path": "goals[0].indicators[1].name", "text": "请核对" }]);
    let form = json!({ "goals": [{ "indicators": rows }], "remarks": remarks });
    serde_json::from_value(json!({ "format": 1, "forms": [form] })).unwrap()
}

fn brought(workbook: &Workbook, row: usize, rows: &[&str]) -> Workbook {
    let brought = read_block(&block(rows)).unwrap().rows;
    let edit = Edit::Bring {
        form: 0,
        goal: 0,
        row,
        brought,
    };
    workbook.edited(&edit).unwrap()
}

fn lines(workbook: &Workbook) -> Vec<String> {
    let rows = workbook.forms[0].goals[0].indicators.iter();
    rows.map(|row| {
        let fields = [
            IndicatorField::Category,
            IndicatorField::Dimension,
            IndicatorField::Name,
            IndicatorField::Weight,
        ];
        fields.map(|field| row.text(field).to_string()).join("|")
    })
    .collect()
}

#[test]
fn rows_come_under_their_headings() {
    let before = workbook(&[
        ["产出指标（50分）", "数量指标", "培训", "5"],
        ["产出指标（50分）", "质量指标", "合格率", "6"],
        ["效益指标", "社会效益指标", "", ""],
    ]);
    let after = brought(
        &before,
        0,
        &[
            "一级指标|二级指标|三级指标|分值",
            "产出指标|数量指标|宣传|4",
            "||培训|7",
            "|时效指标|及时率|3",
            "效益指标|社会效益指标|知晓率|20",
            "满意度指标|服务对象满意度指标|满意度|10",
        ],
    );
    assert_eq!(
        lines(&after),
        [
            // What is there by this name takes the points, what is new comes behind it.
            "产出指标（50分）|数量指标|培训|7",
            "产出指标（50分）|数量指标|宣传|4",
            "产出指标（50分）|质量指标|合格率|6",
            "产出指标（50分）|时效指标|及时率|3",
            "效益指标|社会效益指标|知晓率|20",
            "满意度指标|服务对象满意度指标|满意度|10",
        ]
    );
    // A remark stays with its row.
    assert_eq!(
        after.forms[0].remarks[0].path,
        "goals[0].indicators[2].name"
    );
    // Twice the same changes nothing more.
    let again = [
        "一级指标|二级指标|三级指标|分值",
        "产出指标|数量指标|宣传|4",
    ];
    assert_eq!(lines(&brought(&after, 0, &again)), lines(&after));
    // A blank cell empties none, a dimension alone finds its category, no heading takes the row's.
    let after = brought(
        &before,
        2,
        &[
            "二级指标|三级指标|分值",
            "质量指标|合格率|",
            "质量指标|差错率|2",
        ],
    );
    assert_eq!(
        lines(&after)[1..3],
        [
            "产出指标（50分）|质量指标|合格率|6",
            "产出指标（50分）|质量指标|差错率|2"
        ]
    );
    let after = brought(&before, 2, &["三级指标|分值", "知晓率|20"]);
    assert_eq!(lines(&after)[2], "效益指标|社会效益指标|知晓率|20");
    let edit = Edit::Bring {
        form: 0,
        goal: 3,
        row: 0,
        brought: Vec::new(),
    };
    let missing = BadCell("goals[3]".into());
    assert_eq!(before.edited(&edit), Err(missing.into()));
}

/// What goes into one cell of text has no tabs: they become blanks; line ends are kept where the cell has
/// lines.
#[test]
fn one_text_of_many_cells() {
    for (text, lines, line) in [
        ("一个值", "一个值", "一个值"),
        ("甲\t乙\t丙", "甲 乙 丙", "甲 乙 丙"),
        ("甲\t\t\t乙\r\n", "甲 乙", "甲 乙"),
        ("甲\t乙\r\n丙\t丁\r\n", "甲 乙\n丙 丁", "甲 乙 丙 丁"),
        ("甲\n\n乙", "甲\n\n乙", "甲 乙"),
        ("\"两\n行\"\t8", "两\n行 8", "两 行 8"),
        ("\t", "", ""),
        ("中文\n接着", "中文\n接着", "中文 接着"),
        ("'=100%", "=100%", "=100%"),
        ("5\" 管\t长", "5\" 管 长", "5\" 管 长"),
    ] {
        assert_eq!(pasted_text(text, true), lines, "{text:?}");
        assert_eq!(pasted_text(text, false), line, "{text:?}");
    }
}

proptest! {
    #[test]
    fn any_block_can_be_brought(text in "([一二三级指标产出数量质分值得|\t\n(（]{0,3}|.){0,40}", row in 0_usize..9) {
        let cells = pasted_cells(&text);
        prop_assert!(!pasted_text(&text, true).contains('\t'));
        prop_assert!(!pasted_text(&text, false).contains(['\t', '\n', '\r']));
        if let Some(read) = read_block(&cells) {
            let before = workbook(&[["产出指标", "数量指标", "培训", "5"]]);
            let edit = Edit::Bring { form: 0, goal: 0, row, brought: read.rows.clone() };
            let after = before.edited(&edit).unwrap();
            let rows = after.forms[0].goals[0].indicators.len();
            prop_assert!(rows <= 1 + read.rows.len());
            prop_assert_eq!(&after.forms[0].goals[0].indicators[..1][0].category, &before.forms[0].goals[0].indicators[0].category);
        }
    }
}
