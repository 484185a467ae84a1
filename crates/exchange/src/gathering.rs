//! Many files brought together for consolidation: what each held, what could not be read and why,
//! and the consolidated form with its parts.

use super::file::read_forms;
use super::gathered_accounts::{GatheredAccounts, OfFile, Said, together};
use super::rule_file::write_rules;
use juesuan_domain::Workbook;
use juesuan_domain::evaluation::{
    ConsolidationSource, Form, FormKind, Part, RuleSet, Rules, built_in, consolidate_sources,
    groups, is_unreported, parts, rule_set, usual_rules, whereabouts,
};
use juesuan_domain::finding::Severity;
use juesuan_domain::unreadable::FileError;
use juesuan_figure::grouped;
use juesuan_say::{Language, Spoken as _, official};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;
use time::Date;

/// Forms that are brought together at a time; a province has no more units.
pub const MOST_FORMS: usize = 50_000;

/// Files read so far.
#[derive(Debug, Default)]
pub struct Gathering {
    language: Language,
    forms: Vec<Gathered>,
    /// Rule sets that files brought along and that can be used, each once.
    rule_sets: Vec<Arc<RuleSet>>,
    failed: Vec<Failed>,
    read: usize,
    /// Files that the browser could not hand over.
    withheld: usize,
    accounts: Vec<OfFile>,
}

/// A form, and what its file says of it.
#[derive(Debug)]
struct Gathered {
    form: Rc<Form>,
    /// Its place among the forms of its file.
    at: usize,
    file: Rc<str>,
    /// The place of the file among those that were handed over.
    source: usize,
    rules: Made,
    /// What is to be said of the rules its file brought along.
    about_rules: Rc<[String]>,
}

/// The rules a form was made under.
#[derive(Debug, Clone)]
enum Made {
    Under(Arc<RuleSet>),
    /// By an id that nobody knows, or whose rules cannot be used.
    Unknown(Rc<str>),
}

/// A file that could not be read, and why, in a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Failed {
    /// The name of the file.
    pub file: String,
    /// Why, as a whole sentence.
    pub why: String,
}

/// A choice of what to bring together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// `整体自评表（44 张）`.
    pub label: String,
    /// How many forms go together in this choice.
    pub forms: usize,
}

/// A line of the table of parts, as displayed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartLine {
    /// The name of the file that the form came from.
    pub file: String,
    /// The place of that file among those that were handed over, counted from 0.
    pub source: usize,
    /// The place of the form among those of its file, counted from 0.
    pub form: usize,
    /// The unit that filled the form in; may be empty.
    pub unit: String,
    /// The project; empty of an overall form.
    pub name: String,
    /// The adjusted budget in 万元; empty where it cannot be read.
    pub budget: String,
    /// What was spent, in 万元; empty where it cannot be read.
    pub actual: String,
    /// The execution rate, with its percent sign.
    pub rate: String,
    /// The computed total, in points.
    pub total: String,
    /// The total that the unit claims, in points; empty where it claims none.
    pub claimed: String,
    /// False while a score is taken over, waiting or invalid.
    pub complete: bool,
    /// How many findings of the form are errors.
    pub errors: usize,
    /// In which way it stands out; empty where it does not.
    pub outlier: String,
}

/// Everything a view of the consolidation shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// How many files were read, those that failed among them.
    pub files: usize,
    /// The files that could not be read.
    pub failed: Vec<Failed>,
    /// What can be brought together of the forms that were read.
    pub choices: Vec<Choice>,
    /// Which of `choices` this is, counted from 0.
    pub chosen: usize,
    /// The rules that scored it, by name.
    pub rules: String,
    /// The forms that were brought together, one line each.
    pub parts: Vec<PartLine>,
    /// How many of `parts` stand out.
    pub outliers: usize,
    /// The consolidated form, as if typed; none where there was nothing to bring together.
    pub form: Option<Form>,
    /// The total of the consolidated form, in points.
    pub total: String,
    /// The grade of the total; empty where the rules have none.
    pub grade: String,
    /// False while a score is taken over, waiting or invalid: the total is then provisional.
    pub complete: bool,
    /// What there is to say of the consolidated form.
    pub findings: Vec<Said>,
    /// Rule sets the form needs that are not built in.
    pub rule_sets: Vec<RuleSet>,
    /// The final accounts of all files; none where no file has any.
    pub accounts: Option<GatheredAccounts>,
}

impl Gathering {
    /// What there is to say is said in another language from now on.
    pub fn speak(&mut self, language: Language) {
        self.language = language;
    }

