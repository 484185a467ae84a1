use crate::Block;

fn short(source: &str) -> String {
    let paper = super::read(source);
    let parts = paper.blocks.iter().map(|block| match block {
        Block::Heading { level, text, .. } => format!("H{level} {text}"),
        Block::Paragraph { text, .. } => text.clone(),
        Block::PageBreak { .. } => "page".to_owned(),
        Block::Picture { .. } => "picture".to_owned(),
        Block::Table { rows, .. } => {
            let rows = rows.iter().map(|row| {
                row.iter()
                    .map(|cell| cell.text.as_str())
                    .collect::<Vec<_>>()
                    .join("|")
            });
            format!("[{}]", rows.collect::<Vec<_>>().join(" ; "))
        }
    });
    parts.collect::<Vec<_>>().join(" / ")
}

#[test]
fn texts() {
    for (source, expected) in [
        ("甲\n\n　　乙。\r\n丙", "甲 / 乙。 / 丙"),
        ("甲\u{C}乙", "甲 / page / 乙"),
        (
            "第二部分 决算表\n一、收入\n（一）其他。\n内容",
            "H1 第二部分 决算表 / H2 一、收入 / H3 （一）其他。 / 内容",
        ),
        (
            "一、收入为1,552.63万元，增加。",
            "一、收入为1,552.63万元，增加。",
        ),
        (
            "(二)其他收入：指取得的收入。",
            "(二)其他收入：指取得的收入。",
        ),
        ("1.办公费\n2.印刷费\n3.水费", "1.办公费 / 2.印刷费 / 3.水费"),
        (
            "1.办公费\n按定额。\n2.印刷费\n按定额。",
            "H4 1.办公费 / 按定额。 / H4 2.印刷费 / 按定额。",
        ),
        ("一、收入\t3\n二、支出\t5", "[一、收入|3 ; 二、支出|5]"),
        ("一、收入……3", "一、收入……3"),
        ("题\n甲\t乙\n丙\t\n尾", "题 / [甲|乙 ; 丙|] / 尾"),
        ("题\n甲\t乙\n尾", "题 / 甲\t乙 / 尾"),
        ("甲,乙\n1,2\n3,4", "[甲|乙 ; 1|2 ; 3|4]"),
        ("甲|乙\n1|2", "[甲|乙 ; 1|2]"),
        (
            "甲,\"乙,\"\"丙\"\"\"\n1,\"2\n3\"",
            "[甲|乙,\"丙\" ; 1|2\n3]",
        ),
        ("表,,\n甲,乙,丙\n1,2,3", "[表|| ; 甲|乙|丙 ; 1|2|3]"),
        (
            "收入1,552.63万元\n支出1,374.33万元",
            "收入1,552.63万元 / 支出1,374.33万元",
        ),
        ("收入,支出。\n增加,减少。", "收入,支出。 / 增加,减少。"),
        ("甲,乙\n丙", "甲,乙 / 丙"),
    ] {
        assert_eq!(short(source), expected, "{source}");
    }
}

/// A text that was broken into lines comes out whole; one that was not stays as it is.
#[test]
fn broken_lines() {
    let sentence = "市档案馆的主要职责是承担全市党政机关事业单位和国有企业档案的接收征集整理保管和利用工作并且指导各区档案馆的业务";
    let paragraph = format!("{}。", sentence.repeat(3));
    let characters: Vec<char> = paragraph.chars().collect();
    let broken = |width: usize, between: &str| {
        let lines: Vec<String> = characters
            .chunks(width)
            .map(|it| it.iter().collect())
            .collect();
        lines.join(between)
    };
    for (what, source) in [
        ("lines", broken(26, "\n")),
        ("lines with an empty one between", broken(26, "\n\n")),
        ("wide lines", broken(40, "\n")),
    ] {
        let two = format!("{source}\n\n\n二、收入\n\n{source}");
        assert_eq!(
            short(&two),
            format!("{paragraph} / H2 二、收入 / {paragraph}"),
            "{what}"
        );
    }
    let whole = [paragraph.as_str(); 8].join("\n");
    assert_eq!(short(&whole), [paragraph.as_str(); 8].join(" / "));
}

/// Sentences that were copied line by line, with blank lines and page numbers in them.
#[test]
fn broken_sentences() {
    for (source, expected) in [
        (
            "一、收入情况\n本年收入合计9746.50\n万元，增长\n3.2%。",
            "H2 一、收入情况 / 本年收入合计9746.50万元，增长3.2%。",
        ),
        (
            "2024年度收入合计9,746.50万元，其中：财政拨款收入9,7\n46.50万元，占100.00%。",
            "2024年度收入合计9,746.50万元，其中：财政拨款收入9,746.50万元，占100.00%。",
        ),
        (
            "2024年度收入、支出总计1,552.63万元。与上年度相比，收\n\n入、支出总计各增加7.7万元，增长0.5%，主要原因是在\n\n职人员晋级晋档。",
            "2024年度收入、支出总计1,552.63万元。与上年度相比，收入、支出总计各增加7.7万元，增长0.5%，主要原因是在职人员晋级晋档。",
        ),
        // Each line of a list is a paragraph of its own.
        (
            "基本支出1,374.33万元，占本年支出88.5%\n项目支出178.30万元，占本年支出11.5%",
            "基本支出1,374.33万元，占本年支出88.5% / 项目支出178.30万元，占本年支出11.5%",
        ),
        (
            "某某市档案馆2024年度部门决算公开情况说明\n2024年度本馆收入合计1,552.63万元，支出合计1,552.63万元，收支平衡，没有结余，也没有结转，与上年一样。",
            "某某市档案馆2024年度部门决算公开情况说明 / 2024年度本馆收入合计1,552.63万元，支出合计1,552.63万元，收支平衡，没有结余，也没有结转，与上年一样。",
        ),
        // Page numbers.
        (
            "2024年度本馆收入合计1,552.63万元，比上年减少\n— 5 —\n12.5万元，下降0.8%，主要是人员减少。",
            "2024年度本馆收入合计1,552.63万元，比上年减少12.5万元，下降0.8%，主要是人员减少。",
        ),
        (
            "2024年度本馆收入合计1,552.63万元，比上年有所减\n\n12\n\n少，下降0.8%，主要是人员减少。",
            "2024年度本馆收入合计1,552.63万元，比上年有所减少，下降0.8%，主要是人员减少。",
        ),
        ("甲。\n第 3 页 共 9 页\n乙。", "甲。 / 乙。"),
        ("得分\n7\n8\n9", "得分 / 7 / 8 / 9"),
        ("第3页说明如下。", "第3页说明如下。"),
        (
            "2024年度收入合计为（单位：万元，下同，保留两位小数）\n12\n万元。",
            "2024年度收入合计为（单位：万元，下同，保留两位小数）12万元。",
        ),
    ] {
        assert_eq!(short(source), expected, "{source}");
    }
}

/// Bare page numbers are known by counting on.
#[test]
fn page_numbers() {
    let page = |number: usize| {
        let lines = ["档案馆按规定保管档案，做好各项工作。"; 20].join("\n");
        format!("{lines}\n{number}\n")
    };
    let text: String = (5..9).map(page).collect();
    assert!(!short(&text).contains(" / 6 / "), "{}", short(&text));
    assert!(short(&page(5)).ends_with(" / 5"));
}
