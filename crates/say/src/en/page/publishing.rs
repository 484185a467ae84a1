use super::Words;
use crate::page::Publishing;

impl Publishing for Words {
    texts! {
        nav_published = "Publish";
        before_go_on = "Go on anyway";
        publish_word = "Download Word";
        publish_excel = "Download Excel";
        publish_parts = "Only some parts (none chosen: all)";
        publish_again = "Put it together again";
        publish_composing = "Putting it together…";
        part_cover = "Cover";
        part_contents = "Contents";
        part_work = "Key work";
        lack_error = "Error";
        lack_blank = "Blank";
        lack_reason = "Reason missing";
        lack_placeholder = "Placeholder";
        part_profile = "The unit";
        part_glossary = "Glossary";
    }

    fn before_errors(&self, count: usize) -> String {
        match count {
            1 => "1 error is not corrected yet:".to_owned(),
            _ => format!("{count} errors are not corrected yet:"),
        }
    }

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
