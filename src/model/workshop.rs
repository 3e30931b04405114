//! What a workshop leaves in the map besides the drawing: agenda, guesses, votes and the parking lot.

use super::id::{CardId, TouchpointId};
use super::records::is_default;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The workshop's own data.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Workshop {
    /// What is done, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<AgendaItem>,
    /// Guessed exit rates, 0…1, by team and touchpoint; the team without a name is the whole room.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub guesses: BTreeMap<String, BTreeMap<TouchpointId, f64>>,
    /// The vote with dots; none = there was none yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub voting: Option<Voting>,
    /// What did not fit, in the order it came.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parking: Vec<Parked>,
}

/// A step of the agenda.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgendaItem {
    /// What is done.
    pub name: String,
    /// Minutes meant for it.
    pub planned_minutes: u32,
    /// Seconds it took so far.
    #[serde(default, skip_serializing_if = "is_default")]
    pub actual_seconds: u32,
}

/// A vote with dots. Secret while it is open; closing it adds the dots to the cards.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voting {
    /// Dots that each person has.
    pub votes_per_person: u32,
    /// Votes are still cast.
    #[serde(default, skip_serializing_if = "is_default")]
    pub open: bool,
    /// One for each person, in the order they voted; no name twice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ballots: Vec<Ballot>,
}

impl Voting {
    /// A person's dots.
    #[must_use]
    pub fn ballot(&self, name: &str) -> Option<&Ballot> {
        self.ballots.iter().find(|ballot| ballot.name == name)
    }

    /// All dots on a card; a secret while the vote is open.
    #[must_use]
    pub fn dots_on(&self, card: CardId) -> u32 {
        let dots = self.ballots.iter().filter_map(|ballot| ballot.votes.get(&card));
        dots.fold(0, |sum, dots| sum.saturating_add(*dots))
    }
}

/// One person's dots.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ballot {
    /// Who voted.
    pub name: String,
    /// Dots by card, each at least 1.
    #[serde(default)]
    pub votes: BTreeMap<CardId, u32>,
}

impl Ballot {
    /// Dots cast.
    #[must_use]
    pub fn cast(&self) -> u32 {
        self.votes.values().fold(0, |sum, votes| sum.saturating_add(*votes))
    }
}

/// A thought that did not fit, kept for later.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parked {
    /// What it says.
    pub text: String,
    /// Who said it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub who: String,
    /// When: ISO date or time; empty = not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub when: String,
}
