//! What words around a figure say.

use super::names::without_number;
use super::roles::{self, Role};
use crate::figures::{Figure, Of, figures};
use std::cmp::Ordering;

/// What a line is about: its first words, where they name a subject and no figure: …（项）。 Of a line with a number
/// also 1.教育支出：年初预算….
pub(crate) fn title(text: &str) -> String {
    let first = text.split(['。', '，', ':', ';']).next().unwrap_or("");
    let told = [
        "年初预算",
        "全年预算",
        "调整预算",
        "调整后预算",
        "预算数",
        "预算为",
        "支出决算",
        "决算",
    ];
    let behind = text
        .strip_prefix(first)
        .and_then(|rest| rest.strip_prefix([':', '。']));
    let own = without_number(first);
    if own.len() < first.len()
        && own.chars().count() >= 3
        && behind.is_some_and(|behind| told.iter().any(|word| behind.starts_with(word)))
        && figures(own).is_empty()
    {
        return first.to_owned();
    }
    // 公路养护项目绩效自评综述：…
    let summary = first.ends_with("综述") && first.chars().count() > 6;
    if summary && behind_colon(text, first) && figures(first).is_empty() {
        return first.to_owned();
    }
    let subject = ["(类)", "(款)", "(项)"]
        .iter()
        .any(|mark| first.contains(mark));
    if subject && figures(first).is_empty() {
        first.to_owned()
    } else {
        String::new()
    }
}

fn behind_colon(text: &str, first: &str) -> bool {
    let rest = text.strip_prefix(first);
    rest.is_some_and(|rest| rest.starts_with([':', '，', '。']))
}

/// How many figures of one kind stand side by side, with nothing but 、 or 和 between them.
pub(crate) fn side_by_side(text: &str, figures: &[Figure]) -> usize {
    let mut count = 1;
    for pair in figures.windows(2) {
        let [left, right] = pair else { break };
        let between = text.get(left.range.end..right.range.start);
        if !matches!(between, Some("、" | "和" | "及" | "与" | "," | "，")) {
            break;
        }
        count += 1;
    }
    count
}

/// 完成年初预算5万元的60%, 占支出合计5万元的60%: what the rate behind the amount is.
pub(crate) fn leading(figure: &Figure, phrase: &str, text: &str) -> Option<Role> {
    let money = matches!(figure.of, Of::Money { .. });
    if !money || !text.get(figure.range.end..)?.starts_with('的') {
        return None;
    }
    match roles::of_percent(phrase) {
        role @ (Role::Share { .. } | Role::Completion { .. }) => Some(role),
        _ => None,
    }
}

/// 较2019年80万元20万元，增长25%: the verb of the change is lost, that of its rate says which it was.
pub(crate) fn change_without_verb(after: &str) -> Option<Role> {
    let clause = after
        .trim_start_matches(['，', ','])
        .split(|c: char| c.is_ascii_digit())
        .next()?;
    let (direction, _) = roles::verb(clause)?;
    Some(Role::Change {
        direction,
        subject: String::new(),
    })
}

/// 增长13.95。, 占82.20。: a figure that has no sign where its words want one.
pub(crate) fn rate_without_sign(text: &str, figure: &Figure, phrase: &str, changes: bool) -> bool {
    let after = text.get(figure.range.end..).unwrap_or("");
    let ends = after.is_empty() || after.starts_with(['。', '，', ',', ';', ')', '、']);
    let of = match roles::of_percent(phrase) {
        Role::Growth { .. } => changes && figure.value.scale() > 0,
        Role::Share { .. } => {
            phrase.contains('占') && figure.value <= rust_decimal::Decimal::ONE_HUNDRED
        }
        Role::Completion { .. } => phrase.contains("预算") || phrase.ends_with('率'),
        _ => false,
    };
    ends && of
}

/// What the words that lead up to a list name: 一般公共预算财政拨款支出 of 一般公共预算财政拨款支出主要用于以下方面.
pub(crate) fn lead_name(lead: &str) -> &str {
    let end = [
        "主要用于",
        "用于",
        "主要包括",
        "包括",
        "其中",
        "按",
        "主要",
        "以下",
        "下列",
        "分别是",
        "构成情况",
        "的具体构成",
        "具体构成",
    ]
    .iter()
    .filter_map(|word| lead.find(word))
    .min();
    lead.get(..end.unwrap_or(lead.len())).unwrap_or("")
}

pub(crate) fn last_clause(words: &str) -> &str {
    let words = words.trim_end_matches(|c: char| "，,;:。(".contains(c));
    words
        .rsplit(['，', ',', ';', ':', '。', '('])
        .next()
        .unwrap_or("")
}

/// 甲、乙和丙: the names of a row; one name where they are none.
pub(crate) fn row_of_names(name: &str) -> Vec<&str> {
    name.split(['、', '和', '及'])
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .collect()
}

