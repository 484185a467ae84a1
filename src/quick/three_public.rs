use super::lines::unreadable;
use super::sheet::{Row, RowKind, Sheet, Table, compared, head};
use crate::accounts::read_amount;
use crate::figure::{Number, TooLarge, grouped};
use crate::measure::{Growth, Measure, Status, completion_rate, growth};

/// The rows that are typed.
pub const ITEMS: [&str; 4] = [
    "因公出国（境）费",
    "公务用车购置费",
    "公务用车运行维护费",
    "公务接待费",
];

/// The columns that are typed.
pub const COLUMNS: [&str; 3] = ["年初预算数", "决算数", "上年决算数"];

/// The columns of the whole table.
pub const HEAD: [&str; 7] = [
    "项目",
    COLUMNS[0],
    COLUMNS[1],
    COLUMNS[2],
    "完成率",
    "增减额",
    "增长率",
];

/// What was typed: a row for each of [`ITEMS`], a cell for each of [`COLUMNS`].
pub type Cells<'a> = [[&'a str; 3]; 4];

/// Decimals of the rates.
const PLACES: u32 = 1;

const BUDGET: usize = 0;
const ACTUAL: usize = 1;
const LAST: usize = 2;

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ThreeRow {
    /// One of [`ITEMS`].
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

    /// What the row is called, in Chinese as the form prints it.
    pub fn label(self) -> &'static str {
        match self {
            ThreeRow::Item(item) => ITEMS.get(item).copied().unwrap_or_default(),
            ThreeRow::Vehicles => "公务用车购置及运行维护费",
            ThreeRow::Total => "合计",
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
    fn name(self) -> &'static str {
        match self {
            ThreeRow::Total => "“三公”经费",
            row => row.label(),
        }
    }
}

/// The three public expenses (“三公”经费): budget, actual and last year's actual of each.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ThreePublic {
    /// Its table has the rows of [`ThreeRow::ALL`], once anything was typed.
    pub sheet: Sheet,
    /// Cells that cannot be read, by row of [`ITEMS`] and column of [`COLUMNS`], and what is said of them.
    pub unreadable: Vec<(usize, usize, String)>,
}

