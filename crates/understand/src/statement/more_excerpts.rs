//! More sentences as excerpts have them: what is right and must not be called wrong, each with the fault that must be seen.

use super::quiet::check;

/// 甲、乙和丙分别占: shares of names that have no amounts are none of the amounts before.
#[test]
fn shares_of_names_without_amounts() {
    let before = "2021年全国采购规模为400.0万元。货物、工程、服务采购规模分别为100.0万元、200.0万元和100.0万元，占全国采购规模的比例为25.0%、50.0%和25.0%。";
    check(&[
        (
            &format!(
                "{before}公开招标、邀请招标、询价采购规模分别占全国采购规模的70.0%、1.0%和3.0%。"
            ),
            "",
        ),
        (
            &format!("{before}货物、工程、服务采购规模分别占全国采购规模的25.0%、50.0%和28.0%。"),
            "Error Claim @ 28.0%",
        ),
    ]);
}

/// 较2023年年初预算的: what something is compared with, not an amount of this year.
#[test]
fn budgets_of_the_year_before() {
    let title = "# 云山县2024年“三公”经费预算汇总情况说明\n";
    for (line, expected) in [
        (
            "“三公”经费预算总额为1238万元，较2023年年初预算的1278万元减少40万元，下降3.1%。",
            "",
        ),
        (
            "“三公”经费预算总额为1238万元，较2023年年初预算的1278万元减少40万元，下降3.0%。",
            "Error Claim @ 3.0%",
        ),
        (
            "“三公”经费预算总额为1238万元，较2023年年初预算的1278万元减少50万元，下降3.1%。",
            "Error Claim @ 50万元",
        ),
    ] {
        check(&[(&format!("{title}{line}"), expected)]);
    }
    check(&[
        (
            "2016年三公经费预算拨入33.00万元，2015年三公经费预算拨入57.55万元，与上年对比减少24.55万元。",
            "",
        ),
        (
            "“三公”经费预算为2513.60万元。全年实际支出“三公”经费2496.12万元，比当年预算节省了17.48万元。",
            "",
        ),
    ]);
}

/// What is told behind a list may be told of its whole.
#[test]
fn a_change_behind_the_parts_of_its_whole() {
    let list =
        "运行经费预算安排3733.74万元，其中：基本支出预算48.82万元，项目支出预算3684.92万元，";
    check(&[
        (&format!("{list}同比增加2712.52万元，增长265.6%。"), ""),
        (&format!("{list}同比增加2712.52万元，增长278.9%。"), ""),
        (
            &format!("{list}同比增加2712.52万元，增长285.6%。"),
            "Error Claim @ 285.6%",
        ),
    ]);
}

/// 上年度的年初结余5万元: an amount of last year that is none of the item at hand.
#[test]
fn an_amount_of_last_year_of_something_else() {
    for (rate, expected) in [("1.6%", ""), ("1.9%", "Error Claim @ 1.9%")] {
        let line = format!(
            "2019年度收入总计17623.5万元，支出总计17623.5万元。收支较上年决算数减少283.3万元、下降{rate}，主要原因是上年度有基建借款1600万元，今年无此项目；上年度的年初结转结余数为570.7万元，今年的年初结转结余数为35.4万元。"
        );
        check(&[(&line, expected)]);
    }
}

