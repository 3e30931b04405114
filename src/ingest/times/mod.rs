//! Times as people and machines write them, read to UTC microseconds.

mod civil;
mod guess;
mod month_names;
mod zone;

pub(super) use guess::{Guessed, decisive_order, guess, guess_serials};
pub(super) use zone::Zone;

use crate::base::time::SECOND;
use crate::base::{Micros, Timestamp};
use crate::model::DateOrder;
use jiff::fmt::strtime::BrokenDownTime;

/// How a column's times are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Digits in calendar order, with or without a time of day.
    Calendar(DateOrder),
    /// A count since 1970 of units this long.
    Epoch(Micros),
    /// Year and day in digits, the month as a word.
    MonthNames,
    /// Days since 1899-12-30 with the time of day as fraction, as spreadsheets count.
    Serial,
    /// A `strptime` format.
    Format(String),
}

/// Reads the times of one column.
#[derive(Clone)]
pub(super) struct TimeReader {
    shape: Shape,
    zone: Zone,
    last_day: civil::LastDay,
}

impl TimeReader {
    pub(super) fn new(shape: Shape, zone: Zone) -> Self {
        Self { shape, zone, last_day: civil::LastDay::default() }
    }

    /// The moment; none when the text is none of this column's shape.
    pub(super) fn read(&mut self, text: &str) -> Option<Timestamp> {
        match &self.shape {
            Shape::Calendar(order) => {
                let parsed = civil::parse_next(text, *order, &mut self.last_day)?;
                self.place(parsed.micros, parsed.offset_secs)
            }
            Shape::Epoch(unit) => read_epoch(text, *unit),
            Shape::MonthNames => {
                let parsed = civil::parse(&month_names::in_digits(text)?, DateOrder::Ymd)?;
                self.place(parsed.micros, parsed.offset_secs)
            }
            Shape::Serial => {
                let civil_micros = read_serial(text)?;
                self.place(civil_micros, None)
            }
            Shape::Format(format) => {
                let parts = BrokenDownTime::parse(format, text).ok()?;
                if let Some(moment) = parts.timestamp() {
                    return Some(Timestamp(moment.as_second() * SECOND));
                }
                if parts.offset().is_some() || parts.iana_time_zone().is_some() {
                    return Some(Timestamp(parts.to_timestamp().ok()?.as_microsecond()));
                }
                let date = parts.to_date().ok()?;
                let time = parts.to_time().unwrap_or_default();
                self.place(civil::micros_of(date, time), None)
            }
        }
    }

    fn place(&mut self, civil_micros: Micros, offset_secs: Option<i32>) -> Option<Timestamp> {
        match offset_secs {
            Some(offset) => Some(Timestamp(civil_micros - i64::from(offset) * SECOND)),
            None => self.zone.moment(civil_micros),
        }
    }
}

/// A whole or decimal count of units since 1970.
fn read_epoch(text: &str, unit: Micros) -> Option<Timestamp> {
    if let Ok(count) = text.parse::<i64>() {
        return count.checked_mul(unit).filter(|micros| in_range(*micros)).map(Timestamp);
    }
    let count: f64 = text.parse().ok()?;
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation)] // checked by the range
    let micros = (count * unit as f64).round() as i64;
    (count.is_finite() && in_range(micros)).then_some(Timestamp(micros))
}

/// A spreadsheet's count of days, to the millisecond, between 1970 and 2100 as on the wall.
fn read_serial(text: &str) -> Option<Micros> {
    let days: f64 = text.replace(',', ".").parse().ok()?;
    if !(25_569.0..73_051.0).contains(&days) {
        return None;
    }
    let from_1900 = Timestamp::from_ymd(1899, 12, 30).0;
    #[allow(clippy::cast_possible_truncation)] // checked by the range
    let milliseconds = (days * 86_400_000.0).round() as i64;
    Some(from_1900 + milliseconds * 1000)
}

/// True for a time of day alone, such as `9:05` or `9:05:07 PM`.
pub(super) fn is_clock(text: &str) -> bool {
    text.contains(':') && civil::parse(&format!("2000-01-01 {text}"), DateOrder::Ymd).is_some()
}

/// From the year 1 to the year 9999.
fn in_range(micros: Micros) -> bool {
    (Timestamp::from_ymd(1, 1, 1).0..Timestamp::from_ymd(10_000, 1, 1).0).contains(&micros)
}

