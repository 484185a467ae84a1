/// The tables of the accounts: tools, pasting, and the identities between cells.
pub trait Tables {
    texts! {
        tables;
        table_tools;
        table_paste;
        /// How far a table is.
        tab_empty;
        tab_begun;
        tab_done;
        /// In which order the tables are best filled in: which first, and which then follow.
        guide;
        guide_first;
        guide_following;
        guide_next;
        guide_done;
        table_copy;
        table_copied;
        table_layout;
        layout_by_year;
        table_none;
        line_blank;
        line_add;
        line_remove;
        fill_zeros_hint;
        table_complete;
        table_complete_hint;
        out_of_range;
        subject_search;
        subject_none;
        paste_unit;
        paste_here;
        awaited;
        identities;
        identities_all;
        identities_lead;
        identity_holds;
        identity_waits;
        identity_rounded;
        identity_short;
        /// The choice where the unit is in doubt, or was only assumed.
        paste_as_yuan;
        paste_as_wan;
        /// Of a whole table that was pasted.
        nothing_read;
        /// The choices of a unit for the amounts of a pasted table.
        as_written;
        wan;
        yuan;
    }

    /// Of the cells that do not follow from others, so many are filled in.
    fn guide_filled(&self, filled: usize, of: usize) -> String;

    fn identity_columns(&self) -> [&'static str; 6];

    fn paste_too_wide(&self, columns: usize, room: usize, changed: bool) -> String;

    fn paste_too_tall(&self, rows: usize, room: usize, changed: bool) -> String;

    fn paste_too_long_table(&self, rows: usize, most: usize) -> String;

    fn layout_unknown(&self, id: &str) -> String;

    fn bring_subjects(&self, table: &str) -> String;

    fn table_cell(&self, row: &str, column: &str) -> String;

    fn identity_across(&self, table: &str) -> String;

    fn identity_tree(&self, table: &str) -> String;

    /// `25 相等，1 待填`; rounding is said where there is any.
    fn identity_counts(&self, holds: usize, rounded: usize, waiting: usize) -> String;

    /// What is known of a sum whose parts are not all known.
    fn so_far(&self, amount: &str) -> String;

    fn fill_zeros(&self, count: usize) -> String;

    fn identity_broken(&self, count: usize) -> String;

    /// A pasted table whose unit is in doubt, for a `reason`: nothing was put in yet.
    fn unit_doubtful(&self, reason: &str, rows: usize, amounts: usize) -> String;

    fn same_read(&self, rows: usize, amounts: usize) -> String;

    /// What was read of a whole table, and put in.
    fn table_read(&self, rows: usize, amounts: usize, unit: UnitRead) -> String;
}

/// Which unit the amounts of a pasted table were read in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitRead {
    /// 万元, as its heading says or as was chosen.
    Wan,
    /// 元, which are kept.
    Yuan,
    /// 万元, since nothing was said.
    Assumed,
}
