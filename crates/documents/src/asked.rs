//! What is asked of readers.

/// What is asked of a reader beside the file.
pub struct Asked<'a> {
    /// For a file that wants one.
    pub password: Option<&'a str>,
    /// Hears how many pages, sheets or parts are read, of how many where that is known.
    pub progress: &'a mut dyn FnMut(usize, Option<usize>),
}
