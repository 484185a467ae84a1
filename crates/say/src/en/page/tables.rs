use super::Words;
use crate::page::{Shell as _, Tables, UnitRead};

impl Tables for Words {
    texts! {
        tables = "Tables";
        table_tools = "Actions on the whole table";
        table_paste = "Paste a whole table…";
        tab_empty = "Not filled in yet";
        tab_begun = "Some cells still wait";
        tab_done = "Filled in";
        guide = "Order of the tables";
        guide_first = "Fill in first";
        guide_following = "These follow";
        guide_next = "Next";
        guide_done = "All tables are filled in";
        table_copy = "Copy to the clipboard";
        table_copied = "The table is copied: paste it into Excel, WPS or Word.";
        table_layout = "Layout";
        layout_by_year = "By the year (Ministry of Finance)";
        table_none = "Nothing to report in this table";
        line_blank = "Add an empty row";
        line_add = "Add a row below (Alt+Enter)";
        line_remove = "Delete this row (Alt+Delete)";
        fill_zeros_hint = "Puts 0 into cells that still wait and do not follow from others, in rows that were begun; totals are left alone. Can be undone.";
        table_complete = "All rows are entered";
        table_complete_hint = "If ticked, subjects that are not listed count as having no figure, and totals are the sums of the rows. Leave it unticked while you are still entering rows.";
        out_of_range = "out of range";
        subject_search = "Add a subject: type its code or name";
        subject_none = "No such subject. Add an empty row and type it yourself.";
        paste_unit = "Amounts in";
        paste_here = "Copy the whole table with its heads in Excel, WPS or a web page, and paste it here";
        awaited = "to fill in";
        identities = "Cross-checks";
        identities_all = "Cross-checks within and between tables";
        identities_lead = "Each identity is checked once both sides are filled in. A blank cell that can only be one figure is derived from the others. Click a figure to go to its cell.";
        identity_holds = "holds";
        identity_waits = "waiting";
        identity_rounded = "rounding";
        identity_short = "rows still missing";
        paste_as_yuan = "Read as yuan";
        paste_as_wan = "Read as 10,000 yuan";
        nothing_read = "No figures were read.";
        as_written = "as the heading says";
        wan = "10,000 yuan";
        yuan = "yuan";
    }

    fn guide_filled(&self, filled: usize, of: usize) -> String {
        format!("{filled} of {of} cells filled in")
    }

    fn identity_columns(&self) -> [&'static str; 6] {
        ["No.", "Identity", "Left", "Right", "Difference", "Result"]
    }

    fn paste_too_wide(&self, columns: usize, room: usize, changed: bool) -> String {
        let undo = if changed { self.undoable() } else { "" };
        format!("{columns} columns were pasted, but only {room} fit from this cell on; the others were left out. {undo}").trim_end().to_owned()
    }

    fn paste_too_tall(&self, rows: usize, room: usize, changed: bool) -> String {
        let undo = if changed { self.undoable() } else { "" };
        format!("{rows} rows were pasted, but only {room} fit from this cell on; the others were left out. {undo}").trim_end().to_owned()
    }

    fn paste_too_long_table(&self, rows: usize, most: usize) -> String {
        format!(
            "{rows} rows were pasted; with them the table would have more than {most} rows. Nothing was put in."
        )
    }

    fn layout_unknown(&self, id: &str) -> String {
        format!("“{id}” (no such layout)")
    }

    fn bring_subjects(&self, table: &str) -> String {
        format!("Bring the subjects of {table}")
    }

    fn table_cell(&self, row: &str, column: &str) -> String {
        format!("{row} {column}")
    }

    fn identity_across(&self, table: &str) -> String {
        format!("{table}: each row’s total = its columns")
    }

    fn identity_tree(&self, table: &str) -> String {
        format!("{table}: total = classes, class = sections, section = items")
    }

    fn identity_counts(&self, holds: usize, rounded: usize, waiting: usize) -> String {
        let part = |count: usize, word: &str| (count > 0).then(|| format!("{count} {word}"));
        let parts = [
            part(holds, "hold"),
            part(rounded, "rounding"),
            part(waiting, "waiting"),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn so_far(&self, amount: &str) -> String {
        format!("{amount} + to fill in")
    }

    fn fill_zeros(&self, count: usize) -> String {
        format!("Fill blanks with 0 ({count})")
    }

    fn identity_broken(&self, count: usize) -> String {
        format!("{count} do not hold")
    }

    fn unit_doubtful(&self, reason: &str, rows: usize, amounts: usize) -> String {
        format!(
            "{reason} {rows} rows and {amounts} figures were found and not put in yet. Choose the unit of the amounts:"
        )
    }

    fn same_read(&self, rows: usize, amounts: usize) -> String {
        format!(
            "{rows} rows and {amounts} figures were read. They are in the table already; nothing was changed."
        )
    }

    fn table_read(&self, rows: usize, amounts: usize, unit: UnitRead) -> String {
        let unit = match unit {
            UnitRead::Assumed => "; the heading names no unit, so they were read as 10,000 yuan",
            UnitRead::Yuan => "; they are kept in yuan and shown in 10,000 yuan",
            UnitRead::Wan => "",
        };
        format!(
            "{rows} rows and {amounts} figures were read{unit}. {}",
            self.undoable()
        )
    }
}
