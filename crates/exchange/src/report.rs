//! The list of findings and remarks, to be handed on: as text for a reply, and as a table.

use super::copied::{escaped, push_cell};
use super::guarded::guarded;
use juesuan_domain::Workbook;
use juesuan_domain::assess::Assessment;
use juesuan_domain::evaluation::{Form, FormKind, whereabouts};
use juesuan_domain::finding::Finding;
use juesuan_domain::review::Remark;
use juesuan_say::{Language, Spoken, official};
use std::fmt::Write;

/// One line: a finding, or what a reviewer remarked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// `整体自评表`, the name of the project, or `决算表和说明`.
    pub form: String,
    /// The severity, `已搁置` or `批注`.
    pub kind: &'static str,
    /// Whether it was set aside.
    pub aside: bool,
    /// What the cell is called.
    pub place: String,
    /// What is wrong, or the remark, as a sentence.
    pub message: String,
    /// The calculation behind it; empty where there is none.
    pub working: String,
    /// What would mend it, or why it was set aside; of a remark who wrote it when, and what became of it.
    pub remedy: String,
}

/// What the page and the report call a form.
pub fn form_title(form: &Form) -> String {
    match (form.kind, form.name.trim()) {
        (FormKind::Overall, _) => official::OVERALL_FORM.to_owned(),
        (FormKind::Project, "") => official::PROJECT_FORM.to_owned(),
        (FormKind::Project, name) => name.to_owned(),
    }
}

/// All findings and remarks of a workbook, form by form: findings as they are listed, then remarks in
/// the order of the form.
pub fn report(workbook: &Workbook, assessment: &Assessment, language: Language) -> Vec<Line> {
    let words = language.page();
    let mut lines = Vec::new();
    for (form, evaluation) in workbook.forms.iter().zip(&assessment.forms) {
        let title = form_title(form);
        for finding in &evaluation.findings {
            lines.push(said(
                &title,
                whereabouts(form, finding.cell),
                finding,
                language,
            ));
        }
        for (cell, text) in form.remarked() {
            let place = words.within(&whereabouts(form, cell), cell.label());
            let by = form.remark_on(cell);
            lines.push(remarked(&title, place, text, by, language));
        }
    }
    let (accounts, layout) = (&workbook.accounts, workbook.layout());
    for finding in &assessment.accounts.findings {
        let place = accounts.whereabouts(layout, finding.cell);
        lines.push(said(words.accounts(), place, finding, language));
    }
    for (cell, text) in accounts.remarked() {
        let place = accounts.whereabouts(layout, cell);
        let place = words.within(&place, &accounts.label(layout, cell));
        let by = accounts.remark_on(cell);
        lines.push(remarked(words.accounts(), place, text, by, language));
    }
    lines
}

fn said<C>(title: &str, place: String, finding: &Finding<C>, language: Language) -> Line {
    let words = language.page();
    let aside = finding.set_aside.as_ref();
    let told = language.told(&finding.matter);
    let reason = aside.map(|why| words.set_aside_because(why));
    Line {
        form: title.to_owned(),
        kind: match aside {
            Some(_) => words.set_aside_done(),
            None => words.severity(finding.severity()),
        },
        aside: aside.is_some(),
        place,
        message: told.message,
        working: working(finding, language),
        remedy: reason.or(told.remedy).unwrap_or_default(),
    }
}

/// The calculation, or what there is to say of every place of a finding that is said once for many.
fn working<C>(finding: &Finding<C>, language: Language) -> String {
    let mut texts: Vec<String> = finding.working.iter().map(|w| w.spoken(language)).collect();
    // Of one alone the sentence says it all.
    if finding.also.len() > 1 {
        let also = finding.also.iter();
        texts.extend(also.map(|also| language.difference(&also.difference)));
    }
    language.page().clauses(&texts)
}

