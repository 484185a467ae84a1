//! A text or a figure found wherever it stands, and the list one types into.

use juesuan::exchange::read_workbook;
use juesuan::flows::looking::{Effect, Entry, For, Looking, Msg};
use juesuan::{Edit, Workbook, assess};
use juesuan_domain::find::{MOST_HITS, find};

fn example() -> Workbook {
    read_workbook(include_bytes!("../static/example.juesuan.json")).unwrap()
}

/// Places where it stands, and what is shown of them.
fn hits(workbook: &Workbook, wanted: &str) -> Vec<(String, String)> {
    let assessment = assess(workbook, None);
    let hits = find(workbook, &assessment, wanted);
    hits.into_iter()
        .map(|hit| (hit.place.to_string(), hit.text))
        .collect()
}

fn with(path: &str, text: &str) -> Workbook {
    let place: juesuan::Place = path.parse().unwrap();
    example().edited(&place.setting(text.to_owned())).unwrap()
}

/// A text put into a cell, and what finds it there.
#[test]
fn what_finds_what() {
    let cases = [
        ("forms[0].execution.budget", "1,234,567.89", "1234567.89"),
        (
            "forms[0].execution.budget",
            "１，２３４，５６７．８９",
            "1234567.89",
        ),
        ("forms[0].execution.budget", "1234567.89", "1,234,567.89"),
        ("forms[0].goals[0].name", "完成 ABC 项目", "abc项目"),
        ("forms[0].goals[0].indicators[0].name", "某指标甲", "指标甲"),
        (
            "forms[0].goals[0].indicators[2].target",
            "九千九百人",
            "九千九百",
        ),
        ("forms[0].deviation", "因为疫情推迟了验收", "推迟了验收"),
        ("accounts.05[0].basic", "98765.43", "98,765.43"),
        // What an amount typed in 元 shows is found too.
        ("accounts.05[0].basic", "987654300元", "98,765.43"),
        ("accounts.05[0].basic", "987654300元", "987654300元"),
        ("accounts.05[0].name", "某某支出", "某某支出"),
        ("accounts.facts.functions", "负责某某工作", "某某工作"),
    ];
    for (path, text, wanted) in cases {
        let found = hits(&with(path, text), wanted);
        assert!(
            found.iter().any(|(place, _)| place == path),
            "{path} {text} {wanted}: {found:?}"
        );
    }
}

#[test]
fn what_finds_nothing() {
    for wanted in ["", " ", ",", "这里没有这几个字", "1234567890123"] {
        assert_eq!(hits(&example(), wanted), [], "{wanted:?}");
    }
}

/// A heading is found once over its rows, a row of a table by what the layout calls it, a sentence as it is written,
/// and what follows from others as it is shown.
#[test]
fn what_is_not_typed() {
    let workbook = example();
    let assessment = assess(&workbook, None);
    let category = workbook.forms[0].goals[0].indicators[0]
        .category
        .trim()
        .to_owned();
    let found = hits(&workbook, &category);
    let headings = found
        .iter()
        .filter(|(place, _)| place.ends_with(".category"));
    let places: Vec<_> = headings.map(|(place, _)| place.clone()).collect();
    assert_eq!(
        places
            .iter()
            .filter(|place| place.starts_with("forms[0].goals[0]"))
            .count(),
        1,
        "{places:?}"
    );
    assert!(
        hits(&workbook, "本年收入合计")
            .iter()
            .any(|(place, _)| place.starts_with("accounts.01."))
    );
    let sentence = assessment
        .accounts
        .disclosure
        .sections
        .iter()
        .flat_map(|section| &section.blocks)
        .find_map(|block| match &**block {
            juesuan::disclosure::Written::Paragraph(sentences) => {
                sentences.iter().find(|sentence| !sentence.waits)
            }
            _ => None,
        });
    let sentence = sentence.unwrap();
    let found = hits(&workbook, &sentence.text());
    assert!(
        found.iter().any(|(place, _)| place.ends_with(sentence.key)),
        "{found:?}"
    );
}

