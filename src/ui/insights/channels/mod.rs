//! Channels: where customers are against where we are, what happens in each, who switches and leaves, where the same touchpoint is
//! not as good everywhere, and when the load comes.

mod charts;
mod used;

use super::parts::{Part, line_ui, name_of};
use crate::insights::channels::{ChannelPair, PlaceGap, Share};
use crate::model::{Channel, ChannelId, Edit, Touchpoint};
use crate::session::Action;
use crate::session::pages::channels::ChannelsFound;
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{card_ui, muted_ui, section_ui};
use crate::ui::{Context, Out};
use egui::{Label, Ui};

/// Places of a list before it is cut.
const MOST_PLACES: usize = 12;

pub fn channels_ui(ui: &mut Ui, found: &ChannelsFound, cx: &Context<'_>, out: &mut Out) {
    if found.channels.used.is_empty() {
        muted_ui(ui, cx.theme, tr!("ui-channels-none"));
        return;
    }
    places_ui(ui, found, cx, out);
    used::used_ui(ui, found, cx, out);
    one_channel_ui(ui, found, cx, out);
    charts::switches_ui(ui, &found.switches, cx, out);
    uneven_ui(ui, &found.uneven.pairs, cx, out);
    charts::hours_ui(ui, found, cx, out);
}

/// Where customers are and the map is not, and the other way round.
fn places_ui(ui: &mut Ui, found: &ChannelsFound, cx: &Context<'_>, out: &mut Out) {
    let channels = &found.channels;
    section_ui(ui, cx.theme, &tr!("ui-channels-places"));
    let drawn = cx.view.map.touchpoints.iter().any(|touchpoint| !touchpoint.channels.is_empty());
    if !drawn {
        muted_ui(ui, cx.theme, tr!("ui-channels-not-drawn"));
        return;
    }
    if channels.missing.is_empty() && channels.unused.is_empty() && channels.drawn_unused.is_empty() {
        muted_ui(ui, cx.theme, tr!("ui-channels-as-drawn"));
        return;
    }
    if !channels.missing.is_empty() {
        card_ui(ui, cx.theme, &tr!("ui-channels-missing"), |ui| {
            for (place, gap) in channels.missing.iter().take(MOST_PLACES).enumerate() {
                ui.push_id(("missing", place), |ui| missing_ui(ui, gap, cx, out));
            }
            more_ui(ui, channels.missing.len(), cx);
        });
    }
    if !channels.unused.is_empty() {
        card_ui(ui, cx.theme, &tr!("ui-channels-unused"), |ui| {
            for gap in channels.unused.iter().take(MOST_PLACES) {
                let name = name_of(gap.touchpoint, cx);
                let words = tr!("ui-channels-at", channel = gap.channel.as_str(), name = name);
                ui.add(Label::new(text(words, Face::Regular, 12.0, cx.theme.text_body)).wrap());
            }
            more_ui(ui, channels.unused.len(), cx);
        });
    }
    let name = |id: &ChannelId| cx.view.map.channels.get(*id).map(|channel| channel.name.clone());
    let nowhere: Vec<String> = channels.drawn_unused.iter().filter_map(name).collect();
    if !nowhere.is_empty() {
        muted_ui(ui, cx.theme, tr!("ui-channels-nowhere", names = nowhere.join(", ")));
    }
}

fn more_ui(ui: &mut Ui, count: usize, cx: &Context<'_>) {
    if count > MOST_PLACES {
        muted_ui(ui, cx.theme, tr!("ui-channels-more", count = count - MOST_PLACES));
    }
}

/// A channel that is missing at a touchpoint, and how to draw it.
fn missing_ui(ui: &mut Ui, gap: &PlaceGap, cx: &Context<'_>, out: &mut Out) {
    let name = name_of(gap.touchpoint, cx);
    let share = gap.visits as f64 / gap.of.max(1) as f64;
    let words = tr!("ui-channels-at", channel = gap.channel.as_str(), name = name);
    let count = gap.journeys.count();
    line_ui(ui, vec![Part::Strong(words.clone())], cx, out);
    let mut parts = vec![
        Part::Words(tr!("ui-channels-share-of-visits", share = cx.format.percent(share, 0))),
        Part::Count(
            tr!("ui-paths-journeys", n = count, count = cx.format.count(count)),
            &gap.journeys,
            words.clone(),
        ),
    ];
    let touchpoint = cx.view.map.touchpoints.get(gap.touchpoint).filter(|_| cx.view.comparing.is_none());
    if let Some(touchpoint) = touchpoint {
        parts.push(draw(touchpoint, gap, &words, cx));
    }
    line_ui(ui, parts, cx, out);
    ui.add_space(3.0);
}

