//! What a check says: for every code a form that brings it up and one that just does not.

use juesuan::evaluation::{
    Evaluation, Form, MOST_INDICATORS, RuleSet, consolidate, evaluate, rule_set,
};
use juesuan::exchange::read_workbook;
use juesuan::figure::grouped;
use juesuan::finding::Code::{self, *};
use juesuan::say::{InWords as _, Spoken as _};
use juesuan::{Edit, Workbook, assess};
use serde_json::{Value, json};
use time::{Date, Month};

/// Edits of a form, as path and text. Beside the paths of cells: `…band`, `…nature` and
/// `…direction` of an indicator, `rules.…` for a rule of one's own, and `rows` for a form filled up
/// with indicators that are worth nothing.
type Edits<'a> = &'a [(&'a str, &'a str)];

/// A form without any finding, and with one of each: number reached, number kept below, words.
fn base() -> Value {
    json!({
        "kind": "overall", "ruleSet": "wuhan-2020",
        "unit": "汉阳社会保险管理处", "name": "整体绩效", "filledOn": "2021-05-20",
        "basicSpending": "60", "projectSpending": "40",
        "execution": { "budget": "100", "actual": "100", "rate": "100.0%", "claimed": "20" },
        "goals": [{ "name": "办好各项业务", "weight": "80", "indicators": [
            { "category": "产出指标", "dimension": "数量指标", "name": "培训人次",
              "weight": "30", "target": "≥50人次", "actual": "60人次", "claimed": "30" },
            { "category": "产出指标", "dimension": "成本指标", "name": "办公费用",
              "weight": "20", "target": "≤90万元", "actual": "85万元", "claimed": "20" },
            { "category": "效益指标", "dimension": "社会效益指标", "name": "政策宣传",
              "weight": "30", "target": "按计划宣传", "actual": "已完成",
              "band": "met", "awarded": "30", "claimed": "30" }
        ] }],
        "claimedTotal": "100", "deviation": "无", "improvement": "继续做好各项工作"
    })
}

fn today() -> Option<Date> {
    Some(Date::from_calendar_date(2021, Month::June, 1).unwrap())
}

/// The base form with edits, evaluated.
#[track_caller]
fn edited(edits: Edits) -> Evaluation {
    let (form, rules) = form_and_rules(edits);
    evaluate(&form, rules.as_ref(), today())
}

/// The base form with edits, and rules of one's own where an edit is of them.
#[track_caller]
fn form_and_rules(edits: Edits) -> (Form, Option<RuleSet>) {
    let mut form = base();
    let mut rules = serde_json::to_value(rule_set("wuhan-2020").unwrap()).unwrap();
    let own = edits.iter().any(|(path, _)| path.starts_with("rules."));
    for (path, text) in edits {
        if let Some(path) = path.strip_prefix("rules.") {
            put(&mut rules, path, text);
        } else if *path == "rows" {
            fill_up(&mut form, text.parse().unwrap(), |row| {
                row["weight"] = json!("0");
                row["claimed"] = json!("0");
                row["awarded"] = json!("0");
            });
        } else {
            put(&mut form, path, text);
        }
    }
    let form: Form = serde_json::from_value(form).unwrap();
    let rules: Option<RuleSet> = own.then(|| serde_json::from_value(rules).unwrap());
    (form, rules)
}

/// Puts a text where a path such as `goals[0].indicators[1].target` leads; an empty one takes away
/// what is there.
#[track_caller]
fn put(value: &mut Value, path: &str, text: &str) {
    let pointer = path.replace(['.', '['], "/").replace(']', "");
    let (parent, key) = match pointer.rsplit_once('/') {
        Some((parent, key)) => (format!("/{parent}"), key),
        None => (String::new(), pointer.as_str()),
    };
    let parent = value.pointer_mut(&parent).unwrap().as_object_mut().unwrap();
    parent.remove(key);
    if !text.is_empty() {
        parent.insert(key.to_owned(), json!(text));
    }
}

/// Repeats the last indicator, changed, until the form has so many.
fn fill_up(form: &mut Value, rows: usize, change: impl Fn(&mut Value)) {
    let goals = form["goals"].as_array().unwrap();
    let others = goals
        .iter()
        .map(|goal| goal["indicators"].as_array().unwrap().len());
    let missing = rows - others.sum::<usize>();
    let last = form["goals"].as_array_mut().unwrap().last_mut().unwrap();
    let indicators = last["indicators"].as_array_mut().unwrap();
    let mut row = indicators.last().unwrap().clone();
    change(&mut row);
    indicators.extend(std::iter::repeat_n(row, missing));
}

fn codes(evaluation: &Evaluation) -> Vec<Code> {
    let mut codes: Vec<_> = evaluation.findings.iter().map(|f| f.code).collect();
    codes.sort();
    codes
}

/// A code, the edits that bring it up, where, in which words, and edits that just do not.
struct Row {
    code: Code,
    edits: Edits<'static>,
    path: &'static str,
    message: &'static str,
    /// Codes that come up with it.
    also: &'static [Code],
    near: Edits<'static>,
}

const A: &str = "goals[0].indicators[0].actual";
const A_CLAIMED: &str = "goals[0].indicators[0].claimed";
const A_TARGET: &str = "goals[0].indicators[0].target";
const A_WEIGHT: &str = "goals[0].indicators[0].weight";
const A_DIMENSION: &str = "goals[0].indicators[0].dimension";
const C: &str = "goals[0].indicators[2].actual";
const C_CLAIMED: &str = "goals[0].indicators[2].claimed";
const C_AWARDED: &str = "goals[0].indicators[2].awarded";
const C_BAND: &str = "goals[0].indicators[2].band";
const C_DIMENSION: &str = "goals[0].indicators[2].dimension";

