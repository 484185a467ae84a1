//! Forms as lines of text, cell after cell, each broken as its column was.

use crate::loud;
use juesuan_paper::plain;
use juesuan_understand::review;

/// Points of more digits than any form has are none, and nothing is computed with them.
#[test]
fn points_beyond_all_bounds() {
    const MOST: &str = "79228162514264337593543950335";
    for (from, to) in [
        ("（20 分*执行率）", format!("（{MOST}分*执行率）")),
        ("培训人员（20\n分）", format!("培训人员（{MOST}分）")),
        ("（20 分）\n预算数", format!("（{MOST}分）\n预算数")),
    ] {
        assert!(FORM.contains(from), "{from}");
        let text = FORM.replace(from, &to);
        let review = review(&plain::read(&text));
        assert_eq!(review.forms.len(), 1, "{from}");
    }
}

const FORM: &str = "项目自评表
单位名称：云山市社保处 填报日期：2021 年 5 月 20 日
项目名称 合同人员经费
主管部门 云山市人社局
预算执行情
况（万元）
（20 分）
预算数
（A）
执行数
（B）
执行率（B/A）
得分
（20 分*执行率）
年度财
政资金
总额
93.5 93.5 100.0% 20
年度
绩效
目标
（80
分）
一级
指标
二级指
标
三级指标
年初目标值
（A）
实际完成值
（B）
得分
产出
指标
（50
分）
数量指
标（40
分）
培训人员（20
分）
350 人
次
对内对外培训约
600 人次
20
窗口办件量
（20 分）
业务合计月均
13505 笔，全年
稽核 5000 人
次
100.0% 20
质量指
标（10
分）
工资足额发放率（10 分）
100.0% 100.0% 10
效益指标
（30
分）
服务对
象满意
度（30
分）
让参保对
象满意（30
分）
90.0% 95.2% 30
总分 100 分
偏差大或目标未完成原
因分析
目标完成。
改进措施 加强学习。
注: 得分=权重*B/A，反向指标得分=权重*A/B。
";

#[test]
fn a_form_in_lines_is_read() {
    let paper = plain::read(FORM);
    let review = review(&paper);
    let [found] = review.forms.as_slice() else {
        panic!("{} forms in\n{paper}", review.forms.len());
    };
    let form = &found.form;
    assert_eq!(&*found.rules, "wuhan-2020");
    assert_eq!(form.unit, "云山市社保处".into());
    assert_eq!(form.name, "合同人员经费".into());
    assert_eq!(form.execution.actual, "93.5".into());
    assert_eq!(form.claimed_total, "100".into());
    assert_eq!(form.goals.len(), 1);
    assert_eq!(form.goals[0].weight, "80".into());
    let rows: Vec<String> = form.goals[0]
        .indicators
        .iter()
        .map(|row| {
            format!(
                "{}/{} {}|{}|{}|{}|{}",
                row.category,
                row.dimension,
                row.name,
                row.weight,
                row.target,
                row.actual,
                row.claimed
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            "产出指标（50分）/数量指标（40分） 培训人员|20|350人次|对内对外培训约600人次|20",
            "产出指标（50分）/数量指标（40分） 窗口办件量|20|业务合计月均13505笔，全年稽核5000人次|100.0%|20",
            "产出指标（50分）/质量指标（10分） 工资足额发放率|10|100.0%|100.0%|10",
            "效益指标（30分）/服务对象满意度（30分） 让参保对象满意|30|90.0%|95.2%|30",
        ]
    );
    assert_eq!(found.left, 0);
    assert_eq!(loud(&review, &paper), Vec::<String>::new());
}

#[test]
fn its_faults_are_found() {
    let cases: &[(&str, &str)] = &[
        ("100.0% 100.0% 10\n", "100.0% 50.0% 10\n"),
        ("90.0% 95.2% 30", "90.0% 95.2% 33"),
        ("总分 100 分", "总分 97 分"),
        ("93.5 93.5 100.0% 20", "93.5 85.3 100.0% 20"),
        ("93.5 93.5 100.0% 20", "93.5 93.5 100.0% 18"),
        ("标（10\n", "标（20\n"),
        ("培训人员（20\n", "培训人员（25\n"),
        ("（80\n", "（90\n"),
    ];
    for (from, to) in cases {
        let text = FORM.replacen(from, to, 1);
        assert_ne!(text, FORM, "{from}");
        let paper = plain::read(&text);
        let said = loud(&review(&paper), &paper);
        assert_eq!(said.len(), 1, "{from} → {to}: {said:?}");
    }
}

/// A form that is cut off anywhere, or of which a part is lost, does no harm.
#[test]
fn parts_of_a_form_do_no_harm() {
    let characters: Vec<char> = FORM.chars().collect();
    let mut forms = 0;
    for at in (0..characters.len()).step_by(9) {
        let begin: String = characters[..at].iter().collect();
        let rest: String = characters[(at + 5).min(characters.len())..]
            .iter()
            .collect();
        for text in [begin.clone(), format!("{begin}{rest}")] {
            forms += review(&plain::read(&text)).forms.len();
        }
    }
    assert!(forms > 20, "{forms}");
}
