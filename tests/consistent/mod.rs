//! Consistent sets of tables, random and rich: subjects of every depth in several tables, balances on
//! either side of zero.

use juesuan::accounts::{Accounts, Cells, Column, Layout, Subjects, Table, TableNo};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Random numbers that a seed tells (splitmix64).
pub struct Random(pub u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    pub fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    /// An amount in cents of 万元: often nothing, often tiny.
    fn amount(&mut self) -> i64 {
        match self.below(10) {
            0..3 => 0,
            3 => 1 + self.below(3) as i64,
            4..7 => self.below(10_000) as i64,
            _ => self.below(50_000_000) as i64,
        }
    }

    /// A balance, which may be below zero.
    fn balance(&mut self) -> i64 {
        let amount = self.amount();
        if self.below(6) == 0 { -amount } else { amount }
    }

    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

type Row = BTreeMap<Column, i64>;

/// Amounts in cents of 万元, of rows by subject and of rows that the layout prints.
#[derive(Default)]
pub struct Set {
    lines: BTreeMap<u8, BTreeMap<String, Row>>,
    rows: BTreeMap<u8, BTreeMap<&'static str, Row>>,
    none: Vec<u8>,
}

const FUND_ITEMS: [&str; 4] = ["2120801", "2120802", "2296002", "2296003"];
const CAPITAL_ITEMS: [&str; 2] = ["2230101", "2230102"];

impl Set {
    pub fn random(random: &mut Random) -> Self {
        use Column::*;
        let layout = Layout::of_year("2022");
        let items: Vec<&str> = Subjects::Functional
            .all()
            .iter()
            .map(|subject| subject.code)
            .filter(|code| code.len() == 7)
            .filter(|code| {
                layout
                    .classes
                    .iter()
                    .any(|(class, _)| code.starts_with(class))
            })
            .collect();
        let mut set = Set::default();
        // Spending, table by table, and all of it.
        for _ in 0..1 + random.below(8) {
            let code = random.pick(&items);
            let (basic, project) = (random.amount(), random.amount());
            for no in [5, 3] {
                set.add(
                    no,
                    code,
                    &[(Basic, basic), (Project, project), (Total, basic + project)],
                );
            }
        }
        for _ in 0..random.below(4) {
            let code = random.pick(&FUND_ITEMS);
            let (basic, project) = (random.amount(), random.amount());
            let (opening, income) = (random.balance(), random.amount());
            let opening = opening.max(-income);
            let total = basic + project;
            let closing = opening + income - total;
            let spending = [(Basic, basic), (Project, project), (Total, total)];
            set.add(8, code, &spending);
            set.add(
                8,
                code,
                &[(Opening, opening), (Income, income), (Closing, closing)],
            );
            set.add(3, code, &spending);
        }
        for _ in 0..random.below(3) {
            let code = random.pick(&CAPITAL_ITEMS);
            let (basic, project) = (random.amount(), random.amount());
            for no in [9, 3] {
                set.add(
                    no,
                    code,
                    &[(Basic, basic), (Project, project), (Total, basic + project)],
                );
            }
        }
        for _ in 0..random.below(3) {
            let code = random.pick(&items);
            let column = random.pick(&[ToAbove, Business, ToSubordinates]);
            let amount = random.amount();
            set.add(3, code, &[(column, amount), (Total, amount)]);
        }
        for no in [8, 9] {
            if !set.lines.contains_key(&no) {
                set.none.push(no);
            }
        }
        // Income, of which the fiscal part is that of the three budgets.
        let general = random.amount();
        let capital = random.amount();
        let funds = set.total(8, Income);
        let mut fiscal = general + funds + capital;
        for _ in 0..1 + random.below(5) {
            let code = random.pick(&items);
            let part = random.below(fiscal as usize + 1) as i64;
            fiscal -= part;
            let column = random.pick(&[FromAbove, Service, Business, FromSubordinates, Other]);
            let amount = random.amount();
            set.add(
                2,
                code,
                &[(Fiscal, part), (column, amount), (Total, part + amount)],
            );
        }
        set.add(2, random.pick(&items), &[(Fiscal, fiscal), (Total, fiscal)]);
        set.economic(random);
        set.fiscal(random, [general, funds, capital]);
        set.income_and_spending(random, [general, funds, capital]);
        for column in [Budget, Actual] {
            let [abroad, purchase, running, reception] = [(); 4].map(|()| random.amount());
            let vehicles = purchase + running;
            for (key, amount) in [
                ("abroad", abroad),
                ("purchase", purchase),
                ("running", running),
                ("reception", reception),
                ("vehicles", vehicles),
                ("total", abroad + vehicles + reception),
            ] {
                // A budget that covers it.
                let amount = if column == Budget {
                    200_000_000 * 4
                } else {
                    amount
                };
                set.put(7, key, column, amount);
            }
        }
        for (key, parts) in [("vehicles", 2), ("total", 4)] {
            set.put(7, key, Budget, 200_000_000 * 4 * parts);
        }
        for no in [2, 3, 5, 8, 9] {
            set.sum_up(no);
        }
        set
    }

    /// Adds amounts to a subject and those above it.
    fn add(&mut self, no: u8, code: &str, amounts: &[(Column, i64)]) {
        let lines = self.lines.entry(no).or_default();
        for depth in [3, 5, 7] {
            let Some(above) = code.get(..depth) else {
                continue;
            };
            let row = lines.entry(above.to_owned()).or_default();
            for (column, amount) in amounts {
                *row.entry(*column).or_default() += amount;
            }
        }
    }

    fn put(&mut self, no: u8, key: &'static str, column: Column, amount: i64) {
        let rows = self.rows.entry(no).or_default();
        rows.entry(key).or_default().insert(column, amount);
    }

    /// A column of all classes that begin so.
    fn class(&self, no: u8, class: &str, column: Column) -> i64 {
        let lines = self.lines.get(&no).into_iter().flatten();
        let of = lines.filter(|(code, _)| code.len() == 3 && code.starts_with(class));
        of.map(|(_, row)| row.get(&column).copied().unwrap_or(0))
            .sum()
    }

    fn total(&self, no: u8, column: Column) -> i64 {
        self.class(no, "", column)
    }

    fn sum_up(&mut self, no: u8) {
        let number = TableNo::new(no).unwrap();
        let table = Layout::of_year("2022").table(number);
        for column in &table.columns {
            if !column.beside && !self.none.contains(&no) {
                let total = self.total(no, column.column);
                self.put(no, "total", column.column, total);
            }
        }
    }

    fn economic(&mut self, random: &mut Random) {
        const PERSONNEL: [&str; 4] = ["30101", "30102", "30302", "30305"];
        const PUBLIC: [&str; 4] = ["30201", "30202", "31002", "39999"];
        let mut left = self.total(5, Column::Basic);
        for _ in 0..random.below(5) {
            let part = random.below(left as usize + 1) as i64;
            left -= part;
            let codes = random.pick(&[PERSONNEL, PUBLIC]);
            self.add(6, random.pick(&codes), &[(Column::Amount, part)]);
        }
        self.add(6, random.pick(&PUBLIC), &[(Column::Amount, left)]);
        let class = |class| self.class(6, class, Column::Amount);
        let personnel = class("301") + class("303");
        let total = self.total(6, Column::Amount);
        for (key, amount) in [
            ("personnel", personnel),
            ("public", total - personnel),
            ("total", total),
        ] {
            self.put(6, key, Column::Amount, amount);
        }
    }

    fn fiscal(&mut self, random: &mut Random, income: [i64; 3]) {
        use Column::Total;
        // A balance below zero is covered by the income of the year.
        let opening = [
            random.balance(),
            self.total(8, Column::Opening),
            random.balance(),
        ];
        let opening = [0, 1, 2].map(|at| opening[at].max(-income[at]));
        let names = [
            ("income-general", "opening-general"),
            ("income-funds", "opening-funds"),
            ("income-capital", "opening-capital"),
        ];
        for (at, (of_year, before)) in names.into_iter().enumerate() {
            self.put(4, of_year, Total, income[at]);
            self.put(4, before, Total, opening[at]);
        }
        let sum = |of: [i64; 3]| of.iter().sum::<i64>();
        self.put(4, "income-total", Total, sum(income));
        self.put(4, "opening", Total, sum(opening));
        self.put(4, "left-total", Total, sum(income) + sum(opening));
        let layout = Layout::of_year("2022");
        for (class, _) in &layout.classes {
            let of = [5, 8, 9].map(|no| self.class(no, class, Total));
            self.put_four(class, of);
        }
        let spending = [5, 8, 9].map(|no| self.total(no, Total));
        self.put_four("spending-total", spending);
        let right = [0, 1, 2].map(|at| income[at] + opening[at]);
        self.put_four("closing", [0, 1, 2].map(|at| right[at] - spending[at]));
        self.put_four("right-total", right);
    }

    fn put_four(&mut self, key: &'static str, [general, funds, capital]: [i64; 3]) {
        self.put(4, key, Column::General, general);
        self.put(4, key, Column::Funds, funds);
        self.put(4, key, Column::Capital, capital);
        self.put(4, key, Column::Total, general + funds + capital);
    }

    fn income_and_spending(&mut self, random: &mut Random, income: [i64; 3]) {
        let mut put = |key, amount| self.put(1, key, Column::Amount, amount);
        let [general, funds, capital] = income;
        put("income-general", general);
        put("income-funds", funds);
        put("income-capital", capital);
        let mut all = general + funds + capital;
        for (key, column) in [
            ("income-above", Column::FromAbove),
            ("income-service", Column::Service),
            ("income-business", Column::Business),
            ("income-subordinates", Column::FromSubordinates),
            ("income-other", Column::Other),
        ] {
            let amount = self.total(2, column);
            all += amount;
            self.put(1, key, Column::Amount, amount);
        }
        let [used, opening, distribution] = [(); 3].map(|()| random.balance());
        let opening = opening.max(-all - used);
        let left = all + used + opening;
        let spending = self.total(3, Column::Total);
        let layout = Layout::of_year("2022");
        for (class, _) in &layout.classes {
            let amount = self.class(3, class, Column::Total);
            self.put(1, class, Column::Amount, amount);
        }
        for (key, amount) in [
            ("income-total", all),
            ("use-of-balance", used),
            ("opening", opening),
            ("left-total", left),
            ("spending-total", spending),
            ("distribution", distribution),
            ("closing", left - spending - distribution),
            ("right-total", left),
        ] {
            self.put(1, key, Column::Amount, amount);
        }
    }

    /// Every cell typed, in 元 or in 万元, and the rows said to be complete.
    pub fn accounts(&self, in_yuan: bool) -> Accounts {
        let text = |cents: i64| {
            if in_yuan {
                format!("{}元", cents * 100)
            } else {
                let sign = if cents < 0 { "-" } else { "" };
                format!("{sign}{}.{:02}", cents.abs() / 100, cents.abs() % 100)
            }
        };
        let layout = Layout::of_year("2022");
        let mut accounts = Accounts::default();
        for no in 1..=9 {
            let number = TableNo::new(no).unwrap();
            let columns: Vec<Column> = layout.table(number).line_columns().collect();
            let cells = |row: &Row| -> Cells {
                let cells = columns.iter().filter(|column| {
                    row.contains_key(column) || !layout.table(number).is_beside(**column)
                });
                cells
                    .map(|column| {
                        (
                            *column,
                            text(row.get(column).copied().unwrap_or(0)).as_str().into(),
                        )
                    })
                    .collect()
            };
            let lines = self.lines.get(&no).into_iter().flatten();
            let lines = lines.map(|(code, row)| {
                let mut line = cells(row);
                line.insert(Column::Code, code.as_str().into());
                Rc::new(line)
            });
            let rows = self.rows.get(&no).into_iter().flatten();
            let rows = rows.map(|(key, row)| {
                let (side, _) = layout.table(number).row(key).unwrap();
                let mut cells = cells(row);
                cells.retain(|column, _| side.columns.contains(column));
                ((*key).to_owned(), cells)
            });
            let table = Table {
                none: self.none.contains(&no),
                complete: self.lines.contains_key(&no),
                rows: rows.collect(),
                lines: lines.collect(),
            };
            accounts.tables[number.index()] = Rc::new(table);
        }
        accounts
    }
}
