#![allow(clippy::unwrap_used, reason = "a test")]

use crate::asked::Asked;
use juesuan_paper::Block;

/// A page in short: `H2 …`, `P …`, tables as rows in brackets with cells parted by `|`.
fn short(source: &[u8]) -> String {
    let mut asked = Asked {
        password: None,
        progress: &mut |_, _| {},
    };
    let paper = super::read(source, &mut asked).unwrap();
    let mut parts: Vec<String> = paper.blocks.iter().map(block).collect();
    parts.extend(
        paper
            .notes
            .iter()
            .map(|note| format!("{:?} {}", note.code, note.count.unwrap_or(0))),
    );
    parts.join(" / ")
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading { level, text, .. } => format!("H{level} {text}"),
        Block::Paragraph { text, .. } => text.clone(),
        Block::Picture { .. } => "picture".to_owned(),
        Block::PageBreak { .. } => "page".to_owned(),
        Block::Table { rows, .. } => {
            let rows = rows.iter().map(|row| {
                let cells = row.iter().map(|cell| match (cell.rows, cell.columns) {
                    (1, 1) => cell.text.clone(),
                    (rows, columns) => format!("{}*{rows}x{columns}", cell.text),
                });
                cells.collect::<Vec<_>>().join("|")
            });
            format!("[{}]", rows.collect::<Vec<_>>().join(" ; "))
        }
    }
}

#[test]
fn pages() {
    for (source, expected) in [
        ("<p>甲<p>乙", "甲 / 乙"),
        ("<p>甲\n乙 a\nb", "甲乙 a b"),
        ("<div>甲<div>乙</div>丙</div>", "甲 / 乙 / 丙"),
        ("<p>甲<br>乙", "甲 / 乙"),
        ("<h1>第一部分<br>概况</h1>", "H1 第一部分 概况"),
        ("<p style='mso-outline-level:2'>概况", "H2 概况"),
        ("<p>（一）总体情况", "H3 （一）总体情况"),
        (
            "<p>一、收入1,552.63万元，比上年增加。",
            "一、收入1,552.63万元，比上年增加。",
        ),
        ("<pre>甲  乙\n丙</pre>", "甲 乙 / 丙"),
        (
            "<p>甲<span style='display:none'>乙</span>丙",
            "甲丙 / HiddenText 1",
        ),
        ("<p style='display:none'>甲<p>乙", "乙 / HiddenText 1"),
        (
            "<div style='display: none'><p>甲<p>乙</div><p>丙",
            "丙 / HiddenText 2",
        ),
        ("<p>甲<select><option>乙</select><script>丙</script>", "甲"),
        (
            "<ol><li>甲<li>乙<ul><li>丙</ul><li>丁</ol>",
            "1.甲 / 2.乙 / 丙 / 3.丁",
        ),
        (
            "<ol type=I><li>甲</ol><ol type=A start=3><li>乙</ol>",
            "I.甲 / C.乙",
        ),
        ("<ol><li><p>甲</p><p>乙</p></ol>", "1.甲 / 乙"),
        ("<li>甲", "甲"),
        (
            "<table><tr><td>甲<td>乙<tr><td colspan=2>丙</table>",
            "[甲|乙 ; 丙*1x2]",
        ),
        (
            "<table><tr><td rowspan=2>甲<td>乙<tr><td>丙</table>",
            "[甲*2x1|乙 ; 丙]",
        ),
        ("<table><tr><td rowspan=9>甲<td>乙</table>", "[甲|乙]"),
        (
            "<table><tr><td colspan=100>题<tr><td>甲<td>乙</table>",
            "[题*1x2 ; 甲|乙]",
        ),
        ("<table><tr><td>甲<p>乙<p>丙<td></table>", "[甲\n乙\n丙|]"),
        (
            "<table><tr><td>甲</td></tr><tr style='display:none'><td>乙</td></tr></table>",
            "[甲] / HiddenRows 1",
        ),
        (
            "<table><tr><td>甲<td style='display:none'>乙<td>丙</table>",
            "[甲|丙] / HiddenText 1",
        ),
        (
            "<table><tr><td><p>甲<table><tr><td>乙<td>丙</table></table>",
            "甲 / [乙|丙]",
        ),
        (
            "<table><tr><td>甲<td>乙<td><table><tr><td>丙<td>丁</table></table>",
            "[甲|乙|丙 丁]",
        ),
        ("<table><tr><td>甲", "[甲]"),
        (
            "<table><tr><td>甲</div></td><td>乙</table><p>丙",
            "[甲|乙] / 丙",
        ),
        ("甲</table></td></p>乙", "甲 / 乙"),
        ("<p>1&lt;2 &amp;&nbsp;3&#65294;", "1<2 & 3．"),
        (
            "<p>甲<p style='page-break-before:always'>乙",
            "甲 / page / 乙",
        ),
        ("<img src=a><p>甲<img width=10 src=b>", "picture / 甲"),
        (
            "<![if !vml]>甲<![endif]><!--[if gte mso 9]>乙<![endif]--><o:p>丙</o:p>",
            "甲丙",
        ),
        ("", ""),
    ] {
        assert_eq!(short(source.as_bytes()), expected, "{source}");
    }
}

#[test]
fn encodings_of_pages() {
    let page = |label: &str| format!("<meta charset={label}><p>决算");
    let gbk = |text: &str| encoding_rs::GBK.encode(text).0.into_owned();
    for (what, bytes, expected) in [
        ("as declared", gbk(&page("gb2312")), "决算"),
        ("declared in quotes", gbk(&page("\"GBK\" ")), "决算"),
        ("declared wrongly", gbk(&page("utf-8")), "决算"),
        (
            "declared wrongly, the other way",
            page("gb2312").into_bytes(),
            "决算",
        ),
        ("not declared", gbk("<p>决算"), "决算"),
        (
            "marked",
            format!("\u{FEFF}{}", page("gb2312")).into_bytes(),
            "决算",
        ),
    ] {
        assert_eq!(short(&bytes), expected, "{what}");
    }
}
