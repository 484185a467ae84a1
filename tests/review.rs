//! What a reviewer adds, and what is handed on: findings set aside, remarks, the report of both, and
//! blocks of cells.

use juesuan::evaluation::{BadCell, Cell, Form, IndicatorField};
use juesuan::exchange::{
    copied_cells, copied_html, form_title, pasted_cells, pasted_table, read_workbook, report,
    report_csv, report_html, report_text, report_tsv, runs_as_formula, write_workbook,
};
use juesuan::finding::Code;
use juesuan::say::{InWords as _, Language};
use juesuan::{Edit, History, Spot, Workbook, assess};
use proptest::prelude::*;
use serde_json::{Value, json};

const B_CLAIMED: &str = "goals[0].indicators[1].claimed";
const B_MESSAGE: &str = "得分 9 与规则不符：20 × 4 ÷ 5 = 16，请改为 16 或说明依据。";
const B: &str = "score-differs goals[0].indicators[1].claimed";
const D: &str = "score-differs goals[1].indicators[0].claimed";
const E: &str = "degree-of-completion goals[1].indicators[1].actual";

/// Two goals of three and two indicators, with two errors and a notice to be set aside.
fn base() -> Value {
    let row = |name: &str, weight: &str, target: &str, actual: &str, claimed: &str| {
        json!({ "category": "产出指标", "dimension": "数量指标", "name": name, "weight": weight,
            "target": target, "actual": actual, "claimed": claimed })
    };
    json!({
        "unit": "某中心", "execution": { "budget": "100", "actual": "100" },
        "goals": [
            { "indicators": [
                row("甲", "20", "5个", "5个", ""),
                row("乙", "20", "5个", "4个", "9"),
                row("丙", "10", "5个", "5个", "")
            ] },
            { "indicators": [
                row("丁", "10", "5个", "5个", "8"),
                row("戊", "20", "5个", "100%", "")
            ] }
        ],
        "deviation": "乙因故未完成"
    })
}

fn workbook(forms: Value) -> Workbook {
    serde_json::from_value(
        json!({ "format": 4, "year": "2020", "ruleSet": "wuhan-2020", "forms": forms }),
    )
    .unwrap()
}

fn small() -> Workbook {
    workbook(json!([base()]))
}

#[track_caller]
fn cell(path: &str) -> Cell {
    path.parse().unwrap()
}

/// Sets aside what has this message in the small workbook or the one given.
fn aside(code: Code, path: &str, message: &str, reason: &str) -> Edit {
    aside_in(&small(), code, path, message, reason)
}

fn aside_in(workbook: &Workbook, code: Code, path: &str, message: &str, reason: &str) -> Edit {
    let findings = &assess(workbook, None).forms[0].findings;
    let found = findings.iter().find(|f| f.message() == message);
    let none = || [("none".to_owned(), message.to_owned())].into();
    Edit::SetAside {
        form: 0,
        code: code.as_str(),
        cell: cell(path),
        arguments: found.map_or_else(none, juesuan::evaluation::Finding::arguments),
        reason: reason.to_owned(),
    }
}

fn b_aside(reason: &str) -> Edit {
    aside(Code::ScoreDiffers, B_CLAIMED, B_MESSAGE, reason)
}

fn remark(path: &str, text: &str) -> Edit {
    Edit::SetRemark {
        form: 0,
        cell: cell(path),
        remark: text.to_owned().into(),
    }
}

fn set(path: &str, text: &str) -> Edit {
    Edit::SetCell {
        form: 0,
        cell: cell(path),
        text: text.to_owned(),
    }
}

#[track_caller]
fn edited(workbook: &Workbook, edits: &[Edit]) -> Workbook {
    edits.iter().fold(workbook.clone(), |workbook, edit| {
        workbook
            .edited(edit)
            .unwrap_or_else(|e| panic!("{edit:?}: {e:?}"))
    })
}

/// The findings of the first form as listed, with the reasons of those set aside.
fn listed(workbook: &Workbook) -> Vec<String> {
    let findings = assess(workbook, None).forms[0].findings.clone();
    let line = |finding: &juesuan::evaluation::Finding| match &finding.set_aside {
        Some(why) => format!("{} {}（{why}）", finding.code, finding.cell),
        None => format!("{} {}", finding.code, finding.cell),
    };
    findings.iter().map(line).collect()
}

/// Errors, warnings, notices, set aside.
fn counts(workbook: &Workbook) -> [usize; 4] {
    let counts = assess(workbook, None).counts;
    [
        counts.errors,
        counts.warnings,
        counts.notices,
        counts.set_aside,
    ]
}

