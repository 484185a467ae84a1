//! Figures as they stand in sentences, and what is held against nothing there: each case with the claims that stay
//! unknown, and faults in it that must be seen.

use super::quiet::check;
use crate::proof::cases::paper;
use crate::{StatementKind, Verdict, review};

/// What is held against nothing: years and names left out.
fn unknown(lines: &str) -> String {
    let review = review(&paper(lines));
    let mut statements = review.statements;
    statements.retain(|it| it.verdict == Verdict::Unknown && it.kind != StatementKind::Year);
    let claimed: Vec<&str> = statements.iter().map(|it| it.claimed.as_str()).collect();
    claimed.join(" ")
}

/// A text of which all is right, what of it stays unknown, and what is said where one part of it is replaced.
fn case(lines: &str, left: &str, faults: &[(&str, &str, &str)]) {
    check(&[(lines, "")]);
    assert_eq!(unknown(lines), left, "{lines}");
    for (from, to, expected) in faults {
        assert!(lines.contains(from), "{from} in {lines}");
        check(&[(&lines.replacen(from, to, 1), expected)]);
    }
}

/// 一般公共预算 and 政府性基金预算 are names of funds, not what was planned for something.
#[test]
fn funds_by_their_short_names() {
    case(
        "# 二、收入决算情况说明\n本年收入合计520.00万元；包括财政拨款收入480.00万元（其中，一般公共预算430.00万元，政府性基金预算50.00万元，国有资本经营预算0万元），占收入合计92.31%；其他收入40.00万元，占收入合计7.69%。",
        "",
        &[
            ("430.00", "450.00", "Error Sum @ 480.00万元"),
            ("92.31", "93.21", "Error Claim @ 93.21%"),
        ],
    );
    case(
        "# 二、收入决算情况说明\n财政拨款收入480.00万元，其中一般公共预算430.00万元、政府性基金预算50.00万元。",
        "",
        &[],
    );
}

/// …，收入合计…: a total behind a list is none of its parts.
#[test]
fn a_total_behind_a_list() {
    case(
        "# 一、收支\n乡级收入440.00万元，加上上级补助收入188.00万元，其中：均衡性补助147.00万元，专项补助41.00万元，收入合计为628.00万元。",
        "440.00万元 628.00万元",
        &[("147.00", "247.00", "Error Sum @ 188.00万元")],
    );
}

/// What a part of a list that is counted is a part of: not the money beside it.
#[test]
fn counts_behind_money() {
    case(
        "# 十、预算绩效情况\n绩效自评的项目28个，涉及预算金额615.40万元（其中，评级为优的项目25个；评级为良的项目3个；评级为合格的项目0个）。",
        "615.40万元",
        &[],
    );
    case(
        "# 十一、国有资产\n本单位共有车辆0辆，其中，领导干部用车0辆、机要通信用车0辆、其他用车0辆。",
        "",
        &[("其他用车0", "其他用车3", "Error Sum @ 0辆")],
    );
}

/// The same item with the same amount.
#[test]
fn what_is_said_again() {
    case(
        "# 七、三公经费\n公务接待费支出决算为0.39万元，年内有变动。\n公务接待费支出0.39万元，用于工作餐。",
        "",
        &[("0.39万元，用", "0.93万元，用", "Warning Twice @ 0.93万元")],
    );
    case(
        "# 一、总体情况\n2024年度收入总计910.25万元，支出总计910.25万元。",
        "",
        &[],
    );
    case(
        "# 一、总体情况\n2024年度收入总计910.25万元，项目支出910.25万元。",
        "910.25万元 910.25万元",
        &[],
    );
}

/// An amount that is right by several others stays so where one rate that is worked out of it is wrong.
#[test]
fn one_wrong_rate_does_not_make_its_whole_doubtful() {
    let lines = "# 三、支出决算情况说明\n本年支出合计200.00万元，其中：基本支出120.00万元，占60.00%；项目支出80.00万元，占40.00%。与上年相比，支出合计增加20.00万元，增长10.11%。";
    assert_eq!(unknown(lines), "20.00万元");
    check(&[(lines, "Error Claim @ 10.11%")]);
}

/// What last year came to, with its parts.
#[test]
fn lists_of_last_year() {
    case(
        "# 云山县2022年“三公”经费情况说明\n## 一、预算\n2022年度“三公”经费预算总计21.80万元，其中：因公出国（境）经费0万元，公务接待11.80万元，公务用车运行费用10.00万元。\n## 二、2021年度“三公”经费决算\n2021年度“三公”经费合计支出20.12万元，其中：因公出国（境）经费0万元，公务接待12.39万元，公务用车运行费用7.73万元。\n2022年度“三公”经费预算较2021年度增加1.68万元。",
        "",
        &[("12.39", "13.29", "Error Sum @ 20.12万元")],
    );
}

