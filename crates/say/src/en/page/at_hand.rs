use super::Words;
use crate::en::{formula_mend, wrong};
use crate::page::AtHand;
use juesuan_domain::evaluation::Split;
use juesuan_figure::{FigureError, Tally, grouped};

impl AtHand for Words {
    texts! {
        line_label = "Status";
        deeds = "Commands";
        deeds_hint = "A view to go to, or something to do";
        deeds_none = "There is no such command";
        find = "Find";
        find_hint = "A text or a figure to find";
        find_none = "Not found";
        find_previous = "The place before (Shift+F3)";
        find_next = "The next place (Enter, F3)";
        deed_check = "Check everything, list the cells that are empty";
        deed_findings = "To the findings";
        deed_next_finding = "The next finding";
        hint_deeds = "Press Ctrl+K and type a few letters to get to any table or view, or to do something.";
        hint_next = "Press F8 for the next finding, Shift+F8 for the one before.";
        hint_drop = "Drop Excel, Word or PDF files anywhere on this page to open them.";
        unnamed_row = "a row without a name";
    }

    fn example(&self, what: &str) -> String {
        format!("e.g. {what}")
    }

    fn worked_out(&self, shown: &str, result: &str) -> String {
        format!("{shown} = {result}; {result} was filled in")
    }

    fn not_worked_out(&self, error: &FigureError) -> String {
        format!("{}: {}.", wrong(error), formula_mend(&error.problem))
    }

    fn tally(&self, tally: &Tally) -> String {
        let Tally {
            count,
            sum,
            average,
        } = tally;
        let mut text = format!("Sum {}  Count {count}", sum.grouped());
        if let Some((value, rounded)) = average {
            let note = if *rounded {
                " (rounded to two decimals)"
            } else {
                ""
            };
            text += &format!("  Average {}{note}", grouped(*value));
        }
        text
    }

    fn removed_form(&self, name: &str) -> String {
        format!("The form “{name}” was deleted")
    }

    fn removed_goal(&self, number: usize) -> String {
        format!("Goal {number} was deleted with its indicators")
    }

    fn removed_row(&self, name: &str) -> String {
        match name {
            "" => "A row without a name was deleted".to_owned(),
            name => format!("“{name}” was deleted"),
        }
    }

    fn split(&self, split: &Split) -> String {
        let points = grouped(split.points.decimal());
        let count = split.count();
        let shares: Vec<String> = split
            .shares
            .iter()
            .map(|(count, share)| format!("{count} × {}", grouped(share.decimal())))
            .collect();
        let shares = shares.join(", ");
        if split.replaces {
            format!(
                "Deal {points} points out over all indicators in place of their weights ({shares})"
            )
        } else if count == 1 {
            format!("Give the {points} points that are left to the 1 indicator without a weight")
        } else {
            format!(
                "Deal the {points} points that are left out over the indicators without a weight ({shares})"
            )
        }
    }

    fn found(&self, at: usize, count: usize, more: bool) -> String {
        let more = if more { " or more" } else { "" };
        format!("{at} of {count}{more}")
    }
}
