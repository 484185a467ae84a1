//! What kind of file it is, told by its content.

use crate::charset;
use crate::ole::{self, Ole};
use crate::package::{Fault, Package};
use juesuan_paper::{Kind, OldKind, Unreadable};

/// How far into a file its kind is looked for.
const HEAD: usize = 1024;

/// # Errors
/// For what is no document, or one that is not read.
pub(crate) fn kind(bytes: &[u8]) -> Result<Kind, Unreadable> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Unreadable::Empty);
    }
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return package(bytes);
    }
    if head.starts_with(&ole::MAGIC) {
        return compound(bytes);
    }
    // Some writers put other bytes before the head of a PDF; but a zip may hold one.
    if head.windows(5).any(|five| five == b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    if let Some(kind) = bare_sheet(head) {
        return kind;
    }
    if head.starts_with(b"{\\rtf") {
        return Err(Unreadable::Old(OldKind::Rtf));
    }
    if let Some(name) = named(head) {
        return Err(Unreadable::Unknown(Some(name)));
    }
    text(bytes)
}

/// A zip, by the names of its parts.
fn package(bytes: &[u8]) -> Result<Kind, Unreadable> {
    let mut package = match Package::open(bytes) {
        Ok(package) => package,
        Err(fault @ Fault::TooLarge(_)) => return Err(fault.unreadable(Kind::Docx)),
        Err(_) => return Err(cut_package(bytes)),
    };
    // Of an encrypted one, the list of what is encrypted may be all that anybody can read.
    if package.has("OFD.xml") || package.has("Encryptions.xml") {
        return Ok(Kind::Ofd);
    }
    if package.has("[Content_Types].xml") {
        let main = package.main().unwrap_or_default();
        let kind = package.content_type(&main).unwrap_or_default();
        let holds = |folder: &str| package.names().any(|name| name.starts_with(folder));
        if main.ends_with("workbook.bin") {
            return Err(Unreadable::Unknown(Some("XLSB")));
        }
        if kind.contains("wordprocessingml") {
            return Ok(Kind::Docx);
        }
        if kind.contains("spreadsheetml") {
            return Ok(Kind::Xlsx);
        }
        if kind.contains("presentationml") {
            return Err(Unreadable::Old(OldKind::Slides));
        }
        if package.has("xl/workbook.bin") {
            return Err(Unreadable::Unknown(Some("XLSB")));
        }
        if holds("word/") {
            return Ok(Kind::Docx);
        }
        if holds("xl/") {
            return Ok(Kind::Xlsx);
        }
        if holds("ppt/") {
            return Err(Unreadable::Old(OldKind::Slides));
        }
    }
    if package.has("content.xml") {
        return open_document(&mut package);
    }
    let names = [
        ("word/document.xml", Ok(Kind::Docx)),
        ("xl/workbook.xml", Ok(Kind::Xlsx)),
        (
            "meta-inf/container.xml",
            Err(Unreadable::Unknown(Some("EPUB"))),
        ),
        ("androidmanifest.xml", Err(Unreadable::Unknown(Some("APK")))),
        (
            "meta-inf/manifest.mf",
            Err(Unreadable::Unknown(Some("JAR"))),
        ),
    ];
    for (name, kind) in names {
        if package.has(name) {
            return kind;
        }
    }
    Err(Unreadable::Unknown(Some("ZIP")))
}

/// A zip whose list of parts is gone: what it was, by the names that stand before the parts.
fn cut_package(bytes: &[u8]) -> Unreadable {
    let holds = |name: &[u8]| bytes.windows(name.len()).any(|part| part == name);
    for (name, kind) in [
        (&b"OFD.xml"[..], Kind::Ofd),
        (b"word/", Kind::Docx),
        (b"xl/", Kind::Xlsx),
        (b"opendocument.spreadsheet", Kind::Ods),
    ] {
        if holds(name) {
            return Unreadable::Damaged(kind);
        }
    }
    Unreadable::Unknown(Some("ZIP"))
}

