//! What a page asks of its workers, and what they answer.
//!
//! A worker runs one WebAssembly module. The page sends it numbered requests ([`Ask`]) and the worker
//! answers each under the same number ([`Answer`]): how far it is, then either what was asked for or
//! one sentence why not. The page's side of the conversation is a [`Desk`]: which requests are open,
//! since when nothing was heard of each, and what is said of them when the worker fails.
//!
//! Nothing here knows a browser: time is a parameter in milliseconds, and messages are texts (JSON):
//! the page reads and writes such anyway, and JavaScript has nothing to look into them for.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

mod desk;
mod documents;

pub use desk::{Desk, Failure, Heard};
pub use documents::{
    Documents, DocumentsAnswer, DocumentsAsk, Imported, Lack, LackKind, Made, Noted, Other,
    Published, ReadAs, Reviewed,
};

use serde::{Deserialize, Serialize, de::DeserializeOwned};

/// What a module can do. Its types cross as JSON, so they hold nothing that JSON cannot.
pub trait Module {
    /// Under which name the build keeps it.
    const NAME: &'static str;
    /// What it can be asked. Files and bytes travel beside it, not in it.
    type Ask: Serialize + DeserializeOwned + 'static;
    /// What it gives.
    type Answer: Serialize + DeserializeOwned + 'static;
}

/// A message from the page to a worker.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Ask<A> {
    /// Something is to be done. Files or bytes may come with it.
    Do(A),
    /// Nobody waits for this request any more. A worker that is busy hears it too late: then the page
    /// ends the worker.
    Cancel,
}

/// A message from a worker to the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Answer<T> {
    /// So much is done, of so much where that is known.
    Progress {
        /// Files, pages, rows: whatever the module counts.
        done: usize,
        /// How many there are; `None` while nobody knows.
        total: Option<usize>,
    },
    /// What was asked for. Nothing more comes under this number.
    Done(T),
    /// Why it cannot be had, in one sentence. Nothing more comes under this number.
    Refused(String),
}

impl<T> Answer<T> {
    /// Whether the request is over with it.
    pub fn is_last(&self) -> bool {
        !matches!(self, Answer::Progress { .. })
    }
}

/// The number under which a worker says that it has started. No request has it.
pub const STARTED: u32 = 0;

/// A message as it crosses.
pub fn write<T: Serialize>(message: &T) -> String {
    juesuan_json::write(message)
}

/// A message that has crossed; `None` where it is none of these.
pub fn read<T: DeserializeOwned>(message: &str) -> Option<T> {
    juesuan_json::read(message).ok()
}

/// The module that gives back what it was given. It shows that modules start wherever the page runs.
#[derive(Debug, Clone, Copy)]
pub struct Echo;

impl Module for Echo {
    const NAME: &'static str = "echo";
    type Ask = EchoAsk;
    type Answer = String;
}

/// What the echo can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum EchoAsk {
    /// The same text comes back.
    Say(String),
    /// The module breaks down, as one does that was handed a hostile file.
    Break,
    /// The module never comes to an end.
    Hang,
}
