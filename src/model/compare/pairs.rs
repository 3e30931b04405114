//! Which record of one map is which of the other.

use crate::base::key::name_key;
use crate::model::card::Card;
use crate::model::id::{CardId, ChannelId, LaneId, PersonaId, SourceId, StageId, TouchpointId};
use crate::model::records::JourneyMap;
use crate::model::table::{Record, Table};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// From ids before to ids after, by kind of record; what has no partner is left out.
#[derive(Default)]
pub(super) struct Pairs {
    pub stages: BTreeMap<StageId, StageId>,
    pub touchpoints: BTreeMap<TouchpointId, TouchpointId>,
    pub lanes: BTreeMap<LaneId, LaneId>,
    pub cards: BTreeMap<CardId, CardId>,
    pub personas: BTreeMap<PersonaId, PersonaId>,
    pub channels: BTreeMap<ChannelId, ChannelId>,
    pub sources: BTreeMap<SourceId, SourceId>,
}

impl Pairs {
    pub fn of(before: &JourneyMap, after: &JourneyMap) -> Self {
        if have_common_origin(before, after) {
            Self::by_id(before, after)
        } else {
            Self::by_name(before, after)
        }
    }

    fn by_id(before: &JourneyMap, after: &JourneyMap) -> Self {
        Self {
            stages: same_ids(&before.stages, &after.stages),
            touchpoints: same_ids(&before.touchpoints, &after.touchpoints),
            lanes: same_ids(&before.lanes, &after.lanes),
            cards: same_ids(&before.cards, &after.cards),
            personas: same_ids(&before.personas, &after.personas),
            channels: same_ids(&before.channels, &after.channels),
            sources: same_ids(&before.sources, &after.sources),
        }
    }

    fn by_name(before: &JourneyMap, after: &JourneyMap) -> Self {
        let stages = |map: &JourneyMap| map.stages_in_order().map(|s| (s.id, name_key(&s.name))).collect();
        let columns =
            |map: &JourneyMap| map.touchpoints_in_order().map(|(_, t)| (t.id, name_key(&t.name))).collect();
        let lanes =
            |map: &JourneyMap| map.lanes_in_order().map(|l| (l.id, (l.kind, name_key(&l.name)))).collect();
        let personas =
            |map: &JourneyMap| map.personas_in_order().map(|p| (p.id, name_key(&p.name))).collect();
        let channels = |map: &JourneyMap| map.channels.iter().map(|c| (c.id, name_key(&c.name))).collect();
        let sources = |map: &JourneyMap| map.sources.iter().map(|s| (s.id, name_key(&s.name))).collect();
        let mut pairs = Self {
            stages: same_keys(stages(before), stages(after)),
            touchpoints: same_keys(columns(before), columns(after)),
            lanes: same_keys(lanes(before), lanes(after)),
            cards: BTreeMap::new(),
            personas: same_keys(personas(before), personas(after)),
            channels: same_keys(channels(before), channels(after)),
            sources: same_keys(sources(before), sources(after)),
        };
        // First those that stayed in their cell, then those that say the same in their lane elsewhere.
        let in_cell = |card: &Card| {
            let (lane, touchpoint) = (pairs.lanes.get(&card.lane)?, pairs.touchpoints.get(&card.touchpoint)?);
            Some((card.id, (*lane, Some(*touchpoint), name_key(&card.text))))
        };
        let as_it_is = |card: &Card| (card.id, (card.lane, Some(card.touchpoint), name_key(&card.text)));
        let mut cards = same_keys(
            before.cards.iter().filter_map(in_cell).collect(),
            after.cards.iter().map(as_it_is).collect(),
        );
        let taken: BTreeSet<_> = cards.values().copied().collect();
        let in_lane = |card: &Card| {
            let lane = pairs.lanes.get(&card.lane)?;
            (!cards.contains_key(&card.id)).then(|| (card.id, (*lane, name_key(&card.text))))
        };
        let left_over =
            |card: &Card| (!taken.contains(&card.id)).then(|| (card.id, (card.lane, name_key(&card.text))));
        let moved = same_keys(
            before.cards.iter().filter_map(in_lane).collect(),
            after.cards.iter().filter_map(left_over).collect(),
        );
        cards.extend(moved);
        pairs.cards = cards;
        pairs
    }
}

/// Copies of one map keep its ids: at least half of the touchpoints (or, without any, stages) whose ids are in both
/// have the same names, too.
fn have_common_origin(before: &JourneyMap, after: &JourneyMap) -> bool {
    let touchpoints = before.touchpoints.iter().filter_map(|one| {
        let other = after.touchpoints.get(one.id)?;
        Some(name_key(&one.name) == name_key(&other.name))
    });
    let stages = before.stages.iter().filter_map(|one| {
        let other = after.stages.get(one.id)?;
        Some(name_key(&one.name) == name_key(&other.name))
    });
    let same: Vec<bool> = touchpoints.chain(stages).collect();
    !same.is_empty() && same.iter().filter(|same| **same).count() * 2 >= same.len()
}

fn same_ids<R: Record>(before: &Table<R>, after: &Table<R>) -> BTreeMap<R::Id, R::Id> {
    let ids = before.iter().map(Record::id).filter(|id| after.contains(*id));
    ids.map(|id| (id, id)).collect()
}

/// Records with the same key; where several have it, the first goes with the first.
fn same_keys<I: Copy + Ord, K: Ord>(before: Vec<(I, K)>, after: Vec<(I, K)>) -> BTreeMap<I, I> {
    let mut waiting: BTreeMap<K, VecDeque<I>> = BTreeMap::new();
    for (id, key) in after {
        waiting.entry(key).or_default().push_back(id);
    }
    let partner = |(id, key): (I, K)| Some((id, waiting.get_mut(&key)?.pop_front()?));
    before.into_iter().filter_map(partner).collect()
}

/// Those that changed their place among the records of both maps, by their ids after: the fewest that must move to
/// make the order after out of the order before.
pub(super) fn moved_in_order<I: Copy + Ord>(
    before: &[I],
    after: &[I],
    pairs: &BTreeMap<I, I>,
) -> BTreeSet<I> {
    let kept: BTreeMap<I, usize> =
        before.iter().filter_map(|id| pairs.get(id)).enumerate().map(|(place, id)| (*id, place)).collect();
    let places: Vec<(I, usize)> = after.iter().filter_map(|id| Some((*id, *kept.get(id)?))).collect();
    let resting = longest_increasing(&places.iter().map(|(_, place)| *place).collect::<Vec<_>>());
    let moved = places.iter().enumerate().filter(|(at, _)| !resting.contains(at));
    moved.map(|(_, (id, _))| *id).collect()
}

/// Positions of a longest increasing subsequence of distinct numbers.
fn longest_increasing(numbers: &[usize]) -> BTreeSet<usize> {
    // For each number the length of the best run that ends there, and the position before it in that run.
    let mut runs: Vec<(usize, Option<usize>)> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let earlier = runs.iter().zip(numbers).enumerate().take(at);
        let best =
            earlier.filter(|(_, (_, other))| *other < number).max_by_key(|(_, ((length, _), _))| *length);
        runs.push(best.map_or((1, None), |(place, ((length, _), _))| (length + 1, Some(place))));
    }
    let mut at = runs.iter().enumerate().max_by_key(|(_, (length, _))| *length).map(|(at, _)| at);
    let mut resting = BTreeSet::new();
    while let Some(place) = at {
        resting.insert(place);
        at = runs.get(place).and_then(|(_, before)| *before);
    }
    resting
}
