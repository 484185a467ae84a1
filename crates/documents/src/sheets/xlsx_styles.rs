//! The number formats of an XLSX workbook.

use super::built_in::built_in;
use super::format::Format;
use crate::xml::Element;
use std::collections::HashMap;

/// Formats by the number that cells name.
pub(super) struct Styles {
    formats: Vec<Format>,
    from_1904: bool,
}

impl Styles {
    pub fn of(root: Option<&Element>, from_1904: bool) -> Self {
        let mut own: HashMap<u32, &str> = HashMap::new();
        let number = |element: &Element, name: &str| {
            element
                .attribute(name)
                .and_then(|it| it.parse::<u32>().ok())
        };
        if let Some(list) = root.and_then(|root| root.child("numFmts")) {
            for format in list.all("numFmt") {
                if let (Some(id), Some(code)) =
                    (number(format, "numFmtId"), format.attribute("formatCode"))
                {
                    own.insert(id, code);
                }
            }
        }
        let list = root.and_then(|root| root.child("cellXfs"));
        let formats = list
            .iter()
            .flat_map(|list| list.all("xf"))
            .take(100_000)
            .map(|xf| {
                let id = number(xf, "numFmtId").unwrap_or(0);
                Format::parse(own.get(&id).copied().unwrap_or_else(|| built_in(id)))
            });
        Styles {
            formats: formats.collect(),
            from_1904,
        }
    }

    /// A number as the cell shows it.
    pub fn show(&self, style: usize, number: f64) -> String {
        match self.formats.get(style) {
            Some(format) => format.show(number, self.from_1904),
            None => super::digits::general(number),
        }
    }
}
