//! Days and times, which spreadsheets keep as numbers of days.

/// A point in time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Moment {
    pub year: i64,
    pub month: u32,
    pub day: u32,
    /// From Sunday, 0.
    pub weekday: u32,
    pub hour: u32,
    pub minute: u32,
    pub second: u32,
    pub milli: u32,
    /// All hours since day 0.
    pub hours: i64,
}

/// What a number means: days since the last day of 1899, counting the 29th of February 1900 that never was; or since
/// the first day of 1904. `None` for what is before or after all that a spreadsheet knows.
pub(super) fn moment(serial: f64, from_1904: bool) -> Option<Moment> {
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    // To a thousandth of a second; the rest is noise of binary numbers.
    let millis = (serial * 86_400_000.0).round() as i64;
    let (days, rest) = (millis.div_euclid(86_400_000), millis.rem_euclid(86_400_000));
    let weekday = u32::try_from((days + if from_1904 { 5 } else { 6 }) % 7).ok()?;
    let (year, month, day) = match (from_1904, days) {
        (true, days) => civil(days - 24_107),
        (false, 0) => (1900, 1, 0),
        (false, 60) => (1900, 2, 29),
        (false, days) => civil(days - 25_569 + i64::from(days < 60)),
    };
    let rest = u32::try_from(rest).ok()?;
    Some(Moment {
        year,
        month,
        day,
        weekday,
        hour: rest / 3_600_000,
        minute: rest / 60_000 % 60,
        second: rest / 1000 % 60,
        milli: rest % 1000,
        hours: days * 24 + i64::from(rest / 3_600_000),
    })
}

/// Year, month and day of a number of days since the first day of 1970.
fn civil(days: i64) -> (i64, u32, u32) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = u32::try_from(day_of_year - (153 * month + 2) / 5 + 1).unwrap_or(1);
    let month = if month < 10 { month + 3 } else { month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, u32::try_from(month).unwrap_or(1), day)
}
