//! Dates of the filter and of `observed_until`, as the user writes them.

use super::MeasureError;
use crate::base::Timestamp;
use jiff::civil;
use jiff::tz::TimeZone;

/// A moment from `2024-04-01`, `2024-04-01 10:00`, `2024-04-01T10:00:00` or one with a zone such as `…Z`. What has
/// no zone is read in the source's.
pub fn moment(text: &str, zone: Option<&str>) -> Result<Timestamp, MeasureError> {
    let bad_date = || MeasureError::BadDate(text.to_owned());
    let trimmed = text.trim();
    if let Ok(moment) = trimmed.parse::<jiff::Timestamp>() {
        return Ok(Timestamp(moment.as_microsecond()));
    }
    let civil: civil::DateTime = trimmed.parse().map_err(|_| bad_date())?;
    let zone = match zone {
        None => TimeZone::UTC,
        Some(name) => TimeZone::get(name).map_err(|_| MeasureError::BadTimeZone(name.to_owned()))?,
    };
    let zoned = civil.to_zoned(zone).map_err(|_| bad_date())?;
    Ok(Timestamp(zoned.timestamp().as_microsecond()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_times_and_zones() {
        let day = Timestamp::from_ymd(2024, 4, 1);
        assert_eq!(moment("2024-04-01", None), Ok(day));
        assert_eq!(moment(" 2024-04-01 10:00 ", None), Ok(day.at(10, 0, 0)));
        assert_eq!(moment("2024-04-01T10:00:30", None), Ok(day.at(10, 0, 30)));
        assert_eq!(moment("2024-04-01T10:00:30+02:00", None), Ok(day.at(8, 0, 30)));
        assert_eq!(moment("1 April", None), Err(MeasureError::BadDate("1 April".to_owned())));
        assert_eq!(moment("2024-04-01", Some("Mars")), Err(MeasureError::BadTimeZone("Mars".to_owned())));
    }
}
