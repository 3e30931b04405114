//! Cards: what hangs in the cells of a map, by kind.

use super::id::{CardId, LaneId, TouchpointId};
use super::image::Png;
use super::lane::LaneKind;
use super::records::is_default;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One item in a lane at a touchpoint.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Id.
    pub id: CardId,
    /// The row.
    pub lane: LaneId,
    /// The column.
    pub touchpoint: TouchpointId,
    /// Place among the cards of the cell from top to bottom: 0, 1, 2 … without gaps.
    pub slot: u32,
    /// What it says.
    pub text: String,
    /// Its kind with the fields of that kind.
    #[serde(default)]
    pub kind: CardKind,
    /// How sure we are; none = found from the data where it can be, else assumed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Evidence>,
    /// Workshop votes.
    #[serde(default, skip_serializing_if = "is_default")]
    pub votes: u32,
    /// How many touchpoints to the right of its own it covers as well.
    #[serde(default, skip_serializing_if = "is_default")]
    pub span: u32,
    /// Own colour as an index into the theme's stage palette; none = by kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub palette: Option<u8>,
    /// Free words to filter by.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub tags: BTreeSet<String>,
}

impl Card {
    /// A plain card at the top of a cell.
    #[must_use]
    pub fn new(
        id: CardId,
        (lane, touchpoint): (LaneId, TouchpointId),
        text: impl Into<String>,
        kind: CardKind,
    ) -> Self {
        Self {
            id,
            lane,
            touchpoint,
            slot: 0,
            text: text.into(),
            kind,
            evidence: None,
            votes: 0,
            span: 0,
            palette: None,
            tags: BTreeSet::new(),
        }
    }
}

/// How well founded a card is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Evidence {
    /// The team believes so.
    Assumed,
    /// A customer said so.
    Quoted,
    /// The data shows it.
    Measured,
}

/// Kinds of cards.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum CardKind {
    /// Plain text.
    #[default]
    Note,
    /// What hurts.
    Pain(Pain),
    /// An answer to it.
    Opportunity(Opportunity),
    /// Words of a customer.
    Quote {
        /// Who said it, where, when.
        #[serde(default)]
        source: String,
    },
    /// What the customer thinks.
    Thought,
    /// What staff does.
    Backstage,
    /// A typed-in figure, such as `4.2 min`.
    Metric {
        /// The figure with its unit.
        #[serde(default)]
        value: String,
    },
    /// A picture; the card's text is its caption.
    Image {
        /// The picture, scaled down to what a card can show.
        png: Png,
        /// What is to be seen, for those who can't see it.
        #[serde(default)]
        alt: String,
    },
}

impl CardKind {
    /// The kind a new card has in a lane.
    #[must_use]
    pub fn for_lane(lane: LaneKind) -> Self {
        match lane {
            LaneKind::Pains => Self::Pain(Pain::default()),
            LaneKind::Opportunities => Self::Opportunity(Opportunity::default()),
            LaneKind::Quotes => Self::Quote { source: String::new() },
            LaneKind::Thoughts => Self::Thought,
            LaneKind::Backstage => Self::Backstage,
            LaneKind::Metrics => Self::Metric { value: String::new() },
            LaneKind::Channels
            | LaneKind::Emotion
            | LaneKind::Exits
            | LaneKind::Satisfaction
            | LaneKind::Notes
            // A picture comes with its bytes.
            | LaneKind::Images => Self::Note,
        }
    }
}

/// Fields of a pain point.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pain {
    /// 1 (a nuisance) … 5 (they leave).
    pub severity: u8,
    /// Who suffers.
    #[serde(default, skip_serializing_if = "is_default")]
    pub side: Side,
    /// Share of visits that meet it, 0…1, as typed in by the team.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frequency: Option<f64>,
    /// How the data tells that a visit met it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<PainRule>,
}

impl Default for Pain {
    fn default() -> Self {
        Self { severity: 3, side: Side::Customer, frequency: None, rule: None }
    }
}

/// Who a pain point hurts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Side {
    /// The customer.
    #[default]
    Customer,
    /// Staff.
    Staff,
}

/// A condition on a visit: the visit meets the pain point when it holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum PainRule {
    /// Waited longer than this many seconds.
    WaitOver(f64),
    /// Scored at most this, in the source's own scale.
    ScoreAtMost(f64),
    /// Negative sentiment.
    SentimentNegative,
    /// Asked for help again within seven days.
    ContactedAgain,
    /// Came from another channel than the visit before.
    ChannelSwitch,
    /// The text holds these words, letter case ignored.
    TextContains(String),
    /// The event has this name.
    EventName(String),
}

/// Fields of an opportunity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Opportunity {
    /// 1 … 5.
    pub impact: u8,
    /// 1 … 5.
    pub effort: u8,
    /// Who does it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Until when, as `YYYY-MM-DD`; empty = not set.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub due: String,
}

impl Default for Opportunity {
    fn default() -> Self {
        Self { impact: 3, effort: 3, owner: String::new(), due: String::new() }
    }
}
