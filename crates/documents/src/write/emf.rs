//! Simple drawings as Windows metafiles, which every word processor shows, with text in its own fonts. A picture of
//! dots would need fonts here.

use crate::xml::Element;

/// Units of the metafile for one of the drawing.
const FINE: f64 = 20.0;
/// Shapes of a drawing.
const MOST: usize = 5_000;
/// Characters of one text.
const MOST_TEXT: usize = 500;
/// Hundredths of a millimetre for one unit of a drawing, which is 1/96 inch.
const HUNDREDTHS: f64 = 2540.0 / 96.0;
const FONT: &str = "SimSun";
const INK: &str = "#000000";

/// A metafile while it is written.
#[derive(Default)]
pub(super) struct Metafile {
    bytes: Vec<u8>,
    records: u32,
}

/// A drawing: how large it is, in 1/96 inch, and its metafile.
pub(super) struct Drawing {
    pub width: f64,
    pub height: f64,
    pub bytes: Vec<u8>,
}

/// Draws the rectangles, lines and texts of an SVG.
pub(super) fn of(svg: &Element) -> Option<Drawing> {
    if &*svg.name != "svg" {
        return None;
    }
    let view = svg.attribute("viewBox").unwrap_or_default();
    let view: Vec<f64> = view
        .split([' ', ','])
        .filter_map(|it| it.parse().ok())
        .collect();
    let side = |name: &str, at: usize| {
        let said = number(svg, name);
        let side = view.get(at).copied().or(said)?;
        (1.0..=10_000.0).contains(&side).then_some(side)
    };
    let (width, height) = (side("width", 2)?, side("height", 3)?);
    let mut metafile = Metafile::begin(width, height);
    let mut left = MOST;
    metafile.shapes(svg, &mut left);
    Some(Drawing {
        width,
        height,
        bytes: metafile.finish(width, height),
    })
}

/// A frame with a few words in it, in place of a picture.
pub(super) fn frame(words: &str) -> Drawing {
    let (width, height) = (240.0, 64.0);
    let mut metafile = Metafile::begin(width, height);
    metafile.rectangle(
        [1.0, 1.0, width - 2.0, height - 2.0],
        "#ffffff",
        Some("#808080"),
    );
    metafile.text(width / 2.0, 37.0, "middle", 14.0, false, "#808080", words);
    Drawing {
        width,
        height,
        bytes: metafile.finish(width, height),
    }
}

fn number(element: &Element, name: &str) -> Option<f64> {
    let text = element.attribute(name)?.trim();
    let number: f64 = text.trim_end_matches("px").parse().ok()?;
    number.is_finite().then_some(number)
}

/// `#1f5fae` as a metafile has it.
fn color(text: &str) -> Option<u32> {
    let digits = text.strip_prefix('#').filter(|it| it.len() == 6)?;
    let value = u32::from_str_radix(digits, 16).ok()?;
    Some((value & 0xFF) << 16 | value & 0xFF00 | value >> 16)
}

fn fine(value: f64) -> i32 {
    (value * FINE).round().clamp(-1e9, 1e9) as i32
}

impl Metafile {
    fn begin(width: f64, height: f64) -> Self {
        let mut metafile = Metafile::default();
        let (w, h) = (width.round() as i32, height.round() as i32);
        // The space of the drawing, laid upon that of the page, whatever their shapes.
        metafile.numbers(17, &[8]);
        metafile.numbers(10, &[0, 0]);
        metafile.numbers(9, &[fine(width), fine(height)]);
        metafile.numbers(12, &[0, 0]);
        metafile.numbers(11, &[w, h]);
        // Texts leave what is behind them.
        metafile.numbers(18, &[1]);
        metafile
    }

    fn shapes(&mut self, parent: &Element, left: &mut usize) {
        for shape in parent.elements() {
            if *left == 0 {
                return;
            }
            *left -= 1;
            let at = |name: &str| number(shape, name).unwrap_or(0.0);
            let said = |name: &str| shape.attribute(name);
            match &*shape.name {
                "rect" => {
                    let place = [at("x"), at("y"), at("width"), at("height")];
                    self.rectangle(place, said("fill").unwrap_or(INK), said("stroke"));
                }
                "line" => {
                    let ends = [at("x1"), at("y1"), at("x2"), at("y2")];
                    self.line(ends, said("stroke").unwrap_or(INK));
                }
                "text" => {
                    let size = number(shape, "font-size").unwrap_or(16.0);
                    let weight = said("font-weight").unwrap_or_default();
                    let bold = weight == "bold" || weight.parse().is_ok_and(|it: u32| it >= 600);
                    let anchor = said("text-anchor").unwrap_or("start");
                    let ink = said("fill").unwrap_or(INK);
                    let words = shape.text();
                    self.text(at("x"), at("y"), anchor, size, bold, ink, &words);
                }
                "g" | "a" => self.shapes(shape, left),
                _ => {}
            }
        }
    }

    fn rectangle(&mut self, [x, y, width, height]: [f64; 4], fill: &str, stroke: Option<&str>) {
        self.pen(stroke);
        match color(fill) {
            Some(color) => self.numbers(39, &[2, 0, color as i32, 0]),
            None => self.numbers(39, &[2, 1, 0, 0]),
        }
        self.numbers(37, &[2]);
        // Its lower and right edges are not part of a rectangle.
        let (right, bottom) = (fine(x + width) + 1, fine(y + height) + 1);
        self.numbers(43, &[fine(x), fine(y), right, bottom]);
        self.numbers(40, &[2]);
        self.numbers(40, &[1]);
    }