/// 民生支出完成5万元: a verb between a name and its amount.
#[test]
fn verbs_before_an_amount() {
    case(
        "# 一、支出\n一般公共预算支出109.20亿元，其中民生支出完成86.80亿元，民生支出占一般公共预算支出的比重达79.5%。",
        "",
        &[("79.5%", "79.1%", "Error Claim @ 79.1%")],
    );
}

/// The three public expenses, each in a sentence of its own.
#[test]
fn three_public_expenses_in_sentences() {
    case(
        "# 七、三公经费\n“三公”经费支出数为116.00万元，比上年减少6.00万元，下降4.92%。其中：因公出国（境）费支出0万元。公务用车购置费支出20.00万元，比上年减少5.00万元，下降20.00%；公务用车运行维护费支出66.00万元，比上年增加5.00万元，增长8.20%。公务接待费支出30.00万元，比上年减少6.00万元，下降16.67%。",
        "",
        &[
            (
                "出30.00",
                "出13.00",
                "Error Sum @ 116.00万元, Error Claim @ 16.67%",
            ),
            (
                "66.00",
                "68.00",
                "Error Sum @ 116.00万元, Error Claim @ 8.20%",
            ),
        ],
    );
}

/// 其中 behind a comparison with the budget: its changes are of the same kind.
#[test]
fn changes_of_parts_against_the_budget() {
    case(
        "# 七、三公经费\n“三公”经费支出合计28.20万元，比预算数减少24.70万元，主要是受出行减少等因素影响。其中，因公出国（境）费2.90万元，减少3.70万元；公务用车购置及运行费24.70万元，减少18.80万元；公务接待费0.60万元，减少2.20万元。",
        "",
        &[("18.80", "18.20", "Error Sum @ 24.70万元")],
    );
}

/// 差值为: neither an item nor what is planned.
#[test]
fn differences_are_no_items() {
    case(
        "# 二、与年初预算对比\n“三公”经费支出2.05万元，年初预算为2.95万元，差值为0.90万元。其中：因公出国（境）支出0万元；公务用车运行维护费支出0万元；公务接待费支出2.05万元。",
        "2.95万元 0.90万元",
        &[("支出2.05万元。", "支出2.15万元。", "Error Sum @ 2.05万元")],
    );
}

/// A comparison with the budget that was told of a part of the whole says nothing of a new comparison behind it.
#[test]
fn a_new_comparison_of_the_whole() {
    case(
        "# 七、三公经费\n“三公”经费年初预算数为2.50万元，支出决算为1.38万元，完成年初预算的55.20%，其中：\n1.因公出国（境）费支出决算为0万元，比年初预算增加0万元。\n2.公务用车购置及运行费支出决算为1.38万元，完成年初预算的55.20%；其中：\n（1）公务用车购置费0万元。\n（2）公务用车运行费1.38万元，完成年初预算的55.20%，比年初预算减少1.12万元，主要原因是少用。\n“三公”经费支出决算数比上年减少0.47万元，下降25.41%，其中：因公出国（境）支出决算增加0.00万元；公务用车购置及运行费支出决算减少0.47万元，下降25.41%；公务接待支出决算增加0.00万元。",
        "0万元 0.00万元",
        &[(
            "减少0.47万元，下降25.41%，其中",
            "减少0.47万元，下降24.51%，其中",
            "Error Claim @ 24.51%",
        )],
    );
}

/// 收入合计5万元，包括甲4万元，乙1万元。其中：…: the list behind a full one is of the whole once more.
#[test]
fn a_list_behind_a_full_one() {
    case(
        "# 云山县司法局2023年度部门预算\n## 二、收入预算情况说明\n2023年度收入预算合计800.00万元，包括本年收入780.00万元，上年结转结余20.00万元。其中：\n本年一般公共预算收入760.00万元，占95.00%；\n本年其他收入20.00万元，占2.50%；\n上年结转结余的一般公共预算收入20.00万元，占2.50%。",
        "",
        &[("95.00%", "96.00%", "Error Claim @ 96.00%")],
    );
}

/// 收入包括：…；支出包括：…: the other side is no part of the last item.
#[test]
fn both_sides_without_a_whole() {
    case(
        "# 云山区教育局2023年部门预算\n## 一、收支总体情况\n收入包括：一般公共预算拨款收入860.00万元、事业收入30.00万元、其他收入10.00万元；支出包括：教育支出800.00万元、住房保障支出100.00万元。",
        "860.00万元 30.00万元 10.00万元 800.00万元 100.00万元",
        &[],
    );
}

