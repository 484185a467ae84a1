//! What windows tell each other.

/// Since when a window has a workbook open. Of two windows the one with the lesser claim goes on:
/// the order is total, so it is never both and never none.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Claim {
    /// Counts from 1 the times that any window has opened a workbook. Not a time: clocks are set back.
    pub turn: u64,
    /// Decides between two that opened at the same moment.
    pub writer: String,
}

/// A courtesy, by which a second window hears at once that it is the second. Where none arrives, the
/// revisions in the store still guard it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Word {
    /// A workbook was saved, as this revision.
    Saved {
        /// The workbook's id in the store.
        id: String,
        /// The revision that it was saved as.
        revision: u64,
    },
    /// Somebody opens a workbook: does another window have it?
    Asks {
        /// The workbook's id in the store.
        id: String,
        /// Since when the one who asks has it open.
        claim: Claim,
    },
    /// Yes, this one.
    Holds {
        /// The workbook's id in the store.
        id: String,
        /// Since when the one who answers has it open.
        claim: Claim,
    },
    /// It was deleted: nothing of it is to be written any more.
    Deleted {
        /// The workbook's id in the store.
        id: String,
    },
}

impl Word {
    /// As one line; no part of it holds a blank.
    pub fn line(&self) -> String {
        match self {
            Word::Saved { id, revision } => format!("saved {id} {revision}"),
            Word::Asks { id, claim } => format!("asks {id} {} {}", claim.turn, claim.writer),
            Word::Holds { id, claim } => format!("holds {id} {} {}", claim.turn, claim.writer),
            Word::Deleted { id } => format!("deleted {id}"),
        }
    }

    /// Reads such a line; what follows in it is passed over.
    pub fn read(line: &str) -> Option<Self> {
        let mut parts = line.split(' ');
        let (verb, id) = (parts.next()?, parts.next()?.to_owned());
        // A window with an earlier version of the program says less: it counts as there before.
        let number = parts.next().and_then(|number| number.parse().ok());
        let mut claim = || Claim {
            turn: number.unwrap_or(0),
            writer: parts.next().unwrap_or_default().to_owned(),
        };
        match verb {
            "saved" => {
                let revision = number.unwrap_or(u64::MAX);
                Some(Word::Saved { id, revision })
            }
            "asks" => Some(Word::Asks { id, claim: claim() }),
            "holds" => Some(Word::Holds { id, claim: claim() }),
            "deleted" => Some(Word::Deleted { id }),
            _ => None,
        }
    }

    /// Which workbook it is about.
    pub fn id(&self) -> &str {
        match self {
            Word::Saved { id, .. }
            | Word::Asks { id, .. }
            | Word::Holds { id, .. }
            | Word::Deleted { id } => id,
        }
    }
}
