//! What the text is written from, and the names its figures go by.

use super::missing::{Source, Why};
use super::of_forms::OfForms;
use crate::accounts::{
    Accounts, Cell, Column, Fact, Layout, Reading, Reckoned, TableNo, VEHICLES, Value,
};
use crate::evaluation::{self, ExecutionField, FormField};
use crate::year::read_year;
use juesuan_figure as figure;
use juesuan_figure::measure::Senseless;
use rust_decimal::Decimal;
use std::rc::Rc;

/// Everything the text is written from.
#[derive(Clone)]
pub struct Material<'a> {
    /// As typed.
    pub year: &'a str,
    /// The name of the unit, as typed.
    pub unit: &'a str,
    /// The forms.
    pub forms: OfForms<'a>,
    /// The accounts as typed.
    pub accounts: &'a Rc<Accounts>,
    /// What the cells of the accounts come to.
    pub reckoned: &'a Rc<Reckoned>,
    /// Decimals of percentages.
    pub places: u32,
}

/// An amount or a count, and what stands beside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount {
    pub value: Option<Decimal>,
    pub source: Source,
    /// People, vehicles, times: shown as they are.
    pub is_count: bool,
}

/// What a name means.
pub(super) enum Named {
    Amount(Amount),
    /// Words somebody typed or that follow; blank where there are none.
    Words(String, Source),
    /// Names in a list, `基本工资、津贴补贴`; `None` while it is not known which, and the source is what
    /// they wait for.
    List(Option<Vec<String>>, Source),
    /// Yes, no, or not known yet: then the source is what it waits for.
    Flag(Option<bool>, Source),
}

/// A thing of which there are several, and what is said of each.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub name: String,
    /// With the subjects above it: `社会保障和就业支出（类）…`.
    pub full: String,
    pub amount: Amount,
    pub score: Option<String>,
    /// Of a project: its form, by its place in the workbook.
    pub form: Option<usize>,
}

const TABLES: &[(&str, TableNo, &str, Column)] = {
    use Column as C;
    use TableNo as T;
    &[
        ("总计", T::INCOME_AND_SPENDING, "left-total", C::Amount),
        ("支出总计", T::INCOME_AND_SPENDING, "right-total", C::Amount),
        (
            "使用非财政拨款结余",
            T::INCOME_AND_SPENDING,
            "use-of-balance",
            C::Amount,
        ),
        (
            "年初结转和结余",
            T::INCOME_AND_SPENDING,
            "opening",
            C::Amount,
        ),
        (
            "年末结转和结余",
            T::INCOME_AND_SPENDING,
            "closing",
            C::Amount,
        ),
        ("收入合计", T::INCOME, "total", C::Total),
        ("财政拨款收入", T::INCOME, "total", C::Fiscal),
        ("上级补助收入", T::INCOME, "total", C::FromAbove),
        ("事业收入", T::INCOME, "total", C::Service),
        ("经营收入", T::INCOME, "total", C::Business),
        ("附属单位上缴收入", T::INCOME, "total", C::FromSubordinates),
        ("其他收入", T::INCOME, "total", C::Other),
        ("支出合计", T::SPENDING, "total", C::Total),
        ("基本支出", T::SPENDING, "total", C::Basic),
        ("项目支出", T::SPENDING, "total", C::Project),
        ("上缴上级支出", T::SPENDING, "total", C::ToAbove),
        ("经营支出", T::SPENDING, "total", C::Business),
        (
            "对附属单位补助支出",
            T::SPENDING,
            "total",
            C::ToSubordinates,
        ),
        ("财政拨款总计", T::FISCAL, "left-total", C::Total),
        ("财政拨款本年收入", T::FISCAL, "income-total", C::Total),
        ("财政拨款本年支出", T::FISCAL, "spending-total", C::Total),
        ("一般公共预算支出", T::GENERAL, "total", C::Total),
        ("一般公共预算基本支出", T::GENERAL, "total", C::Basic),
        ("一般公共预算项目支出", T::GENERAL, "total", C::Project),
        ("基本支出合计", T::BASIC, "total", C::Amount),
        ("人员经费", T::BASIC, "personnel", C::Amount),
        ("公用经费", T::BASIC, "public", C::Amount),
        ("三公经费", T::THREE_PUBLIC, "total", C::Actual),
        ("因公出国费", T::THREE_PUBLIC, "abroad", C::Actual),
        ("公务用车费", T::THREE_PUBLIC, "vehicles", C::Actual),
        ("公务用车购置费", T::THREE_PUBLIC, "purchase", C::Actual),
        ("公务用车运行费", T::THREE_PUBLIC, "running", C::Actual),
        ("公务接待费", T::THREE_PUBLIC, "reception", C::Actual),
        ("政府性基金年初结转", T::FUNDS, "total", C::Opening),
        ("政府性基金收入", T::FUNDS, "total", C::Income),
        ("政府性基金支出", T::FUNDS, "total", C::Total),
        ("政府性基金年末结转", T::FUNDS, "total", C::Closing),
        (
            "国有资本经营预算收入",
            T::FISCAL,
            "income-capital",
            C::Total,
        ),
        ("国有资本经营预算支出", T::CAPITAL, "total", C::Total),
        (
            "国有资本经营预算年初结转",
            T::FISCAL,
            "opening-capital",
            C::Total,
        ),
        ("国有资本经营预算年末结转", T::FISCAL, "closing", C::Capital),
    ]
};

