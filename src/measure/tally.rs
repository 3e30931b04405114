//! How often each event name occurs, and in which channels: what rules are judged by.

use crate::events::EventLog;
use hashbrown::HashMap;

/// So many pairs of a name and a channel are counted in an array.
const MOST_IN_ARRAY: usize = 1 << 22;

/// Counts of a log by name and channel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventTally {
    /// The most frequent name first, then by name.
    pub names: Vec<NameTally>,
    /// All events.
    pub events: u64,
    /// The channels of the data, by name.
    pub channels: Vec<String>,
}

/// An event name of the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameTally {
    /// As in the data.
    pub name: String,
    /// Events.
    pub count: u64,
    /// Events by channel, the most frequent first; none = events without a channel.
    pub channels: Vec<(Option<String>, u64)>,
}

impl EventTally {
    /// Counts the events of a log.
    #[must_use]
    pub fn of(log: &EventLog) -> Self {
        let counts = counts(log);
        let channels: Vec<String> = log.channels.iter().map(str::to_owned).collect();
        let tally = |name: &str| NameTally { name: name.to_owned(), count: 0, channels: Vec::new() };
        let mut names: Vec<NameTally> = log.names.iter().map(tally).collect();
        for ((name, channel), count) in counts {
            let Some(name) = names.get_mut(name as usize) else { continue };
            let channel = channel.and_then(|code| channels.get(code as usize).cloned());
            name.count += count;
            name.channels.push((channel, count));
        }
        names.retain(|name| name.count > 0);
        for name in &mut names {
            name.channels.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        }
        names.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.name.cmp(&other.name)));
        Self { names, events: log.len() as u64, channels }
    }
}

/// Events by name and channel. One thread is enough: the others may be reading the rest of the data.
fn counts(log: &EventLog) -> Vec<((u32, Option<u32>), u64)> {
    let width = log.channels.len() + 1;
    let pairs = log.names.len().saturating_mul(width);
    if pairs > MOST_IN_ARRAY {
        let mut counts: HashMap<(u32, Option<u32>), u64> = HashMap::new();
        for event in 0..log.len() {
            *counts.entry((log.name(event), log.channel(event))).or_default() += 1;
        }
        return counts.into_iter().collect();
    }
    let mut counts = vec![0_u64; pairs];
    for event in 0..log.len() {
        let channel = log.channel(event).map_or(0, |code| code as usize + 1);
        if let Some(count) = counts.get_mut(log.name(event) as usize * width + channel) {
            *count += 1;
        }
    }
    let pair = |(place, count): (usize, u64)| {
        let channel = (place % width).checked_sub(1).map(|code| code as u32);
        (((place / width) as u32, channel), count)
    };
    counts.into_iter().enumerate().filter(|(_, count)| *count > 0).map(pair).collect()
}
