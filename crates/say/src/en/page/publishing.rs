use super::Words;
use crate::page::Publishing;

impl Publishing for Words {
    fn before_ready(&self) -> &'static str {
        "No errors and nothing left to fill in: ready to be published."
    }

    fn before_lacks(
        &self,
        errors: usize,
        blanks: usize,
        reasons: usize,
        placeholders: usize,
    ) -> String {
        let lacks = [
            (errors, "errors"),
            (blanks, "places to fill in"),
            (reasons, "missing reasons"),
            (placeholders, "words left over from a template"),
        ];
        let lacks = lacks.iter().filter(|(count, _)| *count > 0);
        let lacks: Vec<String> = lacks
            .map(|(count, what)| format!("{count} {what}"))
            .collect();
        format!(
            "Before it is published: {}. What is not filled in is printed as a gap.",
            lacks.join(", ")
        )
    }
}
