//! Whole tables as they are copied from spreadsheets: what is read, and what is said of the rest.

use juesuan::accounts::{Change, Layout, TableNo, Target};
use juesuan::exchange::{
    Beside, TableRead, Unit, UnitFound, pasted_cells, pasted_table, read_table, read_table_beside,
};
use juesuan::{Edit, Workbook, assess};
use proptest::prelude::*;
use std::time::{Duration, Instant};

fn read(no: u8, rows: &[&str], unit: Unit) -> TableRead {
    let cells: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.split('|').map(str::to_owned).collect())
        .collect();
    read_table(
        Layout::of_year("2020"),
        TableNo::new(no).unwrap(),
        &cells,
        unit,
    )
}

/// What was read, row by row: `208 total=5 basic=5`, `left-total amount=5`.
fn shown(read: &TableRead) -> Vec<String> {
    let row = |row: &Target| match row {
        Target::Fixed(key) => (*key).to_owned(),
        Target::Subject { code, .. } => code.clone(),
    };
    read.filled
        .iter()
        .map(|filled| {
            let cells = filled.cells.iter();
            let cells: Vec<String> = cells
                .map(|(column, text)| format!("{}={text}", column.as_str()))
                .collect();
            format!("{} {}", row(&filled.row), cells.join(" "))
        })
        .collect()
}

#[track_caller]
fn case(no: u8, rows: &[&str], expected: &[&str], problems: &[&str]) {
    let read = read(no, rows, Unit::AsWritten);
    assert_eq!(shown(&read), expected);
    assert_eq!(read.problems.len(), problems.len(), "{:?}", read.problems);
    for (problem, part) in read.problems.iter().zip(problems) {
        assert!(problem.contains(part), "{problem}");
    }
}

#[test]
fn tables_by_subject() {
    let head = "科目编码|科目名称|本年支出合计|基本支出|项目支出";
    let total = "|合计|15|10|5";
    case(
        5,
        &[
            head,
            total,
            "208|社会保障和就业支出|15|10|5",
            "20801|人力资源和社会保障管理事务|15|10|5",
        ],
        &[
            "total total=15 basic=10 project=5",
            "208 total=15 basic=10 project=5",
            "20801 total=15 basic=10 project=5",
        ],
        &[],
    );
    // Columns stand in another order, and one is missing.
    case(
        5,
        &["编码|名称|项目支出|合计", "208|社保|5|15"],
        &["208 total=15 project=5"],
        &[],
    );
    // The code in three cells, as the printed table has it.
    case(
        5,
        &[
            "类|款|项|科目名称|合计|基本支出|项目支出",
            "208|||社保|15|10|5",
            "208|05|05|养老|3|3|0",
        ],
        &[
            "208 total=15 basic=10 project=5",
            "2080505 total=3 basic=3 project=0",
        ],
        &[],
    );
    // Without heads, in the order of the table.
    case(
        5,
        &["208|社保|15|10|5"],
        &["208 total=15 basic=10 project=5"],
        &[],
    );
    // Footnotes and numbers of columns are no rows.
    case(
        5,
        &[head, "栏次||1|2|3", total, "注：本表反映支出|1|2|3|4"],
        &["total total=15 basic=10 project=5"],
        &[],
    );
    // A name that only one subject has.
    case(
        5,
        &[head, total, "|社会保险经办机构|5|5|0"],
        &[
            "total total=15 basic=10 project=5",
            "2080109 total=5 basic=5 project=0",
        ],
        &[],
    );
}

#[test]
fn what_cannot_be_placed_is_said() {
    let head = "科目编码|科目名称|本年支出合计|基本支出|项目支出";
    case(
        5,
        &["208|社保|15|10"],
        &[],
        &["没有认出表头，编码和名称后面有 2 列，而公开05有 3 列"],
    );
    case(
        5,
        &[head, "208|社保|15|十万|5"],
        &["208 total=15 project=5"],
        &["第 2 行第 4 列"],
    );
    case(
        5,
        &[head, "208|社保|15|10|5", "|（合并）|3|3|"],
        &["208 total=15 basic=10 project=5"],
        &["第 3 行“（合并）”没有科目编码"],
    );
    case(5, &["不是表"], &[], &["没有认出这张表的行和数字"]);
    case(
        1,
        &["一、一般公共预算财政拨款收入|5", "二、没有的收入|7"],
        &["income-general amount=5"],
        &["第 2 行“二、没有的收入”不是公开01的行"],
    );
}

