//! Small whole numbers in as few bytes each as the largest one needs.

use crate::base::{Cancel, Cancelled};
use rayon::prelude::*;
use std::ops::Range;

/// Places between two looks at the stop flag.
const PLACES_PER_CHECK: usize = 1 << 16;

/// A whole number of some width, the largest of which stands for a gap.
trait Code: Copy {
    const GAP: Self;

    /// Cuts off what does not fit.
    fn of(code: u32) -> Self;

    /// None for a gap.
    fn get(self) -> Option<u32>;
}

macro_rules! code {
    ($number:ty) => {
        impl Code for $number {
            const GAP: Self = Self::MAX;

            fn of(code: u32) -> Self {
                code as Self
            }

            fn get(self) -> Option<u32> {
                (self != Self::GAP).then_some(self as u32)
            }
        }
    };
}

code!(u8);
code!(u16);
code!(u32);

/// A column of codes or gaps. The largest number of each width stands for a gap; a column becomes wider by itself.
#[derive(Clone, Debug)]
pub enum Codes {
    /// Below 255.
    Bytes(Vec<u8>),
    /// Below 65 535.
    Halves(Vec<u16>),
    /// The others.
    Words(Vec<u32>),
}

impl Default for Codes {
    fn default() -> Self {
        Self::Bytes(Vec::new())
    }
}

impl Codes {
    /// A gap among wide codes.
    pub const GAP: u32 = u32::MAX;

    /// Adds a code or a gap.
    pub fn push(&mut self, code: Option<u32>) {
        // Cut off, the gap of the widest is the gap of the others.
        let wide = code.unwrap_or(u32::MAX);
        match self {
            Self::Bytes(column) if code.is_none() || wide < u32::from(u8::MAX) => column.push(wide as u8),
            Self::Halves(column) if code.is_none() || wide < u32::from(u16::MAX) => column.push(wide as u16),
            Self::Words(column) => column.push(wide),
            _ => {
                self.widen();
                self.push(code);
            }
        }
    }

    /// Adds a column whose codes are to be replaced by those at their places in `known`.
    pub(super) fn extend_with(&mut self, other: &Self, known: &[u32]) {
        while known.iter().any(|code| *code >= self.limit()) {
            self.widen();
        }
        match other {
            Self::Bytes(more) => self.extend_with_codes(more, known),
            Self::Halves(more) => self.extend_with_codes(more, known),
            Self::Words(more) => self.extend_with_codes(more, known),
        }
    }

    /// `known` fit the width of this column.
    fn extend_with_codes(&mut self, more: &[impl Code], known: &[u32]) {
        fn extend<T: Code>(column: &mut Vec<T>, more: &[impl Code], known: &[u32]) {
            let known: Vec<T> = known.iter().map(|code| T::of(*code)).collect();
            column.extend(more.iter().map(|code| code.get().map_or(T::GAP, |code| known[code as usize])));
        }
        match self {
            Self::Bytes(column) => extend(column, more, known),
            Self::Halves(column) => extend(column, more, known),
            Self::Words(column) => extend(column, more, known),
        }
    }

    /// Codes below this fit the width.
    const fn limit(&self) -> u32 {
        match self {
            Self::Bytes(_) => u8::MAX as u32,
            Self::Halves(_) => u16::MAX as u32,
            Self::Words(_) => u32::MAX,
        }
    }

    fn widen(&mut self) {
        let wide = |code: Option<u32>| code.unwrap_or(u32::MAX);
        *self = match self {
            Self::Bytes(_) => {
                Self::Halves(self.iter().map(|code| code.map_or(u16::MAX, |c| c as u16)).collect())
            }
            _ => Self::Words(self.iter().map(wide).collect()),
        };
    }

    /// The code at a place; none for a gap and beyond the end.
    #[must_use]
    pub fn get(&self, place: usize) -> Option<u32> {
        match self {
            Self::Bytes(column) => {
                column.get(place).filter(|code| **code != u8::MAX).map(|code| u32::from(*code))
            }
            Self::Halves(column) => {
                column.get(place).filter(|code| **code != u16::MAX).map(|code| u32::from(*code))
            }
            Self::Words(column) => column.get(place).filter(|code| **code != u32::MAX).copied(),
        }
    }

    fn iter(&self) -> impl Iterator<Item = Option<u32>> {
        (0..self.len()).map(|place| self.get(place))
    }

    /// Adds one to the count of each code at these places. Gaps, and codes for which there is no count, are left out.
    pub fn count(&self, places: Range<usize>, counts: &mut [u32]) {
        self.each(places, |code| {
            if let Some(count) = counts.get_mut(code) {
                *count += 1;
            }
        });
    }

    /// Hands on the codes at these places, nothing where some are beyond the end. A gap is a number that no code has.
    pub fn each(&self, places: Range<usize>, mut put: impl FnMut(usize)) {
        match self {
            Self::Bytes(column) => some(column, places).iter().for_each(|code| put(usize::from(*code))),
            Self::Halves(column) => some(column, places).iter().for_each(|code| put(usize::from(*code))),
            Self::Words(column) => some(column, places).iter().for_each(|code| put(*code as usize)),
        }
    }

