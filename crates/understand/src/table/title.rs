//! What stands around a table: its title, its unit, its number.

use super::found::Unit;
use super::reading::closed;

/// What the lines around a table say of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Around {
    pub title: Option<String>,
    pub unit: Option<Unit>,
    /// 公开03表.
    pub printed_no: Option<u8>,
}

impl Around {
    /// Takes up a line; the nearest to the table first, so that what is known stays.
    pub fn take(&mut self, text: &str) {
        let text = closed(text);
        if let Some(unit) = unit(&text) {
            self.unit.get_or_insert(unit);
        }
        if let Some(number) = printed_number(&text) {
            self.printed_no.get_or_insert(number);
        }
        if self.title.is_none() && is_title(&text) {
            self.title = Some(clean(&text));
        }
    }
}

/// What stands before the number of a table, the longest first.
const NUMBERED: [&str; 7] = [
    "财决公开表",
    "财决公开",
    "决算公开",
    "公开表",
    "公开",
    "附表",
    "表",
];

/// A title without the number of the table and what is printed on its line behind it.
fn clean(text: &str) -> String {
    let mut text = without_number(text);
    if let Some(title) = text
        .strip_prefix('《')
        .and_then(|text| text.strip_suffix('》'))
    {
        text = title;
    }
    for label in ["单位：", "单位:", "金额单位", "部门：", "部门:", "编制单位"] {
        if let Some((before, _)) = text.split_once(label)
            && !before.is_empty()
        {
            text = before;
        }
    }
    text.to_owned()
}

/// A title without the number that some print before it: 公开01表, 表三：, 附表2, 3-1, （三）.
fn without_number(text: &str) -> &str {
    let is_number = |c: char| {
        juesuan_figure::fold(c).is_ascii_digit() || "一二三四五六七八九十-—－".contains(c)
    };
    for word in NUMBERED {
        let Some(rest) = text.strip_prefix(word) else {
            continue;
        };
        let behind = rest.trim_start_matches(is_number);
        if behind.len() == rest.len() {
            continue;
        }
        let behind = behind.strip_prefix('表').unwrap_or(behind);
        let behind = behind.trim_start_matches(['：', ':', '、', '.', '．']);
        if behind.chars().count() >= 4 {
            return behind;
        }
    }
    let named = super::name::without_mark(text);
    if named.is_empty() { text } else { named }
}

/// Whether a line is a title of a table: short, ending in 表, no sentence.
pub(super) fn is_title(text: &str) -> bool {
    let title = clean(text);
    let title = without_brackets(&title);
    let length = title.chars().count();
    (4..=48).contains(&length)
        && title.ends_with('表')
        && !title.contains(['。', '；', ':', '：'])
        && !is_label(title)
        && !title.starts_with("公开")
        && !title.starts_with("本表")
}

/// A title without what stands in brackets at its end: （续）, （功能科目）.
pub(super) fn without_brackets(text: &str) -> &str {
    let mut text = text;
    while let Some(inner) = text.strip_suffix(['）', ')']) {
        match inner.rfind(['（', '(']) {
            Some(at) if at > 0 => text = inner.get(..at).unwrap_or(""),
            _ => break,
        }
    }
    text
}

/// Whether it is one of the lines between a title and its table: 部门：…, 单位：万元, 公开01表.
pub(super) fn is_label(text: &str) -> bool {
    let label = [
        "单位：",
        "单位:",
        "金额单位",
        "部门：",
        "部门:",
        "部门名称",
        "单位名称：",
        "单位名称:",
        "编制单位",
        "编制部门",
        "填报单位",
        "预算单位：",
        "预算单位:",
        "公开部门",
        "公开单位",
        "年度：",
        "编报单位",
    ]
    .iter()
    .any(|label| text.starts_with(label));
    label || unit(text).is_some() && text.chars().count() < 14 || printed_number(text).is_some()
}

