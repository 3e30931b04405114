//! How each edit is carried out, inside a transaction, split by what it touches. Every edit leaves a map
//! that passes the integrity check, or fails and leaves it as it was.

mod card_fields;
mod cards;
mod channels;
mod columns;
mod lanes;
mod map;
mod paste;
mod paste_clip;
mod personas;
mod snapshots;
mod sources;
mod spans;
mod stages;
mod tags;
mod targets;
mod touchpoints;
mod workshop;

use super::edit::{Created, Edit, EditError};
use super::table::{Record, Table};
use super::txn::Txn;
use std::collections::BTreeSet;

/// Carries an edit out.
pub(super) fn apply(txn: &mut Txn<'_>, edit: &Edit) -> Result<Option<Created>, EditError> {
    let created = dispatch(txn, edit)?;
    spans::clamp(txn)?;
    Ok(created)
}

fn dispatch(txn: &mut Txn<'_>, edit: &Edit) -> Result<Option<Created>, EditError> {
    match edit {
        // What makes a record says which.
        Edit::AddStage { name, at } => return stages::add(txn, name, *at).map(Some),
        Edit::AddTouchpoint { stage, at, name } => return touchpoints::add(txn, *stage, *at, name).map(Some),
        Edit::AddLane { kind, name, at } => return lanes::add(txn, *kind, name, *at).map(Some),
        Edit::AddCard { lane, touchpoint, slot, text, kind } => {
            return cards::add(txn, (*lane, *touchpoint), *slot, text, kind).map(Some);
        }
        Edit::PinCard { lane, touchpoint, text, kind, evidence } => {
            return cards::pin(txn, (*lane, *touchpoint), text, (kind, *evidence)).map(Some);
        }
        Edit::AddPersona(persona) => return personas::add(txn, persona).map(Some),
        Edit::AddChannel(channel) => return channels::add(txn, channel).map(Some),
        Edit::AddSource(source) => return sources::add(txn, source).map(Some),
        Edit::SplitStage { touchpoint, name } => return stages::split(txn, *touchpoint, name).map(Some),
        Edit::DuplicateStage { stage } => return stages::duplicate(txn, *stage).map(Some),
        Edit::SplitTouchpoint { touchpoint, name } => {
            return columns::split(txn, *touchpoint, name).map(Some);
        }
        Edit::DuplicateTouchpoints { touchpoints } => return columns::duplicate(txn, touchpoints),
        Edit::DuplicateLane { lane } => return lanes::duplicate(txn, *lane).map(Some),
        Edit::DuplicateCards { cards } => return cards::duplicate(txn, cards),
        Edit::PasteTable { cells, into } => return paste::paste(txn, cells, *into),
        Edit::PasteClip { clip, beside } => return paste_clip::paste(txn, clip, *beside),
        Edit::TakeSnapshot { name, made } => return snapshots::take(txn, name, made).map(Some),
        Edit::ParkedToCard { at, lane, touchpoint } => {
            return workshop::parked_to_card(txn, *at, (*lane, *touchpoint)).map(Some);
        }
        Edit::Batch { edits, .. } => return batch(txn, edits),

        Edit::SetTitle(title) => map::set_title(txn, title),
        Edit::SetMapKind(kind) => map::set_kind(txn, *kind),
        Edit::SetDescription(description) => map::set_description(txn, description),
        Edit::SetSmallestGroup(count) => map::set_smallest_group(txn, *count),
        Edit::AddTarget(target) => targets::add(txn, target),
        Edit::SetTarget { at, target } => targets::set(txn, *at, target),
        Edit::RemoveTarget { at } => targets::remove(txn, *at),
        Edit::SetWordMood { word, mood } => map::set_word_mood(txn, word, *mood),
        Edit::SetReviewed(day) => map::set_reviewed(txn, day.as_deref()),
        Edit::SetThresholds(thresholds) => map::set_thresholds(txn, thresholds),
        Edit::SetFindingSlide { finding, slide } => map::set_slide(txn, finding, slide.as_deref()),
        Edit::SetDismissed { finding, why } => map::set_dismissed(txn, finding, why.as_deref()),

        Edit::RenameStage { stage, name } => stages::rename(txn, *stage, name),
        Edit::MoveStage { stage, at } => stages::move_to(txn, *stage, *at),
        Edit::SetStagePalette { stage, palette } => stages::set_palette(txn, *stage, *palette),
        Edit::MergeStages { stages } => stages::merge(txn, stages),
        Edit::RemoveStage { stage } => stages::remove(txn, *stage),

        Edit::RenameTouchpoint { touchpoint, name } => touchpoints::rename(txn, *touchpoint, name),
        Edit::MoveTouchpoints { touchpoints, stage, at } => {
            touchpoints::move_to(txn, touchpoints, *stage, *at)
        }
        Edit::MoveTouchpointsBy { touchpoints, places } => columns::move_by(txn, touchpoints, *places),
        Edit::MergeTouchpoints { touchpoints } => columns::merge(txn, touchpoints),
        Edit::SetFlag { touchpoint, flag, on } => touchpoints::set_flag(txn, *touchpoint, *flag, *on),
        Edit::SetChannels { touchpoint, channels } => touchpoints::set_channels(txn, *touchpoint, channels),
        Edit::SetOwner { touchpoint, owner } => touchpoints::set_owner(txn, *touchpoint, owner),
        Edit::SetTouchpointDescription { touchpoint, description } => {
            touchpoints::set_description(txn, *touchpoint, description)
        }
        Edit::RemoveTouchpoints { touchpoints } => touchpoints::remove(txn, touchpoints),
        Edit::SetRolesOfTouchpoints { goals, contacts } => touchpoints::set_roles(txn, goals, contacts),

        Edit::SetTags { cards, touchpoints, tags } => tags::set_all(txn, cards, touchpoints, tags),
        Edit::SetTag { cards, touchpoints, tag, on } => tags::set_one(txn, cards, touchpoints, tag, *on),

        Edit::RenameLane { lane, name } => lanes::rename(txn, *lane, name),
        Edit::MoveLane { lane, at } => lanes::move_to(txn, *lane, *at),
        Edit::SetLaneHidden { lane, hidden } => lanes::set_hidden(txn, *lane, *hidden),
        Edit::SetLanePinned { lane, pinned } => lanes::set_pinned(txn, *lane, *pinned),
        Edit::SetLaneCollapsed { lane, collapsed } => lanes::set_collapsed(txn, *lane, *collapsed),
        Edit::SetLanePersonas { lane, personas } => lanes::set_personas(txn, *lane, personas),
        Edit::RemoveLane { lane } => lanes::remove(txn, *lane),

        Edit::SetCardText { card, text } => card_fields::set_text(txn, *card, text),
        Edit::SetCardKind { card, kind } => card_fields::set_kind(txn, *card, kind),
        Edit::SetEvidence { card, evidence } => card_fields::set_evidence(txn, *card, *evidence),
        Edit::SetSpan { card, span } => spans::set(txn, *card, *span),
        Edit::SetVotes { cards, votes } => card_fields::set_votes(txn, cards, *votes),
        Edit::SetCardColor { cards, palette } => card_fields::set_color(txn, cards, *palette),
        Edit::MoveCardsBy { cards, columns, lanes } => cards::move_by(txn, cards, *columns, *lanes),
        Edit::MoveCards { cards, lane, touchpoint, slot } => {
            cards::move_to(txn, cards, (*lane, *touchpoint), *slot)
        }
        Edit::RemoveCards { cards } => cards::remove(txn, cards),

        Edit::SetPersona { persona, name, quote, segments } => {
            personas::set(txn, *persona, name, quote, segments)
        }
        Edit::SetEmotion { persona, curve, touchpoint, emotion } => {
            personas::set_emotion(txn, *persona, *curve, *touchpoint, *emotion)
        }
        Edit::RenamePersona { persona, name } => personas::rename(txn, *persona, name),
        Edit::SetPersonaQuote { persona, quote } => personas::set_quote(txn, *persona, quote),
        Edit::RemovePersona { persona } => personas::remove(txn, *persona),

        Edit::SetChannel { channel, name, color } => channels::set(txn, *channel, name, *color),
        Edit::SetSelfService { channel, on } => channels::set_self_service(txn, *channel, *on),
        Edit::RemoveChannel { channel } => channels::remove(txn, *channel),

        Edit::SetSource(source) => sources::set(txn, source),
        Edit::RemoveSource { source } => sources::remove(txn, *source),

        Edit::RenameSnapshot { snapshot, name } => snapshots::rename(txn, *snapshot, name),
        Edit::RemoveSnapshot { snapshot } => snapshots::remove(txn, *snapshot),
        Edit::RestoreSnapshot { snapshot } => snapshots::restore(txn, *snapshot),

        Edit::SetAgenda(agenda) => workshop::set_agenda(txn, agenda),
        Edit::SetGuess { team, touchpoint, exit_rate } => {
            workshop::set_guess(txn, team, *touchpoint, *exit_rate)
        }
        Edit::RemoveGuesses { team } => workshop::remove_guesses(txn, team),
        Edit::OpenVoting { votes_per_person } => workshop::open_voting(txn, *votes_per_person),
        Edit::CastVotes(ballot) => workshop::cast(txn, ballot),
        Edit::RemoveBallot { name } => workshop::remove_ballot(txn, name),
        Edit::CloseVoting => workshop::close_voting(txn),
        Edit::Park(parked) => workshop::park(txn, parked),
        Edit::SetParked { at, parked } => workshop::set_parked(txn, *at, parked),
        Edit::RemoveParked { at } => workshop::remove_parked(txn, *at).map(drop),
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
fn distinct<T: Copy + Ord>(items: &[T]) -> Vec<T> {
    let mut known = BTreeSet::new();
    items.iter().copied().filter(|item| known.insert(*item)).collect()
}

/// The ids as a set, when all their records are there.
fn existing<R: Record>(table: &Table<R>, ids: &[R::Id]) -> Result<BTreeSet<R::Id>, EditError> {
    for id in ids {
        table.need(*id)?;
    }
    Ok(ids.iter().copied().collect())
}
