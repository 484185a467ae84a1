//! The unit of the amounts in a pasted table: as its head says, or what speaks for one where it says
//! nothing.

use super::text::plain;
use crate::accounts::{Accounts, Cell, Column, Filled, Reckoned, TableNo, Target, read_amount};
use crate::figure::{Number, display_amount};
use rust_decimal::Decimal;

/// In which unit pasted amounts are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    /// As the table says, `单位：元`; 万元 where it says nothing and nothing speaks against it.
    #[default]
    AsWritten,
    /// 万元, whatever the table says.
    TenThousandYuan,
    /// 元, whatever the table says.
    Yuan,
}

/// A unit that heads of tables name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AmountUnit {
    /// 元.
    Yuan,
    /// 千元.
    ThousandYuan,
    /// 万元, the unit of the accounts.
    TenThousandYuan,
    /// 亿元.
    HundredMillionYuan,
}

/// Which unit was found, and on what ground.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UnitFound {
    /// Somebody chose it for this paste.
    Chosen(AmountUnit),
    /// The table's head says so.
    Given(AmountUnit),
    /// Nothing says so: 万元, as the tables are in.
    Assumed,
    /// Nothing says so, or two things do, and something speaks against 万元: nothing is taken before
    /// somebody chooses. The reason is a sentence.
    Doubtful(String),
}

impl UnitFound {
    /// The unit amounts are read in; 万元 until somebody chose otherwise.
    pub fn unit(&self) -> AmountUnit {
        match self {
            UnitFound::Chosen(unit) | UnitFound::Given(unit) => *unit,
            UnitFound::Assumed | UnitFound::Doubtful(_) => AmountUnit::TenThousandYuan,
        }
    }
}

impl AmountUnit {
    /// Longer names first.
    const NAMES: [(&str, AmountUnit); 4] = [
        ("亿元", AmountUnit::HundredMillionYuan),
        ("万元", AmountUnit::TenThousandYuan),
        ("千元", AmountUnit::ThousandYuan),
        ("元", AmountUnit::Yuan),
    ];

    /// What it is called: `万元`.
    pub fn label(self) -> &'static str {
        let found = Self::NAMES.iter().find(|(_, unit)| *unit == self);
        found.map_or("", |(name, _)| name)
    }

    /// A bare amount with its unit behind it, exact: 万元 is the tables' own and not written.
    pub(super) fn written(self, text: &str, number: Number) -> String {
        if number.is_zero() {
            return text.to_owned();
        }
        match self {
            AmountUnit::Yuan => format!("{text}元"),
            AmountUnit::TenThousandYuan => text.to_owned(),
            AmountUnit::HundredMillionYuan => format!("{text}亿元"),
            // Nobody writes 千元 into a cell: it becomes 元.
            AmountUnit::ThousandYuan => match number.times(Number::from(1000)) {
                Ok(yuan) => format!("{yuan}元"),
                Err(_) => format!("{text}千元"),
            },
        }
    }
}

/// Words before 单位 that make it an organisation.
const ORGANISATIONS: [&str; 18] = [
    "编制", "填报", "填表", "预算", "决算", "主管", "报送", "所属", "部门", "使用", "实施", "公开",
    "编报", "申报", "本", "下属", "事业", "上级",
];

/// What the rows above the amounts say of the unit; `None` where they say nothing, all of them where
/// they do not agree.
pub(super) fn written<'a>(
    head: impl IntoIterator<Item = &'a Vec<String>>,
) -> Option<Result<AmountUnit, Vec<AmountUnit>>> {
    let mut found: Vec<AmountUnit> = Vec::new();
    let mut note = |unit| {
        if !found.contains(&unit) {
            found.push(unit);
        }
    };
    for row in head {
        let cells = row.iter().filter(|cell| !cell.trim().is_empty());
        let marked: Vec<Vec<Mark>> = cells.map(|cell| marks(cell)).collect();
        for cell in &marked {
            bracketed(cell).into_iter().for_each(&mut note);
        }
        // The word and the unit may stand in cells of their own.
        let line: Vec<Mark> = marked.concat();
        stated(&line).into_iter().for_each(&mut note);
    }
    match found.as_slice() {
        [] => None,
        [unit] => Some(Ok(*unit)),
        _ => Some(Err(found)),
    }
}

