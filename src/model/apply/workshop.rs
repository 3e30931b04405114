//! Edits of the workshop's data: agenda, guesses, votes and the parking lot.

use super::{cards, trimmed};
use crate::model::card::CardKind;
use crate::model::check;
use crate::model::edit::{Created, EditError};
use crate::model::id::{CardId, LaneId, TouchpointId};
use crate::model::txn::Txn;
use crate::model::workshop::{AgendaItem, Ballot, Parked, Voting};
use std::collections::BTreeSet;

pub(super) fn set_agenda(txn: &mut Txn<'_>, agenda: &[AgendaItem]) -> Result<(), EditError> {
    let trim = |item: &AgendaItem| AgendaItem { name: trimmed(&item.name), ..item.clone() };
    txn.workshop().agenda = agenda.iter().map(trim).collect();
    Ok(())
}

pub(super) fn set_guess(
    txn: &mut Txn<'_>,
    team: &str,
    touchpoint: TouchpointId,
    exit_rate: Option<f64>,
) -> Result<(), EditError> {
    txn.map().touchpoints.need(touchpoint)?;
    let guesses = &mut txn.workshop().guesses;
    let of_team = guesses.entry(trimmed(team)).or_default();
    match exit_rate.filter(|rate| !rate.is_nan()) {
        Some(rate) => of_team.insert(touchpoint, rate.clamp(0.0, 1.0)),
        None => of_team.remove(&touchpoint),
    };
    guesses.retain(|_, of_team| !of_team.is_empty());
    Ok(())
}

pub(super) fn remove_guesses(txn: &mut Txn<'_>, team: &str) -> Result<(), EditError> {
    txn.workshop().guesses.remove(team.trim());
    Ok(())
}

/// A merged touchpoint has the mean of its parts' guesses.
pub(super) fn merge_guesses(txn: &mut Txn<'_>, into: TouchpointId, parts: &BTreeSet<TouchpointId>) {
    if txn.map().workshop.guesses.is_empty() {
        return;
    }
    for of_team in txn.workshop().guesses.values_mut() {
        let found: Vec<f64> = parts.iter().filter_map(|part| of_team.remove(part)).collect();
        if !found.is_empty() {
            #[allow(clippy::cast_precision_loss)] // a handful
            of_team.insert(into, found.iter().sum::<f64>() / found.len() as f64);
        }
    }
}

/// Touchpoints have gone: nobody guesses them any more.
pub(super) fn forget_touchpoints(txn: &mut Txn<'_>, gone: &BTreeSet<TouchpointId>) {
    if txn.map().workshop.guesses.is_empty() {
        return;
    }
    let guesses = &mut txn.workshop().guesses;
    guesses.values_mut().for_each(|of_team| of_team.retain(|touchpoint, _| !gone.contains(touchpoint)));
    guesses.retain(|_, of_team| !of_team.is_empty());
}

/// Cards have gone: dots on them are lost.
pub(super) fn forget_cards(txn: &mut Txn<'_>, gone: &BTreeSet<CardId>) {
    if txn.map().workshop.voting.is_none() {
        return;
    }
    for ballot in txn.workshop().voting.iter_mut().flat_map(|voting| &mut voting.ballots) {
        ballot.votes.retain(|card, _| !gone.contains(card));
    }
}

pub(super) fn open_voting(txn: &mut Txn<'_>, votes_per_person: u32) -> Result<(), EditError> {
    txn.workshop().voting = Some(Voting { votes_per_person, open: true, ballots: Vec::new() });
    Ok(())
}

pub(super) fn cast(txn: &mut Txn<'_>, ballot: &Ballot) -> Result<(), EditError> {
    for card in ballot.votes.keys() {
        txn.map().cards.need(*card)?;
    }
    let mut ballot = Ballot { name: trimmed(&ballot.name), ..ballot.clone() };
    ballot.votes.retain(|_, votes| *votes > 0);
    let voting = open_vote(txn)?;
    if ballot.cast() > voting.votes_per_person {
        let (cast, allowed) = (ballot.cast(), voting.votes_per_person);
        return Err(EditError::TooManyVotes { name: ballot.name, cast, allowed });
    }
    match voting.ballots.iter_mut().find(|other| other.name == ballot.name) {
        Some(earlier) => *earlier = ballot,
        None => voting.ballots.push(ballot),
    }
    Ok(())
}

pub(super) fn remove_ballot(txn: &mut Txn<'_>, name: &str) -> Result<(), EditError> {
    open_vote(txn)?.ballots.retain(|ballot| ballot.name != name.trim());
    Ok(())
}

pub(super) fn close_voting(txn: &mut Txn<'_>) -> Result<(), EditError> {
    let voting = open_vote(txn)?;
    voting.open = false;
    let cast: Vec<_> = voting.ballots.iter().flat_map(|ballot| ballot.votes.clone()).collect();
    for (card, votes) in cast {
        txn.update_card(card, |card| card.votes = card.votes.saturating_add(votes))?;
    }
    Ok(())
}

fn open_vote<'a>(txn: &'a mut Txn<'_>) -> Result<&'a mut Voting, EditError> {
    txn.workshop().voting.as_mut().filter(|voting| voting.open).ok_or(EditError::VotingClosed)
}

pub(super) fn park(txn: &mut Txn<'_>, parked: &Parked) -> Result<(), EditError> {
    let parked = sound(parked)?;
    txn.workshop().parking.push(parked);
    Ok(())
}

pub(super) fn set_parked(txn: &mut Txn<'_>, at: usize, parked: &Parked) -> Result<(), EditError> {
    let parked = sound(parked)?;
    *txn.workshop().parking.get_mut(at).ok_or(EditError::NothingParked(at))? = parked;
    Ok(())
}

pub(super) fn remove_parked(txn: &mut Txn<'_>, at: usize) -> Result<Parked, EditError> {
    let parking = &mut txn.workshop().parking;
    if at < parking.len() { Ok(parking.remove(at)) } else { Err(EditError::NothingParked(at)) }
}

pub(super) fn parked_to_card(
    txn: &mut Txn<'_>,
    at: usize,
    (lane, touchpoint): (LaneId, TouchpointId),
) -> Result<Created, EditError> {
    let parked = remove_parked(txn, at)?;
    let mut kind = CardKind::for_lane(txn.map().lanes.need(lane)?.kind);
    if let CardKind::Quote { source } = &mut kind {
        *source = parked.who;
    }
    cards::add(txn, (lane, touchpoint), usize::MAX, &parked.text, &kind)
}

fn sound(parked: &Parked) -> Result<Parked, EditError> {
    let Parked { text, who, when } = parked;
    let parked = Parked { text: trimmed(text), who: trimmed(who), when: trimmed(when) };
    match check::parked(&parked) {
        Some(problem) => Err(EditError::Invalid(problem)),
        None => Ok(parked),
    }
}
