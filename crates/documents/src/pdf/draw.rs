//! Reads pages: the interpreter draws, the listener here notes what is drawn and where.
//!
//! All of it is bounded; what goes beyond is counted and left out, never an error.

use super::paths;
use crate::layout::page::{Area, Glyph, Page, Ruling};
use crate::layout::turn::Turn;
use crate::{layout, radicals};
use hayro_interpret::font::{FontData, Glyph as DrawnGlyph, GlyphRun, StandardFont};
use hayro_interpret::hayro_cmap::{self, BfString};
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps,
    InterpreterCache, InterpreterSettings, RenderContent, SoftMask, interpret_page,
};
use std::collections::HashMap;
use std::sync::Arc;

/// Pages that are read.
const MOST_PAGES: usize = 2_000;
/// Characters of a page.
const MOST_GLYPHS_OF_PAGE: usize = 100_000;
/// Characters of all pages together: each takes some 100 bytes until the paper is made.
const MOST_GLYPHS: usize = 4_000_000;
/// Lines of a page.
const MOST_RULINGS: usize = 40_000;
/// Longer paths are pictures (maps, charts), not tables.
const MOST_ELEMENTS: usize = 4_000;
/// More characters than these are not noted of slanting text.
const MOST_SLANTING: usize = 200;
/// More pictures than these are specks.
const MOST_PICTURES: usize = 2_000;

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
    let mut left = MOST_GLYPHS;
    let mut fonts = HashMap::new();
    let mut pages = Vec::new();
    for (index, page) in pdf.pages().iter().take(count).enumerate() {
        if left == 0 {
            break;
        }
        let (width, height) = page.render_dimensions();
        let transform = Affine::new(page.initial_transform(true).as_coeffs());
        let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        let mut context = Context::new(transform, bounds, &cache, pdf.xref(), settings.clone());
        let mut listener = Listener {
            page: Page {
                number: index + 1,
                width,
                height,
                ..Page::default()
            },
            most_glyphs: left.min(MOST_GLYPHS_OF_PAGE),
            clips: vec![bounds],
            fonts: std::mem::take(&mut fonts),
        };
        interpret_page(page, &mut context, &mut listener);
        fonts = listener.fonts;
        left = left.saturating_sub(listener.page.glyphs.len());
        pages.push(layout::ready(listener.page));
        progress(index + 1, Some(count));
    }
    pages
}

struct Listener {
    page: Page,
    most_glyphs: usize,
    /// Boxes of the clips in force, each already cut by the one below it.
    clips: Vec<Rect>,
    /// Numbers of the fonts met so far, in all pages.
    fonts: HashMap<String, u16>,
}

impl Listener {
    fn clip(&self) -> Rect {
        self.clips.last().copied().unwrap_or(Rect::ZERO)
    }

    fn push_clip(&mut self, area: Rect) {
        // Forms that draw forms can go on for ever, and each of them clips.
        #[cfg(target_arch = "wasm32")]
        crate::patience::step();
        let cut = self.clip().intersect(area);
        self.clips.push(cut);
    }

    fn add_glyph(&mut self, glyph: Glyph) {
        if self.page.glyphs.len() >= self.most_glyphs {
            self.page.dropped += 1;
            return;
        }
        self.page.glyphs.push(glyph);
    }

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

    fn add_ruling(&mut self, a: Point, b: Point, edge: bool) {
        let clip = self.clip().inflate(2.0, 2.0);
        let (dx, dy) = ((a.x - b.x).abs(), (a.y - b.y).abs());
        let (lies, at, from, to, low, high, across_low, across_high) = if dy <= 0.8 && dx > dy {
            (
                true,
                (a.y + b.y) / 2.0,
                a.x.min(b.x),
                a.x.max(b.x),
                clip.x0,
                clip.x1,
                clip.y0,
                clip.y1,
            )
        } else if dx <= 0.8 && dy > dx {
            (
                false,
                (a.x + b.x) / 2.0,
                a.y.min(b.y),
                a.y.max(b.y),
                clip.y0,
                clip.y1,
                clip.x0,
                clip.x1,
            )
        } else {
            return;
        };
        let (from, to) = (from.max(low), to.min(high));
        if !(at.is_finite() && from.is_finite() && to.is_finite())
            || at < across_low
            || at > across_high
            || to <= from
        {
            return;
        }
        if self.page.horizontal.len() + self.page.vertical.len() >= MOST_RULINGS {
            self.page.dropped += 1;
            return;
        }
        let ruling = Ruling {
            at: at as f32,
            from: from as f32,
            to: to as f32,
            edge,
        };
        if lies {
            self.page.horizontal.push(ruling)
        } else {
            self.page.vertical.push(ruling)
        }
    }
}

