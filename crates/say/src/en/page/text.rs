use super::Words;
use crate::page::Text;
use juesuan_domain::accounts::{Fact, FactKind};

impl Text for Words {
    texts! {
        written = "The text";
        text_style = "Style";
        text_copy = "Copy the text";
        text_copied = "The text is copied. Headings and paragraphs keep their formatting in Word and WPS; save the charts and insert them separately.";
        reword = "Reword this sentence";
        reword_insert = "Insert a figure: type its name";
        reword_none = "No figure has this name";
        reword_preview = "Reads:";
        reword_done = "Done";
        reword_back = "Back to the standard sentence";
        reword_hint = "Figures in it, which follow the tables:";
        reason_hint = "Write the reason, without a full stop";
        explanation = "About the subject";
        figure_from_form = "from the self-evaluation form";
        chart_data = "Data of the chart";
        chart_svg = "Save as SVG";
        chart_png = "Save as PNG";
        chart_waits = "Some figures of this chart are still missing.";
        work_none = "No key work entered yet";
        work_rate = "Completion";
        work_add = "Add key work";
        facts_lead = "What the text needs and the tables do not hold, typed once. Amounts in 10,000 yuan.";
        facts_profile = "Profile";
        facts_three_public = "Three public expenses";
        facts_operating = "Operating expenses";
        facts_procurement = "Procurement";
        facts_assets = "Assets";
        facts_performance = "Performance";
        facts_work = "Key work";
        facts_work_lead = "Where target and actual are numbers, completion is computed; totals and parts in the texts are checked.";
        facts_fill_hint = "Puts 0 wherever nothing happened in this group; can be undone";
    }

    fn reason_of(&self, phrase: &str) -> String {
        format!("Reason ({phrase})")
    }

    fn figure_from(&self, phrase: &str) -> String {
        format!("from {phrase}")
    }

    fn text_copied_waiting(&self, waiting: usize) -> String {
        format!(
            "The text is copied, without {waiting} sentences that still wait for figures or reasons."
        )
    }

    fn work_cell(&self, row: usize, column: &str) -> String {
        format!("No. {} {column}", row + 1)
    }

    fn work_remove(&self, row: usize) -> String {
        format!("Delete key work no. {}", row + 1)
    }

    fn fact_unit(&self, fact: Fact) -> &'static str {
        match fact.kind() {
            FactKind::Amount => " (10,000 yuan)",
            _ => "",
        }
    }

    fn fill_count(&self, count: usize) -> String {
        format!("Fill the other {count} with 0")
    }

    fn facts_fill(&self, group: &str, count: usize) -> String {
        format!("{group}: {}", self.fill_count(count))
    }
}
