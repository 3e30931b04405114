//! Who the persona is, and which part of the data stands for them.

use super::frame::{buttons_ui, dialog_ui};
use crate::events::Segment;
use crate::model::persona::Segments;
use crate::model::{Edit, Persona, PersonaId};
use crate::session::Action;
use crate::text::Face;
use crate::tr;
use crate::ui::style::text;
use crate::ui::widgets::{button_ui, muted_ui, primary_button_ui};
use crate::ui::{Context, Out};
use egui::accesskit::Role;
use egui::{ComboBox, PopupCloseBehavior, TextEdit, Ui, WidgetInfo};
use std::collections::BTreeSet;

/// The fields as typed so far.
pub struct PersonaForm {
    persona: PersonaId,
    name: String,
    quote: String,
    segments: Segments,
    /// A rule, and how many journeys it has of how many.
    counted: Option<(Segments, Option<(usize, usize)>)>,
}

impl PersonaForm {
    /// The fields of a persona.
    #[must_use]
    pub fn of(persona: &Persona) -> Self {
        Self {
            persona: persona.id,
            name: persona.name.clone(),
            quote: persona.quote.clone(),
            segments: persona.segments.clone(),
            counted: None,
        }
    }

    /// Columns of which no value is chosen say nothing.
    fn rule(&self) -> Segments {
        let chosen = self.segments.iter().filter(|(_, values)| !values.is_empty());
        chosen.map(|(column, values)| (column.clone(), values.clone())).collect()
    }
}

pub fn persona_ui(ctx: &egui::Context, form: &mut PersonaForm, cx: &Context<'_>, out: &mut Out) -> bool {
    let mut close = false;
    let theme = cx.theme;
    let dismissed = dialog_ui(ctx, theme, "persona", &tr!("ui-persona"), 460.0, |ui| {
        field_ui(ui, &tr!("ui-name"), &mut form.name, false, cx);
        field_ui(ui, &tr!("ui-persona-quote"), &mut form.quote, true, cx);
        segments_ui(ui, form, cx);
        buttons_ui(ui, |ui| {
            if primary_button_ui(ui, theme, &tr!("ui-done")).clicked() {
                out.actions.push(Action::Edit(Edit::SetPersona {
                    persona: form.persona,
                    name: form.name.trim().to_owned(),
                    quote: form.quote.trim().to_owned(),
                    segments: form.rule(),
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

/// By column the values that stand for the persona, from the data where there is some, and how many journeys that makes.
fn segments_ui(ui: &mut Ui, form: &mut PersonaForm, cx: &Context<'_>) {
    let columns: &[Segment] = cx.view.data.map_or(&[], |data| &data.loaded.log.segments);
    if columns.is_empty() && form.segments.is_empty() {
        return;
    }
    ui.label(text(tr!("ui-persona-segment"), Face::Medium, 11.5, cx.theme.text_muted));
    let mut gone = None;
    for (name, chosen) in &mut form.segments {
        ui.horizontal(|ui| {
            ui.label(name.as_str());
            match columns.iter().find(|column| column.name == *name) {
                Some(column) => values_ui(ui, column, chosen),
                None => {
                    let values: Vec<&str> = chosen.iter().map(String::as_str).collect();
                    ui.label(format!("= {}", values.join(", ")));
                }
            }
            let remove = ui.small_button("×").on_hover_text(tr!("ui-segment-remove", column = name.as_str()));
            let spoken = tr!("ui-segment-remove", column = name.as_str());
            remove.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
            if remove.clicked() {
                gone = Some(name.clone());
            }
        });
        if cx.view.data.is_some() && !columns.iter().any(|column| column.name == *name) {
            muted_ui(ui, cx.theme, tr!("ui-persona-no-column", column = name.as_str()));
        }
    }
    if let Some(name) = gone {
        form.segments.remove(&name);
    }
    let is_free = |column: &&Segment| !form.segments.contains_key(&column.name);
    let free: Vec<&str> = columns.iter().filter(is_free).map(|column| column.name.as_str()).collect();
    if !free.is_empty() {
        let combo =
            ComboBox::from_id_salt("segment column").selected_text(tr!("ui-segment-add")).show_ui(ui, |ui| {
                for name in free {
                    if ui.selectable_label(false, name).clicked() {
                        form.segments.insert(name.to_owned(), BTreeSet::new());
                    }
                }
            });
        let _named = combo.response.accessible_name(tr!("ui-segment-column"));
    }
    count_ui(ui, form, cx);
}

/// How many journeys the rule has now.
fn count_ui(ui: &mut Ui, form: &mut PersonaForm, cx: &Context<'_>) {
    let rule = form.rule();
    if rule.is_empty() {
        muted_ui(ui, cx.theme, tr!("ui-persona-segment-what"));
        return;
    }
    // Counting goes over all journeys: once for each rule, not once a frame.
    if form.counted.as_ref().is_none_or(|(counted, count)| *counted != rule || count.is_none()) {
        let count = cx.session.journeys_of_rule(&rule);
        form.counted = Some((rule, count));
    }
    if let Some((_, Some((count, all)))) = form.counted {
        let words = match count {
            0 => tr!("ui-persona-has-none"),
            _ => {
                let (shown, all) = (cx.format.count(count as u64), cx.format.count(all as u64));
                tr!("ui-persona-has", shown = shown, all = all)
            }
        };
        muted_ui(ui, cx.theme, words);
    }
}

/// Any number of a column's values.
fn values_ui(ui: &mut Ui, column: &Segment, chosen: &mut BTreeSet<String>) {
    let shown = chosen.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    let shown = if shown.is_empty() { tr!("ui-none") } else { shown };
    let combo = ComboBox::from_id_salt(&column.name)
        .selected_text(shown)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show_ui(ui, |ui| {
            for value in column.values.iter() {
                let mut on = chosen.contains(value);
                if ui.checkbox(&mut on, value).changed() {
                    if on {
                        chosen.insert(value.to_owned());
                    } else {
                        chosen.remove(value);
                    }
                }
            }
        });
    let _named = combo.response.accessible_name(tr!("ui-segment-value"));
}
