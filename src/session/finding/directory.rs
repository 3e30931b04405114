//! Everything that has a name and can be gone to: commands, what is on the map, personas and the events of the data.

use super::named::{KindKey, Named, named};
use crate::base::fuzzy::{Haystack, Needle, Room};
use crate::ingest::Loaded;
use crate::scene::Element;
use crate::session::{Command, Session};
use hashbrown::HashMap;
use std::ops::Range;
use std::sync::{Arc, Weak};

/// Where a name leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// Runs it.
    Command(Command),
    /// Selects it and brings it into view.
    Element(Element),
    /// Shows this persona's curve.
    Persona(crate::model::PersonaId),
    /// Shows which touchpoint an event of the data belongs to.
    Event(String),
}

/// A name in the directory.
#[derive(Clone, Debug)]
pub struct Place {
    /// Where it leads.
    pub target: Destination,
    /// What it is called, on one line.
    pub name: String,
    /// What it is and where: `Touchpoint · Buy`.
    pub kind: Arc<str>,
    folded_name: Haystack,
    /// Index into [`Directory::kinds`].
    pub(super) kind_at: usize,
}

/// What many places have in common, made once for all of them.
#[derive(Clone, Debug)]
pub(super) struct Kind {
    words: Arc<str>,
    folded: Haystack,
}

/// What a directory was made from; as long as this is the same, so is the directory.
#[derive(Clone, Debug)]
struct DirectoryKey {
    revision: u64,
    /// As long as it is held, its place in memory is nobody else's.
    data: Option<Weak<Loaded>>,
}

/// All names, made once for each state of map and data.
#[derive(Clone, Debug)]
pub struct Directory {
    key: DirectoryKey,
    places: Vec<Place>,
    kinds: Vec<Kind>,
    kind_at: HashMap<KindKey, usize>,
    /// How much of what has a name has been looked at.
    gathered: usize,
    is_whole: bool,
}

/// A letter found in the kind counts so much less than one in the name.
const KIND_IS_LESS: i32 = 6;
/// So many letters of a name take a point away: the shorter of two is rather meant.
const LETTERS_A_POINT: usize = 12;

impl Directory {
    /// Puts together everything that a session has names for.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        let mut directory = Self::begin(session);
        directory.gather(session, usize::MAX);
        directory
    }

    /// A directory without names as yet.
    #[must_use]
    pub fn begin(session: &Session) -> Self {
        Self {
            key: DirectoryKey::of(session),
            places: Vec::new(),
            kinds: Vec::new(),
            kind_at: HashMap::new(),
            gathered: 0,
            is_whole: false,
        }
    }

    /// Takes the next names in, so many at most: tens of thousands at once would hold a frame up. The session must be the one
    /// that it was begun with, in the same state.
    pub fn gather(&mut self, session: &Session, most: usize) {
        let mut rest = named(session).skip(self.gathered);
        for named in rest.by_ref().take(most) {
            self.gathered += 1;
            let name = on_one_line(&named.name());
            if !name.is_empty() {
                let kind_at = self.kind_at(session, &named);
                let kind = self.kinds.get(kind_at).map(|kind| Arc::clone(&kind.words)).unwrap_or_default();
                let folded_name = Haystack::new(&name);
                self.places.push(Place { target: named.target(), name, kind, folded_name, kind_at });
            }
        }
        self.is_whole = rest.next().is_none();
    }

    /// True when it has all names.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        self.is_whole
    }

    fn kind_at(&mut self, session: &Session, named: &Named<'_>) -> usize {
        let Self { kinds, kind_at, .. } = self;
        *kind_at.entry(named.kind_key()).or_insert_with(|| {
            let words = named.kind(session.document.map());
            kinds.push(Kind { folded: Haystack::new(&words), words: words.into() });
            kinds.len() - 1
        })
    }

    /// True when the map is still as it was when this was made from it, and the data is the same. Another map needs another directory.
    #[must_use]
    pub fn is_of(&self, session: &Session) -> bool {
        self.key.is_of(session)
    }

    /// The name at an index that a search gave.
    #[must_use]
    pub fn place(&self, index: usize) -> Option<&Place> {
        self.places.get(index)
    }

    pub(super) fn places(&self) -> &[Place] {
        &self.places
    }

    pub(super) fn kinds(&self) -> &[Kind] {
        &self.kinds
    }
}

impl Kind {
    /// Points of each word.
    pub(super) fn scores(&self, needle: &Needle) -> Vec<Option<i32>> {
        let score = |word| {
            let found = self.folded.find(word)?;
            let letters = found.ranges.iter().map(ExactSizeIterator::len).sum::<usize>();
            Some(found.score - KIND_IS_LESS * i32::try_from(letters).unwrap_or(i32::MAX))
        };
        needle.words().map(score).collect()
    }
}

impl DirectoryKey {
    fn of(session: &Session) -> Self {
        let data = session.data.as_ref().map(|data| Arc::downgrade(&data.loaded));
        Self { revision: session.document.revision(), data }
    }

    fn is_of(&self, session: &Session) -> bool {
        let loaded = session.data.as_ref().map(|data| Arc::as_ptr(&data.loaded));
        self.revision == session.document.revision() && self.data.as_ref().map(Weak::as_ptr) == loaded
    }
}

impl Place {
    /// Points of all words together; none when one is neither in the name nor in the kind.
    pub(super) fn score(&self, needle: &Needle, in_kind: &[Option<i32>], room: &mut Room) -> Option<i32> {
        let longer = i32::try_from(self.folded_name.len() / LETTERS_A_POINT).unwrap_or(i32::MAX);
        let words = needle.words().zip(in_kind);
        let words = words.map(|(word, in_kind)| self.folded_name.score(word, room).or(*in_kind));
        Some(words.sum::<Option<i32>>()? - longer)
    }

    /// Bytes of the name that the words were found in, in order and without overlaps.
    #[must_use]
    pub fn marked(&self, needle: &Needle) -> Vec<Range<usize>> {
        let found = needle.words().filter_map(|word| self.folded_name.find(word));
        let mut ranges: Vec<Range<usize>> = found.flat_map(|found| found.ranges).collect();
        ranges.sort_by_key(|range| range.start);
        ranges.into_iter().fold(Vec::new(), |mut joined: Vec<Range<usize>>, range| {
            match joined.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                _ => joined.push(range),
            }
            joined
        })
    }
}

impl Destination {
    /// Between equals, what is meant more often comes first.
    pub(super) fn rank(&self) -> u8 {
        match self {
            Self::Command(_) => 0,
            Self::Element(Element::Card(_)) => 2,
            Self::Element(_) | Self::Persona(_) => 1,
            Self::Event(_) => 3,
        }
    }
}

fn on_one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}
