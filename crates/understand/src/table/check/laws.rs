//! What must hold between the nine tables of final accounts, and within those that have rules of their own.

use super::book::{Book, Id, Line, Shape};
use super::identity::{Identity, Rule, Strength};
use crate::table::found::{Mark, RowName, Side};
use crate::table::lookup::{column_name, is_total};

/// An amount with the words for it, to be found in a table.
struct Finder<'b, 'a> {
    book: &'b Book<'a>,
}

/// The rules between the tables that are there.
pub(super) fn of(book: &Book<'_>) -> Vec<Identity> {
    let finder = Finder { book };
    let mut found = finder.totals();
    finder.classes(&mut found);
    finder.three_public(&mut found);
    finder.funds(&mut found);
    for no in [8, 9] {
        if let Some(shape) = book.numbered(no) {
            closing(shape, &mut found);
        }
    }
    found
}

fn subject(name: &str) -> String {
    let name: String = name.chars().filter(|c| !"（）()类".contains(*c)).collect();
    name.strip_suffix("支出").unwrap_or(&name).to_owned()
}

impl<'b, 'a> Finder<'b, 'a> {
    /// The total line of a list: 本年收入合计, and not 总计 where both are there.
    fn of_year(&self, no: u8, side: Side) -> Option<&'b Line<'a>> {
        let shape = self.book.numbered(no)?;
        let mut totals = shape
            .lines
            .iter()
            .filter(|line| line.side == side && line.code.is_none() && is_total(line.name));
        totals.next()
    }

    /// The total line of a table of subjects.
    fn total(&self, no: u8) -> Option<(&'b Shape<'a>, &'b Line<'a>)> {
        let shape = self.book.numbered(no)?;
        let line = shape
            .lines
            .iter()
            .find(|line| line.code.is_none() && is_total(line.name))?;
        Some((shape, line))
    }

    /// The amount of a line under a head.
    fn under(
        &self,
        shape: &Shape<'a>,
        line: &Line<'a>,
        wanted: &dyn Fn(&str) -> bool,
    ) -> Option<Id> {
        let column = shape
            .columns_of(line.side)
            .into_iter()
            .find(|column| column_name(column.heads).is_some_and(wanted))?;
        line.cell(column.column)
    }

    fn equal(&self, found: &mut Vec<Identity>, whole: Option<Id>, other: Option<Id>) {
        if let (Some(whole), Some(other)) = (whole, other) {
            let rule = Rule::Tables(self.book.table_of(whole), self.book.table_of(other));
            found.push(Identity::equal(rule, Strength::Law, whole, other));
        }
    }

    fn totals(&self) -> Vec<Identity> {
        let mut found = Vec::new();
        let first = |no: u8| {
            let (shape, line) = self.total(no)?;
            of_year(shape, line)
        };
        let year = |no: u8, side: Side| {
            let line = self.of_year(no, side)?;
            self.book.numbered(no)?.nth(line, 0)
        };
        self.equal(&mut found, year(1, Side::Left), first(2));
        self.equal(&mut found, year(1, Side::Right), first(3));
        let fiscal = || {
            let (shape, line) = self.total(2)?;
            self.under(shape, line, &|head| head.starts_with("财政拨款"))
        };
        self.equal(&mut found, fiscal(), year(4, Side::Left));
        self.fiscal_income(&mut found, fiscal());
        let general = || {
            let line = self.of_year(4, Side::Right)?;
            self.under(self.book.numbered(4)?, line, &|head| {
                head.starts_with("一般公共预算")
            })
        };
        self.equal(&mut found, general(), first(5));
        let basic = || {
            let (shape, line) = self.total(5)?;
            self.under(shape, line, &|head| head == "基本支出")
        };
        self.basic(&mut found, basic());
        found
    }

    /// 财政拨款收入 of 01, by fund, against 02.
    fn fiscal_income(&self, found: &mut Vec<Identity>, fiscal: Option<Id>) {
        let (Some(fiscal), Some(shape)) = (fiscal, self.book.numbered(1)) else {
            return;
        };
        let lines: Vec<&Line<'_>> = shape
            .lines
            .iter()
            .filter(|line| line.side == Side::Left && matches!(line.mark, Mark::First(_)))
            .filter(|line| line.name.contains("财政拨款"))
            .collect();
        let parts: Vec<Id> = lines.iter().filter_map(|line| shape.nth(line, 0)).collect();
        if !parts.is_empty() {
            let rule = Rule::Tables(shape.table, self.book.table_of(fiscal));
            found.push(Identity::sum(rule, Strength::Law, fiscal, parts));
        }
    }

