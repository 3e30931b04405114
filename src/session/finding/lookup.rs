//! Looking words up in a directory bit by bit: tens of thousands of names at once would hold a frame up.

use super::directory::{Destination, Directory};
use crate::base::fuzzy::{Needle, Room};

/// What a name loses that can't be used now.
const DISABLED_IS_LESS: i32 = 8;

/// What words find in a directory, as far as it has been looked at.
#[derive(Default)]
pub struct Lookup {
    needle: Needle,
    /// Points of each word in each kind.
    in_kinds: Vec<Vec<Option<i32>>>,
    /// The best is the least: points below zero, rank, index.
    found: Vec<(i32, u8, usize)>,
    looked_at: usize,
    room: Room,
}

impl Lookup {
    /// Nothing is found as yet; without words it will be everything.
    #[must_use]
    pub fn new(needle: Needle) -> Self {
        Self { needle, ..Self::default() }
    }

    /// True when it has looked at all names that the directory has so far.
    #[must_use]
    pub fn is_done(&self, directory: &Directory) -> bool {
        self.looked_at == directory.places().len()
    }

    /// Looks at so many further names at most. The directory must be the same one each time; it may have grown.
    pub fn go_on(&mut self, directory: &Directory, most: usize, is_usable: impl Fn(&Destination) -> bool) {
        let new_kinds = directory.kinds().get(self.in_kinds.len()..).unwrap_or_default();
        self.in_kinds.extend(new_kinds.iter().map(|kind| kind.scores(&self.needle)));
        let places = directory.places().get(self.looked_at..).unwrap_or_default();
        // Without words there is nothing to be compared.
        let most = if self.needle.is_empty() { usize::MAX } else { most };
        for place in places.iter().take(most) {
            let index = self.looked_at;
            self.looked_at += 1;
            if self.needle.is_empty() {
                self.found.push((0, 0, index));
                continue;
            }
            let in_kind = self.in_kinds.get(place.kind_at).map_or(&[][..], Vec::as_slice);
            let Some(score) = place.score(&self.needle, in_kind, &mut self.room) else { continue };
            let less = if is_usable(&place.target) { 0 } else { DISABLED_IS_LESS };
            self.found.push((less - score, place.target.rank(), index));
        }
    }

    /// Indices of what has been found so far, best first; without words as it stands.
    #[must_use]
    pub fn found(&mut self) -> Vec<usize> {
        self.found.sort_unstable();
        self.found.iter().map(|(.., index)| *index).collect()
    }
}