/// 车均, 人均: neither items nor parts, but what an amount comes to for each.
#[test]
fn what_each_costs() {
    case(
        "# 七、三公经费\n公务用车购置及运行费全年预算为24.00万元，支出决算为21.60万元，完成全年预算的90.00%。其中：公务用车运行费21.60万元，2022年度执法用车平均每辆运行费3.60万元，年末公务用车保有量6辆。",
        "",
        &[],
    );
    case(
        "# 七、三公经费\n公务接待费3.00万元，国内公务接待40批次、300人次，人均接待费100元。",
        "40批次",
        &[],
    );
}

/// 决算数 of a year, and 费用支出, name nothing of their own.
#[test]
fn words_for_the_item_at_hand() {
    case(
        "# 云山县林业局2022年度部门决算\n## 七、三公经费\n（二）公务用车运行费。全年预算为24.00万元，支出决算为21.60万元，2022年度决算数较2021年度减少0.40万元，下降1.82%。\n（三）公务接待费。全年预算为12.00万元，支出决算为7.20万元，2022年度决算数较2021年度减少2.80万元，下降28.00%。",
        "24.00万元 12.00万元",
        &[("28.00%", "38.89%", "Error Claim @ 38.89%")],
    );
    case(
        "# 七、三公经费\n公务车运行维护费42.00万元，主要用于执法。费用支出较年初预算数减少13.00万元，下降23.64%。\n公务接待费3.00万元，主要用于检查。费用支出较年初预算数减少2.00万元，下降40.00%。",
        "",
        &[("40.00%", "66.67%", "Error Claim @ 66.67%")],
    );
    case(
        "# 云山局2023年度部门决算\n## 七、三公经费\n2023年度“三公”经费支出决算为298.44万元。2023年度决算数比2022年度增加88.31万元，增长42.03%，其中：因公出国（境）费增加80.15万元，公务用车购置及运行维护费增加5.02万元，公务接待费增加3.14万元。",
        "",
        &[("3.14", "4.14", "Error Sum @ 88.31万元")],
    );
}

/// 主要用于…，比上年减少…: the purpose ends where a comparison begins.
#[test]
fn comparisons_behind_a_purpose() {
    case(
        "# 八、机关运行经费\n机关运行经费支出147.00万元，主要用于办公费、差旅费，比上年决算数减少3.00万元，下降2.00%。",
        "",
        &[("2.00%", "2.04%", "Error Claim @ 2.04%")],
    );
    case(
        "# 七、三公经费\n公务用车运行维护费支出12.60万元，主要用于燃料费、维修费，其中：燃料费6.30万元；维修费4.20万元；保险费2.10万元。",
        "",
        &[],
    );
}

/// 主要用于以下几个方面: a list, whose whole its words name.
#[test]
fn lists_in_other_words() {
    case(
        "# 三、支出\n2.支出情况。一般公共预算财政拨款支出570.00万元，比上年增加30.00万元，增长5.56%。\n3.比较情况。本部门一般公共预算财政拨款支出主要用于以下几个方面：\n（1）卫生健康支出28.50万元，占5.00%。\n（2）农林水支出513.00万元，占90.00%。\n（3）住房保障支出28.50万元，占5.00%。",
        "",
        &[("90.00%", "91.00%", "Error Claim @ 91.00%")],
    );
    case(
        "# 七、三公经费\n公务用车运行维护费支出37.00万元。公务用车运行维护费中，公务用车加油15.00万元，公务用车维修12.00万元，公务用车保险10.00万元。",
        "",
        &[],
    );
}

/// A part that is all of its whole.
#[test]
fn the_only_part() {
    case(
        "# 七、三公经费\n公务接待费支出决算为3.00万元，其中：国内公务接待支出3.00万元。",
        "",
        &[],
    );
}

/// A comparison on a line of its own, behind a list: it is of the whole, not of the last part.
#[test]
fn a_comparison_below_a_list() {
    case(
        "# 云山旗农牧局2021年度部门决算\n## 五、一般公共预算财政拨款支出\n一般公共预算财政拨款支出合计805.00万元，其中：基本支出322.00万元，占40.00%；项目支出483.00万元，占60.00%。\n与年初预算相比，增加105.00万元，增长15.00%。",
        "",
        &[("15.00%", "13.04%", "Error Claim @ 13.04%")],
    );
}

/// 两项合计占: several together.
#[test]
fn shares_of_several_together() {
    case(
        "# 三、支出\n本年支出合计200.00万元。一般公共预算财政拨款支出150.00万元，占本年支出合计的75.00%；政府性基金预算财政拨款支出45.00万元，占本年支出合计的22.50%，两项合计占本年支出合计的97.50%。",
        "",
        &[("97.50%", "95.70%", "Error Claim @ 95.70%")],
    );
}

