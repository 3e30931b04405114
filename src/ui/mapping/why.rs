//! Why an event is where it is: its rules in the order in which they are asked, and what each of them takes.

use super::assign;
use super::list::EventList;
use super::row::{goes_words, likest_words, touchpoint_name};
use crate::session::{EventRow, EventTable, pattern_words};
use crate::text::Face;
use crate::tr;
use crate::ui::style::{c, text};
use crate::ui::widgets::{button_ui, muted_ui, row_ui, section_ui};
use crate::ui::{Context, Out};
use egui::{Frame, Label, Margin, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo};

/// Channels beyond these are summed up.
const MOST_CHANNELS: usize = 8;

/// Explains the row under the cursor; gives a rule that was clicked.
pub fn why_ui(
    ui: &mut Ui,
    list: &EventList,
    table: &EventTable,
    cx: &Context<'_>,
    out: &mut Out,
) -> Option<usize> {
    let place = list.cursor.or_else(|| list.selected.first().copied());
    let Some((place, row)) = place.and_then(|place| Some((place, table.rows.get(place)?))) else {
        muted_ui(ui, cx.theme, tr!("ui-why-choose"));
        return None;
    };
    let mut clicked = None;
    ScrollArea::vertical().id_salt("why").auto_shrink([false, false]).show(ui, |ui| {
        ui.add(Label::new(text(&row.name, Face::SemiBold, 14.0, cx.theme.text)).wrap());
        let count = tr!("ui-events", count = row.count, shown = cx.format.count(row.count));
        muted_ui(ui, cx.theme, format!("{count} · {}", goes_words(row, cx)));
        section_ui(ui, cx.theme, &tr!("ui-why-order"));
        muted_ui(ui, cx.theme, tr!("ui-rules-hint"));
        for (rule, matched) in &row.matching {
            if reason_ui(ui, row, (*rule, *matched), cx) {
                clicked = Some(*rule);
            }
        }
        open_ui(ui, row, cx, out);
        channels_ui(ui, table, place, cx);
    });
    clicked
}

/// One rule that matches; true when it was clicked.
fn reason_ui(ui: &mut Ui, row: &EventRow, (place, matched): (usize, u64), cx: &Context<'_>) -> bool {
    let theme = cx.theme;
    let Some(rule) = cx.session.source().and_then(|source| source.rules.get(place)) else { return false };
    let taken = row.takers.iter().find(|(rule, _)| *rule == Some(place)).map_or(0, |(_, count)| *count);
    let pattern = pattern_words(&rule.event);
    let touchpoint = touchpoint_name(cx, rule.touchpoint);
    let title = tr!("ui-why-rule", place = place + 1, pattern = pattern.as_str(), touchpoint = touchpoint);
    let takes = if taken == row.count {
        tr!("ui-why-takes-all")
    } else if taken > 0 {
        tr!("ui-why-takes", taken = cx.format.count(taken), count = cx.format.count(row.count))
    } else {
        tr!("ui-why-comes-later", count = cx.format.count(matched))
    };
    let channel = rule.channel.as_ref().map(|channel| tr!("ui-only-in-channel", channel = channel.as_str()));
    let frame = Frame::new()
        .fill(c(if taken > 0 { theme.panel_inset } else { theme.panel }))
        .stroke(Stroke::new(
            if taken > 0 { 1.5 } else { 1.0 },
            c(if taken > 0 { theme.measured } else { theme.border }),
        ))
        .corner_radius(9)
        .inner_margin(Margin::symmetric(10, 8));
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(Label::new(text(&title, Face::Medium, 12.5, theme.text)).wrap());
        let line =
            [Some(takes.clone()), channel.clone()].into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let (face, color) =
            if taken > 0 { (Face::SemiBold, theme.measured) } else { (Face::Regular, theme.text_muted) };
        ui.add(Label::new(text(line, face, 12.0, color)).wrap());
    });
    let response = shown.response.interact(Sense::click());
    response.widget_info(|| {
        let parts = [Some(title.clone()), Some(takes.clone()), channel.clone()];
        WidgetInfo::labeled(Role::Button, true, parts.into_iter().flatten().collect::<Vec<_>>().join(". "))
    });
    response.on_hover_text(tr!("ui-why-rule-hint")).clicked()
}

/// What no rule takes, and the touchpoint that it may belong to.
fn open_ui(ui: &mut Ui, row: &EventRow, cx: &Context<'_>, out: &mut Out) {
    let unmapped = row.unmapped();
    if unmapped == 0 {
        return;
    }
    let words = if row.matching.is_empty() {
        tr!("ui-why-no-rule")
    } else {
        tr!("ui-why-not-all", count = cx.format.count(unmapped))
    };
    ui.add_space(4.0);
    ui.add(Label::new(text(words, Face::SemiBold, 12.5, cx.theme.warning_text)).wrap());
    let Some(likest) = row.likest else {
        muted_ui(ui, cx.theme, tr!("ui-why-nothing-alike"));
        return;
    };
    let words = if likest.likeness >= 1.0 {
        tr!("ui-why-same", touchpoint = touchpoint_name(cx, likest.touchpoint))
    } else {
        tr!("ui-why-alike", suggestion = likest_words(likest, cx))
    };
    muted_ui(ui, cx.theme, words);
    if button_ui(ui, &tr!("ui-accept-suggestion")).clicked() {
        assign::accept(&[(row.name.as_str(), likest.touchpoint)], cx, out);
    }
}

fn channels_ui(ui: &mut Ui, table: &EventTable, place: usize, cx: &Context<'_>) {
    let channels = table.channels_of(place);
    if !channels.iter().any(|(channel, _)| channel.is_some()) {
        return;
    }
    section_ui(ui, cx.theme, &tr!("ui-channels"));
    for (channel, count) in channels.iter().take(MOST_CHANNELS) {
        let name = channel.clone().unwrap_or_else(|| tr!("ui-no-channel"));
        row_ui(ui, cx.theme, &name, &cx.format.count(*count), "");
    }
    if let Some(rest) = channels.get(MOST_CHANNELS..).filter(|rest| !rest.is_empty()) {
        let count = rest.iter().map(|(_, count)| count).sum();
        row_ui(ui, cx.theme, &tr!("ui-more-channels", count = rest.len()), &cx.format.count(count), "");
    }
}
