//! A package: a zip whose parts refer to each other (Office Open XML), or just a zip (OFD). What is unpacked of
//! it is bounded.

#![deny(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic
)]

use crate::xml::{self, Element, XmlFault};
use juesuan_paper::{Kind, Unreadable};
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// Entries of the zip.
const ENTRIES: usize = 20_000;
/// Bytes of one part, unpacked.
const PART: u64 = 64 << 20;
/// Bytes of all parts that are unpacked, together.
const ALL: u64 = 256 << 20;
const MB: u64 = 1 << 20;

/// Why a part, or the package, cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fault {
    /// There is no such part.
    Missing,
    /// It is damaged or incomplete.
    Damaged,
    /// It is encrypted by the zip itself.
    Encrypted,
    /// More of it than is read, in MB; or nested too deeply.
    TooLarge(usize),
}

impl Fault {
    /// What it means where nothing can be read without the part.
    pub fn unreadable(self, kind: Kind) -> Unreadable {
        match self {
            Fault::Missing | Fault::Damaged => Unreadable::Damaged(kind),
            Fault::Encrypted => Unreadable::Encrypted(kind),
            Fault::TooLarge(most) => Unreadable::TooLarge { most },
        }
    }
}

impl From<XmlFault> for Fault {
    fn from(fault: XmlFault) -> Fault {
        match fault {
            XmlFault::Damaged => Fault::Damaged,
            XmlFault::TooLarge => Fault::TooLarge((PART / MB) as usize),
        }
    }
}

/// A package that was opened. Only its list of entries is read at first.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Number of the entry by its name, as [`key`] makes it.
    entries: HashMap<String, usize>,
    /// Bytes of one part that are unpacked at most.
    most: u64,
    /// Bytes that may still be unpacked.
    left: u64,
}

/// What one part says of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Relationship {
    /// The name by which the part refers to it.
    pub id: String,
    /// The last word of its type: `styles`, `footnotes`, `image`.
    pub kind: String,
    /// The other part; of one that is not in the package, its address as written.
    pub target: String,
    /// It is not in the package.
    pub external: bool,
}

