//! Measured figures of a touchpoint: exits, channels, and the rest as rows. Every figure with its n.

use crate::base::fmt::NumberFormat;
use crate::measure::{Measures, Rate, TouchpointFigures};
use crate::text::Face;
use crate::tr;
use crate::ui::Context;
use crate::ui::style::text;
use crate::ui::widgets::{
    Segment, bar_with_label_ui, card_ui, legend_ui, muted_ui, row_ui, share_words, split_bar_ui,
};
use egui::Ui;

/// Fewer than this are marked as a small group.
const SMALL: u64 = 30;

#[allow(clippy::cast_precision_loss)] // shares of counts
fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// `n = 123 480`, with a word when it is small.
pub(super) fn n_words(n: u64, format: &NumberFormat) -> String {
    let shown = format.count(n);
    if n < SMALL { tr!("ui-n-small", n = shown) } else { tr!("ui-n", n = shown) }
}

/// `46.2 – 46.6 % (95 %)`.
fn interval_words(rate: &Rate, format: &NumberFormat) -> String {
    let low = format.decimals(rate.low * 100.0, 1);
    tr!("ui-interval", low = low, high = format.percent(rate.high, 1))
}

/// The big exit rate, its interval and n, and what became of those who left.
pub fn exits_ui(ui: &mut Ui, figures: &TouchpointFigures, measures: &Measures, cx: &Context<'_>) {
    if measures.is_survey {
        return;
    }
    let (theme, format) = (cx.theme, cx.format);
    card_ui(ui, theme, &tr!("ui-exits"), |ui| {
        let Some(rate) = &figures.exit_rate else {
            let is_summary = measures.is_summary;
            muted_ui(ui, theme, if is_summary { tr!("ui-exits-not-given") } else { tr!("ui-exits-none") });
            return;
        };
        ui.horizontal(|ui| {
            let big = text(format.percent(rate.value, 1), Face::Bold, 28.0, theme.exit);
            ui.label(big).on_hover_text(tr!("ui-def-exit-rate"));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                ui.add_space(4.0);
                muted_ui(ui, theme, interval_words(rate, format));
                let (count, of) = (format.count(rate.count), format.count(rate.of));
                let mut words = tr!("ui-of-journeys", count = count, of = of);
                if rate.of < SMALL {
                    words = format!("{words} · {}", tr!("ui-small"));
                }
                muted_ui(ui, theme, words);
            });
        });
        let all = figures.left + figures.returned + figures.open_here;
        let segment = |count, color, label: fn(String) -> String| {
            let share = share(count, all);
            Segment { share, color, label: label(share_words(share, format)) }
        };
        let segments = [
            segment(figures.left, theme.exit, |share| tr!("ui-left", share = share)),
            segment(figures.returned, theme.returned, |share| tr!("ui-returned", share = share)),
            segment(figures.open_here, theme.still_open, |share| tr!("ui-open-still", share = share)),
        ];
        if all > 0 {
            split_bar_ui(ui, 12.0, &tr!("ui-exits"), &segments);
            legend_ui(ui, theme, &segments);
        }
        if measures.is_summary {
            muted_ui(ui, theme, tr!("ui-exits-as-given"));
        } else if measures.no_goal_set {
            muted_ui(ui, theme, tr!("ui-no-goal"));
        }
    });
}

