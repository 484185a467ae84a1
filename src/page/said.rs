//! What the flows say, in the words of the page.

use super::words::Words;
use juesuan::flows::Said;
use juesuan::say::Spoken as _;

/// The sentence to show.
pub fn sentence(said: &Said, words: Words) -> String {
    match said {
        Said::FileUnreadable => words.file_unreadable().to_owned(),
        Said::FileRefused(error) => error.spoken(words.language),
        Said::RulesRefused(error) => error.spoken(words.language),
        Said::Beyond(beyond) => beyond.spoken(words.language),
        Said::NoForms => words.no_forms().to_owned(),
        Said::UnsavedFirst => words.unsaved_first().to_owned(),
        Said::StoredNoText => words.stored_no_text().to_owned(),
        Said::StoredUnreadable(error) => format!(
            "{}{}",
            words.stored_unreadable(),
            error.spoken(words.language)
        ),
        Said::FileSaved => words.file_saved().to_owned(),
        Said::FileNotSaved => words.file_not_saved().to_owned(),
        Said::DeleteFailed => words.delete_failed().to_owned(),
        Said::RestoreFailed => words.restore_failed().to_owned(),
        Said::UpdateAtRisk => words.update_at_risk().to_owned(),
        Said::CombiningBrokeOff => words.consolidate_broke_off().to_owned(),
        Said::PasteTooWide {
            columns,
            room,
            changed,
        } => words.paste_too_wide(*columns, *room, *changed),
        Said::PasteTooTall {
            rows,
            room,
            changed,
        } => words.paste_too_tall(*rows, *room, *changed),
        Said::PasteTooLong { rows, most } => words.paste_too_long(*rows, *most),
        Said::PasteTooLongTable { rows, most } => words.paste_too_long_table(*rows, *most),
        Said::BlockBrought {
            rows,
            problems,
            changed,
        } => words.block_brought(*rows, problems, *changed),
        Said::RulesImported(name) => words.rules_imported(name),
        Said::HandOnFailed => words.hand_on_failed().to_owned(),
        Said::TextCopied => words.text_copied().to_owned(),
        Said::TextCopiedWaiting(waiting) => words.text_copied_waiting(*waiting),
        Said::TableCopied => words.table_copied().to_owned(),
        Said::ReportCopied(lines) => words.report_copied(*lines),
        Said::ReportSaved(lines) => words.report_saved(*lines),
        Said::InWords(sentence) => sentence.clone(),
    }
}
