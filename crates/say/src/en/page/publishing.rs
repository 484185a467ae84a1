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
        part_cover = "Cover and contents";
        part_profile = "The unit";
        part_glossary = "Glossary";
    }

    fn publish_missing(&self, missing: usize, errors: usize) -> String {
        format!("Still missing: {missing} (printed as 【待填】). Errors: {errors}.")
    }
}
