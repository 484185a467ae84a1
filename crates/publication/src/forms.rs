//! Self-evaluation forms as they are printed: one table with merged cells, and the rules below it.

use crate::drawing::{At, Drawing};
use crate::formula::sum;
use crate::writing::Writing;
use juesuan_domain::Place;
use juesuan_domain::evaluation::{
    Cell, Evaluation, ExecutionField, Form, FormField, FormKind, GoalField, Heading,
    IndicatorField, Level, RuleSet,
};
use juesuan_figure::{self as figure, grouped};
use juesuan_paper::TextStyle;
use juesuan_say::official::{self, published as words};
use rust_decimal::Decimal;

/// How wide the columns are: label, the three levels of indicators, points, target, actual, score.
const WIDTHS: [u32; 8] = [13, 10, 12, 21, 7, 16, 14, 9];

/// The columns of an indicator, counted from 0.
mod column {
    pub const NAME: usize = 3;
    pub const WEIGHT: usize = 4;
    pub const TARGET: usize = 5;
    pub const ACTUAL: usize = 6;
    pub const SCORE: usize = 7;
}

/// A form in the making.
struct Sheet<'a> {
    index: usize,
    form: &'a Form,
    evaluation: &'a Evaluation,
    rules: &'a RuleSet,
    drawing: Drawing,
    /// Where the scores stand, with what they read.
    scores: Vec<((usize, usize), Option<Decimal>)>,
}

