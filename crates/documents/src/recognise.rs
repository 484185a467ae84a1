//! What kind of file it is, told by its content.

use juesuan_paper::{Kind, Unreadable};

/// # Errors
/// For what is no document, or one that is not read.
pub(crate) fn kind(bytes: &[u8]) -> Result<Kind, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    Ok(Kind::Text)
}
