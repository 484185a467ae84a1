//! What is right, or cannot be told, and must not be called wrong; with each the fault that must be seen beside it.

use crate::proof::cases::paper;
use crate::{Severity, review};

/// What is found in lines above a notice: `Error Sum @ 2319.21万元`.
fn findings(lines: &str) -> String {
    let paper = paper(lines);
    let findings = review(&paper).findings.into_iter();
    let above = findings.filter(|finding| finding.severity != Severity::Notice);
    let told = above.map(|finding| {
        let matter = format!("{:?}", finding.matter);
        let kind = matter.split([' ', '{']).next().unwrap_or("").to_owned();
        let quote = finding.spot.quote(&paper);
        format!("{:?} {kind} @ {quote}", finding.severity)
    });
    told.collect::<Vec<_>>().join(", ")
}

pub(super) fn check(cases: &[(&str, &str)]) {
    let mut differ = Vec::new();
    for (lines, expected) in cases {
        let found = findings(lines);
        if found != *expected {
            differ.push(format!(
                "{lines}\n  found    {found}\n  expected {expected}"
            ));
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

#[test]
fn items_of_one_name_under_several_subjects() {
    check(&[
        (
            "1.一般公共服务支出（类）人大事务（款）行政运行（项）支出10.00万元。\n2.一般公共服务支出（类）政协事务（款）行政运行（项）支出20.00万元。",
            "",
        ),
        (
            "1.一般公共服务支出（类）人大事务（款）行政运行（项）。年初预算为10.00万元，支出决算为10.00万元。\n2.农林水支出（类）水利（款）行政运行（项）。年初预算为20.00万元，支出决算为20.00万元。",
            "",
        ),
        (
            "（1）行政运行10.00万元；\n（2）机关服务5.00万元；\n（3）行政运行20.00万元。",
            "",
        ),
        ("主要用于事业运行10.00万元。\n事业运行支出20.00万元。", ""),
        (
            "1.一般公共服务支出（类）人大事务（款）行政运行（项）支出10.00万元。\n2.一般公共服务支出（类）人大事务（款）行政运行（项）支出20.00万元。",
            "Warning Twice @ 20.00万元",
        ),
        (
            "提租补贴支出10.00万元。\n提租补贴支出20.00万元。",
            "Warning Twice @ 20.00万元",
        ),
    ]);
}

/// 1.教育支出：年初预算…: the item is the one that the line begins with, not the last one before it.
#[test]
fn a_numbered_line_begins_with_its_item() {
    let before = "一般公共预算财政拨款支出年初预算为90.00万元，支出决算为90.00万元，其中基本支出60.00万元、项目支出30.00万元。";
    for (line, expected) in [
        (
            "1.教育支出：年初预算50.00万元，决算40.00万元，完成年初预算的80.0%。",
            "",
        ),
        (
            "1.教育支出。年初预算为50.00万元，支出决算为40.00万元，完成年初预算的80.0%。",
            "",
        ),
        (
            "（1）教育支出：预算数为50.00万元，决算数为40.00万元，完成预算的80.0%。",
            "",
        ),
        (
            "一、教育支出：支出决算40.00万元，年初预算50.00万元，完成年初预算的80.0%。",
            "",
        ),
        (
            "1.教育支出：年初预算50.00万元，决算40.00万元，完成年初预算的85.0%。",
            "Error Claim @ 85.0%",
        ),
    ] {
        check(&[(&format!("{before}\n{line}"), expected)]);
    }
}

#[test]
fn what_is_counted_is_no_money() {
    let before = "公务接待费支出决算为81.00万元。全年公务接待3批次21人次。";
    for (line, expected) in [
        ("公务接待费增加58.34万元，增长257.5%。", ""),
        (
            "公务接待费增加58.34万元，增长157.5%。",
            "Error Claim @ 157.5%",
        ),
    ] {
        check(&[(&format!("{before}\n{line}"), expected)]);
    }
    check(&[(
        "全年公务接待21人次。\n公务接待费增加58.34万元，增长257.5%。",
        "",
    )]);
}

#[test]
fn a_mark_that_is_passed_is_no_amount() {
    check(&[
        (
            "采购规模为21070.5万元，首次突破2万亿元，比上年增加3765.2万元，增长21.8%。",
            "",
        ),
        (
            "采购规模为21070.5万元，首次突破2万亿元，比上年增加3765.2万元，增长23.8%。",
            "Error Claim @ 23.8%",
        ),
        (
            "公务接待费支出1.00万元，不超过2.00万元，比上年增加0.50万元，增长100.0%。",
            "",
        ),
    ]);
}

/// What a list without an amount of its own is a list of, its lead says, not the last item before it.
#[test]
fn shares_of_a_list_whose_lead_has_no_amount() {
    let before = "一般公共预算财政拨款支出100.00万元，其中基本支出60.00万元、项目支出40.00万元。";
    for (line, expected) in [
        (
            "一般公共预算财政拨款支出主要用于以下方面：一般公共服务支出30.00万元，占30.0%；教育支出70.00万元，占70.0%。",
            "",
        ),
        (
            "主要用于以下方面：一般公共服务支出30.00万元，占30.0%；教育支出70.00万元，占70.0%。",
            "",
        ),
        (
            "2024年度支出主要用于以下方面：其中：一般公共服务支出30.00万元，占30.0%；教育支出70.00万元，占70.0%。",
            "",
        ),
        (
            "按功能分类，包括：一般公共服务支出30.00万元，占30.0%；教育支出70.00万元，占70.0%。",
            "",
        ),
        (
            "一般公共服务支出30.00万元，占30.0%；教育支出70.00万元，占70.0%。",
            "",
        ),
        (
            "（二）结构情况：其中：一般公共服务支出30.00万元，占30.0%；教育支出70.00万元，占70.0%。",
            "",
        ),
    ] {
        check(&[(&format!("{before}\n{line}"), expected)]);
        let lines = format!("#一般公共预算财政拨款支出\n##总体\n{before}\n##结构\n{line}");
        check(&[(&lines, expected)]);
        let three = line.replace(
            "教育支出70.00万元，占70.0%",
            "教育支出60.00万元，占60.0%；住房保障支出10.00万元，占10.0%",
        );
        check(&[(&format!("{before}\n{three}"), expected)]);
    }
}

/// The same with its parts on lines of their own.
#[test]
fn shares_of_a_list_of_lines_whose_lead_has_no_amount() {
    for before in [
        "一般公共预算财政拨款支出100.00万元，其中：基本支出60.00万元，占60.0%；项目支出40.00万元，占40.0%。",
        "本年支出合计125.00万元，其中：基本支出75.00万元，占60.0%；项目支出50.00万元，占40.0%。",
        "一般公共预算财政拨款支出100.00万元，占本年支出合计125.00万元的80.0%。",
    ] {
        for lead in [
            "一般公共预算财政拨款支出主要用于以下方面：",
            "主要用于以下方面：",
            "按功能分类科目：其中：",
            "从支出结构看，包括：",
            "其中：",
        ] {
            let list = "1.一般公共服务支出（类）30.00万元，占30.0%；\n2.教育支出（类）60.00万元，占60.0%；\n3.住房保障支出（类）10.00万元，占10.0%。";
            check(&[(&format!("{before}\n{lead}\n{list}"), "")]);
            check(&[(&format!("{before}\n{list}"), "")]);
        }
    }
    check(&[
        (
            "一般公共预算财政拨款支出100.00万元，占本年支出合计125.00万元的70.0%。",
            "Error Claim @ 70.0%",
        ),
        (
            "一般公共预算财政拨款支出100.00万元。\n一般公共预算财政拨款支出主要用于以下方面：\n1.教育支出30.00万元，占35.0%；\n2.卫生健康支出70.00万元，占70.0%。",
            "Error Claim @ 35.0%",
        ),
        (
            "本年支出合计100.00万元。\n其中：\n1.基本支出30.00万元，占35.0%；\n2.项目支出70.00万元，占70.0%。",
            "Error Claim @ 35.0%",
        ),
    ]);
}
