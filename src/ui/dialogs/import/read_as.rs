//! How the file is read, each fact with its alternatives; a change has the file looked at anew.

use super::ImportState;
use crate::ingest;
use crate::model::{DateOrder, ReadOptions};
use crate::session::Request;
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{day_field_ui, text_field_ui};
use crate::ui::{Context, Out};
use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Button, Id, Label, PopupCloseBehavior, Ui};

/// Encodings that tables come in, by what people call them.
const ENCODINGS: [(&str, &str); 7] = [
    ("utf-8", "UTF-8"),
    ("windows-1254", "Windows-1254 (Turkish)"),
    ("windows-1250", "Windows-1250 (Polish, Czech …)"),
    ("windows-1252", "Windows-1252 (Western)"),
    ("iso-8859-9", "ISO 8859-9 (Turkish)"),
    ("iso-8859-2", "ISO 8859-2 (Polish, Czech …)"),
    ("utf-16le", "UTF-16"),
];

const ZONES: [&str; 6] =
    ["UTC", "Europe/Istanbul", "Europe/Warsaw", "Europe/London", "Europe/Berlin", "America/New_York"];

pub fn read_as_ui(ui: &mut Ui, state: &mut ImportState, cx: &Context<'_>, out: &mut Out) {
    let profile = &state.import.profile;
    let read = &profile.read;
    ui.label(text(tr!("ui-read-as"), Face::SemiBold, 12.0, cx.theme.text_muted));
    ui.add_space(4.0);
    let mut change = |new: ReadOptions| {
        out.requests.push(Request::Profile { path: state.import.path.clone(), read: Box::new(new) });
    };
    if profile.format == "csv" {
        let shown = read.encoding.as_deref().unwrap_or("utf-8").to_lowercase();
        let name =
            ENCODINGS.iter().find(|(label, _)| *label == shown).map_or(shown.as_str(), |(_, name)| *name);
        let options = ENCODINGS.map(|(label, name)| (name.to_owned(), label.to_owned()));
        if let Some(encoding) = fact_ui(ui, cx, &tr!("ui-encoding"), name, &options, None) {
            change(ReadOptions { encoding: Some(encoding), ..read.clone() });
        }
        let separators = [',', ';', '\t', '|'].map(|sign| (separator_label(sign), sign));
        let shown = read.delimiter.map(separator_label).unwrap_or_default();
        if let Some(sign) = fact_ui(ui, cx, &tr!("ui-separator"), &shown, &separators, None) {
            change(ReadOptions { delimiter: Some(sign), ..read.clone() });
        }
        let decimals = ['.', ','].map(|sign| (decimal_label(sign), sign));
        let shown = decimal_label(read.decimal.unwrap_or('.'));
        if let Some(sign) = fact_ui(ui, cx, &tr!("ui-decimals"), &shown, &decimals, None) {
            change(ReadOptions { decimal: Some(sign), ..read.clone() });
        }
        let headers = [true, false].map(|is_header| (header_label(is_header), is_header));
        let shown = header_label(read.header.unwrap_or(true));
        if let Some(header) = fact_ui(ui, cx, &tr!("ui-first-row"), &shown, &headers, None) {
            change(ReadOptions { header: Some(header), ..read.clone() });
        }
    }
    if state.import.has_times() {
        times_ui(ui, read, cx, &mut change);
    }
    let rows = cx.format.count(profile.rows);
    let rows = if profile.rows_exact { rows } else { tr!("ui-about-rows", rows = rows) };
    fact_ui::<()>(ui, cx, &tr!("ui-rows"), &rows, &[], None);
    if state.import.is_survey() && !state.import.has_times() {
        let label = tr!("ui-survey-day");
        let day = state.import.survey_day().to_owned();
        if let Some(day) = day_field_ui(ui, cx, Id::unique("survey day"), &label, &day) {
            state.import.set_survey_day(day);
        }
    }
}