impl<'a> Package<'a> {
    /// # Errors
    /// [`Fault::Damaged`] for what is no whole zip, [`Fault::TooLarge`] for one with too many entries.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Damaged)?;
        if archive.len() > ENTRIES {
            return Err(Fault::TooLarge((ALL / MB) as usize));
        }
        let mut entries = HashMap::new();
        for index in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(index)
                && !name.ends_with(['/', '\\'])
            {
                entries.entry(key(&name)).or_insert(index);
            }
        }
        Ok(Package {
            archive,
            entries,
            most: PART,
            left: ALL,
        })
    }

    /// Whether there is such a part.
    pub fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The names of all parts, in lower case and without a first `/`, in no order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.keys().map(String::as_str)
    }

    fn entry(&self, name: &str) -> Option<usize> {
        let name = key(name);
        self.entries
            .get(&name)
            .or_else(|| self.entries.get(&key(&plain(&name))))
            .copied()
    }

    /// The bytes of a part. Its name may begin with `/`, go over `..`, and be in another case.
    ///
    /// # Errors
    /// [`Fault`]; also where the check sum is not the one that is noted in the zip.
    pub fn part(&mut self, name: &str) -> Result<Vec<u8>, Fault> {
        let index = self.entry(name).ok_or(Fault::Missing)?;
        let file = self.archive.by_index(index).map_err(|fault| match fault {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)
            | ZipError::InvalidPassword => Fault::Encrypted,
            _ => Fault::Damaged,
        })?;
        let most = self.most.min(self.left);
        let mut bytes = Vec::new();
        let read = file.take(most + 1).read_to_end(&mut bytes);
        let length = bytes.len() as u64;
        self.left = self.left.saturating_sub(length);
        if length > most {
            let limit = if most < self.most { ALL } else { PART };
            return Err(Fault::TooLarge((limit / MB) as usize));
        }
        read.map_err(|_| Fault::Damaged)?;
        Ok(bytes)
    }

    /// The tree of a part.
    ///
    /// # Errors
    /// [`Fault`].
    pub fn xml(&mut self, name: &str) -> Result<Element, Fault> {
        Ok(xml::parse(&self.part(name)?)?)
    }

    /// What a part refers to; the package itself for `""`. Nothing where it says nothing.
    ///
    /// # Errors
    /// [`Fault`], but never [`Fault::Missing`].
    pub fn relationships(&mut self, part: &str) -> Result<Vec<Relationship>, Fault> {
        let part = key(part);
        let (folder, name) = part.rsplit_once('/').unwrap_or(("", &part));
        let root = match self.xml(&format!("{folder}/_rels/{name}.rels")) {
            Err(Fault::Missing) => return Ok(Vec::new()),
            read => read?,
        };
        Ok(root
            .all("Relationship")
            .filter_map(|element| {
                let target = element.attribute("Target")?;
                let external = element.attribute("TargetMode") == Some("External");
                let kind = element.attribute("Type").unwrap_or_default();
                Some(Relationship {
                    id: element.attribute("Id").unwrap_or_default().to_owned(),
                    kind: kind.rsplit('/').next().unwrap_or_default().to_owned(),
                    target: match external {
                        true => target.to_owned(),
                        false => resolve(&part, target),
                    },
                    external,
                })
            })
            .collect())
    }

    /// The part that the package is about, as its first relationships say; where they are missing or damaged,
    /// as the list of types says.
    pub fn main(&mut self) -> Option<String> {
        let noted = self.relationships("").unwrap_or_default();
        let noted = noted
            .into_iter()
            .find(|it| it.kind == "officeDocument" && !it.external && self.has(&it.target));
        if let Some(found) = noted {
            return Some(found.target);
        }
        let types = self.xml("[Content_Types].xml").ok()?;
        types
            .all("Override")
            .find(|it| {
                it.attribute("ContentType")
                    .is_some_and(|kind| kind.contains("main+xml"))
            })
            .and_then(|it| it.attribute("PartName"))
            .map(key)
            .filter(|name| self.has(name))
    }

    /// The media type of a part, as the list of types says; nothing where there is none.
    pub fn content_type(&mut self, part: &str) -> Option<String> {
        let part = key(part);
        let types = self.xml("[Content_Types].xml").ok()?;
        let exact = types.all("Override").find(|it| {
            it.attribute("PartName")
                .is_some_and(|name| key(name) == part)
        });
        let found = exact.or_else(|| {
            let ending = part.rsplit_once('.')?.1;
            types.all("Default").find(|it| {
                it.attribute("Extension")
                    .is_some_and(|it| it.eq_ignore_ascii_case(ending))
            })
        })?;
        found.attribute("ContentType").map(str::to_owned)
    }
}

/// The name of the part that `target` means in the part `from`: `../media/a.png` in `word/document.xml` is
/// `media/a.png`, `/a` is `a`.
pub(crate) fn resolve(from: &str, target: &str) -> String {
    let target = target.split('#').next().unwrap_or_default();
    if target.starts_with(['/', '\\']) {
        return key(target);
    }
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    key(&format!("{folder}/{target}"))
}

