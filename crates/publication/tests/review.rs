//! What is published is right when it is read again: the reviewer finds nothing in it.

use juesuan_domain::Workbook;
use juesuan_exchange::read_workbook;
use juesuan_publication::{Parts, publish};
use juesuan_understand::{Severity, review};

fn example() -> Workbook {
    read_workbook(include_bytes!("../../../static/example.juesuan.json")).unwrap()
}

/// What the reviewer says of a publication above a notice.
fn said(workbook: &Workbook) -> Vec<String> {
    let paper = publish(workbook, None, &Parts::whole());
    let review = review(&paper);
    let findings = review.findings.iter();
    let above = findings.filter(|finding| finding.severity != Severity::Notice);
    above.map(|finding| format!("{finding:?}")).collect()
}

#[test]
fn the_example_is_right() {
    assert_eq!(said(&example()), [""; 0]);
}
