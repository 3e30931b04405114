//! How numbers, shares, durations and dates are written for people. Machine formats are elsewhere.

use super::time::Timestamp;

/// Marks of one language's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NumberFormat {
    /// Between whole part and fraction.
    pub decimal: char,
    /// Between groups of three digits.
    pub group: char,
    /// Days with slashes begin with the month.
    pub month_first: bool,
}

/// Thin, unbreakable: what typography puts between digit groups and before a per cent sign.
const NARROW_SPACE: char = '\u{202F}';

impl Default for NumberFormat {
    fn default() -> Self {
        Self { decimal: '.', group: NARROW_SPACE, month_first: false }
    }
}

impl NumberFormat {
    /// The marks of a language tag; Turkish, Polish and most of Europe write a decimal comma.
    #[must_use]
    pub fn of(tag: &str) -> Self {
        let comma =
            ["tr", "pl", "de", "fr", "es", "it", "nl", "pt", "cs", "ru", "uk", "sv", "da", "nb", "fi", "el"];
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        let decimal = if comma.contains(&primary) { ',' } else { '.' };
        let month_first = tag.replace('_', "-").to_ascii_lowercase().starts_with("en-us");
        Self { decimal, month_first, ..Self::default() }
    }

    /// A whole number with digit groups: `10 119 691`.
    #[must_use]
    pub fn count(&self, value: u64) -> String {
        let digits = value.to_string();
        let mut text = String::with_capacity(digits.len() * 2);
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push(self.group);
            }
            text.push(digit);
        }
        text
    }

    /// A count in little room: `999`, `4.1 k`, `561 k`, `1.03 M`.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // three digits are shown
    pub fn short_count(&self, value: u64) -> String {
        let (scaled, unit) = match value {
            0..=9_999 => return self.count(value),
            10_000..=999_499 => (value as f64 / 1e3, "k"),
            999_500..=999_499_999 => (value as f64 / 1e6, "M"),
            _ => (value as f64 / 1e9, "G"),
        };
        let decimals = if scaled < 9.995 {
            2
        } else if scaled < 99.95 {
            1
        } else {
            0
        };
        format!("{}{NARROW_SPACE}{unit}", self.decimals(scaled, decimals))
    }

    /// A number with a fixed count of decimals and a real minus sign.
    #[must_use]
    pub fn decimals(&self, value: f64, decimals: usize) -> String {
        let text = format!("{value:.decimals$}");
        let (sign, digits) = match text.strip_prefix('-') {
            // "-0.0" is zero.
            Some(rest) if rest.bytes().all(|b| matches!(b, b'0' | b'.')) => ("", rest),
            Some(rest) => ("−", rest),
            None => ("", text.as_str()),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let whole = whole.parse().map_or_else(|_| whole.to_owned(), |whole: u64| self.count(whole));
        let mark = if fraction.is_empty() { String::new() } else { self.decimal.to_string() };
        format!("{sign}{whole}{mark}{fraction}")
    }

    /// How likely chance is, behind a `p` or `q`: `= 0.027`, and what is smaller than can be told, `< 0.001`.
    #[must_use]
    pub fn chance(&self, probability: f64) -> String {
        const LEAST: f64 = 0.001;
        let sign = if probability < LEAST { '<' } else { '=' };
        format!("{sign}\u{a0}{}", self.decimals(probability.max(LEAST), 3))
    }

    /// A number with its sign always written: `+0.5`, `−1.3`, `0.0`.
    #[must_use]
    pub fn signed(&self, value: f64, decimals: usize) -> String {
        let text = self.decimals(value, decimals);
        let zero = text.chars().all(|c| !c.is_ascii_digit() || c == '0');
        if value > 0.0 && !zero { format!("+{text}") } else { text }
    }

    /// A share 0…1 in per cent: `46.4 %` with one decimal.
    #[must_use]
    pub fn percent(&self, share: f64, decimals: usize) -> String {
        format!("{}{NARROW_SPACE}%", self.decimals(share * 100.0, decimals))
    }

    /// A length of time in two units at most: `45 s`, `7 min 30 s`, `1 h 20 min`, `3 d 4 h`.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole non-negative seconds
    pub fn duration(&self, seconds: f64) -> String {
        if !seconds.is_finite() {
            return "–".to_owned();
        }
        if seconds.abs() < 10.0 && seconds.fract() != 0.0 {
            return format!("{}{NARROW_SPACE}s", self.decimals(seconds, 1));
        }
        let whole = seconds.abs().round() as u64;
        let sign = if seconds < -0.5 { "−" } else { "" };
        let (big, small) = match whole {
            0..=59 => ((whole, "s"), None),
            60..=3_599 => ((whole / 60, "min"), Some((whole % 60, "s"))),
            3_600..=86_399 => ((whole / 3_600, "h"), Some((whole % 3_600 / 60, "min"))),
            _ => ((whole / 86_400, "d"), Some((whole % 86_400 / 3_600, "h"))),
        };
        let part = |(value, unit): (u64, &str)| format!("{}{NARROW_SPACE}{unit}", self.count(value));
        match small.filter(|(value, _)| *value > 0) {
            Some(small) => format!("{sign}{} {}", part(big), part(small)),
            None => format!("{sign}{}", part(big)),
        }
    }
}

