//! Small documents of our own, as they are printed in one place or another: what comes of each.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test")]

use juesuan_domain::Workbook;
use juesuan_domain::accounts::{Cell, Style};
use juesuan_intake::{Imported, import};
use juesuan_paper::{Block, Cell as PaperCell, Paper, make, plain};
use juesuan_publication::{Parts, publish};
use juesuan_understand::How;
use std::rc::Rc;

/// A table as lines: cells are parted by bars, `3*合计` takes up three columns.
fn table(text: &str) -> Block {
    let rows = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let rows = rows.enumerate().map(|(row, line)| {
        let mut column = 0;
        let cells = line.split('|').map(|cell| {
            let cell = cell.trim();
            let (columns, text) = match cell.split_once('*') {
                Some((columns, text)) => (columns.parse().unwrap_or(1), text),
                None => (1, cell),
            };
            let cell = PaperCell {
                columns,
                ..make::cell(row, column, text.to_owned())
            };
            column += columns;
            cell
        });
        cells.collect()
    });
    make::table(rows.collect())
}

/// A document of one table with its title and unit before it, and a text behind it.
fn document(title: &str, unit: &str, cells: &str, text: &str) -> Imported {
    let mut blocks =
        plain::read("云山市水务局2024年度部门决算\n第二部分 2024年度部门决算表").blocks;
    if !title.is_empty() {
        blocks.push(make::paragraph(title.to_owned()));
        blocks.push(make::paragraph(unit.to_owned()));
        blocks.push(table(cells));
    }
    blocks.extend(plain::read(text).blocks);
    let paper = Paper {
        blocks,
        ..Paper::default()
    };
    import(&paper.numbered())
}

fn typed(imported: &Imported, path: &str) -> String {
    let cell: Cell = format!("accounts.{path}").parse().unwrap();
    let found = imported.workbook.accounts.cell(cell);
    found.map_or_else(String::new, |text| text.trim().to_owned())
}

/// What cells come to, `path value`; and reasons for which something was left.
fn check(name: &str, imported: &Imported, cells: &[(&str, &str)], left: &[&str]) {
    for (path, value) in cells {
        assert_eq!(typed(imported, path), *value, "{name}: {path}");
    }
    for code in left {
        let codes: Vec<&str> = imported.left.iter().map(|one| one.why.code()).collect();
        assert!(codes.contains(code), "{name}: {code} in {codes:?}");
    }
}

#[test]
fn tables_of_several_places() {
    for (name, title, unit, cells, expected, left) in [
        (
            "heads in two lines, the code in three columns",
            "公开05表 一般公共预算财政拨款支出决算表",
            "单位：万元",
            "4*项目|3*本年支出
             类|款|项|科目名称|小计|基本支出|项目支出
             4*合计|12.50|10.00|2.50
             208|||社会保障和就业支出|12.50|10.00|2.50
             208|05||行政事业单位养老支出|12.50|10.00|2.50
             208|05|05|机关事业单位基本养老保险缴费支出|12.50|10.00|2.50",
            &[
                ("05.total.total", "12.50"),
                ("05[0].code", "208"),
                ("05[2].code", "2080505"),
                ("05[2].project", "2.50"),
            ][..],
            &[][..],
        ),
        (
            "amounts in 元 with the unit beside the title",
            "表5 一般公共预算财政拨款支出决算表",
            "金额单位：元",
            "科目编码|科目名称|合计|基本支出|项目支出
             208|社会保障和就业支出|1,234,567.89|1,234,567.89|0
             2*合计|1,234,567.89|1,234,567.89|0",
            &[
                ("05.total.total", "1,234,567.89元"),
                ("05[0].basic", "1,234,567.89元"),
                ("05[0].project", "0"),
            ],
            &[],
        ),
        (
            "三公 as table 08, items as rows",
            "公开08表 财政拨款“三公”经费支出决算表",
            "单位：万元",
            "项目|预算数|决算数
             合计|5.00|3.20
             1.因公出国（境）费||
             2.公务用车购置及运行维护费|3.00|2.00
             （1）公务用车购置费||
             （2）公务用车运行维护费|3.00|2.00
             3.公务接待费|2.00|1.20",
            &[
                ("07.total.actual", "3.20"),
                ("07.running.budget", "3.00"),
                ("07.abroad.actual", "0"),
                ("07.reception.actual", "1.20"),
            ],
            &[],
        ),
        (
            "a column and a row that no layout has",
            "支出决算表",
            "单位：万元",
            "科目编码|科目名称|本年支出合计|基本支出|项目支出|其他资金来源
             208|社会保障和就业支出|12.50|10.00|2.50|88.80
             |甲类特别支出|1.00|1.00||",
            &[("03[0].basic", "10.00"), ("03[1].basic", "")],
            &["noCode", "unknownColumn"],
        ),
        (
            "the same subject twice with another amount",
            "支出决算表",
            "单位：万元",
            "科目编码|科目名称|本年支出合计|基本支出|项目支出
             208|社会保障和就业支出|12.50|10.00|2.50
             208|社会保障和就业支出|12.51|10.00|2.51",
            &[("03[0].total", "12.50"), ("03[1].total", "")],
            &["contradicts"],
        ),
        (
            "a blank stays blank, a zero zero, a dash what it is",
            "收入决算表",
            "单位：万元",
            "科目编码|科目名称|本年收入合计|财政拨款收入|上级补助收入|事业收入|经营收入|附属单位上缴收入|其他收入
             208|社会保障和就业支出|12.50|12.50||0.00|-||",
            &[
                ("02[0].fromAbove", ""),
                ("02[0].service", "0.00"),
                ("02[0].business", "-"),
                ("02[0].other", ""),
            ],
            &[],
        ),
        (
            "totals that their parts do not give",
            "支出决算表",
            "单位：万元",
            "科目编码|科目名称|本年支出合计|基本支出|项目支出
             2*合计|99.00|10.00|2.50
             208|社会保障和就业支出|12.50|10.00|2.50",
            &[("03.total.total", "99.00")],
            &[],
        ),
    ] {
        let imported = document(title, unit, cells, "");
        check(name, &imported, expected, left);
    }
}

