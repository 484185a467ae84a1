//! Change: last year beside this year.

use super::scale::{Axis, fraction, length};
use super::sheet::{BODY, HEADER, MARGIN, NOTE, SMALL, Sheet, Style, WIDTH, tenths};
use super::text::{clean, shortened, text_width};
use super::{Anchor, Chart, Fill, Tone, UNIT, Weight, named};
use juesuan_figure::grouped;
use rust_decimal::Decimal;

/// The two bars of one amount.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BarGroup {
    /// `收入总计`.
    pub name: String,
    /// Last year: its label (`2019 年`) and the amount.
    pub last: (String, Decimal),
    /// This year, likewise.
    pub this: (String, Decimal),
    /// The change in words, shown below: `+7.7（增长 0.5%）`; may be empty.
    pub change: String,
}

/// The plot, between the highest and the lowest round number.
const PLOT: f32 = 220.0;
/// Room for the figure above or below a bar.
const FIGURE: f32 = 24.0;
/// A bar, and the least room it has with its figure.
const BAR: f32 = 72.0;
const SLOT: f32 = 90.0;
/// Between two texts that stand side by side.
const GAP: f32 = 12.0;
/// Between groups, at least.
const BETWEEN: f32 = 28.0;
/// Room for a label of a year, and for a change, at most; longer ones are shortened.
const LABEL: f32 = 160.0;
const CHANGE: f32 = 360.0;

const VALUE: Style = Style::new(Anchor::Middle, BODY, Weight::Regular, Tone::Ink);
const YEAR: Style = Style::new(Anchor::Middle, SMALL, Weight::Regular, Tone::Soft);
const NAME: Style = Style::new(Anchor::Middle, BODY, Weight::Bold, Tone::Ink);

/// A bar chart of amounts against last year, from zero; `None` where there is nothing to draw, as
/// all amounts are zero.
///
/// Three groups of usual figures fit the usual width; of more, or of longer figures, the drawing is
/// wider.
///
/// ```
/// use juesuan_domain::chart::{BarGroup, bars};
/// let year = |label: &str, amount: &str| (label.to_owned(), amount.parse().unwrap());
/// let income = BarGroup {
///     name: "收入总计".to_owned(),
///     last: year("2019 年", "1544.93"),
///     this: year("2020 年", "1552.63"),
///     change: "+7.7（增长 0.5%）".to_owned(),
/// };
/// let chart = bars("收入决算总计变动情况", &[income]).unwrap();
/// assert_eq!(chart.columns, ["项目", "2019 年", "2020 年", "变动"]);
/// assert_eq!(chart.rows, [["收入总计", "1,544.93", "1,552.63", "+7.7（增长 0.5%）"]]);
/// assert_eq!(
///     chart.alternative,
///     "柱形图：收入决算总计变动情况。\
///      收入总计：2019 年 1,544.93 万元，2020 年 1,552.63 万元，变动：+7.7（增长 0.5%）。"
/// );
/// ```
pub fn bars(title: &str, groups: &[BarGroup]) -> Option<Chart> {
    let title = clean(title);
    let axis = Axis::over(groups.iter().flat_map(|g| [g.last.1, g.this.1]))?;
    let groups: Vec<Group> = groups.iter().map(Group::of).collect();
    let layout = Layout::of(&axis, &groups);
    let mut sheet = Sheet::new(&title, layout.width, layout.height);
    layout.draw_axis(&mut sheet, &axis);
    for (i, group) in groups.iter().enumerate() {
        layout.draw_group(&mut sheet, i, group);
    }
    // Over the bars, which stand on it.
    let zero = layout.zero;
    sheet.line([layout.left, zero, layout.right, zero], Tone::Soft);
    let (columns, rows) = table(&groups);
    Some(Chart {
        alternative: alternative(&title, &groups),
        title,
        unit: UNIT,
        width: sheet.width as u32,
        height: layout.height.ceil() as u32,
        shapes: sheet.shapes,
        columns,
        rows,
    })
}

/// A group with its texts as they are shown.
struct Group {
    name: String,
    last: Bar,
    this: Bar,
    change: String,
}

struct Bar {
    label: String,
    amount: Decimal,
    figure: String,
}

impl Group {
    fn of(group: &BarGroup) -> Self {
        let bar = |(label, amount): &(String, Decimal), otherwise: &str| {
            let label = clean(label);
            Bar {
                label: if label.is_empty() {
                    otherwise.to_owned()
                } else {
                    label
                },
                amount: *amount,
                figure: grouped(*amount),
            }
        };
        Group {
            name: named(&group.name),
            last: bar(&group.last, "上年"),
            this: bar(&group.this, "本年"),
            change: clean(&group.change),
        }
    }

    fn bars(&self) -> [&Bar; 2] {
        [&self.last, &self.this]
    }
}

/// Where everything is.
struct Layout {
    width: f32,
    height: f32,
    left: f32,
    right: f32,
    /// Highest and lowest round number, and the line the bars stand on.
    top: f32,
    bottom: f32,
    zero: f32,
    /// Below the plot and the figures of bars that hang.
    foot: f32,
    /// The length of `largest`.
    full: f32,
    largest: Decimal,
    slot: f32,
    pitch: f32,
}

