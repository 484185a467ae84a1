//! One unit's year as typed.

use crate::accounts::{Accounts, Layout};
use crate::evaluation::{
    Finding, Form, FormKind, Goal, Indicator, RuleDraft, RuleSet, Settings, Trial, built_in,
    rule_set, rule_set_beside, rule_set_unknown, rule_set_unusable, trial,
};
use crate::year::read_year;
use juesuan_figure::typed::{Object, Typed, null_is_default, object, objects};
use serde::{Deserialize, Deserializer, Serialize};
use std::rc::Rc;
use std::sync::Arc;
use time::Date;

/// The format this version writes. 2 came with settings, rule sets of one's own, remarks and
/// findings set aside, 3 with the accounts; with 4 a finding set aside is kept with what it read in the
/// place of its message. A file of an older format has none of them and reads as it is.
pub const FORMAT: u32 = 4;

/// Behind the id of a rule set that came with a file under the id of a built-in one.
const RENAMED: &str = "-file";

/// One unit's year: only what people typed, as typed. Everything else is derived by
/// [`assess`](crate::assess()).
///
/// Forms sit behind `Rc`: an edit copies the form it touches and shares the rest, which makes undo
/// history cheap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Workbook {
    /// Version of the file format, [`FORMAT`]. Files state it; a script may leave it out.
    #[serde(default = "this_format")]
    pub format: u32,
    /// The year the accounts are for, as typed: `2020`, `2020年度`; see [`read_year`].
    #[serde(default, skip_serializing_if = "Typed::is_unset")]
    pub year: Typed,
    /// Id of the rule set of all forms that name none of their own.
    #[serde(
        default,
        deserialize_with = "null_is_default",
        skip_serializing_if = "String::is_empty"
    )]
    pub rule_set: String,
    /// Rule sets that were added to the built-in ones; they travel with the file.
    #[serde(
        default,
        deserialize_with = "objects",
        skip_serializing_if = "Vec::is_empty"
    )]
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(type = "RuleSet[]")
    )]
    pub rule_sets: Vec<Arc<RuleSet>>,
    /// Rule sets that are being written, as typed. No form is scored by one of them.
    #[serde(
        default,
        deserialize_with = "objects",
        skip_serializing_if = "Vec::is_empty"
    )]
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(type = "RuleDraft[]")
    )]
    pub rule_drafts: Vec<Rc<RuleDraft>>,
    /// What this unit sets beside its rules.
    #[serde(
        default,
        deserialize_with = "object",
        skip_serializing_if = "Settings::is_unset"
    )]
    pub settings: Settings,
    /// The self-evaluation forms, in the order of the page.
    #[serde(default, deserialize_with = "forms")]
    #[cfg_attr(all(target_arch = "wasm32", feature = "api"), tsify(type = "Form[]"))]
    pub forms: Vec<Rc<Form>>,
    /// The final accounts: tables, and what the text needs beside them.
    #[serde(default, deserialize_with = "object", skip_serializing_if = "is_unset")]
    #[cfg_attr(all(target_arch = "wasm32", feature = "api"), tsify(type = "Accounts"))]
    pub accounts: Rc<Accounts>,
}

fn this_format() -> u32 {
    FORMAT
}

fn forms<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Rc<Form>>, D::Error> {
    let forms: Vec<Object<Rc<Form>>> = Deserialize::deserialize(deserializer)?;
    Ok(forms.into_iter().map(|form| form.0).collect())
}

fn is_unset(accounts: &Rc<Accounts>) -> bool {
    **accounts == Accounts::default()
}

impl Workbook {
    /// An overall form laid out by a built-in rule set, the first where there is none of that id.
    pub fn new(year: &str, unit: &str, id: &str) -> Self {
        let rules = rule_set(id).unwrap_or(&built_in()[0]);
        Workbook {
            format: FORMAT,
            year: year.into(),
            rule_set: rules.id.clone(),
            rule_sets: Vec::new(),
            rule_drafts: Vec::new(),
            settings: Settings::default(),
            forms: vec![Rc::new(new_form(FormKind::Overall, unit, rules))],
            accounts: Rc::default(),
        }
    }

