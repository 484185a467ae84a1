//! What the flows say, in the words of the page.

use super::words::Words;
use juesuan::flows::{NotRead, Said, Why};
use juesuan::say::{Spoken as _, of_file};
use juesuan_ask::Failure;

/// The sentence to show.
pub fn sentence(said: &Said, words: Words) -> String {
    match said {
        Said::FileUnreadable => words.file_unreadable().to_owned(),
        Said::FormCopied(name) => words.form_copied(name),
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
        Said::RulesUsed(name) => words.own_used(name),
        Said::RulesKept(name) => words.own_kept(name),
        Said::HandOnFailed => words.hand_on_failed().to_owned(),
        Said::TextCopied => words.text_copied().to_owned(),
        Said::TextCopiedWaiting(waiting) => words.text_copied_waiting(*waiting),
        Said::TableCopied => words.table_copied().to_owned(),
        Said::ReportCopied(lines) => words.report_copied(*lines),
        Said::ReviewCopied(findings) => words.review_copied(*findings),
        Said::ReportSaved(lines) => words.report_saved(*lines),
        Said::NotRead(files) => not_read(files, words),
        Said::Taken(cells) => words.import_taken(*cells),
        Said::Written(name) => words.file_written(name),
        Said::Marked {
            name,
            written,
            left_out,
        } => words.file_marked(name, *written, *left_out),
        Said::AskingFailed(why) => why_not(why, words),
        Said::InWords(sentence) => sentence.clone(),
    }
}

/// Files that are named one by one; of more it is said how many.
const MOST_NAMED: usize = 10;

/// Why a file could not be read.
pub fn why_not(why: &Why, words: Words) -> String {
    match why {
        Why::Unreadable(why) => why.spoken(words.language),
        Why::InWords(sentence) => sentence.clone(),
        Why::Failed(Failure::NotStarted) => words.reader_not_started().to_owned(),
        Why::Failed(Failure::Broke) => words.reader_broke().to_owned(),
        Why::Failed(Failure::Hung) => words.reader_hung().to_owned(),
    }
}

/// A sentence for each file.
fn not_read(files: &[NotRead], words: Words) -> String {
    let mut sentences: Vec<String> = files
        .iter()
        .take(MOST_NAMED)
        .map(|file| {
            let why = why_not(&file.why, words);
            of_file(Some(&file.name), &why, words.language)
        })
        .collect();
    if files.len() > MOST_NAMED {
        sentences.push(words.and_more(files.len() - MOST_NAMED));
    }
    sentences.join("\n")
}