impl Writing<'_> {
    /// The form at this place of the workbook.
    pub(crate) fn form(&mut self, index: usize) {
        let (workbook, assessment) = (self.workbook, self.assessment);
        let (Some(form), Some(evaluation), Some(rules)) = (
            workbook.forms.get(index),
            assessment.forms.get(index),
            assessment.rules.get(index),
        ) else {
            return;
        };
        let title = match form.kind {
            FormKind::Overall => official::overall_title(form.unit.trim()),
            FormKind::Project => official::project_title(form.name.trim()),
        };
        self.styled(title, TextStyle::TableTitle);
        let date = self.or_gap(
            &form.filled_on,
            Place::Form(index, Cell::Form(FormField::FilledOn)),
        );
        self.styled(
            words::form_line(form.unit.trim(), &date),
            TextStyle::TableLine,
        );
        let mut sheet = Sheet {
            index,
            form,
            evaluation,
            rules,
            drawing: Drawing::new(WIDTHS.to_vec()),
            scores: Vec::new(),
        };
        self.head(&mut sheet);
        self.execution(&mut sheet);
        for goal in 0..form.goals.len() {
            self.goal(&mut sheet, goal);
        }
        self.total_score(&mut sheet);
        self.foot(&mut sheet);
        let name = juesuan_exchange::form_title(form);
        sheet.drawing.look.sheet = Some(words::form_sheet(index + 1, &name));
        self.table(sheet.drawing);
        self.rules(rules);
    }

    fn text(&mut self, sheet: &Sheet, cell: Cell) -> String {
        let typed = cell.text(sheet.form).unwrap_or_default();
        self.or_gap(typed, Place::Form(sheet.index, cell))
    }

    /// A line of the head: two names with what is typed beside them, or one over the whole width.
    fn line(&mut self, sheet: &mut Sheet, cells: &[(&str, Cell)]) {
        let row = sheet.drawing.height();
        let places: &[[usize; 4]] = match cells.len() {
            1 => &[[0, 1, 1, 7]],
            _ => &[[0, 1, 1, 2], [3, 2, 5, 3]],
        };
        for ((name, cell), [label, wide, beside, width]) in cells.iter().zip(places) {
            let text = self.text(sheet, *cell);
            sheet.drawing.head(At::over(row, *label, 1, *wide), *name);
            sheet.drawing.head(At::over(row, *beside, 1, *width), text);
        }
    }

    fn head(&mut self, sheet: &mut Sheet) {
        let of = |field: FormField| Cell::Form(field);
        match sheet.form.kind {
            FormKind::Overall => {
                self.line(sheet, &[(official::FORM_HEAD_UNIT, of(FormField::Unit))]);
                self.line(
                    sheet,
                    &[
                        (words::BASIC_SPENDING, of(FormField::BasicSpending)),
                        (words::PROJECT_SPENDING, of(FormField::ProjectSpending)),
                    ],
                );
            }
            FormKind::Project => {
                self.line(sheet, &[(official::FORM_PROJECT_NAME, of(FormField::Name))]);
                for pair in [
                    [FormField::Department, FormField::Implementer],
                    [FormField::ProjectCategory, FormField::ProjectAttribute],
                ] {
                    self.line(sheet, &pair.map(|field| (field.label(), of(field))));
                }
                let field = FormField::ProjectType;
                self.line(sheet, &[(field.label(), of(field))]);
            }
        }
    }

    fn execution(&mut self, sheet: &mut Sheet) {
        let points = grouped(sheet.rules.execution_points.decimal());
        let row = sheet.drawing.height();
        let whole = match sheet.form.kind {
            FormKind::Overall => official::FORM_WHOLE,
            FormKind::Project => official::FORM_FUNDS,
        };
        let title = words::execution(&points);
        let budget = self.text(sheet, Cell::Execution(ExecutionField::Budget));
        let actual = self.text(sheet, Cell::Execution(ExecutionField::Actual));
        let typed = sheet.form.execution.rate.trim();
        let rate = match (typed, sheet.evaluation.execution.rate_shown.as_str()) {
            ("", shown) => shown,
            (typed, _) => typed,
        };
        let rate = self.or_gap(
            rate,
            Place::Form(sheet.index, Cell::Execution(ExecutionField::Rate)),
        );
        // The quotient of what is printed, where it shows as the rate does.
        let are_numbers = [&budget, &actual]
            .iter()
            .all(|amount| figure::number(amount).is_ok());
        let computed = &sheet.evaluation.execution;
        let is_quotient =
            are_numbers && computed.rate.value.is_some() && rate == computed.rate.display();
        let drawing = &mut sheet.drawing;
        drawing.head(At::over(row, 0, 2, 1), title);
        drawing.head(At::over(row, 1, 1, 2), "");
        drawing.head(At::one(row, 3), official::FORM_BUDGET);
        drawing.head(At::over(row, 4, 1, 2), official::FORM_ACTUAL);
        drawing.head(At::one(row, 6), official::FORM_RATE);
        drawing.head(At::one(row, 7), official::execution_score(&points));
        drawing.head(At::over(row + 1, 1, 1, 2), whole);
        drawing.put(At::one(row + 1, 3), budget);
        drawing.put(At::over(row + 1, 4, 1, 2), actual);
        drawing.put(At::one(row + 1, 6), rate);
        if is_quotient {
            let (budget, actual) = (At::one(row + 1, 3), At::one(row + 1, 4));
            let formula = format!(
                "[{},{}]/[{},{}]",
                actual.row, actual.column, budget.row, budget.column
            );
            drawing.look_of(At::one(row + 1, 6)).formula = Some(formula);
        }
        let score = sheet.evaluation.execution.score.score;
        self.score(
            sheet,
            row + 1,
            Cell::Execution(ExecutionField::Claimed),
            score,
        );
    }

    /// The score of a line: as typed, or else as computed.
    fn score(&mut self, sheet: &mut Sheet, row: usize, cell: Cell, computed: Option<Decimal>) {
        let typed = cell.text(sheet.form).unwrap_or_default().trim();
        let computed = computed.map(grouped).unwrap_or_default();
        let shown = if typed.is_empty() { &computed } else { typed };
        let shown = self.or_gap(shown, Place::Form(sheet.index, cell));
        let read = figure::score(&shown).ok().map(figure::Number::decimal);
        let at = At::one(row, column::SCORE);
        sheet.drawing.put(at, shown);
        sheet.drawing.look_of(at).align = Some(juesuan_paper::Align::Center);
        sheet.scores.push(((row, column::SCORE), read));
    }

    fn goal(&mut self, sheet: &mut Sheet, g: usize) {
        let Some((goal, evaluated)) = sheet.form.goals.get(g).zip(sheet.evaluation.goals.get(g))
        else {
            return;
        };
        let (row, rows) = (sheet.drawing.height(), goal.indicators.len());
        let weight = match goal.weight.trim() {
            "" => grouped(evaluated.weight),
            typed => typed.to_owned(),
        };
        // A project has one goal, which often goes without words.
        let name = match sheet.form.kind {
            FormKind::Project => goal.name.trim().to_owned(),
            FormKind::Overall => self.text(sheet, Cell::Goal(g, GoalField::Name)),
        };
        let drawing = &mut sheet.drawing;
        drawing.head(At::one(row, 0), words::goal(g + 1, &weight));
        drawing.put(At::over(row, 1, 1, 7), name);
        drawing.head(At::over(row + 1, 0, rows + 1, 1), words::INDICATORS);
        let heads = [
            official::FORM_CATEGORY,
            official::FORM_DIMENSION,
            official::FORM_INDICATOR,
            official::FORM_WEIGHT,
            official::FORM_TARGET,
            official::FORM_DONE,
            official::FORM_CLAIMED.1,
        ];
        for (at, head) in heads.into_iter().enumerate() {
            drawing.head(At::one(row + 1, 1 + at), head);
        }
        for heading in &evaluated.headings {
            self.heading_of(sheet, g, row + 2, heading);
        }
        for i in 0..rows {
            self.indicator(sheet, row + 2 + i, (g, i));
        }
    }

    /// A merged cell: a category or a dimension, with the points of its indicators.
    fn heading_of(&mut self, sheet: &mut Sheet, g: usize, row: usize, heading: &Heading) {
        let (column, field) = match heading.level {
            Level::Category => (1, IndicatorField::Category),
            Level::Dimension => (2, IndicatorField::Dimension),
        };
        let cell = Cell::Indicator(g, heading.first, field);
        let name = self.or_gap(&heading.name, Place::Form(sheet.index, cell));
        // The points may be part of the name as it was typed.
        let name = if heading.weight.is_zero() || name.ends_with(['）', ')']) {
            name
        } else {
            words::with_points(&name, &grouped(heading.weight))
        };
        let at = At::over(row + heading.first, column, heading.rows, 1);
        sheet.drawing.head(at, name);
    }

    fn indicator(&mut self, sheet: &mut Sheet, row: usize, (g, i): (usize, usize)) {
        for (column, field) in [
            (column::NAME, IndicatorField::Name),
            (column::WEIGHT, IndicatorField::Weight),
            (column::TARGET, IndicatorField::Target),
            (column::ACTUAL, IndicatorField::Actual),
        ] {
            let text = self.text(sheet, Cell::Indicator(g, i, field));
            let at = At::one(row, column);
            sheet.drawing.put(at, text);
            if column != column::NAME {
                sheet.drawing.look_of(at).align = Some(juesuan_paper::Align::Center);
            }
        }
        let computed = sheet.evaluation.goals[g].indicators.get(i);
        let computed = computed.and_then(|score| score.score);
        let claimed = Cell::Indicator(g, i, IndicatorField::Claimed);
        self.score(sheet, row, claimed, computed);
    }

    fn total_score(&mut self, sheet: &mut Sheet) {
        let row = sheet.drawing.height();
        let cell = Cell::Form(FormField::ClaimedTotal);
        let typed = sheet.form.claimed_total.trim();
        // A total of which scores are missing is none.
        let all_there = sheet.scores.iter().all(|(_, score)| score.is_some());
        let shown = if !typed.is_empty() {
            typed.to_owned()
        } else if all_there {
            grouped(sheet.evaluation.printed_total)
        } else {
            String::new()
        };
        let shown = self.or_gap(&shown, Place::Form(sheet.index, cell));
        let total = figure::score(&shown).ok().map(figure::Number::decimal);
        let sum_of_scores: Option<Decimal> = sheet.scores.iter().map(|(_, score)| *score).sum();
        let cells: Vec<(usize, usize)> = sheet.scores.iter().map(|(at, _)| *at).collect();
        let drawing = &mut sheet.drawing;
        drawing.head(At::over(row, 0, 1, 4), official::FORM_TOTAL);
        drawing.head(
            At::one(row, column::WEIGHT),
            grouped(sheet.evaluation.weight),
        );
        let grade = sheet.evaluation.grade.as_deref().map(official::grade);
        drawing.head(
            At::over(row, column::TARGET, 1, 2),
            grade.unwrap_or_default(),
        );
        let at = At::one(row, column::SCORE);
        drawing.put(at, shown);
        let look = drawing.look_of(at);
        look.bold = true;
        look.align = Some(juesuan_paper::Align::Center);
        if total.is_some() && total == sum_of_scores {
            look.formula = Some(sum(&cells));
        }
    }

    /// Deviation and improvement: asked for where the checks ask for them.
    fn foot(&mut self, sheet: &mut Sheet) {
        for (field, label) in [
            (FormField::Deviation, official::FORM_DEVIATION),
            (FormField::Improvement, official::FORM_IMPROVEMENT),
        ] {
            let cell = Cell::Form(field);
            let typed = cell.text(sheet.form).unwrap_or_default().trim();
            let mut findings = sheet.evaluation.findings.iter();
            let asked = findings.any(|one| one.cell == cell && one.set_aside.is_none());
            // Nothing to explain there is only once all of the form is known.
            let text = if typed.is_empty() && !asked && sheet.evaluation.complete {
                words::NONE.to_owned()
            } else {
                self.text(sheet, cell)
            };
            let row = sheet.drawing.height();
            sheet.drawing.head(At::over(row, 0, 1, 2), label);
            sheet.drawing.put(At::over(row, 2, 1, 6), text);
        }
    }

    /// What the form says of its rules, below it.
    fn rules(&mut self, rules: &RuleSet) {
        let told = &rules.words;
        let mut sentences = vec![
            told.execution.clone(),
            words::both(&told.higher, &told.lower),
            told.bands.clone(),
        ];
        sentences.extend(told.far_above.clone());
        sentences.extend(rules.notes.iter().cloned());
        for (at, sentence) in sentences.iter().enumerate() {
            self.styled(words::form_note(at, sentence), TextStyle::TableNote);
        }
    }
}
