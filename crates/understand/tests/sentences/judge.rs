//! What comes out of a sample, and whether it is what must.

use crate::sample::{Fault, Sample, Want};
use crate::voice::{BEGIN, END, NUMBERS};
use juesuan_paper::{Block, Paper, plain};
use juesuan_understand::{Finding, Severity, Statement, Verdict, review};

/// Where a figure stands that something is wanted of.
struct Mark {
    number: usize,
    block: usize,
    start: usize,
    end: usize,
    figure: String,
}

#[derive(Default)]
pub struct Outcome {
    /// What went wrong, a few words each.
    pub told: Vec<String>,
    /// The sample as it was read.
    pub text: String,
    /// The planted fault was found.
    pub found: bool,
    /// Right figures, and those of them that were held against something.
    pub figures: usize,
    pub held: usize,
    /// Of a right sample: errors and warnings.
    pub errors: usize,
    pub warnings: usize,
    /// Of a faulty one: findings beside the one for its fault.
    pub twice: usize,
    /// It has a fault.
    pub faulty: bool,
}

/// The paper of a sample, and where its marked figures stand in it. Marks are taken out before it is read: they are
/// found again by counting characters, blanks left out.
fn marked(text: &str) -> (Paper, Vec<Mark>) {
    let is_mark = |c: char| ('\u{E000}'..='\u{F8FF}').contains(&c);
    let clean: String = text.chars().filter(|c| !is_mark(*c)).collect();
    let paper = plain::read(&clean);
    let mut marks: Vec<(u32, usize, usize)> = Vec::new();
    let (mut count, mut open) = (0, (0, 0));
    for c in text
        .lines()
        .filter(|line| !line.starts_with("— "))
        .flat_map(str::chars)
    {
        match c {
            BEGIN => open = (0, count),
            END => marks.push((open.0, open.1, count)),
            _ if is_mark(c) => open.0 = c as u32 - NUMBERS,
            _ => count += usize::from(!c.is_whitespace()),
        }
    }
    marks.sort_unstable();
    // Where each character that is no blank stands.
    let mut places: Vec<(usize, usize, char)> = Vec::new();
    for (block, it) in paper.blocks.iter().enumerate() {
        if let Block::Heading { text, .. } | Block::Paragraph { text, .. } = it {
            let filled = text.char_indices().filter(|(_, c)| !c.is_whitespace());
            places.extend(filled.map(|(at, c)| (block, at, c)));
        }
    }
    let place = |(number, from, to): (u32, usize, usize)| {
        let (first, last) = (places.get(from)?, places.get(to.checked_sub(1)?)?);
        let figure = places.get(from..to)?.iter().map(|(_, _, c)| *c).collect();
        Some(Mark {
            number: number as usize,
            block: first.0,
            start: first.1,
            end: last.1 + last.2.len_utf8(),
            figure,
        })
    };
    let marks = marks.into_iter().filter_map(place).collect();
    (paper, marks)
}

fn texts(paper: &Paper) -> Vec<String> {
    let text = |block: &Block| match block {
        Block::Heading { text, level, .. } => format!("{}{text}", "#".repeat(usize::from(*level))),
        Block::Paragraph { text, .. } => text.clone(),
        _ => String::new(),
    };
    paper
        .blocks
        .iter()
        .map(|block| text(block).chars().filter(|c| !c.is_whitespace()).collect())
        .collect()
}

/// How the sample is read, where breaking it into lines parts what belongs together. That a paragraph is joined to
/// one that ends with a full line, or parted from it, cannot be told.
pub fn misread(sample: &Sample) -> Option<String> {
    let (read, whole) = (marked(&sample.text).0, marked(&sample.whole).0);
    let (read, whole) = (texts(&read), texts(&whole));
    let ends = |texts: &[String]| {
        let mut at = 0;
        let end = |text: &String| {
            at += text.chars().filter(|c| *c != '#').count();
            (at, text.ends_with(['。', '；', '：', ';', ':']))
        };
        texts.iter().map(end).collect::<Vec<_>>()
    };
    let (parted, right) = (ends(&read), ends(&whole));
    let too_many = parted.iter().any(|end| !end.1 && !right.contains(end));
    let too_few = right.iter().any(|end| !end.1 && !parted.contains(end));
    let strip = |text: &str| {
        text.chars()
            .filter(|c| !('\u{E000}'..'\u{F8FF}').contains(c))
            .collect::<String>()
    };
    (too_many || too_few).then(|| {
        format!(
            "{:?}\n{read:#?}\n{}",
            sample.voice.breaks,
            strip(&sample.text)
        )
    })
}

/// The figures that something is wanted of.
pub fn figures(sample: &Sample) -> Vec<String> {
    marked(&sample.text)
        .1
        .into_iter()
        .map(|mark| mark.figure)
        .collect()
}

impl Mark {
    fn meets(&self, block: usize, start: usize, end: usize) -> bool {
        block == self.block && start < self.end && self.start < end
    }
}