/// A name as it is compared: in lower case, with `/`, without `.`, `..` and a first `/`. What goes above the
/// root stays at the root.
pub(crate) fn key(name: &str) -> String {
    let mut steps: Vec<&str> = Vec::new();
    for step in name.split(['/', '\\']) {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/").to_ascii_lowercase()
}

/// With characters written as `%20` put in.
fn plain(name: &str) -> String {
    let mut bytes = Vec::with_capacity(name.len());
    let mut rest = name.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let written = after.get(..2).filter(|_| first == b'%');
        let byte = written
            .and_then(|pair| std::str::from_utf8(pair).ok())
            .and_then(|pair| u8::from_str_radix(pair, 16).ok());
        bytes.push(byte.unwrap_or(first));
        rest = match byte {
            Some(_) => after.get(2..).unwrap_or_default(),
            None => after,
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn packed(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            writer
                .start_file(*name, SimpleFileOptions::default())
                .unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn names() {
        let cases = [
            ("", "word/document.xml", "word/document.xml"),
            ("word/document.xml", "styles.xml", "word/styles.xml"),
            ("word/document.xml", "/Word/Styles.xml", "word/styles.xml"),
            ("word/document.xml", "../media/a.png", "media/a.png"),
            ("word/document.xml", "../../../a", "a"),
            (
                "doc_0/document.xml",
                "Pages\\Page_0\\Content.xml",
                "doc_0/pages/page_0/content.xml",
            ),
            ("a/b.xml", "./c.xml#x", "a/c.xml"),
        ];
        for (from, target, expected) in cases {
            assert_eq!(resolve(from, target), expected, "{from} {target}");
        }
        assert_eq!(plain("a%20b%E5%86%B3%"), "a b决%");
    }

    #[test]
    fn parts() {
        let rels = br#"<Relationships xmlns="x">
            <Relationship Id="a" Type="http://x/metadata/core-properties" Target="docProps/core.xml"/>
            <Relationship Id="b" Type="http://x/officeDocument" Target="/word/main.xml"/></Relationships>"#;
        let inner = br#"<Relationships>
            <Relationship Id="r1" Type="http://x/styles" Target="styles.xml"/>
            <Relationship Id="r2" Type="http://x/hyperlink" Target="http://a/b" TargetMode="External"/></Relationships>"#;
        let bytes = packed(&[
            ("_rels/.rels", rels),
            ("word/main.xml", b"<a/>"),
            ("word\\Styles.xml", b"<s/>"),
            ("word/_rels/main.xml.rels", inner),
        ]);
        let mut package = Package::open(&bytes).unwrap();
        assert_eq!(package.main().as_deref(), Some("word/main.xml"));
        let found = package.relationships("word/main.xml").unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!(
            (found[0].kind.as_str(), found[0].target.as_str()),
            ("styles", "word/styles.xml")
        );
        assert!(found[1].external);
        assert_eq!(package.part("/Word/styles.XML").unwrap(), b"<s/>");
        assert_eq!(package.part("word/none.xml"), Err(Fault::Missing));
        assert_eq!(package.relationships("word/styles.xml"), Ok(Vec::new()));
    }

    #[test]
    fn main_by_its_type() {
        let types = br#"<Types><Default Extension="xml" ContentType="application/xml"/><Override PartName="/x/d.xml"
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
        let bytes = packed(&[
            ("[Content_Types].xml", types),
            ("x/d.xml", b"<a/>"),
            ("y.xml", b"<a/>"),
        ]);
        let mut package = Package::open(&bytes).unwrap();
        assert_eq!(package.main().as_deref(), Some("x/d.xml"));
        assert!(
            package
                .content_type("x/d.xml")
                .unwrap()
                .contains("wordprocessingml")
        );
        assert_eq!(
            package.content_type("/y.xml").as_deref(),
            Some("application/xml")
        );
        assert_eq!(package.content_type("z.bin"), None);
    }

    #[test]
    fn bounds() {
        let large = vec![b' '; 65];
        let fits = &large[..64];
        let bytes = packed(&[("large", &large), ("a", fits), ("b", fits), ("c", fits)]);
        let mut package = Package::open(&bytes).unwrap();
        package.most = 64;
        package.left = 256;
        assert_eq!(package.part("large"), Err(Fault::TooLarge(64)));
        for name in ["a", "b"] {
            assert_eq!(package.part(name).map(|it| it.len()), Ok(64));
        }
        // What was unpacked in vain counts, too.
        assert_eq!(package.part("c"), Err(Fault::TooLarge(256)));
        assert_eq!(package.part("a"), Err(Fault::TooLarge(256)));
    }

    #[test]
    fn damaged() {
        let bytes = packed(&[("a.xml", b"<a>1234567890 1234567890</a>")]);
        assert_eq!(
            Package::open(&bytes[..bytes.len() - 30]).err(),
            Some(Fault::Damaged)
        );
        assert_eq!(Package::open(b"PK\x03\x04").err(), Some(Fault::Damaged));
        assert_eq!(Package::open(b"").err(), Some(Fault::Damaged));
        // A flipped bit in the part itself.
        let mut flipped = bytes.clone();
        flipped[40] ^= 4;
        assert_eq!(
            Package::open(&flipped).unwrap().xml("a.xml"),
            Err(Fault::Damaged)
        );
    }
}