/// Reads a single moment that a person gave as ISO date or time, such as the day of a survey.
pub(super) fn read_iso(text: &str) -> Option<Timestamp> {
    TimeReader::new(Shape::Calendar(DateOrder::Ymd), Zone::Utc).read(text.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, shape: Shape, zone: &str) -> Option<String> {
        let zone = Zone::named(zone).unwrap();
        TimeReader::new(shape, zone).read(text).map(Timestamp::to_iso)
    }

    #[test]
    fn calendar_times() {
        use DateOrder::{Dmy, Mdy, Ymd};
        for (text, order, expected) in [
            ("2024-03-01", Ymd, "2024-03-01T00:00:00Z"),
            ("2024-03-01T09:05", Ymd, "2024-03-01T09:05:00Z"),
            ("2024-03-01 09:05:07.25", Ymd, "2024-03-01T09:05:07.250000Z"),
            ("2024-03-01T09:05:07Z", Ymd, "2024-03-01T09:05:07Z"),
            ("2024-03-01T09:05:07+02:00", Ymd, "2024-03-01T07:05:07Z"),
            ("2024-03-01 09:05:07 -0530", Ymd, "2024-03-01T14:35:07Z"),
            ("2024-03-01 09:05:07 UTC", Ymd, "2024-03-01T09:05:07Z"),
            ("2024-03-01T09:05:07,123456789+02", Ymd, "2024-03-01T07:05:07.123456Z"),
            ("20240301", Ymd, "2024-03-01T00:00:00Z"),
            ("20240301T090507", Ymd, "2024-03-01T09:05:07Z"),
            ("2024/3/1 9:05", Dmy, "2024-03-01T09:05:00Z"),
            ("01.03.2024", Dmy, "2024-03-01T00:00:00Z"),
            ("1.3.2024 23:59:59", Dmy, "2024-03-01T23:59:59Z"),
            ("01/03/2024 09:05", Dmy, "2024-03-01T09:05:00Z"),
            ("03/01/2024 09:05", Mdy, "2024-03-01T09:05:00Z"),
            ("12/31/1899 02:00:00 PM", Mdy, "1899-12-31T14:00:00Z"),
            ("3/1/2024 12:05 am", Mdy, "2024-03-01T00:05:00Z"),
            ("3/1/2024 12:05pm", Mdy, "2024-03-01T12:05:00Z"),
            ("01.03.24", Dmy, "2024-03-01T00:00:00Z"),
        ] {
            assert_eq!(read(text, Shape::Calendar(order), "UTC").as_deref(), Some(expected), "{text}");
        }
        for text in [
            "",
            "2024-02-30",
            "2024-13-01",
            "31/12",
            "2024-03",
            "2024-03-01 25:00",
            "2024-03-01 9",
            "hello",
            "2024-03-01 09:05 nonsense",
            "2024-03-01T",
            "13:00",
            "1/2/3/4",
            "2024-03-01 13:00 PM",
            "ş",
            "2024-03-0ş",
        ] {
            assert_eq!(read(text, Shape::Calendar(Ymd), "UTC"), None, "{text}");
        }
    }

    #[test]
    fn zones_with_and_without_summer_time() {
        let ymd = || Shape::Calendar(DateOrder::Ymd);
        let warsaw = "Europe/Warsaw";
        assert_eq!(read("2024-01-15 12:00", ymd(), warsaw).unwrap(), "2024-01-15T11:00:00Z");
        assert_eq!(read("2024-07-15 12:00", ymd(), warsaw).unwrap(), "2024-07-15T10:00:00Z");
        assert_eq!(read("2024-07-15 12:00", ymd(), "Europe/Istanbul").unwrap(), "2024-07-15T09:00:00Z");
        assert_eq!(read("2024-07-15 12:00Z", ymd(), warsaw).unwrap(), "2024-07-15T12:00:00Z");
        assert!(Zone::named("Europe/Atlantis").is_none());
    }

    #[test]
    fn counts_and_formats() {
        assert_eq!(read("1709283907", Shape::Epoch(SECOND), "UTC").unwrap(), "2024-03-01T09:05:07Z");
        assert_eq!(read("1709283907250", Shape::Epoch(1000), "UTC").unwrap(), "2024-03-01T09:05:07.250000Z");
        assert_eq!(read("1709283907.5", Shape::Epoch(SECOND), "UTC").unwrap(), "2024-03-01T09:05:07.500000Z");
        assert_eq!(read("99999999999999999", Shape::Epoch(SECOND), "UTC"), None);
        let format = |format: &str| Shape::Format(format.to_owned());
        assert_eq!(read("1 Mar 2024", format("%d %b %Y"), "UTC").unwrap(), "2024-03-01T00:00:00Z");
        assert_eq!(
            read("1 Mar 2024 9.05", format("%d %b %Y %H.%M"), "Europe/Istanbul").unwrap(),
            "2024-03-01T06:05:00Z"
        );
        assert_eq!(
            read("2024-03-01 09:05 +0300", format("%Y-%m-%d %H:%M %z"), "UTC").unwrap(),
            "2024-03-01T06:05:00Z"
        );
        assert_eq!(read("yesterday", format("%d %b %Y"), "UTC"), None);
        assert_eq!(read("45352.375", Shape::Serial, "UTC").unwrap(), "2024-03-01T09:00:00Z");
        assert_eq!(read("45352,5", Shape::Serial, "Europe/Istanbul").unwrap(), "2024-03-01T09:00:00Z");
        assert_eq!(read("12", Shape::Serial, "UTC"), None);
        assert_eq!(read("1714557600000", Shape::Serial, "UTC"), None, "milliseconds since 1970");
        assert_eq!(read("1. März 2024 9:05", Shape::MonthNames, "UTC").unwrap(), "2024-03-01T09:05:00Z");
        assert!(is_clock("9:05 PM") && is_clock("09:05:07") && !is_clock("25:00") && !is_clock("905"));
    }
}
