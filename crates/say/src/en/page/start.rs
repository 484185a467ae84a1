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
        start_province = "Province";
        start_everywhere = "Anywhere (the ministry’s format)";
        start_region = "Place";
        start_region_hint = "Asked once and remembered; both can be changed later under “Scoring rules and settings” and in the text";
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

    fn start_taken(&self, place: &str, rules: bool, style: bool, style_of: &str) -> String {
        match (rules, style) {
            (true, true) => {
                format!("The scoring rules and the style of the text are those of {place}.")
            }
            (true, false) => format!(
                "The scoring rules are those of {place}. There is no style of its own here; the text takes that of {style_of}."
            ),
            (false, true) => format!(
                "There are no scoring rules of {place} here; the ministry’s are used. The style of the text is that of {place}."
            ),
            (false, false) if place.is_empty() => {
                format!(
                    "The scoring rules are the ministry’s; the style of the text is that of {style_of}."
                )
            }
            (false, false) => format!(
                "There are neither scoring rules nor a style of {place} here: the rules are the ministry’s, and the style is that of {style_of}."
            ),
        }
    }
}
