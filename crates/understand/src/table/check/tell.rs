//! What is told of sums that do not come out.

use super::book::{Book, Id};
use super::identity::{Identity, Rule};
use super::judge::{Culprit, Judged};
use crate::table::found::{AmountCell, Mark, Unit};
use crate::table::lookup::{column_name, is_measure};
use crate::table::title;
use crate::{Cause, Document, Finding, Matter, Severity, Spot};
use rust_decimal::Decimal;

/// Parts that a working lists; of more, only the first and the last.
const MOST_PARTS: usize = 12;

/// Adds what was found out to the findings.
pub(super) fn tell(
    book: &Book<'_>,
    all: &[Identity],
    judged: &Judged,
    findings: &mut Vec<Finding>,
) {
    let teller = Teller { book, all };
    findings.extend(
        judged
            .culprits
            .iter()
            .filter_map(|culprit| teller.culprit(culprit)),
    );
    findings.extend(judged.swapped.iter().filter_map(|it| teller.swapped(*it)));
    findings.extend(judged.repeated.iter().filter_map(|it| teller.repeated(*it)));
    findings.extend(judged.open.iter().filter_map(|group| teller.open(group)));
    findings.extend(teller.rounding(&judged.rounding));
}

/// Tables of final accounts that the document lists but does not have.
pub(super) fn missing(document: &Document<'_>, findings: &mut Vec<Finding>) {
    let found: Vec<u8> = document
        .tables
        .iter()
        .filter_map(|table| table.no)
        .collect();
    if found.len() < 5 {
        return;
    }
    let listed = |no: u8| {
        document.paper.blocks.iter().any(|block| match block {
            juesuan_paper::Block::Heading { text, .. }
            | juesuan_paper::Block::Paragraph { text, .. } => {
                let text = crate::table::name::named(text).name;
                title::is_title(&text)
                    && text.contains("决算")
                    && title::number_of_title(&text) == Some(no)
            }
            _ => false,
        })
    };
    let missing: Vec<u8> = (1..=9)
        .filter(|no| !found.contains(no) && listed(*no))
        .collect();
    let spot = document
        .tables
        .iter()
        .find(|table| table.no.is_some())
        .map(|table| Spot {
            block: table.block,
            ..Spot::default()
        });
    if let Some(spot) = spot.filter(|_| !missing.is_empty()) {
        let matter = Matter::MissingTables { numbers: missing };
        findings.push(Finding::new(Severity::Warning, matter, spot));
    }
}

struct Teller<'b, 'a> {
    book: &'b Book<'a>,
    all: &'b [Identity],
}

impl Teller<'_, '_> {
    fn title(&self, id: Id) -> String {
        self.book
            .tables
            .get(self.book.table_of(id))
            .map_or_else(String::new, |table| table.title.clone())
    }

    fn unit(&self, id: Id) -> Unit {
        self.book
            .tables
            .get(self.book.table_of(id))
            .map_or(Unit::Wan, |table| table.unit)
    }

    fn printed(&self, id: Id) -> String {
        let printed = self.book.cell(id).map_or("", |cell| cell.printed.as_str());
        format!("{printed}{}", self.unit(id).word())
    }

    /// An amount of 万元 in the unit of the table of another, with as many decimals as it has there.
    fn in_unit_of(&self, value: Decimal, id: Id) -> String {
        let unit = self.unit(id);
        let value = unit.of_wan(value);
        format!(
            "{}{}",
            grouped(value.normalize(), decimals(self.book, id, unit)),
            unit.word()
        )
    }

    fn finding(&self, id: Id, matter: Matter) -> Option<Finding> {
        let spot = self.book.cell(id)?.spot.clone();
        Some(Finding::new(Severity::Error, matter, spot))
    }

    fn spots(&self, identity: &Identity, but: Id) -> Vec<Spot> {
        identity
            .members()
            .filter(|id| {
                *id != but
                    && (!self.book.value(*id).is_zero()
                        || *id == identity.whole
                        || identity.parts.len() <= MOST_PARTS)
            })
            .filter_map(|id| self.book.cell(id))
            .map(|cell| cell.spot.clone())
            .collect()
    }

    fn culprit(&self, culprit: &Culprit) -> Option<Finding> {
        let identity = self.all.get(*culprit.explains.first()?)?;
        let cell = self.book.cell(culprit.id)?;
        let matter = Matter::TableAmount {
            table: self.title(culprit.id),
            what: what(cell),
            printed: self.printed(culprit.id),
            right: self.in_unit_of(culprit.right, culprit.id),
        };
        let mut finding = self.finding(culprit.id, matter)?;
        finding.also = self.spots(identity, culprit.id);
        finding.working = self.working(identity, culprit.id);
        finding.cause = self.cause(culprit);
        Some(finding)
    }

