//! What is to be looked at before a publication goes out.

use crate::parts::Parts;
use crate::writing::Writing;
use juesuan_domain::assess::Assessment;
use juesuan_domain::finding::{Code, Finding, Severity};
use juesuan_domain::{Place, Workbook};
use std::collections::BTreeSet;

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
        let told = form.findings.iter();
        lacks.extend(told.filter_map(|finding| lack(finding, Place::Form(at, finding.cell))));
    }
    let told = assessment.accounts.findings.iter();
    lacks.extend(told.filter_map(|finding| lack(finding, Place::Accounts(finding.cell))));
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
    lacks.sort_by_key(|lack| lack.kind);
    let mut seen = BTreeSet::new();
    lacks.retain(|lack| {
        let unnamed = lack.place.is_none().then(|| lack.name.clone());
        seen.insert((lack.kind, lack.place, unnamed))
    });
    Before { lacks }
}

/// A finding that must not go out: an error, or a reason that is missing.
fn lack<C>(finding: &Finding<C>, place: Place) -> Option<Lack> {
    let kind = match finding.code {
        _ if finding.set_aside.is_some() => return None,
        Code::ReasonMissing => LackKind::Reason,
        Code::PlaceholderLeft => LackKind::Placeholder,
        _ if finding.severity() == Severity::Error => LackKind::Error,
        _ => return None,
    };
    Some(Lack {
        kind,
        place: Some(place),
        name: String::new(),
    })
}