#[rustfmt::skip]
const ROWS: &[Row] = &[
    Row {
        code: FigureUnreadable, also: &[],
        edits: &[("claimedTotal", "一百")],
        path: "claimedTotal",
        message: "总分“一百”不是数字：第 1 个字“一”无法识别，请填写数字，例如 8。",
        near: &[("claimedTotal", "１００ 分")],
    },
    Row {
        code: FigureUnreadable, also: &[],
        edits: &[("execution.actual", "100人")],
        path: "execution.actual",
        message: "执行数“100人”的单位“人”不适用于这里：请填写金额（元、万元、亿元），例如 1,552.63。",
        near: &[("execution.actual", "1,000,000元")],
    },
    Row {
        code: FigureUnreadable, also: &[],
        edits: &[(A_TARGET, "≥")],
        path: A_TARGET,
        message: "目标值“≥”不是数字：后面缺少数字，请填写数字，例如 350人次 或 97.1%。",
        near: &[(A_TARGET, "≥0")],
    },
    Row {
        code: FigureUnreadable, also: &[],
        edits: &[(A_WEIGHT, "1000000000000000000000000000000")],
        path: A_WEIGHT,
        message: "分值“100000000000000000000000…”太大：整数部分最多 18 位，请核对位数。",
        near: &[(A_WEIGHT, "999999999999999999")],
    },
    Row {
        code: FigureUnreadable, also: &[],
        edits: &[(A_WEIGHT, "30.00000000001")],
        path: A_WEIGHT,
        message: "分值“30.00000000001”小数位太多：最多 10 位，请按需要的位数填写。",
        near: &[(A_WEIGHT, "30.0000000000")],
    },
    Row {
        code: FigureUnreadable, also: &[AmountDecimals],
        edits: &[
            ("execution.budget", "0.0000000001"),
            ("execution.actual", "100000000000000000"),
            ("execution.rate", ""), ("basicSpending", ""),
        ],
        path: "execution.actual",
        message: "执行数与目标相差过大，得分超出可精确计算的范围：请核对位数。",
        near: &[
            ("execution.budget", "0.0000000001"),
            ("execution.actual", "1000000000000000"),
        ],
    },
    Row {
        code: CellMissing, also: &[],
        edits: &[(A, "")],
        path: A,
        message: "完成值还没有填写，暂时不能计分。",
        near: &[(A, "0")],
    },
    Row {
        code: CellMissing, also: &[],
        edits: &[(A_WEIGHT, "")],
        path: A_WEIGHT,
        message: "分值还没有填写，暂时不能计分。",
        near: &[(A_WEIGHT, "0")],
    },
    Row {
        code: CellMissing, also: &[],
        edits: &[("execution.budget", " ")],
        path: "execution.budget",
        message: "预算数还没有填写，暂时不能计分。",
        near: &[("execution.budget", "0")],
    },
    Row {
        code: CellMissing, also: &[],
        edits: &[(C_AWARDED, ""), (C_CLAIMED, "")],
        path: C_CLAIMED,
        message: "定性指标评为“达成预期指标”，还没有得分：请在 24–30 分 之间评定。",
        near: &[(C_AWARDED, "")],
    },
    Row {
        // An award without a band waits for the band.
        code: CellMissing, also: &[],
        edits: &[(C_AWARDED, "28"), (C_CLAIMED, ""), (C_BAND, "")],
        path: C_AWARDED,
        message: "定性指标评定了 28 分，还没有选择档次，暂时不能计分：请选择档次。",
        near: &[(C_AWARDED, "28"), (C_CLAIMED, "")],
    },
    Row {
        code: CellMissing, also: &[],
        edits: &[(C_AWARDED, ""), (C_CLAIMED, ""), (C_BAND, "")],
        path: C_CLAIMED,
        message: "定性指标还没有得分：请选择档次并评定得分。",
        near: &[(C_AWARDED, ""), (C_BAND, "")],
    },
    Row {
        code: FigureNegative, also: &[],
        edits: &[("execution.claimed", "-0.01")],
        path: "execution.claimed",
        message: "得分 -0.01 小于零：请填写不小于零的数。",
        near: &[("execution.claimed", "-0.00")],
    },
    Row {
        code: FigureNegative, also: &[],
        edits: &[(A_WEIGHT, "-30")],
        path: A_WEIGHT,
        message: "分值 -30 小于零：请填写不小于零的数。",
        near: &[(A_WEIGHT, "0")],
    },
    Row {
        code: FigureNegative, also: &[SpendingParts],
        edits: &[("basicSpending", "-60")],
        path: "basicSpending",
        message: "基本支出总额 -60 小于零：请填写不小于零的数。",
        near: &[("basicSpending", "0")],
    },
    Row {
        code: AmountDecimals, also: &[],
        edits: &[("execution.budget", "100.001")],
        path: "execution.budget",
        message: "预算数 100.001 万元多于两位小数：决算以万元为单位，保留两位小数。",
        near: &[("execution.budget", "100.000")],
    },
    Row {
        code: WeightsTotal, also: &[],
        edits: &[
            (A_WEIGHT, "29"), (A_CLAIMED, "29"), ("goals[0].weight", "79"), ("claimedTotal", "99"),
        ],
        path: A_WEIGHT,
        message: "指标分值合计 79，应为 80，还差 1 分：请调整指标分值。",
        near: &[
            (A_WEIGHT, "29"), (A_CLAIMED, "29"),
            ("goals[0].indicators[1].weight", "21"), ("goals[0].indicators[1].claimed", "21"),
        ],
    },
    Row {
        code: WeightsTotal, also: &[],
        edits: &[
            (A_WEIGHT, "30.5"), (A_CLAIMED, "30.5"), ("goals[0].weight", ""), ("claimedTotal", ""),
        ],
        path: A_WEIGHT,
        message: "指标分值合计 80.5，应为 80，多出 0.5 分：请调整指标分值。",
        near: &[(A_WEIGHT, "30.5"), ("rules.indicatorPoints", "80.5")],
    },
    Row {
        code: GoalWeight, also: &[],
        edits: &[("goals[0].weight", "60")],
        path: "goals[0].weight",
        message: "年度目标 1 写的是 60 分，其指标分值合计 80 分：请改为 80 或调整指标分值。",
        near: &[("goals[0].weight", "80.0分")],
    },
    Row {
        code: HeadingWeight, also: &[],
        edits: &[(A_DIMENSION, "数量指标（36分）")],
        path: A_DIMENSION,
        message: "“数量指标（36分）”写的是 36 分，其指标分值合计 30 分：请改正其一。",
        near: &[(A_DIMENSION, "数量指标（30 分）")],
    },
    Row {
        code: HeadingWeight, also: &[],
        edits: &[
            ("goals[0].indicators[0].category", "产出指标(40分)"),
            ("goals[0].indicators[1].category", "产出指标(40分)"),
        ],
        path: "goals[0].indicators[0].category",
        message: "“产出指标(40分)”写的是 40 分，其指标分值合计 50 分：请改正其一。",
        near: &[
            ("goals[0].indicators[0].category", "产出指标(50分)"),
            ("goals[0].indicators[1].category", "产出指标(50分)"),
        ],
    },
    Row {
        code: CategoryWeight, also: &[],
        edits: &[("rules.categories[0].points", "60")],
        path: "goals[0].indicators[0].category",
        message: "产出指标分值合计 50，武汉市 2020 年度为 60：如有调整请说明理由。",
        near: &[("rules.categories[0].points", "50")],
    },
    Row {
        code: CategoryWeight, also: &[],
        edits: &[("rules.categories[2].points", "10")],
        path: A_WEIGHT,
        message: "满意度指标分值合计 0，武汉市 2020 年度为 10：如有调整请说明理由。",
        near: &[("rules.categories[2].points", "0")],
    },
    Row {
        code: ScoreDiffers, also: &[],
        edits: &[(A_CLAIMED, "29.99")],
        path: A_CLAIMED,
        message: "得分 29.99 与规则不符：30 × 60 ÷ 50 = 36 → 30（不超过权重），请改为 30 或说明依据。",
        near: &[(A_CLAIMED, "30.00")],
    },
    Row {
        code: ScoreDiffers, also: &[],
        edits: &[("execution.claimed", "19")],
        path: "execution.claimed",
        message: "得分 19 与规则不符：20 × 100 ÷ 100 = 20，请改为 20 或说明依据。",
        near: &[("execution.claimed", "—")],
    },
    Row {
        code: ScoreAboveWeight, also: &[ScoreDiffers],
        edits: &[(A_CLAIMED, "30.01")],
        path: A_CLAIMED,
        message: "得分 30.01 超过分值 30：得分不能高于分值，请改正。",
        near: &[(A_CLAIMED, "30")],
    },
    Row {
        code: ScoreOutsideBand, also: &[],
        edits: &[(C_AWARDED, "23.99"), (C_CLAIMED, ""), ("claimedTotal", "")],
        path: C_AWARDED,
        message: "得分 23.99 不在“达成预期指标”档内：应在 24–30 分 之间，请改得分或改档次。",
        near: &[(C_AWARDED, "24"), (C_CLAIMED, ""), ("claimedTotal", "")],
    },
    Row {
        code: ScoreOutsideBand, also: &[],
        edits: &[
            (C_BAND, "partly"), (C_AWARDED, ""), (C_CLAIMED, "24"), ("claimedTotal", "94"),
            ("deviation", "宣传材料印制推迟。"),
        ],
        path: C_CLAIMED,
        message: "得分 24 不在“部分达成预期指标并具有一定效果”档内：应在 15–24（不含） 分 之间，请改得分或改档次。",
        near: &[(C_BAND, "partly"), (C_AWARDED, "23.99"), (C_CLAIMED, "")],
    },
    Row {
        code: BandUnknown, also: &[],
        edits: &[(C_BAND, "mostly"), (C_AWARDED, "24")],
        path: C_AWARDED,
        message: "评分规则“武汉市 2020 年度”没有代号为“mostly”的档次，暂时不能计分：请在“达成预期指标”“部分达成预期指标并具有一定效果”“未达成预期指标且效果较差”中重新选择，或改用原来的评分规则。",
        near: &[(C_BAND, "met"), (C_AWARDED, "")],
    },
    Row {
        // Whatever stands beside it.
        code: BandUnknown, also: &[],
        edits: &[(C_BAND, "partly-met"), (C_AWARDED, ""), (C_CLAIMED, ""), ("claimedTotal", "")],
        path: C_CLAIMED,
        message: "评分规则“武汉市 2020 年度”没有代号为“partly-met”的档次，暂时不能计分：请在“达成预期指标”“部分达成预期指标并具有一定效果”“未达成预期指标且效果较差”中重新选择，或改用原来的评分规则。",
        near: &[(C_BAND, "met"), (C_AWARDED, "24"), (C_CLAIMED, ""), ("claimedTotal", "")],
    },
    Row {
        code: TotalDiffers, also: &[],
        edits: &[("claimedTotal", "99.99")],
        path: "claimedTotal",
        message: "总分 99.99 与计算不符：各项得分合计为 100，请改为 100 或说明依据。",
        near: &[("claimedTotal", "100.00")],
    },
    Row {
        // While a score is missing there is no total to compare with.
        code: TotalDiffers, also: &[ScoreTakenOver],
        edits: &[(C_BAND, ""), (C_AWARDED, ""), (C_CLAIMED, "29")],
        path: "claimedTotal",
        message: "总分 100 与计算不符：各项得分合计为 99，请改为 99 或说明依据。",
        near: &[(C_BAND, ""), (C_AWARDED, ""), (C_CLAIMED, "")],
    },
    Row {
        code: ExecutionRateDiffers, also: &[],
        edits: &[("execution.rate", "99.9%")],
        path: "execution.rate",
        message: "执行率 99.9% 与计算不符：执行数 ÷ 预算数 = 100.0%，请改为 100.0%。",
        near: &[("execution.rate", "100")],
    },
    Row {
        // Compared at the decimals it was typed with.
        code: ExecutionRateDiffers, also: &[SpentOverBudget],
        edits: &[("execution.budget", "99.97"), ("execution.rate", "100.04%")],
        path: "execution.rate",
        message: "执行率 100.04% 与计算不符：执行数 ÷ 预算数 = 100.03%，请改为 100.03%。",
        near: &[("execution.budget", "99.97"), ("execution.rate", "100.030%")],
    },
    Row {
        code: SpentOverBudget, also: &[],
        edits: &[("execution.budget", "99.99")],
        path: "execution.actual",
        message: "执行数 100 大于预算数 99.99：预算数应为调整后的全年预算，请核对。",
        near: &[("execution.budget", "100")],
    },
    Row {
        code: SpentUnbudgeted, also: &[],
        edits: &[("execution.budget", "0")],
        path: "execution.budget",
        message: "预算数为 0，执行数为 100：无预算支出，请核对预算数（应含调整后的预算）。",
        near: &[("execution.budget", "0.01")],
    },
    Row {
        code: ExecutionNotApplicable, also: &[],
        edits: &[
            ("execution.budget", "0"), ("execution.actual", "0.00"), ("execution.rate", "—"),
            ("basicSpending", "0"), ("projectSpending", "0"),
        ],
        path: "execution.budget",
        message: "预算数和执行数都是 0，没有执行率：以自填得分计入总分。",
        near: &[("execution.budget", "0.01"), ("execution.actual", "0")],
    },
    Row {
        code: SpendingParts, also: &[],
        edits: &[("projectSpending", "40.01")],
        path: "projectSpending",
        message: "基本支出与项目支出之和 100.01 不等于整体支出执行数 100：请核对三个数。",
        near: &[("projectSpending", "400,000元")],
    },
    Row {
        code: UnitMismatch, also: &[],
        edits: &[(A, "60人"), (A_CLAIMED, "")],
        path: A,
        message: "目标值的单位是“人次”，完成值的单位是“人”，不能比较：请统一单位。",
        near: &[(A, "60"), (A_CLAIMED, "")],
    },
    Row {
        code: UnitMismatch, also: &[ScoreTakenOver],
        edits: &[(A, "6万人次"), (A_TARGET, "5万")],
        path: A,
        message: "目标值的单位是（无单位），完成值的单位是“人次”，不能比较：请统一单位。",
        near: &[(A, "60000人次"), (A_TARGET, "5万")],
    },
    Row {
        code: UnitMismatch, also: &[],
        edits: &[(A_TARGET, "90"), (A, "95%")],
        path: "goals[0].indicators[0].target",
        message: "目标值没有写单位，完成值是百分比：已按目标 90.0% 比较，请在目标值里写明“%”。",
        near: &[(A_TARGET, "90%"), (A, "95%")],
    },
    Row {
        code: UnitMismatch, also: &[],
        edits: &[(A_TARGET, "5"), (A, "80%"), (A_CLAIMED, "")],
        path: A,
        message: "目标值的单位是（无单位），完成值的单位是“%”，不能比较：请统一单位。",
        near: &[(A_TARGET, "5%"), (A, "80%"), (A_CLAIMED, "")],
    },
    Row {
        code: PeriodConverted, also: &[],
        edits: &[(A_TARGET, "每月5人次")],
        path: A_TARGET,
        message: "目标值和完成值的期间不同，已折算为全年再比较：请确认口径一致。",
        near: &[(A_TARGET, "全年50人次")],
    },
    Row {
        code: PeriodMismatch, also: &[],
        edits: &[(A_TARGET, "每周1人次"), (A_CLAIMED, "")],
        path: A,
        message: "目标值按周、完成值按年，不能准确折算：请写成同一期间。",
        near: &[(A_TARGET, "每周1人次"), (A, "每周1人次")],
    },
    Row {
        code: ActualWithoutNumber, also: &[],
        edits: &[(A, "全部完成"), (A_CLAIMED, "")],
        path: A,
        message: "目标值是数字，完成值“全部完成”里没有唯一的数字，不能按比例计分：请写明完成的数。",
        near: &[(A, "完成60人次"), (A_CLAIMED, "")],
    },
    Row {
        code: ActualWithoutNumber, also: &[],
        edits: &[("goals[0].indicators[2].nature", "quantitative"), (C_CLAIMED, "")],
        path: C,
        message: "目标值里没有唯一的数字，不能按比例计分：请写成一个数，或改按定性指标评分。",
        near: &[("goals[0].indicators[2].nature", "qualitative"), (C_CLAIMED, "")],
    },
    Row {
        code: ActualWithoutNumber, also: &[],
        edits: &[(A, "低于60人次"), (A_CLAIMED, "")],
        path: A,
        message: "完成值“低于60人次”只说了界限，不是一个确定的数，不能按比例计分：请写明完成的数。",
        near: &[(A, "超过60人次"), (A_CLAIMED, "")],
    },
    Row {
        code: ScoreTakenOver, also: &[],
        edits: &[(C_BAND, ""), (C_AWARDED, "")],
        path: C_CLAIMED,
        message: "得分无法由目标值和完成值算出，总分暂按自填的 30 分计入。",
        near: &[(C_AWARDED, "")],
    },
    Row {
        code: DegreeOfCompletion, also: &[],
        edits: &[(C, "100%"), (C_BAND, ""), (C_AWARDED, "")],
        path: C,
        message: "完成值是百分比，而目标值不是：按完成程度计分。",
        near: &[(C, "完成100%"), (C_BAND, ""), (C_AWARDED, "")],
    },
    Row {
        code: NegativeRatio, also: &[],
        edits: &[(A_TARGET, "-50人次"), (A, "-50人次")],
        path: A,
        message: "目标值或完成值为负，没有比例可算：达到目标得满分，否则得 0 分。",
        near: &[(A_TARGET, "0人次"), (A, "0人次")],
    },
    Row {
        code: AboveEqualTarget, also: &[],
        edits: &[(A_TARGET, "=50人次"), (A, "50.01人次")],
        path: A,
        message: "目标值写的是“=”，完成值超过了它：按完成计满分，请确认目标不是上限。",
        near: &[(A_TARGET, "=50人次"), (A, "50.00人次")],
    },
    Row {
        code: AboveEqualTarget, also: &[ScoreDiffers, TotalDiffers, DeviationMissing],
        edits: &[(A_TARGET, "=0人次"), (A, "1人次")],
        path: A,
        message: "目标值写的是“=0”，完成值是 1，没有达到目标，得 0 分：请核对两个数。",
        near: &[(A_TARGET, "=0人次"), (A, "0人次")],
    },
    Row {
        code: AboveEqualTarget, also: &[],
        edits: &[(A_TARGET, "0人次"), (A, "1人次")],
        path: A,
        message: "目标值是 0，没有写“≤”，完成值是 1：按越多越好计满分，如果不应发生，请把目标写成“≤0”。",
        near: &[(A_TARGET, "≥0人次"), (A, "1人次")],
    },
    Row {
        code: TargetJustMissed, also: &[DeviationMissing],
        edits: &[(A_TARGET, ">50人次"), (A, "50人次"), (A_CLAIMED, "")],
        path: A,
        message: "目标值要求大于 50，完成值正好是 50，没有达到，而按比例会得满分：请核对目标是否应为“不低于”，或自行评分。",
        near: &[(A_TARGET, ">50人次"), (A, "50.01人次")],
    },
    Row {
        code: TargetJustMissed, also: &[DeviationMissing],
        edits: &[(A_TARGET, "低于50人次"), (A, "50人次"), (A_CLAIMED, "")],
        path: A,
        message: "目标值要求小于 50，完成值正好是 50，没有达到，而按比例会得满分：请核对目标是否应为“不超过”，或自行评分。",
        near: &[(A_TARGET, "低于50人次"), (A, "50.01人次")],
    },
    Row {
        code: FarAboveTarget, also: &[],
        edits: &[("rules.farAbove", "120"), ("deviation", "下半年增加了两期培训。")],
        path: A,
        message: "完成情况达到目标的 120% 以上：请在偏差原因分析中说明原因。",
        near: &[("rules.farAbove", "120.01"), ("deviation", "下半年增加了两期培训。")],
    },
    Row {
        // Whatever the rules say, a target that is just reached is not exceeded.
        code: FarAboveTarget, also: &[DeviationMissing],
        edits: &[
            ("rules.farAbove", "100"),
            (A, "50.01人次"), ("goals[0].indicators[1].actual", "90万元"),
        ],
        path: A,
        message: "完成情况达到目标的 100% 以上：请在偏差原因分析中说明原因。",
        near: &[
            ("rules.farAbove", "100"),
            (A, "50人次"), ("goals[0].indicators[1].actual", "90万元"),
        ],
    },
    Row {
        // A cost far below its limit exceeds it too.
        code: FarAboveTarget, also: &[DeviationMissing],
        edits: &[("rules.farAbove", "125"), ("goals[0].indicators[1].actual", "72万元")],
        path: "goals[0].indicators[1].actual",
        message: "完成情况达到目标的 125% 以上：请在偏差原因分析中说明原因。",
        near: &[("rules.farAbove", "125"), ("goals[0].indicators[1].actual", "72.01万元")],
    },
    Row {
        code: DimensionMisplaced, also: &[],
        edits: &[("goals[0].indicators[0].name", "群众满意率")],
        path: A_DIMENSION,
        message: "满意度应列在“满意度指标”下，现在列在“数量指标”下：请移到满意度指标。",
        near: &[("goals[0].indicators[0].name", "群众满意率"), (A_DIMENSION, "服务对象满意度")],
    },
    Row {
        code: DimensionMisplaced, also: &[],
        edits: &[(C_DIMENSION, "时效指标")],
        path: C_DIMENSION,
        message: "“时效指标”属于产出指标，现在列在“效益指标”下：请移到产出指标。",
        near: &[(C_DIMENSION, "生态效益指标")],
    },
    Row {
        code: DeviationMissing, also: &[],
        edits: &[(A, "49人次"), (A_CLAIMED, "29.4"), ("claimedTotal", "99.4")],
        path: "deviation",
        message: "“培训人次”未完成或偏差较大，还没有说明原因：请填写原因分析。",
        near: &[(A, "50人次")],
    },
    Row {
        code: DeviationMissing, also: &[],
        edits: &[
            (A, "49人次"), (A_CLAIMED, "29.4"), ("claimedTotal", ""),
            ("goals[0].indicators[1].actual", "100万元"), ("goals[0].indicators[1].claimed", "18"),
            (C_BAND, "partly"), (C_AWARDED, "20"), (C_CLAIMED, "20"),
            ("rules.explainExecutionBelow", "100.01"), ("deviation", ""),
        ],
        path: "deviation",
        message: "“预算执行”、“培训人次”、“办公费用”等 4 项未完成或偏差较大，还没有说明原因：请填写原因分析。",
        near: &[("rules.explainExecutionBelow", "100")],
    },
    Row {
        code: DeviationMissing, also: &[DegreeOfCompletion],
        edits: &[
            (C, "95%"), (C_BAND, ""), (C_AWARDED, ""), (C_CLAIMED, "28.5"), ("claimedTotal", ""),
        ],
        path: "deviation",
        message: "“政策宣传”未完成或偏差较大，还没有说明原因：请填写原因分析。",
        near: &[(C, "100%"), (C_BAND, ""), (C_AWARDED, "")],
    },
    Row {
        code: DeviationUnneeded, also: &[],
        edits: &[("deviation", "培训目标未完成。")],
        path: "deviation",
        message: "原因分析提到未完成，而各项目标都已完成：请核对文字与数字。",
        near: &[("deviation", "培训目标未完成。"), (A, "49人次")],
    },
    Row {
        // While a score is open nobody knows.
        code: DeviationUnneeded, also: &[],
        edits: &[("deviation", "没有未达标的项目。")],
        path: "deviation",
        message: "原因分析提到未完成，而各项目标都已完成：请核对文字与数字。",
        near: &[("deviation", "没有未达标的项目。"), (C_BAND, ""), (C_AWARDED, "")],
    },
    Row {
        code: PlaceholderLeft, also: &[],
        edits: &[("improvement", "对经费增加(减少)的部分从严控制")],
        path: "improvement",
        message: "改进措施及结果应用方案里还留着模板的占位文字“增加(减少)”：请改成实际内容。",
        near: &[("improvement", "对经费增加的部分从严控制")],
    },
    Row {
        code: PlaceholderLeft, also: &[],
        edits: &[(C, "已完成××场")],
        path: C,
        message: "完成值里还留着模板的占位文字“××”：请改成实际内容。",
        near: &[(C, "已完成×场")],
    },
    Row {
        code: NarrativeTotal, also: &[],
        edits: &[("improvement", "扩面净增29,339人次。其中，养老净增7,044人，失业净增8,345人，工伤净增13,930人。")],
        path: "improvement",
        message: "文字中的合计 29,339人次 与所列各项之和 29,319人次 不符：请核对。",
        near: &[("improvement", "扩面净增29,319人次。其中，养老净增7,044人，失业净增8,345人，工伤净增13,930人。")],
    },
    Row {
        code: NarrativeRate, also: &[],
        edits: &[("improvement", "预算数为100万元，执行数为90万元，完成预算的100.0%。")],
        path: "improvement",
        message: "文字中的完成率 100.0% 与所列两数不符，应为 90.0%：请核对。",
        near: &[("improvement", "预算数为100万元，执行数为90万元，完成预算的90.0%。")],
    },
    Row {
        code: DateUnreadable, also: &[],
        edits: &[("filledOn", "2021-02-29")],
        path: "filledOn",
        message: "填报日期“2021-02-29”不是日期：请填写年月日，例如 2021-05-20。",
        near: &[("filledOn", "2021-02-28")],
    },
    Row {
        code: DateFuture, also: &[],
        edits: &[("filledOn", "2021年6月2日")],
        path: "filledOn",
        message: "填报日期 2021-06-02 晚于今天（2021-06-01）：请核对日期。",
        near: &[("filledOn", "2021年6月1日")],
    },
    Row {
        code: DateLate, also: &[],
        edits: &[("rules.deadline", "2021-05-19")],
        path: "filledOn",
        message: "填报日期 2021-05-20 晚于截止日期 2021-05-19：请核对，或说明迟报原因。",
        near: &[("rules.deadline", "2021-05-20")],
    },
    Row {
        code: RuleSetUnknown, also: &[],
        edits: &[("ruleSet", "wuhan-1999")],
        path: "ruleSet",
        message: "没有名为“wuhan-1999”的评分规则：已改用“武汉市 2020 年度”计分，请重新选择规则。",
        near: &[("ruleSet", "")],
    },
    Row {
        code: FormTooLarge, also: &[],
        edits: &[("rows", "2001")],
        path: "name",
        message: "共有 2001 条指标，一张表最多 2000 条：请拆成几张表。",
        near: &[("rows", "2000")],
    },
];

