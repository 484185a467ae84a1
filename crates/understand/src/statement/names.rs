//! What items are called, so that one is recognised where it is called a little differently.

/// A name without what differs from place to place: years, the unit, brackets of levels, words like 决算数.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct Key(String);

/// Words that tell nothing apart.
const IDLE: &[&str] = &[
    "分别",
    "依次",
    "(类)",
    "(款)",
    "(项)",
    "\"",
    "'",
    "‘",
    "’",
    "《",
    "》",
    "其中:",
    "其中",
    "包括:",
    "包括",
    "本部门",
    "本单位",
    "我局",
    "我单位",
    "我部门",
    "本年度",
    "本年",
    "今年",
    "当年",
    "全年",
    "上述",
    "以上",
    "当前",
    "财政拨款安排的",
    "资金安排的",
    "科目",
];

/// What stands before 预算 where that is part of the name of a fund.
const FUNDS: &[&str] = &["公共", "基金", "经营"];

/// Words at the end that say that it is an amount, the longest first.
const ENDINGS: &[&str] = &[
    "支出决算金额",
    "支出决算数额",
    "支出决算数",
    "支出决算为",
    "支出决算",
    "决算支出",
    "收入决算数",
    "收入决算",
    "决算总额",
    "决算数",
    "决算金额",
    "决算",
    "支出预算数",
    "支出预算",
    "预算支出",
    "收入预算数",
    "收入预算",
    "预算总金额",
    "预算数",
    "预算金额",
    "预算",
    "采购金额",
    "金额",
    "数额",
    "执行数",
    "完成",
    "数",
];

/// Words at the end after which a name may go on or not: 支出合计 and 支出 are one matter.
const LOOSE: &[&str] = &[
    "总金额",
    "总额",
    "总计",
    "合计",
    "总数",
    "共计",
    "费用",
    "经费",
    "支出",
    "收入",
    "费",
    "情况",
    "总",
];

/// What is said in several ways.
const SHORTER: &[(&str, &str)] = &[
    ("收、支", "收支"),
    ("收入、支出", "收支"),
    ("收入支出", "收支"),
    ("收入和支出", "收支"),
    ("收入与支出", "收支"),
    ("收入及支出", "收支"),
    ("收支总体", "收支总计"),
    ("总收入", "收入总"),
    ("总支出", "支出总"),
    ("运行维护", "运行"),
    ("公务用车", "公车"),
    ("出国(境)", "出国"),
];

/// Of 社会保障和就业支出(类)行政事业单位养老支出(款)行政单位离退休(项) the last: what stands between the last
/// two marks.
fn leaf(text: &str) -> &str {
    let marks = ["(类)", "(款)", "(项)"];
    let last = |text: &str| {
        marks
            .iter()
            .filter_map(|mark| Some((text.rfind(mark)?, mark.len())))
            .max()
    };
    match last(text) {
        // 社会保障和就业(类)支出: the name goes on behind its mark.
        Some((at, length))
            if text
                .get(at + length..)
                .is_some_and(|rest| rest.chars().count() > 2) =>
        {
            text.get(at + length..).unwrap_or(text)
        }
        Some((at, _)) => match last(text.get(..at).unwrap_or("")) {
            Some((before, length)) => text.get(before + length..).unwrap_or(text),
            None => text,
        },
        None => text,
    }
}

/// Without 决算 and 预算 within a name, but for those that name a fund: 一般公共预算.
fn without_plan(name: &str) -> String {
    let mut kept = name.replace("决算", "");
    for fund in FUNDS {
        kept = kept.replace(&format!("{fund}预算"), &format!("{fund}\u{1}"));
    }
    let plain = kept.replace("预算", "");
    // A name of nothing else stays as it is.
    let plain = if plain.is_empty() { kept } else { plain };
    plain.replace('\u{1}', "预算")
}

impl Key {
    /// The key of a name, which is flat. `unit` is what the disclosure's unit is called.
    pub fn of(name: &str, unit: Option<&str>) -> Self {
        let mut text = name.to_owned();
        if let Some(unit) = unit.filter(|unit| !unit.is_empty()) {
            text = text.replace(unit, "");
        }
        text = without_years(leaf(&text));
        for idle in IDLE {
            text = text.replace(idle, "");
        }
        for (both, short) in SHORTER {
            text = text.replace(both, short);
        }
        text = without_contents(&text);
        let text =
            text.trim_matches(|c: char| "的各均都也,，、:;。()-".contains(c) || c.is_whitespace());
        let mut text = without_plan(without_number(text));
        loop {
            let ending = ENDINGS.iter().find(|ending| {
                let before = text.strip_suffix(**ending);
                // 一般公共预算支出 is not that of 一般公共.
                let fund = |before: &str| {
                    ending.starts_with("预算") && FUNDS.iter().any(|fund| before.ends_with(fund))
                };
                before.is_some_and(|before| !before.is_empty() && !fund(before))
            });
            let Some(ending) = ending else { break };
            let kept = text.len() - ending.len();
            text.truncate(kept);
            if ending.contains("支出") {
                text.push_str("支出");
                break;
            }
            if ending.contains("收入") {
                text.push_str("收入");
                break;
            }
        }
        if text.contains("三公")
            && !["出国", "接待", "车"]
                .iter()
                .any(|part| text.contains(part))
        {
            text = "三公经费".to_owned();
        }
        Key(text)
    }

