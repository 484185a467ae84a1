//! What the text lists: things of which there are several, and names one behind the other.

use super::material::{Item, Material, Named, within_sentence};
use super::missing::{Missing, Source, Why};
use crate::accounts::{
    Cell, Column, Depth, Fact, PROCUREMENT, RUNNING, Reading, Subjects, TableNo, VEHICLES, parent,
};
use crate::evaluation::ExecutionField;
use juesuan_figure::measure::Senseless;
use juesuan_figure::{self as figure, Exact, Number};
use rust_decimal::Decimal;

impl Material<'_> {
    /// Names of the subjects by function without any below them, in which something was spent.
    pub(super) fn subjects_used(&self) -> Named {
        let no = TableNo::GENERAL;
        let whole = Cell::Fixed(no, "total", Column::Total);
        self.used(no, Column::Total, whole, |_| true)
    }

    /// Names of the economic subjects that make up a part of table 06, in which something was spent.
    pub(super) fn economic(&self, part: &str) -> Named {
        let no = TableNo::BASIC;
        let layout = self.layout().table(no);
        let classes = layout.parts.iter().find(|(key, _)| key == part);
        let within = |code: &str| {
            classes.is_some_and(|(_, classes)| classes.iter().any(|class| code.starts_with(class)))
        };
        let whole = match part {
            "personnel" => Cell::Fixed(no, "personnel", Column::Amount),
            _ => Cell::Fixed(no, "public", Column::Amount),
        };
        // A class alone is no subject to name.
        self.used(no, Column::Amount, whole, |code| {
            code.len() > 3 && within(code)
        })
    }

    /// Names of the lowest subjects of a table in which something was spent, `whole` being their sum.
    fn used(
        &self,
        no: TableNo,
        column: Column,
        whole: Cell,
        is_meant: impl Fn(&str) -> bool,
    ) -> Named {
        let mut names = Vec::new();
        for line in self.reckoned.leaves(no) {
            if !is_meant(self.reckoned.code(no, *line)) {
                continue;
            }
            let cell = Cell::Line(no, *line, column);
            match self.reckoned.value(cell).known() {
                None => return Named::List(None, Source::Accounts(cell)),
                Some(value) if value.is_zero() => {}
                Some(_) => names.push(self.accounts.line_name(self.layout(), no, *line)),
            }
        }
        Named::List(Some(names), Source::Accounts(whole))
    }

    /// The things a sentence is said for each of; `None` where there is no such kind.
    pub(super) fn items(&self, kind: &str) -> Option<Vec<Item>> {
        Some(match kind {
            "收入来源" => self.columns(
                TableNo::INCOME,
                &[
                    Column::Fiscal,
                    Column::FromAbove,
                    Column::Service,
                    Column::Business,
                    Column::FromSubordinates,
                    Column::Other,
                ],
            ),
            "支出类别" => self.columns(
                TableNo::SPENDING,
                &[
                    Column::Basic,
                    Column::Project,
                    Column::ToAbove,
                    Column::Business,
                    Column::ToSubordinates,
                ],
            ),
            "类" => self.top(TableNo::GENERAL),
            "基金类" => self.top(TableNo::FUNDS),
            "国资类" => self.top(TableNo::CAPITAL),
            "末级科目" => {
                let no = TableNo::GENERAL;
                let leaves = self.reckoned.leaves(no).iter();
                leaves
                    .map(|line| self.line(no, *line, Column::Total))
                    .collect()
            }
            "项目" => self
                .projects()
                .map(|(at, form)| {
                    let complete = self.forms.complete(at);
                    Item {
                        name: form.name.trim().to_owned(),
                        full: form.name.trim().to_owned(),
                        amount: self.execution(at, ExecutionField::Actual),
                        score: complete
                            .map(|evaluation| figure::grouped(evaluation.accepted_total)),
                        form: Some(at),
                    }
                })
                .collect(),
            "运行费明细" => self.running_parts(),
            "在职人员" => {
                let mut items = self.facts(&[Fact::Administrative, Fact::PublicService]);
                for (item, name) in items.iter_mut().zip(["行政人员", "事业人员"]) {
                    item.name = name.to_owned();
                }
                items
            }
            "采购" => {
                let mut items = self.facts(&PROCUREMENT);
                for (item, name) in items.iter_mut().zip(["货物", "工程", "服务"]) {
                    item.name = format!("政府采购{name}支出");
                }
                items
            }
            "车辆" => self.facts(&VEHICLES),
            "等级" => self.grades(),
            _ => return None,
        })
    }

    /// What the money of a subject was used for, as typed.
    pub(super) fn purpose(&self, item: &Item) -> Named {
        let cell = purpose_cell(item);
        let typed = cell.and_then(|cell| self.accounts.cell(cell));
        let text = typed.map_or("", |text| within_sentence(text));
        let source = cell.map_or(item.amount.source, Source::Accounts);
        Named::Words(text.to_owned(), source)
    }

    fn columns(&self, no: TableNo, columns: &[Column]) -> Vec<Item> {
        let layout = self.layout().table(no);
        let item = |column: &Column| Item {
            name: layout.label(*column).to_owned(),
            full: layout.label(*column).to_owned(),
            amount: self.at(Cell::Fixed(no, "total", *column)),
            score: None,
            form: None,
        };
        columns.iter().map(item).collect()
    }

    fn top(&self, no: TableNo) -> Vec<Item> {
        let rows = self.reckoned.top(no).iter();
        rows.map(|line| self.line(no, *line, Column::Total))
            .collect()
    }

    fn line(&self, no: TableNo, line: usize, column: Column) -> Item {
        let name = self.accounts.line_name(self.layout(), no, line);
        Item {
            full: self.full_name(no, line),
            name,
            amount: self.at(Cell::Line(no, line, column)),
            score: None,
            form: None,
        }
    }

    /// `社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）`.
    pub(super) fn full_name(&self, no: TableNo, line: usize) -> String {
        let code = self.reckoned.code(no, line);
        let mut full = String::new();
        let mut above = Vec::new();
        let mut next = parent(code);
        while let Some(code) = next {
            above.push(code);
            next = parent(code);
        }
        for code in above.into_iter().rev() {
            if let (Some(subject), Some(depth)) =
                (Subjects::Functional.named(code), Depth::of(code))
            {
                full.push_str(&format!("{}（{}）", subject.name, depth.name()));
            }
        }
        full.push_str(&self.accounts.line_name(self.layout(), no, line));
        if let Some(depth) = Depth::of(code) {
            full.push_str(&format!("（{}）", depth.name()));
        }
        full
    }

    /// Facts that list what something is made of.
    fn facts(&self, facts: &[Fact]) -> Vec<Item> {
        let item = |fact: &Fact| Item {
            name: fact.label().to_owned(),
            full: fact.label().to_owned(),
            amount: self.fact(*fact),
            score: None,
            form: None,
        };
        facts.iter().map(item).collect()
    }

    /// What running the vehicles is made of. Where those that are typed make up the whole, those that
    /// are blank are nothing.
    fn running_parts(&self) -> Vec<Item> {
        let mut items = self.facts(&RUNNING);
        let whole = self.at(Cell::Fixed(
            TableNo::THREE_PUBLIC,
            "running",
            Column::Actual,
        ));
        let typed = items.iter().filter_map(|item| item.amount.value);
        let typed: Option<Vec<Number>> = typed.map(|value| Number::new(value).ok()).collect();
        let sum = typed.and_then(|typed| Number::sum(typed).ok());
        let blank = |fact: &Fact| self.accounts.fact(*fact) == Reading::Blank;
        if whole.value.is_some() && whole.value == sum.map(Number::decimal) {
            for (item, _) in items
                .iter_mut()
                .zip(RUNNING)
                .filter(|(_, fact)| blank(fact))
            {
                item.amount.value = Some(Decimal::ZERO);
            }
        }
        items
    }

    /// What is missing of a list of subjects: rows that make up less than their total. `None` where the
    /// list is whole, and where the kind is no such list.
    pub(super) fn missing_rows(&self, kind: &str) -> Option<Missing> {
        let (no, name) = match kind {
            "类" | "末级科目" => (TableNo::GENERAL, "一般公共预算支出"),
            "基金类" => (TableNo::FUNDS, "政府性基金支出"),
            "国资类" => (TableNo::CAPITAL, "国有资本经营预算支出"),
            _ => return None,
        };
        let total = self.at(Cell::Fixed(no, "total", Column::Total));
        let missing = |why| Missing {
            name: name.to_owned(),
            source: total.source,
            why,
        };
        let rows = self.top(no);
        let Some(whole) = total.value else {
            // Of a table nobody has begun other sentences say what they wait for.
            return (!rows.is_empty()).then(|| missing(self.why(total.source)));
        };
        let rows: Option<Vec<Decimal>> = rows.iter().map(|item| item.amount.value).collect();
        // A row that is not known is waited for by itself.
        let rows = rows?;
        let numbers: Option<Vec<Number>> = rows.iter().map(|row| Number::new(*row).ok()).collect();
        let sum = Number::sum(numbers?).ok()?;
        // As much as rounding each of them, and the total, can make.
        let slack = Decimal::new(5, 3) * Decimal::from(rows.len() + 1);
        if whole - sum.decimal() <= slack {
            return None;
        }
        Some(missing(Why::Senseless(Senseless::PartsMissing {
            parts: Exact::from(sum),
            whole: Exact::try_from(whole).ok()?,
        })))
    }
}

/// Where it is typed what the money of a subject was used for.
pub(super) fn purpose_cell(item: &Item) -> Option<Cell> {
    match item.amount.source {
        Source::Accounts(cell) => Some(cell.beside(Column::Use)),
        _ => None,
    }
}
