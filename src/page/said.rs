//! What the flows say, in the words of the page.

use super::text;
use juesuan::flows::Said;

/// The sentence to show.
pub fn sentence(said: &Said) -> String {
    match said {
        Said::FileUnreadable => text::FILE_UNREADABLE.to_owned(),
        Said::FileRefused(error) => error.to_string(),
        Said::RulesRefused(error) => error.to_string(),
        Said::Beyond(beyond) => beyond.to_string(),
        Said::NoForms => text::NO_FORMS.to_owned(),
        Said::UnsavedFirst => text::UNSAVED_FIRST.to_owned(),
        Said::StoredNoText => text::STORED_NO_TEXT.to_owned(),
        Said::StoredUnreadable(error) => format!("{}{error}", text::STORED_UNREADABLE),
        Said::FileSaved => text::FILE_SAVED.to_owned(),
        Said::FileNotSaved => text::FILE_NOT_SAVED.to_owned(),
        Said::DeleteFailed => text::DELETE_FAILED.to_owned(),
        Said::RestoreFailed => text::RESTORE_FAILED.to_owned(),
        Said::UpdateAtRisk => text::UPDATE_AT_RISK.to_owned(),
        Said::CombiningBrokeOff => text::CONSOLIDATE_BROKE_OFF.to_owned(),
        Said::PasteTooWide {
            columns,
            room,
            changed,
        } => text::paste_too_wide(*columns, *room, *changed),
        Said::PasteTooTall {
            rows,
            room,
            changed,
        } => text::paste_too_tall(*rows, *room, *changed),
        Said::PasteTooLong { rows, most } => text::paste_too_long(*rows, *most),
        Said::PasteTooLongTable { rows, most } => text::paste_too_long_table(*rows, *most),
        Said::BlockBrought {
            rows,
            problems,
            changed,
        } => text::block_brought(*rows, problems, *changed),
        Said::RulesImported(name) => text::rules_imported(name),
        Said::HandOnFailed => text::HAND_ON_FAILED.to_owned(),
        Said::TextCopied => text::TEXT_COPIED.to_owned(),
        Said::TextCopiedWaiting(waiting) => text::text_copied_waiting(*waiting),
        Said::TableCopied => text::TABLE_COPIED.to_owned(),
        Said::ReportCopied(lines) => text::report_copied(*lines),
        Said::ReportSaved(lines) => text::report_saved(*lines),
        Said::InWords(sentence) => sentence.clone(),
    }
}
