//! What people type into a cell for a number, what it is read as, and how numbers are shown.

use juesuan::evaluation::{Cell, Form, evaluate, read};
use juesuan::figure::{
    FigureError, Number, amount, display_amount, display_in_table, display_percent, grouped,
    leading, number, percent, score, signed,
};
use juesuan::finding::Code;
use juesuan::say::Spoken as _;
use proptest::prelude::*;
use rust_decimal::Decimal;

type Parse = fn(&str) -> Result<Number, FigureError>;

/// Typed text and the number it is, or the sentence that refuses it.
#[track_caller]
fn all(parse: Parse, cases: &[(&str, Result<&str, &str>)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(typed, expected)| {
            let got = parse(typed)
                .map(|n| n.to_string())
                .map_err(|e| e.in_chinese());
            let same = got.as_deref().map_err(String::as_str) == *expected;
            (!same).then(|| format!("{typed:?}: {got:?}, expected {expected:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn numbers() {
    all(
        number,
        &[
            ("0", Ok("0")),
            ("007", Ok("7")),
            ("1552.63", Ok("1552.63")),
            // Separators: commas and blanks of either width, in groups of three.
            ("1,552.63", Ok("1552.63")),
            ("1 552.63", Ok("1552.63")),
            ("1　552.63", Ok("1552.63")),
            ("12,345,678.9", Ok("12345678.9")),
            ("1,552,630.00", Ok("1552630")),
            // Input methods.
            ("１，５５２．６３", Ok("1552.63")),
            ("1，552。63", Ok("1552.63")),
            ("1552｡63", Ok("1552.63")),
            ("1﹐552.63", Ok("1552.63")),
            // Blanks around.
            ("  12  ", Ok("12")),
            ("\t12\r\n", Ok("12")),
            ("\u{3000}12\u{a0}", Ok("12")),
            // Signs.
            ("+5", Ok("5")),
            ("＋5", Ok("5")),
            ("-5", Ok("-5")),
            ("－5", Ok("-5")),
            ("−5", Ok("-5")),
            ("–5", Ok("-5")),
            ("- 5", Ok("-5")),
            ("-0", Ok("0")),
            ("-0.00", Ok("0")),
            // Points.
            (".5", Ok("0.5")),
            ("-.5", Ok("-0.5")),
            ("5.", Ok("5")),
            ("5。", Ok("5")),
            ("0.50", Ok("0.5")),
            ("1.500000000000", Ok("1.5")),
            // The bounds.
            ("999999999999999999", Ok("999999999999999999")),
            (
                "-999,999,999,999,999,999.9999999999",
                Ok("-999999999999999999.9999999999"),
            ),
            ("0.0000000001", Ok("0.0000000001")),
            (
                "0000000000000000000000000000000000000000.1000000000000000",
                Ok("0.1"),
            ),
        ],
    );
}

#[test]
fn numbers_refused() {
    all(
        number,
        &[
            ("", Err("没有填写数字")),
            ("   ", Err("没有填写数字")),
            ("\u{3000}\n", Err("没有填写数字")),
            // Being typed.
            ("-", Err("“-”不是数字：后面缺少数字")),
            (" + ", Err("“+”不是数字：后面缺少数字")),
            ("≥", Err("“≥”不是数字：第 1 个字“≥”无法识别")),
            (".", Err("“.”不是数字：第 1 个字“.”无法识别")),
            // Junk: the place is counted in what is quoted.
            ("12a", Err("“12a”不是数字：第 3 个字“a”无法识别")),
            ("  12a ", Err("“12a”不是数字：第 3 个字“a”无法识别")),
            ("１２ａ", Err("“１２ａ”不是数字：第 3 个字“ａ”无法识别")),
            ("一千", Err("“一千”不是数字：第 1 个字“一”无法识别")),
            (
                "1e5",
                Err("“1e5”是科学计数法，末尾的数字可能已经舍去，应写成 100000"),
            ),
            ("0x10", Err("“0x10”不是数字：第 2 个字“x”无法识别")),
            ("--5", Err("“--5”不是数字：第 2 个字“-”无法识别")),
            ("5-", Err("“5-”不是数字：第 2 个字“-”无法识别")),
            ("1.5.2", Err("“1.5.2”不是数字：第 4 个字“.”无法识别")),
            ("1..5", Err("“1..5”不是数字：第 3 个字“.”无法识别")),
            (",552", Err("“,552”不是数字：第 1 个字“,”无法识别")),
            ("NaN", Err("“NaN”不是数字：第 1 个字“N”无法识别")),
            ("∞", Err("“∞”不是数字：第 1 个字“∞”无法识别")),
            ("½", Err("“½”不是数字：第 1 个字“½”无法识别")),
            ("٣", Err("“٣”不是数字：第 1 个字“٣”无法识别")),
            ("10^30", Err("“10^30”不是数字：第 3 个字“^”无法识别")),
            ("5\"", Err("“5\"”不是数字：第 2 个字“\"”无法识别")),
            ("5\\", Err("“5\\”不是数字：第 2 个字“\\”无法识别")),
            ("12👍", Err("“12👍”不是数字：第 3 个字“👍”无法识别")),
            // What cannot be seen is spelled out.
            ("1\0", Err("“1\\0”不是数字：第 2 个字“\\0”无法识别")),
            ("\u{7}", Err("“\\u{7}”不是数字：第 1 个字“\\u{7}”无法识别")),
            (
                "1\u{200b}",
                Err("“1\u{200b}”不是数字：第 2 个字“\\u{200b}”无法识别"),
            ),
            (
                "\u{feff}1",
                Err("“\u{feff}1”不是数字：第 1 个字“\\u{feff}”无法识别"),
            ),
            (
                "1\u{fe0f}\u{20e3}",
                Err("“1\u{fe0f}\u{20e3}”不是数字：第 2 个字“\\u{fe0f}”无法识别"),
            ),
            // Separators: the place is the separator's.
            (
                "1,55",
                Err("“1,55”的千分位不对：第 2 个字处的分隔应每三位一个"),
            ),
            (
                "1,5520",
                Err("“1,5520”的千分位不对：第 2 个字处的分隔应每三位一个"),
            ),
            (
                "1552,630",
                Err("“1552,630”的千分位不对：第 5 个字处的分隔应每三位一个"),
            ),
            (
                "12,34,567",
                Err("“12,34,567”的千分位不对：第 3 个字处的分隔应每三位一个"),
            ),
            (
                "1,,552",
                Err("“1,,552”的千分位不对：第 2 个字处的分隔应每三位一个"),
            ),
            (
                "1,552,",
                Err("“1,552,”的千分位不对：第 6 个字处的分隔应每三位一个"),
            ),
            (
                "1 5",
                Err("“1 5”的千分位不对：第 2 个字处的分隔应每三位一个"),
            ),
            (
                "1  552",
                Err("“1  552”的千分位不对：第 2 个字处的分隔应每三位一个"),
            ),
            // Sizes.
            (
                "1000000000000000000",
                Err("“1000000000000000000”太大：整数部分最多 18 位"),
            ),
            (
                "1000000000000000000000000000000",
                Err("“100000000000000000000000…”太大：整数部分最多 18 位"),
            ),
            (
                "0.00000000001",
                Err("“0.00000000001”小数位太多：最多 10 位"),
            ),
        ],
    );
}

#[test]
fn amounts() {
    all(
        amount,
        &[
            ("1,552.63", Ok("1552.63")),
            ("1,552.63万元", Ok("1552.63")),
            ("1,552.63 万元 ", Ok("1552.63")),
            ("1552.63万", Ok("1552.63")),
            ("15,526,300元", Ok("1552.63")),
            ("１５，５２６，３００元", Ok("1552.63")),
            ("0.5元", Ok("0.00005")),
            ("15526.3千元", Ok("1552.63")),
            ("15.5263百万元", Ok("1552.63")),
            ("53.22亿元", Ok("532200")),
            ("53.22亿", Ok("532200")),
            ("约1.38万元", Ok("1.38")),
            ("大约 1.38", Ok("1.38")),
            (" 近 2 亿元", Ok("20000")),
            ("-7.7万元", Ok("-7.7")),
            ("99999999999999亿元", Ok("999999999999990000")),
            ("", Err("没有填写数字")),
            ("约", Err("没有填写数字")),
            ("约a", Err("“约a”不是数字：第 2 个字“a”无法识别")),
            ("  约a", Err("“约a”不是数字：第 2 个字“a”无法识别")),
            (
                "约1,5",
                Err("“约1,5”的千分位不对：第 3 个字处的分隔应每三位一个"),
            ),
            ("≥5", Err("“≥5”不是数字：第 1 个字“≥”无法识别")),
            ("5%", Err("“5%”不是数字：第 2 个字“%”无法识别")),
            ("5人", Err("“5人”的单位“人”不适用于这里")),
            ("5万人", Err("“5万人”的单位“万人”不适用于这里")),
            ("5美元", Err("“5美元”的单位“美元”不适用于这里")),
            (
                "99999999999999999.0000000001亿元",
                Err("“99999999999999999.000000…”太大：整数部分最多 18 位"),
            ),
            (
                "123456789012345678亿元",
                Err("“123456789012345678亿元”太大：整数部分最多 18 位"),
            ),
            ("0.0000001元", Err("“0.0000001元”小数位太多：最多 10 位")),
        ],
    );
}

#[test]
fn percentages() {
    all(
        percent,
        &[
            ("97.1%", Ok("97.1")),
            ("97.1", Ok("97.1")),
            ("９７．１％", Ok("97.1")),
            ("97。1﹪", Ok("97.1")),
            ("97.1 %", Ok("97.1")),
            ("97.1% ", Ok("97.1")),
            ("100百分比", Ok("100")),
            ("约97%", Ok("97")),
            ("-25.4%", Ok("-25.4")),
            ("1,000.5%", Ok("1000.5")),
            ("%", Err("“%”不是数字：第 1 个字“%”无法识别")),
            ("97.1%%", Err("“97.1%%”不是数字：第 6 个字“%”无法识别")),
            ("97.1‰", Err("“97.1‰”不是数字：第 5 个字“‰”无法识别")),
            ("97.1万元", Err("“97.1万元”的单位“万元”不适用于这里")),
        ],
    );
}

#[test]
fn scores() {
    all(
        score,
        &[
            ("8", Ok("8")),
            ("8.5分", Ok("8.5")),
            ("８ 分 ", Ok("8")),
            ("0", Ok("0")),
            ("-1", Ok("-1")),
            ("八", Err("“八”不是数字：第 1 个字“八”无法识别")),
            ("8点", Err("“8点”的单位“点”不适用于这里")),
            ("约8", Err("“约8”不是数字：第 1 个字“约”无法识别")),
        ],
    );
}

/// A line each: what is typed, and what is read of it or the sentence that refuses it.
#[track_caller]
fn table(parse: Parse, lines: &str) {
    let cases: Vec<(&str, Result<&str, &str>)> = lines
        .lines()
        .filter_map(|line| line.split_once("=>"))
        .map(|(typed, read)| {
            let (typed, read) = (typed.trim().trim_matches('"'), read.trim());
            let sentence = read.starts_with(['“', '没']);
            (typed, if sentence { Err(read) } else { Ok(read) })
        })
        .collect();
    assert!(cases.len() > 5);
    all(parse, &cases);
}

/// Amounts as people in offices write them; a double quote stands where blanks count.
#[test]
fn amounts_as_people_write_them() {
    table(
        amount,
        r#"
        1亿2千万          => 12000
        1亿2千万元        => 12000
        1亿2000万元       => 12000
        1亿2百万          => 10200
        3万5千            => 3.5
        3万5千元          => 3.5
        3万5000元         => 3.5
        3 万 5 千 元      => 3.5
        2千5百元          => 0.25
        1亿2345万6千      => 12345.6
        １亿２千万        => 12000
        约1亿2千万        => 12000
        1.2亿             => 12000
        1.2亿元           => 12000
        12千元            => 1.2
        3百万             => 300
        3百万元           => 300
        2千万             => 2000
        2千万元           => 2000
        300万元           => 300
        300万元整         => 300
        3000元整          => 0.3
        100。             => 100
        100.              => 100
        100．             => 100
        100，             => 100
        100；             => 100
        100、             => 100
        1,552.63。        => 1552.63
        1,552.63万元。    => 1552.63
        15,526,300元；    => 1552.63
        1, 537.4          => 1537.4
        1， 537.4         => 1537.4
        1 537.4           => 1537.4
        12, 345, 678.9    => 12345678.9
        １，５３７．４    => 1537.4
        1537．4           => 1537.4
        +5                => 5
        ＋5万元           => 5
        约300             => 300
        大约300万元       => 300
        近300万元         => 300
        将近300万元       => 300
        超300万元         => 300
        逾300万元         => 300
        300万元左右       => 300
        300左右           => 300
        300余万元         => 300
        300多万元         => 300
        约300余万元       => 300
        ￥300万元         => 300
        ¥300元            => 0.03
        ￥ 3,000.50 元    => 0.30005
        人民币300万元     => 300
        人民币约300万元   => 300
        RMB300万元        => 300
        ￥300             => “￥300”看不出是元还是万元，应写成“300元”或“300万元”
        ¥ 1,552.63        => “¥ 1,552.63”看不出是元还是万元，应写成“1,552.63元”或“1,552.63万元”
        人民币300         => “人民币300”看不出是元还是万元，应写成“300元”或“300万元”
        (5)               => “(5)”用括号表示负数，应写成 -5
        （5）             => “（5）”用括号表示负数，应写成 -5
        （1,552.63）      => “（1,552.63）”用括号表示负数，应写成 -1,552.63
        （5万元）         => “（5万元）”用括号表示负数，应写成 -5万元
        （-5）            => “（-5）”用括号表示负数，应写成 -5
        （五）            => “（五）”不是数字：第 1 个字“（”无法识别
        1e5               => “1e5”是科学计数法，末尾的数字可能已经舍去，应写成 100000
        1E+05             => “1E+05”是科学计数法，末尾的数字可能已经舍去，应写成 100000
        1.2345E+06        => “1.2345E+06”是科学计数法，末尾的数字可能已经舍去，应写成 1234500
        １Ｅ＋０５        => “１Ｅ＋０５”是科学计数法，末尾的数字可能已经舍去，应写成 100000
        1E-05             => “1E-05”是科学计数法，末尾的数字可能已经舍去
        1E+99             => “1E+99”是科学计数法，末尾的数字可能已经舍去
        2,45O.25          => “2,45O.25”不是数字：第 5 个字像是字母 O，应是数字 0
        2,O45.25          => “2,O45.25”不是数字：第 3 个字像是字母 O，应是数字 0
        1O0               => “1O0”不是数字：第 2 个字像是字母 O，应是数字 0
        1o0万元           => “1o0万元”不是数字：第 2 个字像是字母 o，应是数字 0
        O.5               => “O.5”不是数字：第 1 个字像是字母 O，应是数字 0
        10О               => “10О”不是数字：第 3 个字像是字母 О，应是数字 0
        １Ｏ０            => “１Ｏ０”不是数字：第 2 个字像是字母 Ｏ，应是数字 0
        2〇24             => “2〇24”不是数字：第 2 个字“〇”应写成数字 0
        l00               => “l00”不是数字：第 1 个字像是字母 l，应是数字 1
        I5.5              => “I5.5”不是数字：第 1 个字像是字母 I，应是数字 1
        1l.5万元          => “1l.5万元”不是数字：第 2 个字像是字母 l，应是数字 1
        2|5               => “2|5”不是数字：第 2 个字“|”应写成数字 1
        O                 => “O”不是数字：第 1 个字“O”无法识别
        1,23              => “1,23”的千分位不对：第 2 个字处的分隔应每三位一个
        1,552,            => “1,552,”的千分位不对：第 6 个字处的分隔应每三位一个
        1,  537.4         => “1,  537.4”的千分位不对：第 2 个字处的分隔应每三位一个
        3万5              => “3万5”的单位“万5”不适用于这里
        1万2亿            => “1万2亿”的单位“万2亿”不适用于这里
        3万50千           => “3万50千”的单位“万50千”不适用于这里
        5千               => “5千”的单位“千”不适用于这里
        3万5千万元        => “3万5千万元”的单位“万5千万元”不适用于这里
        100；；           => “100；；”不是数字：第 4 个字“；”无法识别
        "#,
    );
}

#[test]
fn percentages_as_people_write_them() {
    table(
        percent,
        r#"
        97.1%。           => 97.1
        97.1 % ；         => 97.1
        3.8 %             => 3.8
        ３．８ ％         => 3.8
        97.1%左右         => 97.1
        近97.1%           => 97.1
        超100%            => 100
        百分之97.1        => 97.1
        +5%               => 5
        (5%)              => “(5%)”用括号表示负数，应写成 -5%
        1O0%              => “1O0%”不是数字：第 2 个字像是字母 O，应是数字 0
        9l%               => “9l%”不是数字：第 2 个字像是字母 l，应是数字 1
        1e2%              => “1e2%”是科学计数法，末尾的数字可能已经舍去，应写成 100
        "#,
    );
    table(
        score,
        r#"
        8.5分。           => 8.5
        8分；             => 8
        8.                => 8
        （8）             => “（8）”用括号表示负数，应写成 -8
        1O                => “1O”不是数字：第 2 个字像是字母 O，应是数字 0
        l0分              => “l0分”不是数字：第 1 个字像是字母 l，应是数字 1
        1e1               => “1e1”是科学计数法，末尾的数字可能已经舍去，应写成 10
        "#,
    );
}

#[test]
fn what_follows_a_number_is_left() {
    for (text, value, rest) in [
        ("１，５５２．６３万元", "1552.63", "万元"),
        ("350 人次", "350", " 人次"),
        ("5 万份", "5", " 万份"),
        ("5.万份", "5", "万份"),
        ("1,552,630元", "1552630", "元"),
        ("12-31", "12", "-31"),
        ("85.0%", "85", "%"),
        ("12", "12", ""),
    ] {
        let (number, left) = leading(text).unwrap();
        assert_eq!((number.to_string().as_str(), left), (value, rest), "{text}");
    }
}

#[test]
fn a_megabyte_is_read_or_refused_in_a_short_sentence() {
    const MEGABYTE: usize = 1 << 20;
    let long = |text: &str| text.repeat(MEGABYTE / text.len());
    assert_eq!(number(&(long("0") + "7")).unwrap().to_string(), "7");
    for text in [
        long(" "),
        long("9"),
        long("1,"),
        long("1 "),
        long("人"),
        long("."),
        long("👍"),
        long("\u{0}"),
        long("2020年 "),
        long("第1、"),
        " ".repeat(MEGABYTE / 2) + &"1月".repeat(MEGABYTE / 8),
        "0.".to_owned() + &long("1"),
        "5".to_owned() + &long("元"),
    ] {
        for parse in [number, amount, percent, score] {
            let sentence = parse(&text).unwrap_err().in_chinese();
            assert!(sentence.chars().count() < 150, "{sentence}");
        }
        // Nor does any other reader mind.
        let _ = read(&text);
        let _ = text.parse::<Cell>().unwrap_err().to_string();
    }
}

/// A decimal and how it is shown.
#[track_caller]
fn shown(show: impl Fn(Decimal) -> String, cases: &[(&str, &str)]) {
    for (value, expected) in cases {
        assert_eq!(show(value.parse().unwrap()), *expected, "{value}");
    }
}

#[test]
fn numbers_are_grouped_without_trailing_zeros() {
    shown(
        grouped,
        &[
            ("0", "0"),
            ("-0.00", "0"),
            ("100", "100"),
            ("1000", "1,000"),
            ("-1000", "-1,000"),
            ("999999.990", "999,999.99"),
            ("1552.630", "1,552.63"),
            ("0.0000000001", "0.0000000001"),
            ("999999999999999999", "999,999,999,999,999,999"),
        ],
    );
}

#[test]
fn amounts_have_two_decimals_at_most() {
    shown(
        display_amount,
        &[
            ("1552.63", "1,552.63"),
            ("178.30", "178.3"),
            ("7", "7"),
            ("0.005", "0.01"),
            ("-0.005", "-0.01"),
            ("0.004999", "0"),
            ("-0.004", "0"),
            ("999.995", "1,000"),
        ],
    );
}

#[test]
fn amounts_of_tables_have_just_two_decimals() {
    shown(
        display_in_table,
        &[
            ("1552.63", "1,552.63"),
            ("178.3", "178.30"),
            ("7", "7.00"),
            ("0", "0.00"),
            ("0.005", "0.01"),
            ("-0.005", "-0.01"),
            ("-0.004", "0.00"),
            ("999.995", "1,000.00"),
        ],
    );
}

#[test]
fn percentages_have_just_their_decimals() {
    for (value, places, expected) in [
        ("100", 1, "100.0%"),
        ("0", 1, "0.0%"),
        ("-0.04", 1, "0.0%"),
        ("-0.05", 1, "-0.1%"),
        ("99.95", 1, "100.0%"),
        ("93.349", 2, "93.35%"),
        ("102.3252", 0, "102%"),
        ("0.5", 0, "1%"),
        ("1234.5", 1, "1,234.5%"),
        ("1", 8, "1.00000000%"),
    ] {
        let value = value.parse().unwrap();
        assert_eq!(display_percent(value, places), expected);
    }
}

#[test]
fn changes_carry_their_sign() {
    shown(
        signed,
        &[
            ("7.70", "+7.7"),
            ("-0.47", "-0.47"),
            ("0", "0"),
            ("-0.0", "0"),
            ("1552.63", "+1,552.63"),
        ],
    );
}

/// A form that was filled in on a date: whether the date is read.
#[test]
fn dates() {
    for (text, readable) in [
        ("2021-05-20", true),
        ("2021/5/20", true),
        ("2021.5.20", true),
        ("2021。5。20", true),
        ("2021年5月20日", true),
        ("2021年5月20", true),
        ("２０２１年５月２０日", true),
        (" 2021 年 5 月 20 日 ", true),
        ("2020-02-29", true),
        ("2021-02-29", false),
        ("2021-13-01", false),
        ("2021-00-10", false),
        ("2021-05-00", false),
        ("2021-05-32", false),
        ("2021-05-20-01", false),
        ("2021-05", false),
        ("2021年5月", false),
        ("20210520", false),
        ("21-5-20", false),
        ("5月20日", false),
        ("二〇二一年五月二十日", false),
        ("02021-05-20", false),
        ("2021-00005-20", false),
        ("2021年5月20日1", false),
        ("2021-5-", false),
        ("-2021-05-20", false),
        ("今天", false),
        ("2021-05-20T00:00:00Z", false),
    ] {
        assert_eq!(date_is_read(text), readable, "{text}");
    }
}

fn date_is_read(text: &str) -> bool {
    let form = Form {
        filled_on: text.into(),
        ..Form::default()
    };
    let evaluation = evaluate(&form, None, None);
    let unread = |f: &juesuan::evaluation::Finding| f.code == Code::DateUnreadable;
    !evaluation.findings.iter().any(unread)
}

/// Pieces of what is typed, in any order: far more often nearly right than arbitrary text is.
fn pieces() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "0",
        "1",
        "12",
        "350",
        "2020",
        "000",
        ",",
        "，",
        ".",
        "。",
        "．",
        " ",
        "　",
        "-",
        "－",
        "+",
        "%",
        "％",
        "‰",
        "万",
        "亿",
        "元",
        "千元",
        "份",
        "人次",
        "个",
        "年",
        "月",
        "日",
        "℃",
        "≥",
        "≤",
        "=",
        "＞＝",
        "约",
        "近",
        "每月",
        "/月",
        "第",
        "、",
        "（",
        "）",
        "以上",
        "以内",
        "不超过",
        "控制在",
        "余",
        "至",
        "a",
        "\u{0}",
        "\u{200b}",
        "👍",
        "\u{301}",
        "𠮷",
    ];
    prop::collection::vec(prop::sample::select(PIECES), 0..12).prop_map(|p| p.concat())
}

fn read_with_everything(text: &str) {
    for parse in [number, amount, percent, score] {
        if let Err(error) = parse(text) {
            assert!(error.at <= text.chars().count());
            assert!(!error.in_chinese().is_empty());
        }
    }
    if let Ok((_, rest)) = leading(text) {
        assert!(text.ends_with(rest));
    }
    if let juesuan::evaluation::Reading::Unreadable(error) = read(text) {
        assert_eq!(error.text, text);
        assert!(error.at <= text.chars().count());
    }
    if let Ok(cell) = text.parse::<Cell>() {
        assert_eq!(cell.to_string().parse::<Cell>(), Ok(cell));
    }
    date_is_read(text);
}

fn numbers_of_any_size() -> impl Strategy<Value = Number> {
    let bound = 10_i128.pow(28);
    (1 - bound..bound, 0_u32..=28, 0_u32..=10).prop_map(move |(mantissa, fewer, scale)| {
        let mantissa = mantissa / 10_i128.pow(fewer);
        let mantissa = mantissa % 10_i128.pow(18 + scale);
        Number::new(Decimal::from_i128_with_scale(mantissa, scale)).unwrap()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2_000) })]

    #[test]
    fn no_text_makes_a_reader_panic(text in any::<String>()) {
        read_with_everything(&text);
    }

    #[test]
    fn no_nearly_right_text_makes_a_reader_panic(text in pieces()) {
        read_with_everything(&text);
    }

    #[test]
    fn a_number_shown_and_read_is_the_same(n in numbers_of_any_size()) {
        prop_assert_eq!(number(&grouped(n.decimal())).unwrap(), n);
        prop_assert_eq!(number(&n.to_string()).unwrap(), n);
        let folded: String = grouped(n.decimal()).chars().map(full_width).collect();
        prop_assert_eq!(number(&folded).unwrap(), n);
    }

    #[test]
    fn an_amount_shown_and_read_is_the_same(cents in -10_i64.pow(17)..10_i64.pow(17)) {
        let n = Number::new(Decimal::new(cents, 2)).unwrap();
        let text = display_amount(n.decimal());
        for text in [text.clone(), text + "万元"] {
            prop_assert_eq!(amount(&text).unwrap(), n);
        }
    }

    #[test]
    fn a_percentage_shown_and_read_is_the_same(
        mantissa in -10_i64.pow(15)..10_i64.pow(15),
        places in 0_u32..=8,
    ) {
        let n = Number::new(Decimal::new(mantissa, places)).unwrap();
        prop_assert_eq!(percent(&display_percent(n.decimal(), places)).unwrap(), n);
    }
}

fn full_width(c: char) -> char {
    match c {
        '0'..='9' => char::from_u32(c as u32 + 0xFEE0).unwrap(),
        ',' => '，',
        '.' => '．',
        '-' => '－',
        c => c,
    }
}