#[test]
fn the_base_form_has_no_finding() {
    let evaluation = edited(&[]);
    assert_eq!(evaluation.findings, []);
    assert!(evaluation.complete);
    assert_eq!(evaluation.total_working.in_chinese(), "20 + 80 = 100");
}

#[test]
fn every_row_brings_up_its_code_and_no_other() {
    for row in ROWS {
        let evaluation = edited(row.edits);
        let mut expected = [row.also, &[row.code]].concat();
        expected.sort();
        assert_eq!(codes(&evaluation), expected, "{:?}", row.edits);
        let finding = evaluation
            .findings
            .iter()
            .find(|f| f.code == row.code)
            .unwrap();
        assert_eq!(finding.message(), row.message);
        assert_eq!(finding.cell.to_string(), row.path, "{}", row.message);
        assert_eq!(finding.severity(), row.code.severity());
    }
}

#[test]
fn no_row_brings_up_its_code_where_it_just_does_not_apply() {
    for row in ROWS {
        let codes = codes(&edited(row.near));
        assert!(!codes.contains(&row.code), "{} {:?}", row.code, row.near);
    }
}

#[test]
fn every_code_has_a_row_in_the_order_of_the_codes() {
    let mut rows: Vec<Code> = ROWS.iter().map(|row| row.code).collect();
    rows.dedup();
    // What is said of several forms together has its tables in workbooks.rs and consolidation.rs, what
    // is said of the accounts in accounts.rs and text.rs.
    let of_one_form = |code: &&Code| !Code::ACROSS.contains(code) && !Code::ACCOUNTS.contains(code);
    let codes: Vec<Code> = Code::ALL.iter().filter(of_one_form).copied().collect();
    assert_eq!(rows, codes);
}

