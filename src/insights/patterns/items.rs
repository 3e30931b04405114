//! What patterns are made of, numbered from 0 so that mining compares numbers only.

use super::super::Inputs;
use crate::measure::{JourneyView, Rated, Visit};
use hashbrown::HashMap;

/// Kinds of items that can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ItemKind {
    /// Which touchpoint is visited.
    Touchpoint,
    /// Which touchpoint in which channel.
    WithChannel,
    /// The customer comes from another channel.
    Switch,
    /// A wait over the touchpoint's 90th percentile.
    LongWait,
    /// A score in the lowest quarter of its scale: 1 or 2 of 5.
    LowScore,
    /// The customer asks for help, and again within seven days.
    ContactedAgain,
}

impl ItemKind {
    /// All, touchpoints first.
    pub const ALL: [Self; 6] = [
        Self::Touchpoint,
        Self::WithChannel,
        Self::Switch,
        Self::LongWait,
        Self::LowScore,
        Self::ContactedAgain,
    ];
}

/// One thing that happened. Touchpoints are places in map order, channels codes of the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // named as the kinds are
pub enum Item {
    Touchpoint(u32),
    WithChannel { touchpoint: u32, channel: u32 },
    Switch { from: u32, to: u32 },
    LongWait(u32),
    LowScore(u32),
    ContactedAgain(u32),
}

impl Item {
    /// The place in map order of its touchpoint; none for a switch, which may be anywhere.
    #[must_use]
    pub const fn place(self) -> Option<u32> {
        match self {
            Self::Touchpoint(touchpoint)
            | Self::WithChannel { touchpoint, .. }
            | Self::LongWait(touchpoint)
            | Self::LowScore(touchpoint)
            | Self::ContactedAgain(touchpoint) => Some(touchpoint),
            Self::Switch { .. } => None,
        }
    }
}

/// Tells the items of visits.
pub struct Teller<'a> {
    inputs: &'a Inputs<'a>,
    kinds: Vec<ItemKind>,
    /// By place in map order.
    is_goal: Vec<bool>,
    long_wait_secs: Vec<Option<f64>>,
}

impl<'a> Teller<'a> {
    /// Of the kinds that are asked for.
    pub fn new(inputs: &'a Inputs<'a>, kinds: &[ItemKind]) -> Self {
        let waits = inputs.measures.touchpoints.iter().map(|of| of.wait.map(|wait| wait.p90_secs));
        Self {
            inputs,
            kinds: ItemKind::ALL.into_iter().filter(|kind| kinds.contains(kind)).collect(),
            is_goal: inputs.prepared.goals(),
            long_wait_secs: waits.collect(),
        }
    }

    /// Hands the items of a visit on. The goal itself is never one; what can only follow it lies behind every window.
    pub fn tell(
        &self,
        journey: &JourneyView<'_>,
        (before, visit): (Option<&Visit>, &Visit),
        mut put: impl FnMut(Item),
    ) {
        let touchpoint = visit.touchpoint;
        if self.is_goal.get(touchpoint as usize).copied().unwrap_or_default() {
            return;
        }
        let items = self.kinds.iter().filter_map(|kind| match kind {
            ItemKind::Touchpoint => Some(Item::Touchpoint(touchpoint)),
            ItemKind::WithChannel => visit.channel.map(|channel| Item::WithChannel { touchpoint, channel }),
            ItemKind::Switch => {
                let (from, to) = before?.channel.zip(visit.channel)?;
                (from != to).then_some(Item::Switch { from, to })
            }
            ItemKind::LongWait => {
                let limit = self.long_wait_secs.get(touchpoint as usize).copied().flatten()?;
                let wait = self.inputs.log.wait_secs(visit.event)?;
                (wait > limit).then_some(Item::LongWait(touchpoint))
            }
            ItemKind::LowScore => {
                let unit = self.inputs.prepared.unit_score(self.inputs.log, visit.event)?;
                (Rated::of(unit) == Rated::Dissatisfied).then_some(Item::LowScore(touchpoint))
            }
            ItemKind::ContactedAgain => {
                (journey.contacted_again(visit)?).then_some(Item::ContactedAgain(touchpoint))
            }
        });
        items.for_each(&mut put);
    }
}

/// Numbers items in the order in which they come.
#[derive(Default)]
pub struct Numbered {
    list: Vec<Item>,
    codes: HashMap<Item, u32>,
}

impl Numbered {
    /// The number of an item.
    pub fn code(&mut self, item: Item) -> u32 {
        let list = &mut self.list;
        *self.codes.entry(item).or_insert_with(|| {
            list.push(item);
            list.len() as u32 - 1
        })
    }

    /// The items by number.
    pub fn into_list(self) -> Vec<Item> {
        self.list
    }
}
