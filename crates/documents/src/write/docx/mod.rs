//! Word files: the text in styles that Word and WPS know by name, so that it can be worked on.

mod body;
mod contents;
mod page;
mod picture;
mod run;
mod styles;
mod table;

use super::plan::Step;
use super::xml::{Escaped, Xml};
use super::zipped::Zipped;
use body::Body;
use juesuan_paper::{TextStyle, Unwritable};
use picture::Pictures;

const TYPES: &str = concat!(
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
    "<Default Extension=\"emf\" ContentType=\"image/x-emf\"/>",
    "<Default Extension=\"svg\" ContentType=\"image/svg+xml\"/>",
    "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>",
    "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>",
    "<Override PartName=\"/word/settings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml\"/>",
    "<Override PartName=\"/word/fontTable.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml\"/>",
    "<Override PartName=\"/word/footer1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml\"/>",
    "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>",
    "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>",
    "</Types>",
);

pub(super) const PACKAGE: &str = concat!(
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>",
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>",
    "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties\" Target=\"docProps/app.xml\"/>",
    "</Relationships>",
);

pub(super) const APP: &str = "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>juesuan</Application></Properties>";

/// Writes a Word file.
///
/// # Errors
/// [`Unwritable`].
pub(super) fn write(steps: &[Step<'_>]) -> Result<Vec<u8>, Unwritable> {
    let mut pictures = Pictures::default();
    let document = Body::write(steps, &mut pictures)?;
    let mut zip = Zipped::default();
    part(&mut zip, "[Content_Types].xml", TYPES)?;
    part(&mut zip, "_rels/.rels", PACKAGE)?;
    zip.add("docProps/core.xml", core(title(steps)).as_bytes())?;
    part(&mut zip, "docProps/app.xml", APP)?;
    zip.add("word/document.xml", document.as_bytes())?;
    zip.add(
        "word/_rels/document.xml.rels",
        pictures.relationships().as_bytes(),
    )?;
    zip.add("word/styles.xml", styles::styles().as_bytes())?;
    part(&mut zip, "word/settings.xml", styles::SETTINGS)?;
    zip.add("word/fontTable.xml", styles::fonts().as_bytes())?;
    part(&mut zip, "word/footer1.xml", page::FOOTER)?;
    for (name, bytes) in pictures.parts() {
        zip.add(name, bytes)?;
    }
    Ok(zip.finish())
}

/// Adds a part that is always the same.
fn part(zip: &mut Zipped, name: &str, content: &str) -> Result<(), Unwritable> {
    let mut xml = Xml::new();
    xml.raw(content);
    zip.add(name, xml.as_bytes())
}

/// What the document is called: the title on its cover, else its first heading.
pub(super) fn title<'a>(steps: &[Step<'a>]) -> &'a str {
    let texts = || {
        steps.iter().filter_map(|step| match step {
            Step::Text(text) => Some(text),
            _ => None,
        })
    };
    let mut cover = texts().filter(|it| it.style == Some(TextStyle::CoverTitle));
    let cover = cover.next_back();
    let found = cover.or_else(|| texts().find(|it| it.level.is_some()));
    found.map_or("", |text| text.text)
}

/// What is known of the document. A day that is always the same: equal papers give equal files.
pub(super) fn core(title: &str) -> Xml {
    let title: String = title.chars().take(200).collect();
    let mut xml = Xml::new();
    xml.put(format_args!(
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{}</dc:title>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">2000-01-01T00:00:00Z</dcterms:created></cp:coreProperties>",
        Escaped(&title)
    ));
    xml
}
