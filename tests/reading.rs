//! The flow that reads documents, without a browser: what comes of files that are chosen, in which order, and
//! what is said of those that cannot be read.

use juesuan::exchange::FileError;
use juesuan::flows::opening::Chosen;
use juesuan::flows::reading::{Arranged, By, KEPT, Outcome, Row, Which};
use juesuan::flows::reading::{Effect, Given, Msg, Progress, Reading, is_workbook};
use juesuan::flows::{Notice, Said};
use juesuan::paper::Paper;
use juesuan::understand::{About, DisclosureKind, Summary};
use juesuan_ask::{Answer, DocumentsAnswer, Failure, ReadAs, Reviewed};
use std::rc::Rc;

type Message = Msg<&'static str, ()>;

fn given(name: &'static str, head: &str, megabytes: usize) -> Given<&'static str, ()> {
    Given {
        chosen: Chosen {
            file: name,
            bytes: (megabytes * 1024 * 1024) as f64,
            handle: None,
        },
        name: name.to_owned(),
        head: head.as_bytes().to_vec(),
    }
}

fn begin(names: &[&'static str]) -> Message {
    Msg::Begin(names.iter().map(|name| given(name, "", 1)).collect())
}

fn news(number: u32, answer: DocumentsAnswer) -> Message {
    Msg::News(number, Ok(Answer::Done(answer)))
}

fn paper(number: u32) -> Message {
    news(number, DocumentsAnswer::Paper(Box::default()))
}

fn wants_password(number: u32, wrong: bool) -> Message {
    news(number, DocumentsAnswer::Password { wrong })
}

fn refused(number: u32) -> Message {
    Msg::News(number, Ok(Answer::Refused("no".to_owned())))
}

fn progress(number: u32, done: usize, total: Option<usize>) -> Message {
    Msg::News(number, Ok(Answer::Progress { done, total }))
}

fn failed(number: u32, failure: Failure) -> Message {
    Msg::News(number, Err(failure))
}

fn shown(effect: Effect<&'static str, ()>) -> String {
    match effect {
        Effect::Open(chosen) => format!("open {}", chosen.file),
        Effect::Combine(files) => format!("combine {}", files.join("+")),
        Effect::Read {
            number,
            file,
            name,
            password,
            read_as,
        } => {
            assert_eq!(file, name);
            let with = password.map_or_else(String::new, |password| format!(" with {password}"));
            let short = match read_as {
                ReadAs::Paper => "",
                ReadAs::Summary => " in short",
                ReadAs::Workbook => " as a workbook",
            };
            format!("{number}: read {file}{with}{short}")
        }
        Effect::ReadHere {
            number,
            name,
            password,
            ..
        } => {
            let with = password.map_or_else(String::new, |password| format!(" with {password}"));
            format!("{number}: read {name} here{with}")
        }
        Effect::Stop => "stop".to_owned(),
        Effect::List => "list".to_owned(),
        Effect::Show(at) => format!("show {at}"),
        Effect::Say(Notice::Problem(Said::NotRead(files))) => {
            let files = files.iter().map(|f| format!("{} {:?}", f.name, f.why));
            format!("not read: {}", files.collect::<Vec<_>>().join(", "))
        }
        Effect::Say(Notice::Problem(Said::FileRefused(FileError::NotWorkbook))) => {
            "no workbook".to_owned()
        }
        Effect::Say(other) => panic!("{other:?}"),
    }
}

/// Each message with what is to be done then, and how far it is.
#[track_caller]
fn goes(what: &str, steps: Vec<(Message, &str, &str)>) -> Reading<&'static str> {
    continues(Reading::default(), what, steps)
}

#[track_caller]
fn continues(
    mut reading: Reading<&'static str>,
    what: &str,
    steps: Vec<(Message, &str, &str)>,
) -> Reading<&'static str> {
    for (at, (msg, effects, progress)) in steps.into_iter().enumerate() {
        let done: Vec<String> = reading.update(msg).into_iter().map(shown).collect();
        assert_eq!(done.join("; "), effects, "{what}, step {at}");
        let now = match reading.progress() {
            None => String::new(),
            Some(Progress::Asking { name, wrong }) => format!("{name}? {wrong}"),
            Some(Progress::Reading {
                name,
                done,
                total,
                waiting,
            }) => format!("{name} {done}/{} +{waiting}", total.unwrap_or(0)),
        };
        assert_eq!(now, progress, "{what}, step {at}");
    }
    reading
}

