use super::sheet::{Row, RowKind, Sheet, Table, head};
use crate::accounts::read_amount;
use crate::figure::{Number, TooLarge, grouped};
use crate::measure::{Growth, Measure, Status, completion_rate, growth};
use crate::say::{Language, Page};

/// The rows that are typed: going abroad, buying vehicles, running them, receptions.
pub const ITEMS: usize = 4;

/// The columns that are typed: budget, actual, last year's actual.
pub const COLUMNS: usize = 3;

/// The heads of the whole table: the item, the three columns, completion, change and growth.
pub fn three_head(language: Language) -> [&'static str; 7] {
    let words = language.page();
    let [budget, actual, last] = words.three_columns();
    let [item, completion, change, growth] = words.three_others();
    [item, budget, actual, last, completion, change, growth]
}

/// What was typed: [`ITEMS`] rows of [`COLUMNS`] cells.
pub type Cells<'a> = [[&'a str; COLUMNS]; ITEMS];

/// Decimals of the rates.
const PLACES: u32 = 1;

const BUDGET: usize = 0;
const ACTUAL: usize = 1;
const LAST: usize = 2;

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThreeRow {
    /// One of those that are typed.
    Item(usize),
    /// Buying and running vehicles together.
    Vehicles,
    /// All items together.
    Total,
}

impl ThreeRow {
    /// All rows, in the order of the table.
    pub const ALL: [ThreeRow; 6] = [
        ThreeRow::Item(0),
        ThreeRow::Vehicles,
        ThreeRow::Item(1),
        ThreeRow::Item(2),
        ThreeRow::Item(3),
        ThreeRow::Total,
    ];

    /// What the row is called.
    pub fn label(self, language: Language) -> &'static str {
        let words = language.page();
        match self {
            ThreeRow::Item(item) => words.three_items().get(item).copied().unwrap_or_default(),
            ThreeRow::Vehicles => words.three_vehicles(),
            ThreeRow::Total => words.total(),
        }
    }

    /// The items it is the sum of.
    fn items(self) -> &'static [usize] {
        match self {
            ThreeRow::Item(0) => &[0],
            ThreeRow::Item(1) => &[1],
            ThreeRow::Item(2) => &[2],
            ThreeRow::Item(_) => &[3],
            ThreeRow::Vehicles => &[1, 2],
            ThreeRow::Total => &[0, 1, 2, 3],
        }
    }

    /// What kind of row it is.
    pub fn kind(self) -> RowKind {
        match self {
            ThreeRow::Item(1 | 2) => RowKind::Within,
            ThreeRow::Item(_) => RowKind::Part,
            ThreeRow::Vehicles => RowKind::Subtotal,
            ThreeRow::Total => RowKind::Total,
        }
    }

    /// In the text the sum of all has a name of its own.
    fn name(self, language: Language) -> &'static str {
        match self {
            ThreeRow::Total => language.page().three_title(),
            row => row.label(language),
        }
    }
}

/// The three public expenses (“三公”经费): budget, actual and last year's actual of each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ThreePublic {
    /// Its table has the rows of [`ThreeRow::ALL`], once anything was typed.
    pub sheet: Sheet,
    /// Cells that cannot be read, by row and column, and what is said of them.
    pub unreadable: Vec<(usize, usize, String)>,
}

/// Works out subtotal, total, completion and growth. A blank cell waits and is no zero: what depends on
/// it waits too. A column that is blank altogether is left out of the text.
///
/// ```
/// use juesuan::quick::three_public;
/// use juesuan::say::Language;
/// let none = ["0", "0", "0"];
/// let cells = [none, none, none, ["2.5", "1.38", "1.85"]];
/// let three = three_public(&cells, Language::Chinese);
/// assert_eq!(
///     three.sheet.sentence,
///     "“三公”经费支出1.38万元，完成年初预算2.5万元的55.2%，比上年减少0.47万元，下降25.4%。\
///      因公出国（境）费本年未发生支出，年初未安排预算，上年也未发生。\
///      公务用车购置及运行维护费本年未发生支出，年初未安排预算，上年也未发生。\
///      公务接待费支出1.38万元，完成年初预算2.5万元的55.2%，比上年减少0.47万元，下降25.4%。"
/// );
/// ```
pub fn three_public(cells: &Cells, language: Language) -> ThreePublic {
    let words = language.page();
    let mut three = ThreePublic::default();
    let mut amounts = [[None; 3]; 4];
    for (row, texts) in cells.iter().enumerate() {
        for (column, text) in texts.iter().enumerate() {
            match read(row, column, text, words) {
                Ok(amount) => amounts[row][column] = amount,
                Err(message) => {
                    three.sheet.problems.push(message.clone());
                    three.unreadable.push((row, column, message));
                }
            }
        }
    }
    let is_blank = amounts.iter().flatten().all(Option::is_none);
    if is_blank && three.sheet.problems.is_empty() {
        three.sheet.waiting = Some(words.quick_waiting().to_owned());
        return three;
    }
    match ThreeRow::ALL
        .map(|row| Line::of(row, &amounts))
        .into_iter()
        .collect()
    {
        Ok(lines) => finish(&mut three.sheet, lines, &amounts, language),
        Err(TooLarge) => {
            let too_large = words.three_too_large();
            three.sheet.problems.push(too_large.to_owned());
        }
    }
    three
}

fn read(row: usize, column: usize, text: &str, words: &dyn Page) -> Result<Option<Number>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let place = || words.place_of(words.three_items()[row], words.three_columns()[column]);
    // As in table 公开07, where a lone dash is the printed zero.
    match read_amount(text) {
        Ok(amount) if amount.is_negative() => Err(words.three_below_zero(&place(), amount)),
        Ok(amount) => Ok(Some(amount)),
        Err(error) => {
            let why = words.amount_unreadable(&error, "1.38");
            Err(words.three_unreadable(&place(), &why))
        }
    }
}

