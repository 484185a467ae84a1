use super::slips::slips;
use super::wording as say;
use crate::finding::Finding;

/// Texts of the template that somebody forgot to replace.
const PLACEHOLDERS: &[&str] = &[
    "增加(减少)",
    "增加（减少）",
    "减少(增加)",
    "减少（增加）",
    "增长(下降)",
    "增长（下降）",
    "上升(下降)",
    "上升（下降）",
    "大于(小于)",
    "大于（小于）",
    "XX",
    "××",
    "xxx",
    "＊＊",
    "***",
    "____",
    "此处填写",
    "请填写",
    "（略）",
    "……万元",
];

/// The first placeholder in a text: one walk over it, looking closer only where one can begin.
fn placeholder_in(text: &str) -> Option<&'static str> {
    let may_begin = |c| {
        matches!(
            c,
            '增' | '减'
                | '上'
                | '大'
                | 'X'
                | '×'
                | 'x'
                | '＊'
                | '*'
                | '_'
                | '此'
                | '请'
                | '（'
                | '…'
        )
    };
    text.char_indices()
        .filter(|(_, c)| may_begin(*c))
        .find_map(|(at, _)| PLACEHOLDERS.iter().find(|p| text[at..].starts_with(**p)))
        .copied()
}

/// A text somebody wrote: placeholders left in it, and sums and rates written wrong. What it is called is asked
/// for only when there is something to say.
pub fn check_text<C: Copy>(
    cell: C,
    label: impl FnOnce() -> String,
    text: &str,
    findings: &mut Vec<Finding<C>>,
) {
    if let Some(found) = placeholder_in(text) {
        findings.push(say::placeholder_left(cell, label(), found));
    }
    for slip in slips(text) {
        findings.push(say::narrative(cell, &slip));
    }
}

#[cfg(test)]
mod tests {
    use super::{PLACEHOLDERS, placeholder_in};

    #[test]
    fn every_placeholder_is_found() {
        for placeholder in PLACEHOLDERS {
            let text = format!("比上年{placeholder}0万元");
            assert_eq!(placeholder_in(&text), Some(*placeholder));
        }
    }
}
