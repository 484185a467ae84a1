//! Figures that another is worked out from: where that one is what they give, they are held against it.

use super::item::{Claim, Said, What};
use super::rate::Held;
use crate::Spot;
use crate::claimed::{Statement, Verdict};
use std::collections::HashMap;

/// Where the figures stand that others are worked out from.
#[derive(Default)]
pub(crate) struct Uses {
    /// Those that give what is printed, how, and how often.
    right: HashMap<Spot, (Option<String>, usize)>,
    /// Those that do not, and how often.
    wrong: HashMap<Spot, usize>,
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
                    let of = self.right.entry(spot);
                    of.or_insert_with(|| (working.cloned(), 0)).1 += 1;
                }
            }
            Verdict::Wrong | Verdict::Doubtful => {
                for spot in spots {
                    *self.wrong.entry(spot).or_default() += 1;
                }
            }
            Verdict::Unknown => {}
        }
    }

    /// Figures that nothing else was found for agree with what they give. One that something wrong is worked out from
    /// as well stays what it is, where not more is right.
    pub fn bear_out(self, statements: &mut [Statement]) {
        for statement in statements {
            if statement.verdict != Verdict::Unknown {
                continue;
            }
            let wrong = self.wrong.get(&statement.spot).copied().unwrap_or(0);
            if let Some((working, right)) = self.right.get(&statement.spot)
                && *right > wrong
            {
                statement.verdict = Verdict::Agrees;
                statement.working.clone_from(working);
            }
        }
    }
}
