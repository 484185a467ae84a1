//! The sheet of a table: its titles, the table, its notes.

use super::formula::{Places, cell, letters};
use super::sheet::{self, LONGEST, MAIN};
use super::styles::{Font, Style, Styles};
use super::whole::Whole;
use crate::write::figure::{Figure, is_amount};
use crate::write::grid::{Grid, Placed};
use crate::write::measure::{Columns, lines};
use crate::write::xml::{Escaped, Xml};
use juesuan_paper::{Align, CellLook, TextStyle, Unwritable};
use std::collections::HashMap;

/// Halves of a character that a page is wide, upright and on its side.
const UPRIGHT: f64 = 92.0;
const LYING: f64 = 136.0;
/// The same of columns: least and most.
const NARROW: f64 = 5.0;
const WIDE: f64 = 60.0;
/// Points: a line of a table, what is above and below it, the highest row.
const LINE: f64 = 13.0;
const SPACE: f64 = 6.0;
const HIGHEST: f64 = 400.0;
/// Points that a half of a character is wide.
const POINTS: f64 = 5.3;
/// Points for titles and notes.
const TITLES: f64 = 90.0;
/// To what part letters are made smaller, so that a table is printed on one page.
const SMALLER: f64 = 0.65;
/// Rows that stay where they are while the others are moved.
const FROZEN: usize = 16;

/// A sheet while it is written.
pub(super) struct Sheet<'w> {
    whole: &'w Whole<'w, 'w>,
    grid: &'w Grid<'w>,
    places: &'w Places,
    /// Which table it is, from 1.
    number: usize,
    looks: HashMap<(usize, usize), &'w CellLook>,
    widths: Vec<f64>,
    /// Columns whose digits are codes.
    codes: Vec<bool>,
    /// Figures with thousands parted stand in the table.
    thousands: bool,
}

