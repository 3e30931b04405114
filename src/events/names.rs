//! Interned texts: each distinct text once, with a small number as its stand-in.

use foldhash::fast::FixedState;
use hashbrown::HashTable;
use std::hash::BuildHasher;

/// Distinct texts with codes 0, 1, 2 … in the order of first appearance.
#[derive(Clone, Debug, Default)]
pub struct Names {
    texts: String,
    /// End of each text in `texts`.
    ends: Vec<usize>,
    index: HashTable<u32>,
}

impl Names {
    /// The code of a text, new or known.
    ///
    /// # Panics
    /// After four billion distinct texts.
    pub fn intern(&mut self, text: &str) -> u32 {
        let state = FixedState::default();
        let hash = state.hash_one(text);
        let Self { texts, ends, index } = self;
        let text_of = |code: u32| slice(texts, ends, code);
        if let Some(code) = index.find(hash, |code| text_of(*code) == text) {
            return *code;
        }
        let code = u32::try_from(ends.len()).expect("fewer than four billion distinct texts");
        texts.push_str(text);
        ends.push(texts.len());
        index.insert_unique(hash, code, |code| state.hash_one(slice(texts, ends, *code)));
        code
    }

    /// The codes here of all texts of another list, in its order.
    pub(super) fn intern_all(&mut self, other: &Self) -> Vec<u32> {
        other.iter().map(|text| self.intern(text)).collect()
    }

    /// The code of a known text.
    #[must_use]
    pub fn code(&self, text: &str) -> Option<u32> {
        let hash = FixedState::default().hash_one(text);
        self.index.find(hash, |code| self.text(*code) == text).copied()
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

fn slice<'a>(texts: &'a str, ends: &[usize], code: u32) -> &'a str {
    let index = code as usize;
    let Some(end) = ends.get(index) else { return "" };
    let start = if index == 0 { 0 } else { ends[index - 1] };
    &texts[start..*end]
}
