//! One unit's year as typed, and the edits that change it.

use crate::evaluation::{
    BadCell, Band, Cell, Form, FormKind, Goal, Indicator, IndicatorField, Nature, RuleSet,
};
use crate::typed::Typed;
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// The format this version writes.
pub const FORMAT: u32 = 1;

/// One unit's year: only what people typed, as typed. Everything else is derived by
/// [`assess`](crate::assess).
///
/// Forms sit behind `Rc`: an edit copies the form it touches and shares the rest, which makes undo
/// history cheap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Workbook {
    /// Version of the file format, [`FORMAT`].
    pub format: u32,
    /// The year the accounts are for, as typed: `2020`.
    #[serde(default, skip_serializing_if = "Typed::is_unset")]
    pub year: Typed,
    #[serde(default)]
    #[cfg_attr(all(target_arch = "wasm32", feature = "api"), tsify(type = "Form[]"))]
    pub forms: Vec<Rc<Form>>,
}

/// A change to a workbook, as a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// Puts a text into a cell of a form.
    SetCell {
        form: usize,
        cell: Cell,
        text: String,
    },
    /// Renames a merged heading: the category or dimension of `rows` indicators from `first` on.
    SetHeading {
        form: usize,
        goal: usize,
        first: usize,
        rows: usize,
        field: IndicatorField,
        text: String,
    },
    /// Decides by numbers, by judgement, or (`None`) by what the target says.
    SetNature {
        form: usize,
        goal: usize,
        row: usize,
        nature: Option<Nature>,
    },
    /// The band of a qualitative indicator.
    SetBand {
        form: usize,
        goal: usize,
        row: usize,
        band: Option<Band>,
    },
    /// A new indicator at `row`, under the headings of the one before it.
    AddIndicator {
        form: usize,
        goal: usize,
        row: usize,
    },
    RemoveIndicator {
        form: usize,
        goal: usize,
        row: usize,
    },
    /// Takes the indicator at `row` to `to`.
    MoveIndicator {
        form: usize,
        goal: usize,
        row: usize,
        to: usize,
    },
    /// Puts a block of cells, row by row, to the right and down from one cell of an indicator; rows
    /// that are not there yet are added. What reaches beyond the last column is left out, see
    /// [`Edit::columns_from`].
    Paste {
        form: usize,
        goal: usize,
        row: usize,
        field: IndicatorField,
        cells: Vec<Vec<String>>,
    },
    /// A new goal behind the last, with one empty indicator.
    AddGoal {
        form: usize,
    },
    RemoveGoal {
        form: usize,
        goal: usize,
    },
    SetYear {
        text: String,
    },
    /// A form behind the last.
    AddForm {
        form: Box<Form>,
    },
    /// The same form once more, right behind it.
    CopyForm {
        form: usize,
    },
    RemoveForm {
        form: usize,
    },
}

impl Edit {
    /// The columns a block pasted at `field` fills; none at a heading.
    pub fn columns_from(field: IndicatorField) -> &'static [IndicatorField] {
        let at = IndicatorField::COLUMNS
            .iter()
            .position(|column| *column == field);
        at.map_or(&[], |at| &IndicatorField::COLUMNS[at..])
    }
}

impl Workbook {
    /// A project form laid out by its rule set: headings and weights, ready to be filled in.
    pub fn project_form(unit: &str, rules: &RuleSet) -> Form {
        let rows = rules.project_template.iter().map(|row| {
            Rc::new(Indicator {
                category: row.category.as_str().into(),
                dimension: row.dimension.as_str().into(),
                weight: row.weight.to_string().into(),
                ..Indicator::default()
            })
        });
        Form {
            kind: FormKind::Project,
            rule_set: rules.id.clone(),
            unit: unit.into(),
            implementer: unit.into(),
            goals: vec![Goal {
                indicators: rows.collect(),
                ..Goal::default()
            }],
            ..Form::default()
        }
    }

    /// An overall form with one goal and the indicators every form has, ready to be filled in.
    pub fn new(year: &str, unit: &str, rule_set: &str) -> Self {
        let row = |category: &str, dimension: &str| {
            Rc::new(Indicator {
                category: category.into(),
                dimension: dimension.into(),
                ..Indicator::default()
            })
        };
        let form = Form {
            kind: FormKind::Overall,
            rule_set: rule_set.to_owned(),
            unit: unit.into(),
            goals: vec![Goal {
                indicators: vec![
                    row("产出指标", "数量指标"),
                    row("产出指标", "质量指标"),
                    row("产出指标", "时效指标"),
                    row("产出指标", "成本指标"),
                    row("效益指标", "社会效益指标"),
                    row("效益指标", "可持续影响指标"),
                    row("满意度指标", "服务对象满意度指标"),
                ],
                ..Goal::default()
            }],
            ..Form::default()
        };
        Workbook {
            format: FORMAT,
            year: year.into(),
            forms: vec![Rc::new(form)],
        }
    }

