//! Writes small PDF files by hand: Chinese in a font that is not embedded (code points through a predefined
//! CMap), Latin in Helvetica, and a font that does not say what its characters are. Coordinates as displayed:
//! from the top left, in points.

/// A page being drawn.
#[derive(Clone)]
pub struct Page {
    width: i32,
    height: i32,
    extra: &'static str,
    ops: String,
}

/// An empty A4 page.
pub fn page() -> Page {
    sized(595, 842, "")
}

/// An empty page with further entries of its dictionary, such as `/Rotate 90`.
pub fn sized(width: i32, height: i32, extra: &'static str) -> Page {
    Page {
        width,
        height,
        extra,
        ops: String::new(),
    }
}

impl Page {
    /// Operators as they are.
    pub fn raw(mut self, ops: &str) -> Self {
        self.ops.push_str(ops);
        self.ops.push('\n');
        self
    }

    fn show(self, matrix: &str, text: &str, size: f32, font: &str, spread: f32) -> Self {
        let hex: String = text
            .encode_utf16()
            .map(|unit| format!("{unit:04x}"))
            .collect();
        let shown = if font == "F2" {
            format!("({text})")
        } else {
            format!("<{hex}>")
        };
        self.raw(&format!(
            "BT /{font} {size} Tf {spread} Tc {matrix} Tm {shown} Tj ET"
        ))
    }

    fn at(&self, x: f32, y: f32) -> String {
        format!("1 0 0 1 {x} {}", self.height as f32 - y)
    }

    /// Text whose baseline begins at the point.
    pub fn text(self, x: f32, y: f32, text: &str, size: f32) -> Self {
        self.spread(x, y, text, size, 0.0)
    }

    /// Text with some room between its characters.
    pub fn spread(self, x: f32, y: f32, text: &str, size: f32, spread: f32) -> Self {
        let matrix = self.at(x, y);
        self.show(&matrix, text, size, "F1", spread)
    }

    /// ASCII in Helvetica.
    pub fn latin(self, x: f32, y: f32, text: &str, size: f32) -> Self {
        let matrix = self.at(x, y);
        self.show(&matrix, text, size, "F2", 0.0)
    }

    /// Text in the font that cannot be read.
    pub fn unknown(self, x: f32, y: f32, text: &str, size: f32) -> Self {
        let matrix = self.at(x, y);
        self.show(&matrix, text, size, "F3", 0.0)
    }

    /// In user space, with the first four numbers of the text matrix.
    pub fn turned(self, turn: &str, x: f32, y: f32, text: &str, size: f32) -> Self {
        self.show(&format!("{turn} {x} {y}"), text, size, "F1", 0.0)
    }

    /// A line.
    pub fn line(self, x0: f32, y0: f32, x1: f32, y1: f32) -> Self {
        let height = self.height as f32;
        self.raw(&format!("{x0} {} m {x1} {} l S", height - y0, height - y1))
    }

    /// A filled box, from black 0 to white 1.
    pub fn fill(self, x0: f32, y0: f32, x1: f32, y1: f32, grey: f32) -> Self {
        let (y, width, height) = (self.height as f32 - y1, x1 - x0, y1 - y0);
        self.raw(&format!("q {grey} g {x0} {y} {width} {height} re f Q"))
    }

    /// A picture of one pixel.
    pub fn picture(self, x0: f32, y0: f32, x1: f32, y1: f32) -> Self {
        let (y, width, height) = (self.height as f32 - y1, x1 - x0, y1 - y0);
        self.raw(&format!(
            "q {width} 0 0 {height} {x0} {y} cm BI /W 1 /H 1 /CS /G /BPC 8 ID A EI Q"
        ))
    }

    /// Lines of a table.
    pub fn grid(mut self, xs: &[f32], ys: &[f32]) -> Self {
        for y in ys {
            self = self.line(xs[0], *y, xs[xs.len() - 1], *y);
        }
        for x in xs {
            self = self.line(*x, ys[0], *x, ys[ys.len() - 1]);
        }
        self
    }

    /// Texts in size 10 at places.
    pub fn texts(mut self, texts: &[(f32, f32, &str)]) -> Self {
        for (x, y, text) in texts {
            self = self.text(*x, *y, text, 10.0);
        }
        self
    }
}

const CHINESE: &str = "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[<</Type/Font\
/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000\
/W[1 95 500 814 939 500]/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[-25 -254 1000 880]\
/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>>>]>>";
const LATIN: &str = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
const UNKNOWN: &str = "<</Type/Font/Subtype/Type0/BaseFont/Unknown/Encoding/Identity-H/DescendantFonts[<</Type/Font\
/Subtype/CIDFontType2/BaseFont/Unknown/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000\
/FontDescriptor<</Type/FontDescriptor/FontName/Unknown/Flags 4/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880\
/Descent -120/CapHeight 880/StemV 93>>>>]>>";

/// The file with these pages.
pub fn pdf(pages: &[Page]) -> Vec<u8> {
    let mut objects = vec![
        String::new(),
        String::new(),
        CHINESE.to_string(),
        LATIN.to_string(),
        UNKNOWN.to_string(),
    ];
    let mut kids = String::new();
    for page in pages {
        objects.push(format!(
            "<</Length {}>>stream\n{}\nendstream",
            page.ops.len(),
            page.ops
        ));
        let contents = objects.len();
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {} {}]{}/Contents {contents} 0 R/Resources<</Font<</F1 3 0 R/F2 4 0 R/F3 5 0 R>>>>>>",
            page.width, page.height, page.extra
        ));
        kids.push_str(&format!("{} 0 R ", objects.len()));
    }
    objects[0] = "<</Type/Catalog/Pages 2 0 R>>".to_string();
    objects[1] = format!("<</Type/Pages/Count {}/Kids[{kids}]>>", pages.len());
    let mut out = "%PDF-1.5\n".to_string();
    let mut xref = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in objects.iter().enumerate() {
        xref.push_str(&format!("{:010} 00000 n \n", out.len()));
        out.push_str(&format!("{} 0 obj\n{object}\nendobj\n", number + 1));
    }
    let start = out.len();
    out.push_str(&format!(
        "{xref}trailer<</Size {}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF",
        objects.len() + 1
    ));
    out.into_bytes()
}
