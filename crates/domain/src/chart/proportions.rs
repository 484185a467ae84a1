//! Structure: the parts of a whole.

use super::scale::{fraction, length};
use super::sheet::{BODY, HEADER, MARGIN, SMALL, Sheet, Style, WIDTH, tenths};
use super::text::{clean, shortened, text_width};
use super::{Anchor, Chart, Fill, Tone, UNIT, Weight, named};
use juesuan_figure::grouped;
use rust_decimal::Decimal;

/// A part of a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// `财政拨款收入`.
    pub name: String,
    /// Its amount.
    pub amount: Decimal,
    /// Its share as it is shown, `80.5%`; may be empty.
    pub share: String,
}

/// One line for each part, and its bar.
const ROW: f32 = 27.0;
const BAR: f32 = 14.0;
/// Between columns.
const GAP: f32 = 14.0;
/// Room for the bars, at least.
const BARS: f32 = 200.0;
/// Room for names and for shares, at most; longer ones are shortened.
const NAMES: f32 = 222.0;
const SHARES: f32 = 120.0;
/// The bar of the whole, with the labels above it.
const WHOLE: f32 = 16.0;
const LABELS: f32 = 20.0;

const NAME: Style = Style::new(Anchor::Start, BODY, Weight::Regular, Tone::Ink);
const FIGURE: Style = Style::new(Anchor::End, BODY, Weight::Regular, Tone::Ink);
const TOTAL_NAME: Style = Style::new(Anchor::Start, BODY, Weight::Bold, Tone::Ink);
const TOTAL: Style = Style::new(Anchor::End, BODY, Weight::Bold, Tone::Ink);
const LABEL: Style = Style::new(Anchor::Start, SMALL, Weight::Regular, Tone::Soft);

/// A part and its piece of the whole are of one shade, neighbours of different ones.
const SHADES: [Fill; 3] = [Fill::Accent, Fill::Pale, Fill::Middle];

/// The parts of a whole as they are given: one line each, with a bar by the largest of them, below
/// a bar of the whole; `None` where there is nothing to draw, as all amounts are zero.
///
/// Negative parts are drawn to the left, and there is no bar of the whole then.
///
/// ```
/// use juesuan_domain::chart::{Part, proportions};
/// let part = |name: &str, amount: &str, share: &str| Part {
///     name: name.to_owned(),
///     amount: amount.parse().unwrap(),
///     share: share.to_owned(),
/// };
/// let parts = [
///     part("财政拨款收入", "1552.16", "100.0%"),
///     part("其他收入", "0.47", "0.0%"),
/// ];
/// let chart = proportions("收入决算结构", &parts).unwrap();
/// assert_eq!(
///     chart.alternative,
///     "结构图：收入决算结构。合计 1,552.63 万元。\
///      财政拨款收入 1,552.16 万元，占 100.0%；其他收入 0.47 万元，占 0.0%。"
/// );
/// assert!(proportions("收入决算结构", &[]).is_none());
/// ```
pub fn proportions(title: &str, parts: &[Part]) -> Option<Chart> {
    let largest = parts.iter().map(|part| part.amount.abs()).max()?;
    if largest.is_zero() {
        return None;
    }
    let title = clean(title);
    let lines: Vec<Line> = parts.iter().map(Line::of).collect();
    let total = sum(parts).map(grouped);
    let layout = Layout::of(&lines, largest, total.as_deref());
    let mut sheet = Sheet::new(&title, layout.width, layout.height);
    layout.draw_whole(&mut sheet, &lines);
    layout.draw_rules(&mut sheet, &lines);
    for (i, line) in lines.iter().enumerate() {
        layout.draw_line(&mut sheet, i, line);
    }
    if let Some(total) = &total {
        layout.draw_total(&mut sheet, total);
    }
    let row = |line: &Line| vec![line.name.clone(), line.figure.clone(), line.share.clone()];
    Some(Chart {
        alternative: alternative(&title, &lines, total.as_deref()),
        title,
        unit: UNIT,
        width: sheet.width as u32,
        height: layout.height.ceil() as u32,
        shapes: sheet.shapes,
        columns: ["项目", "金额", "占比"].map(str::to_owned).to_vec(),
        rows: lines.iter().map(row).collect(),
    })
}

/// A part with its texts as they are shown.
struct Line {
    name: String,
    amount: Decimal,
    figure: String,
    share: String,
}

impl Line {
    fn of(part: &Part) -> Self {
        Line {
            name: named(&part.name),
            amount: part.amount,
            figure: grouped(part.amount),
            share: clean(&part.share),
        }
    }
}

/// Where everything is.
struct Layout {
    width: f32,
    height: f32,
    names: f32,
    /// Right sides of the figures and the shares.
    figures: f32,
    shares: f32,
    /// Where bars begin, and the length of `largest`.
    zero: f32,
    full: f32,
    largest: Decimal,
    /// Whether some part is below zero.
    negative: bool,
    /// The top of the first line, and the end of the last.
    top: f32,
    end: f32,
}

