//! What a figure is to its item, by the words before it.

pub(crate) use super::past::trimmed;
use super::past::{LAST_YEAR, last_year};
use juesuan_figure::interval::Printed;

/// Up or down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    Up,
    Down,
}

/// What a change is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Against {
    #[default]
    LastYear,
    Budget,
}

/// What a figure is, with the words that say of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Role {
    /// An amount of an item of this name.
    Actual(String),
    /// The actual of the item at hand: 支出决算为.
    ItsActual,
    /// What was planned for an item of this name; of the item at hand where there is no name.
    Budget(String),
    /// What an item came to last year.
    LastYear(String),
    /// By how much an item changed.
    Change {
        direction: Direction,
        subject: String,
    },
    /// By how much in percent.
    Growth {
        direction: Direction,
        subject: String,
    },
    /// 占: of what, where it is said.
    Share { base: String },
    /// 完成: of what, where it is said.
    Completion { base: String },
    /// What an amount comes to for each car or each guest.
    Average,
    /// None of these.
    Other,
}

/// Verbs of a change at the end of a phrase, the longest first.
const VERBS: &[(&str, Direction)] = &[
    ("负增长", Direction::Down),
    ("下降率", Direction::Down),
    ("增长率", Direction::Up),
    ("增加率", Direction::Up),
    ("上升率", Direction::Up),
    ("减少率", Direction::Down),
    ("降低率", Direction::Down),
    ("增长幅度", Direction::Up),
    ("下降幅度", Direction::Down),
    ("增幅", Direction::Up),
    ("降幅", Direction::Down),
    ("减幅", Direction::Down),
    ("增加", Direction::Up),
    ("增长", Direction::Up),
    ("上升", Direction::Up),
    ("上涨", Direction::Up),
    ("提高", Direction::Up),
    ("增支", Direction::Up),
    ("增收", Direction::Up),
    ("追加", Direction::Up),
    ("减少", Direction::Down),
    ("下降", Direction::Down),
    ("降低", Direction::Down),
    ("压缩", Direction::Down),
    ("压减", Direction::Down),
    ("节约", Direction::Down),
    ("节省", Direction::Down),
    ("减支", Direction::Down),
    ("减收", Direction::Down),
    ("缩减", Direction::Down),
    ("核减", Direction::Down),
    ("调减", Direction::Down),
    ("调增", Direction::Up),
    ("增", Direction::Up),
    ("减", Direction::Down),
    ("降", Direction::Down),
];

/// The verb at the end of a phrase, and what stands before it.
pub(crate) fn verb(phrase: &str) -> Option<(Direction, &str)> {
    let mut text = trimmed(phrase);
    if let Some(rest) = text.strip_suffix(')') {
        // 下降（增长）: what a template leaves in is a matter of its own; the first word is meant.
        let open = rest.rfind('(')?;
        VERBS
            .iter()
            .find(|(verb, _)| rest[open + 1..].trim() == *verb)?;
        text = &rest[..open];
    }
    let text = ["金额", "数额", "幅度", "额", "数"]
        .iter()
        .find_map(|more| text.strip_suffix(more))
        .unwrap_or(text);
    VERBS
        .iter()
        .find_map(|(verb, direction)| Some((*direction, text.strip_suffix(verb)?)))
}

/// What a percent figure is.
pub(crate) fn of_percent(phrase: &str) -> Role {
    if let Some((_, base)) = phrase.rsplit_once('占') {
        return Role::Share {
            base: base_of(base),
        };
    }
    if let Some((_, base)) = phrase.rsplit_once("完成").filter(|(_, base)| {
        !["值", "情况", "目标", "任务", "率"]
            .iter()
            .any(|word| base.contains(word))
    }) {
        return Role::Completion {
            base: base_of(base),
        };
    }
    let text = trimmed(phrase);
    // 收入5万元，为预算的99.4%.
    let of = phrase
        .strip_prefix('为')
        .and_then(|base| base.strip_suffix('的'));
    if let Some(base) = of.filter(|base| base.ends_with("预算") || base.ends_with("预算数")) {
        return Role::Completion {
            base: base.to_owned(),
        };
    }
    if let Some((direction, before)) = verb(phrase) {
        return Role::Growth {
            direction,
            subject: subject(before).to_owned(),
        };
    }
    // Of the budget, with its sign.
    if is_difference(phrase) {
        return Role::Growth {
            direction: Direction::Up,
            subject: String::new(),
        };
    }
    for ending in ["执行率", "完成率", "执行进度", "支出进度", "执行", "完成"] {
        if text.ends_with(ending) {
            return Role::Completion {
                base: "预算".to_owned(),
            };
        }
    }
    for ending in ["占比", "比重", "比例"] {
        if phrase.contains(ending) {
            return Role::Share {
                base: String::new(),
            };
        }
    }
    Role::Other
}