/// A date as people read it in any language: `2024-04-01`.
#[must_use]
pub fn date(time: Timestamp) -> String {
    let (year, month, day) = time.ymd();
    format!("{year:04}-{month:02}-{day:02}")
}

/// `2024-03-01 12:00` in the time of this computer for an ISO time with its zone; other texts to the minute as they are.
#[must_use]
pub fn local_minute(iso: &str) -> String {
    match iso.parse::<jiff::Timestamp>() {
        Ok(time) => time.to_zoned(jiff::tz::TimeZone::system()).strftime("%Y-%m-%d %H:%M").to_string(),
        Err(_) => iso.get(..16).unwrap_or(iso).replace('T', " "),
    }
}

/// A period of dates: `2024-04-01 – 2024-06-30`, one date when both are the same day.
#[must_use]
pub fn period(first: Timestamp, last: Timestamp) -> String {
    let (first, last) = (date(first), date(last));
    if first == last { first } else { format!("{first} – {last}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        text.replace(NARROW_SPACE, " ")
    }

    #[test]
    fn no_chance_is_said_to_be_none() {
        let format = NumberFormat::default();
        let told = |probability| format.chance(probability).replace('\u{a0}', " ");
        assert_eq!(told(0.027), "= 0.027");
        assert_eq!(told(0.0), "< 0.001");
        assert_eq!(told(0.001), "= 0.001");
    }

    #[test]
    fn counts() {
        let format = NumberFormat::default();
        assert_eq!(plain(&format.count(10_119_691)), "10 119 691");
        let short = [
            (999, "999"),
            (4_100, "4 100"),
            (561_353, "561 k"),
            (999_499, "999 k"),
            (999_500, "1.00 M"),
            (1_030_000, "1.03 M"),
            (24_100_000, "24.1 M"),
        ];
        for (value, text) in short {
            assert_eq!(plain(&format.short_count(value)), text);
        }
    }

    #[test]
    fn shares_signs_and_durations() {
        let turkish = NumberFormat::of("tr-TR");
        assert_eq!(plain(&turkish.percent(0.4642, 1)), "46,4 %");
        let format = NumberFormat::default();
        assert_eq!(format.signed(-1.3, 1), "−1.3");
        assert_eq!(format.signed(0.04, 1), "0.0");
        assert_eq!(format.signed(-0.04, 1), "0.0");
        assert_eq!(plain(&format.duration(450.0)), "7 min 30 s");
        assert_eq!(plain(&format.duration(86_400.0)), "1 d");
        assert_eq!(plain(&format.duration(0.5)), "0.5 s");
    }
}