/// Visits per channel, their share, exits and mean score.
pub fn channels_ui(ui: &mut Ui, figures: &TouchpointFigures, cx: &Context<'_>) {
    if !figures.channels.iter().any(|channel| channel.channel.is_some()) {
        return;
    }
    let (theme, format) = (cx.theme, cx.format);
    card_ui(ui, theme, &tr!("ui-channels"), |ui| {
        let drawn = || cx.view.map.channels.iter().map(|channel| channel.name.as_str());
        let measured = || figures.channels.iter().filter_map(|channel| channel.channel.as_deref());
        for channel in figures.channels.iter().take(12) {
            let name = channel.channel.clone().unwrap_or_else(|| tr!("ui-no-channel"));
            let share = share(channel.visits, figures.visits);
            let mean = channel.score_mean.map_or_else(|| "–".to_owned(), |mean| format.decimals(mean, 1));
            let color = theme.channel_among(&name, drawn().chain(measured()));
            let row = ui.scope(|ui| {
                bar_with_label_ui(ui, theme, &name, share, color, &[&format.percent(share, 0), &mean]);
            });
            row.response.on_hover_text(tr!(
                "ui-channel-hint",
                visits = format.count(channel.visits),
                exits = format.count(channel.exits),
                n = format.count(channel.score_n)
            ));
        }
        muted_ui(ui, theme, tr!("ui-channels-legend"));
    });
}

/// All other figures.
pub fn rest_ui(ui: &mut Ui, figures: &TouchpointFigures, measures: &Measures, cx: &Context<'_>) {
    let (theme, format) = (cx.theme, cx.format);
    if measures.is_summary {
        card_ui(ui, theme, &tr!("ui-figures"), |ui| {
            row_ui(ui, theme, &tr!("ui-reached"), &format.count(figures.reached), &tr!("ui-def-reached"));
            muted_ui(ui, theme, tr!("ui-summary-as-given"));
        });
        return;
    }
    let percent = |share: f64| format.percent(share, 1);
    let rate = |rate: &Rate| {
        let n = n_words(rate.of, format);
        format!("{} · {n}", format.percent(rate.value, 1))
    };
    card_ui(ui, theme, &tr!("ui-figures"), |ui| {
        let mut row = |name: String, value: Option<String>, definition: String| {
            if let Some(value) = value {
                row_ui(ui, theme, &name, &value, &definition);
            }
        };
        row(tr!("ui-visits"), Some(format.count(figures.visits)), tr!("ui-def-visits"));
        row(tr!("ui-customers"), Some(format.count(figures.customers)), tr!("ui-def-customers"));
        if !measures.is_survey {
            let reached = format.count(figures.reached);
            let closed = if figures.reached == 0 {
                reached
            } else if figures.closed == figures.reached {
                tr!("ui-all-closed", reached = reached)
            } else {
                tr!("ui-closed-of", reached = reached, closed = format.count(figures.closed))
            };
            row(tr!("ui-reached"), Some(closed), tr!("ui-def-reached"));
            row(
                tr!("ui-exit-rate-of-visits"),
                figures.exit_rate_of_visits.map(percent),
                tr!("ui-def-exit-rate-of-visits"),
            );
            row(tr!("ui-drop-off"), figures.drop_off.map(percent), tr!("ui-def-drop-off"));
        }
        let sentiment = figures.sentiment.map(|s| {
            let n = n_words(s.positive + s.neutral + s.negative, format);
            format!("{} · {n}", format.signed(s.net, 2))
        });
        row(tr!("ui-sentiment"), sentiment, tr!("ui-def-sentiment"));
        let wait = figures.wait.map(|wait| {
            let (median, p90) = (format.duration(wait.median_secs), format.duration(wait.p90_secs));
            format!("{} · {}", tr!("ui-wait-value", median = median, p90 = p90), n_words(wait.n, format))
        });
        row(tr!("ui-wait"), wait, tr!("ui-def-wait"));
        let contacted = figures.contacted_again.as_ref().map(rate);
        row(tr!("ui-contacted-again"), contacted, tr!("ui-def-contacted-again"));
        let agents = figures.several_agents.as_ref().map(rate);
        row(tr!("ui-several-agents"), agents, tr!("ui-def-several-agents"));
        // Without any score there is nothing to respond to.
        let response = figures.satisfaction.as_ref().and(figures.response_rate).map(percent);
        row(tr!("ui-response-rate"), response, tr!("ui-def-response-rate"));
    });
}
