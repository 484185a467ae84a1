use super::{Form, Indicator};
use crate::fields::fields;
use crate::typed::Typed;
use std::fmt;
use std::rc::Rc;
use std::str::FromStr;

/// The address of a cell in a form; displays as the path scripts know:
/// `goals[1].indicators[0].claimed`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cell {
    /// A cell of the form itself.
    Form(FormField),
    /// A cell of the execution line.
    Execution(ExecutionField),
    /// A cell of a goal, by the goal's place, counted from 0.
    Goal(usize, GoalField),
    /// A cell of an indicator, by the places of goal and indicator, counted from 0.
    Indicator(usize, usize, IndicatorField),
}

/// No such cell: the text is no path, or the form has no such row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no cell “{0}” in the form")]
pub struct BadCell(pub String);

fields! {
    /// Cells of the form itself.
    FormField {
        Unit = "unit", "单位名称";
        Name = "name", "名称";
        FilledOn = "filledOn", "填报日期";
        BasicSpending = "basicSpending", "基本支出总额";
        ProjectSpending = "projectSpending", "项目支出总额";
        Department = "department", "主管部门";
        Implementer = "implementer", "项目实施单位";
        ProjectCategory = "projectCategory", "项目类别";
        ProjectAttribute = "projectAttribute", "项目属性";
        ProjectType = "projectType", "项目类型";
        ClaimedTotal = "claimedTotal", "总分";
        Deviation = "deviation", "偏差大或目标未完成原因分析";
        Improvement = "improvement", "改进措施及结果应用方案";
        RuleSet = "ruleSet", "评分规则";
    }
}

fields! {
    /// Cells of the execution line.
    ExecutionField {
        Budget = "budget", "预算数";
        Actual = "actual", "执行数";
        Rate = "rate", "执行率";
        Claimed = "claimed", "得分";
    }
}

fields! {
    /// Cells of a goal.
    GoalField {
        Name = "name", "年度绩效目标";
        Weight = "weight", "目标分值";
    }
}

fields! {
    /// Cells of an indicator.
    IndicatorField {
        Category = "category", "一级指标";
        Dimension = "dimension", "二级指标";
        Name = "name", "三级指标";
        Weight = "weight", "分值";
        Target = "target", "目标值";
        Actual = "actual", "完成值";
        Claimed = "claimed", "得分";
        Awarded = "awarded", "评定得分";
    }
}

impl IndicatorField {
    /// The columns of a row people type into, from left to right.
    pub const COLUMNS: [IndicatorField; 5] = [
        IndicatorField::Name,
        IndicatorField::Weight,
        IndicatorField::Target,
        IndicatorField::Actual,
        IndicatorField::Claimed,
    ];
}

