//! The edits that change a workbook, as values.

mod drafting;
mod mending;
mod place;
mod rows;
mod spot;
mod typing;

pub use drafting::Drafting;
pub use spot::Spot;

pub(crate) use typing::Typing;

use crate::accounts::{self, Change};
use crate::address::BadCell;
use crate::evaluation::{
    BandKey, Brought, Cell, Form, Goal, Indicator, IndicatorField, Level, MOST_INDICATORS, Nature,
    RuleSet, Setting, goal_named,
};
use crate::finding::Arguments;
use crate::limits::Beyond;
use crate::review::Remarking;
use crate::workbook::Workbook;
use rows::no_form;
use std::rc::Rc;
use std::sync::Arc;

/// A change to a workbook, as a value.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(
    missing_docs,
    reason = "fields are named for what they are; forms, goals and rows by their places, counted from 0"
)]
pub enum Edit {
    /// Puts a text into a cell of a form.
    SetCell {
        form: usize,
        cell: Cell,
        text: String,
    },
    /// Puts texts into cells of a form, all in one step.
    SetCells {
        form: usize,
        cells: Vec<(Cell, String)>,
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
        band: Option<BandKey>,
    },
    /// A new indicator at `row`, under the headings of the one before it.
    AddIndicator {
        form: usize,
        goal: usize,
        row: usize,
    },
    /// The indicator at `row` once more, right below it.
    DuplicateIndicator {
        form: usize,
        goal: usize,
        row: usize,
    },
    /// Takes the indicator at `row` away, and what is remarked on it.
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
    /// Puts the indicator at `row` under other headings, behind those that are there already.
    PlaceIndicator {
        form: usize,
        goal: usize,
        row: usize,
        category: String,
        dimension: String,
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
    /// Indicators from elsewhere, each under its own headings; `row` gives those that are not said.
    Bring {
        form: usize,
        goal: usize,
        row: usize,
        brought: Vec<Brought>,
    },
    /// A heading of its own from `row` on: for a new, empty indicator put in there, or with `split` for
    /// the indicators that stand there under the same heading. It is called as the next of the rules that
    /// the goal does not have yet, and nothing where it has them all.
    NewHeading {
        form: usize,
        goal: usize,
        row: usize,
        level: Level,
        split: bool,
    },
    /// A new goal behind the last, with one empty indicator.
    AddGoal { form: usize },
    /// Takes a goal away with its indicators.
    RemoveGoal { form: usize, goal: usize },
    /// A remark on a cell, or what became of it.
    SetRemark {
        form: usize,
        cell: Cell,
        remark: Remarking,
    },
    /// Leaves a finding as it is for a reason; a blank reason takes it up again.
    SetAside {
        form: usize,
        code: &'static str,
        cell: Cell,
        /// What it read: [`Finding::arguments`](crate::finding::Finding::arguments).
        arguments: Arguments,
        reason: String,
    },
    /// The year of the accounts.
    SetYear { text: String },
    /// Begins the next year in this workbook: [`Workbook::next_year`].
    NextYear,
    /// A form behind the last.
    AddForm { form: Box<Form> },
    /// The same form once more, right behind it.
    CopyForm { form: usize },
    /// Takes a form away.
    RemoveForm { form: usize },
    /// The rule set of all forms that name none of their own.
    SetRuleSet { id: String },
    /// A rule set of this workbook's own; one of the same id is replaced.
    AddRuleSet { rules: Arc<RuleSet> },
    /// Takes a rule set of the workbook's own away; forms that use it go back to the workbook's.
    RemoveRuleSet { id: String },
    /// What the unit sets beside its rules; blank goes back to them.
    SetSetting { setting: Setting, text: String },
    /// What is taken from another workbook: into the accounts, and forms, each where [`Workbook::place_for`] says.
    Take {
        accounts: accounts::Taking,
        forms: Vec<Rc<Form>>,
    },
    /// A change to the final accounts.
    Accounts(Change),
    /// Something about rule sets that are being written.
    Draft(Drafting),
}

/// Why an edit was not made. Nothing is changed then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// What it names is not there.
    BadCell(BadCell),
    /// There would be more than can be opened again.
    Beyond(Beyond),
}

impl From<BadCell> for Refused {
    fn from(cell: BadCell) -> Self {
        Refused::BadCell(cell)
    }
}

