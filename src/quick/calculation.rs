use crate::evaluation::{
    self, Cell, Form, Goal, Indicator, IndicatorField, RuleSet, ScoreStatus, evaluate,
};
use crate::figure::{self, FigureError, Number, TooLarge, grouped};
use crate::finding::Code;
use crate::measure::{self, Measure, Senseless, Status};
use crate::say::{Asked, Language, Spoken as _};
use std::rc::Rc;

/// Which figure is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Calculation {
    /// Actual ÷ budget.
    Completion,
    /// This year against last year.
    Growth,
    /// Part of a whole.
    Share,
    /// An indicator's score from weight, target and actual.
    Score,
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Not all boxes are filled in.
    Waiting,
    /// A box cannot be read: which one, and why.
    Unreadable(Vec<(usize, String)>),
    /// There is a result.
    Answer(Answer),
}

/// A result, ready to be shown and copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The figure as displayed: `102.3%`, `—`.
    pub figure: String,
    /// How it was worked out: `1,552.16 ÷ 1,516.89 = 102.3252…%`.
    pub working: String,
    /// A clause for the explanatory text: `完成年初预算的102.3%`. Empty where none would make sense, as
    /// of an amount below zero: then a remark says why.
    pub sentence: String,
    /// What should be known about it, as a converted period.
    pub remarks: Vec<String>,
}

impl Calculation {
    /// Every calculation, in the order of the page.
    pub const ALL: [Calculation; 4] = [
        Calculation::Completion,
        Calculation::Growth,
        Calculation::Share,
        Calculation::Score,
    ];

    /// What it is called, and what it asks for.
    pub fn asked(self, language: Language) -> Asked {
        let words = language.page();
        match self {
            Calculation::Completion => words.completion(),
            Calculation::Growth => words.growth(),
            Calculation::Share => words.share(),
            Calculation::Score => words.score(),
        }
    }

    /// What may stand in each box.
    pub fn examples(self) -> &'static [&'static str] {
        match self {
            Calculation::Completion => &["1,552.16", "1,516.89"],
            Calculation::Growth => &["1,552.63", "1,544.93"],
            Calculation::Share => &["178.3", "1,552.63"],
            Calculation::Score => &["10", "≥2.0%", "1.0%"],
        }
    }

    /// Calculates from the boxes as typed; missing ones count as empty.
    ///
    /// ```
    /// use juesuan::quick::{Calculation, Outcome};
    /// use juesuan::say::Language;
    /// let boxes = ["1,552.63", "1,544.93"];
    /// let Outcome::Answer(answer) = Calculation::Growth.of(&boxes, Language::Chinese) else { panic!() };
    /// assert_eq!(answer.sentence, "增加7.7万元，增长0.5%");
    /// ```
    pub fn of(self, texts: &[&str], language: Language) -> Outcome {
        let text = |i: usize| texts.get(i).copied().unwrap_or_default();
        if self == Calculation::Score {
            return score(text(0), text(1), text(2), language);
        }
        match (read(text(0)), read(text(1))) {
            (Ok(Some(a)), Ok(Some(b))) => self.measure(a, b, language),
            (a, b) => {
                let boxes = self.asked(language).boxes;
                let problem = |(i, error)| {
                    let name = boxes.get(i).copied().unwrap_or_default();
                    (i, language.page().not_a_number(name, &error))
                };
                let problems: Vec<_> = [a, b]
                    .into_iter()
                    .enumerate()
                    .filter_map(|(i, result)| Some((i, result.err()?)))
                    .map(problem)
                    .collect();
                if problems.is_empty() {
                    Outcome::Waiting
                } else {
                    Outcome::Unreadable(problems)
                }
            }
        }
    }

    fn measure(self, a: Number, b: Number, language: Language) -> Outcome {
        let words = language.page();
        let answer = match self {
            Calculation::Completion => measure::completion_rate(a, b, 1).map(|m| {
                let sentence = match m.status {
                    Status::Value => words.completed(&m.display()),
                    Status::NotApplicable => words.neither_budgeted_nor_spent().to_owned(),
                    Status::Unbudgeted => words.spent_unbudgeted(a),
                };
                answer(&m, sentence, measure::without_completion(a, b), language)
            }),
            Calculation::Share => measure::share(a, b, 1).map(|m| {
                let sentence = match m.status {
                    Status::Value => words.share_of(a, &m.display()),
                    _ => words.no_share_of_nothing().to_owned(),
                };
                let why = measure::without_share(a, b, &m);
                let why = why.filter(|_| m.status == Status::Value);
                answer(&m, sentence, why, language)
            }),
            _ => measure::growth(a, b, 1)
                .map(|g| answer(&g.rate, words.change(&g), g.without_sentence(), language)),
        };
        match answer {
            Ok(answer) => Outcome::Answer(answer),
            Err(TooLarge) => {
                let wrong = TooLarge.spoken(language);
                Outcome::Unreadable(vec![(0, words.check_digits(&wrong))])
            }
        }
    }
}

/// An answer with its sentence, or without one and with the reason `why_none`.
fn answer(
    measure: &Measure,
    sentence: String,
    why_none: Option<Senseless>,
    language: Language,
) -> Answer {
    let remark = why_none.map(|why| language.page().check_again(&why.spoken(language)));
    Answer {
        figure: measure.display(),
        working: measure.working.spoken(language),
        sentence: if remark.is_some() {
            String::new()
        } else {
            sentence
        },
        remarks: remark.into_iter().collect(),
    }
}

fn read(text: &str) -> Result<Option<Number>, FigureError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    figure::amount(text).map(Some)
}

/// An indicator is scored just as in a form: by a form that holds it alone.
fn score(weight: &str, target: &str, actual: &str, language: Language) -> Outcome {
    if [weight, target, actual]
        .iter()
        .any(|text| text.trim().is_empty())
    {
        return Outcome::Waiting;
    }
    let indicator = Indicator {
        weight: weight.into(),
        target: target.into(),
        actual: actual.into(),
        ..Indicator::default()
    };
    let form = Form {
        goals: vec![Goal {
            indicators: vec![Rc::new(indicator)],
            ..Goal::default()
        }],
        ..Form::default()
    };
    let rules: &RuleSet = &evaluation::built_in()[0];
    let evaluated = evaluate(&form, Some(rules), None);
    let (mut problems, mut remarks) = (Vec::new(), Vec::new());
    for finding in &evaluated.findings {
        let at = match finding.cell {
            Cell::Indicator(_, _, IndicatorField::Weight) => 0,
            Cell::Indicator(_, _, IndicatorField::Target) => 1,
            Cell::Indicator(..) => 2,
            _ => continue,
        };
        match finding.code {
            // One indicator alone is never all the points of a form.
            Code::WeightsTotal => {}
            Code::FigureUnreadable | Code::FigureNegative => {
                problems.push((at, language.told(&finding.matter).message));
            }
            _ => remarks.push(language.told(&finding.matter).message),
        }
    }
    if !problems.is_empty() {
        return Outcome::Unreadable(problems);
    }
    let score = &evaluated.goals[0].indicators[0];
    let words = language.page();
    let (figure, sentence) = match (score.status, score.score) {
        (ScoreStatus::Computed, Some(points)) => {
            let points = grouped(points);
            (words.points_shown(&points), words.scored(&points))
        }
        _ => ("—".to_owned(), words.not_scored().to_owned()),
    };
    Outcome::Answer(Answer {
        figure,
        working: score.working.spoken(language),
        sentence,
        remarks,
    })
}