#[test]
fn workbooks_and_documents_are_told_apart() {
    for (name, head, expected) in [
        ("a.juesuan.json", "", true),
        ("a.JSON", "%PDF-1.7", true),
        ("a.json ", "", true),
        ("a.txt", "{\"format\":2", true),
        ("a", "\u{feff}\n  {", true),
        ("a.pdf", "%PDF-1.7", false),
        ("a.json.txt", "收入", false),
        ("json", "", false),
        ("", "", false),
        ("a.docx", "PK\u{3}\u{4}", false),
        ("a.txt", "[1, 2]", false),
    ] {
        assert_eq!(
            is_workbook(name, head.as_bytes()),
            expected,
            "{name} {head}"
        );
    }
}

#[test]
#[rustfmt::skip] // A case, a line.
fn files_are_read_one_after_another() {
    let reading = goes("one document", vec![
        (begin(&["a.pdf"]), "1: read a.pdf", "a.pdf 0/0 +0"),
        (progress(1, 3, Some(30)), "", "a.pdf 3/30 +0"),
        (progress(9, 4, Some(30)), "", "a.pdf 3/30 +0"),
        (paper(1), "show 0; stop", ""),
        (paper(1), "", ""),
    ]);
    assert_eq!(reading.papers().len(), 1);
    assert!(!reading.is_listed());
    goes("one workbook", vec![(begin(&["a.json"]), "open a.json", "")]);
    goes("several workbooks", vec![(begin(&["a.json", "b.json"]), "combine a.json+b.json", "")]);
    goes("nothing", vec![(begin(&[]), "", "")]);
    goes("more come while one is read", vec![
        (begin(&["a.pdf"]), "1: read a.pdf", "a.pdf 0/0 +0"),
        (begin(&["b.pdf"]), "", "a.pdf 0/0 +1"),
        (paper(1), "show 0; 2: read b.pdf", "b.pdf 0/0 +0"),
        (paper(2), "show 1; stop", ""),
    ]);
}

#[test]
#[rustfmt::skip] // A case, a line.
fn a_workbook_is_shown_rather_than_documents_that_came_with_it() {
    let reading = goes("a workbook among documents", vec![
        (begin(&["a.pdf", "b.json", "c.docx"]), "open b.json; 1: read a.pdf", "a.pdf 0/0 +1"),
        (paper(1), "2: read c.docx", "c.docx 0/0 +0"),
        (paper(2), "stop", ""),
    ]);
    assert_eq!(reading.papers().len(), 2);
    assert!(reading.is_listed());
    goes("several workbooks among documents", vec![
        (begin(&["a.json", "b.pdf", "c.json"]), "combine a.json+c.json; 1: read b.pdf", "b.pdf 0/0 +0"),
        (paper(1), "stop", ""),
    ]);
    goes("a document with a password, beside a workbook", vec![
        (begin(&["a.pdf", "b.json"]), "open b.json; 1: read a.pdf", "a.pdf 0/0 +0"),
        (wants_password(1, false), "", "a.pdf? false"),
        (Msg::Password("x".to_owned()), "2: read a.pdf with x", "a.pdf 0/0 +0"),
        (paper(2), "stop", ""),
    ]);
    goes("documents that come by themselves are shown, before and after", vec![
        (begin(&["a.pdf"]), "1: read a.pdf", "a.pdf 0/0 +0"),
        (begin(&["b.pdf", "c.json"]), "open c.json", "a.pdf 0/0 +1"),
        (begin(&["d.pdf"]), "", "a.pdf 0/0 +2"),
        (paper(1), "show 0; 2: read b.pdf", "b.pdf 0/0 +1"),
        (paper(2), "3: read d.pdf", "d.pdf 0/0 +0"),
        (paper(3), "show 2; stop", ""),
    ]);
}

