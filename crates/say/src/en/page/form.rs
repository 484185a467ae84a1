use super::Words;
use crate::page::{Form, Shell as _};
use juesuan_domain::evaluation::BandKey;

impl Form for Words {
    texts! {
        form_choose = "Choose";
        form_copy = "Make a copy";
        form_remove = "Delete this form";
        form_computed = "Computed";
        form_provisional = "so far";
        form_provisional_hint = "Some indicators have no score yet, so the total is provisional";
        form_add_row = "Add an indicator";
        form_add_dimension = "Add a dimension";
        form_add_category = "Add a category";
        form_add_goal = "Add a goal";
        form_remove_goal = "Delete this goal";
        form_row_add = "Add an indicator below (Alt+Enter)";
        form_row_dimension = "Begin another dimension from this row on";
        form_row_category = "Begin another category from this row on";
        form_row_up = "Move up (Alt+↑)";
        form_row_down = "Move down (Alt+↓)";
        form_row_copy = "Copy this indicator (Alt+D)";
        form_row_remove = "Delete this indicator (Alt+Delete)";
        form_qualitative = "Qualitative";
        form_band = "Band";
        form_band_none = "Choose a band";
        form_keys_title = "Keys";
    }

    fn form_keys(&self) -> [(&'static str, &'static str); 11] {
        [
            ("Tab, Enter, arrows", "to the next cell"),
            ("F2", "change what is there; Esc takes it back"),
            ("Home, End", "to the ends of a row; with Ctrl of the form"),
            ("Shift+arrows", "select a block to copy, paste or clear"),
            ("Ctrl+D", "fill down"),
            (
                "Alt+Enter",
                "add an indicator; Alt+D copies, Alt+Delete deletes",
            ),
            ("Alt+↑, Alt+↓", "move an indicator"),
            (
                "Alt+Shift+←, →",
                "make a column narrower or wider; the edge of its head can be dragged too",
            ),
            ("Shift+F2", "remark"),
            ("Ctrl+Z, Ctrl+Y", "undo, redo; Ctrl+S saves a file"),
            (
                "Ctrl+K, Ctrl+F",
                "commands, find, F3 for the next; =100+20 in a cell is worked out",
            ),
        ]
    }

    fn block_brought(&self, rows: usize, problems: &[String], changed: bool) -> String {
        let problems: String = problems
            .iter()
            .map(|problem| format!("{problem} "))
            .collect();
        if changed {
            format!(
                "{rows} indicators were put under their headings. {problems}{}",
                self.undoable()
            )
        } else {
            format!("The {rows} indicators pasted are in the form already; nothing was changed. {problems}").trim_end().to_owned()
        }
    }

    fn form_copied(&self, name: &str) -> String {
        format!("A copy was made: “{name}”. {}", self.undoable())
    }

    fn paste_too_long(&self, rows: usize, most: usize) -> String {
        format!(
            "{rows} rows were pasted; with them the form would have more than {most} indicators. Nothing was put in."
        )
    }

    fn characters(&self, count: usize) -> String {
        format!("{count} characters")
    }

    fn row_cell(&self, number: usize, what: &str) -> String {
        format!("No. {number} {what}")
    }

    fn band_unknown(&self, key: &BandKey) -> String {
        format!("{key} (no such band in the rules)")
    }
}
