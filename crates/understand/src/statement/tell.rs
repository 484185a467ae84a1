//! Says what is wrong with a claim.

use super::item::{Claim, Said, What};
use super::rate::{self, Held};
use super::roles::Direction;
use super::unit;
use crate::claimed::{StatementKind, Verdict};
use crate::{Cause, Finding, Lacking, Matter, Order, Severity, Spot};
use juesuan_figure::interval::Printed;
use rust_decimal::Decimal;

/// What is said once for all.
#[derive(Default)]
pub(crate) struct Told {
    rounded: Vec<(Spot, String, String)>,
    zero: Vec<(Spot, String)>,
}

impl Told {
    /// What there is to say of a claim.
    pub fn of(
        &mut self,
        said: &Said,
        claim: &Claim,
        kind: StatementKind,
        held: &Held,
        findings: &mut Vec<Finding>,
    ) {
        let right = held.computed.clone().unwrap_or_default();
        if claim.sign_missing && matches!(held.verdict, Verdict::Agrees | Verdict::Rounding) {
            findings.push(without_sign(claim, held));
            return;
        }
        match held.verdict {
            Verdict::Rounding => {
                self.rounded
                    .push((claim.spot.clone(), claim.claimed.clone(), right))
            }
            Verdict::Doubtful
                if kind == StatementKind::Completion || kind == StatementKind::Growth =>
            {
                self.zero.push((claim.spot.clone(), claim.claimed.clone()));
            }
            Verdict::Doubtful => findings.push(finding(said, claim, kind, held, Severity::Warning)),
            Verdict::Wrong if let Some(finding) = unit::finding(said, claim, held) => {
                if !findings.iter().any(|other| other.spot == finding.spot) {
                    findings.push(finding);
                }
            }
            Verdict::Wrong => findings.push(finding(said, claim, kind, held, Severity::Error)),
            Verdict::Agrees | Verdict::Unknown => {}
        }
    }

    /// What is said once.
    pub fn of_all(self, findings: &mut Vec<Finding>) {
        let mut places = self.rounded.iter().map(|(spot, _, _)| spot.clone());
        if let Some(spot) = places.next() {
            let also = places.collect();
            let figures = self
                .rounded
                .into_iter()
                .map(|(_, printed, exact)| (printed, exact))
                .collect();
            findings.push(notice(Matter::Rounded { figures }, spot, also));
        }
        let mut places = self.zero.iter().map(|(spot, _)| spot.clone());
        if let Some(spot) = places.next() {
            let also = places.collect();
            let figures = self.zero.into_iter().map(|(_, printed)| printed).collect();
            findings.push(notice(Matter::ZeroBase { figures }, spot, also));
        }
    }
}

/// A rate that is right, but for its sign.
fn without_sign(claim: &Claim, held: &Held) -> Finding {
    Finding {
        severity: Severity::Error,
        matter: Matter::Lacking {
            what: Lacking::Percent,
            printed: claim.claimed.clone(),
            right: Some(format!("{}%", claim.claimed)),
        },
        spot: claim.spot.clone(),
        also: held.from.clone(),
        working: held.working.clone(),
        cause: None,
    }
}

fn notice(matter: Matter, spot: Spot, also: Vec<Spot>) -> Finding {
    Finding {
        severity: Severity::Notice,
        matter,
        spot,
        also,
        working: None,
        cause: None,
    }
}

fn finding(
    said: &Said,
    claim: &Claim,
    kind: StatementKind,
    held: &Held,
    severity: Severity,
) -> Finding {
    let item = claim.item.and_then(|item| said.items.get(item));
    let name = item.map(|item| item.name.clone()).unwrap_or_default();
    let printed = claim.claimed.clone();
    let right = held.computed.clone().unwrap_or_default();
    let (matter, cause) = match &claim.what {
        What::Growth { direction, .. }
        | What::Change { direction, .. }
        | What::Points { direction, .. }
            if held.turned =>
        {
            let known = held.working.is_some();
            let up = known.then_some(*direction == Direction::Down);
            let printed = claim.quote.clone();
            (Matter::Direction { name, printed, up }, None)
        }
        What::Unchanged => (
            Matter::NotUnchanged {
                name,
                printed: claim.quote.clone(),
            },
            None,
        ),
        What::Comparison(_) => {
            let is = match right.as_str() {
                "<" => Order::Less,
                ">" => Order::Greater,
                _ => Order::Equal,
            };
            (
                Matter::Order {
                    name,
                    printed: claim.quote.clone(),
                    is,
                },
                None,
            )
        }
        What::Growth { rate, .. } | What::Share { rate, .. } | What::Completion { rate } => (
            Matter::Claim {
                kind,
                name,
                printed,
                right,
            },
            cause(*rate, held),
        ),
        _ => {
            let cause = unit::cause(&printed, &right);
            let matter = Matter::Claim {
                kind,
                name,
                printed,
                right,
            };
            (matter, cause)
        }
    };
    Finding {
        severity,
        matter,
        spot: claim.spot.clone(),
        also: held.from.clone(),
        working: held.working.clone(),
        cause,
    }
}

fn cause(rate: Printed, held: &Held) -> Option<Cause> {
    let exact = held.working.as_ref()?.rsplit_once("= ")?.1;
    let exact = exact.trim_end_matches(['…', '%']).replace(',', "");
    rate::cause(rate, exact.parse::<Decimal>().ok()?.abs())
}
