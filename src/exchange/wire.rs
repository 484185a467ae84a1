//! Derived values in the shapes of the JavaScript interface: numbers as plain decimal strings,
//! cells as paths.

use super::disclosure_out::{disclosure_text, disclosure_title};
use crate::accounts::Cell;
use crate::evaluation::{self, ScoreStatus};
use crate::figure::{fixed, without_zeros};
use crate::measure::{self, Direction, Status};
use crate::say::{InWords as _, Language, Spoken, Told};
use crate::workbook::Workbook;
use rust_decimal::Decimal;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Display;

/// A percentage with its working.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Measure {
    /// Whether there is a value, and if not, why: 0 ÷ 0 is not applicable, x ÷ 0 unbudgeted.
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(type = "\"value\" | \"notApplicable\" | \"unbudgeted\"")
    )]
    pub status: &'static str,
    /// Percent, rounded half up to the places asked for: `"102.3"`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// Percent, to twelve significant digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exact: Option<String>,
    /// `"102.3%"`, or `"—"`.
    pub display: String,
    /// `"1,552.16 ÷ 1,516.89 = 102.3252…%"`.
    pub working: String,
}

/// A measure of change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Growth {
    /// The rate of change, percent; not applicable where last year was 0 or less.
    #[serde(flatten)]
    pub measure: Measure,
    /// This year − last year, signed: `"-0.47"`.
    pub change: String,
    /// Which way the amount changed.
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(type = "\"increase\" | \"decrease\" | \"unchanged\"")
    )]
    pub direction: &'static str,
    /// `"增加7.7万元，增长0.5%"`.
    pub phrase: String,
}

/// The score of an indicator or of the execution line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Score {
    /// Points, `"8.5"`; left out while the score is waiting or invalid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<String>,
    /// Points that the unit claims; left out where they cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claimed: Option<String>,
    /// How the score came about.
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(type = "\"computed\" | \"takenOver\" | \"waiting\" | \"invalid\"")
    )]
    pub status: &'static str,
    /// `"10 × 1.0% ÷ 2.0% = 5"`; empty where nothing was calculated.
    pub working: String,
}

/// What a check says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Finding {
    /// Stable; the documentation lists them.
    pub code: &'static str,
    /// How much it weighs: an error is certain, a warning should be looked at, a notice says how
    /// something was understood.
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(type = "\"error\" | \"warning\" | \"notice\"")
    )]
    pub severity: &'static str,
    /// The cell, `"goals[1].indicators[0].claimed"`.
    pub path: String,
    /// What is wrong, as a whole sentence.
    pub message: String,
    /// The text the check rests on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// The calculation behind it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub working: Option<String>,
    /// What would mend it, in a few words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remedy: Option<String>,
    /// Why somebody decided to leave it as it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set_aside: Option<String>,
    /// The places of a finding that is said once for many.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(all(target_arch = "wasm32", feature = "api"), tsify(optional))]
    pub also: Vec<Also>,
}

/// One of several places of a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Also {
    /// The cell, as a path.
    pub path: String,
    /// What there is to say of this cell.
    pub message: String,
}

/// The execution line of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct ExecutionEvaluation {
    /// Spending ÷ adjusted budget, percent.
    pub rate: Measure,
    /// The points of the execution line.
    pub score: Score,
}

/// One annual goal of a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct GoalEvaluation {
    /// Its name, as typed.
    pub name: String,
    /// The weights of its indicators together, in points.
    pub weight: String,
    /// The scores of its indicators together, in points.
    pub score: String,
    /// One score for each indicator, in the order of the form.
    pub indicators: Vec<Score>,
}

/// Everything derived from one form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Evaluation {
    /// The id of the rule set that scored the form.
    pub rule_set: String,
    /// The execution line.
    pub execution: ExecutionEvaluation,
    /// One for each goal, in the order of the form.
    pub goals: Vec<GoalEvaluation>,
    /// All scores together, in points.
    pub total: String,
    /// The total that the unit claims, in points; left out where it cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claimed_total: Option<String>,
    /// The grade of a complete total; left out where the rules have none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grade: Option<String>,
    /// False while a score is taken over, waiting or invalid: the total is then provisional.
    pub complete: bool,
    /// What there is to say of the form, the worst first.
    pub findings: Vec<Finding>,
}

/// Everything derived from a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Assessment {
    /// One for each form of the workbook, in its order.
    pub forms: Vec<Evaluation>,
    /// Of the final accounts; left out where nobody has begun them, unless the year, the style or a
    /// setting cannot be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accounts: Option<AccountsAssessment>,
}

/// Everything derived from the final accounts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct AccountsAssessment {
    /// What the tables' own rows come to, typed or derived, in 万元: by the paths of their cells,
    /// `{ "accounts.05.total.total": "1552.16" }`. Cells that wait for something are left out.
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(type = "Record<string, string>")
    )]
    pub values: BTreeMap<String, String>,
    /// Of the tables, of what is typed beside them and of the text.
    pub findings: Vec<Finding>,
    /// The explanatory text, as the page copies it: without the sentences that wait.
    pub text: String,
}

