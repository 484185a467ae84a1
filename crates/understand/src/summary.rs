//! A review in short: a line of a list of many documents.

use crate::{About, Review, Severity};
use serde::{Deserialize, Serialize};

/// Whose it is, and how much was found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Summary {
    /// Whose it is, of what year, and of what kind.
    pub about: About,
    /// Figures of text and tables.
    pub figures: usize,
    /// Those that were held against something.
    pub checked: usize,
    /// What is certainly wrong.
    pub errors: usize,
    /// What a person should look at.
    pub warnings: usize,
    /// Rounding and custom.
    pub notices: usize,
}

impl Summary {
    /// What a review comes to.
    pub fn of(review: &Review) -> Self {
        let count = |severity| {
            let all = review.findings.iter();
            all.filter(|finding| finding.severity == severity).count()
        };
        Summary {
            about: review.about.clone(),
            figures: review.coverage.figures,
            checked: review.coverage.checked,
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notices: count(Severity::Notice),
        }
    }
}