const FACTS: &[(&str, Fact)] = &[
    ("行政人数", Fact::Administrative),
    ("事业人数", Fact::PublicService),
    ("参公人数", Fact::LikeCivilService),
    ("离退休人数", Fact::Retired),
    ("团组数", Fact::Groups),
    ("出国人次", Fact::Travellers),
    ("购置辆数", Fact::Purchased),
    ("保有量", Fact::Held),
    ("接待批次", Fact::Receptions),
    ("接待人次", Fact::Guests),
    ("燃料费", Fact::Fuel),
    ("维修费", Fact::Maintenance),
    ("过桥过路费", Fact::Tolls),
    ("保险费", Fact::Insurance),
    ("其他运行维护费", Fact::OtherRunning),
    ("中小企业合同", Fact::SmallMedium),
    ("小微企业合同", Fact::Micro),
    ("通用设备", Fact::GeneralEquipment),
    ("专用设备", Fact::SpecialEquipment),
];

const TEXTS: &[(&str, Fact)] = &[
    ("主要职能", Fact::Functions),
    ("单位构成", Fact::Composition),
    ("三公范围", Fact::ThreePublicScope),
    ("绩效工作", Fact::PerformanceWork),
    ("产出效益", Fact::Outputs),
    ("结果应用", Fact::ResultsUse),
];

/// What is divided into what, in the text.
pub(super) const WHOLES: [(&str, &str); 3] = [
    ("收入来源", "收入合计"),
    ("支出类别", "支出合计"),
    ("类", "一般公共预算支出"),
];

/// Names of sums and of what follows from others.
const OTHERS: &[&str] = &[
    "年度",
    "上年度",
    "单位",
    "在职人数",
    "车辆合计",
    "政府采购支出",
    "机关运行经费",
    "项目个数",
    "项目资金",
    "项目预算",
    "项目均分",
    "整体预算",
    "整体执行",
    "整体得分",
    "整体偏差",
    "整体改进",
    "科目",
    "人员科目",
    "公用科目",
];

/// Every name a sentence can use, as the page offers them for rewording.
pub fn names() -> Vec<&'static str> {
    let tables = TABLES.iter().map(|(name, ..)| *name);
    let facts = FACTS.iter().chain(TEXTS).map(|(name, _)| *name);
    tables.chain(facts).chain(OTHERS.iter().copied()).collect()
}

/// Whether a name stands for words that are sentences by themselves.
/// The name that a sentence has for a cell; none for cells that it can only say something of.
///
/// ```
/// let cell = "accounts.01.left-total.amount".parse().unwrap();
/// assert_eq!(juesuan_domain::disclosure::name_of(cell), Some("总计"));
/// ```
pub fn name_of(cell: Cell) -> Option<&'static str> {
    match cell {
        Cell::Fixed(no, key, column) => {
            let mut tables = TABLES.iter();
            let found = tables.find(|(_, of, row, at)| (*of, *row, *at) == (no, key, column));
            found.map(|(name, ..)| *name)
        }
        Cell::Fact(Fact::Operating) => Some("机关运行经费"),
        Cell::Fact(fact) => {
            let mut facts = FACTS.iter();
            facts.find(|(_, of)| *of == fact).map(|(name, _)| *name)
        }
        _ => None,
    }
}

