//! What encoding a text is in, told by its bytes.

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// A text that was decoded.
pub(crate) struct Decoded {
    pub text: String,
    /// The encoding's name, where it is not certain.
    pub guessed: Option<&'static str>,
}

/// Decodes a text: by its mark, else as UTF-8 if it is that, else as GB18030; as UTF-16 without a mark where half
/// of its bytes look it. `None` for what is no text.
pub(crate) fn decode(bytes: &[u8]) -> Option<Decoded> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes.get(mark..)?);
        return plausible(&text, None);
    }
    if let Some(encoding) = wide(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        return plausible(&text, Some(encoding.name()));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return plausible(text, None);
    }
    let (text, _) = UTF_8.decode_without_bom_handling(bytes);
    if mostly_whole(&text) {
        return plausible(&text, Some(UTF_8.name()));
    }
    let (text, _) = GB18030.decode_without_bom_handling(bytes);
    let certain = common(bytes);
    plausible(&text, (!certain).then_some(GB18030.name()))
}

/// Decodes as declared, if the bytes are that; else by what they look like.
pub(crate) fn decode_declared(bytes: &[u8], label: Option<&str>) -> Option<Decoded> {
    let declared = label.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    // Characters of three bytes are hardly anything else by chance, whatever is declared.
    if std::str::from_utf8(bytes).is_ok_and(|text| text.chars().any(|c| c > '\u{7FF}')) {
        return decode(bytes);
    }
    if Encoding::for_bom(bytes).is_none()
        && wide(bytes).is_none()
        && let Some(encoding) = declared.filter(|it| *it != UTF_16LE && *it != UTF_16BE)
    {
        let encoding = if encoding == encoding_rs::GBK {
            GB18030
        } else {
            encoding
        };
        let (text, damaged) = encoding.decode_without_bom_handling(bytes);
        if !damaged {
            return plausible(&text, None);
        }
    }
    decode(bytes)
}

/// A text, unless it holds what no text does.
fn plausible(text: &str, guessed: Option<&'static str>) -> Option<Decoded> {
    let text = text.trim_end_matches(['\0', '\u{1A}']);
    let (mut all, mut odd, mut lost) = (0_usize, 0_usize, 0_usize);
    for c in text.chars() {
        all += 1;
        odd += usize::from(
            matches!(c, '\0'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{7F}' | '\u{FFFE}' | '\u{FFFF}'),
        );
        lost += usize::from(c == '\u{FFFD}');
    }
    (odd * 50 <= all && lost * 10 <= all).then(|| Decoded {
        text: text.to_owned(),
        guessed,
    })
}

/// UTF-16 without a mark: every other byte is zero where there are digits, letters or line ends. A zero is in no
/// text of another encoding.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(65_536))?;
    if !bytes.len().is_multiple_of(2) || !head.contains(&0) {
        return None;
    }
    let fits = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(head);
        let (mut all, mut usual) = (0_usize, 0_usize);
        for c in text.chars() {
            all += 1;
            usual += usize::from(matches!(c,
                '\t' | '\n' | '\r' | ' '..='~' | '\u{2010}'..='\u{203B}' | '\u{3000}'..='\u{303F}'
                | '\u{4E00}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}'));
        }
        (usual * 20 >= all * 19).then_some(usual)
    };
    match (fits(UTF_16LE), fits(UTF_16BE)) {
        (Some(little), Some(big)) if big > little => Some(UTF_16BE),
        (Some(_), _) => Some(UTF_16LE),
        (None, Some(_)) => Some(UTF_16BE),
        (None, None) => None,
    }
}

/// UTF-8 with a few bytes wrong, as where a file was cut: of the characters beyond ASCII, hardly any is lost.
fn mostly_whole(text: &str) -> bool {
    let beyond = text.chars().filter(|c| !c.is_ascii()).count();
    let lost = text.chars().filter(|c| *c == '\u{FFFD}').count();
    lost * 10 <= beyond
}

/// Whether nearly all pairs are characters of GB 2312, which is what GBK texts consist of.
fn common(bytes: &[u8]) -> bool {
    let (mut pairs, mut usual) = (0_usize, 0_usize);
    let mut rest = bytes.iter();
    while let Some(&lead) = rest.next() {
        if lead < 0x80 {
            continue;
        }
        pairs += 1;
        let trail = rest.next().copied().unwrap_or(0);
        usual += usize::from(matches!(lead, 0xA1..=0xA9 | 0xB0..=0xF7) && trail >= 0xA1);
    }
    usual * 50 >= pairs * 49
}
