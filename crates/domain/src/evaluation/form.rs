use super::bands::BandKey;
use super::cell::Cell;
use crate::quantity::Direction;
use crate::review::{Remark, SetAside};
use juesuan_figure::typed::{Typed, null_is_default, object, objects};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// A form may hold this many indicators; beyond it the page refuses the file and a script gets a
/// finding. The longest published forms have some eighty.
pub const MOST_INDICATORS: usize = 2_000;

/// A self-evaluation form as typed. Nothing in it is computed, and any text may be unreadable.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Form {
    /// Overall (整体) or project (项目) form.
    #[serde(deserialize_with = "null_is_default")]
    pub kind: FormKind,
    /// Id of the rule set, as `wuhan-2020`; empty where the workbook's applies.
    #[serde(
        deserialize_with = "null_is_default",
        skip_serializing_if = "String::is_empty"
    )]
    pub rule_set: String,
    /// 单位名称.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub unit: Typed,
    /// Name of the project, or a title of the form.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub name: Typed,
    /// 填报日期, `2021-05-20` or `2021年5月20日`.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub filled_on: Typed,
    /// 基本支出总额, 万元 (overall form).
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub basic_spending: Typed,
    /// 项目支出总额, 万元 (overall form).
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub project_spending: Typed,
    /// 主管部门 (project form).
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub department: Typed,
    /// 项目实施单位 (project form).
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub implementer: Typed,
    /// 项目类别: 部门预算项目 or 财政专项资金 (project form).
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub project_category: Typed,
    /// 项目属性: 持续性项目 or 新增性项目 (project form).
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub project_attribute: Typed,
    /// 项目类型: 常年性项目, 延续性项目 or 一次性项目 (project form).
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub project_type: Typed,
    /// 预算执行情况.
    #[serde(deserialize_with = "object")]
    pub execution: Execution,
    /// 年度绩效目标, each with its indicators.
    #[serde(deserialize_with = "objects")]
    pub goals: Vec<Goal>,
    /// 总分 as the unit wrote it.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub claimed_total: Typed,
    /// 偏差大或目标未完成原因分析.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub deviation: Typed,
    /// 改进措施及结果应用方案.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub improvement: Typed,
    /// Findings that somebody decided to leave as they are.
    #[serde(deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(
        all(target_arch = "wasm32", feature = "api"),
        tsify(type = "SetAside[]")
    )]
    pub set_aside: Vec<SetAside<Cell>>,
    /// What a reviewer wrote beside cells.
    #[serde(deserialize_with = "objects", skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(all(target_arch = "wasm32", feature = "api"), tsify(type = "Remark[]"))]
    pub remarks: Vec<Remark<Cell>>,
}

/// What a form evaluates.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub enum FormKind {
    /// The spending of the whole unit (部门整体支出).
    #[default]
    Overall,
    /// One project (项目支出).
    Project,
}

/// Budget and spending of the year.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Execution {
    /// 预算数 (A), 万元: the adjusted budget.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub budget: Typed,
    /// 执行数 (B), 万元.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub actual: Typed,
    /// 执行率 as the unit wrote it, percent; compared with B ÷ A.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub rate: Typed,
    /// 得分 as the unit wrote it.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub claimed: Typed,
}

/// One annual goal (年度目标).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Goal {
    /// What is to be reached, in words.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub name: Typed,
    /// Points of the goal as written; compared with the sum of its indicators.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub weight: Typed,
    /// Its indicators, in the order of the form.
    #[serde(deserialize_with = "objects")]
    pub indicators: Vec<Rc<Indicator>>,
}

/// One indicator (三级指标) with its place in the form.
///
/// Behind an `Rc` in its goal: an edit copies one row, and undo history shares the others.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub struct Indicator {
    /// 一级指标: 产出指标, 效益指标, 满意度指标.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub category: Typed,
    /// 二级指标: 数量指标, 质量指标 and so on.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub dimension: Typed,
    /// 三级指标.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub name: Typed,
    /// 分值, points.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub weight: Typed,
    /// 年初目标值 (A).
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub target: Typed,
    /// 实际完成值 (B).
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub actual: Typed,
    /// 得分 as the unit wrote it.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub claimed: Typed,
    /// Left out, it is read from the target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nature: Option<Nature>,
    /// Left out, it is read from the sign of the target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// Of a qualitative indicator: how far it was met, by the key of a band of its rule set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub band: Option<BandKey>,
    /// Of a qualitative indicator: the score given; where it is empty the claimed one counts.
    #[serde(skip_serializing_if = "Typed::is_unset")]
    pub awarded: Typed,
}

/// 定量 or 定性.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(all(target_arch = "wasm32", feature = "api"), derive(tsify::Tsify))]
pub enum Nature {
    /// 定量: numbers decide the score.
    Quantitative,
    /// 定性: a band and judgement decide the score.
    Qualitative,
}

impl Indicator {
    /// The first indicator of a goal that has none to follow.
    pub(crate) fn first() -> Self {
        Indicator {
            category: "产出指标".into(),
            dimension: "数量指标".into(),
            ..Indicator::default()
        }
    }
}

impl Form {
    /// How many indicators all goals have together.
    pub fn indicator_count(&self) -> usize {
        self.goals.iter().map(|goal| goal.indicators.len()).sum()
    }
}
