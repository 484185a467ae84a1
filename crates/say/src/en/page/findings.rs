use super::Words;
use crate::page::Findings;
use juesuan_domain::finding::Severity;
use juesuan_domain::review::State;

impl Findings for Words {
    texts! {
        findings = "Findings";
        findings_none = "No problems found";
        findings_none_hint = "Checked as you type: what does not agree in figures, weights, scores and texts is listed here.";
        findings_empty = "Not filled in yet";
        findings_empty_hint = "Once figures are typed or pasted, what does not agree is listed here.";
        findings_toggle = "Open or fold the findings";
        panel_edge = "Width of the findings";
        panel_edge_hint = "Drag it, or press the left and right arrow keys, to change the width; double click to reset it";
        panel_height = "Height of the findings";
        panel_height_hint = "Drag it, or press the up and down arrow keys, to change the height; double click to reset it";
        findings_keys = "F8 to the next, Shift+F8 to the one before, F6 to the findings and back";
        findings_check = "Check for empty cells";
        findings_rule = "Rule";
        set_aside = "Set aside…";
        set_aside_done = "Set aside";
        set_aside_reason = "Reason";
        set_aside_hint = "Why it may stay as it is, for example: agreed with the department";
        set_aside_needs_reason = "Write the reason first.";
        set_aside_confirm = "Set aside";
        set_aside_back = "Take up again";
        remark_title = "Remark";
        remark_hint = "Remark (Shift+F2)";
        remark_states = "What became of the remark";
        remark_sign = "Sign…";
        hand_on = "Findings";
        hand_on_text = "Copy as text";
        hand_on_table = "Copy as table";
        hand_on_file = "Save as CSV";
        hand_on_print = "Print the list";
        hand_on_empty = "There are no findings.";
        hand_on_failed = "The browser did not allow copying or downloading; please try again.";
    }

    fn finding_places(&self, count: usize) -> String {
        format!("All places ({count})")
    }

    fn count(&self, severity: Severity, count: usize) -> String {
        let word = match (severity, count) {
            (Severity::Error, 1) => "error",
            (Severity::Error, _) => "errors",
            (Severity::Warning, 1) => "warning",
            (Severity::Warning, _) => "warnings",
            (Severity::Notice, 1) => "notice",
            (Severity::Notice, _) => "notices",
        };
        format!("{count} {word}")
    }

    fn severity(&self, severity: Severity) -> &'static str {
        match severity {
            Severity::Error => "Error",
            Severity::Warning => "Warning",
            Severity::Notice => "Notice",
        }
    }

    fn live(&self, errors: usize, warnings: usize, notices: usize) -> String {
        let all = [
            (Severity::Error, errors),
            (Severity::Warning, warnings),
            (Severity::Notice, notices),
        ];
        all.map(|(severity, number)| self.count(severity, number))
            .join(", ")
    }

    fn unfilled(&self, count: usize) -> String {
        format!("{count} cells are still empty")
    }

    fn missing_cells(&self, count: usize) -> String {
        format!("{count} cells are empty: fill them in one by one")
    }

    fn more_findings(&self, count: usize) -> String {
        format!("Show {count} more")
    }

    fn replace_with(&self, text: &str) -> String {
        format!("Change to {text}")
    }

    fn remark(&self, remark: &str) -> String {
        format!("Remark: {remark}")
    }

    fn remark_state(&self, state: State) -> &'static str {
        match state {
            State::Open => "open",
            State::Answered => "answered",
            State::Changed => "changed",
        }
    }

    fn changed_cells(&self, count: usize) -> String {
        format!("Cells changed since it was opened or saved to a file: {count}")
    }

    fn changed_cell(&self, was: &str) -> String {
        match was.trim() {
            "" => "Was empty".to_owned(),
            was => format!("Was: {was}"),
        }
    }

    fn set_aside_count(&self, count: usize) -> String {
        format!("Set aside {count}")
    }

    fn move_to(&self, dimension: &str) -> String {
        format!("Move to {dimension}")
    }

    fn report_copied(&self, lines: usize) -> String {
        format!("{lines} findings are copied and can be pasted into a reply.")
    }

    fn report_saved(&self, lines: usize) -> String {
        format!("Saved as CSV, {lines} lines.")
    }
}