#[test]
fn tables_with_printed_rows() {
    case(
        1,
        &[
            "收入|||支出||",
            "项目|行次|金额|项目|行次|金额",
            "一、一般公共预算财政拨款收入|1|1,552.16|八、社会保障和就业支出|38|1,249.26",
            "八、其他收入|8|0.47|九、卫生健康支出|39|148.59",
            "本年收入合计|27|1,552.63|本年支出合计|57|1,552.63",
            "总计|31|1,552.63|总计|62|1,552.63",
        ],
        &[
            "income-general amount=1,552.16",
            "208 amount=1,249.26",
            "income-other amount=0.47",
            "210 amount=148.59",
            "income-total amount=1,552.63",
            "spending-total amount=1,552.63",
            "left-total amount=1,552.63",
            "right-total amount=1,552.63",
        ],
        &[],
    );
    case(
        4,
        &[
            "项目|行次|金额|项目|行次|合计|一般公共预算|政府性基金|国有资本",
            "一、一般公共预算财政拨款|1|9|八、社会保障和就业支出|38|9|9|0|0",
            "年初财政拨款结转和结余|28|1|年末财政拨款结转和结余|60|1|1|0|0",
            "一般公共预算财政拨款|29|1||61||||",
        ],
        &[
            "income-general total=9",
            "208 total=9 general=9 funds=0 capital=0",
            "opening total=1",
            "closing total=1 general=1 funds=0 capital=0",
            "opening-general total=1",
        ],
        &[],
    );
    case(
        6,
        &[
            "科目编码|科目名称|金额|科目编码|科目名称|金额",
            "301|工资福利支出|8|302|商品和服务支出|3",
            "30101|基本工资|8|30201|办公费|3",
            "人员经费合计|8|公用经费合计||3|",
        ],
        &[
            "301 amount=8",
            "302 amount=3",
            "30101 amount=8",
            "30201 amount=3",
            "personnel amount=8",
            "public amount=3",
        ],
        &[],
    );
    case(
        7,
        &[
            "预算数||||||决算数|||||",
            "合计|因公出国（境）费|小计|购置费|运行费|公务接待费|合计|因公出国（境）费|小计|购置费|运行费|公务接待费",
            "1|2|3|4|5|6|7|8|9|10|11|12",
            "2.5|0|2.5|0|2.5|0|1.38|0|1.38|0|1.38|0",
        ],
        &[
            "total budget=2.5 actual=1.38",
            "abroad budget=0 actual=0",
            "vehicles budget=2.5 actual=1.38",
            "purchase budget=0 actual=0",
            "running budget=2.5 actual=1.38",
            "reception budget=0 actual=0",
        ],
        &[],
    );
}

#[test]
fn amounts_in_yuan_stay_exact() {
    let rows = [
        "单位：元",
        "科目编码|科目名称|合计|基本支出|项目支出",
        "208|社保|15,526,300.00|0|100元",
    ];
    assert_eq!(
        shown(&read(5, &rows, Unit::AsWritten)),
        ["208 total=15,526,300.00元 basic=0 project=100元"]
    );
    assert!(read(5, &rows, Unit::AsWritten).in_yuan);
    assert_eq!(
        shown(&read(5, &rows, Unit::TenThousandYuan)),
        ["208 total=15,526,300.00 basic=0 project=100元"]
    );
    assert_eq!(
        shown(&read(5, &rows[1..], Unit::Yuan)),
        ["208 total=15,526,300.00元 basic=0 project=100元"]
    );
}

#[test]
fn merged_cells_of_a_web_page() {
    let html = "<table><tr><th rowspan=2>科目编码<th rowspan=2>科目名称<th colspan=3>本年支出\
        <tr><th>合计<th>基本支出<th>项目支出<tr><td>208<td>社保<td>15<td>10<td>5</table>";
    let cells = pasted_table(html).unwrap();
    let read = read_table(
        Layout::of_year("2020"),
        TableNo::GENERAL,
        &cells,
        Unit::AsWritten,
    );
    assert_eq!(shown(&read), ["208 total=15 basic=10 project=5"]);
}

/// The unit a head gives; nothing where it says none, `?` where it says two.
fn unit_of(head: &[&str]) -> String {
    let mut rows = head.to_vec();
    rows.extend([
        "科目编码|科目名称|合计|基本支出|项目支出",
        "208|社保|15|10|5",
    ]);
    match read(5, &rows, Unit::AsWritten).unit {
        UnitFound::Given(unit) => unit.label().to_owned(),
        UnitFound::Assumed => String::new(),
        UnitFound::Doubtful(_) => "?".to_owned(),
        UnitFound::Chosen(_) => unreachable!(),
    }
}

