//! Why a file cannot be read as a document, and what is to be known of one that was.

use juesuan_paper::{Kind, Note, NoteCode, OldKind, Unmarkable, Unreadable};

/// Names the kind of file and the way on.
pub(crate) fn unreadable(why: &Unreadable) -> String {
    use Unreadable as U;
    match why {
        U::Empty => "The file is empty: see whether it is the right one, or download or save it again.".to_owned(),
        U::Unknown(Some(kind)) => format!(
            "This is a file of kind {kind}, without text or tables to read: choose a PDF, OFD, Word (.docx), Excel (.xlsx), web page or text file."
        ),
        U::Unknown(None) => "It is not known what kind of file this is: choose a PDF, OFD, Word (.docx), Excel (.xlsx, .xls), web page or text file."
            .to_owned(),
        U::Old(kind) => old(*kind).to_owned(),
        U::Password { wrong: false } => {
            "The file wants a password: type it, or take it off in the program that made the file and save a copy.".to_owned()
        }
        U::Password { wrong: true } => {
            "The password is wrong and the file was not opened: look at capitals and the input method, and type it again.".to_owned()
        }
        U::Encrypted(kind) => format!(
            "This {} file is encrypted in a way that is not known: take the encryption off in the program that made it and save a copy.",
            name(*kind)
        ),
        U::Damaged(kind) => format!(
            "This {} file is damaged or incomplete and cannot be read: download it again, or {}.",
            name(*kind),
            saved_again(*kind)
        ),
        U::TooLarge { most } => format!(
            "The file is larger than the {most} MB there may be: split it into several files, or save it without large pictures."
        ),
    }
}

fn old(kind: OldKind) -> &'static str {
    match kind {
        OldKind::Word => {
            "This is an old Word or WPS Writer document (.doc, .wps), which is not read: save it as .docx in Word or WPS, then open that."
        }
        OldKind::Rtf => {
            "This is an RTF document, which is not read: save it as .docx in Word or WPS, then open that."
        }
        OldKind::Odt => {
            "This is an OpenDocument text (.odt), which is not read: save it as .docx in Word, WPS or LibreOffice, then open that."
        }
        OldKind::Slides => {
            "This is a presentation, which is not read: export it as PDF from PowerPoint or WPS, then open that."
        }
        OldKind::Mhtml => {
            "This is a web page in one file (.mht), which is not read: open it in a browser, save it as HTML only or print it as PDF, then open that."
        }
    }
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Pdf => "PDF",
        Kind::Docx => "Word (.docx)",
        Kind::Xlsx => "Excel (.xlsx)",
        Kind::Xls => "Excel (.xls)",
        Kind::Ods => "OpenDocument spreadsheet (.ods)",
        Kind::Ofd => "OFD",
        Kind::Html => "web page",
        Kind::Text => "text",
    }
}

fn saved_again(kind: Kind) -> &'static str {
    match kind {
        Kind::Pdf | Kind::Ofd => "ask whoever issued it for another copy",
        Kind::Docx => "open it in Word or WPS and save a copy",
        Kind::Xlsx | Kind::Xls | Kind::Ods => "open it in Excel or WPS and save a copy",
        Kind::Html | Kind::Text => "save it again from where it came",
    }
}

