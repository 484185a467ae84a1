//! What there is to say of the text itself.

use super::material::{Material, Named};
use super::missing::{DIFFERENCE, Source, Why};
use super::written::Sentence;
use crate::accounts::{Cell, Finding};
use crate::finding::{AccountsMatter as Matter, Against, Code};
use juesuan_figure::measure;
use juesuan_figure::working::Working;
use juesuan_figure::{Number, display_percent};
use rust_decimal::Decimal;

/// Rounded shares that do not add up to 100%: said, never adjusted silently.
pub(super) fn shares(material: &Material, kind: &str, whole: &str) -> Option<Finding> {
    let Some(Named::Amount(amount)) = material.named(whole) else {
        return None;
    };
    let Source::Accounts(cell) = amount.source else {
        return None;
    };
    let parts = material.items(kind)?.into_iter();
    let parts: Option<Vec<Number>> = parts
        .map(|item| Number::new(item.amount.value?).ok())
        .collect();
    let shares = measure::shares(&parts?, material.places).ok()?;
    // Shares of another whole than is written say nothing about it.
    let sum = shares
        .sum_rounded
        .filter(|_| Some(shares.whole) == amount.value)?;
    if sum == Decimal::ONE_HUNDRED {
        return None;
    }
    let terms = shares.rounded.iter();
    let terms = terms.filter(|share| share.exact.is_some_and(|exact| !exact.is_zero()));
    let working = Working::Shares {
        shares: terms.filter_map(|share| share.value).collect(),
        sum,
        places: material.places,
    };
    let sum = display_percent(sum, material.places);
    let whole = whole.to_owned();
    let matter = Matter::SharesRounded { sum, whole };
    Some(Finding::new(cell, matter).worked(working))
}

/// Each missing reason is asked for, and each other gap is said.
pub(super) fn wait(sentence: &Sentence, findings: &mut Vec<Finding>) {
    for missing in &sentence.missing {
        let Source::Accounts(cell) = missing.source else {
            continue;
        };
        let is_reason = missing.why == Why::Reason;
        // Said of the cell already, and more to the point.
        let elsewhere = matches!(cell, Cell::Sentence(_) | Cell::Year)
            || matches!(missing.why, Why::Unreadable(_));
        if elsewhere && !is_reason {
            continue;
        }
        let name = || missing.name.clone();
        let matter = match &missing.why {
            Why::Reason => reason_missing(&missing.name),
            Why::Senseless(why) => Matter::Senseless {
                name: name(),
                why: *why,
            },
            _ => Matter::Waiting { name: name() },
        };
        findings.push(Finding::new(cell, matter));
    }
}

/// Takes what there is to say of a block to what there is to say of those before it: that something is waited for is
/// said once a cell, though many sentences wait for the same few.
pub(super) fn add(findings: &mut Vec<Finding>, of_block: &[Finding]) {
    for finding in of_block {
        let once = matches!(finding.code, Code::ReasonMissing | Code::SentenceWaiting);
        let is_same = |other: &Finding| other.cell == finding.cell && other.code == finding.code;
        if !(once && findings.iter().any(is_same)) {
            findings.push(finding.clone());
        }
    }
}

/// Of the name of a figure, such as `总计·上年原因`.
fn reason_missing(name: &str) -> Matter {
    let ends = [
        ("·上年原因", Against::LastYear),
        ("·原因", Against::Budget),
        (DIFFERENCE, Against::Anything),
    ];
    let mut found = ends
        .into_iter()
        .filter_map(|(end, against)| Some((name.strip_suffix(end)?, against)));
    let (what, against) = found.next().unwrap_or((name, Against::Anything));
    let what = what.to_owned();
    Matter::ReasonMissing { what, against }
}

pub(super) fn unknown_figure(cell: Cell, name: &str) -> Finding {
    let name = name.chars().take(30).collect();
    Finding::new(cell, Matter::FigureUnknown { name })
}

pub(super) fn typed_figure(cell: Cell, words: &str) -> Finding {
    let words = words.trim().chars().take(30).collect();
    Finding::new(cell, Matter::FigureTyped { words })
}

/// Money or a rate typed by hand: `12.5万元`, `3%`.
pub(super) fn holds_amount(words: &str) -> bool {
    let digit = |c: char| juesuan_figure::fold(c).is_ascii_digit();
    ["万元", "亿元", "%", "％"].iter().any(|unit| {
        words.match_indices(unit).any(|(at, _)| {
            let before = words[..at].trim_end().chars().next_back();
            before.is_some_and(digit)
        })
    })
}
