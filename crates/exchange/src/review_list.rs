//! What was found in a disclosure, to be handed on: as text, as a table, and as a letter to the unit.

use super::copied::{escaped, push_cell};
use super::guarded::guarded;
use super::report::csv_cell;
use juesuan_paper::{Block, Paper};
use juesuan_say::{Language, Spoken as _};
use juesuan_understand::{Coverage, Finding, Review, Severity, Spot};
use std::fmt::Write;

/// Characters of a heading or a quote that a line shows.
const LONGEST: usize = 40;

/// What stands above the list: whose disclosure it is, and who checked it when and with what. What is not
/// known is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReviewHead {
    /// The unit or department.
    pub unit: String,
    /// The year that it accounts for.
    pub year: String,
    /// The name of the file.
    pub file: String,
    /// The day of the review.
    pub date: String,
    /// Who reviewed it.
    pub reviewer: String,
    /// The version of the program.
    pub version: String,
    /// How many figures there are, and how many were held against something.
    pub coverage: Coverage,
}

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReviewLine {
    /// How sure it is.
    pub severity: Severity,
    /// What kind of finding it is, in a few words.
    pub kind: String,
    /// Page, sheet or paragraph, and the heading above it or the title of its table.
    pub place: String,
    /// What is printed there.
    pub quote: String,
    /// What is wrong, as a sentence.
    pub message: String,
    /// The calculation behind it; empty where there is none.
    pub working: String,
    /// What would mend it.
    pub remedy: String,
    /// Why it was set aside, where it was.
    pub aside: Option<String>,
    /// What the reviewer remarked; empty where nothing.
    pub remark: String,
}

impl ReviewHead {
    /// What a review itself knows: date, reviewer and version are the caller's.
    pub fn of(review: &Review, paper: &Paper) -> Self {
        ReviewHead {
            unit: review.about.unit.clone().unwrap_or_default(),
            year: review
                .about
                .year
                .map_or_else(String::new, |year| year.to_string()),
            file: paper.name.clone().unwrap_or_default(),
            coverage: review.coverage,
            ..ReviewHead::default()
        }
    }

    fn fields(&self) -> [&str; 6] {
        [
            &self.unit,
            &self.year,
            &self.file,
            &self.date,
            &self.reviewer,
            &self.version,
        ]
    }
}

/// The findings of a review in words, in the order of the document; none is set aside or has a remark yet.
pub fn review_lines(review: &Review, paper: &Paper, language: Language) -> Vec<ReviewLine> {
    let line = |finding: &Finding| {
        let told = language.found(finding);
        let heading = shortened(&heading(review, paper, &finding.spot));
        ReviewLine {
            severity: finding.severity,
            kind: finding.matter.spoken(language),
            place: language
                .page()
                .list_place(&finding.spot.place(paper), &heading),
            quote: shortened(&finding.spot.quote(paper)),
            message: told.message,
            working: finding.working.clone().unwrap_or_default(),
            remedy: told.remedy.unwrap_or_default(),
            aside: None,
            remark: String::new(),
        }
    };
    review.findings.iter().map(line).collect()
}

/// The title of the table that a place is in, or the heading above it.
fn heading(review: &Review, paper: &Paper, spot: &Spot) -> String {
    if spot.cell.is_some() {
        let table = review.tables.iter().find(|table| table.block == spot.block);
        if let Some(table) = table.filter(|table| !table.title.is_empty()) {
            return table.title.clone();
        }
    }
    let before = paper.blocks.iter().take(spot.block).rev();
    let mut headings = before.filter_map(|block| match block {
        Block::Heading { text, .. } => Some(text),
        _ => None,
    });
    headings.next().map_or_else(String::new, |text| {
        text.chars().filter(|c| !c.is_whitespace()).collect()
    })
}

fn shortened(text: &str) -> String {
    let mut rest = text.chars();
    let mut short: String = rest.by_ref().take(LONGEST).collect();
    if rest.next().is_some() {
        short.push('…');
    }
    short
}

/// How many errors, warnings and notices stand: those set aside are not counted.
fn counts(lines: &[ReviewLine]) -> [usize; 3] {
    [Severity::Error, Severity::Warning, Severity::Notice].map(|severity| {
        let of = |line: &&ReviewLine| line.severity == severity && line.aside.is_none();
        lines.iter().filter(of).count()
    })
}

fn kind(line: &ReviewLine, language: Language) -> String {
    match line.aside {
        Some(_) => language.page().set_aside_done().to_owned(),
        None => line.severity.spoken(language),
    }
}

/// What to do, or why it was set aside.
fn remedy(line: &ReviewLine, language: Language) -> String {
    match &line.aside {
        Some(why) => language.page().set_aside_because(why),
        None => line.remedy.clone(),
    }
}

/// The head as label and text; what is not known is left out.
fn head_rows(head: &ReviewHead, language: Language) -> Vec<[String; 2]> {
    let labels = language.page().head_labels().into_iter();
    let rows = labels.zip(head.fields());
    rows.filter(|(_, text)| !text.is_empty())
        .map(|(label, text)| [label.to_owned(), text.to_owned()])
        .collect()
}