impl<'a> Device<'a> for Listener {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        if let Some(area) = paths::curve(path, &props, MOST_ELEMENTS)
            && self.page.curves.len() < MOST_PICTURES
        {
            self.page.curves.extend(seen(area, self.clip()));
        }
        if path.elements().len() > MOST_ELEMENTS {
            return;
        }
        for side in paths::sides(path, &props, mode) {
            self.add_ruling(side.from, side.to, side.edge);
        }
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.push_clip(clip.path.bounding_box());
    }

    fn push_clip_rect(&mut self, area: &Rect) {
        self.push_clip(*area);
    }

    fn pop_clip(&mut self) {
        if self.clips.len() > 1 {
            self.clips.pop();
        }
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
        let area = props.transform.transform_rect_bbox(pixels);
        if self.page.pictures.len() < MOST_PICTURES {
            self.page.pictures.extend(seen(area, self.clip()));
        }
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
        if !origin.x.is_finite() || !origin.y.is_finite() || !(0.1..2_000.0).contains(&size) {
            // Too small or too large to be seen.
            return;
        }
        let text = said(glyph);
        let mut one = [0u8; 4];
        let text: &str = match &text {
            BfString::Char(c) => c.encode_utf8(&mut one),
            BfString::String(text) => text,
        };
        let Some(turn) = Turn::along(along.x, along.y) else {
            if self.page.slanting.chars().count() < MOST_SLANTING {
                self.page
                    .slanting
                    .extend(text.chars().filter(|c| is_seen(*c)));
            }
            return;
        };
        let width = advance(glyph) / 1000.0;
        let next = next
            .map(|next| (next - origin).hypot())
            .filter(|next| *next > 0.0);
        let width = displayed_width(width * size_along, width * size, next) as f32;
        let point = Area {
            x0: origin.x as f32,
            y0: origin.y as f32,
            x1: origin.x as f32,
            y1: origin.y as f32,
        };
        // In the direction in which the text is read.
        let start = turn.upright(point);
        let (x, baseline, size) = (start.x0, start.y0, size as f32);
        let whole = Glyph::new(' ', turn, x, baseline, width, size, font);
        let middle = Point::new(
            f64::from(whole.area.x0 + whole.area.x1) / 2.0,
            f64::from(whole.area.y0 + whole.area.y1) / 2.0,
        );
        if !self.clip().inflate(1.0, 1.0).contains(middle) {
            return;
        }
        let step = width / text.chars().count().max(1) as f32;
        for (number, c) in text
            .chars()
            .take(8)
            .enumerate()
            .filter(|(_, c)| is_seen(*c))
        {
            // Some fonts call the hyphen of negative amounts a soft one.
            let c = if c == '\u{AD}' {
                '-'
            } else {
                radicals::fold(c)
            };
            let x = x + step * number as f32;
            self.add_glyph(Glyph::new(c, turn, x, baseline, step, size, font));
        }
    }
}

/// What is seen of a box.
fn seen(area: Rect, clip: Rect) -> Option<Area> {
    let seen = area.intersect(clip);
    let is_seen = seen.is_finite() && seen.width() > 0.0 && seen.height() > 0.0;
    is_seen.then_some(Area {
        x0: seen.x0 as f32,
        y0: seen.y0 as f32,
        x1: seen.x1 as f32,
        y1: seen.y1 as f32,
    })
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

/// Blanks are told by the gaps that they leave.
fn is_seen(c: char) -> bool {
    !(c.is_whitespace() || c.is_control() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{FEFF}'))
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
