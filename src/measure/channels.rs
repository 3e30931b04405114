//! Channels: what happens in each at a touchpoint, and how customers switch between them.

use super::figures::{ChannelFigures, SwitchFigures};
use super::kinds::KindCounts;
use super::paths::{Kernel, Path};
use super::satisfaction::Scales;
use super::scores::Scores;
use crate::base::Scale;
use crate::events::EventLog;
use hashbrown::HashMap;
use std::cmp::Reverse;

#[derive(Default)]
struct Use {
    visits: u64,
    score_n: u64,
    score_sum: f64,
    exits: u64,
}

/// The channels of every touchpoint by visits, then by name, "no channel" last; `shown` is the touchpoints' scale.
pub fn channels(
    log: &EventLog,
    shown: &[Scale],
    counts: &KindCounts<'_>,
    scores: &Scores,
    scales: &Scales,
) -> Vec<Vec<ChannelFigures>> {
    let mut figures = vec![Vec::new(); shown.len()];
    if !log.has_channels() {
        return figures;
    }
    let mut uses: HashMap<(usize, Option<u32>), Use> = HashMap::new();
    for (kind, count) in counts.iter() {
        let used = uses.entry((kind.touchpoint as usize, kind.channel)).or_default();
        used.visits += count.visits;
        used.exits += count.left + count.returned;
    }
    for (kind, score, n) in scores.in_order(counts.kinds) {
        let touchpoint = kind.touchpoint as usize;
        let used = uses.entry((touchpoint, kind.channel)).or_default();
        used.score_n += n;
        used.score_sum += n as f64 * scales.on(&shown[touchpoint], kind.scale, score);
    }
    for ((touchpoint, channel), used) in uses.into_iter().filter(|(_, used)| used.visits > 0) {
        figures[touchpoint].push(ChannelFigures {
            channel: channel.map(|code| log.channels.text(code).to_owned()),
            visits: used.visits,
            score_n: used.score_n,
            score_mean: (used.score_n > 0).then(|| used.score_sum / used.score_n as f64),
            exits: used.exits,
        });
    }
    for channels in &mut figures {
        channels.sort_by(|one, other| {
            let key = |of: &ChannelFigures| (Reverse(of.visits), of.channel.is_none());
            key(one).cmp(&key(other)).then_with(|| one.channel.cmp(&other.channel))
        });
    }
    figures
}

#[derive(Default)]
struct Switch {
    count: u64,
    closed: u64,
    exits: u64,
    last_journey: Option<usize>,
}

/// Transitions between two known channels.
#[derive(Default)]
pub struct Switches {
    /// Transitions with both channels known.
    pub both_known: u64,
    switches: HashMap<(u32, u32), Switch>,
}

impl Kernel for Switches {
    fn add(&mut self, path: &Path<'_>) {
        for pair in path.visits.windows(2) {
            let (Some(from), Some(to)) = (pair[0].channel, pair[1].channel) else { continue };
            self.both_known += 1;
            if from == to {
                continue;
            }
            let switch = self.switches.entry((from, to)).or_default();
            switch.count += 1;
            if switch.last_journey != Some(path.number) {
                switch.last_journey = Some(path.number);
                switch.closed += u64::from(path.closed);
                switch.exits += u64::from(path.status.is_exit());
            }
        }
    }

    fn merge(&mut self, other: Self) {
        self.both_known += other.both_known;
        for (channels, switch) in other.switches {
            let sum = self.switches.entry(channels).or_default();
            sum.count += switch.count;
            sum.closed += switch.closed;
            sum.exits += switch.exits;
        }
    }
}

impl Switches {
    /// By count, then by name.
    pub fn figures(self, log: &EventLog) -> Vec<SwitchFigures> {
        let name = |code: u32| log.channels.text(code).to_owned();
        let figures = self.switches.into_iter().map(|((from, to), switch)| SwitchFigures {
            from: name(from),
            to: name(to),
            count: switch.count,
            exit_rate: (switch.closed > 0).then(|| switch.exits as f64 / switch.closed as f64),
        });
        let mut figures: Vec<_> = figures.collect();
        figures.sort_by(|one, other| {
            let key = |of: &SwitchFigures| Reverse(of.count);
            key(one).cmp(&key(other)).then_with(|| (&one.from, &one.to).cmp(&(&other.from, &other.to)))
        });
        figures
    }
}
