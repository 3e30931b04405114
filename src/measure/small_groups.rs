//! Counts so small that they may point at single people: hidden in whatever leaves the program.
//!
//! A count from 1 to below the smallest group is hidden, and so is what would reveal it by subtraction: the share it
//! belongs to, the rest of that share, and the next smallest part of a whole of which only one part is hidden.

use super::figures::Rate;
use serde::{Serialize, Serializer};

/// A figure as it may be shown. In machine-readable output a hidden one is `"<5"` or `"hidden"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown<T> {
    /// As it is.
    Value(T),
    /// A count that is too small; the number is the smallest group that is told.
    Below(u32),
    /// Not small itself, but it would tell a count that is.
    Withheld,
}

impl<T> Shown<T> {
    /// The figure, unless it is hidden.
    pub fn value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Below(_) | Self::Withheld => None,
        }
    }

    /// True when it is hidden.
    #[must_use]
    pub const fn is_hidden(&self) -> bool {
        !matches!(self, Self::Value(_))
    }
}

impl<T: Serialize> Serialize for Shown<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Value(value) => value.serialize(serializer),
            Self::Below(smallest) => serializer.collect_str(&format_args!("<{smallest}")),
            Self::Withheld => serializer.serialize_str("hidden"),
        }
    }
}

/// The smallest group whose count is told; 0 and 1 hide nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SmallGroups(pub u32);

impl SmallGroups {
    /// True for a count that may not be told.
    #[must_use]
    pub fn hides(self, count: u64) -> bool {
        (1..u64::from(self.0)).contains(&count)
    }

    /// A count that stands for itself.
    #[must_use]
    pub fn count(self, count: u64) -> Shown<u64> {
        if self.hides(count) { Shown::Below(self.0) } else { Shown::Value(count) }
    }

    /// A part of a whole that is told elsewhere: hidden when the part, the rest or the whole is small.
    #[must_use]
    pub fn hides_part(self, part: u64, whole: u64) -> bool {
        self.hides(part) || self.hides(whole) || self.hides(whole.saturating_sub(part))
    }

    /// A share with its interval, from which its counts could be worked out.
    #[must_use]
    pub fn rate(self, rate: Rate) -> Shown<Rate> {
        if self.hides(rate.count) {
            Shown::Below(self.0)
        } else if self.hides_part(rate.count, rate.of) {
            Shown::Withheld
        } else {
            Shown::Value(rate)
        }
    }

    /// A share of a whole that is told elsewhere, where only the share itself is known.
    #[must_use]
    pub fn share(self, share: f64, whole: u64) -> Shown<f64> {
        let part = (share * whole as f64).round() as u64;
        if self.hides_part(part, whole) { Shown::Withheld } else { Shown::Value(share) }
    }

    /// Parts that add up to a whole which is told elsewhere: where only one would be hidden, the smallest other part
    /// is hidden too, else the difference would tell.
    #[must_use]
    pub fn parts<const N: usize>(self, parts: [u64; N]) -> [Shown<u64>; N] {
        let mut shown = parts.map(|part| self.count(part));
        hide_second(&mut shown, &parts);
        shown
    }

    /// As [`Self::parts`], for any number of parts.
    #[must_use]
    pub fn list(self, parts: &[u64]) -> Vec<Shown<u64>> {
        let mut shown: Vec<_> = parts.iter().map(|part| self.count(*part)).collect();
        hide_second(&mut shown, parts);
        shown
    }
}

/// Where only one part is hidden, the smallest other part is hidden too.
fn hide_second(shown: &mut [Shown<u64>], parts: &[u64]) {
    if shown.iter().filter(|part| part.is_hidden()).count() == 1 {
        let others = (0..parts.len()).filter(|place| !shown[*place].is_hidden() && parts[*place] > 0);
        if let Some(smallest) = others.min_by_key(|place| parts[*place]) {
            shown[smallest] = Shown::Withheld;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIVE: SmallGroups = SmallGroups(5);

    #[test]
    fn counts_below_the_limit_are_hidden_and_none_is_told() {
        let hidden: Vec<u64> = (0..8).filter(|count| FIVE.count(*count).is_hidden()).collect();
        assert_eq!(hidden, [1, 2, 3, 4]);
        for none in [0, 1] {
            assert!((0..8).all(|count| !SmallGroups(none).hides(count)));
        }
        assert_eq!(serde_json::to_string(&FIVE.parts([3, 30, 200])).unwrap(), r#"["<5","hidden",200]"#);
    }

    #[test]
    fn what_tells_by_subtraction_is_hidden_too() {
        assert!(FIVE.hides_part(3, 100));
        assert!(FIVE.hides_part(97, 100));
        assert!(FIVE.hides_part(0, 4));
        assert!(!FIVE.hides_part(0, 100) && !FIVE.hides_part(100, 100) && !FIVE.hides_part(50, 100));

        let hidden = |parts| FIVE.parts(parts).map(|part: Shown<u64>| part.is_hidden());
        assert_eq!(FIVE.parts([3, 40, 20])[2], Shown::Withheld);
        assert_eq!(hidden([3, 40, 20]), [true, false, true]);
        assert_eq!(hidden([3, 2, 20]), [true, true, false]);
        assert_eq!(hidden([30, 40, 20]), [false, false, false]);
        assert_eq!(hidden([3, 0, 20]), [true, false, true]);
        assert_eq!(hidden([3, 0, 0]), [true, false, false], "the whole itself is small");
    }
}
