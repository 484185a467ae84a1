//! Tables: as wide as the page, in letters small enough for their figures.

use super::page::Section;
use super::run::run;
use super::styles::{TABLE_SIZES, line_of};
use crate::write::figure::is_amount;
use crate::write::grid::{Grid, Placed};
use crate::write::measure::{Columns, lines};
use crate::write::plan::Table;
use crate::write::xml::Xml;
use juesuan_paper::{Align, CellLook, Unwritable};
use std::collections::HashMap;

/// Columns of a table in Word.
const COLUMNS: usize = 63;
/// The smallest letters that are easily read, in halves of a point, and the smallest of all.
const SMALL: u32 = 15;
const SMALLEST: u32 = 11;
/// Rows of a table that may end on one page.
const PAGE: usize = 80;
/// Twentieths of a point that a note below a table takes.
const NOTE: u32 = 330;
/// Rows that our reader takes, and nobody's table has.
const ROWS: usize = 200_000;
/// Characters by which a cell is indented at most.
const INDENT: usize = 20;

/// Where a table stands.
#[derive(Clone, Copy)]
pub(super) struct Page {
    pub section: Section,
    /// How much of the page is left, in twentieths of a point, where that is known.
    pub room: Option<u32>,
}

/// How a table is set.
struct Setting {
    /// In halves of a point.
    size: u32,
    /// Left and right of a text, in twentieths of a point.
    margin: u32,
    /// Above and below.
    space: u32,
    /// In twentieths of a point.
    widths: Vec<u32>,
}

/// Puts a table; `number` is the one it is in the document, from 1.
///
/// # Errors
/// Where it has more columns than Word takes.
pub(super) fn put(
    table: &Table<'_>,
    page: Page,
    number: usize,
    xml: &mut Xml,
) -> Result<(), Unwritable> {
    let (height, width) = crate::write::grid::size(table.rows);
    if width > COLUMNS || height > ROWS {
        return Err(Unwritable::Table {
            table: number,
            columns: COLUMNS,
            rows: ROWS,
        });
    }
    let grid = Grid::of(table.rows)?;
    let parts = table.look.map_or(&[][..], |look| &look.widths);
    let setting = Setting::of(&grid, table.heads, page, parts);
    let looks: HashMap<(usize, usize), &CellLook> = table
        .look
        .iter()
        .flat_map(|look| &look.cells)
        .map(|look| ((look.row, look.column), look))
        .collect();
    xml.put(format_args!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/>\
         <w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"{space}\" w:type=\"dxa\"/><w:left w:w=\"{margin}\" w:type=\"dxa\"/>\
         <w:bottom w:w=\"{space}\" w:type=\"dxa\"/><w:right w:w=\"{margin}\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid>",
        setting.widths.iter().sum::<u32>(),
        space = setting.space,
        margin = setting.margin,
    ));
    for width in &setting.widths {
        xml.put(format_args!("<w:gridCol w:w=\"{width}\"/>"));
    }
    xml.raw("</w:tblGrid>");
    for row in 0..grid.height {
        let heads = row < table.heads;
        xml.raw("<w:tr><w:trPr><w:cantSplit/>");
        if heads {
            xml.raw("<w:tblHeader/>");
        }
        xml.raw("</w:trPr>");
        let mut column = 0;
        while column < grid.width {
            let placed = grid.at(row, column);
            let columns = placed.map_or(1, |it| it.columns);
            let look = placed.and_then(|it| looks.get(&(it.row, it.column)).copied());
            setting.cell(placed, look, (row, column), heads, xml);
            column += columns;
        }
        xml.raw("</w:tr>");
        xml.within()?;
    }
    xml.raw("</w:tbl>");
    Ok(())
}