/// Where a cell is, for a person.
#[test]
fn whereabouts() {
    let mut form: Form = serde_json::from_value(base()).unwrap();
    let mut row = (*form.goals[0].indicators[1]).clone();
    row.dimension = " ".into();
    row.name = " 办公费用 ".into();
    form.goals[0].indicators[1] = row.into();
    form.goals[0].indicators.push(Default::default());
    for (path, place) in [
        ("claimedTotal", "总分"),
        ("execution.rate", "预算执行"),
        ("goals[0].weight", "年度目标 1"),
        ("goals[0].indicators[0].claimed", "数量指标 · 培训人次"),
        ("goals[0].indicators[1].claimed", "产出指标 · 办公费用"),
        ("goals[0].indicators[3].claimed", "第 4 项指标"),
        ("goals[7].indicators[7].claimed", "第 8 项指标"),
    ] {
        let cell = path.parse().unwrap();
        assert_eq!(juesuan::evaluation::whereabouts(&form, cell), place);
    }
}

/// Without indicators there are no sums: a form just begun is not accused of wrong ones.
#[test]
fn a_form_just_begun() {
    let begun = json!({
        "execution": { "budget": "100", "actual": "100" },
        "goals": [{ "name": "目标" }, {}],
        "claimedTotal": "98", "deviation": "未完成"
    });
    let evaluation = evaluate(&serde_json::from_value(begun).unwrap(), None, None);
    assert_eq!(evaluation.findings, []);
    assert!(!evaluation.complete);
}

