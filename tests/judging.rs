//! Working through a review, without a browser: which figures are marked, where one goes, what is listed, and
//! what was noted.

use juesuan::flows::judging::{Judging, Kind, Level, Listed, Look, Marks, Msg, Note, Target};
use juesuan::paper::{Paper, plain};
use juesuan::say::Language;
use juesuan::understand::{
    Finding, Matter, Residue, Review, Severity, Spot, Statement, StatementKind, Verdict, review,
};

const TEXT: &str = "一、收入决算情况说明\n财政拨款收入合计100.00万元，占50.00%；其他1.00万元。\n二、支出\n支出合计××万元。\n";

fn spot(block: usize, start: usize, end: usize) -> Spot {
    Spot::text(block, start..end)
}

/// A place by what is printed there.
fn printed(paper: &Paper, block: usize, text: &str) -> Spot {
    let whole = spot(block, 0, 0).whole(paper).to_owned();
    let start = whole.find(text).unwrap();
    spot(block, start, start + text.len())
}

fn statement(spot: &Spot, verdict: Verdict) -> Statement {
    Statement {
        kind: StatementKind::Amount,
        spot: spot.clone(),
        quote: "一处".to_owned(),
        claimed: String::new(),
        computed: None,
        working: None,
        verdict,
    }
}

fn finding(severity: Severity, spot: &Spot, also: Vec<Spot>) -> Finding {
    Finding {
        severity,
        matter: Matter::NoFullStop,
        spot: spot.clone(),
        also,
        working: None,
        cause: None,
    }
}

/// A paper with three figures and two findings: the second figure is certainly wrong, as the first shows; the
/// third has nothing to be held against; the blank is no figure.
fn example() -> (Paper, Review) {
    let paper = plain::read(TEXT);
    let [first, second, third] =
        ["100.00万元", "50.00%", "1.00万元。"].map(|text| printed(&paper, 1, text));
    let third = spot(1, third.start, third.end - "。".len());
    let blank = printed(&paper, 3, "××");
    let review = Review {
        statements: vec![
            statement(&first, Verdict::Agrees),
            statement(&second, Verdict::Wrong),
            statement(&third, Verdict::Unknown),
        ],
        findings: vec![
            finding(Severity::Error, &second, vec![first]),
            finding(Severity::Notice, &blank, vec![]),
            finding(Severity::Error, &spot(2, 0, 0), vec![]),
        ],
        ..Review::default()
    };
    (paper, review)
}

#[test]
fn every_figure_is_marked_once() {
    let (paper, review) = example();
    let marks = Marks::of(&paper, &review);
    let told: Vec<_> = marks
        .all()
        .iter()
        .map(|mark| {
            (
                mark.spot.quote(&paper),
                mark.look,
                mark.statement,
                mark.finding,
            )
        })
        .collect();
    let expected = [
        ("100.00万元", Look::Agrees, Some(0), Some(0)),
        ("50.00%", Look::Wrong, Some(1), Some(0)),
        ("1.00万元", Look::Unknown, Some(2), None),
        ("××", Look::Rounding, None, Some(1)),
    ];
    let expected = expected.map(|(quote, look, one, other)| (quote.to_owned(), look, one, other));
    assert_eq!(told, expected);
    for (block, cell, within) in [
        (0, None, 0..0),
        (1, None, 0..3),
        (2, None, 3..3),
        (3, None, 3..4),
        (1, Some((0, 0)), 3..3),
        (9, None, 4..4),
    ] {
        assert_eq!(marks.within(block, cell), within, "{block} {cell:?}");
    }
    // What reaches over figures is at the first of them; what has no characters is nowhere.
    assert_eq!(marks.at(&spot(1, 0, 200)), Some(0));
    assert_eq!(marks.at(&spot(1, 0, 3)), None);
    assert_eq!(marks.of_finding(&review, 1), Some(3));
    assert_eq!(marks.of_finding(&review, 2), None);
}

