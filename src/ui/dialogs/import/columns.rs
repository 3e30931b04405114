//! What is in each column: role menus over a preview of the first rows, problems, and what the map will show.

use super::doubts::doubts_ui;
use super::findings::findings_ui;
use super::pane::pane_ui;
use super::role_label;
use crate::base::Scale;
use crate::ingest::{ColumnKind, Reading, Role};
use crate::session::{Import, Request};
use crate::text::Face;
use crate::theme::Theme;
use crate::tr;
use crate::ui::style::{c, text};
use crate::ui::widgets::{link_ui, menu_field_ui, muted_ui};
use crate::ui::{Context, Out};
use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Button, Id, Label, PopupCloseBehavior, ScrollArea, Shape, Stroke, Ui, vec2};
use egui_extras::{Column, TableBuilder};
use std::collections::BTreeSet;

/// At first; the user can widen columns.
const COLUMN_WIDTH: f32 = 116.0;
const WIDE: f32 = 150.0;

const ROLES: [Role; 18] = [
    Role::Customer,
    Role::Time,
    Role::Clock,
    Role::Event,
    Role::Journey,
    Role::Channel,
    Role::Score,
    Role::Sentiment,
    Role::Text,
    Role::Wait,
    Role::Agent,
    Role::Outcome,
    Role::Revenue,
    Role::Reached,
    Role::Exits,
    Role::Answers,
    Role::Segment,
    Role::Rating,
];

/// Scales to choose from, the commonest first.
const SCALES: [(f64, f64); 7] =
    [(1.0, 5.0), (0.0, 10.0), (1.0, 7.0), (1.0, 10.0), (0.0, 5.0), (0.0, 100.0), (-2.0, 2.0)];

pub fn columns_ui(ui: &mut Ui, import: &mut Import, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    ui.label(text(tr!("ui-columns-question"), Face::Bold, 16.0, theme.text));
    let explanation = match (import.is_survey(), import.is_summary()) {
        (true, _) => tr!("ui-columns-survey"),
        (_, true) => tr!("ui-columns-summary"),
        _ => tr!("ui-columns-explanation"),
    };
    muted_ui(ui, theme, explanation);
    remembered_ui(ui, import, cx, out);
    doubts_ui(ui, import, cx, out);
    ui.add_space(6.0);
    let room = ui.available_size();
    let table = (room.y * 0.52).max(150.0);
    pane_ui(ui, theme, "", vec2(room.x, table), |ui| table_ui(ui, import, cx));
    ui.add_space(6.0);
    findings_ui(ui, import, cx, out);
}

/// Says that the columns are as for a file of this shape before, with a way out.
fn remembered_ui(ui: &mut Ui, import: &mut Import, cx: &Context<'_>, out: &mut Out) {
    if !import.is_remembered() {
        return;
    }
    ui.horizontal(|ui| {
        ui.label(text(tr!("ui-remembered"), Face::Medium, 12.0, cx.theme.text_body));
        if link_ui(ui, cx.theme, &tr!("ui-guess-anew")).clicked() {
            let read = Box::new(import.guess_anew());
            out.requests.push(Request::Profile { path: import.path.clone(), read });
        }
    });
}

fn table_ui(ui: &mut Ui, import: &mut Import, cx: &Context<'_>) {
    let theme = cx.theme;
    let mut change = None;
    ScrollArea::horizontal().show(ui, |ui| {
        let columns = &import.profile.columns;
        // What has been recognised comes first; of a hundred columns it may be the last ones.
        let mut order: Vec<usize> = (0..columns.len()).collect();
        order.sort_by_key(|index| columns.get(*index).is_none_or(|column| column.role.is_none()));
        let readings: Vec<Option<&[Reading]>> =
            (0..columns.len()).map(|index| import.readings(index, cx.format)).collect();
        let row_height = if readings.iter().any(Option::is_some) { 36.0 } else { 24.0 };
        let mut table = TableBuilder::new(ui).id_salt("preview").auto_shrink([false, false]);
        for column in order.iter().filter_map(|index| columns.get(*index)) {
            let is_wide = column.kind == ColumnKind::Time || column.scale.is_some() && column.role.is_some();
            let width = if is_wide { WIDE } else { COLUMN_WIDTH };
            table = table.column(Column::initial(width).at_least(92.0).clip(true).resizable(true));
        }
        let table = table.header(74.0, |mut header| {
            for index in order.iter().copied() {
                let Some(column) = columns.get(index) else { continue };
                header.col(|ui| {
                    ui.vertical(|ui| {
                        let role = import.roles.get(index).copied().flatten();
                        let scale = import.scale_of(index);
                        ui.spacing_mut().item_spacing.y = 3.0;
                        let codes = import.codes(index);
                        let shown = Shown {
                            column: &column.name,
                            role,
                            scale,
                            codes: &codes,
                            is_summary: import.is_summary(),
                        };
                        if let Some(chosen) = role_menu_ui(ui, index, &shown, cx) {
                            change = Some((index, chosen));
                        }
                        let name = text(&column.name, Face::Medium, 12.0, theme.text_muted);
                        ui.add(Label::new(name).truncate());
                        if let Some(why) = import.why(index) {
                            let words = text(&why, Face::Regular, 11.0, theme.text_faint);
                            ui.add(Label::new(words).truncate()).on_hover_text(why);
                        }
                    });
                });
            }
        });
        table.body(|body| {
            body.rows(row_height, import.profile.preview.len(), |mut row| {
                let (at, cells) = (row.index(), import.profile.preview.get(row.index()));
                for index in order.iter().copied() {
                    let cell = cells.and_then(|cells| cells.get(index)).map_or("", String::as_str);
                    row.col(|ui| {
                        let read = readings.get(index).and_then(|column| column.as_ref()?.get(at));
                        cell_ui(ui, theme, cell, read);
                    });
                }
            });
        });
    });
    match change {
        Some((index, Choice::Role(role))) => import.set_role(index, role),
        Some((_, Choice::Scale(scale))) => import.set_scale(scale),
        Some((index, Choice::Codes(codes))) => import.set_codes(index, codes),
        None => {}
    }
}

