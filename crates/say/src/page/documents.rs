use juesuan_paper::Kind;

/// Documents that are read: how far it is, what is asked meanwhile, and the papers.
pub trait Documents {
    texts! {
        nav_documents;
        document_search;
        document_next;
        document_previous;
        document_not_found;
        document_close;
        document_more;
        document_nothing;
        document_picture;
        document_page_break;
        password;
        password_wrong;
        password_open;
        password_skip;
        /// The reader could not be started here.
        reader_not_started;
        /// It broke down over a file.
        reader_broke;
        /// Nothing was heard of it any more.
        reader_hung;
    }

    /// What kind of file it was.
    fn document_kind(&self, kind: Kind) -> &'static str;

    /// A file is being read: pages, sheets or parts, of so many where that is known.
    fn document_reading(&self, name: &str, done: usize, total: Option<usize>) -> String;

    /// Files that are read afterwards.
    fn documents_waiting(&self, waiting: usize) -> String;

    /// The head over what was left out, or read in a way that should be known.
    fn document_notes(&self, count: usize) -> String;

    /// The mark at the margin.
    fn document_page(&self, page: usize) -> String;

    fn document_sheet(&self, name: &str) -> String;

    /// Which of the places where a text was found is shown; `more`: there are more than were counted.
    fn document_found(&self, at: usize, of: usize, more: bool) -> String;

    fn password_wanted(&self, name: &str) -> String;
}
