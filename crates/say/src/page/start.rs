/// The first screen.
pub trait Start {
    texts! {
        start_lead;
        start_new;
        start_new_hint;
        start_year;
        start_unit;
        start_rules;
        start_province;
        start_everywhere;
        start_region;
        start_region_hint;
        start_create;
        start_open;
        start_open_hint;
        start_choose;
        start_example;
        start_example_hint;
        start_example_load;
        start_quick_hint;
        start_quick_open;
        start_continue;
        start_delete;
        start_next_year;
        start_next_year_hint;
        start_last_year;
        start_consolidate_hint;
        start_consolidate_open;
        start_unnamed;
        start_unreadable;
        start_unreadable_hint;
    }

    fn year(&self, year: &str) -> String;

    /// Whose rules and style a new workbook of a place takes; `place` is blank for everywhere. `rules` and `style` say
    /// whether they are the place's own, `style_of` whose style it is otherwise.
    fn start_taken(&self, place: &str, rules: bool, style: bool, style_of: &str) -> String;
}