/// Draws the channel at the touchpoint, or first of all on the map.
fn draw<'a>(touchpoint: &Touchpoint, gap: &PlaceGap, words: &str, cx: &Context<'_>) -> Part<'a> {
    let mut known = cx.view.map.channels.iter();
    let (shown, spoken, edit) = match known.find(|channel| channel.name == gap.channel) {
        Some(channel) => {
            let mut channels = touchpoint.channels.clone();
            channels.push(channel.id);
            let edit = Edit::SetChannels { touchpoint: touchpoint.id, channels };
            (tr!("ui-channels-draw"), tr!("ui-channels-draw-named", what = words), edit)
        }
        None => {
            let channel = gap.channel.as_str();
            let shown = tr!("ui-channels-add", channel = channel);
            (shown.clone(), shown, Edit::AddChannel(Channel::new(ChannelId(0), channel)))
        }
    };
    Part::Act(shown, spoken, Box::new(Action::Edit(edit)))
}

/// Is one channel enough?
fn one_channel_ui(ui: &mut Ui, found: &ChannelsFound, cx: &Context<'_>, out: &mut Out) {
    let mut share = |ui: &mut Ui,
                     title: String,
                     share: Option<&Share>,
                     why_not: String,
                     well: String,
                     not: String| {
        card_ui(ui, cx.theme, &title, |ui| {
            let Some(share) = share else {
                muted_ui(ui, cx.theme, why_not);
                return;
            };
            let rate = &share.rate;
            let format = cx.format;
            let small = if rate.of < 30 { format!(" · {}", tr!("ui-small")) } else { String::new() };
            let words = tr!(
                "ui-channels-rate",
                share = format.percent(rate.value, 0),
                low = format.decimals(100.0 * rate.low, 0),
                high = format.percent(rate.high, 0)
            );
            let count = |count: u64| format.count(count);
            let parts = vec![
                Part::Strong(words + &small),
                Part::Count(tr!("ui-channels-well", count = count(share.well.count())), &share.well, well),
                Part::Count(tr!("ui-channels-not", count = count(share.not.count())), &share.not, not),
            ];
            line_ui(ui, parts, cx, out);
        });
    };
    share(
        ui,
        tr!("ui-channels-solved"),
        found.solved.as_ref(),
        tr!("ui-channels-solved-none"),
        tr!("ui-channels-solved-well"),
        tr!("ui-channels-solved-not"),
    );
    share(
        ui,
        tr!("ui-channels-contained"),
        found.contained.as_ref(),
        tr!("ui-channels-contained-none"),
        tr!("ui-channels-contained-well"),
        tr!("ui-channels-contained-not"),
    );
}

/// Touchpoints that are not as good in every channel.
fn uneven_ui(ui: &mut Ui, pairs: &[ChannelPair], cx: &Context<'_>, out: &mut Out) {
    section_ui(ui, cx.theme, &tr!("ui-channels-uneven"));
    if pairs.is_empty() {
        muted_ui(ui, cx.theme, tr!("ui-channels-uneven-no-scores"));
        return;
    }
    muted_ui(ui, cx.theme, tr!("ui-channels-uneven-what", count = pairs.len()));
    let uneven: Vec<&ChannelPair> = pairs.iter().filter(|pair| pair.is_uneven()).collect();
    if uneven.is_empty() {
        muted_ui(ui, cx.theme, tr!("ui-channels-even"));
    }
    for (place, pair) in uneven.into_iter().take(MOST_PLACES).enumerate() {
        ui.push_id(("uneven", place), |ui| {
            card_ui(ui, cx.theme, "", |ui| pair_ui(ui, pair, cx, out));
        });
    }
}

fn pair_ui(ui: &mut Ui, pair: &ChannelPair, cx: &Context<'_>, out: &mut Out) {
    let format = cx.format;
    let name = name_of(pair.touchpoint, cx);
    let (better, worse) = (pair.better.channel.as_str(), pair.worse.channel.as_str());
    let words = tr!("ui-channels-pair", name = name, better = better, worse = worse);
    ui.add(Label::new(text(words, Face::SemiBold, 12.5, cx.theme.text)).wrap());
    let difference = tr!(
        "ui-channels-difference",
        points = format.signed(pair.test.difference, 2),
        low = format.decimals(pair.test.low, 2),
        high = format.decimals(pair.test.high, 2)
    );
    ui.add(Label::new(text(difference, Face::Regular, 12.0, cx.theme.text_body)).wrap());
    for score in [&pair.better, &pair.worse] {
        let title = tr!("ui-channels-scored", channel = score.channel.as_str(), name = name);
        let count = score.journeys.count();
        let mean = format.decimals(score.scores.mean, 2);
        let n = format.count(score.scores.n);
        let small = if score.scores.n < 30 { format!(" · {}", tr!("ui-small")) } else { String::new() };
        let parts = vec![
            Part::Words(score.channel.clone()),
            Part::Strong(tr!("ui-channels-mean", mean = mean, n = n) + &small),
            Part::Count(
                tr!("ui-paths-journeys", n = count, count = format.count(count)),
                &score.journeys,
                title,
            ),
        ];
        line_ui(ui, parts, cx, out);
    }
}
