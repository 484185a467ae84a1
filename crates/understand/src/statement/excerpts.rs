//! Sentences as excerpts have them: what is right and must not be called wrong, each with the fault that must be seen.

use super::quiet::check;

/// 上年结转 is money of this year, and what the line before came to is no base of this one.
#[test]
fn what_is_last_year_and_what_is_not() {
    check(&[
        (
            "本级收入200.00万元，增长5.00%，加上：上年结转40.00万元、上级补助收入60.00万元，收入总计300.00万元。",
            "",
        ),
        (
            "本级收入200.00万元，比上年的160.00万元增长25.00%，加上：上年结余40.00万元，收入总计240.00万元。",
            "",
        ),
        (
            "本级收入200.00万元，比上年的160.00万元增长35.00%，加上：上年结余40.00万元，收入总计240.00万元。",
            "Error Claim @ 35.00%",
        ),
        (
            "经常性收入90.00万元，比上年的100.00万元下降10.00%。\n（1）小学经费上年50.00万元，本年55.00万元，比上年增长10.00%。\n（2）初中经费上年80.00万元，本年60.00万元，比上年下降25.00%。",
            "",
        ),
        (
            "经常性收入90.00万元，比上年的100.00万元下降10.00%。\n（1）小学经费上年50.00万元，本年55.00万元，比上年增长12.00%。\n（2）初中经费上年80.00万元，本年60.00万元，比上年下降25.00%。",
            "Error Claim @ 12.00%",
        ),
    ]);
}

/// 收入支出总体与上年相比，增加…: of what the clause names, not of the amount before it.
#[test]
fn a_change_is_of_what_its_comparison_names() {
    let before = "2023年度收入总计120.00万元，其中：本年收入合计110.00万元，年初结转和结余10.00万元。\n2023年度支出总计120.00万元，其中：本年支出合计115.00万元，年末结转和结余5.00万元。";
    for (line, expected) in [
        ("收入支出总体与上年相比，增加20.00万元，增长20.00%。", ""),
        ("收入支出总计与上年相比，增加20.00万元，增长20.00%。", ""),
        ("收、支总计与2022年度相比，增加20.00万元，增长20.00%。", ""),
        (
            "收入支出总体与上年相比，增加20.00万元，增长25.00%。",
            "Error Claim @ 25.00%",
        ),
        ("人员情况与上年相比，增加20.00万元，增长70.00%。", ""),
    ] {
        check(&[(&format!("{before}\n{line}"), expected)]);
        check(&[(&format!("{before}{line}"), expected)]);
    }
    let total = "“三公”经费支出决算总额为5.50万元，比预算增加0万元，比去年增加1.50万元，增长37.5%。其中，因公出国支出决算比预算无增减变化，比去年无增减变化；";
    let own = "\n（一）因公出国（境）费支出0万元。\n（二）公务用车购置及运行费支出4.00万元。其中：\n公务用车购置支出0万元。\n公务用车运行支出4.00万元。\n（三）公务接待费支出1.50万元。";
    for (line, expected) in [
        (
            "公务用车购置支出决算比预算无增减变化，比去年无增减变化，公务用车运行维护费支出决算比预算无增减变化，比去年增加1.00万元，增长33.3%；公务接待费支出决算比预算无增减变化，比去年增加0.50万元，增长50%。",
            "",
        ),
        (
            "公务用车运行维护费支出决算比去年增加1.00万元，增长33.3%；公务接待费支出决算比去年增加0.50万元，增长60%。",
            "Error Claim @ 60%",
        ),
    ] {
        check(&[(&format!("{total}{line}{own}"), expected)]);
    }
}

