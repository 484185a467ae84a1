//! Pictures: each an SVG for those who show it, and a metafile for the others.

use crate::write::emf;
use crate::write::xml::{Escaped, Xml};
use crate::xml;
use juesuan_paper::Look;
use std::collections::HashMap;

/// Pictures of a document that are drawn; of more, frames alone are shown.
const MOST: usize = 1_000;
/// Bytes of one drawing.
const LARGEST: usize = 1 << 20;
/// Bytes of all drawings.
const ALL: usize = 16 << 20;
/// English metric units, in which drawings are measured, in 1/96 inch.
const UNITS: f64 = 9_525.0;
/// The same in a twentieth of a point.
const TWENTIETH: f64 = 635.0;
/// Words in place of a picture of which nothing is known but that it was there.
const MISSING: &str = "此处原有图片";

const TYPE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/// The first number for pictures: those before are of the parts that are always there.
const FIRST: usize = 5;

/// The pictures of a document.
#[derive(Default)]
pub(super) struct Pictures {
    parts: Vec<(String, Vec<u8>)>,
    /// By its SVG; the frame by none.
    known: HashMap<Option<String>, Known>,
    bytes: usize,
    shown: usize,
}

#[derive(Clone, Copy)]
struct Known {
    /// Its metafile, and its SVG, among the parts.
    metafile: usize,
    svg: Option<usize>,
    width: f64,
    height: f64,
}

impl Pictures {
    /// The run of a picture, as wide as `room` (in twentieths of a point) at most.
    pub fn run(&mut self, look: Option<&Look>, room: u32) -> String {
        let svg = look.and_then(|look| look.svg.as_deref());
        let known = svg
            .and_then(|svg| self.known(svg))
            .unwrap_or_else(|| self.frame());
        let alt = look
            .and_then(|look| look.alt.as_deref())
            .unwrap_or(match svg {
                Some(_) => "",
                None => MISSING,
            });
        let alt: String = alt.chars().take(2_000).collect();
        let scale = (f64::from(room) * TWENTIETH / (known.width * UNITS)).min(1.0);
        let side = |side: f64| (side * UNITS * scale).round() as u64;
        let (width, height) = (side(known.width), side(known.height));
        self.shown += 1;
        let (number, alt) = (self.shown, Escaped(&alt));
        let svg = known.svg.map_or(String::new(), |svg| {
            format!(
                "<a:extLst><a:ext uri=\"{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}\">\
                 <asvg:svgBlip xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"rId{}\"/></a:ext></a:extLst>",
                svg + FIRST
            )
        });
        format!(
            "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/>\
             <wp:docPr id=\"{number}\" name=\"图 {number}\" descr=\"{alt}\"/>\
             <wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>\
             <a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>\
             <pic:nvPicPr><pic:cNvPr id=\"{number}\" name=\"图 {number}\" descr=\"{alt}\"/><pic:cNvPicPr/></pic:nvPicPr>\
             <pic:blipFill><a:blip r:embed=\"rId{}\">{svg}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>\
             <pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/></a:xfrm>\
             <a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
            known.metafile + FIRST
        )
    }

    /// A drawing, taken in once; nothing where it cannot be drawn.
    fn known(&mut self, svg: &str) -> Option<Known> {
        let key = Some(svg.to_owned());
        if let Some(known) = self.known.get(&key) {
            return Some(*known);
        }
        self.bytes = self.bytes.saturating_add(svg.len());
        if svg.len() > LARGEST || self.bytes > ALL || self.known.len() >= MOST {
            return None;
        }
        let drawing = emf::of(&xml::parse(svg.as_bytes()).ok()?)?;
        let known = self.keep(drawing, Some(svg));
        self.known.insert(key, known);
        Some(known)
    }

    fn frame(&mut self) -> Known {
        if let Some(known) = self.known.get(&None) {
            return *known;
        }
        let known = self.keep(emf::frame(MISSING), None);
        self.known.insert(None, known);
        known
    }

    fn keep(&mut self, drawing: emf::Drawing, svg: Option<&str>) -> Known {
        let metafile = self.part("emf", drawing.bytes);
        Known {
            metafile,
            svg: svg.map(|svg| self.part("svg", svg.as_bytes().to_vec())),
            width: drawing.width,
            height: drawing.height,
        }
    }

    fn part(&mut self, ending: &str, bytes: Vec<u8>) -> usize {
        let at = self.parts.len();
        self.parts
            .push((format!("word/media/image{}.{ending}", at + 1), bytes));
        at
    }

    /// All parts.
    pub fn parts(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.parts
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// What the document refers to.
    pub fn relationships(&self) -> Xml {
        let mut xml = Xml::new();
        xml.raw("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        let fixed = [
            ("styles", "styles.xml"),
            ("settings", "settings.xml"),
            ("fontTable", "fontTable.xml"),
            ("footer", "footer1.xml"),
        ];
        let pictures = self.parts.iter().map(|(name, _)| {
            let target = name.strip_prefix("word/").unwrap_or(name);
            ("image", target)
        });
        for (number, (kind, target)) in fixed.into_iter().chain(pictures).enumerate() {
            xml.put(format_args!(
                "<Relationship Id=\"rId{}\" Type=\"{TYPE}/{kind}\" Target=\"{target}\"/>",
                number + 1
            ));
        }
        xml.raw("</Relationships>");
        xml
    }
}
