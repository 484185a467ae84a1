//! Tables of what came out.

use crate::judge::Outcome;
use crate::sample::Sample;
use std::collections::BTreeMap;
use std::fmt::{Display, Formatter};

#[derive(Default, Clone)]
pub struct Total {
    pub faults: usize,
    pub found: usize,
    pub right: usize,
    pub errors: usize,
    pub warnings: usize,
    pub figures: usize,
    pub held: usize,
    pub twice: usize,
}

impl Total {
    fn add(&mut self, outcome: &Outcome) {
        if outcome.faulty {
            self.faults += 1;
            self.found += usize::from(outcome.found);
            self.twice += usize::from(outcome.twice > 0);
        } else {
            self.right += 1;
            self.errors += usize::from(outcome.errors > 0);
            self.warnings += usize::from(outcome.warnings > 0);
            self.figures += outcome.figures;
            self.held += outcome.held;
        }
    }
}

impl Display for Total {
    fn fmt(&self, out: &mut Formatter<'_>) -> std::fmt::Result {
        let Total {
            faults,
            found,
            right,
            errors,
            warnings,
            figures,
            held,
            twice,
        } = self;
        write!(
            out,
            "found {found}/{faults} faults, a second finding in {twice}; of {right} right ones an error in {errors}, a warning in {warnings}; held {held}/{figures} figures"
        )
    }
}

pub fn total(outcomes: &[(&Sample, Outcome)]) -> Total {
    let mut total = Total::default();
    for (_, outcome) in outcomes {
        total.add(outcome);
    }
    total
}

pub fn by_pattern(outcomes: &[(&Sample, Outcome)]) {
    let mut rows: BTreeMap<&str, Total> = BTreeMap::new();
    for (sample, outcome) in outcomes {
        rows.entry(sample.pattern).or_default().add(outcome);
    }
    println!(
        "| pattern | faults found | second finding | right ones: error | warning | figures held |"
    );
    println!("| --- | --- | --- | --- | --- | --- |");
    for (pattern, total) in rows {
        println!(
            "| {pattern} | {}/{} | {} | {}/{} | {} | {}/{} |",
            total.found,
            total.faults,
            total.twice,
            total.errors,
            total.right,
            total.warnings,
            total.held,
            total.figures
        );
    }
    println!();
}

pub fn by_fault(outcomes: &[(&Sample, Outcome)]) {
    let mut rows: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for (sample, outcome) in outcomes {
        let Some(fault) = sample.fault else { continue };
        let row = rows.entry(fault.named().to_owned()).or_default();
        row.1 += 1;
        row.0 += usize::from(outcome.found);
    }
    println!("| fault | found |");
    println!("| --- | --- |");
    for (fault, (found, all)) in rows {
        println!("| {fault} | {found}/{all} |");
    }
    println!();
}
