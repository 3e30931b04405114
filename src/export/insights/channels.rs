//! Channels: what happens in each, switches, where the map and customers part.

use super::{count_words, rate, row};
use crate::export::FORMAT;
use crate::insights::channels::{Channels, Share, Switches, Uneven};
use crate::insights::findings::Teller;
use crate::insights::words::{contained_sentence, solved_sentence};
use crate::measure::small_groups::{Shown, SmallGroups};
use crate::tr;
use serde_json::{Value, json};

/// Everything about channels.
pub struct ChannelPage {
    /// What happens in each.
    pub channels: Channels,
    /// Who switches.
    pub switches: Switches,
    /// The same touchpoint in different channels.
    pub uneven: Uneven,
    /// Contacts that need one channel.
    pub solved: Option<Share>,
    /// Self-service that needs nobody's help.
    pub contained: Option<Share>,
}

/// For other programs.
#[must_use]
pub fn channels_json(page: &ChannelPage, small: SmallGroups) -> Value {
    let used = page.channels.used.iter().map(|of| {
        let is_hidden = small.hides(of.journeys.count());
        json!({
            "channel": of.channel, "visits": small.count(of.visits), "share": of.share,
            "journeys": small.count(of.journeys.count()), "contacts": small.count(of.contacts),
            "score_n": of.satisfaction.map(|scores| scores.n),
            "score_mean": of.satisfaction.map(|scores| scores.mean).filter(|_| !is_hidden),
            "exit_rate": of.exit_rate.map(|it| rate(&it, small)),
            "handled_per_hour": of.handled.as_ref().map(|handled| handled.per_hour),
            "median_wait_seconds": of.wait.map(|(_, median)| median).filter(|_| !is_hidden),
        })
    });
    let switches = page.switches.pairs.iter().map(|of| {
        let difference = of.difference.filter(|_| !small.hides(of.journeys.count()));
        json!({
            "from": of.from, "to": of.to, "count": small.count(of.count),
            "exit_rate": of.exit_rate.map(|it| rate(&it, small)),
            "difference": difference.map(super::interval), "q": of.q,
        })
    });
    let uneven = page.uneven.pairs.iter().filter(|pair| pair.is_uneven()).map(|of| {
        json!({
            "touchpoint": of.touchpoint.to_string(), "better": of.better.channel, "worse": of.worse.channel,
            "difference": super::interval((of.test.difference, of.test.low, of.test.high)), "q": of.q,
        })
    });
    let gap = |of: &crate::insights::channels::PlaceGap| json!({"touchpoint": of.touchpoint.to_string(), "channel": of.channel, "visits": small.count(of.visits)});
    let share = |of: &Option<Share>| of.as_ref().map(|of| rate(&of.rate, small));
    json!({
        "format": FORMAT,
        "channels": used.collect::<Vec<_>>(),
        "missing": page.channels.missing.iter().map(gap).collect::<Vec<_>>(),
        "unused": page.channels.unused.iter().map(gap).collect::<Vec<_>>(),
        "staying_exit_rate": page.switches.staying_exit_rate.map(|it| rate(&it, small)),
        "switches": switches.collect::<Vec<_>>(),
        "pairs_tested": page.uneven.pairs.len(),
        "uneven": uneven.collect::<Vec<_>>(),
        "solved_in_first_channel": share(&page.solved),
        "self_service_contained": share(&page.contained),
    })
}

/// To read.
#[must_use]
pub fn channels_markdown(page: &ChannelPage, teller: &Teller<'_>, small: SmallGroups) -> String {
    let format = &teller.format;
    let none = || "–".to_owned();
    let count = |count: u64| count_words(small.count(count), format);
    let percent = |of: Option<crate::measure::Rate>| {
        let shown = of.and_then(|of| small.rate(of).value());
        shown.map_or_else(none, |of| format.percent(of.value, 0))
    };
    let mut text = format!("# {}\n\n", tr!("export-channels-title"));
    text += &row([
        tr!("export-channels-channel"),
        tr!("export-channels-visits"),
        tr!("export-channels-contacts"),
        tr!("export-channels-score"),
        tr!("export-channels-exit-rate"),
        tr!("export-channels-handled"),
        tr!("export-channels-wait"),
    ]);
    text += "| --- | --: | --: | --: | --: | --: | --: |\n";
    for of in &page.channels.used {
        let is_told = !small.hides(of.journeys.count());
        let told = |text: Option<String>| text.filter(|_| is_told).unwrap_or_else(none);
        text += &row([
            of.channel.clone(),
            count(of.visits),
            count(of.contacts),
            told(of.satisfaction.map(|scores| format.decimals(scores.mean, 2))),
            percent(of.exit_rate),
            told(of.handled.as_ref().map(|handled| format.decimals(handled.per_hour, 1))),
            told(of.wait.map(|(_, median)| format.duration(median))),
        ]);
    }
    text += &format!("\n## {}\n\n", tr!("export-channels-switches"));
    text += &tr!("export-channels-staying", rate = percent(page.switches.staying_exit_rate));
    text += "\n\n";
    text +=
        &row([tr!("export-channels-switch"), tr!("export-channels-count"), tr!("export-channels-exit-rate")]);
    text += "| --- | --: | --: |\n";
    for of in &page.switches.pairs {
        text += &row([format!("{} → {}", of.from, of.to), count(of.count), percent(of.exit_rate)]);
    }
    let is_told = |of: &&Share| matches!(small.rate(of.rate), Shown::Value(_));
    let solved = page.solved.as_ref().filter(is_told).map(|of| solved_sentence(of, format));
    let contained = page.contained.as_ref().filter(is_told).map(|of| contained_sentence(of, format));
    for sentence in [solved, contained].into_iter().flatten() {
        text += &format!("\n{sentence}\n");
    }
    text
}