/// A value as it is written, and below it what is read out of it where that is something else.
fn cell_ui(ui: &mut Ui, theme: &Theme, cell: &str, read: Option<&Reading>) {
    let (words, color) = if cell.is_empty() { ("·", theme.text_faint) } else { (cell, theme.text) };
    let raw = Label::new(text(words, Face::Regular, 12.5, color)).extend();
    let (words, color) = match read {
        None | Some(Reading::AsWritten) => return drop(ui.add(raw)),
        Some(Reading::Value(value)) => (format!("→ {value}"), theme.measured),
        Some(Reading::NoAnswer) => (tr!("ui-read-no-answer"), theme.text_faint),
        Some(Reading::Unreadable) => (tr!("ui-read-nothing"), theme.error),
        Some(Reading::Undecided) => (tr!("ui-read-undecided"), theme.warning_text),
    };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add(raw);
        ui.add(Label::new(text(words, Face::Regular, 11.0, color)).extend());
    });
}

/// What is chosen in a column's menu.
enum Choice {
    Role(Option<Role>),
    Scale(Scale),
    Codes(BTreeSet<String>),
}

/// What a column's menu begins with.
struct Shown<'a> {
    column: &'a str,
    role: Option<Role>,
    scale: Option<Scale>,
    /// Values that mean "no answer".
    codes: &'a [String],
    /// Of a summary table.
    is_summary: bool,
}

fn scale_words(scale: Scale) -> String {
    format!("{}\u{2013}{}", scale.min, scale.max).replace('-', "\u{2212}")
}

/// A pill with the role; gives what the user chooses instead.
fn role_menu_ui(ui: &mut Ui, index: usize, shown: &Shown<'_>, cx: &Context<'_>) -> Option<Choice> {
    let (theme, Shown { is_summary, .. }) = (cx.theme, shown);
    let &Shown { column, role, scale, codes, .. } = shown;
    let needed = matches!(role, Some(Role::Customer | Role::Time | Role::Event));
    let (fill, border, ink) = match role {
        Some(_) if needed => (theme.accent_soft, theme.accent, theme.accent_text),
        Some(_) => (theme.ok_soft, theme.measured, theme.measured),
        None => (theme.field, theme.border_strong, theme.text_faint),
    };
    let label = match role {
        Some(Role::Event) if *is_summary => tr!("ui-touchpoint"),
        Some(role) => role_label(role),
        None => tr!("ui-role-ignore"),
    };
    let label = scale.map_or(label.clone(), |scale| format!("{label} {}", scale_words(scale)));
    // The blanks leave room for the arrow.
    let button = Button::new(text(format!("{label}    "), Face::SemiBold, 11.5, ink))
        .truncate()
        .fill(c(fill))
        .stroke(Stroke::new(1.0, c(border)))
        .corner_radius(13)
        .min_size(vec2(0.0, 26.0));
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let mut chosen = None;
    let (response, _) = MenuButton::from_button(button).config(config).ui(ui, |ui| {
        for option in ROLES.map(Some).into_iter().chain([None]) {
            let words = option.map_or_else(|| tr!("ui-role-ignore"), role_label);
            if ui.selectable_label(option == role, words).clicked() && option != role {
                chosen = Some(Choice::Role(option));
                ui.close();
            }
        }
        if scale.is_some() {
            ui.separator();
            for (min, max) in SCALES {
                let option = Scale { min, max };
                if ui.selectable_label(scale == Some(option), scale_words(option)).clicked() {
                    chosen = Some(Choice::Scale(option));
                    ui.close();
                }
            }
        }
        if role.is_some() {
            ui.separator();
            let (id, label) = (Id::unique(("codes", index)), tr!("ui-no-answer-codes"));
            if let Some(typed) = menu_field_ui(ui, theme, id, &label, &codes.join(", "), "0, 99") {
                let codes = typed.split([',', ';']).map(str::trim).filter(|code| !code.is_empty());
                chosen = Some(Choice::Codes(codes.map(str::to_owned).collect()));
                ui.close();
            }
        }
    });
    let tip = response.rect.right_center() - vec2(11.0, 0.0);
    let arrow = vec![tip + vec2(-3.5, -2.0), tip + vec2(3.5, -2.0), tip + vec2(0.0, 2.5)];
    ui.painter().add(Shape::convex_polygon(arrow, c(ink), Stroke::NONE));
    let name = tr!("ui-role-of", column = column.to_owned(), role = label);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &name));
    chosen
}