#[test]
#[rustfmt::skip] // A case, a line.
fn in_a_portal_workbooks_are_refused_and_documents_are_shown() {
    continues(Reading::in_portal(), "a workbook", vec![(begin(&["a.json"]), "no workbook", "")]);
    continues(Reading::in_portal(), "several", vec![(begin(&["a.json", "b.json"]), "no workbook", "")]);
    continues(Reading::in_portal(), "a workbook among documents", vec![
        (begin(&["a.pdf", "b.json"]), "no workbook; 1: read a.pdf", "a.pdf 0/0 +0"),
        (paper(1), "show 0; stop", ""),
    ]);
}

#[test]
#[rustfmt::skip] // A case, a line.
fn what_cannot_be_read_is_named() {
    goes("refused, broken, hung: each is named at the end", vec![
        (begin(&["a", "b", "c", "d"]), "list; 1: read a", "a 0/0 +3"),
        (refused(1), "2: read b", "b 0/0 +2"),
        (failed(2, Failure::Broke), "3: read c", "c 0/0 +1"),
        (paper(3), "4: read d", "d 0/0 +0"),
        (failed(4, Failure::Hung), "stop; not read: a InWords(\"no\"), b Failed(Broke), d Failed(Hung)", ""),
        // And only once.
        (begin(&["e"]), "5: read e", "e 0/0 +0"),
        (paper(5), "show 1; stop", ""),
    ]);
    let large = || Msg::Begin(vec![given("large", "", 257)]);
    goes("too large to be handed over", vec![
        (large(), "not read: large Unreadable(TooLarge { most: 256 })", ""),
        (begin(&["a"]), "1: read a", "a 0/0 +0"),
        (large(), "", "a 0/0 +0"),
        (paper(1), "show 0; stop; not read: large Unreadable(TooLarge { most: 256 })", ""),
    ]);
}

#[test]
#[rustfmt::skip] // A case, a line.
fn where_no_worker_can_be_had_the_page_reads_itself() {
    goes("one after the other", vec![
        (begin(&["a", "b"]), "list; 1: read a", "a 0/0 +1"),
        (failed(1, Failure::NotStarted), "2: read a here", "a 0/0 +1"),
        (paper(1), "", "a 0/0 +1"),
        (paper(2), "3: read b", "b 0/0 +0"),
        (failed(3, Failure::NotStarted), "4: read b here", "b 0/0 +0"),
        (paper(4), "stop", ""),
    ]);
    goes("with a password", vec![
        (begin(&["a"]), "1: read a", "a 0/0 +0"),
        (failed(1, Failure::NotStarted), "2: read a here", "a 0/0 +0"),
        (wants_password(2, false), "", "a? false"),
        (Msg::Password("x".to_owned()), "3: read a with x", "a 0/0 +0"),
        (failed(3, Failure::NotStarted), "4: read a here with x", "a 0/0 +0"),
        (paper(4), "show 0; stop", ""),
    ]);
    goes("which it cannot either, or breaks down over", vec![
        (begin(&["a", "b", "c"]), "list; 1: read a", "a 0/0 +2"),
        (failed(1, Failure::NotStarted), "2: read a here", "a 0/0 +2"),
        (failed(2, Failure::NotStarted), "3: read b", "b 0/0 +1"),
        (failed(3, Failure::NotStarted), "4: read b here", "b 0/0 +1"),
        (failed(4, Failure::Hung), "5: read c", "c 0/0 +0"),
        (failed(5, Failure::Broke), "stop; not read: a Failed(NotStarted), b Failed(Hung), c Failed(Broke)", ""),
    ]);
    goes("cancelled meanwhile", vec![
        (begin(&["a"]), "1: read a", "a 0/0 +0"),
        (failed(1, Failure::NotStarted), "2: read a here", "a 0/0 +0"),
        (Msg::Cancel, "stop", ""),
        (paper(2), "", ""),
    ]);
}

