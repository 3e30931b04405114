//! Who the persona is, and which part of the data stands for them.

use super::frame::{buttons_ui, dialog_ui};
use crate::model::{Edit, Persona, PersonaId};
use crate::session::Action;
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{button_ui, primary_button_ui};
use crate::ui::{Context, Out};
use egui::{ComboBox, TextEdit, Ui};

/// The fields as typed so far.
pub struct PersonaForm {
    persona: PersonaId,
    name: String,
    quote: String,
    segment: Option<(String, String)>,
}

impl PersonaForm {
    /// The fields of a persona.
    #[must_use]
    pub fn of(persona: &Persona) -> Self {
        Self {
            persona: persona.id,
            name: persona.name.clone(),
            quote: persona.quote.clone(),
            segment: persona.segment.clone(),
        }
    }
}

pub fn persona_ui(ctx: &egui::Context, form: &mut PersonaForm, cx: &Context<'_>, out: &mut Out) -> bool {
    let mut close = false;
    let theme = cx.theme;
    let dismissed = dialog_ui(ctx, theme, "persona", &tr!("ui-persona"), 460.0, |ui| {
        field_ui(ui, &tr!("ui-name"), &mut form.name, false, cx);
        field_ui(ui, &tr!("ui-persona-quote"), &mut form.quote, true, cx);
        segment_ui(ui, form, cx);
        buttons_ui(ui, |ui| {
            if primary_button_ui(ui, theme, &tr!("ui-done")).clicked() {
                out.actions.push(Action::Edit(Edit::SetPersona {
                    persona: form.persona,
                    name: form.name.trim().to_owned(),
                    quote: form.quote.trim().to_owned(),
                    segment: form
                        .segment
                        .clone()
                        .filter(|(column, value)| !column.is_empty() && !value.is_empty()),
                }));
                close = true;
            }
            if button_ui(ui, &tr!("ui-cancel")).clicked() {
                close = true;
            }
            let several = cx.view.map.personas.len() > 1;
            if ui.add_enabled_ui(several, |ui| button_ui(ui, &tr!("ui-remove-persona"))).inner.clicked() {
                out.actions.push(Action::Edit(Edit::RemovePersona { persona: form.persona }));
                close = true;
            }
        });
    });
    close || dismissed
}

fn field_ui(ui: &mut Ui, label: &str, value: &mut String, several_lines: bool, cx: &Context<'_>) {
    let label = ui.label(text(label, Face::Medium, 11.5, cx.theme.text_muted));
    let edit =
        if several_lines { TextEdit::multiline(value).desired_rows(2) } else { TextEdit::singleline(value) };
    let margin = egui::Margin::symmetric(8, 6);
    ui.add(edit.desired_width(f32::INFINITY).margin(margin)).labelled_by(label.id);
    ui.add_space(4.0);
}

/// Column and value of the segment, from the data where there is some.
fn segment_ui(ui: &mut Ui, form: &mut PersonaForm, cx: &Context<'_>) {
    let Some(data) = cx.view.data else { return };
    let segments = &data.loaded.log.segments;
    if segments.is_empty() {
        return;
    }
    ui.label(text(tr!("ui-persona-segment"), Face::Medium, 11.5, cx.theme.text_muted));
    ui.horizontal(|ui| {
        let none = tr!("ui-none");
        let column = form.segment.as_ref().map_or(none.as_str(), |(column, _)| column).to_owned();
        let combo = ComboBox::from_id_salt("segment column").selected_text(&column).show_ui(ui, |ui| {
            if ui.selectable_label(form.segment.is_none(), &none).clicked() {
                form.segment = None;
            }
            for segment in segments {
                if ui.selectable_label(segment.name == column, &segment.name).clicked() {
                    form.segment = Some((segment.name.clone(), String::new()));
                }
            }
        });
        let _named = combo.response.accessible_name(tr!("ui-segment-column"));
        let Some((column, value)) = &mut form.segment else { return };
        let Some(segment) = segments.iter().find(|segment| segment.name == *column) else { return };
        let combo = ComboBox::from_id_salt("segment value").selected_text(value.as_str()).show_ui(ui, |ui| {
            for option in segment.values.iter() {
                if ui.selectable_label(option == value, option).clicked() {
                    option.clone_into(value);
                }
            }
        });
        let _named = combo.response.accessible_name(tr!("ui-segment-value"));
    });
}
