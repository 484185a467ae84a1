//! What was chosen here once and holds at the next visit too. Where the browser keeps nothing, it is chosen again.

use super::leaving::local_storage;

/// The language of the page, as a tag.
pub const LANGUAGE: &str = "juesuan.language";
/// The place that the last new workbook was of.
pub const REGION: &str = "juesuan.region";

/// Whether zeros are left blank in tables.
pub const BLANK_ZEROS: &str = "juesuan.blankZeros";

/// The order of the tables is folded up.
pub const GUIDE_FOLDED: &str = "juesuan.guideFolded";

/// How wide the findings are, beside a workbook and beside a document, and how high below them, in pixels.
pub const PANEL: &str = "juesuan.panel";
pub const REVIEW_PANEL: &str = "juesuan.reviewPanel";
pub const PANEL_HEIGHT: &str = "juesuan.panelHeight";
pub const REVIEW_PANEL_HEIGHT: &str = "juesuan.reviewPanelHeight";

/// Who signs remarks and reviews.
pub const REVIEWER: &str = "juesuan.reviewer";

const ON: &str = "1";

pub fn chosen(what: &str) -> Option<String> {
    local_storage()?.get_item(what).ok().flatten()
}

pub fn remember(what: &str, chosen: &str) {
    if let Some(storage) = local_storage() {
        let _ = storage.set_item(what, chosen);
    }
}

/// Of what is switched on or off.
pub fn is_on(what: &str) -> bool {
    chosen(what).as_deref() == Some(ON)
}

pub fn switch(what: &str, on: bool) {
    remember(what, if on { ON } else { "" });
}