#[test]
fn tables_said_to_be_empty() {
    const HEADS: &str =
        "科目编码|科目名称|年初结转和结余|本年收入|本年支出小计|基本支出|项目支出|年末结转和结余\n";
    for (name, rows, note, none) in [
        (
            "a note below",
            "|||||||",
            "说明：本单位没有政府性基金预算财政拨款收支，故本表无数据。",
            true,
        ),
        (
            "zeros and a note",
            "2*合计|0|0|0|0|0|0",
            "本表为空表。",
            true,
        ),
        ("nothing said", "|||||||", "", false),
        (
            "amounts all the same",
            "2*合计|0|5.00|5.00|0|5.00|0",
            "本单位没有政府性基金。",
            false,
        ),
        (
            "amounts that have no place",
            "|某某专项||5.00|5.00||5.00|",
            "本单位没有政府性基金。",
            false,
        ),
        (
            "only what the table is about",
            "|||||||",
            "注：本表反映政府性基金预算财政拨款收支情况。",
            false,
        ),
    ] {
        let title = "政府性基金预算财政拨款收入支出决算表";
        let imported = document(title, "单位：万元", &format!("{HEADS}{rows}"), note);
        let table = &imported.workbook.accounts.tables[7];
        assert_eq!(table.none, none, "{name}");
    }
}

/// An empty cell of 公开07 means 0: that follows, and is told with its table, as what it is.
#[test]
fn zeros_of_empty_cells_follow() {
    let imported = document(
        "财政拨款“三公”经费支出决算表",
        "单位：万元",
        "项目|预算数|决算数
         合计|1.00|0.50
         1．因公出国（境）费||
         2．公务用车购置及运行维护费||
         （1）公务用车购置费||
         （2）公务用车运行维护费||
         3．公务接待费|1.00|0.50",
        "",
    );
    let followed: Vec<String> = imported
        .taken
        .iter()
        .filter(|one| one.how == How::Followed && one.to.starts_with("accounts."))
        .map(|one| format!("{}={} in {}", one.to, one.text, one.from.block))
        .collect();
    assert!(
        followed.contains(&"accounts.07.abroad.actual=0 in 4".to_owned()),
        "{followed:?}"
    );
    assert!(followed.iter().all(|one| one.ends_with("=0 in 4")));
}

