//! A form while it is read: its cells, and what is printed beside them.

use super::field::{Field, Points};
use super::words;
use crate::place::Spot;
use juesuan_domain::evaluation::{
    Cell, ExecutionField, Form, FormField, FormKind, Goal, GoalField, Indicator, IndicatorField,
};
use rust_decimal::Decimal;
use std::collections::BTreeMap;
use std::rc::Rc;

/// A row below the heads of the execution: the year's total, or a source of money.
#[derive(Debug, Clone, Default)]
pub(crate) struct Money {
    pub label: String,
    pub original: Field,
    pub budget: Field,
    pub actual: Field,
    pub rate: Field,
}

impl Money {
    /// What was to be spent: the adjusted budget, or else the original one.
    pub fn base(&self) -> &Field {
        if self.budget.text.is_empty() {
            &self.original
        } else {
            &self.budget
        }
    }
}

/// An indicator as it is read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Row {
    pub category: Field,
    pub dimension: Field,
    pub name: Field,
    pub weight: Field,
    pub target: Field,
    pub actual: Field,
    pub claimed: Field,
    /// 完成率, where the form has it.
    pub completion: Field,
    /// 偏差原因, of this row.
    pub reason: Field,
}

/// A form while it is read.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    pub title: Field,
    /// The blocks that it takes up.
    pub first: usize,
    pub last: usize,
    pub form: Form,
    pub places: BTreeMap<Cell, Spot>,
    /// The rows of the execution, the total first.
    pub money: Vec<Money>,
    /// Points of the execution, where they are printed.
    pub execution_points: Option<Points>,
    /// 得分（20分*执行率）: how the execution is scored is printed.
    pub by_rate: bool,
    /// The rate says what it is of: 执行率（B/A）, with the budget marked (A).
    pub rate_is_marked: bool,
    /// Points of all indicators: 绩效指标（90分）.
    pub indicator_points: Option<Decimal>,
    /// The sum of the weights, as the total row has it.
    pub total_weight: Option<Field>,
    /// The total, each time it is printed.
    pub totals: Vec<Field>,
    /// 评价等级.
    pub grade: Option<Field>,
    /// The rule 权重*B/A is printed.
    pub formula: bool,
    /// Signs, values and units in columns of their own.
    pub signs: bool,
    /// It has a place for reasons in each row.
    pub has_reasons: bool,
    /// What each row has beside the form's own cells.
    pub rows: BTreeMap<(usize, usize), (Field, Field)>,
    /// It was read from tables, so that each cell is one.
    pub of_cells: bool,
    /// Rows and cells that could not be read.
    pub left: usize,
}

impl Draft {
    pub fn new(title: Field, block: usize) -> Self {
        let kind = if words::is_overall(&title.text) {
            FormKind::Overall
        } else {
            FormKind::Project
        };
        Draft {
            title,
            first: block,
            last: block,
            form: Form {
                kind,
                ..Form::default()
            },
            ..Draft::default()
        }
    }

    /// Whether anything was read that makes it a form.
    pub fn is_form(&self) -> bool {
        let scored = self
            .form
            .goals
            .iter()
            .flat_map(|goal| &goal.indicators)
            .any(|row| !row.claimed.is_unset() || !row.weight.is_unset());
        scored || (!self.money.is_empty() && !self.form.claimed_total.is_unset())
    }

    pub fn indicators(&self) -> usize {
        self.form.indicator_count()
    }

    /// Takes over a cell of the form itself, where it is still empty.
    pub fn set(&mut self, field: FormField, value: Field) {
        let of = match field {
            FormField::Unit => &mut self.form.unit,
            FormField::Name => &mut self.form.name,
            FormField::FilledOn => &mut self.form.filled_on,
            FormField::BasicSpending => &mut self.form.basic_spending,
            FormField::ProjectSpending => &mut self.form.project_spending,
            FormField::Department => &mut self.form.department,
            FormField::Implementer => &mut self.form.implementer,
            FormField::ClaimedTotal => &mut self.form.claimed_total,
            FormField::Deviation => &mut self.form.deviation,
            FormField::Improvement => &mut self.form.improvement,
            _ => return,
        };
        if of.is_unset() && !value.text.is_empty() && !words::is_open(&value.text) {
            *of = value.text.into();
            self.places.insert(Cell::Form(field), value.spot);
        }
    }