/// 执行比例 is a completion, and a list of budgets is none of actual amounts.
#[test]
fn a_list_of_budgets_beside_a_list_of_amounts() {
    let amounts = "“三公”经费支出90.00万元，预算执行比例为90.00%。其中：因公出国（境）费40.00万元，预算执行比例为80.00%，公务用车购置及运行费30.00万元，预算执行比例为100.00%，公务接待费20.00万元，预算执行比例为100.00%。";
    let budgets = "“三公”经费预算100.00万元，其中：因公出国（境）费50.00万元，公务用车购置及运行费30.00万元，公务接待费20.00万元。";
    check(&[(&format!("#三公经费决算\n{amounts}\n{budgets}"), "")]);
    check(&[(
        &format!(
            "#三公经费决算\n{}\n{budgets}",
            amounts.replace("80.00%", "85.00%")
        ),
        "Error Claim @ 85.00%",
    )]);
    check(&[(
        &format!(
            "#三公经费决算\n{amounts}\n{}",
            budgets.replace("接待费20.00", "接待费25.00")
        ),
        "Error Claim @ 100.00%, Error Sum @ 100.00万元",
    )]);
}

/// Names that stand for a part of anything are one thing only within one whole.
#[test]
fn names_of_parts_of_anything() {
    check(&[
        (
            "国内公务接待批次30个，接待人次280人；国（境）外公务接待批次2个，接待人次14人。",
            "",
        ),
        (
            "国内公务接待30批次，280人次，共计支出2.30万元。\n外事接待0批次，0人次，共计支出0万元。",
            "",
        ),
        (
            "其他支出60.00万元，项目支出0万元。\n1.基本支出80.00万元，占支出的80.00%。\n2.项目支出20.00万元，占支出的20.00%。",
            "",
        ),
    ]);
}

/// 决算数大于预算数5万元: the completion follows.
#[test]
fn a_completion_beside_its_difference() {
    check(&[
        (
            "财政拨款支出总计105.00万元；完成年初预算105.00%，决算数大于预算数5.00万元，主要原因：调整标准。",
            "",
        ),
        (
            "财政拨款支出总计105.00万元；完成年初预算100%，决算数大于预算数5.00万元，主要原因：调整标准。",
            "Error Claim @ 100%",
        ),
    ]);
}

/// Parts on lines of their own that have no numbers.
#[test]
fn parts_on_lines_without_numbers() {
    let lead = "2023年度一般公共预算财政拨款基本支出100.00万元，其中：";
    let staff = "人员经费80.00万元，主要包括：基本工资、津贴补贴、奖金。";
    for (lines, expected) in [
        ("公用经费20.00万元，主要包括：办公费、印刷费。", ""),
        (
            "公用经费30.00万元，主要包括：办公费、印刷费。",
            "Error Sum @ 100.00万元",
        ),
        (
            "公用经费20.00万元，主要包括：办公费、印刷费。\n机关运行经费20.00万元，比上年增加10.00万元，增长100.00%。",
            "",
        ),
    ] {
        check(&[(&format!("{lead}\n{staff}\n{lines}"), expected)]);
    }
}

/// A base that explains all other shares of its words is that of the one that it does not explain.
#[test]
fn a_base_that_explains_the_other_shares() {
    let base = "一般公共预算基本支出1000.00万元。";
    let three = "工资福利支出700.00万元，占基本支出预算70.00%。\n商品和服务支出200.00万元，占基本支出预算20.00%。";
    check(&[
        (
            &format!("{base}\n{three}\n对个人和家庭的补助100.00万元，占基本支出预算10.00%。"),
            "",
        ),
        (
            &format!("{base}\n{three}\n对个人和家庭的补助100.00万元，占基本支出预算11.00%。"),
            "Error Claim @ 11.00%",
        ),
        (
            &format!(
                "{three}\n对个人和家庭的补助100.00万元，占基本支出预算11.00%。\n##基本支出\n{base}\n人员经费800.00万元，占基本支出预算80.00%。"
            ),
            "Error Claim @ 11.00%",
        ),
        (
            &format!(
                "{base}\n工资福利支出700.00万元，占基本支出预算70.00%。\n培训费100.00万元，占基本支出预算11.00%。"
            ),
            "",
        ),
    ]);
}

