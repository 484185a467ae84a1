//! What the findings beside a view are about: a form, or the accounts.

use crate::page::document::Seen;
use crate::page::field::Mark;
use crate::page::shared::Shared;
use crate::page::words::Words;
use juesuan::accounts::{self, Accounts, Reckoned, Value};
use juesuan::evaluation::{Cell, Evaluation, Form, Score, whereabouts};
use juesuan::exchange::signed;
use juesuan::finding::{Arguments, Code, Finding, Mend, Severity};
use juesuan::review::{Remark, State};
use juesuan::say::Spoken as _;
use juesuan::{Counts, Edit, Place};
use std::rc::Rc;

/// Of these everything is made anew where anything changes, so they are compared by themselves.
#[derive(Clone, PartialEq)]
pub enum About {
    Form {
        index: usize,
        form: Shared<Form>,
        evaluation: Shared<Evaluation>,
        seen: Seen,
    },
    Accounts {
        /// What is typed beside the tables names places too.
        accounts: Shared<Accounts>,
        reckoned: Shared<Reckoned>,
        seen: Seen<accounts::Cell>,
    },
}

/// By what findings are chosen from the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    Of(Severity),
    Aside,
}

/// What a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    pub which: Which,
    /// It only says that a cell is empty.
    pub missing: bool,
    pub place: Place,
}

impl Kind {
    fn of<C>(finding: &Finding<C>, place: Place) -> Self {
        let which = match finding.set_aside {
            Some(_) => Which::Aside,
            None => Which::Of(finding.severity()),
        };
        Kind {
            which,
            missing: finding.code == Code::CellMissing && which != Which::Aside,
            place,
        }
    }
}

/// A finding as it is listed.
#[derive(Debug, Clone, PartialEq)]
pub struct Said {
    pub code: Code,
    pub severity: Severity,
    pub place: Place,
    pub whereabouts: String,
    /// What it read, by which it is recognised.
    pub arguments: Arguments,
    pub message: String,
    pub working: Option<String>,
    pub rule: Option<String>,
    pub set_aside: Option<String>,
    /// What the mend is called, what it does, and where it leads.
    pub mend: Option<(String, Edit, Option<Place>)>,
    /// The places of a finding that is said once for many, and what is said of each.
    pub also: Vec<(Place, String)>,
}

impl Said {
    fn of<C>(finding: &Finding<C>, place: Place, whereabouts: String, words: Words) -> Self {
        let working = finding.working.as_ref().map(|w| w.spoken(words.language));
        let message = words.language.told(&finding.matter).message;
        let working = working.filter(|w| !w.is_empty() && !message.contains(w.as_str()));
        Said {
            code: finding.code,
            severity: finding.severity(),
            place,
            whereabouts,
            arguments: finding.arguments(),
            working,
            message,
            rule: finding.rule.as_ref().map(|rule| words.language.rule(rule)),
            set_aside: finding.set_aside.clone(),
            mend: None,
            also: Vec::new(),
        }
    }

    /// The edit that sets the finding aside, or, without a reason, takes it up again.
    pub fn aside(&self, reason: &str) -> Edit {
        let (code, arguments) = (self.code.as_str(), self.arguments.clone());
        self.place.setting_aside(code, arguments, reason.to_owned())
    }
}

fn places<C: Copy>(
    finding: &Finding<C>,
    place: impl Fn(C) -> Place,
    words: Words,
) -> Vec<(Place, String)> {
    let also = finding.also.iter();
    also.map(|also| {
        (
            place(also.cell),
            words.language.difference(&also.difference),
        )
    })
    .collect()
}

/// The cell somebody is in.
pub struct Current {
    pub whereabouts: String,
    pub label: String,
    pub working: String,
    /// The remark on it, as typed.
    pub remark: String,
    /// What became of the remark, and who wrote it when; none where there is no remark.
    pub noted: Option<Noted>,
    /// What is said of it, and how bad that is.
    pub mark: Option<Rc<Mark>>,
}

/// What stands beside the text of a remark.
pub struct Noted {
    pub state: State,
    /// Nobody signed it yet.
    pub unsigned: bool,
    /// All of it, and who wrote it when alone.
    pub signed: String,
    pub by: String,
}

impl Noted {
    fn of<C>(remark: &Remark<C>, words: Words) -> Self {
        Noted {
            state: remark.state(),
            unsigned: remark.author.is_blank(),
            signed: signed(remark, words.language),
            by: words.remark_signed(&remark.author, &remark.date, State::Open),
        }
    }
}

/// The text of a remark, and what stands beside it.
fn noted<C>(remark: Option<&Remark<C>>, words: Words) -> (String, Option<Noted>) {
    let text = remark.map_or_else(String::new, |remark| remark.text.to_string());
    (text, remark.map(|remark| Noted::of(remark, words)))
}

impl About {
    pub fn counts(&self) -> Counts {
        match self {
            About::Form { seen, .. } => seen.counts,
            About::Accounts { seen, .. } => seen.counts,
        }
    }

    pub fn unfilled(&self) -> usize {
        match self {
            About::Form { seen, .. } => seen.unfilled,
            About::Accounts { seen, .. } => seen.unfilled,
        }
    }

    pub fn len(&self) -> usize {
        match self {
            About::Form { seen, .. } => seen.findings.len(),
            About::Accounts { seen, .. } => seen.findings.len(),
        }
    }

