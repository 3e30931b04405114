//! Which events are which touchpoint: the rules, and the events that no rule takes yet.

use super::frame::{buttons_ui, dialog_ui};
use crate::model::{Edit, EventRule, JourneyMap, Pattern, Source, TouchpointId};
use crate::session::Action;
use crate::text::Face;
use crate::tr;
use crate::ui::style::{c, text};
use crate::ui::widgets::{link_ui, muted_ui, primary_button_ui, section_ui};
use crate::ui::{Context, Out};
use egui::{Align, ComboBox, Label, Rect, ScrollArea, Stroke, StrokeKind, Ui, vec2};

/// What the dialog remembers.
#[derive(Default)]
pub struct MappingForm {
    /// The event that was asked for, which is marked.
    event: Option<String>,
    /// It has been brought into view.
    is_shown: bool,
}

impl MappingForm {
    /// Opens at an event.
    #[must_use]
    pub fn at(event: String) -> Self {
        Self { event: Some(event), is_shown: false }
    }

    /// Marks the row when it is that of the event, and brings it into view once.
    fn mark(&mut self, ui: &Ui, row: Rect, name: &str, cx: &Context<'_>) {
        if self.event.as_deref() != Some(name) {
            return;
        }
        let frame = row.expand2(vec2(6.0, 2.0));
        ui.painter().rect_stroke(frame, 7.0, Stroke::new(1.5, c(cx.theme.accent)), StrokeKind::Inside);
        if !std::mem::replace(&mut self.is_shown, true) {
            ui.scroll_to_rect(row, Some(Align::Center));
        }
    }
}

pub fn mapping_ui(ctx: &egui::Context, form: &mut MappingForm, cx: &Context<'_>, out: &mut Out) -> bool {
    let mut close = false;
    let Some(source) = cx.session.source() else { return true };
    let theme = cx.theme;
    let dismissed = dialog_ui(ctx, theme, "mapping", &tr!("ui-mapping"), 680.0, |ui| {
        let height = (ctx.content_rect().height() - 260.0).max(200.0);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            unmapped_ui(ui, form, source, cx, out);
            section_ui(ui, theme, &tr!("ui-rules"));
            muted_ui(ui, theme, tr!("ui-rules-hint"));
            for (index, rule) in source.rules.iter().enumerate() {
                let row = ui.scope(|ui| rule_ui(ui, index, rule, source, cx, out)).response.rect;
                if let Pattern::Exact(name) = &rule.event {
                    form.mark(ui, row, name, cx);
                }
            }
        });
        buttons_ui(ui, |ui| close = primary_button_ui(ui, theme, &tr!("ui-close")).clicked());
    });
    close || dismissed
}

fn unmapped_ui(ui: &mut Ui, form: &mut MappingForm, source: &Source, cx: &Context<'_>, out: &mut Out) {
    let theme = cx.theme;
    let Some(measures) = cx.view.data.and_then(|data| data.measures) else {
        muted_ui(ui, theme, cx.no_figures());
        return;
    };
    if measures.unmapped.is_empty() {
        muted_ui(ui, theme, tr!("ui-all-mapped"));
        return;
    }
    section_ui(ui, theme, &tr!("ui-unmapped-title", count = measures.unmapped.len()));
    for unmapped in &measures.unmapped {
        let row = ui.horizontal(|ui| {
            name_ui(ui, &unmapped.event, cx);
            ui.allocate_ui(vec2(90.0, 24.0), |ui| {
                ui.set_min_width(90.0);
                ui.label(text(cx.format.count(unmapped.count), Face::Regular, 12.5, theme.text_muted));
            });
            let name = tr!("ui-touchpoint-of", event = unmapped.event.clone());
            let shown = tr!("ui-choose-touchpoint");
            if let Some(touchpoint) = touchpoint_ui(ui, &name, &shown, cx.view.map) {
                let event = Pattern::Exact(unmapped.event.clone());
                let mut source = source.clone();
                source.rules.push(EventRule { event, channel: None, touchpoint });
                out.actions.push(Action::Edit(Edit::SetSource(source)));
            }
        });
        form.mark(ui, row.response.rect, &unmapped.event, cx);
    }
}

fn rule_ui(ui: &mut Ui, index: usize, rule: &EventRule, source: &Source, cx: &Context<'_>, out: &mut Out) {
    let words = match &rule.event {
        Pattern::Exact(name) => name.clone(),
        Pattern::Glob(glob) => tr!("ui-glob", pattern = glob.clone()),
        Pattern::Regex(regex) => tr!("ui-regex", pattern = regex.clone()),
    };
    let words = match &rule.channel {
        Some(channel) => format!("{words} · {channel}"),
        None => words,
    };
    let mut change = |change: &dyn Fn(&mut Vec<EventRule>)| {
        let mut source = source.clone();
        change(&mut source.rules);
        out.actions.push(Action::Edit(Edit::SetSource(source)));
    };
    ui.horizontal(|ui| {
        name_ui(ui, &words, cx);
        let touchpoint = cx.view.map.touchpoints.get(rule.touchpoint);
        let shown = touchpoint.map(|touchpoint| touchpoint.name.clone()).unwrap_or_default();
        let name = tr!("ui-touchpoint-of", event = words.clone());
        if let Some(touchpoint) = touchpoint_ui(ui, &name, &shown, cx.view.map) {
            change(&|rules| {
                if let Some(rule) = rules.get_mut(index) {
                    rule.touchpoint = touchpoint;
                }
            });
        }
        if link_ui(ui, cx.theme, &tr!("ui-remove")).clicked() {
            change(&|rules| drop(rules.remove(index)));
        }
    });
}

fn name_ui(ui: &mut Ui, words: &str, cx: &Context<'_>) {
    ui.allocate_ui(vec2(260.0, 24.0), |ui| {
        ui.set_min_width(260.0);
        ui.add(Label::new(text(words, Face::Medium, 12.5, cx.theme.text)).truncate());
    });
}

/// All touchpoints to choose from.
fn touchpoint_ui(ui: &mut Ui, name: &str, shown: &str, map: &JourneyMap) -> Option<TouchpointId> {
    let mut chosen = None;
    let combo = ComboBox::from_id_salt(name).width(220.0).selected_text(shown).truncate();
    let response = combo.show_ui(ui, |ui| {
        for (stage, touchpoint) in map.touchpoints_in_order() {
            let words = format!("{} · {}", stage.name, touchpoint.name);
            if ui.selectable_label(touchpoint.name == shown, words).clicked() {
                chosen = Some(touchpoint.id);
            }
        }
    });
    let _named = response.response.accessible_name(name);
    chosen
}