/// The text behind the tables 01 and 05 of one unit.
fn text(words: &str) -> Imported {
    let mut blocks = plain::read("云山市水务局2024年度部门决算").blocks;
    for (title, cells) in [
        (
            "收入支出决算总表",
            "2*收入|2*支出
             项目|决算数|项目|决算数
             本年收入合计|100.00|本年支出合计|100.00
             总计|100.00|总计|100.00",
        ),
        (
            "一般公共预算财政拨款支出决算表",
            "科目编码|科目名称|合计|基本支出|项目支出
             2*合计|90.00|80.00|10.00
             213|农林水支出|90.00|80.00|10.00
             21303|水利|90.00|80.00|10.00
             2130301|行政运行|80.00|80.00|0.00
             2130304|水利行业业务管理|10.00|0.00|10.00",
        ),
    ] {
        blocks.push(make::paragraph(title.to_owned()));
        blocks.push(make::paragraph("单位：万元".to_owned()));
        blocks.push(table(cells));
    }
    blocks.extend(plain::read(words).blocks);
    let paper = Paper {
        blocks,
        ..Paper::default()
    };
    import(&paper.numbered())
}

const TOTALS: &str = "一、收入支出决算总体情况说明\n";
const GENERAL: &str = "五、一般公共预算财政拨款支出决算情况说明\n";
const THREE: &str = "七、“三公”经费财政拨款支出决算情况说明\n";

#[test]
fn what_the_text_says_beside_the_tables() {
    for (before, words, cells) in [
        // Last year: from the change, never from the rate.
        (
            TOTALS,
            "2024年度收入总计100.00万元，支出总计100.00万元。与2023年度相比，收入总计增加10.00万元，增长11.11%。",
            &[("01.left-total.last", "90.00"), ("01.right-total.last", "")][..],
        ),
        (
            TOTALS,
            "2024年度收入支出总计100.00万元。与2023年度相比，收入支出总计减少5.00万元，下降4.76%。",
            &[
                ("01.left-total.last", "105.00"),
                ("01.right-total.last", "105.00"),
            ],
        ),
        (
            TOTALS,
            "2024年度收入支出总计100.00万元，比上年增长11.11%。",
            &[("01.left-total.last", "")],
        ),
        // A rate that the change does not give: one of them is wrong.
        (
            TOTALS,
            "2024年度收入支出总计100.00万元。与2023年度相比，收入支出总计增加10.00万元，增长25.00%。",
            &[("01.left-total.last", "")],
        ),
        // An amount that is not the table's: nothing follows.
        (
            TOTALS,
            "2024年度收入支出总计110.00万元。与2023年度相比，收入支出总计增加10.00万元，增长10.00%。",
            &[("01.left-total.last", "")],
        ),
        (
            TOTALS,
            "2024年度收入支出总计100.00万元，与上年持平。",
            &[("01.left-total.last", "100.00")],
        ),
        (
            TOTALS,
            "2024年度收入支出总计100.00万元。与2023年度相比，收入支出总计增加10.00万元，增长11.11%。主要原因：新增一个项目。",
            &[("01.left-total.reasonLast", "新增一个项目")],
        ),
        // Budgets of the total and of subjects, their reasons and purposes.
        (
            GENERAL,
            "一般公共预算财政拨款支出年初预算为95.00万元，支出决算为90.00万元，完成年初预算的94.74%。决算数小于预算数的主要原因：项目未完成。",
            &[
                ("05.total.budget", "95.00"),
                ("05.total.reason", "项目未完成"),
            ],
        ),
        (
            GENERAL,
            "1.农林水支出（类）水利（款）行政运行（项）。主要用于人员经费。年初预算为82.00万元，支出决算为80.00万元，完成年初预算的97.56%。决算数小于预算数的主要原因是人员减少。",
            &[
                ("05[2].budget", "82.00"),
                ("05[2].reason", "人员减少"),
                ("05[2].use", "人员经费"),
            ],
        ),
        // Another amount than the table's: of another subject, or wrong.
        (
            GENERAL,
            "1.农林水支出（类）水利（款）行政运行（项）。年初预算为82.00万元，支出决算为81.00万元。",
            &[("05[2].budget", "")],
        ),
        // A name that the table does not have, but the only amount of its 款 that nothing else names.
        (
            GENERAL,
            "1.农林水支出（类）水利（款）行政运行（项）。年初预算为80.00万元，支出决算为80.00万元。\n2.农林水支出（类）水利（款）水利管理（项）。年初预算为12.00万元，支出决算为10.00万元。",
            &[("05[3].budget", "12.00")],
        ),
        // Counts.
        (
            THREE,
            "公务用车保有量为3辆。全年安排因公出国（境）团组1个、累计2人次。国内公务接待4批次、30人次。",
            &[
                ("facts.held", "3"),
                ("facts.groups", "1"),
                ("facts.travellers", "2"),
                ("facts.receptions", "4"),
                ("facts.guests", "30"),
            ],
        ),
        (
            THREE,
            "公务接待10批次、80人次，其中：外宾接待1批次、3人次。",
            &[("facts.receptions", "10"), ("facts.guests", "80")],
        ),
        (
            THREE,
            "国内公务接待4批次、30人次。外事接待2批次、9人次。",
            &[("facts.receptions", ""), ("facts.guests", "")],
        ),
        // Another year is another report.
        (THREE, "2021年公务用车保有量为3辆。", &[("facts.held", "")]),
        (
            "（二）政府采购支出情况\n",
            "政府采购支出总额8.57万元，其中：政府采购服务支出8.57万元。",
            &[
                ("facts.services", "8.57"),
                ("facts.goods", "0"),
                ("facts.works", "0"),
            ],
        ),
        (
            "（二）政府采购支出情况\n",
            "政府采购支出总额9.57万元，其中：政府采购服务支出8.57万元。",
            &[("facts.services", "8.57"), ("facts.goods", "")],
        ),
        (
            "（三）国有资产占有使用情况\n",
            "截至2024年12月31日，共有车辆0辆。",
            &[("facts.law", "0"), ("facts.otherVehicles", "0")],
        ),
        (
            "（一）机关运行经费支出情况\n",
            "机关运行经费支出20.00万元，比2023年度增加2.00万元，增长11.11%。主要原因是水电费上涨。",
            &[
                ("facts.operating", "20.00"),
                ("facts.operatingLast", "18.00"),
                ("facts.operatingReason", "水电费上涨"),
            ],
        ),
        (
            "一、主要职能\n",
            "负责全市水务工作。",
            &[("facts.functions", "负责全市水务工作。")],
        ),
        // A template that nobody filled in.
        (
            "一、主要职能\n",
            "XX局负责XX工作。",
            &[("facts.functions", "")],
        ),
        (
            TOTALS,
            "2024年度收入支出总计100.00万元。与2023年度相比，收入支出总计增加10.00万元，增长11.11%。主要原因：XXXX。",
            &[("01.left-total.reasonLast", "")],
        ),
    ] {
        check(words, &text(&format!("{before}{words}")), cells, &[]);
    }
}

