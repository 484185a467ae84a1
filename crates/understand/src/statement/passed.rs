//! Amounts that are marks to be passed or kept to.

/// 首次突破2万亿元: a mark that an amount has passed or comes near to, not the amount of anything. 差值为 is none either.
pub(crate) fn passes(phrase: &str) -> bool {
    let marks = [
        "突破",
        "首破",
        "跨越",
        "跨过",
        "迈上",
        "迈过",
        "站上",
        "逾",
        "接近",
        "逼近",
        "不足",
        "不低于",
        "不少于",
        "不高于",
        "不超过",
        "超过",
        "超出",
        "低于",
        "高于",
        "少于",
        "多于",
        "限额",
        "控制在",
        "差值",
        "差额",
    ];
    let text = phrase.trim_end_matches(['了', '为', '约']);
    marks.iter().any(|mark| text.ends_with(mark))
}

/// Whether an amount is one for each of several.
pub(super) fn is_average(phrase: &str) -> bool {
    ["车均", "人均", "平均每", "户均", "批均"]
        .iter()
        .any(|word| phrase.contains(word))
}