impl<'w> Sheet<'w> {
    pub fn new(
        whole: &'w Whole<'w, 'w>,
        grid: &'w Grid<'w>,
        places: &'w Places,
        number: usize,
    ) -> Self {
        let table = whole.table;
        let looks = table.look.iter().flat_map(|look| &look.cells);
        let columns = Columns::of(grid, table.heads);
        let page = if table.landscape { LYING } else { UPRIGHT };
        let parts = table.look.map_or(&[][..], |look| &look.widths);
        let need: f64 = columns.need.iter().sum();
        let widths = match parts.len() == grid.width {
            true => columns.share(page.max(need), parts),
            false => columns.want.clone(),
        };
        let thousands = |placed: &Placed<'_>| {
            Figure::of(placed.cell.text.trim()).is_some_and(|figure| figure.thousands)
        };
        Sheet {
            whole,
            grid,
            places,
            number,
            looks: looks.map(|look| ((look.row, look.column), look)).collect(),
            widths: widths
                .iter()
                .map(|it| (it + 2.5).clamp(NARROW, WIDE))
                .collect(),
            codes: codes(grid, table.heads),
            thousands: grid.cells.iter().any(thousands),
        }
    }

    /// # Errors
    /// [`Unwritable`].
    pub fn write(&self, styles: &mut Styles) -> Result<Xml, Unwritable> {
        let mut xml = Xml::new();
        let above = self.whole.above.len();
        let heads = self.whole.table.heads;
        xml.put(format_args!(
            "<worksheet {MAIN}><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\">"
        ));
        let frozen = above + heads;
        if heads > 0 && frozen <= FROZEN {
            xml.put(format_args!(
                "<pane ySplit=\"{frozen}\" topLeftCell=\"A{}\" activePane=\"bottomLeft\" state=\"frozen\"/>",
                frozen + 1
            ));
        }
        xml.raw("</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"18\"/><cols>");
        for (column, width) in self.widths.iter().enumerate() {
            let column = column + 1;
            xml.put(format_args!(
                "<col min=\"{column}\" max=\"{column}\" width=\"{width:.2}\" customWidth=\"1\"/>"
            ));
        }
        xml.raw("</cols><sheetData>");
        let mut merged: Vec<String> = Vec::new();
        let mut row = 0;
        for text in &self.whole.above {
            self.line(
                row,
                text.text,
                text.style == Some(TextStyle::TableTitle),
                styles,
                &mut xml,
                &mut merged,
            );
            row += 1;
        }
        let heights = self.heights();
        for (at, height) in heights.iter().enumerate() {
            self.row(at, *height, styles, &mut xml)?;
        }
        row += self.grid.height;
        for text in &self.whole.below {
            self.note(row, text.text, styles, &mut xml, &mut merged);
            row += 1;
        }
        xml.raw("</sheetData>");
        merged.extend(self.grid.cells.iter().filter_map(|it| {
            let last = cell(above + it.row + it.rows - 1, it.column + it.columns - 1);
            (it.rows * it.columns > 1)
                .then(|| format!("{}:{last}", cell(above + it.row, it.column)))
        }));
        if !merged.is_empty() {
            xml.put(format_args!("<mergeCells count=\"{}\">", merged.len()));
            for range in &merged {
                xml.put(format_args!("<mergeCell ref=\"{range}\"/>"));
            }
            xml.raw("</mergeCells>");
        }
        let landscape = self.whole.table.landscape;
        sheet::print(landscape, self.fits_page(&heights), &mut xml);
        // Codes are texts, and no mistake.
        let last = letters(self.grid.width.saturating_sub(1));
        xml.put(format_args!(
            "<ignoredErrors><ignoredError sqref=\"A1:{last}{}\" numberStoredAsText=\"1\"/></ignoredErrors></worksheet>",
            row.max(1)
        ));
        xml.within()?;
        Ok(xml)
    }

    /// A title over the whole width; of a line the parts left, in the middle and right.
    fn line(
        &self,
        row: usize,
        text: &str,
        title: bool,
        styles: &mut Styles,
        xml: &mut Xml,
        merged: &mut Vec<String>,
    ) {
        let last = self.grid.width.saturating_sub(1);
        let height = if title { 30 } else { 18 };
        xml.put(format_args!(
            "<row r=\"{}\" ht=\"{height}\" customHeight=\"1\">",
            row + 1
        ));
        let mut put = |column: usize, text: &str, font: Font, align: Align| {
            let style = Style {
                font,
                align,
                ..Style::default()
            };
            sheet::text(row, column, styles.number(&style), short(text), xml);
        };
        if title {
            put(0, text, Font::Title, Align::Center);
            if last > 0 {
                merged.push(format!("{}:{}", cell(row, 0), cell(row, last)));
            }
        } else {
            let parts: Vec<&str> = text.split('\t').collect();
            match parts.as_slice() {
                [left, middle, right] if last > 1 => {
                    put(0, left, Font::Table, Align::Left);
                    put(last.div_ceil(2), middle, Font::Table, Align::Center);
                    if last > last.div_ceil(2) {
                        put(last, right, Font::Table, Align::Right);
                    }
                }
                [left, right] | [left, "", right] if last > 0 => {
                    put(0, left, Font::Table, Align::Left);
                    put(last, right, Font::Table, Align::Right);
                }
                [alone] if !alone.starts_with("部门") && !alone.starts_with("单位名称") => {
                    put(last, alone, Font::Table, Align::Right);
                }
                parts => put(0, &parts.join("  "), Font::Table, Align::Left),
            }
        }
        xml.raw("</row>");
    }

    fn note(
        &self,
        row: usize,
        text: &str,
        styles: &mut Styles,
        xml: &mut Xml,
        merged: &mut Vec<String>,
    ) {
        let whole: f64 = self.widths.iter().sum();
        let height = height(lines(text, whole - 2.0));
        xml.put(format_args!(
            "<row r=\"{}\" ht=\"{height}\" customHeight=\"1\">",
            row + 1
        ));
        let style = Style {
            wrap: true,
            ..Style::default()
        };
        sheet::text(row, 0, styles.number(&style), short(text), xml);
        xml.raw("</row>");
        if self.grid.width > 1 {
            merged.push(format!(
                "{}:{}",
                cell(row, 0),
                cell(row, self.grid.width - 1)
            ));
        }
    }

    fn row(
        &self,
        row: usize,
        height: f64,
        styles: &mut Styles,
        xml: &mut Xml,
    ) -> Result<(), Unwritable> {
        let top = self.whole.above.len();
        xml.put(format_args!(
            "<row r=\"{}\" ht=\"{height}\" customHeight=\"1\">",
            top + row + 1
        ));
        for column in 0..self.grid.width {
            let placed = self.grid.at(row, column);
            let begins = placed.is_some_and(|it| (it.row, it.column) == (row, column));
            match placed.filter(|_| begins) {
                Some(placed) => self.cell(placed, styles, xml)?,
                None => {
                    let style = Style {
                        border: true,
                        ..Style::default()
                    };
                    sheet::text(top + row, column, styles.number(&style), "", xml);
                }
            }
        }
        xml.raw("</row>");
        xml.within()
    }

    fn cell(
        &self,
        placed: &Placed<'_>,
        styles: &mut Styles,
        xml: &mut Xml,
    ) -> Result<(), Unwritable> {
        let text = placed.cell.text.trim();
        if text.encode_utf16().count() > LONGEST {
            return Err(Unwritable::Cell {
                table: self.number,
                row: placed.row + 1,
                most: LONGEST,
            });
        }
        let heads = placed.row < self.whole.table.heads;
        let look = self.looks.get(&(placed.row, placed.column)).copied();
        let formula = look
            .and_then(|look| look.formula.as_deref())
            .and_then(|it| self.places.formula(it, self.whole.table.block));
        let figure = Figure::of(text).filter(|figure| {
            let code = self.codes.get(placed.column) == Some(&true) || figure.whole > 10;
            formula.is_some() || !(heads || figure.is_bare() && code)
        });
        let align = look.and_then(|look| look.align).unwrap_or(match () {
            () if heads => Align::Center,
            () if figure.is_some() || is_amount(text) => Align::Right,
            () => Align::Left,
        });
        let format = match &figure {
            Some(figure) => self.format(figure),
            None if Figure::of(text).is_some() => "@".to_owned(),
            None => "General".to_owned(),
        };
        let style = styles.number(&Style {
            font: if look.is_some_and(|look| look.bold) {
                Font::Bold
            } else {
                Font::Table
            },
            border: true,
            format,
            align,
            wrap: figure.is_none(),
            indent: look.map_or(0, |look| look.indent.min(15)),
        });
        let (row, column) = (self.whole.above.len() + placed.row, placed.column);
        let name = cell(row, column);
        match (figure, formula) {
            (Some(figure), None) => xml.put(format_args!(
                "<c r=\"{name}\" s=\"{style}\"><v>{}</v></c>",
                figure.value
            )),
            (Some(figure), Some(formula)) => xml.put(format_args!(
                "<c r=\"{name}\" s=\"{style}\"><f>{}</f><v>{}</v></c>",
                Escaped(&formula),
                figure.value
            )),
            (None, Some(formula)) if !text.is_empty() => xml.put(format_args!(
                "<c r=\"{name}\" s=\"{style}\" t=\"str\"><f>{}</f><v>{}</v></c>",
                Escaped(&formula),
                Escaped(&sheet::plain(text))
            )),
            _ => sheet::text(row, column, style, text, xml),
        }
        Ok(())
    }

    /// The number format that prints a figure as it stands there.
    fn format(&self, figure: &Figure) -> String {
        // A small figure looks the same with it, and goes on looking right when it grows.
        let thousands = figure.thousands || self.thousands && figure.whole <= 3 && !figure.percent;
        let mut format = if thousands { "#,##0" } else { "0" }.to_owned();
        if figure.places > 0 {
            format.push('.');
            format.push_str(&"0".repeat(figure.places));
        }
        if figure.percent {
            format.push('%');
        }
        format
    }

    /// Whether the table can be printed on one page, with letters made somewhat smaller.
    fn fits_page(&self, heights: &[f64]) -> bool {
        let (width, height) = match self.whole.table.landscape {
            true => (LYING * POINTS, 490.0),
            false => (UPRIGHT * POINTS, 730.0),
        };
        // One page wide it is in any case.
        let own = self.widths.iter().sum::<f64>() * POINTS;
        let scale = (width / own.max(1.0)).min(1.0);
        heights.iter().sum::<f64>() + TITLES <= height / scale / SMALLER
    }

    /// How high each row is, in points.
    fn heights(&self) -> Vec<f64> {
        let mut heights = vec![height(1); self.grid.height];
        let wanted = |placed: &Placed<'_>| {
            let columns = self.widths.iter().skip(placed.column).take(placed.columns);
            height(lines(placed.cell.text.trim(), columns.sum::<f64>() - 1.5))
        };
        for placed in self.grid.cells.iter().filter(|it| it.rows == 1) {
            if let Some(high) = heights.get_mut(placed.row) {
                *high = high.max(wanted(placed));
            }
        }
        // What reaches over several rows makes the last of them higher.
        for placed in self.grid.cells.iter().filter(|it| it.rows > 1) {
            let rows = heights.get_mut(placed.row..placed.row + placed.rows);
            let Some(rows) = rows else { continue };
            let lack = wanted(placed) - rows.iter().sum::<f64>();
            if let Some(last) = rows.last_mut().filter(|_| lack > 0.0) {
                *last = (*last + lack).min(HIGHEST);
            }
        }
        heights
    }
}

