/// The disclosure as it is published, and its files.
pub trait Publishing {
    texts! {
        nav_published;
        publish_word;
        publish_excel;
        publish_parts;
        publish_composing;
        publish_complete;
        part_cover;
        part_contents;
        part_work;
        lack_error;
        lack_blank;
        lack_reason;
        lack_placeholder;
        part_profile;
        part_glossary;
    }

    /// What is wrong or missing in it.
    fn publish_missing(
        &self,
        errors: usize,
        blanks: usize,
        reasons: usize,
        placeholders: usize,
    ) -> String;
}
