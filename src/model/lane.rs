//! Lanes: the rows of a map, each for one kind of content.

use super::id::{LaneId, PersonaId};
use super::records::is_default;
use serde::{Deserialize, Serialize};

/// What a row holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum LaneKind {
    /// Channel pills of each touchpoint.
    Channels,
    /// The drawn emotion curve and, with data, the measured one.
    Emotion,
    /// Measured: exit rate bars.
    Exits,
    /// Measured: satisfied, neutral and dissatisfied shares.
    Satisfaction,
    /// Pain point cards.
    Pains,
    /// Opportunity cards.
    Opportunities,
    /// What customers said.
    Quotes,
    /// What customers think.
    Thoughts,
    /// Anything the team wants to note.
    Notes,
    /// What staff does out of the customer's sight.
    Backstage,
    /// Typed-in figures.
    Metrics,
    /// Pictures.
    Images,
}

impl LaneKind {
    /// All kinds in the usual order from top to bottom.
    pub const ALL: [Self; 12] = [
        Self::Channels,
        Self::Emotion,
        Self::Exits,
        Self::Satisfaction,
        Self::Thoughts,
        Self::Quotes,
        Self::Pains,
        Self::Opportunities,
        Self::Backstage,
        Self::Metrics,
        Self::Notes,
        Self::Images,
    ];

    /// True for rows that hold cards.
    #[must_use]
    pub const fn holds_cards(self) -> bool {
        !matches!(self, Self::Channels | Self::Emotion | Self::Exits | Self::Satisfaction)
    }

    /// True where a second row of the kind can show something else: cards, or curves of other personas.
    #[must_use]
    pub const fn may_repeat(self) -> bool {
        self.holds_cards() || matches!(self, Self::Emotion)
    }

    /// True for rows that show nothing without data.
    #[must_use]
    pub const fn is_measured(self) -> bool {
        matches!(self, Self::Exits | Self::Satisfaction)
    }
}

/// A row of the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lane {
    /// Id.
    pub id: LaneId,
    /// What it holds.
    pub kind: LaneKind,
    /// Own name; empty = the kind's usual name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Not drawn.
    #[serde(default, skip_serializing_if = "is_default")]
    pub hidden: bool,
    /// Stays in sight above the others when the map is scrolled.
    #[serde(default, skip_serializing_if = "is_default")]
    pub pinned: bool,
    /// Only its heading is drawn.
    #[serde(default, skip_serializing_if = "is_default")]
    pub collapsed: bool,
    /// In an emotion lane, whose curves are drawn; empty = the shown persona's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub personas: Vec<PersonaId>,
}

impl Lane {
    /// A lane with the kind's usual name.
    #[must_use]
    pub fn new(id: LaneId, kind: LaneKind) -> Self {
        Self {
            id,
            kind,
            name: String::new(),
            hidden: false,
            pinned: false,
            collapsed: false,
            personas: Vec::new(),
        }
    }

    /// True while cards can be seen in it: what is typed into it appears.
    #[must_use]
    pub const fn shows_cards(&self) -> bool {
        self.kind.holds_cards() && !self.hidden && !self.collapsed
    }
}
