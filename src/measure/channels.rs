//! Channels: what happens in each at a touchpoint, and how customers switch between them.

use super::figures::{ChannelFigures, SwitchFigures};
use super::kinds::KindCounts;
use super::legs::{Channels, LegCounts};
use super::satisfaction::Scales;
use super::scores::Score;
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
    (kinds, legs): (KindCounts<'_>, LegCounts<'_>),
    scores: &[Score],
    scales: &Scales,
) -> Vec<Vec<ChannelFigures>> {
    let mut figures = vec![Vec::new(); shown.len()];
    if !log.has_channels() {
        return figures;
    }
    let mut uses: HashMap<(usize, Option<u32>), Use> = HashMap::new();
    for of in kinds.visits() {
        uses.entry((of.touchpoint, of.kind.channel)).or_default().visits += of.visits;
    }
    for (leg, count) in legs.iter() {
        if let Some(end) = leg.end.filter(|end| end.status.is_exit()) {
            uses.entry((leg.touchpoint as usize, end.channel)).or_default().exits += count;
        }
    }
    for Score { touchpoint, channel, scale, score, n } in scores.iter().copied() {
        let used = uses.entry((touchpoint, channel)).or_default();
        used.score_n += n;
        used.score_sum += n as f64 * scales.on(&shown[touchpoint], scale, score);
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
}

/// Transitions with both channels known, and those between two different ones by count, then by name.
pub fn switches(log: &EventLog, legs: LegCounts<'_>) -> (u64, Vec<SwitchFigures>) {
    let mut both_known = 0;
    let mut switches: HashMap<(u32, u32), Switch> = HashMap::new();
    for (leg, step, count) in legs.steps() {
        both_known += if step.channels == Channels::Unknown { 0 } else { count };
        if let Channels::Switch { from, to, is_new } = step.channels {
            let switch = switches.entry((from, to)).or_default();
            switch.count += count;
            if let Some(is_exit) = is_new {
                switch.closed += count * u64::from(leg.closed);
                switch.exits += count * u64::from(is_exit);
            }
        }
    }
    let name = |code: u32| log.channels.text(code).to_owned();
    let figures = switches.into_iter().map(|((from, to), switch)| SwitchFigures {
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
    (both_known, figures)
}
