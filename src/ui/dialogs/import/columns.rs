//! What is in each column: role menus over a preview of the first rows, problems, and what the map will show.

use super::doubts::doubts_ui;
use super::findings::findings_ui;
use super::pane::pane_ui;
use super::role_label;
use crate::base::Scale;
use crate::ingest::{ColumnKind, Role};
use crate::session::Import;
use crate::text::Face;
use crate::tr;
use crate::ui::style::{c, text};
use crate::ui::widgets::muted_ui;
use crate::ui::{Context, Out};
use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Button, Label, PopupCloseBehavior, ScrollArea, Shape, Stroke, Ui, vec2};
use egui_extras::{Column, TableBuilder};

/// At first; the user can widen columns.
const COLUMN_WIDTH: f32 = 116.0;
const TIME_WIDTH: f32 = 150.0;

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

/// Scales to choose from, the commonest first.
const SCALES: [(f64, f64); 7] =
    [(1.0, 5.0), (0.0, 10.0), (1.0, 7.0), (1.0, 10.0), (0.0, 5.0), (0.0, 100.0), (-2.0, 2.0)];

pub fn columns_ui(ui: &mut Ui, import: &mut Import, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    ui.label(text(tr!("ui-columns-question"), Face::Bold, 16.0, theme.text));
    let explanation =
        if import.is_survey() { tr!("ui-columns-survey") } else { tr!("ui-columns-explanation") };
    muted_ui(ui, theme, explanation);
    doubts_ui(ui, import, cx, out);
    ui.add_space(6.0);
    let room = ui.available_size();
    let table = (room.y * 0.52).max(150.0);
    pane_ui(ui, theme, "", vec2(room.x, table), |ui| table_ui(ui, import, cx));
    ui.add_space(6.0);
    findings_ui(ui, import, cx, out);
}

fn table_ui(ui: &mut Ui, import: &mut Import, cx: &Context<'_>) {
    let theme = cx.theme;
    let mut change = None;
    ScrollArea::horizontal().show(ui, |ui| {
        let columns = &import.profile.columns;
        // What has been recognised comes first; of a hundred columns it may be the last ones.
        let mut order: Vec<usize> = (0..columns.len()).collect();
        order.sort_by_key(|index| columns.get(*index).is_none_or(|column| column.role.is_none()));
        let mut table = TableBuilder::new(ui).id_salt("preview").auto_shrink([false, false]);
        for column in order.iter().filter_map(|index| columns.get(*index)) {
            let width = if column.kind == ColumnKind::Time { TIME_WIDTH } else { COLUMN_WIDTH };
            table = table.column(Column::initial(width).at_least(92.0).clip(true).resizable(true));
        }
        let table = table.header(58.0, |mut header| {
            for index in order.iter().copied() {
                let Some(column) = columns.get(index) else { continue };
                header.col(|ui| {
                    ui.vertical(|ui| {
                        let role = import.roles.get(index).copied().flatten();
                        let scale = import.scale_of(index);
                        if let Some(chosen) = role_menu_ui(ui, &column.name, role, scale, cx) {
                            change = Some((index, chosen));
                        }
                        ui.label(text(&column.name, Face::Medium, 12.0, theme.text_muted));
                    });
                });
            }
        });
        table.body(|body| {
            body.rows(24.0, import.profile.preview.len(), |mut row| {
                let cells = import.profile.preview.get(row.index());
                for index in order.iter().copied() {
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
    match change {
        Some((index, Choice::Role(role))) => import.set_role(index, role),
        Some((_, Choice::Scale(scale))) => import.set_scale(scale),
        None => {}
    }
}

/// What is chosen in a column's menu.
#[derive(Clone, Copy)]
enum Choice {
    Role(Option<Role>),
    Scale(Scale),
}

fn scale_words(scale: Scale) -> String {
    format!("{}\u{2013}{}", scale.min, scale.max).replace('-', "\u{2212}")
}

/// A pill with the role; gives what the user chooses instead.
fn role_menu_ui(
    ui: &mut Ui,
    column: &str,
    role: Option<Role>,
    scale: Option<Scale>,
    cx: &Context<'_>,
) -> Option<Choice> {
    let theme = cx.theme;
    let needed = matches!(role, Some(Role::Customer | Role::Time | Role::Event));
    let (fill, border, ink) = match role {
        Some(_) if needed => (theme.accent_soft, theme.accent, theme.accent_text),
        Some(_) => (theme.ok_soft, theme.measured, theme.measured),
        None => (theme.field, theme.border_strong, theme.text_faint),
    };
    let label = role.map_or_else(|| tr!("ui-role-ignore"), role_label);
    let label = scale.map_or(label.clone(), |scale| format!("{label} {}", scale_words(scale)));
    // The blanks leave room for the arrow.
    let button = Button::new(text(format!("{label}    "), Face::SemiBold, 11.5, ink))
        .truncate()
        .fill(c(fill))
        .stroke(Stroke::new(1.0, c(border)))
        .corner_radius(13)
        .min_size(vec2(0.0, 26.0));
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClick);
    let mut chosen = None;
    let (response, _) = MenuButton::from_button(button).config(config).ui(ui, |ui| {
        for option in ROLES.map(Some).into_iter().chain([None]) {
            let words = option.map_or_else(|| tr!("ui-role-ignore"), role_label);
            if ui.selectable_label(option == role, words).clicked() && option != role {
                chosen = Some(Choice::Role(option));
            }
        }
        if scale.is_some() {
            ui.separator();
            for (min, max) in SCALES {
                let option = Scale { min, max };
                if ui.selectable_label(scale == Some(option), scale_words(option)).clicked() {
                    chosen = Some(Choice::Scale(option));
                }
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
