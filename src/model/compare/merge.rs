//! Two maps as one picture: the later one, with what has gone since put back at its place, and what became of each record.

use super::pairs::Pairs;
use super::{Difference, Item, compare};
use crate::model::card::Card;
use crate::model::id::{CardId, LaneId, PersonaId, StageId, TouchpointId};
use crate::model::lane::Lane;
use crate::model::persona::{Curve, Emotion};
use crate::model::records::{JourneyMap, Stage, Touchpoint};
use std::collections::{BTreeMap, BTreeSet};

/// What became of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Change {
    /// It is new.
    Added,
    /// It has gone.
    Removed,
    /// It stands elsewhere.
    Moved,
    /// It says something else.
    Changed,
}

impl Change {
    /// All changes in the order of lists.
    pub const ALL: [Self; 4] = [Self::Added, Self::Removed, Self::Moved, Self::Changed];
}

/// What became of the records of a [`Merged`] map, by their ids there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Marks {
    /// Of each record that is not as it was; never an empty set.
    pub changes: BTreeMap<Item, BTreeSet<Change>>,
    /// The curves as they were, of personas that are in both maps and whose curve is not as it was.
    pub earlier: BTreeMap<(PersonaId, Curve), BTreeMap<TouchpointId, Emotion>>,
}

/// Two maps in one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Merged {
    /// The map after, without snapshots, with the removed stages, touchpoints, lanes and cards put back.
    pub map: JourneyMap,
    /// What became of the records.
    pub marks: Marks,
    /// What was put back: from items of the map before to items of `map`.
    pub put_back: BTreeMap<Item, Item>,
}

impl Merged {
    /// Where a difference is to be seen; none for what is not put back (personas, channels, data sources).
    #[must_use]
    pub fn item_of(&self, difference: &Difference) -> Option<Item> {
        difference.after.or_else(|| self.put_back.get(&difference.before?).copied())
    }
}

/// Lays a map over an earlier one.
#[must_use]
pub fn merge(before: &JourneyMap, after: &JourneyMap) -> Merged {
    let comparison = compare(before, after);
    let pairs = Pairs::of(before, after);
    let map = after.without_snapshots();
    let mut merging = Merging { before, pairs, merged: Merged { map, ..Merged::default() } };
    // In this order each finds the places that the ones before it have made.
    merging.put_stages_back();
    merging.put_touchpoints_back();
    merging.put_lanes_back();
    merging.put_cards_back();
    let earlier = merging.earlier_curves(&comparison.curves.iter().map(|c| (c.persona, c.curve)).collect());
    let mut merged = merging.merged;
    merged.marks.earlier = earlier;
    for difference in &comparison.items {
        let Some(item) = merged.item_of(difference) else { continue };
        let changes = [
            (difference.before.is_none(), Change::Added),
            (difference.after.is_none(), Change::Removed),
            (difference.moved, Change::Moved),
            (!difference.fields.is_empty(), Change::Changed),
        ];
        let changes = changes.into_iter().filter(|(holds, _)| *holds).map(|(_, change)| change);
        merged.marks.changes.insert(item, changes.collect());
    }
    merged
}

struct Merging<'a> {
    before: &'a JourneyMap,
    /// Those that were put back are partners of themselves before.
    pairs: Pairs,
    merged: Merged,
}

