//! Everything that has a name and can be gone to: commands, what is on the map, personas and the events of the data.

use crate::base::fuzzy::{Haystack, Needle};
use crate::model::{LaneId, TouchpointId};
use crate::scene::{Element, lane_name};
use crate::session::{Command, Session};
use crate::tr;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

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
    folded_kind: Arc<Haystack>,
}

/// What many places have in common, made once for all of them.
#[derive(Clone)]
struct Kind {
    words: Arc<str>,
    folded: Arc<Haystack>,
}

/// What a directory was made from; as long as this is the same, so is the directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct DirectoryKey {
    revision: u64,
    events: usize,
}

/// All names, made once for each state of map and data.
#[derive(Clone, Debug)]
pub struct Directory {
    key: DirectoryKey,
    places: Vec<Place>,
}

/// A letter found in the kind counts so much less than one in the name.
const KIND_IS_LESS: i32 = 6;
/// What a name loses that can't be used now.
const DISABLED_IS_LESS: i32 = 8;
/// So many letters of a name take a point away: the shorter of two is rather meant.
const LETTERS_A_POINT: usize = 12;

impl Directory {
    /// Puts together everything that a session has names for.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        let mut places = Vec::new();
        let mut add = |target: Destination, name: &str, kind: &Kind| {
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            if !name.is_empty() {
                let (folded_name, Kind { words: kind, folded: folded_kind }) =
                    (Haystack::new(&name), kind.clone());
                places.push(Place { target, name, kind, folded_name, folded_kind });
            }
        };
        for command in Command::ALL {
            add(Destination::Command(*command), &command.label(), &Kind::of(&command.menu().label()));
        }
        let map = session.document.map();
        for (stage, touchpoint) in map.touchpoints_in_order() {
            let kind = Kind::of(&tr!("session-place-touchpoint", stage = stage.name.as_str()));
            add(Destination::Element(Element::Touchpoint(touchpoint.id)), &touchpoint.name, &kind);
        }
        let kind = Kind::of(&tr!("session-place-stage"));
        for stage in map.stages_in_order() {
            add(Destination::Element(Element::Stage(stage.id)), &stage.name, &kind);
        }
        let kinds = [tr!("session-place-lane"), tr!("session-place-hidden-lane")].map(|kind| Kind::of(&kind));
        for lane in map.lanes_in_order() {
            let [shown, hidden] = &kinds;
            let kind = if lane.hidden { hidden } else { shown };
            add(Destination::Element(Element::Lane(lane.id)), &lane_name(lane), kind);
        }
        let kind = Kind::of(&tr!("session-place-persona"));
        for persona in map.personas_in_order() {
            add(Destination::Persona(persona.id), &persona.name, &kind);
        }
        let mut kinds: BTreeMap<(LaneId, TouchpointId), Kind> = BTreeMap::new();
        for card in map.cards.iter() {
            let kind = kinds.entry((card.lane, card.touchpoint)).or_insert_with(|| {
                let lane = map.lanes.get(card.lane).map(lane_name).unwrap_or_default();
                let touchpoint = map.touchpoints.get(card.touchpoint);
                let touchpoint = touchpoint.map_or("", |touchpoint| touchpoint.name.as_str());
                Kind::of(&tr!("session-place-card", lane = lane, touchpoint = touchpoint))
            });
            add(Destination::Element(Element::Card(card.id)), &card.text, kind);
        }
        if let Some(data) = &session.data {
            let kind = Kind::of(&tr!("session-place-event"));
            for event in data.loaded.log.names.iter() {
                add(Destination::Event(event.to_owned()), event, &kind);
            }
        }
        Self { key: DirectoryKey::of(session), places }
    }

    /// True when map and data are still those it was made from.
    #[must_use]
    pub fn is_of(&self, session: &Session) -> bool {
        self.key == DirectoryKey::of(session)
    }

    /// The name at an index that [`Self::search`] gave.
    #[must_use]
    pub fn place(&self, index: usize) -> Option<&Place> {
        self.places.get(index)
    }

    /// Indices of what the words find, best first; without words everything, as it stands.
    #[must_use]
    pub fn search(&self, needle: &Needle, is_usable: impl Fn(&Destination) -> bool) -> Vec<usize> {
        if needle.is_empty() {
            return (0..self.places.len()).collect();
        }
        let found = self.places.iter().enumerate().filter_map(|(index, place)| {
            let score = place.score(needle)?;
            let less = if is_usable(&place.target) { 0 } else { DISABLED_IS_LESS };
            Some((less - score, place.target.rank(), index))
        });
        let mut found: Vec<_> = found.collect();
        found.sort_unstable();
        found.into_iter().map(|(.., index)| index).collect()
    }
}

impl Kind {
    fn of(words: &str) -> Self {
        Self { words: words.into(), folded: Arc::new(Haystack::new(words)) }
    }
}

impl DirectoryKey {
    fn of(session: &Session) -> Self {
        let events = session.data.as_ref().map_or(0, |data| data.loaded.log.names.len());
        Self { revision: session.document.revision(), events }
    }
}

impl Place {
    /// Points of all words together; none when one is neither in the name nor in the kind.
    fn score(&self, needle: &Needle) -> Option<i32> {
        let longer = i32::try_from(self.folded_name.len() / LETTERS_A_POINT).unwrap_or(i32::MAX);
        let words = needle.words().map(|word| {
            let in_name = self.folded_name.find(word).map(|found| found.score);
            let in_kind = || {
                let found = self.folded_kind.find(word)?;
                let letters = found.ranges.iter().map(ExactSizeIterator::len).sum::<usize>();
                Some(found.score - KIND_IS_LESS * i32::try_from(letters).unwrap_or(i32::MAX))
            };
            in_name.or_else(in_kind)
        });
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
    fn rank(&self) -> u8 {
        match self {
            Self::Command(_) => 0,
            Self::Element(Element::Card(_)) => 2,
            Self::Element(_) | Self::Persona(_) => 1,
            Self::Event(_) => 3,
        }
    }
}
