//! What is in each column: role menus over a preview of the first rows, problems, and what the map will show.

use super::role_label;
use crate::base::Warnings;
use crate::ingest::Role;
use crate::session::Import;
use crate::text::Face;
use crate::tr;
use crate::ui::Context;
use crate::ui::icons::{Icon, paint_icon};
use crate::ui::style::{c, text};
use crate::ui::widgets::{card_ui, muted_ui, tall_card_ui};
use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Align, Button, Label, Layout, PopupCloseBehavior, ScrollArea, Sense, Stroke, Ui, vec2};
use egui_extras::{Column, TableBuilder};

const ROLES: [Role; 15] = [
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
    Role::Segment,
    Role::Rating,
];

pub fn columns_ui(ui: &mut Ui, import: &mut Import, cx: &Context<'_>) {
    let theme = cx.theme;
    ui.label(text(tr!("ui-columns-question"), Face::Bold, 16.0, theme.text));
    muted_ui(ui, theme, tr!("ui-columns-explanation"));
    for unsafe_guess in &import.profile.guess.unsafe_guesses {
        ui.add(Label::new(text(&unsafe_guess.message, Face::Medium, 12.0, theme.warning_text)).wrap());
    }
    let table = (ui.available_height() * 0.52).max(150.0);
    card_ui(ui, theme, "", |ui| {
        ui.set_height(table);
        table_ui(ui, import, cx);
    });
    let height = ui.available_height() - 64.0;
    ui.columns(2, |columns| {
        let [left, right] = columns else { return };
        tall_card_ui(left, theme, &tr!("ui-problems-title"), height, |ui| {
            problems_ui(ui, &import.profile.problems, cx);
        });
        tall_card_ui(right, theme, &tr!("ui-map-will-show"), height, |ui| {
            shown_ui(ui, import, cx);
        });
    });
}

fn table_ui(ui: &mut Ui, import: &mut Import, cx: &Context<'_>) {
    let theme = cx.theme;
    let mut change = None;
    ScrollArea::horizontal().show(ui, |ui| {
        let columns = import.profile.columns.len();
        let table = TableBuilder::new(ui)
            .id_salt("preview")
            .columns(Column::auto().at_least(96.0).at_most(240.0).clip(true), columns)
            .auto_shrink([false, false]);
        let table = table.header(58.0, |mut header| {
            for (index, column) in import.profile.columns.iter().enumerate() {
                header.col(|ui| {
                    ui.vertical(|ui| {
                        let role = import.roles.get(index).copied().flatten();
                        if let Some(role) = role_menu_ui(ui, &column.name, role, cx) {
                            change = Some((index, role));
                        }
                        ui.label(text(&column.name, Face::Medium, 12.0, theme.text_muted));
                    });
                });
            }
        });
        table.body(|body| {
            body.rows(24.0, import.profile.preview.len(), |mut row| {
                let cells = import.profile.preview.get(row.index());
                for index in 0..columns {
                    let cell = cells.and_then(|cells| cells.get(index)).map_or("", String::as_str);
                    row.col(|ui| {
                        let (words, color) =
                            if cell.is_empty() { ("·", theme.text_faint) } else { (cell, theme.text) };
                        ui.add(Label::new(text(words, Face::Regular, 12.5, color)).extend());
                    });
                }
            });
        });
    });
    if let Some((index, role)) = change {
        import.set_role(index, role);
    }
}

/// A pill with the role; gives the new one when the user chooses it.
fn role_menu_ui(ui: &mut Ui, column: &str, role: Option<Role>, cx: &Context<'_>) -> Option<Option<Role>> {
    let theme = cx.theme;
    let needed = matches!(role, Some(Role::Customer | Role::Time | Role::Event));
    let (fill, border, ink) = match role {
        Some(_) if needed => (theme.accent_soft, theme.accent, theme.accent),
        Some(_) => (theme.ok_soft, theme.measured, theme.measured),
        None => (theme.field, theme.border_strong, theme.text_faint),
    };
    let label = role.map_or_else(|| tr!("ui-role-ignore"), role_label);
    let button = Button::new(text(format!("{label}    "), Face::SemiBold, 11.5, ink))
        .fill(c(fill))
        .stroke(Stroke::new(1.0, c(border)))
        .corner_radius(13)
        .min_size(vec2(0.0, 26.0));
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClick);
    let mut chosen = None;
    let (response, _) = MenuButton::from_button(button).config(config).ui(ui, |ui| {
        for option in ROLES.map(Some).into_iter().chain([None]) {
            let words = option.map_or_else(|| tr!("ui-role-ignore"), role_label);
            if ui.selectable_label(option == role, words).clicked() {
                chosen = Some(option);
            }
        }
    });
    // Not every face has an arrow.
    let tip = response.rect.right_center() - vec2(14.0, -2.5);
    let arrow = vec![tip - vec2(3.5, 5.0), tip + vec2(3.5, -5.0), tip];
    ui.painter().add(egui::Shape::convex_polygon(arrow, c(ink), Stroke::NONE));
    let name = tr!("ui-role-of", column = column.to_owned(), role = label);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Button, true, &name));
    chosen.filter(|option| *option != role)
}

/// Problems by kind, each with its first lines.
pub fn problems_ui(ui: &mut Ui, problems: &Warnings, cx: &Context<'_>) {
    let theme = cx.theme;
    if problems.is_empty() {
        muted_ui(ui, theme, tr!("ui-no-problems"));
        return;
    }
    ScrollArea::vertical().id_salt("problems").auto_shrink([false, false]).show(ui, |ui| {
        for (kind, count) in problems.counts() {
            let examples = problems.examples().iter().filter(|problem| problem.kind == kind);
            for (index, problem) in examples.take(3).enumerate() {
                ui.horizontal(|ui| {
                    let (dot, _) = ui.allocate_exact_size(vec2(10.0, 12.0), Sense::hover());
                    ui.painter().circle_filled(dot.center(), 4.0, c(theme.warning));
                    let place = problem.line.map(|line| tr!("ui-line", line = cx.format.count(line)));
                    ui.label(text(place.unwrap_or_default(), Face::SemiBold, 12.0, theme.text));
                    let value = [problem.column.as_deref(), problem.value.as_deref()];
                    let value: Vec<_> = value.into_iter().flatten().collect();
                    ui.add(
                        Label::new(text(value.join(" "), Face::Regular, 12.0, theme.text_body)).truncate(),
                    );
                    if index == 0 && count > 1 {
                        let words = tr!("ui-times", shown = cx.format.count(count));
                        ui.label(text(words, Face::Medium, 11.5, theme.warning_text));
                    }
                });
                muted_ui(ui, theme, &problem.message);
            }
        }
    });
}

pub fn shown_ui(ui: &mut Ui, import: &Import, cx: &Context<'_>) {
    let theme = cx.theme;
    ScrollArea::vertical().id_salt("shown").auto_shrink([false, false]).show(ui, |ui| {
        for line in import.shown() {
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(16.0, 18.0), Sense::hover());
                let icon = if line.available { Icon::Check } else { Icon::Cross };
                paint_icon(ui.painter(), rect, icon, false, true, theme);
                let ink = if line.available { theme.text } else { theme.text_faint };
                let layout = Layout::left_to_right(Align::Center);
                ui.allocate_ui_with_layout(vec2(160.0, 18.0), layout, |ui| {
                    ui.set_min_width(160.0);
                    ui.add(Label::new(text(&line.label, Face::SemiBold, 12.5, ink)).truncate());
                });
                ui.add(Label::new(text(&line.columns, Face::Regular, 12.0, theme.text_faint)).truncate());
            });
        }
    });
}
