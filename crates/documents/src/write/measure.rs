//! How wide the columns of a table are, so that its figures stay on one line.

use super::grid::Grid;

/// What the columns of a table want, in halves of a character: a digit is one, an ideograph two.
pub(super) struct Columns {
    /// What they must have, or figures and words break.
    pub need: Vec<f64>,
    /// What they would like, so that few cells take several lines.
    pub want: Vec<f64>,
}

/// Ideographs that should stand side by side, in halves of a character.
const LEAST: usize = 4;
/// The widest column that a text asks for.
const MOST: usize = 44;
/// The longest word that is kept whole.
const WORD: usize = 24;

impl Columns {
    /// Looks at all cells of a table.
    pub fn of(grid: &Grid<'_>, heads: usize) -> Self {
        let mut need = vec![2.0_f64; grid.width];
        let mut want = vec![2.0_f64; grid.width];
        for placed in &grid.cells {
            let share = placed.columns.max(1) as f64;
            let mut word = 0;
            let mut line = 0;
            for text in placed.cell.text.split('\n') {
                line = line.max(width(text));
                word = word.max(unbroken(text));
            }
            // Heads may break, after two characters at the least.
            let line = match placed.row < heads {
                true => line.min(line.div_ceil(2).max(8)),
                false => line,
            };
            for column in placed.column..placed.column + placed.columns {
                if let (Some(need), Some(want)) = (need.get_mut(column), want.get_mut(column)) {
                    *need = need.max(word as f64 / share);
                    *want = want.max(line.min(MOST) as f64 / share).max(*need);
                }
            }
        }
        Columns { need, want }
    }

    /// Whether all has its place in so many halves of a character.
    pub fn fits(&self, room: f64) -> bool {
        self.need.iter().sum::<f64>() <= room
    }

    /// Whether it comes out well: words take about two lines.
    pub fn fits_well(&self, room: f64) -> bool {
        self.fits(room) && self.want.iter().sum::<f64>() <= room * 1.6
    }

    /// Shares out so many halves of a character; by parts of the whole where somebody said them, as far as figures
    /// stay whole.
    pub fn share(&self, room: f64, parts: &[u32]) -> Vec<f64> {
        let needed: f64 = self.need.iter().sum();
        if needed >= room {
            return scaled(&self.need, room);
        }
        let whole: f64 = parts.iter().map(|part| f64::from(*part)).sum();
        if parts.len() == self.need.len() && whole > 0.0 {
            let said: Vec<f64> = parts
                .iter()
                .map(|it| f64::from(*it) / whole * room)
                .collect();
            return raised(&said, &self.need);
        }
        let wanted: f64 = self.want.iter().sum();
        if wanted <= room {
            return scaled(&self.want, room);
        }
        let part = (room - needed) / (wanted - needed);
        let columns = self.need.iter().zip(&self.want);
        columns
            .map(|(need, want)| need + (want - need) * part)
            .collect()
    }
}

fn scaled(columns: &[f64], room: f64) -> Vec<f64> {
    let whole: f64 = columns.iter().sum();
    columns
        .iter()
        .map(|it| it / whole.max(1.0) * room)
        .collect()
}

/// Each column as wide as it needs to be, at the cost of those that have more.
fn raised(said: &[f64], need: &[f64]) -> Vec<f64> {
    let both = || said.iter().zip(need);
    let lack: f64 = both().map(|(said, need)| (need - said).max(0.0)).sum();
    let spare: f64 = both().map(|(said, need)| (said - need).max(0.0)).sum();
    let part = if spare > 0.0 {
        (lack / spare).min(1.0)
    } else {
        0.0
    };
    both()
        .map(|(said, need)| match said < need {
            true => *need,
            false => said - (said - need) * part,
        })
        .collect()
}

/// How wide a character is, in halves of one.
pub(super) fn wide(c: char) -> usize {
    match c {
        '\0'..='\u{2AF}' => 1,
        _ => 2,
    }
}

/// How wide a text is, in halves of a character.
pub(super) fn width(text: &str) -> usize {
    text.chars().map(wide).sum()
}

/// The longest piece that does not break.
fn unbroken(text: &str) -> usize {
    let words = text.split(|c: char| c.is_whitespace() || wide(c) == 2);
    // Letters and figures of some fonts are wider than half a character.
    let word = words.map(|word| word.chars().count()).max().unwrap_or(0);
    let word = word + word.div_ceil(6);
    let ideographs = text.chars().filter(|c| wide(*c) == 2).count() * 2;
    word.min(WORD).max(ideographs.min(LEAST))
}

/// Lines that a text takes in a column of so many halves of a character.
pub(super) fn lines(text: &str, room: f64) -> usize {
    let room = (room as usize).max(2);
    text.split('\n')
        .map(|line| width(line).div_ceil(room).max(1))
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_break() {
        for (text, expected) in [
            ("1,234,567.89", 14),
            ("2.一般公共预算", 4),
            ("项", 2),
            ("", 0),
            ("年初 1,234.00", 10),
        ] {
            assert_eq!(unbroken(text), expected, "{text}");
        }
    }

    #[test]
    fn figures_stay_whole() {
        let columns = Columns {
            need: vec![10.0, 4.0, 10.0],
            want: vec![10.0, 40.0, 10.0],
        };
        for (room, parts, expected) in [
            (60.0, &[][..], [10.0, 40.0, 10.0]),
            (30.0, &[], [10.0, 10.0, 10.0]),
            (24.0, &[], [10.0, 4.0, 10.0]),
            (12.0, &[], [5.0, 2.0, 5.0]),
            (30.0, &[1, 1, 1], [10.0, 10.0, 10.0]),
            (30.0, &[1, 8, 1], [10.0, 10.0, 10.0]),
            // As many as there are columns, or they say nothing.
            (30.0, &[1, 8], [10.0, 10.0, 10.0]),
            (30.0, &[0, 0, 0], [10.0, 10.0, 10.0]),
        ] {
            assert_eq!(columns.share(room, parts), expected, "{room} {parts:?}");
        }
    }
}
