//! The page in another language: its texts, and quick figures.

use juesuan::quick::{Calculation, Outcome, structure, three_public, years};
use juesuan::say::{Language, is_chinese};

/// What a page says in English holds no Chinese but the units, which people have to write so.
#[test]
fn the_page_in_english() {
    const UNITS: [&str; 3] = ["万元", "亿元", "元"];
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/crates/say/src/en/page");
    let mut texts = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let code = std::fs::read_to_string(&path).unwrap();
        let lines = code
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        for line in lines {
            texts += line.matches('"').count() / 2;
            let mut rest = line.to_owned();
            for unit in UNITS {
                rest = rest.replace(unit, "");
            }
            assert!(!rest.contains(is_chinese), "{}: {line}", path.display());
        }
    }
    assert!(texts > 400, "{texts}");
}

/// A language is known by its tag, whichever country is in it.
#[test]
fn languages_by_their_tags() {
    for (tag, language) in [
        ("zh-CN", Some(Language::Chinese)),
        ("zh-Hans", Some(Language::Chinese)),
        ("zh", Some(Language::Chinese)),
        ("en", Some(Language::English)),
        ("en-GB", Some(Language::English)),
        (" EN_us ", Some(Language::English)),
        ("fr", None),
        ("english", None),
        ("", None),
    ] {
        assert_eq!(Language::named(tag), language, "{tag}");
    }
    for language in Language::ALL {
        assert_eq!(Language::named(language.tag()), Some(language));
    }
}

#[test]
fn quick_figures_in_english() {
    let english = Language::English;
    for (calculation, boxes, figure, sentence) in [
        (
            Calculation::Completion,
            ["1,552.16", "1,516.89"],
            "102.3%",
            "102.3% of the original budget",
        ),
        (
            Calculation::Growth,
            ["1,552.63", "1,544.93"],
            "0.5%",
            "7.7 万元 more than last year, up 0.5%",
        ),
        (
            Calculation::Growth,
            ["1.38", "1.85"],
            "-25.4%",
            "0.47 万元 less than last year, down 25.4%",
        ),
        (
            Calculation::Growth,
            ["10", "10"],
            "0.0%",
            "the same as last year",
        ),
        (
            Calculation::Growth,
            ["10.004", "10"],
            "0.0%",
            "0.004 万元 more than last year, up by less than 0.1%",
        ),
        (
            Calculation::Share,
            ["178.3", "1,552.63"],
            "11.5%",
            "178.3 万元, a share of 11.5%",
        ),
        (
            Calculation::Completion,
            ["5", "0"],
            "—",
            "nothing was budgeted, 5 万元 were spent",
        ),
    ] {
        let Outcome::Answer(answer) = calculation.of(&boxes, english) else {
            panic!("{boxes:?}");
        };
        assert_eq!((&*answer.figure, &*answer.sentence), (figure, sentence));
    }
    let sheet = structure("Health 1\nHousing 3x\n", 1, false, english).sheet;
    assert!(
        sheet.problems[0].starts_with("Line 2: "),
        "{:?}",
        sheet.problems
    );
    let sheet = structure("Health 1\nHousing 3\n合计 4", 1, false, english).sheet;
    assert_eq!(
        sheet.sentence,
        "Health 1 万元, 25.0%; Housing 3 万元, 75.0%."
    );
    assert_eq!(sheet.remarks, ["The total in line 3 agrees with the sum."]);
    let sheet = years("2018 1,544.93\n2020 1,552.63", english);
    assert_eq!(
        sheet.sentence,
        "2020: 1,552.63 万元, 7.7 万元 more than in 2018, up 0.5%."
    );
    assert_eq!(
        sheet.remarks,
        ["2019 is missing; 2020 is compared with 2018."]
    );
    let none = ["0", "0", "0"];
    let sheet = three_public(&[none, none, none, ["2.5", "1.38", "1.85"]], english).sheet;
    assert_eq!(
        sheet.sentence,
        "Three public expenses: 1.38 万元 spent, 55.2% of the original budget of 2.5 万元, 0.47 万元 less than last year, down 25.4%. \
         Travel abroad: nothing spent, nothing budgeted, nothing last year either. \
         Vehicles bought and run: nothing spent, nothing budgeted, nothing last year either. \
         Receptions: 1.38 万元 spent, 55.2% of the original budget of 2.5 万元, 0.47 万元 less than last year, down 25.4%."
    );
}
