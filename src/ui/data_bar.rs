//! The data below the map: its source, events over time with the selected range, segments and channels.

use super::histogram::histogram_ui;
use super::insights::behind_link;
use super::loading::part_words;
use super::periods::periods_ui;
use super::style::text;
use super::widgets::{chip_ui, chip_width, link_ui, pill_ui};
use super::{Context, Out};
use crate::base::fmt;
use crate::insights::Behind;
use crate::measure::Measures;
use crate::model::edit::EditName;
use crate::model::{Filter, JourneyStatus, Source};
use crate::session::{Action, Command, DataView, Panel, Request, source_step};
use crate::text::Face;
use crate::tr;
use egui::{Align, Label, Layout, Popup, PopupCloseBehavior, ScrollArea, Ui, vec2};
use std::collections::BTreeSet;

/// More values than this are no chips to choose from.
const MOST_CHIPS: usize = 12;

/// A bar lower than this has its facts on fewer lines.
const LOW: f32 = 110.0;

/// Room for the chip that holds those without room.
const MORE_WIDTH: f32 = 84.0;

pub fn data_bar_ui(ui: &mut Ui, cx: &Context<'_>, out: &mut Out) {
    let Some((data, source)) = cx.view.data.zip(cx.session.source()) else {
        invitation_ui(ui, cx, out);
        return;
    };
    ui.horizontal_top(|ui| {
        ui.add_space(20.0);
        let height = ui.available_height();
        let column = |ui: &mut Ui, width: f32, content: &mut dyn FnMut(&mut Ui)| {
            ui.allocate_ui_with_layout(vec2(width, height), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 3.0;
                ui.add_space(if height < LOW { 5.0 } else { 10.0 });
                content(ui);
            });
        };
        column(ui, if height < LOW { 250.0 } else { 160.0 }, &mut |ui| facts_ui(ui, &data, source, cx, out));
        let chips = (ui.available_width() * 0.4).clamp(220.0, 520.0);
        let width = (ui.available_width() - chips - 32.0).max(120.0);
        column(ui, width, &mut |ui| {
            if let Some(measures) = data.measures {
                if let Some(day) = only_day(measures) {
                    ui.label(text(tr!("ui-one-day", day = day), Face::Regular, 12.0, cx.theme.text_muted));
                    return;
                }
                if let Some(whole) = cx.session.whole_time() {
                    periods_ui(ui, whole, source, cx, out);
                    histogram_ui(ui, whole, source, cx, out);
                }
            } else {
                ui.label(text(cx.no_figures(), Face::Regular, 12.0, cx.theme.text_muted));
            }
        });
        column(ui, chips, &mut |ui| filters_ui(ui, &data, source, cx, out));
    });
}

/// The day of all events when there is but one; a chart over time would be a block.
fn only_day(measures: &Measures) -> Option<String> {
    let histogram = &measures.histogram;
    let filled = histogram.all.iter().filter(|count| **count > 0).count();
    (filled == 1).then(|| fmt::date(histogram.start))
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
    let is_low = ui.max_rect().height() < LOW;
    ui.add(Label::new(text(&source.name, Face::SemiBold, 12.5, theme.text)).truncate());
    let line = |words: String| text(words, Face::Regular, 11.5, theme.text_muted);
    let mut account = data.loaded.report.words(cx.format);
    // Where there is little room the strip over the map says it alone.
    if let Some(part) = data.part.filter(|_| !is_low) {
        account = tr!("ui-account-of-part", account = account, part = part_words(part, cx));
    }
    let account = Label::new(line(account)).wrap();
    let Some(measures) = data.measures else {
        ui.add(account);
        return;
    };
    // Where room is short, what is selected comes first.
    let selected = selected_words(measures, cx);
    if measures.is_summary || data.part.is_some() || cx.session.conceals() {
        ui.add(Label::new(line(selected)).truncate());
    } else {
        behind_link(ui, &selected, &tr!("ui-journeys-all"), &Behind::All, out);
    }
    ui.add(account);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        if measures.unmapped_events > 0 {
            let words = tr!("ui-unmapped", shown = cx.format.count(measures.unmapped_events));
            let words = text(words, Face::SemiBold, 11.5, theme.warning_text);
            let pill = pill_ui(ui, words, theme.warning_soft).on_hover_text(tr!("ui-unmapped-hint"));
            if pill.clicked() {
                out.command(Command::ToggleTray);
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
        if is_low {
            state_ui(ui, data, cx, out);
        }
    });
}

