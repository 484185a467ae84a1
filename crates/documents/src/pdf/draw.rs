//! Reads pages: the interpreter draws, the listener here hands on what is drawn and where.

use crate::layout::canvas::{Canvas, MOST_PAGES, Room, Stand, bounds};
use crate::layout::page::Page;
use crate::layout::paths::Drawn;
use hayro_interpret::font::{FontData, Glyph as DrawnGlyph, GlyphRun, StandardFont};
use hayro_interpret::hayro_cmap::{self, BfString};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, Paint, RenderContent, SoftMask, interpret_page,
};
use std::collections::HashMap;
use std::sync::Arc;

/// No annotations: they are notes about the text (our own marks among them), not the text.
fn settings() -> InterpreterSettings {
    InterpreterSettings {
        font_resolver: Arc::new(|_| Some(stand_in())),
        cmap_resolver: Arc::new(hayro_cmap::load_embedded),
        warning_sink: Arc::new(|_| {}),
        render_content: RenderContent::PAGE,
    }
}

/// For all fonts that the file leaves to the reader: they are never drawn, and the widths of their characters are
/// known without them, so any font will do.
fn stand_in() -> (FontData, u32) {
    StandardFont::Helvetica.get_font_data()
}

/// The pages of an opened document, up to the limits; `progress` hears how many are read, of how many.
pub(super) fn pages(pdf: &Pdf, progress: &mut dyn FnMut(usize, Option<usize>)) -> Vec<Page> {
    let cache = InterpreterCache::new();
    let settings = settings();
    let count = pdf.pages().len().min(MOST_PAGES);
    let mut room = Room::new();
    let mut fonts = HashMap::new();
    let mut pages = Vec::new();
    for (index, page) in pdf.pages().iter().take(count).enumerate() {
        if room.is_used_up() {
            break;
        }
        let (width, height) = page.render_dimensions();
        let transform = Affine::new(page.initial_transform(true).as_coeffs());
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let mut context = Context::new(transform, bounds, &cache, pdf.xref(), settings.clone());
        let mut listener = Listener {
            canvas: Canvas::new(index + 1, width, height, &room),
            fonts: std::mem::take(&mut fonts),
        };
        interpret_page(page, &mut context, &mut listener);
        fonts = listener.fonts;
        pages.push(listener.canvas.done(&mut room));
        progress(index + 1, Some(count));
    }
    pages
}

struct Listener {
    canvas: Canvas,
    /// Numbers of the fonts met so far, in all pages.
    fonts: HashMap<String, u16>,
}

impl Listener {
    /// A number for the font of a run: by its name, or by its data where the name is not in plain letters.
    fn font_number(&mut self, run: &GlyphRun<'_, '_>) -> u16 {
        let Some(DrawnGlyph::Outline(outline)) = run.glyphs().first().map(|first| &**first) else {
            return 0;
        };
        let Some(data) = outline.font_data() else {
            return 0;
        };
        let name = data
            .postscript_name
            .filter(|name| !name.is_empty() && !name.starts_with('{'));
        let key = name.unwrap_or_else(|| data.cache_key.to_string());
        let next = u16::try_from(self.fonts.len() + 1).unwrap_or(0);
        *self.fonts.entry(key).or_insert(next)
    }
}

impl<'a> Device<'a> for Listener {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        if is_white(&props.paint) {
            return;
        }
        // What is laid over the page (a highlight) is no part of a table.
        let over = props.blend_mode != BlendMode::Normal;
        let drawn = Drawn {
            filled: !over && matches!(mode, DrawMode::Fill(_) | DrawMode::FillAndStroke(..)),
            stroked: !over && matches!(mode, DrawMode::Stroke(_) | DrawMode::FillAndStroke(..)),
        };
        self.canvas.path(path, props.transform, drawn);
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.canvas.push_clip(bounds(&clip.path));
    }

    fn push_clip_rect(&mut self, area: &Rect) {
        self.canvas.push_clip(*area);
    }

    fn pop_clip(&mut self) {
        self.canvas.pop_clip();
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_transparency_group(&mut self) {}

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let pixels = Rect::new(
            0.0,
            0.0,
            f64::from(image.width()),
            f64::from(image.height()),
        );
        self.canvas
            .picture(props.transform.transform_rect_bbox(pixels));
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        let font = self.font_number(run);
        let glyphs = run.glyphs();
        for (index, glyph) in glyphs.iter().enumerate() {
            let place = props.transform * glyph.transform();
            let next = glyphs
                .get(index + 1)
                .map(|next| props.transform * next.transform() * Point::ZERO);
            self.draw_glyph(glyph, place, next, font);
        }
    }
}