    /// Basic spending of 05 = all of 06, which has a total, or staff and public expenses.
    fn basic(&self, found: &mut Vec<Identity>, basic: Option<Id>) {
        let (Some(basic), Some(shape)) = (basic, self.book.numbered(6)) else {
            return;
        };
        let totals: Vec<&Line<'_>> = shape
            .lines
            .iter()
            .filter(|line| line.code.is_none() && is_total(line.name))
            .collect();
        let whole = totals
            .iter()
            .find(|line| matches!(line.name, "合计" | "总计" | "基本支出合计"));
        let parts: Vec<Id> = match whole {
            Some(line) => shape.nth(line, 0).into_iter().collect(),
            None => ["人员", "公用"]
                .iter()
                .filter_map(|word| totals.iter().find(|line| line.name.contains(word)))
                .filter_map(|line| shape.nth(line, 0))
                .collect(),
        };
        let sides = shape.sides().len();
        let whole_table = whole.is_none_or(|_| totals.len() == 1 || sides == 1);
        if whole_table && (whole.is_some() || parts.len() == 2) {
            let rule = Rule::Tables(self.book.table_of(basic), shape.table);
            found.push(Identity::sum(rule, Strength::Law, basic, parts));
        }
    }

    /// Spending by class in 01 and 03, and that of the public budget in 04 and 05.
    fn classes(&self, found: &mut Vec<Identity>) {
        for (list, codes, general) in [(1, 3, false), (4, 5, true)] {
            let (Some(list), Some(codes)) = (self.book.numbered(list), self.book.numbered(codes))
            else {
                continue;
            };
            for line in list
                .lines
                .iter()
                .filter(|line| line.side == Side::Right && matches!(line.mark, Mark::First(_)))
            {
                let other = codes.lines.iter().find(|other| {
                    other.code.is_some_and(|code| code.len() == 3)
                        && subject(other.name) == subject(line.name)
                });
                let amount = if general {
                    self.under(list, line, &|head| head.starts_with("一般公共预算"))
                } else {
                    list.nth(line, 0)
                };
                self.equal(found, amount, other.and_then(|other| of_year(codes, other)));
            }
        }
    }

    /// The items of 06 that are those of 07 as well: they are the same where no project paid for any.
    fn three_public(&self, found: &mut Vec<Identity>) {
        let (Some(six), Some(seven)) = (self.book.numbered(6), self.book.numbered(7)) else {
            return;
        };
        for (code, word) in [
            ("30212", "因公出国"),
            ("30217", "公务接待"),
            ("30231", "运行"),
        ] {
            let line = six.lines.iter().find(|line| line.code == Some(code));
            let one = line.and_then(|line| six.nth(line, 0));
            let table = self.book.tables.get(seven.table);
            let other = table
                .into_iter()
                .flat_map(|table| &table.amounts)
                .enumerate()
                .find(|(_, amount)| {
                    let actual = amount.heads.iter().any(|head| head.contains("决算"));
                    let item = column_name(&amount.heads)
                        .filter(|_| amount.name.is_empty() || is_total(&amount.name));
                    let item = item.unwrap_or(&amount.name);
                    actual && item.contains(word) && !item.contains("购置")
                });
            let other = other.and_then(|(at, _)| self.id_of(seven.table, at));
            if let (Some(one), Some(other)) = (one, other) {
                found.push(Identity::equal(
                    Rule::Tables(seven.table, six.table),
                    Strength::Weak,
                    other,
                    one,
                ));
            }
        }
    }

    fn id_of(&self, table: usize, at: usize) -> Option<Id> {
        let before: usize = self
            .book
            .tables
            .get(..table)?
            .iter()
            .map(|table| table.amounts.len())
            .sum();
        Some(before + at)
    }