/// 公开03表, 附表3, 表三: the number that is printed on a table.
pub(super) fn printed_number(text: &str) -> Option<u8> {
    let rest = NUMBERED.iter().find_map(|word| text.strip_prefix(word))?;
    let digits: String = rest
        .chars()
        .map(juesuan_figure::fold)
        .take_while(char::is_ascii_digit)
        .collect();
    let (number, behind) = if digits.is_empty() {
        let end = rest
            .find(|c: char| !"一二三四五六七八九十".contains(c))
            .unwrap_or(rest.len());
        let (number, behind) = rest.split_at(end);
        (u8::try_from(super::name::chinese(number)?).ok()?, behind)
    } else {
        let behind: String = rest.chars().skip(digits.chars().count()).collect();
        return (behind.is_empty() || behind == "表" || behind == "：" || behind == ":")
            .then(|| digits.parse().ok())
            .flatten();
    };
    (behind.is_empty() || behind == "表").then_some(number)
}

/// The unit of amounts that a line names: 单位：万元, 金额单位：人民币元.
pub(super) fn unit(text: &str) -> Option<Unit> {
    let text = closed(text);
    let mut rest = text.as_str();
    while let Some((_, behind)) = rest.split_once("单位") {
        rest = behind;
        let word = behind.trim_start_matches(['：', ':', '为', '均', '是']);
        let word = word.strip_prefix("人民币").unwrap_or(word);
        let word: String = word
            .chars()
            .take_while(|c| !"）)，,。；;、".contains(*c))
            .collect();
        if let Some(unit) = unit_word(&word) {
            return Some(unit);
        }
    }
    let inner = text.trim_matches(['（', '）', '(', ')', '【', '】']);
    if inner.len() < text.len() {
        unit_word(inner)
    } else {
        None
    }
}

/// A unit alone.
pub(super) fn unit_word(word: &str) -> Option<Unit> {
    match word.strip_prefix("人民币").unwrap_or(word) {
        "元" => Some(Unit::Yuan),
        "千元" => Some(Unit::Qian),
        "万元" | "万" => Some(Unit::Wan),
        "百万元" => Some(Unit::Million),
        "亿元" | "亿" => Some(Unit::Yi),
        _ => None,
    }
}

/// The number of a table of final accounts, by the words of its title. `None` for others, and for parts and
/// additions of theirs.
pub(super) fn number_of_title(title: &str) -> Option<u8> {
    let title = closed(title);
    let has = |word: &str| title.contains(word);
    // The ministry's own name of 06 says 明细; of other tables it says that they are additions.
    if is_details(&title) && !(has("基本支出") && has("决算")) {
        return None;
    }
    let other = [
        "项目支出",
        "采购",
        "资产",
        "绩效",
        "债务",
        "机关运行",
        "自评",
        "车辆",
        "人员情况",
        "机构",
        "专户",
        "会议费",
        "预算表",
        "预算总表",
        "分科目",
        "分单位",
        "经济分类支出",
    ];
    // The ministry's own since 2022: 一般公共预算财政拨款基本支出决算明细表.
    let basic = has("基本支出");
    if other
        .iter()
        .any(|word| has(word) && !(basic && *word == "明细"))
    {
        return None;
    }
    let both = has("收支") || (has("收入") && has("支出"));
    if has("国有资本") {
        Some(9)
    } else if has("政府性基金") {
        Some(8)
    } else if has("三公") {
        Some(7)
    } else if has("基本支出") {
        Some(6)
    } else if both && (has("财政拨款") || has("一般公共预算")) {
        Some(4)
    } else if both {
        Some(1)
    } else if has("支出") && (has("财政拨款") || has("公共预算")) {
        Some(5)
    } else if has("收入") && !has("财政拨款") {
        Some(2)
    } else if has("支出") {
        Some(3)
    } else {
        None
    }
}

/// Whether a title says that its table has the details of another: where both stand there, the other one is meant.
pub(super) fn is_details(title: &str) -> bool {
    title.contains("明细")
}