/// How high a row of so many lines is.
fn height(lines: usize) -> f64 {
    (lines as f64 * LINE + SPACE).min(HIGHEST)
}

/// As much of a text as a cell can hold.
fn short(text: &str) -> &str {
    match text.char_indices().nth(LONGEST / 2) {
        Some((at, _)) => text.get(..at).unwrap_or_default(),
        None => text,
    }
}

/// The columns whose digits are codes: so say their heads, or they are as long as those of subjects.
fn codes(grid: &Grid<'_>, heads: usize) -> Vec<bool> {
    const NAMES: [&str; 5] = ["编码", "代码", "编号", "序号", "证件号"];
    const PARTS: [&str; 3] = ["类", "款", "项"];
    #[derive(Default, Clone)]
    struct Seen {
        named: bool,
        bare: usize,
        subjects: usize,
        long: bool,
        figures: bool,
    }
    let mut seen = vec![Seen::default(); grid.width];
    for placed in &grid.cells {
        let text = placed.cell.text.trim();
        let columns = seen.get_mut(placed.column..placed.column + placed.columns);
        for column in columns.into_iter().flatten() {
            if placed.row < heads {
                let letters: String = text.chars().filter(|c| !c.is_whitespace()).collect();
                column.named |= NAMES.iter().any(|it| letters.contains(it))
                    || PARTS.contains(&letters.as_str());
                continue;
            }
            match Figure::of(text) {
                Some(figure) if figure.is_bare() => {
                    column.bare += 1;
                    column.subjects += usize::from(matches!(figure.whole, 3 | 5 | 7));
                    column.long |= figure.whole >= 5;
                }
                Some(_) => column.figures = true,
                None => {}
            }
        }
    }
    let subjects = |it: &Seen| it.long && it.subjects == it.bare;
    seen.iter()
        .map(|it| it.bare > 0 && !it.figures && (it.named || subjects(it)))
        .collect()
}