pub(super) fn is_passage(name: &str) -> bool {
    let mut texts = TEXTS
        .iter()
        .filter(|(_, fact)| *fact != Fact::ThreePublicScope);
    texts.any(|(passage, _)| *passage == name)
        || matches!(name, "整体偏差" | "整体改进" | "偏差" | "改进")
}

impl<'a> Material<'a> {
    pub(super) fn layout(&self) -> &'static Layout {
        self.reckoned.layout
    }

    /// The year in four digits; `None` where there is none, or none that can be read.
    pub(super) fn year(&self) -> Option<u16> {
        read_year(self.year).year()
    }

    pub(super) fn at(&self, cell: Cell) -> Amount {
        Amount {
            value: self.reckoned.value(cell).known(),
            source: Source::Accounts(cell),
            is_count: false,
        }
    }

    pub(super) fn fact(&self, fact: Fact) -> Amount {
        Amount {
            value: match self.accounts.fact(fact) {
                Reading::Number(number) => Some(number.decimal()),
                _ => None,
            },
            source: Source::Accounts(Cell::Fact(fact)),
            is_count: fact.kind() == crate::accounts::FactKind::Count,
        }
    }

    /// A sum of facts; while one of them is not known it is the one that is waited for.
    fn sum(&self, sum: Result<Decimal, Fact>, first: Fact) -> Amount {
        Amount {
            value: sum.ok(),
            ..self.fact(sum.err().unwrap_or(first))
        }
    }

    /// What a name means; `None` where there is no such name.
    pub(super) fn named(&self, name: &str) -> Option<Named> {
        if let Some((_, table, row, column)) = TABLES.iter().find(|(n, ..)| *n == name) {
            return Some(Named::Amount(self.at(Cell::Fixed(*table, row, *column))));
        }
        if let Some((_, fact)) = FACTS.iter().find(|(n, _)| *n == name) {
            return Some(Named::Amount(self.fact(*fact)));
        }
        if let Some((_, fact)) = TEXTS.iter().find(|(n, _)| *n == name) {
            let cell = Cell::Fact(*fact);
            let text = self.accounts.cell(cell).map_or("", |text| text.trim());
            let text = if is_passage(name) {
                text
            } else {
                within_sentence(text)
            };
            return Some(Named::Words(text.to_owned(), Source::Accounts(cell)));
        }
        Some(match name {
            "年度" | "上年度" => {
                let last = u16::from(name == "上年度");
                let year = self
                    .year()
                    .map_or_else(String::new, |year| (year - last).to_string());
                Named::Words(year, Source::Accounts(Cell::Year))
            }
            "单位" => Named::Words(
                self.unit.trim().to_owned(),
                Source::Form(0, evaluation::Cell::Form(FormField::Unit)),
            ),
            "在职人数" => Named::Amount(self.sum(self.accounts.staff(), Fact::PublicService)),
            "车辆合计" => Named::Amount(self.sum(self.accounts.vehicles(), VEHICLES[3])),
            "政府采购支出" => {
                Named::Amount(self.sum(self.accounts.procurement(), Fact::Services))
            }
            "机关运行经费" => Named::Amount(self.operating()),
            "参公" => {
                // Who says what it cost is run so, whoever is on its staff.
                let costs = self.fact(Fact::Operating).value;
                let flag = match self.accounts.is_run_like_civil_service() {
                    Err(_) if costs.is_some_and(|costs| costs > Decimal::ZERO) => Ok(true),
                    flag => flag,
                };
                let cell = Cell::Fact(flag.err().unwrap_or(Fact::LikeCivilService));
                Named::Flag(flag.ok(), Source::Accounts(cell))
            }
            "项目个数" => Named::Amount(Amount {
                value: Some(Decimal::from(self.projects().count())),
                source: Source::None,
                is_count: true,
            }),
            "项目资金" => Named::Amount(self.of_projects(ExecutionField::Actual)),
            "项目预算" => Named::Amount(self.of_projects(ExecutionField::Budget)),
            "项目均分" => Named::Amount(self.mean_score()),
            "科目" => self.subjects_used(),
            "人员科目" => self.economic("personnel"),
            "公用科目" => self.economic("public"),
            _ => return self.of_overall(name),
        })
    }

    /// As typed; where nothing is, the public expenses of table 06. What is typed and cannot be read is
    /// not replaced.
    fn operating(&self) -> Amount {
        let typed = self.fact(Fact::Operating);
        if self.accounts.fact(Fact::Operating) != Reading::Blank {
            return typed;
        }
        let public = self.at(Cell::Fixed(TableNo::BASIC, "public", Column::Amount));
        Amount {
            value: public.value,
            ..typed
        }
    }

    /// Why nothing is known of a cell: it is blank, or what is typed cannot be read.
    pub(super) fn why(&self, source: Source) -> Why {
        let typed = match source {
            Source::Accounts(cell @ Cell::Fact(fact)) => match self.accounts.fact(fact) {
                // Known by itself, and yet nothing comes of it: a sum beyond all bounds.
                Reading::Number(_) => return Why::Senseless(Senseless::SumTooLarge),
                Reading::Blank | Reading::Words => None,
                Reading::Unreadable(_) | Reading::NotWhole => self.accounts.cell(cell),
            },
            Source::Accounts(Cell::Year) => {
                let typed = self.year.trim();
                return if typed.is_empty() {
                    Why::Blank
                } else {
                    Why::unreadable(typed)
                };
            }
            Source::Accounts(cell) => {
                let invalid = self.reckoned.value(cell) == Value::Invalid;
                self.accounts.cell(cell).filter(|_| invalid)
            }
            Source::Form(form, cell) => {
                let text = self.forms.at(form).and_then(|form| cell.text(form));
                let execution = matches!(cell, evaluation::Cell::Execution(_));
                return match text.filter(|text| execution && !text.trim().is_empty()) {
                    Some(text) if amount_of(text).is_none() => Why::unreadable(text),
                    _ => Why::Blank,
                };
            }
            Source::None => None,
        };
        typed.map_or(Why::Blank, |typed| Why::unreadable(typed))
    }

    // ---- beside a figure

    pub(super) fn last(&self, amount: &Amount) -> Amount {
        match amount.source {
            Source::Accounts(Cell::Fact(Fact::Operating)) => self.fact(Fact::OperatingLast),
            Source::Accounts(cell) => self.at(cell.beside(Column::Last)),
            source => Amount {
                value: None,
                source,
                is_count: false,
            },
        }
    }

    pub(super) fn budget(&self, amount: &Amount) -> Amount {
        match amount.source {
            Source::Accounts(cell) => self.at(cell.beside(Column::Budget)),
            Source::Form(form, evaluation::Cell::Execution(_)) => {
                self.execution(form, ExecutionField::Budget)
            }
            source => Amount {
                value: None,
                source,
                is_count: false,
            },
        }
    }

    /// The reason why a figure differs from its budget, or from last year.
    pub(super) fn reason(&self, amount: &Amount, last: bool) -> Option<(Cell, String)> {
        let cell = match amount.source {
            Source::Accounts(Cell::Fact(Fact::Operating)) => Cell::Fact(Fact::OperatingReason),
            Source::Accounts(cell) => cell.beside(if last {
                Column::ReasonLast
            } else {
                Column::Reason
            }),
            _ => return None,
        };
        let typed = self.accounts.cell(cell).map_or("", |text| text.trim());
        // It goes into the midst of a sentence, which has its own end.
        Some((cell, within_sentence(typed).to_owned()))
    }
}

/// Words for the midst of a sentence, which has marks of its own around them.
pub(super) fn within_sentence(text: &str) -> &str {
    text.trim_matches(|c: char| "。；，、：.;,:".contains(c) || c.is_whitespace())
}

pub(super) fn amount_of(text: &str) -> Option<Decimal> {
    figure::amount(text).ok().map(figure::Number::decimal)
}
