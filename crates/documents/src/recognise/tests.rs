#![allow(clippy::unwrap_used, clippy::type_complexity, reason = "a test")]

use super::kind;
use crate::charset::decode;
use juesuan_paper::{Kind, OldKind, Unreadable};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn packed(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An OLE file with these empty streams.
pub(crate) fn compound(names: &[&str]) -> Vec<u8> {
    let mut bytes = vec![0_u8; 512];
    bytes[..8].copy_from_slice(&crate::ole::MAGIC);
    bytes[30] = 9;
    bytes[48..52].copy_from_slice(&1_u32.to_le_bytes());
    bytes[56..60].copy_from_slice(&4096_u32.to_le_bytes());
    bytes[60..64].copy_from_slice(&u32::MAX.to_le_bytes());
    bytes[68..72].copy_from_slice(&u32::MAX.to_le_bytes());
    bytes[76..512].fill(0xFF);
    bytes[76..80].copy_from_slice(&0_u32.to_le_bytes());
    let mut next = vec![0xFF_u8; 512];
    next[4..8].copy_from_slice(&0xFFFF_FFFE_u32.to_le_bytes());
    bytes.extend(next);
    for (name, kind) in [("Root Entry", 5)]
        .into_iter()
        .chain(names.iter().map(|it| (*it, 2)))
    {
        let mut entry = vec![0_u8; 128];
        for (at, unit) in name.encode_utf16().enumerate() {
            entry[at * 2..at * 2 + 2].copy_from_slice(&unit.to_le_bytes());
        }
        entry[64] = u8::try_from(name.len() * 2 + 2).unwrap();
        entry[66] = kind;
        bytes.extend(entry);
    }
    bytes.resize(512 * 3, 0);
    bytes
}

#[test]
fn kinds_by_content() {
    let types = "[Content_Types].xml";
    let old = |kind| Err(Unreadable::Old(kind));
    let named = |name| Err(Unreadable::Unknown(Some(name)));
    let ods = "application/vnd.oasis.opendocument.spreadsheet";
    let wide = |text: &str| {
        text.encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
    };
    let cases: Vec<(&str, Vec<u8>, Result<Kind, Unreadable>)> = vec![
        ("nothing", vec![], Err(Unreadable::Empty)),
        ("blanks", b" \r\n".to_vec(), Err(Unreadable::Empty)),
        ("pdf", b"%PDF-1.7\n".to_vec(), Ok(Kind::Pdf)),
        ("pdf after other bytes", [vec![b'\n'; 900], b"%PDF-1.4".to_vec()].concat(), Ok(Kind::Pdf)),
        ("pdf too late", [vec![b'a'; 2000], b"%PDF-1.4".to_vec()].concat(), Ok(Kind::Text)),
        ("docx", packed(&[(types, ""), ("word/document.xml", "")]), Ok(Kind::Docx)),
        ("xlsx", packed(&[(types, ""), ("xl/workbook.xml", "")]), Ok(Kind::Xlsx)),
        ("xlsx that embeds a docx", packed(&[(types, ""), ("xl/workbook.xml", ""), ("xl/embeddings/word/a.docx", "")]), Ok(Kind::Xlsx)),
        ("parts in another folder, by type", packed(&[(types, "<Types><Override PartName='/d.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>"), ("d.xml", "<a/>")]), Ok(Kind::Xlsx)),
        ("back slashes", packed(&[(types, ""), ("xl\\workbook.xml", "")]), Ok(Kind::Xlsx)),
        ("xlsb", packed(&[(types, ""), ("xl/workbook.bin", "")]), named("XLSB")),
        ("pptx", packed(&[(types, ""), ("ppt/presentation.xml", "")]), old(OldKind::Slides)),
        ("ofd", packed(&[("OFD.xml", ""), ("Doc_0/Document.xml", "")]), Ok(Kind::Ofd)),
        ("encrypted ofd", packed(&[("Encryptions.xml", "")]), Ok(Kind::Ofd)),
        ("ods", packed(&[("mimetype", ods), ("content.xml", "")]), Ok(Kind::Ods)),
        ("ods without mimetype", packed(&[("META-INF/manifest.xml", ods), ("content.xml", "")]), Ok(Kind::Ods)),
        ("encrypted ods", packed(&[("mimetype", ods), ("content.xml", ""), ("META-INF/manifest.xml", "<manifest:encryption-data/>")]), Err(Unreadable::Password { wrong: false })),
        ("odt", packed(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "")]), old(OldKind::Odt)),
        ("odp", packed(&[("mimetype", "application/vnd.oasis.opendocument.presentation"), ("content.xml", "")]), old(OldKind::Slides)),
        ("zip", packed(&[("决算.xlsx", "")]), named("ZIP")),
        ("zip that holds a pdf", { let mut zip = vec![b'P', b'K', 3, 4, 10]; zip.extend([0; 25]); zip.extend(b"a.pdf%PDF-1.4"); zip }, named("ZIP")),
        ("half a docx", packed(&[(types, ""), ("word/document.xml", "")])[..100].to_vec(), Err(Unreadable::Damaged(Kind::Docx))),
        ("xls", compound(&["Workbook"]), Ok(Kind::Xls)),
        ("xls of Excel 5", compound(&["Book"]), Ok(Kind::Xls)),
        ("doc, wps", compound(&["WordDocument", "1Table"]), old(OldKind::Word)),
        ("ppt", compound(&["PowerPoint Document"]), old(OldKind::Slides)),
        ("encrypted docx or xlsx", compound(&["EncryptionInfo", "EncryptedPackage"]), Err(Unreadable::Password { wrong: false })),
        ("other ole", compound(&["Other"]), named("OLE")),
        ("ole cut", compound(&["Workbook"])[..600].to_vec(), Err(Unreadable::Damaged(Kind::Xls))),
        ("bare biff8", vec![9, 8, 16, 0, 0, 6, 5, 0], Ok(Kind::Xls)),
        ("bare biff5", vec![9, 8, 8, 0, 0, 5, 5, 0], Ok(Kind::Xls)),
        ("biff2", vec![9, 0, 4, 0, 2, 0, 16, 0], named("Excel 2.0–4.0")),
        ("rtf", b"{\\rtf1\\ansi".to_vec(), old(OldKind::Rtf)),
        ("mhtml", b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n".to_vec(), old(OldKind::Mhtml)),
        ("html", b"<!DOCTYPE html><html>".to_vec(), Ok(Kind::Html)),
        ("html by its old type", b"<!doctype HTML PUBLIC \"-//W3C//DTD\">".to_vec(), Ok(Kind::Html)),
        ("html behind comments", "\u{FEFF}<!-- saved from url -->\n<?xml version='1.0'?><HTML lang=zh>".into(), Ok(Kind::Html)),
        ("web page of Excel saved as xls", b"<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head>".to_vec(), Ok(Kind::Html)),
        ("a table only", b"<table border=1><tr>".to_vec(), Ok(Kind::Html)),
        ("clipboard of Windows", b"Version:0.9\r\nStartHTML:0105\r\n<html>".to_vec(), Ok(Kind::Html)),
        ("html in utf-16", wide("\u{FEFF}<html><body>决算"), Ok(Kind::Html)),
        ("text that begins with a sign", b"<5% of all\n".to_vec(), Ok(Kind::Text)),
        ("text with a name in brackets", "<placeholder> 决算".into(), Ok(Kind::Text)),
        ("xml spreadsheet 2003", b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook>".to_vec(), named("XML Spreadsheet 2003")),
        ("text", "2024年度决算".into(), Ok(Kind::Text)),
        ("text in gbk", encoding_rs::GBK.encode("2024年度部门决算").0.into_owned(), Ok(Kind::Text)),
        ("text in utf-16 without mark", wide("2024年度决算\n收入"), Ok(Kind::Text)),
        ("mail that is no page", b"MIME-Version: 1.0\n\ntext".to_vec(), Ok(Kind::Text)),
        ("png", b"\x89PNG\r\n\x1a\n\0\0".to_vec(), named("PNG")),
        ("jpeg", b"\xFF\xD8\xFF\xE0\0\x10JFIF".to_vec(), named("JPEG")),
        ("gif", b"GIF89a\0".to_vec(), named("GIF")),
        ("tiff", b"II*\0\x08\0".to_vec(), named("TIFF")),
        ("bmp", b"BM\x36\0\0\0\0\0\0\0".to_vec(), named("BMP")),
        ("rar", b"Rar!\x1A\x07\x01\0".to_vec(), named("RAR")),
        ("7z", b"7z\xBC\xAF\x27\x1C\0\x04".to_vec(), named("7z")),
        ("gzip", b"\x1F\x8B\x08\0".to_vec(), named("GZIP")),
        ("exe", b"MZ\x90\0".to_vec(), named("EXE")),
        ("video", b"\0\0\0\x18ftypmp42".to_vec(), named("MP4")),
        ("bytes", (0..=255).cycle().take(4000).collect(), Err(Unreadable::Unknown(None))),
    ];
    for (what, bytes, expected) in cases {
        assert_eq!(kind(&bytes), expected, "{what}");
    }
}

#[test]
fn encodings_by_content() {
    let source = "2024年度收入合计1,552.63万元。\r\n其中：财政拨款收入1,552.16万元，占99.9%";
    let little = |text: &str| {
        text.encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
    };
    let big = |text: &str| {
        text.encode_utf16()
            .flat_map(u16::to_be_bytes)
            .collect::<Vec<u8>>()
    };
    let marked = format!("\u{FEFF}{source}");
    let gb = encoding_rs::GB18030.encode(source).0.into_owned();
    for (what, bytes, guessed) in [
        ("utf-8", source.as_bytes().to_vec(), None),
        ("utf-8 with mark", marked.as_bytes().to_vec(), None),
        ("utf-16 with mark", little(&marked), None),
        ("utf-16 with mark, big", big(&marked), None),
        ("utf-16", little(source), Some("UTF-16LE")),
        ("utf-16, big", big(source), Some("UTF-16BE")),
        ("gbk", gb.clone(), None),
        ("gbk with an end mark", [gb, vec![0x1A]].concat(), None),
    ] {
        let decoded = decode(&bytes).unwrap();
        assert_eq!(
            (decoded.text.as_str(), decoded.guessed),
            (source, guessed),
            "{what}"
        );
    }
    let others: [(&[u8], Option<(&str, Option<&str>)>); 6] = [
        // Valid in both: UTF-8 it is.
        ("决算".as_bytes(), Some(("决算", None))),
        // 㐀 is of four bytes in GB18030 only.
        (
            &encoding_rs::GB18030.encode("名称㐀镕").0,
            Some(("名称㐀镕", Some("gb18030"))),
        ),
        // Cut within a character.
        (
            &"决算说明收入支出决算总体情况一二三四五".as_bytes()[..56],
            Some((
                "决算说明收入支出决算总体情况一二三四\u{FFFD}",
                Some("UTF-8"),
            )),
        ),
        (b"Bush hid the facts", Some(("Bush hid the facts", None))),
        (b"\x01\x02\x03\x04", None),
        (b"a\0b\0\x01\x02\x03", None),
    ];
    for (bytes, expected) in others {
        let decoded = decode(bytes);
        let decoded = decoded.as_ref().map(|it| (it.text.as_str(), it.guessed));
        assert_eq!(decoded, expected, "{bytes:?}");
    }
}
