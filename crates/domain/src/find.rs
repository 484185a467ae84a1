//! Text and figures found in everything that a workbook shows.

use crate::accounts::{self, Column, Fact, WorkField};
use crate::address::Grid;
use crate::assess::Assessment;
use crate::disclosure::Written;
use crate::evaluation::{
    Cell, ExecutionField, Form, FormField, FormKind, GoalField, IndicatorField,
};
use crate::place::{GridOf, Place};
use crate::workbook::Workbook;
use juesuan_figure::{display_in_table, fold, grouped};

/// Where something was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The cell, or for what is printed in front of a row its first cell.
    pub place: Place,
    /// What stands around it, shortened.
    pub text: String,
}

/// Hits that are listed at most.
pub const MOST_HITS: usize = 500;
/// Characters that are shown before a hit and from it on.
const BEFORE: usize = 10;
const FROM: usize = 30;

/// Finds a text or a figure in forms, tables, what is typed beside them, and sentences, in the order of the views.
/// Blanks, separators of thousands, capitals and full width make no difference: `1552.63` finds `１，５５２．６３`.
pub fn find(workbook: &Workbook, assessment: &Assessment, wanted: &str) -> Vec<Hit> {
    let mut search = Search {
        wanted: letters(wanted).map(|(_, c)| c).collect(),
        hits: Vec::new(),
    };
    if search.wanted.is_empty() {
        return search.hits;
    }
    for (at, form) in workbook.forms.iter().enumerate() {
        of_form(&mut search, at, form, assessment);
    }
    of_tables(&mut search, workbook, assessment);
    of_texts(&mut search, workbook, assessment);
    search.hits
}

/// The characters that count, as they are compared, with the places where they stand.
fn letters(text: &str) -> impl Iterator<Item = (usize, char)> {
    let folded = text.char_indices().map(|(at, c)| (at, fold(c)));
    let counts = folded.filter(|(_, c)| !matches!(c, ' ' | ','));
    counts.map(|(at, c)| (at, c.to_ascii_lowercase()))
}

struct Search {
    wanted: Vec<char>,
    hits: Vec<Hit>,
}

impl Search {
    /// Says whether it is there.
    fn look(&mut self, place: Place, text: &str) -> bool {
        if self.hits.len() == MOST_HITS {
            return false;
        }
        let all: Vec<(usize, char)> = letters(text).collect();
        let mut windows = all.windows(self.wanted.len());
        let found = windows.find(|window| window.iter().map(|(_, c)| c).eq(&self.wanted));
        let Some((at, _)) = found.and_then(|window| window.first()).copied() else {
            return false;
        };
        let text = excerpt(text, at);
        self.hits.push(Hit { place, text });
        true
    }

    fn typed(&mut self, place: Place, text: Option<&str>) -> bool {
        text.is_some_and(|text| self.look(place, text))
    }
}

/// What stands around a place in a text, on one line.
fn excerpt(text: &str, at: usize) -> String {
    let (before, from) = text.split_at(at);
    let mut start: Vec<char> = before.chars().rev().take(BEFORE + 1).collect();
    let cut = start.len() > BEFORE;
    start.truncate(BEFORE);
    let mut shown: String = if cut { "…".to_owned() } else { String::new() };
    shown.extend(start.into_iter().rev());
    shown.extend(from.chars().take(FROM + 1).enumerate().map(
        |(i, c)| {
            if i == FROM { '…' } else { c }
        },
    ));
    shown.replace(char::is_control, " ").trim().to_owned()
}