/// 预决算差异率: by how much in percent what was spent differs from what was planned.
pub(crate) fn is_difference(phrase: &str) -> bool {
    trimmed(phrase).ends_with("决算差异率")
}

/// What an amount is. `budget`: the disclosure is a budget, where 预算 is what it is about.
pub(crate) fn of_amount(phrase: &str, budget: bool, last: Option<u16>) -> Role {
    if let Some((direction, before)) = verb(phrase) {
        return Role::Change {
            direction,
            subject: subject(before).to_owned(),
        };
    }
    if let Some(direction) = differs(phrase) {
        return Role::Change {
            direction,
            subject: String::new(),
        };
    }
    if super::passed::passes(phrase) {
        return Role::Other;
    }
    if super::passed::is_average(phrase) {
        return Role::Average;
    }
    let text = trimmed(phrase);
    let text = text
        .strip_suffix(['到', '至'])
        .and_then(|rest| Some(verb(rest)?.1))
        .unwrap_or(text);
    if let Some(name) = last_year(text, last) {
        return Role::LastYear(name);
    }
    if [
        "支出决算",
        "支出决算数",
        "决算数",
        "决算",
        "当年支出决算",
        "收入决算",
        "实际支出",
        "执行数",
        "实际支出数",
        "全年执行数",
        "当年决算数",
        "决算支出数",
        "决算支出",
        "实际决算数",
    ]
    .contains(&text)
    {
        return Role::ItsActual;
    }
    if !budget && !text.contains("决算") && !is_fund(text) {
        for ending in [
            "年初预算数",
            "年初预算",
            "全年预算数",
            "全年预算",
            "调整预算数",
            "调整预算",
            "调整后预算数",
            "调整后预算",
            "年度预算",
            "预算数",
            "预算安排",
            "预算",
        ] {
            if let Some(name) = text.strip_suffix(ending) {
                let name = name.trim_end_matches("的");
                let name = ["完成", "占", "与", "比", "较"]
                    .iter()
                    .find_map(|word| name.strip_suffix(word))
                    .unwrap_or(name);
                let name = if is_compared(name) { "" } else { name };
                return Role::Budget(name.to_owned());
            }
        }
    }
    if is_compared(text) {
        return Role::Other;
    }
    Role::Actual(text.to_owned())
}

/// 政府性基金预算: the name of a fund, and not what was planned for it.
fn is_fund(text: &str) -> bool {
    let name = ["其中", "包括", "来自", "来源于"]
        .iter()
        .find_map(|lead| text.strip_prefix(lead))
        .unwrap_or(text);
    [
        "一般公共预算",
        "政府性基金预算",
        "国有资本经营预算",
        "社会保险基金预算",
    ]
    .contains(&name)
}

/// 较2023年年初: the words begin with what something is compared with, and name nothing that has an amount.
fn is_compared(text: &str) -> bool {
    text.strip_prefix(['比', '较', '与'])
        .is_some_and(super::past::is_base)
}

/// 决算数大于预算数55.93万元, 小于上年预算数: a change without its verb.
fn differs(phrase: &str) -> Option<Direction> {
    let up = ["大于", "高于", "多于", "超过", "超出"]
        .iter()
        .filter_map(|word| phrase.rfind(word))
        .max();
    let down = ["小于", "低于", "少于"]
        .iter()
        .filter_map(|word| phrase.rfind(word))
        .max();
    let (at, direction) = match (up, down) {
        (Some(up), _) => (up, Direction::Up),
        (None, Some(down)) => (down, Direction::Down),
        (None, None) => return None,
    };
    let base = phrase.get(at..)?;
    let against = base.contains("预算") || LAST_YEAR.iter().any(|word| base.contains(word));
    let template = phrase.get(..at)?.ends_with(['不', '未', '大', '小', ')']);
    (against && !template).then_some(direction)
}

