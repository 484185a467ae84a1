use super::Words;
use crate::page::Review;

impl Review for Words {
    texts! {
        review_findings = "Findings";
        review_checked = "Figures";
        review_search = "Narrow the list";
        review_no_figures = "No amounts, rates or other figures were found: there is nothing to check.";
        review_none = "No problems found";
        review_none_listed = "Nothing fits what is chosen above.";
        review_severities = "By severity";
        review_kinds = "By kind";
        review_verdicts = "By verdict";
        review_next = "Next (F8)";
        review_previous = "Previous (Shift+F8)";
        review_other_place = "Other place";
        review_working = "Working";
        review_right = "Should be";
        review_cause = "Probable cause";
        review_remark_open = "Remark…";
        review_mark_file = "Save the file with notes";
        review_form = "Form";
        review_forms = "Self-evaluation forms";
        review_rules = "Scoring rules";
        review_rules_guessed = "As printed, or by layout";
        review_compare = "Compare with…";
        review_changes = "Changes";
        review_unchanged = "Nothing was changed.";
        change_changed = "Changed";
        change_added = "Added";
        change_gone = "Removed";
        review_list = "Copy list";
        review_letter = "Copy letter";
        review_reviewer = "Reviewer";
        kind_amounts = "Amounts";
        kind_rates = "Rates";
        kind_words = "Up and down";
        kind_sums = "Sums";
        kind_rounding = "Rounding";
        kind_tables = "Tables";
        kind_text = "Text";
        files_title = "Files";
        files_file = "File";
        files_unit = "Unit";
        files_year = "Year";
        files_kind = "Kind";
        files_figures = "Figures";
        files_search = "File or unit";
        files_all = "All";
        files_wrong = "With errors";
        files_doubtful = "Warnings only";
        files_clean = "No problems";
        files_not_read = "Not read";
        files_resume = "Go on reading";
        files_clear = "Remove all";
        files_make = "Make workbooks of all";
        files_pack = "Save the workbooks in one file";
        files_gather = "Consolidate the workbooks";
        files_workbook = "Workbooks";
        files_more = "Show more";
        files_none_listed = "No file fits.";
        file_waiting = "Waits";
        file_reading = "Being read";
        file_locked = "Wants a password: click its name to type it.";
        file_left = "Cancelled, not read.";
    }

    fn file_made(&self, taken: usize, left: usize) -> String {
        format!("Taken: {taken}, left: {left}")
    }

    fn review_coverage(&self, figures: usize, checked: usize) -> String {
        format!("{figures} figures, {checked} of them held against another")
    }

    fn review_listed(&self, listed: usize, of: usize) -> String {
        if listed == of {
            format!("{of} listed")
        } else {
            format!("{listed} of {of} listed")
        }
    }

    fn review_figure(&self, printed: &str, verdict: &str, right: Option<&str>) -> String {
        match right {
            Some(right) => format!("{printed}: {verdict}, should be {right}"),
            None => format!("{printed}: {verdict}"),
        }
    }

    fn review_copied(&self, findings: usize) -> String {
        format!("Copied: {findings} findings.")
    }

    fn review_form_total(&self, printed: &str, computed: &str, left: usize) -> String {
        let mut parts = Vec::new();
        if !printed.is_empty() {
            parts.push(format!("printed {printed}"));
        }
        if !computed.is_empty() {
            parts.push(format!("by the rules {computed}"));
        }
        if left > 0 {
            parts.push(format!("not read: {left}"));
        }
        parts.join(", ")
    }

    fn review_workbook(&self, unit: &str) -> String {
        if unit.is_empty() {
            "The open workbook".to_owned()
        } else {
            format!("The open workbook ({unit})")
        }
    }

    fn review_beside_last_year(&self, name: &str) -> String {
        format!("Last year’s figures were held against “{name}”.")
    }

    fn review_revised(&self, name: &str, changes: usize, mended: usize, new: usize) -> String {
        format!("Compared with “{name}”: changes {changes}, findings mended {mended}, new {new}.")
    }

    fn review_mended(&self, findings: usize) -> String {
        format!("Mended findings ({findings})")
    }

    fn file_written(&self, name: &str) -> String {
        format!("“{name}” was written.")
    }

    fn file_marked(&self, name: &str, written: usize, left_out: usize) -> String {
        match left_out {
            0 => format!("“{name}” was written. Findings in it: {written}."),
            _ => format!(
                "“{name}” was written. Findings in it: {written}; without a place that takes a note: {left_out}. Send the list along."
            ),
        }
    }

    fn files_read_of(&self, read: usize, of: usize) -> String {
        format!("{read} of {of} files read")
    }
}
