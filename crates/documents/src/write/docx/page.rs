//! Pages: their size, margins and numbers.

/// Twentieths of a point between the margins of a page that stands upright.
const UPRIGHT: u32 = 11_906 - 1_588 - 1_474;
/// The same of one that lies on its side.
const LYING: u32 = 16_838 - 2 * 1_134;
/// The same from top to bottom.
const UPRIGHT_HEIGHT: u32 = 16_838 - 2_098 - 1_984;
const LYING_HEIGHT: u32 = 11_906 - 2 * 850;

/// A section: pages that are alike.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Section {
    pub landscape: bool,
    /// Its pages have no numbers.
    pub cover: bool,
    /// Pages are counted from 1 again.
    pub restarts: bool,
}

impl Section {
    /// How wide its text is, in twentieths of a point.
    pub fn width(self) -> u32 {
        if self.landscape { LYING } else { UPRIGHT }
    }

    /// How high its text is, in twentieths of a point.
    pub fn height(self) -> u32 {
        if self.landscape {
            LYING_HEIGHT
        } else {
            UPRIGHT_HEIGHT
        }
    }

    /// Its properties. Margins of upright pages are those of official documents (GB/T 9704).
    pub fn properties(self) -> String {
        let footer = if self.cover {
            ""
        } else {
            "<w:footerReference w:type=\"default\" r:id=\"rId4\"/>"
        };
        let size = if self.landscape {
            "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>\
             <w:pgMar w:top=\"850\" w:right=\"1134\" w:bottom=\"850\" w:left=\"1134\" w:header=\"425\" w:footer=\"425\" w:gutter=\"0\"/>"
        } else {
            "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
             <w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\" w:header=\"851\" w:footer=\"1361\" w:gutter=\"0\"/>"
        };
        let count = if self.restarts {
            "<w:pgNumType w:start=\"1\"/>"
        } else {
            ""
        };
        format!(
            "<w:sectPr>{footer}<w:type w:val=\"nextPage\"/>{size}{count}<w:cols w:space=\"425\"/></w:sectPr>"
        )
    }
}

/// The number of the page, in the middle: — 1 —.
pub(super) const FOOTER: &str = concat!(
    "<w:ftr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr>",
    "<w:r><w:t xml:space=\"preserve\">— </w:t></w:r>",
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>",
    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
    "<w:r><w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>",
);
