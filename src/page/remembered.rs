//! What was chosen here once and holds at the next visit too. Where the browser keeps nothing, it is chosen again.

use super::leaving::local_storage;

/// The language of the page, as a tag.
pub const LANGUAGE: &str = "juesuan.language";
/// The place that the last new workbook was of.
pub const REGION: &str = "juesuan.region";

/// Who signs remarks and reviews.
pub const REVIEWER: &str = "juesuan.reviewer";

pub fn chosen(what: &str) -> Option<String> {
    local_storage()?.get_item(what).ok().flatten()
}

pub fn remember(what: &str, chosen: &str) {
    if let Some(storage) = local_storage() {
        let _ = storage.set_item(what, chosen);
    }
}