    /// Columns of wide codes, where [`Codes::GAP`] stands for a gap, one after the other; `rename` gives the new code, below
    /// `bound`, from the number of the column and its code.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn concat(
        parts: &[Vec<u32>],
        bound: usize,
        rename: impl Fn(usize, u32) -> u32 + Sync,
        cancel: &Cancel,
    ) -> Result<Self, Cancelled> {
        Ok(if bound <= usize::from(u8::MAX) {
            Self::Bytes(concat(parts, u8::MAX, |part, code| rename(part, code) as u8, cancel)?)
        } else if bound <= usize::from(u16::MAX) {
            Self::Halves(concat(parts, u16::MAX, |part, code| rename(part, code) as u16, cancel)?)
        } else {
            Self::Words(concat(parts, u32::MAX, rename, cancel)?)
        })
    }

    /// Of up to 64 places, a bit each: whether what is there holds.
    pub fn bits(&self, places: Range<usize>, holds: impl Fn(Option<u32>) -> bool) -> u64 {
        places.rev().fold(0, |bits, place| bits << 1 | u64::from(holds(self.get(place))))
    }

    /// How many places there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match self {
            Self::Bytes(column) => column.len(),
            Self::Halves(column) => column.len(),
            Self::Words(column) => column.len(),
        }
    }

    /// True for a column without places.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Gives back room that is not needed, when no more codes come.
    pub fn shrink_to_fit(&mut self) {
        match self {
            Self::Bytes(column) => column.shrink_to_fit(),
            Self::Halves(column) => column.shrink_to_fit(),
            Self::Words(column) => column.shrink_to_fit(),
        }
    }

    /// Bytes that each code takes; 0 for a column without places.
    pub(super) fn bytes_each(&self) -> usize {
        if self.is_empty() {
            return 0;
        }
        match self {
            Self::Bytes(_) => 1,
            Self::Halves(_) => 2,
            Self::Words(_) => 4,
        }
    }

    /// Bytes held, for the memory figures.
    #[must_use]
    pub fn bytes_held(&self) -> usize {
        match self {
            Self::Bytes(column) => column.capacity(),
            Self::Halves(column) => 2 * column.capacity(),
            Self::Words(column) => 4 * column.capacity(),
        }
    }

    /// Puts the column into the given order, if any, and gives back room it does not need.
    pub(super) fn settle(&mut self, order: Option<&[u32]>, cancel: &Cancel) -> Result<(), Cancelled> {
        match self {
            Self::Bytes(column) => settle(column, order, cancel),
            Self::Halves(column) => settle(column, order, cancel),
            Self::Words(column) => settle(column, order, cancel),
        }
    }
}

fn some<T>(column: &[T], places: Range<usize>) -> &[T] {
    column.get(places).unwrap_or_default()
}

fn concat<T: Copy + Send + Sync>(
    parts: &[Vec<u32>],
    gap: T,
    rename: impl Fn(usize, u32) -> T + Sync,
    cancel: &Cancel,
) -> Result<Vec<T>, Cancelled> {
    let mut column = vec![gap; parts.iter().map(Vec::len).sum()];
    let mut rest = column.as_mut_slice();
    let places: Vec<_> =
        parts.iter().map(|part| rest.split_off_mut(..part.len()).unwrap_or_default()).collect();
    places.into_par_iter().zip(parts).enumerate().try_for_each(|(number, (places, part))| {
        cancel.check()?;
        for (place, code) in places.iter_mut().zip(part) {
            if *code != Codes::GAP {
                *place = rename(number, *code);
            }
        }
        Ok(())
    })?;
    Ok(column)
}

/// Puts a column into the given order of rows, if any, and gives back room it does not need. An absent column stays absent.
pub(super) fn settle<T: Copy + Default + Send + Sync>(
    column: &mut Vec<T>,
    order: Option<&[u32]>,
    cancel: &Cancel,
) -> Result<(), Cancelled> {
    if let Some(order) = order.filter(|_| !column.is_empty()) {
        let mut settled = vec![T::default(); order.len()];
        let places = settled.par_chunks_mut(PLACES_PER_CHECK).zip(order.par_chunks(PLACES_PER_CHECK));
        places.try_for_each(|(places, rows)| {
            cancel.check()?;
            places.iter_mut().zip(rows).for_each(|(place, row)| *place = column[*row as usize]);
            Ok(())
        })?;
        *column = settled;
    }
    column.shrink_to_fit();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_widen_and_keep_what_they_hold() {
        let codes =
            [Some(0), None, Some(254), Some(255), None, Some(65_534), Some(65_535), None, Some(u32::MAX - 1)];
        let mut column = Codes::default();
        let mut widths = Vec::new();
        for code in codes {
            column.push(code);
            widths.push(column.bytes_each());
        }
        assert_eq!(widths, [1, 1, 1, 2, 2, 2, 4, 4, 4]);
        assert_eq!(column.iter().collect::<Vec<_>>(), codes);
        assert_eq!(column.get(codes.len()), None);
    }
}
