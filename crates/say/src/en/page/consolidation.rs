use super::Words;
use crate::page::Consolidation;

impl Consolidation for Words {
    texts! {
        file_without_forms = "There is no self-evaluation form in the file.";
        file_is_no_form = "This is no self-evaluation form: choose .juesuan.json files that this tool has saved.";
        consolidate_lead = "Tables of accounts are added cell by cell. Of forms quantities are added up, rates and qualitative scores are averaged by the amounts spent, then the rules score the result. Files are read on this machine only.";
        consolidate_drop = "Drop the units’ .juesuan.json files here, or:";
        consolidate_files = "Choose files…";
        consolidate_folder = "Choose a folder…";
        consolidate_working = "Working…";
        consolidate_broke_off = "The consolidation stopped halfway, perhaps because there are too many files for the memory. Close some pages, or do it in several parts.";
        consolidate_failed = "Files that could not be read";
        consolidate_what = "Consolidate";
        consolidate_grade = "Grade";
        consolidate_open = "Open the consolidated form";
        consolidate_nothing = "None of these files has accounts or a form to consolidate.";
        consolidate_findings = "Findings of the consolidated form";
        consolidate_accounts = "Final accounts, consolidated";
        consolidate_expected = "Units that are expected (one a line; paste them here)";
        consolidate_expected_hint = "The list only tells who is missing; sums do not depend on it. The next consolidation begins with the units of the last.";
        consolidate_none_missing = "All units of the list are there.";
        consolidated = "Result";
        part_note = "Note";
        part_star = "* Provisional: the total has scores that are claimed, or wait for figures, or cannot be computed.";
        part_filter = "Filter by unit, project or file";
        part_copy = "Copy the table";
        part_print = "Print the table";
        part_back = "Back to the units";
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

    fn accounts_of(&self, units: usize) -> String {
        format!("Tables 01 to 09 of {units} units, added cell by cell (10,000 yuan)")
    }

    fn units_missing(&self, missing: usize) -> String {
        format!("Missing units ({missing}):")
    }

    fn unit_twice(&self, files: &str) -> String {
        format!(
            "There are several files of this unit, and the sums have them all: {files}. Leave one of them and consolidate again."
        )
    }

    fn unit_of_another_year(&self, year: &str, usual: &str) -> String {
        format!(
            "Its year is “{year}”, that of most units “{usual}”; the sums have it too. Check it."
        )
    }

    fn unit_lacks_table(&self, table: &str) -> String {
        format!(
            "Table {table} is not filled in, and it is not said that there is nothing: the sums of this table are without this unit."
        )
    }

    fn unit_lacks_amounts(&self, table: &str, count: usize) -> String {
        format!(
            "Cells of table {table} that are blank or cannot be read, where others have amounts: {count}. These sums are without this unit."
        )
    }

    fn unit_rows_untold(&self, table: &str, count: usize) -> String {
        format!("Rows of table {table} without a code: {count}. They were not added.")
    }

    fn unit_lacks_facts(&self, count: usize) -> String {
        format!(
            "Particulars that are not filled in, where others have them: {count}. They are left blank."
        )
    }

    fn unit_of_another_layout(&self, layout: &str) -> String {
        format!(
            "Its tables are laid out as “{layout}”, unlike those of most: rows and columns that these do not have were not added."
        )
    }

    fn only_outliers(&self, count: usize) -> String {
        format!("Only those that stand out ({count})")
    }

    fn only_errors(&self, count: usize) -> String {
        format!("Only those with errors ({count})")
    }

    fn more_parts(&self, count: usize) -> String {
        format!("Show {count} more rows")
    }
}
