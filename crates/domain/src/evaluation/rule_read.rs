//! A draft read: the rule set it says, or what is wrong with each cell.

use super::bands::Band;
use super::rule_cell::{BandField, CategoryField, GradeField, RuleCell, RuleField, TemplateField};
use super::rule_check::RuleFault;
use super::rule_draft::RuleDraft;
use super::rules::{Category, Grade, RuleSet, TemplateRow, Words, rule_set};
use crate::finding::{BandsError, RuleSetError};
use crate::source::Source;
use juesuan_figure::{self as figure, FigureError, Number, Typed};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Marks between the words of a list.
const BETWEEN: [char; 7] = ['、', '，', ',', '；', ';', '\n', '\r'];

impl RuleDraft {
    /// The rule set it says. `taken` says whether another rule set has an id.
    ///
    /// # Errors
    /// All that is wrong, each with its cell.
    ///
    /// ```
    /// use juesuan_domain::evaluation::{RuleDraft, RuleSet, rule_set};
    /// let wuhan = rule_set("wuhan-2020").unwrap();
    /// let mut draft = RuleDraft::of(wuhan);
    /// draft.id = "own".into();
    /// let own = RuleSet { id: "own".to_owned(), ..RuleSet::clone(wuhan) };
    /// assert_eq!(draft.read(|_| false), Ok(own));
    /// ```
    pub fn read(&self, taken: impl Fn(&str) -> bool) -> Result<RuleSet, Vec<RuleFault>> {
        let mut reading = Reading::default();
        let rules = reading.rules(self);
        let id = &rules.id;
        if rule_set(id).is_some() || taken(id) {
            let error = RuleSetError::IdTaken(id.clone());
            reading.fault(RuleCell::Whole(RuleField::Id), error);
        }
        let mut faults = reading.0;
        let unread: BTreeSet<RuleCell> = faults.iter().map(|fault| fault.cell).collect();
        let follows = |fault: &RuleFault| unread.iter().any(|cell| rests_on(fault, *cell));
        let found = rules.faults().into_iter();
        faults.extend(found.filter(|fault| !follows(fault)));
        faults.sort_by_key(|fault| fault.cell);
        if faults.is_empty() {
            Ok(rules)
        } else {
            Err(faults)
        }
    }
}

/// Whether a fault may be there only because a cell could not be read.
fn rests_on(fault: &RuleFault, unread: RuleCell) -> bool {
    let points = |field| RuleCell::Whole(field) == unread;
    match &fault.error {
        _ if fault.cell == unread => true,
        RuleSetError::Points { .. } => {
            points(RuleField::ExecutionPoints) || points(RuleField::IndicatorPoints)
        }
        RuleSetError::Categories { .. } | RuleSetError::CategoriesAbove { .. } => {
            let of_one = matches!(unread, RuleCell::Category(_, CategoryField::Points));
            of_one || points(RuleField::IndicatorPoints)
        }
        RuleSetError::Template { .. } => {
            let of_one = matches!(unread, RuleCell::Row(_, TemplateField::Weight));
            of_one || points(RuleField::IndicatorPoints)
        }
        RuleSetError::Bands(BandsError::Bounds(_) | BandsError::Last(..)) => {
            matches!(unread, RuleCell::Band(_, BandField::From))
        }
        RuleSetError::Grade(_) => matches!(unread, RuleCell::Grade(_, GradeField::From)),
        _ => false,
    }
}

#[derive(Default)]
struct Reading(Vec<RuleFault>);

