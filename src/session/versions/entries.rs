//! The differences of two maps as a list for people: what it is, where it is, what it said and says.

use crate::base::fmt::NumberFormat;
use crate::model::compare::{Change, Comparison, Difference, Item, Merged, compare};
use crate::model::{Curve, Emotion, JourneyMap, LaneId};
use crate::scene::{Element, lane_name};
use crate::tr;

/// A part of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Records by what became of them.
    Records(Change),
    /// The drawn curves.
    Emotion,
}

impl Group {
    /// All groups in the order of the list.
    pub const ALL: [Self; 5] = [
        Self::Records(Change::Added),
        Self::Records(Change::Removed),
        Self::Records(Change::Moved),
        Self::Records(Change::Changed),
        Self::Emotion,
    ];
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which part of the list it is in.
    pub group: Group,
    /// What kind of thing it is.
    pub kind: String,
    /// What it is called.
    pub name: String,
    /// What it said and what it says: label, before, after; empty texts = nothing.
    pub rows: Vec<[String; 3]>,
    /// Where it is to be seen; none when it is not on the map.
    pub element: Option<Element>,
}

/// All differences, by group.
#[must_use]
pub fn entries(before: &JourneyMap, after: &JourneyMap, merged: &Merged, format: NumberFormat) -> Vec<Entry> {
    let comparison = compare(before, after);
    let records = comparison.items.iter().map(|difference| entry(before, after, merged, difference));
    let mut entries: Vec<_> = records.chain(curves(after, &comparison, format)).collect();
    entries.sort_by_key(|entry| entry.group);
    entries
}

/// What is different in a few words: `2 added, 1 moved`; that nothing is, when nothing is.
#[must_use]
pub fn summary(before: &JourneyMap, after: &JourneyMap) -> String {
    let comparison = compare(before, after);
    let count = |change| comparison.items.iter().filter(|item| group_of(item) == change).count();
    let words = [
        (count(Change::Added), tr!("session-summary-added", count = count(Change::Added))),
        (count(Change::Removed), tr!("session-summary-removed", count = count(Change::Removed))),
        (count(Change::Moved), tr!("session-summary-moved", count = count(Change::Moved))),
        (count(Change::Changed), tr!("session-summary-changed", count = count(Change::Changed))),
        (comparison.curves.len(), tr!("session-summary-emotions", count = comparison.curves.len())),
    ];
    let words: Vec<_> = words.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    if words.is_empty() { tr!("session-summary-same") } else { words.join(", ") }
}

/// What moved and says something else is listed as changed.
fn group_of(difference: &Difference) -> Change {
    if difference.before.is_none() {
        Change::Added
    } else if difference.after.is_none() {
        Change::Removed
    } else if difference.fields.is_empty() {
        Change::Moved
    } else {
        Change::Changed
    }
}

fn entry(before: &JourneyMap, after: &JourneyMap, merged: &Merged, difference: &Difference) -> Entry {
    let mut rows = Vec::new();
    if let (true, Some(then), Some(now)) = (difference.moved, difference.before, difference.after) {
        let (then, now) = (place(before, then), place(after, now));
        rows.push([tr!("session-difference-place"), then, now]);
    }
    let fields = difference.fields.iter();
    rows.extend(fields.map(|field| [field.field.label(), field.before.clone(), field.after.clone()]));
    let shown = difference.after.map(|item| (after, item)).or(difference.before.map(|item| (before, item)));
    Entry {
        group: Group::Records(group_of(difference)),
        kind: shown.map(|(_, item)| kind(item)).unwrap_or_default(),
        name: shown.map(|(map, item)| name(map, item, &difference.name)).unwrap_or_default(),
        rows,
        element: merged.item_of(difference).and_then(element_of),
    }
}

fn curves<'a>(
    after: &'a JourneyMap,
    comparison: &'a Comparison,
    format: NumberFormat,
) -> impl Iterator<Item = Entry> + 'a {
    comparison.curves.iter().filter_map(move |curve| {
        let (persona, touchpoint) =
            (after.personas.get(curve.persona)?, after.touchpoints.get(curve.touchpoint)?);
        let label = match curve.curve {
            Curve::AsIs => tr!("session-difference-emotion"),
            Curve::ToBe => tr!("session-difference-emotion-to-be"),
        };
        Some(Entry {
            group: Group::Emotion,
            kind: persona.short_name().to_owned(),
            name: touchpoint.name.clone(),
            rows: vec![[label, emotion(curve.before, format), emotion(curve.after, format)]],
            element: Some(Element::Touchpoint(curve.touchpoint)),
        })
    })
}

fn emotion(emotion: Option<Emotion>, format: NumberFormat) -> String {
    emotion.map(|emotion| format.signed(emotion.value(), 1)).unwrap_or_default()
}

fn kind(item: Item) -> String {
    match item {
        Item::Map => tr!("session-kind-map"),
        Item::Stage(_) => tr!("session-kind-stage"),
        Item::Touchpoint(_) => tr!("session-kind-touchpoint"),
        Item::Lane(_) => tr!("session-kind-lane"),
        Item::Card(_) => tr!("session-kind-card"),
        Item::Persona(_) => tr!("session-kind-persona"),
        Item::Channel(_) => tr!("session-kind-channel"),
        Item::Source(_) => tr!("session-kind-source"),
    }
}

/// Lanes without a name of their own have that of their kind; what has none at all says so.
fn name(map: &JourneyMap, item: Item, own: &str) -> String {
    match item {
        Item::Lane(id) => name_of_lane(map, id),
        Item::Card(id) if own.trim().is_empty() => {
            map.cards.get(id).map(|card| name_of_lane(map, card.lane)).unwrap_or_default()
        }
        _ if own.trim().is_empty() => tr!("session-unnamed"),
        _ => own.to_owned(),
    }
}

/// Where a record stands: a card at its touchpoint, others by their number in the order.
fn place(map: &JourneyMap, item: Item) -> String {
    let number = |place: Option<usize>| place.map(|place| (place + 1).to_string()).unwrap_or_default();
    match item {
        Item::Stage(id) => number(map.about.stages.iter().position(|other| *other == id)),
        Item::Lane(id) => number(map.about.lanes.iter().position(|other| *other == id)),
        Item::Touchpoint(id) => {
            let stage = map.stage_of(id);
            let at = stage.and_then(|stage| stage.touchpoints.iter().position(|other| *other == id));
            let stage = stage.map(|stage| stage.name.clone()).unwrap_or_default();
            format!("{stage} {}", number(at)).trim().to_owned()
        }
        Item::Card(id) => map.cards.get(id).map_or_else(String::new, |card| {
            let (touchpoint, lane) = (map.name_of(card.touchpoint).to_owned(), name_of_lane(map, card.lane));
            format!("{touchpoint} · {lane} {}", card.slot + 1)
        }),
        Item::Map | Item::Persona(_) | Item::Channel(_) | Item::Source(_) => String::new(),
    }
}

fn name_of_lane(map: &JourneyMap, lane: LaneId) -> String {
    map.lanes.get(lane).map(lane_name).unwrap_or_default()
}

const fn element_of(item: Item) -> Option<Element> {
    Some(match item {
        Item::Map => Element::Title,
        Item::Stage(id) => Element::Stage(id),
        Item::Touchpoint(id) => Element::Touchpoint(id),
        Item::Lane(id) => Element::Lane(id),
        Item::Card(id) => Element::Card(id),
        Item::Persona(_) | Item::Channel(_) | Item::Source(_) => return None,
    })
}