#[test]
fn units_as_heads_write_them() {
    let cases: &[(&[&str], &str)] = &[
        (&["单位：元"], "元"),
        (&["金额单位：元"], "元"),
        (&["单位：万元"], "万元"),
        (&["(单位：元)"], "元"),
        (&["（单位：元）"], "元"),
        (&["【金额单位:元】"], "元"),
        (&["单位 : 人民币元"], "元"),
        (&["单位：人民币万元"], "万元"),
        (&["单位：千元"], "千元"),
        (&["单位：亿元"], "亿元"),
        (&["货币单位:元"], "元"),
        // The head holds more: in one cell, in several, the word and the unit apart.
        (&["编制单位：某中心 金额单位：元"], "元"),
        (
            &["编制单位：某中心　　　　2024年度　　　　金额单位：元"],
            "元",
        ),
        (&["编制单位：某中心|||金额单位：元"], "元"),
        (&["编制单位：|某中心||金额单位：|元"], "元"),
        (&["部门：某局|单位|万元"], "万元"),
        (&["公开05表|||单位：元"], "元"),
        (
            &[
                "一般公共预算财政拨款支出决算表",
                "公开05表",
                "编制单位：某中心",
                "单位：元",
            ],
            "元",
        ),
        // Blanks between characters, wide and narrow, and what does not show.
        (&["单 位 ： 元"], "元"),
        (&["金 额 单 位 ： 万 元"], "万元"),
        (&["单\u{a0}位\u{3000}：\u{200b}元"], "元"),
        (&["单位∶元"], "元"),
        // Twice the same is no doubt; two units are one.
        (&["单位：万元", "金额单位：万元"], "万元"),
        (&["编制单位：某中心|单位：万元|单位：万元"], "万元"),
        (&["单位：元|单位：万元"], "?"),
        // Organisations, whatever their names end in.
        (&["编制单位：某单位"], ""),
        (&["编制单位：某某元"], ""),
        (&["编制单位：元"], ""),
        (&["填报单位：元谋县财政局"], ""),
        (&["单位：元谋县财政局"], ""),
        (&["单位：武汉一元"], ""),
        (&["预算单位：三元 编制日期：2024"], ""),
        (&["单位：人"], ""),
        (&["单位：元/人"], ""),
        (&["单位：某局"], ""),
        (&[], ""),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .map(|(head, unit)| (head, unit, unit_of(head)))
        .filter(|(_, unit, found)| *unit != found)
        .map(|(head, unit, found)| format!("{head:?}: wanted {unit:?}, found {found:?}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    // In the heads of columns.
    for (head, unit) in [
        (
            "科目编码|科目名称|合计（元）|基本支出（元）|项目支出（元）",
            "元",
        ),
        ("科目编码|科目名称|合计(万元)|基本支出|项目支出", "万元"),
        ("科目编码|科目名称|合计（人民币元）|基本支出|项目支出", "元"),
    ] {
        let read = read(5, &[head, "208|社保|15|10|5"], Unit::AsWritten);
        let found = match read.unit {
            UnitFound::Given(unit) => unit.label(),
            _ => "",
        };
        assert_eq!(found, unit, "{head}");
        assert_eq!(read.filled[0].cells.len(), 3, "{head}");
    }
}

/// A workbook with amounts typed into some cells.
fn typed(cells: &[(&str, &str)]) -> Workbook {
    cells.iter().fold(
        Workbook::new("2020", "某中心", "wuhan-2020"),
        |workbook, (cell, text)| {
            let cell = cell.parse().unwrap();
            let text = (*text).to_owned();
            let change = Change::Set { cell, text };
            workbook.edited(&Edit::Accounts(change)).unwrap()
        },
    )
}

fn read_beside(workbook: &Workbook, no: u8, rows: &[&str], unit: Unit) -> TableRead {
    let cells: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.split('|').map(str::to_owned).collect())
        .collect();
    let assessment = assess(workbook, None);
    let beside = Beside {
        year: &workbook.year,
        accounts: &workbook.accounts,
        reckoned: &assessment.accounts.reckoned,
    };
    let no = TableNo::new(no).unwrap();
    read_table_beside(Layout::of_year("2020"), no, &cells, unit, Some(&beside))
}

#[test]
fn amounts_without_a_unit_are_not_taken_where_they_cannot_be_wan() {
    let head = "科目编码|科目名称|合计|基本支出|项目支出";
    let known: &[(&str, &str)] = &[("accounts.05.total.total", "953")];
    let other: &[(&str, &str)] = &[("accounts.01.spending-total.amount", "953")];
    let in_yuan: &[(&str, &str)] = &[("accounts.05.total.total", "9530000元")];
    let rounded: &[(&str, &str)] = &[("accounts.05.total.total", "953.02")];
    for (typed_cells, total, doubt) in [
        (known, "9,530,000", Some("一万倍")),
        (known, "9530000.00", Some("一万倍")),
        (in_yuan, "9,530,000", Some("一万倍")),
        (rounded, "9,530,180.44", Some("一万倍")),
        // Another cell of the same size: no twin, but a thousand times all there is.
        (other, "9,500,000", Some("一千倍")),
        (known, "953", None),
        (known, "953.00", None),
        (known, "960", None),
        // A thousand times is not reached.
        (other, "95,300", None),
        // Nothing else is known: only what no unit has.
        (&[], "9,530,000", Some("百亿元")),
        (&[], "953,000", None),
        (&[], "953", None),
        // With a unit of its own there is nothing to ask.
        (known, "9530000元", None),
    ] {
        let workbook = typed(typed_cells);
        let rows = [head, &format!("|合计|{total}||")];
        let asked = read_beside(&workbook, 5, &rows, Unit::AsWritten);
        match doubt {
            Some(part) => {
                assert!(asked.filled.is_empty() && asked.amounts == 1, "{total}");
                let UnitFound::Doubtful(reason) = &asked.unit else {
                    panic!("{total}: {:?}", asked.unit)
                };
                assert!(reason.contains(part), "{reason}");
            }
            None => assert_eq!(
                (asked.unit, asked.filled.len()),
                (UnitFound::Assumed, 1),
                "{total}"
            ),
        }
        // Whoever chooses is not asked again, and a head that says it neither.
        for (rows, unit) in [
            (vec![head, rows[1]], Unit::Yuan),
            (vec![head, rows[1]], Unit::TenThousandYuan),
            (vec!["单位：元", head, rows[1]], Unit::AsWritten),
            (vec!["单位：万元", head, rows[1]], Unit::AsWritten),
        ] {
            assert_eq!(read_beside(&workbook, 5, &rows, unit).filled.len(), 1);
        }
    }
}

#[test]
fn rows_and_columns_of_numbers_are_no_amounts() {
    let head = "科目编码|科目名称|合计|基本支出|项目支出";
    for numbers in [
        "栏次||1|2|3",
        "||1|2|3",
        "|1|2|3|",
        "栏次|1|2|3|4",
        "1|2|3|4|5",
        "栏次||1=2+3|2|3",
        "||（1）|（2）|（3）",
        "|栏　次|１|２|３",
    ] {
        case(
            5,
            &[head, numbers, "208|社保|15|10|5"],
            &["208 total=15 basic=10 project=5"],
            &[],
        );
    }
    // Once more at the top of the next page.
    case(
        5,
        &[
            head,
            "栏次||1|2|3",
            "208|社保|15|10|5",
            head,
            "||1|2|3",
            "210|卫生|1|1|0",
        ],
        &[
            "208 total=15 basic=10 project=5",
            "210 total=1 basic=1 project=0",
        ],
        &[],
    );
    // Rows numbered by a column with a head, and without one.
    for rows in [
        [
            "项目|行次|金额",
            "一、一般公共预算财政拨款收入|1|5",
            "五、事业收入|5|2",
            "本年收入合计|9|7",
            "总计|12|7",
        ],
        [
            "收入||",
            "一、一般公共预算财政拨款收入|1|5",
            "五、事业收入|2|2",
            "本年收入合计|3|7",
            "总计|4|7",
        ],
    ] {
        case(
            1,
            &rows,
            &[
                "income-general amount=5",
                "income-service amount=2",
                "income-total amount=7",
                "left-total amount=7",
            ],
            &[],
        );
    }
    case(
        5,
        &[
            "序号|科目编码|科目名称|合计|基本支出|项目支出",
            "1|208|社保|15|10|5",
            "2|210|卫生|1|1|0",
        ],
        &[
            "208 total=15 basic=10 project=5",
            "210 total=1 basic=1 project=0",
        ],
        &[],
    );
    // What only looks like it: amounts.
    case(
        5,
        &[head, "|合计|3|1|2"],
        &["total total=3 basic=1 project=2"],
        &[],
    );
}

#[test]
fn table_07_in_its_layouts() {
    let heads = [
        "预算数||||||决算数|||||",
        "合计|因公出国（境）费|公务用车购置及运行维护费|||公务接待费|合计|因公出国（境）费|公务用车购置及运行维护费|||公务接待费",
        "||小计|购置费|运行费||||小计|购置费|运行费|",
    ];
    let numbers = "1|2|3|4|5|6|7|8|9|10|11|12";
    let read = [
        "total budget=2.5 actual=1.38",
        "abroad budget=0 actual=0",
        "vehicles budget=2.5 actual=1.38",
        "purchase budget=0 actual=0",
        "running budget=2.5 actual=1.38",
        "reception budget=0 actual=0",
    ];
    let filled = "2.5|0|2.5|0|2.5|0|1.38|0|1.38|0|1.38|0";
    let blanks = "2.5||2.5||2.5||1.38||1.38||1.38|";
    for data in [filled, blanks] {
        case(
            7,
            &[heads[0], heads[1], heads[2], numbers, data],
            &read,
            &[],
        );
        case(7, &[heads[0], heads[1], heads[2], data], &read, &[]);
        // Without heads the row of numbers says where the columns are.
        case(7, &[numbers, data], &read, &[]);
    }
    // Nothing below the numbers: nothing is read.
    for empty in [
        vec![heads[0], heads[1], heads[2], numbers, "|||||||||||"],
        vec![numbers],
    ] {
        let read = self::read(7, &empty, Unit::AsWritten);
        assert!(read.filled.is_empty() && read.amounts == 0, "{read:?}");
    }
    // Only spending; only the budget; a column that is empty throughout stays as it is.
    case(
        7,
        &[
            heads[0],
            heads[1],
            heads[2],
            numbers,
            "||||||1.38||1.38||1.38|",
        ],
        &[
            "total actual=1.38",
            "abroad actual=0",
            "vehicles actual=1.38",
            "purchase actual=0",
            "running actual=1.38",
            "reception actual=0",
        ],
        &[],
    );
    // Units one below the other: nobody knows which is meant.
    case(
        7,
        &[heads[0], heads[1], heads[2], filled, blanks],
        &[],
        &["有 2 行数"],
    );
    // Rows, with the budget of the year's beginning beside the whole year's.
    case(
        7,
        &[
            "项目|年初预算数|全年预算数|决算数",
            "合计|3|2.5|1.38",
            "公务接待费|3|2.5|1.38",
        ],
        &[
            "total budget=3 actual=1.38",
            "reception budget=3 actual=1.38",
        ],
        &[],
    );
}

/// A million cells are refused before any work, and what is just below the limit is read at once.
#[test]
fn large_tables_take_no_time() {
    let began = Instant::now();
    let wide = vec![vec!["一般公共服务支出".to_owned(); 90]; 1_100];
    let labels = vec![vec!["总计".to_owned(); 100]; 1_000];
    let numbers = vec![
        vec![
            "208".to_owned(),
            "社保".to_owned(),
            "5".to_owned(),
            "5".to_owned(),
            "0".to_owned()
        ];
        2_000
    ];
    for (no, cells) in [
        (TableNo::INCOME_AND_SPENDING, &wide),
        (TableNo::INCOME_AND_SPENDING, &labels),
        (TableNo::GENERAL, &numbers),
        (TableNo::BASIC, &wide),
        (TableNo::THREE_PUBLIC, &labels),
    ] {
        read_table(Layout::of_year("2020"), no, cells, Unit::AsWritten);
    }
    // In a debug build, on a busy machine; every cell against every label took many minutes.
    let took = began.elapsed();
    assert!(took < Duration::from_secs(120), "{took:?}");
    for cells in [
        vec![vec!["5".to_owned(); 2]; 2_300],
        vec![vec!["5".to_owned(); 200]; 1_001],
    ] {
        let read = read_table(
            Layout::of_year("2020"),
            TableNo::GENERAL,
            &cells,
            Unit::AsWritten,
        );
        assert!(read.filled.is_empty());
        assert!(read.problems[0].contains("没有放入"), "{:?}", read.problems);
    }
    // Empty rows below, as of whole columns that were copied, are no rows.
    let mut cells = vec![vec![
        "208".to_owned(),
        "社保".to_owned(),
        "15".to_owned(),
        "10".to_owned(),
        "5".to_owned(),
    ]];
    cells.resize(50_000, vec![String::new(); 5]);
    assert_eq!(
        shown(&read_table(
            Layout::of_year("2020"),
            TableNo::GENERAL,
            &cells,
            Unit::AsWritten
        )),
        ["208 total=15 basic=10 project=5"]
    );
}

/// Pieces that heads, codes, numbers and hostile HTML are made of.
const PIECES: &str = "(<table>|<tr>|<td>|<td colspan=9999>|<td rowspan=0>|</table>|<td style='|&#1;|\\t|\\n|,|单位：|元|万元|合计|总计|项目|类|栏次|行次|1|2|3|12|208|2080505|预算数|决算数|因公出国|接待|购置|运行|2024年|一、一般公共服务支出|９|-|—|0\\.1|99999999999999999|.){0,60}";

proptest! {
    /// Whatever is on the clipboard: it is read or said, and takes no longer than its length.
    #[test]
    fn nothing_pasted_panics_or_takes_long(text in PIECES, no in 1_u8..10, wan in any::<bool>()) {
        let workbook = typed(&[("accounts.05.total.total", "953")]);
        let assessment = assess(&workbook, None);
        let beside = Beside { year: "2024", accounts: &workbook.accounts, reckoned: &assessment.accounts.reckoned };
        let no = TableNo::new(no).unwrap();
        let unit = if wan { Unit::AsWritten } else { Unit::Yuan };
        for cells in [Some(pasted_cells(&text)), pasted_table(&text)].into_iter().flatten() {
            let began = Instant::now();
            let read = read_table_beside(Layout::of_year("2024"), no, &cells, unit, Some(&beside));
            prop_assert!(began.elapsed() < Duration::from_secs(20));
            prop_assert!(read.amounts > 0 || !read.problems.is_empty() || read.filled.is_empty());
            if let UnitFound::Doubtful(_) = read.unit {
                prop_assert!(read.filled.is_empty());
            }
            prop_assert!(read.problems.len() <= 24);
        }
    }

    #[test]
    fn nothing_pasted_panics(text in "([0-9]{0,7}|[合计总类款项一二三、（）]{0,4}|[\\t\\n]|.){0,60}", no in 1_u8..10) {
        let cells = pasted_cells(&text);
        let _ = read_table(Layout::of_year("2022"), TableNo::new(no).unwrap(), &cells, Unit::Yuan);
    }
}

/// Table 07 as one row of twelve numbers: all budgets first, or budget and spending under each head.
#[test]
fn the_three_public_expenses_in_one_row() {
    let first = "预算数||||||决算数|||||";
    let pairs =
        "预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数|预算数|决算数";
    for (head, row, expected) in [
        (
            first,
            "9|1|5|2|3|3|4.5|0|2.5|1|1.5|2",
            [
                "total budget=9 actual=4.5",
                "abroad budget=1 actual=0",
                "vehicles budget=5 actual=2.5",
                "purchase budget=2 actual=1",
                "running budget=3 actual=1.5",
                "reception budget=3 actual=2",
            ],
        ),
        (
            pairs,
            "2.85|0.39|0.00|0.00|0.00|0.00|0.00|0.00|0.00|0.00|2.85|0.39",
            [
                "total budget=2.85 actual=0.39",
                "abroad budget=0.00 actual=0.00",
                "vehicles budget=0.00 actual=0.00",
                "purchase budget=0.00 actual=0.00",
                "running budget=0.00 actual=0.00",
                "reception budget=2.85 actual=0.39",
            ],
        ),
    ] {
        case(7, &[head, row], &expected, &[]);
    }
}

/// A row without a code is known by any name its subject had, unless another has it too.
#[test]
fn subjects_are_known_by_every_name() {
    let head = "科目名称|本年支出合计|基本支出|项目支出";
    for (name, code) in [
        ("行政事业单位养老支出", "20805"),
        ("行政事业单位离退休", "20805"),
        ("归口管理的行政单位离退休", "2080501"),
    ] {
        let row = format!("{name}|15|10|5");
        let expected = format!("{code} total=15 basic=10 project=5");
        case(
            5,
            &[head, "合计|15|10|5", &row],
            &["total total=15 basic=10 project=5", &expected],
            &[],
        );
    }
}
