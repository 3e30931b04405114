//! The difference of two maps: what came, went, moved or changed, and where the drawn curves part.

mod fields;
mod merge;
mod pairs;
mod settings;
mod workshop;

use super::card::Card;
use super::id::{CardId, ChannelId, LaneId, PersonaId, SourceId, StageId, TouchpointId};
use super::persona::{Curve, Emotion};
use super::records::JourneyMap;
use super::table::{Record, Table};
pub use fields::{Field, FieldDifference};
pub use merge::{Change, Marks, Merged, merge};
use pairs::Pairs;
use std::collections::BTreeSet;

/// A record of either map.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// The map itself: title, kind, description.
    Map,
    /// A stage.
    Stage(StageId),
    /// A touchpoint.
    Touchpoint(TouchpointId),
    /// A lane.
    Lane(LaneId),
    /// A card.
    Card(CardId),
    /// A persona.
    Persona(PersonaId),
    /// A channel.
    Channel(ChannelId),
    /// A data source.
    Source(SourceId),
}

/// What became of one record.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// In the map before; none = added.
    pub before: Option<Item>,
    /// In the map after; none = removed.
    pub after: Option<Item>,
    /// Its name or text, as it is after if it is there.
    pub name: String,
    /// It stands elsewhere among those that are in both maps.
    pub moved: bool,
    /// What it says differently.
    pub fields: Vec<FieldDifference>,
}

/// A touchpoint of both maps at which a persona of both feels different.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurveDifference {
    /// The persona in the map after.
    pub persona: PersonaId,
    /// The touchpoint in the map after.
    pub touchpoint: TouchpointId,
    /// Which of the two curves.
    pub curve: Curve,
    /// Drawn before.
    pub before: Option<Emotion>,
    /// Drawn after.
    pub after: Option<Emotion>,
}

/// All differences.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// By kind of record; within a kind those removed, then the others in the order of the map after.
    pub items: Vec<Difference>,
    /// By persona and touchpoint, in the order of the map after.
    pub curves: Vec<CurveDifference>,
}

/// The difference of two maps. Records of maps with a common origin are told by id, others by name.
#[must_use]
pub fn compare(before: &JourneyMap, after: &JourneyMap) -> Comparison {
    let pairs = Pairs::of(before, after);
    let mut items: Vec<_> = of_map(before, after, &pairs).into_iter().collect();
    let mut all = |differences: Vec<Difference>| items.extend(differences);
    let moved = pairs::moved_in_order(&before.about.stages, &after.about.stages, &pairs.stages);
    all(differences(&before.stages, &after.stages, &pairs.stages, Item::Stage, |before, after| {
        (moved.contains(&after.id), fields::stage(before, after))
    }));
    let (columns_before, columns_after) = (columns(before), columns(after));
    let moved = pairs::moved_in_order(&columns_before, &columns_after, &pairs.touchpoints);
    all(differences(
        &before.touchpoints,
        &after.touchpoints,
        &pairs.touchpoints,
        Item::Touchpoint,
        |b, a| {
            let home = before.stage_of(b.id).and_then(|stage| pairs.stages.get(&stage.id));
            let elsewhere = home != after.stage_of(a.id).map(|stage| &stage.id);
            (elsewhere || moved.contains(&a.id), fields::touchpoint((before, b), (after, a)))
        },
    ));
    let moved = pairs::moved_in_order(&before.about.lanes, &after.about.lanes, &pairs.lanes);
    all(differences(&before.lanes, &after.lanes, &pairs.lanes, Item::Lane, |b, a| {
        (moved.contains(&a.id), fields::lane((before, b), (after, a)))
    }));
    let moved = reordered_in_cells(before, after, &pairs);
    all(differences(&before.cards, &after.cards, &pairs.cards, Item::Card, |b, a| {
        (!is_in_same_cell(b, a, &pairs) || moved.contains(&a.id), fields::card(b, a))
    }));
    all(differences(&before.personas, &after.personas, &pairs.personas, Item::Persona, |before, after| {
        (false, fields::persona(before, after))
    }));
    all(differences(&before.channels, &after.channels, &pairs.channels, Item::Channel, |before, after| {
        (false, fields::channel(before, after))
    }));
    all(differences(&before.sources, &after.sources, &pairs.sources, Item::Source, |b, a| {
        (false, fields::source((before, b), (after, a), &pairs.touchpoints))
    }));
    Comparison { items, curves: curves(before, after, &pairs) }
}

