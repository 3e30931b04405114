//! The rules in the order in which they are asked, all or those of one touchpoint, with what each of them takes.

use super::picker::picker_ui;
use super::row::touchpoint_name;
use super::rule::{Draft, draft_ui};
use crate::model::{EventRule, Pattern, Source, TouchpointId};
use crate::session::{Action, EventTable, mapping_edit, pattern_words};
use crate::text::Face;
use crate::tr;
use crate::ui::style::{c, line};
use crate::ui::widgets::{button_ui, link_ui, muted_ui};
use crate::ui::{Context, Out};
use egui::{
    Align, Color32, Id, Layout, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use std::sync::Arc;

const ROW: f32 = 30.0;
/// The editor has the larger part.
const LIST_SHARE: f32 = 0.42;

/// What the page remembers.
#[derive(Default)]
pub struct Rules {
    /// Only the rules of this touchpoint.
    touchpoint: Option<TouchpointId>,
    draft: Option<Draft>,
}

impl Rules {
    /// The rules of a touchpoint.
    pub fn of(touchpoint: TouchpointId) -> Self {
        Self { touchpoint: Some(touchpoint), draft: None }
    }

    /// Opens a rule.
    pub fn choose(&mut self, place: usize, cx: &Context<'_>) {
        let rule = cx.session.source().and_then(|source| source.rules.get(place));
        self.draft = rule.map(|rule| Draft::of(place, rule.clone()));
        if rule.is_none_or(|rule| self.touchpoint.is_some_and(|shown| shown != rule.touchpoint)) {
            self.touchpoint = None;
        }
    }
}

pub fn rules_ui(ui: &mut Ui, rules: &mut Rules, table: &Arc<EventTable>, cx: &Context<'_>, out: &mut Out) {
    let Some(source) = cx.session.source() else { return };
    head_ui(ui, rules, source, cx);
    let room = ui.available_rect_before_wrap();
    let shown: Vec<usize> = places(source, rules.touchpoint);
    let height = if rules.draft.is_some() { room.height() * LIST_SHARE } else { room.height() };
    let place = Rect::from_min_size(room.min, vec2(room.width(), height));
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        if shown.is_empty() {
            muted_ui(ui, cx.theme, tr!("ui-no-rules"));
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().id_salt("rules").auto_shrink([false, false]).show_rows(
            ui,
            ROW,
            shown.len(),
            |ui, range| {
                for place in shown.get(range).unwrap_or_default() {
                    let Some(rule) = source.rules.get(*place) else { continue };
                    let is_open = rules.draft.as_ref().is_some_and(|draft| draft.is_at(*place));
                    if rule_row_ui(ui, (*place, rule), is_open, table, cx) {
                        rules.draft = Some(Draft::of(*place, rule.clone()));
                    }
                }
            },
        );
    });
    let rest = Rect::from_min_max(pos2(room.left(), room.top() + height + 8.0), room.max);
    if let Some(draft) = &mut rules.draft {
        let keeps = ui
            .scope_builder(UiBuilder::new().max_rect(rest), |ui| draft_ui(ui, draft, source, table, cx, out));
        if !keeps.inner {
            rules.draft = None;
        }
    }
}

fn places(source: &Source, touchpoint: Option<TouchpointId>) -> Vec<usize> {
    let is_meant = |rule: &EventRule| touchpoint.is_none_or(|touchpoint| rule.touchpoint == touchpoint);
    source.rules.iter().enumerate().filter(|(_, rule)| is_meant(rule)).map(|(place, _)| place).collect()
}