/// One name of two things: each of them is told of what its part of the sentence, or its line, begins with.
#[test]
fn one_name_in_other_scopes() {
    check(&[
        (
            "全国资产总额33.5万元，负债总额9.9万元。\n中央资产总额4.7万元，负债总额1.0万元，净资产3.7万元（行政单位资产0.8万元，事业单位资产2.9万元）；地方资产总额28.8万元，负债总额8.9万元，净资产19.9万元（行政单位资产9.3万元，事业单位资产10.6万元）。",
            "",
        ),
        (
            "一般公共预算总收入164.47万元，总支出153.81万元。收支相抵，年终结余10.66万元。\n政府性基金预算总收入87.32万元，总支出84.37万元。收支相抵，年终结余2.95万元。",
            "",
        ),
        (
            "1.福利彩票公益金498万元，下达西峰区144万元。\n2.体育彩票公益金739万元，下达西峰区207万元。",
            "",
        ),
        (
            "2010年，全年实际开支“三公”经费2496.12万元。\n2011年“三公”经费财政拨款预算数2509.60万元。",
            "",
        ),
        (
            "收入合计90.00万元，机关运行经费支出10.00万元。\n收入合计90.00万元，机关运行经费支出12.00万元。",
            "Warning Twice @ 12.00万元",
        ),
        (
            "机关运行经费支出10.00万元。\n比上年增加的主要是机关运行经费支出12.00万元。",
            "",
        ),
    ]);
}

/// Many counts of one staff are counts by several of its marks.
#[test]
fn counts_by_several_marks() {
    check(&[
        (
            "离退休人员23人，其中大学本科22人，专科21人，中专7人，高级职称3人。",
            "",
        ),
        (
            "离退休人员23人，其中离休人员22人，退休人员21人。",
            "Warning Sum @ 23人",
        ),
    ]);
}

/// The whole of the list is what a share is of where its name ends with the words.
#[test]
fn a_share_of_the_whole_of_its_list() {
    let purchase = "水务局2019年度政府采购支出总额33509.75万元，其中授予中小企业合同金额32407.19万元，占政府采购支出总额的";
    for (rates, expected) in [
        (["96.7%", "8.2%"], ""),
        (["99.7%", "8.2%"], "Error Claim @ 99.7%"),
        (["96.7%", "8.5%"], "Error Claim @ 8.5%"),
    ] {
        let [one, other] = rates;
        let line = format!(
            "{purchase}{one}，其中授予小微企业合同金额2739.43万元，占政府采购支出总额的{other}。"
        );
        check(&[(&line, expected)]);
    }
    let of_all = "2021年全国政府采购授予中小企业合同金额为25797.2万元。授予小微企业合同金额13968.1万元，占授予中小企业合同金额的";
    check(&[
        (&format!("{of_all}54.1%。"), ""),
        (&format!("{of_all}57.1%。"), "Error Claim @ 57.1%"),
    ]);
    for (rate, expected) in [("15.94%", ""), ("19.62%", "Error Claim @ 19.62%")] {
        let line = format!(
            "1.基本支出预算247.63万元，占一般公共预算支出的84.06%。\n2.项目支出46.95万元，占一般公共预算支出的{rate}。"
        );
        check(&[(&line, expected)]);
    }
}

/// The four parts of the three public expenses; lists of which a part is nothing; two lists of both sides.
#[test]
fn lists_that_are_complete() {
    for (total, expected) in [("32.60万元", ""), ("35.60万元", "Error Sum @ 35.60万元")] {
        let line = format!(
            "“三公”经费预算合计{total}。其中：因公出国（境）费0元；公务用车购置费0元；公务用车运行维护费28.60万元；公务接待费4.00万元。"
        );
        check(&[(&line, expected)]);
        let line = format!(
            "“三公”经费决算{total}，因公出国（境）费0万元，公务接待费4.00万元，公务用车购置及运行维护费28.60万元。"
        );
        check(&[(&line, expected)]);
    }
    for (total, expected) in [("150384元", ""), ("180384元", "Error Sum @ 180384元")] {
        let line = format!("初中教育支出{total}，其中：基本支出150384元，项目支出0元。");
        check(&[(&line, expected)]);
    }
    let sides = "收入包括：一般公共预算拨款700.00万元、上年结转5.00万元；支出包括：教育支出580.00万元、卫生健康支出125.00万元。";
    check(&[
        (&format!("财政拨款收支总预算705.00万元。{sides}"), ""),
        (
            &format!("财政拨款收支总预算735.00万元。{sides}"),
            "Error Sum @ 735.00万元",
        ),
        (
            &format!(
                "财政拨款收支总预算705.00万元。{}",
                sides.replace("580", "510")
            ),
            "Error Sum @ 705.00万元",
        ),
    ]);
}