fn of_form(search: &mut Search, at: usize, form: &Form, assessment: &Assessment) {
    let look = |search: &mut Search, cell: Cell| {
        search.typed(Place::Form(at, cell), cell.text(form));
    };
    let is_shown = |field: &FormField| match form.kind {
        FormKind::Overall => matches!(
            field,
            FormField::Unit
                | FormField::FilledOn
                | FormField::BasicSpending
                | FormField::ProjectSpending
        ),
        FormKind::Project => !matches!(
            field,
            FormField::BasicSpending | FormField::ProjectSpending | FormField::RuleSet
        ),
    };
    let last = [
        FormField::ClaimedTotal,
        FormField::Deviation,
        FormField::Improvement,
    ];
    let head = FormField::ALL
        .iter()
        .filter(|field| is_shown(field) && !last.contains(field));
    for field in head {
        look(search, Cell::Form(*field));
    }
    for field in [
        ExecutionField::Budget,
        ExecutionField::Actual,
        ExecutionField::Claimed,
    ] {
        look(search, Cell::Execution(field));
    }
    for (g, goal) in form.goals.iter().enumerate() {
        look(search, Cell::Goal(g, GoalField::Name));
        look(search, Cell::Goal(g, GoalField::Weight));
        let scores = assessment.forms.get(at).and_then(|form| form.goals.get(g));
        let mut above = None;
        for (i, row) in goal.indicators.iter().enumerate() {
            let cell = |field| Cell::Indicator(g, i, field);
            let (category, dimension) = (&*row.category, &*row.dimension);
            // A heading stands once over its rows.
            if above.is_none_or(|(other, _)| other != category) {
                look(search, cell(IndicatorField::Category));
            }
            if above != Some((category, dimension)) {
                look(search, cell(IndicatorField::Dimension));
            }
            above = Some((category, dimension));
            for field in IndicatorField::COLUMNS {
                look(search, cell(field));
            }
            let score = scores.and_then(|goal| goal.indicators.get(i)?.score);
            if let Some(score) = score.filter(|_| row.claimed.is_blank()) {
                let claimed = Place::Form(at, cell(IndicatorField::Claimed));
                search.look(claimed, &grouped(score));
            }
        }
    }
    for field in last {
        look(search, Cell::Form(field));
    }
}

fn of_tables(search: &mut Search, workbook: &Workbook, assessment: &Assessment) {
    let (accounts, layout) = (&workbook.accounts, workbook.layout());
    for table in layout.in_print() {
        for grid in Grid::<GridOf>::of_table(accounts, layout, table.no) {
            for row in 0..grid.rows.len() {
                let cells = (0..grid.columns.len()).filter_map(|column| grid.cell(row, column));
                for (at, place) in cells.enumerate() {
                    let Place::Accounts(cell) = place else {
                        continue;
                    };
                    if let (0, accounts::Cell::Fixed(_, key, _)) = (at, cell) {
                        let label = table.row(key).map(|(_, row)| row.label.as_str());
                        search.typed(place, label);
                    }
                    let typed = accounts.cell(cell).map(|text| &**text);
                    if search.typed(place, typed) {
                        continue;
                    }
                    if let accounts::Cell::Line(_, line, Column::Name) = cell
                        && typed.is_none_or(|typed| typed.trim().is_empty())
                    {
                        search.look(place, &accounts.line_name(layout, table.no, line));
                    } else if let Some(value) = assessment.accounts.reckoned.value(cell).known() {
                        search.look(place, &display_in_table(value));
                    }
                }
            }
        }
    }
}

fn of_texts(search: &mut Search, workbook: &Workbook, assessment: &Assessment) {
    let accounts = &workbook.accounts;
    let mut look = |cell: accounts::Cell| {
        search.typed(
            Place::Accounts(cell),
            accounts.cell(cell).map(|text| &**text),
        );
    };
    for fact in Fact::ALL {
        look(accounts::Cell::Fact(*fact));
    }
    for row in 0..accounts.work.len() {
        for field in WorkField::COLUMNS {
            look(accounts::Cell::Work(row, field));
        }
    }
    let sections = assessment.accounts.disclosure.sections.iter();
    for block in sections.flat_map(|section| &section.blocks) {
        if let Written::Paragraph(sentences) = &**block {
            for sentence in sentences.iter().filter(|sentence| !sentence.waits) {
                let place = Place::Accounts(accounts::Cell::Sentence(sentence.key));
                search.look(place, &sentence.text());
            }
        }
    }
}
