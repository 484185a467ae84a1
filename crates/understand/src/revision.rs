//! Two versions of one document: what was changed, which findings are mended by it, and which are new.
//!
//! Blocks and rows of tables are brought together by their words, whatever their figures: so a figure that was
//! changed is told as itself, not as a paragraph that went and another that came. What was moved elsewhere is told
//! as gone here and new there.

use crate::finding::Finding;
use crate::place::Spot;
use juesuan_figure::fold;
use juesuan_paper::{Block, Paper};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Characters of a text that a change quotes.
const MOST_QUOTED: usize = 60;
/// Two texts are one that was reworded where so many of 100 of their characters are the same.
const ALIKE: usize = 50;
/// Longer texts are not compared character by character.
const MOST_COMPARED: usize = 2_000;
/// How far on the other wording of a text is looked for. Two documents that have nothing to do with each other would
/// otherwise be compared text by text, each with all.
const MOST_AHEAD: usize = 50;

/// What became of a document.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Revision {
    /// What was changed, in the order of the later one.
    pub changes: Vec<Change>,
    /// Findings of the earlier one that the later one no longer has.
    pub mended: Vec<Finding>,
    /// Findings of the later one that the earlier one had too, by their numbers.
    pub left: Vec<usize>,
    /// Findings of the later one that the earlier one did not have, by their numbers.
    pub new: Vec<usize>,
}

/// A place that was changed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Change {
    /// What stood there, closed up and shortened; `None` where something was added.
    pub before: Option<String>,
    /// What stands there now; `None` where something was taken out.
    pub after: Option<String>,
    /// Where that is in the later document; of what was taken out, the end of the block before it.
    pub spot: Spot,
}

/// A paragraph, heading or row, to be brought together with its like.
struct Piece<'a> {
    /// Its words without its figures.
    words: String,
    /// Its texts with their blocks and cells: one of a paragraph, one for each cell of a row.
    texts: Vec<(&'a str, Spot)>,
}

impl Piece<'_> {
    fn text(&self) -> String {
        let texts: Vec<String> = self.texts.iter().map(|(text, _)| closed(text)).collect();
        texts.join(" ").trim().to_owned()
    }

    fn spot(&self) -> Spot {
        let (text, spot) = self.texts.first().cloned().unwrap_or_default();
        Spot {
            end: text.len(),
            ..spot
        }
    }
}

/// Compares two versions of a document, and the findings of both.
pub fn revised(before: (&Paper, &[Finding]), after: (&Paper, &[Finding])) -> Revision {
    let mut revision = Revision {
        changes: changes(before.0, after.0),
        ..Revision::default()
    };
    // Each finding of the earlier one accounts for one of the later: two that say the same are two.
    let mut earlier: Vec<Option<&Finding>> = before.1.iter().map(Some).collect();
    for (at, finding) in after.1.iter().enumerate() {
        let same = |other: &Option<&Finding>| other.is_some_and(|o| o.matter == finding.matter);
        match earlier.iter_mut().find(|other| same(other)) {
            Some(found) => {
                *found = None;
                revision.left.push(at);
            }
            None => revision.new.push(at),
        }
    }
    revision.mended = earlier.into_iter().flatten().cloned().collect();
    revision
}

fn changes(before: &Paper, after: &Paper) -> Vec<Change> {
    let (old, new) = (pieces(before), pieces(after));
    let words = |pieces: &[Piece]| -> Vec<String> {
        let words = pieces.iter().map(|piece| piece.words.clone());
        words.collect()
    };
    let ops = capture_diff_slices(Algorithm::Patience, &words(&old), &words(&new));
    let mut changes = Vec::new();
    for op in ops {
        match op {
            DiffOp::Equal {
                old_index,
                new_index,
                len,
            } => {
                let pairs = old[old_index..][..len].iter().zip(&new[new_index..][..len]);
                for (old, new) in pairs {
                    figures(old, new, &mut changes);
                }
            }
            DiffOp::Delete {
                old_index,
                old_len,
                new_index,
            } => {
                for piece in &old[old_index..][..old_len] {
                    changes.push(gone(piece, &new, new_index));
                }
            }
            DiffOp::Insert {
                new_index, new_len, ..
            } => changes.extend(new[new_index..][..new_len].iter().map(added)),
            DiffOp::Replace {
                old_index,
                old_len,
                new_index,
                new_len,
            } => {
                let old = &old[old_index..][..old_len];
                replaced(old, &new, new_index..new_index + new_len, &mut changes);
            }
        }
    }
    changes.retain(|change| change.before != change.after);
    changes
}

/// What stands in one place of both, with other words: those that are alike belong together, in their order.
fn replaced(
    old: &[Piece],
    all: &[Piece],
    range: std::ops::Range<usize>,
    changes: &mut Vec<Change>,
) {
    let new = &all[range.clone()];
    let mut from = 0;
    for piece in old {
        let mut ahead = new[from..].iter().take(MOST_AHEAD);
        let like = ahead.position(|other| alike(piece, other));
        let Some(like) = like else {
            changes.push(gone(piece, all, range.start + from));
            continue;
        };
        changes.extend(new[from..from + like].iter().map(added));
        reworded(piece, &new[from + like], changes);
        from += like + 1;
    }
    changes.extend(new[from..].iter().map(added));
}

