use super::Words;
use crate::page::Start;

impl Start for Words {
    texts! {
        start_lead = "Type each figure once: tables and forms are computed and checked as you type, and the explanatory text is written for you.";
        start_new = "New workbook";
        start_new_hint = "One unit’s year: final accounts, explanatory text and self-evaluation forms";
        start_year = "Year";
        start_unit = "Unit";
        start_rules = "Scoring rules";
        start_region = "Place";
        start_region_hint = "It decides the scoring rules and the style of the text; it is remembered, and both can be changed later";
        start_create = "Create";
        start_open = "Open a file";
        start_open_hint = "Open a saved .juesuan.json file, or read PDF, OFD, Word, Excel, web pages and text; files can be dropped here too";
        start_choose = "Choose a file…";
        start_example = "See an example";
        start_example_hint = "Accounts and forms that a unit published for 2020, with a few figures computed wrongly";
        start_example_load = "Load the example";
        start_quick_hint = "Completion, growth, shares, indicator scores, structure, several years, the three public expenses: the result appears as you type";
        start_quick_open = "Open quick figures";
        start_continue = "Continue";
        start_delete = "Delete";
        start_next_year = "Start the next year";
        start_next_year_hint = "Keeps tables, indicators, targets and weights; empties actuals, scores and the year’s texts; last year’s reasons can be looked at";
        start_last_year = "Start the next year from last year’s file…";
        start_consolidate_hint = "Brings the forms of many units together and shows which stand out";
        start_consolidate_open = "Open consolidation";
        start_unnamed = "Unit not named";
        start_unreadable = "cannot be read";
        start_unreadable_hint = "What is stored here is damaged and cannot be opened. It can only be deleted.";
    }

    fn year(&self, year: &str) -> String {
        format!("Year {year}")
    }
}