#[test]
fn what_matters_most_of_a_figure_is_what_is_shown() {
    let (paper, review) = example();
    let [first, second, _] = [0, 1, 2].map(|at| review.statements[at].spot.clone());
    let residue = Finding {
        matter: Matter::Residue {
            kind: Residue::Blank,
            printed: String::new(),
        },
        ..finding(Severity::Error, &first, vec![second.clone()])
    };
    let statements = [Verdict::Unknown, Verdict::Agrees, Verdict::Unknown];
    let all = Review {
        statements: statements.map(|of| statement(&first, of)).to_vec(),
        findings: vec![finding(Severity::Notice, &first, vec![]), residue],
        ..Review::default()
    };
    let marks = Marks::of(&paper, &all);
    let told: Vec<_> = marks
        .all()
        .iter()
        .map(|mark| (mark.look, mark.statement, mark.finding))
        .collect();
    // The sum that agrees, the error; and the other place of the error has the same fault.
    let expected = [
        (Look::Wrong, Some(1), Some(1)),
        (Look::Wrong, None, Some(1)),
    ];
    assert_eq!(told, expected);
}

#[test]
fn places_that_are_not_there_are_not_marked() {
    let (paper, _) = example();
    let none = [
        spot(1, 1, 2),
        spot(1, 5, 4000),
        spot(77, 0, 3),
        spot(1, 9, 6),
    ];
    let review = Review {
        findings: none
            .iter()
            .map(|spot| finding(Severity::Error, spot, none.to_vec()))
            .collect(),
        ..Review::default()
    };
    assert_eq!(Marks::of(&paper, &review).all(), []);
}

fn shown(target: Option<&(Target, u32)>, paper: &Paper) -> String {
    match target {
        None => String::new(),
        Some((Target::Paper(spot), _)) => match spot.quote(paper) {
            none if none.is_empty() => format!("block {}", spot.block),
            quote => quote,
        },
        Some((Target::Finding(at), _)) => format!("finding {at}"),
        Some((Target::Statement(at), _)) => format!("statement {at}"),
    }
}

#[test]
#[rustfmt::skip] // A case, a line.
fn one_goes_from_findings_to_figures_and_back() {
    let (paper, review) = example();
    let marks = Marks::of(&paper, &review);
    let all = || vec![0, 1, 2];
    for (what, msgs, target, finding, listed) in [
        ("a finding", vec![Msg::Finding(0)], "50.00%", Some(0), Listed::Findings),
        ("its other place", vec![Msg::Also(0, 0)], "100.00万元", Some(0), Listed::Findings),
        ("no such place", vec![Msg::Also(0, 1), Msg::Also(9, 0), Msg::Finding(9), Msg::Statement(9), Msg::Mark(9)], "", None, Listed::Findings),
        ("a finding that is no figure", vec![Msg::Finding(2)], "block 2", Some(2), Listed::Findings),
        ("a figure that was checked", vec![Msg::List(Listed::Checked), Msg::Statement(2)], "1.00万元", None, Listed::Checked),
        ("from a figure to its finding", vec![Msg::List(Listed::Checked), Msg::Mark(1)], "finding 0", Some(0), Listed::Findings),
        ("from the other place too", vec![Msg::Mark(0)], "finding 0", Some(0), Listed::Findings),
        ("from a figure without a finding", vec![Msg::Mark(2)], "statement 2", None, Listed::Checked),
        ("the next", vec![Msg::Step(true, all())], "50.00%", Some(0), Listed::Findings),
        ("the next but one", vec![Msg::Step(true, all()), Msg::Step(true, all())], "××", Some(1), Listed::Findings),
        ("round the end", vec![Msg::Finding(2), Msg::Step(true, all())], "50.00%", Some(0), Listed::Findings),
        ("backwards", vec![Msg::Step(false, all())], "block 2", Some(2), Listed::Findings),
        ("round the beginning", vec![Msg::Finding(0), Msg::Step(false, all())], "block 2", Some(2), Listed::Findings),
        ("what is set aside is passed over", vec![Msg::SetAside(1, "好".to_owned()), Msg::Finding(0), Msg::Step(true, all())], "block 2", Some(2), Listed::Findings),
        ("in the order of the list", vec![Msg::Finding(2), Msg::Step(true, vec![0, 2, 1])], "××", Some(1), Listed::Findings),
        ("back in the order of the list", vec![Msg::Finding(1), Msg::Step(false, vec![0, 2, 1])], "block 2", Some(2), Listed::Findings),
        ("from one that is set aside to the next", vec![Msg::Finding(2), Msg::SetAside(2, "好".to_owned()), Msg::Step(true, vec![0, 2, 1])], "××", Some(1), Listed::Findings),
        ("only among what is listed", vec![Msg::Finding(0), Msg::Step(true, vec![2])], "block 2", Some(2), Listed::Findings),
        ("nothing is listed", vec![Msg::Step(true, vec![])], "", None, Listed::Findings),
        ("from what was checked", vec![Msg::List(Listed::Checked), Msg::Step(true, all())], "50.00%", Some(0), Listed::Findings),
    ] {
        let mut judging = Judging::new(&review, &vec![]);
        for msg in msgs {
            judging.update(msg, &review, &marks);
        }
        assert_eq!(shown(judging.target.as_ref(), &paper), target, "{what}");
        assert_eq!((judging.finding, judging.listed), (finding, listed), "{what}");
        let others = if finding == Some(0) { vec![0] } else { vec![] };
        assert_eq!(judging.others(&review, &marks), others, "{what}");
    }
}

