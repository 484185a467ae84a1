/// The frame of the quick figures.
pub trait Quick {
    texts! {
        quick_title;
        quick_lead;
        quick_copy_figure;
        quick_copy_sentence;
        quick_copied;
        quick_waiting;
        quick_copy_table;
        structure_title;
        structure_formula;
        structure_list;
        structure_example;
        structure_places;
        structure_adjust;
        structure_adjust_back;
        structure_adjust_hint;
        years_title;
        years_formula;
        years_list;
        years_example;
        three_title;
        three_formula;
    }

    fn completion(&self) -> Asked;

    fn growth(&self) -> Asked;

    fn share(&self) -> Asked;

    fn score(&self) -> Asked;

    fn structure_places_choices(&self) -> [(&'static str, &'static str); 3];

    /// A cell of the three public expenses, for a screen reader.
    fn three_cell(&self, item: &str, column: &str) -> String;
}

/// What a quick figure asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    pub title: &'static str,
    /// In one line.
    pub formula: &'static str,
    /// What each box is for, in order.
    pub boxes: &'static [&'static str],
}
