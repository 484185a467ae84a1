//! A date as people write it, and as it is shown.

use juesuan_figure::fold;
use time::{Date, Month};

/// Reads a date: `2021-05-20`, `2021/5/20`, `2021.5.20`, `2021年5月20日`, full-width digits and blanks allowed.
pub fn read_date(text: &str) -> Option<Date> {
    let mut parts = [0_u32; 3];
    let mut part = 0;
    let mut digits = 0;
    for c in text.trim().chars().map(fold).filter(|c| *c != ' ') {
        if let Some(d) = c.to_digit(10) {
            digits += 1;
            if digits > 4 || part > 2 {
                return None;
            }
            parts[part] = parts[part] * 10 + d;
        } else {
            let expected = match part {
                0 => "-/.年",
                1 => "-/.月",
                _ => "日",
            };
            if !expected.contains(c) || digits == 0 {
                return None;
            }
            part += 1;
            digits = 0;
        }
    }
    let complete = part == 2 && digits > 0 || part == 3 && digits == 0;
    if !complete || parts[0] < 1000 {
        return None;
    }
    let month = Month::try_from(u8::try_from(parts[1]).ok()?).ok()?;
    Date::from_calendar_date(
        i32::try_from(parts[0]).ok()?,
        month,
        u8::try_from(parts[2]).ok()?,
    )
    .ok()
}

/// `2021-05-20`
pub(crate) fn show_date(date: Date) -> String {
    format!(
        "{}-{:02}-{:02}",
        date.year(),
        u8::from(date.month()),
        date.day()
    )
}
