//! The list of findings and remarks, to be handed on: as text for a reply, and as a table.

use super::copied::{escaped, push_cell};
use super::guarded::guarded;
use crate::assess::Assessment;
use crate::evaluation::{Form, FormKind, whereabouts};
use crate::finding::{Also, Finding, Severity};
use crate::say::{InWords as _, Language};
use crate::workbook::Workbook;
use std::fmt::Write;

/// The heads of the table.
pub const COLUMNS: [&str; 7] = ["序号", "表", "级别", "位置", "问题", "计算", "建议或说明"];

/// One line: a finding, or what a reviewer remarked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// `整体自评表`, the name of the project, or `决算表和说明`.
    pub form: String,
    /// 错误, 警告, 提示, 已搁置 or 批注.
    pub kind: &'static str,
    /// What the cell is called.
    pub place: String,
    /// What is wrong, or the remark, as a sentence.
    pub message: String,
    /// The calculation behind it; empty where there is none.
    pub working: String,
    /// What would mend it, or why it was set aside.
    pub remedy: String,
}

/// What the page and the report call a form.
pub fn form_title(form: &Form) -> String {
    match (form.kind, form.name.trim()) {
        (FormKind::Overall, _) => "整体自评表".to_owned(),
        (FormKind::Project, "") => "项目自评表".to_owned(),
        (FormKind::Project, name) => name.to_owned(),
    }
}

/// All findings and remarks of a workbook, form by form: findings as they are listed, then remarks in
/// the order of the form.
pub fn report(workbook: &Workbook, assessment: &Assessment) -> Vec<Line> {
    let mut lines = Vec::new();
    for (form, evaluation) in workbook.forms.iter().zip(&assessment.forms) {
        let title = form_title(form);
        for finding in &evaluation.findings {
            lines.push(said(&title, whereabouts(form, finding.cell), finding));
        }
        for (cell, text) in form.remarked() {
            lines.push(remarked(&title, whereabouts(form, cell), text));
        }
    }
    let (accounts, layout) = (&workbook.accounts, workbook.layout());
    for finding in &assessment.accounts.findings {
        let place = accounts.whereabouts(layout, finding.cell);
        lines.push(said(ACCOUNTS, place, finding));
    }
    for (cell, text) in accounts.remarked() {
        lines.push(remarked(ACCOUNTS, accounts.whereabouts(layout, cell), text));
    }
    lines
}

/// What the report calls the tables and their text.
const ACCOUNTS: &str = "决算表和说明";

fn said<C>(title: &str, place: String, finding: &Finding<C>) -> Line {
    let kind = match finding.severity() {
        _ if finding.set_aside.is_some() => "已搁置",
        Severity::Error => "错误",
        Severity::Warning => "警告",
        Severity::Notice => "提示",
    };
    let reason = finding
        .set_aside
        .as_ref()
        .map(|why| format!("搁置理由：{why}"));
    Line {
        form: title.to_owned(),
        kind,
        place,
        message: finding.message(),
        working: working(finding),
        remedy: reason.or_else(|| finding.remedy()).unwrap_or_default(),
    }
}

/// The calculation, or what there is to say of every place of a finding that is said once for many.
fn working<C>(finding: &Finding<C>) -> String {
    let mut texts: Vec<String> = finding.working.iter().cloned().collect();
    // Of one alone the sentence says it all.
    if finding.also.len() > 1 {
        let said = |also: &Also<C>| Language::Chinese.difference(&also.difference);
        texts.extend(finding.also.iter().map(said));
    }
    texts.join("；")
}

fn remarked(title: &str, place: String, text: &str) -> Line {
    Line {
        form: title.to_owned(),
        kind: "批注",
        place,
        message: text.to_owned(),
        working: String::new(),
        remedy: String::new(),
    }
}

fn cells(number: usize, line: &Line) -> [String; 7] {
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
pub fn report_text(lines: &[Line]) -> String {
    let mut text = String::new();
    let mut form = None;
    for (i, line) in lines.iter().enumerate() {
        if form != Some(&line.form) {
            let gap = if form.is_some() { "\n" } else { "" };
            let _ = writeln!(text, "{gap}{}", line.form);
            form = Some(&line.form);
        }
        let _ = write!(
            text,
            "{}. 【{}】{}：{}",
            i + 1,
            line.kind,
            line.place,
            line.message
        );
        if !line.working.is_empty() && !line.message.contains(&line.working) {
            let _ = write!(text, "（{}）", line.working);
        }
        if line.kind == "已搁置" {
            let _ = write!(text, "（{}）", line.remedy);
        }
        text.push('\n');
    }
    text
}

/// As tab-separated cells, as spreadsheets paste them; what would run as a formula has an apostrophe
/// before it.
pub fn report_tsv(lines: &[Line]) -> String {
    let plain = |cell: &str| guarded(cell).replace(['\t', '\n', '\r'], " ");
    table(lines, "\t", "\n", plain)
}

/// As a file that Excel and WPS open: comma-separated, with the mark by which Excel knows UTF-8.
pub fn report_csv(lines: &[Line]) -> String {
    format!("\u{feff}{}", table(lines, ",", "\r\n", csv_cell))
}

/// Always quoted. A cell that begins as a formula does is given an apostrophe before it: nothing typed
/// into a form may run in somebody's spreadsheet.
fn csv_cell(cell: &str) -> String {
    format!("\"{}\"", guarded(cell).replace('"', "\"\""))
}

fn table(lines: &[Line], comma: &str, end: &str, cell: impl Fn(&str) -> String) -> String {
    let rows = lines.iter().enumerate().map(|(i, line)| cells(i + 1, line));
    let head = COLUMNS.map(str::to_owned);
    let mut text = String::new();
    for row in std::iter::once(head).chain(rows) {
        let row: Vec<String> = row.iter().map(|text| cell(text)).collect();
        text.push_str(&row.join(comma));
        text.push_str(end);
    }
    text
}

/// As an HTML table, which Word and WPS paste as a table.
pub fn report_html(lines: &[Line]) -> String {
    let mut html = String::from("<table border=\"1\"><thead><tr>");
    for head in COLUMNS {
        let _ = write!(html, "<th>{head}</th>");
    }
    html.push_str("</tr></thead><tbody>");
    for (i, line) in lines.iter().enumerate() {
        html.push_str("<tr>");
        for cell in cells(i + 1, line) {
            push_cell(&mut html, "", &cell, &escaped(&cell));
        }
        html.push_str("</tr>");
    }
    html.push_str("</tbody></table>");
    html
}
