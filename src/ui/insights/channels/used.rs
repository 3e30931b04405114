//! What happens in each channel, and which of them are self-service.

use super::super::parts::{Part, line_ui};
use crate::insights::channels::ChannelUse;
use crate::model::Edit;
use crate::session::Action;
use crate::session::pages::channels::ChannelsFound;
use crate::text::Face;
use crate::tr;
use crate::ui::style::{c, text};
use crate::ui::widgets::{card_ui, muted_ui, section_ui, switch_ui};
use crate::ui::{Context, Out};
use egui::{Label, Rect, Sense, Ui, vec2};

pub fn used_ui(ui: &mut Ui, found: &ChannelsFound, cx: &Context<'_>, out: &mut Out) {
    section_ui(ui, cx.theme, &tr!("ui-channels-each"));
    let drawn = || cx.view.map.channels.iter().map(|channel| channel.name.as_str());
    let measured = || found.channels.used.iter().map(|channel| channel.channel.as_str());
    for channel in &found.channels.used {
        let color = cx.theme.channel_among(&channel.channel, drawn().chain(measured()));
        ui.push_id(&channel.channel, |ui| {
            card_ui(ui, cx.theme, "", |ui| one_ui(ui, channel, color, cx, out));
        });
    }
    muted_ui(ui, cx.theme, tr!("ui-channels-each-what"));
}

#[allow(clippy::cast_possible_truncation)] // pixels
fn one_ui(ui: &mut Ui, of: &ChannelUse, color: crate::base::Color, cx: &Context<'_>, out: &mut Out) {
    let (theme, format) = (cx.theme, cx.format);
    ui.horizontal(|ui| {
        let (dot, _) = ui.allocate_exact_size(vec2(10.0, 16.0), Sense::hover());
        ui.painter().circle_filled(dot.center(), 4.5, c(color));
        ui.add(Label::new(text(&of.channel, Face::SemiBold, 12.5, theme.text)).truncate());
    });
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 6.0), Sense::hover());
    ui.painter().rect_filled(rect, 3.0, c(theme.field));
    let bar = Rect::from_min_size(rect.min, vec2((rect.width() * of.share as f32).max(3.0), rect.height()));
    ui.painter().rect_filled(bar, 3.0, c(color));
    let count = of.journeys.count();
    let parts = vec![
        Part::Strong(tr!(
            "ui-channels-share",
            share = format.percent(of.share, usize::from(of.share < 0.0995))
        )),
        Part::Words(tr!("ui-channels-visits", n = of.visits, count = format.count(of.visits))),
        Part::Count(
            tr!("ui-paths-journeys", n = count, count = format.count(count)),
            &of.journeys,
            tr!("ui-channels-through", channel = of.channel.as_str()),
        ),
    ];
    line_ui(ui, parts, cx, out);
    let exits = of.exits.count();
    let mut parts = vec![Part::Count(
        tr!("ui-what-if-exits", n = exits, count = format.count(exits)),
        &of.exits,
        tr!("ui-channels-exits-in", channel = of.channel.as_str()),
    )];
    if let Some(rate) = &of.exit_rate {
        let small = if rate.of < 30 { format!(" · {}", tr!("ui-small")) } else { String::new() };
        parts.push(Part::Strong(
            tr!(
                "ui-channels-exit-rate",
                share = format.percent(rate.value, 0),
                low = format.decimals(100.0 * rate.low, 0),
                high = format.percent(rate.high, 0)
            ) + &small,
        ));
    }
    line_ui(ui, parts, cx, out);
    let mut facts = Vec::new();
    if let Some(scores) = &of.satisfaction {
        let (mean, n) = (format.decimals(scores.mean, 2), format.count(scores.n));
        facts.push(tr!("ui-channels-mean", mean = mean, n = n));
    }
    if of.contacts > 0 {
        facts.push(tr!("ui-channels-contacts", n = of.contacts, count = format.count(of.contacts)));
    }
    if let Some(handled) = &of.handled {
        facts.push(tr!("ui-channels-handled", per_hour = format.decimals(handled.per_hour, 1)));
    }
    if let Some((n, median)) = of.wait {
        facts.push(tr!("ui-channels-wait", wait = format.duration(median), n = format.count(n)));
    }
    if !facts.is_empty() {
        muted_ui(ui, theme, facts.join(" · "));
    }
    let Some(channel) = of.drawn.and_then(|id| cx.view.map.channels.get(id)) else {
        muted_ui(ui, theme, tr!("ui-channels-not-on-map"));
        return;
    };
    ui.add_enabled_ui(cx.view.comparing.is_none(), |ui| {
        let (name, hint) = (tr!("ui-channels-self-service"), tr!("ui-channels-self-service-hint"));
        if let Some(on) = switch_ui(ui, &name, channel.self_service, &hint) {
            out.actions.push(Action::Edit(Edit::SetSelfService { channel: channel.id, on }));
        }
    });
}
