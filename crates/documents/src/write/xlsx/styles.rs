//! How cells look: each combination that is used once in the part of styles.

use super::sheet::MAIN;
use crate::write::xml::{Escaped, Xml};
use juesuan_paper::Align;
use std::collections::HashMap;

/// Letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) enum Font {
    /// Of tables.
    #[default]
    Table,
    /// Of tables, bold.
    Bold,
    /// The title of a table.
    Title,
    /// Running text.
    Text,
    /// The heading of a part.
    Part,
    /// Other headings.
    Heading,
}

/// Font, size, bold, in the order of [`Font`]; the first is that in which columns are measured.
const FONTS: [(&str, f64, bool); 6] = [
    ("宋体", 10.0, false),
    ("宋体", 10.0, true),
    ("方正小标宋简体", 18.0, false),
    ("仿宋_GB2312", 14.0, false),
    ("方正小标宋简体", 18.0, false),
    ("黑体", 14.0, false),
];

/// Formats that have a number of their own.
const BUILT_IN: [(&str, usize); 8] = [
    ("General", 0),
    ("0", 1),
    ("0.00", 2),
    ("#,##0", 3),
    ("#,##0.00", 4),
    ("0%", 9),
    ("0.00%", 10),
    ("@", 49),
];
/// The first number of other formats.
const OWN: usize = 164;

/// How a cell looks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Style {
    pub font: Font,
    pub border: bool,
    pub format: String,
    pub align: Align,
    pub wrap: bool,
    pub indent: usize,
}

impl Default for Style {
    fn default() -> Self {
        Style {
            font: Font::Table,
            border: false,
            format: "General".to_owned(),
            align: Align::Left,
            wrap: false,
            indent: 0,
        }
    }
}

/// All that are used.
#[derive(Default)]
pub(super) struct Styles {
    styles: Vec<Style>,
    numbers: HashMap<Style, usize>,
}

impl Styles {
    /// The number of a style: 0 is that of cells without any.
    pub fn number(&mut self, style: &Style) -> usize {
        if let Some(number) = self.numbers.get(style) {
            return *number;
        }
        self.styles.push(style.clone());
        let number = self.styles.len();
        self.numbers.insert(style.clone(), number);
        number
    }

    /// The part.
    pub fn part(&self) -> Xml {
        let mut own: Vec<&str> = Vec::new();
        let mut ids: Vec<usize> = Vec::new();
        for style in &self.styles {
            let format = style.format.as_str();
            let built_in = BUILT_IN.iter().find(|(code, _)| *code == format);
            ids.push(match (built_in, own.iter().position(|it| *it == format)) {
                (Some((_, id)), _) => *id,
                (None, Some(at)) => OWN + at,
                (None, None) => {
                    own.push(format);
                    OWN + own.len() - 1
                }
            });
        }
        let mut xml = Xml::new();
        xml.put(format_args!("<styleSheet {MAIN}>"));
        if !own.is_empty() {
            xml.put(format_args!("<numFmts count=\"{}\">", own.len()));
            for (at, code) in own.iter().enumerate() {
                let id = OWN + at;
                xml.put(format_args!(
                    "<numFmt numFmtId=\"{id}\" formatCode=\"{}\"/>",
                    Escaped(code)
                ));
            }
            xml.raw("</numFmts>");
        }
        xml.put(format_args!("<fonts count=\"{}\">", FONTS.len()));
        for (name, size, bold) in FONTS {
            let bold = if bold { "<b/>" } else { "" };
            xml.put(format_args!(
                "<font>{bold}<sz val=\"{size}\"/><name val=\"{name}\"/><family val=\"3\"/><charset val=\"134\"/></font>"
            ));
        }
        xml.raw(concat!(
            "</fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>",
            "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border>",
            "<border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/><bottom style=\"thin\"/><diagonal/></border></borders>",
            "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>",
        ));
        xml.put(format_args!(
            "<cellXfs count=\"{}\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>",
            self.styles.len() + 1
        ));
        for (style, id) in self.styles.iter().zip(ids) {
            style.put(id, &mut xml);
        }
        xml.raw(concat!(
            "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>",
            "</styleSheet>",
        ));
        xml
    }
}

impl Style {
    fn put(&self, format: usize, xml: &mut Xml) {
        let border = u8::from(self.border);
        xml.put(format_args!(
            "<xf numFmtId=\"{format}\" fontId=\"{}\" fillId=\"0\" borderId=\"{border}\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" \
             applyBorder=\"1\" applyAlignment=\"1\"><alignment horizontal=\"{}\" vertical=\"center\"",
            self.font as usize,
            match self.align {
                Align::Left => "left",
                Align::Center => "center",
                Align::Right => "right",
            }
        ));
        if self.wrap {
            xml.raw(" wrapText=\"1\"");
        }
        if self.indent > 0 {
            xml.put(format_args!(" indent=\"{}\"", self.indent));
        }
        xml.raw("/></xf>");
    }
}
