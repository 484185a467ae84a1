//! Texts of a drawing: made harmless, measured by estimate, shortened.

/// One line: white space of any kind is one blank, and what is not seen but does harm is gone.
///
/// Besides control characters these are the marks of writing direction, which copying from some
/// programs leaves before a text and which can turn round what follows.
pub(super) fn clean(text: &str) -> String {
    let visible: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|&c| writable(c) && !c.is_control())
        .filter(|c| !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'))
        .collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether XML can hold a character at all: no escape makes the others well-formed.
pub(super) fn writable(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..)
}

/// How wide a text of a size is, nearly: there is no font to ask. Rather too much than too little.
pub(super) fn text_width(text: &str, size: f32) -> f32 {
    // Whole hundredths of an em: the sum does not depend on the order of adding.
    let hundredths: u32 = text.chars().map(char_width).fold(0, u32::saturating_add);
    hundredths as f32 * size / 100.0
}

fn char_width(c: char) -> u32 {
    match c {
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '&' => 92,
        'A'..='Z' => 72,
        ' '..='~' => 55,
        _ => 100,
    }
}

/// The text, or its beginning and `…` where it is wider than there is room.
pub(super) fn shortened(text: &str, size: f32, room: f32) -> String {
    if text_width(text, size) <= room {
        return text.to_owned();
    }
    let hundredths = (room * 100.0 / size) as u32;
    let mut used = char_width('…');
    let mut kept = String::new();
    for c in text.chars() {
        used = used.saturating_add(char_width(c));
        if used > hundredths {
            break;
        }
        kept.push(c);
    }
    kept.truncate(kept.trim_end().len());
    kept.push('…');
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_one_harmless_line() {
        let cases = [
            (" 财政\r\n拨款\t收入 ", "财政 拨款 收入"),
            ("\u{202a}其他收入\u{202c}", "其他收入"),
            ("a\0b\u{7}c\u{ffff}d", "abcd"),
            ("<script>", "<script>"),
            ("\u{3000}", ""),
        ];
        for (typed, shown) in cases {
            assert_eq!(clean(typed), shown, "{typed:?}");
        }
    }

    #[test]
    fn long_texts_are_cut_to_the_room() {
        let cases = [
            ("财政拨款收入", 60.0, "财政拨款收入"),
            ("财政拨款收入", 59.0, "财政拨款…"),
            ("abcdefgh", 33.0, "abcd…"),
            ("ab cdefgh", 28.0, "ab…"),
            ("财政", 3.0, "…"),
            ("", 0.0, ""),
        ];
        for (whole, room, shown) in cases {
            assert_eq!(shortened(whole, 10.0, room), shown, "{whole:?} in {room}");
        }
    }
}