/// Whose rules are shown, and a new one.
fn head_ui(ui: &mut Ui, rules: &mut Rules, source: &Source, cx: &Context<'_>) {
    muted_ui(ui, cx.theme, tr!("ui-rules-hint"));
    ui.horizontal(|ui| {
        let shown = rules.touchpoint.map_or_else(|| tr!("ui-rules-of-all"), |id| touchpoint_name(cx, id));
        let button = button_ui(ui, &tr!("ui-rules-of", touchpoint = shown));
        if let Some(id) = picker_ui(ui, Id::unique("rules of touchpoint"), &button, None, cx) {
            rules.touchpoint = Some(id);
        }
        if rules.touchpoint.is_some() && link_ui(ui, cx.theme, &tr!("ui-rules-show-all")).clicked() {
            rules.touchpoint = None;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let first = cx.view.map.touchpoints_in_order().next().map(|(_, touchpoint)| touchpoint.id);
            if button_ui(ui, &tr!("ui-add-rule")).clicked()
                && let Some(touchpoint) = rules.touchpoint.or(first)
            {
                let event = Pattern::Glob(String::new());
                let rule = EventRule { event, channel: None, touchpoint };
                rules.draft = Some(Draft::new(source.rules.len(), rule));
            }
        });
    });
    ui.add_space(4.0);
}

/// True when the rule was clicked.
fn rule_row_ui(
    ui: &mut Ui,
    (place, rule): (usize, &EventRule),
    is_open: bool,
    table: &EventTable,
    cx: &Context<'_>,
) -> bool {
    let theme = cx.theme;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    let hits = table.rules.get(place).copied().unwrap_or_default();
    let touchpoint = touchpoint_name(cx, rule.touchpoint);
    let mut words = pattern_words(&rule.event);
    if let Some(channel) = &rule.channel {
        words = format!("{words} · {}", tr!("ui-only-in-channel", channel = channel.as_str()));
    }
    let takes =
        if hits.taken_events > 0 { cx.format.count(hits.taken_events) } else { tr!("ui-rule-takes-nothing") };
    response.widget_info(|| {
        let label = tr!(
            "ui-rule-row",
            place = place + 1,
            pattern = words.as_str(),
            touchpoint = touchpoint.as_str(),
            takes = takes.as_str()
        );
        WidgetInfo::selected(Role::ListItem, true, is_open, label)
    });
    let inner = rect.shrink2(vec2(0.0, 1.0));
    if is_open || response.hovered() || response.has_focus() {
        ui.painter().rect_filled(inner, 7.0, c(if is_open { theme.accent_soft } else { theme.hover }));
    }
    let middle = rect.center().y;
    let put = |words: &str, face, color, left: f32, room: f32| {
        let galley = ui.painter().layout_job(line(words, face, 12.0, color, room));
        let size = galley.size();
        ui.painter().galley(pos2(left, middle - size.y / 2.0), galley, Color32::PLACEHOLDER);
        size.x
    };
    put(&(place + 1).to_string(), Face::Regular, theme.text_faint, inner.left() + 8.0, 36.0);
    let color = if hits.taken_events > 0 { theme.text_muted } else { theme.warning_text };
    let takes_galley = ui.painter().layout_job(line(&takes, Face::Regular, 12.0, color, 110.0));
    let right = inner.right() - 8.0 - takes_galley.size().x;
    ui.painter().galley(
        pos2(right, middle - takes_galley.size().y / 2.0),
        takes_galley,
        Color32::PLACEHOLDER,
    );
    let left = inner.left() + 44.0;
    let room = (right - left - 12.0).max(0.0);
    let width = put(&words, Face::Medium, theme.text, left, room * 0.58);
    let arrow = left + width + 6.0;
    put(&format!("→ {touchpoint}"), Face::Regular, theme.text_body, arrow, (right - arrow - 10.0).max(0.0));
    response.clicked()
}

/// Changes the list of rules as one undo step.
pub fn change(source: &Source, step: &'static str, out: &mut Out, change: impl FnOnce(&mut Vec<EventRule>)) {
    let mut rules = source.rules.clone();
    change(&mut rules);
    if rules != source.rules {
        out.actions.push(Action::Edit(mapping_edit(source, rules, step, 1)));
    }
}