    /// The language in which it says what it found.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Adds what a file holds, a workbook's forms or one form; a file that cannot be read is noted
    /// with its reason.
    pub fn add(&mut self, file: &str, bytes: &[u8]) {
        let source = self.read + self.withheld;
        self.read += 1;
        let words = self.language.page();
        match read_forms(bytes) {
            Ok(workbook) if workbook.forms.is_empty() && workbook.accounts.is_untouched() => {
                self.fail(file, words.file_without_forms())
            }
            Ok(workbook) if self.forms.len() + workbook.forms.len() > MOST_FORMS => {
                self.fail(file, &words.too_many_forms(MOST_FORMS));
            }
            Ok(workbook) => {
                let file: Rc<str> = file.into();
                let about_rules = about_rules(&workbook, self.language);
                let accounts = OfFile::of(&workbook, file.clone(), source);
                // Beside accounts a form that nobody filled in holds the name of the unit.
                let has_accounts = accounts.is_some();
                let forms = workbook.forms.iter().enumerate();
                let forms = forms.filter(|(_, form)| !has_accounts || !is_unreported(form));
                self.accounts.extend(accounts);
                for (at, form) in forms {
                    let rules = self.made(&workbook, form);
                    self.forms.push(Gathered {
                        form: form.clone(),
                        at,
                        file: file.clone(),
                        source,
                        rules,
                        about_rules: about_rules.clone(),
                    });
                }
            }
            Err(FileError::NotWorkbook) => self.fail(file, words.file_is_no_form()),
            Err(error) => self.fail(file, &error.spoken(self.language)),
        }
    }

    /// The rules of a form, as its workbook has them: those of a file once for all files that bring the
    /// very same.
    fn made(&mut self, workbook: &Workbook, form: &Form) -> Made {
        let id = workbook.rule_set_of(form);
        if id.is_empty() {
            return Made::Under(built_in()[0].clone());
        }
        let Some(rules) = workbook.rules_named(id) else {
            return Made::Unknown(id.into());
        };
        let known = built_in().iter().chain(&self.rule_sets);
        if let Some(known) = known.into_iter().find(|known| *known == rules) {
            return Made::Under(known.clone());
        }
        self.rule_sets.push(rules.clone());
        Made::Under(rules.clone())
    }

    /// Notes a file that the browser could not even hand over.
    pub fn withhold(&mut self, file: &str, why: &str) {
        self.withheld += 1;
        self.fail(file, why);
    }

    fn fail(&mut self, file: &str, why: &str) {
        self.failed.push(Failed {
            file: file.to_owned(),
            why: why.to_owned(),
        });
    }

    /// What can be brought together, and of which forms: the groups they fall into, and where forms of
    /// one group were made under different rules also those of each rule set.
    fn choices(&self) -> Vec<(Choice, Vec<usize>)> {
        let forms: Vec<&Form> = self.forms.iter().map(|gathered| &*gathered.form).collect();
        let texts = self.rule_sets.iter().map(|set| write_rules(set));
        let texts: Vec<String> = texts.collect();
        let mut choices = Vec::new();
        for group in groups(&forms) {
            let label = match (group.kind, group.name.as_str()) {
                (FormKind::Overall, _) => official::OVERALL_FORM.to_owned(),
                _ if group.all => "全部项目自评表".to_owned(),
                (FormKind::Project, "") => "未命名项目".to_owned(),
                (FormKind::Project, name) => format!("项目：{name}"),
            };
            let mut by_rules: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
            for at in &group.forms {
                if let Made::Under(rules) = &self.forms[*at].rules {
                    let own = self.rule_sets.iter().position(|set| set == rules);
                    let own = own.map_or("", |own| &texts[own]);
                    by_rules.entry((&rules.name, own)).or_default().push(*at);
                }
            }
            let choice = |label: &str, forms: &[usize]| Choice {
                label: format!("{label}（{} 张）", forms.len()),
                forms: forms.len(),
            };
            choices.push((choice(&label, &group.forms), group.forms));
            if by_rules.len() > 1 {
                choices.extend(by_rules.into_iter().map(|((rules, _), forms)| {
                    (choice(&format!("{label}·仅按“{rules}”"), &forms), forms)
                }));
            }
        }
        choices
    }

