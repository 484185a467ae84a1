//! Tables without rulings: lines that fall apart into the same columns, one below the other.
//!
//! Careful on purpose: at least three rows, and a column of figures. What is doubtful stays text.

mod wraps;

use super::columns;
use super::lines::Line;
use super::page::{Area, Glyph};
use super::table::{Cell, Table};
use super::text::Text;
use wraps::{GAP, Wrap};

const LEAST_ROWS: usize = 3;
/// More columns are a drawing.
const MOST_COLUMNS: usize = 30;
/// Lines above the first row that may be heads with narrow gaps.
const MOST_HEADS: usize = 2;

/// Single figures that may follow the last row: each is held against all rows.
const MOST_TAIL: usize = 30;

/// Takes runs of aligned lines out of the lines of a page (from top to bottom).
pub fn tables(lines: Vec<Line>, page: usize) -> (Vec<Line>, Vec<Table>) {
    let (lines, mut wraps) = wraps::take(lines, page);
    let mut left = Vec::new();
    let mut tables = Vec::new();
    let mut run: Vec<Line> = Vec::new();
    for line in lines {
        let parts = line.clone().split(GAP).len();
        let near = run.last().is_none_or(|last| follows(last, &line));
        // A row may have a single figure, or a name in a column behind the first, but none begins or ends a table.
        let single = line.text(page).is_figure() || begins_in_column(&line, &run);
        let goes_on = parts > 1 || !run.is_empty() && single;
        if !goes_on || !near {
            finish(&mut run, page, (&mut left, &mut tables), &mut wraps);
        }
        if goes_on && (parts > 1 || !run.is_empty()) {
            run.push(line);
        } else {
            left.push(line);
        }
    }
    finish(&mut run, page, (&mut left, &mut tables), &mut wraps);
    // What went on over lines where nothing came to be a table are lines like others.
    left.extend(wraps.into_iter().map(|wrap| wrap.line));
    left.sort_by(|a, b| a.baseline.total_cmp(&b.baseline));
    (left, tables)
}

/// Whether the rows are the contents: titles with the number of their page, below 目录.
fn is_contents(above: &[Line], rows: &[Line], page: usize) -> bool {
    let is_title = |line: &Line| line.text(page).string().replace(' ', "") == "目录";
    let has_page = |line: &Line| {
        let mut pieces = line.clone().split(GAP);
        let last = pieces.pop().map(|piece| piece.text(page).string());
        last.is_some_and(|text| text.len() < 4 && text.chars().all(|c| c.is_ascii_digit()))
    };
    above.iter().rev().take(60).any(is_title) && rows.iter().all(has_page)
}

/// Whether a line says who made a table, or in what its amounts are.
fn names_unit(text: &Text) -> bool {
    let text = text.string().replace(' ', "");
    text.contains("单位：") || text.contains("单位:")
}

/// Whether a line stands close below another.
fn follows(above: &Line, line: &Line) -> bool {
    line.baseline - above.baseline < 2.6 * line.size.max(above.size)
}

/// Whether a line of one piece begins where a column behind the first does.
fn begins_in_column(line: &Line, run: &[Line]) -> bool {
    let begins = |row: &&Line| {
        let pieces = (*row).clone().split(GAP);
        let mut behind = pieces.iter().skip(1);
        behind.any(|piece| (piece.area.x0 - line.area.x0).abs() < 1.0)
    };
    run.iter().rev().take(12).filter(begins).count() >= LEAST_ROWS
}