/// A row of the table, as far as it can be worked out.
struct Line {
    row: ThreeRow,
    amounts: [Option<Number>; 3],
    completion: Option<Measure>,
    growth: Option<Growth>,
}

impl Line {
    fn of(row: ThreeRow, amounts: &[[Option<Number>; 3]; 4]) -> Result<Self, TooLarge> {
        let mut sums = [None; 3];
        for (column, sum) in sums.iter_mut().enumerate() {
            let parts: Option<Vec<Number>> = row
                .items()
                .iter()
                .map(|item| amounts[*item][column])
                .collect();
            *sum = parts.map(Number::sum).transpose()?;
        }
        let [budget, actual, last] = sums;
        let completion = actual.zip(budget);
        let completion = completion.map(|(actual, budget)| completion_rate(actual, budget, PLACES));
        let growth = actual
            .zip(last)
            .map(|(actual, last)| growth(actual, last, PLACES));
        Ok(Line {
            row,
            amounts: sums,
            completion: completion.transpose()?,
            growth: growth.transpose()?,
        })
    }

    fn is_zero(&self) -> bool {
        self.amounts.iter().flatten().all(|amount| amount.is_zero())
    }

    fn cells(&self, language: Language) -> Vec<String> {
        let mut cells = vec![self.row.label(language).to_owned()];
        let amounts = self.amounts.iter();
        cells.extend(
            amounts
                .map(|amount| amount.map_or_else(String::new, |amount| grouped(amount.decimal()))),
        );
        let completion = self.completion.as_ref();
        cells.push(completion.map(Measure::display).unwrap_or_default());
        let growth = self.growth.as_ref();
        cells.push(growth.map(Growth::display_change).unwrap_or_default());
        cells.push(
            growth
                .map(|growth| growth.rate.display())
                .unwrap_or_default(),
        );
        cells
    }

    /// `公务接待费支出1.38万元，完成年初预算2.5万元的55.2%，比上年减少0.47万元，下降25.4%`. Without the columns
    /// that were not typed.
    fn clause(&self, language: Language) -> String {
        let [budget, actual, last] = self.amounts;
        let Some(actual) = actual else {
            return String::new();
        };
        let name = self.row.name(language);
        let budget = budget.zip(self.completion.as_ref());
        let last = last.zip(self.growth.as_ref());
        language.page().three_clause(name, actual, budget, last)
    }

    /// What is to be explained: spent without a budget, or beyond it.
    fn warning(&self, language: Language) -> Option<String> {
        let (budget, actual) = (self.amounts[BUDGET]?, self.amounts[ACTUAL]?);
        let (name, words) = (self.row.name(language), language.page());
        if self.completion.as_ref()?.status == Status::Unbudgeted {
            return Some(words.three_unbudgeted(name, actual));
        }
        (actual > budget).then(|| words.three_over_budget(name, &grouped(actual.minus(budget))))
    }
}

fn finish(
    sheet: &mut Sheet,
    lines: Vec<Line>,
    amounts: &[[Option<Number>; 3]; 4],
    language: Language,
) {
    // What a sum is due to is said of its items.
    let said = lines.iter().filter(|line| line.row != ThreeRow::Vehicles);
    sheet.warnings = said.filter_map(|line| line.warning(language)).collect();
    sheet.waiting = missing(amounts, language.page());
    if sheet.problems.is_empty() && sheet.waiting.is_none() {
        sheet.sentence = sentence(&lines, language);
    }
    let rows = lines
        .iter()
        .map(|line| Row::new(line.row.kind(), line.cells(language)));
    sheet.table = Some(Table {
        head: head(&three_head(language)),
        rows: rows.collect(),
    });
}

/// What the text still waits for.
fn missing(amounts: &[[Option<Number>; 3]; 4], words: &dyn Page) -> Option<String> {
    let typed = |column: usize| amounts.iter().filter(|row| row[column].is_some()).count();
    let begun = |column: usize| !matches!(typed(column), 0 | 4);
    let columns = words.three_columns();
    let names: Vec<String> = (0..COLUMNS)
        .filter(|column| begun(*column) || *column == ACTUAL && typed(ACTUAL) == 0)
        .map(|column| columns[column].to_owned())
        .collect();
    if !names.is_empty() {
        return Some(words.three_wait(&names));
    }
    (typed(BUDGET) == 0 && typed(LAST) == 0)
        .then(|| words.three_compare(columns[BUDGET], columns[LAST]))
}

/// The total first, then every item; of vehicles the two that make them up, unless there were none.
fn sentence(lines: &[Line], language: Language) -> String {
    let words = language.page();
    let mut text = String::new();
    let total = lines.iter().filter(|line| line.row == ThreeRow::Total);
    let items = lines.iter().filter(|line| line.row != ThreeRow::Total);
    let vehicles = lines.iter().find(|line| line.row == ThreeRow::Vehicles);
    let no_vehicles = vehicles.is_none_or(Line::is_zero);
    for line in total.chain(items) {
        match line.row {
            ThreeRow::Item(1 | 2) if no_vehicles => continue,
            ThreeRow::Item(1) => text.push_str(words.of_which()),
            _ => {}
        }
        text.push_str(&line.clause(language));
        text.push_str(match line.row {
            ThreeRow::Item(1) => words.semicolon(),
            _ => words.full_stop(),
        });
    }
    text.trim_end().to_owned()
}
