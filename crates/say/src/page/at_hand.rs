use juesuan_domain::evaluation::Split;
use juesuan_figure::{FigureError, Tally};

/// What stands at hand beside the work: the line below a view, and the list of what can be done and found.
pub trait AtHand {
    texts! {
        /// What the line below is called.
        line_label;
        /// The list of what there is to do, and what is asked for in its field.
        deeds;
        deeds_hint;
        deeds_none;
        /// The list of places.
        find;
        find_hint;
        find_none;
        find_previous;
        find_next;
        /// Deeds that have no button elsewhere.
        deed_check;
        deed_findings;
        deed_next_finding;
        /// What somebody is told once, where it helps.
        hint_deeds;
        hint_next;
        hint_drop;
        /// Something that has no name yet.
        unnamed_row;
    }

    /// What could stand in a blank.
    fn example(&self, what: &str) -> String;

    /// `100 + 20 = 120`, and that it stands in the cell.
    fn worked_out(&self, shown: &str, result: &str) -> String;

    /// Why a calculation has no result; what was typed stays.
    fn not_worked_out(&self, error: &FigureError) -> String;

    fn tally(&self, tally: &Tally) -> String;

    fn removed_form(&self, name: &str) -> String;

    fn removed_goal(&self, number: usize) -> String;

    /// An indicator, a row of a table, a matter of the key work.
    fn removed_row(&self, name: &str) -> String;

    /// What pressing the button would change.
    fn split(&self, split: &Split) -> String;

    /// Which place of how many.
    fn found(&self, at: usize, count: usize, more: bool) -> String;
}