#[test]
#[rustfmt::skip] // A case, a line.
fn passwords_are_asked_for() {
    goes("wrong, then right", vec![
        (begin(&["a", "b"]), "list; 1: read a", "a 0/0 +1"),
        (wants_password(1, false), "", "a? false"),
        // News of what was asked before say nothing now.
        (paper(1), "", "a? false"),
        (Msg::Password("x".to_owned()), "2: read a with x", "a 0/0 +1"),
        (Msg::Password("y".to_owned()), "", "a 0/0 +1"),
        (wants_password(2, true), "", "a? true"),
        (Msg::Password("y".to_owned()), "3: read a with y", "a 0/0 +1"),
        (paper(3), "4: read b", "b 0/0 +0"),
    ]);
    goes("left unread", vec![
        (begin(&["a", "b"]), "list; 1: read a", "a 0/0 +1"),
        (Msg::Skip, "", "a 0/0 +1"),
        (wants_password(1, false), "", "a? false"),
        (Msg::Skip, "2: read b", "b 0/0 +0"),
        (wants_password(2, false), "", "b? false"),
        (Msg::Skip, "stop", ""),
    ]);
}

#[test]
#[rustfmt::skip] // A case, a line.
fn reading_is_cancelled() {
    goes("all that waits, and late news are none", vec![
        (Msg::Cancel, "", ""),
        (begin(&["a", "b", "c"]), "list; 1: read a", "a 0/0 +2"),
        (refused(1), "2: read b", "b 0/0 +1"),
        (Msg::Cancel, "stop; not read: a InWords(\"no\")", ""),
        (paper(2), "", ""),
        (begin(&["d"]), "4: read d", "d 0/0 +0"),
        (paper(2), "", "d 0/0 +0"),
        (paper(4), "show 0; stop", ""),
    ]);
}

#[test]
fn papers_are_put_away() {
    let mut reading = Reading::<&str>::default();
    for (number, name) in [(1, "a"), (2, "b")] {
        reading.update(begin(&[name]));
        let paper = Paper {
            name: Some(name.to_owned()),
            ..Paper::default()
        };
        let reviewed = Reviewed {
            paper,
            ..Reviewed::default()
        };
        reading.update(news(number, DocumentsAnswer::Paper(Box::new(reviewed))));
    }
    for (close, left) in [
        (7, vec!["a", "b"]),
        (0, vec!["b"]),
        (0, vec![]),
        (0, vec![]),
    ] {
        assert_eq!(reading.update::<()>(Msg::Close(close)), vec![]);
        let names: Vec<&str> = reading
            .papers()
            .iter()
            .filter_map(|opened| opened.paper.name.as_deref())
            .collect();
        assert_eq!(names, left);
    }
}

fn summary(number: u32, errors: usize) -> Message {
    let summary = Summary {
        errors,
        ..Summary::default()
    };
    news(number, DocumentsAnswer::Summary(Box::new(summary)))
}

const MANY: [&str; KEPT + 1] = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];

fn outcomes(reading: &Reading<&'static str>) -> String {
    let told = |row: &Rc<Row<&'static str>>| match &row.outcome {
        Outcome::Waiting => "…".to_owned(),
        Outcome::Reading => "now".to_owned(),
        Outcome::Read(summary) => summary.errors.to_string(),
        Outcome::NotRead(_) => "!".to_owned(),
        Outcome::Locked => "locked".to_owned(),
        Outcome::Left => "-".to_owned(),
    };
    let all: Vec<String> = reading.rows().iter().map(told).collect();
    all.join(" ")
}

