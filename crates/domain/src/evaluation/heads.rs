//! What self-evaluation forms call their columns and headings: read wherever a form comes in, from a paste
//! or from a document.

/// What a column of the indicators is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Head {
    /// 一级指标.
    Category,
    /// 二级指标.
    Dimension,
    /// 三级指标.
    Name,
    /// 绩效指标, 指标名称: the name where there is no third level, else what stands over all levels.
    Title,
    /// 指标性质: `≥`, `≤`, `=`, before the value in another column.
    Sign,
    /// 度量单位, behind the value in another column.
    Unit,
    /// 年度指标值, 目标值.
    Target,
    /// 调整指标值: the target as it was changed in the year.
    Adjusted,
    /// 实际完成值.
    Actual,
    /// 完成率: what follows from target and actual value.
    Completion,
    /// 分值, 权重.
    Weight,
    /// 得分, 自评分.
    Claimed,
    /// 偏差原因分析及改进措施.
    Reason,
    /// Known, but no place of a form: 评分标准, 备注.
    Other,
}

/// Heads of the indicators' columns; those that contain others come first.
const HEADS: &[(&str, Head)] = &[
    ("一级指标", Head::Category),
    ("二级指标", Head::Dimension),
    ("三级指标", Head::Name),
    ("四级指标", Head::Other),
    ("指标名称", Head::Title),
    ("指标内容", Head::Title),
    ("具体指标", Head::Title),
    ("绩效指标", Head::Title),
    ("指标性质", Head::Sign),
    ("指标方向", Head::Sign),
    ("计量单位", Head::Unit),
    ("度量单位", Head::Unit),
    ("指标单位", Head::Unit),
    ("得分系数", Head::Other),
    ("得分计算", Head::Other),
    ("计算方法", Head::Other),
    ("计算公式", Head::Other),
    ("评分标准", Head::Other),
    ("评分细则", Head::Other),
    ("评价标准", Head::Other),
    ("指标解释", Head::Other),
    ("指标说明", Head::Other),
    ("复核", Head::Other),
    ("偏差", Head::Reason),
    ("原因", Head::Reason),
    ("改进", Head::Reason),
    ("核心指标", Head::Other),
    ("备注", Head::Other),
    ("序号", Head::Other),
    ("调整指标值", Head::Adjusted),
    ("调整后", Head::Adjusted),
    ("完成率", Head::Completion),
    ("完成比例", Head::Completion),
    ("完成程度", Head::Other),
    ("完成值", Head::Actual),
    ("实际值", Head::Actual),
    ("实现值", Head::Actual),
    ("完成情况", Head::Actual),
    ("目标值", Head::Target),
    ("指标值", Head::Target),
    ("预期值", Head::Target),
    ("计划值", Head::Target),
    ("分值", Head::Weight),
    ("权重", Head::Weight),
    ("标准分", Head::Weight),
    ("满分", Head::Weight),
    ("自评分", Head::Claimed),
    ("得分", Head::Claimed),
    ("评分", Head::Claimed),
];

/// The most characters of a head: a sentence that speaks of 得分 is none.
const LONGEST: usize = 20;

impl Head {
    /// What a text at the top of a column means; blanks and what stands in brackets do not count.
    ///
    /// ```
    /// use juesuan_domain::evaluation::Head;
    /// assert_eq!(Head::of("年度\n指标值（A）"), Some(Head::Target));
    /// assert_eq!(Head::of("培训人次"), None);
    /// ```
    pub fn of(text: &str) -> Option<Self> {
        let signs = text.chars().filter(|c| !c.is_whitespace());
        if signs.count() > LONGEST {
            return None;
        }
        let base = unbracketed(text);
        let mut all = HEADS.iter();
        all.find(|(head, _)| base.ends_with(head) || base.starts_with(head))
            .map(|(_, head)| *head)
    }
}

/// Headings of the first level, without the word 指标.
const CATEGORIES: &[&str] = &[
    "产出",
    "效益",
    "效果",
    "满意度",
    "成本",
    "决策",
    "管理",
    "过程",
    "投入",
    "绩效",
    "履职",
    "履职效能",
    "履职效果",
    "社会效应",
    "可持续发展能力",
    "运行成本",
    "管理效率",
    "社会满意度",
    "服务满意",
];

/// Headings of the second level, without the word 指标.
const DIMENSIONS: &[&str] = &[
    "数量",
    "质量",
    "时效",
    "成本",
    "进度",
    "经济成本",
    "社会成本",
    "生态环境成本",
    "效益",
    "经济效益",
    "社会效益",
    "生态效益",
    "环境效益",
    "可持续影响",
    "可持续性",
    "可持续发展",
    "可持续性影响",
    "服务对象满意度",
    "社会公众满意度",
    "满意度",
    "公众满意度",
    "群众满意度",
    "社会公众或服务对象满意度",
    "社会公众或服务对象",
];

/// Whether a text is a heading of the first level: `产出指标（50分）`, `产出`.
pub fn is_category(text: &str) -> bool {
    is_one_of(text, CATEGORIES)
}

/// Whether a text is a heading of the second level: `数量指标（36分）`, `数量`.
pub fn is_dimension(text: &str) -> bool {
    is_one_of(text, DIMENSIONS)
}

fn is_one_of(text: &str, names: &[&str]) -> bool {
    let base = unbracketed(text);
    names.contains(&base.trim_end_matches("指标"))
}

/// A text of a form without blanks and what stands in brackets: `产出指标（50分）` is 产出指标.
pub fn unbracketed(text: &str) -> String {
    let mut depth = 0_usize;
    let mut base = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        match c {
            '(' | '（' | '[' | '【' => depth += 1,
            ')' | '）' | ']' | '】' => depth = depth.saturating_sub(1),
            c if depth == 0 => base.push(c),
            _ => {}
        }
    }
    base
}
