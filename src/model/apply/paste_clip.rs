//! Pasted parts of maps: everything gets fresh ids; lanes, touchpoints, channels and personas that the map has already
//! are found again by name.

use super::cards::{self, Cell};
use super::{channels, insert_at, lanes, spans};
use crate::base::key::name_key;
use crate::model::card::Card;
use crate::model::clip::{Clip, ClipKind};
use crate::model::edit::{Beside, Created, EditError};
use crate::model::id::{CardId, ChannelId, LaneId, PersonaId, StageId, TouchpointId};
use crate::model::lane::Lane;
use crate::model::persona::Curve;
use crate::model::records::{JourneyMap, Stage, Touchpoint};
use crate::model::txn::Txn;
use std::collections::BTreeMap;

/// Where the touchpoints of a clip have come to lie.
type Columns = BTreeMap<TouchpointId, TouchpointId>;

/// Where the lanes of a clip have come to lie.
type Rows = BTreeMap<LaneId, LaneId>;

/// Gives what was made last.
pub(super) fn paste(txn: &mut Txn<'_>, clip: &Clip, beside: Beside) -> Result<Option<Created>, EditError> {
    let has_columns = txn.map().touchpoints_in_order().next().is_some();
    match clip.kind {
        ClipKind::Stages => paste_stages(txn, clip, beside),
        ClipKind::Touchpoints => match stage_and_place(txn.map(), beside) {
            Some((stage, at)) => {
                let all: Vec<_> =
                    clip.map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint.clone()).collect();
                let columns = put_touchpoints(txn, clip, &all, stage, at)?;
                put_contents(txn, clip, &columns)?;
                Ok(all.last().and_then(|last| columns.get(&last.id)).copied().map(Created::Touchpoint))
            }
            None => paste_stages(txn, clip, beside),
        },
        ClipKind::Lanes => {
            let columns = if has_columns {
                matched_columns(txn.map(), &clip.map)
            } else {
                put_stages(txn, clip, usize::MAX)?.1
            };
            paste_lanes(txn, clip, beside, &columns)
        }
        // With nowhere to hang, cards bring the touchpoints they hung on.
        ClipKind::Cards if !has_columns => paste_stages(txn, clip, beside),
        ClipKind::Cards => {
            let columns = shifted_columns(txn.map(), &clip.map, beside);
            let rows = match (beside.lane(), clip.map.lanes.iter().next()) {
                (Some(lane), Some(from)) if clip.map.lanes.len() == 1 && holds_cards(txn.map(), lane) => {
                    [(from.id, lane)].into()
                }
                _ => put_missing_lanes(txn, clip)?,
            };
            put_cards(txn, clip, &rows, &columns)
        }
    }
}

fn paste_stages(txn: &mut Txn<'_>, clip: &Clip, beside: Beside) -> Result<Option<Created>, EditError> {
    let after = match beside {
        Beside::Stage(stage) => Some(stage),
        Beside::Touchpoint(touchpoint) | Beside::Cell { touchpoint, .. } => {
            txn.map().stage_of(touchpoint).map(|stage| stage.id)
        }
        Beside::Lane(_) | Beside::Nothing => None,
    };
    let place = after.and_then(|after| txn.map().about.stages.iter().position(|id| *id == after));
    let (last, columns) = put_stages(txn, clip, place.map_or(usize::MAX, |place| place + 1))?;
    put_contents(txn, clip, &columns)?;
    Ok(last)
}

fn put_stages(txn: &mut Txn<'_>, clip: &Clip, at: usize) -> Result<(Option<Created>, Columns), EditError> {
    let at = at.min(txn.map().about.stages.len());
    let (mut last, mut columns) = (None, Columns::new());
    for (at, stage) in (at..).zip(clip.map.stages_in_order()) {
        let id = StageId(txn.fresh_id()?);
        txn.put_stage(Stage { id, touchpoints: Vec::new(), ..stage.clone() });
        insert_at(&mut txn.about().stages, at, id);
        let inside = stage.touchpoints.iter().filter_map(|id| clip.map.touchpoints.get(*id));
        let inside: Vec<_> = inside.cloned().collect();
        columns.append(&mut put_touchpoints(txn, clip, &inside, id, 0)?);
        last = Some(Created::Stage(id));
    }
    Ok((last, columns))
}

