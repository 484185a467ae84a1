//! The sheet of all that stands in no table: a paragraph a row.

use super::sheet::{self, MAIN};
use super::styles::{Font, Style, Styles};
use crate::write::measure::lines;
use crate::write::plan::Step;
use crate::write::xml::Xml;
use juesuan_paper::{Align, TextStyle, Unwritable};

/// How wide the sheet is, in digits.
const WIDTH: usize = 96;
/// UTF-16 units of a row: as much as the highest row shows.
const PIECE: usize = 640;
/// Points: a digit in a sheet's own letters, a line of text and of a title, what is above and below.
const DIGIT: f64 = 5.3;
const LINE: f64 = 20.0;
const TITLE: f64 = 27.0;
const SPACE: f64 = 5.0;
const HIGHEST: f64 = 409.0;

/// Writes the sheet.
///
/// # Errors
/// [`Unwritable::TooLarge`].
pub(super) fn write(steps: &[&Step<'_>], styles: &mut Styles) -> Result<Xml, Unwritable> {
    let mut xml = Xml::new();
    xml.put(format_args!(
        "<worksheet {MAIN}><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\" showGridLines=\"0\"/></sheetViews>\
         <sheetFormatPr defaultRowHeight=\"18\"/><cols><col min=\"1\" max=\"1\" width=\"{WIDTH}\" customWidth=\"1\"/></cols><sheetData>"
    ));
    let mut row = 0;
    for step in steps {
        let (text, style) = match step {
            Step::Text(text) => (text.text, style(text.level, text.style)),
            // Of a picture what it shows in words.
            Step::Picture(look) => {
                let alt = look.and_then(|look| look.alt.as_deref());
                (alt.unwrap_or_default(), style(None, None))
            }
            Step::Page { .. } | Step::Table(_) => continue,
        };
        let (letters, line) = match style.font {
            Font::Part => (9.0, TITLE),
            _ => (7.0, LINE),
        };
        let room = (WIDTH as f64 * DIGIT) / letters - 4.0 - 2.0 * style.indent as f64;
        let style = styles.number(&style);
        for piece in pieces(text) {
            let height = lines(piece, room) as f64 * line + SPACE;
            xml.put(format_args!(
                "<row r=\"{}\" ht=\"{}\" customHeight=\"1\">",
                row + 1,
                height.min(HIGHEST)
            ));
            sheet::text(row, 0, style, piece, &mut xml);
            xml.raw("</row>");
            row += 1;
        }
        xml.within()?;
    }
    xml.raw("</sheetData>");
    sheet::print(false, false, &mut xml);
    xml.raw("</worksheet>");
    Ok(xml)
}

fn style(level: Option<u8>, style: Option<TextStyle>) -> Style {
    let (font, align, indent) = match (style, level) {
        (Some(TextStyle::CoverTitle | TextStyle::ContentsTitle | TextStyle::TableTitle), _)
        | (None, Some(1)) => (Font::Part, Align::Center, 0),
        (Some(TextStyle::CoverLine | TextStyle::Caption), _) => (Font::Text, Align::Center, 0),
        (Some(_), _) => (Font::Text, Align::Left, 1),
        (None, Some(_)) => (Font::Heading, Align::Left, 2),
        (None, None) => (Font::Text, Align::Left, 2),
    };
    Style {
        font,
        align,
        indent,
        wrap: true,
        ..Style::default()
    }
}

/// A text in pieces that cells can hold; nothing where it says nothing.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let mut units = 0;
        let end = rest.char_indices().find(|(_, c)| {
            units += c.len_utf16();
            units > PIECE
        });
        let end = end.map_or(rest.len(), |(at, _)| at);
        // Rather behind a sentence than within one.
        let sentence = rest.get(..end).and_then(|it| it.rfind('。'));
        let end = match sentence {
            Some(at) if end < rest.len() => at + '。'.len_utf8(),
            _ => end,
        };
        let (piece, after) = rest.split_at(end);
        pieces.push(piece);
        rest = after;
    }
    pieces
}
