//! The vote with dots: opening and closing it, whose dots are cast, how many are left, one click at a time. The counts
//! stay with the vote until it closes.

use super::WorkshopPage;
use crate::model::ranking::by_votes;
use crate::model::{Ballot, CardId, Edit, Voting};
use crate::session::Session;

/// How the next vote is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VoteTerms {
    /// Dots that each person has.
    pub votes_per_person: u32,
    /// Cards lose the dots that they have from former votes.
    pub afresh: bool,
}

impl Default for VoteTerms {
    fn default() -> Self {
        Self { votes_per_person: 5, afresh: true }
    }
}

impl Session {
    /// Opens a vote and asks who casts first; closes the one that is open and counts it.
    pub(super) fn toggle_vote(&mut self) {
        if self.open_voting().is_some() {
            self.workshop.casting = None;
            self.turn_to(WorkshopPage::Dots);
            self.edit(&Edit::CloseVoting);
        } else {
            self.open_vote();
            self.ask_for_voter();
        }
    }

    /// Nobody casts any more, and the name of the next person is wanted.
    pub(super) fn ask_for_voter(&mut self) {
        self.turn_to(WorkshopPage::Dots);
        self.workshop.casting = None;
        self.workshop.names_asked = self.workshop.names_asked.wrapping_add(1);
    }

    fn open_vote(&mut self) {
        let VoteTerms { votes_per_person, afresh } = self.workshop.terms;
        let open = Edit::OpenVoting { votes_per_person };
        let cards: Vec<_> = by_votes(self.document.map()).into_iter().map(|ranked| ranked.card).collect();
        if cards.is_empty() || !afresh {
            self.edit(&open);
        } else {
            let name = open.name();
            self.edit(&Edit::Batch { name, edits: vec![Edit::SetVotes { cards, votes: 0 }, open] });
        }
    }

    /// Who casts dots from now on; a name that is new gets an empty ballot with its first dot.
    pub(super) fn cast_as(&mut self, name: Option<String>) {
        let name = name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
        self.workshop.casting = name.filter(|_| self.open_voting().is_some());
    }

    /// Changes the dots of whoever casts on a card; more than they have are not given.
    pub(super) fn change_dots(&mut self, card: CardId, change: impl FnOnce(u32) -> u32) {
        let Some((voting, name)) = self.open_voting().zip(self.workshop.casting.clone()) else { return };
        let mut ballot =
            voting.ballot(&name).cloned().unwrap_or_else(|| Ballot { name, ..Ballot::default() });
        let dots = change(ballot.votes.get(&card).copied().unwrap_or(0));
        ballot.votes.insert(card, dots);
        if ballot.cast() <= voting.votes_per_person {
            self.edit(&Edit::CastVotes(ballot));
        }
    }

    /// Dots that whoever casts has left; none while nobody casts.
    #[must_use]
    pub fn dots_left(&self) -> Option<u32> {
        let (voting, name) = self.open_voting().zip(self.workshop.casting.as_deref())?;
        let cast = voting.ballot(name).map_or(0, Ballot::cast);
        Some(voting.votes_per_person.saturating_sub(cast))
    }

    /// The vote, while it is open.
    #[must_use]
    pub fn open_voting(&self) -> Option<&Voting> {
        self.document.map().workshop.voting.as_ref().filter(|voting| voting.open)
    }
}
