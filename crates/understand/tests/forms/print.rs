//! Forms as they are printed, in several layouts.

use crate::grid::{Grid, put};
use juesuan_domain::evaluation::{Form, Indicator, RuleSet};
use juesuan_paper::Paper;
use std::rc::Rc;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// As the ministry prints it, with merged cells.
    Ministry,
    /// The same, copied out as lines with tabs.
    Tabs,
    /// Points in the headings and behind the names.
    Headings,
    /// Signs, values and units in columns of their own.
    Signs,
}

pub const LAYOUTS: [Layout; 4] = [
    Layout::Ministry,
    Layout::Tabs,
    Layout::Headings,
    Layout::Signs,
];

/// How many rows from here on have the same text.
fn run(rows: &[Rc<Indicator>], at: usize, text: impl Fn(&Indicator) -> &str) -> usize {
    let first = text(&rows[at]);
    rows[at..]
        .iter()
        .take_while(|row| text(row) == first)
        .count()
}

fn begins(rows: &[Rc<Indicator>], at: usize, text: impl Fn(&Indicator) -> &str) -> bool {
    at == 0 || text(&rows[at - 1]) != text(&rows[at])
}

pub fn print(form: &Form, layout: Layout, rules: &RuleSet) -> Paper {
    match layout {
        Layout::Ministry => ministry(form, rules).paper("项目支出绩效自评表"),
        Layout::Tabs => ministry(form, rules).text("项目支出绩效自评表"),
        Layout::Headings => headings(form, rules).paper("项目自评表"),
        Layout::Signs => signs(form, rules).paper("部门预算项目支出绩效自评表（2023年度）"),
    }
}

fn both(row: &Indicator) -> String {
    format!("{}{}", &*row.category, &*row.dimension)
}

fn ministry(form: &Form, rules: &RuleSet) -> Grid {
    let mut grid = Grid::default();
    let execution = &form.execution;
    let text = |text: &str| put(text);
    grid.row([put("项目名称").wide(2), put(&*form.name).wide(7)]);
    grid.row([
        put("主管部门").wide(2),
        put(&*form.department).wide(3),
        put("实施单位"),
        put(&*form.implementer).wide(3),
    ]);
    grid.row([
        put("项目资金\n（万元）").wide(2).high(3),
        put(""),
        put("年初预算数"),
        put("全年预算数（A）"),
        put("全年执行数（B）"),
        put("分值"),
        put("执行率\n（B/A）"),
        put("得分"),
    ]);
    let points = rules.execution_points.to_string();
    grid.row([
        put("年度资金总额"),
        text(&execution.budget),
        text(&execution.budget),
        text(&execution.actual),
        put(points),
        text(&execution.rate),
        text(&execution.claimed),
    ]);
    grid.row([
        put("其中：当年财政拨款"),
        text(&execution.budget),
        text(&execution.budget),
        text(&execution.actual),
        put("—"),
        text(&execution.rate),
        put("—"),
    ]);
    grid.row([
        put("年度总体目标").wide(2).high(2),
        put("预期目标").wide(4),
        put("实际完成情况").wide(3),
    ]);
    grid.row([put("更新设备").wide(4), put("已经更新").wide(3)]);
    let rows = &form.goals[0].indicators;
    grid.row([
        put("绩效指标").high(rows.len() + 1),
        put("一级指标"),
        put("二级指标"),
        put("三级指标"),
        put("年度指标值"),
        put("实际完成值"),
        put("分值"),
        put("得分"),
        put("偏差原因分析及改进措施"),
    ]);
    for (at, row) in rows.iter().enumerate() {
        let mut line = Vec::new();
        if begins(rows, at, |row| &row.category) {
            line.push(put(&*row.category).high(run(rows, at, |row| &row.category)));
        }
        if begins(rows, at, |row| &row.dimension) {
            line.push(put(&*row.dimension).high(run(rows, at, |row| &row.dimension)));
        }
        line.push(put(format!("指标{}：{}", at + 1, &*row.name)));
        line.extend([&row.target, &row.actual, &row.weight, &row.claimed].map(|cell| put(&**cell)));
        line.push(put("无"));
        grid.row(line);
    }
    grid.row([
        put("总分").wide(6),
        put("100"),
        text(&form.claimed_total),
        put(""),
    ]);
    grid
}

/// The points of the rows that share a heading, as the heading prints them.
fn sum(rows: &[Rc<Indicator>]) -> String {
    let all = rows
        .iter()
        .filter_map(|row| row.weight.parse::<rust_decimal::Decimal>().ok());
    all.sum::<rust_decimal::Decimal>().normalize().to_string()
}