impl Setting {
    /// The largest letters in which no figure breaks and few cells take more than two lines; smaller ones where the
    /// table then ends on its page.
    fn of(grid: &Grid<'_>, heads: usize, page: Page, parts: &[u32]) -> Setting {
        let columns = Columns::of(grid, heads);
        let most = match grid.width {
            0..=5 => 24,
            6..=8 => 21,
            9..=10 if page.section.landscape => 21,
            _ => 18,
        };
        let margin = if grid.width > 6 { 40 } else { 80 };
        let width = page.section.width();
        let inside = width.saturating_sub(margin * 2 * grid.width as u32);
        let inside = inside.max(width / 4);
        let room = |size: u32| f64::from(inside) / f64::from(size * 5);
        let sizes = || TABLE_SIZES.into_iter().filter(|size| *size <= most);
        let well = sizes().find(|size| *size >= SMALL && columns.fits_well(room(*size)));
        let size = well
            .or_else(|| sizes().find(|size| columns.fits(room(*size))))
            .unwrap_or(SMALLEST);
        let set = |size: u32, space: u32| {
            let shares = columns.share(room(size), parts);
            let wide = |share: &f64| (share * f64::from(size * 5)) as u32 + margin * 2;
            let mut widths: Vec<u32> = shares.iter().map(wide).collect();
            // What rounding left goes to the last column.
            let sum: u32 = widths.iter().sum();
            if let Some(last) = widths.last_mut() {
                *last += width.saturating_sub(sum);
            }
            Setting {
                size,
                margin,
                space,
                widths,
            }
        };
        let usual = set(size, 30);
        let Some(room) = page.room.filter(|_| grid.height <= PAGE) else {
            return usual;
        };
        if usual.height(grid) <= room {
            return usual;
        }
        let smaller = sizes().filter(|it| *it >= SMALL.min(size) && *it <= size);
        let mut settings = smaller
            .flat_map(|size| [(size, 30), (size, 15), (size, 4)])
            .map(|(size, space)| set(size, space));
        settings
            .find(|setting| setting.height(grid) <= room)
            .unwrap_or(usual)
    }

    /// How high the table is, with a note below it.
    fn height(&self, grid: &Grid<'_>) -> u32 {
        let mut rows = vec![1; grid.height];
        for placed in grid.cells.iter().filter(|it| it.rows == 1) {
            let widths = self.widths.iter().skip(placed.column);
            let width: u32 = widths.take(placed.columns).sum();
            let inside = f64::from(width.saturating_sub(2 * self.margin));
            let lines = lines(&placed.cell.text, inside / f64::from(self.size * 5));
            if let Some(row) = rows.get_mut(placed.row) {
                *row = lines.max(*row);
            }
        }
        let row = |lines: usize| lines as u32 * line_of(self.size) + 2 * self.space + 10;
        rows.into_iter().map(row).sum::<u32>() + NOTE
    }

    fn cell(
        &self,
        placed: Option<&Placed<'_>>,
        look: Option<&CellLook>,
        (row, column): (usize, usize),
        heads: bool,
        xml: &mut Xml,
    ) {
        let columns = placed.map_or(1, |it| it.columns);
        let width: u32 = self.widths.iter().skip(column).take(columns).sum();
        xml.put(format_args!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>"
        ));
        if columns > 1 {
            xml.put(format_args!("<w:gridSpan w:val=\"{columns}\"/>"));
        }
        let begins = placed.is_none_or(|it| it.row == row);
        match placed {
            Some(it) if it.rows > 1 && begins => xml.raw("<w:vMerge w:val=\"restart\"/>"),
            Some(it) if it.rows > 1 => xml.raw("<w:vMerge/>"),
            _ => {}
        }
        xml.raw("<w:vAlign w:val=\"center\"/></w:tcPr>");
        let style = self.size;
        xml.put(format_args!(
            "<w:p><w:pPr><w:pStyle w:val=\"Table{style}\"/>"
        ));
        let text = placed
            .filter(|_| begins)
            .map_or("", |it| it.cell.text.as_str());
        let align = look
            .and_then(|look| look.align)
            .unwrap_or_else(|| align(text, heads));
        let indent = look.map_or(0, |look| look.indent.min(INDENT));
        let room = f64::from(width.saturating_sub(2 * self.margin)) / f64::from(self.size * 5);
        if indent > 0 && lines(text, room) <= 8 {
            xml.put(format_args!(
                "<w:ind w:leftChars=\"{}\" w:left=\"{}\"/>",
                indent * 100,
                indent * self.size as usize * 10
            ));
        }
        match align {
            Align::Left => {}
            Align::Center => xml.raw("<w:jc w:val=\"center\"/>"),
            Align::Right => xml.raw("<w:jc w:val=\"right\"/>"),
        }
        xml.raw("</w:pPr>");
        run(text, look.is_some_and(|look| look.bold), xml);
        xml.raw("</w:p></w:tc>");
    }
}

/// Where a text stands where nobody says so.
fn align(text: &str, heads: bool) -> Align {
    if heads {
        Align::Center
    } else if is_amount(text) {
        Align::Right
    } else {
        Align::Left
    }
}
