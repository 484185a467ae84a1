//! Everything derived from a workbook, in one pure call.

use crate::accounts::{self, Compared, Figure, Reckoned, Style, reckon_after};
use crate::disclosure::{self, Disclosure, Material, OfForms};
use crate::evaluation::{
    Before, Evaluation, Finding, Form, FormKind, Rows, RuleSet, Setting, built_in, check_across,
    evaluate_after, setting_unreadable,
};
use crate::finding::{OtherSide, Severity};
use crate::workbook::Workbook;
use crate::year::{YearRead, read_year};
use juesuan_figure as figure;
use std::ops::Add;
use std::rc::Rc;
use std::sync::Arc;
use time::Date;

/// Every derived number with its working, and all findings, form by form in the order of the
/// workbook.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// One evaluation for each form, in the order of the workbook.
    pub forms: Vec<Rc<Evaluation>>,
    /// The rules each form was scored by, the workbook's settings over them.
    pub rules: Vec<Arc<RuleSet>>,
    /// The tables worked out, what there is to say of them, and the text written from them.
    pub accounts: AccountsAssessment,
    /// How many findings there are, of the forms and the accounts together.
    pub counts: Counts,
    /// Form by form, before what is said across them.
    alone: Vec<Alone>,
    /// The text block by block, for the next assessment.
    text: disclosure::Kept,
    today: Option<Date>,
}

/// A form with what it comes to by itself, for the next assessment.
#[derive(Debug, Clone)]
struct Alone {
    form: Rc<Form>,
    evaluation: Rc<Evaluation>,
    rows: Rc<Rows>,
}

/// The same results, whatever they were made from.
impl PartialEq for Assessment {
    fn eq(&self, other: &Self) -> bool {
        self.forms == other.forms
            && self.rules == other.rules
            && self.accounts == other.accounts
            && self.counts == other.counts
    }
}

/// Everything derived from the accounts.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountsAssessment {
    /// What every cell of the tables comes to, and how the identities stand.
    pub reckoned: Rc<Reckoned>,
    /// The explanatory text that follows from the figures.
    pub disclosure: Rc<Disclosure>,
    /// Of the tables, of what is typed beside them and of the text, the worst first.
    pub findings: Vec<accounts::Finding>,
}

/// Findings by severity, and those set aside apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Errors that are not set aside.
    pub errors: usize,
    /// Warnings that are not set aside.
    pub warnings: usize,
    /// Notices that are not set aside.
    pub notices: usize,
    /// Findings set aside, whatever their severity.
    pub set_aside: usize,
}

impl Counts {
    /// Counts these findings.
    pub fn of<'a, C: 'a>(
        findings: impl IntoIterator<Item = &'a crate::finding::Finding<C>>,
    ) -> Self {
        let mut counts = Counts::default();
        for finding in findings {
            match finding.severity() {
                _ if finding.set_aside.is_some() => counts.set_aside += 1,
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Notice => counts.notices += 1,
            }
        }
        counts
    }
}

impl Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Counts {
            errors: self.errors + other.errors,
            warnings: self.warnings + other.warnings,
            notices: self.notices + other.notices,
            set_aside: self.set_aside + other.set_aside,
        }
    }
}

impl Alone {
    fn before(&self) -> Before<'_> {
        Before {
            form: &self.form,
            evaluation: &self.evaluation,
            rows: &self.rows,
        }
    }
}

/// Computes and checks a workbook. Never fails; `today` is what dates are measured against.
///
/// ```
/// let workbook = juesuan_domain::Workbook::new("2020", "", "wuhan-2020");
/// let assessment = juesuan_domain::assess(&workbook, None);
/// assert!(!assessment.forms[0].complete);
/// ```
pub fn assess(workbook: &Workbook, today: Option<Date>) -> Assessment {
    assess_after(None, workbook, today)
}

impl Assessment {
    /// The same as [`assess`] of `workbook`, and quicker where it is what this one is of after an edit:
    /// forms and tables that are the very same are not worked out again.
    ///
    /// ```
    /// use juesuan_domain::Edit;
    /// use juesuan_domain::Workbook;
    /// use juesuan_domain::assess;
    /// let workbook = Workbook::new("2020", "", "wuhan-2020");
    /// let before = assess(&workbook, None);
    /// let edited = workbook.edited(&Edit::SetYear { text: "2021".into() }).unwrap();
    /// assert_eq!(before.renewed(&edited, None), assess(&edited, None));
    /// ```
    pub fn renewed(&self, workbook: &Workbook, today: Option<Date>) -> Self {
        assess_after(Some(self), workbook, today)
    }