fn open_document(package: &mut Package<'_>) -> Result<Kind, Unreadable> {
    let as_text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
    let manifest = package.part("META-INF/manifest.xml").map(as_text);
    let manifest = manifest.unwrap_or_default();
    let kind = package.part("mimetype").map(as_text);
    let kind = kind.unwrap_or_else(|_| manifest.clone());
    if manifest.contains("encryption-data") {
        return Err(Unreadable::Password { wrong: false });
    }
    if kind.contains("opendocument.spreadsheet") {
        Ok(Kind::Ods)
    } else if kind.contains("opendocument.text") {
        Err(Unreadable::Old(OldKind::Odt))
    } else if kind.contains("opendocument.presentation") {
        Err(Unreadable::Old(OldKind::Slides))
    } else {
        Err(Unreadable::Unknown(Some("OpenDocument")))
    }
}

/// An OLE file, by the names of its streams.
fn compound(bytes: &[u8]) -> Result<Kind, Unreadable> {
    // What it was cannot be told without its directory; most are workbooks.
    let ole = Ole::open(bytes).ok_or(Unreadable::Damaged(Kind::Xls))?;
    // First of all: the others may be there, too, and say that it is encrypted.
    if ole.has("EncryptedPackage") {
        return Err(Unreadable::Password { wrong: false });
    }
    if ole.has("Workbook") || ole.has("Book") {
        return Ok(Kind::Xls);
    }
    for (name, fault) in [
        ("WordDocument", Unreadable::Old(OldKind::Word)),
        ("PowerPoint Document", Unreadable::Old(OldKind::Slides)),
        ("VisioDocument", Unreadable::Unknown(Some("Visio"))),
        ("__properties_version1.0", Unreadable::Unknown(Some("MSG"))),
        ("FileHeader", Unreadable::Unknown(Some("HWP"))),
    ] {
        if ole.has(name) {
            return Err(fault);
        }
    }
    Err(Unreadable::Unknown(Some("OLE")))
}

/// The records of a workbook without OLE around them.
fn bare_sheet(head: &[u8]) -> Option<Result<Kind, Unreadable>> {
    match head {
        [0x09, 0x08, 0x08 | 0x10, 0x00, 0x00, 0x05 | 0x06, ..] => Some(Ok(Kind::Xls)),
        [0x09, 0x00 | 0x02 | 0x04, 0x04 | 0x06, 0x00, ..] => {
            Some(Err(Unreadable::Unknown(Some("Excel 2.0–4.0"))))
        }
        _ => None,
    }
}

/// Files that are no documents, by their first bytes.
fn named(head: &[u8]) -> Option<&'static str> {
    let known: [(&[u8], &'static str); 25] = [
        (b"\x89PNG", "PNG"),
        (b"\xFF\xD8\xFF", "JPEG"),
        (b"GIF87a", "GIF"),
        (b"GIF89a", "GIF"),
        (b"II*\0", "TIFF"),
        (b"MM\0*", "TIFF"),
        (b"Rar!\x1A\x07", "RAR"),
        (b"7z\xBC\xAF\x27\x1C", "7z"),
        (b"\x1F\x8B", "GZIP"),
        (b"BZh", "BZIP2"),
        (b"\xFD7zXZ\0", "XZ"),
        (b"PK\x07\x08", "ZIP"),
        (b"MZ", "EXE"),
        (b"\x7FELF", "ELF"),
        (b"%!PS", "PostScript"),
        (b"AC10", "DWG"),
        (b"ID3", "MP3"),
        (b"OggS", "OGG"),
        (b"SQLite format 3\0", "SQLite"),
        (b"\0\0\x01\0", "ICO"),
        (b"CAJ\0", "CAJ"),
        (b"HN\0\0", "CAJ"),
        (b"KDH ", "CAJ"),
        (b"\0asm", "WebAssembly"),
        (b"AT&TFORM", "DjVu"),
    ];
    if let Some((_, name)) = known.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(name);
    }
    let at = |from: usize, magic: &[u8]| head.get(from..).is_some_and(|it| it.starts_with(magic));
    if head.starts_with(b"RIFF") && at(8, b"WEBP") {
        return Some("WebP");
    }
    // The size of the whole file follows, and zeros: a text that begins with BM has none.
    if head.starts_with(b"BM") && at(6, &[0, 0, 0, 0]) {
        return Some("BMP");
    }
    if at(4, b"ftyp") {
        return Some(if at(8, b"hei") || at(8, b"mif1") {
            "HEIC"
        } else {
            "MP4"
        });
    }
    at(257, b"ustar").then_some("TAR")
}