fn put_touchpoints(
    txn: &mut Txn<'_>,
    clip: &Clip,
    originals: &[Touchpoint],
    stage: StageId,
    at: usize,
) -> Result<Columns, EditError> {
    let mut columns = Columns::new();
    for (at, original) in (at..).zip(originals) {
        let mut drawn = Vec::with_capacity(original.channels.len());
        for channel in &original.channels {
            drawn.extend(channel_like(txn, &clip.map, *channel)?);
        }
        let id = TouchpointId(txn.fresh_id()?);
        txn.put_touchpoint(Touchpoint { id, channels: super::distinct(&drawn), ..original.clone() });
        txn.update_stage(stage, |stage| insert_at(&mut stage.touchpoints, at, id))?;
        spans::opened(txn, id)?;
        columns.insert(original.id, id);
    }
    Ok(columns)
}

/// What hangs on touchpoints that came along: cards, and what personas of the same name feel.
fn put_contents(txn: &mut Txn<'_>, clip: &Clip, columns: &Columns) -> Result<(), EditError> {
    let rows = put_missing_lanes(txn, clip)?;
    put_cards(txn, clip, &rows, columns)?;
    for persona in clip.map.personas.iter() {
        let Some(like) = persona_like(txn.map(), &clip.map, persona.id) else { continue };
        txn.update_persona(like, |like| {
            for curve in Curve::ALL {
                let felt = persona.curve(curve).iter();
                let felt = felt.filter_map(|(at, emotion)| Some((*columns.get(at)?, *emotion)));
                like.curve_mut(curve).extend(felt);
            }
        })?;
    }
    Ok(())
}

fn put_cards(
    txn: &mut Txn<'_>,
    clip: &Clip,
    rows: &Rows,
    columns: &Columns,
) -> Result<Option<Created>, EditError> {
    let mut last = None;
    for lane in clip.map.lanes_in_order() {
        for (_, touchpoint) in clip.map.touchpoints_in_order() {
            let (Some(lane_here), Some(touchpoint_here)) = (rows.get(&lane.id), columns.get(&touchpoint.id))
            else {
                continue;
            };
            let cell = (*lane_here, *touchpoint_here);
            for card in clip.map.cell(lane.id, touchpoint.id) {
                last = Some(Created::Card(put_card(txn, card, cell)?));
            }
        }
    }
    Ok(last)
}

/// The card at the end of a cell.
fn put_card(txn: &mut Txn<'_>, card: &Card, cell: Cell) -> Result<CardId, EditError> {
    cards::need_cell(txn, cell)?;
    let slot = u32::try_from(cards::cards_of(txn, cell).len()).unwrap_or(u32::MAX);
    let id = CardId(txn.fresh_id()?);
    txn.put_card(Card { id, lane: cell.0, touchpoint: cell.1, slot, ..card.clone() });
    Ok(id)
}

/// New lanes below the one beside, with their cards.
fn paste_lanes(
    txn: &mut Txn<'_>,
    clip: &Clip,
    beside: Beside,
    columns: &Columns,
) -> Result<Option<Created>, EditError> {
    let order = &txn.map().about.lanes;
    let place = beside.lane().and_then(|lane| order.iter().position(|id| *id == lane));
    let below = place.map_or(order.len(), |place| place + 1);
    let (mut last, mut rows) = (None, Rows::new());
    for (at, lane) in (below..).zip(clip.map.lanes_in_order()) {
        let id = put_lane(txn, clip, lane, at)?;
        rows.insert(lane.id, id);
        last = Some(Created::Lane(id));
    }
    put_cards(txn, clip, &rows, columns)?;
    Ok(last)
}

fn put_lane(txn: &mut Txn<'_>, clip: &Clip, lane: &Lane, at: usize) -> Result<LaneId, EditError> {
    let shown = lane.personas.iter().filter_map(|persona| persona_like(txn.map(), &clip.map, *persona));
    let personas = super::distinct(&shown.collect::<Vec<_>>());
    let id = LaneId(txn.fresh_id()?);
    txn.put_lane(Lane { id, personas, ..lane.clone() });
    insert_at(&mut txn.about().lanes, at, id);
    Ok(id)
}

/// The lanes of the map for those of the clip; what the map lacks comes at its end, what it hides is shown.
fn put_missing_lanes(txn: &mut Txn<'_>, clip: &Clip) -> Result<Rows, EditError> {
    let mut rows = Rows::new();
    for lane in clip.map.lanes_in_order() {
        let here = match lane_like(txn.map(), lane) {
            Some(here) => here,
            None => put_lane(txn, clip, lane, usize::MAX)?,
        };
        lanes::set_hidden(txn, here, false)?;
        rows.insert(lane.id, here);
    }
    Ok(rows)
}

