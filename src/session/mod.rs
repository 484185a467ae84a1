//! Keeping the open workbook, as machines that know no browser: what happens goes in, what is to be
//! done comes out. `flows/keeping` puts them together, and the page (`page/keeping`, `page/storage`) does it.

mod keeper;
mod last_words;
mod word;

pub use keeper::{Deed, Keeper, Mark, Saving, StorageError};
pub use last_words::{Fate, LastWords};
pub use word::{Claim, Word};

/// What the store says of a workbook it has: which revision, and which window wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    /// Counts the times it was saved.
    pub revision: u64,
    /// Blank where an earlier version of the program wrote it.
    pub writer: String,
}

impl Stored {
    /// The revision that a save by `writer` over revision `before` makes (0: it was never saved).
    ///
    /// What `writer` itself has written since is no conflict: another window may have brought over its
    /// last words, and they are older than what it saves now.
    ///
    /// # Errors
    /// [`StorageError::Conflict`] where another window has saved since, [`StorageError::Gone`] where the
    /// workbook was deleted.
    pub fn next(stored: Option<&Stored>, before: u64, writer: &str) -> Result<u64, StorageError> {
        match stored {
            None if before == 0 => Ok(1),
            None => Err(StorageError::Gone),
            Some(stored) if stored.revision == before => Ok(before + 1),
            Some(stored) if stored.writer == writer => Ok(stored.revision.max(before) + 1),
            Some(_) => Err(StorageError::Conflict),
        }
    }
}
