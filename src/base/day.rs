//! Days as people type them, into ISO dates.

use super::time::{civil_from_days, days_from_civil};

/// The ISO date of a typed day: `2026-01-31`, `2026/1/31`, `31.1.2026`, `31-1-26`, `31/1/2026`; with `month_first`,
/// slashes stand for `1/31/2026`. Years of two digits are those of this century. None when it is no day.
#[must_use]
pub fn iso_day(typed: &str, month_first: bool) -> Option<String> {
    let typed = typed.trim().trim_end_matches('.');
    let mark = typed.chars().find(|c| !c.is_ascii_digit())?;
    let parts: Vec<&str> = typed.split(mark).map(str::trim).collect();
    let &[first, second, third] = parts.as_slice() else { return None };
    let (year, month, day) = match mark {
        '-' | '/' | '.' if first.len() == 4 => (first, second, third),
        '/' if month_first => (third, first, second),
        '-' | '/' | '.' => (third, second, first),
        _ => return None,
    };
    let year: i32 = match year.len() {
        2 => 2000 + number(year)?,
        4 => number(year)?,
        _ => return None,
    };
    let (month, day) = (u8::try_from(number(month)?).ok()?, u8::try_from(number(day)?).ok()?);
    // A day that the calendar does not have becomes another one on the way to and fro.
    let is_sound = (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && civil_from_days(days_from_civil(year, month, day)) == (year, month, day);
    is_sound.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

fn number(digits: &str) -> Option<i32> {
    digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::iso_day;

    #[test]
    fn days_are_typed_as_iso_or_as_at_home() {
        for typed in
            ["2026-01-31", "2026/1/31", "31.1.2026", "31.01.26", " 31-1-2026 ", "31/1/2026", "31. 1. 2026."]
        {
            assert_eq!(iso_day(typed, false).as_deref(), Some("2026-01-31"), "{typed}");
        }
        assert_eq!(iso_day("1/31/2026", true).as_deref(), Some("2026-01-31"));
        assert_eq!(iso_day("31.1.2026", true).as_deref(), Some("2026-01-31"), "dots are European everywhere");
    }

    #[test]
    fn what_is_no_day_is_none() {
        for typed in [
            "",
            "soon",
            "31",
            "2026-02-30",
            "31.2.2026",
            "2026-13-01",
            "1/31/2026",
            "2026-1-0",
            "1.1.126",
            "+1.1.2026",
        ] {
            assert_eq!(iso_day(typed, false), None, "{typed}");
        }
    }
}