/// A lane of the same kind: best the same one, then one of the same name, then one in sight; of equals the uppermost.
fn lane_like(map: &JourneyMap, lane: &Lane) -> Option<LaneId> {
    let alike: Vec<_> = map.lanes_in_order().filter(|other| other.kind == lane.kind).collect();
    let likeness = |other: &&&Lane| {
        let has_same_name = name_key(&other.name) == name_key(&lane.name);
        (has_same_name && other.id == lane.id, has_same_name, !other.hidden)
    };
    alike.iter().rev().max_by_key(likeness).map(|lane| lane.id)
}

/// The persona of this name; the same one when there are several.
fn persona_like(map: &JourneyMap, part: &JourneyMap, persona: PersonaId) -> Option<PersonaId> {
    let name = name_key(&part.personas.get(persona)?.name);
    let alike: Vec<_> = map.personas_in_order().filter(|other| name_key(&other.name) == name).collect();
    alike.iter().rev().max_by_key(|other| other.id == persona).map(|persona| persona.id)
}

/// The channel of this name, which the map gets when it lacks it.
fn channel_like(
    txn: &mut Txn<'_>,
    part: &JourneyMap,
    channel: ChannelId,
) -> Result<Option<ChannelId>, EditError> {
    let Some(channel) = part.channels.get(channel) else { return Ok(None) };
    let name = name_key(&channel.name);
    if let Some(like) = txn.map().channels.iter().find(|other| name_key(&other.name) == name) {
        return Ok(Some(like.id));
    }
    match channels::add(txn, channel)? {
        Created::Channel(id) => Ok(Some(id)),
        _ => Ok(None),
    }
}

/// Each touchpoint of the clip by its name, else by its place from the left.
fn matched_columns(map: &JourneyMap, part: &JourneyMap) -> Columns {
    let order: Vec<_> = map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint).collect();
    let matched = part.touchpoints_in_order().enumerate().filter_map(|(place, (_, touchpoint))| {
        let here = column_like(&order, touchpoint).or_else(|| order.get(place).or(order.last()).copied());
        Some((touchpoint.id, here?.id))
    });
    matched.collect()
}

/// The touchpoints of the clip in their order from the one beside, else from the one of the same name as the first;
/// what reaches over the end of the map joins its last touchpoint.
fn shifted_columns(map: &JourneyMap, part: &JourneyMap, beside: Beside) -> Columns {
    let order: Vec<_> = map.touchpoints_in_order().map(|(_, touchpoint)| touchpoint).collect();
    let position = |id: TouchpointId| order.iter().position(|touchpoint| touchpoint.id == id);
    let beginning_of = |stage| map.stages.get(stage)?.touchpoints.first().copied();
    let first = match beside {
        Beside::Touchpoint(touchpoint) | Beside::Cell { touchpoint, .. } => Some(touchpoint),
        Beside::Stage(stage) => beginning_of(stage),
        Beside::Lane(_) | Beside::Nothing => None,
    };
    let mut originals = part.touchpoints_in_order().map(|(_, touchpoint)| touchpoint).peekable();
    let same = || originals.peek().and_then(|first| column_like(&order, first)).map(|column| column.id);
    let from = first.or_else(same).and_then(position).unwrap_or_default();
    let here = |at: usize| order.get(at).or(order.last()).map(|touchpoint| touchpoint.id);
    (from..).zip(originals).filter_map(|(at, original)| Some((original.id, here(at)?))).collect()
}

/// The touchpoint of the same name; the same one when there are several.
fn column_like<'m>(order: &[&'m Touchpoint], touchpoint: &Touchpoint) -> Option<&'m Touchpoint> {
    let name = name_key(&touchpoint.name);
    let alike = order.iter().rev().filter(|other| name_key(&other.name) == name);
    alike.max_by_key(|other| other.id == touchpoint.id).copied()
}

/// The stage and the place in it where touchpoints go; none when the map has no stage.
fn stage_and_place(map: &JourneyMap, beside: Beside) -> Option<(StageId, usize)> {
    match beside {
        Beside::Touchpoint(touchpoint) | Beside::Cell { touchpoint, .. } => {
            let stage = map.stage_of(touchpoint)?;
            let place = stage.touchpoints.iter().position(|id| *id == touchpoint)?;
            Some((stage.id, place + 1))
        }
        Beside::Stage(stage) => map.stages.get(stage).map(|stage| (stage.id, stage.touchpoints.len())),
        Beside::Lane(_) | Beside::Nothing => {
            map.stages_in_order().last().map(|stage| (stage.id, stage.touchpoints.len()))
        }
    }
}

fn holds_cards(map: &JourneyMap, lane: LaneId) -> bool {
    map.lanes.get(lane).is_some_and(|lane| lane.kind.holds_cards())
}