    /// A project form laid out by the rules of this workbook, for the unit of its first form.
    pub fn new_project(&self) -> Form {
        new_form(FormKind::Project, self.unit(), self.rules_of_new())
    }

    /// The rules that lay out a form which names none of its own.
    fn rules_of_new(&self) -> &Arc<RuleSet> {
        self.rules_named(&self.rule_set).unwrap_or(&built_in()[0])
    }

    /// Where a form that comes from elsewhere goes: the overall form of a unit into the place of its blank one, in which
    /// nothing is typed but the unit, every other behind those that are there.
    pub fn place_for(&self, form: &Form) -> usize {
        let rules = self.rules_of_new();
        let is_blank = |other: &Rc<Form>| {
            let (unit, comes) = (other.unit.trim(), form.unit.trim());
            let of_one_unit = unit.is_empty() || comes.is_empty() || unit == comes;
            of_one_unit && **other == new_form(FormKind::Overall, &other.unit, rules)
        };
        let place = (form.kind == FormKind::Overall)
            .then(|| self.forms.iter().position(is_blank))
            .flatten();
        place.unwrap_or(self.forms.len())
    }

    /// Puts a form in its place.
    pub(crate) fn take_form(&mut self, form: &Rc<Form>) {
        let at = self.place_for(form);
        let Some(blank) = self.forms.get_mut(at) else {
            self.forms.push(form.clone());
            return;
        };
        let before = std::mem::replace(blank, form.clone());
        if blank.unit.is_blank() {
            Rc::make_mut(blank).unit = before.unit.clone();
        }
    }

    /// The unit whose year it is: that of the first form, blanks around it left away.
    pub fn unit(&self) -> &str {
        self.forms.first().map_or("", |form| form.unit.trim())
    }

    /// A workbook of one form, as consolidation makes one.
    pub fn of(form: Form, year: &str) -> Self {
        Workbook {
            format: FORMAT,
            year: year.into(),
            rule_set: form.rule_set.clone(),
            rule_sets: Vec::new(),
            rule_drafts: Vec::new(),
            settings: Settings::default(),
            forms: vec![Rc::new(form)],
            accounts: Rc::default(),
        }
    }

    /// A built-in rule set, or one of this workbook that can be used. The built-in ones come first: no
    /// file decides what their names mean.
    pub fn rules_named(&self, id: &str) -> Option<&Arc<RuleSet>> {
        let own = || {
            let mut named = self.rule_sets.iter().filter(|set| set.id == id);
            named.find(|set| set.check().is_ok())
        };
        rule_set(id).or_else(own)
    }

    /// The rule set of this workbook's own under an id, whether or not it can be used.
    pub fn own_rules(&self, id: &str) -> Option<&Arc<RuleSet>> {
        self.rule_sets.iter().find(|set| set.id == id)
    }

    /// Gives rule sets that came under the id of a built-in one, and are another, an id and a name of
    /// their own, so that they can be told apart and chosen: `wuhan-2020-file`. Whatever names the
    /// built-in id means the built-in set.
    pub fn rename_rules(&mut self) {
        for at in 0..self.rule_sets.len() {
            let set = &self.rule_sets[at];
            if rule_set(&set.id).is_none_or(|built_in| built_in == set) {
                continue;
            }
            let mut renamed = RuleSet::clone(set);
            renamed.id = format!("{}{RENAMED}", set.id);
            let mut again = 2;
            while self.own_rules(&renamed.id).is_some() {
                renamed.id = format!("{}{RENAMED}-{again}", set.id);
                again += 1;
            }
            renamed.name = format!("{}（文件自带）", set.name.trim());
            self.rule_sets[at] = Arc::new(renamed);
        }
    }