    /// Whether nothing is left of it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn text(&self) -> &str {
        &self.0
    }

    /// How sure it is that both are one: 3 the same, 2 but for 合计 and the like, 1 one ends with the other, 0 not.
    pub fn alike(&self, other: &Key) -> u8 {
        if self.is_empty() || other.is_empty() {
            return 0;
        }
        if self.0 == other.0 {
            return 3;
        }
        // 国有资本经营预算财政拨款收入 is not what the table of its 支出 is about.
        if matches!((side(&self.0), side(&other.0)), (Some(a), Some(b)) if a != b) {
            return 0;
        }
        let (a, b) = (loose(&self.0), loose(&other.0));
        if a == b && !a.is_empty() {
            // 支出总计 has what is left at the end of the year, 本年支出合计 has not.
            let (of_all, of_year) = (["总计"], ["合计"]);
            let ends = |text: &str, ends: &[&str]| ends.iter().any(|end| text.ends_with(end));
            let apart = |a: &str, b: &str| ends(a, &of_all) && ends(b, &of_year);
            return if apart(&self.0, &other.0) || apart(&other.0, &self.0) {
                1
            } else {
                2
            };
        }
        let long = |text: &str| text.chars().count() >= 3;
        let fiscal = |name: &str| name.replace("财政拨款", "").replace("拨款", "");
        let (c, d) = (fiscal(a), fiscal(b));
        if c == d && c.chars().count() >= 4 {
            return 1;
        }
        let ends = |a: &str, b: &str| long(a) && b.ends_with(a) || long(b) && a.ends_with(b);
        if ends(&self.0, &other.0) || ends(a, b) {
            return 1;
        }
        0
    }
}

/// Whether a name is one of income or of spending, by its last words: 收入总计, 其他支出. Of 收支 it is neither.
fn side(text: &str) -> Option<&'static str> {
    let mut text = text;
    loop {
        if let Some(side) = ["收入", "支出"].iter().find(|side| text.ends_with(**side)) {
            let before = text.strip_suffix(side)?;
            let other = ["收入", "支出"].iter().any(|other| {
                before
                    .trim_end_matches(['、', '和', '及', '与'])
                    .ends_with(other)
            });
            return (!other).then_some(*side);
        }
        text = LOOSE.iter().find_map(|ending| text.strip_suffix(ending))?;
    }
}

/// The 类 and 款 that a name has before it, with their marks: `(款)` and 政府办公厅(室)及相关机构事务.
fn levels(name: &str) -> Vec<(&'static str, &str)> {
    let mut rest = name;
    let mut levels = Vec::new();
    let marks = ["(类)", "(款)", "(项)"];
    while let Some((at, mark)) = marks
        .iter()
        .filter_map(|mark| Some((rest.find(mark)?, *mark)))
        .min()
    {
        levels.push((mark, rest.get(..at).unwrap_or("")));
        rest = rest.get(at + mark.len()..).unwrap_or("");
    }
    levels
}

/// Whether two names of items are those of different subjects, by the 类 and 款 before them: there is a 行政运行
/// under many of them.
pub(crate) fn apart(a: &str, b: &str) -> bool {
    let (a, b) = (levels(a), levels(b));
    a.iter().any(|(mark, name)| {
        let other = b.iter().find(|(other, _)| other == mark);
        other.is_some_and(|(_, other)| {
            let (one, other) = (Key::of(name, None), Key::of(other, None));
            *mark != "(项)" && one.alike(&other) == 0
        })
    })
}

/// Whether both names have the same 款 before them.
pub(crate) fn placed_alike(a: &str, b: &str) -> bool {
    let group = |name| {
        let levels = levels(name).into_iter();
        let mut groups = levels.filter(|(mark, _)| *mark == "(款)");
        groups.next().map(|(_, name)| Key::of(name, None))
    };
    group(a).is_some_and(|a| group(b).is_some_and(|b| a.alike(&b) >= 2))
}

/// Without the last words that may be there or not.
fn loose(text: &str) -> &str {
    let mut text = text;
    while let Some(ending) = LOOSE
        .iter()
        .find(|ending| text.ends_with(**ending) && text.len() > ending.len())
    {
        text = &text[..text.len() - ending.len()];
    }
    text
}