/// A sentence is worded anew only where what is written from it reads as printed.
#[test]
fn own_words() {
    let key = "accounts.text.total";
    let own = |words: &str| typed(&text(&format!("{TOTALS}{words}")), "text.total");
    for (words, expected) in [
        (
            "云山市水务局2024年度收入支出总计100.00万元。与2023年度相比，收入支出总计增加10.00万元，增长11.11%。",
            "{单位}{年度}年度收入支出总计{总计}万元。与{上年度}年度相比，收入支出总计{总计·增减}。",
        ),
        // A rate without its sign, and another figure that nothing knows.
        (
            "云山市水务局2024年度收入支出总计100.00万元。与2023年度相比，收入支出总计增加10.00万元，增长11.11。",
            "",
        ),
        (
            "云山市水务局2024年度收入支出总计100.00万元，另有33.00万元，与2023年度相比，收入支出总计增加10.00万元，增长11.11%。",
            "",
        ),
    ] {
        assert_eq!(own(words), expected, "{key}: {words}");
    }
}

/// What follows says that it does, and each place is in the paper.
#[test]
fn what_follows_is_told_from_what_is_printed() {
    let imported = text(&format!(
        "{TOTALS}2024年度收入支出总计100.00万元。与2023年度相比，收入支出总计增加10.00万元，增长11.11%。"
    ));
    let last = imported
        .taken
        .iter()
        .find(|one| one.to == "accounts.01.left-total.last")
        .unwrap();
    assert_eq!((last.how, last.text.as_str()), (How::Followed, "10.00万元"));
    let amount = imported
        .taken
        .iter()
        .find(|one| one.to == "accounts.01.left-total.amount")
        .unwrap();
    assert_eq!((amount.how, amount.text.as_str()), (How::Printed, "100.00"));
    assert!(amount.from.cell.is_some());
}

