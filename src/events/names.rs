//! Interned texts: each distinct text once, with a small number as its stand-in.

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use std::hash::{BuildHasher, Hasher};
use std::ops::Range;

/// Distinct texts with codes 0, 1, 2 … in the order of first appearance.
#[derive(Clone, Debug, Default)]
pub struct Names {
    texts: String,
    /// End of each text in `texts`.
    ends: Vec<usize>,
    index: HashTable<Entry>,
    /// The code that was given last.
    last: u32,
    recent: Recent,
}

/// Codes of some short texts, each in the place that its bytes give. Columns of few distinct texts are answered from here
/// nearly always, without a look at the index and at the texts.
#[derive(Clone, Debug)]
struct Recent([Option<(Short, u32)>; 64]);

impl Default for Recent {
    fn default() -> Self {
        Self([None; 64])
    }
}

/// A text of up to 16 bytes: its length, its beginning and its end, which overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Short {
    len: usize,
    start: u64,
    end: u64,
}

impl Short {
    /// None for a longer text and an empty one.
    fn of(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let [start, end] = match bytes.len() {
            0 | 17.. => return None,
            8.. => [*bytes.first_chunk()?, *bytes.last_chunk()?].map(u64::from_le_bytes),
            4.. => [*bytes.first_chunk()?, *bytes.last_chunk()?].map(u32::from_le_bytes).map(u64::from),
            2.. => [*bytes.first_chunk()?, *bytes.last_chunk()?].map(u16::from_le_bytes).map(u64::from),
            1 => [u64::from(bytes[0]); 2],
        };
        Some(Self { len: bytes.len(), start, end })
    }

    /// Of 64.
    fn place(self) -> usize {
        // Multiplying by a number without order stirs the bits; the highest six are those of all.
        let stirred = (self.start ^ self.end.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        (stirred >> 58) as usize
    }
}

/// A text in the index. With its hash beside it the index grows without a look at the texts, which lie all over memory.
#[derive(Clone, Copy, Debug)]
struct Entry {
    hash: u32,
    code: u32,
}

impl Entry {
    /// As many bits as the index wants, both ends of which it uses.
    fn place(hash: u32) -> u64 {
        u64::from(hash) << 32 | u64::from(hash)
    }
}

impl Names {
    /// The code of a text, new or known.
    ///
    /// # Panics
    /// After four billion distinct texts.
    pub fn intern(&mut self, text: &str) -> u32 {
        if let Some(short) = Short::of(text) {
            let place = short.place();
            if let Some((known, code)) = self.recent.0[place]
                && known == short
            {
                return code;
            }
            let code = self.look_up(text);
            self.recent.0[place] = Some((short, code));
            return code;
        }
        self.look_up(text)
    }

    fn look_up(&mut self, text: &str) -> u32 {
        let Self { texts, ends, index, last, .. } = self;
        // Rows of one customer or journey often stand together.
        if bytes(texts, ends, *last) == Some(text.as_bytes()) {
            return *last;
        }
        let hash = hash(text);
        let is_text = |code: u32| bytes(texts, ends, code) == Some(text.as_bytes());
        let is_known = |entry: &Entry| entry.hash == hash && is_text(entry.code);
        if let Some(entry) = index.find(Entry::place(hash), is_known) {
            *last = entry.code;
            return entry.code;
        }
        let code = u32::try_from(ends.len()).expect("fewer than four billion distinct texts");
        texts.push_str(text);
        ends.push(texts.len());
        index.insert_unique(Entry::place(hash), Entry { hash, code }, |entry| Entry::place(entry.hash));
        *last = code;
        code
    }

    /// The codes here of all texts of another list, in its order.
    pub(super) fn intern_all(&mut self, other: &Self) -> Vec<u32> {
        other.iter().map(|text| self.intern(text)).collect()
    }

    /// The code of a known text.
    #[must_use]
    pub fn code(&self, text: &str) -> Option<u32> {
        let is_known = |entry: &Entry| bytes(&self.texts, &self.ends, entry.code) == Some(text.as_bytes());
        self.index.find(Entry::place(hash(text)), is_known).map(|entry| entry.code)
    }

    /// The text of a code; empty for a code that was never given.
    #[must_use]
    pub fn text(&self, code: u32) -> &str {
        slice(&self.texts, &self.ends, code)
    }

    /// How many distinct texts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// True when there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Gives back room that is not needed, when no more texts come.
    pub(super) fn settle(&mut self) {
        self.texts.shrink_to_fit();
        self.ends.shrink_to_fit();
    }

    /// Bytes held, for the memory figures.
    #[must_use]
    pub fn bytes_held(&self) -> usize {
        self.texts.capacity() + size_of::<usize>() * self.ends.capacity() + self.index.allocation_size()
    }

    /// All texts by code.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len()).map(|index| slice(&self.texts, &self.ends, index as u32))
    }
}

fn hash(text: &str) -> u32 {
    let mut hasher = FixedState::default().build_hasher();
    hasher.write(text.as_bytes());
    hasher.finish() as u32
}

/// The bytes of a text; none for a code that was never given.
fn bytes<'a>(texts: &'a str, ends: &[usize], code: u32) -> Option<&'a [u8]> {
    texts.as_bytes().get(place(ends, code)?)
}

fn slice<'a>(texts: &'a str, ends: &[usize], code: u32) -> &'a str {
    place(ends, code).and_then(|place| texts.get(place)).unwrap_or_default()
}

fn place(ends: &[usize], code: u32) -> Option<Range<usize>> {
    let index = code as usize;
    let end = *ends.get(index)?;
    let start = if index == 0 { 0 } else { ends[index - 1] };
    Some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn short_texts_are_told_apart(one in "[aé0]{0,9}", other in "[aé0]{0,9}") {
            if let (Some(a), Some(b)) = (Short::of(&one), Short::of(&other)) {
                prop_assert_eq!(a == b, one == other);
            }
            prop_assert_eq!(Short::of(&one).is_some(), (1..=16).contains(&one.len()));
        }

        #[test]
        fn every_text_has_one_code(texts in prop::collection::vec("[ab]{0,5}|[ab]{14,18}", 0..300)) {
            let mut names = Names::default();
            let codes: Vec<u32> = texts.iter().map(|text| names.intern(text)).collect();
            for (text, code) in texts.iter().zip(codes) {
                prop_assert_eq!(names.text(code), text);
                prop_assert_eq!(names.code(text), Some(code));
            }
            prop_assert_eq!(names.len(), texts.iter().collect::<std::collections::BTreeSet<_>>().len());
        }
    }
}
