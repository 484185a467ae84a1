//! A new version of the site takes over.

use super::App;
use crate::page::offline::{Renewal, take_over};

impl App {
    /// A new version takes over once all that was typed is in the store, or in a file.
    pub(super) fn renew(&mut self) {
        self.save();
        self.renewal = Renewal::Wanted;
        if self.document.is_none() || self.keeping.is_kept() {
            // Once: another reload would begin the one under way anew.
            self.renewal = Renewal::None;
            take_over();
        } else if self.keeping.is_at_risk() {
            self.renewal = Renewal::Ready;
            self.problem(self.words.update_at_risk());
        }
    }
}
