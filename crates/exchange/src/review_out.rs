//! The review of a disclosure in the shapes of the JavaScript interface: places as scripts know them, and
//! each finding in words.

use super::wire::{Evaluation, Finding};
use juesuan_domain::evaluation::{Form, FormKind, evaluate, rule_set};
use juesuan_figure::Typed;
use juesuan_paper::{AlsoHere, Paper, Place, Remark};
use juesuan_say::{Language, Told};
use juesuan_understand as understand;
use juesuan_understand::{Coverage, DisclosureKind, TableAbout};
use serde::Serialize;

/// What was found in a disclosure, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Review {
    /// Whose it is, of what year, and of what kind.
    pub about: About,
    /// Its tables, in their order.
    pub tables: Vec<FoundTable>,
    /// The self-evaluation forms in it, in their order. What is wrong with them is in `findings`.
    pub forms: Vec<FoundForm>,
    /// Each figure of the text, in its order.
    pub statements: Vec<Statement>,
    /// What is wrong, or should be looked at, in the order of the document.
    pub findings: Vec<ReviewFinding>,
    /// How many figures there are, in text and tables, and how many were held against something.
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(type = "{ figures: number; checked: number }")
    )]
    pub coverage: Coverage,
}

/// Whose disclosure it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct About {
    /// The full name of the unit or department; left out where none was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The year that it accounts for, or plans; left out where none was found.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// What kind of disclosure it is.
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(type = "\"finalAccounts\" | \"budget\" | \"selfEvaluation\" | \"unknown\"")
    )]
    pub kind: &'static str,
}

/// A table that was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct FoundTable {
    /// Where it stands.
    #[cfg_attr(all(target_arch = "wasm32", feature = "api"), tsify(type = "Place"))]
    pub place: Place,
    /// Its title, as printed; empty where none was found.
    pub title: String,
    /// 1 to 9 of final accounts, by its title and its heads; left out of what is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub no: Option<u8>,
    /// What its amounts are in.
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(type = "\"元\" | \"千元\" | \"万元\" | \"百万元\" | \"亿元\"")
    )]
    pub unit: &'static str,
    /// How many amounts it has.
    pub amounts: usize,
    /// It has rows for amounts, but none, or only zeros.
    pub empty: bool,
}

/// A self-evaluation form that was found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct FoundForm {
    /// Where it stands.
    #[cfg_attr(all(target_arch = "wasm32", feature = "api"), tsify(type = "Place"))]
    pub place: Place,
    /// Its title, as printed; empty where it has none.
    pub title: String,
    /// Of the whole unit, or of one project.
    pub kind: FormKind,
    /// The unit, or who carries the project out; left out where it is not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The name of the project; left out where it is not said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Id of the rules that it was scored by; left out where none are known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule_set: Option<String>,
    /// How the rules were chosen: `given` by the options, `printed` in the form, `guessed` by its layout.
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(type = "\"given\" | \"printed\" | \"guessed\" | \"unknown\"")
    )]
    pub rules_from: &'static str,
    /// The total, as printed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claimed_total: Option<String>,
    /// What it comes to by the rules; left out where a score waits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub computed_total: Option<String>,
    /// How many indicators were read.
    pub indicators: usize,
    /// Rows and cells that could not be read with certainty, and were left out.
    pub left: usize,
    /// What it says, as printed.
    pub form: Form,
    /// What it comes to by these rules; where none are known, no score is computed.
    pub evaluation: Evaluation,
}

/// A figure of the text, and whether the others agree with it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Statement {
    /// What kind of figure it is.
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(
            type = "\"amount\" | \"change\" | \"growth\" | \"share\" | \"completion\" | \"comparison\" | \"sum\" | \"count\" | \"score\" | \"year\" | \"name\""
        )
    )]
    pub kind: &'static str,
    /// Where it stands.
    #[cfg_attr(all(target_arch = "wasm32", feature = "api"), tsify(type = "Place"))]
    pub place: Place,
    /// The part of the sentence around it, blanks and line breaks closed up.
    pub quote: String,
    /// As printed, with its unit: `"99.86%"`.
    pub claimed: String,
    /// What it should be, in the same unit and with as many decimals; left out where nothing gives it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub computed: Option<String>,
    /// How that is worked out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub working: Option<String>,
    /// Whether it agrees with the others; `rounding` where only the rounding of printed digits explains it.
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(type = "\"agrees\" | \"rounding\" | \"wrong\" | \"doubtful\" | \"unknown\"")
    )]
    pub verdict: &'static str,
}

/// A finding of a review. Its `path` is empty: it is about a place.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct ReviewFinding {
    /// What every finding has.
    #[serde(flatten)]
    pub finding: Finding,
    /// Where it must be mended.
    #[cfg_attr(all(target_arch = "wasm32", feature = "api"), tsify(type = "Place"))]
    pub place: Place,
    /// What is printed there, blanks and line breaks closed up.
    pub quote: String,
    /// The other places that it speaks of: the amount of a table that the text should have.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(all(target_arch = "wasm32", feature = "api"), tsify(optional))]
    pub also: Vec<AlsoPlace>,
    /// How it probably came about, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cause: Option<String>,
}

