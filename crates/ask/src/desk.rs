//! The page's side: requests that are open, and what becomes of them.

use crate::{Answer, STARTED};

/// Why a request came to nothing without the worker saying so itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// No worker could be started: the browser or a policy does not allow it, or its files are missing.
    NotStarted,
    /// The module broke down over it (out of memory, or a mistake of ours).
    Broke,
    /// Nothing was heard of it for longer than its patience.
    Hung,
}

/// What a message means for the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Heard<T> {
    /// The worker is there: what waits can be sent.
    Started,
    /// News of an open request.
    Of(u32, Answer<T>),
    /// Of a request that nobody waits for: cancelled, answered already, or never made.
    Nothing,
}

#[derive(Debug, Clone, Copy)]
struct Open {
    heard_at: f64,
    patience: f64,
}

/// The requests to one worker.
///
/// ```
/// use juesuan_ask::{Answer, Desk, Failure, Heard};
///
/// let mut desk = Desk::default();
/// let number = desk.ask(0.0, 5_000.0);
/// let half: Answer<String> = Answer::Progress { done: 1, total: Some(2) };
/// assert_eq!(desk.hear(4_000.0, number, half.clone()), Heard::Of(number, half));
/// // Five seconds count from the last word of it.
/// assert_eq!(desk.overdue(8_000.0), None);
/// assert_eq!(desk.overdue(9_001.0), Some(Failure::Hung));
/// let done = Answer::Done("text".to_owned());
/// assert_eq!(desk.hear(9_002.0, number, done.clone()), Heard::Of(number, done.clone()));
/// assert_eq!(desk.hear(9_003.0, number, done), Heard::Nothing);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Desk {
    last: u32,
    /// By their numbers.
    open: Vec<(u32, Open)>,
}

impl Desk {
    /// The number of a new request that is given up when nothing is heard of it for `patience` ms.
    pub fn ask(&mut self, now: f64, patience: f64) -> u32 {
        // Four thousand million requests later the first number is free again.
        self.last = self.last.checked_add(1).unwrap_or(STARTED + 1);
        let open = Open {
            heard_at: now,
            patience,
        };
        self.open.push((self.last, open));
        self.last
    }

    /// What a message under `number` means.
    pub fn hear<T>(&mut self, now: f64, number: u32, answer: Answer<T>) -> Heard<T> {
        let Some(at) = self.place(number) else {
            return Heard::Nothing;
        };
        self.open[at].1.heard_at = now;
        if answer.is_last() {
            self.open.remove(at);
        }
        Heard::Of(number, answer)
    }

    fn place(&self, number: u32) -> Option<usize> {
        self.open.iter().position(|(other, _)| *other == number)
    }

    /// The worker is there. Requests made while it started get their patience anew.
    pub fn started(&mut self, now: f64) {
        for (_, open) in &mut self.open {
            open.heard_at = now;
        }
    }

    /// Nobody waits for a request any more. Says whether it was open: then the worker is still busy
    /// with it.
    pub fn cancel(&mut self, number: u32) -> bool {
        let at = self.place(number);
        at.map(|at| self.open.remove(at)).is_some()
    }

    /// Whether the worker has to be given up: one request hung. A worker does one thing after the
    /// other, so all that are open hang with it.
    pub fn overdue(&self, now: f64) -> Option<Failure> {
        let hangs = |(_, open): &(u32, Open)| now - open.heard_at > open.patience;
        self.open.iter().any(hangs).then_some(Failure::Hung)
    }

    /// The worker is gone: the numbers of all that were open, which are open no more.
    pub fn give_up(&mut self) -> Vec<u32> {
        let open = std::mem::take(&mut self.open).into_iter();
        open.map(|(number, _)| number).collect()
    }

    /// Whether nothing is asked at present.
    pub fn is_idle(&self) -> bool {
        self.open.is_empty()
    }
}