/// What the map itself says differently; none when nothing.
fn of_map(before: &JourneyMap, after: &JourneyMap, pairs: &Pairs) -> Option<Difference> {
    let mut fields = fields::map(before, after);
    fields.extend(workshop::workshop(before, after, &pairs.touchpoints));
    let (it, name) = (Some(Item::Map), after.about.title.clone());
    (!fields.is_empty()).then_some(Difference { before: it, after: it, name, moved: false, fields })
}

/// The cards that stayed in their cell but not in their order there, by their ids after.
fn reordered_in_cells(before: &JourneyMap, after: &JourneyMap, pairs: &Pairs) -> BTreeSet<CardId> {
    let mut stayed: Vec<(&Card, &Card)> = pairs
        .cards
        .iter()
        .filter_map(|(then, now)| Some((before.cards.get(*then)?, after.cards.get(*now)?)))
        .filter(|(then, now)| is_in_same_cell(then, now, pairs))
        .collect();
    stayed.sort_by_key(|(then, now)| (now.lane, now.touchpoint, then.slot, then.id));
    let order_before: Vec<_> = stayed.iter().map(|(then, _)| then.id).collect();
    stayed.sort_by_key(|(_, now)| (now.lane, now.touchpoint, now.slot, now.id));
    let order_after: Vec<_> = stayed.iter().map(|(_, now)| now.id).collect();
    pairs::moved_in_order(&order_before, &order_after, &pairs.cards)
}

fn is_in_same_cell(before: &Card, after: &Card, pairs: &Pairs) -> bool {
    pairs.lanes.get(&before.lane) == Some(&after.lane)
        && pairs.touchpoints.get(&before.touchpoint) == Some(&after.touchpoint)
}

fn columns(map: &JourneyMap) -> Vec<TouchpointId> {
    map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.id).collect()
}

/// The differences of one kind of record; `change` says of a pair whether it moved and what changed.
fn differences<R: Record + fields::Named>(
    before: &Table<R>,
    after: &Table<R>,
    pairs: &std::collections::BTreeMap<R::Id, R::Id>,
    item: impl Fn(R::Id) -> Item,
    change: impl Fn(&R, &R) -> (bool, Vec<FieldDifference>),
) -> Vec<Difference> {
    let mut differences = Vec::new();
    for gone in before.iter().filter(|record| !pairs.contains_key(&record.id())) {
        differences.push(Difference {
            before: Some(item(gone.id())),
            after: None,
            name: gone.name().to_owned(),
            moved: false,
            fields: Vec::new(),
        });
    }
    let back: std::collections::BTreeMap<_, _> =
        pairs.iter().map(|(before, after)| (*after, *before)).collect();
    for record in after.iter() {
        let earlier = back.get(&record.id()).and_then(|id| before.get(*id));
        let (moved, fields) = earlier.map(|earlier| change(earlier, record)).unwrap_or_default();
        if earlier.is_none() || moved || !fields.is_empty() {
            differences.push(Difference {
                before: earlier.map(|earlier| item(earlier.id())),
                after: Some(item(record.id())),
                name: record.name().to_owned(),
                moved,
                fields,
            });
        }
    }
    differences
}

fn curves(before: &JourneyMap, after: &JourneyMap, pairs: &Pairs) -> Vec<CurveDifference> {
    let mut differences = Vec::new();
    for persona in after.personas_in_order() {
        let earlier = pairs.personas.iter().find(|(_, id)| **id == persona.id);
        let Some(earlier) = earlier.and_then(|(id, _)| before.personas.get(*id)) else { continue };
        for (_, touchpoint) in after.touchpoints_in_order() {
            let place = pairs.touchpoints.iter().find(|(_, id)| **id == touchpoint.id);
            let Some((place, _)) = place else { continue };
            for curve in Curve::ALL {
                let then = earlier.curve(curve).get(place).copied();
                let now = persona.curve(curve).get(&touchpoint.id).copied();
                if then != now {
                    let (persona, touchpoint) = (persona.id, touchpoint.id);
                    differences.push(CurveDifference {
                        persona,
                        touchpoint,
                        curve,
                        before: then,
                        after: now,
                    });
                }
            }
        }
    }
    differences
}