/// What was left out of a document, or read in a way that should be known.
pub(crate) fn note(note: &Note) -> String {
    use NoteCode as C;
    let pages = pages(&note.pages);
    let on_pages = if pages.is_empty() {
        String::new()
    } else {
        format!(" on {pages}")
    };
    let text = note.text.as_deref().unwrap_or_default().trim();
    let quoted = if text.is_empty() {
        String::new()
    } else {
        format!(" “{text}”")
    };
    let counted = |one: &str, many: &str, some: &str| match note.count {
        Some(1) => format!("1 {one}"),
        Some(count) => format!("{count} {many}"),
        None => some.to_owned(),
    };
    let on_sheet = if quoted.is_empty() {
        String::new()
    } else {
        format!(" of the sheet{quoted}")
    };
    match note.code {
        C::RunningHead => format!("The running head or foot{quoted}{on_pages} is not taken as text."),
        C::PageNumber => format!("The page numbers{on_pages} are not taken as text."),
        C::ScannedPage => format!(
            "Nothing can be read{}, scanned or drawn as a picture: use a copy with text, or compare with the original.",
            if on_pages.is_empty() { " on some pages" } else { &on_pages }
        ),
        C::UnreadableFont => format!(
            "The font of {}{on_pages} does not say what they are; “\u{fffd}” stands for each: compare with the original.",
            counted("character", "characters", "some characters")
        ),
        C::TurnedText => format!(
            "Text that stands askew or upright{quoted}{on_pages}, such as a stamp or watermark, is not taken as text."
        ),
        C::HiddenSheet => format!("The sheet{quoted} is hidden and was not read."),
        C::HiddenRows => format!(
            "Hidden rows or columns{on_sheet} were not read{}.",
            note.count.map_or_else(String::new, |count| format!(" ({count})"))
        ),
        C::HiddenText => format!(
            "Hidden text was not read{}.",
            note.count.map_or_else(String::new, |_| format!(" ({})", counted("character", "characters", "")))
        ),
        C::TrackedChanges => format!(
            "The document has {}, which were read as accepted: what was deleted does not count, what was inserted does.",
            counted("tracked change", "tracked changes", "tracked changes")
        ),
        C::NoValue => format!(
            "{}{on_sheet} have no saved result and were read as blank: open the file in Excel or WPS and save it once, then read it again.",
            counted("formula", "formulas", "Some formulas")
        ),
        C::Shortened => match note.count {
            Some(count) => format!(
                "The file is too long: only its beginning was read ({count}). Split it into several files."
            ),
            None => "The file is too long: only its beginning was read. Split it into several files.".to_owned(),
        },
        C::DamagedPart => format!(
            "A part of the file{quoted} is damaged and was passed over: compare with the original."
        ),
        C::UnreadPart => format!(
            "A file of another kind{quoted} is embedded, and its text was not read: open it by itself to look at it."
        ),
        C::Overlay => format!(
            "Not read: {}{on_pages}, laid over the text.",
            counted("stamp or remark", "stamps or remarks", "stamps or remarks")
        ),
        C::GuessedEncoding => match text {
            "" => "The file does not name its encoding, which was told from its content: if characters are wrong, save it as UTF-8 and open it again.".to_owned(),
            text => format!(
                "The file does not name its encoding and was read as {text}: if characters are wrong, save it as UTF-8 and open it again."
            ),
        },
    }
}

/// `pages 1–3, 7`.
fn pages(pages: &[usize]) -> String {
    let runs = crate::document_pages::runs(pages);
    let word = match runs.as_slice() {
        [] => return String::new(),
        [(first, last)] if first == last => "page",
        _ => "pages",
    };
    let runs: Vec<String> = runs
        .into_iter()
        .map(|(first, last)| match last - first {
            0 => first.to_string(),
            1 => format!("{first}, {last}"),
            _ => format!("{first}–{last}"),
        })
        .collect();
    format!("{word} {}", runs.join(", "))
}

/// What a script is told of a file that it has handed over by its name.
pub(crate) fn named_file(name: &str, sentence: &str) -> String {
    format!("“{name}”: {sentence}")
}

/// Who writes the findings of a review into a file.
pub(crate) const REVIEWER: &str = "juesuan";

/// Why nothing is written into a file, and the way on.
pub(crate) fn unmarkable(why: &Unmarkable) -> String {
    use Unmarkable as U;
    match why {
        U::Unreadable(Unreadable::Password { .. }) => {
            "The file wants a password, and nothing is written into it: take the password off and save a copy, or use the list of findings.".to_owned()
        }
        U::Unreadable(why) => unreadable(why),
        U::Kind(kind) => format!(
            "Nothing is written into a file of kind {}, only into PDF and Word (.docx): use the list of findings.",
            name(*kind)
        ),
        U::Protected(kind) => format!(
            "The author of this {} file does not allow notes: ask for a copy that may have them, or use the list of findings.",
            name(*kind)
        ),
        U::Encrypted(kind) => format!(
            "This {} file is encrypted and takes no notes: take the encryption off in the program that made it and save a copy, or use the list of findings.",
            name(*kind)
        ),
        U::Signed(kind) => format!(
            "This {} file is signed, and notes would break the signature: use the file as it was before, or the list of findings.",
            name(*kind)
        ),
        U::Damaged(kind) => format!(
            "This {} file can be read, but is too damaged to take notes: {}, or use the list of findings.",
            name(*kind),
            saved_again(*kind)
        ),
        U::Elsewhere => {
            "None of the places of the review is in this file: choose the file that was reviewed, or review this one.".to_owned()
        }
    }
}
