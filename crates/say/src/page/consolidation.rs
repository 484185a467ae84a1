/// The forms of many units, brought together.
pub trait Consolidation {
    texts! {
        file_without_forms;
        file_is_no_form;
        consolidate_lead;
        consolidate_drop;
        consolidate_files;
        consolidate_folder;
        consolidate_working;
        consolidate_broke_off;
        consolidate_failed;
        consolidate_what;
        consolidate_grade;
        consolidate_open;
        consolidate_nothing;
        consolidate_findings;
        consolidate_accounts;
        consolidate_expected;
        consolidate_expected_hint;
        consolidate_none_missing;
        consolidated;
        /// The head above what stands out, in a table that is copied.
        part_note;
        /// What the asterisk at a total means.
        part_star;
        part_filter;
        part_copy;
        part_print;
        part_back;
        units;
    }

    fn too_many_forms(&self, most: usize) -> String;

    /// Of rules that a file brings along.
    fn rules_under_official_id(&self, name: &str) -> String;

    fn rules_unusable(&self, name: &str, why: &str) -> String;

    fn part_columns(&self) -> [&'static str; 7];

    fn files_read(&self, done: usize, total: usize) -> String;

    fn all_files_read(&self, files: usize) -> String;

    fn some_files_failed(&self, failed: usize, files: usize) -> String;

    fn and_more(&self, count: usize) -> String;

    fn parts(&self, count: usize) -> String;

    /// How many units' accounts were added.
    fn accounts_of(&self, units: usize) -> String;

    /// How many of the units that were expected are not there.
    fn units_missing(&self, missing: usize) -> String;

    /// Of a unit that came in several files.
    fn unit_twice(&self, files: &str) -> String;

    /// Of a unit whose year is another than that of most.
    fn unit_of_another_year(&self, year: &str, usual: &str) -> String;

    /// Of a unit that has nothing in a table, and does not say that there is nothing.
    fn unit_lacks_table(&self, table: &str) -> String;

    fn unit_lacks_amounts(&self, table: &str, count: usize) -> String;

    /// Of rows without a code.
    fn unit_rows_untold(&self, table: &str, count: usize) -> String;

    fn unit_lacks_facts(&self, count: usize) -> String;

    fn unit_of_another_layout(&self, layout: &str) -> String;

    fn only_outliers(&self, count: usize) -> String;

    fn only_errors(&self, count: usize) -> String;

    fn more_parts(&self, count: usize) -> String;
}
