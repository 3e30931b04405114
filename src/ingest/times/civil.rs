//! Reads a written date, with or without a time of day and an offset, digit by digit: a third of the cost of a
//! general parser, and it knows the orders, separators and twelve-hour clocks that spreadsheets write.

use crate::base::time::{DAY, SECOND, days_from_civil};
use crate::base::{Micros, Timestamp};
use crate::model::DateOrder;

/// A reading of the calendar and the clock on the wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Civil {
    /// Microseconds since 1970-01-01 00:00 on that wall.
    pub micros: Micros,
    /// East of UTC, when written.
    pub offset_secs: Option<i32>,
    /// A time of day was written.
    pub has_clock: bool,
}

pub(super) fn micros_of(date: jiff::civil::Date, time: jiff::civil::Time) -> Micros {
    #[allow(clippy::cast_sign_loss)] // months, days, hours, minutes and seconds are never negative
    let whole = Timestamp::from_ymd(i32::from(date.year()), date.month() as u8, date.day() as u8).at(
        time.hour() as u8,
        time.minute() as u8,
        time.second() as u8,
    );
    whole.0 + i64::from(time.subsec_nanosecond()) / 1000
}

/// What is left to read.
struct Cursor<'a>(&'a [u8]);

impl Cursor<'_> {
    fn peek(&self) -> Option<u8> {
        self.0.first().copied()
    }

    fn skip(&mut self, count: usize) {
        self.0 = self.0.get(count..).unwrap_or_default();
    }

    fn eat(&mut self, byte: u8) -> bool {
        let found = self.peek() == Some(byte);
        if found {
            self.skip(1);
        }
        found
    }

    fn blanks(&mut self) -> bool {
        let count = self.0.iter().take_while(|byte| **byte == b' ').count();
        self.skip(count);
        count > 0
    }

    /// At most `longest` digits: how many there were and their value.
    fn digits(&mut self, longest: usize) -> Option<(usize, u32)> {
        let count = self.0.iter().take(longest).take_while(|byte| byte.is_ascii_digit()).count();
        let value = self.0.iter().take(count).fold(0, |value, digit| value * 10 + u32::from(digit - b'0'));
        self.skip(count);
        (count > 0).then_some((count, value))
    }

    /// Exactly two digits.
    fn two(&mut self) -> Option<u32> {
        self.digits(2).filter(|(count, _)| *count == 2).map(|(_, value)| value)
    }
}

/// The day that was read last, as it is written: rows near each other nearly always share it.
#[derive(Clone, Default)]
pub(super) struct LastDay(Option<([u8; 10], Micros)>);

/// Reads the whole text; none when anything in it is not understood.
pub(super) fn parse(text: &str, order: DateOrder) -> Option<Civil> {
    parse_next(text, order, &mut LastDay::default())
}

/// As [`parse`], for one of many texts.
pub(super) fn parse_next(text: &str, order: DateOrder, last: &mut LastDay) -> Option<Civil> {
    plain(text.as_bytes(), last).or_else(|| parse_any(text, order))
}

/// `2024-03-01 09:05:07`, with `T` or a blank between and perhaps a `Z` behind: as most machines write it, whose
/// digits stand at known places whatever the order of others.
fn plain(text: &[u8], LastDay(last): &mut LastDay) -> Option<Civil> {
    let (date, rest) = text.split_first_chunk()?;
    let [b'T' | b' ', h1, h2, b':', n1, n2, b':', s1, s2, zone @ ..] = rest else { return None };
    let offset_secs = match zone {
        [] => None,
        [b'Z'] => Some(0),
        _ => return None,
    };
    let (hour, minute, second) = (two(*h1, *h2)?, two(*n1, *n2)?, two(*s1, *s2)?);
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let day = match last {
        Some((written, micros)) if written == date => *micros,
        _ => last.insert((*date, plain_day(date)?)).1,
    };
    let seconds = i64::from(hour * 3600 + minute * 60 + second);
    Some(Civil { micros: day + seconds * SECOND, offset_secs, has_clock: true })
}

/// Microseconds from 1970 to the beginning of `2024-03-01`.
fn plain_day(date: &[u8; 10]) -> Option<Micros> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *date else { return None };
    let (year, month, day) = checked(two(y1, y2)? * 100 + two(y3, y4)?, two(m1, m2)?, two(d1, d2)?)?;
    Some(days_from_civil(i32::try_from(year).ok()?, month, day) * DAY)
}

fn two(tens: u8, ones: u8) -> Option<u32> {
    let [tens, ones] = [tens, ones].map(|digit| digit.wrapping_sub(b'0'));
    (tens < 10 && ones < 10).then(|| u32::from(tens) * 10 + u32::from(ones))
}