/// A character that shows, narrow, and whether a gap is before it.
#[derive(Clone, Copy)]
struct Mark {
    c: char,
    gap: bool,
}

fn marks(cell: &str) -> Vec<Mark> {
    let mut gap = true;
    let mut marks = Vec::new();
    for c in cell.chars() {
        match plain_char(c) {
            None => gap = true,
            Some(c) => {
                marks.push(Mark { c, gap });
                gap = false;
            }
        }
    }
    marks
}

/// As [`plain`] has it, and without the brackets' and colons' other forms.
fn plain_char(c: char) -> Option<char> {
    let one = plain(c.encode_utf8(&mut [0; 4]));
    one.chars().next().map(|c| match c {
        '﹕' | '∶' | '︰' => ':',
        '[' | '【' | '〔' | '﹙' | '［' => '(',
        ']' | '】' | '〕' | '﹚' | '］' => ')',
        '／' => '/',
        c => c,
    })
}

fn begins(marks: &[Mark], word: &str) -> bool {
    let mut marks = marks.iter();
    word.chars()
        .all(|wanted| marks.next().is_some_and(|mark| mark.c == wanted))
}

fn ends(marks: &[Mark], word: &str) -> bool {
    let length = word.chars().count();
    marks.len() >= length && begins(&marks[marks.len() - length..], word)
}

/// The unit that begins here and ends with its name: `元`, `万元`, `人民币元`.
fn unit_here(marks: &[Mark]) -> Option<AmountUnit> {
    let currency = ["人民币", "RMB", "rmb"]
        .into_iter()
        .find(|word| begins(marks, word));
    let marks = &marks[currency.map_or(0, |word| word.chars().count())..];
    let (name, unit) = AmountUnit::NAMES
        .iter()
        .find(|(name, _)| begins(marks, name))?;
    let behind = &marks[name.chars().count()..];
    match behind.first() {
        None => Some(*unit),
        // `元谋县`, `元/人`: no unit of amounts.
        Some(next) if next.gap => Some(*unit),
        Some(next) => {
            matches!(next.c, ')' | ',' | '，' | '。' | ';' | '；' | '、').then_some(*unit)
        }
    }
}

/// `单位:元` and its kind.
fn stated(line: &[Mark]) -> Vec<AmountUnit> {
    let mut found = Vec::new();
    for at in 0..line.len() {
        if !begins(&line[at..], "单位") {
            continue;
        }
        let before = &line[..at];
        if ORGANISATIONS.iter().any(|word| ends(before, word)) {
            continue;
        }
        let rest = &line[at + 2..];
        let rest = match rest.first() {
            Some(mark) if matches!(mark.c, ':' | '(') => &rest[1..],
            // `单位 万元`, in one cell or in two.
            Some(mark) if mark.gap => rest,
            _ => continue,
        };
        found.extend(unit_here(rest));
    }
    found
}

/// `决算数(万元)`, `(元)`, and a cell that is nothing but a unit.
fn bracketed(cell: &[Mark]) -> Vec<AmountUnit> {
    let mut found = Vec::new();
    for (at, mark) in cell.iter().enumerate() {
        let rest = &cell[at + 1..];
        if mark.c == '(' && rest.iter().any(|mark| mark.c == ')') {
            found.extend(unit_here(rest));
        }
    }
    if cell.len() <= 5
        && let Some(unit) = unit_here(cell)
        && ends(cell, unit.label())
    {
        found.push(unit);
    }
    found
}

/// What a workbook holds beside the table that is pasted.
#[derive(Debug, Clone, Copy)]
pub struct Beside<'a> {
    /// As typed.
    pub year: &'a str,
    /// The accounts as they were before the paste.
    pub accounts: &'a Accounts,
    /// What the cells of those accounts come to.
    pub reckoned: &'a Reckoned,
}