/// Words at the end that say that nothing has changed.
const SAME: &[&str] = &[
    "持平",
    "一致",
    "相同",
    "相等",
    "无变化",
    "没有变化",
    "无变动",
    "无增减",
    "无增减变化",
    "无增减变动",
    "未发生变化",
];

/// Words that leave room for a change.
const LOOSE: &[&str] = &["基本", "大致", "略", "大体"];

/// 与上年持平: no change at all. 基本持平 leaves room for one. `last`: the clause names last year; `compared`: the
/// one before it does. `plans`: what is compared is planned, so that 与2023年预算持平 is of two years.
pub(crate) fn unchanged(clause: &str, last: bool, compared: bool, plans: bool) -> bool {
    let last = last
        || ["上年", "去年", "上一年"]
            .iter()
            .any(|word| clause.contains(word));
    let ends = SAME.iter().any(|word| clause.ends_with(word));
    let loose = LOOSE.iter().any(|word| clause.contains(word));
    let planned = clause.contains("预算") && !plans;
    ends && !loose && !planned && (last || (compared && SAME.contains(&clause)))
}

/// 与年初预算持平, 与2024年度预算相比无变化: what it came to is what was planned.
pub(crate) fn as_planned(clause: &str) -> bool {
    let compares = clause.starts_with(['与', '同', '和', '比', '较']);
    let ends = SAME.iter().any(|word| clause.ends_with(word));
    let other = LOOSE
        .iter()
        .chain(&["上年", "去年", "上一年", "占", "决算", "支出", "执行"])
        .any(|word| clause.contains(word));
    compares && ends && clause.contains("预算") && !other
}

/// 决算数小于预算数: actual against budget.
pub(crate) fn comparison(clause: &str) -> Option<Ordering> {
    let at = clause.find("预算")?;
    let actual = ["决算", "支出", "执行"]
        .iter()
        .any(|word| clause.contains(word));
    let words: [(&str, Ordering); 13] = [
        ("大于", Ordering::Greater),
        ("高于", Ordering::Greater),
        ("多于", Ordering::Greater),
        ("超过", Ordering::Greater),
        ("小于", Ordering::Less),
        ("低于", Ordering::Less),
        ("少于", Ordering::Less),
        ("等于", Ordering::Equal),
        ("基本持平", Ordering::Equal),
        ("持平", Ordering::Equal),
        ("一致", Ordering::Equal),
        ("相等", Ordering::Equal),
        ("相同", Ordering::Equal),
    ];
    if !actual || clause.contains("基本") || clause.contains("上年") || clause.contains('占') {
        return None;
    }
    let (place, order) = words
        .iter()
        .find_map(|(word, order)| Some((clause.find(word)?, *order)))?;
    let template = clause
        .get(..place)
        .is_some_and(|before| before.ends_with(['大', '小', ')', '(', '未', '不', '没', '有']));
    // Either 决算数大于预算数, or 决算数与预算数持平.
    let well = if order == Ordering::Equal {
        true
    } else {
        place < at
    };
    (well && !template).then_some(order)
}

/// 其他支出年初未安排预算: the name of an item of which no budget is given, so that what it came to is not taken for
/// that of the item before.
pub(crate) fn not_planned(clause: &str) -> Option<&str> {
    let end = [
        "年初未",
        "年初没有",
        "年初无",
        "未安排",
        "未申请",
        "未编制",
        "无年初",
        "没有年初",
    ]
    .iter()
    .filter_map(|word| clause.find(word))
    .min()?;
    let name = clause.get(..end)?;
    let planned = clause.get(end..)?.contains("预算");
    let of_own = (4..=30).contains(&name.chars().count()) && !name.contains("原因");
    (planned && of_own).then_some(name)
}

/// 用于保障机构运转的日常支出: a name, and not a purpose of what was named before.
pub(crate) fn is_named_by_its_use(clause: &str) -> bool {
    let other = ["主要", "原因", "由于", "因为"];
    let ends = ["支出", "经费"].iter().any(|end| clause.ends_with(end));
    let used = clause
        .split_once("用于")
        .is_some_and(|(_, use_)| use_.contains('的'));
    ends && used && !other.iter().any(|word| clause.contains(word))
}

/// 主要用于办公，比上年减少5万元; 主要用于用车，其中：…: a comparison and a list are of what was named before the purpose.
pub(crate) fn ends_a_purpose(clause: &str) -> bool {
    let compares = clause.strip_prefix(['比', '较', '与', '同']);
    compares.is_some_and(super::past::is_base) || clause.starts_with("其中")
}

/// 具体情况如下: what follows is told item by item.
pub(crate) fn told_item_by_item(clause: &str) -> bool {
    ["具体情况如下", "具体如下", "情况如下"]
        .iter()
        .any(|word| clause.ends_with(word))
}