impl Layout {
    fn of(lines: &[Line], largest: Decimal, total: Option<&str>) -> Self {
        let widest = |text: fn(&Line) -> &str| {
            let widths = lines.iter().map(|line| text_width(text(line), BODY));
            widths.fold(0.0, f32::max)
        };
        let names = widest(|line| &line.name).clamp(2.0 * BODY, NAMES);
        // The total is bold, which is a little wider.
        let total_width = total.map_or(0.0, |total| text_width(total, BODY) * 1.06);
        let figures = widest(|line| &line.figure).max(total_width);
        let shares = widest(|line| &line.share).min(SHARES);
        // The drawing grows with its figures: those are never shortened, nor do they overlap.
        let texts = names + figures + shares + 3.0 * GAP;
        let width = (2.0 * MARGIN + texts + BARS).max(WIDTH).ceil();
        let room = width - 2.0 * MARGIN - texts;

        let side = |negative: bool| {
            let amounts = lines.iter().map(|line| line.amount);
            let amounts = amounts.filter(|amount| (*amount < Decimal::ZERO) == negative);
            amounts
                .map(|amount| fraction(amount, largest))
                .fold(0.0, f32::max)
        };
        let (left, right) = (side(true), side(false));
        let full = room / (left + right);
        let negative = lines.iter().any(|line| line.amount < Decimal::ZERO);
        let whole = if negative { 0.0 } else { WHOLE + 4.0 };
        let top = HEADER + LABELS + whole + 8.0;
        let end = top + lines.len() as f32 * ROW;
        let foot = if total.is_some() { ROW } else { 0.0 };
        Layout {
            width,
            height: end + foot + 14.0,
            names,
            figures: width - MARGIN - shares - GAP,
            shares: width - MARGIN,
            zero: tenths(MARGIN + names + GAP + left * full),
            full,
            largest,
            negative,
            top,
            end,
        }
    }

    /// The whole in one bar, pieces in the order of the lines, with name or share where there is room.
    fn draw_whole(&self, sheet: &mut Sheet, lines: &[Line]) {
        let base = HEADER + LABELS - 6.0;
        if self.negative {
            let note = "有负数，不画整体的分段条";
            sheet.text(MARGIN, base, LABEL, note.to_owned());
            return;
        }
        let sizes = lines.iter().map(|line| fraction(line.amount, self.largest));
        let sizes: Vec<f32> = sizes.collect();
        let all: f32 = sizes.iter().sum();
        let room = self.width - 2.0 * MARGIN;
        let mut x = MARGIN;
        for ((line, size), fill) in lines.iter().zip(sizes).zip(SHADES.iter().cycle()) {
            let width = room * size / all;
            // Pieces stand apart, but for those which would vanish.
            let gap = if x >= MARGIN + 1.0 && width > 4.0 {
                1.5
            } else {
                0.0
            };
            if width >= 0.1 {
                let piece = [x + gap, HEADER + LABELS, width - gap, WHOLE];
                sheet.rect(piece, *fill);
            }
            let label = format!("{} {}", line.name, line.share);
            let fits = |text: &&str| text_width(text, SMALL) + 8.0 <= width;
            if let Some(text) = [label.trim_end(), &line.share].into_iter().find(fits) {
                sheet.text(x + gap, base, LABEL, text.to_owned());
            }
            x += width;
        }
    }

    /// Lines that lead from a name to its figures, and the one the bars stand on. Bars are drawn over
    /// them: the smallest is not much wider.
    fn draw_rules(&self, sheet: &mut Sheet, lines: &[Line]) {
        for i in 1..=lines.len() {
            let y = self.top + i as f32 * ROW;
            sheet.line([MARGIN, y, self.width - MARGIN, y], Tone::Faint);
        }
        sheet.line([self.zero, self.top, self.zero, self.end], Tone::Soft);
    }

    fn draw_line(&self, sheet: &mut Sheet, i: usize, line: &Line) {
        let y = self.top + i as f32 * ROW;
        let base = y + 18.0;
        let name = shortened(&line.name, BODY, self.names);
        sheet.text(MARGIN, base, NAME, name);
        let length = length(line.amount, self.largest, self.full);
        if length > 0.0 {
            let negative = line.amount < Decimal::ZERO;
            let x = if negative {
                self.zero - length
            } else {
                self.zero
            };
            let fill = SHADES[i % SHADES.len()];
            sheet.rect([x, y + (ROW - BAR) / 2.0, length, BAR], fill);
        }
        sheet.text(self.figures, base, FIGURE, line.figure.clone());
        let share = shortened(&line.share, BODY, SHARES);
        sheet.text(self.shares, base, FIGURE, share);
    }

    fn draw_total(&self, sheet: &mut Sheet, total: &str) {
        let base = self.end + 20.0;
        sheet.text(MARGIN, base, TOTAL_NAME, "合计".to_owned());
        sheet.text(self.figures, base, TOTAL, total.to_owned());
    }
}

/// The exact sum, or `None` where it leaves the range: a sum in `Decimal` would be rounded silently.
fn sum(parts: &[Part]) -> Option<Decimal> {
    let amounts = || parts.iter().map(|part| part.amount.normalize());
    let scale = amounts().map(|amount| amount.scale()).max()?;
    let total = amounts().try_fold(0_i128, |total, amount| {
        let factor = 10_i128.checked_pow(scale - amount.scale())?;
        total.checked_add(amount.mantissa().checked_mul(factor)?)
    });
    Decimal::try_from_i128_with_scale(total?, scale).ok()
}

fn alternative(title: &str, lines: &[Line], total: Option<&str>) -> String {
    let said = lines.iter().map(|line| {
        let amount = format!("{} {} 万元", line.name, line.figure);
        match line.share.as_str() {
            "" | "—" => amount,
            share => format!("{amount}，占 {share}"),
        }
    });
    let said = said.collect::<Vec<_>>().join("；");
    let title = match title {
        "" => "结构图。".to_owned(),
        title => format!("结构图：{title}。"),
    };
    let total = total.map_or_else(String::new, |total| format!("合计 {total} 万元。"));
    format!("{title}{total}{said}。")
}
