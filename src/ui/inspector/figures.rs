//! Measured figures of a touchpoint: exits, channels, and the rest as rows. Every figure with its n.

use super::touchpoint_name;
use crate::base::fmt::NumberFormat;
use crate::insights::{Behind, Here};
use crate::measure::{Measures, Rate, TouchpointFigures};
use crate::session::{Action, InsightsAction};
use crate::text::Face;
use crate::tr;
use crate::ui::insights::{behind_link, behind_row};
use crate::ui::style::text;
use crate::ui::widgets::{
    Segment, bar_with_label_ui, card_ui, legend_ui, muted_ui, row_ui, share_words, split_bar_ui,
};
use crate::ui::{Context, Out};
use egui::{CursorIcon, Role, Sense, Ui, WidgetInfo};

/// Fewer than this are marked as a small group.
const SMALL: u64 = 30;

#[allow(clippy::cast_precision_loss)] // shares of counts
fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Opens the journeys behind a figure.
pub(super) const fn open_behind(title: String, behind: Behind) -> Action {
    Action::Insights(InsightsAction::OpenBehind { title, behind })
}

/// `n = 123 480`, with a word when it is small.
pub(super) fn n_words(n: u64, format: &NumberFormat) -> String {
    let shown = format.count(n);
    if n < SMALL { tr!("ui-n-small", n = shown) } else { tr!("ui-n", n = shown) }
}

/// A share and what it is of: each opens its journeys, those counted and all of them.
pub(super) fn rate_row(
    ui: &mut Ui,
    cx: &Context<'_>,
    named: (&str, &str),
    rate: &Rate,
    [counted, all]: [Behind; 2],
    out: &mut Out,
) {
    let (share, n) = (cx.format.percent(rate.value, 1), n_words(rate.of, cx.format));
    let whole = tr!("ui-behind-all-of", name = named.0);
    behind_row(ui, cx, named, &[(&share, named.0, counted), (&n, &whole, all)], out);
}

/// `46.2 – 46.6 % (95 %)`.
fn interval_words(rate: &Rate, format: &NumberFormat) -> String {
    let low = format.decimals(rate.low * 100.0, 1);
    tr!("ui-interval", low = low, high = format.percent(rate.high, 1))
}

/// The big exit rate, its interval and n, and what became of those who left.
pub fn exits_ui(
    ui: &mut Ui,
    figures: &TouchpointFigures,
    measures: &Measures,
    cx: &Context<'_>,
    out: &mut Out,
) {
    if measures.is_survey {
        return;
    }
    let (theme, format) = (cx.theme, cx.format);
    let (here, at) = (touchpoint_name(cx, figures.touchpoint), |here| Behind::At(figures.touchpoint, here));
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
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = 3.0;
                    if measures.is_summary {
                        muted_ui(ui, theme, tr!("ui-of-journeys", count = count, of = of));
                    } else {
                        let title = tr!("ui-behind-exits", name = here.as_str());
                        behind_link(ui, &count, &title, &at(Here::Exits), out);
                        let title = tr!("ui-behind-closed", name = here.as_str());
                        behind_link(ui, &tr!("ui-of-these", of = of), &title, &at(Here::Closed), out);
                    }
                    if rate.of < SMALL {
                        muted_ui(ui, theme, tr!("ui-small"));
                    }
                });
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
            let opens = (!measures.is_summary).then(|| tr!("ui-opens-part"));
            if let Some(part) = legend_ui(ui, theme, &segments, opens.as_deref()) {
                let (title, part) = match part {
                    0 => (tr!("ui-behind-left", name = here.as_str()), Here::Left),
                    1 => (tr!("ui-behind-returned", name = here.as_str()), Here::Returned),
                    _ => (tr!("ui-behind-open", name = here.as_str()), Here::Open),
                };
                out.actions.push(open_behind(title, at(part)));
            }
        }
        if measures.is_summary {
            muted_ui(ui, theme, tr!("ui-exits-as-given"));
        } else if measures.no_goal_set {
            muted_ui(ui, theme, tr!("ui-no-goal"));
        }
    });
}

