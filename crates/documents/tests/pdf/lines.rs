//! Characters to lines, lines to paragraphs.

use crate::check;
use crate::writer::{page, sized};

const TOTAL: &str = "本年收入合计";

#[test]
fn text_on_a_line() {
    check(&[
        (
            "blanks between all characters",
            vec![
                page()
                    .text(
                        90.0,
                        100.0,
                        "本 年 收 入 合 计 9746.50 万 元 ， 占 100.00%",
                        12.0,
                    )
                    .spread(90.0, 130.0, "其中财政拨款收入", 12.0, 6.0),
            ],
            "P 本年收入合计9746.50万元，占100.00%\nP 其中财政拨款收入",
        ),
        (
            "digits of another font, a little higher",
            vec![
                page()
                    .text(90.0, 100.0, TOTAL, 16.0)
                    .latin(190.0, 98.5, "9746.50", 14.0)
                    .text(245.0, 100.0, "万元。", 16.0),
            ],
            "P 本年收入合计9746.50万元。",
        ),
        (
            "a raised number",
            vec![
                page()
                    .text(90.0, 130.0, "增长12.08", 12.0)
                    .text(145.0, 126.0, "2", 6.0)
                    .text(150.0, 130.0, "%。", 12.0),
            ],
            "P 增长12.08²%。",
        ),
        (
            "drawn out of order",
            vec![
                page()
                    .text(176.0, 100.0, "万元", 12.0)
                    .text(90.0, 130.0, "第二行。", 12.0)
                    .latin(162.0, 100.0, "12", 12.0)
                    .text(90.0, 100.0, TOTAL, 12.0),
            ],
            "P 本年收入合计12万元\nP 第二行。",
        ),
        (
            "bold by drawing three times",
            vec![
                page()
                    .text(90.0, 100.0, TOTAL, 12.0)
                    .text(90.4, 100.0, TOTAL, 12.0)
                    .text(90.4, 100.3, TOTAL, 12.0),
            ],
            "P 本年收入合计",
        ),
        (
            "bold as outline and filling",
            vec![page().raw("2 Tr").text(90.0, 100.0, TOTAL, 12.0)],
            "P 本年收入合计",
        ),
        (
            "twice the same digit stays twice",
            vec![page().text(90.0, 100.0, "共11.11万元", 12.0)],
            "P 共11.11万元",
        ),
        (
            "radicals for ideographs",
            vec![page().text(90.0, 100.0, "⼈员⽀出⻔⻅", 12.0)],
            "P 人员支出门见",
        ),
        (
            "a soft hyphen is the minus of some fonts",
            vec![
                page()
                    .text(90.0, 100.0, "减少", 12.0)
                    .latin(114.0, 100.0, r"\25512.00", 12.0),
            ],
            "P 减少-12.00",
        ),
        (
            "beyond the CropBox",
            vec![
                sized(800, 900, "/CropBox[100 50 695 850]")
                    .text(150.0, 150.0, TOTAL, 12.0)
                    .text(20.0, 150.0, "页外", 12.0),
            ],
            "P 本年收入合计",
        ),
        (
            "beyond a clip",
            vec![
                page()
                    .raw("q 80 700 108 100 re W n")
                    .text(90.0, 100.0, "看得见的文字看不见的", 20.0)
                    .raw("Q"),
            ],
            "P 看得见的文",
        ),
        (
            "a font that does not say what its characters are",
            vec![
                page()
                    .text(90.0, 100.0, TOTAL, 12.0)
                    .unknown(162.0, 100.0, "十二", 12.0),
            ],
            "P 本年收入合计\u{FFFD}\u{FFFD}\nN unreadable-font p1 x2",
        ),
        (
            "a slanting stamp",
            vec![page().text(90.0, 100.0, TOTAL, 12.0).turned(
                "0.7 0.7 -0.7 0.7",
                200.0,
                300.0,
                "样本",
                40.0,
            )],
            "P 本年收入合计\nN turned-text p1 样本",
        ),
        (
            "upright text beside",
            vec![page().text(90.0, 100.0, TOTAL, 12.0).turned(
                "0 1 -1 0",
                40.0,
                300.0,
                "装订线",
                12.0,
            )],
            "P 本年收入合计\nN turned-text p1 装订线",
        ),
        (
            "contents",
            vec![
                page()
                    .text(90.0, 100.0, "目    录", 16.0)
                    .text(
                        90.0,
                        140.0,
                        &format!("一、收入支出决算总表{}3", ".".repeat(40)),
                        12.0,
                    )
                    .text(
                        90.0,
                        160.0,
                        &format!("二、收入决算表{}12", "…".repeat(23)),
                        12.0,
                    )
                    .text(
                        90.0,
                        180.0,
                        &format!("三、支出决算表{}14", "．".repeat(20)),
                        12.0,
                    ),
            ],
            &format!(
                "H1 目 录\nP 一、收入支出决算总表{}3\nP 二、收入决算表{}12\nP 三、支出决算表{}14",
                ".".repeat(40),
                "…".repeat(23),
                "．".repeat(20)
            ),
        ),
    ]);
}

