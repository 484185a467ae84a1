//! Names in texts and cells held against those that are known.

use super::alike::{LONG, LOSING, SHORTEST, alike, classified, han, inside, lost, replaced};
use super::rows::Rows;
use crate::passage::Passage;
use crate::plain::Plain;
use crate::proof::look::Proof;
use crate::{Matter, Severity};
use juesuan_domain::accounts::Subjects;
use std::collections::{BTreeMap, BTreeSet};

/// Names of rows and columns of the tables, which texts use as well.
const OFFICIAL: &[&str] = &[
    "一般公共预算财政拨款收入",
    "一般公共预算财政拨款支出",
    "一般公共预算财政拨款",
    "政府性基金预算财政拨款",
    "国有资本经营预算财政拨款",
    "财政拨款收入",
    "上级补助收入",
    "附属单位上缴收入",
    "上缴上级支出",
    "对附属单位补助支出",
    "使用非财政拨款结余",
    "年初结转和结余",
    "年末结转和结余",
    "年初财政拨款结转和结余",
    "年末财政拨款结转和结余",
    "本年收入合计",
    "本年支出合计",
    "因公出国（境）费",
    "公务用车购置及运行维护费",
    "公务用车购置费",
    "公务用车运行维护费",
    "公务接待费",
    "人员经费合计",
    "公用经费合计",
];

/// The names that a text is held against.
pub(super) struct Names {
    all: Vec<Vec<char>>,
    known: BTreeSet<Vec<char>>,
    /// Halves of names by their first character: the name, where the half begins in it, where it ends.
    halves: BTreeMap<char, Vec<(usize, usize, usize)>>,
}

impl Names {
    pub(super) fn of(rows: &Rows<'_>) -> Self {
        let mut known: BTreeSet<Vec<char>> =
            OFFICIAL.iter().map(|name| Plain::of(name).chars).collect();
        for (code, spellings) in &rows.codes {
            let official = classified(code);
            if official.is_empty() {
                continue;
            }
            known.extend(official);
            let often = spellings.iter().filter(|(_, rows)| rows.len() > 1);
            known.extend(often.map(|(name, _)| name.clone()));
        }
        for subject in Subjects::Functional
            .all()
            .iter()
            .filter(|it| it.code.len() == 3)
        {
            known.extend(subject.names().map(|name| Plain::of(name).chars));
        }
        let all: Vec<Vec<char>> = known
            .iter()
            .filter(|name| name.len() >= SHORTEST)
            .cloned()
            .collect();
        let mut halves: BTreeMap<char, Vec<(usize, usize, usize)>> = BTreeMap::new();
        for (number, name) in all.iter().enumerate() {
            let middle = name.len() / 2;
            for (start, end) in [(0, middle), (middle, name.len())] {
                if let Some(first) = name.get(start) {
                    halves.entry(*first).or_default().push((number, start, end));
                }
            }
        }
        Names { all, known, halves }
    }

    /// A cell that has a name and nothing else.
    pub(super) fn cell(&self, proof: &mut Proof<'_>, passage: &Passage) {
        let chars = &passage.plain.chars;
        let start = chars
            .iter()
            .rposition(|c| matches!(c, '、' | '：' | '.'))
            .map_or(0, |at| at + 1);
        let Some(printed) = chars.get(start..).filter(|it| it.len() >= SHORTEST) else {
            return;
        };
        if printed.len() > 24 || self.is_known(printed) {
            return;
        }
        // 公务用车购置数 counts, 公务用车购置费 is money.
        if printed.ends_with(&['数']) {
            return;
        }
        let Some(right) = self.all.iter().find(|name| replaced(name, printed)) else {
            return;
        };
        self.tell(proof, passage, (start, printed), right);
    }

    pub(super) fn text(&self, proof: &mut Proof<'_>, passage: &Passage) {
        let chars = &passage.plain.chars;
        let mut end = 0;
        for (at, first) in chars.iter().enumerate() {
            let Some(halves) = self.halves.get(first) else {
                continue;
            };
            for (number, start, stop) in halves {
                let Some(name) = self.all.get(*number) else {
                    continue;
                };
                let half = name.get(*start..*stop).unwrap_or(&[]);
                if !chars.get(at..).is_some_and(|rest| rest.starts_with(half)) {
                    continue;
                }
                for length in [name.len(), name.len() - 1] {
                    let begin = match (start, length == name.len()) {
                        (0, _) => Some(at),
                        (_, true) => at.checked_sub(*start),
                        (_, false) => (at + 1).checked_sub(*start),
                    };
                    let Some((begin, printed)) = begin
                        .filter(|begin| *begin >= end)
                        .and_then(|begin| Some((begin, chars.get(begin..begin + length)?)))
                    else {
                        continue;
                    };
                    if self.misspelt(name, chars, begin, printed) {
                        let told = proof.found.len();
                        self.tell(proof, passage, (begin, printed), name);
                        if proof.found.len() > told {
                            end = begin + length;
                        }
                    }
                }
            }
        }
    }

    /// Whether this stands for the name, and is no part of another one.
    fn misspelt(&self, name: &[char], chars: &[char], begin: usize, printed: &[char]) -> bool {
        let end = begin + printed.len();
        let before = begin.checked_sub(1).and_then(|at| chars.get(at));
        let alone = |c: Option<&char>| c.is_none_or(|c| !han(*c));
        let long = name.len() >= LONG || (alone(before) && alone(chars.get(end)));
        let fits = (name.len() >= LOSING && lost(name, printed))
            || (replaced(name, printed)
                && inside(name, printed, alone(before), alone(chars.get(end))));
        if !long || !fits {
            return false;
        }
        // 行政单位医疗 within a longer name that is known.
        let around = begin.saturating_sub(12);
        let near = chars.get(around..chars.len().min(end + 12)).unwrap_or(&[]);
        let within = |known: &Vec<char>| {
            known.len() >= printed.len()
                && near.windows(known.len()).enumerate().any(|(at, window)| {
                    let at = at + around;
                    alike(window, known) && at <= begin && at + known.len() >= end
                })
        };
        !self.known.iter().any(within)
    }

    fn is_known(&self, printed: &[char]) -> bool {
        self.known.contains(printed) || self.known.iter().any(|known| alike(known, printed))
    }

    /// Says so where the document has this spelling once, and the right one elsewhere.
    fn tell(
        &self,
        proof: &mut Proof<'_>,
        passage: &Passage,
        (begin, printed): (usize, &[char]),
        right: &[char],
    ) {
        let count = |name: &[char]| {
            let all = proof.passages.iter();
            all.map(|passage| {
                let windows = passage.plain.chars.windows(name.len());
                windows.filter(|window| *window == name).count()
            })
            .sum::<usize>()
        };
        if count(printed) != 1 || count(right) == 0 {
            return;
        }
        let matter = Matter::Words {
            printed: printed.iter().collect(),
            right: right.iter().collect(),
        };
        let spot = passage.spot(begin..begin + printed.len());
        proof.add_unless_told(Severity::Warning, matter, spot);
    }
}
