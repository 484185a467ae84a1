//! Every text of the page, in one place: a second language is a second file.
//! (The sentences of findings are in the library, beside the checks.)

use juesuan::evaluation::Band;
use juesuan::finding::Severity;
use juesuan::quick::Calculation;

pub const PRODUCT: &str = "决算与绩效自评";
pub const LOCAL_ONLY: &str = "数据只在本机，不会上传";

pub const UNDO: &str = "撤销";
pub const REDO: &str = "重做";
pub const OPEN: &str = "打开";
pub const PRINT: &str = "打印";
pub const SAVE: &str = "保存文件";
pub const HOME: &str = "首页";
pub const CLOSE: &str = "关闭";

pub const NAV_LABEL: &str = "功能";
pub const NAV_QUICK: &str = "速算";
pub const NAV_FORMS: &str = "绩效自评";
pub const NAV_OVERALL: &str = "整体自评表";
pub const NAV_ADD: &str = "＋ 新增项目表";
pub const NAV_PROJECT: &str = "项目自评表";

pub const START_LEAD: &str = "算清完成率、增长率和得分，边填边核对，写成规范的自评表。";
pub const START_NEW: &str = "新建自评表";
pub const START_NEW_HINT: &str = "整体绩效自评表，填写后自动计分";
pub const START_YEAR: &str = "年度";
pub const START_UNIT: &str = "单位名称";
pub const START_RULES: &str = "评分规则";
pub const START_CREATE: &str = "新建";
pub const START_OPEN: &str = "打开文件";
pub const START_OPEN_HINT: &str = "打开保存过的 .juesuan.json 文件，也可以把文件拖到这里";
pub const START_CHOOSE: &str = "选择文件…";
pub const START_EXAMPLE: &str = "看示例";
pub const START_EXAMPLE_HINT: &str = "一个单位 2020 年度公开的自评表，含一处算错的得分";
pub const START_EXAMPLE_LOAD: &str = "载入示例";
pub const START_QUICK_HINT: &str = "完成率、增长率、占比、指标得分，填两三个数就有结果";
pub const START_QUICK_OPEN: &str = "打开速算";
pub const START_CONTINUE: &str = "继续上次的工作";
pub const START_DELETE: &str = "删除";
pub const START_DELETE_SURE: &str = "确认删除";
pub const START_UNNAMED: &str = "未填写单位名称";

pub const FINDINGS: &str = "核对";
pub const FINDINGS_NONE: &str = "没有发现问题";
pub const FINDINGS_NONE_HINT: &str = "边填边核对：数字、分值、得分和文字有出入时，会列在这里。";
pub const FINDINGS_CHECK: &str = "检查未填写的单元格";
pub const FINDINGS_RULE: &str = "依据";

pub const FORM_HEAD_UNIT: &str = "单位名称";
pub const FORM_DATE: &str = "填报日期";
pub const FORM_AMOUNTS: &str = "金额单位：万元";
pub const FORM_BASIC: &str = "基本支出总额";
pub const FORM_PROJECT: &str = "项目支出总额";
pub const FORM_PROJECT_NAME: &str = "项目名称";
pub const FORM_CHOOSE: &str = "请选择";
pub const PROJECT_CATEGORIES: [&str; 2] = ["部门预算项目", "财政专项资金"];
pub const PROJECT_ATTRIBUTES: [&str; 2] = ["持续性项目", "新增性项目"];
pub const PROJECT_TYPES: [&str; 3] = ["常年性项目", "延续性项目", "一次性项目"];
pub const FORM_COPY: &str = "复制此表";
pub const FORM_REMOVE: &str = "删除此表";
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
pub const FORM_COMPUTED: &str = "计算得分";
/// On paper the column is called only by the second half.
pub const FORM_CLAIMED: (&str, &str) = ("自填", "得分");
pub const FORM_TOTAL: &str = "总分";
pub const FORM_PROVISIONAL: &str = "暂计";
pub const FORM_PROVISIONAL_HINT: &str = "有指标还没有得分，总分是暂时的";
pub const FORM_DEVIATION: &str = "偏差大或目标未完成原因分析";
pub const FORM_IMPROVEMENT: &str = "改进措施及结果应用方案";
pub const FORM_NOTES: &str = "备注";
pub const FORM_SIGNATURE: [&str; 3] = ["填表人：", "负责人：", "单位（盖章）："];
pub const FORM_ADD_ROW: &str = "添加指标";
pub const FORM_ADD_GOAL: &str = "添加年度目标";
pub const FORM_REMOVE_GOAL: &str = "删除此目标";
pub const FORM_ROW_ADD: &str = "在下方添加指标（Alt+Enter）";
pub const FORM_ROW_UP: &str = "上移（Alt+↑）";
pub const FORM_ROW_DOWN: &str = "下移（Alt+↓）";
pub const FORM_ROW_REMOVE: &str = "删除这项指标（Alt+Delete）";
pub const FORM_QUALITATIVE: &str = "定性";
pub const FORM_BAND: &str = "评定档次";
pub const FORM_BAND_NONE: &str = "选择档次";
pub const POINTS: &str = "分";
pub const FORM_YEAR: &str = "年度";
pub const FORM_KEYS: &str =
    "Enter 下一行，方向键移动，Alt+Enter 添加指标，Alt+↑↓ 移动，Alt+Delete 删除";

