use super::Words;
use crate::page::Publishing;

impl Publishing for Words {
    texts! {
        nav_published = "Publish";
        publish_word = "Download Word";
        publish_excel = "Download Excel";
        publish_parts = "Only some parts (none chosen: all)";
        publish_composing = "Putting it together…";
        publish_complete = "Nothing is missing, and there are no errors.";
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

    fn publish_missing(
        &self,
        errors: usize,
        blanks: usize,
        reasons: usize,
        placeholders: usize,
    ) -> String {
        format!(
            "Before it goes out: errors {errors}, blanks {blanks} (printed as 【待填】), reasons missing {reasons}, placeholders {placeholders}."
        )
    }
}
