//! What all sheets have in common: texts in cells, and how they are printed.

use super::formula::cell;
use crate::write::xml::{Escaped, Xml};
use std::borrow::Cow;

pub(super) const MAIN: &str = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

/// UTF-16 units of a text in a cell.
pub(super) const LONGEST: usize = 32_767;

/// A cell with a text; one that looks like an escape of Excel's is escaped.
pub(super) fn text(row: usize, column: usize, style: usize, text: &str, xml: &mut Xml) {
    let name = cell(row, column);
    if text.is_empty() {
        xml.put(format_args!("<c r=\"{name}\" s=\"{style}\"/>"));
        return;
    }
    xml.put(format_args!(
        "<c r=\"{name}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
        Escaped(&plain(text))
    ));
}

/// Excel reads `_x000D_` as the character of that number.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains("_x") {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, after) = rest.split_at(at);
        plain.push_str(before);
        let code = after.get(2..6);
        let hex = code.is_some_and(|it| it.bytes().all(|c| c.is_ascii_hexdigit()));
        if hex && after.get(6..7) == Some("_") {
            plain.push_str("_x005F");
        }
        plain.push_str("_x");
        rest = after.get(2..).unwrap_or_default();
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// How a sheet is printed: one page wide, or whole on one page; with the number of the page below.
pub(super) fn print(landscape: bool, whole: bool, xml: &mut Xml) {
    let pages = u8::from(whole);
    let orientation = if landscape { "landscape" } else { "portrait" };
    xml.put(format_args!(
        "<printOptions horizontalCentered=\"1\"/><pageMargins left=\"0.6\" right=\"0.6\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.4\"/>\
         <pageSetup paperSize=\"9\" orientation=\"{orientation}\" fitToWidth=\"1\" fitToHeight=\"{pages}\"/>\
         <headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter>"
    ));
}

#[cfg(test)]
mod tests {
    #[test]
    fn escapes() {
        for (text, expected) in [
            ("_x000D_", "_x005F_x000D_"),
            ("a_x000D", "a_x000D"),
            ("_x00一", "_x00一"),
            ("__x4E00__", "__x005F_x4E00__"),
            ("_x", "_x"),
        ] {
            assert_eq!(super::plain(text), expected);
        }
    }
}