impl Reading {
    fn rules(&mut self, draft: &RuleDraft) -> RuleSet {
        let whole = RuleCell::Whole;
        let (execution, indicators) = (RuleField::ExecutionPoints, RuleField::IndicatorPoints);
        let far_above = text(&draft.far_above);
        let rules = RuleSet {
            id: text(&draft.id),
            name: name(&draft.name),
            source: Source {
                title: text(&draft.source_title),
                issuer: text(&draft.source_issuer),
                note: text(&draft.source_note),
            },
            execution_points: self.number(whole(execution), &draft.execution_points),
            indicator_points: self.number(whole(indicators), &draft.indicator_points),
            categories: self.categories(draft),
            bands: self.bands(draft),
            bands_from: None,
            grades: self.grades(draft),
            far_above: None,
            explain_execution_below: None,
            explain_missed: true,
            satisfaction_left_out: false,
            percent_places: 1,
            score_places: 2,
            zero_by_zero: Default::default(),
            deadline: None,
            words: Words {
                execution: text(&draft.execution),
                higher: text(&draft.higher),
                lower: text(&draft.lower),
                bands: text(&draft.bands_in_words),
                far_above: (!far_above.is_empty()).then_some(far_above),
            },
            notes: lines(&draft.notes),
            project_template: self.template(draft),
        };
        for problem in draft.settings.problems() {
            let cell = RuleCell::Setting(problem.setting);
            self.fault(cell, RuleSetError::Setting(problem));
        }
        RuleSet::clone(&draft.settings.over(&Arc::new(rules)))
    }

    fn categories(&mut self, draft: &RuleDraft) -> Vec<Category> {
        let rows = draft.categories.iter().enumerate();
        rows.map(|(at, row)| {
            let cell = RuleCell::Category(at, CategoryField::Points);
            let given = !row.points.is_blank();
            Category {
                name: name(&row.name),
                stems: words(&row.stems),
                points: given.then(|| self.number(cell, &row.points)),
                dimensions: words(&row.dimensions),
            }
        })
        .collect()
    }

    fn bands(&mut self, draft: &RuleDraft) -> Vec<Band> {
        let rows = draft.bands.iter().enumerate();
        rows.map(|(at, row)| Band {
            key: row.key.to_string(),
            name: name(&row.name),
            from: self.percent(RuleCell::Band(at, BandField::From), &row.from),
        })
        .collect()
    }

    fn grades(&mut self, draft: &RuleDraft) -> Vec<Grade> {
        let rows = draft.grades.iter().enumerate();
        rows.map(|(at, row)| Grade {
            name: name(&row.name),
            from: self.number(RuleCell::Grade(at, GradeField::From), &row.from),
        })
        .collect()
    }

    fn template(&mut self, draft: &RuleDraft) -> Vec<TemplateRow> {
        let rows = draft.project_template.iter().enumerate();
        rows.map(|(at, row)| TemplateRow {
            category: name(&row.category),
            dimension: name(&row.dimension),
            weight: self.number(RuleCell::Row(at, TemplateField::Weight), &row.weight),
        })
        .collect()
    }

    fn number(&mut self, cell: RuleCell, typed: &Typed) -> Number {
        self.figure(cell, figure::number(typed))
    }

    fn percent(&mut self, cell: RuleCell, typed: &Typed) -> Number {
        self.figure(cell, figure::percent(typed))
    }

    fn figure(&mut self, cell: RuleCell, read: Result<Number, FigureError>) -> Number {
        read.unwrap_or_else(|error| {
            self.fault(cell, RuleSetError::Figure(error));
            Number::ZERO
        })
    }

    fn fault(&mut self, cell: RuleCell, error: RuleSetError) {
        self.0.push(RuleFault { cell, error });
    }
}

fn text(typed: &Typed) -> String {
    typed.trim().to_owned()
}

/// A name is one line, however it came.
fn name(typed: &Typed) -> String {
    lines(typed).concat()
}

fn words(typed: &Typed) -> Vec<String> {
    parts(typed, &BETWEEN)
}

fn lines(typed: &Typed) -> Vec<String> {
    parts(typed, &['\n', '\r'])
}

fn parts(typed: &Typed, between: &[char]) -> Vec<String> {
    let parts = typed.split(between).map(str::trim);
    let parts = parts.filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}
