use super::lines::{self, Amount, Line, heading};
use super::sheet::{Row, RowKind, Sheet, Table, head};
use juesuan_domain::year::leading_year;
use juesuan_figure::measure::{Growth, growth};
use juesuan_figure::{Number, TooLarge, grouped};
use juesuan_say::{Language, Page, Spoken as _};

/// Years of a list, at most.
pub const MOST_YEARS: usize = 30;

/// Decimals of the rates.
const PLACES: u32 = 1;

/// Years that are meant: other numbers at the head of a line are no year.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// Reads a list of years and amounts, a year a line (`2018<TAB>1,200.5`), and compares each year with the
/// one before it in the list, and the last with the first.
///
/// ```
/// use juesuan_quick::years;
/// use juesuan_say::Language;
/// let sheet = years("2018 1,544.93\n2020年 1,552.63", Language::Chinese);
/// assert_eq!(sheet.sentence, "2020年1,552.63万元，比2018年增加7.7万元，增长0.5%。");
/// assert_eq!(sheet.remarks, ["缺 2019 年，2020 年与 2018 年比较。"]);
/// ```
pub fn years(text: &str, language: Language) -> Sheet {
    let words = language.page();
    let lines = lines::lines(text);
    let mut sheet = Sheet::default();
    // Headings and mistakes are lines too: what is refused here has too many of any kind.
    if lines.len() > MOST_YEARS + 2 {
        sheet
            .problems
            .push(words.too_many_lines(lines.len(), MOST_YEARS));
        return sheet;
    }
    let mut list = List {
        language,
        words,
        years: Vec::new(),
        without_amount: Vec::new(),
    };
    for line in &lines {
        list.take(line, &mut sheet);
    }
    if list.years.len() > MOST_YEARS {
        let too_many = words.too_many_lines(list.years.len(), MOST_YEARS);
        sheet.problems = vec![too_many];
        return sheet;
    }
    list.finish(sheet)
}

#[derive(Clone, Copy)]
struct Year {
    line: usize,
    year: u32,
    amount: Number,
}

struct List {
    language: Language,
    words: &'static dyn Page,
    years: Vec<Year>,
    without_amount: Vec<String>,
}

impl List {
    fn take(&mut self, line: &Line, sheet: &mut Sheet) {
        let (at, words) = (line.number, self.words);
        let (year, amount) = match year_and_amount(line, words) {
            Ok(read) => read,
            Err(_) if self.years.is_empty() && heading(line).is_some() => {
                match heading(line).flatten() {
                    Some(unit) => sheet.problems.push(words.heading_unit(at, unit)),
                    None => sheet.remarks.push(words.heading_passed_over(at)),
                }
                return;
            }
            Err(problem) => {
                sheet.problems.push(problem);
                return;
            }
        };
        match amount {
            Amount::Read(amount) => {
                let twice = self.years.iter().find(|other| other.year == year);
                if let Some(other) = twice {
                    sheet.problems.push(words.year_twice(at, year, other.line));
                    return;
                }
                self.years.push(Year {
                    line: at,
                    year,
                    amount,
                });
            }
            Amount::Missing => self
                .without_amount
                .push(words.year_without_amount(at, year)),
            Amount::Unreadable(error) => {
                let why = words.amount_unreadable(&error, "1,200.5");
                sheet.problems.push(words.of_line(at, &why));
            }
            Amount::Columns(columns) => {
                sheet
                    .problems
                    .push(words.too_many_columns(at, columns, words.year_and_amount()));
            }
        }
    }

    fn finish(mut self, mut sheet: Sheet) -> Sheet {
        let words = self.words;
        sheet.waiting = self.without_amount.first().cloned();
        if sheet.waiting.is_none() && sheet.problems.is_empty() && self.years.len() < 2 {
            sheet.waiting = Some(
                match self.years.len() {
                    0 => words.list_waits(),
                    _ => words.two_years_at_least(),
                }
                .to_owned(),
            );
        }
        if !self.years.is_sorted_by_key(|year| year.year) {
            self.years.sort_by_key(|year| year.year);
            sheet.remarks.push(words.years_put_in_order().to_owned());
        }
        let (Some(first), Some(last)) = (self.years.first(), self.years.last()) else {
            return sheet;
        };
        if !sheet.problems.is_empty() || sheet.waiting.is_some() {
            if !sheet.problems.is_empty() {
                sheet.remarks.push(words.growth_waits().to_owned());
            }
            sheet.table = Some(self.table(&[], None));
            return sheet;
        }
        let steps: Result<Vec<Growth>, TooLarge> = self
            .years
            .windows(2)
            .map(|pair| growth(pair[1].amount, pair[0].amount, PLACES))
            .collect();
        let span = growth(last.amount, first.amount, PLACES);
        let (Ok(steps), Ok(span)) = (steps, span) else {
            sheet.problems.push(words.growth_too_large().to_owned());
            sheet.table = Some(self.table(&[], None));
            return sheet;
        };
        self.remark(&steps, &mut sheet);
        match self.without_sentence(&steps, &span) {
            Some(why) => sheet.warnings.push(words.no_sentence(&why)),
            None => sheet.sentence = self.sentence(&steps, &span),
        }
        sheet.table = Some(self.table(&steps, Some(&span)));
        sheet
    }