    /// What the text is written from; `workbook` is what this is the assessment of.
    pub fn material<'a>(&'a self, workbook: &'a Workbook) -> Material<'a> {
        material(workbook, &self.forms, &self.accounts.reckoned)
    }

    /// What the form in this place came to under the same rules.
    fn kept(&self, at: usize, rules: &Arc<RuleSet>) -> Option<&Alone> {
        let alone = self.alone.get(at)?;
        (self.rules[at] == *rules).then_some(alone)
    }
}

fn assess_after(
    before: Option<&Assessment>,
    workbook: &Workbook,
    today: Option<Date>,
) -> Assessment {
    let mut rules = Vec::with_capacity(workbook.forms.len());
    let mut alone = Vec::with_capacity(workbook.forms.len());
    let mut further: Vec<Vec<Finding>> = vec![Vec::new(); workbook.forms.len()];
    for (at, form) in workbook.forms.iter().enumerate() {
        let named = workbook.rules_of(form);
        let used = named.unwrap_or_else(|| workbook.settings.over(&built_in()[0]));
        let kept = before.and_then(|before| before.kept(at, &used));
        let same_day = before.is_some_and(|before| before.today == today);
        alone.push(match kept {
            Some(kept) if same_day && Rc::ptr_eq(&kept.form, form) => kept.clone(),
            kept => {
                let before = kept.map(Alone::before);
                let (evaluation, rows) = evaluate_after(before, form, Some(&used), today);
                Alone {
                    form: form.clone(),
                    evaluation: evaluation.into(),
                    rows: rows.into(),
                }
            }
        });
        rules.push(used);
    }
    for (form, finding) in workbook.rule_findings() {
        further[form].push(finding);
    }
    if let Some(first) = further.first_mut() {
        let settings = &workbook.settings;
        first.extend(Setting::ALL.iter().filter_map(|setting| {
            let problem = settings.problem(*setting)?;
            Some(setting_unreadable(
                *setting,
                settings.text(*setting),
                problem,
            ))
        }));
    }
    for (form, finding) in check_across(&workbook.forms) {
        further[form].push(finding);
    }
    let forms: Vec<Rc<Evaluation>> = alone
        .iter()
        .zip(further)
        .map(|(alone, further)| {
            let mut evaluation = alone.evaluation.clone();
            if !further.is_empty() || alone.form.has_set_aside() {
                let findings = &mut Rc::make_mut(&mut evaluation).findings;
                findings.extend(further);
                alone.form.mark_set_aside(findings);
            }
            evaluation
        })
        .collect();
    let (accounts, text) = assess_accounts(before, workbook, &forms);
    let of_forms = Counts::of(forms.iter().flat_map(|evaluation| &evaluation.findings));
    Assessment {
        counts: of_forms + Counts::of(&accounts.findings),
        rules,
        forms,
        accounts,
        alone,
        text,
        today,
    }
}

/// The tables, then the text that is written from them and from the forms.
fn assess_accounts(
    before: Option<&Assessment>,
    workbook: &Workbook,
    evaluations: &[Rc<Evaluation>],
) -> (AccountsAssessment, disclosure::Kept) {
    let typed = &workbook.accounts;
    let earlier = before.map(|before| &before.accounts.reckoned);
    let reckoned = reckon_after(earlier, typed, workbook.layout());
    let style = Style::named(&typed.style);
    let material = material(workbook, evaluations, &reckoned);
    let earlier = before.map(|before| &before.text);
    let (disclosure, text) = disclosure::write(earlier, &material, style);
    let mut findings = check_choices(workbook, style);
    // Of accounts nobody has begun there is nothing more to say.
    if !typed.is_untouched() {
        let (differ, roundings) = check_forms(workbook, &reckoned);
        findings.extend(accounts::examine_with(typed, &reckoned, roundings));
        findings.extend(disclosure.findings.iter().cloned());
        findings.extend(differ);
    }
    typed.mark_set_aside(&mut findings);
    let assessment = AccountsAssessment {
        reckoned,
        disclosure: Rc::new(disclosure),
        findings,
    };
    (assessment, text)
}

