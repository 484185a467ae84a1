//! What is known of the units of a consolidation that were looked into one by one.

use std::collections::HashMap;
use web_sys::File;

/// Which units were looked into.
#[derive(Default)]
pub struct Units {
    /// The unit on its way, and which of its forms is wanted; its accounts where none.
    pub coming: Option<(File, usize, Option<usize>)>,
    /// The one that is open.
    pub open: Option<(usize, Option<usize>)>,
    /// Where those that were opened are kept: what was remarked there is found again.
    pub kept: HashMap<usize, String>,
}
