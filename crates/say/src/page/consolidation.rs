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
        consolidated;
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

    fn only_outliers(&self, count: usize) -> String;

    fn more_parts(&self, count: usize) -> String;
}
