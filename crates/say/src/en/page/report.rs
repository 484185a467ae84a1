use super::Words;
use crate::page::Report;

impl Report for Words {
    texts! {
        accounts = "Tables and text";
    }

    fn report_columns(&self) -> [&'static str; 7] {
        [
            "No.",
            "Form",
            "Severity",
            "Place",
            "Finding",
            "Working",
            "What to do",
        ]
    }

    fn set_aside_because(&self, why: &str) -> String {
        format!("set aside: {why}")
    }

    fn report_line(&self, number: usize, kind: &str, place: &str, message: &str) -> String {
        format!("{number}. [{kind}] {place}: {message}")
    }

    fn in_brackets(&self, text: &str) -> String {
        format!(" ({text})")
    }

    fn clauses(&self, parts: &[String]) -> String {
        parts.join("; ")
    }
}