#[test]
fn going_twice_to_a_place_is_two_ways() {
    let (paper, review) = example();
    let marks = Marks::of(&paper, &review);
    let mut judging = Judging::new(&review, &vec![]);
    judging.update(Msg::Finding(0), &review, &marks);
    let first = judging.target.clone();
    judging.update(Msg::Finding(0), &review, &marks);
    assert_ne!(first, judging.target);
}

#[test]
#[rustfmt::skip] // A case, a line.
fn findings_are_filtered() {
    let (paper, review) = example();
    let marks = Marks::of(&paper, &review);
    let aside = || Msg::SetAside(0, " 已请示 ".to_owned());
    for (msgs, expected, counts) in [
        // Notices after what wants mending.
        (vec![], vec![0, 2, 1], [2, 0, 1, 0]),
        (vec![Msg::Level(Level::Of(Severity::Error))], vec![0, 2], [2, 0, 1, 0]),
        (vec![Msg::Level(Level::Of(Severity::Error)), Msg::Level(Level::Of(Severity::Error))], vec![0, 2, 1], [2, 0, 1, 0]),
        (vec![Msg::Level(Level::Of(Severity::Warning))], vec![], [2, 0, 1, 0]),
        (vec![aside(), Msg::Level(Level::Of(Severity::Error))], vec![2], [1, 0, 1, 1]),
        (vec![aside(), Msg::Level(Level::Aside)], vec![0], [1, 0, 1, 1]),
        (vec![aside(), Msg::TakeUp(0), Msg::Level(Level::Aside)], vec![], [2, 0, 1, 0]),
        // Without a reason nothing is set aside.
        (vec![Msg::SetAside(0, "  ".to_owned())], vec![0, 2, 1], [2, 0, 1, 0]),
        (vec![Msg::Kind(Kind::Text)], vec![0, 2, 1], [2, 0, 1, 0]),
        (vec![Msg::Kind(Kind::Rates)], vec![], [0, 0, 0, 0]),
        (vec![Msg::Search(" 第 1".to_owned())], vec![1], [2, 0, 1, 0]),
        (vec![Msg::Search("没有".to_owned())], vec![], [2, 0, 1, 0]),
        // A press on a figure shows its finding again.
        (vec![Msg::Level(Level::Aside), Msg::Kind(Kind::Sums), Msg::Search("没有".to_owned()), Msg::Mark(1)], vec![0, 2, 1], [2, 0, 1, 0]),
        (vec![Msg::Level(Level::Of(Severity::Error)), Msg::Mark(1)], vec![0, 2], [2, 0, 1, 0]),
    ] {
        let mut judging = Judging::new(&review, &vec![]);
        let told = format!("{msgs:?}");
        for msg in msgs {
            judging.update(msg, &review, &marks);
        }
        assert_eq!(judging.findings(&review, |at| format!("第{at}条")), expected, "{told}");
        assert_eq!(Level::ALL.map(|level| judging.count(&review, level)), counts, "{told}");
    }
    assert_eq!(Judging::default().count_kind(&review, Kind::Text), 3);
}

