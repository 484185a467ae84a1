//! Tables as different places print them: what is found in them, and that nothing is wrong with them.

mod sketch;

use juesuan_understand::{AmountCell, Document, FoundTable, Severity, Unit, review};

/// What is wrong with the tables of a paper, notices left out.
fn wrong(text: &str) -> Vec<String> {
    review(&sketch::paper(text))
        .findings
        .iter()
        .filter(|finding| finding.severity < Severity::Notice)
        .map(|finding| {
            format!(
                "{:?} {:?} {:?}",
                finding.severity, finding.matter, finding.working
            )
        })
        .collect()
}

fn tables(text: &str) -> Vec<FoundTable> {
    Document::of(&sketch::paper(text)).tables
}

fn show(amount: &AmountCell) -> String {
    let code = amount.code.as_deref().unwrap_or("");
    format!(
        "{code} {} {} {}",
        amount.name,
        amount.heads.join("/"),
        amount.value.value.normalize()
    )
    .trim()
    .to_owned()
}

/// A table is found with this title, number and unit, and these are among its amounts; nothing is wrong with it.
fn check(text: &str, found: (&str, Option<u8>, Unit), amounts: &[&str]) {
    let tables = tables(text);
    let table = tables
        .first()
        .unwrap_or_else(|| panic!("no table in {text}"));
    assert_eq!((table.title.as_str(), table.no, table.unit), found);
    let all: Vec<String> = table.amounts.iter().map(show).collect();
    for amount in amounts {
        assert!(
            all.iter().any(|other| other == amount),
            "{amount} is not among {all:#?}"
        );
    }
    assert_eq!(wrong(text), Vec::<String>::new());
}

#[test]
fn income_and_spending_of_2017() {
    check(
        "## 收入支出决算总表
        公开01表
        部门：某县某局
        金额单位：万元
        |3*收入|3*支出
        |项目|行次|决算数|项目(按功能分类)|行次|决算数
        |栏次||1|栏次||2
        |一、财政拨款收入|1|120.5|一、一般公共服务支出|29|100
        |其中：政府性基金|2|20|二、外交支出|30|
        |二、上级补助收入|3|3|三、国防支出|31|25.5
        |三、事业收入|4||四、公共安全支出|32|
        |四、其他收入|5|2|五、教育支出|33|
        |本年收入合计|25|125.5|本年支出合计|53|125.5
        |用事业基金弥补收支差额|26|0|结余分配|54|
        |年初结转和结余|27|10|交纳所得税|55|
        |基本支出结转|28|4|年末结转和结余|56|10
        |项目支出结转和结余|29|6|项目支出结转和结余|57|10
        |总计|30|135.5|总计|58|135.5",
        ("收入支出决算总表", Some(1), Unit::Wan),
        &[
            "财政拨款收入 收入/决算数 120.5",
            "政府性基金 收入/决算数 20",
            "国防支出 支出/决算数 25.5",
            "总计 支出/决算数 135.5",
        ],
    );
}

#[test]
fn codes_in_three_columns() {
    for rows in [
        "|201|||一般公共服务支出|30.00|20.00|10.00
        |201|03||政府办公厅（室）及相关机构事务|30.00|20.00|10.00
        |201|03|01|行政运行|20.00|20.00|
        |201|03|02|一般行政管理事务|10.00||10.00",
        "|201|||一般公共服务支出|30.00|20.00|10.00
        ||03||政府办公厅（室）及相关机构事务|30.00|20.00|10.00
        |||01|行政运行|20.00|20.00|
        |||02|一般行政管理事务|10.00||10.00",
        "|201|||一般公共服务支出|30.00|20.00|10.00
        |20103|||政府办公厅（室）及相关机构事务|30.00|20.00|10.00
        |2010301|||行政运行|20.00|20.00|
        |2010302|||一般行政管理事务|10.00||10.00",
        "|3*201|一般公共服务支出|30.00|20.00|10.00
        |3*20103|政府办公厅（室）及相关机构事务|30.00|20.00|10.00
        |3*2010301|行政运行|20.00|20.00|
        |3*2010302|一般行政管理事务|10.00||10.00",
    ] {
        let head = "支出决算表
            公开03表
            单位：万元
            |4*项目|v3*本年支出合计|v3*基本支出|v3*项目支出
            |3*科目编码|v2*科目名称|^|^|^
            |类|款|项|^|^|^|^
            |4*栏次|1|2|3
            |4*合计|30.00|20.00|10.00\n";
        check(
            &format!("{head}{rows}"),
            ("支出决算表", Some(3), Unit::Wan),
            &[
                "合计 本年支出合计 30",
                "201 一般公共服务支出 本年支出合计 30",
                "20103 政府办公厅（室）及相关机构事务 基本支出 20",
                "2010302 一般行政管理事务 项目支出 10",
            ],
        );
    }
}

