//! Characters with their tabs and line breaks.

use crate::write::xml::{Escaped, Xml};

/// The characters of a text.
pub(super) fn run(text: &str, bold: bool, xml: &mut Xml) {
    if text.is_empty() {
        return;
    }
    xml.raw("<w:r>");
    if bold {
        xml.raw("<w:rPr><w:b/><w:bCs/></w:rPr>");
    }
    let mut rest = text;
    loop {
        let at = rest.find(['\t', '\n']);
        let (piece, after) = rest.split_at(at.unwrap_or(rest.len()));
        if !piece.is_empty() {
            let blank = piece.starts_with(' ') || piece.ends_with(' ') || piece.contains("  ");
            let space = if blank { " xml:space=\"preserve\"" } else { "" };
            xml.put(format_args!("<w:t{space}>{}</w:t>", Escaped(piece)));
        }
        let mut after = after.chars();
        match after.next() {
            Some('\t') => xml.raw("<w:tab/>"),
            Some(_) => xml.raw("<w:br/>"),
            None => break,
        }
        rest = after.as_str();
    }
    xml.raw("</w:r>");
}
