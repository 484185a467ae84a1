//! Running text in columns, and what only looks like it.

use crate::check;
use crate::writer::{Page, page};

/// Eight lines that make two paragraphs: 18 characters fill a line of 216 points.
const FIRST: [&str; 6] = [
    "　　本单位负责全市水资源的统一管理和",
    "监督，组织编制全市水资源规划并且监督",
    "实施。",
    "　　全年共完成河道治理二十公里，新建",
    "泵站三座，改造老旧管网，受益居民众多",
    "达到了预期的绩效目标，群众满意度比较",
];
const SECOND: [&str; 6] = [
    "上年有所提高。",
    "　　预算执行中存在的问题主要是项目前",
    "期工作准备不够充分，招标时间比较长并",
    "且资金拨付集中在下半年，影响了进度。",
    "　　下一步将提前开展前期工作，加强对",
    "项目的跟踪管理。",
];
const READ: &str = "P 本单位负责全市水资源的统一管理和监督，组织编制全市水资源规划并且监督实施。
P 全年共完成河道治理二十公里，新建泵站三座，改造老旧管网，受益居民众多达到了预期的绩效目标，群众满意度比较上年有所提高。
P 预算执行中存在的问题主要是项目前期工作准备不够充分，招标时间比较长并且资金拨付集中在下半年，影响了进度。
P 下一步将提前开展前期工作，加强对项目的跟踪管理。";

/// Lines in 12 points from a place downwards; a blank at the beginning is drawn as room.
fn column(mut page: Page, x: f32, y: f32, lines: &[&str]) -> Page {
    for (number, line) in lines.iter().enumerate() {
        let set_in = if line.starts_with('　') { 24.0 } else { 0.0 };
        let at = y + 20.0 * number as f32;
        page = page.text(x + set_in, at, line.trim_start_matches('　'), 12.0);
    }
    page
}

fn two(page: Page, y: f32) -> Page {
    column(column(page, 70.0, y, &FIRST), 310.0, y, &SECOND)
}

#[test]
fn columns_of_running_text() {
    check(&[
        ("two columns", vec![two(page(), 100.0)], READ),
        (
            "the right one drawn first, half a line lower",
            vec![column(column(page(), 310.0, 109.0, &SECOND), 70.0, 100.0, &FIRST)],
            READ,
        ),
        (
            "a line across both above and below",
            vec![
                two(page().text(130.0, 70.0, "这一行横跨两栏，说明下面的文字分成两栏排印", 14.0), 100.0)
                    .text(130.0, 250.0, "这一行横跨两栏，说明上面的文字分成两栏排印", 14.0),
            ],
            &format!("H1 这一行横跨两栏，说明下面的文字分成两栏排印\n{READ}\nH1 这一行横跨两栏，说明上面的文字分成两栏排印"),
        ),
        (
            "columns, a table across, columns",
            vec![
                two(two(page(), 100.0), 300.0)
                    .grid(&[70.0, 300.0, 520.0], &[230.0, 250.0, 270.0])
                    .texts(&[(80.0, 244.0, "甲"), (310.0, 244.0, "乙"), (80.0, 264.0, "丙"), (310.0, 264.0, "丁")]),
            ],
            &format!("{READ}\nT 2x2\n| 甲 | 乙\n| 丙 | 丁\n{READ}"),
        ),
        (
            "a title on the left below the columns",
            vec![
                two(page(), 100.0)
                    .text(70.0, 240.0, "二、存在的问题", 15.0)
                    .text(70.0, 270.0, "没有。", 12.0),
            ],
            &format!("{READ}\nH2 二、存在的问题\nP 没有。"),
        ),
        (
            "over two pages",
            vec![
                column(column(page(), 70.0, 600.0, &FIRST), 310.0, 600.0, &[
                    "上年有所提高。",
                    "　　全年共完成河道治理二十公里，新建",
                    "泵站三座，改造老旧管网，受益居民众多",
                    "达到了预期的绩效目标，群众满意度比较",
                    "达到了预期的绩效目标，群众满意度比较",
                    "达到了预期的绩效目标，群众满意度比较",
                ]),
                column(column(page(), 70.0, 100.0, &SECOND), 310.0, 100.0, &FIRST),
            ],
            "P 本单位负责全市水资源的统一管理和监督，组织编制全市水资源规划并且监督实施。
P 全年共完成河道治理二十公里，新建泵站三座，改造老旧管网，受益居民众多达到了预期的绩效目标，群众满意度比较上年有所提高。
P 全年共完成河道治理二十公里，新建泵站三座，改造老旧管网，受益居民众多达到了预期的绩效目标，群众满意度比较达到了预期的绩效目标，群众满意度比较达到了预期的绩效目标，群众满意度比较上年有所提高。
P 预算执行中存在的问题主要是项目前期工作准备不够充分，招标时间比较长并且资金拨付集中在下半年，影响了进度。
P 下一步将提前开展前期工作，加强对项目的跟踪管理。
P 本单位负责全市水资源的统一管理和监督，组织编制全市水资源规划并且监督实施。
P 全年共完成河道治理二十公里，新建泵站三座，改造老旧管网，受益居民众多达到了预期的绩效目标，群众满意度比较",
        ),
    ]);
}

