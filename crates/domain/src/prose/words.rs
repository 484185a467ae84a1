//! The words that make the difference.

/// What makes an amount another matter than a part of the whole: a comparison, a rate, an exception.
pub(super) const BESIDE: &[&str] = &[
    "比上", "比去", "比年", "比前", "比预", "比计", "比同", "相比", "同比", "环比", "较", "同期",
    "增加", "减少", "增长", "下降", "上年", "去年", "均", "每", "单价", "标准", "另", "此外",
    "不含", "扣除",
];

/// What makes an amount of a list the sum, or a part, of others in it.
pub(super) const NESTED: &[&str] = &[
    "合计", "共计", "总计", "小计", "累计", "总额", "总数", "包括", "包含", "含", "分为",
];

/// Words that must stand before all parts or before none: a budget is not added to a final account.
pub(super) const MIXED: &[&str] = &[
    "预算", "目标", "计划", "执行", "决算", "完成", "实际", "到位", "结转", "结余", "余额",
];

/// Words of a list that does not name every part.
pub(super) const INCOMPLETE: &[&str] = &["等", "部分", "主要"];

/// Traits of which the same person or case may have several: such parts overlap.
pub(super) const TRAITS: &[&str] = &[
    "女", "党员", "岁", "民族", "学历", "职称", "残疾", "贫困", "脱贫", "困难", "线上", "网上",
    "即时", "当日", "当场",
];

/// What ends the name of a budget.
pub(super) const BUDGET: &[&str] = &["预算", "预算数", "预算安排", "预算金额", "预算总额"];

/// Which budget is meant: a rate of the original one says nothing of the adjusted one.
pub(super) const WHICH_BUDGET: &[&str] = &["年初", "全年", "年度", "年中", "调整", "追加"];

/// What was spent of a budget.
pub(super) const SPENT: &[&str] = &["执行", "决算"];

/// Another year's.
pub(super) const EARLIER: &[&str] = &["上年", "去年", "同期"];

/// Before a number that is not exact, or a bound.
pub(super) const ABOUT: &[&str] = &[
    "约", "近", "超", "逾", "超过", "不足", "低于", "高于", "大于", "小于", "少于", "多于",
];

/// Behind such a number and its unit.
pub(super) const OR_SO: &[&str] = &[
    "余",
    "以上",
    "及以上",
    "以下",
    "以内",
    "之内",
    "左右",
    "上下",
];

/// Whether a text has one of the `words` in it.
pub(super) fn says(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Whether a text ends in one of the `words`.
pub(super) fn ends_in(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.ends_with(word))
}