/// Without (含结转和结余): what an amount has in it.
fn without_contents(name: &str) -> String {
    let Some((before, rest)) = name.split_once("(含") else {
        return name.to_owned();
    };
    match rest.split_once(')') {
        Some((_, after)) => format!("{before}{after}"),
        None => name.to_owned(),
    }
}

/// Without 2024年度, 2024年.
pub(super) fn without_years(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let digits = rest[at..].bytes().take_while(u8::is_ascii_digit).count();
        let after = &rest[at + digits..];
        kept.push_str(&rest[..at]);
        if digits == 4 && after.starts_with('年') {
            let after = &after['年'.len_utf8()..];
            rest = after.strip_prefix('度').unwrap_or(after);
        } else {
            kept.push_str(&rest[at..at + digits]);
            rest = after;
        }
    }
    kept.push_str(rest);
    kept
}

/// The year that a name has: 2024 of 2024年度收入.
pub(crate) fn year(name: &str) -> Option<&str> {
    name.match_indices('年').find_map(|(at, _)| {
        let digits = name.get(at.checked_sub(4)?..at)?;
        digits.bytes().all(|c| c.is_ascii_digit()).then_some(digits)
    })
}

/// Without the number of a list: `1.`, `(一)`, `一是`.
pub(crate) fn without_number(text: &str) -> &str {
    const CHINESE: &str = "一二三四五六七八九十";
    let inner = text.strip_prefix('(').unwrap_or(text);
    let number: usize = inner
        .chars()
        .take_while(|c| c.is_ascii_digit() || CHINESE.contains(*c))
        .map(char::len_utf8)
        .sum();
    if number == 0 {
        return text;
    }
    let rest = &inner[number..];
    let signs: &[char] = if text.starts_with('(') {
        &[')']
    } else {
        &['、', '.', ')', '是', ',']
    };
    match rest.chars().next() {
        Some(sign) if signs.contains(&sign) => &rest[sign.len_utf8()..],
        _ => text,
    }
}

/// How a line is numbered: `1.`, `(1)`, `(一)`, `一、`. Lines of one list are numbered alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Style {
    bracket: bool,
    arabic: bool,
}

/// How this line is numbered; `None` where it is not.
pub(crate) fn style(text: &str) -> Option<Style> {
    if without_number(text).len() == text.len() {
        return None;
    }
    let bracket = text.starts_with('(');
    let first = text.chars().nth(usize::from(bracket))?;
    Some(Style {
        bracket,
        arabic: first.is_ascii_digit(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_of_one_name_are_told_apart_by_what_is_above_them() {
        for (a, b, told) in [
            (
                "一般公共服务支出(类)政府办公厅(室)及相关机构事务(款)行政运行(项)",
                "社会保障和就业支出(类)民政管理事务(款)行政运行(项)",
                true,
            ),
            ("人大事务(款)行政运行(项)", "政协事务(款)行政运行(项)", true),
            (
                "人大事务(款)行政运行(项)",
                "人大事务(款)行政运行(项)",
                false,
            ),
            ("人大事务(款)行政运行(项)", "行政运行(项)", false),
            (
                "教育支出(类)行政运行(项)",
                "教育(类)普通教育(款)行政运行(项)",
                false,
            ),
            ("教育支出(类)", "教育(类)支出", false),
            ("行政运行(项)", "事业运行(项)", false),
        ] {
            assert_eq!(apart(a, b), told, "{a} / {b}");
        }
    }

    #[test]
    fn names_of_one_item_are_alike() {
        for (a, b, alike) in [
            ("2020年度收、支总计", "收、支总计", 3),
            ("本年支出合计", "本年支出", 2),
            (
                "\"三公\"经费财政拨款支出决算数",
                "\"三公\"经费财政拨款支出",
                3,
            ),
            ("因公出国(境)费支出决算", "因公出国(境)费", 2),
            ("社会保障和就业支出(类)", "社会保障和就业(类)支出", 3),
            ("一般公共预算财政拨款支出", "财政拨款支出", 1),
            ("基本支出", "项目支出", 0),
            ("1.货物采购金额", "货物", 3),
            ("(一)人员经费", "人员经费", 3),
            ("收入总计", "支出总计", 0),
            ("其他收入", "其他支出", 0),
            (
                "国有资本经营预算财政拨款收入",
                "国有资本经营预算财政拨款支出",
                0,
            ),
            (
                "国有资本经营预算财政拨款收入合计",
                "国有资本经营预算财政拨款支出",
                0,
            ),
            ("政府性基金预算财政拨款收入", "政府性基金预算财政拨款", 2),
            ("收入和支出总计", "收入总计", 0),
            ("政府性基金收支", "政府性基金收入", 0),
        ] {
            let key = |name| Key::of(name, None);
            assert_eq!(
                key(a).alike(&key(b)),
                alike,
                "{a} / {b}: {:?} {:?}",
                key(a),
                key(b)
            );
        }
    }
}
