//! What kind of file it is, told by its content.

use juesuan_paper::{Kind, Unreadable};

/// # Errors
/// For what is no document, or one that is not read.
pub(crate) fn kind(bytes: &[u8]) -> Result<Kind, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    // Some writers put other bytes before the head of a PDF.
    let start = bytes.get(..bytes.len().min(1024)).unwrap_or_default();
    if start.windows(5).any(|part| part == b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    Ok(Kind::Text)
}
