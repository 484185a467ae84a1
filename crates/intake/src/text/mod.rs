//! What the text says beside the tables: budgets, last year, counts, reasons, passages.

mod beside;
mod explained;
mod facts;
mod names;
mod own;
mod passages;
mod reasons;
mod template;
mod work;

use crate::imported::Imported;
use crate::sheet::shortened;
use juesuan_domain::accounts::{Cell, Column, Fact, Reckoned, TableNo, read_amount, reckon};
use juesuan_figure::interval::Printed;
use juesuan_understand::{
    DisclosureKind, Document, FigureRole, How, Left, Review, Severity, Spot, StatementKind, Taken,
    TextFigure, Verdict, WhyLeft, figures_of_text,
};
use names::{Asked, Names};
pub use names::{bare_title, plain};
use rust_decimal::Decimal;
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// Takes what the text says.
pub fn take(document: &Document, review: &Review, imported: &mut Imported) {
    if document.about.kind == DisclosureKind::Budget {
        return;
    }
    let layout = imported.workbook.layout();
    let names = Names::of(
        &imported.workbook.accounts,
        layout,
        imported.workbook.unit(),
    );
    let mut telling = Telling {
        document,
        figures: figures_of_text(document),
        names,
        paths: paths(document),
        wrong: wrong(review),
        doubted: doubted(review),
        done: HashSet::new(),
        bases: HashMap::new(),
        other: HashSet::new(),
        named: OnceCell::new(),
        reckoned: reckon(&imported.workbook.accounts, layout),
        imported,
    };
    telling.tie();
    telling.beside();
    telling.facts();
    telling.reasons();
    telling.passages();
    telling.explained();
    telling.key_work();
    telling.own_words();
    telling.rest();
}

/// The headings above the lines of each section, narrow, joined.
fn paths(document: &Document) -> Vec<String> {
    let joined = |path: &[String]| {
        let parts: Vec<String> = path.iter().map(|title| plain(title)).collect();
        parts.join("/")
    };
    let sections = document.sections.iter();
    sections.map(|section| joined(&section.path)).collect()
}

/// Figures that are certainly wrong: nothing is to follow from them.
fn wrong(review: &Review) -> HashSet<Spot> {
    let statements = review.statements.iter();
    let wrong = statements.filter(|one| {
        one.verdict == Verdict::Wrong
            && matches!(
                one.kind,
                StatementKind::Amount | StatementKind::Change | StatementKind::Growth
            )
    });
    wrong.map(|one| one.spot.clone()).collect()
}

/// What is wrong, or may be: no sentence with such a place in it is worth keeping.
fn doubted(review: &Review) -> Vec<Spot> {
    let findings = review.findings.iter();
    let serious = findings.filter(|one| one.severity != Severity::Notice);
    serious.map(|one| one.spot.clone()).collect()
}

/// The text while it is taken up.
struct Telling<'a> {
    document: &'a Document<'a>,
    figures: Vec<TextFigure>,
    names: Names,
    paths: Vec<String>,
    wrong: HashSet<Spot>,
    /// Where a reviewer should look.
    doubted: Vec<Spot>,
    imported: &'a mut Imported,
    /// Figures that stand in the workbook, or follow from what does.
    done: HashSet<Spot>,
    /// For each item of the text the cells of its amount.
    bases: HashMap<usize, Vec<Cell>>,
    /// Items of which the tables have another amount.
    other: HashSet<usize>,
    /// The cells that the names of the text stand for, once they are asked for.
    named: OnceCell<HashSet<Cell>>,
    /// What the tables come to.
    reckoned: Reckoned,
}