#[test]
fn a_finding_set_aside_is_listed_last_and_not_counted() {
    assert_eq!(listed(&small()), [B, D, E]);
    assert_eq!(counts(&small()), [2, 0, 1, 0]);
    let one = edited(&small(), &[b_aside(" 按会议纪要评分 ")]);
    assert_eq!(listed(&one), [D, E, &format!("{B}（按会议纪要评分）")]);
    assert_eq!(counts(&one), [1, 0, 1, 1]);
    // Among those set aside the worst are first again.
    let notice = "完成值是百分比，而目标值不是：按完成程度计分。";
    let degree = aside(
        Code::DegreeOfCompletion,
        "goals[1].indicators[1].actual",
        notice,
        "属实",
    );
    let two = edited(&small(), &[degree, b_aside("按会议纪要评分")]);
    assert_eq!(
        listed(&two),
        [
            D,
            &format!("{B}（按会议纪要评分）"),
            &format!("{E}（属实）")
        ]
    );
    assert_eq!(counts(&two), [1, 0, 0, 2]);
    // Nothing is computed otherwise.
    let (before, after) = (assess(&small(), None), assess(&two, None));
    assert_eq!(
        (before.forms[0].total, before.forms[0].complete),
        (after.forms[0].total, after.forms[0].complete)
    );
    // A reason given anew takes the place of the first.
    let again = edited(&one, &[b_aside("按批复")]);
    assert_eq!(listed(&again), [D, E, &format!("{B}（按批复）")]);
    assert_eq!(again.forms[0].set_aside.len(), 1);
}

#[test]
fn a_blank_reason_takes_it_up_again() {
    let one = edited(&small(), &[b_aside("按会议纪要评分")]);
    for blank in ["", " \u{3000}\n"] {
        assert_eq!(edited(&one, &[b_aside(blank)]), small(), "{blank:?}");
        // Also where it was none.
        assert_eq!(edited(&small(), &[b_aside(blank)]), small());
    }
}

/// Only the very finding is set aside: same kind, same cell, same sentence.
#[test]
fn of_other_numbers_it_is_another_matter() {
    let one = edited(&small(), &[b_aside("按会议纪要评分")]);
    let still = format!("{B}（按会议纪要评分）");
    for (edits, expected) in [
        (
            vec![set("goals[0].indicators[1].actual", "4.00个")],
            Some(&*still),
        ),
        (
            vec![set("goals[0].indicators[1].name", "乙乙")],
            Some(&still),
        ),
        (vec![set(B_CLAIMED, "9.0")], Some(&still)),
        (vec![set(B_CLAIMED, "9.1")], Some(B)),
        (vec![set("goals[0].indicators[1].actual", "4.5个")], Some(B)),
        (vec![set(B_CLAIMED, "16")], None),
        // And once the numbers are the same again, so is the matter.
        (
            vec![set(B_CLAIMED, "9.1"), set(B_CLAIMED, "9")],
            Some(&still),
        ),
    ] {
        let lines = listed(&edited(&one, &edits));
        let line = lines.iter().find(|line| line.starts_with(B));
        assert_eq!(line.map(String::as_str), expected, "{edits:?}");
    }
    let message = "得分 8 与规则不符：10，请改为 10 或说明依据。";
    for other in [
        aside(
            Code::ScoreDiffers,
            "goals[1].indicators[0].claimed",
            message,
            "属实",
        ),
        aside(Code::ScoreAboveWeight, B_CLAIMED, B_MESSAGE, "属实"),
        aside(
            Code::ScoreDiffers,
            "goals[0].indicators[0].claimed",
            B_MESSAGE,
            "属实",
        ),
        aside(Code::ScoreDiffers, B_CLAIMED, &B_MESSAGE[..9], "属实"),
    ] {
        assert_eq!(listed(&edited(&small(), &[other])), [B, D, E]);
    }
}

/// Findings about several forms and about settings are set aside like any other.
#[test]
fn findings_across_forms() {
    let mut project = base();
    project["kind"] = json!("project");
    project["name"] = json!("培训");
    project["goals"][0]["indicators"][0]["actual"] = json!("6个");
    let mut both = workbook(json!([project, base()]));
    both.settings.deadline = "六月".into();
    let assessment = assess(&both, None);
    for (form, code) in [(1, Code::OneMatterTwoValues), (0, Code::SettingUnreadable)] {
        let finding = assessment.forms[form]
            .findings
            .iter()
            .find(|f| f.code == code)
            .unwrap();
        let edit = Edit::SetAside {
            form,
            code: code.as_str(),
            cell: finding.cell,
            arguments: finding.arguments(),
            reason: "属实".to_owned(),
        };
        let after = assess(&both.edited(&edit).unwrap(), None);
        let last = after.forms[form].findings.last().unwrap();
        assert_eq!((last.code, last.set_aside.as_deref()), (code, Some("属实")));
        assert_eq!(after.counts.set_aside, 1);
    }
}

/// One cell may have two findings of one kind.
#[test]
fn two_findings_of_one_kind_in_one_cell() {
    let mut two = small();
    two.settings.deadline = "六月".into();
    two.settings.score_places = "两位".into();
    let findings = assess(&two, None).forms[0].findings.clone();
    let edits: Vec<_> = findings
        .iter()
        .filter(|finding| finding.code == Code::SettingUnreadable)
        .map(|f| aside_in(&two, f.code, "ruleSet", &f.message(), "属实"))
        .collect();
    assert_eq!(edits.len(), 2);
    assert_eq!(counts(&edited(&two, &edits)), [2, 0, 1, 2]);
}