    /// How a wrong amount came about: a factor, or the amount of the line above or below.
    fn cause(&self, culprit: &Culprit) -> Option<Cause> {
        let printed = self.book.value(culprit.id);
        let times = |factor: i64| {
            let factor = Decimal::from(factor);
            let half = self.book.half(culprit.id);
            let near = |a: Decimal, b: Decimal, slack: Decimal| {
                a.checked_sub(b)
                    .is_some_and(|difference| difference.abs() <= slack)
            };
            !printed.is_zero()
                && !culprit.right.is_zero()
                && (culprit
                    .right
                    .checked_mul(factor)
                    .is_some_and(|right| near(right, printed, half))
                    || printed.checked_mul(factor).is_some_and(|printed| {
                        near(printed, culprit.right, half.saturating_mul(factor))
                    }))
        };
        let factor = [
            (10, Cause::Ten),
            (100, Cause::Hundred),
            (10_000, Cause::TenThousand),
        ]
        .into_iter()
        .find(|(factor, _)| times(*factor))
        .map(|(_, cause)| cause);
        let cell = self.book.cell(culprit.id)?;
        let (row, column) = cell.at();
        let copied = || {
            let table = self.book.tables.get(self.book.table_of(culprit.id))?;
            table
                .amounts
                .iter()
                .any(|other| {
                    let (r, c) = other.at();
                    other.spot.block == cell.spot.block
                        && c == column
                        && r.abs_diff(row) == 1
                        && other.value.value == printed
                        && !printed.is_zero()
                })
                .then_some(Cause::Copied)
        };
        factor.or_else(copied)
    }

    fn swapped(&self, (one, two, _): (Id, Id, usize)) -> Option<Finding> {
        let (one, two) = (one.min(two), one.max(two));
        let matter = Matter::TableAmount {
            table: self.title(one),
            what: what(self.book.cell(one)?),
            printed: self.printed(one),
            right: self.in_unit_of(self.book.value(two), one),
        };
        let mut finding = self.finding(one, matter)?;
        finding.also = vec![self.book.cell(two)?.spot.clone()];
        finding.cause = Some(Cause::Swapped);
        Some(finding)
    }

    fn repeated(&self, (twice, once, at): (Id, Id, usize)) -> Option<Finding> {
        let cell = self.book.cell(twice)?;
        let matter = Matter::RepeatedRow {
            table: self.title(twice),
            what: match &cell.code {
                Some(code) => format!("{code}{}", cell.name),
                None => cell.name.clone(),
            },
        };
        let mut finding = self.finding(twice, matter)?;
        finding.also = vec![self.book.cell(once)?.spot.clone()];
        if let Some(identity) = self.all.get(at) {
            finding
                .also
                .push(self.book.cell(identity.whole)?.spot.clone());
        }
        Some(finding)
    }

    /// Sums of which it cannot be told which amount is wrong. One finding for those that hang together, at the
    /// first of them.
    fn open(&self, group: &[usize]) -> Option<Finding> {
        let identity = group
            .iter()
            .filter_map(|at| self.all.get(*at))
            .min_by_key(|it| {
                let class = self
                    .book
                    .cell(it.whole)
                    .is_some_and(|cell| matches!(cell.mark, Mark::First(_)));
                (matches!(it.rule, Rule::Tables(..)), class, it.parts.len())
            })?;
        let whole = identity.whole;
        let cell = self.book.cell(whole)?;
        let right = identity.right(self.book)?;
        let between = matches!(identity.rule, Rule::Tables(..));
        let matter = match identity.parts.as_slice() {
            [(other, false)] if between => Matter::TwoTables {
                table: self.title(whole),
                what: what(cell),
                printed: self.printed(whole),
                other_table: self.title(*other),
                other_what: what(self.book.cell(*other)?),
                other: self.printed(*other),
            },
            _ => Matter::SumOfParts {
                table: self.title(whole),
                what: what(cell),
                printed: self.printed(whole),
                right: self.in_unit_of(right, whole),
            },
        };
        let mut finding = self.finding(whole, matter)?;
        // Both tables are right in themselves, or money was taken back in the year.
        let class = between && matches!(cell.mark, Mark::First(_));
        if class || matches!(identity.rule, Rule::Closing(_)) {
            finding.severity = Severity::Warning;
        }
        finding.also = self.spots(identity, whole);
        for other in group.iter().filter_map(|at| self.all.get(*at)) {
            let spot = &self.book.cell(other.whole)?.spot;
            if *spot != finding.spot && !finding.also.contains(spot) {
                finding.also.push(spot.clone());
            }
        }
        finding.working = self.working(identity, whole);
        Some(finding)
    }