#[test]
#[rustfmt::skip] // A case, a line.
fn of_many_only_the_list_is_kept() {
    let reading = goes("in short, and read again when one is opened", vec![
        (begin(&MANY), "list; 1: read a in short", "a 0/0 +8"),
        (summary(1, 3), "2: read b in short", "b 0/0 +7"),
        // Nobody is asked for a password, and nothing is said: the list tells it.
        (wants_password(2, false), "3: read c in short", "c 0/0 +6"),
        (refused(3), "4: read d in short", "d 0/0 +5"),
        (Msg::Open(0), "", "d 0/0 +6"),
        (summary(4, 0), "5: read a", "a 0/0 +5"),
        (paper(5), "show 0; 6: read e in short", "e 0/0 +4"),
        (Msg::Open(0), "show 0", "e 0/0 +4"),
        (Msg::Cancel, "stop", ""),
        (Msg::Resume, "8: read e in short", "e 0/0 +4"),
        (Msg::Cancel, "stop", ""),
        (Msg::Open(1), "10: read b", "b 0/0 +0"),
        (wants_password(10, false), "", "b? false"),
        (Msg::Password("x".to_owned()), "11: read b with x", "b 0/0 +0"),
        (paper(11), "show 1; stop", ""),
        (Msg::Close(1), "", ""),
        (Msg::Open(1), "12: read b", "b 0/0 +0"),
        (Msg::Open(99), "", "b 0/0 +0"),
    ]);
    assert_eq!(outcomes(&reading), "0 0 ! 0 - - - - -");
    let reading = goes("all is put away", vec![
        (begin(&MANY), "list; 1: read a in short", "a 0/0 +8"),
        (summary(1, 3), "2: read b in short", "b 0/0 +7"),
        (Msg::Clear, "stop", ""),
        (summary(2, 3), "", ""),
        (Msg::Open(0), "", ""),
    ]);
    assert_eq!(outcomes(&reading), "");
}

#[test]
#[rustfmt::skip] // A case, a line.
fn what_was_cancelled_of_a_few_is_kept_once_it_is_read() {
    let reading = goes("a few", vec![
        (begin(&["a", "b", "c"]), "list; 1: read a", "a 0/0 +2"),
        (paper(1), "2: read b", "b 0/0 +1"),
        (Msg::Cancel, "stop", ""),
        (Msg::Cancel, "", ""),
        (Msg::Resume, "4: read b", "b 0/0 +1"),
        (Msg::Open(1), "", "b 0/0 +1"),
        (Msg::Open(2), "", "b 0/0 +1"),
        (paper(4), "show 1; 5: read c", "c 0/0 +0"),
        (paper(5), "show 2; stop", ""),
        (Msg::Resume, "", ""),
    ]);
    assert_eq!(outcomes(&reading), "0 0 0");
}