#[test]
fn remarks() {
    let noted = edited(
        &small(),
        &[
            remark("name", "写具体"),
            remark("goals[1].indicators[0].target", "依据？"),
            remark("execution.budget", " 请附批复\n两份 "),
            remark("goals[0].name", "缺目标"),
            remark("unit", "全称"),
            remark("goals[0].indicators[2].weight", "偏低"),
        ],
    );
    let form = &noted.forms[0];
    // In the order of the form, blanks around them left away; in the file as typed.
    assert_eq!(
        form.remarked(),
        [
            (cell("unit"), "全称"),
            (cell("name"), "写具体"),
            (cell("execution.budget"), "请附批复\n两份"),
            (cell("goals[0].name"), "缺目标"),
            (cell("goals[0].indicators[2].weight"), "偏低"),
            (cell("goals[1].indicators[0].target"), "依据？"),
        ]
    );
    for (path, text) in [
        ("unit", "全称"),
        ("execution.budget", "请附批复\n两份"),
        ("deviation", ""),
        ("goals[0].weight", ""),
        ("goals[1].indicators[0].actual", ""),
        ("goals[9].indicators[9].actual", ""),
    ] {
        assert_eq!(form.remark(cell(path)), text, "{path}");
    }
    assert_eq!(assess(&noted, None), assess(&small(), None));
    // Another text takes its place; a blank one takes it away.
    let again = edited(&noted, &[remark("unit", "请写全称"), remark("name", "  ")]);
    assert_eq!(again.forms[0].remark(cell("unit")), "请写全称");
    assert_eq!(
        (
            again.forms[0].remark(cell("name")),
            again.forms[0].remarks.len()
        ),
        ("", 5)
    );
    assert_eq!(
        edited(&small(), &[remark("unit", "全称"), remark("unit", "")]),
        small()
    );
    for path in ["goals[0].indicators[3].name", "goals[2].name"] {
        assert_eq!(
            small().edited(&remark(path, "某")),
            Err(BadCell(path.to_owned()).into())
        );
    }
    let nowhere = Edit::SetRemark {
        form: 1,
        cell: cell("unit"),
        remark: "某".to_owned().into(),
    };
    assert_eq!(
        small().edited(&nowhere),
        Err(BadCell("forms[1]".to_owned()).into())
    );
}

/// Causes and measures stand below the rows, and a goal's name above its own.
#[test]
fn remarks_in_the_order_of_the_form() {
    let order = [
        "unit",
        "execution.budget",
        "goals[0].name",
        "goals[0].indicators[0].name",
        "goals[1].name",
        "goals[1].indicators[0].name",
        "claimedTotal",
        "deviation",
    ];
    let noted = edited(&small(), &order.map(|path| remark(path, "某")));
    let remarked = noted.forms[0].remarked().into_iter();
    assert_eq!(
        remarked
            .map(|(cell, _)| cell.to_string())
            .collect::<Vec<_>>(),
        order
    );
}

#[test]
fn remarks_and_findings_set_aside_are_kept_in_files() {
    let noted = edited(&small(), &[remark("unit", " 全称 "), b_aside("按批复")]);
    let text = write_workbook(&noted);
    assert_eq!(read_workbook(text.as_bytes()).as_ref(), Ok(&noted));
    let file: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(
        file["forms"][0]["remarks"],
        json!([{ "path": "unit", "text": " 全称 " }])
    );
    assert_eq!(
        file["forms"][0]["setAside"],
        json!([{
            "code": "score-differs", "path": B_CLAIMED, "reason": "按批复",
            "arguments": { "claimed": "9", "score": "16", "working": "20 × 4 ÷ 5 = 16" }
        }])
    );
    // None written where there are none.
    let text = write_workbook(&small());
    assert!(!text.contains("remarks") && !text.contains("setAside"));
}

/// What a newer version wrote about cells unknown here is kept, not shown, and moved by nothing.
#[test]
fn paths_nobody_knows() {
    let mut form = base();
    form["remarks"] = json!([
        { "path": "goals[0].indicators[1].evidence", "text": "新" },
        { "path": "goals[7].name", "text": "没有这一项" },
        { "path": "unit", "text": "全称" }
    ]);
    form["setAside"] = json!([
        { "code": "newer-code", "path": "goals[0].indicators[1].evidence", "message": "", "reason": "某" }
    ]);
    let before = workbook(json!([form]));
    assert_eq!(before.forms[0].remarked(), [(cell("unit"), "全称")]);
    assert_eq!(counts(&before), counts(&small()));
    let after = edited(
        &before,
        &[Edit::RemoveIndicator {
            form: 0,
            goal: 0,
            row: 0,
        }],
    );
    assert_eq!(after.forms[0].remarks, before.forms[0].remarks);
    assert_eq!(after.forms[0].set_aside, before.forms[0].set_aside);
}

/// A blank remark, as a file by hand may have one, is none.
#[test]
fn blank_remarks_of_a_file() {
    let mut form = base();
    form["remarks"] = json!([{ "path": "unit", "text": " " }, { "path": "name" }]);
    assert_eq!(workbook(json!([form])).forms[0].remarked(), []);
}