/// Another place of a finding. Its `path` is empty, its `message` what is printed there.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct AlsoPlace {
    /// Where it is.
    #[serde(flatten)]
    pub place: Place,
    /// Always empty.
    pub path: String,
    /// What is printed there, blanks and line breaks closed up.
    pub message: String,
}

impl Review {
    /// A review of a paper, its findings said in a language.
    pub fn of(review: &understand::Review, paper: &Paper, language: Language) -> Self {
        let findings = review.findings.iter();
        let statements = review.statements.iter();
        Review {
            about: About::from(&review.about),
            tables: review
                .tables
                .iter()
                .map(|table| FoundTable::of(table, paper))
                .collect(),
            forms: review
                .forms
                .iter()
                .map(|form| FoundForm::of(form, paper))
                .collect(),
            statements: statements.map(|one| Statement::of(one, paper)).collect(),
            findings: findings
                .map(|finding| ReviewFinding::of(finding, paper, language))
                .collect(),
            coverage: review.coverage,
        }
    }
}

/// The findings as they are written beside the text in its file.
pub fn remarks(review: &understand::Review, paper: &Paper, language: Language) -> Vec<Remark> {
    let findings = review.findings.iter();
    let said = findings.map(|finding| ReviewFinding::of(finding, paper, language));
    said.map(Remark::from).collect()
}

impl From<ReviewFinding> for Remark {
    fn from(said: ReviewFinding) -> Self {
        let also = said.also.into_iter().map(|also| AlsoHere {
            place: also.place,
            message: also.message,
        });
        Remark {
            place: said.place,
            quote: said.quote,
            also: also.collect(),
            severity: said.finding.severity.to_owned(),
            message: said.finding.message,
            working: said.finding.working,
            remedy: said.finding.remedy,
            set_aside: said.finding.set_aside,
        }
    }
}

impl From<&understand::About> for About {
    fn from(about: &understand::About) -> Self {
        About {
            unit: about.unit.clone(),
            year: about.year,
            kind: DisclosureKind::as_str(about.kind),
        }
    }
}

impl FoundTable {
    fn of(table: &TableAbout, paper: &Paper) -> Self {
        let block = paper.blocks.get(table.block);
        let place = block.map(|block| block.place().clone()).unwrap_or_default();
        FoundTable {
            place: Place {
                block: table.block,
                ..place
            },
            title: table.title.clone(),
            no: table.no,
            unit: table.unit.as_str(),
            amounts: table.amounts,
            empty: table.empty,
        }
    }
}

impl FoundForm {
    fn of(found: &understand::FoundForm, paper: &Paper) -> Self {
        let form = &found.form;
        let text = |typed: &Typed| (!typed.is_blank()).then(|| typed.to_string());
        FoundForm {
            place: found.spot.place(paper),
            title: found.title.clone(),
            kind: form.kind,
            unit: text(&form.unit).or_else(|| text(&form.implementer)),
            name: text(&form.name),
            rule_set: (!found.rules.is_empty()).then(|| found.rules.clone()),
            rules_from: found.rules_from.as_str(),
            claimed_total: text(&form.claimed_total),
            computed_total: found.computed.clone(),
            indicators: form.indicator_count(),
            left: found.left,
            evaluation: Evaluation::from(&evaluate(
                form,
                rule_set(&found.rules).map(|rules| &**rules),
                None,
            )),
            form: form.clone(),
        }
    }
}

impl Statement {
    fn of(statement: &understand::Statement, paper: &Paper) -> Self {
        Statement {
            kind: statement.kind.as_str(),
            place: statement.spot.place(paper),
            quote: statement.quote.clone(),
            claimed: statement.claimed.clone(),
            computed: statement.computed.clone(),
            working: statement.working.clone(),
            verdict: statement.verdict.as_str(),
        }
    }
}

impl ReviewFinding {
    fn of(finding: &understand::Finding, paper: &Paper, language: Language) -> Self {
        use juesuan_say::Spoken as _;
        let Told { message, remedy } = language.found(finding);
        let also = finding.also.iter().map(|spot| AlsoPlace {
            place: spot.place(paper),
            path: String::new(),
            message: spot.quote(paper),
        });
        ReviewFinding {
            finding: Finding {
                code: finding.code(),
                severity: finding.severity.as_str(),
                path: String::new(),
                message,
                rule: None,
                working: finding.working.clone(),
                remedy,
                set_aside: None,
                also: Vec::new(),
            },
            place: finding.spot.place(paper),
            quote: finding.spot.quote(paper),
            also: also.collect(),
            cause: finding.cause.map(|cause| cause.spoken(language)),
        }
    }
}
