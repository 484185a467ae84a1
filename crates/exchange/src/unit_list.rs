//! The table of units of a consolidation: which of them are listed, in which order, and the table to be copied.

use super::PartLine;
use juesuan_figure::{fold, number};
use juesuan_say::Language;
use std::cmp::Ordering;

/// How the units are listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UnitList {
    /// The column they are sorted by, counted from 0, and whether the largest comes first; as they came where none.
    pub by: Option<(usize, bool)>,
    /// What their unit, project or file has in its name. Blanks around it, capitals and full width make no difference.
    pub named: String,
    /// Only those that stand out.
    pub outliers: bool,
    /// Only those with errors.
    pub errors: bool,
}

impl UnitList {
    /// Sorted by a column: figures from the largest on and names from the first, at the second time the other
    /// way round, at the third as they came.
    #[must_use]
    pub fn sorted_by(&self, column: usize) -> Self {
        let first = column > 0;
        let by = match self.by {
            Some((by, down)) if by == column && down == first => Some((column, !first)),
            Some((by, _)) if by == column => None,
            _ => Some((column, first)),
        };
        UnitList { by, ..self.clone() }
    }

    /// The lines that are listed, in their order. What has no figure comes last, whichever way round.
    pub fn lines<'a>(&self, parts: &'a [PartLine]) -> Vec<&'a PartLine> {
        let named = plain(&self.named);
        let listed = |part: &&PartLine| {
            let has_name = || [&part.unit, &part.name, &part.file].map(|name| plain(name));
            (!self.outliers || !part.outlier.is_empty())
                && (!self.errors || part.errors > 0)
                && (named.is_empty() || has_name().iter().any(|name| name.contains(&named)))
        };
        let mut lines: Vec<&PartLine> = parts.iter().filter(listed).collect();
        if let Some((column, down)) = self.by {
            // Stable: what is equal stays as it came.
            lines.sort_by(|a, b| order(&cell(a, column), &cell(b, column), column, down));
        }
        lines
    }
}

fn plain(name: &str) -> String {
    name.trim()
        .chars()
        .map(fold)
        .collect::<String>()
        .to_lowercase()
}

fn order(a: &str, b: &str, column: usize, down: bool) -> Ordering {
    let turned = |order: Ordering| if down { order.reverse() } else { order };
    if column == 0 {
        return turned(a.cmp(b));
    }
    let figure = |text: &str| number(text.trim_end_matches(['%', '*'])).ok();
    match (figure(a), figure(b)) {
        (Some(a), Some(b)) => turned(a.decimal().cmp(&b.decimal())),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

/// What stands in a column: unit, budget, spent, rate, total, claimed, errors. A total that is provisional has an
/// asterisk.
fn cell(part: &PartLine, column: usize) -> String {
    match column {
        0 if part.unit.is_empty() => part.file.clone(),
        0 => part.unit.clone(),
        1 => part.budget.clone(),
        2 => part.actual.clone(),
        3 => part.rate.clone(),
        4 => format!("{}{}", part.total, if part.complete { "" } else { "*" }),
        5 => part.claimed.clone(),
        _ => part.errors.to_string(),
    }
}

/// The lines as a block of cells to be copied, with heads; below it what the asterisk means, where there is one.
pub fn unit_table(lines: &[&PartLine], language: Language) -> Vec<Vec<String>> {
    let words = language.page();
    let columns = words.part_columns();
    let line = |part: &&PartLine| {
        let mut cells: Vec<String> = (0..columns.len()).map(|at| cell(part, at)).collect();
        if !part.name.is_empty() {
            cells[0] = words.within(&cells[0], &part.name);
        }
        cells.push(part.outlier.clone());
        cells
    };
    let mut table = vec![columns.map(str::to_owned).to_vec()];
    table[0].push(words.part_note().to_owned());
    table.extend(lines.iter().map(line));
    if lines.iter().any(|part| !part.complete) {
        table.push(vec![words.part_star().to_owned()]);
    }
    table
}