fn summary(head: &ReviewHead, lines: &[ReviewLine], language: Language) -> String {
    let Coverage { figures, checked } = head.coverage;
    language.page().head_counts(figures, checked, counts(lines))
}

/// As text to paste: the head, then a numbered line each.
pub fn review_text(head: &ReviewHead, lines: &[ReviewLine], language: Language) -> String {
    let words = language.page();
    let colon = if language == Language::Chinese {
        "："
    } else {
        ": "
    };
    let mut text = String::new();
    for [label, value] in head_rows(head, language) {
        let _ = writeln!(text, "{label}{colon}{value}");
    }
    let _ = writeln!(text, "{}\n", summary(head, lines, language));
    for (i, line) in lines.iter().enumerate() {
        text.push_str(&words.list_line(
            i + 1,
            &kind(line, language),
            &line.place,
            &line.quote,
            &line.message,
        ));
        if !line.working.is_empty() && !line.message.contains(&line.working) {
            text.push_str(&words.in_brackets(&line.working));
        }
        if line.aside.is_some() {
            text.push_str(&words.in_brackets(&remedy(line, language)));
        }
        if !line.remark.is_empty() {
            text.push_str(&words.in_brackets(&words.list_remark(&line.remark)));
        }
        text.push('\n');
    }
    text
}

fn cells(number: usize, line: &ReviewLine, language: Language) -> [String; 9] {
    [
        number.to_string(),
        kind(line, language),
        line.kind.clone(),
        line.place.clone(),
        line.quote.clone(),
        line.message.clone(),
        line.working.clone(),
        remedy(line, language),
        line.remark.clone(),
    ]
}

/// Rows of the table: its heads, and each finding.
fn rows(lines: &[ReviewLine], language: Language) -> impl Iterator<Item = [String; 9]> {
    let heads = language.page().list_columns().map(str::to_owned);
    let lines = lines.iter().enumerate();
    std::iter::once(heads).chain(lines.map(move |(i, line)| cells(i + 1, line, language)))
}

/// As a file that Excel and WPS open: the head, an empty row, and the table; comma-separated, with the mark by
/// which Excel knows UTF-8. What would run as a formula has an apostrophe before it.
pub fn review_csv(head: &ReviewHead, lines: &[ReviewLine], language: Language) -> String {
    let mut text = String::from("\u{feff}");
    let mut push = |row: &[String]| {
        let row: Vec<String> = row.iter().map(|cell| csv_cell(cell)).collect();
        text.push_str(&row.join(","));
        text.push_str("\r\n");
    };
    for row in head_rows(head, language) {
        push(&row);
    }
    push(&[summary(head, lines, language)]);
    push(&[]);
    rows(lines, language).for_each(|row| push(&row));
    text
}

/// The table alone as tab-separated cells, as spreadsheets paste them.
pub fn review_tsv(lines: &[ReviewLine], language: Language) -> String {
    let plain = |cell: &String| guarded(cell).replace(['\t', '\n', '\r'], " ");
    let row = |row: [String; 9]| row.each_ref().map(plain).join("\t") + "\n";
    rows(lines, language).map(row).collect()
}

/// The table alone as HTML, which Word and WPS paste as a table.
pub fn review_html(lines: &[ReviewLine], language: Language) -> String {
    let mut html = String::from("<table border=\"1\"><tbody>");
    for row in rows(lines, language) {
        html.push_str("<tr>");
        for cell in row {
            push_cell(&mut html, "", &cell, &escaped(&cell));
        }
        html.push_str("</tr>");
    }
    html.push_str("</tbody></table>");
    html
}

/// As a letter to the unit: a paragraph for each error and warning that was not set aside, errors first.
pub fn review_letter(head: &ReviewHead, lines: &[ReviewLine], language: Language) -> String {
    let words = language.page();
    let [errors, warnings, _] = counts(lines);
    let Coverage { figures, checked } = head.coverage;
    let mut paragraphs = vec![
        words.letter_subject(&head.unit, &head.year),
        words.letter_to(&head.unit),
        words.letter_begin(&head.file, (figures, checked), errors, warnings),
    ];
    let of = |severity| {
        let stands = move |line: &&ReviewLine| line.severity == severity && line.aside.is_none();
        lines.iter().filter(stands)
    };
    let items = of(Severity::Error).chain(of(Severity::Warning));
    for (i, line) in items.enumerate() {
        let sure = line.severity == Severity::Error;
        let mut item = words.letter_item(i + 1, &line.place, &line.quote, &line.message, sure);
        if !line.remark.is_empty() {
            item.push_str(&words.in_brackets(&line.remark));
        }
        paragraphs.push(item);
    }
    paragraphs.push(words.letter_end(&head.version));
    let signed = [&head.reviewer, &head.date];
    paragraphs.extend(signed.into_iter().filter(|text| !text.is_empty()).cloned());
    paragraphs.join("\n\n") + "\n"
}