/// What mends itself does: the finding is gone afterwards.
#[test]
fn mends_mend() {
    let mut mended = 0;
    for row in ROWS {
        for finding in &edited(row.edits).findings {
            let Some(mend) = &finding.mend else { continue };
            let (form, rules) = form_and_rules(row.edits);
            let mended_form = Workbook::of(form, "2020")
                .edited(&Edit::mending(0, mend).unwrap())
                .unwrap();
            let after = evaluate(&mended_form.forms[0], rules.as_ref(), today());
            let same = |f: &&juesuan::evaluation::Finding| {
                f.code == finding.code && f.message() == finding.message()
            };
            assert_eq!(
                after.findings.iter().find(same),
                None,
                "{}",
                finding.message()
            );
            mended += 1;
        }
    }
    assert!(mended >= 7, "only {mended}");
}

#[test]
fn errors_come_first_then_warnings_then_notices() {
    let evaluation = edited(&[
        ("filledOn", "?"),
        ("execution.budget", "99.999"),
        (A_TARGET, "=5人次"),
        (C_DIMENSION, "时效指标"),
        (C_CLAIMED, "29"),
    ]);
    let said: Vec<_> = evaluation.findings.iter().map(|f| f.code).collect();
    assert_eq!(
        said,
        [
            DateUnreadable,
            ScoreDiffers,
            SpentOverBudget,
            DimensionMisplaced,
            AmountDecimals,
            AboveEqualTarget,
        ]
    );
}

