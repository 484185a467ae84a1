//! Turned pages, and what goes on over pages.

use crate::check;
use crate::writer::{Page, page, sized};

const FOUR: &str = "P 本年收入合计\nT 2x2\n| 甲 | 1.00\n| 乙 | 2.00";

/// A table of four cells under a line of text, all of it running up the page.
fn sideways(extra: &'static str) -> Page {
    let turn = "0 1 -1 0";
    let mut page = sized(595, 842, extra).turned(turn, 100.0, 90.0, "本年收入合计", 12.0);
    for (y, x, text) in [
        (215.0, 95.0, "甲"),
        (215.0, 205.0, "1.00"),
        (235.0, 95.0, "乙"),
        (235.0, 205.0, "2.00"),
    ] {
        page = page.turned(turn, y, x, text, 12.0);
    }
    for y in [200, 220, 240] {
        page = page.raw(&format!("{y} 90 m {y} 300 l S"));
    }
    for x in [90, 200, 300] {
        page = page.raw(&format!("200 {x} m 240 {x} l S"));
    }
    page
}

/// The same, running down the page.
fn sideways_down() -> Page {
    let turn = "0 -1 1 0";
    let mut page = page().turned(turn, 495.0, 752.0, "本年收入合计", 12.0);
    for (y, x, text) in [
        (380.0, 747.0, "甲"),
        (380.0, 637.0, "1.00"),
        (360.0, 747.0, "乙"),
        (360.0, 637.0, "2.00"),
    ] {
        page = page.turned(turn, y, x, text, 12.0);
    }
    for y in [395, 375, 355] {
        page = page.raw(&format!("{y} 752 m {y} 542 l S"));
    }
    for x in [752, 642, 542] {
        page = page.raw(&format!("395 {x} m 355 {x} l S"));
    }
    page
}

#[test]
fn turned() {
    check(&[
        ("by Rotate", vec![sideways("/Rotate 90")], FOUR),
        ("as drawn, up", vec![sideways("")], FOUR),
        ("as drawn, down", vec![sideways_down()], FOUR),
    ]);
}

/// Rows of two cells from y on, 20 high.
fn rows(mut page: Page, y: f32, rows: &[(&str, &str)]) -> Page {
    let ys: Vec<f32> = (0..=rows.len()).map(|row| y + 20.0 * row as f32).collect();
    page = page.grid(&[90.0, 200.0, 300.0], &ys);
    for ((left, right), y) in rows.iter().zip(&ys) {
        page = page.texts(&[(95.0, y + 15.0, left), (205.0, y + 15.0, right)]);
    }
    page
}

#[test]
fn tables_over_pages() {
    let head = ("项目", "金额");
    check(&[
        (
            "the head again, and page numbers",
            vec![
                rows(page(), 720.0, &[head, ("甲", "1.00")]).text(290.0, 810.0, "- 1 -", 9.0),
                rows(page(), 80.0, &[head, ("乙", "2.00")]).text(290.0, 810.0, "- 2 -", 9.0),
            ],
            "T 3x2\n| 项目 | 金额\n| 甲 | 1.00\n| 乙 | 2.00\nN page-number p1,2",
        ),
        (
            "the title again, as Excel prints it",
            vec![
                rows(
                    page().text(230.0, 60.0, "收入决算表", 14.0),
                    700.0,
                    &[head, ("甲", "1.00")],
                ),
                rows(
                    page().text(230.0, 60.0, "收入决算表", 14.0),
                    80.0,
                    &[head, ("乙", "2.00")],
                ),
            ],
            "P 收入决算表\nT 3x2\n| 项目 | 金额\n| 甲 | 1.00\n| 乙 | 2.00",
        ),
        (
            "other columns: another table",
            vec![
                rows(page(), 720.0, &[head, ("甲", "1.00")]),
                page()
                    .grid(&[90.0, 150.0, 400.0], &[80.0, 100.0])
                    .texts(&[(95.0, 95.0, "乙"), (155.0, 95.0, "2.00")]),
            ],
            "T 2x2\n| 项目 | 金额\n| 甲 | 1.00\nT 1x2\n| 乙 | 2.00",
        ),
        (
            "text between: another table",
            vec![
                rows(page(), 720.0, &[head, ("甲", "1.00")]),
                rows(
                    page().text(90.0, 60.0, "二、支出决算表", 12.0),
                    80.0,
                    &[head, ("乙", "2.00")],
                ),
            ],
            "T 2x2\n| 项目 | 金额\n| 甲 | 1.00\nH2 二、支出决算表\nT 2x2\n| 项目 | 金额\n| 乙 | 2.00",
        ),
        (
            "a row cut by the page break, closed on both pages",
            vec![
                page()
                    .grid(&[90.0, 130.0, 378.0, 470.0], &[700.0, 720.0, 760.0])
                    .texts(&[
                        (95.0, 715.0, "序号"),
                        (135.0, 715.0, "绩效目标"),
                        (405.0, 715.0, "金额"),
                    ])
                    .texts(&[
                        (95.0, 735.0, "1"),
                        (
                            135.0,
                            735.0,
                            "完成城市更新有关规划和土地管理工作按职责推进集中",
                        ),
                        (
                            135.0,
                            755.0,
                            "城市化地区的住宅、商业、商办、市政基础设施和公共",
                        ),
                        (405.0, 735.0, "1.00"),
                    ]),
                page()
                    .grid(&[90.0, 130.0, 378.0, 470.0], &[80.0, 100.0, 120.0])
                    .texts(&[(135.0, 95.0, "服务设施等工作。"), (95.0, 115.0, "2")])
                    .texts(&[(135.0, 115.0, "其他"), (405.0, 115.0, "2.00")]),
            ],
            "T 3x3\n| 序号 | 绩效目标 | 金额\n| 1 | 完成城市更新有关规划和土地管理工作按职责推进集中城市化地区的住宅、商业、商办、市政基础设施和公共服务设施等工作。 | 1.00\n| 2 | 其他 | 2.00",
        ),
    ]);
}