/// A list within a list ends where its parts come to its whole.
#[test]
fn lists_that_are_full() {
    let total = "“三公”经费支出决算为62.07万元，其中：因公出国（境）费支出决算为12.02万元；公务用车购置及运行维护费支出决算为27.46万元；其中：公务用车购置支出决算为0万元；公务用车运行维护费支出决算为27.46万元；公务接待费支出决算为";
    check(&[
        (&format!("{total}22.59万元。"), ""),
        (&format!("{total}25.59万元。"), "Error Sum @ 62.07万元"),
    ]);
    check(&[
        (
            "全国资产总额183.5万元，负债总额118.5万元，国有资本总额50.3万元。其中，中央资产总额76.2万元，负债总额51.9万元。",
            "",
        ),
        (
            "支出预算100.00万元，其中：一般公共服务支出预算100.00万元，教育支出预算80.00万元，卫生健康支出预算20.00万元。",
            "Warning Sum @ 100.00万元",
        ),
        (
            "支出预算100.00万元，其中：一般公共预算100.00万元，基本支出预算80.00万元，项目支出预算20.00万元。",
            "",
        ),
    ]);
}

/// The changes of all parts come to that of the whole.
#[test]
fn changes_of_all_parts() {
    let changes = "2018年“三公”经费预算2800.68万元，比2017年减少295.18万元。其中：因公出国（境）费60.00万元，比2017年减少25.36万元；公务接待费290.50万元，比2017年减少26.70万元；公务用车运行维护费2450.18万元，比2017年减少243.12万元；公务用车购置费0万元，与2017年一致。";
    for (from, to, expected) in [
        ("", "", ""),
        ("26.70", "29.70", "Error Sum @ 295.18万元"),
        ("减少26.70", "增加26.70", "Error Sum @ 295.18万元"),
        ("295.18", "225.18", "Error Sum @ 225.18万元"),
        ("比2017年减少26.70万元", "主要用于接待", ""),
    ] {
        let title = "# 云山市交通局2018年部门预算情况说明\n";
        check(&[(&format!("{title}{}", changes.replace(from, to)), expected)]);
    }
    let total = "2020年度“三公”经费支出决算为358.18万元，其中：因公出国（境）费支出决算为0万元，公务用车购置及运行维护费支出决算为316.57万元，公务接待费支出决算为41.61万元。\n2020年度“三公”经费支出决算数比2019年度减少233.34万元，下降39.45%，其中：因公出国（境）费支出决算减少";
    let others = "，下降100%；公务用车购置及运行维护费支出决算减少135.28万元，下降29.94%；公务接待费支出决算减少28.98万元，下降41.05%。";
    check(&[
        (&format!("{total}69.08万元{others}"), ""),
        (
            &format!("{total}62.08万元{others}"),
            "Error Claim @ 62.08万元",
        ),
    ]);
}

/// A rate may stand before the change that it goes with.
#[test]
fn rates_before_their_changes() {
    let title = "# 云山区政府办2022年“三公”经费预算情况的说明\n";
    for (line, expected) in [
        (
            "“三公”经费预算数9万元，较2021年预算下降40%，减少6万元。",
            "",
        ),
        (
            "“三公”经费预算数9万元，较2021年预算下降43%，减少6万元。",
            "Error Claim @ 43%",
        ),
        (
            "“三公”经费预算数9万元，较2021年预算下降40%。减少6万元。",
            "",
        ),
        (
            "“三公”经费预算数9万元，较2021年决算下降43%，较2021年预算减少6万元。",
            "",
        ),
        (
            "“三公”经费预算数9万元，较2021年下降43%，增加接待6万元。",
            "",
        ),
    ] {
        check(&[(&format!("{title}{line}"), expected)]);
    }
    check(&[
        (
            "2024年度本年支出568.50万元，较2023年度决算数38.31万元，下降6.31%。",
            "",
        ),
        (
            "2024年度本年支出568.50万元，较2023年度决算数638.31万元，下降6.31%。",
            "Error Claim @ 6.31%",
        ),
    ]);
}