fn example() -> Form {
    let workbook = read_workbook(include_bytes!("../static/example.juesuan.json")).unwrap();
    (*workbook.forms[0]).clone()
}

/// The published form: what is wrong in it is found, and nothing else.
#[test]
fn the_example() {
    let evaluation = evaluate(&example(), None, today());
    let messages: Vec<_> = evaluation.findings.iter().map(|f| f.message()).collect();
    let said: Vec<_> = evaluation
        .findings
        .iter()
        .zip(&messages)
        .map(|(f, message)| {
            (
                f.code.as_str(),
                f.cell.to_string(),
                message.as_str(),
                f.working.clone().unwrap_or_default().in_chinese(),
            )
        })
        .collect();
    let expected = [
        (
            "score-differs",
            "goals[1].indicators[0].claimed",
            "得分 8 与规则不符：10 × 1.0% ÷ 2.0% = 5，请改为 5 或说明依据。",
            "10 × 1.0% ÷ 2.0% = 5",
        ),
        (
            "total-differs",
            "claimedTotal",
            "总分 98 与计算不符：各项得分合计为 95，请改为 95 或说明依据。",
            "20 + 60 + 15 = 95",
        ),
        (
            "period-converted",
            "goals[0].indicators[0].target",
            "目标值和完成值的期间不同，已折算为全年再比较：请确认口径一致。",
            "目标 1,000 份 × 12 = 12,000 份；完成 50,000 份",
        ),
        (
            "dimension-misplaced",
            "goals[0].indicators[7].dimension",
            "满意度应列在“满意度指标”下，现在列在“时效指标”下：请移到满意度指标。",
            "",
        ),
    ];
    assert_eq!(
        said,
        expected.map(|(code, cell, message, working)| {
            let (cell, working) = (cell.to_owned(), working.to_owned());
            (code, cell, message, working)
        })
    );
    assert_eq!(grouped(evaluation.total), "95");
    assert_eq!(evaluation.total_working.in_chinese(), "20 + 60 + 15 = 95");
    assert!(evaluation.complete);
    assert_eq!(evaluation.grade, None);
    assert_eq!(evaluation.execution.rate.display(), "100.0%");
    let rule = evaluation.findings[0].rule().unwrap();
    assert_eq!(rule, rule_set("wuhan-2020").unwrap().words.higher);
}