/// The last page of a table whose first column is merged, and the next one, on which Word draws the cell again: empty.
fn merged(rest: &str, label: &str) -> Vec<Page> {
    let xs = [90.0, 150.0, 250.0, 330.0];
    let first = page()
        .grid(&xs, &[720.0, 760.0])
        .line(150.0, 740.0, 330.0, 740.0)
        .texts(&[
            (95.0, 735.0, label),
            (155.0, 735.0, "完成数量"),
            (255.0, 735.0, "90%"),
        ])
        .texts(&[(155.0, 755.0, "完成质量"), (255.0, 755.0, "95%")]);
    let second = page()
        .grid(&xs, &[80.0, 120.0, 140.0])
        .line(150.0, 100.0, 330.0, 100.0)
        .texts(&[
            (95.0, 95.0, rest),
            (155.0, 95.0, "完成时间"),
            (255.0, 95.0, "96%"),
        ])
        .texts(&[(155.0, 115.0, "完成成本"), (255.0, 115.0, "97%")])
        .texts(&[
            (95.0, 135.0, "效益指标"),
            (155.0, 135.0, "满意"),
            (255.0, 135.0, "98%"),
        ]);
    vec![first, second]
}

#[test]
fn merged_cells_over_pages() {
    let rest = "| 完成质量 | 95%\n";
    let end = " | 完成时间 | 96%\n| 完成成本 | 97%\n| 效益指标 | 满意 | 98%";
    check(&[
        (
            "empty on the next page: the same cell",
            merged("", "产出指标"),
            &format!(
                "T 5x3\n| 产出指标<4x1> | 完成数量 | 90%\n{rest}{}",
                end.trim_start()
            ),
        ),
        (
            "with text: another cell",
            merged("质量指标", "产出指标"),
            &format!("T 5x3\n| 产出指标<2x1> | 完成数量 | 90%\n{rest}| 质量指标<2x1>{end}"),
        ),
        (
            "below a figure: another cell",
            merged("", "10"),
            &format!("T 5x3\n| 10<2x1> | 完成数量 | 90%\n{rest}| <2x1>{end}"),
        ),
    ]);
}

#[test]
fn pictures() {
    check(&[
        (
            "between paragraphs; its strips are one; a speck is none",
            vec![
                page()
                    .text(90.0, 100.0, "上面的话。", 12.0)
                    .picture(90.0, 120.0, 300.0, 160.0)
                    .picture(90.0, 160.0, 300.0, 200.0)
                    .picture(400.0, 120.0, 404.0, 124.0)
                    .text(90.0, 230.0, "下面的话。", 12.0),
            ],
            "P 上面的话。\nPicture\nP 下面的话。",
        ),
        (
            "a scanned page",
            vec![
                page().text(90.0, 100.0, "有字。", 12.0),
                page().picture(0.0, 0.0, 595.0, 842.0),
            ],
            "P 有字。\nPicture\nN scanned-page p2",
        ),
        (
            "behind the text of the page",
            vec![
                page()
                    .picture(0.0, 0.0, 595.0, 842.0)
                    .text(90.0, 100.0, "有字。", 12.0),
            ],
            "P 有字。",
        ),
    ]);
}