fn remarked<C>(
    title: &str,
    place: String,
    text: &str,
    remark: Option<&Remark<C>>,
    language: Language,
) -> Line {
    Line {
        form: title.to_owned(),
        kind: language.page().remark_title(),
        aside: false,
        place,
        message: text.to_owned(),
        working: String::new(),
        remedy: remark.map_or_else(String::new, |remark| signed(remark, language)),
    }
}

/// Who wrote a remark, when, and what became of it.
pub fn signed<C>(remark: &Remark<C>, language: Language) -> String {
    let (words, state) = (language.page(), remark.state());
    words.remark_signed(&remark.author, &remark.date, state)
}

/// The cells of a line: number, form, severity, place, matter, working, what to do.
pub fn report_cells(number: usize, line: &Line) -> [String; 7] {
    [
        number.to_string(),
        line.form.clone(),
        line.kind.to_owned(),
        line.place.clone(),
        line.message.clone(),
        line.working.clone(),
        line.remedy.clone(),
    ]
}

/// As text to paste into a reply: a heading a form, a numbered line each.
pub fn report_text(lines: &[Line], language: Language) -> String {
    let words = language.page();
    let mut text = String::new();
    let mut form = None;
    for (i, line) in lines.iter().enumerate() {
        if form != Some(&line.form) {
            let gap = if form.is_some() { "\n" } else { "" };
            let _ = writeln!(text, "{gap}{}", line.form);
            form = Some(&line.form);
        }
        text.push_str(&words.report_line(i + 1, line.kind, &line.place, &line.message));
        if !line.working.is_empty() && !line.message.contains(&line.working) {
            text.push_str(&words.in_brackets(&line.working));
        }
        let is_told = line.aside || line.kind == words.remark_title();
        if is_told && !line.remedy.is_empty() {
            text.push_str(&words.in_brackets(&line.remedy));
        }
        text.push('\n');
    }
    text
}

/// As tab-separated cells, as spreadsheets paste them; what would run as a formula has an apostrophe
/// before it.
pub fn report_tsv(lines: &[Line], language: Language) -> String {
    let plain = |cell: &str| guarded(cell).replace(['\t', '\n', '\r'], " ");
    table(lines, "\t", "\n", plain, language)
}

/// As a file that Excel and WPS open: comma-separated, with the mark by which Excel knows UTF-8.
pub fn report_csv(lines: &[Line], language: Language) -> String {
    format!("\u{feff}{}", table(lines, ",", "\r\n", csv_cell, language))
}

/// Always quoted. A cell that begins as a formula does is given an apostrophe before it: nothing typed
/// into a form may run in somebody's spreadsheet.
pub(super) fn csv_cell(cell: &str) -> String {
    format!("\"{}\"", guarded(cell).replace('"', "\"\""))
}

fn table(
    lines: &[Line],
    comma: &str,
    end: &str,
    cell: impl Fn(&str) -> String,
    language: Language,
) -> String {
    let rows = lines
        .iter()
        .enumerate()
        .map(|(i, line)| report_cells(i + 1, line));
    let head = language.page().report_columns().map(str::to_owned);
    let mut text = String::new();
    for row in std::iter::once(head).chain(rows) {
        let row: Vec<String> = row.iter().map(|text| cell(text)).collect();
        text.push_str(&row.join(comma));
        text.push_str(end);
    }
    text
}

/// As an HTML table, which Word and WPS paste as a table.
pub fn report_html(lines: &[Line], language: Language) -> String {
    let mut html = String::from("<table border=\"1\"><thead><tr>");
    for head in language.page().report_columns() {
        let _ = write!(html, "<th>{head}</th>");
    }
    html.push_str("</tr></thead><tbody>");
    for (i, line) in lines.iter().enumerate() {
        html.push_str("<tr>");
        for cell in report_cells(i + 1, line) {
            push_cell(&mut html, "", &cell, &escaped(&cell));
        }
        html.push_str("</tr>");
    }
    html.push_str("</tbody></table>");
    html
}
