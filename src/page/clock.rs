//! This machine's clock.

use time::{Date, Month};

/// Today, in local time.
pub fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let month = Month::try_from(u8::try_from(now.get_month() + 1).ok()?).ok()?;
    let day = u8::try_from(now.get_date()).ok()?;
    Date::from_calendar_date(i32::try_from(now.get_full_year()).ok()?, month, day).ok()
}

/// The year that accounts written today are for.
pub fn last_year() -> u32 {
    js_sys::Date::new_0().get_full_year() - 1
}

/// Milliseconds since 1970.
pub fn now() -> f64 {
    js_sys::Date::now()
}

/// `15:04:22`.
pub fn time_of_day() -> String {
    let now = js_sys::Date::new_0();
    format!(
        "{:02}:{:02}:{:02}",
        now.get_hours(),
        now.get_minutes(),
        now.get_seconds()
    )
}