/// A name before the brackets that a clause goes on behind is the whole name.
#[test]
fn a_name_with_brackets_that_is_compared() {
    let total = "“三公”经费支出决算数比2023年度减少0.20万元，下降40.0%，其中：";
    let amounts = "“三公”经费支出决算为0.30万元，其中：因公出国（境）费支出决算为0万元，公务接待费支出决算为0.30万元。\n";
    check(&[
        (
            &format!(
                "{amounts}{total}因公出国（境）费支出与上年持平；公务接待费支出决算减少0.20万元，下降40.0%。"
            ),
            "",
        ),
        (
            &format!(
                "{amounts}{total}公务接待费支出与上年持平；公务接待费支出决算减少0.20万元，下降40.0%。"
            ),
            "Error NotUnchanged @ 公务接待费支出与上年持平",
        ),
        (
            "公务用车购置及运行费5.00万元（公务用车购置费1.00万元，比上年增加0万元；公务用车运行费4.00万元，比上年增加0万元。）比上年增加1.00万元，增长25.0%。",
            "",
        ),
    ]);
}

/// Parts of last year's total are last year's; a list that is told by two classifications is told twice.
#[test]
fn lists_of_last_year_and_lists_told_twice() {
    let last = "#云山市水务局2022年度“三公”经费预算\n##一、安排情况\n2022年度“三公”经费预算总计21.80万元，其中：公务接待11.80万元，公务用车运行费用10.00万元。\n##二、2021年决算情况\n2021年度“三公”经费合计支出20.12万元，其中：公务接待12.39万元，公务用车运行费用7.73万元。\n2022年度“三公”经费预算较2021年度增加1.68万元，其中公务接待较上年同期减少0.58万元，减少4.68%。公务用车运行费用较上年同期增加2.27万元，增长29.37%。";
    check(&[
        (last, "Warning Year @ 2021"),
        (
            "2022年度财政拨款支出100.00万元。其中：按功能分类，教育支出60.00万元，卫生支出40.00万元按经济分类，工资福利支出70.00万元，商品和服务支出30.00万元。",
            "",
        ),
        (
            "2019年全国采购规模为330.00亿元，其中货物300.00亿元。\n2023年全国采购规模为340.00亿元。",
            "",
        ),
    ]);
}

/// 严格执行 of a rule makes no accounts of a budget.
#[test]
fn amounts_of_a_budget_whose_line_speaks_of_rules() {
    let lines = "#云山市司法局2022年“三公”经费预算\n公务用车购置及运行费支出预算75.00万元，比2021年预算减少45.00万元，下降37.50%。其中：公务用车运行费50.00万元，比2021年预算减少10.00万元，下降16.67%；公务用车购置费25.00万元，比2021年预算减少35.00万元，下降58.33%。经费使用严格执行规定。";
    check(&[
        (lines, ""),
        (&lines.replace("16.67%", "17.67%"), "Error Claim @ 17.67%"),
    ]);
}

/// 同口径比上年: the words say how it is compared, not what.
#[test]
fn changes_of_the_same_scope() {
    check(&[
        (
            "初中经费上年80.00万元，本年60.00万元，同口径下降25.0%。",
            "",
        ),
        (
            "初中经费上年80.00万元，本年60.00万元，同口径下降28.0%。",
            "",
        ),
        (
            "初中经费上年80.00万元，本年60.00万元，下降28.0%。",
            "Error Claim @ 28.0%",
        ),
    ]);
    let total = "“三公”经费预算为80.00万元。其中，因公出国（境）费10.00万元，公务接待费30.00万元，公务用车运行费40.00万元。";
    check(&[
        (
            &format!("{total}同口径比2018年减少20.00万元，下降20.0%。"),
            "",
        ),
        (
            &format!("{total}同口径比2018年减少20.00万元，下降25.0%。"),
            "Error Claim @ 25.0%",
        ),
        (
            &format!(
                "{total}与2018年预算相比增长16.75%，其中因公出国（境）费增加0万元，公务用车运行费增加2.01万元。"
            ),
            "",
        ),
    ]);
}
