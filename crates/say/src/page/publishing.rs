/// What is said before a publication goes out.
pub trait Publishing {
    texts! {
        nav_published;
        publish_word;
        /// It goes out although it has errors.
        before_go_on;
        publish_excel;
        publish_parts;
        publish_composing;
        publish_again;
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

    /// Before something is printed or written: so many errors are not mended.
    fn before_errors(&self, count: usize) -> String;

    /// Nothing is wrong or missing.
    fn before_ready(&self) -> &'static str;

    /// How many errors, blanks, missing reasons and words of a template there still are; those of which there are
    /// none are left out.
    fn before_lacks(
        &self,
        errors: usize,
        blanks: usize,
        reasons: usize,
        placeholders: usize,
    ) -> String;
}
