//! A printed sentence as a template: each figure in it by the name that the workbook has for it.

use super::Telling;
use juesuan_domain::accounts::{Cell, Column, Fact};
use juesuan_domain::disclosure::name_of;
use juesuan_understand::{FigureRole, TextFigure};
use std::ops::Range;

/// A part of a line that a name stands for.
pub struct Named {
    pub range: Range<usize>,
    /// `总计·增减`.
    pub slot: String,
}

/// The parts of a line that names stand for, and those of its figures that none does.
#[derive(Default)]
pub struct Line {
    pub named: Vec<Named>,
    pub untied: Vec<Range<usize>>,
}

impl Line {
    fn name(&mut self, range: Range<usize>, slot: String) {
        let free = |other: &Named| range.end <= other.range.start || other.range.end <= range.start;
        if !range.is_empty() && self.named.iter().all(free) {
            self.named.push(Named { range, slot });
        }
    }

    /// The template of a part of a line; none where one of its figures has no name, or only half of what a name
    /// stands for is in it.
    pub fn template(&self, text: &str, part: &Range<usize>) -> Option<String> {
        let cut = |range: &Range<usize>| {
            range.start < part.end
                && part.start < range.end
                && (range.start < part.start || part.end < range.end)
        };
        let inside = |range: &Range<usize>| part.start <= range.start && range.end <= part.end;
        let named = |range: &Range<usize>| {
            let mut named = self.named.iter();
            named.any(|one| one.range.start <= range.start && range.end <= one.range.end)
        };
        if self.named.iter().any(|one| cut(&one.range))
            || self
                .untied
                .iter()
                .any(|range| inside(range) && !named(range))
        {
            return None;
        }
        let mut within: Vec<&Named> = self.named.iter().filter(|one| inside(&one.range)).collect();
        within.sort_by_key(|one| one.range.start);
        let mut template = String::new();
        let mut from = part.start;
        for one in within {
            template.push_str(text.get(from..one.range.start)?);
            template.push('{');
            template.push_str(&one.slot);
            template.push('}');
            from = one.range.end;
        }
        template.push_str(text.get(from..part.end)?);
        Some(template)
    }

    /// The names within a part of a line.
    pub fn slots(&self, part: &Range<usize>) -> Vec<&str> {
        let inside = |one: &&Named| part.start <= one.range.start && one.range.end <= part.end;
        let named = self.named.iter().filter(inside);
        named.map(|one| one.slot.as_str()).collect()
    }
}