pub const QUICK_TITLE: &str = "速算";
pub const QUICK_LEAD: &str = "金额按万元计，也可写 元、亿元；粘贴带千分位或全角的数字也能识别。";
pub const QUICK_COPY_FIGURE: &str = "复制数字";
pub const QUICK_COPY_SENTENCE: &str = "复制句子";
pub const QUICK_COPIED: &str = "已复制";
pub const QUICK_WAITING: &str = "填写后立即显示结果";

pub const SAVE_NONE: &str = "尚未保存";
pub const SAVE_FULL: &str = "浏览器的存储空间已满，最近的修改没有自动保存：请点“保存文件”存成文件，再到首页删除不用的工作簿。";
pub const SAVE_FORBIDDEN: &str =
    "浏览器不允许本页保存数据，关闭页面后内容会丢失：请点“保存文件”存成文件。";
pub const SAVE_CONFLICT: &str =
    "这个工作簿已在另一个窗口中修改，本窗口停止自动保存，避免互相覆盖。";
pub const SAVE_CONFLICT_COPY: &str = "另存为副本，继续编辑";
pub const FILE_UNREADABLE: &str = "文件读取失败：请确认文件还在原处，并有权限读取。";
pub const NO_FORMS: &str = "这个工作簿里没有自评表，没有内容可以打开。";
pub const STORED_UNREADABLE: &str = "自动保存的内容无法读取，没有改动它：";
pub const CRASHED: &str = "程序遇到意外错误，已停止。输入的内容已自动保存，重新打开本页即可继续。";

pub fn saved_at(time: &str) -> String {
    format!("已自动保存 {time}")
}

pub fn paste_too_wide(columns: usize, room: usize) -> String {
    format!(
        "粘贴的内容有 {columns} 列，从这一格起只能放 {room} 列，右边多出的列没有放入。可用 Ctrl+Z 撤销。"
    )
}

pub fn paste_too_long(rows: usize, most: usize) -> String {
    format!("粘贴的内容有 {rows} 行，放入后一张表会超过 {most} 条指标，没有放入。")
}

pub fn year(year: &str) -> String {
    format!("{year} 年度")
}

pub fn count(severity: Severity, count: usize) -> String {
    format!("{} {count}", self::severity(severity))
}

pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "错误",
        Severity::Warning => "警告",
        Severity::Notice => "提示",
    }
}

pub fn live(errors: usize, warnings: usize, notices: usize) -> String {
    format!("错误 {errors} 条，警告 {warnings} 条，提示 {notices} 条")
}

pub fn unfilled(count: usize) -> String {
    format!("还有 {count} 格未填写")
}

pub fn more_findings(count: usize) -> String {
    format!("显示其余 {count} 条")
}

pub fn replace_with(text: &str) -> String {
    format!("改为 {text}")
}

pub fn goal(number: usize) -> String {
    format!("年度目标 {number}")
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

pub fn grade(grade: &str) -> String {
    format!("等级：{grade}")
}

pub fn characters(count: usize) -> String {
    format!("{count} 字")
}

pub fn row_cell(number: usize, what: &str) -> String {
    format!("第 {number} 项 {what}")
}

pub fn band(band: Band) -> &'static str {
    match band {
        Band::Met => "达成预期",
        Band::Partly => "部分达成",
        Band::Unmet => "未达成",
    }
}

/// Title and one-line explanation of a quick figure.
pub fn calculation(calculation: Calculation) -> (&'static str, &'static str) {
    match calculation {
        Calculation::Completion => ("完成率、执行率", "决算数 ÷ 预算数"),
        Calculation::Growth => ("增长率", "（本年 − 上年）÷ 上年"),
        Calculation::Share => ("占比", "部分 ÷ 合计"),
        Calculation::Score => ("指标得分", "分值 × 完成 ÷ 目标，≤ 目标时相反"),
    }
}

/// An example in an empty box of a quick figure.
pub fn calculation_example(calculation: Calculation, at: usize) -> &'static str {
    let examples: &[&'static str] = match calculation {
        Calculation::Completion => &["1,552.16", "1,516.89"],
        Calculation::Growth => &["1,552.63", "1,544.93"],
        Calculation::Share => &["178.3", "1,552.63"],
        Calculation::Score => &["10", "≥2.0%", "1.0%"],
    };
    examples.get(at).copied().unwrap_or_default()
}
