//! Printed lines to paragraphs.
//!
//! A line goes on in the next where the next does not begin like a paragraph (indented) and its first word
//! would not have fitted into what the line leaves free. A word is one Chinese character with the marks that
//! may not part from it, or a whole number with its unit sign.

use super::lines::{Line, most_common};
use super::order::Item;
use super::text::Text;

/// What most lines of a page look like.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// Of most of the text.
    pub size: f32,
    /// Of most of the text; 0 where it is not known.
    pub font: u16,
    /// The left margin.
    pub left: f32,
    /// The right margin.
    pub right: f32,
    /// Of the page.
    pub height: f32,
}

/// One printed line of a paragraph, without its characters.
#[derive(Clone, Copy, Debug)]
pub struct Printed {
    /// Counted from 1.
    pub page: usize,
    /// Where it begins.
    pub x0: f32,
    /// Where it ends.
    pub x1: f32,
    /// Where it stands.
    pub baseline: f32,
    /// Of most of its characters.
    pub size: f32,
    /// Of most of its characters.
    pub font: u16,
    /// Most of it is bold.
    pub bold: bool,
    /// An entry of the contents.
    pub entry: bool,
    /// Margins of its column, where the page has several.
    pub measure: Option<(f32, f32)>,
}

impl Printed {
    /// What is kept of a line.
    pub fn of(line: &Line, page: usize) -> Self {
        Self {
            page,
            x0: line.area.x0,
            x1: line.area.x1,
            baseline: line.baseline,
            size: line.size,
            font: line.font,
            bold: line.bold,
            entry: line.entry,
            measure: line.measure,
        }
    }
}

/// A paragraph with the lines it was printed in.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// What it says.
    pub text: Text,
    /// From the first to the last.
    pub lines: Vec<Printed>,
    /// A footnote or the label of a chart: the text above goes on behind it.
    pub aside: bool,
}

impl Paragraph {
    /// A line that stands aside.
    pub fn aside(line: &Line, page: usize) -> Self {
        Self {
            text: line.text(page),
            lines: vec![Printed::of(line, page)],
            aside: true,
        }
    }
}

impl Style {
    /// Size over the whole document, margins over all pages of one format.
    pub fn of_pages(pages: &[(f32, f32)], items_of: &[Vec<Item>]) -> Vec<Style> {
        let lines = || {
            items_of.iter().zip(pages).flat_map(|(items, page)| {
                items.iter().filter_map(move |item| match item {
                    Item::Line(line) => Some((line, *page)),
                    _ => None,
                })
            })
        };
        let size =
            most_common(lines().map(|(line, _)| ((line.size * 4.0) as i64, line.glyphs.len())))
                .map_or(12.0, |size| size as f32 / 4.0);
        let font = most_common(
            lines()
                .filter(|(line, _)| line.font > 0)
                .map(|(line, _)| (i64::from(line.font), line.glyphs.len())),
        );
        let font = font.and_then(|font| u16::try_from(font).ok()).unwrap_or(0);
        let body: Vec<(&Line, (f32, f32))> = lines()
            .filter(|(line, _)| (line.size - size).abs() < 0.3 && line.glyphs.len() > 9)
            .collect();
        let mut known: Vec<((f32, f32), Style)> = Vec::new();
        pages
            .iter()
            .map(|&(width, height)| {
                if let Some((_, style)) =
                    known.iter().find(|(format, _)| *format == (width, height))
                {
                    return *style;
                }
                let same: Vec<&Line> = body
                    .iter()
                    .filter(|(_, page)| *page == (width, height))
                    .map(|(line, _)| *line)
                    .collect();
                // The left margin is the leftmost place at which a fair share of lines begin; more may be indented.
                let left = leftmost(same.iter().map(|line| line.area.x0.round() as i64));
                let right = common_end(&same);
                let (left, right) = match (left, right) {
                    (Some(left), Some(right)) if same.len() > 5 && right > left as f32 => {
                        (left as f32, right)
                    }
                    // Ragged or short: as far from the right edge as from the left one.
                    (Some(left), None) if same.len() > 5 && (left as f32) < 0.4 * width => {
                        (left as f32, width - left as f32)
                    }
                    _ => (0.1 * width, 0.9 * width),
                };
                let style = Style {
                    size,
                    font,
                    left,
                    right,
                    height,
                };
                known.push(((width, height), style));
                style
            })
            .collect()
    }

