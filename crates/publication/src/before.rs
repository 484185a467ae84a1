//! What is to be looked at before a publication goes out.

use crate::parts::Parts;
use crate::writing::Writing;
use juesuan_domain::accounts::{Cell, FactKind, WorkField};
use juesuan_domain::assess::Assessment;
use juesuan_domain::evaluation::{self, FormField};
use juesuan_domain::finding::{Code, Severity};
use juesuan_domain::{Place, Workbook};

/// What is still wrong or missing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Before {
    /// One for each thing, in the order of the kinds, then of the publication.
    pub lacks: Vec<Lack>,
}

/// One thing that is wrong or missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lack {
    /// What kind of thing it is.
    pub kind: LackKind,
    /// Where it is mended, where there is such a place.
    pub place: Option<Place>,
    /// What it is called; blank where its place says it.
    pub name: String,
}

/// The kinds of things that are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LackKind {
    /// A finding that is certain, and not set aside.
    Error,
    /// A cell that nobody has filled in, printed as missing.
    Blank,
    /// A change or difference without its reason.
    Reason,
    /// Words that hold a place, as `XX`, left in what was typed.
    Placeholder,
}

impl Before {
    /// How many things of a kind there are.
    pub fn count(&self, kind: LackKind) -> usize {
        self.lacks.iter().filter(|lack| lack.kind == kind).count()
    }

    /// Nothing is wrong or missing.
    pub fn is_ready(&self) -> bool {
        self.lacks.is_empty()
    }
}

/// What is still wrong or missing in a workbook that is to be published, whole or in parts. One cell is told once
/// of a kind, however often it is printed.
pub fn check_before(workbook: &Workbook, assessment: &Assessment, parts: &Parts) -> Before {
    let mut lacks: Vec<Lack> = Vec::new();
    for (at, form) in assessment.forms.iter().enumerate() {
        let errors = form
            .findings
            .iter()
            .filter(|finding| finding.severity() == Severity::Error && finding.set_aside.is_none());
        lacks.extend(errors.map(|finding| Lack {
            kind: LackKind::Error,
            place: Some(Place::Form(at, finding.cell)),
            name: String::new(),
        }));
    }
    for finding in &assessment.accounts.findings {
        let is_reason = finding.code == Code::ReasonMissing;
        let is_error = finding.severity() == Severity::Error;
        if finding.set_aside.is_none() && (is_error || is_reason) {
            lacks.push(Lack {
                kind: if is_reason {
                    LackKind::Reason
                } else {
                    LackKind::Error
                },
                place: Some(Place::Accounts(finding.cell)),
                name: String::new(),
            });
        }
    }
    let mut writing = Writing::new(workbook, assessment, parts);
    writing.whole(None);
    lacks.extend(writing.gaps.into_iter().map(|gap| Lack {
        kind: if gap.is_reason {
            LackKind::Reason
        } else {
            LackKind::Blank
        },
        place: gap.place,
        name: gap.name,
    }));
    lacks.extend(placeholders(workbook).map(|place| Lack {
        kind: LackKind::Placeholder,
        place: Some(place),
        name: String::new(),
    }));
    lacks.sort_by_key(|lack| lack.kind);
    let mut seen = Vec::new();
    lacks.retain(|lack| {
        let key = (
            lack.kind,
            lack.place,
            lack.place.is_none().then(|| lack.name.clone()),
        );
        let new = !seen.contains(&key);
        if new {
            seen.push(key);
        }
        new
    });
    Before { lacks }
}

/// Where words that hold a place were left in what is printed.
fn placeholders(workbook: &Workbook) -> impl Iterator<Item = Place> {
    let accounts = &workbook.accounts;
    let facts = accounts.facts.iter();
    let facts = facts.filter(|(fact, _)| fact.kind() == FactKind::Text);
    let facts = facts.map(|(fact, text)| (Place::Accounts(Cell::Fact(*fact)), text.to_string()));
    let work = accounts.work.iter().enumerate().flat_map(|(at, work)| {
        WorkField::COLUMNS.map(|field| {
            let place = Place::Accounts(Cell::Work(at, field));
            (place, work.text(field).to_string())
        })
    });
    let forms = workbook.forms.iter().enumerate().flat_map(|(at, form)| {
        [FormField::Deviation, FormField::Improvement].map(|field| {
            let cell = evaluation::Cell::Form(field);
            let text = cell.text(form).unwrap_or_default();
            (Place::Form(at, cell), text.to_owned())
        })
    });
    let all: Vec<(Place, String)> = facts.chain(work).chain(forms).collect();
    let left = all.into_iter().filter(|(_, text)| holds_a_place(text));
    left.map(|(place, _)| place)
}

/// `XX`, `××`, `【…】`: what templates print where something is to be filled in.
fn holds_a_place(text: &str) -> bool {
    ["XX", "xx", "ＸＸ", "××", "【", "____"]
        .iter()
        .any(|mark| text.contains(mark))
}