#[test]
fn codes_before_the_names_and_amounts_in_yuan() {
    check(
        "|4*一般公共预算财政拨款支出决算表
        |2*编制单位：某市某中心|2*单位：元
        |v2*项目|3*本年支出
        |^|小计|基本支出|项目支出
        |合计|1,234,567.89|1,000,000.00|234,567.89
        |205 教育支出|1,234,567.89|1,000,000.00|234,567.89
        |20502 普通教育|1,234,567.89|1,000,000.00|234,567.89
        |2050202 小学教育|1,234,567.89|1,000,000.00|234,567.89
        |注：本表反映一般公共预算财政拨款支出情况。|||",
        ("一般公共预算财政拨款支出决算表", Some(5), Unit::Yuan),
        &[
            "合计 本年支出/小计 123.456789",
            "2050202 小学教育 本年支出/项目支出 23.456789",
        ],
    );
}

/// Amounts of 万元 with two decimals that were printed in 元: they are off by a hundred where sums of 万元 are off by 0.01.
#[test]
fn amounts_in_yuan_that_were_rounded() {
    let table = |total: &str, first: &str| {
        format!(
            "|4*一般公共预算财政拨款支出决算表
        |2*编制单位：某市某中心|2*单位：元
        |项目|合计|基本支出|项目支出
        |合计|{total}|1,000,000.00|234,500.00
        |205 教育支出|1,234,600.00|1,000,000.00|234,500.00
        |20502 普通教育|1,234,600.00|1,000,000.00|234,500.00
        |2050202 小学教育|{first}|1,000,000.00|234,500.00"
        )
    };
    assert_eq!(
        wrong(&table("1,234,600.00", "1,234,600.00")),
        Vec::<String>::new()
    );
    assert_eq!(wrong(&table("1,234,600.00", "1,334,600.00")).len(), 1);
}

/// Rows that a reader has lost stand beside the table in lines of their own: then nothing is said of its sums.
#[test]
fn tables_of_which_rows_are_lost() {
    let table = "## 支出决算表
        |科目编码|科目名称|合计|基本支出|项目支出
        |208|社会保障和就业支出|30.00|20.00|10.00
        |20805|行政事业单位养老支出|30.00|20.00|10.00
        |2080501|行政单位离退休|10.00|10.00|
        |2080502|事业单位离退休|15.00|10.00|5.00";
    let beside = "\n机关事业单位基本养老保险缴费支出\n5.00\n5.00";
    assert_ne!(wrong(table), Vec::<String>::new());
    assert_eq!(wrong(&format!("{table}{beside}")), Vec::<String>::new());
    // Of another part of the document.
    let apart = format!("{table}\n# 第三部分{beside}");
    assert_ne!(wrong(&apart), Vec::<String>::new());
}

#[test]
fn basic_spending_with_columns_for_staff_and_public() {
    check(
        "附表6
        一般公共预算财政拨款基本支出决算表
        （单位：万元）
        |2*经济分类科目|3*基本支出
        |科目编码|科目名称|合计|人员经费|公用经费
        |301|工资福利支出|80.10|80.10|
        |30101|基本工资|50.10|50.10|
        |30102|津贴补贴|30.00|30.00|
        |302|商品和服务支出|15.50||15.50
        |30201|办公费|15.50||15.50
        |303|对个人和家庭的补助|4.40|4.40|
        |30302|退休费|4.40|4.40|
        |2*合  计|100.00|84.50|15.50",
        ("一般公共预算财政拨款基本支出决算表", Some(6), Unit::Wan),
        &[
            "301 工资福利支出 基本支出/合计 80.1",
            "合计 基本支出/公用经费 15.5",
        ],
    );
}

