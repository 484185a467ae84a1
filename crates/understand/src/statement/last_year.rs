//! What the text says of last year, against what last year's disclosure says itself.
//!
//! A figure that does not agree is worth a look and no more: last year's figures may have been adjusted since.

use super::growth::changed;
use super::hold::among;
use super::item::{Amount, Claim, Item, Said, Value, What};
use super::names::without_number;
use super::rate::{self, Held};
use super::roles::{Against, signed};
use super::value::Values;
use super::{read, signs};
use crate::claimed::{Statement, Verdict};
use crate::{About, Document, Finding, Matter, Severity};
use juesuan_figure::interval::Printed;

/// Whether the one is of the year before the other, and of the same unit, as far as both are known.
fn follows(this: &About, last: &About) -> bool {
    let years = this.year.zip(last.year);
    let units = this.unit.as_ref().zip(last.unit.as_ref());
    years.is_none_or(|(this, last)| last.checked_add(1) == Some(this))
        && units.is_none_or(|(this, last)| this == last)
        && this.kind == last.kind
}

/// Holds changes, growth and last year's amounts against the other document. What is known to be wrong already
/// is not said again.
pub(crate) fn check(
    document: &Document<'_>,
    last: &Document<'_>,
    statements: &mut [Statement],
    findings: &mut Vec<Finding>,
) {
    if !follows(&document.about, &last.about) {
        return;
    }
    let said = read::said(document);
    let years = Years {
        values: Values::new(document, &said),
        document,
        last,
        old: &read::said(last),
    };
    // The item whose figures were told already: one fault, one finding.
    let mut told = None;
    for claim in &said.claims {
        let Some(found) = years.held(&said, claim) else {
            continue;
        };
        let mut at = statements.iter_mut().filter(|it| it.spot == claim.spot);
        let Some(statement) = at.next() else { continue };
        match (statement.verdict, found.held.verdict) {
            (Verdict::Unknown, Verdict::Agrees | Verdict::Rounding) => {
                statement.verdict = found.held.verdict;
                statement.computed = found.held.computed;
                statement.working = found.held.working;
            }
            (Verdict::Wrong, _) => told = claim.item,
            (_, Verdict::Wrong) if told != claim.item => {
                told = claim.item;
                if statement.verdict == Verdict::Unknown {
                    statement.verdict = Verdict::Doubtful;
                    statement.computed = found.held.computed.clone();
                    statement.working = found.held.working.clone();
                }
                findings.push(finding(&said, claim, found));
            }
            _ => {}
        }
    }
}

/// A figure held against last year's document.
struct Found {
    held: Held,
    /// The amount there.
    before: Printed,
}

struct Years<'a> {
    values: Values<'a>,
    document: &'a Document<'a>,
    last: &'a Document<'a>,
    old: &'a Said,
}

impl Years<'_> {
    fn held(&self, said: &Said, claim: &Claim) -> Option<Found> {
        if claim.aside {
            return None;
        }
        let item = claim.item?;
        let before = self.before(said.items.get(item)?)?;
        let base = Value {
            printed: before,
            spot: None,
            sure: true,
        };
        let now = || {
            let now = self.values.actuals(item).into_iter().next()?;
            Some(Value { sure: true, ..now })
        };
        let held = match &claim.what {
            What::LastYear => {
                let printed = said.items.get(item)?.last.as_ref()?;
                among(claim, printed, &[base])
            }
            What::Change {
                direction,
                against: Against::LastYear,
                amount,
            } => changed(claim, *direction, amount, &now()?, &base)?,
            What::Growth {
                direction,
                against: Against::LastYear,
                rate,
                change: None,
            } => {
                let way = rate::growth_from(&now()?, &base)?;
                rate::unsigned(rate::held(signed(*direction, *rate), &[way]))
            }
            _ => return None,
        };
        Some(Found { held, before })
    }

    /// What the item came to in last year's document: in a section of the same title, under the same name,
    /// where all amounts there are one.
    fn before(&self, item: &Item) -> Option<Printed> {
        let title = section(self.document, item.section);
        let same = |old: &&Item| old.key.alike(&item.key) == 3 && !old.key.is_empty();
        let here = |old: &&Item| section(self.last, old.section) == title;
        let all = self.old.items.iter().filter(same).filter(here);
        let mut amounts = all.flat_map(|old| &old.actual);
        let first = amounts.next()?;
        let one = |amount: &Amount| {
            amount.counted.is_none() && amount.printed.interval().meets(first.printed.interval())
        };
        (first.counted.is_none() && amounts.all(one)).then_some(first.printed)
    }
}