/// The same words: figure by figure.
fn figures(old: &Piece, new: &Piece, changes: &mut Vec<Change>) {
    if old.texts.len() != new.texts.len() {
        return;
    }
    for ((before, _), (after, spot)) in old.texts.iter().zip(&new.texts) {
        let (old, new) = (numbers(before), numbers(after));
        if old.len() != new.len() {
            continue;
        }
        for (old, new) in old.into_iter().zip(new) {
            let (was, is) = (&before[old], &after[new.clone()]);
            if said(was) != said(is) {
                changes.push(Change {
                    before: Some(closed(was)),
                    after: Some(closed(is)),
                    spot: Spot {
                        start: new.start,
                        end: new.end,
                        ..spot.clone()
                    },
                });
            }
        }
    }
}

/// Other words: what lies between the beginning and the end that they share.
fn reworded(old: &Piece, new: &Piece, changes: &mut Vec<Change>) {
    if old.texts.len() != new.texts.len() {
        changes.push(Change {
            before: Some(short(&old.text())),
            after: Some(short(&new.text())),
            spot: new.spot(),
        });
        return;
    }
    for ((before, _), (after, spot)) in old.texts.iter().zip(&new.texts) {
        if said(before) == said(after) {
            continue;
        }
        let shared = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
            let same = pairs.take_while(|(one, other)| one == other);
            same.map(|(one, _)| one.len_utf8()).sum()
        };
        let start = shared(&mut before.chars().zip(after.chars()));
        let rests = (&before[start..], &after[start..]);
        let end = shared(&mut rests.0.chars().rev().zip(rests.1.chars().rev()));
        let was = &before[start..before.len() - end];
        let is = &after[start..after.len() - end];
        let quoted = |text: &str| Some(short(text)).filter(|text| !text.is_empty());
        changes.push(Change {
            before: quoted(was),
            after: quoted(is),
            spot: Spot {
                start,
                end: after.len() - end,
                ..spot.clone()
            },
        });
    }
}

fn gone(piece: &Piece, new: &[Piece], at: usize) -> Change {
    let above = at.checked_sub(1).and_then(|above| new.get(above));
    let spot = above.map(Piece::spot).unwrap_or_default();
    Change {
        before: Some(short(&piece.text())),
        after: None,
        spot: Spot {
            start: spot.end,
            ..spot
        },
    }
}

fn added(piece: &Piece) -> Change {
    Change {
        before: None,
        after: Some(short(&piece.text())),
        spot: piece.spot(),
    }
}

fn alike(one: &Piece, other: &Piece) -> bool {
    let (one, other) = (&one.words, &other.words);
    if one.len().max(other.len()) > MOST_COMPARED {
        return false;
    }
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    // No more can be the same than there is of the shorter one.
    if one.len().min(other.len()) * 200 <= ALIKE * (one.len() + other.len()) {
        return false;
    }
    let ops = capture_diff_slices(Algorithm::Myers, &one, &other);
    let same: usize = ops
        .iter()
        .map(|op| match op {
            DiffOp::Equal { len, .. } => *len,
            _ => 0,
        })
        .sum();
    same * 200 > ALIKE * (one.len() + other.len())
}

fn pieces(paper: &Paper) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    for (at, block) in paper.blocks.iter().enumerate() {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } => {
                pieces.push(piece(vec![(text.as_str(), Spot::text(at, 0..text.len()))]));
            }
            Block::Table { rows, .. } => {
                let cells = rows.iter().map(|row| {
                    let cells = row.iter().map(|cell| {
                        let range = 0..cell.text.len();
                        (
                            cell.text.as_str(),
                            Spot::cell(at, cell.row, cell.column, range),
                        )
                    });
                    piece(cells.collect())
                });
                pieces.extend(cells);
            }
            Block::Picture { .. } | Block::PageBreak { .. } => {}
        }
    }
    pieces.retain(|piece| piece.texts.iter().any(|(text, _)| !text.trim().is_empty()));
    pieces
}

fn piece(texts: Vec<(&str, Spot)>) -> Piece<'_> {
    let mut words = String::new();
    for (text, _) in &texts {
        let mut end = 0;
        for number in numbers(text) {
            words.extend(plain(&text[end..number.start]));
            words.push('#');
            end = number.end;
        }
        words.extend(plain(&text[end..]));
        words.push('|');
    }
    Piece { words, texts }
}

/// The words of a text, in one width and without blanks and signs at an end: those are no other words.
fn plain(text: &str) -> impl Iterator<Item = char> {
    let signs = [';', '.', ',', '-', '—', '。'];
    let narrow = |c: char| match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        c => fold(c),
    };
    let chars = text.chars().map(narrow);
    chars.filter(move |c| !c.is_whitespace() && !signs.contains(c))
}

/// Where numbers stand in a text: digits with their separators, without their sign.
fn numbers(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut all: Vec<std::ops::Range<usize>> = Vec::new();
    for (at, c) in text.char_indices() {
        if c.is_ascii_digit() {
            match all.last_mut() {
                Some(last) if is_inside(&text[last.end..at]) => last.end = at + 1,
                _ => all.push(at..at + 1),
            }
        }
    }
    all
}