/// Several forms as one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Consolidation {
    /// The consolidated form, as if typed.
    pub form: evaluation::Form,
    /// Its scores and findings.
    pub evaluation: Evaluation,
}

fn plain(value: Decimal) -> String {
    without_zeros(value).to_string()
}

impl From<&measure::Measure> for Measure {
    fn from(m: &measure::Measure) -> Self {
        Measure {
            status: match m.status {
                Status::Value => "value",
                Status::NotApplicable => "notApplicable",
                Status::Unbudgeted => "unbudgeted",
            },
            value: m.value.map(|value| fixed(value, m.places)),
            exact: m.exact.map(|exact| exact.to_string()),
            display: m.display(),
            working: m.working.in_chinese(),
        }
    }
}

impl From<&measure::Growth> for Growth {
    fn from(g: &measure::Growth) -> Self {
        Growth {
            measure: Measure::from(&g.rate),
            change: plain(g.change),
            direction: match g.direction() {
                Direction::Increase => "increase",
                Direction::Decrease => "decrease",
                Direction::Unchanged => "unchanged",
            },
            phrase: g.phrase(),
        }
    }
}

impl From<&evaluation::Score> for Score {
    fn from(s: &evaluation::Score) -> Self {
        Score {
            score: s.score.map(plain),
            claimed: s.claimed.map(plain),
            status: match s.status {
                ScoreStatus::Computed => "computed",
                ScoreStatus::TakenOver => "takenOver",
                ScoreStatus::Waiting => "waiting",
                ScoreStatus::Invalid => "invalid",
            },
            working: s.working.in_chinese(),
        }
    }
}

impl<C: Display> From<&crate::finding::Finding<C>> for Finding {
    fn from(f: &crate::finding::Finding<C>) -> Self {
        let Told { message, remedy } = Language::Chinese.told(&f.matter);
        Finding {
            code: f.code.as_str(),
            severity: f.severity().as_str(),
            path: f.cell.to_string(),
            message,
            rule: f.rule(),
            working: f
                .working
                .as_ref()
                .map(Spoken::in_chinese)
                .filter(|w| !w.is_empty()),
            remedy,
            set_aside: f.set_aside.clone(),
            also: f
                .also
                .iter()
                .map(|also| Also {
                    path: also.cell.to_string(),
                    message: Language::Chinese.difference(&also.difference),
                })
                .collect(),
        }
    }
}

impl From<&evaluation::Evaluation> for Evaluation {
    fn from(e: &evaluation::Evaluation) -> Self {
        Evaluation {
            rule_set: e.rule_set.clone(),
            execution: ExecutionEvaluation {
                rate: Measure {
                    // What 0 ÷ 0 prints is the rules' to say.
                    display: match e.execution.rate_shown.as_str() {
                        "" => e.execution.rate.display(),
                        shown => shown.to_owned(),
                    },
                    ..Measure::from(&e.execution.rate)
                },
                score: Score::from(&e.execution.score),
            },
            goals: e
                .goals
                .iter()
                .map(|goal| GoalEvaluation {
                    name: goal.name.clone(),
                    weight: goal.weight.to_string(),
                    score: goal.score.to_string(),
                    indicators: goal.indicators.iter().map(Score::from).collect(),
                })
                .collect(),
            total: e.total.to_string(),
            claimed_total: e.claimed_total.map(plain),
            grade: e.grade.clone(),
            complete: e.complete,
            findings: e.findings.iter().map(Finding::from).collect(),
        }
    }
}

impl Assessment {
    /// What a workbook came to.
    pub fn of(workbook: &Workbook, assessment: &crate::assess::Assessment) -> Self {
        // A year that cannot be read is said before anything is typed in a table.
        let accounts = &assessment.accounts;
        let begun = !workbook.accounts.is_untouched() || !accounts.findings.is_empty();
        let forms = assessment.forms.iter();
        Assessment {
            forms: forms.map(|form| Evaluation::from(&**form)).collect(),
            accounts: begun.then(|| AccountsAssessment::of(workbook, &assessment.accounts)),
        }
    }
}

impl AccountsAssessment {
    /// From a workbook and what it was assessed to.
    fn of(workbook: &Workbook, assessment: &crate::assess::AccountsAssessment) -> Self {
        let title = disclosure_title(&workbook.year, workbook.unit());
        let reckoned = &assessment.reckoned;
        let cells = reckoned.layout.tables.iter().flat_map(|table| {
            table.rows().flat_map(|(side, row)| {
                let columns = side.columns.iter().filter(|column| column.is_amount());
                columns.map(|column| Cell::Fixed(table.no, &row.key, *column))
            })
        });
        let known =
            cells.filter_map(|cell| Some((cell.to_string(), reckoned.value(cell).known()?)));
        AccountsAssessment {
            values: known.map(|(path, value)| (path, plain(value))).collect(),
            findings: assessment.findings.iter().map(Finding::from).collect(),
            text: disclosure_text(&title, &assessment.disclosure),
        }
    }
}

impl From<evaluation::Consolidation> for Consolidation {
    fn from(c: evaluation::Consolidation) -> Self {
        Consolidation {
            evaluation: Evaluation::from(&c.evaluation),
            form: c.form,
        }
    }
}