#[test]
fn three_public_in_rows_with_counts() {
    check(
        "## “三公”经费财政拨款支出决算表
        单位：万元
        |项目|行次|预算数|决算数
        |栏次||1|2
        |一、“三公”经费支出|1|—|—
        |合计|2|12.00|9.50
        |1.因公出国（境）费|3|0|0
        |2.公务用车购置及运行维护费|4|10.00|8.20
        |（1）公务用车购置费|5|0|0
        |（2）公务用车运行维护费|6|10.00|8.20
        |3.公务接待费|7|2.00|1.30
        |（1）国内接待费|8|—|1.30
        |其中：外事接待费|9|—|0
        |二、相关统计数|10|—|—
        |1.因公出国（境）团组数（个）|11|—|0
        |2.公务用车保有量（辆）|12|—|4
        |3.国内公务接待批次（个）|13|—|21
        |4.国内公务接待人次（人）|14|—|180",
        ("“三公”经费财政拨款支出决算表", Some(7), Unit::Wan),
        &["合计 决算数 9.5", "公务接待费 预算数 2"],
    );
}

#[test]
fn with_last_year_and_its_change() {
    let text = "## 2023年“三公”经费支出情况表
        单位：万元
        |项目|2022年决算数|2023年决算数|增减额|增减幅度（%）
        |合计|10.00|9.50|-0.50|-5.00
        |因公出国（境）费|0.00|0.00|0.00|
        |公务用车购置及运行维护费|8.00|8.20|0.20|2.50
        |公务接待费|2.00|1.30|-0.70|-35.00";
    let table = &tables(text)[0];
    assert_eq!(table.amounts.len(), 12);
    assert_eq!(table.rates.len(), 3);
    assert_eq!(wrong(text), Vec::<String>::new());
}

#[test]
fn government_funds() {
    check(
        "## 政府性基金预算财政拨款收入支出决算表
        单位：万元
        |2*项目|v2*年初结转和结余|v2*本年收入|3*本年支出|v2*年末结转和结余
        |科目编码|科目名称|^|^|小计|基本支出|项目支出|^
        |2*栏次|1|2|3|4|5|6
        |2*合计|5.00|20.00|22.00||22.00|3.00
        |212|城乡社区支出|5.00|20.00|22.00||22.00|3.00
        |21208|国有土地使用权出让收入安排的支出|5.00|20.00|22.00||22.00|3.00
        |2120899|其他国有土地使用权出让收入安排的支出|5.00|20.00|22.00||22.00|3.00",
        ("政府性基金预算财政拨款收入支出决算表", Some(8), Unit::Wan),
        &["合计 年末结转和结余 3", "212 城乡社区支出 本年支出/小计 22"],
    );
}

#[test]
fn budgets_since_2022() {
    check(
        "## 部门收支总表
        公开表1
        单位：万元
        |2*收入|2*支出
        |项目|预算数|项目|预算数
        |一、一般公共预算拨款收入|900.00|一、一般公共服务支出|700.00
        |二、政府性基金预算拨款收入|50.00|二、社会保障和就业支出|150.00
        |三、国有资本经营预算拨款收入||三、城乡社区支出|50.00
        |四、财政专户管理资金收入|20.00|四、住房保障支出|80.00
        |本年收入合计|970.00|本年支出合计|980.00
        |上年结转结余|10.00|年终结转结余|0.00
        |收入总计|980.00|支出总计|980.00",
        ("部门收支总表", None, Unit::Wan),
        &["收入总计 收入/预算数 980", "年终结转结余 支出/预算数 0"],
    );
    check(
        "## 部门收入总表
        单位：万元
        |v2*部门（单位）代码|v2*部门（单位）名称|v2*合计|4*本年收入|3*上年结转结余
        |^|^|^|小计|一般公共预算|政府性基金预算|财政专户管理资金|小计|一般公共预算|政府性基金预算
        |2*合计|980.00|970.00|900.00|50.00|20.00|10.00|10.00|
        |101|某某局|980.00|970.00|900.00|50.00|20.00|10.00|10.00|
        |101001|某某局本级|600.00|600.00|600.00|||||
        |101002|某某中心|380.00|370.00|300.00|50.00|20.00|10.00|10.00|",
        ("部门收入总表", None, Unit::Wan),
        &["101002 某某中心 本年收入/小计 370", "合计 合计 980"],
    );
}