/// The finding of 乙 set aside, and remarks on 乙, on 丁 and above the rows.
fn reviewed() -> Workbook {
    edited(
        &small(),
        &[
            b_aside("按批复"),
            remark("goals[0].indicators[1].name", "注乙"),
            remark("goals[1].indicators[0].target", "注丁"),
            remark("goals[1].name", "注二"),
            remark("unit", "注"),
        ],
    )
}

/// Where what was set aside and remarked is now: `g[0][1].claimed` is the first goal's second row.
fn where_now(workbook: &Workbook) -> String {
    let form = &workbook.forms[0];
    assert_eq!(form.remarked().len(), form.remarks.len());
    let aside = form.set_aside.iter().map(|a| a.path.to_string());
    let remarks = form
        .remarks
        .iter()
        .map(|r| format!("{}:{}", r.text, r.path));
    let text = aside.chain(remarks).collect::<Vec<_>>().join(" ");
    text.replace("goals", "g").replace(".indicators", "")
}

#[test]
fn what_is_written_follows_its_row() {
    let (form, goal) = (0, 0);
    let place = |row, category: &str, dimension: &str| Edit::PlaceIndicator {
        form,
        goal,
        row,
        category: category.to_owned(),
        dimension: dimension.to_owned(),
    };
    let b_at = |row| {
        format!(
            "g[0][{row}].claimed 注乙:g[0][{row}].name 注丁:g[1][0].target 注二:g[1].name 注:unit"
        )
    };
    for (edit, expected) in [
        // Rows come above it, at it, below it.
        (Edit::AddIndicator { form, goal, row: 0 }, b_at(2)),
        (Edit::AddIndicator { form, goal, row: 1 }, b_at(2)),
        (Edit::AddIndicator { form, goal, row: 2 }, b_at(1)),
        (Edit::DuplicateIndicator { form, goal, row: 0 }, b_at(2)),
        (Edit::DuplicateIndicator { form, goal, row: 1 }, b_at(1)),
        (Edit::DuplicateIndicator { form, goal, row: 2 }, b_at(1)),
        // Rows go.
        (Edit::RemoveIndicator { form, goal, row: 0 }, b_at(0)),
        (Edit::RemoveIndicator { form, goal, row: 2 }, b_at(1)),
        // Rows pass it, and it moves itself.
        (
            Edit::MoveIndicator {
                form,
                goal,
                row: 0,
                to: 2,
            },
            b_at(0),
        ),
        (
            Edit::MoveIndicator {
                form,
                goal,
                row: 2,
                to: 0,
            },
            b_at(2),
        ),
        (
            Edit::MoveIndicator {
                form,
                goal,
                row: 0,
                to: 1,
            },
            b_at(0),
        ),
        (
            Edit::MoveIndicator {
                form,
                goal,
                row: 1,
                to: 0,
            },
            b_at(0),
        ),
        (
            Edit::MoveIndicator {
                form,
                goal,
                row: 1,
                to: 2,
            },
            b_at(2),
        ),
        (
            Edit::MoveIndicator {
                form,
                goal,
                row: 1,
                to: 1,
            },
            b_at(1),
        ),
        (place(0, "产出指标", "数量指标"), b_at(0)),
        (place(1, "产出指标", "数量指标"), b_at(2)),
        (place(1, "效益指标", "社会效益指标"), b_at(2)),
        (place(2, "产出指标", "数量指标"), b_at(1)),
        // What happens in another goal, or to no row at all.
        (Edit::AddGoal { form }, b_at(1)),
        (set("goals[0].indicators[0].name", "甲甲"), b_at(1)),
        (
            Edit::Paste {
                form,
                goal,
                row: 2,
                field: IndicatorField::Name,
                cells: vec![vec!["丙".to_owned()], vec!["己".to_owned()]],
            },
            b_at(1),
        ),
    ] {
        let after = edited(&reviewed(), std::slice::from_ref(&edit));
        assert_eq!(where_now(&after), expected, "{edit:?}");
        // The finding is set aside where its row is now.
        assert_eq!(counts(&after)[3], 1, "{edit:?}");
        let (aside, _) = expected.split_once(' ').unwrap();
        let path = aside.replace("g[0]", "goals[0].indicators");
        assert!(
            listed(&after).contains(&format!("score-differs {path}（按批复）")),
            "{edit:?}"
        );
    }
    // In the other goal.
    for (edit, row) in [
        (
            Edit::AddIndicator {
                form,
                goal: 1,
                row: 0,
            },
            1,
        ),
        (
            Edit::AddIndicator {
                form,
                goal: 1,
                row: 1,
            },
            0,
        ),
        (
            Edit::MoveIndicator {
                form,
                goal: 1,
                row: 0,
                to: 1,
            },
            1,
        ),
        (
            Edit::RemoveIndicator {
                form,
                goal: 1,
                row: 1,
            },
            0,
        ),
    ] {
        let after = where_now(&edited(&reviewed(), std::slice::from_ref(&edit)));
        let expected = format!(
            "g[0][1].claimed 注乙:g[0][1].name 注丁:g[1][{row}].target 注二:g[1].name 注:unit"
        );
        assert_eq!(after, expected, "{edit:?}");
    }
}

