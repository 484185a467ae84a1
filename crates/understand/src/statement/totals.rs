//! 收入总计 and 支出总计, which are one amount, and what each of them is made of.

use super::item::{Amount, Item, Said, What};
use super::judged::Judged;
use super::signs;
use crate::claimed::{Statement, StatementKind, Verdict};
use crate::{Finding, Matter, Severity, Spot};
use juesuan_figure::interval::Printed;

/// The total of one side, what of it is of this year, and what is carried over, by words of their names.
const SIDES: [(&str, &str, &[&str]); 2] = [
    ("收入总计", "收入合计", &["年初结转", "上年结转"]),
    ("支出总计", "支出合计", &["年末结转", "结转下年"]),
];

/// Words of names of totals that are of one fund, or of a part.
const FUNDS: &[&str] = &["财政", "公共", "基金", "经营"];

/// Holds the totals of each section: what is said of each sum, and where its amounts stand.
pub(crate) fn check(
    said: &Said,
    judged: &Judged<'_>,
    findings: &mut Vec<Finding>,
) -> Vec<(Statement, Vec<Spot>)> {
    let mut sections: Vec<usize> = said.items.iter().map(|item| item.section).collect();
    sections.sort_unstable();
    sections.dedup();
    let mut statements = Vec::new();
    for section in sections {
        for (total, of_year, carried) in SIDES {
            let one = |words: &[&str]| one(said, section, words);
            let (Some(total), Some(of_year), Some(carried)) =
                (one(&[total]), one(&[of_year]), one(carried))
            else {
                continue;
            };
            statements.extend(held(total, [of_year, carried], judged, findings));
        }
        both_sides(said, section, judged, findings);
    }
    statements
}

/// The one item of a section with these words in its name, and its amount.
fn one<'a>(said: &'a Said, section: usize, words: &[&str]) -> Option<(&'a Item, &'a Amount)> {
    let named = |item: &&Item| {
        let name = item.name.replace("决算", "");
        item.section == section
            && words.iter().any(|word| name.contains(word))
            && !FUNDS.iter().any(|fund| item.name.contains(fund))
    };
    let mut found = said.items.iter().filter(named).filter_map(|item| {
        let amount = item.actual.first().filter(|it| it.counted.is_none())?;
        Some((item, amount))
    });
    let first = found.next()?;
    found
        .all(|(_, other)| other.printed.value == first.1.printed.value)
        .then_some(first)
}

/// A total against what of it is of this year and what is carried over. It may have more parts, but not less.
fn held(
    total: (&Item, &Amount),
    parts: [(&Item, &Amount); 2],
    judged: &Judged<'_>,
    findings: &mut Vec<Finding>,
) -> Option<(Statement, Vec<Spot>)> {
    let (item, amount) = total;
    let [(_, one), (_, other)] = parts;
    let sum = one.printed.plus(other.printed)?;
    let whole = amount.printed.interval();
    let verdict = match () {
        () if sum.value == amount.printed.value => Verdict::Agrees,
        () if sum.interval().meets(whole) => Verdict::Rounding,
        () if sum.interval().low > whole.high => Verdict::Wrong,
        () => return None,
    };
    let spots = vec![one.spot.clone(), other.spot.clone(), amount.spot.clone()];
    let claimed = judged.claimed(&amount.spot)?;
    let working = signs::sum(&[one.printed.value, other.printed.value], sum.value);
    let told = spots.iter().any(|spot| judged.is_wrong(spot));
    if verdict == Verdict::Wrong && !told {
        findings.push(finding(
            item,
            amount,
            (&claimed, sum),
            &[one, other],
            &working,
        ));
    }
    let statement = Statement {
        kind: StatementKind::Sum,
        spot: amount.spot.clone(),
        quote: item.name.clone(),
        computed: Some(signs::in_unit_of(&claimed, sum.value)),
        claimed,
        working: Some(working),
        verdict,
    };
    Some((statement, spots))
}

fn finding(
    item: &Item,
    amount: &Amount,
    (claimed, sum): (&str, Printed),
    others: &[&Amount],
    working: &str,
) -> Finding {
    Finding {
        severity: Severity::Error,
        matter: Matter::Sum {
            name: item.name.clone(),
            printed: claimed.to_owned(),
            sum: signs::in_unit_of(claimed, sum.value),
        },
        spot: amount.spot.clone(),
        also: others.iter().map(|other| other.spot.clone()).collect(),
        working: Some(working.to_owned()),
        cause: None,
    }
}

/// 收入总计5万元，支出总计6万元。收支较上年增加1万元: two that change as one are one amount.
fn both_sides(said: &Said, section: usize, judged: &Judged<'_>, findings: &mut Vec<Finding>) {
    let [(income, _, _), (spending, _, _)] = SIDES;
    let (Some((first, a)), Some((item, b))) = (
        one(said, section, &[income]),
        one(said, section, &[spending]),
    ) else {
        return;
    };
    let beside = first.sentence == item.sentence && first.dated == item.dated;
    let as_one = said.claims.iter().any(|claim| {
        let both = ["收支", "收、支"]
            .iter()
            .any(|both| claim.quote.contains(both));
        both && matches!(claim.what, What::Change { .. })
            && claim.spot.block == b.spot.block
            && claim.spot.start > b.spot.start
    });
    let told = judged.is_wrong(&a.spot) || judged.is_wrong(&b.spot);
    if !beside || !as_one || told || a.printed.interval().meets(b.printed.interval()) {
        return;
    }
    let (Some(printed), Some(before)) = (judged.claimed(&b.spot), judged.claimed(&a.spot)) else {
        return;
    };
    findings.push(Finding {
        severity: Severity::Warning,
        matter: Matter::Twice {
            name: format!("{income}、{spending}"),
            printed,
            before,
        },
        spot: b.spot.clone(),
        also: vec![a.spot.clone()],
        working: None,
        cause: None,
    });
}
