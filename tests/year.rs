//! The year as people write it: what it reads as, which tables it chooses, what is said and written.

use juesuan::accounts::{Cell, Change};
use juesuan::exchange::{disclosure_text, disclosure_title};
use juesuan::finding::{Code, Severity};
use juesuan::say::InWords as _;
use juesuan::{Edit, Workbook, YearRead, assess, read_year};

fn workbook(year: &str) -> Workbook {
    Workbook::new(year, "某中心", "wuhan-2020")
}

fn begun(year: &str) -> Workbook {
    let cell: Cell = "accounts.01.left-total.amount".parse().unwrap();
    let text = "5".to_owned();
    workbook(year)
        .edited(&Edit::Accounts(Change::Set { cell, text }))
        .unwrap()
}

/// What is said of the year.
fn said(workbook: &Workbook) -> Vec<(Code, String)> {
    let findings = assess(workbook, None).accounts.findings;
    let of_year = findings.into_iter().filter(|f| f.cell == Cell::Year);
    of_year.map(|f| (f.code, f.message())).collect()
}

#[test]
fn years_as_they_are_written() {
    for (typed, year) in [
        ("2024", 2024),
        ("2024年", 2024),
        ("2024年度", 2024),
        ("２０２４", 2024),
        ("２０２４年", 2024),
        ("２０２４年度", 2024),
        ("二〇二四", 2024),
        ("二〇二四年", 2024),
        ("二〇二四年度", 2024),
        ("二零二四", 2024),
        ("二零二四年度", 2024),
        ("二○二四年度", 2024),
        ("二0二四", 2024),
        (" 2024 ", 2024),
        ("\u{3000}2024年\u{3000}", 2024),
        ("2024 年", 2024),
        ("2024 年度", 2024),
        ("2024 年 度", 2024),
        ("２０２４　年度", 2024),
        ("\u{feff}2024\u{200b}", 2024),
        ("2024\n", 2024),
        ("1999", 1999),
        ("2100", 2100),
        ("2019", 2019),
        ("2022年度", 2022),
    ] {
        assert_eq!(read_year(typed), YearRead::Year(year), "{typed:?}");
        assert_eq!(said(&begun(typed)), [], "{typed:?}");
        // What was typed stays as typed; what is made of it has four digits.
        assert_eq!(&*begun(typed).year, typed);
        assert_eq!(&*begun(typed).next_year().year, (year + 1).to_string());
        let layout = if year < 2022 { "mof-2020" } else { "mof-2022" };
        assert_eq!(workbook(typed).layout().id, layout, "{typed:?}");
        let title = disclosure_title(typed, "某中心");
        assert_eq!(title, format!("{year}年度某中心决算公开"));
    }
}

#[test]
fn what_is_no_year_is_said_at_once() {
    for typed in [
        "abc",
        "20255",
        "1024",
        "24",
        "二四",
        "202",
        "20 24",
        "2024.0",
        "2024-2025",
        "2024至2025",
        "2024年度决算",
        "年",
        "年度",
        "2024度",
        "2024年年度",
        "1998",
        "2101",
        "0000",
        "-2024",
        "2O24",
        "二千零二十四",
        "二十四",
        "2024年3月",
        "公元2024",
        "'2024",
    ] {
        assert_eq!(read_year(typed), YearRead::Unreadable, "{typed:?}");
        // Of an empty workbook too.
        for workbook in [workbook(typed), begun(typed)] {
            let said = said(&workbook);
            assert_eq!(said.len(), 1, "{typed:?}: {said:?}");
            assert_eq!(said[0].0, Code::YearUnreadable, "{typed:?}");
            let layout = &workbook.layout().name;
            for part in [&format!("“{typed}”"), "四位", layout.as_str()] {
                assert!(said[0].1.contains(part), "{part} not in {}", said[0].1);
            }
            assert_eq!(&*workbook.year, typed);
            assert_eq!(&*workbook.next_year().year, typed);
            assert_eq!(disclosure_title(typed, "某中心"), "某中心决算公开");
        }
    }
    assert_eq!(Code::YearUnreadable.severity(), Severity::Error);
}

#[test]
fn no_year_is_said_once_accounts_are_begun() {
    for blank in ["", " ", "\u{3000}", "\u{200b}"] {
        assert_eq!(read_year(blank), YearRead::Missing);
        assert_eq!(said(&workbook(blank)), []);
        let workbook = begun(blank);
        let said = said(&workbook);
        assert_eq!(said[0].0, Code::YearMissing, "{blank:?}");
        assert!(said[0].1.contains(&*workbook.layout().name), "{said:?}");
    }
    assert_eq!(Code::YearMissing.severity(), Severity::Warning);
}

/// A sentence that names the year waits for one, and its cell is spoken of once.
#[test]
fn the_text_writes_four_digits_or_waits() {
    let example = include_bytes!("../static/example.juesuan.json");
    let example = juesuan::exchange::read_workbook(example).unwrap();
    for (typed, written) in [
        ("2024年度", true),
        ("２０２４年", true),
        ("二〇二四", true),
        ("abc", false),
        ("20255", false),
        ("", false),
    ] {
        let set = Edit::SetYear { text: typed.into() };
        let workbook = example.edited(&set).unwrap();
        let assessment = assess(&workbook, None);
        let disclosure = &assessment.accounts.disclosure;
        let title = disclosure_title(&workbook.year, "");
        let text = disclosure_text(&title, disclosure);
        assert_eq!(text.contains("2024年度收入总计"), written, "{typed}");
        assert_eq!(text.contains("与2023年度相比"), written, "{typed}");
        assert_eq!(disclosure.waiting_sentences() > 0, !written, "{typed}");
        for wrong in [
            "年年",
            "年度年度",
            "abc",
            "20255",
            "上年度",
            "２０２４",
            "二〇",
        ] {
            assert!(!text.contains(wrong), "{typed}: {wrong} in {text}");
        }
        let of_year = assessment.accounts.findings.iter();
        let of_year = of_year.filter(|f| f.cell == Cell::Year).count();
        assert_eq!(of_year, usize::from(!written), "{typed}");
    }
}

/// Other choices that cannot be read are said too, and what is used instead.
#[test]
fn no_choice_is_replaced_in_silence() {
    let mut workbook = workbook("2024");
    let style = Change::Set {
        cell: Cell::Style,
        text: "hubei-1999".into(),
    };
    let styled = workbook.edited(&Edit::Accounts(style)).unwrap();
    let findings = assess(&styled, None).accounts.findings;
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(findings[0].code, Code::StyleUnknown);
    assert!(findings[0].message().contains("“hubei-1999”"));
    assert!(findings[0].message().contains("武汉市 2020 年度样式"));

    workbook.settings.percent_places = "two".into();
    let counts = |workbook: &Workbook| {
        let assessment = assess(workbook, None);
        let of_forms = assessment.forms.iter().flat_map(|form| &form.findings);
        let of_forms = of_forms.filter(|f| f.code == Code::SettingUnreadable);
        let accounts = assessment.accounts.findings.iter();
        let of_accounts = accounts.filter(|f| f.code == Code::SettingUnreadable);
        (of_forms.count(), of_accounts.count())
    };
    assert_eq!(counts(&workbook), (1, 0));
    workbook.forms.clear();
    assert_eq!(counts(&workbook), (0, 1));
    workbook.settings.percent_places = "2".into();
    assert_eq!(counts(&workbook), (0, 0));
}
