/// A full-width or look-alike character as the ASCII one that is meant; others stay.
///
/// Input methods type `１５５２．６３％`, `。` for the point and `，` for the separator.
pub fn fold(c: char) -> char {
    match c {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(c as u32 - 0xFEE0).unwrap_or(c)
        }
        '．' | '。' | '｡' => '.',
        '，' | '﹐' => ',',
        '％' | '﹪' => '%',
        '＋' | '﹢' => '+',
        '－' | '−' | '﹣' | '–' => '-',
        '＜' | '﹤' | '〈' => '<',
        '＞' | '﹥' | '〉' => '>',
        '＝' | '﹦' => '=',
        '≧' | '⩾' => '≥',
        '≦' | '⩽' => '≤',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}
