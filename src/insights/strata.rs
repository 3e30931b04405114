//! Groups of journeys by channel and by the values of segment columns: the same that filters select.

use super::Inputs;
use crate::measure::JourneyView;
use crate::model::Filter;

/// Of a column, so many values at most are looked at, the most frequent ones.
const MOST_VALUES: usize = 12;

/// What journeys of a group have in common.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Stratum {
    /// Nothing: all journeys.
    All,
    /// At least one event in this channel.
    Channel(String),
    /// This value in a segment column.
    Segment {
        /// Name of the column.
        column: String,
        /// As in the data.
        value: String,
    },
}

impl Stratum {
    /// The filter that selects these journeys among those of another.
    #[must_use]
    pub fn within(&self, filter: &Filter) -> Filter {
        let mut filter = filter.clone();
        match self {
            Self::All => {}
            Self::Channel(channel) => filter.channels = [channel.clone()].into(),
            Self::Segment { column, value } => {
                filter.segments.insert(column.clone(), [value.clone()].into());
            }
        }
        filter
    }
}

/// The groups of a log's journeys.
pub struct Strata {
    /// All journeys first.
    pub list: Vec<Stratum>,
    /// By channel code: its group.
    channels: Vec<Option<usize>>,
    /// By segment column and code of the value: its group.
    segments: Vec<Vec<Option<usize>>>,
}

impl Strata {
    /// Those with at least so many of the journeys.
    pub fn new(inputs: &Inputs<'_>, least: u64) -> Self {
        let log = inputs.log;
        let mut channels = vec![0; log.channels.len()];
        let mut segments: Vec<Vec<u64>> =
            log.segments.iter().map(|segment| vec![0; segment.values.len()]).collect();
        let mut own = Vec::new();
        for journey in inputs.views(&inputs.journeys) {
            put_channels(inputs, &journey, &mut own);
            own.iter().for_each(|code| channels[*code as usize] += 1);
            for (column, counts) in segments.iter_mut().enumerate() {
                if let Some(code) = journey.segment(column) {
                    counts[code as usize] += 1;
                }
            }
        }
        let mut strata = Self { list: vec![Stratum::All], channels: Vec::new(), segments: Vec::new() };
        let all = inputs.journeys.count();
        // What holds of nearly all journeys tells nothing new.
        let is_group = |count: u64| count >= least && all - count >= least;
        strata.channels =
            strata.numbered(&channels, is_group, |code| Stratum::Channel(log.channels.text(code).to_owned()));
        for (segment, counts) in log.segments.iter().zip(&segments) {
            let numbered = strata.numbered(counts, is_group, |code| Stratum::Segment {
                column: segment.name.clone(),
                value: segment.values.text(code).to_owned(),
            });
            strata.segments.push(numbered);
        }
        strata
    }

    /// Gives a number to the most frequent values of a column that make a group.
    fn numbered(
        &mut self,
        counts: &[u64],
        is_group: impl Fn(u64) -> bool,
        stratum: impl Fn(u32) -> Stratum,
    ) -> Vec<Option<usize>> {
        let mut codes: Vec<usize> = (0..counts.len()).filter(|code| is_group(counts[*code])).collect();
        codes.sort_by_key(|code| std::cmp::Reverse(counts[*code]));
        codes.truncate(MOST_VALUES);
        let mut numbered = vec![None; counts.len()];
        for code in codes {
            numbered[code] = Some(self.list.len());
            self.list.push(stratum(code as u32));
        }
        numbered
    }

    /// Puts the numbers of the groups that a journey belongs to into `groups`, whose former content goes.
    pub fn put_groups(&self, inputs: &Inputs<'_>, journey: &JourneyView<'_>, groups: &mut Vec<usize>) {
        groups.clear();
        groups.push(0);
        if self.channels.iter().any(Option::is_some) {
            let mut own = Vec::new();
            put_channels(inputs, journey, &mut own);
            groups.extend(own.iter().filter_map(|code| self.channels[*code as usize]));
        }
        for (column, numbered) in self.segments.iter().enumerate() {
            groups.extend(journey.segment(column).and_then(|code| numbered[code as usize]));
        }
    }
}

/// The channels of a journey's events, each once.
fn put_channels(inputs: &Inputs<'_>, journey: &JourneyView<'_>, channels: &mut Vec<u32>) {
    channels.clear();
    if inputs.log.has_channels() {
        for code in journey.events().filter_map(|event| inputs.log.channel(event)) {
            if !channels.contains(&code) {
                channels.push(code);
            }
        }
    }
}