impl Merging<'_> {
    /// A number that is free; none when all are used up, and then a record is not put back.
    fn fresh_id(&mut self) -> Option<u32> {
        let next_id = &mut self.merged.map.about.next_id;
        let id = *next_id;
        *next_id = id.checked_add(1)?;
        Some(id)
    }

    fn put_stages_back(&mut self) {
        for gone in self.before.stages_in_order() {
            if self.pairs.stages.contains_key(&gone.id) {
                continue;
            }
            let Some(id) = self.fresh_id().map(StageId) else { return };
            let order = &mut self.merged.map.about.stages;
            put_after(order, id, gone.id, &self.before.about.stages, &self.pairs.stages);
            let stage = Stage { id, touchpoints: Vec::new(), ..gone.clone() };
            self.merged.map.stages.set(id, Some(stage));
            self.pairs.stages.insert(gone.id, id);
            self.merged.put_back.insert(Item::Stage(gone.id), Item::Stage(id));
        }
    }

    fn put_touchpoints_back(&mut self) {
        for (home, gone) in self.before.touchpoints_in_order() {
            if self.pairs.touchpoints.contains_key(&gone.id) {
                continue;
            }
            let stage =
                self.pairs.stages.get(&home.id).and_then(|id| self.merged.map.stages.get(*id)).cloned();
            let Some((mut stage, id)) = stage.zip(self.fresh_id().map(TouchpointId)) else { return };
            put_after(&mut stage.touchpoints, id, gone.id, &home.touchpoints, &self.pairs.touchpoints);
            self.merged.map.stages.set(stage.id, Some(stage));
            let channels =
                gone.channels.iter().filter_map(|channel| self.pairs.channels.get(channel).copied());
            let touchpoint = Touchpoint { id, channels: channels.collect(), ..gone.clone() };
            self.merged.map.touchpoints.set(id, Some(touchpoint));
            self.pairs.touchpoints.insert(gone.id, id);
            self.merged.put_back.insert(Item::Touchpoint(gone.id), Item::Touchpoint(id));
        }
    }

    fn put_lanes_back(&mut self) {
        for gone in self.before.lanes_in_order() {
            if self.pairs.lanes.contains_key(&gone.id) {
                continue;
            }
            let Some(id) = self.fresh_id().map(LaneId) else { return };
            let order = &mut self.merged.map.about.lanes;
            put_after(order, id, gone.id, &self.before.about.lanes, &self.pairs.lanes);
            let personas =
                gone.personas.iter().filter_map(|persona| self.pairs.personas.get(persona).copied());
            let lane = Lane { id, personas: personas.collect(), ..gone.clone() };
            self.merged.map.lanes.set(id, Some(lane));
            self.pairs.lanes.insert(gone.id, id);
            self.merged.put_back.insert(Item::Lane(gone.id), Item::Lane(id));
        }
    }

    /// Below the cards that are in their cells now.
    fn put_cards_back(&mut self) {
        let mut all: Vec<&Card> = self.before.cards.iter().collect();
        all.sort_by_key(|card| (card.slot, card.id));
        for gone in
            all.into_iter().filter(|card| !self.pairs.cards.contains_key(&card.id)).collect::<Vec<_>>()
        {
            let cell = self.pairs.lanes.get(&gone.lane).zip(self.pairs.touchpoints.get(&gone.touchpoint));
            let Some((lane, touchpoint)) = cell.map(|(lane, touchpoint)| (*lane, *touchpoint)) else {
                continue;
            };
            let Some(id) = self.fresh_id().map(CardId) else { return };
            let slot = u32::try_from(self.merged.map.cell(lane, touchpoint).len()).unwrap_or(u32::MAX);
            self.merged.map.cards.set(id, Some(Card { id, lane, touchpoint, slot, ..gone.clone() }));
            self.merged.put_back.insert(Item::Card(gone.id), Item::Card(id));
        }
    }

    fn earlier_curves(
        &self,
        wanted: &BTreeSet<(PersonaId, Curve)>,
    ) -> BTreeMap<(PersonaId, Curve), BTreeMap<TouchpointId, Emotion>> {
        let pairs = self.pairs.personas.iter();
        let curves = pairs.flat_map(|(then, now)| Curve::ALL.map(|curve| (*then, (*now, curve))));
        let wanted = curves.filter(|(_, key)| wanted.contains(key));
        let drawn = wanted.filter_map(|(then, key)| {
            let curve = self.before.personas.get(then)?.curve(key.1).iter();
            let here = curve.filter_map(|(at, emotion)| Some((*self.pairs.touchpoints.get(at)?, *emotion)));
            Some((key, here.collect()))
        });
        drawn.collect()
    }
}

/// Puts an id behind the nearest of those that stood before it and are in the order still; else first.
fn put_after<I: Copy + Ord>(order: &mut Vec<I>, id: I, gone: I, before: &[I], pairs: &BTreeMap<I, I>) {
    let earlier = before.iter().take_while(|other| **other != gone);
    let places = earlier.filter_map(|other| {
        let partner = pairs.get(other)?;
        order.iter().position(|here| here == partner)
    });
    let at = places.last().map_or(0, |place| place + 1);
    order.insert(at, id);
}
