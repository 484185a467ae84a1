//! What is published is understood and found right when it is read again.

use juesuan_domain::Workbook;
use juesuan_domain::accounts::{Layout, Style};
use juesuan_exchange::read_workbook;
use juesuan_publication::{Parts, publish};
use juesuan_understand::{Matter, Severity, StatementKind, review};
use std::rc::Rc;
use time::{Date, Month};

fn example() -> Workbook {
    read_workbook(include_bytes!("../../../static/example.juesuan.json")).unwrap()
}

#[test]
fn the_example_in_every_style_and_layout() {
    for style in Style::all() {
        for layout in Layout::all() {
            let mut workbook = example();
            let accounts = Rc::make_mut(&mut workbook.accounts);
            (accounts.style, accounts.layout) = (style.id.clone(), layout.id.clone());
            let paper = publish(
                &workbook,
                Date::from_calendar_date(2021, Month::August, 20).ok(),
                &Parts::whole(),
            );
            let review = review(&paper);
            let at = format!("{} {}", style.id, layout.id);
            let findings = review.findings.iter();
            // The faults that the example's form is there to show, in text and form, and no other.
            let above = findings.filter(|finding| finding.severity != Severity::Notice);
            for finding in above {
                let is_of_the_form = match &finding.matter {
                    Matter::Twice { name, .. } => matches!(&**name, "总分" | "参保对象满意率"),
                    Matter::TargetAndActual { name, .. } => name == "宣传资料发放量",
                    Matter::Misplaced { name, .. } => name == "参保对象满意率",
                    Matter::Claim { name, kind, .. } => {
                        *kind == StatementKind::Score && name == "编外人员收入同比增幅"
                    }
                    _ => false,
                };
                assert!(is_of_the_form, "{at}: {finding:?}");
            }
            assert_eq!(
                (review.about.unit.as_deref(), review.about.year),
                (Some(workbook.unit()), Some(2020)),
                "{at}"
            );
            let mut tables: Vec<u8> = review.tables.iter().filter_map(|table| table.no).collect();
            tables.sort_unstable();
            let expected: Vec<u8> = (1..=9).collect();
            assert_eq!(tables, expected, "{at}");
            let coverage = review.coverage;
            assert!(
                coverage.checked * 5 > coverage.figures * 4,
                "{at} {coverage:?}"
            );
        }
    }
}
