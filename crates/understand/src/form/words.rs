//! The words of forms: heads of columns, labels, headings, and numbers as forms print them.

use super::field::{Field, Points};
use juesuan_domain::evaluation::FormField;
pub(crate) use juesuan_domain::evaluation::{
    Head as Column, is_category, is_dimension, unbracketed as base,
};
use rust_decimal::Decimal;

/// What a column of the execution is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum MoneyColumn {
    Original,
    Budget,
    Actual,
    Rate,
    Points,
    Claimed,
}

/// What a head of the execution's columns means.
pub(crate) fn money_column(text: &str) -> Option<MoneyColumn> {
    if text.chars().count() > 24 || text.contains("情况") {
        return None;
    }
    let base = base(text);
    let has = |words: &[&str]| words.iter().any(|word| base.contains(word));
    if base.ends_with("得分") || base.ends_with("自评分") {
        return Some(MoneyColumn::Claimed);
    }
    if base.ends_with("权重") || base == "分值" || base == "满分" {
        return Some(MoneyColumn::Points);
    }
    if has(&["执行率", "完成率"]) {
        return Some(MoneyColumn::Rate);
    }
    if has(&["执行数", "决算数", "实际支出", "支出数", "实际执行"]) {
        return Some(MoneyColumn::Actual);
    }
    let adjusted = has(&["全年", "调整"]);
    if has(&["年初", "批复"]) && base.contains("预算") && !adjusted {
        return Some(MoneyColumn::Original);
    }
    if has(&["预算数", "预算金额"]) || adjusted && base.contains("预算") {
        return Some(MoneyColumn::Budget);
    }
    None
}

/// Labels of the form itself, with the cell that is beside or below them.
pub(crate) fn label(text: &str) -> Option<FormField> {
    let base = base(text);
    let base = base.trim_end_matches(['：', ':']);
    let field = match base {
        "项目名称" | "专项名称" => FormField::Name,
        "单位名称" | "部门名称" | "部门单位名称" | "填报单位" | "预算单位" | "部门" => {
            FormField::Unit
        }
        "主管部门" | "主管部门及代码" | "预算主管部门" | "主管单位" => {
            FormField::Department
        }
        "实施单位" | "项目实施单位" | "项目单位" | "预算实施单位" => {
            FormField::Implementer
        }
        "填报日期" | "填表日期" => FormField::FilledOn,
        "基本支出总额" => FormField::BasicSpending,
        "项目支出总额" => FormField::ProjectSpending,
        _ if base.starts_with("偏差") && base.contains("原因") => FormField::Deviation,
        _ if base.contains("未完成原因") => FormField::Deviation,
        _ if base.starts_with("改进措施") || base.starts_with("改进建议") => {
            FormField::Improvement
        }
        _ => return None,
    };
    Some(field)
}

/// 合计, 总分: the row of the total.
pub(crate) fn is_total(text: &str) -> bool {
    let base = base(text);
    let base = base.trim_end_matches(['：', ':']);
    matches!(
        base,
        "合计"
            | "总分"
            | "总计"
            | "总得分"
            | "得分合计"
            | "分值合计"
            | "总分合计"
            | "自评总分"
            | "自评得分"
            | "合计得分"
            | "总评分"
    )
}

/// 评价等级: what the total is worth in words.
pub(crate) fn is_grade(text: &str) -> bool {
    let labels = [
        "评价等级",
        "自评等级",
        "等级",
        "自评等次",
        "评价等次",
        "等次",
        "评定等级",
    ];
    labels.contains(&base(text).trim_end_matches(['：', ':']))
}

/// 小计: a sum in the midst of a form.
pub(crate) fn is_subtotal(text: &str) -> bool {
    matches!(&*base(text), "小计" | "合计小计" | "分项小计")
}

/// Whether a line or a cell is the title of a form.
pub(crate) fn is_title(text: &str) -> bool {
    if text.chars().count() > 60 || text.contains(['。', '；', '，']) {
        return false;
    }
    let text = without_year(text);
    let text = text.trim_end_matches(|c: char| {
        c.is_ascii_digit() || "：:一二三四五六七八九十、.-".contains(c)
    });
    let form = [
        "自评表",
        "自评结果表",
        "自评价表",
        "自评得分表",
        "自评打分表",
        "自评汇总表",
    ];
    let rated = text.ends_with("评价表") && text.contains("自评");
    let graded = text.ends_with("评分表") && text.contains("绩效");
    form.iter().any(|form| text.ends_with(form)) || rated || graded
}

/// The title without what stands in brackets behind it: （2023年度）.
fn without_year(text: &str) -> &str {
    let end = text.trim_end();
    let inside = end.ends_with(['）', ')']);
    match end.rfind(['（', '(']) {
        Some(at) if inside && at > 0 => end.get(..at).unwrap_or(end),
        _ => end,
    }
}

/// Whether a form is one of the whole unit.
pub(crate) fn is_overall(title: &str) -> bool {
    title.contains("整体") || title.contains("部门（单位）")
}

/// 效益指标经济效益: how long the heading of the first level is, where one of the second follows it.
pub(crate) fn category_before(label: &str) -> Option<usize> {
    let (category, dimension) = label.split_once("指标")?;
    let both = is_category(category) && is_dimension(dimension);
    both.then_some(category.len() + "指标".len())
}

