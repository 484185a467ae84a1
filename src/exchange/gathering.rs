//! Many files brought together for consolidation: what each held, what could not be read and why,
//! and the consolidated form with its parts.

use super::file::{FileError, read_forms};
use crate::evaluation::{
    Form, FormKind, Part, RuleSet, built_in, consolidate_by, groups, parts, rule_set, whereabouts,
};
use crate::figure::grouped;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;
use time::Date;

/// Forms that are brought together at a time; a province has no more units.
pub const MOST_FORMS: usize = 50_000;

/// Files read so far.
#[derive(Debug, Default)]
pub struct Gathering {
    forms: Vec<Rc<Form>>,
    /// The file each form came from.
    files: Vec<Rc<str>>,
    /// Rule sets that files brought along.
    rule_sets: HashMap<String, Arc<RuleSet>>,
    failed: Vec<Failed>,
    read: usize,
}

/// A file that could not be read, and why, in a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failed {
    pub file: String,
    pub why: String,
}

/// A choice of what to bring together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// `整体自评表（44 张）`.
    pub label: String,
    pub forms: usize,
}

/// A line of the table of parts, as displayed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartLine {
    pub file: String,
    pub unit: String,
    pub name: String,
    pub budget: String,
    pub actual: String,
    pub rate: String,
    pub total: String,
    pub claimed: String,
    /// False while a score is taken over, waiting or invalid.
    pub complete: bool,
    pub errors: usize,
    /// In which way it stands out; empty where it does not.
    pub outlier: String,
}

/// What is said of the consolidated form: severity, place, sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub severity: String,
    pub place: String,
    pub message: String,
}

/// Everything a view of the consolidation shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    pub files: usize,
    pub failed: Vec<Failed>,
    pub choices: Vec<Choice>,
    pub chosen: usize,
    /// The rules that scored it, by name.
    pub rules: String,
    pub parts: Vec<PartLine>,
    pub outliers: usize,
    /// The consolidated form, as if typed; none where there was nothing to bring together.
    pub form: Option<Form>,
    pub total: String,
    pub grade: String,
    pub complete: bool,
    pub findings: Vec<Said>,
    /// Rule sets the form needs that are not built in.
    pub rule_sets: Vec<RuleSet>,
}

impl Gathering {
    /// Adds what a file holds, a workbook's forms or one form; a file that cannot be read is noted
    /// with its reason.
    pub fn add(&mut self, file: &str, bytes: &[u8]) {
        self.read += 1;
        match read_forms(bytes) {
            Ok((forms, _)) if forms.is_empty() => self.fail(file, "文件里没有自评表。"),
            Ok((forms, _)) if self.forms.len() + forms.len() > MOST_FORMS => {
                self.fail(
                    file,
                    &format!("一次最多汇总 {MOST_FORMS} 张表，这个文件没有计入。"),
                );
            }
            Ok((forms, rule_sets)) => {
                let file: Rc<str> = file.into();
                for form in forms {
                    self.forms.push(Rc::new(form));
                    self.files.push(file.clone());
                }
                for set in rule_sets {
                    self.rule_sets.entry(set.id.clone()).or_insert(set);
                }
            }
            Err(FileError::NotWorkbook) => {
                self.fail(file, "不是自评表：请选择本工具保存的 .juesuan.json 文件。")
            }
            Err(error) => self.fail(file, &error.to_string()),
        }
    }

    /// Notes a file that the browser could not even hand over.
    pub fn fail(&mut self, file: &str, why: &str) {
        self.failed.push(Failed {
            file: file.to_owned(),
            why: why.to_owned(),
        });
    }

    /// Brings one of the choices together; the first, which is the largest, is where to begin.
    pub fn outcome(&self, chosen: usize, today: Option<Date>) -> Outcome {
        let groups = groups(&self.forms);
        let choices = groups.iter().map(|group| Choice {
            label: match (group.kind, group.name.as_str()) {
                (FormKind::Overall, _) => format!("整体自评表（{} 张）", group.forms.len()),
                _ if group.all => format!("全部项目自评表（{} 张）", group.forms.len()),
                (FormKind::Project, "") => format!("未命名项目（{} 张）", group.forms.len()),
                (FormKind::Project, name) => format!("项目：{name}（{} 张）", group.forms.len()),
            },
            forms: group.forms.len(),
        });
        let choices = choices.collect();
        let chosen = if chosen < groups.len() { chosen } else { 0 };
        let members: &[usize] = groups.get(chosen).map_or(&[], |group| &group.forms);
        let forms: Vec<Rc<Form>> = members.iter().map(|at| self.forms[*at].clone()).collect();
        let rules = self.rules_for(forms.first());
        let parts = parts(&forms, Some(&rules), today);
        let one = consolidate_by(&forms, &rules, today);
        let evaluation = one.as_ref().map(|one| &one.evaluation);
        Outcome {
            files: self.read,
            failed: self.failed.clone(),
            choices,
            chosen,
            outliers: parts.iter().filter(|part| part.outlier.is_some()).count(),
            parts: members
                .iter()
                .zip(&parts)
                .map(|(at, part)| line(&self.files[*at], part))
                .collect(),
            total: evaluation.map(|e| grouped(e.total)).unwrap_or_default(),
            grade: evaluation.and_then(|e| e.grade.clone()).unwrap_or_default(),
            complete: evaluation.is_some_and(|e| e.complete),
            findings: one.as_ref().map(said).unwrap_or_default(),
            form: one.map(|one| one.form),
            rule_sets: match rule_set(&rules.id) {
                Some(own) if **own == *rules => Vec::new(),
                _ => vec![RuleSet::clone(&rules)],
            },
            rules: rules.name.clone(),
        }
    }

    fn rules_for(&self, first: Option<&Rc<Form>>) -> Arc<RuleSet> {
        let id = first.map_or("", |form| form.rule_set.as_str());
        let known = self.rule_sets.get(id).or_else(|| rule_set(id));
        known.unwrap_or(&built_in()[0]).clone()
    }
}

fn said(one: &crate::evaluation::Consolidation) -> Vec<Said> {
    one.evaluation
        .findings
        .iter()
        .map(|finding| Said {
            severity: finding.severity().as_str().to_owned(),
            place: whereabouts(&one.form, finding.cell),
            message: finding.message.clone(),
        })
        .collect()
}

fn line(file: &str, part: &Part) -> PartLine {
    PartLine {
        file: file.to_owned(),
        unit: part.unit.clone(),
        name: part.name.clone(),
        budget: part.budget.map(grouped).unwrap_or_default(),
        actual: part.actual.map(grouped).unwrap_or_default(),
        rate: part.rate_shown.clone(),
        total: grouped(part.total),
        claimed: part.claimed_total.map(grouped).unwrap_or_default(),
        complete: part.complete,
        errors: part.errors,
        outlier: part.outlier.clone().unwrap_or_default(),
    }
}
