//! What has moved since the data was read before: rows, events, names of events, touchpoints, each a way to its place.

use super::style::{c, text};
use super::widgets::{card_ui, link_ui, muted_ui, pill_ui, row_ui, section_ui};
use super::{Context, Out};
use crate::measure::MovedTouchpoint;
use crate::scene::Element;
use crate::session::{Action, Command, Moved, Request};
use crate::text::Face;
use crate::tr;
use egui::{
    Align, Frame, Label, Layout, Margin, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    accesskit::Role,
};

/// More names than anybody reads; the dialog of event names has them all.
const MOST_NAMES: usize = 50;

pub fn moved_ui(ui: &mut Ui, moved: &Moved, cx: &Context<'_>, out: &mut Out) {
    ScrollArea::vertical().id_salt("moved").auto_shrink([false, false]).show(ui, |ui| {
        Frame::new().inner_margin(Margin::symmetric(16, 14)).show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                ui.label(text(tr!("ui-moved"), Face::Bold, 16.0, cx.theme.text));
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if link_ui(ui, cx.theme, &tr!("ui-close")).clicked() {
                        out.command(Command::ShowMoved);
                    }
                });
            });
            let name = cx.session.source().map(|source| source.name.clone()).unwrap_or_default();
            muted_ui(ui, cx.theme, tr!("ui-moved-since", name = name));
            ui.add_space(6.0);
            counts_ui(ui, moved, cx);
            if moved.is_nothing() {
                ui.add_space(8.0);
                let words = text(tr!("ui-moved-nothing"), Face::Regular, 13.0, cx.theme.text_body);
                ui.add(Label::new(words).wrap());
            }
            names_ui(ui, moved, cx, out);
            touchpoints_ui(ui, moved, cx, out);
        });
    });
}

fn counts_ui(ui: &mut Ui, moved: &Moved, cx: &Context<'_>) {
    for (name, pair) in [(tr!("ui-moved-rows"), moved.rows), (tr!("ui-moved-events"), moved.events)] {
        row_ui(ui, cx.theme, &name, &count_words(pair, cx), "");
    }
}

fn names_ui(ui: &mut Ui, moved: &Moved, cx: &Context<'_>, out: &mut Out) {
    if !moved.new_names.is_empty() {
        let words = tr!("ui-moved-new-names");
        section_ui(ui, cx.theme, &tr!("ui-counted", name = words, count = moved.new_names.len()));
    }
    for (name, count) in moved.new_names.iter().take(MOST_NAMES) {
        let said = tr!("ui-show-event", name = name.as_str());
        let count = tr!("ui-events", count = *count, shown = cx.format.count(*count));
        if entry_ui(ui, cx, &said, &tr!("ui-show-event-hint"), |ui| {
            ui.add(Label::new(text(name, Face::Medium, 12.5, cx.theme.text)).wrap());
            ui.label(text(count, Face::Regular, 11.5, cx.theme.text_body));
        }) {
            out.requests.push(Request::ShowEvent(name.clone()));
        }
    }
    if let Some(more) = moved.new_names.len().checked_sub(MOST_NAMES).filter(|more| *more > 0) {
        muted_ui(ui, cx.theme, tr!("ui-moved-more-names", count = more));
    }
    if !moved.gone_names.is_empty() {
        let words = tr!("ui-moved-gone-names");
        section_ui(ui, cx.theme, &tr!("ui-counted", name = words, count = moved.gone_names.len()));
        let names: Vec<&str> = moved.gone_names.iter().take(MOST_NAMES).map(String::as_str).collect();
        muted_ui(ui, cx.theme, names.join(" · "));
    }
}

fn touchpoints_ui(ui: &mut Ui, moved: &Moved, cx: &Context<'_>, out: &mut Out) {
    let Some(touchpoints) = &moved.touchpoints else {
        ui.add_space(8.0);
        muted_ui(ui, cx.theme, tr!("ui-moved-incomparable"));
        return;
    };
    if touchpoints.is_empty() {
        return;
    }
    let words = tr!("ui-moved-touchpoints");
    section_ui(ui, cx.theme, &tr!("ui-counted", name = words, count = touchpoints.len()));
    for of in touchpoints {
        let Some(touchpoint) = cx.view.map.touchpoints.get(of.touchpoint) else { continue };
        let name = touchpoint.name.as_str();
        let said = tr!("ui-show-difference", kind = tr!("ui-touchpoint"), name = name);
        if entry_ui(ui, cx, &said, &tr!("ui-show-on-map"), |ui| {
            ui.add(Label::new(text(name, Face::Medium, 12.5, cx.theme.text)).wrap());
            figures_ui(ui, of, cx);
            if of.is_marked {
                let words = text(tr!("ui-moved-marked"), Face::SemiBold, 11.0, cx.theme.accent_text);
                pill_ui(ui, words, cx.theme.accent_soft).on_hover_text(tr!("ui-moved-marked-hint"));
            }
        }) {
            out.actions.push(Action::GoTo(Element::Touchpoint(of.touchpoint)));
        }
    }
}

/// The figures that differ, each on a line of its own.
fn figures_ui(ui: &mut Ui, of: &MovedTouchpoint, cx: &Context<'_>) {
    let format = cx.format;
    let shown = |value: Option<f64>, say: &dyn Fn(f64) -> String| value.map_or_else(|| "–".to_owned(), say);
    let pair = |(before, after): (Option<f64>, Option<f64>), say: &dyn Fn(f64) -> String| {
        tr!("ui-moved-pair", before = shown(before, say), after = shown(after, say))
    };
    let mut line = |name: String, words: String| row_ui(ui, cx.theme, &name, &words, "");
    if of.reached.0 != of.reached.1 {
        line(tr!("ui-moved-reached"), count_words(of.reached, cx));
    }
    if of.exits.0 != of.exits.1 {
        line(tr!("ui-exits"), count_words(of.exits, cx));
    }
    if of.exit_rate.0 != of.exit_rate.1 {
        line(tr!("ui-moved-exit-rate"), pair(of.exit_rate, &|rate| format.percent(rate, 1)));
    }
    if of.satisfaction.0 != of.satisfaction.1 {
        line(tr!("ui-moved-satisfaction"), pair(of.satisfaction, &|mean| format.decimals(mean, 2)));
    }
}

/// `1 200 → 1 330 (+130)`.
fn count_words((before, after): (u64, u64), cx: &Context<'_>) -> String {
    if before == after {
        return tr!("ui-moved-same", count = cx.format.count(after));
    }
    let pair = tr!("ui-moved-pair", before = cx.format.count(before), after = cx.format.count(after));
    let more = cx.format.count(after.abs_diff(before));
    if after > before {
        tr!("ui-moved-more", pair = pair, count = more)
    } else {
        tr!("ui-moved-fewer", pair = pair, count = more)
    }
}

/// A box that leads somewhere; true when it is clicked.
fn entry_ui(ui: &mut Ui, cx: &Context<'_>, said: &str, hint: &str, content: impl FnOnce(&mut Ui)) -> bool {
    let inner = ui.scope(|ui| {
        card_ui(ui, cx.theme, "", |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            content(ui);
        });
    });
    let response = inner.response.interact(Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, said));
    if response.hovered() || response.has_focus() {
        let stroke = Stroke::new(1.5, c(cx.theme.accent));
        ui.painter().rect_stroke(response.rect, 10.0, stroke, StrokeKind::Inside);
    }
    response.on_hover_text(hint).clicked()
}