/// 年度目标1, 年度绩效目标（80分）: where a goal begins, and its number where it has one.
pub(crate) fn goal_mark(text: &str) -> Option<Option<u32>> {
    let base = base(text);
    let rest = [
        "年度绩效目标",
        "年度总体目标",
        "年度目标",
        "绩效目标",
        "总体目标",
    ]
    .iter()
    .find_map(|mark| base.strip_prefix(mark))?;
    let rest = rest.trim_end_matches(['：', ':']);
    if rest.is_empty() {
        return Some(None);
    }
    rest.parse::<u32>().ok().map(Some)
}

/// Points in brackets at the end: 36 of `数量指标（36分）`, 10 of `预算执行（10分）`, 20 of `得分（20分*执行率）`.
pub(crate) fn points_behind(field: &Field) -> Option<Points> {
    let text = &field.text;
    let inside = text.strip_suffix(['）', ')'])?;
    let (_, inside) = inside.rsplit_once(['（', '('])?;
    let digits: String = inside
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    let rest = inside.get(digits.len()..)?.trim_start();
    let counted = rest.starts_with('分') || rest.starts_with('%') && digits.len() <= 3;
    let value = points(&digits)?;
    counted.then(|| Points {
        value,
        spot: field.spot.clone(),
    })
}

/// The text before the points in brackets at its end.
pub(crate) fn without_points(text: &str) -> &str {
    match text.rfind(['（', '(']) {
        Some(at) if text.ends_with(['）', ')']) => text.get(..at).unwrap_or(text),
        _ => text,
    }
}

/// `—`, `/`, `……`, 无: written where there is nothing; `【待填】`, `××`, `____`: where nobody has written yet.
pub(crate) fn is_nothing(text: &str) -> bool {
    text == "无"
        || is_open(text)
        || text
            .chars()
            .all(|c| c.is_whitespace() || "-—–―/／…⋯.·\u{feff}\\".contains(c))
}

/// The sign of a template for what is still to be filled in.
pub(crate) fn is_open(text: &str) -> bool {
    let inside = text.trim_matches(|c: char| "【】〔〕[]［］（）()".contains(c));
    let blank = |c: char| "×xXｘＸ_＿□○〇*＊".contains(c);
    let sign = !inside.is_empty() && inside.chars().all(blank);
    sign || ["待填", "待填写", "待补充", "待填报"].contains(&inside)
}

/// A weight or a score, with its decimals: `10`, `9.50分`, `10%`.
pub(crate) fn points(text: &str) -> Option<Decimal> {
    let plain: String = text.chars().map(juesuan_figure::fold).collect();
    let plain = plain.trim_end_matches(['分', '%']);
    let first = plain.strip_prefix('-').unwrap_or(plain);
    let digits = first.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    if !digits || first.is_empty() || first.len() > 9 {
        return None;
    }
    plain.parse().ok()
}

/// A rate in percent, with its decimals: `98.5%`, `98.5`.
pub(crate) fn rate(text: &str) -> Option<Decimal> {
    let plain: String = text.chars().map(juesuan_figure::fold).collect();
    number(plain.trim_end_matches('%'))
}

/// An amount in 万元, with its decimals.
pub(crate) fn amount(text: &str) -> Option<Decimal> {
    let plain: String = text.chars().map(juesuan_figure::fold).collect();
    number(plain.trim_end_matches("万元"))
}

fn number(text: &str) -> Option<Decimal> {
    let digits = text
        .bytes()
        .all(|b| b.is_ascii_digit() || b == b'.' || b == b',');
    let whole = text.split('.').next().unwrap_or("");
    let grouped = !text.contains(',')
        || whole.split(',').enumerate().all(|(at, part)| {
            if at == 0 {
                (1..=3).contains(&part.len())
            } else {
                part.len() == 3
            }
        });
    if !digits || !grouped || text.is_empty() || text.len() > 24 {
        return None;
    }
    text.replace(',', "").parse().ok()
}

/// A value with the sign and the unit that stand in columns of their own.
pub(crate) fn composed(value: &str, sign: &str, unit: &str) -> String {
    let starts = value.starts_with(|c: char| c.is_numeric());
    let ends = value.ends_with(|c: char| c.is_ascii_digit());
    let sign = match sign {
        "＝" | "等于" | "定值" => "=",
        "＞=" | ">=" | "大于等于" | "正向指标" | "正向" => "≥",
        "＜=" | "<=" | "小于等于" | "反向指标" | "反向" => "≤",
        sign => sign,
    };
    let is_sign = matches!(sign, "≥" | "≤" | ">" | "<" | "＞" | "＜" | "=");
    let sign = if starts && is_sign { sign } else { "" };
    let unit = if ends && !is_nothing(unit) { unit } else { "" };
    format!("{sign}{value}{unit}")
}

/// Whether a note prints that a score is the weight times B/A.
pub(crate) fn is_formula(text: &str) -> bool {
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(juesuan_figure::fold)
        .collect();
    let signs = [
        "权重*B/A",
        "权重×B/A",
        "权重*b/a",
        "权重×实际完成值/",
        "权重*实际完成值/",
        "分值*B/A",
        "分值×B/A",
    ];
    signs.iter().any(|sign| text.contains(sign))
}