    /// Gaps between the years, and bases on which there is no rate.
    fn remark(&self, steps: &[Growth], sheet: &mut Sheet) {
        for (pair, step) in self.years.windows(2).zip(steps) {
            let (before, now) = (pair[0].year, pair[1].year);
            if now - before > 1 {
                sheet.remarks.push(self.words.gap(before, now));
            }
            if step.rate.value.is_none() {
                let amount = pair[0].amount;
                sheet
                    .remarks
                    .push(self.words.no_growth(before, amount, now));
            }
        }
    }

    /// Why there is no sentence about the last year; `None` where there is one.
    fn without_sentence(&self, steps: &[Growth], span: &Growth) -> Option<String> {
        let last = self.years.last()?;
        if last.amount.is_negative() {
            return Some(self.words.year_below_zero(last.year, last.amount));
        }
        steps
            .last()?
            .without_sentence()
            .or_else(|| span.without_sentence())
            .map(|why| why.spoken(self.language))
    }

    /// From the last year: against the one before and, where there are more, against the first.
    fn sentence(&self, steps: &[Growth], span: &Growth) -> String {
        let (Some(step), [.., before, last]) = (steps.last(), self.years.as_slice()) else {
            return String::new();
        };
        let words = self.words;
        let other = (before.year + 1 != last.year).then_some(before.year);
        let changed = words.changed_from(step, other);
        let mut sentence = words.year_sentence(last.year, last.amount, &changed);
        if let [first, _, _, ..] = self.years.as_slice() {
            sentence.push_str(words.semicolon());
            sentence.push_str(&words.changed_from(span, Some(first.year)));
        }
        (sentence + words.full_stop()).trim_end().to_owned()
    }

    /// Changes stay empty where there are no `steps` yet.
    fn table(&self, steps: &[Growth], span: Option<&Growth>) -> Table {
        let mut rows = Vec::with_capacity(self.years.len() + 1);
        for (at, year) in self.years.iter().enumerate() {
            let step = at.checked_sub(1).and_then(|before| steps.get(before));
            rows.push(Row::new(
                RowKind::Part,
                [
                    self.words.in_year(year.year),
                    grouped(year.amount.decimal()),
                    step.map(Growth::display_change).unwrap_or_default(),
                    step.map(|step| step.rate.display()).unwrap_or_default(),
                ],
            ));
        }
        if let (Some(span), [first, .., last]) = (span, self.years.as_slice()) {
            rows.push(Row::new(
                RowKind::Total,
                [
                    self.words.years_between(first.year, last.year),
                    String::new(),
                    span.display_change(),
                    span.rate.display(),
                ],
            ));
        }
        Table {
            head: head(&self.words.years_head()),
            rows,
        }
    }
}

/// The year at the head of a line (`2018`, `2018年`, `2018年度`) and the amount behind it, or what is wrong.
fn year_and_amount(line: &Line, words: &dyn Page) -> Result<(u32, Amount), String> {
    let refused = || {
        let begins = line.cells.first();
        let begins: String = begins.map_or("", String::as_str).chars().take(12).collect();
        words.not_a_year(line.number, &begins)
    };
    let cell = line.cells.first().ok_or_else(refused)?;
    let (year, rest) = year(cell).ok_or_else(refused)?;
    match line.cells.as_slice() {
        [_] if rest.is_empty() => Ok((year, Amount::Missing)),
        [_] => Ok((year, lines::read(rest))),
        [_, amount] if rest.is_empty() => Ok((year, lines::read(amount))),
        [_, _] => Err(refused()),
        cells => Ok((year, Amount::Columns(cells.len()))),
    }
}

/// Four digits that are a year, and what follows them and the word for it.
fn year(text: &str) -> Option<(u32, &str)> {
    let (year, behind) = leading_year(text)?;
    let year = u32::from(year);
    YEARS.contains(&year).then_some((year, behind))
}