/// Works out subtotal, total, completion and growth. A blank cell waits and is no zero: what depends on
/// it waits too. A column that is blank altogether is left out of the text.
///
/// ```
/// use juesuan::quick::three_public;
/// let none = ["0", "0", "0"];
/// let three = three_public(&[none, none, none, ["2.5", "1.38", "1.85"]]);
/// assert_eq!(
///     three.sheet.sentence,
///     "“三公”经费支出1.38万元，完成年初预算2.5万元的55.2%，比上年减少0.47万元，下降25.4%。\
///      因公出国（境）费本年未发生支出，年初未安排预算，上年也未发生。\
///      公务用车购置及运行维护费本年未发生支出，年初未安排预算，上年也未发生。\
///      公务接待费支出1.38万元，完成年初预算2.5万元的55.2%，比上年减少0.47万元，下降25.4%。"
/// );
/// ```
pub fn three_public(cells: &Cells) -> ThreePublic {
    let mut three = ThreePublic::default();
    let mut amounts = [[None; 3]; 4];
    for (row, texts) in cells.iter().enumerate() {
        for (column, text) in texts.iter().enumerate() {
            match read(row, column, text) {
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
        three.sheet.waiting = Some("填写后立即显示结果".to_owned());
        return three;
    }
    match ThreeRow::ALL
        .map(|row| Line::of(row, &amounts))
        .into_iter()
        .collect()
    {
        Ok(lines) => finish(&mut three.sheet, lines, &amounts),
        Err(TooLarge) => {
            let too_large = "数字太大，超出可精确计算的范围：请核对位数。";
            three.sheet.problems.push(too_large.to_owned());
        }
    }
    three
}

fn read(row: usize, column: usize, text: &str) -> Result<Option<Number>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let place = || format!("{}的{}", ITEMS[row], COLUMNS[column]);
    // As in table 公开07, where a lone dash is the printed zero.
    match read_amount(text) {
        Ok(amount) if amount.is_negative() => Err(format!(
            "{} {} 小于 0：请核对，没有发生的填 0。",
            place(),
            grouped(amount.decimal())
        )),
        Ok(amount) => Ok(Some(amount)),
        Err(error) => Err(place() + &unreadable(&error, "1.38")),
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

    fn cells(&self) -> Vec<String> {
        let mut cells = vec![self.row.label().to_owned()];
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
    fn clause(&self) -> String {
        let [budget, actual, last] = self.amounts;
        let Some(actual) = actual else {
            return String::new();
        };
        let name = self.row.name();
        let mut text = if actual.is_zero() {
            format!("{name}本年未发生支出")
        } else {
            format!("{name}支出{}万元", grouped(actual.decimal()))
        };
        if let (Some(budget), Some(completion)) = (budget, &self.completion) {
            let budget = grouped(budget.decimal());
            text.push_str(&match completion.status {
                Status::Value if actual.is_zero() => format!("，年初预算{budget}万元没有使用"),
                Status::Value => format!("，完成年初预算{budget}万元的{}", completion.display()),
                Status::NotApplicable | Status::Unbudgeted => "，年初未安排预算".to_owned(),
            });
        }
        if let (Some(last), Some(growth)) = (last, &self.growth) {
            text.push('，');
            text.push_str(&match (last.is_zero(), actual.is_zero()) {
                (true, true) => "上年也未发生".to_owned(),
                (true, false) => format!("上年未发生，{}", growth.clause()),
                (false, _) => compared(growth, "上年"),
            });
        }
        text
    }

    /// What is to be explained: spent without a budget, or beyond it.
    fn warning(&self) -> Option<String> {
        let (budget, actual) = (self.amounts[BUDGET]?, self.amounts[ACTUAL]?);
        let name = self.row.name();
        if self.completion.as_ref()?.status == Status::Unbudgeted {
            let spent = grouped(actual.decimal());
            return Some(format!(
                "{name}年初未安排预算，支出 {spent} 万元，没有完成率：请核对，并说明原因。"
            ));
        }
        (actual > budget).then(|| {
            let over = grouped(actual.minus(budget));
            format!("{name}超出年初预算 {over} 万元：请核对，并说明原因。")
        })
    }
}

fn finish(sheet: &mut Sheet, lines: Vec<Line>, amounts: &[[Option<Number>; 3]; 4]) {
    // What a sum is due to is said of its items.
    let said = lines.iter().filter(|line| line.row != ThreeRow::Vehicles);
    sheet.warnings = said.filter_map(Line::warning).collect();
    sheet.waiting = missing(amounts);
    if sheet.problems.is_empty() && sheet.waiting.is_none() {
        sheet.sentence = sentence(&lines);
    }
    let rows = lines
        .iter()
        .map(|line| Row::new(line.row.kind(), line.cells()));
    sheet.table = Some(Table {
        head: head(&HEAD),
        rows: rows.collect(),
    });
}

/// What the text still waits for.
fn missing(amounts: &[[Option<Number>; 3]; 4]) -> Option<String> {
    let typed = |column: usize| amounts.iter().filter(|row| row[column].is_some()).count();
    let begun = |column: usize| !matches!(typed(column), 0 | 4);
    let names: Vec<&str> = (0..COLUMNS.len())
        .filter(|column| begun(*column) || *column == ACTUAL && typed(ACTUAL) == 0)
        .map(|column| COLUMNS[column])
        .collect();
    if !names.is_empty() {
        return Some(format!(
            "{}填齐后给出说明文字，没有发生的填 0。",
            names.join("、")
        ));
    }
    (typed(BUDGET) == 0 && typed(LAST) == 0)
        .then(|| format!("再填写{}或{}，才能比较。", COLUMNS[BUDGET], COLUMNS[LAST]))
}

/// The total first, then every item; of vehicles the two that make them up, unless there were none.
fn sentence(lines: &[Line]) -> String {
    let mut text = String::new();
    let total = lines.iter().filter(|line| line.row == ThreeRow::Total);
    let items = lines.iter().filter(|line| line.row != ThreeRow::Total);
    let vehicles = lines.iter().find(|line| line.row == ThreeRow::Vehicles);
    let no_vehicles = vehicles.is_none_or(Line::is_zero);
    for line in total.chain(items) {
        match line.row {
            ThreeRow::Item(1 | 2) if no_vehicles => continue,
            ThreeRow::Item(1) => text.push_str("其中，"),
            _ => {}
        }
        text.push_str(&line.clause());
        text.push(match line.row {
            ThreeRow::Item(1) => '；',
            _ => '。',
        });
    }
    text
}