impl From<Beyond> for Refused {
    fn from(beyond: Beyond) -> Self {
        Refused::Beyond(beyond)
    }
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
    /// The workbook after an edit; this one is untouched.
    ///
    /// # Errors
    /// [`Refused`] where the edit names a form, goal, row or cell that is not there, or where there would
    /// be more of something than a workbook may have. How large the file may be, [`History`] knows.
    ///
    /// [`History`]: crate::History
    ///
    /// ```
    /// use juesuan_domain::Edit;
    /// use juesuan_domain::Workbook;
    /// let workbook = Workbook::new("2020", "汉阳社会保险管理处", "wuhan-2020");
    /// let edit = Edit::SetCell {
    ///     form: 0,
    ///     cell: "execution.budget".parse().unwrap(),
    ///     text: "1,552.63".to_owned(),
    /// };
    /// let edited = workbook.edited(&edit).unwrap();
    /// assert_eq!(&*edited.forms[0].execution.budget, "1,552.63");
    /// ```
    pub fn edited(&self, edit: &Edit) -> Result<Workbook, Refused> {
        let mut workbook = self.clone();
        match edit {
            Edit::SetYear { text } => workbook.year = text.as_str().into(),
            Edit::NextYear => workbook = workbook.next_year(),
            Edit::AddForm { form } => workbook.forms.push(Rc::new((**form).clone())),
            Edit::CopyForm { form } => {
                let copy = workbook.copy_of(*form)?;
                workbook.forms.insert(form + 1, copy);
            }
            Edit::RemoveForm { form } => {
                if *form >= workbook.forms.len() {
                    return Err(no_form(*form).into());
                }
                workbook.forms.remove(*form);
            }
            Edit::SetCell { form, cell, text } => workbook.set_cell(*form, *cell, text)?,
            Edit::SetCells { form, cells } => {
                for (cell, text) in cells {
                    workbook.set_cell(*form, *cell, text)?;
                }
            }
            Edit::NewHeading {
                form,
                goal,
                row,
                level,
                split,
            } => workbook.new_heading((*form, *goal, *row), *level, *split)?,
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
                workbook.row(*form, *goal, *row)?.band.clone_from(band);
            }
            Edit::AddIndicator { form, goal, row } => workbook.add_indicator(*form, *goal, *row)?,
            Edit::DuplicateIndicator { form, goal, row } => {
                let copy = workbook.row(*form, *goal, *row)?.clone();
                workbook.insert(*form, *goal, row + 1, copy)?;
            }
            Edit::RemoveIndicator { form, goal, row } => {
                workbook.taken(*form, *goal, *row)?;
                let removed = (*goal, *row);
                workbook.form(*form)?.rows_moved(|g, i| match (g, i) {
                    at if at == removed => None,
                    (g, i) if g == removed.0 && i > removed.1 => Some((g, i - 1)),
                    at => Some(at),
                });
            }
            Edit::MoveIndicator {
                form,
                goal,
                row,
                to,
            } => workbook.move_indicator(*form, *goal, *row, *to)?,
            Edit::PlaceIndicator {
                form,
                goal,
                row,
                category,
                dimension,
            } => {
                let indicator = workbook.row(*form, *goal, *row)?;
                indicator.category = category.as_str().into();
                indicator.dimension = dimension.as_str().into();
                let to = workbook
                    .goal(*form, *goal)?
                    .place_for(*row, category, dimension);
                workbook.move_indicator(*form, *goal, *row, to)?;
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
                    return Err(BadCell(field.as_str().to_owned()).into());
                }
                for (row, texts) in (*row..).zip(cells) {
                    if workbook.form(*form)?.indicator_count() > MOST_INDICATORS {
                        // Refused below; nobody waits for the rest of it.
                        break;
                    }
                    if row == workbook.goal(*form, *goal)?.indicators.len() {
                        workbook.add_indicator(*form, *goal, row)?;
                    }
                    for (column, text) in columns.iter().zip(texts) {
                        Cell::Indicator(*goal, row, *column).set(workbook.form(*form)?, text)?;
                    }
                }
            }
            Edit::Bring {
                form,
                goal,
                row,
                brought,
            } => workbook.form(*form)?.bring(*goal, *row, brought)?,
            Edit::AddGoal { form } => workbook.form(*form)?.goals.push(Goal {
                indicators: vec![Rc::new(Indicator::first())],
                ..Goal::default()
            }),
            Edit::RemoveGoal { form, goal } => {
                let form = workbook.form(*form)?;
                if *goal >= form.goals.len() {
                    return Err(BadCell::from(goal_named(*goal)).into());
                }
                form.goals.remove(*goal);
                form.goal_removed(*goal);
            }
            Edit::SetRemark { form, cell, remark } => {
                workbook.form(*form)?.set_remark(*cell, remark)?;
            }
            Edit::SetAside {
                form,
                code,
                cell,
                arguments,
                reason,
            } => workbook
                .form(*form)?
                .set_finding_aside(code, *cell, arguments, reason),
            Edit::SetRuleSet { id } => {
                workbook.relaid(|workbook| {
                    workbook.rule_set.clone_from(id);
                    Ok(())
                })?;
            }
            Edit::AddRuleSet { rules } => {
                match workbook.rule_sets.iter_mut().find(|set| set.id == rules.id) {
                    Some(set) => *set = rules.clone(),
                    None => workbook.rule_sets.push(rules.clone()),
                }
            }
            Edit::RemoveRuleSet { id } => workbook.remove_rule_set(id)?,
            Edit::SetSetting { setting, text } => workbook.settings.set(*setting, text),
            Edit::Take { accounts, forms } => {
                if !accounts.is_empty() {
                    let layout = workbook.layout();
                    Rc::make_mut(&mut workbook.accounts).take(accounts, layout)?;
                }
                for form in forms {
                    workbook.take_form(form);
                }
            }
            Edit::Draft(drafting) => workbook.draft(drafting)?,
            Edit::Accounts(change) => {
                let layout = workbook.layout();
                Rc::make_mut(&mut workbook.accounts).apply(change, layout)?;
            }
        }
        workbook.keeps_to_limits(self)?;
        Ok(workbook)
    }
}