/// The item that a change is about: what stands before the words that it is compared with.
fn subject(before: &str) -> &str {
    if let Some(name) = before
        .strip_suffix("同比")
        .or_else(|| before.strip_suffix("环比"))
    {
        return name;
    }
    for sign in ["相比", "对比", "比", "较"] {
        if let Some(at) = before.rfind(sign) {
            let name = &before[..at];
            let after = &before[at + sign.len()..];
            let based = LAST_YEAR.iter().any(|word| after.contains(word))
                || after.contains('年')
                || after.contains("预算");
            if sign == "相比" || sign == "对比" {
                return after;
            }
            if based || after.is_empty() {
                let same = ["按同口径", "同口径", "按可比口径", "可比口径"];
                return same
                    .iter()
                    .find_map(|same| name.strip_suffix(same))
                    .unwrap_or(name);
            }
        }
    }
    before
}

/// What a share or a completion is of: the words up to 的.
fn base_of(text: &str) -> String {
    let text = trimmed(text);
    let text = text.strip_suffix('的').unwrap_or(text);
    let text = text.trim_matches(|c: char| "，,:的".contains(c));
    // 占比, 占比重: not of anything.
    if ["比", "比重", "比例"].contains(&text) {
        return String::new();
    }
    text.to_owned()
}

/// A change or a rate with its sign.
pub(crate) fn signed(direction: Direction, printed: Printed) -> Printed {
    match direction {
        Direction::Up => printed,
        Direction::Down => negative(printed),
    }
}

/// With the other sign.
pub(crate) fn negative(printed: Printed) -> Printed {
    Printed {
        value: -printed.value,
        ..printed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percent_is_what_its_words_say() {
        for (phrase, role) in [
            ("占", "share:"),
            ("占本年支出合计的", "share:本年支出合计"),
            ("占本年收入", "share:本年收入"),
            ("占\"三公\"经费的", "share:\"三公\"经费"),
            ("完成年初预算的", "completion:年初预算"),
            ("完成预算", "completion:预算"),
            ("为预算的", "completion:预算"),
            ("增长", "up:"),
            ("下降(增长)", "down:"),
            ("降低了", "down:"),
            ("项目支出增长率为", "up:项目支出"),
            ("比上年下降", "down:"),
            ("较2019年度决算数增长约", "up:"),
            ("预算执行率为", "completion:预算"),
            ("满意度", "other"),
        ] {
            let role_of = match of_percent(phrase) {
                Role::Share { base } => format!("share:{base}"),
                Role::Completion { base } => format!("completion:{base}"),
                Role::Growth {
                    direction: Direction::Up,
                    subject,
                } => format!("up:{subject}"),
                Role::Growth {
                    direction: Direction::Down,
                    subject,
                } => format!("down:{subject}"),
                _ => "other".to_owned(),
            };
            assert_eq!(role_of, role, "{phrase}");
        }
    }

    #[test]
    fn an_amount_is_what_its_words_say() {
        for (phrase, role) in [
            ("收入支出总计增加", "change:收入支出总计"),
            (
                "\"三公\"经费支出决算数比2023年度减少",
                "change:\"三公\"经费支出决算数",
            ),
            ("各增加", "change:各"),
            ("年初预算为", "budget:"),
            (
                "一般公共预算财政拨款支出年初预算为",
                "budget:一般公共预算财政拨款支出",
            ),
            ("支出决算为", "its"),
            ("上年为", "last:"),
            ("较2019年的", "last:"),
            ("较2019年决算数", "last:"),
            ("比上年累计支出", "last:"),
            (
                "一般公共预算财政拨款支出",
                "actual:一般公共预算财政拨款支出",
            ),
            ("公务接待费支出决算为", "actual:公务接待费支出决算"),
            ("首次突破", "Other"),
            ("政府采购规模首次突破", "Other"),
            ("收入总量已迈上", "Other"),
            ("结余不足", "Other"),
            ("公务接待费不超过", "Other"),
            ("单价超过", "Other"),
            ("决算数超过预算数", "change:"),
            ("采购限额标准以上支出为", "actual:采购限额标准以上支出"),
            ("合计", "actual:合计"),
        ] {
            let role_of = match of_amount(phrase, false, Some(2019)) {
                Role::Change { subject, .. } => format!("change:{subject}"),
                Role::Budget(name) => format!("budget:{name}"),
                Role::ItsActual => "its".to_owned(),
                Role::LastYear(name) => format!("last:{name}"),
                Role::Actual(name) => format!("actual:{name}"),
                other => format!("{other:?}"),
            };
            assert_eq!(role_of, role, "{phrase}");
        }
    }
}