    /// The same with the margins of a column.
    fn within(&self, measure: Option<(f32, f32)>) -> Style {
        let (left, right) = measure.unwrap_or((self.left, self.right));
        Style {
            left,
            right,
            ..*self
        }
    }

    /// Whether a line stands in the middle of the text, clear of both margins.
    pub fn is_centred(&self, x0: f32, x1: f32, size: f32) -> bool {
        let off = (x0 + x1 - self.left - self.right) / 2.0;
        off.abs() < 0.9 * size && x0 > self.left + 1.2 * size
    }
}

/// Where a fair share of the lines ends, far to the right: the margin of set text.
fn common_end(lines: &[&Line]) -> Option<f32> {
    // Enough lines to know; each is held against all others.
    let lines = lines.get(..lines.len().min(1_500)).unwrap_or_default();
    let farthest = lines
        .iter()
        .map(|line| line.area.x1)
        .fold(f32::MIN, f32::max);
    let (end, count) = lines
        .iter()
        .map(|line| {
            let end = line.area.x1;
            (
                end,
                lines
                    .iter()
                    .filter(|other| (other.area.x1 - end).abs() < 1.5)
                    .count(),
            )
        })
        .filter(|(end, _)| *end > 0.85 * farthest)
        .max_by_key(|(_, count)| *count)?;
    (count * 5 >= lines.len() && count > 3).then_some(end)
}

fn leftmost(values: impl Iterator<Item = i64>) -> Option<i64> {
    let mut counts = std::collections::BTreeMap::<i64, usize>::new();
    let mut all = 0;
    for value in values {
        *counts.entry(value).or_default() += 1;
        all += 1;
    }
    counts
        .into_iter()
        .find(|(_, count)| *count * 8 >= all)
        .map(|(value, _)| value)
}

/// Joins the lines of one page.
pub struct Column<'a> {
    style: &'a Style,
    page: usize,
}

impl<'a> Column<'a> {
    /// Of a page with this look.
    pub fn new(style: &'a Style, page: usize) -> Self {
        Self { style, page }
    }

    /// Adds a line to the open paragraph, or gives back the new one that it begins.
    pub fn add(&mut self, line: Line, open: Option<&mut Paragraph>) -> Option<Paragraph> {
        let printed = Printed::of(&line, self.page);
        let text = line.text(self.page);
        if let Some(open) = open
            && self.goes_on(open, &line)
        {
            open.text.append_line(&text);
            open.lines.push(printed);
            return None;
        }
        Some(Paragraph {
            text,
            lines: vec![printed],
            aside: false,
        })
    }

    fn goes_on(&self, open: &Paragraph, next: &Line) -> bool {
        let Some(last) = open.lines.last() else {
            return false;
        };
        if last.measure.is_some() && next.measure.is_some() && last.measure != next.measure {
            return goes_on_in_next_column(open, last, next, self.page);
        }
        let style = &self.style.within(next.measure);
        let size = next.size.max(last.size);
        if next.entry || last.entry {
            return false;
        }
        if next.follows {
            return true;
        }
        if (last.size - next.size).abs() > 0.1 * size || is_contents_entry(&open.text) {
            return false;
        }
        if last.page == self.page {
            let down = next.baseline - last.baseline;
            if down < 0.6 * size || down > 2.6 * size {
                return false;
            }
        } else if last.page + 1 != self.page || last.baseline < 0.55 * style.height {
            return false;
        }
        // A title in several lines: centred throughout, or a full first line with a short second in the middle.
        let centred = style.is_centred(next.area.x0, next.area.x1, next.size)
            && (style.is_centred(last.x0, last.x1, last.size)
                || open.lines.len() == 1
                    && last.x1 - last.x0 > 0.85 * (style.right - style.left)
                    && next.area.x0 - style.left > 3.0 * next.size
                    && !open.text.last().is_some_and(is_closing));
        if centred && size > 1.5 * style.size && begins_with_year(next) {
            return false;
        }
        let free = if centred && style.is_centred(last.x0, last.x1, last.size) {
            style.right - style.left - (last.x1 - last.x0)
        } else {
            style.right - last.x1
        };
        let indented = next.area.x0 - style.left > 1.2 * next.size;
        if indented && !centred {
            // A whole paragraph set in: its lines after the first begin where this one begins.
            let set_in = open.lines.len() > 1
                && open
                    .lines
                    .iter()
                    .skip(1)
                    .all(|line| (line.x0 - next.area.x0).abs() < 0.3 * size);
            if !set_in {
                return false;
            }
        }
        // What begins beyond the middle, like the unit above a table, is no line of set text.
        let aside = !centred && last.x0 - style.left > 0.5 * (style.right - style.left);
        !aside && first_word(next) + 0.3 * size > free
    }
}