    /// Takes over the rows of the execution and its score.
    pub fn set_money(&mut self, money: Money, claimed: Field) {
        if self.money.is_empty() {
            for (field, value) in [
                (ExecutionField::Budget, money.base()),
                (ExecutionField::Actual, &money.actual),
                (ExecutionField::Rate, &money.rate),
                (ExecutionField::Claimed, &claimed),
            ] {
                if words::is_nothing(&value.text) {
                    continue;
                }
                let of = match field {
                    ExecutionField::Budget => &mut self.form.execution.budget,
                    ExecutionField::Actual => &mut self.form.execution.actual,
                    ExecutionField::Rate => &mut self.form.execution.rate,
                    ExecutionField::Claimed => &mut self.form.execution.claimed,
                };
                *of = value.text.clone().into();
                self.places
                    .insert(Cell::Execution(field), value.spot.clone());
            }
        }
        self.money.push(money);
    }

    /// Begins a goal; its points are printed behind its name, or nowhere.
    pub fn begin_goal(&mut self, name: Field, weight: Option<Points>) {
        // The first one has no mark of its own, or was begun by its mark and has nothing yet.
        if let Some(last) = self.form.goals.last()
            && last.indicators.is_empty()
        {
            self.form.goals.pop();
        }
        let g = self.form.goals.len();
        let mut goal = Goal::default();
        if !name.text.is_empty() {
            goal.name = name.text.into();
            self.places
                .insert(Cell::Goal(g, GoalField::Name), name.spot);
        }
        if let Some(points) = weight {
            goal.weight = points.value.normalize().to_string().into();
            self.places
                .insert(Cell::Goal(g, GoalField::Weight), points.spot);
        }
        self.form.goals.push(goal);
    }

    /// Adds an indicator to the last goal.
    pub fn add(&mut self, row: Row) {
        if self.form.goals.is_empty() {
            self.form.goals.push(Goal::default());
        }
        let g = self.form.goals.len() - 1;
        let i = self.form.goals[g].indicators.len();
        let mut indicator = Indicator::default();
        for (field, value) in [
            (IndicatorField::Category, &row.category),
            (IndicatorField::Dimension, &row.dimension),
            (IndicatorField::Name, &row.name),
            (IndicatorField::Weight, &row.weight),
            (IndicatorField::Target, &row.target),
            (IndicatorField::Actual, &row.actual),
            (IndicatorField::Claimed, &row.claimed),
        ] {
            if value.text.is_empty() || words::is_open(&value.text) {
                continue;
            }
            let of = match field {
                IndicatorField::Category => &mut indicator.category,
                IndicatorField::Dimension => &mut indicator.dimension,
                IndicatorField::Name => &mut indicator.name,
                IndicatorField::Weight => &mut indicator.weight,
                IndicatorField::Target => &mut indicator.target,
                IndicatorField::Actual => &mut indicator.actual,
                _ => &mut indicator.claimed,
            };
            *of = value.text.clone().into();
            self.places
                .insert(Cell::Indicator(g, i, field), value.spot.clone());
        }
        self.form.goals[g].indicators.push(Rc::new(indicator));
        self.rows.insert((g, i), (row.completion, row.reason));
    }

    /// A total, where it is printed once more.
    pub fn add_total(&mut self, total: Field) {
        if self.form.claimed_total.is_unset() {
            self.set(FormField::ClaimedTotal, total.clone());
        }
        self.totals.push(total);
    }

    /// Where a cell stands, or else the form.
    pub fn spot(&self, cell: Cell) -> Spot {
        self.places.get(&cell).unwrap_or(&self.title.spot).clone()
    }
}