fn row(name: &'static str, outcome: Outcome) -> Rc<Row<&'static str>> {
    Rc::new(Row {
        file: name,
        name: name.to_owned(),
        bytes: 1.0,
        outcome,
        made: None,
    })
}

fn read(unit: &str, year: u16, figures: usize, (errors, warnings): (usize, usize)) -> Outcome {
    Outcome::Read(Summary {
        about: About {
            unit: Some(unit.to_owned()),
            year: Some(year),
            kind: DisclosureKind::Budget,
        },
        figures,
        errors,
        warnings,
        ..Summary::default()
    })
}

#[test]
#[rustfmt::skip] // A case, a line.
fn the_list_is_ordered_and_filtered() {
    let rows = [
        row("乙.pdf", read("甲局", 2024, 50, (1, 2))),
        row("甲.pdf", read("乙局", 2023, 9, (0, 1))),
        row("C.pdf", Outcome::Waiting),
        row("丁.pdf", read("丙局", 2025, 700, (4, 0))),
        row("e.pdf", Outcome::Locked),
        row("f.pdf", read("丁局", 2020, 0, (0, 0))),
    ];
    for (orders, which, wanted, expected) in [
        (vec![], Which::All, "", vec![0, 1, 2, 3, 4, 5]),
        // Counts from the most; what has none is last either way.
        (vec![By::Wrong], Which::All, "", vec![3, 0, 1, 5, 2, 4]),
        (vec![By::Wrong, By::Wrong], Which::All, "", vec![1, 5, 0, 3, 2, 4]),
        (vec![By::Year], Which::All, "", vec![5, 1, 0, 3, 2, 4]),
        (vec![By::Year, By::Year], Which::All, "", vec![3, 0, 1, 5, 2, 4]),
        (vec![By::Figures], Which::All, "", vec![3, 0, 1, 5, 2, 4]),
        (vec![By::Name], Which::All, "", vec![2, 4, 5, 3, 0, 1]),
        (vec![By::Year, By::Dropped], Which::All, "", vec![0, 1, 2, 3, 4, 5]),
        (vec![], Which::Wrong, "", vec![0, 3]),
        (vec![], Which::Doubtful, "", vec![1]),
        (vec![], Which::Clean, "", vec![5]),
        (vec![], Which::NotRead, "", vec![4]),
        (vec![], Which::All, " c.PDF", vec![2]),
        (vec![], Which::All, "甲局", vec![0]),
        (vec![], Which::Wrong, "甲局", vec![0]),
        (vec![], Which::Clean, "甲局", vec![]),
    ] {
        let mut arranged = Arranged { which, wanted: wanted.to_owned(), ..Arranged::default() };
        for by in &orders {
            arranged.order(*by);
        }
        assert_eq!(arranged.shown(&rows), expected, "{orders:?} {which:?} {wanted}");
    }
}

#[test]
#[rustfmt::skip] // A case, a line.
fn workbooks_are_made_of_all_that_could_be_read() {
    let made = |number| -> Message {
        let workbook = Some(Rc::new(juesuan::Workbook::new("2024", "某中心", "mof-2020")));
        let made = juesuan_ask::Made { workbook, taken: 3, left: 1 };
        Msg::News(number, Ok(Answer::Done(DocumentsAnswer::Made(Box::new(made)))))
    };
    let refused = |number| -> Message { Msg::News(number, Ok(Answer::Refused("坏了".to_owned()))) };
    let reading = goes("one after another, the unreadable one left", vec![
        (begin(&["a.pdf", "b.docx", "c.xlsx"]), "list; 1: read a.pdf", "a.pdf 0/0 +2"),
        (paper(1), "2: read b.docx", "b.docx 0/0 +1"),
        (refused(2), "3: read c.xlsx", "c.xlsx 0/0 +0"),
        (paper(3), "stop; not read: b.docx InWords(\"坏了\")", ""),
        (Msg::Make, "4: read a.pdf as a workbook", "a.pdf 0/0 +1"),
        // Asked twice, made once.
        (Msg::Make, "", "a.pdf 0/0 +1"),
        (made(4), "5: read c.xlsx as a workbook", "c.xlsx 0/0 +0"),
        (made(5), "stop", ""),
        (Msg::Make, "", ""),
    ]);
    let some: Vec<bool> = reading.rows().iter().map(|row| row.made.is_some()).collect();
    assert_eq!(some, [true, false, true]);
    let reading = goes("cancelled, and taken up again", vec![
        (begin(&["a.pdf", "b.docx"]), "list; 1: read a.pdf", "a.pdf 0/0 +1"),
        (paper(1), "2: read b.docx", "b.docx 0/0 +0"),
        (paper(2), "stop", ""),
        (Msg::Make, "3: read a.pdf as a workbook", "a.pdf 0/0 +1"),
        (Msg::Cancel, "stop", ""),
        (made(3), "", ""),
        (Msg::Make, "5: read a.pdf as a workbook", "a.pdf 0/0 +1"),
        (made(5), "6: read b.docx as a workbook", "b.docx 0/0 +0"),
        // Nobody is asked for a password in the midst of many.
        (wants_password(6, false), "stop", ""),
        (Msg::Make, "", ""),
    ]);
    assert!(reading.rows()[0].made.is_some() && reading.rows()[1].made.is_none());
    let reading = goes("of a file that was left", vec![
        (begin(&["a.pdf"]), "1: read a.pdf", "a.pdf 0/0 +0"),
        (Msg::Cancel, "stop", ""),
        (Msg::Make, "3: read a.pdf as a workbook", "a.pdf 0/0 +0"),
        (made(3), "stop", ""),
    ]);
    // Its review is still to be had.
    assert!(reading.rows()[0].made.is_some() && reading.rows()[0].outcome == Outcome::Left);
    goes("one is opened while workbooks are made", vec![
        (begin(&["a.pdf", "b.docx"]), "list; 1: read a.pdf", "a.pdf 0/0 +1"),
        (paper(1), "2: read b.docx", "b.docx 0/0 +0"),
        (paper(2), "stop", ""),
        (Msg::Make, "3: read a.pdf as a workbook", "a.pdf 0/0 +1"),
        (Msg::Open(1), "show 1", "a.pdf 0/0 +1"),
        (made(3), "4: read b.docx as a workbook", "b.docx 0/0 +0"),
        (made(4), "stop", ""),
    ]);
}
