/// The list of findings and remarks, as it is handed on.
pub trait Report {
    texts! {
        /// What the list calls the tables and their text.
        accounts;
    }

    /// The heads of the table: number, form, severity, place, matter, working, what to do.
    fn report_columns(&self) -> [&'static str; 7];

    /// Why a finding was set aside.
    fn set_aside_because(&self, why: &str) -> String;

    /// A line of the list: what kind of finding, where, and what.
    fn report_line(&self, number: usize, kind: &str, place: &str, message: &str) -> String;

    /// What is added to a line.
    fn in_brackets(&self, text: &str) -> String;

    /// A cell within what its place is called, which may say it already.
    fn within(&self, place: &str, cell: &str) -> String {
        if place.ends_with(cell) {
            place.to_owned()
        } else {
            format!("{place} · {cell}")
        }
    }

    /// Clauses, one after another.
    fn clauses(&self, parts: &[String]) -> String;
}
