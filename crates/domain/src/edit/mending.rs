//! What the mend of a finding does, as an edit.

use super::Edit;
use crate::accounts::{self, Change};
use crate::evaluation::Cell;
use crate::finding::Mend;

impl Edit {
    /// What a finding's mend does to its form.
    pub fn mending(form: usize, mend: &Mend<Cell>) -> Option<Edit> {
        Some(match mend {
            Mend::Put { cell, text } => Edit::SetCell {
                form,
                cell: *cell,
                text: text.clone(),
            },
            Mend::Place {
                cell,
                category,
                dimension,
            } => {
                let Cell::Indicator(goal, row, _) = *cell else {
                    return None;
                };
                Edit::PlaceIndicator {
                    form,
                    goal,
                    row,
                    category: category.clone(),
                    dimension: dimension.clone(),
                }
            }
        })
    }

    /// What a finding's mend does to the accounts.
    pub fn mending_accounts(mend: &Mend<accounts::Cell>) -> Option<Edit> {
        match mend {
            Mend::Put { cell, text } => Some(Edit::Accounts(Change::Set {
                cell: *cell,
                text: text.clone(),
            })),
            Mend::Place { .. } => None,
        }
    }
}
