use juesuan_domain::accounts::Fact;

/// The explanatory text, and the facts it needs beside the tables.
pub trait Text {
    texts! {
        written;
        text_style;
        text_copy;
        text_copied;
        reword;
        reword_insert;
        reword_none;
        reword_preview;
        reword_done;
        reword_back;
        reword_hint;
        reason_hint;
        explanation;
        figure_from_form;
        chart_data;
        chart_svg;
        chart_png;
        chart_waits;
        work_none;
        work_rate;
        work_add;
        facts_lead;
        facts_profile;
        facts_three_public;
        facts_operating;
        facts_procurement;
        facts_assets;
        facts_performance;
        facts_work;
        facts_work_lead;
        facts_fill_hint;
    }

    fn reason_of(&self, phrase: &str) -> String;

    fn figure_from(&self, phrase: &str) -> String;

    fn text_copied_waiting(&self, waiting: usize) -> String;

    fn work_cell(&self, row: usize, column: &str) -> String;

    fn work_remove(&self, row: usize) -> String;

    fn fact_unit(&self, fact: Fact) -> &'static str;

    fn fill_count(&self, count: usize) -> String;

    fn facts_fill(&self, group: &str, count: usize) -> String;
}
