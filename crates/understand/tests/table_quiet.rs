//! Tables in which nothing is certainly wrong, though sums do not come out in every direction: parts that are
//! only some, totals of something else, several units, several years. And what no table is.

mod sketch;

use juesuan_understand::{Severity, review};

fn findings(text: &str) -> Vec<String> {
    review(&sketch::paper(text))
        .findings
        .iter()
        .filter(|finding| finding.severity < Severity::Notice && finding.spot.cell.is_some())
        .map(|finding| format!("{:?} {:?}", finding.matter, finding.working))
        .collect()
}

#[test]
fn nothing_is_certain() {
    for (what, text) in [
        (
            "some parts only",
            "支出情况表\n单位：万元\n|项目|金额\n|支出合计|100.00\n|其中：基本建设|20.00\n|设备购置|10.00",
        ),
        (
            "a list without numbers that is not all",
            "重点项目支出表\n单位：万元\n|项目|金额\n|培训|12.00\n|会议|8.00\n|合计|35.00",
        ),
        (
            "only the larger subjects",
            "项目支出表\n单位：万元\n|科目编码|科目名称|金额\n|201|一般公共服务支出|100.00\n|20103|政府办公厅（室）及相关机构事务|60.00\n|2010302|一般行政管理事务|45.00\n|208|社会保障和就业支出|50.00\n|20805|行政事业单位养老支出|20.00",
        ),
        (
            "subjects of several units",
            "部门支出分单位表\n单位：万元\n|单位编码|单位名称|科目编码|科目名称|合计|基本支出|项目支出\n|101001|某局本级|2010301|行政运行|60.00|60.00|\n|101001|某局本级|2010302|一般行政管理事务|20.00||20.00\n|101002|某中心|2010350|事业运行|30.00|30.00|\n|101002|某中心|2010302|一般行政管理事务|5.00||5.00",
        ),
        (
            "several years",
            "“三公”经费对比表\n单位：万元\n|年度|合计|因公出国（境）费|公务用车购置及运行维护费|公务接待费\n|2022年|12.00|1.00|8.00|3.00\n|2023年|10.00|0.00|8.00|2.00\n|增减|-2.00|-1.00|0.00|-1.00",
        ),
        (
            "meetings and training in the total",
            "“三公”经费、会议费和培训费支出决算表\n单位：万元\n|项目|预算数|决算数\n|合计|20.00|18.00\n|1.因公出国（境）费|0.00|0.00\n|2.公务接待费|2.00|1.00\n|3.公务用车购置及运行维护费|8.00|8.00\n|4.会议费|4.00|3.00\n|5.培训费|6.00|6.00",
        ),
        (
            "money and things",
            "国有资产占用情况表\n单位：万元\n|项目|数量（辆）|价值\n|一、车辆|12|240.00\n|1.机要通信用车|2|40.00\n|2.执法执勤用车|8|150.00\n|3.其他用车|2|50.00",
        ),
        (
            "a total with what was carried over, of which the parts are not told",
            "支出预算总表\n单位：万元\n|科目编码|科目名称|合计|基本支出|项目支出\n|201|一般公共服务支出|110.00|60.00|40.00\n|20103|政府办公厅（室）及相关机构事务|110.00|60.00|40.00\n|2010301|行政运行|65.00|60.00|\n|2010302|一般行政管理事务|45.00||40.00",
        ),
        (
            "two tables about other money",
            "支出预算总表\n单位：万元\n|科目编码|科目名称|金额\n|2*合计|100.00\n|201|一般公共服务支出|70.00\n|208|社会保障和就业支出|20.00\n|210|卫生健康支出|10.00\n一般公共预算支出预算表\n单位：万元\n|科目编码|科目名称|金额\n|2*合计|95.00\n|201|一般公共服务支出|65.00\n|208|社会保障和就业支出|20.00\n|210|卫生健康支出|10.00",
        ),
        (
            "rounded to whole numbers",
            "支出决算表\n单位：万元\n|科目编码|科目名称|本年支出合计|基本支出|项目支出\n|2*合计|101|62|38\n|201|一般公共服务支出|70|50|20\n|208|社会保障和就业支出|21|12|8\n|210|卫生健康支出|10||10",
        ),
        (
            "one decimal where there is a zero",
            "支出决算表\n单位：万元\n|科目编码|科目名称|本年支出合计|基本支出|项目支出\n|2*合计|100.01|62.3|37.71\n|201|一般公共服务支出|70|50|20\n|208|社会保障和就业支出|20.01|12.3|7.71\n|210|卫生健康支出|10||10",
        ),
        (
            "a table of persons",
            "人员情况表\n|项目|编制数|实有人数\n|合计|50|44\n|行政|20|18\n|事业|25|26",
        ),
        (
            "budget and actual of self-evaluation",
            "项目支出绩效自评表\n|项目资金|年初预算数|全年预算数|全年执行数|分值|执行率|得分\n|年度资金总额|100.00|120.00|110.00|10|91.67%|9.17\n|其中：当年财政拨款|100.00|100.00|95.00|—|95%|—",
        ),
        (
            "totals of the unit in a list of debts",
            "政府采购支出决算表\n单位：万元\n|项目|合计|货物|工程|服务\n|合计|1,200.00|300.00||900.00\n|授予中小企业合同金额|800.00|||",
        ),
    ] {
        assert_eq!(findings(text), Vec::<String>::new(), "{what}");
    }
}

/// Tables of every shape: nothing fails, whatever stands in them.
#[test]
fn any_table_at_all() {
    const TEXTS: [&str; 40] = [
        "",
        "合计",
        "小计",
        "总计",
        "收入",
        "支出",
        "项目",
        "科目编码",
        "科目名称",
        "基本支出",
        "项目支出",
        "一、财政拨款收入",
        "1.一般公共预算",
        "其中：基金",
        "201",
        "20103",
        "2010301",
        "208",
        "301",
        "1.00",
        "2.00",
        "3.00",
        "1,234.56",
        "0",
        "12",
        "-3.50",
        "—",
        "5%",
        "单位：元",
        "公开01表",
        "收入支出决算总表",
        "“三公”经费支出决算表",
        "栏次",
        "1",
        "2",
        "3",
        "99999999999999999999",
        "99999999999999999999.99",
        "本年支出合计",
        "因公出国（境）费",
    ];
    let mut seed = 7_u64;
    let mut next = |below: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap_or(0) % below
    };
    for _ in 0..400 {
        let mut text = String::new();
        for _ in 0..=next(3) {
            text.push_str(
                [
                    "收入支出决算总表\n",
                    "支出决算表\n",
                    "单位：亿元\n",
                    "公开07表\n",
                    "",
                ][next(5)],
            );
            let width = 1 + next(7);
            for _ in 0..=next(9) {
                for _ in 0..width {
                    text.push('|');
                    match next(12) {
                        0 => text.push_str(["2*", "v2*", "v3*2*", "^"][next(4)]),
                        _ => text.push_str(TEXTS[next(TEXTS.len())]),
                    }
                }
                text.push('\n');
            }
            text.push('\n');
        }
        let review = review(&sketch::paper(&text));
        assert!(review.coverage.checked <= review.coverage.figures, "{text}");
    }
}
