//! Casting dots: whose they are, how many are left, one click at a time. The counts stay with the vote until it closes.

use crate::model::{Ballot, CardId, Edit, Voting};
use crate::session::Session;

impl Session {
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