#[test]
fn the_example_corrected() {
    let mut form = example();
    for (cell, text) in [
        ("goals[1].indicators[0].claimed", "5"),
        ("claimedTotal", "95"),
    ] {
        let cell: juesuan::evaluation::Cell = cell.parse().unwrap();
        cell.set(&mut form, text).unwrap();
    }
    let evaluation = evaluate(&form, None, today());
    assert_eq!(codes(&evaluation), [PeriodConverted, DimensionMisplaced]);
    assert_eq!(grouped(evaluation.total), "95");
}

/// A section of the documentation: the code and severity of its heading, and the fenced example
/// with what stands on its fence.
struct Section {
    code: String,
    severity: String,
    fence: Vec<(String, String)>,
    example: String,
}

fn documentation() -> Vec<Section> {
    let text = include_str!("../docs/findings.md");
    text.split("\n## ")
        .skip(1)
        .map(|section| {
            let (heading, body) = section.split_once('\n').unwrap();
            let (code, severity) = heading
                .strip_suffix('）')
                .unwrap()
                .split_once('（')
                .unwrap();
            assert!(body.contains("**改法**："), "{code}");
            let (_, block) = body.split_once("```json ").unwrap();
            let (fence, block) = block.split_once('\n').unwrap();
            let (example, rest) = block.split_once("\n```").unwrap();
            assert!(!rest.contains("```"), "one example for {code}");
            Section {
                code: code.to_owned(),
                severity: severity.to_owned(),
                fence: fence
                    .split(' ')
                    .map(|word| word.split_once('=').unwrap())
                    .map(|(key, value)| (key.to_owned(), value.to_owned()))
                    .collect(),
                example: example.to_owned(),
            }
        })
        .collect()
}