impl Layout {
    fn of(axis: &Axis, groups: &[Group]) -> Self {
        let widest = |texts: &mut dyn Iterator<Item = f32>| texts.fold(0.0, f32::max);
        let bars = || groups.iter().flat_map(Group::bars);
        let figure = widest(&mut bars().map(|bar| text_width(&bar.figure, BODY)));
        let label = widest(&mut bars().map(|bar| text_width(&bar.label, SMALL))).min(LABEL);
        let change = widest(&mut groups.iter().map(|g| text_width(&g.change, BODY))).min(CHANGE);
        let tick = widest(&mut axis.ticks.iter().map(|t| text_width(&grouped(*t), SMALL)));

        // The drawing grows with its figures: those are never shortened, nor do they overlap.
        let slot = SLOT.max(figure + GAP).max(label + GAP);
        let group = (2.0 * slot).max(change);
        let left = MARGIN + tick + 8.0;
        let count = groups.len() as f32;
        let width = (left + count * (group + BETWEEN) + MARGIN)
            .max(WIDTH)
            .ceil();
        let right = width - MARGIN;

        let largest = axis.largest();
        let (above, below) = (fraction(axis.top, largest), fraction(axis.bottom, largest));
        let full = PLOT / (above + below);
        let top = HEADER + FIGURE;
        let bottom = top + PLOT;
        let hanging = if axis.bottom.is_zero() { 0.0 } else { FIGURE };
        let foot = bottom + hanging;
        let changes = if change > 0.0 { 21.0 } else { 0.0 };
        Layout {
            width,
            height: foot + 44.0 + changes + 18.0,
            left,
            right,
            top,
            bottom,
            zero: tenths(top + above * full),
            foot,
            full,
            largest,
            slot,
            pitch: (right - left) / count,
        }
    }

    fn draw_axis(&self, sheet: &mut Sheet, axis: &Axis) {
        for tick in &axis.ticks {
            let up = fraction(*tick, self.largest) * self.full;
            let y = if tick.is_sign_negative() {
                self.zero + up
            } else {
                self.zero - up
            };
            let y = y.clamp(self.top, self.bottom);
            if !tick.is_zero() {
                sheet.line([self.left, y, self.right, y], Tone::Faint);
            }
            sheet.text(self.left - 8.0, y + 4.0, NOTE, grouped(*tick));
        }
    }

    fn draw_group(&self, sheet: &mut Sheet, i: usize, group: &Group) {
        let middle = self.left + (i as f32 + 0.5) * self.pitch;
        let half = self.slot / 2.0;
        self.draw_bar(sheet, middle - half, &group.last, Fill::Pale);
        self.draw_bar(sheet, middle + half, &group.this, Fill::Accent);
        let room = self.pitch - GAP;
        let name = shortened(&group.name, NAME.size, room);
        sheet.text(middle, self.foot + 42.0, NAME, name);
        let change = shortened(&group.change, VALUE.size, room);
        sheet.text(middle, self.foot + 63.0, VALUE, change);
    }

    fn draw_bar(&self, sheet: &mut Sheet, middle: f32, bar: &Bar, fill: Fill) {
        let length = length(bar.amount, self.largest, self.full);
        let hangs = bar.amount < Decimal::ZERO;
        let (y, figure) = if hangs {
            (self.zero, self.zero + length + 16.0)
        } else {
            (self.zero - length, self.zero - length - 7.0)
        };
        if length > 0.0 {
            sheet.rect([middle - BAR / 2.0, y, BAR, length], fill);
        }
        // No line of the axis runs through the figure.
        let width = text_width(&bar.figure, VALUE.size) + 6.0;
        sheet.rect(
            [middle - width / 2.0, figure - 12.0, width, 15.0],
            Fill::Paper,
        );
        sheet.text(middle, figure, VALUE, bar.figure.clone());
        let label = shortened(&bar.label, YEAR.size, self.slot - GAP);
        sheet.text(middle, self.foot + 19.0, YEAR, label);
    }
}

fn table(groups: &[Group]) -> (Vec<String>, Vec<Vec<String>>) {
    let first = groups.first().map(|g| [&g.last.label, &g.this.label]);
    let same = |g: &Group| Some([&g.last.label, &g.this.label]) == first;
    // Where the groups are of different years, the cells have to say so.
    let shared = first.filter(|_| groups.iter().all(same));
    let [last, this] = match shared {
        Some(labels) => labels.map(String::clone),
        None => ["上年", "本年"].map(str::to_owned),
    };
    let cell = |bar: &Bar| match shared {
        Some(_) => bar.figure.clone(),
        None => format!("{}：{}", bar.label, bar.figure),
    };
    let columns = vec!["项目".to_owned(), last, this, "变动".to_owned()];
    let row = |g: &Group| {
        vec![
            g.name.clone(),
            cell(&g.last),
            cell(&g.this),
            g.change.clone(),
        ]
    };
    (columns, groups.iter().map(row).collect())
}

fn alternative(title: &str, groups: &[Group]) -> String {
    let said = groups.iter().map(|group| {
        let [last, this] = group
            .bars()
            .map(|bar| format!("{} {} 万元", bar.label, bar.figure));
        let name = &group.name;
        match group.change.as_str() {
            "" => format!("{name}：{last}，{this}"),
            change => format!("{name}：{last}，{this}，变动：{change}"),
        }
    });
    let said = said.collect::<Vec<_>>().join("；");
    match title {
        "" => format!("柱形图。{said}。"),
        title => format!("柱形图：{title}。{said}。"),
    }
}