/// Shares of lines that are no list of anything, but make up a whole.
#[test]
fn shares_of_lines_without_a_lead() {
    case(
        "# 五、结构情况\n1.一般公共服务支出（类）171.00万元，占45.00%。\n2.农林水支出（类）190.00万元，占50.00%。\n3.住房保障支出（类）19.00万元，占5.00%。",
        "",
        &[("50.00%", "55.00%", "Error Claim @ 55.00%")],
    );
}

/// 主要内容如下: what a whole is spent on, on lines of their own.
#[test]
fn contents_of_a_whole() {
    case(
        "# 2024年部门预算编制说明\n财政拨款支出预算888.00万元。财政拨款支出主要内容如下：\n1.“教育支出”科目777.00万元，主要用于学校。\n2.“住房保障支出”科目111.00万元，主要用于住房公积金。",
        "",
        &[],
    );
}

/// What a total is elsewhere is no other whole of its parts.
#[test]
fn a_total_with_two_amounts() {
    case(
        "# 一、总体情况\n收入总计864.00万元，其中：本年收入合计820.00万元，年初结转和结余44.00万元。\n# 二、收入决算\n本年收入合计820.00万元，其中：财政拨款收入811.80万元，占99.00%；其他收入8.20万元，占1.00%。",
        "",
        &[(
            "\n本年收入合计820",
            "\n本年收入合计850",
            "Error Sum @ 850.00万元",
        )],
    );
}

/// Classes of the functional classification on lines of their own are never more than their whole.
#[test]
fn classes_on_lines_of_their_own() {
    case(
        "# 云山厅2019年度部门预算\n## 一、收支预算总体情况\n支出预算总计482.00万元。包括：\n1．一般公共服务（类）支出385.60万元，主要用于机关运行。\n2．住房保障（类）支出96.40万元，主要用于住房公积金。",
        "",
        &[("482.00", "412.00", "Warning Sum @ 412.00万元")],
    );
    case(
        "# 云山局2024年部门预算\n## 编制说明\n财政拨款支出预算888.00万元。财政拨款支出主要内容如下：\n1.“教育支出”科目777.00万元，主要用于学校。\n2.“住房保障支出”科目111.00万元，主要用于住房公积金。",
        "",
        &[("111.00", "171.00", "Warning Sum @ 888.00万元")],
    );
}

/// Shares without a list are of the one amount of the line that explains the others.
#[test]
fn shares_of_what_the_line_begins_with() {
    case(
        "# 五、支出\n一般公共预算财政拨款支出950.00万元，较上年减少50.00万元，降低5.00%。按经济分类，工资福利支出665.00万元，占70.00%；商品和服务支出190.00万元，占20.00%；资本性支出95.00万元，占10.00%。",
        "",
        &[("665.00", "695.00", "Error Claim @ 70.00%")],
    );
}

/// 年初结转 and what came in are all of a total of fiscal money.
#[test]
fn totals_of_fiscal_money() {
    case(
        "# 四、财政拨款收支\n财政拨款收入总计380.00万元，其中：年初财政拨款结转和结余0.00万元，本年财政拨款收入380.00万元。",
        "",
        &[("收入380.00", "收入310.00", "Error Sum @ 380.00万元")],
    );
}

/// 公用经费 on the line behind 人员经费.
#[test]
fn basic_spending_over_two_lines() {
    case(
        "# 六、基本支出\n一般公共预算财政拨款基本支出180.00万元，其中：人员经费150.00万元，主要包括：基本工资、津贴补贴。\n公用经费30.00万元，主要包括：办公费、印刷费。",
        "",
        &[("30.00", "33.00", "Error Sum @ 180.00万元")],
    );
}

/// …项目绩效自评综述：…: a line that begins with its own subject says nothing of the one before.
#[test]
fn projects_by_their_summaries() {
    case(
        "# 十、预算绩效\n组织对4个项目开展了部门评价，涉及一般公共预算支出500.00万元，政府性基金预算支出100.00万元。\n公路养护项目绩效自评综述：全年预算数为300.00万元，执行数为285.00万元，完成预算的95.00%。\n桥梁检测项目绩效自评综述：根据年初设定的绩效目标，自评得分98分。全年预算数为80.00万元，执行数为79.20万元，完成预算的99.00%。",
        "4个 500.00万元 100.00万元 98分",
        &[
            ("95.00%", "96.00%", "Error Claim @ 96.00%"),
            ("99.00%", "98.00%", "Error Claim @ 98.00%"),
        ],
    );
}
