use super::Words;
use crate::page::Documents;
use juesuan_paper::Kind;

impl Documents for Words {
    texts! {
        nav_documents = "Documents";
        document_search = "Find";
        document_next = "Next";
        document_previous = "Previous";
        document_not_found = "Not found";
        document_close = "Close document";
        document_more = "Show more";
        document_nothing = "Neither text nor tables were found.";
        document_picture = "[A picture, which was not read]";
        document_page_break = "Page break";
        password = "Password";
        password_wrong = "The password is wrong: look at capitals and the input method.";
        password_open = "Open";
        password_skip = "Do not open";
        reader_not_started = "The browser could not start the reader: reload this page, or use a recent Chrome, Edge or Firefox.";
        reader_broke = "It could not be read: memory ran out, or something about the file is unusual. Save a copy in the program that made it, or split it, and try again.";
        reader_hung = "Reading made no progress for long and was stopped: save a copy in the program that made it, or split it, and try again.";
    }

    fn document_kind(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Pdf => "PDF",
            Kind::Docx => "Word document",
            Kind::Xlsx | Kind::Xls => "Excel workbook",
            Kind::Ods => "OpenDocument spreadsheet",
            Kind::Ofd => "OFD",
            Kind::Html => "Web page",
            Kind::Text => "Text",
        }
    }

    fn document_reading(&self, name: &str, done: usize, total: Option<usize>) -> String {
        match total {
            Some(total) => format!("Reading “{name}”: {done} of {total}"),
            None if done > 0 => format!("Reading “{name}”: {done} read"),
            None => format!("Reading “{name}”"),
        }
    }

    fn documents_waiting(&self, waiting: usize) -> String {
        match waiting {
            1 => "1 more file waits".to_owned(),
            _ => format!("{waiting} more files wait"),
        }
    }

    fn document_notes(&self, count: usize) -> String {
        format!("About this reading ({count})")
    }

    fn document_page(&self, page: usize) -> String {
        format!("Page {page}")
    }

    fn document_sheet(&self, name: &str) -> String {
        format!("Sheet: {name}")
    }

    fn document_found(&self, at: usize, of: usize, more: bool) -> String {
        let more = if more { " or more" } else { "" };
        format!("{at} of {of}{more}")
    }

    fn password_wanted(&self, name: &str) -> String {
        format!("“{name}” wants a password.")
    }
}
