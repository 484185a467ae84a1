/// A document that becomes a workbook.
pub trait Importing {
    texts! {
        import_begin;
        import_nothing;
        import_new;
        import_next_year;
        import_open;
        import_facts;
        import_work;
        import_style;
        import_followed;
        ledger_title;
        ledger_amounts;
        ledger_unit;
        ledger_choose;
        ledger_nowhere;
        ledger_functional;
        ledger_economic;
        ledger_rows;
        ledger_count;
        ledger_total;
        ledger_code;
        import_to;
        import_printed;
        import_before;
        import_after;
        import_why;
        import_replace_all;
        import_overwrites_nothing;
    }

    /// The heading over what a file has become.
    fn import_title(&self, name: &str) -> String;

    /// How much was taken, and how much left.
    fn import_count(&self, taken: usize, left: usize) -> String;

    /// How many cells a part has.
    fn import_cells(&self, cells: usize) -> String;

    /// In how many typed cells the file has something else.
    fn import_overwrites(&self, cells: usize) -> String;

    /// How much was left.
    fn import_left(&self, count: usize) -> String;

    /// So much was put into the open workbook.
    fn import_taken(&self, cells: usize) -> String;

    /// How a ledger is read: how many sums were rounded, and how many rows stand over others.
    fn ledger_lead(&self, rounded: usize, above: usize) -> String;

    /// How many rows wait for a code.
    fn ledger_waiting(&self, rows: usize) -> String;
}
