//! What a review says: for every code a short disclosure that brings it up, as the documentation has it.

use juesuan::paper::plain;
use juesuan::say::Language;
use juesuan::understand::{Matter, review_beside};

const DOCUMENTATION: &str = include_str!("../docs/disclosures.md");

/// A section of the documentation.
struct Section {
    code: String,
    /// What stands behind the mark of its example: `code=…`, `also=…`.
    fence: String,
    example: String,
}

fn sections() -> Vec<Section> {
    let parts = DOCUMENTATION.split("\n## ").skip(1);
    let section = |part: &str| {
        let (code, rest) = part.split_once('\n').unwrap();
        let (_, fenced) = rest
            .split_once("```text ")
            .unwrap_or_else(|| panic!("{code} has no example"));
        let (fence, example) = fenced.split_once('\n').unwrap();
        let (example, _) = example.split_once("```").unwrap();
        Section {
            code: code.to_owned(),
            fence: fence.to_owned(),
            example: example.to_owned(),
        }
    };
    parts.map(section).collect()
}

#[test]
fn every_code_is_documented_in_its_order() {
    let sections = sections();
    let documented: Vec<&str> = sections.iter().map(|section| &*section.code).collect();
    assert_eq!(documented, Matter::CODES);
}

#[test]
fn every_example_brings_up_its_code_and_nothing_else() {
    let mut wrong = Vec::new();
    for section in sections() {
        let mut expected: Vec<&str> = section
            .fence
            .split_whitespace()
            .filter_map(|part| part.split_once('='))
            .map(|(_, code)| code)
            .collect();
        assert_eq!(expected.first(), Some(&&*section.code));
        let (this, last) = match section.example.split_once("\n----\n") {
            Some((this, last)) => (this, Some(plain::read(last))),
            None => (&*section.example, None),
        };
        let paper = plain::read(this);
        let review = review_beside(&paper, last.as_ref());
        let mut found: Vec<&str> = review.findings.iter().map(|one| one.code()).collect();
        for list in [&mut expected, &mut found] {
            list.sort_unstable();
            list.dedup();
        }
        if found != expected {
            let said = review.findings.iter().map(|finding| {
                let told = Language::Chinese.found(finding);
                format!("\n    {}: {}", finding.code(), told.message)
            });
            wrong.push(format!(
                "{} brings up {found:?}, not {expected:?}:{}\n{paper}",
                section.code,
                said.collect::<String>()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
