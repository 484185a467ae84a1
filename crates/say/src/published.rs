//! Words of a whole publication: its parts, and what stands over and below its tables.

use juesuan_domain::accounts::ChartKind;

/// What is printed where something is missing.
pub const GAP: &str = "【待填】";
pub const DEPARTMENT: &str = "部门";
pub const UNIT: &str = "单位";
pub const CONTENTS: &str = "目录";
pub const TABLES: &str = "决算表";
pub const ANNEX: &str = "附件 绩效自评表";
pub const WORK: &str = "重点工作完成情况";
pub const NONE: &str = "无";

pub const ROW_NUMBER: &str = "行次";
pub const COLUMN_NUMBER: &str = "栏次";
pub const FUNCTIONAL_CODE: &str = "功能分类科目编码";
pub const ECONOMIC_CODE: &str = "经济分类科目编码";
pub const SUBJECT_NAME: &str = "科目名称";
pub const PERSONNEL: &str = "人员经费";
pub const PUBLIC: &str = "公用经费";
pub const SPENDING_OF_YEAR: &str = "本年支出";
pub const SUBTOTAL: &str = "小计";
pub const THREE_PUBLIC: &str = "财政拨款“三公”经费";

pub const BASIC_SPENDING: &str = "基本支出总额（万元）";
pub const PROJECT_SPENDING: &str = "项目支出总额（万元）";
pub const INDICATORS: &str = "年度绩效指标";

/// `2024年度单位决算`.
pub fn accounts_of_year(year: &str, body: &str) -> String {
    format!("{year}年度{body}决算")
}

/// `某中心2024年度单位决算情况说明`.
pub fn of_year(unit: &str, year: &str, body: &str, what: &str) -> String {
    format!("{unit}{year}年度{body}{what}")
}

/// `2024年重点工作完成情况`.
pub fn in_year(year: &str, what: &str) -> String {
    format!("{year}年{what}")
}

/// `第二部分 …`.
pub fn part(numeral: &str, title: &str) -> String {
    format!("第{numeral}部分 {title}")
}

/// A line of the contents: `三、支出决算表`.
pub fn listed(numeral: &str, title: &str) -> String {
    format!("{numeral}、{title}")
}

/// On the cover: `2025年8月`.
pub fn month(year: i32, month: u32) -> String {
    format!("{year}年{month}月")
}

/// `公开05表`.
pub fn table_number(printed: &impl std::fmt::Display) -> String {
    format!("公开{printed}表")
}

/// A line above a table that stands at the right.
pub fn at_the_right(text: &str) -> String {
    format!("\t\t{text}")
}

/// Above a table: whose it is at the left, the unit of its amounts at the right.
pub fn of_whom(body: &str, unit: &str) -> String {
    format!("{body}：{unit}\t\t金额单位：万元")
}

/// Below a table, by its nature counted from 0.
pub fn table_note(table: usize) -> &'static str {
    const NOTES: [&str; 9] = [
        "注：本表列示本年度全部收入、全部支出和年初、年末的结转结余。",
        "注：本表列示本年度取得的各项收入。",
        "注：本表列示本年度发生的各项支出。",
        "注：本表列示本年度财政拨款的收入、支出和年初、年末的结转结余。",
        "注：本表列示本年度一般公共预算财政拨款的支出。",
        "注：本表列示本年度一般公共预算财政拨款基本支出的明细。",
        "注：本表列示本年度“三公”经费的预算和决算。",
        "注：本表列示本年度政府性基金预算财政拨款的收入、支出和结转结余。",
        "注：本表列示本年度国有资本经营预算财政拨款的收支。",
    ];
    NOTES.get(table).copied().unwrap_or_default()
}

/// A remark below a table.
pub fn remark(text: &str) -> String {
    format!("说明：{text}")
}

/// What a figure is called.
pub fn figure(kind: ChartKind) -> &'static str {
    match kind {
        ChartKind::Totals => "收入、支出决算总计变动情况",
        ChartKind::IncomeStructure => "收入决算结构",
        ChartKind::SpendingStructure => "支出决算结构",
        ChartKind::FiscalTotals => "财政拨款收入、支出决算总计变动情况",
    }
}

/// `图1：收入决算结构`.
pub fn caption(number: usize, figure: &str) -> String {
    format!("图{number}：{figure}")
}

/// Of the glossary: `1.基本支出：…`.
pub fn explained(number: usize, term: &str, text: &str) -> String {
    format!("{number}.{term}：{text}")
}

/// Above a form: whose it is, and when it was filled in.
pub fn form_line(unit: &str, date: &str) -> String {
    format!("单位名称：{unit}\t\t填报日期：{date}")
}

/// What the sheet of a form is called.
pub fn form_sheet(number: usize, name: &str) -> String {
    format!("自评表{number} {name}")
}

/// `预算执行情况（万元）（20分）`.
pub fn execution(points: &str) -> String {
    format!("预算执行情况（万元）（{points}分）")
}

/// `年度目标1（60分）`.
pub fn goal(number: usize, points: &str) -> String {
    format!("年度目标{number}（{points}分）")
}

/// `产出指标（50分）`.
pub fn with_points(name: &str, points: &str) -> String {
    format!("{name}（{points}分）")
}

/// Two sentences as one.
pub fn both(one: &str, other: &str) -> String {
    format!("{one}；{other}")
}

/// A sentence below a form, counted from 0.
pub fn form_note(at: usize, sentence: &str) -> String {
    let before = if at == 0 { "备注：" } else { "" };
    format!("{before}{}.{sentence}。", at + 1)
}
