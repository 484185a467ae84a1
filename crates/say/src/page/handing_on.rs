use juesuan_paper::Place;

/// What was found in a disclosure, as it is handed on: as a list, and as a letter to the unit.
pub trait HandingOn {
    /// The labels at the head: unit, year, file, date, reviewer, program.
    fn head_labels(&self) -> [&'static str; 6];

    /// How many figures there are, how many of them were held against something, and how many errors, warnings
    /// and notices there are.
    fn head_counts(&self, figures: usize, checked: usize, findings: [usize; 3]) -> String;

    /// The heads of the table: number, severity, kind, place, what is printed, matter, working, what to do, remark.
    fn list_columns(&self) -> [&'static str; 9];

    /// Where something stands: page, sheet or paragraph, and the heading above it or the title of its table.
    fn list_place(&self, place: &Place, heading: &str) -> String;

    /// A line of the list: its number, what kind of finding, where, what is printed, and what is wrong.
    fn list_line(
        &self,
        number: usize,
        kind: &str,
        place: &str,
        quote: &str,
        message: &str,
    ) -> String;

    /// A remark behind a line.
    fn list_remark(&self, text: &str) -> String;

    /// The subject of a letter: the name and the year may be empty.
    fn letter_subject(&self, unit: &str, year: &str) -> String;

    /// Whom it is to; the name may be empty.
    fn letter_to(&self, unit: &str) -> String;

    /// How many figures there are and were held against something, how many errors and warnings were found, and
    /// what is asked; the name of the file may be empty.
    fn letter_begin(
        &self,
        file: &str,
        figures: (usize, usize),
        errors: usize,
        warnings: usize,
    ) -> String;

    /// A paragraph: its number, where, what is printed, what is wrong and whether it is certain.
    fn letter_item(
        &self,
        number: usize,
        place: &str,
        quote: &str,
        message: &str,
        sure: bool,
    ) -> String;

    /// With what it was checked, and what is not listed.
    fn letter_end(&self, version: &str) -> String;
}
