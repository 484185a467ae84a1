/// A document that is reviewed, and many of them: figures, findings, and the list of files.
pub trait Review {
    texts! {
        review_findings;
        review_checked;
        review_search;
        review_no_figures;
        review_none;
        review_none_listed;
        review_severities;
        review_kinds;
        review_verdicts;
        review_next;
        review_previous;
        review_other_place;
        review_working;
        review_right;
        review_cause;
        review_remark_open;
        review_mark_file;
        review_form;
        review_forms;
        review_rules;
        review_rules_guessed;
        review_compare;
        review_changes;
        review_unchanged;
        change_changed;
        change_added;
        change_gone;
        review_list;
        review_letter;
        review_reviewer;
        kind_amounts;
        kind_rates;
        kind_words;
        kind_sums;
        kind_rounding;
        kind_tables;
        kind_text;
        files_title;
        files_file;
        files_unit;
        files_year;
        files_kind;
        files_figures;
        files_search;
        files_all;
        files_wrong;
        files_doubtful;
        files_clean;
        files_not_read;
        files_resume;
        files_clear;
        files_make;
        files_pack;
        files_gather;
        files_workbook;
        files_more;
        files_none_listed;
        file_waiting;
        file_reading;
        file_locked;
        file_left;
    }

    /// What a file has become, one of many.
    fn file_made(&self, taken: usize, left: usize) -> String;

    /// How many figures there are, and how many of them were held against another.
    fn review_coverage(&self, figures: usize, checked: usize) -> String;

    /// How many findings are listed, of how many.
    fn review_listed(&self, listed: usize, of: usize) -> String;

    /// A figure with its verdict, for those who do not see how it is marked.
    fn review_figure(&self, printed: &str, verdict: &str, right: Option<&str>) -> String;

    /// The list or the letter was copied.
    fn review_copied(&self, findings: usize) -> String;

    /// What a form is scored at by itself, and what its scores come to; each may be blank.
    fn review_form_total(&self, printed: &str, computed: &str, left: usize) -> String;

    /// The open workbook, as something to compare with.
    fn review_workbook(&self, unit: &str) -> String;

    /// What is said of last year was held against this document.
    fn review_beside_last_year(&self, name: &str) -> String;

    /// What came of comparing with an earlier version.
    fn review_revised(&self, name: &str, changes: usize, mended: usize, new: usize) -> String;

    /// How many findings of the earlier version are gone.
    fn review_mended(&self, findings: usize) -> String;

    /// A file was written.
    fn file_written(&self, name: &str) -> String;

    /// Findings were written into a file, and others had no place in it.
    fn file_marked(&self, name: &str, written: usize, left_out: usize) -> String;

    /// How many files of the list have been read.
    fn files_read_of(&self, read: usize, of: usize) -> String;
}