fn headings(form: &Form, rules: &RuleSet) -> Grid {
    let mut grid = Grid::default();
    let execution = &form.execution;
    let points = rules.execution_points.to_string();
    grid.row([put("项目名称").wide(2), put(&*form.name).wide(5)]);
    grid.row([
        put(format!("预算执行情况（万元）（{points}分）"))
            .wide(2)
            .high(2),
        put("预算数（A）"),
        put("执行数（B）"),
        put("执行率（B/A）"),
        put(format!("得分（{points}分*执行率）")).wide(2),
    ]);
    grid.row([
        put(&*execution.budget),
        put(&*execution.actual),
        put(&*execution.rate),
        put(&*execution.claimed).wide(2),
    ]);
    let rows = &form.goals[0].indicators;
    grid.row([
        put(format!("年度绩效目标（{}分）", rules.indicator_points)).high(rows.len() + 1),
        put("一级指标"),
        put("二级指标"),
        put("三级指标"),
        put("年初目标值（A）"),
        put("实际完成值（B）"),
        put("得分"),
    ]);
    for (at, row) in rows.iter().enumerate() {
        let mut line = Vec::new();
        if begins(rows, at, |row| &row.category) {
            let count = run(rows, at, |row| &row.category);
            let points = sum(&rows[at..at + count]);
            line.push(put(format!("{}（{points}分）", &*row.category)).high(count));
        }
        if at == 0 || both(&rows[at - 1]) != both(row) {
            let count = run(rows, at, |row| &row.dimension);
            let points = sum(&rows[at..at + count]);
            line.push(put(format!("{}\n（{points}分）", &*row.dimension)).high(count));
        }
        line.push(put(format!("{}（{}分）", &*row.name, &*row.weight)));
        line.extend([&row.target, &row.actual, &row.claimed].map(|cell| put(&**cell)));
        grid.row(line);
    }
    grid.row([
        put("总分").wide(6),
        put(format!("{}分", &*form.claimed_total)),
    ]);
    grid
}

/// `≥85%` as a sign, a value and a unit.
fn parted(target: &str) -> (String, String, String) {
    let (sign, rest) = match target.chars().next() {
        Some(c @ ('≥' | '≤' | '=')) => (c.to_string(), &target[c.len_utf8()..]),
        _ => match target.strip_prefix("不少于") {
            Some(rest) => ("≥".to_owned(), rest),
            None => ("=".to_owned(), target),
        },
    };
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    (sign, rest[..digits].to_owned(), rest[digits..].to_owned())
}

fn signs(form: &Form, rules: &RuleSet) -> Grid {
    let mut grid = Grid::default();
    let execution = &form.execution;
    let points = rules.execution_points.to_string();
    grid.row([put("项目名称"), put(&*form.name).wide(9)]);
    grid.row([
        put("主管部门"),
        put(&*form.department).wide(4),
        put("实施单位"),
        put(&*form.implementer).wide(4),
    ]);
    grid.row([
        put(format!("预算执行情况（{points}分）")).high(3),
        put("年度预算数（万元）"),
        put("年初预算"),
        put("调整后预算数"),
        put("预算执行数"),
        put("预算执行率"),
        put("权重"),
        put("得分"),
        put("原因").wide(2),
    ]);
    for (label, points, score) in [
        ("总额", points.as_str(), &*execution.claimed),
        ("其中：财政资金", "/", "/"),
    ] {
        grid.row([
            put(label),
            put(&*execution.budget),
            put(&*execution.budget),
            put(&*execution.actual),
            put(&*execution.rate),
            put(points),
            put(score),
            put("").wide(2),
        ]);
    }
    let rows = &form.goals[0].indicators;
    let heads = [
        "一级指标",
        "二级指标",
        "三级指标",
        "指标性质",
        "指标值",
        "度量单位",
        "完成值",
        "权重",
        "得分",
    ];
    let first = put(format!("绩效指标（{}分）", rules.indicator_points)).high(rows.len() + 1);
    grid.row(std::iter::once(first).chain(heads.map(put)));
    for row in rows {
        let (sign, value, unit) = parted(&row.target);
        let actual = row
            .actual
            .strip_suffix(unit.as_str())
            .unwrap_or(&row.actual);
        grid.row(
            [
                &*row.category,
                &*row.dimension,
                &*row.name,
                &sign,
                &value,
                &unit,
                actual,
                &*row.weight,
                &*row.claimed,
            ]
            .map(put),
        );
    }
    grid.row([put("合计").wide(8), put("100"), put(&*form.claimed_total)]);
    grid
}