#[test]
fn the_documentation_has_every_code_with_its_severity() {
    let documented: Vec<_> = documentation()
        .iter()
        .map(|section| (section.code.clone(), section.severity.clone()))
        .collect();
    // Those of the accounts are in accounts.md, see tests/accounts.rs.
    let codes: Vec<_> = Code::ALL
        .iter()
        .filter(|code| !Code::ACCOUNTS.contains(code))
        .map(|code| {
            let severity = match code.severity().as_str() {
                "error" => "错误",
                "warning" => "警告",
                _ => "提示",
            };
            (code.as_str().to_owned(), severity.to_owned())
        })
        .collect();
    assert_eq!(documented, codes);
}

#[test]
fn every_example_of_the_documentation_brings_up_just_its_code() {
    for section in documentation() {
        let mut form: Value = serde_json::from_str(&section.example).unwrap();
        let mut rules: Option<RuleSet> = None;
        let mut expected = Vec::new();
        let mut day = today();
        let (mut workbook, mut together) = (false, false);
        let mut settings = json!({});
        let mut own_rules: Option<Value> = None;
        for (key, value) in &section.fence {
            match key.as_str() {
                "code" => {
                    assert_eq!(*value, section.code);
                    expected.push(value.clone());
                }
                "also" => expected.push(value.clone()),
                "workbook" => workbook = true,
                "rules" => own_rules = Some(brought_along(value)),
                "settings" => settings = json!({ "farAbove": "90" }),
                "consolidate" => together = true,
                "today" => day = Some(date(value)),
                "deadline" => {
                    let mut own = RuleSet::clone(rule_set("wuhan-2020").unwrap());
                    own.deadline = Some(value.clone());
                    rules = Some(own);
                }
                "rows" => fill_up(&mut form, value.parse().unwrap(), |_| {}),
                _ => panic!("{}: what is {key}?", section.code),
            }
        }
        let findings = if workbook || settings != json!({}) {
            let rules: Vec<Value> = own_rules.into_iter().collect();
            let forms =
                json!({ "format": 2, "settings": settings, "ruleSets": rules, "forms": form });
            let workbook: Workbook = serde_json::from_value(forms).unwrap();
            let forms = assess(&workbook, day).forms;
            forms.iter().flat_map(|e| e.findings.clone()).collect()
        } else if together {
            let forms: Vec<Form> = serde_json::from_value(form).unwrap();
            consolidate(&forms, day).unwrap().evaluation.findings
        } else {
            let form: Form = serde_json::from_value(form).unwrap();
            evaluate(&form, rules.as_ref(), day).findings
        };
        let mut said: Vec<_> = findings
            .iter()
            .map(|f| f.code.as_str().to_owned())
            .collect();
        said.sort();
        said.dedup();
        expected.sort();
        assert_eq!(said, expected);
    }
}

/// The rule set that a file brings along in an example.
fn brought_along(which: &str) -> Value {
    let mut rules = serde_json::to_value(rule_set("hubei-2019").unwrap()).unwrap();
    match which {
        "unusable" => {
            rules["id"] = json!("own-2020");
            rules["executionPoints"] = json!("60");
        }
        "beside" => rules["id"] = json!("wuhan-2020"),
        _ => panic!("what are {which} rules?"),
    }
    rules
}

fn date(text: &str) -> Date {
    let parts: Vec<u16> = text.split('-').map(|part| part.parse().unwrap()).collect();
    let month = Month::try_from(parts[1] as u8).unwrap();
    Date::from_calendar_date(parts[0].into(), month, parts[2] as u8).unwrap()
}

#[test]
fn the_documentation_knows_the_bound() {
    let text = include_str!("../docs/findings.md");
    assert!(text.contains(&format!("多于 {MOST_INDICATORS} 条")));
}