fn material<'a>(
    workbook: &'a Workbook,
    evaluations: &'a [Rc<Evaluation>],
    reckoned: &'a Rc<Reckoned>,
) -> Material<'a> {
    let style = Style::named(&workbook.accounts.style);
    Material {
        year: &workbook.year,
        unit: workbook.unit(),
        forms: OfForms::new(&workbook.forms, evaluations),
        accounts: &workbook.accounts,
        reckoned,
        places: workbook.settings.percent_places(style.percent_places),
    }
}

/// What chooses tables and text: a choice that cannot be read is replaced by another, which is said.
fn check_choices(workbook: &Workbook, style: &Style) -> Vec<accounts::Finding> {
    let mut findings = Vec::new();
    // A layout that was chosen by its name does not depend on the year.
    let layout = workbook.layout();
    let by_year = (layout.id != *workbook.accounts.layout).then_some(layout.name.as_str());
    match read_year(&workbook.year) {
        YearRead::Year(_) => {}
        YearRead::Unreadable => findings.push(accounts::year_unreadable(&workbook.year, by_year)),
        // A form by itself needs no year.
        YearRead::Missing if workbook.accounts.is_untouched() => {}
        YearRead::Missing => findings.push(accounts::year_missing(by_year)),
    }
    let chosen = &workbook.accounts.style;
    if !Style::is_known(chosen) {
        findings.push(accounts::style_unknown(chosen, &style.name));
    }
    // Where there are forms, the first says it.
    if workbook.forms.is_empty() {
        let unreadable = Setting::ALL.iter().filter_map(|setting| {
            let problem = workbook.settings.problem(*setting)?;
            Some(accounts::setting_unreadable(
                *setting,
                workbook.settings.text(*setting),
                problem,
            ))
        });
        findings.extend(unreadable);
    }
    findings
}

/// The forms and the accounts are about one and the same money: where they differ, and where rounding
/// explains that they do.
fn check_forms(
    workbook: &Workbook,
    reckoned: &Reckoned,
) -> (Vec<accounts::Finding>, Vec<accounts::Also>) {
    use accounts::{Cell, Column, TableNo};
    let spending = |column| Cell::Fixed(TableNo::SPENDING, "total", column);
    let overall = workbook
        .forms
        .iter()
        .find(|form| form.kind == FormKind::Overall);
    let projects: Vec<Option<Figure>> = workbook
        .forms
        .iter()
        .filter(|form| form.kind == FormKind::Project)
        .map(|form| amount(&form.execution.actual))
        .collect();
    let projects = (!projects.is_empty())
        .then(|| projects.into_iter().try_fold(Figure::default(), plus))
        .flatten();
    let of_form = |text: fn(&Form) -> &str| overall.and_then(|form| amount(text(form)));
    let pairs = [
        (
            spending(Column::Total),
            OtherSide::FormExecution,
            of_form(|form| &form.execution.actual),
        ),
        (
            spending(Column::Basic),
            OtherSide::FormBasic,
            of_form(|form| &form.basic_spending),
        ),
        (
            spending(Column::Project),
            OtherSide::FormProjects,
            of_form(|form| &form.project_spending),
        ),
        (
            Cell::Fixed(TableNo::GENERAL, "total", Column::Project),
            OtherSide::ProjectForms,
            projects,
        ),
    ];
    let (mut differ, mut roundings) = (Vec::new(), Vec::new());
    for (cell, name, in_forms) in pairs {
        let (Some(here), Some(there)) = (reckoned.figure(cell), in_forms) else {
            continue;
        };
        let sums = Compared {
            whole: here.exact,
            parts: there.exact,
        };
        let phrase = workbook.accounts.phrase(workbook.layout(), cell);
        let apart = here.exact.checked_sub(there.exact);
        let slack = here.slack.checked_add(there.slack);
        match apart.zip(slack) {
            Some((apart, _)) if apart.is_zero() => {}
            Some((apart, slack)) if apart.abs() <= slack => {
                roundings.push(accounts::rounding_place(cell, &phrase, name, sums));
            }
            _ => differ.push(accounts::forms_disagree(cell, &phrase, name, sums)),
        }
    }
    (differ, roundings)
}

fn amount(text: &str) -> Option<Figure> {
    let number = figure::amount(text).ok()?;
    Some(Figure::of(number, text))
}

fn plus(sum: Figure, part: Option<Figure>) -> Option<Figure> {
    let part = part?;
    Some(Figure {
        exact: sum.exact.checked_add(part.exact)?,
        slack: sum.slack.checked_add(part.slack)?,
    })
}