/// How times are written, and where.
fn times_ui(ui: &mut Ui, read: &ReadOptions, cx: &Context<'_>, change: &mut dyn FnMut(ReadOptions)) {
    let orders = [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd].map(|order| (date_label(order), order));
    let shown = read.time_format.clone().or_else(|| read.date_order.map(date_label));
    let shown = shown.unwrap_or_else(|| tr!("ui-dates-as-found"));
    let mut format = None;
    let other =
        Other { label: &tr!("ui-time-format"), value: read.time_format.as_deref(), given: &mut format };
    if let Some(order) = fact_ui(ui, cx, &tr!("ui-dates"), &shown, &orders, Some(other)) {
        change(ReadOptions { date_order: Some(order), time_format: None, ..read.clone() });
    } else if let Some(format) = format {
        let time_format = Some(format).filter(|format| !format.is_empty());
        change(ReadOptions { time_format, ..read.clone() });
    }
    let zones = ZONES.map(|zone| (zone.to_owned(), zone.to_owned()));
    let shown = read.timezone.as_deref().unwrap_or("UTC");
    let mut typed = None;
    let other = Other { label: &tr!("ui-other-zone"), value: read.timezone.as_deref(), given: &mut typed };
    let chosen = fact_ui(ui, cx, &tr!("ui-time-zone"), shown, &zones, Some(other));
    if let Some(zone) = chosen.or(typed.filter(|zone| ingest::is_time_zone(zone))) {
        change(ReadOptions { timezone: Some(zone), ..read.clone() });
    }
}

/// What is not in a menu, to be typed below it.
struct Other<'a> {
    label: &'a str,
    value: Option<&'a str>,
    /// What was typed.
    given: &'a mut Option<String>,
}

/// A fact with its name, and a menu to change it; gives the choice.
fn fact_ui<T: Clone>(
    ui: &mut Ui,
    cx: &Context<'_>,
    name: &str,
    value: &str,
    options: &[(String, T)],
    other: Option<Other<'_>>,
) -> Option<T> {
    let theme = cx.theme;
    let mut chosen = None;
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.label(text(name, Face::Regular, 11.5, theme.text_faint));
    ui.horizontal(|ui| {
        ui.set_width(208.0);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if !options.is_empty() {
                let button =
                    Button::new(text(tr!("ui-change"), Face::Medium, 11.5, theme.accent_text)).frame(false);
                let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
                let menu = MenuButton::from_button(button).config(config).ui(ui, |ui| {
                    for (words, option) in options {
                        if ui.selectable_label(words == value, words).clicked() {
                            chosen = Some(option.clone());
                            ui.close();
                        }
                    }
                    if let Some(Other { label, value, given }) = other {
                        ui.separator();
                        let id = Id::unique(("other", name));
                        if let Some(typed) =
                            text_field_ui(ui, theme, id, label, value.unwrap_or_default(), "")
                        {
                            *given = Some(typed.trim().to_owned());
                            ui.close();
                        }
                    }
                });
                let spoken = tr!("ui-change-fact", fact = name.to_owned());
                let labeled = || egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &spoken);
                menu.0.widget_info(labeled);
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(Label::new(text(value, Face::Medium, 12.5, theme.text)).truncate());
            });
        });
    });
    ui.add_space(6.0);
    chosen
}

fn separator_label(sign: char) -> String {
    match sign {
        ',' => tr!("ui-comma"),
        ';' => tr!("ui-semicolon"),
        '\t' => tr!("ui-tab"),
        '|' => tr!("ui-bar"),
        other => other.to_string(),
    }
}

fn decimal_label(sign: char) -> String {
    if sign == ',' { tr!("ui-comma") } else { tr!("ui-point") }
}

fn header_label(is_header: bool) -> String {
    if is_header { tr!("ui-first-row-names") } else { tr!("ui-first-row-data") }
}

fn date_label(order: DateOrder) -> String {
    match order {
        DateOrder::Dmy => tr!("ui-dmy"),
        DateOrder::Mdy => tr!("ui-mdy"),
        DateOrder::Ymd => tr!("ui-ymd"),
    }
}