#[test]
fn excerpts_are_short_and_show_the_hit() {
    let long = format!("{}找到我{}", "前".repeat(50), "后\n".repeat(50));
    let found = hits(&with("forms[0].deviation", &long), "找到我");
    let (_, text) = &found[0];
    assert_eq!(text.chars().count(), 1 + 10 + 30 + 1, "{text}");
    assert!(
        text.starts_with("…前") && text.contains("找到我后 后") && text.ends_with('…'),
        "{text}"
    );
    let found = hits(&with("forms[0].goals[0].name", "找到我"), "找到我");
    assert_eq!(found[0].1, "找到我");
}

#[test]
fn no_more_are_listed_than_can_be_looked_through() {
    let mut workbook = example();
    for _ in 0..60 {
        workbook = workbook.edited(&Edit::CopyForm { form: 0 }).unwrap();
    }
    assert_eq!(hits(&workbook, "指标").len(), MOST_HITS);
}

// ---- the list

fn entries(names: &[&'static str]) -> Vec<Entry<&'static str>> {
    let entry = |name: &&'static str| Entry {
        to: *name,
        name: (*name).to_owned(),
        beside: String::new(),
    };
    names.iter().map(entry).collect()
}

const DEEDS: &[&str] = &[
    "公开01 收入支出决算总表",
    "公开05 支出决算表",
    "打印",
    "打印全部",
    "Undo",
];

/// Deeds are always these; the text stands in as many places as there are letters typed.
fn source(what: For, typed: &str) -> (Vec<Entry<&'static str>>, usize) {
    match what {
        For::Deeds => (entries(DEEDS), 0),
        For::Text => (entries(&["甲", "乙", "丙"][..typed.len().min(3)]), 0),
    }
}

type Effects = Vec<Effect<&'static str>>;

/// Messages one after another, the names that are listed then, which one is marked, and all that was to be done.
fn run(msgs: Vec<Msg>) -> (Vec<String>, usize, Vec<Effect<&'static str>>, Option<For>) {
    let mut looking = Looking::default();
    let effects = msgs
        .into_iter()
        .flat_map(|msg| looking.update(msg, &source))
        .collect();
    let (listed, at) = looking.entries();
    let names = listed.iter().map(|entry| entry.name.clone()).collect();
    (names, at, effects, looking.open())
}

#[test]
fn what_is_typed_chooses_from_what_there_is_to_do() {
    let cases: &[(&str, &[&str])] = &[
        ("", DEEDS),
        ("打印", &["打印", "打印全部"]),
        ("05", &["公开05 支出决算表"]),
        // Words in any order, capitals or not.
        ("决算 05", &["公开05 支出决算表"]),
        ("undo", &["Undo"]),
        ("没有的", &[]),
    ];
    for (typed, expected) in cases {
        let (listed, at, effects, _) =
            run(vec![Msg::Open(For::Deeds), Msg::Type((*typed).to_owned())]);
        assert_eq!(
            (listed.as_slice(), at),
            (expected.map_owned().as_slice(), 0),
            "{typed}"
        );
        assert_eq!(effects, [Effect::FocusField]);
    }
}

trait MapOwned {
    fn map_owned(&self) -> Vec<String>;
}

impl MapOwned for &[&str] {
    fn map_owned(&self) -> Vec<String> {
        self.iter().map(|name| (*name).to_owned()).collect()
    }
}

/// What happens to the list of deeds, and what is done in the end.
#[test]
fn deeds() {
    use Effect::{Do, FocusBack, FocusField};
    let open = || Msg::Open(For::Deeds);
    let cases: Vec<(&str, Vec<Msg>, Effects, bool)> = vec![
        (
            "Enter does the first",
            vec![open(), Msg::Choose],
            vec![FocusField, FocusBack, Do(DEEDS[0])],
            false,
        ),
        (
            "down, and Enter",
            vec![open(), Msg::Step(true), Msg::Choose],
            vec![FocusField, FocusBack, Do(DEEDS[1])],
            false,
        ),
        (
            "up from the first is the last",
            vec![open(), Msg::Step(false), Msg::Choose],
            vec![FocusField, FocusBack, Do(DEEDS[4])],
            false,
        ),
        (
            "a press",
            vec![open(), Msg::Press(2)],
            vec![FocusField, FocusBack, Do("打印")],
            false,
        ),
        (
            "Esc gives the focus back",
            vec![open(), Msg::Close],
            vec![FocusField, FocusBack],
            false,
        ),
        (
            "the focus left by itself",
            vec![open(), Msg::Leave],
            vec![FocusField],
            false,
        ),
        (
            "Enter in an empty list does nothing",
            vec![open(), Msg::Type("没有的".to_owned()), Msg::Choose],
            vec![FocusField],
            true,
        ),
        (
            "a line that is not there",
            vec![open(), Msg::Press(99)],
            vec![FocusField],
            true,
        ),
        (
            "nothing is open",
            vec![Msg::Choose, Msg::Close, Msg::Step(true), Msg::Press(0)],
            vec![],
            false,
        ),
    ];
    for (what, msgs, expected, open) in cases {
        let (_, _, effects, is_open) = run(msgs);
        assert_eq!(effects, expected, "{what}");
        assert_eq!(is_open.is_some(), open, "{what}");
    }
}

/// What happens to the list of places.
#[test]
fn places() {
    use Effect::{Do, FocusBack, FocusField, Show};
    let open = || vec![Msg::Open(For::Text), Msg::Type("abc".to_owned())];
    let then = |more: Vec<Msg>| open().into_iter().chain(more).collect::<Vec<_>>();
    let cases: Vec<(&str, Vec<Msg>, Effects)> = vec![
        ("nothing is shown before Enter", open(), vec![FocusField]),
        (
            "Enter shows the first",
            then(vec![Msg::Choose]),
            vec![FocusField, Show("甲")],
        ),
        (
            "each Enter the next, and the first behind the last",
            then(vec![Msg::Choose; 4]),
            vec![FocusField, Show("甲"), Show("乙"), Show("丙"), Show("甲")],
        ),
        (
            "up shows the one before",
            then(vec![Msg::Choose, Msg::Step(false)]),
            vec![FocusField, Show("甲"), Show("丙")],
        ),
        (
            "a press shows it",
            then(vec![Msg::Press(1)]),
            vec![FocusField, Show("乙")],
        ),
        (
            "Esc goes to the place",
            then(vec![Msg::Choose, Msg::Close]),
            vec![FocusField, Show("甲"), FocusBack],
        ),
        (
            "F3 from anywhere",
            then(vec![Msg::Choose, Msg::Close, Msg::Again(true)]),
            vec![FocusField, Show("甲"), FocusBack, Do("乙")],
        ),
        (
            "Shift+F3",
            then(vec![Msg::Choose, Msg::Close, Msg::Again(false)]),
            vec![FocusField, Show("甲"), FocusBack, Do("丙")],
        ),
        (
            "F3 before anything was looked for",
            vec![Msg::Again(true)],
            vec![],
        ),
        (
            "looked for again, the text is there still",
            then(vec![Msg::Close, Msg::Open(For::Text), Msg::Choose]),
            vec![FocusField, FocusBack, FocusField, Show("甲")],
        ),
        (
            "typed anew, it begins anew",
            then(vec![
                Msg::Choose,
                Msg::Choose,
                Msg::Type("a".to_owned()),
                Msg::Choose,
            ]),
            vec![FocusField, Show("甲"), Show("乙"), Show("甲")],
        ),
        (
            "it stays while somebody looks at the place",
            then(vec![Msg::Leave, Msg::Choose]),
            vec![FocusField, Show("甲")],
        ),
    ];
    for (what, msgs, expected) in cases {
        assert_eq!(run(msgs).2, expected, "{what}");
    }
}
