use juesuan_domain::evaluation::BandKey;

/// A self-evaluation form, where it is not the official form itself.
pub trait Form {
    texts! {
        form_choose;
        form_copy;
        form_remove;
        form_computed;
        form_provisional;
        form_provisional_hint;
        form_add_row;
        form_add_dimension;
        form_add_category;
        form_add_goal;
        form_remove_goal;
        form_row_add;
        form_row_dimension;
        form_row_category;
        form_row_up;
        form_row_down;
        form_row_copy;
        form_row_remove;
        form_qualitative;
        form_band;
        form_band_none;
        form_keys_title;
    }

    fn form_keys(&self) -> [(&'static str, &'static str); 11];

    /// What came of a block with headings.
    fn block_brought(&self, rows: usize, problems: &[String], changed: bool) -> String;

    fn form_copied(&self, name: &str) -> String;

    fn paste_too_long(&self, rows: usize, most: usize) -> String;

    fn characters(&self, count: usize) -> String;

    fn row_cell(&self, number: usize, what: &str) -> String;

    fn band_unknown(&self, key: &BandKey) -> String;
}