fn parse_any(text: &str, order: DateOrder) -> Option<Civil> {
    let mut rest = Cursor(text.as_bytes());
    let (year, month, day) = date(&mut rest, order)?;
    let mut micros = days_from_civil(i32::try_from(year).ok()?, month, day) * DAY;
    let mut civil = Civil { micros, offset_secs: None, has_clock: false };
    let parted = rest.eat(b'T') || rest.eat(b't') || rest.blanks();
    if rest.0.is_empty() {
        return (!parted || text.ends_with(' ')).then_some(civil);
    }
    if !parted {
        return None;
    }
    micros += clock(&mut rest)?;
    civil = Civil { micros, offset_secs: offset(&mut rest)?, has_clock: true };
    rest.0.is_empty().then_some(civil)
}

fn date(rest: &mut Cursor<'_>, order: DateOrder) -> Option<(u32, u8, u8)> {
    let (length, first) = rest.digits(8)?;
    if length == 8 {
        return checked(first / 10_000, first / 100 % 100, first % 100);
    }
    let separator = rest.peek().filter(|byte| matches!(byte, b'-' | b'/' | b'.'))?;
    rest.skip(1);
    let (_, second) = rest.digits(2)?;
    if !rest.eat(separator) {
        return None;
    }
    let (last_length, third) = rest.digits(4)?;
    let full_year = |length: usize, year: u32| match length {
        4 => Some(year),
        // As POSIX reads two digits.
        2 => Some(if year < 69 { 2000 + year } else { 1900 + year }),
        _ => None,
    };
    match (length, order) {
        (4, _) => checked(first, second, third).filter(|_| last_length <= 2),
        (2, DateOrder::Ymd) => checked(full_year(2, first)?, second, third).filter(|_| last_length <= 2),
        (1 | 2, DateOrder::Dmy) => checked(full_year(last_length, third)?, second, first),
        (1 | 2, DateOrder::Mdy) => checked(full_year(last_length, third)?, first, second),
        _ => None,
    }
}

/// A date that is in the calendar.
fn checked(year: u32, month: u32, day: u32) -> Option<(u32, u8, u8)> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return None,
    };
    ((1..=9999).contains(&year) && (1..=days).contains(&day)).then_some((year, month as u8, day as u8))
}

/// Microseconds since midnight: `9:05`, `09:05:07`, `090507`, `09:05:07.25`, `9:05 PM`.
fn clock(rest: &mut Cursor<'_>) -> Option<Micros> {
    let (_, mut hour) = rest.digits(2)?;
    let coloned = rest.eat(b':');
    let minute = rest.two()?;
    let with_seconds =
        if coloned { rest.eat(b':') } else { rest.peek().is_some_and(|byte| byte.is_ascii_digit()) };
    let second = if with_seconds { rest.two()? } else { 0 };
    let mut fraction = 0;
    if with_seconds && (rest.eat(b'.') || rest.eat(b',')) {
        let digits = rest.0.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (read, value) = rest.digits(6)?;
        fraction = i64::from(value) * 10_i64.pow(6 - u32::try_from(read).ok()?);
        rest.skip(digits - read);
    }
    if let Some(afternoon) = half_of_day(rest) {
        if !(1..=12).contains(&hour) {
            return None;
        }
        hour = hour % 12 + if afternoon { 12 } else { 0 };
    }
    // A leap second counts as the one before it.
    let second = second.min(if second == 60 { 59 } else { second });
    (hour < 24 && minute < 60 && second < 60)
        .then(|| i64::from(hour * 3600 + minute * 60 + second) * SECOND + fraction)
}

/// `AM` is false, `PM` true.
fn half_of_day(rest: &mut Cursor<'_>) -> Option<bool> {
    let blanks = rest.0.iter().take_while(|byte| **byte == b' ').count();
    let afternoon = match rest.0.get(blanks..)? {
        [b'a' | b'A', b'm' | b'M', ..] => false,
        [b'p' | b'P', b'm' | b'M', ..] => true,
        _ => return None,
    };
    rest.skip(blanks + 2);
    Some(afternoon)
}

/// `Z`, `UTC`, `+02`, `+0200`, `+02:00` or nothing; the outer none means nonsense.
#[allow(clippy::option_option)] // "nothing written" and "not understood" differ
fn offset(rest: &mut Cursor<'_>) -> Option<Option<i32>> {
    rest.blanks();
    match rest.0 {
        [] => return Some(None),
        [b'Z' | b'z'] | b"UTC" | b"GMT" => {
            rest.0 = &[];
            return Some(Some(0));
        }
        _ => {}
    }
    let sign = if rest.eat(b'+') {
        1
    } else if rest.eat(b'-') {
        -1
    } else {
        return None;
    };
    let hours = rest.two()?;
    rest.eat(b':');
    let minutes = if rest.0.is_empty() { 0 } else { rest.two()? };
    (hours <= 15 && minutes < 60)
        .then(|| Some(sign * i32::try_from(hours * 3600 + minutes * 60).unwrap_or(0)))
}