/// Visits per channel, their share, exits and mean score.
pub fn channels_ui(
    ui: &mut Ui,
    figures: &TouchpointFigures,
    measures: &Measures,
    cx: &Context<'_>,
    out: &mut Out,
) {
    if !figures.channels.iter().any(|channel| channel.channel.is_some()) {
        return;
    }
    let (theme, format) = (cx.theme, cx.format);
    let here = touchpoint_name(cx, figures.touchpoint);
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
            let hint = tr!(
                "ui-channel-hint",
                visits = format.count(channel.visits),
                exits = format.count(channel.exits),
                n = format.count(channel.score_n)
            );
            if measures.is_summary {
                row.response.on_hover_text(hint);
                continue;
            }
            let title = tr!("ui-behind-channel", channel = name.as_str(), name = here.as_str());
            let link = row.response.interact(Sense::click());
            link.widget_info(|| WidgetInfo::labeled(Role::Link, true, &title));
            let link = link.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(hint);
            if link.clicked() {
                let behind = Behind::At(figures.touchpoint, Here::Channel(channel.channel.clone()));
                out.actions.push(open_behind(title, behind));
            }
        }
        muted_ui(ui, theme, tr!("ui-channels-legend"));
    });
}

/// All other figures.
pub fn rest_ui(
    ui: &mut Ui,
    figures: &TouchpointFigures,
    measures: &Measures,
    cx: &Context<'_>,
    out: &mut Out,
) {
    let (theme, format) = (cx.theme, cx.format);
    if measures.is_summary {
        card_ui(ui, theme, &tr!("ui-figures"), |ui| {
            row_ui(ui, theme, &tr!("ui-reached"), &format.count(figures.reached), &tr!("ui-def-reached"));
            muted_ui(ui, theme, tr!("ui-summary-as-given"));
        });
        return;
    }
    let percent = |share: f64| format.percent(share, 1);
    card_ui(ui, theme, &tr!("ui-figures"), |ui| {
        // Where no journeys are counted, the ones that it comes from are opened.
        let mut row = |name: String, value: Option<String>, definition: String, here: Here| {
            if let Some(value) = value {
                let behind = Behind::At(figures.touchpoint, here);
                behind_row(ui, cx, (&name, &definition), &[(&value, &name, behind)], out);
            }
        };
        let visits = Some(format.count(figures.visits));
        if measures.is_survey {
            row(tr!("ui-answers-name"), visits, String::new(), Here::Reached);
        } else {
            row(tr!("ui-visits"), visits, tr!("ui-def-visits"), Here::Reached);
            let customers = Some(format.count(figures.customers));
            row(tr!("ui-customers"), customers, tr!("ui-def-customers"), Here::Reached);
            let reached = Some(format.count(figures.reached));
            row(tr!("ui-reached"), reached, tr!("ui-def-reached"), Here::Reached);
            let closed = Some(format.count(figures.closed));
            row(tr!("ui-closed"), closed, tr!("ui-def-closed"), Here::Closed);
            row(
                tr!("ui-exit-rate-of-visits"),
                figures.exit_rate_of_visits.map(percent),
                tr!("ui-def-exit-rate-of-visits"),
                Here::Exits,
            );
            let drop_off = figures.drop_off.map(percent);
            row(tr!("ui-drop-off"), drop_off, tr!("ui-def-drop-off"), Here::DroppedOff);
        }
        let sentiment = figures.sentiment.map(|s| {
            let n = n_words(s.positive + s.neutral + s.negative, format);
            format!("{} · {n}", format.signed(s.net, 2))
        });
        row(tr!("ui-sentiment"), sentiment, tr!("ui-def-sentiment"), Here::Moods);
        let wait = figures.wait.map(|wait| {
            let (median, p90) = (format.duration(wait.median_secs), format.duration(wait.p90_secs));
            format!("{} · {}", tr!("ui-wait-value", median = median, p90 = p90), n_words(wait.n, format))
        });
        row(tr!("ui-wait"), wait, tr!("ui-def-wait"), Here::Waits);
        // Without any score there is nothing to respond to.
        let response = figures.satisfaction.as_ref().and(figures.response_rate).map(percent);
        row(tr!("ui-response-rate"), response, tr!("ui-def-response-rate"), Here::Scored);
        let mut rate = |rate: Option<Rate>, name: String, definition: String, of: [Here; 2]| {
            if let Some(rate) = rate {
                let of = of.map(|here| Behind::At(figures.touchpoint, here));
                rate_row(ui, cx, (&name, &definition), &rate, of, out);
            }
        };
        let contacts = [Here::ContactedAgain, Here::ContactsJudged];
        let definition = tr!("ui-def-contacted-again");
        rate(figures.contacted_again, tr!("ui-contacted-again"), definition, contacts);
        let agents = [Here::SeveralAgents, Here::WithAgent];
        rate(figures.several_agents, tr!("ui-several-agents"), tr!("ui-def-several-agents"), agents);
    });
}