#[test]
fn three_columns() {
    const LINES: [&str; 5] = [
        "全年共完成河道治理二十",
        "公里，新建泵站三座，改",
        "造老旧管网，受益的居民",
        "众多，达到了预期的绩效",
        "目标。",
    ];
    let pages = [50.0, 210.0, 370.0]
        .iter()
        .fold(page(), |page, x| column(page, *x, 100.0, &LINES));
    let one = "P 全年共完成河道治理二十公里，新建泵站三座，改造老旧管网，受益的居民众多，达到了预期的绩效目标。";
    check(&[(
        "three columns",
        vec![pages],
        &format!("{one}\n{one}\n{one}"),
    )]);
}

#[test]
fn what_stands_side_by_side_without_being_columns() {
    let rows = |left: &[&str], right: &[&str]| {
        vec![column(
            column(page(), 70.0, 100.0, left),
            310.0,
            100.0,
            right,
        )]
    };
    check(&[
        (
            "labels and values",
            rows(
                &[
                    "单位名称：",
                    "单位负责人：",
                    "财务负责人：",
                    "填表人姓名：",
                    "联系电话：",
                ],
                &["某某市水务局", "张三", "李四", "王五", "010-12345678"],
            ),
            "P 单位名称：\nP 某某市水务局\nP 单位负责人：\nP 张三\nP 财务负责人：\nP 李四\nP 填表人姓名：\nP 王五\nP 联系电话：\nP 010-12345678",
        ),
        (
            "cells of wrapped text without lines",
            rows(
                &[
                    "指标一：完成河道",
                    "治理二十公里。",
                    "指标二：新建泵站",
                    "三座。",
                    "指标三：改造管网",
                    "五公里。",
                ],
                &[
                    "本年按计划全部完成了",
                    "建设的任务。",
                    "因为招标时间比较长而",
                    "没有完成。",
                    "本年按计划全部完成了",
                    "改造的任务。",
                ],
            ),
            "P 指标一：完成河道\nP 本年按计划全部完成了\nP 治理二十公里。\nP 建设的任务。\nP 指标二：新建泵站\nP 因为招标时间比较长而\nP 三座。\nP 没有完成。\nP 指标三：改造管网\nP 本年按计划全部完成了\nP 五公里。\nP 改造的任务。",
        ),
        (
            "signatures",
            rows(
                &["单位负责人（签章）：", "2024年3月1日"],
                &["财务负责人（签章）：", "2024年3月1日"],
            ),
            "P 单位负责人（签章）：\nP 财务负责人（签章）：\nP 2024年3月1日\nP 2024年3月1日",
        ),
    ]);
}
