//! What the module for documents is asked of what is open already: to hold a paper against another document, to
//! write a paper into a file, to mark findings in a file. One thing at a time; what is asked next takes the place of
//! what is under way.

use super::{Notice, Said, Why};
use crate::understand::{Review, Revision};
use juesuan_ask::{Answer, DocumentsAnswer, DocumentsAsk, Failure, Imported, Published};

/// What is to be done with the answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Purpose {
    /// It is shown beside the paper in this line of the list.
    Compare {
        /// The line.
        row: usize,
        /// What the other document is called.
        name: String,
    },
    /// It takes the place of what was found in the paper in this line of the list.
    Review {
        /// The line.
        row: usize,
    },
    /// It is shown as what became of the paper in this line of the list.
    Import {
        /// The line.
        row: usize,
    },
    /// It is shown as what is published.
    Publish,
    /// The bytes that come are saved under this name.
    Save {
        /// Name of the file.
        name: String,
    },
}

/// What is heard of a request.
pub type News = Result<Answer<DocumentsAnswer>, Failure>;

/// What can happen. `F` is a file of the browser.
#[derive(Debug, Clone, PartialEq)]
pub enum Msg<F> {
    /// Something is asked.
    Ask(Box<Asked<F>>),
    /// News of a request, by its number. Bytes that came with it have been saved, or could not be.
    News(u32, News, Option<bool>),
    /// Nobody wants to know any more.
    Cancel,
}

/// A request.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked<F> {
    /// What is asked.
    pub ask: DocumentsAsk,
    /// The file that goes with it.
    pub file: Option<F>,
    /// What is to be done with the answer.
    pub purpose: Purpose,
}

/// What is to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect<F> {
    /// The module is asked this.
    Ask {
        /// Of the request, for its news.
        number: u32,
        /// What is asked.
        ask: Box<DocumentsAsk>,
        /// The file that goes with it.
        file: Option<F>,
        /// Bytes that come with the answer are saved under this name.
        save_as: Option<String>,
    },
    /// The module is not needed any more, or is to stop what it does.
    Stop,
    /// A paper was held against another document.
    Compared(usize, Box<Beside>),
    /// The paper in this line was reviewed again.
    Reviewed(usize, Box<Review>),
    /// The paper in this line has become a workbook.
    Imported(usize, Box<Imported>),
    /// A workbook has become the paper that is published.
    Published(Box<Published>),
    /// Something is said over the page.
    Say(Notice),
}

/// What came of holding a paper against another document.
#[derive(Debug, Clone, PartialEq)]
pub struct Beside {
    /// What the other document is called.
    pub name: String,
    /// What was found.
    pub found: Found,
}

/// What was found beside another document.
#[derive(Debug, Clone, PartialEq)]
pub enum Found {
    /// It is of the year before: its figures were held against what the paper says of last year.
    LastYear(Box<Review>),
    /// It is an earlier version: what was changed since.
    Revised(Revision),
}

/// The flow.
#[derive(Debug, Default)]
pub struct Asking {
    number: u32,
    now: Option<Purpose>,
}

impl Asking {
    /// Whether something is under way.
    pub fn is_busy(&self) -> bool {
        self.now.is_some()
    }

    /// Something happened; gives what is to be done.
    pub fn update<F>(&mut self, msg: Msg<F>) -> Vec<Effect<F>> {
        match msg {
            Msg::Ask(asked) => {
                let Asked { ask, file, purpose } = *asked;
                let mut effects = Vec::new();
                if self.is_busy() {
                    effects.push(Effect::Stop);
                }
                self.number += 1;
                let save_as = match &purpose {
                    Purpose::Save { name } => Some(name.clone()),
                    Purpose::Compare { .. }
                    | Purpose::Review { .. }
                    | Purpose::Import { .. }
                    | Purpose::Publish => None,
                };
                self.now = Some(purpose);
                effects.push(Effect::Ask {
                    number: self.number,
                    ask: Box::new(ask),
                    file,
                    save_as,
                });
                effects
            }
            Msg::News(number, news, saved) if number == self.number => self.heard(news, saved),
            Msg::News(..) => Vec::new(),
            Msg::Cancel => match self.now.take() {
                Some(_) => vec![Effect::Stop],
                None => Vec::new(),
            },
        }
    }

    fn heard<F>(&mut self, news: News, saved: Option<bool>) -> Vec<Effect<F>> {
        if matches!(news, Ok(Answer::Progress { .. })) {
            return Vec::new();
        }
        let Some(purpose) = self.now.take() else {
            return Vec::new();
        };
        let problem = |said| Effect::Say(Notice::Problem(said));
        let effect = match (news, purpose) {
            (Ok(Answer::Done(answer)), purpose) => match (answer, purpose) {
                (DocumentsAnswer::BesideLastYear(review), Purpose::Compare { row, name }) => {
                    let found = Found::LastYear(review);
                    Effect::Compared(row, Box::new(Beside { name, found }))
                }
                (DocumentsAnswer::Revised(revision), Purpose::Compare { row, name }) => {
                    let found = Found::Revised(*revision);
                    Effect::Compared(row, Box::new(Beside { name, found }))
                }
                (DocumentsAnswer::Reviewed(review), Purpose::Review { row }) => {
                    Effect::Reviewed(row, review)
                }
                (DocumentsAnswer::Imported(imported), Purpose::Import { row }) => {
                    Effect::Imported(row, imported)
                }
                (DocumentsAnswer::Published(paper), Purpose::Publish) => Effect::Published(paper),
                (DocumentsAnswer::Written, Purpose::Save { name }) if saved == Some(true) => {
                    Effect::Say(Notice::Done(Said::Written(name)))
                }
                (DocumentsAnswer::Marked { written, left_out }, Purpose::Save { name })
                    if saved == Some(true) =>
                {
                    let said = Said::Marked {
                        name,
                        written,
                        left_out,
                    };
                    Effect::Say(Notice::Done(said))
                }
                _ => problem(Said::FileNotSaved),
            },
            (Ok(Answer::Refused(sentence)), _) => problem(Said::InWords(sentence)),
            (Err(failure), _) => problem(Said::AskingFailed(Why::Failed(failure))),
            (Ok(Answer::Progress { .. }), _) => return Vec::new(),
        };
        vec![Effect::Stop, effect]
    }
}