/// What came to nothing is none of any budget; 与预算持平; 决算支出数.
#[test]
fn actual_and_planned() {
    check(&[
        ("公务接待费支出决算为0万元，完成预算的0%。", ""),
        ("公务接待费支出决算为0万元，完成预算的100%。", ""),
        (
            "公务接待费支出决算为0万元，完成预算的30%。",
            "Error Claim @ 30%",
        ),
        (
            "公务接待费年初预算为5.00万元，支出决算为5.00万元，与年初预算持平。",
            "",
        ),
        (
            "公务接待费年初预算为5.00万元，支出决算为4.00万元，与年初预算持平。",
            "Error Order @ 与年初预算持平",
        ),
        (
            "公务接待费预算数为310.37万元，决算支出数为249.29万元，完成年初预算数的80.32%。",
            "",
        ),
        (
            "公务接待费预算数为310.37万元，决算支出数为249.29万元，完成年初预算数的85.32%。",
            "Error Claim @ 85.32%",
        ),
    ]);
    let title = "# 云山区政府办2022年“三公”经费预算情况的说明\n";
    for (line, expected) in [
        (
            "公务接待费预算1.00万元，与2021年预算持平，比2021年决算增加0.20万元。",
            "",
        ),
        (
            "公务接待费预算1.00万元，与2021年持平，比2021年增加0.20万元。",
            "Error NotUnchanged @ 与2021年持平",
        ),
    ] {
        check(&[(&format!("{title}{line}"), expected)]);
    }
}

/// A total is what of it is of this year and what is carried over.
#[test]
fn totals_of_both_sides() {
    let of = |income: &str, carried: &str, last: &str| {
        format!(
            "2021年度收入总计{income}万元，支出总计5545.08万元。收支较上年决算数增加562.48万元、增长11.3%。\n2021年度收入合计5259.69万元。年初结转和结余{carried}万元。\n2021年度支出合计5266.88万元。\n2021年度年末结转和结余{last}万元。"
        )
    };
    check(&[
        (&of("5545.08", "285.39", "278.20"), ""),
        (
            &of("5845.08", "285.39", "278.20"),
            "Warning Twice @ 5545.08万元",
        ),
        (
            &of("5545.08", "385.39", "278.20"),
            "Error Sum @ 5545.08万元",
        ),
        (
            &of("5545.08", "285.39", "378.20"),
            "Error Sum @ 5545.08万元",
        ),
        // There may be more that it is made of.
        (&of("5545.08", "215.39", "278.20"), ""),
    ]);
}

/// 比2019年（疫情前）: a second year on purpose.
#[test]
fn a_second_year_to_compare_with() {
    let title = "# 云山市财政局2023年度部门决算\n# 第三部分 2023年度部门决算情况说明\n2023年度收入总计90.00万元。\n2023年度支出总计90.00万元。\n";
    for (line, expected) in [
        (
            "公务接待费支出62.07万元，比上年决算数增加38.97万元；比2019年（疫情前）决算数减少24.87万元。",
            "",
        ),
        (
            "公务接待费支出62.07万元，比2019年决算数减少24.87万元。",
            "Warning Year @ 2019",
        ),
    ] {
        check(&[(&format!("{title}{line}"), expected)]);
    }
}

/// 占基本支出预算%: a rate that was never filled in.
#[test]
fn a_rate_that_was_left_blank() {
    check(&[
        (
            "商品和服务支出预算75.80万元，占基本支出预算%，同比增加5.00万元。",
            "Warning Lacking @ %",
        ),
        (
            "商品和服务支出预算75.80万元，占基本支出预算50%，同比增加5.00万元。",
            "",
        ),
    ]);
}
