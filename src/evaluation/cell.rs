pub use crate::address::BadCell;
use crate::address::{Numbered, Steps, shortened};
use crate::fields::fields;
use std::fmt;
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
}

impl fmt::Display for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cell::Form(field) => f.write_str(field.as_str()),
            Cell::Execution(field) => write!(f, "execution.{}", field.as_str()),
            Cell::Goal(g, field) => write!(f, "{}.{}", goal_named(*g), field.as_str()),
            Cell::Indicator(g, i, field) => {
                write!(
                    f,
                    "{}.{}.{}",
                    goal_named(*g),
                    indicator_named(*i),
                    field.as_str()
                )
            }
        }
    }
}

/// How a goal is named in addresses: `goals[1]`.
pub(crate) fn goal_named(g: usize) -> Numbered {
    Numbered("goals", g)
}

/// How an indicator is named in the address of its goal: `indicators[0]`.
pub(crate) fn indicator_named(i: usize) -> Numbered {
    Numbered("indicators", i)
}

impl FromStr for Cell {
    type Err = BadCell;

    fn from_str(path: &str) -> Result<Self, BadCell> {
        parse(Steps::of(path)).ok_or_else(|| shortened(path))
    }
}

fn parse(path: Steps) -> Option<Cell> {
    if let Some(path) = path.into_part("execution") {
        return ExecutionField::named(path.rest()).map(Cell::Execution);
    }
    let Some((goal, path)) = path.into_row("goals") else {
        return FormField::named(path.rest()).map(Cell::Form);
    };
    match path.into_row("indicators") {
        Some((row, path)) => {
            let field = IndicatorField::named(path.rest())?;
            Some(Cell::Indicator(goal, row, field))
        }
        None => GoalField::named(path.rest()).map(|field| Cell::Goal(goal, field)),
    }
}
