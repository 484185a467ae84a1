use super::lines::{self, Amount, Line, heading, heading_problem, heading_remark};
use super::sheet::{Row, RowKind, Sheet, Table, compared, head};
use crate::figure::{Number, TooLarge, grouped};
use crate::measure::{Growth, growth};
use crate::say::Spoken as _;
use crate::year::leading_year;

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
/// use juesuan::quick::years;
/// let sheet = years("2018 1,544.93\n2020年 1,552.63");
/// assert_eq!(sheet.sentence, "2020年1,552.63万元，比2018年增加7.7万元，增长0.5%。");
/// assert_eq!(sheet.remarks, ["缺 2019 年，2020 年与 2018 年比较。"]);
/// ```
pub fn years(text: &str) -> Sheet {
    let lines = lines::lines(text);
    let mut sheet = Sheet::default();
    // Headings and mistakes are lines too: what is refused here has too many of any kind.
    if lines.len() > MOST_YEARS + 2 {
        sheet
            .problems
            .push(lines::too_many_lines(lines.len(), MOST_YEARS));
        return sheet;
    }
    let mut list = List::default();
    for line in &lines {
        list.take(line, &mut sheet);
    }
    if list.years.len() > MOST_YEARS {
        let too_many = lines::too_many_lines(list.years.len(), MOST_YEARS);
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

#[derive(Default)]
struct List {
    years: Vec<Year>,
    without_amount: Vec<String>,
}

impl List {
    fn take(&mut self, line: &Line, sheet: &mut Sheet) {
        let at = line.number;
        let (year, amount) = match year_and_amount(line) {
            Ok(read) => read,
            Err(_) if self.years.is_empty() && heading(line).is_some() => {
                match heading(line).flatten() {
                    Some(unit) => sheet.problems.push(heading_problem(at, unit)),
                    None => sheet.remarks.push(heading_remark(at)),
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
                    sheet.problems.push(format!(
                        "第 {at} 行又是 {year} 年，第 {} 行已经有了：请删去一行，或改正年份。",
                        other.line
                    ));
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
                .push(format!("第 {at} 行 {year} 年后面还没有金额。")),
            Amount::Unreadable(error) => {
                let why = lines::unreadable(&error, "1,200.5");
                sheet.problems.push(format!("第 {at} 行{why}"));
            }
            Amount::Columns(columns) => {
                sheet
                    .problems
                    .push(lines::too_many_columns(at, columns, "年份和金额"));
            }
        }
    }

    fn finish(mut self, mut sheet: Sheet) -> Sheet {
        sheet.waiting = self.without_amount.first().cloned();
        if sheet.waiting.is_none() && sheet.problems.is_empty() && self.years.len() < 2 {
            sheet.waiting = Some(
                match self.years.len() {
                    0 => "粘贴或填写后立即显示结果",
                    _ => "至少填写两年，才能比较。",
                }
                .to_owned(),
            );
        }
        if !self.years.is_sorted_by_key(|year| year.year) {
            self.years.sort_by_key(|year| year.year);
            sheet.remarks.push("各年已按先后重新排列。".to_owned());
        }
        let (Some(first), Some(last)) = (self.years.first(), self.years.last()) else {
            return sheet;
        };
        if !sheet.problems.is_empty() || sheet.waiting.is_some() {
            if !sheet.problems.is_empty() {
                sheet.remarks.push("各行改正后再计算增长率。".to_owned());
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
            sheet
                .problems
                .push("增长率太大，超出可精确计算的范围：请核对位数。".to_owned());
            sheet.table = Some(self.table(&[], None));
            return sheet;
        };
        self.remark(&steps, &mut sheet);
        match self.without_sentence(&steps, &span) {
            Some(why) => sheet
                .warnings
                .push(format!("{why}：请核对，没有现成的句子。")),
            None => sheet.sentence = self.sentence(&steps, &span),
        }
        sheet.table = Some(self.table(&steps, Some(&span)));
        sheet
    }

    /// Gaps between the years, and bases on which there is no rate.
    fn remark(&self, steps: &[Growth], sheet: &mut Sheet) {
        for (pair, step) in self.years.windows(2).zip(steps) {
            let (before, now) = (pair[0].year, pair[1].year);
            let gap = match now - before {
                0 | 1 => None,
                2 => Some(format!("{} 年", before + 1)),
                3 => Some(format!("{}、{} 年", before + 1, before + 2)),
                _ => Some(format!("{} 至 {} 年", before + 1, now - 1)),
            };
            if let Some(gap) = gap {
                sheet
                    .remarks
                    .push(format!("缺 {gap}，{now} 年与 {before} 年比较。"));
            }
            if step.rate.value.is_none() {
                sheet.remarks.push(format!(
                    "{before} 年是 {}，{now} 年只有增减额，不计算增长率。",
                    grouped(pair[0].amount.decimal())
                ));
            }
        }
    }

    /// Why there is no sentence about the last year; `None` where there is one.
    fn without_sentence(&self, steps: &[Growth], span: &Growth) -> Option<String> {
        let last = self.years.last()?;
        if last.amount.is_negative() {
            let shown = grouped(last.amount.decimal());
            return Some(format!("{} 年是 {shown}，小于零", last.year));
        }
        let why = steps.last()?.without_sentence();
        why.or_else(|| span.without_sentence())
            .map(|why| why.in_chinese())
    }

    /// From the last year: against the one before and, where there are more, against the first.
    fn sentence(&self, steps: &[Growth], span: &Growth) -> String {
        let (Some(step), [.., before, last]) = (steps.last(), self.years.as_slice()) else {
            return String::new();
        };
        let with = if before.year + 1 == last.year {
            "上年".to_owned()
        } else {
            format!("{}年", before.year)
        };
        let mut sentence = format!(
            "{}年{}万元，{}",
            last.year,
            grouped(last.amount.decimal()),
            compared(step, &with)
        );
        if let [first, _, _, ..] = self.years.as_slice() {
            sentence.push('；');
            sentence.push_str(&compared(span, &format!("{}年", first.year)));
        }
        sentence + "。"
    }

    /// Changes stay empty where there are no `steps` yet.
    fn table(&self, steps: &[Growth], span: Option<&Growth>) -> Table {
        let mut rows = Vec::with_capacity(self.years.len() + 1);
        for (at, year) in self.years.iter().enumerate() {
            let step = at.checked_sub(1).and_then(|before| steps.get(before));
            rows.push(Row::new(
                RowKind::Part,
                [
                    format!("{}年", year.year),
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
                    format!("{}—{}年", first.year, last.year),
                    String::new(),
                    span.display_change(),
                    span.rate.display(),
                ],
            ));
        }
        Table {
            head: head(&["年份", "金额（万元）", "增减额（万元）", "增长率"]),
            rows,
        }
    }
}

/// The year at the head of a line (`2018`, `2018年`, `2018年度`) and the amount behind it, or what is wrong.
fn year_and_amount(line: &Line) -> Result<(u32, Amount), String> {
    let refused = || {
        format!(
            "第 {} 行的开头“{}”不是年份：请写成“2018　1,200.5”，每行一年。",
            line.number,
            line.cells
                .first()
                .map(|cell| cell.chars().take(12).collect::<String>())
                .unwrap_or_default()
        )
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
