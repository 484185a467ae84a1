//! What the parts of a reviewed disclosure are called.

use juesuan_understand::{Cause, DisclosureKind, Matter, Severity, StatementKind, Unit, Verdict};

/// How a wrong figure came about, as part of a sentence.
pub(crate) fn cause(cause: &Cause) -> String {
    let words = match cause {
        Cause::Truncated => "末位直接舍去，没有四舍五入",
        Cause::ByThisYear => "除以了本年数，应除以上年数",
        Cause::Complement => "写成了与 100% 的差",
        Cause::Swapped => "与相邻的数写颠倒了",
        Cause::Copied => "照抄了相邻的数",
        Cause::Ten => "小数点错了一位，差 10 倍",
        Cause::Hundred => "小数点错了两位，差 100 倍",
        Cause::TenThousand => "元与万元混淆，差 1 万倍",
        Cause::OtherBase => "用了另一个基数",
    };
    words.to_owned()
}

/// What a kind of matter is called in lists and filters.
pub(crate) fn kind(matter: &Matter) -> String {
    use Matter as M;
    let words = match matter {
        M::Claim { kind, .. } => return format!("{}有误", statement_kind(kind)),
        M::Direction { .. } => "增减方向",
        M::NotUnchanged { .. } => "持平与增减",
        M::Order { .. } => "大小比较",
        M::Sum { .. } => "分项之和",
        M::Twice { .. } => "前后不一致",
        M::Rounded { .. } | M::RoundedSums { .. } => "尾差",
        M::ZeroBase { .. } => "基数为零",
        M::LastYear { .. } => "上年数",
        M::TableAmount { .. } => "表中数字",
        M::SumOfParts { .. } => "表内合计",
        M::TwoTables { .. } => "表间不符",
        M::RepeatedRow { .. } => "重复的行",
        M::MissingTables { .. } => "缺表",
        M::NothingButAmounts { .. } | M::AmountButEmpty { .. } => "文表不符",
        M::ItemsNotSpent { .. } | M::ItemsNotListed { .. } => "列举的项目",
        M::SubjectName { .. } | M::SubjectLevel { .. } => "科目",
        M::Purpose { .. } => "用途",
        M::NoReason => "缺少原因",
        M::ChangedAndUnchanged { .. } => "增减与持平",
        M::Year { .. } => "年份",
        M::UnitName { .. } => "单位名称",
        M::Contents { .. } => "目录",
        M::Numbering { .. } => "编号",
        M::Residue { .. } => "模板残留",
        M::Lacking { .. } => "缺少数字或单位",
        M::Bracket { .. } | M::Punctuation { .. } | M::NoFullStop => "标点",
        M::Words { .. } => "错漏字",
        M::ScoreAboveWeight { .. } => "得分超过分值",
        M::Misplaced { .. } => "指标归类",
        M::TargetAndActual { .. } => "目标与完成值",
        M::FormBlank { .. } => "自评表缺项",
        M::Grade { .. } => "评价等级",
    };
    words.to_owned()
}

pub(crate) fn severity(severity: &Severity) -> String {
    match severity {
        Severity::Error => "错误",
        Severity::Warning => "警告",
        Severity::Notice => "提示",
    }
    .to_owned()
}

pub(crate) fn statement_kind(kind: &StatementKind) -> String {
    match kind {
        StatementKind::Amount => "金额",
        StatementKind::Change => "增减额",
        StatementKind::Growth => "增减幅度",
        StatementKind::Share => "占比",
        StatementKind::Completion => "完成率",
        StatementKind::Comparison => "大小比较",
        StatementKind::Sum => "合计",
        StatementKind::Count => "数量",
        StatementKind::Score => "得分",
        StatementKind::Year => "年份",
        StatementKind::Name => "名称",
    }
    .to_owned()
}

pub(crate) fn verdict(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Agrees => "相符",
        Verdict::Rounding => "尾差",
        Verdict::Wrong => "不符",
        Verdict::Doubtful => "存疑",
        Verdict::Unknown => "无从核对",
    }
    .to_owned()
}

pub(crate) fn disclosure_kind(kind: &DisclosureKind) -> String {
    match kind {
        DisclosureKind::FinalAccounts => "决算",
        DisclosureKind::Budget => "预算",
        DisclosureKind::SelfEvaluation => "自评表",
        DisclosureKind::Unknown => "未识别",
    }
    .to_owned()
}

pub(crate) fn amounts_unit(unit: &Unit) -> String {
    unit.as_str().to_owned()
}

/// A table of final accounts by its number, 1 to 9.
pub(crate) fn table_no(no: &u8) -> String {
    let name = match no {
        1 => "收入支出决算总表",
        2 => "收入决算表",
        3 => "支出决算表",
        4 => "财政拨款收入支出决算总表",
        5 => "一般公共预算财政拨款支出决算表",
        6 => "一般公共预算财政拨款基本支出决算表",
        7 => "财政拨款“三公”经费支出决算表",
        8 => "政府性基金预算财政拨款收入支出决算表",
        9 => "国有资本经营预算财政拨款支出决算表",
        no => return format!("公开{no:02}表"),
    };
    format!("公开{no:02}表（{name}）")
}