/// From the foot of a column to the head of the next one, on the same page or the next: the last line is full, and
/// the next does not begin like a paragraph.
fn goes_on_in_next_column(open: &Paragraph, last: &Printed, next: &Line, page: usize) -> bool {
    let (Some((_, right)), Some((left, _))) = (last.measure, next.measure) else {
        return false;
    };
    let below = last.page == page && next.area.x0 < last.x1;
    let near = last.page == page || last.page + 1 == page;
    let same = (last.size - next.size).abs() < 0.1 * next.size;
    let indented = next.area.x0 - left > 1.2 * next.size;
    let free = right - last.x1;
    near && !below
        && same
        && !indented
        && !is_contents_entry(&open.text)
        && first_word(next) + 0.3 * next.size > free
}

/// Lines of a cover: the unit, then the year and what it is.
fn begins_with_year(line: &Line) -> bool {
    let mut glyphs = line.glyphs.iter().map(|glyph| glyph.c);
    glyphs.by_ref().take(4).filter(char::is_ascii_digit).count() == 4 && glyphs.next() == Some('年')
}

/// `一、收入支出决算总表……3`: full to the margin, yet complete.
fn is_contents_entry(text: &Text) -> bool {
    let dots = text
        .chars
        .iter()
        .filter(|char| matches!(char.c, '.' | '…' | '·' | '．' | '⋯' | '‥'))
        .count();
    dots >= 5 && dots * 5 >= text.chars.len()
}

/// Width of what cannot be parted at the beginning of a line.
fn first_word(line: &Line) -> f32 {
    let Some(first) = line.glyphs.first() else {
        return 0.0;
    };
    let mut end = first.area.x1;
    let mut before = first.c;
    for glyph in line.glyphs.iter().skip(1) {
        let sticks = is_opening(before)
            || is_closing(glyph.c)
            || (is_number_like(before)
                && is_number_like(glyph.c)
                && glyph.area.x0 - end < 0.25 * line.size);
        if !sticks {
            break;
        }
        end = end.max(glyph.area.x1);
        before = glyph.c;
    }
    // A closing mark may hang over the margin or be squeezed to half.
    let hang = if is_closing(before) && !is_number_like(before) {
        0.5 * line.size
    } else {
        0.0
    };
    end - line.area.x0 - hang
}

fn is_number_like(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '.' | ',' | '%' | '-' | '/' | ':')
}

/// Marks after which no line ends.
pub fn is_opening(c: char) -> bool {
    matches!(
        c,
        '（' | '(' | '《' | '“' | '‘' | '【' | '〔' | '[' | '「' | '『' | '〈' | '＜'
    )
}

/// Marks with which no line begins.
pub fn is_closing(c: char) -> bool {
    matches!(
        c,
        '）' | ')'
            | '》'
            | '”'
            | '’'
            | '】'
            | '〕'
            | ']'
            | '」'
            | '』'
            | '〉'
            | '，'
            | '。'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | ','
            | '.'
            | ';'
            | ':'
            | '%'
            | '％'
            | '‰'
    )
}