/// The number of a table of final accounts by its heads, where its title says nothing.
pub(super) fn number_of_heads(heads: &[String], names: &[&str], codes: &[&str]) -> Option<u8> {
    let head = |word: &str| heads.iter().any(|head| head.contains(word));
    let name = |word: &str| names.iter().any(|name| name.contains(word));
    if head("因公出国") || (name("因公出国") && name("公务接待") && codes.is_empty()) {
        return Some(7);
    }
    if codes.iter().any(|code| code.starts_with("301")) {
        return Some(6);
    }
    if !codes.is_empty() {
        return if head("事业收入") || head("上级补助收入") {
            Some(2)
        } else if head("上缴上级") || head("经营支出") {
            Some(3)
        } else if head("年初") && head("年末") {
            Some(8)
        } else if head("基本支出") && head("项目支出") {
            Some(5)
        } else {
            None
        };
    }
    if name("本年收入合计") && name("本年支出合计") {
        return Some(if head("政府性基金") { 4 } else { 1 });
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles() {
        for (text, title) in [
            ("收入支出决算总表", true),
            ("《收入支出决算总表》", true),
            ("表1：《收入支出决算总表》", true),
            ("公开表1 收入支出决算总表", true),
            ("2024年度收入支出决算总表", true),
            ("公开表1", false),
            ("附表1", false),
            ("财决公开01表", false),
            ("财政拨款支出预算表（功能科目）", true),
            ("“三公”经费、会议费、培训费支出预算表", true),
            ("公开01表", false),
            ("单位：万元", false),
            ("部门：某某局收支总表", false),
            ("注：本表反映部门本年度的总收支情况。", false),
            ("一、收入支出决算总体情况说明", false),
            ("本表为空表", false),
        ] {
            assert_eq!(is_title(text), title, "{text}");
        }
    }

    #[test]
    fn units() {
        for (text, expected) in [
            ("单位：万元", Some(Unit::Wan)),
            ("单位:元", Some(Unit::Yuan)),
            ("金额单位：人民币元", Some(Unit::Yuan)),
            ("单 位： 亿 元", Some(Unit::Yi)),
            ("（单位：万元）", Some(Unit::Wan)),
            ("部门：某局 金额单位：万元", Some(Unit::Wan)),
            ("编制单位：某局 单位：元", Some(Unit::Yuan)),
            ("单位：某某局", None),
            ("单位名称：元氏县某局", None),
            ("单位：元氏县", None),
        ] {
            assert_eq!(unit(text), expected, "{text}");
        }
    }

    #[test]
    fn numbers_of_titles() {
        for (title, no) in [
            ("收入支出决算总表", Some(1)),
            ("部门收支决算总表", Some(1)),
            ("收入决算表", Some(2)),
            ("部门收入决算总表", Some(2)),
            ("支出决算表", Some(3)),
            ("财政拨款收入支出决算总表", Some(4)),
            ("财政拨款收支决算总表", Some(4)),
            ("一般公共预算财政拨款支出决算表", Some(5)),
            ("公共预算财政拨款支出决算表", Some(5)),
            ("一般公共预算财政拨款基本支出决算表", Some(6)),
            ("一般公共预算财政拨款基本支出决算明细表", Some(6)),
            ("项目支出决算明细表", None),
            ("2024年度一般公共预算财政拨款基本支出决算明细表", Some(6)),
            ("财政拨款基本支出决算明细表", Some(6)),
            ("基本支出明细表", None),
            ("一般公共预算财政拨款基本支出预算明细表", None),
            ("一般公共预算财政拨款支出决算明细表", None),
            ("支出决算明细表", None),
            ("政府性基金预算财政拨款支出决算明细表", None),
            ("2024年度收入支出决算总表", Some(1)),
            ("《收入支出决算总表》", Some(1)),
            ("一般公共预算财政拨款“三公”经费支出决算表", Some(7)),
            ("政府性基金预算财政拨款收入支出决算表", Some(8)),
            ("国有资本经营预算财政拨款支出决算表", Some(9)),
            ("一般公共预算财政拨款项目支出决算表", None),
            ("政府采购情况表", None),
            ("项目支出绩效自评表", None),
            ("收支预算总表", None),
        ] {
            assert_eq!(number_of_title(title), no, "{title}");
        }
    }

    #[test]
    fn printed_numbers() {
        for (text, no) in [
            ("公开01表", Some(1)),
            ("公开０３表", Some(3)),
            ("公开表", None),
            ("公开表1", Some(1)),
            ("公开表09", Some(9)),
            ("公开表一", Some(1)),
            ("附表：1", None),
            ("附表5", Some(5)),
            ("表三", Some(3)),
            ("财决公开07表", Some(7)),
            ("公开01表收入支出决算总表", None),
        ] {
            assert_eq!(printed_number(text), no, "{text}");
        }
    }
}
