//! How pages are asked: what can be chosen on them.

use super::Opened;
use crate::insights::customer::Identity;
use crate::insights::patterns::ItemKind;
use crate::model::TouchpointId;
use crate::tr;

/// Choices of all pages. Whoever changes one asks anew.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// What patterns ahead of exits are made of.
    pub items: Vec<ItemKind>,
    /// Journeys to be listed.
    pub opened: Opened,
    /// In which order.
    pub order: JourneyOrder,
    /// The channel whose hours of the week are shown, by its name in the data; none = all.
    pub hours_of: Option<String>,
    /// The touchpoint whose scores are set against what they are worth; none = those of all.
    pub scores_at: Option<TouchpointId>,
    /// Is it shown who customers are?
    pub identity: Identity,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            items: vec![ItemKind::Touchpoint],
            opened: Opened::default(),
            order: JourneyOrder::default(),
            identity: Identity::default(),
            hours_of: None,
            scores_at: None,
        }
    }
}

/// The orders of a list of journeys.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum JourneyOrder {
    /// Those who left first.
    #[default]
    End,
    /// The last begun first.
    Newest,
    /// The first begun first.
    Oldest,
    /// Those with the most visits first.
    MostVisits,
    /// Those that took longest first.
    Longest,
    /// The journeys of a customer together.
    Customer,
}

impl JourneyOrder {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::End, Self::Newest, Self::Oldest, Self::MostVisits, Self::Longest, Self::Customer];

    /// What comes first.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::End => tr!("session-order-end"),
            Self::Newest => tr!("session-order-newest"),
            Self::Oldest => tr!("session-order-oldest"),
            Self::MostVisits => tr!("session-order-most-visits"),
            Self::Longest => tr!("session-order-longest"),
            Self::Customer => tr!("session-order-customer"),
        }
    }
}