#[test]
fn what_is_written_goes_with_its_row_or_goal() {
    let (form, goal) = (0, 0);
    for (edit, expected) in [
        (
            Edit::RemoveIndicator { form, goal, row: 1 },
            "注丁:g[1][0].target 注二:g[1].name 注:unit",
        ),
        (
            Edit::RemoveIndicator {
                form,
                goal: 1,
                row: 0,
            },
            "g[0][1].claimed 注乙:g[0][1].name 注二:g[1].name 注:unit",
        ),
        (
            Edit::RemoveGoal { form, goal: 0 },
            "注丁:g[0][0].target 注二:g[0].name 注:unit",
        ),
        (
            Edit::RemoveGoal { form, goal: 1 },
            "g[0][1].claimed 注乙:g[0][1].name 注:unit",
        ),
    ] {
        let mut history = History::new(reviewed());
        history.apply(&edit).unwrap();
        assert_eq!(where_now(history.present()), expected, "{edit:?}");
        // It comes back with its row.
        let gone = history.present().clone();
        history.undo();
        assert_eq!(**history.present(), reviewed(), "{edit:?}");
        history.redo();
        assert_eq!(*history.present(), gone);
    }
    // A copy of the form has what was written about it, and its own from then on.
    let copied = edited(
        &reviewed(),
        &[Edit::CopyForm { form: 0 }, remark("unit", "")],
    );
    assert_eq!(copied.forms[0].remark(cell("unit")), "");
    assert_eq!(copied.forms[1].remark(cell("unit")), "注");
    assert_eq!(counts(&copied)[3], 2);
}

#[test]
fn remarks_and_findings_set_aside_are_undone_and_redone() {
    let mut history = History::new(small());
    let steps = [
        (b_aside("按批复"), B_CLAIMED),
        (remark("unit", "全称"), "unit"),
        (b_aside("按纪要"), B_CLAIMED),
        (remark("goals[1].name", "缺目标"), "goals[1].name"),
        (b_aside(""), B_CLAIMED),
        (remark("unit", ""), "unit"),
    ];
    let mut states = vec![small()];
    for (edit, _) in &steps {
        history.apply(edit).unwrap();
        states.push((**history.present()).clone());
    }
    for (at, (_, path)) in steps.iter().enumerate().rev() {
        assert_eq!(history.undo(), Some(Spot::Cell(0, cell(path))));
        assert_eq!(**history.present(), states[at]);
    }
    assert_eq!(history.undo(), None);
    for (at, (_, path)) in steps.iter().enumerate() {
        assert_eq!(history.redo(), Some(Spot::Cell(0, cell(path))));
        assert_eq!(**history.present(), states[at + 1]);
    }
}

/// A project form of four lines: an error, a warning, a finding set aside and two remarks; and an
/// overall form of one.
fn handed_on() -> Workbook {
    let mut project = base();
    project["kind"] = json!("project");
    project["name"] = json!(" “五进”<宣传> & \"培训\" ");
    project["goals"][1]["indicators"][0]["claimed"] = json!("10");
    project["goals"][1]["indicators"][1]["name"] = json!("=SUM(A1)");
    project["execution"]["actual"] = json!("120");
    let mut other = base();
    other["goals"] =
        json!([{ "indicators": [{ "weight": "80", "target": "5个", "actual": "5个" }] }]);
    other["unit"] = json!("XX中心");
    other["deviation"] = json!("");
    let notice = "完成值是百分比，而目标值不是：按完成程度计分。";
    edited(
        &workbook(json!([project, other])),
        &[
            aside(
                Code::DegreeOfCompletion,
                "goals[1].indicators[1].actual",
                notice,
                "口径\t一致",
            ),
            remark("goals[0].indicators[2].weight", "偏低，\n请“说明”"),
            remark("unit", "=1+1"),
        ],
    )
}

fn lines() -> Vec<juesuan::exchange::Line> {
    let workbook = handed_on();
    report(&workbook, &assess(&workbook, None), Language::Chinese)
}

#[test]
fn the_lines_of_a_report() {
    let got: Vec<_> = lines()
        .into_iter()
        .map(|line| {
            [
                line.form,
                line.kind.to_owned(),
                line.place,
                line.message,
                line.working,
                line.remedy,
            ]
        })
        .collect();
    const PROJECT: &str = "“五进”<宣传> & \"培训\"";
    assert_eq!(
        got,
        [
            [
                PROJECT,
                "错误",
                "数量指标 · 乙",
                B_MESSAGE,
                "20 × 4 ÷ 5 = 16",
                "改为 16"
            ],
            [
                PROJECT,
                "警告",
                "预算执行",
                "执行数 120 大于预算数 100：预算数应为调整后的全年预算，请核对。",
                "120 − 100 = 20",
                "核对预算数是否含年中追加"
            ],
            [
                PROJECT,
                "已搁置",
                "数量指标 · =SUM(A1)",
                "完成值是百分比，而目标值不是：按完成程度计分。",
                "20 × 100.0% = 20",
                "搁置理由：口径\t一致"
            ],
            [PROJECT, "批注", "单位名称", "=1+1", "", ""],
            [
                PROJECT,
                "批注",
                "数量指标 · 丙 · 分值",
                "偏低，\n请“说明”",
                "",
                ""
            ],
            [
                "整体自评表",
                "错误",
                "单位名称",
                "单位名称里还留着模板的占位文字“XX”：请改成实际内容。",
                "",
                "改成实际内容"
            ],
        ]
    );
}

