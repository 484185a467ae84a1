//! Words of the official forms and tables. They are the same in every language of the page: what is
//! handed in and published is Chinese.

#[path = "published.rs"]
pub mod published;

pub const FORM_HEAD_UNIT: &str = "单位名称";
pub const FORM_DATE: &str = "填报日期";
pub const FORM_AMOUNTS: &str = "金额单位：万元";
pub const FORM_BASIC: &str = "基本支出总额";
pub const FORM_PROJECT: &str = "项目支出总额";
pub const FORM_PROJECT_NAME: &str = "项目名称";
pub const PROJECT_CATEGORIES: [&str; 2] = ["部门预算项目", "财政专项资金"];
pub const PROJECT_ATTRIBUTES: [&str; 2] = ["持续性项目", "新增性项目"];
pub const PROJECT_TYPES: [&str; 3] = ["常年性项目", "延续性项目", "一次性项目"];
pub const FORM_EXECUTION: &str = "预算执行情况";
pub const FORM_BUDGET: &str = "预算数（A）";
pub const FORM_ACTUAL: &str = "执行数（B）";
pub const FORM_RATE: &str = "执行率（B/A）";
pub const FORM_WHOLE: &str = "整体支出总额";
pub const FORM_FUNDS: &str = "年度财政资金总额";
pub const FORM_CATEGORY: &str = "一级指标";
pub const FORM_DIMENSION: &str = "二级指标";
pub const FORM_INDICATOR: &str = "三级指标";
pub const FORM_WEIGHT: &str = "分值";
pub const FORM_TARGET: &str = "年初目标值（A）";
pub const FORM_DONE: &str = "实际完成值（B）";
/// On paper the column is called only by the second half.
pub const FORM_CLAIMED: (&str, &str) = ("自填", "得分");
/// What it is called in a card of its own, on a phone.
pub const FORM_CLAIMED_HERE: &str = "自填得分";
pub const FORM_TOTAL: &str = "总分";
/// Beside a total, while scores are missing.
pub const FORM_PROVISIONAL: &str = "暂计";
pub const FORM_DEVIATION: &str = "偏差大或目标未完成原因分析";
pub const FORM_IMPROVEMENT: &str = "改进措施及结果应用方案";
pub const FORM_NOTES: &str = "备注";
pub const FORM_SIGNATURE: [&str; 3] = ["填表人：", "负责人：", "单位（盖章）："];
pub const SET_ASIDE: &str = "已搁置的核对结果";
pub const SET_ASIDE_REASON: &str = "理由";
pub const POINTS: &str = "分";
/// Behind the number of a table: its identities along the rows, and of its subjects.
pub const ACROSS: &str = "行";
pub const TREE: &str = "类";
/// What a form is called: that of the whole unit, and that of a project without a name.
pub const OVERALL_FORM: &str = "整体自评表";
pub const PROJECT_FORM: &str = "项目自评表";
pub const TABLE_ITEM: &str = "项目";

pub fn unit_line(unit: &str) -> String {
    format!("{FORM_HEAD_UNIT}：{unit}")
}

pub fn nothing_here(what: &str) -> String {
    format!("本单位没有{what}，本表无数据。")
}

pub fn goal(number: usize) -> String {
    format!("年度目标 {number}")
}

/// What a table is called beside its number: `一般公共预算支出` of `一般公共预算财政拨款支出决算表`.
pub fn table_name(title: &str) -> String {
    let short = title.replace("预算财政拨款", "预算").replace("决算", "");
    match short.strip_suffix('表') {
        Some(short) if !short.ends_with('总') => short.to_owned(),
        _ => short,
    }
}

pub fn points(points: &str) -> String {
    format!("（{points} 分）")
}

pub fn execution_score(points: &str) -> String {
    format!("得分（{points} 分 × 执行率）")
}

pub fn overall_title(unit: &str) -> String {
    format!("{unit}整体绩效自评表")
}

pub fn project_title(name: &str) -> String {
    format!("{name}项目自评表")
}

/// Beside a total that is not the sum of the scores printed above it.
pub fn printed_sum(sum: &str) -> String {
    format!("所列得分合计 {sum}")
}

pub fn grade(grade: &str) -> String {
    format!("等级：{grade}")
}

/// What a file is called that has neither a year nor a unit.
pub const FILE: &str = "自评表";
