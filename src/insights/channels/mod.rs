//! Channels: where customers are against where we are, what happens in each, what switching costs, and when the load comes.

mod contained;
mod hours;
mod same_touchpoint;
mod switches;
mod used;

pub use contained::{Share, contained, solved_in_first_channel};
pub use hours::{HourCell, HourLoad, hours};
pub use same_touchpoint::{ChannelPair, ChannelScore, Uneven, same_touchpoint};
pub use switches::{Switch, Switches, switches};
pub use used::{ChannelUse, Channels, PlaceGap, channels};

use crate::base::name_key;
use crate::events::EventLog;
use crate::model::{Channel, JourneyMap};
use hashbrown::HashMap;

/// The channels of the data, by how they are known to people: spellings of one name are one channel.
struct Known<'a> {
    /// The commonest spelling is the first one met; in the order of the data's codes.
    names: Vec<&'a str>,
    /// By the data's code: the place in `names`.
    of_code: Vec<u32>,
    /// The map's channel of that name.
    drawn: Vec<Option<&'a Channel>>,
}

impl<'a> Known<'a> {
    fn new(log: &'a EventLog, map: &'a JourneyMap) -> Self {
        let mut known = Self { names: Vec::new(), of_code: Vec::new(), drawn: Vec::new() };
        let mut places = HashMap::new();
        for name in log.channels.iter() {
            let key = name_key(name);
            let place = *places.entry(key.clone()).or_insert_with(|| {
                known.names.push(name.trim());
                known.drawn.push(map.channels.iter().find(|channel| name_key(&channel.name) == key));
                known.names.len() as u32 - 1
            });
            known.of_code.push(place);
        }
        known
    }

    fn len(&self) -> usize {
        self.names.len()
    }

    /// The place of an event's channel.
    fn place(&self, code: Option<u32>) -> Option<usize> {
        Some(*self.of_code.get(code? as usize)? as usize)
    }

    /// As it is on the map, else as it is in the data.
    fn name(&self, place: usize) -> String {
        let drawn = self.drawn.get(place).copied().flatten();
        drawn.map_or_else(|| self.names.get(place).copied().unwrap_or_default(), |it| &it.name).to_owned()
    }

    /// Customers help themselves there.
    fn is_self_service(&self, place: usize) -> bool {
        self.drawn.get(place).copied().flatten().is_some_and(|channel| channel.self_service)
    }
}
