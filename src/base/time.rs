//! Time as the data keeps it: UTC microseconds. Calendar work is `jiff`'s; the clock stays outside.

use serde::{Deserialize, Serialize};

/// A length of time in microseconds.
pub type Micros = i64;

/// Microseconds of one second.
pub const SECOND: Micros = 1_000_000;
/// Microseconds of one day of 24 hours.
pub const DAY: Micros = 86_400 * SECOND;

/// A moment: microseconds since 1970-01-01T00:00Z, leap seconds ignored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub Micros);

impl Timestamp {
    /// Midnight UTC of a proleptic Gregorian date; months and days from 1, not checked against the calendar.
    #[must_use]
    pub const fn from_ymd(year: i32, month: u8, day: u8) -> Self {
        Self(days_from_civil(year, month, day) * DAY)
    }

    /// The present moment by the system's clock. Only edges ask: the command line and the app.
    #[must_use]
    pub fn now() -> Self {
        Self(jiff::Timestamp::now().as_microsecond())
    }

    /// Plus hours, minutes and seconds.
    #[must_use]
    pub const fn at(self, hour: u8, minute: u8, second: u8) -> Self {
        Self(self.0 + (hour as i64 * 3600 + minute as i64 * 60 + second as i64) * SECOND)
    }

    /// Without the fraction of its second.
    #[must_use]
    pub const fn whole_second(self) -> Self {
        Self(self.0 - self.0.rem_euclid(SECOND))
    }

    /// Year, month (1–12) and day (1–31) in UTC.
    #[must_use]
    pub const fn ymd(self) -> (i32, u8, u8) {
        civil_from_days(self.0.div_euclid(DAY))
    }

    /// Hour, minute, second in UTC.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // seconds of a day
    pub const fn hms(self) -> (u8, u8, u8) {
        let seconds = self.0.rem_euclid(DAY) / SECOND;
        ((seconds / 3600) as u8, (seconds / 60 % 60) as u8, (seconds % 60) as u8)
    }

    /// `2024-03-01T09:00:00Z`, with six decimals when there is a fraction.
    #[must_use]
    pub fn to_iso(self) -> String {
        let (year, month, day) = self.ymd();
        let (hour, minute, second) = self.hms();
        let fraction = self.0.rem_euclid(SECOND);
        let fraction = if fraction == 0 { String::new() } else { format!(".{fraction:06}") };
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z")
    }
}

/// Days from 1970-01-01 to a proleptic Gregorian date, by counting 400-year eras from a 1 March.
#[must_use]
pub const fn days_from_civil(year: i32, month: u8, day: u8) -> i64 {
    let year = year as i64 - (month <= 2) as i64;
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let month_from_march = (month as i64 + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day as i64 - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
}

/// The date of a day number: the inverse of [`days_from_civil`].
#[must_use]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // months, days and years fit
pub const fn civil_from_days(days: i64) -> (i32, u8, u8) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = (month_from_march + 2) % 12 + 1;
    let year = year_of_era + era * 400 + (month <= 2) as i64;
    (year as i32, month as u8, day as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calendar_agrees_with_jiff_over_eight_centuries() {
        let epoch = jiff::civil::date(1970, 1, 1);
        for days in (-150_000..150_000).step_by(17) {
            let date = epoch.saturating_add(jiff::Span::new().days(days));
            let (year, month, day) = civil_from_days(days);
            assert_eq!(
                (i64::from(year), i64::from(month), i64::from(day)),
                (i64::from(date.year()), i64::from(date.month()), i64::from(date.day()))
            );
            assert_eq!(days_from_civil(year, month, day), days);
        }
    }

    #[test]
    fn iso_text() {
        assert_eq!(Timestamp::from_ymd(2024, 3, 1).at(9, 5, 7).to_iso(), "2024-03-01T09:05:07Z");
        assert_eq!(Timestamp(-1).to_iso(), "1969-12-31T23:59:59.999999Z");
    }
}