#[test]
#[rustfmt::skip] // A case, a line.
fn figures_are_filtered() {
    let (paper, review) = example();
    let marks = Marks::of(&paper, &review);
    for (msgs, expected) in [
        (vec![], vec![0, 1, 2]),
        (vec![Msg::Verdict(Verdict::Wrong)], vec![1]),
        (vec![Msg::Verdict(Verdict::Doubtful)], vec![]),
        (vec![Msg::Verdict(Verdict::Wrong), Msg::Verdict(Verdict::Wrong)], vec![0, 1, 2]),
        (vec![Msg::Search("一 处".to_owned())], vec![0, 1, 2]),
        (vec![Msg::Search("二处".to_owned())], vec![]),
        (vec![Msg::Verdict(Verdict::Wrong), Msg::Mark(2)], vec![0, 1, 2]),
    ] {
        let mut judging = Judging::new(&review, &vec![]);
        let told = format!("{msgs:?}");
        for msg in msgs {
            judging.update(msg, &review, &marks);
        }
        assert_eq!(judging.statements(&review), expected, "{told}");
    }
    assert_eq!(Judging::count_verdict(&review, Verdict::Unknown), 1);
}

#[test]
fn notes_are_there_again() {
    let (paper, review) = example();
    let marks = Marks::of(&paper, &review);
    let mut judging = Judging::new(&review, &vec![]);
    for msg in [
        Msg::SetAside(0, "已请示".to_owned()),
        Msg::Remark(2, "再问".to_owned()),
        Msg::Remark(77, "没有这一条".to_owned()),
    ] {
        judging.update(msg, &review, &marks);
    }
    // What is handed on has them too.
    let lines = judging.lines(&review, &paper, Language::Chinese);
    let noted: Vec<_> = lines
        .iter()
        .map(|line| (line.aside.as_deref(), line.remark.as_str()))
        .collect();
    assert_eq!(noted, [(Some("已请示"), ""), (None, ""), (None, "再问")]);
    let kept = judging.kept(&review);
    assert_eq!(kept.len(), 2);
    // The same file with one finding less: each note stays with its own.
    let mut fewer = review.clone();
    fewer.findings.remove(0);
    let again = Judging::new(&fewer, &kept);
    let notes: Vec<_> = (0..3).map(|at| again.note(at).cloned()).collect();
    let remarked = Note {
        remark: "再问".to_owned(),
        ..Note::default()
    };
    assert_eq!(notes, [Some(Note::default()), Some(remarked), None]);
}

#[test]
fn a_real_text_is_marked_where_it_is_wrong() {
    let text = "某馆2024年度单位决算\n一、收入决算情况说明\n2024年度收入合计200.00万元，其中：财政拨款收入150.00万元，占75.00%；其他收入50.00万元，占52.00%。\n";
    let paper = plain::read(text);
    let review = review(&paper);
    let marks = Marks::of(&paper, &review);
    let wrong: Vec<String> = marks
        .all()
        .iter()
        .filter(|mark| mark.look == Look::Wrong)
        .map(|mark| mark.spot.quote(&paper))
        .collect();
    assert_eq!(wrong, ["52.00%"]);
}