#[test]
fn tables_that_go_on() {
    let text = "## 支出决算表
        单位：万元
        |科目编码|科目名称|本年支出合计|基本支出|项目支出
        |2*合计|60.00|45.00|15.00
        |201|一般公共服务支出|30.00|20.00|10.00
        |20103|政府办公厅（室）及相关机构事务|30.00|20.00|10.00
        第 5 页
        |科目编码|科目名称|本年支出合计|基本支出|项目支出
        |2010301|行政运行|30.00|20.00|10.00
        |221|住房保障支出|30.00|25.00|5.00
        |22102|住房改革支出|30.00|25.00|5.00
        |2210201|住房公积金|30.00|25.00|5.00";
    let found = tables(text);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].amounts.len(), 21);
    assert_eq!(wrong(text), Vec::<String>::new());
}

#[test]
fn several_in_one_sheet() {
    let text = "|3*收入决算表
        |公开02表||
        |单位：万元||
        |科目编码|科目名称|本年收入合计
        |2*合计|60.00
        |201|一般公共服务支出|60.00
        |||
        |3*支出决算表
        |公开03表||
        |单位：元||
        |科目编码|科目名称|本年支出合计
        |2*合计|600,000.00
        |201|一般公共服务支出|600,000.00";
    let found: Vec<(String, Option<u8>, Unit, usize)> = tables(text)
        .into_iter()
        .map(|table| (table.title, table.no, table.unit, table.amounts.len()))
        .collect();
    assert_eq!(
        found,
        [
            ("收入决算表".to_owned(), Some(2), Unit::Wan, 2),
            ("支出决算表".to_owned(), Some(3), Unit::Yuan, 2)
        ]
    );
}

#[test]
fn titles_behind() {
    let text = "# 某局2023年度部门决算
        |项目|决算数
        |一、财政拨款收入|60.00
        |二、其他收入|5.00
        |本年收入合计|65.00
        收入支出决算总表
        单位：万元
        |科目编码|科目名称|本年收入合计
        |2*合计|65.00
        |201|一般公共服务支出|65.00
        收入决算表
        单位：万元
        |科目编码|科目名称|本年支出合计
        |2*合计|65.00
        |201|一般公共服务支出|65.00
        支出决算表
        单位：万元";
    let found: Vec<(String, Option<u8>)> = tables(text)
        .into_iter()
        .map(|table| (table.title, table.no))
        .collect();
    assert_eq!(
        found,
        [
            ("收入支出决算总表".to_owned(), Some(1)),
            ("收入决算表".to_owned(), Some(2)),
            ("支出决算表".to_owned(), Some(3))
        ]
    );
}

#[test]
fn what_is_no_table_of_accounts() {
    for text in [
        "|序号|单位名称|备注\n|1|某局（本级）|\n|2|某中心|",
        "项目支出绩效自评表\n|一级指标|二级指标|三级指标|分值|年度指标值|实际完成值|得分\n|产出指标|数量指标|培训人次|10.00|350|600|10.00",
        "|姓名|电话\n|张三|12345678",
    ] {
        assert_eq!(tables(text), [], "{text}");
    }
}

#[test]
fn units_said_elsewhere() {
    for (text, unit) in [
        (
            "支出决算表\n|项目|决算数\n|合计|12.50\n|基本支出|12.50",
            Unit::Wan,
        ),
        (
            "支出决算表\n|项目|决算数（元）\n|合计|12.50\n|基本支出|12.50",
            Unit::Wan,
        ),
        (
            "支出决算表\n单位：元\n|项目|决算数\n|合计|12.50\n|基本支出|12.50",
            Unit::Yuan,
        ),
        (
            "支出决算表\n|2*单位：千元\n|项目|决算数\n|合计|12.50\n|基本支出|12.50",
            Unit::Qian,
        ),
        (
            "以下各表金额单位均为元。\n支出决算表\n|项目|决算数\n|合计|12.50\n|基本支出|12.50",
            Unit::Yuan,
        ),
    ] {
        assert_eq!(tables(text)[0].unit, unit, "{text}");
    }
    let heads = tables("支出决算表\n|项目|决算数（元）\n|合计|1250.00\n|基本支出|1250.00");
    assert_eq!(
        heads[0].amounts[0].value.value.normalize().to_string(),
        "0.125"
    );
}