    /// Rule sets of this workbook that came under the id of a built-in one, with that one.
    pub fn rules_beside_built_in(
        &self,
    ) -> impl Iterator<Item = (&Arc<RuleSet>, &'static Arc<RuleSet>)> {
        self.rule_sets.iter().filter_map(|set| {
            let came_under = set.id.split_once(RENAMED).map_or(&*set.id, |(id, _)| id);
            let built_in = rule_set(came_under)?;
            (built_in != set).then_some((set, built_in))
        })
    }

    /// What is to be said of the rule sets of this workbook: at which form, and what.
    pub(crate) fn rule_findings(&self) -> Vec<(usize, Finding)> {
        let mut findings = Vec::new();
        if self.forms.is_empty() {
            return findings;
        }
        for (set, built_in) in self.rules_beside_built_in() {
            findings.push((0, rule_set_beside(&set.name, built_in)));
        }
        let used = self.settings.over(&built_in()[0]);
        for set in &self.rule_sets {
            let Err(why) = set.check() else { continue };
            let named = |form: &&Rc<Form>| {
                self.rule_set_of(form) == set.id && self.rules_named(&set.id).is_none()
            };
            let users = self
                .forms
                .iter()
                .enumerate()
                .filter(|(_, form)| named(form));
            let mut users: Vec<usize> = users.map(|(at, _)| at).collect();
            let used = (!users.is_empty()).then_some(&*used);
            if users.is_empty() {
                users.push(0);
            }
            let said = users
                .iter()
                .map(|at| (*at, rule_set_unusable(set, &why, used)));
            findings.extend(said);
        }
        for (at, form) in self.forms.iter().enumerate() {
            let id = self.rule_set_of(form);
            let known = id.is_empty() || self.rules_named(id).is_some();
            if !known && self.own_rules(id).is_none() {
                findings.push((at, rule_set_unknown(id, &used)));
            }
        }
        findings
    }

    /// The rules a form is scored by: its own or else the workbook's, with the settings over them.
    /// `None` where the id is unknown.
    pub fn rules_of(&self, form: &Form) -> Option<Arc<RuleSet>> {
        let id = self.rule_set_of(form);
        let rules = if id.is_empty() {
            &built_in()[0]
        } else {
            self.rules_named(id)?
        };
        Some(self.settings.over(rules))
    }

    /// A form scored by the rules it has, and by others in their place; `None` where there is no such form.
    pub fn trial(&self, form: usize, then: &RuleSet, today: Option<Date>) -> Option<Trial> {
        let form = self.forms.get(form)?;
        let now = self.rules_of(form);
        let now = now.unwrap_or_else(|| self.settings.over(&built_in()[0]));
        let then = self.settings.over(&Arc::new(then.clone()));
        Some(trial(form, &now, &then, today))
    }

    /// The id of the rule set a form is scored by; empty where neither it nor the workbook names one.
    pub fn rule_set_of<'a>(&'a self, form: &'a Form) -> &'a str {
        if form.rule_set.is_empty() {
            &self.rule_set
        } else {
            &form.rule_set
        }
    }

