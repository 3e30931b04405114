//! How each edit is carried out, inside a transaction, split by what it touches. Every edit leaves a map
//! that passes the integrity check, or fails and leaves it as it was.

mod cards;
mod channels;
mod lanes;
mod map;
mod personas;
mod sources;
mod stages;
mod touchpoints;

use super::edit::{Created, Edit, EditError};
use super::txn::Txn;

/// Carries an edit out.
pub(super) fn apply(txn: &mut Txn<'_>, edit: &Edit) -> Result<Option<Created>, EditError> {
    match edit {
        // What makes a record says which.
        Edit::AddStage { name, at } => return stages::add(txn, name, *at).map(Some),
        Edit::AddTouchpoint { stage, at, name } => return touchpoints::add(txn, *stage, *at, name).map(Some),
        Edit::AddLane { kind, name, at } => return lanes::add(txn, *kind, name, *at).map(Some),
        Edit::AddCard { lane, touchpoint, slot, text, kind } => {
            return cards::add(txn, (*lane, *touchpoint), *slot, text, kind).map(Some);
        }
        Edit::AddPersona(persona) => return personas::add(txn, persona).map(Some),
        Edit::AddChannel(channel) => return channels::add(txn, channel).map(Some),
        Edit::AddSource(source) => return sources::add(txn, source).map(Some),
        Edit::Batch { edits, .. } => return batch(txn, edits),

        Edit::SetTitle(title) => map::set_title(txn, title),
        Edit::SetMapKind(kind) => map::set_kind(txn, *kind),
        Edit::SetDescription(description) => map::set_description(txn, description),
        Edit::SetSmallestGroup(count) => map::set_smallest_group(txn, *count),

        Edit::RenameStage { stage, name } => stages::rename(txn, *stage, name),
        Edit::MoveStage { stage, at } => stages::move_to(txn, *stage, *at),
        Edit::SetStagePalette { stage, palette } => stages::set_palette(txn, *stage, *palette),
        Edit::RemoveStage { stage } => stages::remove(txn, *stage),

        Edit::RenameTouchpoint { touchpoint, name } => touchpoints::rename(txn, *touchpoint, name),
        Edit::MoveTouchpoints { touchpoints, stage, at } => {
            touchpoints::move_to(txn, touchpoints, *stage, *at)
        }
        Edit::SetFlag { touchpoint, flag, on } => touchpoints::set_flag(txn, *touchpoint, *flag, *on),
        Edit::SetChannels { touchpoint, channels } => touchpoints::set_channels(txn, *touchpoint, channels),
        Edit::SetOwner { touchpoint, owner } => touchpoints::set_owner(txn, *touchpoint, owner),
        Edit::SetTouchpointDescription { touchpoint, description } => {
            touchpoints::set_description(txn, *touchpoint, description)
        }
        Edit::RemoveTouchpoints { touchpoints } => touchpoints::remove(txn, touchpoints),
        Edit::SetRolesOfTouchpoints { goals, contacts } => touchpoints::set_roles(txn, goals, contacts),

        Edit::RenameLane { lane, name } => lanes::rename(txn, *lane, name),
        Edit::MoveLane { lane, at } => lanes::move_to(txn, *lane, *at),
        Edit::SetLaneHidden { lane, hidden } => lanes::set_hidden(txn, *lane, *hidden),
        Edit::RemoveLane { lane } => lanes::remove(txn, *lane),

        Edit::SetCardText { card, text } => cards::set_text(txn, *card, text),
        Edit::SetCardKind { card, kind } => cards::set_kind(txn, *card, kind),
        Edit::SetEvidence { card, evidence } => cards::set_evidence(txn, *card, *evidence),
        Edit::MoveCards { cards, lane, touchpoint, slot } => {
            cards::move_to(txn, cards, (*lane, *touchpoint), *slot)
        }
        Edit::RemoveCards { cards } => cards::remove(txn, cards),

        Edit::SetPersona { persona, name, quote, segment } => {
            personas::set(txn, *persona, name, quote, segment.as_ref())
        }
        Edit::SetEmotion { persona, touchpoint, emotion } => {
            personas::set_emotion(txn, *persona, *touchpoint, *emotion)
        }
        Edit::RemovePersona { persona } => personas::remove(txn, *persona),

        Edit::SetChannel { channel, name, color } => channels::set(txn, *channel, name, *color),
        Edit::RemoveChannel { channel } => channels::remove(txn, *channel),

        Edit::SetSource(source) => sources::set(txn, source),
        Edit::RemoveSource { source } => sources::remove(txn, *source),
    }
    .map(|()| None)
}

/// Carries several edits out, all or (because the transaction is dropped on an error) none.
/// What the last addition made is what was made.
fn batch(txn: &mut Txn<'_>, edits: &[Edit]) -> Result<Option<Created>, EditError> {
    let mut last = None;
    for edit in edits {
        last = apply(txn, edit)?.or(last);
    }
    Ok(last)
}

/// Text as it is kept: without blanks at its ends.
fn trimmed(text: &str) -> String {
    text.trim().to_owned()
}

/// Puts an item at a place of a list, at most at its end.
fn insert_at<T>(list: &mut Vec<T>, at: usize, item: T) {
    list.insert(at.min(list.len()), item);
}

/// Takes an item out of a list and puts it at a place of what is left.
fn move_within<T: PartialEq>(list: &mut Vec<T>, item: T, at: usize) {
    list.retain(|other| *other != item);
    insert_at(list, at, item);
}

/// The items in the given order, each once.
fn distinct<T: Copy + PartialEq>(items: &[T]) -> Vec<T> {
    let mut once = Vec::with_capacity(items.len());
    for item in items {
        if !once.contains(item) {
            once.push(*item);
        }
    }
    once
}
