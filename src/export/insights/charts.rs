//! Charts of channels: what they show is made of figures and told in words here, small groups hidden; the scene draws it.

use super::count_words;
use crate::base::fmt::NumberFormat;
use crate::insights::channels::{HourLoad, Switch, Switches};
use crate::measure::Rate;
use crate::measure::small_groups::SmallGroups;
use crate::model::JourneyMap;
use crate::scene::chart::{HourShown, Hours, MOST_CHANNELS, Sure, SwitchMatrix, SwitchShown, weekday};
use crate::tr;

/// Below this, a difference is chance enough not to be told as sure.
const Q_LIMIT: f64 = 0.05;

/// The channels of the matrix: those with most switches.
#[must_use]
pub fn switching_channels(switches: &Switches) -> Vec<String> {
    let mut channels: Vec<(&str, u64)> = Vec::new();
    for pair in &switches.pairs {
        for name in [pair.from.as_str(), pair.to.as_str()] {
            match channels.iter_mut().find(|(known, _)| *known == name) {
                Some((_, count)) => *count += pair.count,
                None => channels.push((name, pair.count)),
            }
        }
    }
    channels.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
    channels.truncate(MOST_CHANNELS);
    channels.into_iter().map(|(name, _)| name.to_owned()).collect()
}

/// The switches of the matrix in the order of its figures.
#[must_use]
pub fn shown_switches<'s>(switches: &'s Switches, channels: &[String]) -> Vec<&'s Switch> {
    let is_in = |name: &str| channels.iter().any(|channel| channel == name);
    switches.pairs.iter().filter(|pair| is_in(&pair.from) && is_in(&pair.to)).collect()
}

/// Switches as a matrix. What is counted are journeys, so that each number opens as many.
#[must_use]
pub fn switch_matrix(
    switches: &Switches,
    map: &JourneyMap,
    small: SmallGroups,
    format: &NumberFormat,
) -> SwitchMatrix {
    let channels = switching_channels(switches);
    let shown = shown_switches(switches, &channels);
    let place = |name: &str| channels.iter().position(|channel| channel == name).unwrap_or(0);
    let most = shown.iter().map(|pair| pair.journeys.count()).max().unwrap_or(1).max(1);
    let staying = switches.staying_exit_rate.and_then(|rate| small.rate(rate).value());
    let cell = |pair: &&Switch| {
        let journeys = pair.journeys.count();
        let rate = pair.exit_rate.and_then(|rate| small.rate(rate).value());
        let sure = |(difference, ..): (f64, f64, f64)| match (pair.q, difference > 0.0) {
            (Some(q), is_more) if q <= Q_LIMIT => {
                if is_more {
                    Sure::More
                } else {
                    Sure::Fewer
                }
            }
            _ => Sure::Neither,
        };
        let against = pair.difference.filter(|_| rate.is_some() && staying.is_some());
        let signed = |share: f64| format.signed(100.0 * share, 0);
        let told = against.map(|of| (tr!("export-chart-points", points = signed(of.0)), sure(of)));
        let count = count_words(small.count(journeys), format);
        let mut spoken = tr!(
            "export-chart-switch",
            from = pair.from.as_str(),
            to = pair.to.as_str(),
            journeys = count.as_str(),
            times = count_words(small.count(pair.count), format)
        );
        if let Some(rate) = rate {
            spoken += ", ";
            spoken += &rate_words(&rate, format);
        }
        if let Some(of) = against {
            let (low, high) = (signed(of.1), signed(of.2));
            spoken += "; ";
            spoken += &tr!("export-chart-against", points = signed(of.0), low = low, high = high);
            spoken += &match sure(of) {
                Sure::More => tr!("export-chart-surely-more"),
                Sure::Fewer => tr!("export-chart-surely-fewer"),
                Sure::Neither => tr!("export-chart-maybe"),
            };
        }
        SwitchShown {
            places: (place(&pair.from), place(&pair.to)),
            shade: if small.hides(journeys) { 0.0 } else { journeys as f32 / most as f32 },
            rate: rate.map(|rate| tr!("export-chart-leave", share = format.percent(rate.value, 0))),
            against: told,
            count,
            spoken,
        }
    };
    let all = map.channels.iter().map(|channel| channel.name.clone()).chain(channels.iter().cloned());
    SwitchMatrix {
        cells: shown.iter().map(cell).collect(),
        all: all.collect(),
        staying: staying
            .map_or_else(String::new, |rate| tr!("export-chart-staying", rate = rate_words(&rate, format))),
        channels,
    }
}

/// `38 of 95 leave, 40 % [31 – 50 %]`.
fn rate_words(rate: &Rate, format: &NumberFormat) -> String {
    tr!(
        "export-chart-rate",
        count = format.count(rate.count),
        of = format.count(rate.of),
        share = format.percent(rate.value, 0),
        low = format.decimals(100.0 * rate.low, 0),
        high = format.percent(rate.high, 0)
    )
}

/// The week's hours as two grids.
#[must_use]
pub fn hours_shown(
    load: &HourLoad,
    channel: Option<&str>,
    small: SmallGroups,
    format: &NumberFormat,
) -> Hours {
    let of_hour = |(number, cell): (usize, &crate::insights::channels::HourCell)| {
        let visits = small.count(cell.visits).value().filter(|_| !small.hides(cell.journeys.count()));
        let wait = cell.median_wait_secs.filter(|_| !small.hides(cell.waits));
        let count = visits.map_or_else(|| format!("<{}", small.0), |visits| format.count(visits));
        let (day, hour) = (number / 24, number % 24);
        let mut spoken = tr!(
            "export-chart-hour",
            day = weekday(day),
            from = format!("{hour:02}:00"),
            to = format!("{:02}:00", hour + 1),
            visits = count
        );
        if let Some(wait) = wait {
            let waits = format.count(cell.waits);
            spoken += ", ";
            spoken += &tr!("export-chart-hour-wait", wait = format.duration(wait), n = waits);
        }
        HourShown { visits, wait, spoken }
    };
    let cells: Vec<HourShown> = load.cells.iter().enumerate().map(of_hour).collect();
    let most = cells.iter().filter_map(|cell| cell.visits).max().unwrap_or(0);
    let longest = cells.iter().filter_map(|cell| cell.wait).reduce(f64::max);
    Hours {
        subtitle: match channel {
            Some(channel) => tr!("export-chart-hours-of", channel = channel),
            None => tr!("export-chart-hours-all"),
        },
        most_visits: format.count(most),
        longest_wait: longest.map(|longest| format.duration(longest)).unwrap_or_default(),
        cells,
    }
}
