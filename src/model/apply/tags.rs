//! Edits of tags, on cards and touchpoints alike.

use super::{distinct, trimmed};
use crate::model::edit::EditError;
use crate::model::id::{CardId, TouchpointId};
use crate::model::txn::Txn;
use std::collections::BTreeSet;

pub(super) fn set_all(
    txn: &mut Txn<'_>,
    cards: &[CardId],
    touchpoints: &[TouchpointId],
    tags: &BTreeSet<String>,
) -> Result<(), EditError> {
    let tags: BTreeSet<_> = tags.iter().map(|tag| trimmed(tag)).filter(|tag| !tag.is_empty()).collect();
    change(txn, cards, touchpoints, |on| on.clone_from(&tags))
}

pub(super) fn set_one(
    txn: &mut Txn<'_>,
    cards: &[CardId],
    touchpoints: &[TouchpointId],
    tag: &str,
    on: bool,
) -> Result<(), EditError> {
    let tag = trimmed(tag);
    if tag.is_empty() {
        return Ok(());
    }
    change(txn, cards, touchpoints, |tags| {
        if on {
            tags.insert(tag.clone());
        } else {
            tags.remove(&tag);
        }
    })
}

fn change(
    txn: &mut Txn<'_>,
    cards: &[CardId],
    touchpoints: &[TouchpointId],
    change: impl Fn(&mut BTreeSet<String>),
) -> Result<(), EditError> {
    for card in distinct(cards) {
        txn.update_card(card, |card| change(&mut card.tags))?;
    }
    for touchpoint in distinct(touchpoints) {
        txn.update_touchpoint(touchpoint, |touchpoint| change(&mut touchpoint.tags))?;
    }
    Ok(())
}
