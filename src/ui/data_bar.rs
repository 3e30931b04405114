//! The data below the map: its source, events over time with the selected range, segments and channels.

use super::histogram::histogram_ui;
use super::style::text;
use super::widgets::{chip_ui, link_ui, pill_ui};
use super::{Context, Out};
use crate::model::edit::Edit;
use crate::model::{Filter, Source};
use crate::session::{Action, Command, DataView, Panel, Request};
use crate::text::Face;
use crate::tr;
use egui::{Align, Label, Layout, ScrollArea, Ui, vec2};
use std::collections::BTreeSet;

/// More values than this are no chips to choose from.
const MOST_CHIPS: usize = 12;

pub fn data_bar_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let Some((data, source)) = cx.view.data.zip(cx.session.source()) else {
        invitation_ui(ui, cx, out);
        return;
    };
    ui.horizontal_centered(|ui| {
        ui.add_space(20.0);
        let height = ui.available_height();
        let column = |ui: &mut Ui, width: f32, content: &mut dyn FnMut(&mut Ui)| {
            ui.allocate_ui_with_layout(vec2(width, height), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 3.0;
                ui.add_space(10.0);
                content(ui);
            });
        };
        column(ui, 160.0, &mut |ui| facts_ui(ui, &data, source, cx, out));
        let chips = if ui.available_width() > 700.0 { 380.0 } else { 220.0 };
        let width = (ui.available_width() - chips - 32.0).max(120.0);
        column(ui, width, &mut |ui| {
            if let Some(measures) = data.measures {
                histogram_ui(ui, &measures.histogram, source, cx, out);
            } else {
                ui.label(text(tr!("ui-measuring"), Face::Regular, 12.0, cx.theme.text_muted));
            }
        });
        column(ui, chips, &mut |ui| filters_ui(ui, &data, source, cx, out));
    });
}

fn invitation_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    ui.horizontal_centered(|ui| {
        ui.add_space(20.0);
        if super::widgets::button_ui(ui, &Command::ImportData.label()).clicked() {
            out.command(Command::ImportData);
        }
        let words = text(tr!("ui-data-invitation"), Face::Regular, 12.0, cx.theme.text_muted);
        ui.add(Label::new(words).truncate());
    });
}

fn facts_ui(ui: &mut Ui, data: &DataView<'_>, source: &Source, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    ui.add(Label::new(text(&source.name, Face::SemiBold, 12.5, theme.text)).truncate());
    let line = |words: String| text(words, Face::Regular, 11.5, theme.text_muted);
    let events = data.loaded.report.events;
    ui.label(line(tr!("ui-events", count = events, shown = cx.format.count(events))));
    let Some(measures) = data.measures else { return };
    let journeys = measures.journeys.total;
    let shown = cx.format.count(journeys);
    let words = if measures.is_survey {
        tr!("ui-respondents", count = journeys, shown = shown)
    } else {
        tr!("ui-journeys", count = journeys, shown = shown)
    };
    ui.label(line(words));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        if measures.unmapped_events > 0 {
            let words = tr!("ui-unmapped", shown = cx.format.count(measures.unmapped_events));
            let words = text(words, Face::SemiBold, 11.5, theme.warning_text);
            let pill = pill_ui(ui, words, theme.warning_soft).on_hover_text(tr!("ui-unmapped-hint"));
            if pill.clicked() {
                out.requests.push(Request::Show(Panel::Mapping));
            }
        }
        let rejected = data.loaded.report.rejected + data.loaded.report.field_errors;
        if rejected > 0 {
            let words = tr!("ui-problems", shown = cx.format.count(rejected));
            let words = text(words, Face::SemiBold, 11.5, theme.warning_text);
            if pill_ui(ui, words, theme.warning_soft).on_hover_text(tr!("ui-problems-hint")).clicked() {
                out.requests.push(Request::Show(Panel::Rejected));
            }
        }
    });
}

fn filters_ui(ui: &mut Ui, data: &DataView<'_>, source: &Source, cx: &Context<'_>, out: &mut Out) {
    let log = &data.loaded.log;
    ScrollArea::vertical().id_salt("filters").max_height(82.0).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 5.0);
        for segment in log.segments.iter().filter(|segment| segment.values.len() <= MOST_CHIPS) {
            let chosen = source.filter.segments.get(&segment.name).cloned().unwrap_or_default();
            if let Some(chosen) = chips_ui(ui, cx, &segment.name, segment.values.iter(), &chosen) {
                let mut filter = source.filter.clone();
                if chosen.is_empty() {
                    filter.segments.remove(&segment.name);
                } else {
                    filter.segments.insert(segment.name.clone(), chosen);
                }
                set_filter(source, filter, out);
            }
        }
        if (2..=MOST_CHIPS).contains(&log.channels.len()) {
            let name = tr!("ui-channels");
            if let Some(channels) = chips_ui(ui, cx, &name, log.channels.iter(), &source.filter.channels) {
                set_filter(source, Filter { channels, ..source.filter.clone() }, out);
            }
        }
    });
    ui.horizontal(|ui| {
        if !source.filter.is_empty() && link_ui(ui, cx.theme, &tr!("ui-reset")).clicked() {
            out.command(Command::ResetFilter);
        }
        if cx.session.is_measuring() {
            ui.label(text(tr!("ui-measuring"), Face::Regular, 11.5, cx.theme.text_faint));
        } else if let Some(took) = data.update_took {
            let words = tr!("ui-updated-in", ms = took.as_millis().to_string());
            ui.label(text(words, Face::Regular, 11.5, cx.theme.text_faint));
        }
    });
}

/// `All` and one chip per value; gives the new choice. None chosen means all.
fn chips_ui<'a>(
    ui: &mut Ui,
    cx: &Context<'_>,
    name: &str,
    values: impl Iterator<Item = &'a str>,
    chosen: &BTreeSet<String>,
) -> Option<BTreeSet<String>> {
    let mut new = None;
    ui.horizontal_wrapped(|ui| {
        ui.label(text(name, Face::Regular, 11.5, cx.theme.text_muted));
        if chip_ui(ui, cx.theme, &tr!("ui-all"), chosen.is_empty()).clicked() {
            new = Some(BTreeSet::new());
        }
        for value in values.filter(|value| !value.is_empty()) {
            let on = chosen.contains(value);
            if chip_ui(ui, cx.theme, value, on).clicked() {
                let mut values = chosen.clone();
                if on {
                    values.remove(value);
                } else {
                    values.insert(value.to_owned());
                }
                new = Some(values);
            }
        }
    });
    new.filter(|new| new != chosen)
}

fn set_filter(source: &Source, filter: Filter, out: &mut Out) {
    out.actions.push(Action::Edit(Edit::SetSource(Source { filter, ..source.clone() })));
}
