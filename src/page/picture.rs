//! A chart as a picture: drawn on a canvas, shape by shape. (An image of its SVG would be another
//! source of images, which a portal's policy may forbid.)

use super::files;
use juesuan::chart::{Anchor, Chart, FONTS, Shape};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement};

/// As which file a figure is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picture {
    Svg,
    Png,
}

/// Twice the size of the drawing, for paper and sharp screens.
const SCALE: u32 = 2;

/// Draws a chart and hands it to the user as a PNG file.
///
/// # Errors
/// Where the browser gives no canvas to draw on.
pub fn save(chart: &Chart, name: String) -> Result<(), JsValue> {
    let document = web_sys::window()
        .and_then(|w| w.document())
        .ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    canvas.set_width(chart.width * SCALE);
    canvas.set_height(chart.height * SCALE);
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    context.scale(f64::from(SCALE), f64::from(SCALE))?;
    for shape in &chart.shapes {
        draw(&context, shape)?;
    }
    let hand_out = Closure::once_into_js(move |blob: Option<Blob>| {
        if let Some(blob) = blob {
            // A download that the browser forbids is the browser's to tell.
            let _ = files::download_blob(&name, &blob);
        }
    });
    canvas.to_blob(hand_out.unchecked_ref())
}

fn draw(context: &CanvasRenderingContext2d, shape: &Shape) -> Result<(), JsValue> {
    match shape {
        Shape::Rect {
            x,
            y,
            width,
            height,
            fill,
        } => {
            let (x, y) = (f64::from(*x), f64::from(*y));
            let (width, height) = (f64::from(*width), f64::from(*height));
            context.set_fill_style_str(fill.color());
            context.fill_rect(x, y, width, height);
            if let Some(outline) = fill.outline() {
                context.set_stroke_style_str(outline);
                context.stroke_rect(x, y, width, height);
            }
        }
        Shape::Line {
            x1,
            y1,
            x2,
            y2,
            tone,
        } => {
            context.set_stroke_style_str(tone.color());
            context.begin_path();
            context.move_to(f64::from(*x1), f64::from(*y1));
            context.line_to(f64::from(*x2), f64::from(*y2));
            context.stroke();
        }
        Shape::Text {
            x,
            y,
            anchor,
            size,
            weight,
            tone,
            text,
        } => {
            context.set_fill_style_str(tone.color());
            context.set_font(&format!("{} {size}px {FONTS}", weight.name()));
            context.set_text_align(match anchor {
                Anchor::Start => "left",
                Anchor::Middle => "center",
                Anchor::End => "right",
            });
            context.fill_text(text, f64::from(*x), f64::from(*y))?;
        }
    }
    Ok(())
}