    /// 04 by fund: income and what was carried over come to the total; and 08, 09.
    fn funds(&self, found: &mut Vec<Identity>) {
        let Some(four) = self.book.numbered(4) else {
            return;
        };
        let total = four
            .lines
            .iter()
            .rfind(|line| line.side == Side::Right && line.name.ends_with("总计"));
        for (fund, no) in [("一般公共预算", 0_u8), ("政府性基金", 8), ("国有资本", 9)]
        {
            let left: Vec<&Line<'_>> = four
                .lines
                .iter()
                .filter(|line| line.side == Side::Left && line.name.contains(fund))
                .collect();
            let parts: Vec<Id> = left.iter().filter_map(|line| four.nth(line, 0)).collect();
            // What was carried over must be told by fund as well.
            let listed = self.book.tables.get(four.table).map_or(0, |table| {
                let of_fund = |row: &&RowName| row.side == Side::Left && row.name.contains(fund);
                table.rows.iter().filter(of_fund).count()
            });
            let whole = total
                .filter(|_| listed >= 2)
                .and_then(|total| self.under(four, total, &|head| head.contains(fund)));
            if let Some(whole) = whole
                && !parts.is_empty()
            {
                found.push(Identity::sum(
                    Rule::Funds(four.table),
                    Strength::Law,
                    whole,
                    parts,
                ));
            }
            self.fund(found, four, no, fund, left.first().copied());
        }
    }

    /// What 04 says of a fund that has a table of its own.
    fn fund(
        &self,
        found: &mut Vec<Identity>,
        four: &Shape<'a>,
        no: u8,
        fund: &str,
        income: Option<&Line<'a>>,
    ) {
        let Some((shape, line)) = self.total(no) else {
            return;
        };
        let year = self
            .of_year(4, Side::Right)
            .and_then(|line| self.under(four, line, &|head| head.contains(fund)));
        let spent = self.spending(shape, line).or_else(|| {
            (shape.columns_of(line.side).len() <= 3)
                .then(|| shape.nth(line, 0))
                .flatten()
        });
        self.equal(found, year, spent);
        let income = income
            .filter(|line| matches!(line.mark, Mark::First(_)))
            .and_then(|line| four.nth(line, 0));
        self.equal(
            found,
            income,
            self.under(shape, line, &|head| head.starts_with("本年收入")),
        );
    }

    fn spending(&self, shape: &Shape<'a>, line: &Line<'a>) -> Option<Id> {
        let column = spending_column(shape, line.side)?;
        line.cell(column)
    }
}

/// What a line comes to in the year: its first amount, or where the years' ends stand in the table as well its
/// spending.
fn of_year(shape: &Shape<'_>, line: &Line<'_>) -> Option<Id> {
    let ends = shape.columns_of(line.side).iter().any(|column| {
        column
            .heads
            .iter()
            .any(|head| head.starts_with("年初") || head.starts_with("上年"))
    });
    if ends {
        return line.cell(spending_column(shape, line.side)?);
    }
    shape.nth(line, 0)
}

/// The column of all spending of the year.
fn spending_column(shape: &Shape<'_>, side: Side) -> Option<usize> {
    let columns = shape.columns_of(side);
    columns
        .iter()
        .find(|column| {
            let spent = column.heads.iter().any(|head| head.starts_with("本年支出"));
            let part = column
                .heads
                .last()
                .is_some_and(|head| matches!(head.as_str(), "基本支出" | "项目支出"));
            spent && !part
        })
        .map(|column| column.column)
}

/// 年末 = 年初 + 本年收入 − 本年支出, line by line.
fn closing(shape: &Shape<'_>, found: &mut Vec<Identity>) {
    for side in shape.sides() {
        let columns = shape.columns_of(side);
        let under = |word: &str| {
            columns
                .iter()
                .find(|column| column.heads.iter().any(|head| head.starts_with(word)))
                .map(|column| column.column)
        };
        let spent = spending_column(shape, side);
        let (opening, income, end) = (under("年初"), under("本年收入"), under("年末"));
        if opening.is_none() && income.is_none() {
            continue;
        }
        for line in shape.lines.iter().filter(|line| line.side == side) {
            let at = |column: Option<usize>| column.and_then(|column| line.cell(column));
            let Some(whole) = at(end) else {
                continue;
            };
            let parts: Vec<(Id, bool)> =
                [(at(opening), false), (at(income), false), (at(spent), true)]
                    .into_iter()
                    .filter_map(|(id, minus)| Some((id?, minus)))
                    .collect();
            if !parts.is_empty() {
                found.push(Identity {
                    rule: Rule::Closing(shape.table),
                    strength: Strength::Law,
                    whole,
                    parts,
                });
            }
        }
    }
}