    /// The workbook after an edit; this one is untouched.
    ///
    /// # Errors
    /// [`BadCell`] where the edit names a form, goal, row or cell that is not there.
    ///
    /// ```
    /// use juesuan::{Edit, Workbook};
    /// let workbook = Workbook::new("2020", "汉阳社会保险管理处", "wuhan-2020");
    /// let edit = Edit::SetCell {
    ///     form: 0,
    ///     cell: "execution.budget".parse().unwrap(),
    ///     text: "1,552.63".to_owned(),
    /// };
    /// let edited = workbook.edited(&edit).unwrap();
    /// assert_eq!(&*edited.forms[0].execution.budget, "1,552.63");
    /// ```
    pub fn edited(&self, edit: &Edit) -> Result<Workbook, BadCell> {
        let mut workbook = self.clone();
        match edit {
            Edit::SetYear { text } => workbook.year = text.as_str().into(),
            Edit::AddForm { form } => workbook.forms.push(Rc::new((**form).clone())),
            Edit::CopyForm { form } => {
                let copy = workbook
                    .forms
                    .get(*form)
                    .cloned()
                    .ok_or_else(|| no_form(*form))?;
                workbook.forms.insert(form + 1, copy);
            }
            Edit::RemoveForm { form } => {
                if *form >= workbook.forms.len() {
                    return Err(no_form(*form));
                }
                workbook.forms.remove(*form);
            }
            Edit::SetCell { form, cell, text } => cell.set(workbook.form(*form)?, text)?,
            Edit::SetHeading {
                form,
                goal,
                first,
                rows,
                field,
                text,
            } => {
                let form = workbook.form(*form)?;
                for row in *first..first.saturating_add(*rows) {
                    Cell::Indicator(*goal, row, *field).set(form, text)?;
                }
            }
            Edit::SetNature {
                form,
                goal,
                row,
                nature,
            } => {
                workbook.row(*form, *goal, *row)?.nature = *nature;
            }
            Edit::SetBand {
                form,
                goal,
                row,
                band,
            } => {
                workbook.row(*form, *goal, *row)?.band = *band;
            }
            Edit::AddIndicator { form, goal, row } => workbook.add_indicator(*form, *goal, *row)?,
            Edit::RemoveIndicator { form, goal, row } => {
                let goal = workbook.goal(*form, *goal)?;
                if *row >= goal.indicators.len() {
                    return Err(no_row(*row));
                }
                goal.indicators.remove(*row);
            }
            Edit::MoveIndicator {
                form,
                goal,
                row,
                to,
            } => {
                let goal = workbook.goal(*form, *goal)?;
                if *row >= goal.indicators.len() || *to >= goal.indicators.len() {
                    return Err(no_row(*row.max(to)));
                }
                let moved = goal.indicators.remove(*row);
                goal.indicators.insert(*to, moved);
            }
            Edit::Paste {
                form,
                goal,
                row,
                field,
                cells,
            } => {
                let columns = Edit::columns_from(*field);
                if columns.is_empty() {
                    return Err(BadCell(field.as_str().to_owned()));
                }
                for (down, texts) in cells.iter().enumerate() {
                    let row = row + down;
                    if row == workbook.goal(*form, *goal)?.indicators.len() {
                        workbook.add_indicator(*form, *goal, row)?;
                    }
                    for (column, text) in columns.iter().zip(texts) {
                        Cell::Indicator(*goal, row, *column).set(workbook.form(*form)?, text)?;
                    }
                }
            }
            Edit::AddGoal { form } => workbook.form(*form)?.goals.push(Goal {
                indicators: vec![Rc::new(Indicator {
                    category: "产出指标".into(),
                    dimension: "数量指标".into(),
                    ..Indicator::default()
                })],
                ..Goal::default()
            }),
            Edit::RemoveGoal { form, goal } => {
                let form = workbook.form(*form)?;
                if *goal >= form.goals.len() {
                    return Err(BadCell(format!("goals[{goal}]")));
                }
                form.goals.remove(*goal);
            }
        }
        Ok(workbook)
    }

    fn add_indicator(&mut self, form: usize, goal: usize, row: usize) -> Result<(), BadCell> {
        let goal = self.goal(form, goal)?;
        if row > goal.indicators.len() {
            return Err(no_row(row));
        }
        let beside = row.checked_sub(1).unwrap_or(row);
        let headings = goal.indicators.get(beside);
        let added = Indicator {
            category: headings.map_or_else(|| "产出指标".into(), |i| i.category.clone()),
            dimension: headings.map_or_else(|| "数量指标".into(), |i| i.dimension.clone()),
            ..Indicator::default()
        };
        goal.indicators.insert(row, Rc::new(added));
        Ok(())
    }

    fn form(&mut self, form: usize) -> Result<&mut Form, BadCell> {
        self.forms
            .get_mut(form)
            .map(Rc::make_mut)
            .ok_or_else(|| no_form(form))
    }

    fn goal(&mut self, form: usize, goal: usize) -> Result<&mut Goal, BadCell> {
        self.form(form)?
            .goals
            .get_mut(goal)
            .ok_or_else(|| BadCell(format!("goals[{goal}]")))
    }

    fn row(&mut self, form: usize, goal: usize, row: usize) -> Result<&mut Indicator, BadCell> {
        self.goal(form, goal)?
            .indicators
            .get_mut(row)
            .map(Rc::make_mut)
            .ok_or_else(|| no_row(row))
    }
}

fn no_form(form: usize) -> BadCell {
    BadCell(format!("forms[{form}]"))
}

fn no_row(row: usize) -> BadCell {
    BadCell(format!("indicators[{row}]"))
}