fn shown(finding: &Finding, paper: &Paper) -> String {
    let matter = format!("{:?}", finding.matter);
    let matter: String = matter.chars().take(160).collect();
    let cause = finding
        .cause
        .map_or(String::new(), |it| format!(" ({it:?})"));
    format!(
        "{:?} {matter}{cause} at {}",
        finding.severity,
        finding.spot.quote(paper)
    )
}

/// The statement about a figure: of several, the one of its rate, else the worst.
fn about<'s>(mark: &Mark, statements: &'s [Statement]) -> Option<&'s Statement> {
    statements
        .iter()
        .filter(|it| mark.meets(it.spot.block, it.spot.start, it.spot.end))
        .max_by_key(|it| {
            let rate = it.claimed.contains(['%', '％']);
            (
                rate,
                it.verdict == Verdict::Wrong,
                it.verdict != Verdict::Unknown,
            )
        })
}

/// Of a long text, what stands around the fault.
fn excerpt(sample: &Sample, marks: &[Mark], text: String) -> String {
    let fault = marks
        .iter()
        .find(|mark| sample.wants[mark.number] == Want::Wrong);
    let at = fault.and_then(|mark| text.find(&mark.figure));
    let (Some(at), true) = (at, text.len() > 1800) else {
        return text;
    };
    let from = text[..at]
        .char_indices()
        .rev()
        .nth(160)
        .map_or(0, |(at, _)| at);
    let to = text[at..]
        .char_indices()
        .nth(60)
        .map_or(text.len(), |(to, _)| at + to);
    format!("…{}…", &text[from..to])
}

pub fn judged(sample: &Sample) -> Outcome {
    let (paper, marks) = marked(&sample.text);
    let review = review(&paper);
    let loud: Vec<&Finding> = review
        .findings
        .iter()
        .filter(|it| it.severity < Severity::Notice)
        .collect();
    let mut out = Outcome {
        text: excerpt(sample, &marks, texts(&paper).join(" ⏎ ")),
        faulty: sample.fault.is_some(),
        ..Outcome::default()
    };
    for mark in &marks {
        let want = sample.wants[mark.number];
        let verdict = about(mark, &review.statements).map(|it| it.verdict);
        match want {
            Want::Right => {
                out.figures += 1;
                out.held +=
                    usize::from(matches!(verdict, Some(Verdict::Agrees | Verdict::Rounding)));
                let wrong = verdict == Some(Verdict::Wrong) && !sample.anywhere;
                if wrong
                    || sample.fault.is_none()
                        && !matches!(verdict, Some(Verdict::Agrees | Verdict::Rounding))
                {
                    let verdict = verdict.map_or("not read".to_owned(), |it| format!("{it:?}"));
                    out.told
                        .push(format!("{} should agree: {verdict}", mark.figure));
                }
            }
            Want::Wrong => {
                // A rate without its sign is right as a rate: what is wrong is said of the sign.
                let sign =
                    sample.fault == Some(Fault::NoPercentSign) && verdict == Some(Verdict::Agrees);
                if verdict != Some(Verdict::Wrong) && !sign {
                    let verdict = verdict.map_or("not read".to_owned(), |it| format!("{it:?}"));
                    out.told
                        .push(format!("{} should be wrong: {verdict}", mark.figure));
                }
            }
            Want::Free => {
                if verdict == Some(Verdict::Wrong) && !sample.anywhere {
                    out.told.push(format!("{} is not wrong", mark.figure));
                }
            }
        }
    }
    if sample.fault.is_none() {
        out.errors = loud
            .iter()
            .filter(|it| it.severity == Severity::Error)
            .count();
        out.warnings = loud.len() - out.errors;
        out.told
            .extend(loud.iter().map(|it| format!("FALSE {}", shown(it, &paper))));
        return out;
    }
    let here = |finding: &Finding| {
        let wrong = marks
            .iter()
            .filter(|mark| sample.wants[mark.number] == Want::Wrong);
        let spots = std::iter::once(&finding.spot).chain(&finding.also);
        sample.anywhere
            || spots
                .flat_map(|spot| wrong.clone().map(move |mark| (spot, mark)))
                .any(|(spot, mark)| mark.meets(spot.block, spot.start, spot.end))
    };
    let at_fault = loud.iter().filter(|it| here(it)).count();
    out.found = at_fault > 0;
    // A list on a wrong base, and figures that were swapped, are wrong in several places.
    let wrong = sample
        .wants
        .iter()
        .filter(|it| **it == Want::Wrong)
        .count()
        .max(1);
    out.twice = loud.len().saturating_sub(wrong);
    if !out.found {
        out.told.insert(0, "MISSED".to_owned());
    }
    if out.twice > 0 || !out.found {
        out.told.extend(loud.iter().map(|it| shown(it, &paper)));
    }
    out
}
