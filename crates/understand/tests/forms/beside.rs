//! The text beside the forms, and forms beside each other.

use crate::sketch;
use juesuan_understand::{Severity, review};

/// Two forms of a unit, with a text before each.
fn document(overall: &str, project: &str, satisfied: &str) -> String {
    format!(
        "## （一）整体绩效自评结果
        {overall}
        整体绩效自评表
        |单位名称|6*云山市社保处|
        |v2*预算执行情况（20分）|2*预算数（A）|执行数（B）|执行率（B/A）|2*得分（20分*执行率）|
        |^|2*1,552.63|1,552.63|100.0%|2*20|
        |年度目标（80分）|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分|
        ||产出指标（40分）|数量指标（40分）|养老失业工伤保险扩面（40分）|19200人次|29319人次|40|
        ||效益指标（40分）|服务对象满意度（40分）|参保对象满意率（40分）|90.0%|{satisfied}|40|
        |总分|6*100分|
        ## （二）项目支出自评结果
        {project}
        项目自评表
        |项目名称|6*合同人员经费|
        |v2*预算执行情况（20分）|2*预算数（A）|执行数（B）|执行率（B/A）|2*得分（20分*执行率）|
        |^|2*93.5|93.5|100.0%|2*20|
        |年度目标（80分）|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分|
        ||产出指标（40分）|数量指标（40分）|业务办理（40分）|100.0%|100.0%|40|
        ||效益指标（40分）|服务对象满意度（40分）|做好服务，让参保对象满意（40分）|90.0%|95.2%|40|
        |总分|6*100分|"
    )
}

const OVERALL: &str = "预算数为1,552.63万元，执行数为1,552.63万元，完成预算的100.0%。";
const PROJECT: &str =
    "合同人员经费项目绩效自评综述：项目全年预算数为93.5万元，执行数为93.5万元，完成预算的100.0%。";

#[test]
fn text_and_forms() {
    let cases: &[(&str, &str, &str, &[&str])] = &[
        (OVERALL, PROJECT, "95.2%", &[]),
        // The same in 元, and with fewer digits.
        (
            "预算数为15526300元，执行数为1,552.6万元，完成预算的100.0%。",
            PROJECT,
            "95.2%",
            &[],
        ),
        // One of two amounts is another.
        (
            "预算数为1,552.63万元，执行数为1,525.63万元。",
            PROJECT,
            "95.2%",
            &["Warning 执行数 1,525.63万元 1,552.63"],
        ),
        (
            OVERALL,
            "合同人员经费项目绩效自评综述：项目全年预算数为95.3万元，执行数为93.5万元。",
            "95.2%",
            &["Warning 预算数 95.3万元 93.5"],
        ),
        // Both are others: of another project, perhaps.
        (
            OVERALL,
            "其他项目：全年预算数为40万元，执行数为30万元。",
            "95.2%",
            &[],
        ),
        // Totals.
        ("整体支出绩效自评得分100分。", PROJECT, "95.2%", &[]),
        (
            "整体支出绩效自评得分为98分。",
            PROJECT,
            "95.2%",
            &["Warning 总分 98分 100分"],
        ),
        (
            OVERALL,
            "合同人员经费项目自评得分95分。",
            "95.2%",
            &["Warning 总分 95分 100分"],
        ),
        // A score of all projects, on average, is none of one form.
        (OVERALL, "项目支出绩效自评平均得分96分。", "95.2%", &[]),
        // One matter with two values.
        (
            OVERALL,
            PROJECT,
            "96.2%",
            &["Warning 参保对象满意率 95.2% 96.2%"],
        ),
        // What is counted in the text, and what the form has of it.
        (
            OVERALL,
            "社保扩面净增29,339人次。其中，养老保险扩面净增7,044人次，失业保险扩面净增8,345人次，工伤保险扩面净增13,930人次。",
            "95.2%",
            &["Error 社保扩面净增 29,339人次 29,319人次"],
        ),
    ];
    for (overall, project, satisfied, expected) in cases {
        let paper = sketch::paper(&document(overall, project, satisfied));
        let review = review(&paper);
        assert_eq!(review.forms.len(), 2);
        let loud: Vec<String> = review
            .findings
            .iter()
            .filter(|finding| finding.severity < Severity::Notice)
            .map(|finding| {
                let arguments = finding.matter.arguments();
                let values: Vec<&str> = arguments
                    .iter()
                    .take(3)
                    .map(|(_, value)| &**value)
                    .collect();
                format!("{:?} {}", finding.severity, values.join(" "))
            })
            .collect();
        assert_eq!(loud, *expected, "{overall} {project} {satisfied}");
    }
}