/// How many journeys are counted, and of how many when that is not all.
pub fn selected_words(measures: &Measures, cx: &Context<'_>) -> String {
    if measures.is_summary {
        return tr!("ui-summary-short");
    }
    let (selected, all) = (measures.journeys.total, measures.all_journeys);
    let shown = cx.format.count(selected);
    if selected < all {
        let all = cx.format.count(all);
        return if measures.is_survey {
            tr!("ui-respondents-of", shown = shown, all = all)
        } else {
            tr!("ui-journeys-of", shown = shown, all = all)
        };
    }
    if measures.is_survey {
        tr!("ui-respondents", count = selected, shown = shown)
    } else {
        tr!("ui-journeys", count = selected, shown = shown)
    }
}

fn filters_ui(ui: &mut Ui, data: &DataView<'_>, source: &Source, cx: &Context<'_>, out: &mut Out) {
    let log = &data.loaded.log;
    let is_low = ui.max_rect().height() < LOW;
    let height = ui.available_height() - if is_low { 2.0 } else { 26.0 };
    ScrollArea::vertical().id_salt("filters").max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
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
        if !log.is_survey && !log.is_summary {
            statuses_ui(ui, source, cx, out);
        }
    });
    if !is_low {
        ui.horizontal(|ui| state_ui(ui, data, cx, out));
    }
}

fn statuses_ui(ui: &mut Ui, source: &Source, cx: &Context<'_>, out: &mut Out) {
    let named = JourneyStatus::ALL.map(|status| (status, status_name(status)));
    let chosen = named.iter().filter(|(status, _)| source.filter.statuses.contains(status));
    let chosen = chosen.map(|(_, name)| name.clone()).collect();
    let names = named.iter().map(|(_, name)| name.as_str());
    if let Some(chosen) = chips_ui(ui, cx, &tr!("ui-filter-status"), names, &chosen) {
        let statuses = named.iter().filter(|(_, name)| chosen.contains(name)).map(|(status, _)| *status);
        set_filter(source, Filter { statuses: statuses.collect(), ..source.filter.clone() }, out);
    }
}

fn status_name(status: JourneyStatus) -> String {
    match status {
        JourneyStatus::Goal => tr!("ui-filter-goal"),
        JourneyStatus::Open => tr!("ui-filter-open"),
        JourneyStatus::Returned => tr!("ui-filter-returned"),
        JourneyStatus::Left => tr!("ui-filter-left"),
    }
}

/// Resetting the filter, and whether the figures are up to date.
fn state_ui(ui: &mut Ui, data: &DataView<'_>, cx: &Context<'_>, out: &mut Out) {
    if cx.session.can_run(Command::ResetFilter) && link_ui(ui, cx.theme, &tr!("ui-reset")).clicked() {
        out.command(Command::ResetFilter);
    }
    if cx.session.is_measuring() {
        ui.add(Label::new(text(tr!("ui-measuring"), Face::Regular, 11.5, cx.theme.text_faint)).truncate());
    } else if let Some(took) = data.update_took {
        let words = tr!("ui-updated-in", ms = took.as_millis().to_string());
        ui.add(Label::new(text(words, Face::Regular, 11.5, cx.theme.text_faint)).truncate());
    }
}

/// `All` and one chip per value, on one line; those without room are behind the last. Gives the new choice: none
/// chosen means all.
fn chips_ui<'a>(
    ui: &mut Ui,
    cx: &Context<'_>,
    name: &str,
    values: impl Iterator<Item = &'a str>,
    chosen: &BTreeSet<String>,
) -> Option<BTreeSet<String>> {
    let mut new = None;
    let mut chip = |ui: &mut Ui, value: &str| {
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
    };
    let mut wants_all = false;
    ui.horizontal(|ui| {
        let label = text(name, Face::Regular, 11.5, cx.theme.text_muted);
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width() * 0.35);
            ui.add(Label::new(label).truncate());
        });
        wants_all = chip_ui(ui, cx.theme, &tr!("ui-all"), chosen.is_empty()).clicked();
        let mut values = values.filter(|value| !value.is_empty()).peekable();
        while let Some(value) = values.peek() {
            if chip_width(ui, value) > ui.available_width() - MORE_WIDTH {
                break;
            }
            chip(ui, value);
            values.next();
        }
        let rest: Vec<_> = values.collect();
        if rest.is_empty() {
            return;
        }
        let any = rest.iter().any(|value| chosen.contains(*value));
        let more = chip_ui(ui, cx.theme, &tr!("ui-chips-more", count = rest.len()), any);
        Popup::menu(&more).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
            for value in rest {
                chip(ui, value);
            }
        });
    });
    if wants_all {
        new = Some(BTreeSet::new());
    }
    new.filter(|new| new != chosen)
}

fn set_filter(source: &Source, filter: Filter, out: &mut Out) {
    let name = EditName { key: "session-step-filter", count: 1 };
    out.actions.push(Action::Edit(source_step(name, Source { filter, ..source.clone() })));
}
