//! In and out: workbooks as files, and derived values in the shapes scripts know.

// What wasm-bindgen writes has some of its own; scripts/lint.sh looks that we write none.
#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]

mod copied;
mod disclosure_out;
mod file;
mod gathered_accounts;
mod gathering;
mod guarded;
mod pasted;
mod pasted_accounts;
mod pasted_form;
mod pasted_html;
mod recognised;
mod report;
mod review_list;
pub mod review_out;
mod rule_file;
mod unit_list;
mod value;
pub mod wire;

pub use copied::{copied_cells, copied_html};
pub use disclosure_out::{
    WORK_COLUMNS, disclosure_html, disclosure_text, disclosure_title, paragraph_lines,
    shown_amount, shown_table,
};
pub use file::{EXTENSION, read_forms, read_workbook, well_formed, write_workbook};
pub use gathered_accounts::{GatheredAccounts, Said, missing};
pub use gathering::{Choice, Failed, Gathering, MOST_FORMS, Outcome, PartLine};
pub use guarded::runs_as_formula;
pub use juesuan_domain::limits::{LARGEST_FILE, MOST_FORMS_OF_WORKBOOK};
pub use pasted::{pasted_cells, pasted_text, too_much_pasted};
pub use pasted_accounts::{
    AmountUnit, Beside, TableRead, Unit, UnitFound, Unread, Why, read_table, read_table_beside,
};
pub use pasted_form::{BlockRead, read_block};
pub use pasted_html::pasted_table;
pub use recognised::{evaluate_written, recognise};
pub use report::{
    Line, form_title, report, report_cells, report_csv, report_html, report_text, report_tsv,
    signed,
};
pub use review_list::{
    ReviewHead, ReviewLine, review_csv, review_html, review_letter, review_lines, review_text,
    review_tsv,
};
pub use rule_file::{RULES_EXTENSION, read_rules, write_rules};
pub use unit_list::{UnitList, unit_table};
pub use value::{Value, read_value, write_evaluation, write_value};

// Why a file is not taken is data of its own, and known by these names as well.
pub use juesuan_domain::unreadable::{FileError, RuleFileError};