impl Telling<'_> {
    /// What stands in a line by name. `item` is the row that the line is about, where it is about one.
    pub fn named_line(&self, block: usize, text: &str, item: Option<Cell>) -> Line {
        let mut line = Line::default();
        for one in &self.imported.taken {
            if one.from.block == block
                && one.from.cell.is_none()
                && let Some(slot) = one.to.parse().ok().and_then(|cell| reason(cell, item))
            {
                line.name(one.from.start..one.from.end, slot);
            }
        }
        let own: Vec<&TextFigure> = self
            .figures
            .iter()
            .filter(|figure| figure.spot.block == block && figure.spot.cell.is_none())
            .collect();
        for (at, figure) in own.iter().enumerate() {
            let next = own.get(at + 1).copied();
            match self.slot(figure, next, text, item) {
                Some((range, slot)) => line.name(range, slot),
                None => line.untied.push(figure.spot.start..figure.spot.end),
            }
        }
        self.words(text, &mut line);
        // A growth that is told with its change has its name there.
        line
    }

    /// The name of a figure, and all that it stands for.
    fn slot(
        &self,
        figure: &TextFigure,
        next: Option<&TextFigure>,
        text: &str,
        item: Option<Cell>,
    ) -> Option<(Range<usize>, String)> {
        let name = self.name(figure, item)?;
        let spot = figure.spot.start..figure.spot.end;
        let digits = digits(text, &spot)?;
        let before = text.get(..spot.start)?;
        match figure.role {
            FigureRole::Actual => Some((digits, name)),
            FigureRole::Budget => Some((digits, format!("{name}·预算"))),
            FigureRole::LastYear => Some((digits, format!("{name}·上年"))),
            FigureRole::Completion => {
                let all = before.strip_suffix("完成年初预算的");
                Some(match all {
                    Some(all) => (all.len()..spot.end, format!("{name}·完成")),
                    None => (spot, format!("{name}·完成率")),
                })
            }
            FigureRole::Share => {
                let whole = self.whole(figure, before)?;
                Some((spot, format!("{name}·占{whole}")))
            }
            FigureRole::Change { up, budget } => {
                let (more, rise) = if up {
                    ("增加", "增长")
                } else {
                    ("减少", "下降")
                };
                let start = before.strip_suffix(more)?.len();
                if budget {
                    let start = text.get(..start)?.strip_suffix("比年初预算")?.len();
                    return Some((start..spot.end, format!("{name}·比预算")));
                }
                let growth = next
                    .filter(|next| next.role == FigureRole::Growth && next.item == figure.item)?;
                let between = text.get(spot.end..growth.spot.start)?;
                let whole = between.strip_prefix('，')? == rise
                    && text.get(..growth.spot.end)?.ends_with(['%', '％']);
                whole.then(|| (start..growth.spot.end, format!("{name}·增减")))
            }
            FigureRole::Unchanged => {
                let said = text.get(spot.clone())?;
                let at = spot.start + said.rfind("持平")?;
                Some((at..at + "持平".len(), format!("{name}·增减")))
            }
            FigureRole::Growth | FigureRole::Comparison | FigureRole::Other => None,
        }
    }

    fn name(&self, figure: &TextFigure, item: Option<Cell>) -> Option<String> {
        let bases = figure.item.and_then(|item| self.bases.get(&item));
        if let Some(base) = bases.and_then(|bases| bases.first()) {
            if Some(*base) == item {
                return Some("金额".to_owned());
            }
            return name_of(*base).map(str::to_owned);
        }
        let taken = self
            .imported
            .taken
            .iter()
            .find(|one| one.from == figure.spot)?;
        let cell: Cell = taken.to.parse().ok()?;
        matches!(cell, Cell::Fact(_))
            .then(|| name_of(cell))
            .flatten()
            .map(str::to_owned)
    }

    /// What a share is of.
    fn whole(&self, figure: &TextFigure, before: &str) -> Option<String> {
        let clause = before.rsplit(['，', '；', '：', '。']).next()?;
        let clause = clause.strip_prefix('占').unwrap_or_default();
        let said = clause.trim_end_matches('的');
        Some(
            match said {
                "本年支出合计" | "支出合计" => "支出合计",
                "本年收入合计" | "收入合计" => "收入合计",
                "" => {
                    let whole = self
                        .figures
                        .iter()
                        .find(|other| other.name == figure.whole && !figure.whole.is_empty())?;
                    let bases = self.bases.get(&whole.item?)?;
                    match bases.first()? {
                        Cell::Fixed(_, "income-total", _) => "收入合计",
                        Cell::Fixed(_, "spending-total", _) => "支出合计",
                        base => name_of(*base)?,
                    }
                }
                _ => return None,
            }
            .to_owned(),
        )
    }

    /// The year, the year before, and the unit.
    fn words(&self, text: &str, line: &mut Line) {
        let unit = self.imported.workbook.unit();
        if !unit.is_empty() {
            for (at, _) in text.match_indices(unit) {
                line.name(at..at + unit.len(), "单位".to_owned());
            }
        }
        let Some(year) = self.document.about.year else {
            return;
        };
        for (year, slot) in [(Some(year), "年度"), (year.checked_sub(1), "上年度")] {
            let Some(year) = year.map(|year| format!("{year}年")) else {
                continue;
            };
            for (at, _) in text.match_indices(&year) {
                let glued = text[..at].ends_with(|c: char| c.is_ascii_digit());
                if !glued {
                    line.name(at..at + 4, slot.to_owned());
                }
            }
        }
    }
}

/// The name of a reason that is typed in a cell.
fn reason(cell: Cell, item: Option<Cell>) -> Option<String> {
    if cell == Cell::Fact(Fact::OperatingReason) {
        return Some("机关运行经费·上年原因".to_owned());
    }
    let what = match cell.column()? {
        Column::Reason => "原因",
        Column::ReasonLast => "上年原因",
        Column::Use => return (item? == cell.beside(Column::Total)).then(|| "用途".to_owned()),
        _ => return None,
    };
    let main = [Column::Amount, Column::Total, Column::Actual];
    let mut names = main.iter().map(|column| cell.beside(*column));
    if item.is_some_and(|item| item == cell.beside(Column::Total)) {
        return Some(format!("金额·{what}"));
    }
    let name = names.find_map(name_of)?;
    Some(format!("{name}·{what}"))
}

/// The number alone, of a figure with its unit.
fn digits(text: &str, spot: &Range<usize>) -> Option<Range<usize>> {
    let said = text.get(spot.clone())?;
    let end = said
        .char_indices()
        .take_while(|(_, c)| c.is_ascii_digit() || matches!(c, '.' | ',' | '-'))
        .last()
        .map(|(at, c)| at + c.len_utf8())?;
    Some(spot.start..spot.start + end)
}
