//! Fields to edit a value. A text is one edit: it is given back when the field is left, not letter by letter.

use crate::text::Face;
use crate::theme::Theme;
use crate::ui::style::{c, text};
use egui::{Id, Key, Response, Sense, TextEdit, Ui, WidgetInfo, accesskit::Role, vec2};

const MENU_FIELD_WIDTH: f32 = 220.0;

fn label_ui(ui: &mut Ui, theme: &Theme, label: &str) -> Response {
    ui.label(text(label, Face::Medium, 11.5, theme.text_muted))
}

/// A line of text under a label; gives the new text when the user has finished and changed it.
pub fn text_field_ui(
    ui: &mut Ui,
    theme: &Theme,
    id: Id,
    label: &str,
    value: &str,
    hint: &str,
) -> Option<String> {
    buffered_ui(ui, theme, id, label, value, |ui, buffer, id| {
        ui.add(
            TextEdit::singleline(buffer)
                .id(id)
                .hint_text(hint.to_owned())
                .desired_width(f32::INFINITY)
                .margin(egui::Margin::symmetric(8, 6)),
        )
    })
}

/// The same in a menu, whose own style would leave the field without a frame and as wide as the window.
pub fn menu_field_ui(
    ui: &mut Ui,
    theme: &Theme,
    id: Id,
    label: &str,
    value: &str,
    hint: &str,
) -> Option<String> {
    let field = |ui: &mut Ui| {
        ui.set_max_width(MENU_FIELD_WIDTH);
        ui.reset_style();
        text_field_ui(ui, theme, id, label, value, hint)
    };
    ui.scope(field).inner
}

/// Several lines of text under a label.
pub fn multiline_field_ui(
    ui: &mut Ui,
    theme: &Theme,
    id: Id,
    label: &str,
    value: &str,
    rows: usize,
) -> Option<String> {
    buffered_ui(ui, theme, id, label, value, |ui, buffer, id| {
        let edit = TextEdit::multiline(buffer).id(id).desired_rows(rows).desired_width(f32::INFINITY);
        ui.add(edit.margin(egui::Margin::symmetric(8, 6)))
    })
}

fn buffered_ui(
    ui: &mut Ui,
    theme: &Theme,
    id: Id,
    label: &str,
    value: &str,
    field: impl FnOnce(&mut Ui, &mut String, Id) -> Response,
) -> Option<String> {
    kept_ui(ui, id, value, |ui, buffer| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            let label = label_ui(ui, theme, label);
            field(ui, buffer, id).labelled_by(label.id)
        })
        .inner
    })
}

/// A line of text whose name is only read out, for rows of fields.
pub fn bare_field_ui(ui: &mut Ui, id: Id, name: &str, value: &str, width: f32) -> Option<String> {
    hinted_field_ui(ui, id, (name, name), value, width)
}

/// The same with fewer words in the empty field than are read out, where the row tells the rest.
pub fn hinted_field_ui(
    ui: &mut Ui,
    id: Id,
    (name, hint): (&str, &str),
    value: &str,
    width: f32,
) -> Option<String> {
    kept_ui(ui, id, value, |ui, buffer| {
        let edit = TextEdit::singleline(buffer).id(id).desired_width(width).hint_text(hint.to_owned());
        ui.add(edit.margin(egui::Margin::symmetric(8, 5))).accessible_name(name)
    })
}

/// Keeps what is typed while the field has the focus; Escape drops it.
fn kept_ui(
    ui: &mut Ui,
    id: Id,
    value: &str,
    field: impl FnOnce(&mut Ui, &mut String) -> Response,
) -> Option<String> {
    let kept = ui.data(|data| data.get_temp::<String>(id));
    let mut buffer = kept.unwrap_or_else(|| value.to_owned());
    let escaped =
        ui.memory(|memory| memory.has_focus(id)) && ui.input(|input| input.key_pressed(Key::Escape));
    let response = field(ui, &mut buffer);
    if response.has_focus() && !escaped {
        ui.data_mut(|data| data.insert_temp(id, buffer));
        return None;
    }
    ui.data_mut(|data| data.remove::<String>(id));
    (response.lost_focus() && !escaped && buffer != value).then_some(buffer)
}

/// A labelled box that is ticked or not.
pub fn switch_ui(ui: &mut Ui, label: &str, on: bool, explanation: &str) -> Option<bool> {
    let mut value = on;
    let response = ui.checkbox(&mut value, label);
    let response = if explanation.is_empty() { response } else { response.on_hover_text(explanation) };
    response.changed().then_some(value)
}

/// Dots from 1 to 5.
pub fn rating_ui(
    ui: &mut Ui,
    theme: &Theme,
    label: &str,
    value: u8,
    color: crate::base::Color,
) -> Option<u8> {
    ui.horizontal(|ui| {
        ui.allocate_ui_with_layout(
            vec2(96.0, 20.0),
            egui::Layout::left_to_right(egui::Align::Center),
            |ui| {
                ui.set_min_width(96.0);
                label_ui(ui, theme, label);
            },
        );
        let mut chosen = None;
        for grade in 1..=5_u8 {
            let (rect, response) = ui.allocate_exact_size(vec2(20.0, 20.0), Sense::click());
            let spoken = format!("{label} {grade}");
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, grade == value, &spoken));
            let center = rect.center();
            if grade <= value {
                ui.painter().circle_filled(center, 6.0, c(color));
            } else {
                ui.painter().circle_stroke(center, 5.5, egui::Stroke::new(1.3, c(theme.border_strong)));
            }
            if response.has_focus() || response.hovered() {
                ui.painter().circle_stroke(center, 8.5, egui::Stroke::new(1.0, c(theme.accent)));
            }
            if response.on_hover_text(spoken).clicked() {
                chosen = Some(grade);
            }
        }
        chosen.filter(|grade| *grade != value)
    })
    .inner
}

/// A labelled list to choose one of; gives the choice when it changes.
pub fn choice_ui<T: PartialEq + Clone>(
    ui: &mut Ui,
    theme: &Theme,
    id: Id,
    label: &str,
    value: &T,
    options: &[(T, String)],
) -> Option<T> {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        let label = label_ui(ui, theme, label);
        let shown = options.iter().find(|(option, _)| option == value).map(|(_, words)| words.clone());
        let mut chosen = None;
        let combo = egui::ComboBox::from_id_salt(id)
            .width(ui.available_width().min(280.0))
            .selected_text(shown.unwrap_or_default());
        let response = combo.show_ui(ui, |ui| {
            for (option, words) in options {
                if ui.selectable_label(option == value, words).clicked() {
                    chosen = Some(option.clone());
                }
            }
        });
        response.response.labelled_by(label.id);
        chosen.filter(|option| option != value)
    })
    .inner
}