/// The title of a section without its number and its years.
fn section(document: &Document<'_>, at: usize) -> String {
    let title = document.sections.get(at).map_or("", |of| of.title());
    let name: String = title.chars().filter(|c| !c.is_whitespace()).collect();
    without_number(&name)
        .chars()
        .filter(|c| !c.is_ascii_digit())
        .collect()
}

fn finding(said: &Said, claim: &Claim, found: Found) -> Finding {
    let item = claim.item.and_then(|item| said.items.get(item));
    Finding {
        severity: Severity::Warning,
        matter: Matter::LastYear {
            name: item.map(|item| item.name.clone()).unwrap_or_default(),
            printed: claim.quote.clone(),
            before: format!("{}万元", signs::amount(found.before.value)),
            right: found.held.computed.unwrap_or_default(),
        },
        spot: claim.spot.clone(),
        also: Vec::new(),
        working: found.held.working,
        cause: None,
    }
}

#[cfg(test)]
mod tests {
    use crate::{Matter, Verdict, review_beside};
    use juesuan_paper::plain;

    const TITLE: &str = "第三部分 决算情况说明\n二、机关运行经费\n";

    fn disclosure(year: u16, text: &str) -> juesuan_paper::Paper {
        plain::read(&format!(
            "云山市水务局{year}年度部门决算\n\n{TITLE}{text}\n"
        ))
    }

    /// What is said of the figures that last year's document has to do with.
    fn said(this: &str, last: &str) -> String {
        let (this, last) = (disclosure(2024, this), disclosure(2023, last));
        let review = review_beside(&this, Some(&last));
        let findings = review.findings.iter().map(|finding| match &finding.matter {
            Matter::LastYear { before, right, .. } => {
                format!("{} → {right}, before {before}", finding.spot.quote(&this))
            }
            other => other.code().to_owned(),
        });
        findings.collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn beside_last_year() {
        let mut differ = Vec::new();
        for (this, last, expected) in [
            (
                "机关运行经费支出142.80万元，比上年减少13.52万元，下降8.65%。",
                "机关运行经费支出156.32万元。",
                "",
            ),
            (
                "机关运行经费支出142.80万元，比上年减少13.52万元，下降8.65%。",
                "机关运行经费支出165.32万元。",
                "13.52万元 → 22.52万元, before 165.32万元",
            ),
            (
                "机关运行经费支出142.80万元，比上年减少13.52万元，下降8.65%。",
                "办公经费支出165.32万元。",
                "",
            ),
            (
                "机关运行经费支出142.80万元，比上年下降8.65%，主要原因是节约。",
                "机关运行经费支出156.32万元。",
                "",
            ),
            (
                "机关运行经费支出142.80万元，比上年下降8.65%，主要原因是节约。",
                "机关运行经费支出150.00万元。",
                "8.65% → 4.80%, before 150.00万元",
            ),
            // Two amounts there: it is not known which.
            (
                "机关运行经费支出142.80万元，比上年下降8.65%，主要原因是节约。",
                "机关运行经费支出150.00万元，机关运行经费支出160.00万元。",
                "",
            ),
        ] {
            let found = said(this, last);
            if found != expected {
                differ.push(format!("{this} / {last}\n    {found:?}, not {expected:?}"));
            }
        }
        assert!(differ.is_empty(), "{}", differ.join("\n"));
    }

    #[test]
    fn a_rate_alone_is_held_against_last_year() {
        let this = disclosure(2024, "机关运行经费支出142.80万元，比上年下降8.65%。");
        let verdict = |last: Option<&juesuan_paper::Paper>| {
            let review = review_beside(&this, last);
            let rate = review.statements.iter().find(|it| it.claimed == "8.65%");
            rate.map(|rate| (rate.verdict, rate.computed.clone()))
        };
        let right = disclosure(2023, "机关运行经费支出156.32万元。");
        assert_eq!(verdict(None), Some((Verdict::Unknown, None)));
        assert_eq!(
            verdict(Some(&right)),
            Some((Verdict::Agrees, Some("8.65%".to_owned())))
        );
        // Of another year, or another unit.
        let other = disclosure(2022, "机关运行经费支出150.00万元。");
        assert_eq!(verdict(Some(&other)), Some((Verdict::Unknown, None)));
        let other = plain::read(
            "云山市教育局2023年度部门决算\n\n第三部分 决算情况说明\n二、机关运行经费\n机关运行经费支出150.00万元。\n",
        );
        assert_eq!(verdict(Some(&other)), Some((Verdict::Unknown, None)));
    }
}
