//! Cards that cover several touchpoints, while touchpoints come, go and move.

use crate::model::edit::EditError;
use crate::model::id::{CardId, TouchpointId};
use crate::model::records::JourneyMap;
use crate::model::txn::Txn;
use std::collections::{BTreeMap, BTreeSet};

/// Lets a card cover so many touchpoints to its right; [`clamp`] sees to the end of the map.
pub(super) fn set(txn: &mut Txn<'_>, card: CardId, span: u32) -> Result<(), EditError> {
    txn.update_card(card, |card| card.span = span)
}

/// A touchpoint has come into the map: cards that reach over its place cover it too.
pub(super) fn opened(txn: &mut Txn<'_>, new: TouchpointId) -> Result<(), EditError> {
    let columns = columns(txn.map());
    let Some(at) = columns.get(&new).copied() else { return Ok(()) };
    let reaches_over = |(card, span): &(CardId, u32)| {
        let card = txn.map().cards.get(*card)?;
        let first = columns.get(&card.touchpoint)?;
        (*first < at && at <= first + *span as usize).then_some(card.id)
    };
    let grown: Vec<_> = wide(txn.map()).iter().filter_map(reaches_over).collect();
    for card in grown {
        txn.update_card(card, |card| card.span += 1)?;
    }
    Ok(())
}

/// Touchpoints are about to go: cards no longer count them among those to their right.
pub(super) fn closing(txn: &mut Txn<'_>, gone: &BTreeSet<TouchpointId>) -> Result<(), EditError> {
    for (id, _) in wide(txn.map()) {
        let card = txn.map().cards.need(id)?;
        let covered = txn.map().covered(card);
        let kept = covered.iter().skip(1).filter(|touchpoint| !gone.contains(touchpoint)).count();
        let kept = u32::try_from(kept).unwrap_or(u32::MAX);
        txn.update_card(id, |card| card.span = kept)?;
    }
    Ok(())
}

/// No card reaches beyond the last touchpoint.
pub(super) fn clamp(txn: &mut Txn<'_>) -> Result<(), EditError> {
    let wide = wide(txn.map());
    if wide.is_empty() {
        return Ok(());
    }
    let columns = columns(txn.map());
    for (id, span) in wide {
        let at = columns.get(&txn.map().cards.need(id)?.touchpoint).copied().unwrap_or_default();
        let most = u32::try_from(columns.len().saturating_sub(at + 1)).unwrap_or(u32::MAX);
        if span > most {
            txn.update_card(id, |card| card.span = most)?;
        }
    }
    Ok(())
}

/// Cards that cover more than their own touchpoint.
fn wide(map: &JourneyMap) -> Vec<(CardId, u32)> {
    map.cards.iter().filter(|card| card.span > 0).map(|card| (card.id, card.span)).collect()
}

/// The place of each touchpoint from the left.
fn columns(map: &JourneyMap) -> BTreeMap<TouchpointId, usize> {
    map.touchpoints_in_order().zip(0..).map(|((_, touchpoint), at)| (touchpoint.id, at)).collect()
}
