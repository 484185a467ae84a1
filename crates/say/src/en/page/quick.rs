use super::Words;
use crate::page::{Asked, Quick};

impl Quick for Words {
    texts! {
        quick_title = "Quick figures";
        quick_lead = "Amounts in 10,000 yuan (万元); 元 and 亿元 can be written too. Thousands separators and full-width digits are read.";
        quick_copy_figure = "Copy the figure";
        quick_copy_sentence = "Copy the sentence";
        quick_copied = "Copied";
        quick_waiting = "The result appears as you type";
        quick_copy_table = "Copy the table";
        structure_title = "Structure";
        structure_formula = "each part ÷ the sum of all";
        structure_list = "Paste from a table, or type one item a line";
        structure_example = "Social security 1,249.26\nHealth 148.59\nHousing 154.31";
        structure_places = "Decimals of shares";
        structure_adjust = "Adjust by largest remainder";
        structure_adjust_back = "Back to plain rounding";
        structure_adjust_hint = "The parts with the largest remainders are rounded up in the last digit and the others down, so that the shares add up to exactly 100%";
        years_title = "Several years";
        years_formula = "each year against the one before";
        years_list = "Paste from a table, or type one year a line";
        years_example = "2018 1,200.5\n2019 1,544.93\n2020 1,552.63";
        three_title = "Three public expenses";
        three_formula = "In 10,000 yuan; type 0 where nothing was spent";
    }

    fn completion(&self) -> Asked {
        Asked {
            title: "Completion, execution",
            formula: "actual ÷ budget",
            boxes: &["Actual", "Budget"],
        }
    }

    fn growth(&self) -> Asked {
        Asked {
            title: "Growth",
            formula: "(this year − last year) ÷ last year",
            boxes: &["This year", "Last year"],
        }
    }

    fn share(&self) -> Asked {
        Asked {
            title: "Share",
            formula: "part ÷ whole",
            boxes: &["Part", "Whole"],
        }
    }

    fn score(&self) -> Asked {
        Asked {
            title: "Score of an indicator",
            formula: "points × actual ÷ target; the other way round for ≤ targets",
            boxes: &["Points", "Target", "Actual"],
        }
    }

    fn structure_places_choices(&self) -> [(&'static str, &'static str); 3] {
        [("0", "0"), ("1", "1"), ("2", "2")]
    }

    fn three_cell(&self, item: &str, column: &str) -> String {
        format!("{item}, {column}")
    }
}
