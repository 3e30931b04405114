//! Channels: what happens in each at a touchpoint, and how customers switch between them.

use super::figures::{ChannelFigures, SwitchFigures};
use super::paths::Paths;
use super::satisfaction::Scales;
use crate::base::{Cancel, Cancelled, Scale};
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
    paths: &Paths,
    scales: &Scales,
    cancel: &Cancel,
) -> Result<Vec<Vec<ChannelFigures>>, Cancelled> {
    let mut uses: HashMap<(usize, Option<u32>), Use> = HashMap::new();
    let mut figures = vec![Vec::new(); shown.len()];
    if !log.has_channels() {
        return Ok(figures);
    }
    paths.try_for_each(cancel, |_, path| {
        for visit in path.visits {
            let (touchpoint, event) = (visit.touchpoint(), visit.event());
            let used = uses.entry((touchpoint, log.channel(event))).or_default();
            used.visits += 1;
            if let Some(score) = log.score(event) {
                used.score_n += 1;
                used.score_sum += scales.on(&shown[touchpoint], log.name(event), score);
            }
        }
        if let Some(last) = path.visits.last().filter(|_| path.status.is_exit()) {
            uses.entry((last.touchpoint(), log.channel(last.event()))).or_default().exits += 1;
        }
    })?;
    for ((touchpoint, channel), used) in uses {
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
    Ok(figures)
}

#[derive(Default)]
struct Switch {
    count: u64,
    closed: u64,
    exits: u64,
    last_journey: Option<usize>,
}

/// Switches by count, then by name, and the number of transitions with both channels known.
pub fn switches(
    log: &EventLog,
    paths: &Paths,
    cancel: &Cancel,
) -> Result<(Vec<SwitchFigures>, u64), Cancelled> {
    let mut switches: HashMap<(u32, u32), Switch> = HashMap::new();
    let mut both_known = 0;
    paths.try_for_each(cancel, |journey, path| {
        for pair in path.visits.windows(2) {
            let channels = (log.channel(pair[0].event()), log.channel(pair[1].event()));
            let (Some(from), Some(to)) = channels else { continue };
            both_known += 1;
            if from == to {
                continue;
            }
            let switch = switches.entry((from, to)).or_default();
            switch.count += 1;
            if switch.last_journey != Some(journey) {
                switch.last_journey = Some(journey);
                switch.closed += u64::from(path.closed);
                switch.exits += u64::from(path.status.is_exit());
            }
        }
    })?;
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
    Ok((figures, both_known))
}