#[test]
fn key_work_and_explanations() {
    let imported = text(
        "名词解释\n7.农林水支出（类）水利（款）行政运行（项）：反映行政单位的基本支出。\n8.农林水支出（类）水利（款）水文测报（项）：反映水文支出。",
    );
    let cells = [
        ("05[2].explanation", "反映行政单位的基本支出。"),
        ("05[3].explanation", ""),
    ];
    check("explanations", &imported, &cells, &[]);
    let work = "序号|重要事项|工作内容及目标|完成情况|完成率
                1|河道整治|整治三条河道|已整治三条|100.0%
                2|||没有名称|";
    let imported = document("重点工作完成情况", "", work, "");
    assert_eq!(imported.workbook.accounts.work.len(), 1);
    let cells = [
        ("work[0].matter", "河道整治"),
        ("work[0].target", "整治三条河道"),
        ("work[0].progress", "已整治三条"),
    ];
    check("key work", &imported, &cells, &[]);
}

/// Forms of a document, in tables: what of each comes into the workbook.
#[test]
fn forms_are_taken() {
    let form = "项目支出绩效自评表
        项目名称|3*办公楼维修
        主管部门|云山市水务局|实施单位|云山市水务局
        项目资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分
        年度资金总额|100|100|98|10|98%|9.8
        一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
        产出指标|数量指标|维修面积|≥1000平方米|1000平方米|50|50
        效益指标|社会效益指标|办公条件改善|明显|明显|30|30
        满意度指标|服务对象满意度|职工满意度|≥90%|95%|10|10
        总分|||||100|99.8";
    let imported = document("", "", "", "云山市水务局2024年度部门决算");
    assert_eq!(imported.workbook.forms.len(), 1, "the one with the name");
    let mut blocks = plain::read("云山市水务局2024年度部门决算\n项目支出绩效自评表").blocks;
    blocks.push(table(form));
    let paper = Paper {
        blocks,
        ..Paper::default()
    };
    let imported = import(&paper.numbered());
    let forms = &imported.workbook.forms;
    assert_eq!(forms.len(), 1);
    let form = &forms[0];
    assert_eq!(form.name.to_string(), "办公楼维修");
    assert_eq!(form.execution.actual.to_string(), "98");
    let indicators: usize = form.goals.iter().map(|goal| goal.indicators.len()).sum();
    assert_eq!(indicators, 3);
    let told: Vec<&str> = imported
        .taken
        .iter()
        .filter(|taken| taken.to.starts_with("forms[0].goals[0].indicators[0]"))
        .map(|taken| &*taken.text)
        .collect();
    assert!(
        told.contains(&"维修面积") && told.contains(&"≥1000平方米"),
        "{told:?}"
    );
}

/// What is published of a workbook that nobody has filled in says nothing, and nothing comes of it, whatever the style;
/// of a form with one indicator, that indicator.
#[test]
fn what_is_still_to_be_filled_in_is_not_taken() {
    for style in Style::all() {
        for target in ["", "≥350人次"] {
            let mut workbook = Workbook::new("2024", "云山市水务局", "mof-2020");
            Rc::make_mut(&mut workbook.accounts).style = style.id.clone();
            let overall = Rc::make_mut(&mut workbook.forms[0]);
            let indicator = Rc::make_mut(&mut overall.goals[0].indicators[0]);
            indicator.target = target.into();
            if !target.is_empty() {
                indicator.name = "培训人次".into();
            }
            let imported = import(&publish(&workbook, None, &Parts::whole()).numbered());
            let form = &imported.workbook.forms[0];
            assert_eq!(form.is_begun(), !target.is_empty(), "{}", style.id);
            let rows = form.goals.iter().flat_map(|goal| &goal.indicators);
            let told = rows.map(|row| format!("{}{}{}", &*row.name, &*row.target, &*row.actual));
            let told: String = told.collect();
            let expected = if target.is_empty() {
                ""
            } else {
                "培训人次≥350人次"
            };
            assert_eq!(told, expected, "{}", style.id);
            let accounts = &imported.workbook.accounts;
            let tables = accounts.tables.iter();
            assert!(tables.clone().all(|table| table.is_blank()), "{}", style.id);
            assert!(
                accounts.facts.values().all(|fact| fact.is_blank()),
                "{}",
                style.id
            );
        }
    }
}