    fn line(&mut self, [x1, y1, x2, y2]: [f64; 4], stroke: &str) {
        self.pen(Some(stroke));
        self.numbers(27, &[fine(x1), fine(y1)]);
        self.numbers(54, &[fine(x2), fine(y2)]);
        self.numbers(40, &[1]);
    }

    /// Takes a pen of width 1, or none.
    fn pen(&mut self, stroke: Option<&str>) {
        match stroke.and_then(color) {
            Some(color) => self.numbers(38, &[1, 0, FINE as i32, 0, color as i32]),
            None => self.numbers(38, &[1, 5, 0, 0, 0]),
        }
        self.numbers(37, &[1]);
    }

    #[allow(clippy::too_many_arguments, reason = "what a text has in SVG")]
    fn text(
        &mut self,
        x: f64,
        y: f64,
        anchor: &str,
        size: f64,
        bold: bool,
        ink: &str,
        words: &str,
    ) {
        let words: String = words.trim().chars().take(MOST_TEXT).collect();
        let units: Vec<u16> = words.encode_utf16().collect();
        if units.is_empty() || !(1.0..=1000.0).contains(&size) {
            return;
        }
        self.font(size, bold);
        self.numbers(24, &[color(ink).unwrap_or(0) as i32]);
        // On the base line; from the left, the middle or the right.
        let align = match anchor {
            "middle" => 24 + 6,
            "end" => 24 + 2,
            _ => 24,
        };
        self.numbers(22, &[align]);
        let advance = |unit: &u16| match unit {
            0..0x2B0 => fine(size / 2.0),
            // The second half of a character outside the first plane.
            0xDC00..0xE000 => 0,
            _ => fine(size),
        };
        let string = 76_u32;
        let spread = string + (units.len() as u32 * 2).next_multiple_of(4);
        let mut body: Vec<u8> = Vec::new();
        let put = |body: &mut Vec<u8>, numbers: &[i32]| {
            numbers.iter().for_each(|it| body.extend(it.to_le_bytes()));
        };
        put(&mut body, &[0, 0, -1, -1, 1]);
        let scale = (HUNDREDTHS / FINE) as f32;
        body.extend(scale.to_le_bytes());
        body.extend(scale.to_le_bytes());
        put(&mut body, &[fine(x), fine(y), units.len() as i32]);
        put(&mut body, &[string as i32, 0, 0, 0, -1, -1, spread as i32]);
        units
            .iter()
            .for_each(|unit| body.extend(unit.to_le_bytes()));
        body.resize(spread as usize - 8, 0);
        units
            .iter()
            .for_each(|unit| body.extend(advance(unit).to_le_bytes()));
        self.record(84, &body);
        self.numbers(40, &[3]);
    }

    fn font(&mut self, size: f64, bold: bool) {
        let mut body: Vec<u8> = Vec::with_capacity(324);
        for number in [3, -fine(size), 0, 0, 0, if bold { 700 } else { 400 }] {
            body.extend(i32::to_le_bytes(number));
        }
        // Upright, without lines; of the Chinese character set; any quality and pitch.
        body.extend([0, 0, 0, 134, 0, 0, 0, 0]);
        FONT.encode_utf16()
            .for_each(|unit| body.extend(unit.to_le_bytes()));
        body.resize(324, 0);
        self.record(82, &body);
        self.numbers(37, &[3]);
    }

    fn numbers(&mut self, kind: u32, numbers: &[i32]) {
        let body: Vec<u8> = numbers.iter().flat_map(|it| it.to_le_bytes()).collect();
        self.record(kind, &body);
    }

    fn record(&mut self, kind: u32, body: &[u8]) {
        let length = (body.len() + 8) as u32;
        self.bytes.extend(kind.to_le_bytes());
        self.bytes.extend(length.to_le_bytes());
        self.bytes.extend(body);
        self.records += 1;
    }

    fn finish(mut self, width: f64, height: f64) -> Vec<u8> {
        self.numbers(14, &[0, 16, 20]);
        let records = std::mem::take(&mut self.bytes);
        let all = (records.len() + 88) as u32;
        let hundredths = |side: f64| (side * HUNDREDTHS).round() as i32;
        let mut head: Vec<u8> = Vec::new();
        for number in [0, 0, width.round() as i32, height.round() as i32] {
            head.extend(number.to_le_bytes());
        }
        for number in [0, 0, hundredths(width), hundredths(height)] {
            head.extend(number.to_le_bytes());
        }
        head.extend(b" EMF");
        for number in [0x1_0000, all, self.records + 1] {
            head.extend(number.to_le_bytes());
        }
        // Pens, brushes and fonts, and the one that is always there.
        head.extend(4_u16.to_le_bytes());
        head.extend([0; 14]);
        // A screen of 96 dots per inch.
        for number in [1920_i32, 1080, 508, 286] {
            head.extend(number.to_le_bytes());
        }
        self.record(1, &head);
        self.bytes.extend(records);
        self.bytes
    }
}