#[test]
fn a_report_as_text() {
    assert_eq!(
        report_text(&lines(), Language::Chinese),
        "“五进”<宣传> & \"培训\"\n\
         1. 【错误】数量指标 · 乙：得分 9 与规则不符：20 × 4 ÷ 5 = 16，请改为 16 或说明依据。\n\
         2. 【警告】预算执行：执行数 120 大于预算数 100：预算数应为调整后的全年预算，请核对。（120 − 100 = 20）\n\
         3. 【已搁置】数量指标 · =SUM(A1)：完成值是百分比，而目标值不是：按完成程度计分。（20 × 100.0% = 20）（搁置理由：口径\t一致）\n\
         4. 【批注】单位名称：=1+1\n\
         5. 【批注】数量指标 · 丙 · 分值：偏低，\n请“说明”\n\
         \n\
         整体自评表\n\
         6. 【错误】单位名称：单位名称里还留着模板的占位文字“XX”：请改成实际内容。\n"
    );
}

#[test]
fn a_report_as_cells() {
    let lines = lines();
    let tsv = report_tsv(&[lines[2].clone(), lines[4].clone()], Language::Chinese);
    assert_eq!(
        tsv,
        "序号\t表\t级别\t位置\t问题\t计算\t建议或说明\n\
         1\t“五进”<宣传> & \"培训\"\t已搁置\t数量指标 · =SUM(A1)\t完成值是百分比，而目标值不是：按完成程度计分。\t20 × 100.0% = 20\t搁置理由：口径 一致\n\
         2\t“五进”<宣传> & \"培训\"\t批注\t数量指标 · 丙 · 分值\t偏低， 请“说明”\t\t\n"
    );
}

#[test]
fn a_report_as_a_file_for_spreadsheets() {
    assert_eq!(
        report_csv(&lines()[2..5], Language::Chinese),
        "\u{feff}\"序号\",\"表\",\"级别\",\"位置\",\"问题\",\"计算\",\"建议或说明\"\r\n\
         \"1\",\"“五进”<宣传> & \"\"培训\"\"\",\"已搁置\",\"数量指标 · =SUM(A1)\",\"完成值是百分比，而目标值不是：按完成程度计分。\",\"20 × 100.0% = 20\",\"搁置理由：口径\t一致\"\r\n\
         \"2\",\"“五进”<宣传> & \"\"培训\"\"\",\"批注\",\"单位名称\",\"'=1+1\",\"\",\"\"\r\n\
         \"3\",\"“五进”<宣传> & \"\"培训\"\"\",\"批注\",\"数量指标 · 丙 · 分值\",\"偏低，\n请“说明”\",\"\",\"\"\r\n"
    );
    // What a spreadsheet would run is given an apostrophe; numbers, and what only looks like it, are not.
    for (message, cell) in [
        ("=1+1", "\"'=1+1\""),
        (" =1+1", "\"' =1+1\""),
        ("+1", "\"+1\""),
        ("-1", "\"-1\""),
        ("-1+1", "\"'-1+1\""),
        ("@SUM(A1)", "\"'@SUM(A1)\""),
        (
            "=HYPERLINK(\"http://a\",\"b\")",
            "\"'=HYPERLINK(\"\"http://a\"\",\"\"b\"\")\"",
        ),
        ("1=1", "\"1=1\""),
        ("“=1”", "\"'“=1”\""),
        ("", "\"\""),
    ] {
        let mut line = lines().remove(3);
        line.message = message.to_owned();
        let csv = report_csv(&[line], Language::Chinese);
        let row = csv.lines().nth(1).unwrap();
        assert_eq!(
            row.split("\"单位名称\",").nth(1).unwrap(),
            format!("{cell},\"\",\"\"")
        );
    }
}

/// What is pasted into a spreadsheet runs as well as what is opened by one.
#[test]
fn cells_to_paste_are_no_formulas() {
    for row in report_tsv(&lines(), Language::Chinese).lines() {
        assert!(row.split('\t').all(|cell| !cell.starts_with('=')), "{row}");
    }
}

#[test]
fn a_report_as_a_table() {
    assert_eq!(
        report_html(&lines()[3..5], Language::Chinese),
        "<table border=\"1\"><thead><tr><th>序号</th><th>表</th><th>级别</th><th>位置</th><th>问题</th><th>计算</th><th>建议或说明</th></tr></thead><tbody>\
         <tr><td>1</td><td>“五进”&lt;宣传&gt; &amp; &quot;培训&quot;</td><td>批注</td><td>单位名称</td><td style='mso-number-format:\"\\@\"' x:str sdnum=\"1033;0;@\">=1+1</td><td></td><td></td></tr>\
         <tr><td>2</td><td>“五进”&lt;宣传&gt; &amp; &quot;培训&quot;</td><td>批注</td><td>数量指标 · 丙 · 分值</td><td>偏低，\n请“说明”</td><td></td><td></td></tr>\
         </tbody></table>"
    );
}

