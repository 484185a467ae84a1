//! Why a file cannot be read as a document.

use crate::Kind;

/// The largest file that is read, in MB. Larger ones are not even taken into memory.
const MOST_MEGABYTES: usize = 256;

/// Whether a file of so many bytes is larger than that.
///
/// # Errors
/// [`Unreadable::TooLarge`].
pub fn within_size(bytes: f64) -> Result<(), Unreadable> {
    let most = MOST_MEGABYTES;
    if bytes > (most * 1024 * 1024) as f64 {
        return Err(Unreadable::TooLarge { most });
    }
    Ok(())
}

/// Why a file cannot be read. `juesuan-say` has the sentences, each with the way on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    /// There is nothing in it.
    Empty,
    /// Neither a document nor a text. What it is, where that is known: `PNG`, `RAR`.
    Unknown(Option<&'static str>),
    /// A kind that is not read, but which its program can save as another: `.doc`, `.wps`, `.et`, RTF.
    Old(OldKind),
    /// It wants a password to be opened; `wrong` where one was given.
    Password {
        /// Another one was tried.
        wrong: bool,
    },
    /// It is encrypted in a way that is not known.
    Encrypted(Kind),
    /// It is damaged or incomplete.
    Damaged(Kind),
    /// It is too large to be read here, as it lies or once it is unpacked.
    TooLarge {
        /// In MB.
        most: usize,
    },
}

/// Kinds of files that are only named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OldKind {
    /// Word 97 to 2003, and WPS Writer, which are saved as .docx.
    Word,
    /// Rich Text Format.
    Rtf,
    /// OpenDocument text.
    Odt,
    /// PowerPoint and its like.
    Slides,
    /// A web page with all its parts in one file (.mht).
    Mhtml,
}
