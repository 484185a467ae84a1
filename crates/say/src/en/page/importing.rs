use super::Words;
use crate::page::Importing;

impl Importing for Words {
    texts! {
        import_begin = "Make a workbook of it…";
        import_nothing = "No table of final accounts and no self-evaluation form was found in this file: there is nothing to take.";
        import_new = "Open as a new workbook";
        import_next_year = "As last year: begin the next year’s workbook";
        import_open = "Put into the open workbook";
        import_facts = "Particulars and text";
        import_work = "Key work";
        import_style = "Style of the text";
        import_followed = "follows";
        ledger_title = "Ledger";
        ledger_amounts = "Column of amounts";
        ledger_unit = "Unit";
        ledger_choose = "Choose";
        ledger_nowhere = "Undecided (goes nowhere)";
        ledger_functional = "By function";
        ledger_economic = "By economic nature";
        ledger_rows = "Subjects";
        ledger_count = "Rows";
        ledger_total = "Total (10,000 yuan)";
        ledger_code = "Code of the subject";
        import_to = "Goes to";
        import_printed = "In the file";
        import_before = "Now";
        import_after = "Becomes";
        import_why = "Why";
        import_overwrites_nothing = "Nothing that is typed in the open workbook is replaced.";
        import_replace_all = "Replace all";
    }

    fn import_title(&self, name: &str) -> String {
        format!("What was found in “{name}”")
    }

    fn import_count(&self, taken: usize, left: usize) -> String {
        format!("Taken: {taken}. Left: {left}. Untick what is not wanted.")
    }

    fn import_cells(&self, cells: usize) -> String {
        format!("Items: {cells}")
    }

    fn import_overwrites(&self, cells: usize) -> String {
        format!(
            "Typed cells of the open workbook for which the file has something else: {cells}. Only those that are ticked are replaced (undone in one step)."
        )
    }

    fn import_left(&self, count: usize) -> String {
        format!("Left in the file ({count})")
    }

    fn import_taken(&self, cells: usize) -> String {
        format!("Put into the workbook: {cells}. Undo takes them back.")
    }

    fn ledger_lead(&self, rounded: usize, above: usize) -> String {
        format!(
            "Sums by code, or else by name. Yuan are divided by 10,000 and rounded to two decimals (rounded: {rounded}). Rows that stand over others are not added once more ({above})."
        )
    }

    fn ledger_waiting(&self, rows: usize) -> String {
        format!(
            "Rows with neither a known code nor a name that one subject alone has: {rows}. They count once they have a code."
        )
    }
}