/// What is found wrong: the text of the amount at which it is found and what it should be.
#[test]
fn what_is_wrong_and_why() {
    let table = |rows: &str| {
        format!(
            "## 支出决算表\n单位：万元\n|科目编码|科目名称|本年支出合计|基本支出|项目支出\n|2*合计|60.00|45.00|15.00\n{rows}"
        )
    };
    let rows = [
        "|201|一般公共服务支出|32.00|20.00|12.00",
        "|20103|政府办公厅（室）及相关机构事务|32.00|20.00|12.00",
        "|2010301|行政运行|20.00|20.00|",
        "|2010302|一般行政管理事务|12.00||12.00",
        "|221|住房保障支出|28.00|25.00|3.00",
        "|22102|住房改革支出|28.00|25.00|3.00",
        "|2210201|住房公积金|25.00|25.00|",
        "|2210203|购房补贴|3.00||3.00",
    ];
    for (from, to, wanted) in [
        ("", "", ""),
        (
            "|20.00|20.00|",
            "|20.00|22.00|",
            "TableAmount 行政运行·基本支出 22.00万元 → 20.00万元",
        ),
        (
            "事务|12.00|",
            "事务|120.00|",
            "TableAmount 一般行政管理事务·本年支出合计 120.00万元 → 12.00万元 Ten",
        ),
        (
            "改革支出|28.00|25.00|",
            "改革支出|25.00|28.00|",
            "TableAmount 住房改革支出·本年支出合计 25.00万元 → 28.00万元 Swapped",
        ),
        (
            "购房补贴|3.00||3.00",
            "购房补贴|3.00||3.00\n|2210203|购房补贴|3.00||3.00",
            "RepeatedRow 2210203购房补贴",
        ),
    ] {
        let text = table(
            &rows
                .join("\n")
                .replacen(from, to, usize::from(!from.is_empty())),
        );
        let paper = sketch::paper(&text);
        let found: Vec<String> = review(&paper)
            .findings
            .iter()
            .map(|finding| {
                use juesuan_understand::Matter;
                let cause = finding
                    .cause
                    .map_or(String::new(), |cause| format!(" {cause:?}"));
                match &finding.matter {
                    Matter::TableAmount {
                        what,
                        printed,
                        right,
                        ..
                    } => format!("TableAmount {what} {printed} → {right}{cause}"),
                    Matter::SumOfParts {
                        what,
                        printed,
                        right,
                        ..
                    } => format!("SumOfParts {what} {printed} → {right}{cause}"),
                    Matter::RepeatedRow { what, .. } => format!("RepeatedRow {what}"),
                    other => format!("{other:?}"),
                }
            })
            .collect();
        let wanted: Vec<&str> = if wanted.is_empty() {
            Vec::new()
        } else {
            vec![wanted]
        };
        assert_eq!(found, wanted, "{to}");
    }
}

#[test]
fn numbers_before_titles() {
    for (lines, title, no) in [
        ("公开01表 收入支出决算总表", "收入支出决算总表", Some(1)),
        ("表三：支出决算表", "支出决算表", Some(3)),
        ("附表2 收入决算表", "收入决算表", Some(2)),
        ("表3-1 支出决算表", "支出决算表", Some(3)),
        ("（三）支出决算表", "支出决算表", Some(3)),
        ("3.支出决算表", "支出决算表", Some(3)),
        (
            "某局2023年度支出决算表（公开03表）",
            "某局2023年度支出决算表（公开03表）",
            Some(3),
        ),
        (
            "第二部分 某局2023年度部门决算表",
            "第二部分某局2023年度部门决算表",
            Some(5),
        ),
    ] {
        let text = format!(
            "{lines}\n单位：万元\n|科目编码|科目名称|合计|基本支出|项目支出\n|2*合计|9.00|5.00|4.00\n|201|一般公共服务支出|9.00|5.00|4.00\n\n支出决算表\n|项目|决算数\n|合计|1.00\n|其他|1.00"
        );
        let found = &tables(&text)[0];
        assert_eq!((found.title.as_str(), found.no), (title, no), "{lines}");
    }
}

