//! Numbers that belong to a date and are no quantities.

use super::model::Comparison;
use super::vocabulary::strip_any;
use crate::figure::Number;

/// Years, quarters, months and days are no quantities: `2020年`, `1季度`, `12月31日`, `1号`. Days that something takes
/// are: `≤30日`, `30日内`.
pub(super) fn is_date(number: Number, comparison: Option<Comparison>, behind: &str) -> bool {
    let behind = behind.trim_start();
    // Asked of every number.
    if !behind.starts_with(['年', '月', '日', '号', '季']) {
        return false;
    }
    let whole = number.decimals() == 0;
    let within = |low: u32, high: u32| number >= Number::from(low) && number <= Number::from(high);
    let year = behind.starts_with('年') && whole && within(1900, 2199);
    let month = behind.starts_with('月') && whole && within(1, 12);
    let limit = comparison.is_some() || strip_any(behind, &["日内", "日以内", "日之内"]).is_some();
    let day = behind.starts_with('日') && !limit || behind.starts_with('号');
    let quarter = behind.starts_with("季度") && whole && within(1, 4);
    year || month || quarter || day && whole && within(1, 31)
}
