//! What is to be written beside a text, in the file itself.

use crate::Place;
use serde::Deserialize;

/// A remark on a place: a finding of a review, as scripts know it. What else a finding has is not asked.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Remark {
    /// Where it stands.
    pub place: Place,
    /// What is printed there, blanks and line breaks left out.
    #[serde(default)]
    pub quote: String,
    /// The other places that it speaks of.
    #[serde(default)]
    pub also: Vec<AlsoHere>,
    /// `error`, `warning` or `notice`.
    #[serde(default)]
    pub severity: String,
    /// One sentence.
    pub message: String,
    /// How it is worked out.
    #[serde(default)]
    pub working: Option<String>,
    /// What mends it.
    #[serde(default)]
    pub remedy: Option<String>,
    /// Why somebody set it aside: it is not written then.
    #[serde(default)]
    pub set_aside: Option<String>,
}

/// Another place that a remark speaks of.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
pub struct AlsoHere {
    /// Where it is.
    #[serde(flatten)]
    pub place: Place,
    /// What is printed there, blanks and line breaks left out.
    #[serde(default)]
    pub message: String,
}

/// All remarks on a file: a review, of which only the findings are read.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
pub struct Remarks {
    /// In the order of the document.
    pub findings: Vec<Remark>,
}

/// Why nothing can be written into a file. `juesuan-say` has the sentences, each with the way on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unmarkable {
    /// It cannot be read in the first place.
    Unreadable(crate::Unreadable),
    /// A kind of file that is read, but into which nothing is written.
    Kind(crate::Kind),
    /// Its author does not allow notes.
    Protected(crate::Kind),
    /// It is encrypted in a way in which nothing can be added.
    Encrypted(crate::Kind),
    /// It is signed, and the signature would no longer hold.
    Signed(crate::Kind),
    /// It can be read, but is damaged so that nothing can be added to it.
    Damaged(crate::Kind),
    /// None of the places is in it: it is another file, or another version of it.
    Elsewhere,
}
