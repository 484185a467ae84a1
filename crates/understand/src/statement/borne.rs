//! Figures that another is worked out from: where that one is what they give, they are held against it.

use super::item::{Claim, Said, What};
use super::rate::Held;
use crate::Spot;
use crate::claimed::{Statement, Verdict};
use std::collections::{HashMap, HashSet};

/// Where the figures stand that others are worked out from.
#[derive(Default)]
pub(crate) struct Uses {
    /// Those that give what is printed, and how.
    right: HashMap<Spot, Option<String>>,
    /// Those that do not.
    wrong: HashSet<Spot>,
}

impl Uses {
    /// What a claim is worked out from: amounts, and the change that its rate goes with.
    pub fn of(&mut self, said: &Said, claim: &Claim, held: &Held) {
        let change = match claim.what {
            What::Growth { change, .. } => change.and_then(|at| said.claims.get(at)),
            _ => None,
        };
        let change = change.map(|change| change.spot.clone());
        let spots = held.from.iter().cloned().chain(change);
        self.add(held.verdict, spots, held.working.as_ref());
    }

    /// What a sum is made of.
    pub fn of_sum(&mut self, statement: &Statement, amounts: Vec<Spot>) {
        self.add(
            statement.verdict,
            amounts.into_iter(),
            statement.working.as_ref(),
        );
    }

    fn add(
        &mut self,
        verdict: Verdict,
        spots: impl Iterator<Item = Spot>,
        working: Option<&String>,
    ) {
        match verdict {
            Verdict::Agrees | Verdict::Rounding => {
                for spot in spots {
                    self.right.entry(spot).or_insert_with(|| working.cloned());
                }
            }
            Verdict::Wrong | Verdict::Doubtful => self.wrong.extend(spots),
            Verdict::Unknown => {}
        }
    }

    /// Figures that nothing else was found for agree with what they give. One that something wrong is worked out from
    /// as well stays what it is.
    pub fn bear_out(self, statements: &mut [Statement]) {
        for statement in statements {
            if statement.verdict != Verdict::Unknown || self.wrong.contains(&statement.spot) {
                continue;
            }
            if let Some(working) = self.right.get(&statement.spot) {
                statement.verdict = Verdict::Agrees;
                statement.working.clone_from(working);
            }
        }
    }
}