    /// Brings one of the choices together; the first, which is the largest, is where to begin.
    pub fn outcome(&self, chosen: usize, today: Option<Date>) -> Outcome {
        let choices = self.choices();
        let chosen = if chosen < choices.len() { chosen } else { 0 };
        let members: &[usize] = choices.get(chosen).map_or(&[], |(_, forms)| forms);
        let members: Vec<&Gathered> = members.iter().map(|at| &self.forms[*at]).collect();
        let forms: Vec<Rc<Form>> = members.iter().map(|one| one.form.clone()).collect();
        let sources: Vec<ConsolidationSource> = members.iter().map(|one| one.source()).collect();
        let rules = usual_rules(&sources).unwrap_or_else(|| built_in()[0].clone());
        let parts = parts(&forms, Some(&rules), today);
        let one = consolidate_sources(&sources, today);
        let evaluation = one.as_ref().map(|one| &one.evaluation);
        let own = rule_set(&rules.id).is_none();
        let official = built_in().iter().any(|set| set.name == rules.name);
        let mut findings = about_files(&members);
        let accounts = together(&self.accounts, self.language);
        findings.extend(accounts.iter().flat_map(|(_, said)| said.iter().cloned()));
        findings.extend(one.iter().flat_map(|one| said(one, self.language)));
        // Stable: what is said of the files comes first of its severity.
        findings.sort_by_key(|said| Severity::named(&said.severity));
        Outcome {
            files: self.read,
            failed: self.failed.clone(),
            chosen,
            outliers: parts.iter().filter(|part| part.outlier.is_some()).count(),
            parts: members
                .iter()
                .zip(&parts)
                .map(|(one, part)| line(one, part, self.language))
                .collect(),
            total: evaluation.map(|e| grouped(e.total)).unwrap_or_default(),
            grade: evaluation.and_then(|e| e.grade.clone()).unwrap_or_default(),
            complete: evaluation.is_some_and(|e| e.complete),
            findings,
            form: one.map(|one| one.form),
            rule_sets: if own {
                vec![RuleSet::clone(&rules)]
            } else {
                Vec::new()
            },
            rules: if own && official {
                // No file speaks under an official name.
                format!("{}（{}，文件自带）", rules.name, rules.id)
            } else {
                rules.name.clone()
            },
            choices: choices.into_iter().map(|(choice, _)| choice).collect(),
            accounts: accounts.map(|(gathered, _)| gathered),
        }
    }
}

impl Gathered {
    fn source(&self) -> ConsolidationSource<'_> {
        ConsolidationSource {
            form: &self.form,
            file: &self.file,
            rules: match &self.rules {
                Made::Under(rules) => Rules::Known(rules.clone()),
                Made::Unknown(id) => Rules::Unknown(id),
            },
        }
    }
}

/// What is to be said of the rule sets that a file brings along: those under an official id, and those
/// that cannot be used.
fn about_rules(workbook: &Workbook, language: Language) -> Rc<[String]> {
    let words = language.page();
    let beside = workbook
        .rules_beside_built_in()
        .map(|(_, built_in)| words.rules_under_official_id(&built_in.name));
    let unusable = workbook.rule_sets.iter().filter_map(|set| {
        let why = set.check().err()?;
        let name: String = set.name.trim().chars().take(40).collect();
        let why = why.spoken(language);
        Some(words.rules_unusable(&name, &why))
    });
    beside.chain(unusable).collect()
}

/// [`about_rules`] of the files of these forms, by name, each once.
fn about_files(members: &[&Gathered]) -> Vec<Said> {
    let said = members.iter().flat_map(|one| {
        let file = &*one.file;
        one.about_rules.iter().map(move |why| (file, why.as_str()))
    });
    let said: BTreeSet<(&str, &str)> = said.collect();
    said.into_iter()
        .map(|(file, why)| Said {
            severity: Severity::Warning.as_str().to_owned(),
            place: file.to_owned(),
            message: why.to_owned(),
        })
        .collect()
}

fn said(one: &juesuan_domain::evaluation::Consolidation, language: Language) -> Vec<Said> {
    one.evaluation
        .findings
        .iter()
        .map(|finding| Said {
            severity: finding.severity().as_str().to_owned(),
            place: whereabouts(&one.form, finding.cell),
            message: language.told(&finding.matter).message,
        })
        .collect()
}

fn line(one: &Gathered, part: &Part, language: Language) -> PartLine {
    PartLine {
        file: one.file.to_string(),
        source: one.source,
        form: one.at,
        unit: part.unit.clone(),
        name: part.name.clone(),
        budget: part.budget.map(grouped).unwrap_or_default(),
        actual: part.actual.map(grouped).unwrap_or_default(),
        rate: part.rate_shown.clone(),
        total: grouped(part.total),
        claimed: part.claimed_total.map(grouped).unwrap_or_default(),
        complete: part.complete,
        errors: part.errors,
        outlier: part
            .outlier
            .map_or_else(String::new, |outlier| outlier.spoken(language)),
    }
}