/// A text: a web page, one of the office formats in XML, or plain.
fn text(bytes: &[u8]) -> Result<Kind, Unreadable> {
    let Some(decoded) = charset::decode(bytes) else {
        return Err(Unreadable::Unknown(None));
    };
    let head: String = decoded.text.chars().take(65_536).collect();
    if is_mhtml(&head) {
        return Err(Unreadable::Old(OldKind::Mhtml));
    }
    if let Some(name) = office_xml(&head) {
        return Err(Unreadable::Unknown(Some(name)));
    }
    Ok(if is_html(&head) {
        Kind::Html
    } else {
        Kind::Text
    })
}

/// A page saved with its parts in one file is written as a letter is.
fn is_mhtml(head: &str) -> bool {
    let mut headers = head.lines().take_while(|line| !line.trim().is_empty());
    let version = headers.any(|line| line.to_ascii_lowercase().starts_with("mime-version:"));
    let head: String = head.chars().take(4096).collect();
    version && head.to_ascii_lowercase().contains("multipart/related")
}

/// Formats of XML that are not read.
fn office_xml(head: &str) -> Option<&'static str> {
    let head = head.trim_start();
    if !head.starts_with("<?xml") {
        return None;
    }
    let head: String = head.chars().take(4096).collect();
    [
        ("progid=\"Excel.Sheet\"", "XML Spreadsheet 2003"),
        (
            "urn:schemas-microsoft-com:office:spreadsheet",
            "XML Spreadsheet 2003",
        ),
        ("progid=\"Word.Document\"", "Word 2003 XML"),
        (
            "schemas.microsoft.com/office/word/2003/wordml",
            "Word 2003 XML",
        ),
        ("xmlPackage", "Word Flat XML"),
        ("schemas.uof.org", "UOF"),
        ("office:document ", "Flat OpenDocument"),
        ("<svg", "SVG"),
    ]
    .iter()
    .find(|(mark, _)| head.contains(mark))
    .map(|(_, name)| *name)
}

/// A web page, or a part of one: its first element is one of HTML. Comments, declarations and the mark of the
/// clipboard may stand before it.
pub(crate) fn is_html(head: &str) -> bool {
    let mut rest = head.trim_start_matches(['\u{FEFF}', ' ', '\t', '\r', '\n']);
    // The clipboard of Windows counts its bytes first.
    if rest.starts_with("Version:") && rest.contains("StartHTML:") {
        return true;
    }
    loop {
        rest = rest.trim_start();
        let after = if let Some(comment) = rest.strip_prefix("<!--") {
            comment.split_once("-->").map(|(_, after)| after)
        } else if let Some(declared) = rest.strip_prefix("<!") {
            let name: String = declared.chars().take(12).collect();
            if name.eq_ignore_ascii_case("doctype html") {
                return true;
            }
            declared.split_once('>').map(|(_, after)| after)
        } else if rest.starts_with("<?") {
            rest.split_once('>').map(|(_, after)| after)
        } else {
            break;
        };
        let Some(after) = after else { return false };
        rest = after;
    }
    let Some(tag) = rest.strip_prefix('<') else {
        return false;
    };
    let end = tag.find(|c: char| !c.is_ascii_alphanumeric());
    let (name, after) = tag.split_at(end.unwrap_or(tag.len()));
    let known = [
        "html", "head", "body", "meta", "title", "table", "div", "p", "span", "h1", "h2", "h3",
        "h4", "ul", "ol", "style", "link", "font", "center", "b", "a", "tr", "colgroup", "col",
        "article", "section", "br", "img",
    ];
    known.contains(&name.to_ascii_lowercase().as_str())
        && after.starts_with([' ', '>', '\n', '\r', '\t', '/'])
}

#[cfg(test)]
mod tests;
