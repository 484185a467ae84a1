//! Whole tables as they are copied from spreadsheets: what is read, and what is said of the rest.

use juesuan::accounts::{Layout, TableNo, Target};
use juesuan::exchange::{TableRead, Unit, pasted_cells, pasted_table, read_table};
use proptest::prelude::*;

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

proptest! {
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
