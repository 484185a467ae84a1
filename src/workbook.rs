//! One unit's year as typed.

use crate::accounts::{Accounts, Layout};
use crate::evaluation::{
    Form, FormKind, Goal, Indicator, Remark, RuleSet, Settings, built_in, rule_set,
};
use crate::typed::{Typed, null_is_default};
use serde::{Deserialize, Serialize};
use std::rc::Rc;
use std::sync::Arc;

/// The format this version writes. 2 came with settings, rule sets of one's own, remarks and
/// findings set aside, 3 with the accounts; a file of an older format has none of them and reads as
/// it is.
pub const FORMAT: u32 = 3;

/// One unit's year: only what people typed, as typed. Everything else is derived by
/// [`assess`](crate::assess).
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
    /// The year the accounts are for, as typed: `2020`.
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
        deserialize_with = "null_is_default",
        skip_serializing_if = "Vec::is_empty"
    )]
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(type = "RuleSet[]")
    )]
    pub rule_sets: Vec<Arc<RuleSet>>,
    /// What this unit sets beside its rules.
    #[serde(
        default,
        deserialize_with = "null_is_default",
        skip_serializing_if = "Settings::is_unset"
    )]
    pub settings: Settings,
    #[serde(default)]
    #[cfg_attr(all(target_arch = "wasm32", feature = "api"), tsify(type = "Form[]"))]
    pub forms: Vec<Rc<Form>>,
    /// The final accounts: tables, and what the text needs beside them.
    #[serde(
        default,
        deserialize_with = "null_is_default",
        skip_serializing_if = "is_unset"
    )]
    #[cfg_attr(all(target_arch = "wasm32", feature = "api"), tsify(type = "Accounts"))]
    pub accounts: Rc<Accounts>,
}

fn this_format() -> u32 {
    FORMAT
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
            settings: Settings::default(),
            forms: vec![Rc::new(new_form(FormKind::Overall, unit, rules))],
            accounts: Rc::default(),
        }
    }

    /// A project form laid out by the rules of this workbook, for the unit of its first form.
    pub fn new_project(&self) -> Form {
        let rules = self.rules_named(&self.rule_set).unwrap_or(&built_in()[0]);
        new_form(FormKind::Project, self.unit(), rules)
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
            settings: Settings::default(),
            forms: vec![Rc::new(form)],
            accounts: Rc::default(),
        }
    }

    /// A rule set of this workbook or a built-in one. Those of the workbook come first: a file means
    /// what it brings along.
    pub fn rules_named(&self, id: &str) -> Option<&Arc<RuleSet>> {
        let own = self.rule_sets.iter().find(|set| set.id == id);
        own.or_else(|| rule_set(id))
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
        let own = |id: &str| self.rule_sets.iter().any(|set| set.id == id);
        let others = built_in().iter().filter(move |set| !own(&set.id));
        others.chain(&self.rule_sets)
    }

    /// The workbook to begin the next year with: the same forms, goals, indicators, weights and rules;
    /// amounts, targets, actuals, scores, texts, dates and remarks are left to be filled in. Of the
    /// accounts the subjects, the style, the layout and the reworded sentences stay, and this year's figures stand
    /// as last year's.
    ///
    /// ```
    /// let this = juesuan::Workbook::new("2020", "某中心", "wuhan-2020");
    /// let next = this.next_year();
    /// assert_eq!(&*next.year, "2021");
    /// assert_eq!(next.forms[0].indicator_count(), this.forms[0].indicator_count());
    /// ```
    pub fn next_year(&self) -> Self {
        let year = self.year.trim().parse::<u16>().ok();
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
                    _ if fact == Fact::Operating => {
                        let public = Cell::Fixed(TableNo::BASIC, "public", Column::Amount);
                        reckoned.value(public).known()
                    }
                    _ => None,
                },
                cell => reckoned.value(cell).known(),
            };
            known.map(|value| crate::figure::grouped(value).into())
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
        remarks: Vec::<Remark>::new(),
        ..form.clone()
    }
}

/// A form with the headings and weights of its rules, ready to be filled in.
fn new_form(kind: FormKind, unit: &str, rules: &RuleSet) -> Form {
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
    Form {
        kind,
        unit: unit.into(),
        implementer: match kind {
            FormKind::Overall => Typed::default(),
            FormKind::Project => unit.into(),
        },
        goals: vec![Goal {
            indicators,
            ..Goal::default()
        }],
        ..Form::default()
    }
}