    fn rounding(&self, rounding: &[usize]) -> Option<Finding> {
        let spots: Vec<Spot> = rounding
            .iter()
            .filter_map(|at| self.all.get(*at))
            .filter_map(|identity| self.book.cell(identity.whole))
            .map(|cell| cell.spot.clone())
            .collect();
        let (first, rest) = spots.split_first()?;
        Some(Finding {
            severity: Severity::Notice,
            matter: Matter::RoundedSums { count: spots.len() },
            spot: first.clone(),
            also: rest.to_vec(),
            working: None,
            cause: None,
        })
    }

    /// The sum in signs: `4,816.14 + 67.96 = 4,884.10`, or what is left of the whole for one of its parts.
    fn working(&self, identity: &Identity, id: Id) -> Option<String> {
        let unit = self.unit(id);
        let show = |value: Decimal, of: Id| {
            grouped(
                unit.of_wan(value).normalize(),
                decimals(self.book, of, unit),
            )
        };
        let mut terms: Vec<(bool, String)> = Vec::new();
        let mut result = Decimal::ZERO;
        let mut add = |minus: bool, of: Id| {
            let value = self.book.value(of);
            result = result.checked_add(if minus { -value } else { value })?;
            if !value.is_zero() {
                terms.push((minus, show(value, of)));
            }
            Some(())
        };
        if id == identity.whole {
            for (part, minus) in &identity.parts {
                add(*minus, *part)?;
            }
        } else {
            let (_, taken) = identity.parts.iter().find(|(part, _)| *part == id)?;
            let flip = *taken;
            if !flip {
                add(false, identity.whole)?;
            }
            for (part, minus) in identity.parts.iter().filter(|(part, _)| *part != id) {
                add(*minus == flip, *part)?;
            }
            if flip {
                add(true, identity.whole)?;
            }
        }
        (terms.len() > 1).then_some(())?;
        Some(format!("{} = {}", joined(&terms)?, show(result, id)))
    }
}

fn joined(terms: &[(bool, String)]) -> Option<String> {
    let mut text = String::new();
    for (at, (minus, term)) in terms.iter().enumerate() {
        if terms.len() > MOST_PARTS && (4..terms.len() - 1).contains(&at) {
            if at == 4 {
                text.push_str(" + …");
            }
            continue;
        }
        match (at, minus) {
            (0, false) => {}
            (0, true) => text.push('−'),
            (_, false) => text.push_str(" + "),
            (_, true) => text.push_str(" − "),
        }
        text.push_str(term);
    }
    (!text.is_empty()).then_some(text)
}

/// What an amount is called: 社会保障和就业支出·基本支出.
fn what(cell: &AmountCell) -> String {
    let column = column_name(&cell.heads).unwrap_or("");
    let measure = cell
        .heads
        .iter()
        .rev()
        .find(|head| is_measure(head))
        .map_or("", String::as_str);
    let mut words: Vec<&str> = Vec::new();
    for word in [cell.name.as_str(), column, measure] {
        // 收入 and 支出 above a list say no more than its name.
        let side = words.len() == 1 && matches!(word, "收入" | "支出" | "金额");
        let known = word.is_empty() || words.contains(&word);
        if !known && !side {
            words.push(word);
        }
    }
    words.join("·")
}

/// How many decimals are printed there.
fn decimals(book: &Book<'_>, id: Id, unit: Unit) -> u32 {
    book.cell(id).map_or(2, |cell| {
        unit.of_wan(cell.value.value)
            .scale()
            .min(
                cell.printed
                    .rsplit_once(['.', '．'])
                    .map_or(0, |(_, digits)| {
                        u32::try_from(digits.trim_end_matches(|c: char| !c.is_ascii_digit()).len())
                            .unwrap_or(2)
                    }),
            )
    })
}

/// A number with separators and at least so many decimals: `4,884.10`.
fn grouped(value: Decimal, decimals: u32) -> String {
    let mut value = value;
    if value.scale() < decimals {
        value.rescale(decimals);
    }
    let text = value.abs().to_string();
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let mut shown = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            shown.push(',');
        }
        shown.push(digit);
    }
    if !decimals.is_empty() {
        shown.push('.');
        shown.push_str(decimals);
    }
    if value.is_sign_negative() && !value.is_zero() {
        shown.insert(0, '−');
    }
    shown
}

impl Unit {
    /// The unit as it is written behind an amount.
    pub fn word(self) -> &'static str {
        match self {
            Unit::Yuan => "元",
            Unit::Qian => "千元",
            Unit::Wan => "万元",
            Unit::Million => "百万元",
            Unit::Yi => "亿元",
        }
    }

    /// An amount of 万元 in this unit.
    fn of_wan(self, value: Decimal) -> Decimal {
        let one = juesuan_figure::interval::Printed::exact(Decimal::ONE);
        self.in_wan(one)
            .and_then(|one| value.checked_div(one.value))
            .unwrap_or(value)
    }
}
