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
