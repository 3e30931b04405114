//! How the file is read, each fact with its alternatives; a change has the file looked at anew.

use super::ImportState;
use crate::ingest::{self, Role};
use crate::model::{DateOrder, ReadOptions};
use crate::session::Request;
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{day_field_ui, menu_field_ui};
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
        times_ui(ui, read, &mut state.mistyped, cx, &mut change);
    }
    let rows = cx.format.count(profile.rows);
    let rows = if profile.rows_exact { rows } else { tr!("ui-about-rows", rows = rows) };
    fact_ui::<()>(ui, cx, &tr!("ui-rows"), &rows, &[], None);
    if !state.import.has_times() && !state.import.is_summary() {
        ratings_ui(ui, state, cx);
    }
    if state.import.is_survey() && !state.import.has_times() {
        let label = tr!("ui-survey-day");
        let day = state.import.survey_day().to_owned();
        if let Some(day) = day_field_ui(ui, cx, Id::unique("survey day"), &label, &day) {
            state.import.set_survey_day(day);
        }
    }
}

/// Which columns of a survey are ratings, by a pattern.
fn ratings_ui(ui: &mut Ui, state: &mut ImportState, cx: &Context<'_>) {
    let import = &state.import;
    let count = import.roles.iter().filter(|role| **role == Some(Role::Rating)).count();
    let shown = tr!("ui-rating-columns", count = count);
    let refusal = |pattern: &str| {
        import.ratings_like(pattern).is_empty().then(|| tr!("ui-no-rating-columns", pattern = pattern))
    };
    let mut pattern = None;
    let other = Other {
        label: &tr!("ui-ratings-pattern"),
        value: "",
        refusal: &refusal,
        mistyped: &mut state.mistyped,
        given: &mut pattern,
    };
    fact_ui::<()>(ui, cx, &tr!("ui-ratings"), &shown, &[], Some(other));
    if let Some(pattern) = pattern {
        state.import.set_ratings(&pattern);
    }
}

/// How times are written, and where.
fn times_ui(
    ui: &mut Ui,
    read: &ReadOptions,
    mistyped: &mut Option<Mistyped>,
    cx: &Context<'_>,
    change: &mut dyn FnMut(ReadOptions),
) {
    let orders = [DateOrder::Dmy, DateOrder::Mdy, DateOrder::Ymd].map(|order| (date_label(order), order));
    let shown = read.time_format.clone().or_else(|| read.date_order.map(date_label));
    let shown = shown.unwrap_or_else(|| tr!("ui-dates-as-found"));
    let mut format = None;
    let other = Other {
        label: &tr!("ui-time-format"),
        value: read.time_format.as_deref().unwrap_or_default(),
        refusal: &|_| None,
        mistyped,
        given: &mut format,
    };
    if let Some(order) = fact_ui(ui, cx, &tr!("ui-dates"), &shown, &orders, Some(other)) {
        change(ReadOptions { date_order: Some(order), time_format: None, ..read.clone() });
    } else if let Some(format) = format {
        let time_format = Some(format).filter(|format| !format.is_empty());
        change(ReadOptions { time_format, ..read.clone() });
    }
    let zones = ZONES.map(|zone| (zone.to_owned(), zone.to_owned()));
    let shown = read.timezone.as_deref().unwrap_or("UTC");
    let mut typed = None;
    let refusal = |zone: &str| {
        (!zone.is_empty() && !ingest::is_time_zone(zone))
            .then(|| tr!("ui-no-such-zone", zone = zone, shown = shown))
    };
    let other = Other {
        label: &tr!("ui-other-zone"),
        value: read.timezone.as_deref().unwrap_or_default(),
        refusal: &refusal,
        mistyped,
        given: &mut typed,
    };
    let chosen = fact_ui(ui, cx, &tr!("ui-time-zone"), shown, &zones, Some(other));
    if let Some(zone) = chosen.or(typed) {
        let timezone = Some(zone).filter(|zone| !zone.is_empty());
        change(ReadOptions { timezone, ..read.clone() });
    }
}

/// What was typed for a fact and can't be taken.
pub struct Mistyped {
    fact: String,
    typed: String,
}

/// What is not in a menu, to be typed below it.
struct Other<'a> {
    label: &'a str,
    value: &'a str,
    /// Why a text can't be taken.
    refusal: &'a dyn Fn(&str) -> Option<String>,
    mistyped: &'a mut Option<Mistyped>,
    /// What was typed and can be.
    given: &'a mut Option<String>,
}

impl Other<'_> {
    /// What stands in the field of this fact: what can't be taken stays there to be mended.
    fn text(&self, fact: &str) -> &str {
        let mistyped = self.mistyped.as_ref().filter(|mistyped| mistyped.fact == fact);
        mistyped.map_or(self.value, |mistyped| &mistyped.typed)
    }

    fn take(&mut self, fact: &str, typed: &str) {
        let typed = typed.trim().to_owned();
        if (self.refusal)(&typed).is_some() {
            *self.mistyped = Some(Mistyped { fact: fact.to_owned(), typed });
        } else {
            *self.mistyped = None;
            *self.given = Some(typed);
        }
    }

    /// Why what was typed for this fact was not taken.
    fn refused(&self, fact: &str) -> Option<String> {
        let mistyped = self.mistyped.as_ref().filter(|mistyped| mistyped.fact == fact)?;
        (self.refusal)(&mistyped.typed)
    }
}

/// A fact with its name, and a menu to change it; gives the choice.
fn fact_ui<T: Clone>(
    ui: &mut Ui,
    cx: &Context<'_>,
    name: &str,
    value: &str,
    options: &[(String, T)],
    mut other: Option<Other<'_>>,
) -> Option<T> {
    let theme = cx.theme;
    let mut chosen = None;
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.label(text(name, Face::Regular, 11.5, theme.text_faint));
    ui.horizontal(|ui| {
        ui.set_width(208.0);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if !options.is_empty() || other.is_some() {
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
                    if let Some(other) = &mut other {
                        if !options.is_empty() {
                            ui.separator();
                        }
                        let id = Id::unique(("other", name));
                        let typed = menu_field_ui(ui, theme, id, other.label, other.text(name), "");
                        if let Some(typed) = typed {
                            other.take(name, &typed);
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
    if let Some(refused) = other.and_then(|other| other.refused(name)) {
        ui.add(Label::new(text(refused, Face::Medium, 11.5, theme.error)).wrap());
    }
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