    /// The tables as they are laid out: as chosen, or else as the ministry does in its year.
    pub fn layout(&self) -> &'static Layout {
        Layout::chosen(&self.accounts.layout, &self.year)
    }

    /// Every rule set that can be chosen here: the built-in ones, then the workbook's own.
    pub fn all_rules(&self) -> impl Iterator<Item = &Arc<RuleSet>> {
        let usable = |set: &&Arc<RuleSet>| rule_set(&set.id).is_none() && set.check().is_ok();
        built_in()
            .iter()
            .chain(self.rule_sets.iter().filter(usable))
    }

    /// The workbook to begin the next year with: the same forms, goals, indicators, targets, weights and rules;
    /// amounts, actuals, scores, texts, dates and remarks are left to be filled in. Of the accounts the subjects,
    /// the style, the layout, the reworded sentences, the profile and the matters of the key work stay, and this
    /// year's figures stand as last year's. Reasons and what else was written about the year are emptied, and kept
    /// in [`Accounts::last_words`] to be looked at; that a table has nothing is of the year too, and said anew.
    ///
    /// ```
    /// let this = juesuan_domain::Workbook::new("2020", "某中心", "wuhan-2020");
    /// let next = this.next_year();
    /// assert_eq!(&*next.year, "2021");
    /// assert_eq!(next.forms[0].indicator_count(), this.forms[0].indicator_count());
    /// ```
    pub fn next_year(&self) -> Self {
        let year = read_year(&self.year).year();
        let year = year.and_then(|year| year.checked_add(1));
        let mut next = self.clone();
        next.year = year.map_or_else(|| self.year.clone(), |year| year.to_string().into());
        // Thresholds stay; a deadline is of one year.
        next.settings.deadline = Typed::default();
        for form in &mut next.forms {
            *form = Rc::new(emptied(form));
        }
        next.accounts = Rc::new(self.accounts_next_year());
        next
    }
}

impl Workbook {
    /// The accounts begun for next year: this year's figures, typed or computed, as last year's.
    fn accounts_next_year(&self) -> Accounts {
        use crate::accounts::{Cell, Column, Fact, Reading, TableNo, reckon};
        let reckoned = reckon(&self.accounts, self.layout());
        let value = |cell: Cell| -> Option<Typed> {
            let known = match cell {
                Cell::Fact(fact) => match self.accounts.fact(fact) {
                    Reading::Number(number) => Some(number.decimal()),
                    // What is typed and cannot be read is not replaced.
                    Reading::Blank if fact == Fact::Operating => {
                        let public = Cell::Fixed(TableNo::BASIC, "public", Column::Amount);
                        reckoned.value(public).known()
                    }
                    _ => None,
                },
                cell => reckoned.value(cell).known(),
            };
            known.map(|value| juesuan_figure::grouped(value).into())
        };
        self.accounts.next_year(self.layout(), value)
    }
}

/// A form with its layout only.
fn emptied(form: &Form) -> Form {
    let goals = form.goals.iter().map(|goal| Goal {
        indicators: goal
            .indicators
            .iter()
            .map(|indicator| {
                Rc::new(Indicator {
                    category: indicator.category.clone(),
                    dimension: indicator.dimension.clone(),
                    name: indicator.name.clone(),
                    target: indicator.target.clone(),
                    weight: indicator.weight.clone(),
                    nature: indicator.nature,
                    direction: indicator.direction,
                    ..Indicator::default()
                })
            })
            .collect(),
        ..goal.clone()
    });
    Form {
        goals: goals.collect(),
        filled_on: Typed::default(),
        basic_spending: Typed::default(),
        project_spending: Typed::default(),
        execution: crate::evaluation::Execution::default(),
        claimed_total: Typed::default(),
        deviation: Typed::default(),
        improvement: Typed::default(),
        set_aside: Vec::new(),
        remarks: Vec::new(),
        ..form.clone()
    }
}

/// A form with the headings and weights of its rules, ready to be filled in.
fn new_form(kind: FormKind, unit: &str, rules: &RuleSet) -> Form {
    Form {
        kind,
        unit: unit.into(),
        implementer: match kind {
            FormKind::Overall => Typed::default(),
            FormKind::Project => unit.into(),
        },
        goals: laid_out(rules),
        ..Form::default()
    }
}

/// The goals of a form that nobody has begun.
pub(crate) fn laid_out(rules: &RuleSet) -> Vec<Goal> {
    let rows = rules.project_template.iter().map(|row| {
        Rc::new(Indicator {
            category: row.category.as_str().into(),
            dimension: row.dimension.as_str().into(),
            weight: row.weight.to_string().into(),
            ..Indicator::default()
        })
    });
    let mut indicators: Vec<_> = rows.collect();
    if indicators.is_empty() {
        indicators.push(Rc::new(Indicator::first()));
    }
    vec![Goal {
        indicators,
        ..Goal::default()
    }]
}
