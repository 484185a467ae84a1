//! Words for last year, and for what an item came to then; words that only lead to a figure.

/// Words between a verb or a name and its figure.
const LINKS: &[&str] = &[
    "分别为",
    "分别是",
    "分别",
    "各为",
    "各是",
    "共计",
    "达到",
    "大约",
    "约为",
    "为",
    "是",
    "达",
    "约",
    "近",
    "超",
    "了",
    "各",
    "均",
    ":",
    "=",
    "的",
    "比例",
    "比重",
    "百分比",
    "有",
    "发生",
    "实现",
];

/// What a thing is compared with.
const BASES: &[&str] = &[
    "上年",
    "去年",
    "上一年",
    "上度",
    "预算",
    "年初预算",
    "全年预算",
    "调整预算",
    "年度预算",
    "预决算",
];

/// Words that say how an amount is meant, but not of what it is.
const MERE: &[&str] = &[
    "年度", "度", "同期", "累计", "实际", "支出", "决算", "预算", "数", "的", "为",
];

/// Whether the words only say how an amount of last year is meant.
pub(super) fn names_nothing(words: &str) -> bool {
    let more = [
        "安排", "财政", "下达", "资金", "拨款", "经费", "收入", "完成", "批复", "总额", "合计",
        "总计", "金额", "仅", "共",
    ];
    let mere = MERE.iter().chain(&more);
    mere.fold(words.to_owned(), |left, word| left.replace(word, ""))
        .is_empty()
}

/// Whether a percent figure is one of last year: 比上年的, 较上年(.
pub(crate) fn is_last_year(phrase: &str) -> bool {
    let text = trimmed(phrase);
    let compared = text.trim_start_matches(['比', '较', '与']);
    LAST_YEAR
        .iter()
        .any(|word| compared == *word || compared == format!("{word}度"))
        || compared == "上年占比"
}

/// What last year is called.
pub(super) const LAST_YEAR: &[&str] =
    &["上年", "去年", "上一年", "上度", "上一度", "前一年", "同期"];

/// The name of an item whose amount of last year this is.
pub(super) fn last_year(text: &str, last: Option<u16>) -> Option<String> {
    if let Some(name) = last.and_then(|last| text.strip_prefix(format!("{last}年").as_str())) {
        // 2022年度机关运行经费支出: of last year as a whole.
        let name = name.strip_prefix('度').unwrap_or(name);
        if !name.is_empty() {
            return Some(name.to_owned());
        }
    }
    for word in ["上年度", "上年", "去年", "上一年度", "上一年"] {
        if let Some(name) = text.strip_prefix(word).filter(|name| !name.is_empty()) {
            let name = name.strip_prefix('的').unwrap_or(name);
            return (!carried(name)).then(|| name.to_owned());
        }
    }
    let compared = text.starts_with(['比', '较', '与']);
    let text = text.strip_prefix(['比', '较', '与']).unwrap_or(text);
    // 比上年累计支出433万元: of the item at hand, in other words.
    if compared
        && let Some(words) = LAST_YEAR.iter().find_map(|word| text.strip_prefix(word))
        && MERE
            .iter()
            .fold(words.to_owned(), |left, mere| left.replace(mere, ""))
            .is_empty()
    {
        return Some(String::new());
    }
    let text = [
        "支出决算数",
        "收入决算数",
        "决算数",
        "决算",
        "预算执行数",
        "执行数",
        "年初预算数",
        "年初预算",
        "预算数",
        "预算",
    ]
    .iter()
    .find_map(|ending| text.strip_suffix(ending))
    .unwrap_or(text);
    // 较2023年年初预算的, told in 2023: what was planned for this year.
    let planned =
        |year: u16| text == format!("{}年", year + 1) || text == format!("{}年度", year + 1);
    if compared && last.is_some_and(planned) {
        return None;
    }
    let text = text.strip_suffix('度').unwrap_or(text);
    for word in LAST_YEAR {
        for word in [format!("{word}度"), format!("{word}年"), (*word).to_owned()] {
            if let Some(name) = text.strip_suffix(word.as_str()) {
                return Some(name.to_owned());
            }
        }
    }
    let name = text
        .strip_suffix('年')
        .or_else(|| compared.then_some(text))?;
    let digits = name.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (name, year) = name.split_at(name.len() - digits);
    let is_last = last.is_some_and(|last| year == last.to_string());
    ((compared && digits == 4) || is_last).then(|| name.to_owned())
}

/// 上年结转, 上年末结余: what is left of last year is money of this one.
fn carried(name: &str) -> bool {
    ["结转", "结余", "末", "滚存", "累计结"]
        .iter()
        .any(|word| name.starts_with(word))
}

/// The words of a phrase without those that only lead to the figure. Of a change 到 and 至 are kept: what
/// rises to an amount does not rise by it.
pub(crate) fn trimmed(phrase: &str) -> &str {
    let mut text = phrase;
    loop {
        let before = text;
        for link in LINKS {
            if let Some(rest) = text.strip_suffix(link) {
                text = rest;
            }
        }
        if before.len() == text.len() {
            return text;
        }
    }
}

/// 上年, 2023年度, 年初预算: what stands behind 与 and 比.
pub(super) fn is_base(words: &str) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let dated = digits == 4
        && words
            .get(digits..)
            .is_some_and(|rest| rest.starts_with('年'));
    dated || BASES.iter().any(|base| words.starts_with(base))
}
