use super::Words;
use crate::page::OwnRules;

impl OwnRules for Words {
    texts! {
        own_copy = "Copy and change";
        own_copy_of_form = "Change rules…";
        own_change = "Change";
        own_go_on = "Go on";
        own_drafts = "Being written";
        own_unusable = "cannot be used";
        own_title = "Write rules";
        own_lead = "What you type is kept at once and can be undone. The rules can be used once every cell is right; till then they are kept, to be mended later.";
        own_back = "Back to the rules";
        own_discard = "Discard";
        own_use = "Use for this form";
        own_keep = "Only add to the rules";
        own_about = "Name and source";
        own_points = "Points";
        own_settings = "What must be explained, what is printed";
        own_in_words = "The rules in words";
        own_words_hint = "Words stand with commas between them.";
        own_points_hint = "may be blank";
        own_right = "Every cell is right: the rules can be used.";
        own_first = "To the first";
        own_no_rows = "None.";
        own_remove = "Remove";
        own_add = "Add a row";
        trial = "Trial";
        trial_form = "Try it on";
        trial_by = "Rules";
        trial_now = "The rules it has";
        trial_then = "The rules as changed";
        trial_total = "Total";
        trial_grade = "Grade";
        trial_provisional = "Not all of the form is filled in: the totals are provisional.";
        trial_same = "No points differ.";
        trial_line = "Whose points differ";
        trial_execution = "Execution of the budget";
        trial_unnamed = "(no name)";
        trial_no_form = "The workbook has no form to try the rules on.";
    }

    fn own_changes(&self, name: &str) -> String {
        format!("To change “{name}”, which stays as it is until then.")
    }

    fn own_wrong(&self, cells: usize) -> String {
        match cells {
            1 => "One cell is still to be mended.".to_owned(),
            _ => format!("{cells} cells are still to be mended."),
        }
    }

    fn own_cell(&self, list: &str, row: usize, cell: &str) -> String {
        format!("{list} {row}, {cell}")
    }

    fn own_remove_row(&self, list: &str, row: usize) -> String {
        format!("Remove {list} {row}")
    }

    fn own_discarded(&self, name: &str) -> String {
        format!("“{name}” was discarded")
    }

    fn own_used(&self, rules: &str) -> String {
        format!("This form is scored by “{rules}” now.")
    }

    fn own_kept(&self, rules: &str) -> String {
        format!("“{rules}” is among the rules now and can be used.")
    }

    fn trial_waits(&self, cells: usize) -> String {
        match cells {
            1 => "One cell of the rules is to be mended first.".to_owned(),
            _ => format!("{cells} cells of the rules are to be mended first."),
        }
    }

    fn trial_differs(&self, lines: usize) -> String {
        match lines {
            1 => "The points of one line differ.".to_owned(),
            _ => format!("The points of {lines} lines differ."),
        }
    }

    fn trial_new(&self, findings: usize) -> String {
        match findings {
            1 => "One finding is new:".to_owned(),
            _ => format!("{findings} findings are new:"),
        }
    }

    fn trial_gone(&self, findings: usize) -> String {
        match findings {
            1 => "One finding is gone.".to_owned(),
            _ => format!("{findings} findings are gone."),
        }
    }

    fn trial_others(&self, forms: usize) -> String {
        match forms {
            1 => "Another form is scored by these rules and changes with them.".to_owned(),
            _ => format!("{forms} other forms are scored by these rules and change with them."),
        }
    }
}
