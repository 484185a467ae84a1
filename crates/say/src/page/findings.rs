use juesuan_domain::finding::Severity;
use juesuan_domain::review::State;

/// The findings beside a view, what can be done about them, and handing them on.
pub trait Findings {
    texts! {
        findings;
        findings_none;
        findings_none_hint;
        findings_empty;
        findings_empty_hint;
        findings_toggle;
        /// What they are drawn wider or narrower by, and how.
        panel_edge;
        panel_edge_hint;
        panel_height;
        panel_height_hint;
        findings_keys;
        findings_check;
        findings_rule;
        set_aside;
        set_aside_done;
        set_aside_reason;
        set_aside_hint;
        set_aside_needs_reason;
        set_aside_confirm;
        set_aside_back;
        remark_title;
        remark_hint;
        remark_states;
        remark_sign;
        hand_on;
        hand_on_text;
        hand_on_table;
        hand_on_file;
        hand_on_print;
        hand_on_empty;
        hand_on_failed;
    }

    fn finding_places(&self, count: usize) -> String;

    fn count(&self, severity: Severity, count: usize) -> String;

    fn severity(&self, severity: Severity) -> &'static str;

    fn live(&self, errors: usize, warnings: usize, notices: usize) -> String;

    fn unfilled(&self, count: usize) -> String;

    /// A line for all cells that were left empty: `未填 22 格，逐个填写`.
    fn missing_cells(&self, count: usize) -> String;

    fn more_findings(&self, count: usize) -> String;

    fn replace_with(&self, text: &str) -> String;

    fn remark(&self, remark: &str) -> String;

    /// What became of a remark.
    fn remark_state(&self, state: State) -> &'static str;

    /// Who wrote a remark, when, and what became of it; empty of an open one that nobody signed.
    fn remark_signed(&self, author: &str, date: &str, state: State) -> String {
        let state = match state {
            State::Open => "",
            state => self.remark_state(state),
        };
        let parts = [author.trim(), date.trim(), state].into_iter();
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    }

    /// Cells that differ from what was opened or last written into a file.
    fn changed_cells(&self, count: usize) -> String;

    /// What stood in a cell then; may be empty.
    fn changed_cell(&self, was: &str) -> String;

    fn set_aside_count(&self, count: usize) -> String;

    fn move_to(&self, dimension: &str) -> String;

    fn report_copied(&self, lines: usize) -> String;

    fn report_saved(&self, lines: usize) -> String;
}