/// Whether digits on both sides of it are of one number.
fn is_inside(between: &str) -> bool {
    matches!(between, "" | "," | "." | "，" | "．")
}

/// What a text says, however it is printed: signs in one width, no blanks, an amount without separators and without
/// zeros at its end. A cell that is blank says as much as one with a zero or a dash.
fn said(text: &str) -> String {
    let mut said = String::new();
    let mut end = 0;
    for number in numbers(text) {
        said.extend(plain(&text[end..number.start]));
        said.push_str(&amount(&text[number.clone()]));
        end = number.end;
    }
    said.extend(plain(&text[end..]));
    if said == "0" { String::new() } else { said }
}

/// A number without separators and without zeros at its end.
fn amount(text: &str) -> String {
    let digits: String = text.chars().map(fold).filter(|c| *c != ',').collect();
    let number = digits.parse::<Decimal>();
    number.map_or(digits, |number| number.normalize().to_string())
}

fn closed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn short(text: &str) -> String {
    let closed = closed(text);
    if closed.chars().count() <= MOST_QUOTED {
        return closed;
    }
    let mut short: String = closed.chars().take(MOST_QUOTED).collect();
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;
    use juesuan_paper::make::{cell, paragraph, table};

    fn paper(lines: &str) -> Paper {
        let blocks = lines.split('/').map(|line| {
            if line.contains('|') {
                let cells = line.split('|').enumerate();
                table(vec![
                    cells
                        .map(|(at, text)| cell(0, at, text.to_owned()))
                        .collect(),
                ])
            } else {
                paragraph(line.to_owned())
            }
        });
        let paper = Paper {
            blocks: blocks.collect(),
            ..Paper::default()
        };
        paper.numbered()
    }

    #[test]
    fn what_was_changed() {
        for (before, after, told) in [
            ("收入10.5万元。", "收入10.5万元。", ""),
            ("收入10.5万元。", "收入 10.5 万元。", ""),
            ("收入1,010.50万元；", "收入1010.5万元。", ""),
            ("一、收入（按类别）", "一、收入(按类别)", ""),
            ("合计|10.00|0.00", "合计|10|", ""),
            ("合计|10.00|—", "合计|10|0", ""),
            ("合计|10.00|5.00", "合计|10|0", "0:5.00→0"),
            ("收入10.5万元。", "收入10.6万元。", "0:10.5→10.6"),
            (
                "收入1,010.5万元，支出2万元。",
                "收入1,010.5万元，支出3万元。",
                "0:2→3",
            ),
            ("比上年增加5万元。", "比上年减少5万元。", "0:增加→减少"),
            (
                "一、收入/二、支出",
                "一、收入/二、支出/三、三公",
                "2:→三、三公",
            ),
            (
                "一、收入/二、支出/三、三公",
                "一、收入/三、三公",
                "0:二、支出→",
            ),
            ("合计|10|20", "合计|10|30", "0:20→30"),
            ("合计|10|20/文字", "合计|10|20/文字1", "1:→1"),
            ("甲|1/乙|2/丙|3", "甲|1/丙|4", "0:乙2→ 1:3→4"),
            ("", "收入5万元。", "0:→收入5万元。"),
            ("", "", ""),
        ] {
            let (old, new) = (paper(before), paper(after));
            let revision = revised((&old, &[]), (&new, &[]));
            let shown: Vec<String> = revision
                .changes
                .iter()
                .map(|change| {
                    let text = |text: &Option<String>| text.clone().unwrap_or_default();
                    let (was, is) = (text(&change.before), text(&change.after));
                    format!("{}:{was}→{is}", change.spot.block)
                })
                .collect();
            assert_eq!(shown.join(" "), told, "{before} ~ {after}");
            for change in &revision.changes {
                if let Some(is) = change.after.as_ref().filter(|is| !is.contains('…'))
                    && change.spot.cell.is_none()
                {
                    assert_eq!(change.spot.quote(&new), *is);
                }
            }
        }
    }

    #[test]
    fn which_findings_are_mended() {
        let text = |text: &str| juesuan_paper::plain::read(text);
        let wrong = "（一）收入情况\n2024年收入100.00万元，比上年增加10.00万元，增长99.9%。";
        let right = "（一）收入情况\n2024年收入100.00万元，比上年增加10.00万元，增长11.1%。";
        for (before, after, mended, left, new) in [
            (wrong, right, 1, 0, 0),
            (wrong, wrong, 0, 1, 0),
            (right, wrong, 0, 0, 1),
            (right, right, 0, 0, 0),
        ] {
            let (old, late) = (text(before), text(after));
            let (of_old, of_late) = (crate::review(&old), crate::review(&late));
            let revision = revised((&old, &of_old.findings), (&late, &of_late.findings));
            let counts = (
                revision.mended.len(),
                revision.left.len(),
                revision.new.len(),
            );
            assert_eq!(counts, (mended, left, new), "{before} ~ {after}");
        }
    }
}