/// From this on an amount of a table without a unit is more likely 元: a hundred 亿元, were it 万元.
const MUCH: u32 = 1_000_000;
/// So many times the greatest amount of all other tables.
const TIMES: u32 = 1_000;

/// What speaks against amounts being in 万元 where the table does not say so.
pub(super) fn doubt(no: TableNo, filled: &[Filled], beside: Option<&Beside<'_>>) -> Option<String> {
    let mut greatest: Option<(Decimal, &str)> = None;
    let mut factor: Option<(&str, String)> = None;
    for (row, column, text) in amounts(filled) {
        let bare = !text.ends_with(['元', '亿', '万']);
        let Ok(number) = read_amount(text) else {
            continue;
        };
        if !bare || number.is_zero() {
            continue;
        }
        let number = number.decimal();
        if greatest.is_none_or(|(most, _)| number > most) {
            greatest = Some((number, text));
        }
        let Some(known) = beside.and_then(|beside| known(beside, no, row, column)) else {
            continue;
        };
        // What is the same in 万元 settles it.
        if close(number, known, 1) {
            return None;
        }
        if factor.is_none() && close(number, known, 10_000) {
            factor = Some((text, display_amount(known)));
        }
    }
    if let Some((pasted, known)) = factor {
        return Some(format!(
            "表头没有写金额单位，而 {pasted} 是工作簿里已有的 {known} 万元的一万倍，看来是元。"
        ));
    }
    let (most, text) = greatest?;
    match beside.and_then(|beside| greatest_of(beside, no)) {
        Some(known) if known * Decimal::from(TIMES) <= most => Some(format!(
            "表头没有写金额单位，而 {text} 是其他各表最大的数 {} 万元的一千倍以上，看来是元。",
            display_amount(known)
        )),
        None if most >= Decimal::from(MUCH) => Some(format!(
            "表头没有写金额单位，而 {text} 若是万元就超过百亿元，看来是元。"
        )),
        _ => None,
    }
}

fn amounts(filled: &[Filled]) -> impl Iterator<Item = (&Target, Column, &str)> {
    filled.iter().flat_map(|row| {
        let cells = row.cells.iter();
        cells.map(|(column, text)| (&row.row, *column, text.as_str()))
    })
}

/// What the workbook holds, or works out, for a cell.
fn known(beside: &Beside<'_>, no: TableNo, row: &Target, column: Column) -> Option<Decimal> {
    let cell = match row {
        Target::Fixed(key) => Cell::Fixed(no, key, column),
        Target::Subject { code, .. } => {
            Cell::Line(no, beside.accounts.line_with(no, code)?, column)
        }
    };
    beside.reckoned.value(cell).known()
}

/// Whether an amount is so many times a known one, as far as two decimals of the known one tell.
fn close(number: Decimal, known: Decimal, times: u32) -> bool {
    let times = Decimal::from(times);
    known
        .checked_mul(times)
        .and_then(|scaled| number.checked_sub(scaled))
        .is_some_and(|apart| !known.is_zero() && apart.abs() * Decimal::ONE_HUNDRED <= times)
}

/// The greatest amount of all other tables.
fn greatest_of(beside: &Beside<'_>, no: TableNo) -> Option<Decimal> {
    let layout = beside.reckoned.layout;
    let mut most = Decimal::ZERO;
    for other in TableNo::all().filter(|other| *other != no) {
        let table = layout.table(other);
        let fixed = table.rows().flat_map(|(side, row)| {
            let cells = side.columns.iter();
            cells.map(move |column| Cell::Fixed(other, &row.key, *column))
        });
        let lines = (0..beside.accounts.table(other).lines.len()).flat_map(|line| {
            let cells = table.line_columns();
            cells.map(move |column| Cell::Line(other, line, column))
        });
        for cell in fixed.chain(lines) {
            most = most.max(beside.reckoned.value(cell).known().unwrap_or_default());
        }
    }
    (most > Decimal::ZERO).then_some(most)
}