impl Telling<'_> {
    fn path(&self, figure: &TextFigure) -> &str {
        self.paths.get(figure.section).map_or("", |path| path)
    }

    /// Ties each item of the text to the cells of its amount, where what the text says it came to is what they
    /// hold. What is said of an item that disagrees is not taken: it may be of something else.
    fn tie(&mut self) {
        for at in 0..self.figures.len() {
            let figure = &self.figures[at];
            let Some(item) = figure.item else { continue };
            if figure.counted.is_some() || figure.aside || self.bases.contains_key(&item) {
                continue;
            }
            if self.of_another_year(figure) {
                self.bases.insert(item, Vec::new());
                continue;
            }
            let asked = Asked {
                name: &figure.name,
                path: self.path(figure),
            };
            let mut cells = self.names.cells(asked);
            let actual = self.actual(item);
            if cells.is_empty()
                && let Some(actual) = actual
            {
                cells.extend(self.by_amount(&figure.name, self.path(figure), actual));
            }
            if let [left, right] = cells.as_slice() {
                let (left, right) = (*left, *right);
                match self.place_among_namesakes(at) {
                    None => {}
                    Some(0) => cells = vec![left],
                    Some(1) => cells = vec![right],
                    Some(_) => cells.clear(),
                }
            }
            let found = cells.len();
            cells.retain(|cell| match (actual, self.value(*cell)) {
                (Some(said), Some(held)) => alike(said, held),
                _ => true,
            });
            if cells.len() < found {
                self.other.insert(item);
            }
            self.bases.insert(item, cells);
        }
        self.amounts();
    }

    /// Of items of one name in one sentence, as in 收、支总计各是1.2、1.3万元: which of them it is; none where there is
    /// but one.
    fn place_among_namesakes(&self, at: usize) -> Option<usize> {
        let own = &self.figures[at];
        let mut items: Vec<usize> = Vec::new();
        for other in &self.figures {
            let same = other.sentence == own.sentence && other.name == own.name;
            if let Some(item) = other.item.filter(|item| same && !items.contains(item)) {
                items.push(item);
            }
        }
        let place = items.iter().position(|item| Some(*item) == own.item);
        place.filter(|_| items.len() > 1)
    }

    /// Whether the words before a figure are of another year than the document: a table of years, another report.
    fn of_another_year(&self, figure: &TextFigure) -> bool {
        let Some(own) = self.document.about.year else {
            return false;
        };
        let whole = figure.spot.whole(self.document.paper);
        let before = whole.get(..figure.spot.start).unwrap_or_default();
        let mut told = None;
        for (at, _) in before.match_indices('年') {
            let digits = &before[..at];
            let start = digits.len().saturating_sub(4);
            let year: Option<u16> = digits.get(start..).and_then(|year| year.parse().ok());
            let Some(year) = year.filter(|year| (1990..=2199).contains(year)) else {
                continue;
            };
            let compared = digits[..start]
                .trim_end()
                .ends_with(['与', '比', '较', '同', '从', '由']);
            if !compared {
                told = Some(year);
            }
        }
        told.is_some_and(|told| told != own)
    }

    /// What the text says that an item came to.
    fn actual(&self, item: usize) -> Option<Printed> {
        let mut own = self.figures.iter().filter(|figure| {
            figure.item == Some(item)
                && figure.role == FigureRole::Actual
                && figure.counted.is_none()
        });
        own.next().and_then(|figure| figure.value)
    }

    /// A row of 公开05 under a name that the table does not have: it is the only one of its group that nothing else
    /// in the text names and that came to this much.
    fn by_amount(&self, name: &str, path: &str, actual: Printed) -> Option<Cell> {
        if !path.contains("一般公共预算") {
            return None;
        }
        let rows = self.names.group_of(name);
        let named = self.named.get_or_init(|| self.all_named());
        let mut fitting = rows.into_iter().filter_map(|row| {
            let cell = Cell::Line(TableNo::GENERAL, row.line, Column::Total);
            let held = self.value(cell)?;
            (!named.contains(&cell) && alike(actual, held)).then_some(cell)
        });
        let found = fitting.next()?;
        fitting.next().is_none().then_some(found)
    }

    /// The cells that the names of the text stand for.
    fn all_named(&self) -> HashSet<Cell> {
        let actual = self.figures.iter();
        let actual = actual.filter(|figure| figure.role == FigureRole::Actual);
        let cells = actual.flat_map(|figure| {
            self.names.cells(Asked {
                name: &figure.name,
                path: self.path(figure),
            })
        });
        cells.collect()
    }

    /// What a cell comes to, 万元.
    fn value(&self, cell: Cell) -> Option<Decimal> {
        let typed = self.imported.workbook.accounts.cell(cell)?;
        if typed.is_blank() {
            return self.reckoned.value(cell).known();
        }
        read_amount(typed).ok().map(juesuan_figure::Number::decimal)
    }

    /// Amounts of the text that the tables have are told already; those of tables that are not there are taken.
    fn amounts(&mut self) {
        for at in 0..self.figures.len() {
            let figure = &self.figures[at];
            if figure.role != FigureRole::Actual || figure.counted.is_some() {
                continue;
            }
            let (Some(item), Some(value)) = (figure.item, figure.value) else {
                continue;
            };
            let cells = self.bases.get(&item).cloned().unwrap_or_default();
            for cell in cells {
                match self.value(cell) {
                    Some(held) => {
                        if alike(value, held) {
                            self.done.insert(self.figures[at].spot.clone());
                        }
                    }
                    None => {
                        let absent = cell.table().is_some_and(|no| {
                            self.imported.workbook.accounts.table(no).is_blank()
                                || self.is_of_text(no)
                        });
                        if (absent || matches!(cell, Cell::Fact(_))) && !self.figures[at].aside {
                            self.put_figure(cell, at, How::Printed);
                        }
                    }
                }
            }
        }
    }

    /// Whether all that a table holds is from the text.
    fn is_of_text(&self, no: TableNo) -> bool {
        let tables = &self.document.tables;
        let number = no.index() + 1;
        !tables
            .iter()
            .any(|table| table.no.map(usize::from) == Some(number))
    }

    /// Puts a figure of the text into a cell as it is printed.
    fn put_figure(&mut self, cell: Cell, at: usize, how: How) -> bool {
        let figure = &self.figures[at];
        let text = typed(figure);
        let spot = figure.spot.clone();
        let put = self.put(cell, &text, spot.clone(), how);
        if put {
            self.done.insert(spot);
        }
        put
    }

    /// Puts a text into a cell that is blank. Of one that holds another amount nothing is changed, and that is said.
    fn put(&mut self, cell: Cell, text: &str, from: Spot, how: How) -> bool {
        let printed = from.quote(self.document.paper);
        let accounts = &self.imported.workbook.accounts;
        let Some(old) = accounts.cell(cell) else {
            return false;
        };
        if !old.is_blank() {
            let amounts = (read_amount(old), read_amount(text));
            let same = **old == *text
                || matches!(amounts, (Ok(old), Ok(new)) if old.decimal() == new.decimal());
            if !same {
                self.leave(from, &printed, WhyLeft::Contradicts);
            }
            return same;
        }
        let accounts = Rc::make_mut(&mut self.imported.workbook.accounts);
        if accounts.set(cell, text).is_err() {
            return false;
        }
        self.imported.taken.push(Taken {
            to: cell.to_string(),
            from,
            text: printed,
            how,
        });
        true
    }

    fn leave(&mut self, from: Spot, text: &str, why: WhyLeft) {
        self.imported.left.push(Left {
            from,
            text: shortened(text),
            why,
        });
    }

    /// What the text says in figures and the workbook neither holds nor computes.
    fn rest(&mut self) {
        let told: HashSet<Spot> = self
            .imported
            .left
            .iter()
            .map(|one| one.from.clone())
            .collect();
        let mut within: HashMap<usize, Vec<(usize, usize)>> = HashMap::new();
        for one in &self.imported.taken {
            let from = &one.from;
            if from.cell.is_none() {
                let of_block = within.entry(from.block).or_default();
                of_block.push((from.start, from.end));
            }
        }
        let figures = std::mem::take(&mut self.figures);
        let actual = figures
            .iter()
            .filter(|figure| figure.role == FigureRole::Actual && self.done.contains(&figure.spot));
        let held: HashSet<usize> = actual.filter_map(|figure| figure.item).collect();
        for figure in &figures {
            let spot = &figure.spot;
            let inside = within.get(&spot.block).is_some_and(|wholes| {
                let mut wholes = wholes.iter();
                wholes.any(|(start, end)| *start <= spot.start && spot.end <= *end)
            });
            if self.done.contains(spot) || inside || told.contains(spot) {
                continue;
            }
            let tied = figure
                .item
                .and_then(|item| self.bases.get(&item))
                .is_some_and(|cells| !cells.is_empty());
            let beside = figure.item.is_some_and(|item| held.contains(&item));
            let other = figure.item.is_some_and(|item| self.other.contains(&item));
            let derived = matches!(
                figure.role,
                FigureRole::Growth
                    | FigureRole::Share
                    | FigureRole::Completion
                    | FigureRole::Comparison
                    | FigureRole::Unchanged
                    | FigureRole::Change { .. }
            );
            let why = match (tied, derived) {
                (true, true) => continue,
                _ if beside && derived => continue,
                _ if other && derived => WhyLeft::Derived,
                (true, false) => WhyLeft::Contradicts,
                (false, _) if other => WhyLeft::Contradicts,
                (false, _) => WhyLeft::Untied,
            };
            if figure.value.is_some() || figure.role == FigureRole::Other {
                let text = format!("{} {}", figure.name, figure.printed);
                self.leave(spot.clone(), text.trim(), why);
            }
        }
        self.figures = figures;
    }
}

/// A form that nobody filled in.
fn is_blank_form(text: &str) -> bool {
    ["XX", "ＸＸ", "××", "xx", "__", "＿＿", "待填】"]
        .iter()
        .any(|mark| text.contains(mark))
}

/// Whether an amount of the text is one of a table, as far as its digits tell.
fn alike(said: Printed, held: Decimal) -> bool {
    said.interval()
        .meets(juesuan_figure::interval::Interval::of(held))
        || said.value == held
}

/// A figure as it is typed: 万元 are not written, other units are.
fn typed(figure: &TextFigure) -> String {
    let text: String = figure.printed.chars().map(juesuan_figure::fold).collect();
    let text = text.trim();
    if figure.counted.is_some() {
        let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | '-')));
        return text[..end.unwrap_or(text.len())].to_owned();
    }
    let bare = text
        .strip_suffix("万元")
        .or_else(|| text.strip_suffix('万'));
    bare.unwrap_or(text).trim().to_owned()
}

/// A fact that is an amount or a count.
fn fact(fact: Fact) -> Cell {
    Cell::Fact(fact)
}