/// Lines of 26 characters in size 16 between the margins of A4.
fn set(mut page: crate::writer::Page, from: f32, count: usize) -> crate::writer::Page {
    let long = "本单位收入支出总计按照规定逐项核对以后得到的数字为人民九";
    for line in 0..count {
        let text: String = long.chars().take(26).collect();
        page = page.text(89.5, from + 25.0 * line as f32, &text, 16.0);
    }
    page
}

#[test]
fn a_number_broken_by_a_page() {
    let full: String = "本单位收入支出总计按照规定逐项核对以后得到的数字为"
        .chars()
        .take(25)
        .collect();
    let first = set(page(), 600.0, 6).text(89.5, 750.0, &format!("{full}97"), 16.0);
    let second = set(page(), 105.0, 6).text(89.5, 80.0, "46.50万元，增长", 16.0);
    let said = crate::paper(&[first, second]).to_string();
    assert!(said.contains("数字为9746.50万元，增长\n"), "{said}");
}

#[test]
fn heads_and_page_numbers() {
    let pages: Vec<_> = (1..=5)
        .map(|number| {
            set(page(), 100.0, 20)
                .text(400.0, 40.0, "某局2024年度部门决算", 9.0)
                .text(280.0, 810.0, &format!("第 {number} 页 共 5 页"), 9.0)
        })
        .collect();
    let said = crate::paper(&pages).to_string();
    let notes = said.split_once("\nN ").map(|(_, notes)| notes);
    assert_eq!(
        notes,
        Some("running-head p1,2,3,4,5 某局2024年度部门决算\nN page-number p1,2,3,4,5\n")
    );
}

#[test]
fn footnotes() {
    let full = "本单位收入支出总计按照规定逐项核对以后得到的数字为人";
    let line = |count: usize| full.chars().take(count).collect::<String>();
    let first = set(page(), 600.0, 6)
        .text(89.5, 750.0, &line(26), 16.0)
        .text(89.5, 772.0, "1", 6.0)
        .text(95.0, 775.0, "决算口径包括本级和所属单位，", 9.0)
        .text(89.5, 787.0, "不含企业。", 9.0)
        .text(89.5, 796.0, "2", 6.0)
        .text(95.0, 799.0, "指年末实有人数。", 9.0)
        .text(290.0, 820.0, "- 1 -", 9.0);
    let second = set(page().text(89.5, 80.0, "这一句到此结束。", 16.0), 105.0, 1)
        .text(290.0, 820.0, "- 2 -", 9.0);
    let said = crate::paper(&[first, second]).to_string();
    let end = said.split_once("这一句").map(|(_, end)| end);
    let wanted = format!(
        "到此结束。\nP ¹决算口径包括本级和所属单位，不含企业。\nP ²指年末实有人数。\nP {}\nN page-number p1,2\n",
        line(26)
    );
    assert_eq!(end, Some(wanted.as_str()), "{said}");
}