impl Cell {
    /// What the form calls the cell: `执行数`, `得分`.
    pub fn label(self) -> &'static str {
        match self {
            Cell::Form(field) => field.label(),
            Cell::Execution(field) => field.label(),
            Cell::Goal(_, field) => field.label(),
            Cell::Indicator(_, _, field) => field.label(),
        }
    }

    /// What is typed in the cell; `None` where the form has no such row.
    pub fn text(self, form: &Form) -> Option<&str> {
        Some(match self {
            Cell::Form(FormField::Unit) => &form.unit,
            Cell::Form(FormField::Name) => &form.name,
            Cell::Form(FormField::FilledOn) => &form.filled_on,
            Cell::Form(FormField::BasicSpending) => &form.basic_spending,
            Cell::Form(FormField::ProjectSpending) => &form.project_spending,
            Cell::Form(FormField::Department) => &form.department,
            Cell::Form(FormField::Implementer) => &form.implementer,
            Cell::Form(FormField::ProjectCategory) => &form.project_category,
            Cell::Form(FormField::ProjectAttribute) => &form.project_attribute,
            Cell::Form(FormField::ProjectType) => &form.project_type,
            Cell::Form(FormField::ClaimedTotal) => &form.claimed_total,
            Cell::Form(FormField::Deviation) => &form.deviation,
            Cell::Form(FormField::Improvement) => &form.improvement,
            Cell::Form(FormField::RuleSet) => return Some(&form.rule_set),
            Cell::Execution(ExecutionField::Budget) => &form.execution.budget,
            Cell::Execution(ExecutionField::Actual) => &form.execution.actual,
            Cell::Execution(ExecutionField::Rate) => &form.execution.rate,
            Cell::Execution(ExecutionField::Claimed) => &form.execution.claimed,
            Cell::Goal(g, GoalField::Name) => &form.goals.get(g)?.name,
            Cell::Goal(g, GoalField::Weight) => &form.goals.get(g)?.weight,
            Cell::Indicator(g, i, field) => form.goals.get(g)?.indicators.get(i)?.text(field),
        })
    }

    /// Puts a text into the cell.
    ///
    /// # Errors
    /// [`BadCell`] where the form has no such row; the form is untouched then.
    pub fn set(self, form: &mut Form, text: &str) -> Result<(), BadCell> {
        let missing = || BadCell(self.to_string());
        let slot: &mut Typed = match self {
            Cell::Form(FormField::Unit) => &mut form.unit,
            Cell::Form(FormField::Name) => &mut form.name,
            Cell::Form(FormField::FilledOn) => &mut form.filled_on,
            Cell::Form(FormField::BasicSpending) => &mut form.basic_spending,
            Cell::Form(FormField::ProjectSpending) => &mut form.project_spending,
            Cell::Form(FormField::Department) => &mut form.department,
            Cell::Form(FormField::Implementer) => &mut form.implementer,
            Cell::Form(FormField::ProjectCategory) => &mut form.project_category,
            Cell::Form(FormField::ProjectAttribute) => &mut form.project_attribute,
            Cell::Form(FormField::ProjectType) => &mut form.project_type,
            Cell::Form(FormField::ClaimedTotal) => &mut form.claimed_total,
            Cell::Form(FormField::Deviation) => &mut form.deviation,
            Cell::Form(FormField::Improvement) => &mut form.improvement,
            Cell::Form(FormField::RuleSet) => {
                text.clone_into(&mut form.rule_set);
                return Ok(());
            }
            Cell::Execution(ExecutionField::Budget) => &mut form.execution.budget,
            Cell::Execution(ExecutionField::Actual) => &mut form.execution.actual,
            Cell::Execution(ExecutionField::Rate) => &mut form.execution.rate,
            Cell::Execution(ExecutionField::Claimed) => &mut form.execution.claimed,
            Cell::Goal(g, GoalField::Name) => &mut form.goals.get_mut(g).ok_or_else(missing)?.name,
            Cell::Goal(g, GoalField::Weight) => {
                &mut form.goals.get_mut(g).ok_or_else(missing)?.weight
            }
            Cell::Indicator(g, i, field) => {
                let goal = form.goals.get_mut(g).ok_or_else(missing)?;
                let row = goal.indicators.get_mut(i).ok_or_else(missing)?;
                Rc::make_mut(row).slot(field)
            }
        };
        *slot = Typed::from(text);
        Ok(())
    }
}

impl Indicator {
    /// What is typed in one field.
    pub fn text(&self, field: IndicatorField) -> &Typed {
        match field {
            IndicatorField::Category => &self.category,
            IndicatorField::Dimension => &self.dimension,
            IndicatorField::Name => &self.name,
            IndicatorField::Weight => &self.weight,
            IndicatorField::Target => &self.target,
            IndicatorField::Actual => &self.actual,
            IndicatorField::Claimed => &self.claimed,
            IndicatorField::Awarded => &self.awarded,
        }
    }

    fn slot(&mut self, field: IndicatorField) -> &mut Typed {
        match field {
            IndicatorField::Category => &mut self.category,
            IndicatorField::Dimension => &mut self.dimension,
            IndicatorField::Name => &mut self.name,
            IndicatorField::Weight => &mut self.weight,
            IndicatorField::Target => &mut self.target,
            IndicatorField::Actual => &mut self.actual,
            IndicatorField::Claimed => &mut self.claimed,
            IndicatorField::Awarded => &mut self.awarded,
        }
    }
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cell::Form(field) => f.write_str(field.as_str()),
            Cell::Execution(field) => write!(f, "execution.{}", field.as_str()),
            Cell::Goal(g, field) => write!(f, "goals[{g}].{}", field.as_str()),
            Cell::Indicator(g, i, field) => {
                write!(f, "goals[{g}].indicators[{i}].{}", field.as_str())
            }
        }
    }
}

impl FromStr for Cell {
    type Err = BadCell;

    fn from_str(path: &str) -> Result<Self, BadCell> {
        parse(path).ok_or_else(|| BadCell(path.chars().take(80).collect()))
    }
}

fn parse(path: &str) -> Option<Cell> {
    if let Some(field) = path.strip_prefix("execution.") {
        return ExecutionField::named(field).map(Cell::Execution);
    }
    let Some(rest) = path.strip_prefix("goals[") else {
        return FormField::named(path).map(Cell::Form);
    };
    let (goal, rest) = rest.split_once("].")?;
    let goal = goal.parse().ok()?;
    let Some(rest) = rest.strip_prefix("indicators[") else {
        return GoalField::named(rest).map(|field| Cell::Goal(goal, field));
    };
    let (row, field) = rest.split_once("].")?;
    Some(Cell::Indicator(
        goal,
        row.parse().ok()?,
        IndicatorField::named(field)?,
    ))
}
