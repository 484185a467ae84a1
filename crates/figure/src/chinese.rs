/// A number from 1 to 99 as headings count: 一, 十, 十二, 二十六; larger ones in digits.
///
/// ```
/// use juesuan_figure::chinese_numeral;
/// assert_eq!([1, 10, 12, 26].map(chinese_numeral), ["一", "十", "十二", "二十六"]);
/// ```
pub fn chinese_numeral(number: u32) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |d: u32| DIGITS[d as usize % 10];
    match number {
        1..=9 => digit(number).to_owned(),
        10..=19 => format!("十{}", digit(number % 10)),
        20..=99 => format!("{}十{}", digit(number / 10), digit(number % 10)),
        number => number.to_string(),
    }
}
