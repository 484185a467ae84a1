//! Signs of the fonts that have their own meaning for every code: Symbol, Wingdings.

/// What such a font prints for a code, or U+FFFD where that is not known; nothing for any other font.
pub(super) fn sign(font: &str, code: u32) -> Option<char> {
    let code = match code {
        0xF020..=0xF0FF => code - 0xF000,
        0x20..=0xFF => code,
        _ => return None,
    };
    if code == 0x20 {
        return is_symbols(font).then_some(' ');
    }
    let found = match font.trim().to_ascii_lowercase().as_str() {
        "symbol" => symbol(code),
        "wingdings" => wingdings(code),
        "wingdings 2" => wingdings_2(code),
        "wingdings 3" | "webdings" => None,
        _ => return None,
    };
    Some(found.unwrap_or(char::REPLACEMENT_CHARACTER))
}

/// Whether it is such a font.
pub(super) fn is_symbols(font: &str) -> bool {
    matches!(
        font.trim().to_ascii_lowercase().as_str(),
        "symbol" | "wingdings" | "wingdings 2" | "wingdings 3" | "webdings"
    )
}

fn symbol(code: u32) -> Option<char> {
    const GREEK: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    const SMALL: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
    let nth = |signs: &str, first: u32| signs.chars().nth((code - first) as usize);
    Some(match code {
        0x41..=0x5A => return nth(GREEK, 0x41),
        0x61..=0x7A => return nth(SMALL, 0x61),
        0x21
        | 0x23
        | 0x25
        | 0x26
        | 0x28
        | 0x29
        | 0x2B
        | 0x2C
        | 0x2E..=0x3F
        | 0x5B
        | 0x5D
        | 0x5F
        | 0x7B..=0x7D => return char::from_u32(code),
        0x2A => '∗',
        0x2D => '−',
        0xA3 => '≤',
        0xA5 => '∞',
        0xAB => '↔',
        0xAC => '←',
        0xAD => '↑',
        0xAE => '→',
        0xAF => '↓',
        0xB0 => '°',
        0xB1 => '±',
        0xB3 => '≥',
        0xB4 => '×',
        0xB7 => '•',
        0xB8 => '÷',
        0xB9 => '≠',
        0xBA => '≡',
        0xBB => '≈',
        0xBC => '…',
        0xD5 => '∏',
        0xD6 => '√',
        0xD7 => '⋅',
        0xE5 => '∑',
        _ => return None,
    })
}

fn wingdings(code: u32) -> Option<char> {
    Some(match code {
        0x6C => '●',
        0x6E => '■',
        0x6F => '□',
        0x70 => '❐',
        0x71 => '❑',
        0x72 => '❒',
        0x75 => '◆',
        0x76 => '❖',
        0x77 => '⬥',
        0x80 => '⓪',
        0x81..=0x8A => return char::from_u32(0x2460 + code - 0x81),
        0x8C..=0x95 => return char::from_u32(0x2776 + code - 0x8C),
        0x9F => '•',
        0xA1 => '○',
        0xA7 => '▪',
        0xA8 => '◻',
        0xAB => '★',
        0xB2 => '⟡',
        0xD8 => '➢',
        0xE0 => '→',
        0xE8 => '➔',
        0xF0 => '⇨',
        0xFB => '✗',
        0xFC => '✓',
        0xFD => '☒',
        0xFE => '☑',
        _ => return None,
    })
}

fn wingdings_2(code: u32) -> Option<char> {
    Some(match code {
        0x4F => '✗',
        0x50 => '✓',
        0x51 | 0x53 | 0x54 => '☒',
        0x52 => '☑',
        0x69 => '⓪',
        0x6A..=0x73 => return char::from_u32(0x2460 + code - 0x6A),
        0x75 => '⓿',
        0x76..=0x7F => return char::from_u32(0x2776 + code - 0x76),
        0x97 => '●',
        0xA2 => '■',
        0xA3 => '□',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn signs() {
        let cases = [
            ("Symbol", 0xF0B7, Some('•')),
            ("Symbol", 0x44, Some('Δ')),
            ("Symbol", 0x70, Some('π')),
            ("Wingdings", 0xF0D8, Some('➢')),
            ("Wingdings", 0xF0FC, Some('✓')),
            ("Wingdings", 0x81, Some('①')),
            ("Wingdings 2", 0x52, Some('☑')),
            ("Wingdings 2", 0xF0A3, Some('□')),
            ("Wingdings", 0x20, Some(' ')),
            ("Wingdings", 0x21, Some('\u{FFFD}')),
            ("Webdings", 0x61, Some('\u{FFFD}')),
            ("Times New Roman", 0x52, None),
            ("Wingdings", 0x4E00, None),
        ];
        for (font, code, expected) in cases {
            assert_eq!(super::sign(font, code), expected, "{font} {code:x}");
        }
    }
}
