//! Styles, fonts and settings: what official documents look like (GB/T 9704).

use crate::write::xml::Xml;
use juesuan_paper::TextStyle;

const MAIN: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

const TITLE: &str = "方正小标宋简体";
const BLACK: &str = "黑体";
const KAI: &str = "楷体_GB2312";
const FANG: &str = "仿宋_GB2312";
const SONG: &str = "宋体";

/// A style of paragraphs.
struct Style {
    id: &'static str,
    name: &'static str,
    based: &'static str,
    next: &'static str,
    /// Properties of the paragraph, as XML.
    paragraph: &'static str,
    font: &'static str,
    /// In halves of a point.
    size: u32,
    bold: bool,
}

const fn style(
    id: &'static str,
    name: &'static str,
    paragraph: &'static str,
    font: &'static str,
    size: u32,
) -> Style {
    Style {
        id,
        name,
        based: "Normal",
        next: "",
        paragraph,
        font,
        size,
        bold: false,
    }
}

const fn heading(
    id: &'static str,
    name: &'static str,
    paragraph: &'static str,
    font: &'static str,
    size: u32,
    bold: bool,
) -> Style {
    Style {
        next: "BodyText",
        bold,
        ..style(id, name, paragraph, font, size)
    }
}

/// Sizes of text in tables, in halves of a point: from 小四 down.
pub(super) const TABLE_SIZES: [u32; 6] = [24, 21, 18, 15, 13, 11];

#[rustfmt::skip]
const STYLES: &[Style] = &[
    style("BodyText", "Body Text", "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:jc w:val=\"both\"/>", FANG, 32),
    heading("Heading1", "heading 1", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"280\" w:after=\"280\" w:line=\"640\" w:lineRule=\"atLeast\"/><w:jc w:val=\"center\"/><w:outlineLvl w:val=\"0\"/>", TITLE, 40, false),
    heading("Heading2", "heading 2", "<w:keepNext/><w:keepLines/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:outlineLvl w:val=\"1\"/>", BLACK, 32, false),
    heading("Heading3", "heading 3", "<w:keepNext/><w:keepLines/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:outlineLvl w:val=\"2\"/>", KAI, 32, false),
    heading("Heading4", "heading 4", "<w:keepNext/><w:keepLines/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:outlineLvl w:val=\"3\"/>", FANG, 32, true),
    heading("Heading5", "heading 5", "<w:keepNext/><w:keepLines/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:outlineLvl w:val=\"4\"/>", FANG, 32, false),
    heading("Heading6", "heading 6", "<w:keepNext/><w:keepLines/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:outlineLvl w:val=\"5\"/>", FANG, 32, false),
    heading("Heading7", "heading 7", "<w:keepNext/><w:keepLines/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:outlineLvl w:val=\"6\"/>", FANG, 32, false),
    heading("Heading8", "heading 8", "<w:keepNext/><w:keepLines/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:outlineLvl w:val=\"7\"/>", FANG, 32, false),
    heading("Heading9", "heading 9", "<w:keepNext/><w:keepLines/><w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:outlineLvl w:val=\"8\"/>", FANG, 32, false),
    style("CoverTitle", "封面标题", "<w:spacing w:before=\"120\" w:after=\"120\" w:line=\"800\" w:lineRule=\"atLeast\"/><w:jc w:val=\"center\"/>", TITLE, 52),
    style("CoverLine", "封面落款", "<w:spacing w:before=\"120\" w:line=\"640\" w:lineRule=\"atLeast\"/><w:jc w:val=\"center\"/>", KAI, 32),
    style("ContentsTitle", "目录标题", "<w:keepNext/><w:spacing w:after=\"280\" w:line=\"640\" w:lineRule=\"atLeast\"/><w:jc w:val=\"center\"/>", TITLE, 40),
    style("TOC1", "toc 1", "<w:tabs><w:tab w:val=\"right\" w:leader=\"middleDot\" w:pos=\"8844\"/></w:tabs><w:spacing w:before=\"40\" w:line=\"440\" w:lineRule=\"exact\"/>", BLACK, 28),
    style("TOC2", "toc 2", "<w:tabs><w:tab w:val=\"right\" w:leader=\"middleDot\" w:pos=\"8844\"/></w:tabs><w:spacing w:line=\"440\" w:lineRule=\"exact\"/><w:ind w:left=\"420\"/>", FANG, 28),
    style("TOC3", "toc 3", "<w:tabs><w:tab w:val=\"right\" w:leader=\"middleDot\" w:pos=\"8844\"/></w:tabs><w:spacing w:line=\"440\" w:lineRule=\"exact\"/><w:ind w:left=\"840\"/>", FANG, 28),
    style("TableTitle", "表标题", "<w:keepNext/><w:keepLines/><w:spacing w:before=\"60\" w:after=\"60\" w:line=\"480\" w:lineRule=\"atLeast\"/><w:jc w:val=\"center\"/>", TITLE, 36),
    style("TableLine", "表头行", "<w:keepNext/><w:keepLines/><w:spacing w:line=\"300\" w:lineRule=\"atLeast\"/>", SONG, 21),
    style("TableNote", "表注", "<w:spacing w:before=\"40\" w:line=\"280\" w:lineRule=\"atLeast\"/>", SONG, 18),
    style("Picture", "图", "<w:keepNext/><w:spacing w:before=\"160\" w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>", SONG, 21),
    style("Caption", "caption", "<w:keepLines/><w:spacing w:before=\"60\" w:after=\"160\" w:line=\"400\" w:lineRule=\"atLeast\"/><w:jc w:val=\"center\"/>", BLACK, 24),
    style("Between", "分隔", "<w:spacing w:line=\"20\" w:lineRule=\"exact\"/>", SONG, 2),
    style("Footer", "footer", "<w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>", SONG, 28),
];