fn finish(
    run: &mut Vec<Line>,
    page: usize,
    (left, tables): (&mut Vec<Line>, &mut Vec<Table>),
    wraps: &mut Vec<Wrap>,
) {
    let mut rows = std::mem::take(run);
    let mut tail = Vec::new();
    while let Some(line) = rows.pop_if(|line| line.clone().split(GAP).len() < 2) {
        tail.push(line);
    }
    tail.reverse();
    // 编制单位：… 单位：万元 stands above a table, not in it.
    let named = rows
        .iter()
        .take_while(|line| names_unit(&line.text(page)))
        .count();
    left.extend(rows.drain(..named));
    if is_contents(left, &rows, page) {
        left.extend(rows.into_iter().map(|line| Line {
            entry: true,
            ..line
        }));
        left.extend(tail);
        return;
    }
    let cuts = if rows.len() < LEAST_ROWS {
        Vec::new()
    } else {
        columns::cuts(&rows)
    };
    if cuts.is_empty() || cuts.len() >= MOST_COLUMNS || !has_figures(&rows, &cuts, page) {
        left.extend(rows);
        left.extend(tail);
        return;
    }
    let few = tail.len() <= MOST_TAIL;
    for line in tail {
        if few && (ends_in_column(&line, &rows) || begins_in_column(&line, &rows)) {
            rows.push(line);
        } else {
            left.push(line);
        }
    }
    for _ in 0..MOST_HEADS {
        let is_head = matches!((left.last(), rows.first()), (Some(line), Some(first))
            if follows(line, first) && columns::is_head(line, &cuts) && !names_unit(&line.text(page)));
        let Some(head) = left.pop_if(|_| is_head) else {
            break;
        };
        rows.insert(0, head);
    }
    tables.extend(table(rows, &cuts, page, wraps));
}

/// Whether a single figure below the rows ends where one of theirs does.
fn ends_in_column(line: &Line, rows: &[Line]) -> bool {
    let glyphs = || rows.iter().flat_map(|row| &row.glyphs);
    let same = glyphs().filter(|glyph| (glyph.area.x1 - line.area.x1).abs() < 1.0);
    same.take(LEAST_ROWS).count() == LEAST_ROWS
}

/// Two columns that most rows fill, and one of figures.
fn has_figures(rows: &[Line], cuts: &[f32], page: usize) -> bool {
    let mut figures = vec![0usize; cuts.len() + 1];
    let mut filled = vec![0usize; cuts.len() + 1];
    for row in rows {
        for (column, glyphs) in columns::parts(row, cuts) {
            let is_figure = text(glyphs, page).is_some_and(|text| text.is_figure());
            if let (Some(figures), Some(filled)) = (figures.get_mut(column), filled.get_mut(column))
            {
                *figures += usize::from(is_figure);
                *filled += 1;
            }
        }
    }
    let full = filled
        .iter()
        .filter(|filled| **filled * 10 >= rows.len() * 6);
    let figured = figures.iter().zip(&filled).any(|(figures, filled)| {
        let most = *figures * 10 >= *filled * 6 || *figures + 1 == *filled;
        *figures + 1 >= LEAST_ROWS && most
    });
    full.count() >= 2 && figured
}

fn table(rows: Vec<Line>, cuts: &[f32], page: usize, wraps: &mut Vec<Wrap>) -> Option<Table> {
    let area = rows
        .iter()
        .fold(Area::NOTHING, |area, row| area.around(row.area));
    let mut xs = vec![area.x0];
    xs.extend(cuts);
    xs.push(area.x1);
    let mut ys: Vec<f32> = rows.iter().map(|row| row.area.y0).collect();
    ys.push(area.y1);
    let mut cells = Vec::new();
    for (row, line) in rows.iter().enumerate() {
        let (y0, y1) = (*ys.get(row)?, *ys.get(row + 1)?);
        let mut texts = vec![Text::default(); cuts.len() + 1];
        for (column, glyphs) in columns::parts(line, cuts) {
            if let (Some(slot), Some(text)) = (texts.get_mut(column), text(glyphs, page)) {
                *slot = text;
            }
        }
        for wrap in wraps.extract_if(.., |wrap| wrap.row == line.baseline) {
            for (column, glyphs) in columns::parts(&wrap.line, cuts) {
                if let (Some(slot), Some(text)) = (texts.get_mut(column), text(glyphs, page)) {
                    wrap.join(slot, text);
                }
            }
        }
        for (column, (text, edges)) in texts.into_iter().zip(xs.windows(2)).enumerate() {
            let &[x0, x1] = edges else { continue };
            cells.push(Cell {
                row,
                column,
                rows: 1,
                columns: 1,
                area: Area { x0, x1, y0, y1 },
                page,
                text,
                open_above: false,
                open_below: false,
            });
        }
    }
    Some(Table {
        page,
        area,
        ys,
        xs,
        cells,
        ruled: false,
    })
}

fn text(glyphs: Vec<Glyph>, page: usize) -> Option<Text> {
    Line::from_glyphs(glyphs).map(|line| line.text(page))
}