    /// What the finding at a place of the list is, without a word.
    pub fn kind(&self, at: usize) -> Option<Kind> {
        match self {
            About::Form { index, seen, .. } => {
                let finding = seen.findings.get(at)?;
                Some(Kind::of(finding, Place::Form(*index, finding.cell)))
            }
            About::Accounts { seen, .. } => {
                let finding = seen.findings.get(at)?;
                Some(Kind::of(finding, Place::Accounts(finding.cell)))
            }
        }
    }

    /// Whether a place is of what this is about.
    pub fn has(&self, place: Place) -> bool {
        match (self, place) {
            (About::Form { index, .. }, Place::Form(at, _)) => *index == at,
            (About::Accounts { .. }, Place::Accounts(_)) => true,
            _ => false,
        }
    }

    /// Nothing is typed yet of what this is about.
    pub fn is_empty(&self) -> bool {
        match self {
            About::Form { .. } => false,
            About::Accounts { accounts, .. } => accounts.is_untouched(),
        }
    }

    /// The finding at a place of the list.
    pub fn said(&self, at: usize, words: Words) -> Option<Said> {
        match self {
            About::Form {
                index, form, seen, ..
            } => {
                let finding = seen.findings.get(at)?;
                let place = Place::Form(*index, finding.cell);
                let whereabouts = whereabouts(form, finding.cell);
                let whereabouts = words.within(&whereabouts, finding.cell.label());
                let mut said = Said::of(finding, place, whereabouts, words);
                said.also = places(finding, |cell| Place::Form(*index, cell), words);
                said.mend = finding.mend.as_ref().and_then(|mend| {
                    let edit = Edit::mending(*index, mend)?;
                    Some(match mend {
                        Mend::Put { cell, text } => {
                            let place = Place::Form(*index, *cell);
                            (words.replace_with(text), edit, Some(place))
                        }
                        Mend::Place { dimension, .. } => (words.move_to(dimension), edit, None),
                    })
                });
                Some(said)
            }
            About::Accounts {
                accounts,
                reckoned,
                seen,
            } => {
                let finding = seen.findings.get(at)?;
                let whereabouts = accounts.whereabouts(reckoned.layout, finding.cell);
                let label = accounts.label(reckoned.layout, finding.cell);
                let whereabouts = words.within(&whereabouts, &label);
                let mut said = Said::of(finding, Place::Accounts(finding.cell), whereabouts, words);
                said.also = places(finding, Place::Accounts, words);
                said.mend = finding.mend.as_ref().and_then(|mend| {
                    let edit = Edit::mending_accounts(mend)?;
                    let Mend::Put { cell, text } = mend else {
                        return None;
                    };
                    Some((words.replace_with(text), edit, Some(Place::Accounts(*cell))))
                });
                Some(said)
            }
        }
    }

    /// What there is to be said of the cell somebody is in.
    pub fn current(&self, place: Place, words: Words) -> Option<Current> {
        match (self, place) {
            (
                About::Form {
                    index,
                    form,
                    evaluation,
                    seen,
                },
                Place::Form(at, cell),
            ) if *index == at => {
                let score = score_at(evaluation, cell);
                let (remark, noted) = noted(form.remark_on(cell), words);
                Some(Current {
                    whereabouts: whereabouts(form, cell),
                    label: cell.label().to_owned(),
                    working: score
                        .map_or_else(String::new, |score| score.working.spoken(words.language)),
                    remark,
                    noted,
                    mark: seen.marks.get(&cell).cloned(),
                })
            }
            (
                About::Accounts {
                    accounts,
                    reckoned,
                    seen,
                },
                Place::Accounts(cell),
            ) => {
                let working = match reckoned.value(cell) {
                    Value::Derived(_) => accounts::working(reckoned, cell)
                        .map(|working| working.spoken(words.language)),
                    _ => None,
                };
                let (remark, noted) = noted(accounts.remark_on(cell), words);
                Some(Current {
                    whereabouts: accounts.whereabouts(reckoned.layout, cell),
                    label: accounts.label(reckoned.layout, cell),
                    working: working.unwrap_or_default(),
                    remark,
                    noted,
                    mark: seen.marks.get(&cell).cloned(),
                })
            }
            _ => None,
        }
    }

    /// What was remarked: where, which cell, what, and by whom.
    pub fn remarks(&self, words: Words) -> Vec<(Place, String, String, Option<Noted>)> {
        match self {
            About::Form { index, form, .. } => form
                .remarked()
                .into_iter()
                .map(|(cell, remark)| {
                    let place = words.within(&whereabouts(form, cell), cell.label());
                    let (_, noted) = noted(form.remark_on(cell), words);
                    (Place::Form(*index, cell), place, remark.to_owned(), noted)
                })
                .collect(),
            About::Accounts {
                accounts, reckoned, ..
            } => accounts
                .remarked()
                .into_iter()
                .map(|(cell, remark)| {
                    let place = accounts.whereabouts(reckoned.layout, cell);
                    let place = words.within(&place, &accounts.label(reckoned.layout, cell));
                    let (_, noted) = noted(accounts.remark_on(cell), words);
                    (Place::Accounts(cell), place, remark.to_owned(), noted)
                })
                .collect(),
        }
    }
}

/// The score of the row a cell is in.
fn score_at(evaluation: &Evaluation, cell: Cell) -> Option<&Score> {
    match cell {
        Cell::Indicator(g, i, _) => evaluation.goals.get(g)?.indicators.get(i),
        Cell::Execution(_) => Some(&evaluation.execution.score),
        _ => None,
    }
}
