use super::Reading;
use super::plain::plain;
use super::read::{bare, in_words};

/// What is read at once is what the full reading gives.
#[test]
fn a_plain_text_is_read_as_any_other() {
    let signs = ["", "≥", "≤", ">", "<", "=", "＞", "＝", "≧", ">=", "-"];
    let numbers = [
        "0",
        "5",
        "12",
        "31",
        "60.0",
        "99.50",
        "1900",
        "2020",
        "12345678.25",
        "5.",
        ".5",
        "0.05",
        "1,234",
        "999999999999999999",
        "0.12345678901",
        "１２",
    ];
    let tails = [
        "",
        "%",
        "％",
        "‰",
        "个",
        "人",
        "人次",
        "万元",
        "元",
        "亿元",
        "千克",
        "千万元",
        "百万",
        "万",
        "亿",
        "千",
        "工作日",
        "个工作日",
        "天",
        "日",
        "号",
        "年",
        "月",
        "季度",
        "分",
        "小时",
        "个月",
        "平方公里",
        "km",
        "百分点",
        "万亿",
        "%以上",
        "个左右",
        "余人",
        "次/年",
        " 人",
        "吨。",
        "场",
        "场次",
        "度",
        "万千瓦时",
        "公里",
        "米",
        "㎡",
    ];
    let mut read_at_once = 0;
    for sign in signs {
        for number in numbers {
            for tail in tails {
                let text = format!("{sign}{number}{tail}");
                let Some(at_once) = plain(&text) else {
                    continue;
                };
                let full = bare(&text).unwrap_or_else(|| in_words(&text));
                let full = full.unwrap_or_else(Reading::Unreadable);
                assert_eq!(at_once, full, "{text}");
                read_at_once += 1;
            }
        }
    }
    assert!(read_at_once > 1_000, "{read_at_once}");
    for text in [
        "", " ", "≥", "5.", "5.个", "12日", "1季度", "2020年", "约5个", "(5)",
    ] {
        assert_eq!(plain(text), None, "{text}");
    }
}
