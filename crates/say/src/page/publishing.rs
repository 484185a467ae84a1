/// What is said before a publication goes out.
pub trait Publishing {
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