/// The style of a text that plays a part.
pub(super) fn named(style: TextStyle) -> &'static str {
    match style {
        TextStyle::CoverTitle => "CoverTitle",
        TextStyle::CoverLine => "CoverLine",
        TextStyle::ContentsTitle => "ContentsTitle",
        TextStyle::ContentsLine => "TOC2",
        TextStyle::TableTitle => "TableTitle",
        TextStyle::TableLine => "TableLine",
        TextStyle::TableNote => "TableNote",
        TextStyle::Caption => "Caption",
    }
}

/// How large the letters of a style are, in halves of a point.
pub(super) fn size_of(id: &str) -> u32 {
    let style = STYLES.iter().find(|style| style.id == id);
    style.map_or(32, |style| style.size)
}

/// The part with all styles. What is not a heading says so: a number before it makes it none.
pub(super) fn styles() -> Xml {
    let mut xml = Xml::new();
    xml.put(format_args!(
        "<w:styles {MAIN}><w:docDefaults><w:rPrDefault><w:rPr>\
         <w:rFonts w:ascii=\"Times New Roman\" w:eastAsia=\"{FANG}\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/>\
         <w:kern w:val=\"2\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/>\
         </w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>\
         <w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>\
         <w:pPr><w:widowControl w:val=\"0\"/><w:spacing w:line=\"560\" w:lineRule=\"exact\"/><w:outlineLvl w:val=\"9\"/></w:pPr></w:style>\
         <w:style w:type=\"character\" w:default=\"1\" w:styleId=\"DefaultParagraphFont\"><w:name w:val=\"Default Paragraph Font\"/>\
         <w:uiPriority w:val=\"1\"/><w:semiHidden/><w:unhideWhenUsed/></w:style>\
         <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:uiPriority w:val=\"99\"/>\
         <w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/>\
         <w:left w:w=\"108\" w:type=\"dxa\"/><w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>\
         <w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/>\
         <w:tblPr><w:tblBorders>"
    ));
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        xml.put(format_args!(
            "<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"
        ));
    }
    xml.raw("</w:tblBorders></w:tblPr></w:style>");
    for style in STYLES {
        style.put(&mut xml);
    }
    for size in TABLE_SIZES {
        let line = line_of(size);
        xml.put(format_args!(
            "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Table{size}\"><w:name w:val=\"表格{}磅\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/>\
             <w:pPr><w:spacing w:line=\"{line}\" w:lineRule=\"exact\"/></w:pPr><w:rPr><w:rFonts w:eastAsia=\"{SONG}\"/>\
             <w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr></w:style>",
            f64::from(size) / 2.0
        ));
    }
    xml.raw("</w:styles>");
    xml
}

/// How high a line of a table is, in twentieths of a point.
pub(super) fn line_of(size: u32) -> u32 {
    size * 10 * 13 / 10
}

impl Style {
    fn put(&self, xml: &mut Xml) {
        let own = self.name.chars().any(|c| c > '\u{2E80}');
        let own = if own { " w:customStyle=\"1\"" } else { "" };
        xml.put(format_args!(
            "<w:style w:type=\"paragraph\"{own} w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"{}\"/>",
            self.id, self.name, self.based
        ));
        if !self.next.is_empty() {
            xml.put(format_args!("<w:next w:val=\"{}\"/>", self.next));
        }
        if let Some(priority) = self.id.strip_prefix("TOC").map(|_| 39) {
            xml.put(format_args!("<w:uiPriority w:val=\"{priority}\"/>"));
        }
        let size = self.size;
        let bold = if self.bold { "<w:b/><w:bCs/>" } else { "" };
        xml.put(format_args!(
            "<w:qFormat/><w:pPr>{}</w:pPr><w:rPr><w:rFonts w:eastAsia=\"{}\"/>{bold}<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/></w:rPr></w:style>",
            self.paragraph, self.font
        ));
    }
}

/// The part that says what may stand in for a font where it is missing.
pub(super) fn fonts() -> Xml {
    let mut xml = Xml::new();
    xml.put(format_args!("<w:fonts {MAIN}>"));
    for (name, instead, family) in [
        ("Times New Roman", "", "roman"),
        (SONG, "SimSun", "auto"),
        (TITLE, "宋体", "auto"),
        (BLACK, "SimHei", "modern"),
        (KAI, "楷体", "modern"),
        (FANG, "仿宋", "modern"),
    ] {
        xml.put(format_args!("<w:font w:name=\"{name}\">"));
        let mut set = "00";
        if !instead.is_empty() {
            set = "86";
            xml.put(format_args!("<w:altName w:val=\"{instead}\"/>"));
        }
        xml.put(format_args!(
            "<w:charset w:val=\"{set}\"/><w:family w:val=\"{family}\"/><w:pitch w:val=\"variable\"/></w:font>"
        ));
    }
    xml.raw("</w:fonts>");
    xml
}

/// As Word 2013 and later lay out; lines that somebody broke are not stretched.
pub(super) const SETTINGS: &str = concat!(
    "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:zoom w:percent=\"100\"/>",
    "<w:defaultTabStop w:val=\"420\"/><w:characterSpacingControl w:val=\"compressPunctuation\"/>",
    "<w:compat><w:doNotExpandShiftReturn/>",
    "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat>",
    "<w:themeFontLang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/><w:decimalSymbol w:val=\".\"/><w:listSeparator w:val=\",\"/></w:settings>",
);
