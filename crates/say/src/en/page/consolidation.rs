use super::Words;
use crate::page::Consolidation;

impl Consolidation for Words {
    texts! {
        file_without_forms = "There is no self-evaluation form in the file.";
        file_is_no_form = "This is no self-evaluation form: choose .juesuan.json files that this tool has saved.";
        consolidate_lead = "Quantities are added up, rates and qualitative scores are averaged by the amounts spent, then the rules score the result. Files are read on this machine only.";
        consolidate_drop = "Drop the units’ .juesuan.json files here, or:";
        consolidate_files = "Choose files…";
        consolidate_folder = "Choose a folder…";
        consolidate_working = "Working…";
        consolidate_broke_off = "The consolidation stopped halfway, perhaps because there are too many files for the memory. Close some pages, or do it in several parts.";
        consolidate_failed = "Files that could not be read";
        consolidate_what = "Consolidate";
        consolidate_grade = "Grade";
        consolidate_open = "Open the consolidated form";
        consolidate_nothing = "None of these files has a form to consolidate.";
        consolidate_findings = "Findings of the consolidated form";
        consolidated = "Result";
        units = "Units";
    }

    fn too_many_forms(&self, most: usize) -> String {
        format!("At most {most} forms are consolidated at a time; this file was left out.")
    }

    fn rules_under_official_id(&self, name: &str) -> String {
        format!(
            "The file brings rules of its own under the id of “{name}”, with another content. They were not used: check where the file comes from."
        )
    }

    fn rules_unusable(&self, name: &str, why: &str) -> String {
        format!("The file’s rules “{name}” cannot be used and were left out: {why}")
    }

    fn part_columns(&self) -> [&'static str; 7] {
        [
            "Unit", "Budget", "Spent", "Rate", "Total", "Claimed", "Errors",
        ]
    }

    fn files_read(&self, done: usize, total: usize) -> String {
        format!("{done} of {total} files read…")
    }

    fn all_files_read(&self, files: usize) -> String {
        format!("All {files} files are read.")
    }

    fn some_files_failed(&self, failed: usize, files: usize) -> String {
        format!("{failed} of {files} files could not be read")
    }

    fn and_more(&self, count: usize) -> String {
        format!("… and {count} more")
    }

    fn parts(&self, count: usize) -> String {
        format!("Units ({count} forms)")
    }

    fn only_outliers(&self, count: usize) -> String {
        format!("Only those that stand out ({count})")
    }

    fn more_parts(&self, count: usize) -> String {
        format!("Show {count} more rows")
    }
}
