//! What a consolidation finds, as data. Each finding names the forms it is about, by unit and file.

use super::matching::Kind;
use super::{Cell, Finding, FormField};
use crate::figure::Number;
use crate::finding::{Alike, FormName, Lack, RulesName, Short, TogetherMatter};

/// What a form is called.
pub(super) fn label(unit: &str, project: &str, file: &str) -> FormName {
    FormName {
        unit: unit.into(),
        project: project.into(),
        file: file.into(),
    }
}

pub(super) fn partly(
    cell: Cell,
    has: usize,
    forms: usize,
    named: Vec<FormName>,
    named_have_it: bool,
) -> Finding {
    let matter = TogetherMatter::Partly {
        has,
        forms,
        named,
        named_have_it,
    };
    Finding::new(cell, matter)
}

pub(super) fn twice(cell: Cell, name: &str, forms: Vec<FormName>, rows: usize) -> Finding {
    let name = name.to_owned();
    Finding::new(cell, TogetherMatter::Twice { name, forms, rows })
}

pub(super) fn weights(cell: Cell, used: Option<Number>, others: Vec<FormName>) -> Finding {
    Finding::new(cell, TogetherMatter::Weights { used, others })
}

/// Units or directions under one name that nobody can bring together.
pub(super) fn kinds_differ(cell: Cell, kinds: Vec<(Kind<'_>, Vec<FormName>)>) -> Finding {
    let units_differ = kinds.windows(2).any(|two| two[0].0.unit != two[1].0.unit);
    let first = kinds.first().map(|(kind, _)| kind.lower_is_better);
    let directions_differ = kinds
        .iter()
        .any(|(kind, _)| Some(kind.lower_is_better) != first);
    let alike = |(kind, forms): (Kind<'_>, Vec<FormName>)| Alike {
        unit: kind.unit.to_owned(),
        lower_is_better: kind.lower_is_better,
        forms,
    };
    let kinds = kinds.into_iter().map(alike).collect();
    let matter = match (units_differ, directions_differ) {
        (true, true) => TogetherMatter::UnitsAndDirections { kinds },
        (true, false) => TogetherMatter::Units { kinds },
        (false, _) => TogetherMatter::Directions { kinds },
    };
    Finding::new(cell, matter)
}

pub(super) fn numbers_and_words(
    cell: Cell,
    numbers: Vec<FormName>,
    words: Vec<FormName>,
) -> Finding {
    Finding::new(cell, TogetherMatter::NumbersAndWords { numbers, words })
}

/// Forms that give nothing to one indicator, by the reason; `nothing`: no form gives anything.
pub(super) fn left_out(cell: Cell, forms: Vec<(Lack, Vec<FormName>)>, nothing: bool) -> Finding {
    Finding::new(cell, TogetherMatter::LeftOut { forms, nothing })
}

/// Amounts of the head that some forms do not give.
pub(super) fn amounts_left_out(
    cell: Cell,
    missing: Vec<FormName>,
    unreadable: Vec<FormName>,
    short: Short,
) -> Finding {
    let matter = TogetherMatter::AmountsLeftOut {
        missing,
        unreadable,
        short,
        label: cell.label().to_owned(),
    };
    Finding::new(cell, matter)
}

/// Forms in which nothing was reported.
pub(super) fn blank(forms: Vec<FormName>, all: bool) -> Finding {
    let cell = Cell::Form(FormField::Unit);
    Finding::new(cell, TogetherMatter::Blank { forms, all })
}

/// Forms made under other rules than those that score the whole: the rules, and the forms.
pub(super) fn rules_differ(used: &str, others: Vec<(RulesName, Vec<FormName>)>) -> Finding {
    let used = used.to_owned();
    let cell = Cell::Form(FormField::RuleSet);
    Finding::new(cell, TogetherMatter::Rules { used, others })
}
