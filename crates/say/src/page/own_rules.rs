/// Rules that are written here, from a copy, and tried on a form.
pub trait OwnRules {
    texts! {
        own_copy;
        /// Beside the rules of a form: a copy of them, or they themselves where they are of the workbook.
        own_copy_of_form;
        own_change;
        own_go_on;
        own_drafts;
        own_unusable;
        own_title;
        own_lead;
        own_back;
        own_discard;
        own_use;
        own_keep;
        own_about;
        own_points;
        own_settings;
        own_in_words;
        own_words_hint;
        own_points_hint;
        own_right;
        own_first;
        own_no_rows;
        own_remove;
        own_add;
        trial;
        trial_form;
        trial_by;
        trial_now;
        trial_then;
        trial_total;
        trial_grade;
        trial_provisional;
        trial_same;
        trial_line;
        trial_execution;
        trial_unnamed;
        trial_no_form;
    }

    /// What is being written is to change a rule set that there is.
    fn own_changes(&self, name: &str) -> String;

    fn own_wrong(&self, cells: usize) -> String;

    /// A cell of a list, for whoever hears it.
    fn own_cell(&self, list: &str, row: usize, cell: &str) -> String;

    fn own_remove_row(&self, list: &str, row: usize) -> String;

    fn own_discarded(&self, name: &str) -> String;

    fn own_used(&self, rules: &str) -> String;

    fn own_kept(&self, rules: &str) -> String;

    fn trial_waits(&self, cells: usize) -> String;

    fn trial_differs(&self, lines: usize) -> String;

    fn trial_new(&self, findings: usize) -> String;

    fn trial_gone(&self, findings: usize) -> String;

    /// Other forms are scored by the same rules.
    fn trial_others(&self, forms: usize) -> String;
}
