//! Tables by subject: a code, a name, and a column for each amount.

use super::columns::Over;
use super::placed::{Unread, Why};
use super::reading::Reading;
use super::text::{is_amount, name, plain};
use crate::pasted::one_line;
use juesuan_domain::accounts::{Column, Depth, MOST_LINES, Target, plain_code};

/// A subject as it begins a row.
pub(super) struct Begun {
    pub code: String,
    pub name: String,
    /// The cell behind code and name.
    pub behind: usize,
}

impl Begun {
    pub fn target(self) -> Target {
        Target::Subject {
            code: self.code,
            name: self.name,
        }
    }
}

impl Reading<'_> {
    pub(super) fn by_columns(&mut self) {
        let first = (self.heads.end..self.cells.len())
            .find(|at| self.begun(*at, 0).is_some() || self.is_total(*at));
        let Some(first) = first else { return };
        let columns = if self.blanks_lost {
            self.published(None)
                .into_iter()
                .map(|column| (column, 0))
                .collect()
        } else {
            match self.columns(first) {
                Some(columns) => columns,
                None => return,
            }
        };
        for at in first..self.cells.len() {
            if self.is_beside(&self.cells[at]) {
                continue;
            }
            let (target, behind) = match self.begun(at, 0) {
                Some(begun) => {
                    if self.rows.len() >= MOST_LINES {
                        self.problem(
                            Unread::row(at, Why::TooMany),
                            format!("第 {} 行起超过 {MOST_LINES} 行，没有放入。", at + 1),
                        );
                        return;
                    }
                    let behind = begun.behind;
                    (begun.target(), behind)
                }
                None if self.is_total(at) => (Target::Fixed("total"), 0),
                None => match self.by_name(at) {
                    Some(target) => (target, 0),
                    None => {
                        self.no_code(at);
                        continue;
                    }
                },
            };
            let places = if self.blanks_lost {
                let all = behind..self.cells[at].len();
                let amounts: Vec<usize> = all.filter(|c| is_amount(self.text(at, *c))).collect();
                if amounts.len() != columns.len() {
                    if !amounts.is_empty() {
                        self.unsure.push(at + 1);
                        continue;
                    }
                    Vec::new()
                } else {
                    amounts
                }
            } else {
                columns.iter().map(|(_, place)| *place).collect()
            };
            let mut cells = Vec::new();
            for ((column, _), place) in columns.iter().zip(places) {
                if let Some(text) = self.amount(at, place) {
                    cells.push((*column, text));
                }
            }
            self.put(target, cells);
        }
    }

    /// The subject that begins at a cell: its code in one cell, in up to three (类, 款, 项), or in one
    /// with its name.
    pub(super) fn begun(&self, row: usize, from: usize) -> Option<Begun> {
        let width = self.cells[row].len();
        let mut code = String::new();
        let mut behind = from;
        let mut seen = 0;
        for at in from..width {
            if self.heads.is_numbering(at) && !self.blanks_lost {
                continue;
            }
            seen += 1;
            if seen > 4 {
                break;
            }
            let text = self.text(row, at);
            let cell = plain_code(text);
            if cell.is_empty() && (code.is_empty() || code.len() < 7 && seen <= 3) {
                continue;
            }
            if cell.is_empty() || !cell.bytes().all(|b| b.is_ascii_digit()) {
                if code.is_empty()
                    && let Some((code, name)) = glued(text)
                {
                    return Some(Begun {
                        code,
                        name,
                        behind: at + 1,
                    });
                }
                break;
            }
            // `208 | 20805 | 2080505`: each level whole.
            if cell.len() > code.len() && cell.starts_with(&code) && Depth::of(&cell).is_some() {
                code = cell.into_owned();
            } else if code.len() >= 3 && cell.len() == 2 || code.is_empty() {
                code.push_str(&cell);
            } else {
                break;
            }
            behind = at + 1;
            if code.len() >= 7 {
                break;
            }
        }
        Depth::of(&code)?;
        // The name may stand behind cells that are merged.
        let named = (behind..width).find(|at| !self.text(row, *at).is_empty());
        let named = named.filter(|at| {
            !is_amount(self.text(row, *at)) && !matches!(self.over(*at), Over::Column(_))
        });
        Some(Begun {
            code,
            name: named.map_or_else(String::new, |at| one_line(self.text(row, at))),
            behind: named.map_or(behind, |at| at + 1),
        })
    }

    /// `合计` in one of the first cells, and numbers behind it: heads say 合计 too.
    fn is_total(&self, row: usize) -> bool {
        let cells = 0..self.cells[row].len();
        let mut texts = cells.map(|at| self.text(row, at)).filter(|t| !t.is_empty());
        let first = texts.next().map(plain);
        let of_subjects = |text: &str| {
            matches!(
                text,
                "合计" | "总计" | "本年支出合计" | "本年收入合计" | "支出合计" | "收入合计"
            )
        };
        first.is_some_and(|first| of_subjects(&first)) && texts.any(is_amount)
    }

    /// A row without a code whose name only one subject has.
    fn by_name(&self, row: usize) -> Option<Target> {
        let subjects = self.table.lines?;
        let texts = (0..self.cells[row].len()).map(|at| self.text(row, at));
        let wanted = name(texts.into_iter().find(|text| !text.is_empty())?);
        self.labels.subject(subjects, &wanted)
    }

    /// A row with numbers of which nobody knows what it is.
    fn no_code(&mut self, at: usize) {
        let cells = 0..self.cells[at].len();
        let texts: Vec<&str> = cells
            .map(|column| self.text(at, column))
            .filter(|text| !text.is_empty())
            .collect();
        if texts.iter().any(|text| is_amount(text)) {
            let shown: String = texts[0].chars().take(20).collect();
            self.problem(
                Unread::row(at, Why::NoCode),
                format!(
                    "第 {} 行“{shown}”没有科目编码，也不是本表的行，没有放入：请补上编码；合并的单元格请先拆分。",
                    at + 1
                ),
            );
        }
    }

    /// Which column of the table stands where, by the heads above the first row of data, or by their
    /// order where there are none.
    fn columns(&mut self, first: usize) -> Option<Vec<(Column, usize)>> {
        let mut found: Vec<(Column, usize)> = Vec::new();
        for at in 0..self.over.len() {
            if let Over::Column(column) = self.over(at)
                && !found.iter().any(|(other, _)| *other == column)
            {
                found.push((column, at));
            }
        }
        if found.len() >= 2 || found.len() == self.table.columns.len() {
            // In the order of the table.
            let order = |column: Column| self.table.columns.iter().position(|c| c.column == column);
            found.sort_by_key(|(column, _)| order(*column));
            return Some(found);
        }
        // Without heads: the numbers behind code and name, in the order of the table.
        let (row, begun) =
            (first..self.cells.len()).find_map(|row| Some((row, self.begun(row, 0)?)))?;
        let wanted = self.published(None);
        let there: Vec<usize> = (begun.behind..self.cells[row].len())
            .filter(|at| !self.heads.is_numbering(*at))
            .collect();
        if there.len() != wanted.len() {
            let sentence = format!(
                "没有认出表头，编码和名称后面有 {} 列，而{}有 {} 列（{}），没有放入：请连同表头一起复制。",
                there.len(),
                self.table.short(),
                wanted.len(),
                wanted
                    .iter()
                    .map(|column| self.table.label(*column))
                    .collect::<Vec<_>>()
                    .join("、")
            );
            self.problem(Unread::all(Why::NoHeads), sentence);
            return None;
        }
        Some(wanted.into_iter().zip(there).collect())
    }
}

/// `208 社会保障和就业支出`, `[208]社会保障和就业支出` in one cell.
fn glued(text: &str) -> Option<(String, String)> {
    let text = text.trim_start_matches(['[', '【', '(', '（']);
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let (code, name) = text.split_at(end);
    Depth::of(code)?;
    let name = name.trim_start_matches(|c: char| {
        c.is_whitespace() || matches!(c, ']' | '】' | ')' | '）' | '-' | '—' | '_' | '.' | '、')
    });
    let is_word = |c: char| !c.is_ascii() && c.is_alphabetic();
    name.starts_with(is_word)
        .then(|| (code.to_owned(), one_line(name)))
}