#[test]
fn an_empty_report() {
    assert_eq!(report_text(&[], Language::Chinese), "");
    assert_eq!(
        report_tsv(&[], Language::Chinese),
        "序号\t表\t级别\t位置\t问题\t计算\t建议或说明\n"
    );
    assert_eq!(report_csv(&[], Language::Chinese).lines().count(), 1);
    assert!(report_html(&[], Language::Chinese).ends_with("<tbody></tbody></table>"));
}

#[test]
fn titles_of_forms() {
    for (form, title) in [
        (json!({}), "整体自评表"),
        (json!({ "name": "整体绩效" }), "整体自评表"),
        (json!({ "kind": "project", "name": " 培训 " }), "培训"),
        (json!({ "kind": "project", "name": " " }), "项目自评表"),
    ] {
        let form: Form = serde_json::from_value(form).unwrap();
        assert_eq!(form_title(&form), title);
    }
}

fn block(rows: &[&[&str]]) -> Vec<Vec<String>> {
    let owned = |row: &&[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
    rows.iter().map(owned).collect()
}

#[test]
fn cells_are_copied() {
    for (cells, text, html) in [
        (block(&[&["甲"]]), "甲", "<tr><td>甲</td></tr>"),
        (
            block(&[&["甲", "8"], &["", "7"]]),
            "甲\t8\r\n\t7",
            "<tr><td>甲</td><td>8</td></tr><tr><td></td><td>7</td></tr>",
        ),
        (
            block(&[&["两\n行", "a\tb"]]),
            "\"两\n行\"\t\"a\tb\"",
            "<tr><td>两<br>行</td><td>a\tb</td></tr>",
        ),
        (
            block(&[&["5\" 管", "“引”"]]),
            "\"5\"\" 管\"\t“引”",
            "<tr><td>5&quot; 管</td><td>“引”</td></tr>",
        ),
        (
            block(&[&["≥90% & <b>"]]),
            "≥90% & <b>",
            "<tr><td>≥90% &amp; &lt;b&gt;</td></tr>",
        ),
    ] {
        assert_eq!(copied_cells(&cells), text);
        assert_eq!(copied_html(&cells), format!("<table>{html}</table>"));
        assert_eq!(pasted_cells(text), cells);
    }
}

/// As a column of one is copied whose last cell is empty.
#[test]
fn a_last_row_of_one_empty_cell_is_copied() {
    let cells = block(&[&["甲"], &[""]]);
    assert_eq!(pasted_cells(&copied_cells(&cells)), cells);
}

/// Blocks of cells whose text is any, also quotes and line ends.
fn blocks() -> impl Strategy<Value = Vec<Vec<String>>> {
    (1..4_usize, 1..5_usize).prop_flat_map(|(columns, rows)| {
        let cell = "[a\"\t\r\n五 ,=]{0,6}";
        prop::collection::vec(prop::collection::vec(cell, columns..=columns), rows..=rows)
    })
}

/// The cells of a comma-separated file all of whose cells are quoted.
fn csv_cells(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap();
    let mut rows = vec![vec![String::new()]];
    let mut chars = text.chars().peekable();
    let mut quoted = false;
    while let Some(c) = chars.next() {
        let row = rows.last_mut().unwrap();
        match c {
            '"' if quoted && chars.next_if_eq(&'"').is_some() => row.last_mut().unwrap().push('"'),
            '"' => quoted = !quoted,
            c if quoted => row.last_mut().unwrap().push(c),
            ',' => row.push(String::new()),
            '\r' => {}
            '\n' => rows.push(vec![String::new()]),
            c => panic!("{c:?} between the cells of {text:?}"),
        }
    }
    rows.pop();
    rows
}

/// What is done to rows, and taken back.
#[derive(Debug, Clone)]
enum Change {
    Add(usize, usize),
    Remove(usize, usize),
    Move(usize, usize, usize),
    Duplicate(usize, usize),
    Place(usize, usize, usize),
    AddGoal,
    RemoveGoal(usize),
    Copy,
    Undo,
}

impl Change {
    fn edit(&self) -> Option<Edit> {
        let form = 0;
        Some(match *self {
            Change::Add(goal, row) => Edit::AddIndicator { form, goal, row },
            Change::Remove(goal, row) => Edit::RemoveIndicator { form, goal, row },
            Change::Move(goal, row, to) => Edit::MoveIndicator {
                form,
                goal,
                row,
                to,
            },
            Change::Duplicate(goal, row) => Edit::DuplicateIndicator { form, goal, row },
            Change::Place(goal, row, to) => Edit::PlaceIndicator {
                form,
                goal,
                row,
                category: ["产出指标", "效益指标", ""][to % 3].to_owned(),
                dimension: ["数量指标", "社会效益指标"][to % 2].to_owned(),
            },
            Change::AddGoal => Edit::AddGoal { form },
            Change::RemoveGoal(goal) => Edit::RemoveGoal { form, goal },
            Change::Copy => Edit::CopyForm { form },
            Change::Undo => return None,
        })
    }
}

fn changes() -> impl Strategy<Value = Vec<Change>> {
    let (goal, row) = (0..3_usize, 0..5_usize);
    let at = (goal.clone(), row.clone());
    let change = prop_oneof![
        3 => at.clone().prop_map(|(g, i)| Change::Add(g, i)),
        2 => at.clone().prop_map(|(g, i)| Change::Remove(g, i)),
        4 => (at.clone(), row.clone()).prop_map(|((g, i), to)| Change::Move(g, i, to)),
        2 => at.clone().prop_map(|(g, i)| Change::Duplicate(g, i)),
        3 => (at, row).prop_map(|((g, i), to)| Change::Place(g, i, to)),
        1 => Just(Change::AddGoal),
        1 => goal.prop_map(Change::RemoveGoal),
        1 => Just(Change::Copy),
        2 => Just(Change::Undo),
    ];
    prop::collection::vec(change, 0..25)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(300) })]

    /// Whatever happens to rows: a remark stays on the indicator it was written on, and is gone when
    /// that is gone.
    #[test]
    fn a_remark_stays_on_its_indicator(changes in changes()) {
        let all: Vec<_> = (0..3).map(|i| (0, i)).chain((0..2).map(|i| (1, i))).collect();
        let notes: Vec<_> = all
            .iter()
            .zip("甲乙丙丁戊".chars())
            .map(|((g, i), name)| remark(&format!("goals[{g}].indicators[{i}].actual"), &name.to_string()))
            .collect();
        let mut states = vec![edited(&small(), &notes)];
        for change in &changes {
            let present = states.last().unwrap().clone();
            let Some(edit) = change.edit() else {
                if states.len() > 1 {
                    states.pop();
                }
                continue;
            };
            let Ok(mut after) = present.edited(&edit) else {
                continue;
            };
            if let Change::Duplicate(goal, row) = change {
                // Names stay unique.
                let path = format!("goals[{goal}].indicators[{}].name", row + 1);
                after = edited(&after, &[set(&path, "")]);
            }
            let form = &after.forms[0];
            let mut remarked = Vec::new();
            for (at, text) in form.remarked() {
                let Cell::Indicator(g, i, IndicatorField::Actual) = at else {
                    panic!("{at}");
                };
                prop_assert_eq!(&*form.goals[g].indicators[i].name, text);
                remarked.push(text);
            }
            prop_assert_eq!(remarked.len(), form.remarks.len());
            let rows = form.goals.iter().flat_map(|goal| &goal.indicators);
            let mut names: Vec<&str> = rows.map(|row| &*row.name).filter(|name| !name.is_empty()).collect();
            names.sort_unstable();
            remarked.sort_unstable();
            prop_assert_eq!(remarked, names);
            states.push(after);
        }
    }

    #[test]
    fn copied_cells_are_pasted_as_they_were(cells in blocks()) {
        // The empty line that ends a block is none of its rows.
        prop_assume!(cells.len() == 1 || cells[cells.len() - 1] != [""]);
        prop_assert_eq!(pasted_cells(&copied_cells(&cells)), cells);
    }

    /// A report in cells has as many rows and columns as it should, whatever was typed.
    #[test]
    fn reports_keep_their_shape(name in "[a\"\t\r\n五,=<&>]{0,8}", text in "[a\"\t\r\n五,=<&>]{1,8}") {
        let mut form = base();
        form["kind"] = json!("project");
        form["name"] = json!(name);
        let workbook = edited(&workbook(json!([form])), &[remark("goals[0].indicators[0].name", &text)]);
        let lines = report(&workbook, &assess(&workbook, None), Language::Chinese);
        let rows = lines.len() + 1;
        let csv = csv_cells(&report_csv(&lines, Language::Chinese));
        prop_assert_eq!(csv.len(), rows);
        for (row, line) in csv[1..].iter().zip(&lines) {
            prop_assert_eq!(row.len(), 7);
            for (cell, text) in row[1..].iter().zip([&line.form, line.kind, &line.place, &line.message, &line.working, &line.remedy]) {
                let guarded = cell.strip_prefix('\'').unwrap_or(cell);
                prop_assert!(cell == text || guarded == text && runs_as_formula(text), "{}", cell);
                prop_assert!(!cell.starts_with(['=', '+', '-', '@']), "{}", cell);
            }
        }
        let tsv = report_tsv(&lines, Language::Chinese);
        prop_assert_eq!(tsv.lines().count(), rows);
        prop_assert!(tsv.lines().all(|line| line.split('\t').count() == 7));
        let html = report_html(&lines, Language::Chinese);
        prop_assert_eq!(html.matches("<tr>").count(), rows);
        prop_assert_eq!(html.matches("<td").count(), lines.len() * 7);
    }

    /// The HTML of a block is read back as the same cells, blanks apart.
    #[test]
    fn copied_tables_are_read(cells in prop::collection::vec(prop::collection::vec("[a<&>\"五]{1,5}", 2..=2), 1..4)) {
        prop_assert_eq!(pasted_table(&copied_html(&cells)), Some(cells));
    }
}
