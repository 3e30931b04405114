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
        let Self { texts, ends, index, last } = self;
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