impl Listener {
    /// Notes one glyph at its place (1000 units to the em); `next` is where the one behind it begins.
    fn draw_glyph(
        &mut self,
        glyph: &DrawnGlyph<'_>,
        place: Affine,
        next: Option<Point>,
        font: u16,
    ) {
        let origin = place * Point::ZERO;
        let along = place * Point::new(1000.0, 0.0) - origin;
        let up = place * Point::new(0.0, 1000.0) - origin;
        let (size_along, size) = (along.hypot(), up.hypot());
        let text = said(glyph);
        let mut one = [0u8; 4];
        let text: &str = match &text {
            BfString::Char(c) => c.encode_utf8(&mut one),
            BfString::String(text) => text,
        };
        let width = advance(glyph) / 1000.0;
        let next = next
            .map(|next| (next - origin).hypot())
            .filter(|next| *next > 0.0);
        let width = displayed_width(width * size_along, width * size, next);
        self.canvas.text(
            text,
            &Stand {
                origin,
                along,
                size,
                width,
                font,
            },
        );
    }
}

/// White is not seen.
fn is_white(paint: &Paint<'_>) -> bool {
    match paint {
        Paint::Color(color) => {
            let [r, g, b, a] = color.to_rgba().to_rgba8();
            a == 0 || (r > 250 && g > 250 && b > 250)
        }
        Paint::Pattern(_) => true,
    }
}

/// What a glyph says. What cannot be read stays a hole that shows: 97?6.50 must not become 976.50.
fn said(glyph: &DrawnGlyph<'_>) -> BfString {
    let hole = || BfString::Char(if is_blank(glyph) { ' ' } else { '\u{FFFD}' });
    match glyph.as_unicode() {
        Some(BfString::Char(c)) if c.is_control() && !c.is_whitespace() => hole(),
        Some(text) => text,
        None => hole(),
    }
}

/// A glyph that draws nothing. Of a font that is not in the file nobody knows.
fn is_blank(glyph: &DrawnGlyph<'_>) -> bool {
    let DrawnGlyph::Outline(outline) = glyph else {
        return false;
    };
    let (stand_in, _) = stand_in();
    let is_stand_in = |data: FontData| {
        std::ptr::eq(
            AsRef::<[u8]>::as_ref(&*data),
            AsRef::<[u8]>::as_ref(&*stand_in),
        )
    };
    let stands_in = outline
        .font_data()
        .is_some_and(|font| is_stand_in(font.data));
    !stands_in && outline.outline().elements().is_empty()
}

/// Advance of a glyph in thousandths of the em.
fn advance(glyph: &DrawnGlyph<'_>) -> f64 {
    let advance = match glyph {
        DrawnGlyph::Outline(outline) => outline.advance_width(),
        DrawnGlyph::Type3(type3) => type3.advance_width(),
    };
    advance.map_or(500.0, f64::from).clamp(0.0, 4_000.0)
}

/// The interpreter stretches glyphs of a substitute font to the widths of the real one, and its transform no
/// longer tells that from condensed text: of the two widths, the one that leads to the next glyph is right.
fn displayed_width(stretched: f64, plain: f64, next: Option<f64>) -> f64 {
    match next {
        Some(next) if (stretched - plain).abs() > 0.02 * plain => {
            if (next - stretched).abs() <= (next - plain).abs() {
                stretched
            } else {
                plain
            }
        }
        _ => stretched,
    }
}
