//! Texts that a spreadsheet would run as formulas, and how they are kept from it.

use std::borrow::Cow;

/// Whether a spreadsheet may take the text for a formula: it begins with `=`, `+`, `-` or `@`, also in
/// their wide forms, behind anything that does not show or that a program may strip. A plain number
/// is none, with its sign.
///
/// ```
/// use juesuan_exchange::runs_as_formula;
/// assert!(runs_as_formula("=100%") && runs_as_formula(" \u{200b}＝A1") && runs_as_formula("-1+1"));
/// assert!(!runs_as_formula("-1,234.50") && !runs_as_formula("≥5") && !runs_as_formula("a=b"));
/// ```
pub fn runs_as_formula(text: &str) -> bool {
    let shown = text.trim_start_matches(|c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c,
                '"' | '\'' | '`' | '“' | '”' | '‘' | '’' | '＂' | '＇'
                | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
    });
    shown.starts_with([
        '=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫',
    ]) && !is_plain_number(text)
}

/// `-1,234.50`, `+3`, `-5%`: digits with at most a sign, thousands, decimals and a percent sign.
fn is_plain_number(text: &str) -> bool {
    let text = text.strip_prefix(['+', '-']).unwrap_or(text);
    let text = text.strip_suffix('%').unwrap_or(text);
    let (whole, decimals) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = whole.contains(',');
    digits(decimals)
        && digits(first)
        && (!grouped || first.len() <= 3)
        && groups.all(|group| group.len() == 3 && digits(group))
}

/// The text as plain text and CSV carry it: one that would run has an apostrophe before it, which is the
/// mark of a text in spreadsheets.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    if runs_as_formula(text) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text without the apostrophe of [`guarded`]: what was copied here is pasted here as it was.
pub(super) fn unguarded(mut text: String) -> String {
    if text.starts_with('\'') && runs_as_formula(&text[1..]) {
        text.remove(0);
    }
    text
}
