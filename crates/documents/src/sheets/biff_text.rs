//! The code pages of XLS files before Excel 97.

use encoding_rs::{BIG5, Encoding, GB18030, WINDOWS_1252};

/// The encoding of a code page. What was written by Chinese programs says Western now and then: where all of it is
/// pairs of GB 2312, it is Chinese.
pub(super) fn decode(bytes: &[u8], page: u16) -> String {
    let encoding: &'static Encoding = match page {
        936 | 10_008 | 54_936 => GB18030,
        950 | 10_002 => BIG5,
        932 => encoding_rs::SHIFT_JIS,
        949 => encoding_rs::EUC_KR,
        _ if pairs(bytes) => GB18030,
        _ => WINDOWS_1252,
    };
    encoding.decode_without_bom_handling(bytes).0.into_owned()
}

fn pairs(bytes: &[u8]) -> bool {
    let mut rest = bytes.iter();
    let mut any = false;
    while let Some(byte) = rest.next() {
        if *byte < 0x80 {
            continue;
        }
        any = true;
        if !matches!(byte, 0xA1..=0xA9 | 0xB0..=0xF7) || rest.next().is_none_or(|it| *it < 0xA1) {
            return false;
        }
    }
    any
}