const SMALL: &str = include_str!("papers/final-accounts.txt");

#[test]
fn tables_that_are_listed_and_missing() {
    let contents = "# 目录\n四、财政拨款收入支出决算总表\n九、国有资本经营预算财政拨款支出决算表\n";
    let start = SMALL.find("## 财政拨款收入支出决算总表").unwrap();
    let end = SMALL.find("## 一般公共预算财政拨款支出决算表").unwrap();
    let without = format!("{}{}", &SMALL[..start], &SMALL[end..]);
    let warned = |text: &str| {
        wrong(text)
            .iter()
            .filter(|line| line.contains("Missing"))
            .count()
    };
    assert_eq!(warned(SMALL), 0);
    assert_eq!(warned(&format!("{contents}{SMALL}")), 0);
    assert_eq!(warned(&without), 0);
    assert_eq!(
        wrong(&format!("{contents}{without}")),
        ["Warning MissingTables { numbers: [4] } None"]
    );
}

/// Amounts of a column that slipped a line down.
#[test]
fn amounts_that_slipped() {
    let mut lines: Vec<String> = SMALL.lines().map(str::to_owned).collect();
    let start = lines
        .iter()
        .position(|line| line.starts_with("|3*201|"))
        .unwrap();
    let old = lines.clone();
    for at in start + 6..start + 12 {
        let above = old[at - 1].split('|').nth(4).unwrap();
        let mut parts: Vec<&str> = old[at].split('|').collect();
        parts[4] = above;
        lines[at] = parts.join("|");
    }
    let found = wrong(&lines.join("\n"));
    assert!((1..=3).contains(&found.len()), "{found:#?}");
    assert!(
        found.iter().all(|line| line.contains("支出决算表")),
        "{found:#?}"
    );
}

#[test]
fn subjects_with_the_ends_of_the_year() {
    let list = "收入支出决算总表
        单位：万元
        |2*收入|2*支出
        |项目|决算数|项目|决算数
        |一、一般公共预算财政拨款收入|40.00|一、一般公共服务支出|41.00
        |本年收入合计|40.00|本年支出合计|41.00
        |年初结转和结余|3.00|年末结转和结余|2.00
        |总计|43.00|总计|43.00
        财政拨款收入支出决算总表
        单位：万元
        |2*收入|3*支出
        |项目|决算数|项目|合计|一般公共预算财政拨款
        |一、一般公共预算财政拨款|40.00|一、一般公共服务支出|41.00|41.00
        |本年收入合计|40.00|本年支出合计|41.00|41.00
        |年初财政拨款结转和结余|3.00|年末财政拨款结转和结余|2.00|2.00
        |总计|43.00|总计|43.00|43.00";
    let text = format!(
        "{list}
        一般公共预算财政拨款收入支出决算表
        单位：万元
        |2*项目|3*年初结转和结余|v2*本年收入|3*本年支出|v2*年末结转和结余
        |科目编码|科目名称|合计|基本支出结转|项目支出结转和结余|^|合计|基本支出|项目支出|^
        |2*合计|3.00|1.00|2.00|40.00|41.00|30.00|11.00|2.00
        |201|一般公共服务支出|3.00|1.00|2.00|40.00|41.00|30.00|11.00|2.00
        |20103|政府办公厅（室）及相关机构事务|3.00|1.00|2.00|40.00|41.00|30.00|11.00|2.00"
    );
    let numbers: Vec<Option<u8>> = tables(&text).iter().map(|table| table.no).collect();
    assert_eq!(numbers, [Some(1), Some(4), Some(5)]);
    assert_eq!(wrong(&text), Vec::<String>::new());
    let broken = text.replace(
        "40.00|41.00|30.00|11.00|2.00",
        "40.00|40.00|29.00|11.00|3.00",
    );
    assert_eq!(wrong(&broken).len(), 1, "{:#?}", wrong(&broken));
}
